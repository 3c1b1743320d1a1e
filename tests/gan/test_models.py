"""Conditional GAN and BiGAN against games written by hand with torch.nn, in float64."""

from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import one_hot, softplus

from ganlab.gan import streams
from ganlab.gan.autograd import Autograd
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.models import models
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.tape import Tape
from ganlab.gan.turn import Batches
from ganlab.registry import ConfigError

RATE = 0.05
SGD = {"id": "sgd", "params": {"lr": RATE}}
NET = {"id": "mlp", "params": {"width": 6, "layers": 1}}
SMALL = {
    "batch_size": 24, "generator": NET, "discriminator": NET, "d_optimizer": SGD,
    "g_optimizer": SGD,
}  # fmt: skip


def config(model: str, **changes: Any) -> RunConfig:
    return RunConfig.from_json({**SMALL, "model": {"id": model}, **changes})


def game_of(model: str, **changes: Any) -> Game:
    return Game(config(model, **changes), dtype=torch.float64)


class Recorder(Batches):
    """Batches that remember what they gave, by stream, in rows."""

    def __init__(self, batches: Batches) -> None:
        self.__dict__.update(batches.__dict__)
        self.given: dict[int, list[Tensor]] = {}

    @torch.inference_mode(False)  # what is given is to be differentiated here
    def next(self, number: int) -> Tensor:
        batch = super().next(number)
        self.given.setdefault(number, []).append(batch.t().clone())
        return batch


def recorded(game: Game) -> Recorder:
    recorder = Recorder(game._batches)
    game._batches = recorder
    game._bind(type(game._engine))
    return recorder


def torch_net(layers: list[Tensor], activation: nn.Module) -> nn.Sequential:
    parts: list[nn.Module] = []
    for matrix in layers:
        linear = nn.Linear(matrix.shape[1] - 1, matrix.shape[0], dtype=torch.float64)
        linear.weight.data, linear.bias.data = matrix[:, :-1].clone(), matrix[:, -1].clone()
        parts += [linear, activation]
    return nn.Sequential(*parts[:-1])


def assert_equal(layers: list[Tensor], net: nn.Sequential) -> None:
    linears = [m for m in net if isinstance(m, nn.Linear)]
    for layer, linear in zip(layers, linears, strict=True):
        torch.testing.assert_close(layer[:, :-1], linear.weight.data, rtol=1e-8, atol=1e-10)
        torch.testing.assert_close(layer[:, -1], linear.bias.data, rtol=1e-8, atol=1e-10)


def descend(loss: Tensor, *nets: nn.Module) -> None:
    parameters = [p for net in nets for p in net.parameters()]
    with torch.no_grad():
        for p, slope in zip(parameters, torch.autograd.grad(loss, parameters), strict=True):
            p.sub_(RATE * slope)


def test_conditional_by_torch_nn_for_20_steps() -> None:
    game = game_of("conditional")
    assert type(game._engine) is Tape
    batches = recorded(game)
    g = torch_net(game.players[GENERATOR].layers, nn.ReLU())
    d = torch_net(game.players[DISCRIMINATOR].layers, nn.LeakyReLU(0.2))
    for _ in range(20):
        game.step()
    noise, labels = slice(0, 2), slice(2, 10)
    for x, z_d, z_g in zip(
        *(batches.given[s] for s in (streams.DATA, streams.D_NOISE, streams.G_NOISE)), strict=True
    ):
        assert torch.equal(z_d[:, labels].sum(1), torch.ones(24, dtype=torch.float64))
        told = torch.cat([g(z_d).detach(), z_d[:, labels]], 1)
        descend(softplus(-d(x)).mean() + softplus(d(told)).mean(), d)
        told = torch.cat([g(z_g), z_g[:, labels]], 1)
        descend(softplus(-d(told)).mean(), g)
        assert z_g[:, noise].abs().max() > 1  # rows of noise are noise
    assert_equal(game.players[GENERATOR].layers, g)
    assert_equal(game.players[DISCRIMINATOR].layers, d)


def bigan_by_hand(game: Game, rounds: int) -> tuple[nn.Sequential, nn.Sequential, nn.Sequential]:
    batches = recorded(game)
    both = game.players[GENERATOR].layers
    g, e = (torch_net(layers, nn.ReLU()) for layers in (both[:3], both[3:]))
    d = torch_net(game.players[DISCRIMINATOR].layers, nn.LeakyReLU(0.2))
    for _ in range(rounds):
        game.step()
    numbers = (streams.DATA, streams.D_NOISE, streams.G_NOISE, streams.G_DATA)
    for x_d, z_d, z_g, x_g in zip(*(batches.given[s] for s in numbers), strict=True):
        real, fake = torch.cat([x_d, e(x_d)], 1), torch.cat([g(z_d), z_d], 1)
        descend(softplus(-d(real.detach())).mean() + softplus(d(fake.detach())).mean(), d)
        real, fake = torch.cat([x_g, e(x_g)], 1), torch.cat([g(z_g), z_g], 1)
        descend(softplus(-d(fake)).mean() + softplus(d(real)).mean(), g, e)
    return g, e, d


