"""Stacks: random ones against torch, what is refused and why, weights, labels, what is shown."""

import math
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from ganlab.gan.image.layers import layers as registry
from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.plan import MOST_LAYERS, MOST_NUMBERS, MOST_WEIGHTS, LayerError, check
from ganlab.gan.image.stack import Stack
from tests.gan.image.modules import shapes_of_torch
from tests.gan.image.random_stacks import Layers, drawn, spoilt

BATCH = 2

# Reasons of our own; all others are torch's as well.
OUR_REASONS = (
    "are allowed", "at most 40 layers", "no join takes up", "no spread that could be brought to 1",
    "flatten them before it",
)  # fmt: skip


def run(stack: Stack, *, training: bool) -> Tensor:
    """What the stack makes of random samples."""
    rng = torch.Generator().manual_seed(0)
    weights = stack.layers(stack.initial(rng).float())
    buffers = stack.buffer_views(stack.fresh_buffers(rng).float())
    x = torch.randn(BATCH, *stack.inputs, generator=rng)
    return stack.forward(weights, x, buffers=buffers, training=training, masks=torch.rand)


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_random_stack_has_the_shapes_of_torch_or_is_refused_with_its_reason(seed: int) -> None:
    layers, inputs = drawn(Random(seed))
    found = check(layers, inputs)
    shown = [inputs, *(tuple(layer["output"]) for layer in found["layers"])]
    fitting = layers[: len(found["layers"])]
    assert shapes_of_torch(fitting, inputs, BATCH) == shown
    problem = found["problem"]
    if problem is None:
        stack = Stack(layers, inputs)
        assert stack.shapes == shown
        assert stack.describe() == found["layers"]
        if stack.numbers < 2**17 and stack.size < 2**17:
            for training in (False, True):
                out = run(stack, training=training)
                assert out.shape == (BATCH, *stack.outputs)
        return
    with pytest.raises(LayerError) as caught:
        Stack(layers, inputs)
    assert (caught.value.index, caught.value.reason) == (problem["layer"], problem["reason"])
    assert caught.value.field == f"layers.{problem['layer']}"
    if not any(reason in problem["reason"] for reason in OUR_REASONS):
        assert problem["layer"] == len(fitting)
        with pytest.raises((RuntimeError, ValueError, IndexError)):
            shapes_of_torch(layers, inputs, BATCH)


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_parameter_that_cannot_be_is_refused_by_its_name(seed: int) -> None:
    rng = Random(seed)
    layers, inputs = drawn(rng)
    fitting = layers[: len(check(layers, inputs)["layers"])]
    bad, place, name = spoilt(fitting, rng)
    problem = check(bad, inputs)["problem"]
    if name is None:  # no layer of this stack has a parameter
        assert bad == fitting
        return
    assert (problem["layer"], problem["field"]) == (place, f"params.{name}")
    assert "expected" in problem["reason"]
    with pytest.raises(LayerError) as caught:
        Stack(bad, inputs)
    assert caught.value.field == f"layers.{place}.params.{name}"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from([entry.id for entry in registry]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["id", "params", "kernel", "units", "channels"]), inner),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(layers=JSON | st.lists(JSON, max_size=4))
def test_whatever_is_sent_is_read_or_refused(layers: Any) -> None:
    found = check(layers, (1, 8, 8))
    if found["problem"] is None:
        assert [layer["id"] for layer in found["layers"]] == [layer["id"] for layer in layers]
        assert run(Stack(layers, (1, 8, 8)), training=False).shape[0] == BATCH
        return
    assert found["problem"]["reason"]
    with pytest.raises(LayerError) as caught:
        Stack(layers, (1, 8, 8))
    assert caught.value.index == found["problem"]["layer"] <= len(found["layers"])


def test_random_stacks_are_of_both_kinds() -> None:
    """The test above looks at what it means to look at."""
    found = [check(*drawn(Random(seed))) for seed in range(300)]
    whole = [f for f in found if f["problem"] is None]
    assert min(len(whole), len(found) - len(whole)) > 60
    assert {layer["id"] for f in whole for layer in f["layers"]} == {e.id for e in registry}
    assert max(len(f["layers"]) for f in whole) > 6


