"""Packing: what D sees of a batch, and a PacGAN by torch.nn; in whose company places are judged."""

from typing import Any

import pytest
import torch
from torch import Tensor, nn

from ganlab.gan.autograd import Autograd
from ganlab.gan.company import COMPANIES, Company, packed, per_sample
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.plane.snapshot import Eye, View
from ganlab.gan.tape import Tape
from ganlab.registry import ConfigError

NET = {"id": "mlp", "params": {"layers": 1, "width": 6, "activation": "tanh"}}
SMALL: dict[str, Any] = {"batch_size": 12, "generator": NET, "discriminator": NET}
PENALTY = {"id": "gradient_penalty", "params": {"weight": 0.7}}


def small(**changes: Any) -> Game:
    return Game(RunConfig.from_json({**SMALL, **changes}), dtype=torch.float64)


def test_a_pack_holds_all_rows_of_its_samples() -> None:
    x = torch.arange(12.0).view(2, 6)  # sample k is (k, k + 6)
    packs = packed(x, 3)
    assert packs.tolist() == [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10, 11]]
    assert packed(x, 1) is x
    assert packs.data_ptr() == x.data_ptr()  # a view
    assert per_sample(torch.tensor([7.0, 8.0]), 3).tolist() == [7, 8, 7, 8, 7, 8]


def _gradient(linear: nn.Linear) -> Tensor:
    assert linear.weight.grad is not None
    assert linear.bias.grad is not None
    return torch.cat([linear.weight.grad, linear.bias.grad[:, None]], 1).flatten()


def packs_by_hand(x: Tensor, size: int) -> Tensor:
    """Samples (n, 2) → packs (n/size, 2·size), rows x₁ … xₘ y₁ … yₘ."""
    share = len(x) // size
    return torch.stack([
        torch.cat([torch.stack([x[j + a * share, axis] for a in range(size)]) for axis in (0, 1)])
        for j in range(share)
    ])  # fmt: skip