def test_bigan_by_torch_nn_for_20_steps() -> None:
    game = game_of("bigan")
    assert type(game._engine) is Autograd
    g, e, d = bigan_by_hand(game, 20)
    both = game.players[GENERATOR].layers
    assert_equal(both[:3], g)
    assert_equal(both[3:], e)
    assert_equal(game.players[DISCRIMINATOR].layers, d)
    start = Game(game.config, dtype=torch.float64).players[GENERATOR].layers
    assert float((start[3] - both[3]).abs().max()) > 1e-3  # the encoder does learn


@pytest.mark.parametrize("loss", [e.id for e in losses if e.extras.get("mirrored")])
def test_with_an_encoder_both_players_play_for_opposite_ends(loss: str) -> None:
    """What lowers D's loss by an output raises G's, on fakes and, with an encoder, on real ones."""
    rules = game_of("bigan", loss={"id": loss})._rules
    real, fake = torch.linspace(0.05, 0.4, 5).double(), torch.linspace(0.1, 0.9, 5).double()
    real.requires_grad_()
    fake.requires_grad_()
    ours = torch.autograd.grad(rules.loss(real, fake)[0], (real, fake))
    theirs = torch.autograd.grad(rules.g_loss(fake, real), (real, fake))
    for mine, yours in zip(ours, theirs, strict=True):
        assert bool((mine * yours < 0).all())
    slope = rules.g_slope(fake.detach(), real.detach()) / len(fake)
    torch.testing.assert_close(slope, theirs[1])


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"regularizers": [{"id": "gradient_penalty"}, {"id": "instance_noise"}]},
        {"regularizers": [{"id": "r1"}, {"id": "r2"}], "loss": {"id": "relativistic_average"}},
        {"discriminator": {"id": "mlp", "params": {"width": 6, "fourier": 2}}, "d_steps": 2,
         "regularizers": [{"id": "gradient_penalty"}]},
    ],
    ids=["plain", "gp", "r1r2 of pairs", "fourier"],
)  # fmt: skip
def test_tape_equals_autograd_with_labels(more: dict[str, Any]) -> None:
    states = []
    for engine in (Tape, Autograd):
        game = game_of("conditional", data={"id": "moons"}, **more)
        game._bind(engine)
        for _ in range(6):
            game.step()
        states.append(game.state_dict())
    for name, value in states[0].items():
        torch.testing.assert_close(value, states[1][name], rtol=1e-8, atol=1e-9, msg=name)


def test_penalties_are_of_slopes_along_the_plane_only() -> None:
    """R1 with labels equals autograd on x alone; with the label's slope it would be larger."""
    game = game_of("conditional", regularizers=[{"id": "r1", "params": {"weight": 1.0}}])
    game._bind(Autograd)
    list(game.phases())
    record = game._engine.records[DISCRIMINATOR]
    fresh = Game(game.config, dtype=torch.float64).players[DISCRIMINATOR]
    assert record.x_real is not None
    x = record.x_real.clone().requires_grad_()
    (slope,) = torch.autograd.grad(fresh.forward(x)[0].sum(), x)
    torch.testing.assert_close(record.squared_norms[0], slope[:2].square().sum(0))
    assert bool((slope[2:].square().sum(0) > 0).all())


def test_the_best_discriminator_of_a_class_is_that_of_the_class_alone() -> None:
    """On one-dimensional Gaussians of its own for each class, −L_D is maximal at pₖ/(pₖ + qₖ): the
    slope of D's loss by its outputs, summed over a place and class, vanishes there and not at D* of
    the unlabelled game.
    """
    at = torch.linspace(-6, 6, 4001).double()
    p = torch.stack([torch.exp(-0.5 * (at - m) ** 2) for m in (-1.0, 1.5)])
    q = torch.stack([torch.exp(-0.5 * ((at - m) / 1.3) ** 2) / 1.3 for m in (0.0, 1.0)])
    rules = game_of("conditional")._rules

    def slope(logits: Tensor) -> float:
        real, fake = rules.d_slopes(logits, logits)
        return float((p * real + q * fake).abs().max())

    told, mixed = (p / q).log(), (p.sum(0) / q.sum(0)).log().expand(2, -1)
    assert slope(told) < 1e-9
    assert slope(mixed) > 0.05


