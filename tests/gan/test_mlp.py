"""Networks: layout, initial weights, Fourier features."""

import pytest
import torch

from ganlab.gan.mlp import ACTIVATIONS, INITIALIZATIONS, Mlp
from ganlab.gan.plane.networks import discriminators, generators

X = torch.randn(2, 6, generator=torch.Generator().manual_seed(0), dtype=torch.float64)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_activation_derivatives_by_autograd(activation: str) -> None:
    kind = ACTIVATIONS[activation]
    a = torch.linspace(-3, 3, 31, dtype=torch.float64) + 0.013
    x = a.clone().requires_grad_()
    h = kind.forward_(x.clone())
    (slope,) = torch.autograd.grad(h.sum(), x, create_graph=True)
    ours = kind.backward_(torch.ones_like(a), h.detach())
    torch.testing.assert_close(ours, slope.detach(), rtol=1e-12, atol=1e-14)
    bend = torch.zeros_like(a) if kind.bend is None else kind.bend(h.detach())
    if slope.requires_grad:
        (expected,) = torch.autograd.grad(slope.sum(), x, allow_unused=True)
        expected = torch.zeros_like(a) if expected is None else expected
        torch.testing.assert_close(bend, expected, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize(
    ("init", "expected"),
    [("he", (2 / 200) ** 0.5), ("xavier", (2 / 400) ** 0.5), ("gan_lab", 200**-0.5)],
)
def test_initial_weights_have_the_published_spread(init: str, expected: float) -> None:
    net = Mlp((2, 200, 200, 1), "relu", init)
    layers = net.layers(net.initial(torch.Generator().manual_seed(0)))
    inner = layers[1][:, :-1]
    # 40,000 weights: the standard error of their standard deviation is 1/√80,000 of it.
    assert float(inner.std()) == pytest.approx(expected, rel=4 * 80_000**-0.5)
    assert float(torch.stack([m[:, -1].abs().max() for m in layers]).max()) == 0.0


def test_sizes_add_up() -> None:
    net = Mlp((2, 8, 8, 1), "relu")
    assert net.size == 8 * 3 + 8 * 9 + 9
    assert [tuple(m.shape) for m in net.layers(torch.zeros(net.size))] == [(8, 3), (8, 9), (1, 9)]


def test_fourier_features_are_sinusoids_of_each_coordinate() -> None:
    net = Mlp((2, 8, 1), "relu", fourier=3)
    found = net.features(X)
    assert found.shape == (14, 6)
    torch.testing.assert_close(found[:2], X)
    for level in (1, 2, 3):
        for axis in (0, 1):
            row = 2 + 2 * (level - 1) + axis
            torch.testing.assert_close(found[row], torch.sin(2**level * X[axis]))
            torch.testing.assert_close(found[row + 6], torch.cos(2**level * X[axis]))


def test_every_initialization_and_activation_can_be_chosen() -> None:
    for entry in (generators["mlp"], discriminators["mlp"]):
        assert set(entry.params["init"].choices or ()) == set(INITIALIZATIONS)
        assert set(entry.params["activation"].choices or ()) == set(ACTIVATIONS)