def L(name: str, **params: Any) -> dict[str, Any]:  # noqa: N802 -- read often
    return {"id": name, "params": params}


@pytest.mark.parametrize(
    ("layers", "inputs", "index", "reason"),
    [
        ([], (4,), 0, "a network is a list of at least one layer"),
        ([L("conv")], (4,), 0, "it takes an image and gets 4 numbers; reshape them before it"),
        ([L("relu"), L("dense")], (1, 2, 3), 1,
         "it takes a row of numbers and gets 1 channel of 2×3 pixels; flatten them before it"),
        ([L("conv", kernel=5, padding=0)], (1, 3, 3), 0,
         "a 5×5 window does not fit into 3×3 pixels"),
        ([L("max_pool", window=6, padding=1)], (1, 4, 3), 0,
         "a 6×6 window does not fit into 6×5 pixels with their padding"),
        ([L("avg_pool", window=3, padding=2)], (1, 8, 8), 0,
         "a padding of 2 is more than half of its window of 3: some windows would stand on empty "
         "pixels alone"),
        ([L("conv_transpose", kernel=2, stride=1, padding=1)], (1, 1, 1), 0,
         "cutting 1 pixel off each side leaves nothing of the 2×2 pixels that it makes"),
        ([L("reshape", channels=1, height=28, width=27)], (784,), 0,
         "784 numbers do not fill 1 channel of 28×27 pixels, which are 756"),
        ([L("layer_norm")], (1,), 0, "a single number has no spread that could be brought to 1"),
        ([L("instance_norm")], (8, 1, 1), 0,
         "8 channels of 1×1 pixels: each has no spread that could be brought to 1"),
        ([L("join")], (1, 4, 4), 0, "there is no skip before it whose samples it could join"),
        ([L("skip"), L("relu")], (1, 4, 4), 0, "no join takes up what it remembers"),
        ([L("skip"), L("max_pool"), L("join")], (1, 4, 4), 2,
         "1 channel of 2×2 pixels cannot stand beside the 1 channel of 4×4 pixels that its skip "
         "remembers"),
        ([L("skip"), L("flatten"), L("join")], (1, 4, 4), 2,
         "16 numbers cannot stand beside the 1 channel of 4×4 pixels that its skip remembers"),
        ([L("relu")] * 41, (4,), 40, "a network has at most 40 layers"),
        ([L("dense", units=16384), L("dense", units=16384)], (4,), 1,
         "with this layer there are 268,533,760 weights; at most 20,000,000 are allowed"),
        ([L("upsample", factor=8)] * 4, (1, 28, 28), 2,
         "with this layer there are 208,782,336 numbers that come out for each sample; at most "
         "16,777,216 are allowed"),
        ([L("conv", channels=256, kernel=9, padding=4)] * 2, (1, 28, 28), 1,
         "with this layer there are 4,178,055,168 multiplications for each sample; at most "
         "67,108,864 are allowed"),
        ([L("relu")], (2,), 0, "the last layer puts out 2 numbers instead of 1 number"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(
    layers: Layers, inputs: Shape, index: int, reason: str
) -> None:
    with pytest.raises(LayerError) as caught:
        Stack(layers, inputs, outputs=(1,) if layers == [L("relu")] else None)
    assert (caught.value.index, caught.value.reason) == (index, reason)
    assert caught.value.expected == f"a layer that fits here: {reason}"


@pytest.mark.parametrize(
    ("layer", "field", "reason"),
    [
        ({"id": "warp"}, "id", "expected one of dense, conv"),
        ({"params": {}}, "id", "expected one of dense"),
        ({"id": "conv", "params": {"kernel": 17}}, "params.kernel",
         "expected a whole number from 1 to 16, got 17"),
        ({"id": "conv", "params": {"depth": 1}}, "params.depth", "expected one of channels"),
        ({"id": "conv", "params": 3}, "params", "expected an object of parameters, got 3"),
        ({"id": ["conv"]}, "id", "expected one of"),
        ({"id": "conv", "more": 1}, "", 'expected an object with "id" and "params"'),
        ("conv", "", 'expected an object with "id" and "params"'),
    ],
)  # fmt: skip
def test_a_layer_that_cannot_be_read_is_named(layer: Any, field: str, reason: str) -> None:
    layers = [L("skip"), layer, L("join")]
    found = check(layers, (1, 4, 4))
    assert [shown["id"] for shown in found["layers"]] == ["skip"]
    assert found["problem"]["layer"] == 1
    assert found["problem"]["field"] == field
    assert found["problem"]["reason"].startswith(reason)
    with pytest.raises(LayerError) as caught:
        Stack(layers, (1, 4, 4))
    assert caught.value.field == ".".join(filter(None, ("layers.1", field)))


def test_what_a_person_sees_while_editing() -> None:
    layers = [
        L("dense", units=8, bias=False),
        L("batch_norm"),
        L("reshape", channels=2, height=2, width=2),
        L("conv", channels=3, kernel=3),
    ]
    found = check(layers, (5,), (3, 2, 2), labels=2)
    assert found == {
        "layers": [
            {"id": "dense", "label": "Fully connected", "input": [7], "output": [8], "weights": 56},
            {"id": "batch_norm", "label": "Batch norm", "input": [8], "output": [8], "weights": 16},
            {"id": "reshape", "label": "Reshape", "input": [8], "output": [2, 2, 2], "weights": 0},
            {"id": "conv", "label": "Convolution", "input": [2, 2, 2], "output": [3, 2, 2],
             "weights": 3 * 2 * 9 + 3},
        ],
        "weights": 56 + 16 + 57,
        "problem": None,
    }  # fmt: skip
    stack = Stack(layers, (5,), 2, outputs=(3, 2, 2))
    assert stack.counts == [56, 16, 0, 57]
    assert stack.size == 129
    assert stack.buffers == 16
    assert (stack.smallest_batch, Stack(layers[2:], (8,)).smallest_batch) == (2, 1)


def test_limits_allow_what_is_usual() -> None:
    assert check([L("relu")] * MOST_LAYERS, (4,))["problem"] is None
    most = [L("dense", units=1, bias=False)]
    assert check(most, (MOST_WEIGHTS,))["problem"] is None
    assert check([L("relu")], (MOST_NUMBERS,))["problem"] is None
    assert check([L("relu")], (MOST_NUMBERS + 1,))["problem"]["layer"] == 0


# Weights

FORM = L("reshape", channels=8, height=5, width=5)


def spread(stack: Stack, index: int) -> tuple[float, float]:
    """(mean, standard deviation) of fresh weights."""
    view = stack.layers(stack.initial(torch.Generator().manual_seed(0)))[index]
    return float(view.mean()), float(view.std())


@pytest.mark.parametrize(
    ("layers", "std"),
    [
        ([L("dense", units=200), L("relu")], math.sqrt(2 / 200)),
        ([L("dense", units=200), L("batch_norm"), L("leaky_relu", slope=1.0)], math.sqrt(1 / 200)),
        ([L("dense", units=200), L("tanh"), L("relu")], math.sqrt(1 / 200)),
        ([L("dense", units=200), L("dense", units=200), L("relu")], math.sqrt(1 / 200)),
        ([L("dense", units=200)], math.sqrt(1 / 200)),
        ([FORM, L("conv", channels=200), L("relu")], math.sqrt(2 / (8 * 9))),
        ([FORM, L("conv_transpose", channels=200), L("relu")], math.sqrt(2 / (8 * 4))),
    ],
)
def test_fresh_weights_have_he_spread(layers: Layers, std: float) -> None:
    stack = Stack(layers, (200,))
    mean, found = spread(stack, 0)
    count = stack.layers(torch.zeros(stack.size))[0].numel()
    assert found == pytest.approx(std, rel=4 / math.sqrt(2 * count))
    assert mean == pytest.approx(0.0, abs=4 * std / math.sqrt(count))


@pytest.mark.parametrize("name", ["conv", "conv_transpose"])
def test_he_keeps_the_size_of_signals(name: str) -> None:
    """The variance of what comes out is that of what goes in: checked where no edge is near."""
    stack = Stack([L(name, channels=64, kernel=4, stride=2, padding=1)], (64, 24, 24))
    rng = torch.Generator().manual_seed(0)
    weights = stack.layers(stack.initial(rng).float())
    out = stack.forward(weights, torch.randn(8, 64, 24, 24, generator=rng))
    assert float(out[..., 3:-3, 3:-3].std()) == pytest.approx(1.0, rel=0.05)


def test_dcgan_weights_are_as_published() -> None:
    layers = [L("dense", units=400), L("batch_norm"), L("relu"), L("dense", units=100)]
    stack = Stack(layers, (100,), init="dcgan")
    mean, std = spread(stack, 0)
    assert std == pytest.approx(0.02, rel=4 / math.sqrt(2 * 40_000))
    assert mean == pytest.approx(0.0, abs=4 * 0.02 / 200)
    mean, std = spread(stack, 2)
    assert mean == pytest.approx(1.0, abs=4 * 0.02 / 20)
    assert std == pytest.approx(0.02, rel=4 / math.sqrt(800))
    for zero in (1, 3, 5):
        assert spread(stack, zero) == (0.0, 0.0)


def test_the_views_cover_the_flat_vector_once() -> None:
    layers = [L("conv", channels=3), L("batch_norm"), L("conv_transpose", channels=2), L("flatten"),
              L("dense", units=4)]  # fmt: skip
    stack = Stack(layers, (2, 4, 4))
    flat = torch.zeros(stack.size)
    for view in stack.layers(flat):
        view.add_(1.0)
    assert torch.equal(flat, torch.ones(stack.size))
    shapes = [tuple(view.shape) for view in stack.layers(flat)]
    assert shapes[:4] == [(3, 2, 3, 3), (3,), (3,), (3,)]
    assert shapes[4:] == [(3, 2, 4, 4), (2,), (4, 2 * 8 * 8), (4,)]
    assert stack.layers(flat)[0].is_contiguous(memory_format=torch.channels_last)


def test_weights_begin_the_same_from_the_same_seed() -> None:
    stack = Stack([L("conv", spectral_norm=True)], (2, 4, 4))
    make: list[Callable[[torch.Generator], Tensor]] = [stack.initial, stack.fresh_buffers]
    for fresh in make:
        one, two, other = (fresh(torch.Generator().manual_seed(seed)) for seed in (1, 1, 2))
        assert torch.equal(one, two)
        assert not torch.equal(one, other)


# Labels, and what is looked at


def test_labels_go_in_beside() -> None:
    labels = torch.eye(3)[:2]
    flat, image = torch.randn(2, 4), torch.randn(2, 1, 2, 2)
    told = Stack([L("relu")], (4,), 3)
    assert told.shapes == [(7,), (7,)]
    assert torch.equal(told.forward([], flat, labels), torch.cat([flat.relu(), labels], 1))
    told = Stack([L("relu")], (1, 2, 2), 3)
    out = told.forward([], image, labels)
    assert torch.equal(out[:, :1], image.relu())
    assert torch.equal(out[:, 1:], labels[:, :, None, None] * torch.ones(2, 3, 2, 2))


def test_layers_can_be_looked_at() -> None:
    layers = [L("skip"), L("conv", channels=2), L("relu"), L("join"), L("flatten")]
    stack = Stack(layers, (1, 4, 4))
    weights = stack.layers(stack.initial(torch.Generator().manual_seed(0)).float())
    x = torch.randn(3, 1, 4, 4)
    seen = list(stack.every(weights, x))
    assert [tuple(h.shape[1:]) for h in seen] == stack.shapes[1:]
    assert torch.equal(seen[-1], stack.forward(weights, x))
    for k in range(len(stack.shapes)):
        assert torch.equal(stack.hidden(weights, x, k), seen[k - 1] if k else x)