def test_an_encoder_learns_to_undo_the_generator() -> None:
    """Nobody compares x with G(E(x)), and yet after 1,000 steps they are close; with the codes
    dealt out anew they are as far apart as any two samples.
    """
    curved = {"id": "mlp", "params": {"width": 16, "layers": 0, "activation": "tanh"}}
    changes = {
        "model": {"id": "bigan"}, "data": {"id": "gaussian"}, "generator": curved, "seed": 1,
        "discriminator": {"params": {"width": 16}}, "batch_size": 64,
    }  # fmt: skip
    game = Game(RunConfig.from_json(changes))
    x = game.plane.sample(1000, streams.generator(1, 5))

    def error(codes: Tensor) -> float:
        return float((game.generate(codes) - x).square().sum(1).mean().sqrt())

    before = error(game.encode(x))
    for _ in range(1000):
        game.step()
    codes = game.encode(x)
    assert error(codes) < 0.45 < 0.7 < before
    assert error(codes.roll(1, 0)) > 0.8


def test_labels_are_as_frequent_as_in_the_data_and_never_mixed_up() -> None:
    data = {"id": "two_gaussians", "params": {"left_share": 0.2, "distance": 4.0}}
    game = game_of("conditional", data=data)
    rng = torch.Generator().manual_seed(3)
    noise, real = game.draws.noise(4000, rng), game.draws.data(4000, rng)
    for rows in (noise[:, 2:], real[:, 2:]):
        assert float(rows[:, 0].mean()) == pytest.approx(0.2, abs=0.03)
    left = real[:, 0] < 0
    assert torch.equal(real[:, 2].bool(), left)
    asked = game.draws.asked(noise, 1)
    assert torch.equal(asked[:, 2:], one_hot(torch.ones(4000, dtype=torch.long), 2).float())
    assert torch.equal(asked[:, :2], noise[:, :2])


def test_d_without_a_label_takes_the_one_it_likes_best() -> None:
    game = game_of("conditional", data={"id": "disjoint"})
    x = torch.rand(40, 2)
    each = torch.stack([game.discriminate(x, game.draws.label(k, 40)) for k in range(3)])
    assert torch.equal(game.discriminate(x), each.max(0).values)
    assert len(each.max(0).indices.unique()) > 1


@pytest.mark.parametrize("model", [m.id for m in models])
@pytest.mark.parametrize("unroll", [0, 1])
def test_a_saved_game_goes_on_and_averages_are_shown(model: str, unroll: int) -> None:
    game = game_of(model, g_ema=0.9, unroll=unroll)
    game.step()
    state = game.state_dict()
    game.step()
    again = game_of(model, g_ema=0.9, unroll=unroll)
    again.load_state_dict(state)
    list(again.phases())
    for name, value in game.state_dict().items():
        assert torch.equal(value, again.state_dict()[name]), name
    x, z = torch.rand(9, 2), again.draws.noise(9, torch.Generator().manual_seed(1))
    averaged = again.generate(z), again.encode(x) if again.encoder else torch.zeros(1)
    again.configure(again.config.changed({"g_ema": 0.0}))
    assert not torch.equal(averaged[0], again.generate(z))
    assert again.encoder is None or not torch.equal(averaged[1], again.encode(x))


def test_slow_motion_shows_samples_alone_with_their_labels() -> None:
    game = game_of("conditional")
    first, *_, sixth = (game.in_picture(p) for _, p in zip(range(6), game.phases(), strict=False))
    assert first["x_real"].shape == first["x_fake"].shape == (24, 2)
    assert first["noise"].shape == (24, 2)
    mixture = game.plane.mixture
    assert mixture is not None
    assert torch.equal(mixture.nearest(first["x_real"])[0], first["real_labels"])
    assert sixth["fake_labels"].shape == (24,)
    assert "real_labels" not in sixth
    shown = [game.in_picture(p) for p in game_of("bigan").phases()]
    assert shown[5]["x_real"].shape == (24, 2)  # G's turn: E learns from real samples
    assert shown[8]["gradients"].shape == (24, 2)


@pytest.mark.parametrize("data", ["line", "swiss_roll", "gaussian"])
def test_labels_need_data_with_classes(data: str) -> None:
    with pytest.raises(ConfigError) as refused:
        config("conditional", data={"id": data})
    assert refused.value.field == "data"
    assert "classes" in refused.value.expected
    assert config("conditional", data={"id": "pinwheel"}).model.id == "conditional"


def test_an_encoder_needs_a_loss_that_is_mirrored_or_of_pairs() -> None:
    @losses.register("One-sided")
    def one_sided(d_real: Tensor, d_fake: Tensor) -> tuple[Tensor, Tensor]:
        """For this test."""
        return d_real.exp().mean() + d_fake.mean(), d_fake.mean()

    try:
        with pytest.raises(ConfigError) as refused:
            config("bigan", loss={"id": "one_sided"})
        assert refused.value.field == "loss"
        assert config("conditional", loss={"id": "one_sided"}).loss.id == "one_sided"
    finally:
        losses.remove("one_sided")
    assert config("bigan", loss={"id": "relativistic_pairing"}).loss.id == "relativistic_pairing"