@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_pacgan_by_torch_nn(size: int) -> None:
    """One round with a gradient penalty over whole packs: both gradients, and what is shown."""
    game = small(packing=size, regularizers=[PENALTY])
    found: dict[tuple[str, str], Any] = {}
    weights = game.weights(DISCRIMINATOR).clone()
    mix = game._batches._streams[3]  # BETWEEN
    weight = mix.next()[0, : 12 // size]
    mix.start_block(0)
    for phase in game.phases():
        shown = {k: v.clone() if isinstance(v, Tensor) else v for k, v in phase.values().items()}
        found[phase.player, phase.name] = shown
    turn = found[DISCRIMINATOR, "samples"]
    real, fake = (packs_by_hand(turn[k], size) for k in ("x_real", "x_fake"))
    net = nn.Sequential(
        nn.Linear(2 * size, 6), nn.Tanh(), nn.Linear(6, 6), nn.Tanh(), nn.Linear(6, 1)
    ).double()
    linears = [m for m in net if isinstance(m, nn.Linear)]
    layers = game.players[DISCRIMINATOR].net.layers(weights)
    for matrix, linear in zip(layers, linears, strict=True):
        linear.weight.data, linear.bias.data = matrix[:, :-1].clone(), matrix[:, -1].clone()
    judged = found[DISCRIMINATOR, "predictions"]["d_fake"]
    torch.testing.assert_close(judged, net(fake)[:, 0].detach().repeat(size))
    between = (weight[:, None] * real + (1 - weight[:, None]) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(net(between).sum(), between, create_graph=True)
    entropy = nn.functional.softplus
    loss = entropy(-net(real)).mean() + entropy(net(fake)).mean()
    loss = loss + 0.7 * ((slope.norm(dim=1) - 1) ** 2).mean()
    assert found[DISCRIMINATOR, "loss"]["loss"] == pytest.approx(float(loss.detach()), rel=1e-12)
    loss.backward()
    expected = torch.cat([_gradient(m) for m in linears])
    torch.testing.assert_close(game.players[DISCRIMINATOR].gradient, expected)


def test_g_learns_through_its_packs() -> None:
    """Its gradient against finite differences of the loss that a packed D gives."""
    game = small(packing=3, d_steps=0)
    before = game.weights(GENERATOR).clone()
    turn = game.phases(GENERATOR)
    samples = {k: v.clone() for k, v in next(turn).values().items()}
    assert len(list(turn)) == 4
    found, d = game.players[GENERATOR].gradient, game.players[DISCRIMINATOR]

    def loss(w: Tensor) -> float:
        fakes = game.players[GENERATOR].forward(samples["noise"].t(), w)
        out = d.net.forward(d.layers, packs_by_hand(fakes.t(), 3).t())[0]
        return float(nn.functional.softplus(-out).mean())

    rng = torch.Generator().manual_seed(1)
    for v in torch.randn(4, len(before), generator=rng, dtype=torch.float64):
        slope = (loss(before + 1e-5 * v) - loss(before - 1e-5 * v)) / 2e-5
        assert float(found @ v) == pytest.approx(slope, rel=1e-6, abs=1e-9)


def test_linear_packed_d_has_the_slope_of_all_its_samples() -> None:
    """A single layer w: ‖∇D‖² is ‖w‖² over the whole pack, wherever it is measured."""
    linear = {"id": "mlp", "params": {"layers": 0, "width": 1, "activation": "leaky_relu"}}
    r1 = {"id": "r1", "params": {"weight": 2.0}}
    game = small(packing=4, discriminator=linear, regularizers=[r1])
    first, last = game.players[DISCRIMINATOR].layers
    first[0, -1] = 100.0  # far on the bright side of the one unit
    expected = float((first[0, :-1] * last[0, 0]).square().sum())
    penalty = next(p.values()["penalty"] for p in game.phases() if p.name == "loss")
    assert penalty == pytest.approx(expected, rel=1e-12)
    assert expected > 1.5 * float((first[0, :2] * last[0, 0]).square().sum())


def test_one_is_the_plain_game_on_the_fast_engine() -> None:
    assert isinstance(small()._engine, Tape)
    assert isinstance(small(packing=2)._engine, Autograd)
    assert small(packing=1).players[DISCRIMINATOR].net.sizes[0] == 2
    assert small(packing=3).players[DISCRIMINATOR].net.sizes[0] == 6
    assert small(packing=3).players[GENERATOR].net.sizes == small().players[GENERATOR].net.sizes


def test_what_does_not_go_with_packs_is_refused() -> None:
    with pytest.raises(ConfigError, match="batch_size: expected a multiple of the packing, 3"):
        RunConfig.from_json({**SMALL, "batch_size": 10, "packing": 3})
    with pytest.raises(ConfigError, match="packing: expected 1 with a model that is told"):
        RunConfig.from_json({**SMALL, "packing": 2, "model": {"id": "conditional"}})
    config = RunConfig.from_json({**SMALL, "packing": 3})
    with pytest.raises(ConfigError, match="a multiple of the packing"):
        config.changed({"batch_size": 64})
    assert config.changed({"batch_size": 63}).batch_size == 63


def test_places_are_judged_among_real_samples_and_fakes_among_fakes() -> None:
    game = small(packing=3)
    d = game.players[DISCRIMINATOR]
    x = torch.tensor([[0.3, -0.2], [1.0, 0.5], [-0.4, 0.8], [0.1, 0.1]], dtype=torch.float64)
    seen = game.to_network(x)
    packs = torch.stack([torch.cat([seen[(k + a) % 4] for a in range(3)]) for k in range(4)])
    packs = packs.view(4, 3, 2).transpose(1, 2).reshape(4, 6)
    among_fakes = d.net.forward(d.layers, packs.t())[0]
    torch.testing.assert_close(game.discriminate(x, fakes=True), among_fakes)
    real = game.to_network(game._among.double())
    expected = torch.zeros(4, dtype=torch.float64)
    for k in range(COMPANIES):
        two = real[2 * k : 2 * k + 2]
        rows = [torch.cat([torch.stack([s, *two])[:, axis] for axis in (0, 1)]) for s in seen]
        expected += d.net.forward(d.layers, torch.stack(rows).t())[0] / COMPANIES
    torch.testing.assert_close(game.discriminate(x), expected)
    assert not torch.allclose(among_fakes, expected)
    # one place's verdict does not depend on which others are asked for
    torch.testing.assert_close(game.discriminate(x[:1]), expected[:1])


def test_the_pull_of_a_fake_is_by_its_own_place() -> None:
    game = small(packing=2)
    x = torch.tensor([[0.3, -0.2], [1.0, 0.5], [-0.4, 0.8]], dtype=torch.float64)
    found, h = game.pull(x), 1e-5
    d, others = game.players[DISCRIMINATOR], game.to_network(x).roll(-1, 0)
    for k, axis in ((0, 0), (1, 1), (2, 0)):

        def loss(shift: float, k: int = k, axis: int = axis) -> float:
            moved = x[k].clone()
            moved[axis] += shift
            pack = torch.stack([game.to_network(moved), others[k]], 1).reshape(4, 1)
            return float(nn.functional.softplus(-d.net.forward(d.layers, pack)[0]))

        assert float(found[k, axis]) == pytest.approx((loss(-h) - loss(h)) / (2 * h), rel=1e-6)


def test_a_look_never_changes_a_packed_game() -> None:
    game, other = (small(packing=4, model={"id": "bigan"}) for _ in range(2))
    eye = Eye(game)
    for _ in range(3):
        found = eye.look(View())
        game.step()
        other.step()
    assert torch.equal(game.weights(GENERATOR), other.weights(GENERATOR))
    assert found.arrays["d_grid"].shape == (64, 64)


def test_company_is_large_enough_for_every_packing() -> None:
    assert all(Company(size, 1).size >= COMPANIES * (size - 1) for size in range(1, 5))
