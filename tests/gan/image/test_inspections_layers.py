"""Inspections of layers: feature maps and filters are those of the networks' own numbers."""

from typing import Any

import numpy as np
import pytest
import torch

from ganlab.gan.image.inspections.features import as_maps, stretched
from ganlab.gan.image.inspections.filters import as_pictures, kernels, toned
from ganlab.gan.image.stack import Stack
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from tests.gan.image.looks import LINEAR, game_of, look, subject_of


def layer(kind: str, **params: Any) -> dict[str, Any]:
    return {"id": kind, "params": params}


@pytest.mark.parametrize("player", [GENERATOR, DISCRIMINATOR])
def test_every_layer_shows_what_it_puts_out(player: str) -> None:
    game = game_of()
    net, subject = game.net(player), subject_of(game)
    weights, buffers = game.shown(player)
    x = subject.inputs([3]) if player == GENERATOR else subject.seen("fake", 3)[0]
    for place in range(1, len(net.counts) + 1):
        out = net.hidden(weights, x, place, buffers=buffers)[0].detach()
        found = look(game, "features", index=3, player=player, layer=place)
        low, high = found.facts["ranges"][0]
        if out.dim() == 1:
            assert found.facts["flat"]
            assert found.facts["of"] == len(out)
            assert low == pytest.approx(float(out.min()), rel=1e-4, abs=1e-6)
            continue
        assert found.arrays["maps"].shape == out[:64].shape
        back = found.arrays["maps"][0] / 255 * (high - low) + low
        np.testing.assert_allclose(back, out[0].numpy(), atol=(high - low) / 255)


def test_maps_are_stretched_each_by_its_own_range() -> None:
    maps, low, high = stretched(torch.tensor([[[0.0, 1.0], [2.0, 4.0]], [[7.0, 7.0], [7.0, 7.0]]]))
    assert maps.tolist() == [[[0, 64], [128, 255]], [[0, 0], [0, 0]]]
    assert (low.tolist(), high.tolist()) == ([0.0, 7.0], [4.0, 7.0])


def test_a_row_of_numbers_becomes_one_map() -> None:
    maps, of = as_maps(torch.arange(1.0, 8.0))
    assert of == 7
    assert maps.tolist() == [[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 1.0, 1.0]]]
    assert as_maps(torch.zeros(100, 2, 3))[0].shape == (64, 2, 3)
    assert as_maps(torch.zeros(1))[0].shape == (1, 1, 1)


def test_filters_of_a_convolution_are_its_kernels() -> None:
    net = Stack([layer("conv", channels=5, kernel=3)], (3, 8, 8))
    weights = net.layers(net.initial(torch.Generator()))
    found = kernels(net, weights, 1)
    assert found is not None
    assert found.shape == (5, 3, 3, 3)
    assert torch.equal(found, weights[0])
    assert as_pictures(found).shape == (5, 3, 3, 3), "three channels are one picture in colour"
    assert as_pictures(torch.zeros(5, 4, 3, 3)).shape == (20, 1, 3, 3)


def test_filters_of_dense_layers_are_what_they_read_and_paint() -> None:
    read = Stack([layer("flatten"), layer("dense", units=4)], (1, 3, 5))
    weights = read.layers(read.initial(torch.Generator()))
    found = kernels(read, weights, 2)
    assert found is not None
    assert torch.equal(found[2, 0], weights[0][2].view(3, 5))
    assert kernels(read, weights, 1) is None
    paint = Stack([layer("dense", units=6), layer("reshape", channels=1, height=2, width=3)], (4,))
    weights = paint.layers(paint.initial(torch.Generator()))
    found = kernels(paint, weights, 1)
    assert found is not None
    assert torch.equal(found[3, 0], weights[0][:, 3].view(2, 3))
    inner = Stack([layer("dense", units=4), layer("relu"), layer("dense", units=2)], (3,))
    assert kernels(inner, inner.layers(inner.initial(torch.Generator())), 3) is None


def test_weights_are_toned_around_grey() -> None:
    shown, scale = toned(torch.tensor([-0.5, 0.0, 0.25, 0.5]))
    assert shown.tolist() == [0, 128, 191, 255]
    assert scale == 0.5


def test_a_linear_discriminator_is_one_filter() -> None:
    game = game_of(torch.float64, **LINEAR)
    weights = game.net(DISCRIMINATOR).layers(game.weights(DISCRIMINATOR))[0].view(16, 16)
    found = look(game, "filters")
    assert (found.facts["layer"], found.facts["of"]) == (2, 1)
    back = (found.arrays["filters"][0, :, :, 0].astype(float) / 127.5 - 1) * found.facts["scale"]
    np.testing.assert_allclose(back, weights.numpy(), atol=found.facts["scale"] / 127)


def test_what_d_is_told_of_classes_is_no_part_of_its_filters() -> None:
    game = game_of(model={"id": "conditional"})
    plain = look(game_of(), "filters")
    found = look(game, "filters")
    assert found.arrays["filters"].shape == plain.arrays["filters"].shape
