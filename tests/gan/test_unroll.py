"""Unrolling: G's gradient through D's updates, against finite differences."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from ganlab.gan.autograd import Autograd
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.optimizers import optimizers
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.tape import Tape
from ganlab.registry import ConfigError

NET = {"id": "mlp", "params": {"layers": 1, "width": 5, "activation": "tanh"}}
SMALL: dict[str, Any] = {"batch_size": 16, "generator": NET, "discriminator": NET}
LEARNS: list[dict[str, Any]] = [
    {"id": "sgd", "params": {"lr": 0.5}},
    {"id": "momentum", "params": {"lr": 0.3}},
    {"id": "rmsprop", "params": {"lr": 0.02}},
    {"id": "adam", "params": {"lr": 0.02}},
]


def game(steps: int = 4, **changes: Any) -> Game:
    """A game whose optimizers have something to remember, unless it is at its start."""
    made = Game(RunConfig.from_json({**SMALL, **changes}), dtype=torch.float64)
    for _ in range(steps):
        made.step()
    return made


def turn_of_g(played: Game) -> tuple[Tensor, dict[str, Tensor], Tensor]:
    """(G's weights before, its turn's samples, its gradient)."""
    before, found = played.weights(GENERATOR).clone(), {}
    for phase in played.phases(GENERATOR):
        if phase.name == "samples":
            found = {k: v.clone() for k, v in phase.values().items()}
    return before, found, played.players[GENERATOR].gradient.clone()


def by_hand(played: Game, batch: dict[str, Tensor], ahead: int) -> Callable[[Tensor], float]:
    """G's loss by its weights after D's real optimizer has moved a copy of D `ahead` times."""
    g, d = (played.players[p] for p in (GENERATOR, DISCRIMINATOR))
    rule = played.config.entry("loss").function
    optimizer = played.config.bound("d_optimizer")

    def loss(g_weights: Tensor) -> float:
        fakes = g.forward(batch["noise"].t(), g_weights)
        weights, slots = d.weights.clone(), [s.clone() for s in d.slots]
        count = d._count.clone()
        for _ in range(ahead):
            with torch.enable_grad():
                w = weights.clone().requires_grad_()
                judged = [d.forward(x, w)[0] for x in (batch["x_real"].t(), fakes)]
                (gradient,) = torch.autograd.grad(rule(*judged)[0], w)
            optimizer(weights, gradient, slots, count.add_(1))
        real, fake = (d.forward(x, weights)[0] for x in (batch["x_real"].t(), fakes))
        return float(rule(real, fake)[1])

    return loss


def slopes(loss: Callable[[Tensor], float], at: Tensor, directions: Tensor) -> Tensor:
    """Central differences of a loss along directions (k, n), by Richardson to fourth order."""
    found = []
    for v in directions:
        near, far = ((loss(at + h * v) - loss(at - h * v)) / (2 * h) for h in (1e-4, 2e-4))
        found.append((4 * near - far) / 3)
    return torch.tensor(found, dtype=torch.float64)


@pytest.mark.parametrize("optimizer", LEARNS, ids=lambda o: o["id"])
@pytest.mark.parametrize("ahead", [1, 2, 5])
def test_the_gradient_flows_through_d_s_updates(optimizer: dict[str, Any], ahead: int) -> None:
    played = game(unroll=ahead, d_optimizer=optimizer)
    d = played.players[DISCRIMINATOR]
    d_before = [t.clone() for t in (d.weights, *d.slots)]
    before, batch, gradient = turn_of_g(played)
    assert all(torch.equal(a, b) for a, b in zip(d_before, (d.weights, *d.slots), strict=True))
    rng = torch.Generator().manual_seed(1)
    directions = torch.randn(5, len(before), generator=rng, dtype=torch.float64)
    expected = slopes(by_hand(played, batch, ahead), before, directions)
    found = directions @ gradient
    torch.testing.assert_close(found, expected, rtol=1e-6, atol=1e-9)
    plain = slopes(by_hand(played, batch, 0), before, directions)
    assert float((found - plain).norm() / expected.norm()) > 1e-3  # the plain one is another


def test_a_loss_of_d_ahead_is_not_enough() -> None:
    """The gradient of the loss by the D ahead, had that D not depended on G, is another."""
    played = game(unroll=2, d_optimizer=LEARNS[0])
    before, batch, gradient = turn_of_g(played)
    g, d = (played.players[p] for p in (GENERATOR, DISCRIMINATOR))
    with torch.enable_grad():
        w = before.clone().requires_grad_()
        fakes = g.forward(batch["noise"].t(), w)
        weights = d.weights.clone().requires_grad_()
        for _ in range(2):
            judged = [d.forward(x, weights)[0] for x in (batch["x_real"].t(), fakes.detach())]
            rule = played.config.entry("loss").function
            weights = weights - 0.5 * torch.autograd.grad(rule(*judged)[0], weights)[0]
        loss = rule(judged[0], d.forward(fakes, weights)[0])[1]
        (stopped,) = torch.autograd.grad(loss, w)
    assert float((gradient - stopped).norm() / gradient.norm()) > 1e-3


def test_zero_is_the_plain_game_on_the_fast_engine() -> None:
    plain = game()
    assert isinstance(plain._engine, Tape)
    ahead = game(unroll=1)
    assert isinstance(ahead._engine, Autograd)
    ahead.configure(ahead.config.changed({"unroll": 0}))
    assert not isinstance(ahead._engine, Autograd)
    still = game(unroll=3, d_optimizer={"id": "sgd", "params": {"lr": 0.0}})
    usual = game(d_optimizer={"id": "sgd", "params": {"lr": 0.0}})
    torch.testing.assert_close(still.weights(GENERATOR), usual.weights(GENERATOR))


@pytest.mark.parametrize("changes", [
    {"regularizers": [{"id": "gradient_penalty"}, {"id": "instance_noise"}]},
    {"regularizers": [{"id": "weight_clipping", "params": {"limit": 0.2}}, {"id": "r1"}],
     "loss": {"id": "wasserstein"}},
    {"discriminator": {"id": "mlp", "params": {"layers": 1, "width": 5, "spectral_norm": True}}},
    {"dynamics": {"id": "extragradient"}},
    *[{"d_optimizer": {"id": e.id}} for e in optimizers],
], ids=str)  # fmt: skip
def test_it_goes_with_everything_that_is_not_refused(changes: dict[str, Any]) -> None:
    made = Game(RunConfig.from_json({**SMALL, "unroll": 3, **changes}))
    for _ in range(5):
        made.step()
    assert all(bool(v.isfinite().all()) for v in made.state_dict().values())


def test_clipping_is_foreseen() -> None:
    """At a rate that sends every weight of D beyond its limit, no move of G's changes where D will
    be: the gradient is the plain one by that D.
    """
    clip = [{"id": "weight_clipping", "params": {"limit": 0.01}}]
    learns = {"id": "rmsprop", "params": {"lr": 10.0}}
    played = game(0, unroll=1, regularizers=clip, d_optimizer=learns, loss={"id": "wasserstein"})
    before, batch, gradient = turn_of_g(played)
    g, d = (played.players[p] for p in (GENERATOR, DISCRIMINATOR))
    with torch.enable_grad():
        w, wd = before.clone().requires_grad_(), d.weights.clone().requires_grad_()
        fakes = g.forward(batch["noise"].t(), w)
        d_loss = d.forward(fakes.detach(), wd).mean() - d.forward(batch["x_real"].t(), wd).mean()
        (slope,) = torch.autograd.grad(d_loss, wd)
        clipped = torch.where(slope == 0, wd, -0.01 * slope.sign()).detach()
        (expected,) = torch.autograd.grad(-d.forward(fakes, clipped).mean(), w)
    torch.testing.assert_close(gradient, expected, rtol=1e-9, atol=1e-14)


@pytest.mark.parametrize("turns", ["best_response", "consensus"])
def test_turns_that_leave_nothing_to_look_ahead_to_refuse(turns: str) -> None:
    with pytest.raises(ConfigError, match="unroll: expected 0 with turns that leave nothing"):
        RunConfig.from_json({"unroll": 2, "dynamics": {"id": turns}})
    RunConfig.from_json({"unroll": 0, "dynamics": {"id": turns}})


def test_an_optimizer_without_a_functional_form_refuses() -> None:
    @optimizers.register("Sign", slots=())
    def sign(weights: Tensor, gradient: Tensor, _: Any, __: Tensor) -> None:
        """For this test."""
        weights.sub_(gradient.sign(), alpha=0.01)

    try:
        with pytest.raises(ConfigError, match="cannot be differentiated"):
            RunConfig.from_json({"unroll": 1, "d_optimizer": {"id": "sign"}})
        RunConfig.from_json({"unroll": 1, "g_optimizer": {"id": "sign"}})  # only D is foreseen
    finally:
        optimizers.remove("sign")
