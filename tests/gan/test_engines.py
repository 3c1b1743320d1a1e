"""The fast engine against the general one, and both against a GAN written with torch.nn."""

import itertools
from typing import Any

import pytest
import torch
from torch import nn

from ganlab.gan.autograd import Autograd
from ganlab.gan.config import RunConfig
from ganlab.gan.dynamics import dynamics
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.mlp import ACTIVATIONS
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.tape import Tape
from ganlab.gan.turn import Batches
from ganlab.registry import param

PENALTIES = [
    [],
    [{"id": "gradient_penalty", "params": {"weight": 0.5}}],
    [{"id": "r1", "params": {"weight": 0.3}}, {"id": "r2", "params": {"weight": 0.2}}],
    [
        {"id": "gradient_penalty_one_sided", "params": {"weight": 0.5, "target": 0.3}},
        {"id": "gradient_penalty_zero_centred", "params": {"weight": 0.1}},
    ],
]
SHAPES = {
    "shallow": {"layers": 0, "width": 5},
    "deep": {"layers": 3, "width": 9},
}


def config(**changes) -> RunConfig:
    return RunConfig.from_json({"batch_size": 24, **changes})


def rebuilt(game: Game, engine) -> Game:
    """The same game on another engine."""
    game._bind(engine)
    return game


def play(configuration: RunConfig, engine, rounds: int) -> dict[str, torch.Tensor]:
    game = rebuilt(Game(configuration, dtype=torch.float64), engine)
    for _ in range(rounds):
        game.step()
    return game.state_dict()


def assert_same(configuration: RunConfig, rounds: int = 12) -> None:
    fast, general = play(configuration, Tape, rounds), play(configuration, Autograd, rounds)
    for name, value in general.items():
        torch.testing.assert_close(fast[name], value, rtol=1e-8, atol=1e-9, msg=name)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("penalties", PENALTIES, ids=["plain", "gp", "r1r2", "others"])
@pytest.mark.parametrize("shape", SHAPES)
def test_tape_equals_autograd(activation: str, penalties: list[Any], shape: str) -> None:
    params = {**SHAPES[shape], "activation": activation}
    net, wide = ({"id": "mlp", "params": {**params, **more}} for more in ({}, {"fourier": 2}))
    for generator, discriminator in ((net, net), (net, wide)):
        assert_same(
            config(
                generator=generator, discriminator=discriminator, regularizers=penalties,
                d_optimizer={"id": "sgd", "params": {"lr": 0.05}},
                g_optimizer={"id": "sgd", "params": {"lr": 0.05}},
            )
        )  # fmt: skip


@pytest.mark.parametrize("loss", [e.id for e in losses])
@pytest.mark.parametrize("dynamics", ["alternating", "simultaneous"])
def test_tape_equals_autograd_for_every_loss(loss: str, dynamics: str) -> None:
    for d_steps, g_steps in itertools.product((0, 1, 3), (0, 1, 2)):
        assert_same(
            config(
                loss={"id": loss}, dynamics={"id": dynamics}, d_steps=d_steps, g_steps=g_steps,
                generator={"id": "mlp", "params": {"width": 6, "output": "tanh"}},
                discriminator={"id": "mlp", "params": {"width": 6}},
                regularizers=[{"id": "instance_noise"}, {"id": "weight_clipping"}],
                d_optimizer={"id": "sgd", "params": {"lr": 0.05}},
            ),
            rounds=5,
        )  # fmt: skip


@pytest.mark.parametrize("entry", [e for e in dynamics if not e.extras.get("second_order")],
                         ids=lambda e: e.id)  # fmt: skip
def test_tape_equals_autograd_for_every_dynamics(entry: Any) -> None:
    most = 1 if entry.extras.get("once") else 2
    for d_steps, g_steps in itertools.product((0, most), (0, most)):
        assert_same(
            config(
                dynamics={"id": entry.id}, d_steps=d_steps, g_steps=g_steps,
                generator={"id": "mlp", "params": {"width": 6}},
                discriminator={"id": "mlp", "params": {"width": 6}},
                regularizers=[{"id": "instance_noise"}, {"id": "gradient_penalty"}],
                d_optimizer={"id": "sgd", "params": {"lr": 0.05}},
            ),
            rounds=4,
        )  # fmt: skip


