"""Minibatch discrimination: its equations by hand, its slopes, its effect on fakes all alike."""

from typing import Any

import pytest
import torch
from torch import Tensor

from ganlab.gan.autograd import Autograd
from ganlab.gan.comparing import Comparing
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.mlp import Mlp
from ganlab.gan.phases import DISCRIMINATOR
from ganlab.registry import ConfigError

NET = Comparing((2, 5, 4, 1), "tanh", kernels=3, dims=2)
SHAPE: dict[str, Any] = {"layers": 1, "width": 6, "activation": "tanh", "kernels": 3, "dims": 2}


def small(**changes: Any) -> Game:
    document = {
        "batch_size": 8,
        "generator": {"id": "mlp", "params": {"layers": 0, "width": 5}},
        "discriminator": {"id": "mlp", "params": SHAPE},
        **changes,
    }
    return Game(RunConfig.from_json(document), dtype=torch.float64)


def weights(net: Mlp) -> list[Tensor]:
    flat = net.initial(torch.Generator().manual_seed(3))
    noise = torch.randn(len(flat), generator=torch.Generator().manual_seed(4), dtype=torch.float64)
    return net.layers(flat + 0.3 * noise)


def by_hand(layers: list[Tensor], x: Tensor, k: int, among: list[Tensor]) -> float:
    """D's output for sample x, one number after the other as Salimans et al. write it, with the
    mean in place of the sum; the j-th of `among` is compared with.
    """

    def f(point: Tensor) -> Tensor:
        for matrix in layers[:-2]:
            point = torch.tanh(matrix[:, :-1] @ point + matrix[:, -1])
        return point

    def rows(point: Tensor) -> Tensor:
        return (layers[-2][:, :-1] @ f(point)).view(3, 2)

    close = []
    for b in range(3):
        total = 0.0
        for other in among:
            distance = sum(abs(float(rows(x)[b, c] - rows(other)[b, c])) for c in range(2))
            total += float(torch.exp(torch.tensor(-distance, dtype=torch.float64)))
        close.append(total / len(among))
    features = torch.cat([f(x), torch.tensor(close, dtype=torch.float64)])
    assert len(close) == k
    return float(layers[-1][0, :-1] @ features + layers[-1][0, -1])


