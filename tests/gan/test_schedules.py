"""Schedules: their formulas, the rates that optimizers really use, replay to the byte."""

import math
from typing import Any

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.optimizers import optimizers
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.plane.snapshot import Eye
from ganlab.gan.schedules import MOST_STEPS, schedules
from ganlab.registry import ConfigError

NET = {"id": "mlp", "params": {"layers": 0, "width": 5}}
SMALL: dict[str, Any] = {"batch_size": 8, "generator": NET, "discriminator": NET}
TEN = {"steps": 10, "end": 0.2}

# (entry, parameters, {step: factor}), from the formulas by hand
FIGURES: list[tuple[str, dict[str, Any], dict[int, float]]] = [
    ("constant", {}, {0: 1.0, 10**6: 1.0}),
    ("hold_then_linear", {**TEN, "hold": 0.5}, {0: 1, 5: 1, 6: 0.84, 9: 0.36, 10: 0.2, 99: 0.2}),
    ("hold_then_linear", {**TEN, "hold": 0.0}, {0: 1.0, 5: 0.6, 10: 0.2}),
    ("hold_then_linear", {**TEN, "hold": 1.0}, {9: 1.0, 10: 0.2, 11: 0.2}),
    ("linear", TEN, {0: 1.0, 1: 0.92, 5: 0.6, 10: 0.2, 11: 0.2}),
    ("cosine", TEN, {0: 1.0, 5: 0.6, 10: 0.2, 20: 0.2, 2: 0.6 + 0.4 * math.cos(math.pi / 5)}),
    ("exponential", {"half_life": 4}, {0: 1.0, 2: math.sqrt(0.5), 4: 0.5, 8: 0.25, MOST_STEPS: 0}),
    ("step_down", {"every": 3, "factor": 0.1}, {0: 1.0, 2: 1.0, 3: 0.1, 5: 0.1, 6: 0.01}),
    ("warm_up", {"steps": 4}, {0: 0.25, 1: 0.5, 3: 1.0, 4: 1.0, 100: 1.0}),
]


def test_every_schedule_has_figures() -> None:
    assert {name for name, *_ in FIGURES} == {entry.id for entry in schedules}


@pytest.mark.parametrize(("name", "params", "figures"), FIGURES, ids=lambda v: str(v)[:40])
def test_the_factor_is_the_formula(
    name: str, params: dict[str, Any], figures: dict[int, float]
) -> None:
    bound = schedules[name].bind(params)
    assert {step: bound(step) for step in figures} == pytest.approx(figures, abs=1e-12)


def small(**changes: Any) -> Game:
    return Game(RunConfig.from_json({**SMALL, **changes}), dtype=torch.float64)


@pytest.mark.parametrize("optimizer", [e.id for e in optimizers])
def test_a_step_is_that_of_the_scheduled_rate(optimizer: str) -> None:
    """Step after step as one that is told the rate of that step by hand."""
    lr = optimizers[optimizer].params["lr"].default
    rated: dict[str, Any] = {"d_optimizer": {"id": optimizer}, "g_optimizer": {"id": optimizer}}
    found = small(**rated, schedule={"id": "linear", "params": {"steps": 5, "end": 0.1}})
    by_hand, plain = small(**rated), small(**rated)
    for step in range(7):
        rate = {"params": {"lr": lr * (1 - 0.9 * min(1, step / 5))}}
        by_hand.configure(by_hand.config.changed({"d_optimizer": rate, "g_optimizer": rate}))
        for game in (found, by_hand, plain):
            game.step()
    for player in (GENERATOR, DISCRIMINATOR):
        torch.testing.assert_close(
            found.weights(player), by_hand.weights(player), rtol=1e-12, atol=0
        )
        assert not torch.equal(found.weights(player), plain.weights(player))


def test_looking_ahead_foresees_the_scheduled_rate() -> None:
    """Where the rates have come to 0 the D ahead is D itself, and G's gradient the plain one."""
    ends = {"schedule": {"id": "linear", "params": {"steps": 1}}}
    ahead, plain = (small(**ends, unroll=n) for n in (3, 0))
    for game in (ahead, plain):
        game.step(DISCRIMINATOR)  # the only one at a rate above 0
        game.step()
    found, expected = (g.players[GENERATOR].gradient for g in (ahead, plain))
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-12)


def test_a_run_put_back_goes_on_at_the_rate_of_its_step() -> None:
    game = small(schedule={"id": "cosine", "params": {"steps": 20}})
    for _ in range(7):
        game.step()
    twin = Game(game.config, dtype=torch.float64)
    twin.load_state_dict(game.state_dict())
    for one in (game, twin):
        for _ in range(4):
            one.step()
        one.configure(one.config.changed({"schedule": {"id": "constant"}}))
        one.step()
    assert torch.equal(game.weights(GENERATOR), twin.weights(GENERATOR))
    assert game.players[GENERATOR].rate == game.config.g_optimizer.params["lr"]


def test_a_schedule_is_refused_by_its_own_name() -> None:
    with pytest.raises(ConfigError, match=r"schedule\.params\.end: expected a number from 0 to 1"):
        RunConfig.from_json({"schedule": {"id": "linear", "params": {"end": 2}}})


def test_a_frame_says_the_factor_of_the_next_step_where_a_schedule_is_on() -> None:
    game = small(schedule={"id": "linear", "params": {"steps": 4, "end": 0.0}})
    eye = Eye(game)
    assert eye.scalars()["rate_factor"] == 1.0
    game.step()
    assert eye.scalars()["rate_factor"] == pytest.approx(0.75)
    assert "rate_factor" not in Eye(small()).scalars()