def test_a_loss_without_slopes_rides_the_tape() -> None:
    @losses.register("Exponential")
    def exponential(d_real, d_fake, *, sharpness: float = param(1.0, 0.1, 2.0)):
        """For this test."""
        real, fake = torch.exp(-sharpness * d_real), torch.exp(sharpness * d_fake)
        return real.mean() + fake.mean(), torch.exp(-sharpness * d_fake).mean()

    try:
        small = {"id": "sgd", "params": {"lr": 0.01}}
        assert_same(config(loss={"id": "exponential"}, d_optimizer=small, g_optimizer=small))
    finally:
        losses.remove("exponential")


def torch_net(layers: list[torch.Tensor], slope: float | None, tanh: bool) -> nn.Sequential:
    parts: list[nn.Module] = []
    for k, matrix in enumerate(layers):
        linear = nn.Linear(matrix.shape[1] - 1, matrix.shape[0], dtype=torch.float64)
        linear.weight.data, linear.bias.data = matrix[:, :-1].clone(), matrix[:, -1].clone()
        parts.append(linear)
        if k < len(layers) - 1:
            parts.append(nn.ReLU() if slope is None else nn.LeakyReLU(slope))
    return nn.Sequential(*parts, *([nn.Tanh()] if tanh else []))


class Recorder(Batches):
    """Batches that remember what they gave."""

    def __init__(self, batches: Batches) -> None:
        self.__dict__.update(batches.__dict__)
        self.given: list[torch.Tensor] = []

    def next(self, number: int) -> torch.Tensor:
        batch = super().next(number)
        self.given.append(batch.t().clone())
        return batch


def test_one_round_of_wgan_gp_by_torch_nn() -> None:
    """An independent WGAN-GP round with torch.nn, torch.optim and double backward."""
    game = Game(
        config(
            loss={"id": "wasserstein"}, d_steps=1,
            regularizers=[{"id": "gradient_penalty", "params": {"weight": 10.0}}],
            generator={"id": "mlp", "params": {"width": 7, "output": "tanh"}},
            discriminator={"id": "mlp", "params": {"width": 7}},
        ),
        dtype=torch.float64,
    )  # fmt: skip
    recorder = Recorder(game._batches)
    game._batches = recorder
    rebuilt(game, Tape)
    g_net = torch_net(game.players[GENERATOR].layers, None, True)
    d_net = torch_net(game.players[DISCRIMINATOR].layers, 0.2, False)
    assert len(list(game.phases())) == 10
    z_d, z_g, x, mix = recorder.given
    d_opt, g_opt = (torch.optim.Adam(n.parameters(), 0.001) for n in (d_net, g_net))
    fake = g_net(z_d).detach()
    between = (mix * x + (1 - mix) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(d_net(between).sum(), between, create_graph=True)
    penalty = 10.0 * ((slope.norm(dim=1) - 1) ** 2).mean()
    (d_net(fake).mean() - d_net(x).mean() + penalty).backward()
    d_opt.step()
    (-d_net(g_net(z_g)).mean()).backward(inputs=list(g_net.parameters()))
    g_opt.step()
    for name, net in ((GENERATOR, g_net), (DISCRIMINATOR, d_net)):
        for layer, linear in zip(
            game.players[name].layers, (m for m in net if isinstance(m, nn.Linear)), strict=True
        ):
            torch.testing.assert_close(layer[:, :-1], linear.weight.data, rtol=1e-9, atol=1e-11)
            torch.testing.assert_close(layer[:, -1], linear.bias.data, rtol=1e-9, atol=1e-11)


def test_spectral_norm_keeps_every_layer_at_one() -> None:
    game = Game(config(discriminator={"id": "mlp", "params": {"width": 8, "spectral_norm": True}}))
    for _ in range(20):
        game.step()
    net = game.players[DISCRIMINATOR].net
    for layer in net.effective(game.players[DISCRIMINATOR].layers):
        largest = float(torch.linalg.svdvals(layer[:, :-1])[0])
        assert largest == pytest.approx(1.0, abs=1e-5)
    assert type(game._engine) is Autograd