def test_the_output_is_the_equations_of_salimans() -> None:
    layers = weights(NET)
    x = torch.randn(2, 7, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    each = list(x.t())
    expected = [by_hand(layers, point, 3, each) for point in each]
    assert NET.forward(layers, x)[0].tolist() == pytest.approx(expected, rel=1e-12)
    among = each[:3]
    expected = [by_hand(layers, point, 3, among) for point in each]
    found = NET.forward(layers, x, torch.stack(among, 1))[0]
    assert found.tolist() == pytest.approx(expected, rel=1e-12)


def test_alike_samples_are_as_close_as_can_be() -> None:
    """c_b of a sample with itself is 1: o = 1 for a batch of one place, and less for any other."""
    layers = weights(NET)
    layers[-1].zero_()
    layers[-1][0, 4:7] = 1.0  # the output is Σ_b o_b
    same = torch.full((2, 5), 0.3, dtype=torch.float64)
    torch.testing.assert_close(NET.forward(layers, same)[0], torch.full((5,), 3.0).double())
    spread = torch.linspace(-2, 2, 10, dtype=torch.float64).view(2, 5)
    assert float(NET.forward(layers, spread)[0].max()) < 2.5
    # the mean over the batch: twice the same batch is judged as once
    twice = NET.forward(layers, torch.cat([spread, spread], 1))[0]
    torch.testing.assert_close(twice[:5], NET.forward(layers, spread)[0])


def test_a_crowd_with_its_own_share_stands_for_a_batch() -> None:
    """o among the others of a batch with a share 1/n for itself is o within the batch."""
    layers = weights(NET)
    x = torch.randn(2, 6, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    within = NET.forward(layers, x)[0]
    for k in range(6):
        others = x[:, [j for j in range(6) if j != k]]
        found = NET.forward(layers, x[:, [k]], others, 1 / 6)[0]
        torch.testing.assert_close(found, within[[k]])


def test_real_and_fake_are_compared_among_themselves() -> None:
    """D's gradient in a game is that of both batches by hand, each on its own."""
    game = small()
    assert type(game._engine) is Autograd
    before = game.weights(DISCRIMINATOR).clone()
    turn = game.phases(DISCRIMINATOR)
    samples = {k: v.clone() for k, v in next(turn).values().items()}
    for phase in turn:
        if phase.name == "gradients":
            found = game.players[DISCRIMINATOR].gradient.clone()
    net = game.players[DISCRIMINATOR].net
    w = before.requires_grad_()
    real, fake = (net.forward(net.layers(w), samples[k].t())[0] for k in ("x_real", "x_fake"))
    soft = torch.nn.functional.softplus
    (expected,) = torch.autograd.grad(soft(-real).mean() + soft(fake).mean(), w)
    torch.testing.assert_close(found, expected)


def test_a_penalty_is_on_the_slope_by_the_sample_s_own_place() -> None:
    """The others of its batch stay where they are: against finite differences."""
    game = small(regularizers=[{"id": "r1", "params": {"weight": 2.0}}])
    net, layers = game.players[DISCRIMINATOR].net, [
        m.clone() for m in game.players[DISCRIMINATOR].layers
    ]  # fmt: skip
    turn, penalty = game.phases(DISCRIMINATOR), 0.0
    x = next(turn).values()["x_real"].t().clone()
    for phase in turn:
        if phase.name == "loss":
            penalty = phase.values()["penalty"]
    h, total = 1e-5, 0.0
    assert isinstance(net, Comparing)
    for k in range(8):
        for axis in (0, 1):
            moved = torch.zeros_like(x)
            moved[axis, k] = h
            up, down = (net.forward(layers, x + s * moved, x)[0, k] for s in (1, -1))
            total += float((up - down) / (2 * h)) ** 2
    assert penalty == pytest.approx(total / 8, rel=1e-6)  # weight/2 · mean


def test_off_is_a_plain_network() -> None:
    plain = RunConfig.from_json({}).bound("discriminator")(2)
    assert type(plain) is Mlp
    net = small().players[DISCRIMINATOR].net
    assert isinstance(net, Comparing)
    assert net.shapes == ((6, 3), (6, 7), (6, 7), (1, 10))


def test_too_many_comparisons_are_refused() -> None:
    many = {"id": "mlp", "params": {"kernels": 16, "dims": 8}}
    with pytest.raises(ConfigError, match="batch_size: expected at most 256 with a discriminator"):
        RunConfig.from_json({"discriminator": many, "batch_size": 257})
    RunConfig.from_json({"discriminator": many, "batch_size": 256})
    RunConfig.from_json({"discriminator": many, "batch_size": 512, "packing": 2})
    RunConfig.from_json({"batch_size": 4096})


def test_d_learns_to_tell_a_batch_that_is_all_alike() -> None:
    """Fakes that are all one real place: compared, D tells them; one by one, it hardly can."""

    def separation(kernels: int) -> float:
        net = {"id": "mlp", "params": {**SHAPE, "kernels": kernels}}
        game = small(discriminator=net, g_steps=0, batch_size=16, d_optimizer={
            "id": "adam", "params": {"lr": 0.01}})  # fmt: skip
        d = game.players[DISCRIMINATOR]
        rng = torch.Generator().manual_seed(5)
        for _ in range(150):
            w = d.weights.clone().requires_grad_()
            real = torch.randn(2, 16, generator=rng, dtype=torch.float64)
            fake = torch.randn(2, 1, generator=rng, dtype=torch.float64).expand(2, 16)
            judged = [d.net.forward(d.net.layers(w), x)[0] for x in (real, fake)]
            loss = game._rules.loss(*judged)[0]
            d.gradient.copy_(torch.autograd.grad(loss, w)[0])
            d.update()
        return float(loss.detach())

    assert separation(3) < 0.7 < 1.1 < separation(0)
