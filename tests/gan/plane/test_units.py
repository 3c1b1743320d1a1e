"""Units of a layer against a plain torch network with the same weights."""

import numpy as np
import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.plane.snapshot import Eye, View
from ganlab.gan.plane.units import MOST_UNITS, SIDE, Layer

PLAIN = {"leaky_relu": torch.nn.LeakyReLU(0.2), "tanh": torch.nn.Tanh(), "relu": torch.nn.ReLU()}


def game(prior: str = "uniform", dimension: int = 2, **network: object) -> Game:
    params = {"layers": 2, "width": 12, "activation": "tanh", **network}
    g = Game(
        RunConfig.from_json(
            {
                "batch_size": 32,
                "prior": {"id": prior, "params": {"dimension": dimension}},
                "generator": {"id": "mlp", "params": params},
                "discriminator": {"id": "mlp", "params": params},
            }
        ),
        dtype=torch.float64,
    )
    for _ in range(3):
        g.step()
    return g


def plain_hidden(g: Game, player: str, x: torch.Tensor, layer: int) -> torch.Tensor:
    """(n, width): a torch network built from the weights that a person would download."""
    state = g.state_dict()
    net = torch.nn.Sequential()
    for k in range(layer):
        weight = state[f"{player}.weights.{k}.weight"]
        linear = torch.nn.Linear(weight.shape[1], weight.shape[0], dtype=torch.float64)
        linear.weight.data, linear.bias.data = weight, state[f"{player}.weights.{k}.bias"]
        net.append(linear).append(PLAIN[g.config.generator.params["activation"]])
    hidden: torch.Tensor = net(x).detach()
    return hidden


def places(extent: list[float]) -> torch.Tensor:
    """Cell centres, row by row from the lower edge, by two plain loops."""
    axes = [
        [low + (k + 0.5) / SIDE * (high - low) for k in range(SIDE)]
        for low, high in zip(extent[::2], extent[1::2], strict=True)
    ]
    if len(axes) == 1:
        return torch.tensor([[x] for x in axes[0]], dtype=torch.float64)
    return torch.tensor([[x, y] for y in axes[1] for x in axes[0]], dtype=torch.float64)


def look(g: Game, player: str, layer: int) -> tuple[np.ndarray, dict[str, object]]:
    snapshot = Eye(g).look(View(frozenset(), units=Layer(player, layer)))
    assert snapshot.units is not None
    return snapshot.arrays["units"], dict(snapshot.units)


@pytest.mark.parametrize("activation", list(PLAIN))
@pytest.mark.parametrize("layer", [1, 2, 3])
@pytest.mark.parametrize("player", ["generator", "discriminator"])
def test_units_are_what_a_plain_network_puts_out(player: str, layer: int, activation: str) -> None:
    g = game(activation=activation)
    pictures, facts = look(g, player, layer)
    assert pictures.shape == (12, SIDE, SIDE)
    assert pictures.dtype == np.uint8
    x = places(facts["extent"])  # type: ignore[arg-type]
    if player == "discriminator":
        assert facts["extent"] == list(g.plane.extent)
        x = g.to_network(x)
    expected = plain_hidden(g, player, x, layer).T.view(12, SIDE, SIDE).numpy()
    assert facts["scale"] == pytest.approx(np.abs(expected).max(), rel=1e-5)
    shown = (pictures / 127.5 - 1) * facts["scale"]  # type: ignore[operator]
    assert np.abs(shown - expected).max() <= 0.6 / 127.5 * np.abs(expected).max()


def test_noise_of_one_number_gives_strips() -> None:
    g = game(dimension=1)
    pictures, facts = look(g, "generator", 1)
    assert pictures.shape == (12, 1, SIDE)
    assert (facts["axes"], facts["dimension"], facts["extent"]) == (1, 1, [-1.0, 1.0])


def test_of_noise_of_many_numbers_the_first_two_are_varied() -> None:
    g = game(prior="gaussian", dimension=7)
    pictures, facts = look(g, "generator", 2)
    assert (facts["axes"], facts["dimension"]) == (2, 7)
    x = torch.nn.functional.pad(places(facts["extent"]), (0, 5))  # type: ignore[arg-type]
    expected = plain_hidden(g, "generator", x, 2).T.view(12, SIDE, SIDE).numpy()
    shown = (pictures / 127.5 - 1) * facts["scale"]  # type: ignore[operator]
    assert np.abs(shown - expected).max() <= 0.01 * np.abs(expected).max()


@pytest.mark.parametrize("prior", ["uniform", "gaussian", "sphere"])
@pytest.mark.parametrize("dimension", [1, 2, 3])
def test_every_prior_has_a_picture(prior: str, dimension: int) -> None:
    pictures, facts = look(game(prior, dimension), "generator", 1)
    assert len(pictures) == 12
    assert np.isfinite(facts["extent"]).all()  # type: ignore[call-overload]


def test_of_wide_layers_the_first_units_are_shown() -> None:
    pictures, facts = look(game(width=100), "discriminator", 1)
    assert len(pictures) == facts["units"] == MOST_UNITS
    assert facts["of"] == 100


def test_a_layer_that_there_is_not_is_left_out() -> None:
    snapshot = Eye(game()).look(View(frozenset({"real"}), units=Layer("generator", 9)))
    assert set(snapshot.arrays) == {"real"}
    assert snapshot.units is None


def test_the_generator_that_is_shown_is_the_one_looked_into() -> None:
    g = game()
    plain, _ = look(g, "generator", 1)
    averaged = game()
    averaged.configure(averaged.config.changed({"g_ema": 0.99}))
    averaged.step()
    shown, _ = look(averaged, "generator", 1)
    g.step()
    moved, _ = look(g, "generator", 1)
    assert not np.array_equal(moved, plain)
    assert not np.array_equal(shown, moved)
