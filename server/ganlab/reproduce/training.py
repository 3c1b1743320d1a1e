"""Training as the experiments do it: a configuration, a number of steps, a falling rate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Diverged, Game
from ganlab.gan.plane.judge import Judge
from ganlab.reproduce.experiment import Arm, Column, Figures, Tell

_PIECES = 100  # the rate is lowered, and progress told, so many times in a run

MODES = Column("modes", "modes")
HIGH_QUALITY = Column("high_quality", "%HQ")
COVERAGE = (MODES, HIGH_QUALITY)


def config_of(recipe: Mapping[str, Any], seed: int) -> RunConfig:
    """The configuration of a recipe, with every default filled in."""
    return RunConfig.from_json({**recipe["config"], "seed": seed})


def recipe(config: Mapping[str, Any], hold: float = 1.0, last: float = 1.0) -> dict[str, Any]:
    """A recipe of a configuration, complete. Both learning rates stay for the share `hold` of the
    steps, then fall on a line to `last` times what they were.
    """
    full = RunConfig.from_json(config).to_json()
    del full["seed"]
    return {"config": full, "rates": {"hold": hold, "last": last}}


def rate_factor(done: float, hold: float, last: float) -> float:
    """What the learning rates are multiplied by when the share `done` of a run is over."""
    return 1.0 if done <= hold else 1.0 + (last - 1.0) * (done - hold) / (1.0 - hold)


def train(arm: Arm, seed: int, steps: int, tell: Tell) -> tuple[Game, Figures]:
    """Train by the recipe of an arm. A run whose numbers overflow ends there, and says so: the
    figures then hold the steps "played".
    """
    game = Game(config_of(arm.recipe, seed))
    begun = game.config
    try:
        for piece in range(_PIECES):
            _set_rate(game, begun, rate_factor(piece / _PIECES, **arm.recipe["rates"]))
            for _ in range(steps * (piece + 1) // _PIECES - steps * piece // _PIECES):
                game.step()
            tell((piece + 1) / _PIECES)
    except Diverged:
        return game, {"played": game.steps}
    return game, {}


def _set_rate(game: Game, begun: RunConfig, factor: float) -> None:
    if factor < 1.0:
        rates = {name: getattr(begun, name).params["lr"] for name in ("d_optimizer", "g_optimizer")}
        changes = {name: {"params": {"lr": lr * factor}} for name, lr in rates.items()}
        game.configure(game.config.changed(changes))


def coverage(game: Game) -> Figures:
    """Modes that hold at least one of 2,500 fakes within 3σ, and the share of 5,000 that do."""
    values, _ = Judge(game).measure()
    return {"modes": values["mode_coverage"], "high_quality": values["high_quality_rate"]}
