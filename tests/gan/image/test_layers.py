"""Layers: each against torch.nn's module with the same weights; spectral norm; gradients."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.autograd import gradcheck, gradgradcheck

from ganlab.gan.image.layers import layers
from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.layers.weighted import largest_stretch
from ganlab.gan.image.stack import Stack
from tests.gan.image.modules import MODULES

IMAGE: Shape = (3, 6, 5)
FLAT: Shape = (7,)
BATCH = 4

# Every layer at least once, and its parameters away from their defaults.
CASES: list[tuple[str, Shape, dict[str, Any]]] = [
    ("dense", FLAT, {"units": 4}),
    ("dense", FLAT, {"units": 4, "bias": False}),
    ("conv", IMAGE, {"channels": 4}),
    ("conv", IMAGE, {"channels": 2, "kernel": 4, "stride": 2, "padding": 2, "bias": False}),
    ("conv", (1, 5, 5), {"channels": 2, "kernel": 1, "padding": 0}),
    ("conv_transpose", IMAGE, {"channels": 2}),
    ("conv_transpose", IMAGE, {"channels": 1, "kernel": 3, "stride": 3, "padding": 2}),
    ("upsample", IMAGE, {}),
    ("upsample", IMAGE, {"factor": 3, "mode": "bilinear"}),
    ("max_pool", IMAGE, {}),
    ("max_pool", IMAGE, {"window": 3, "stride": 1, "padding": 1}),
    ("avg_pool", IMAGE, {}),
    ("avg_pool", IMAGE, {"window": 3, "stride": 2, "padding": 1}),
    ("batch_norm", IMAGE, {"momentum": 0.3}),
    ("batch_norm", FLAT, {"affine": False}),
    ("layer_norm", IMAGE, {}),
    ("layer_norm", FLAT, {}),
    ("instance_norm", IMAGE, {}),
    ("instance_norm", IMAGE, {"affine": False}),
    *[(name, IMAGE, {}) for name in ("relu", "elu", "gelu", "silu", "softplus", "tanh", "sigmoid")],
    ("leaky_relu", IMAGE, {"slope": 0.3}),
    ("dropout", IMAGE, {}),
    ("reshape", (90,), {"channels": 3, "height": 6, "width": 5}),
    ("flatten", IMAGE, {}),
    ("skip", IMAGE, {}),
    ("told", IMAGE, {}),
]  # fmt: skip
NAMES = [f"{name} {len(shape)}d {params}" for name, shape, params in CASES]
case = pytest.mark.parametrize(("name", "inputs", "params"), CASES, ids=NAMES)


def rng(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def normal(*shape: int, seed: int = 1) -> Tensor:
    return torch.randn(*shape, generator=rng(seed), dtype=torch.float64)


def uniform(shape: Shape) -> Tensor:
    return torch.rand(shape, generator=rng(2), dtype=torch.float64)


def stack_of(name: str, inputs: Shape, params: dict[str, Any]) -> Stack:
    """A stack of one layer; a skip needs a join."""
    layer = {"id": name, "params": params}
    return Stack([layer, {"id": "join"}] if name == "skip" else [layer], inputs)


def one(stack: Stack) -> Callable[..., Tensor]:
    """The first layer of a stack as a function of its samples."""
    return lambda weights, x, **more: stack.hidden(weights, x, 1, **more)


def test_every_layer_has_a_case() -> None:
    assert {name for name, _, _ in CASES} | {"join"} == {entry.id for entry in layers}


@case
@pytest.mark.parametrize("training", [True, False])
def test_a_layer_is_what_torch_has(name: str, inputs: Shape, params, training: bool) -> None:
    stack = stack_of(name, inputs, params)
    weights = [
        normal(*view.shape, seed=k) for k, view in enumerate(stack.layers(torch.zeros(stack.size)))
    ]
    buffers = stack.buffer_views(stack.fresh_buffers(rng()))
    module = MODULES[name](inputs, layers[name].fill(params)).double()
    module.train(training and name != "dropout")
    for own, theirs in zip(weights, module.parameters(), strict=True):
        theirs.data = own
    x = normal(BATCH, *inputs)
    found = one(stack)(weights, x, buffers=buffers, training=training and name != "dropout")
    torch.testing.assert_close(found, module(x), rtol=1e-12, atol=1e-12)
    assert tuple(found.shape[1:]) == stack.shapes[1]


def test_running_statistics_are_those_of_torch() -> None:
    for inputs, module in ((IMAGE, torch.nn.BatchNorm2d(3)), (FLAT, torch.nn.BatchNorm1d(7))):
        stack = Stack([{"id": "batch_norm"}], inputs)
        module.double().train()
        buffers = stack.buffer_views(stack.fresh_buffers(rng()))
        weights = stack.layers(stack.initial(rng()))
        for step in range(5):
            x = 3.0 * normal(BATCH, *inputs, seed=step) + 2.0
            stack.forward(weights, x, buffers=buffers, training=True)
            module(x)
        torch.testing.assert_close(buffers[0], module.running_mean, rtol=1e-12, atol=1e-12)
        torch.testing.assert_close(buffers[1], module.running_var, rtol=1e-12, atol=1e-12)
        before = [b.clone() for b in buffers]
        seen = stack.forward(weights, x, buffers=buffers)
        torch.testing.assert_close(seen, module.eval()(x), rtol=1e-12, atol=1e-12)
        assert all(torch.equal(a, b) for a, b in zip(before, buffers, strict=True))


@pytest.mark.parametrize("whole", [False, True])
def test_dropout_leaves_out_what_the_masks_say(whole: bool) -> None:
    stack = Stack([{"id": "dropout", "params": {"probability": 0.4, "whole": whole}}], IMAGE)
    x = normal(BATCH, *IMAGE)
    shape = (BATCH, *stack.masks[0])
    assert shape == ((BATCH, 3, 1, 1) if whole else (BATCH, *IMAGE))
    expected = torch.where(uniform(shape) < 0.4, 0.0, x / 0.6)
    found = stack.forward([], x, training=True, masks=uniform)
    torch.testing.assert_close(found, expected, rtol=1e-12, atol=1e-12)
    assert 0 < int((found == 0).sum()) < found.numel()
    with pytest.raises(ValueError, match="expected a source of random masks"):
        stack.forward([], x, training=True)


def test_a_join_puts_the_last_open_skip_beside() -> None:
    names = ("skip", "tanh", "skip", "relu", "join", "join")
    stack = Stack([{"id": name} for name in names], IMAGE)
    x = normal(BATCH, *IMAGE)
    h = x.tanh()
    torch.testing.assert_close(stack.forward([], x), torch.cat([h.relu(), h, x], 1))
    assert stack.outputs == (9, 6, 5)


# Spectral norm

SPECTRAL: list[tuple[str, Shape, dict[str, Any]]] = [
    ("dense", FLAT, {"units": 5}),
    ("conv", IMAGE, {"channels": 5, "bias": False}),
    ("conv_transpose", IMAGE, {"channels": 4}),
]
spectral = pytest.mark.parametrize(("name", "inputs", "params"), SPECTRAL)


def rows(name: str, matrix: Tensor) -> Tensor:
    """The matrix (outputs, k) whose largest singular value counts."""
    return (matrix.transpose(0, 1) if name == "conv_transpose" else matrix).flatten(1)


@spectral
def test_spectral_norm_divides_by_the_largest_singular_value(name: str, inputs, params) -> None:
    stack = Stack([{"id": name, "params": {**params, "spectral_norm": True}}], inputs)
    plain = Stack([{"id": name, "params": params}], inputs)
    weights = stack.layers(5.0 * stack.initial(rng()))
    buffers = stack.buffer_views(stack.fresh_buffers(rng(3)))
    x = normal(BATCH, *inputs)
    for _ in range(400):
        stack.forward(weights, x, buffers=buffers, training=True)
    largest = torch.linalg.svdvals(rows(name, weights[0]))[0]
    expected = plain.forward([weights[0] / largest, *weights[1:]], x)
    before = buffers[0].clone()
    torch.testing.assert_close(stack.forward(weights, x, buffers=buffers), expected)
    assert torch.equal(before, buffers[0])
    assert float(before.norm()) == pytest.approx(1.0)


@spectral
def test_spectral_norm_has_the_gradient_of_the_exact_one(name: str, inputs, params) -> None:
    stack = Stack([{"id": name, "params": {**params, "spectral_norm": True}}], inputs)
    plain = Stack([{"id": name, "params": params}], inputs)
    weights = [w.requires_grad_() for w in stack.layers(stack.initial(rng()))]
    left = torch.linalg.svd(rows(name, weights[0].detach()), full_matrices=False)[0][:, 0]
    x, other = normal(BATCH, *inputs), normal(BATCH, *stack.outputs, seed=4)
    ours = (stack.forward(weights, x, buffers=[left.clone()]) * other).sum()
    exact = weights[0] / torch.linalg.matrix_norm(rows(name, weights[0]), 2)
    theirs = (plain.forward([exact, *weights[1:]], x) * other).sum()
    found, expected = (torch.autograd.grad(loss, weights[0])[0] for loss in (ours, theirs))
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-9)


def test_one_power_iteration_is_algorithm_1_of_miyato() -> None:
    matrix, direction = normal(4, 6), normal(4, seed=5)
    v = matrix.T @ direction
    v /= v.norm()
    u = matrix @ v
    u /= u.norm()
    kept = direction.clone()
    found = largest_stretch(matrix, direction, training=False)
    assert torch.equal(direction, kept)
    assert float(found) == pytest.approx(float(u @ matrix @ v), rel=1e-12)
    largest_stretch(matrix, direction, training=True)
    torch.testing.assert_close(direction, u, rtol=1e-12, atol=1e-12)


# Gradients, and gradients of gradients: what R1 and WGAN-GP ask of D


@pytest.mark.parametrize(
    ("name", "inputs", "params"),
    [*CASES, *[(n, i, {**p, "spectral_norm": True}) for n, i, p in SPECTRAL]],
)
def test_a_layer_can_be_differentiated_twice(name: str, inputs: Shape, params) -> None:
    small = inputs if name == "reshape" else tuple(min(n, 4) for n in inputs)
    stack = stack_of(name, small, params)
    views = [w.clone() for w in stack.layers(normal(stack.size, seed=6))]
    buffers = stack.buffer_views(stack.fresh_buffers(rng()))
    # In training a power iteration moves on with every call: no function of its arguments.
    training = not params.get("spectral_norm", False)

    def forward(x: Tensor, *weights: Tensor) -> Tensor:
        return one(stack)(weights, x, buffers=buffers, training=training, masks=uniform)

    arguments = [normal(2, *small), *views]
    # Nor are its directions functions of the weights: they count as constants.
    for argument in arguments if training else arguments[:1]:
        argument.requires_grad_()
    assert gradcheck(forward, arguments, fast_mode=True)
    assert gradgradcheck(forward, arguments, fast_mode=True)


def test_two_passes_in_training_can_be_differentiated_together() -> None:
    """As D's on real and on fake samples: the second pass moves the buffers of the first."""
    both: list[dict[str, Any]] = [
        {"id": "conv", "params": {"channels": 4, "spectral_norm": True}},
        {"id": "batch_norm"},
        {"id": "tanh"},
    ]
    stack = Stack(both, IMAGE)
    weights = [w.requires_grad_() for w in stack.layers(stack.initial(rng()))]
    buffers = stack.buffer_views(stack.fresh_buffers(rng()))
    x = [normal(BATCH, *IMAGE, seed=k).requires_grad_() for k in (7, 8)]
    outs = [stack.forward(weights, xx, buffers=buffers, training=True).square().sum() for xx in x]
    slopes = torch.autograd.grad(outs[0] + outs[1], x, create_graph=True)
    size = sum(slope.square().sum() for slope in slopes)
    assert isinstance(size, Tensor)
    assert all(bool(g.isfinite().all()) for g in torch.autograd.grad(size, weights))


def test_every_layer_is_of_a_kind() -> None:
    kinds = {"weights", "size", "norm", "activation", "form"}
    assert {entry.extras.get("kind") for entry in layers} == kinds
