"""Training as the experiments do it: a configuration, a number of steps, a falling rate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.game import Game
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.metrics import MODE_SAMPLES, Evaluation, high_quality_rate, mode_coverage
from ganlab.reproduce.experiment import Arm, Column, Figures, Tell

_PIECES = 100  # progress is told so many times in a run

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


def train(arm: Arm, seed: int, steps: int, tell: Tell) -> tuple[Game, Figures]:
    """Train by the recipe of an arm. A run whose numbers overflow ends there, and says so: the
    figures then hold the steps "played".
    """
    game = Game(_scheduled(config_of(arm.recipe, seed), steps, **arm.recipe["rates"]))
    try:
        for piece in range(_PIECES):
            for _ in range(steps * (piece + 1) // _PIECES - steps * piece // _PIECES):
                game.step()
            tell((piece + 1) / _PIECES)
    except Diverged:
        return game, {"played": game.steps}
    return game, {}


def _scheduled(config: RunConfig, steps: int, hold: float, last: float) -> RunConfig:
    if hold == 1.0:
        return config
    falling = {"steps": steps, "hold": hold, "end": last}
    return config.changed({"schedule": {"id": "hold_then_linear", "params": falling}})


def coverage(game: Game) -> Figures:
    """Of 2,500 fakes, as in the published tables: the modes that hold at least one within 3σ, and
    the share in percent of those that are so near.
    """
    judge, plane = Judge(game), game.plane
    seen = Evaluation(judge.real, judge.fakes(MODE_SAMPLES), plane.extent, plane.mixture)
    return {"modes": mode_coverage(seen), "high_quality": high_quality_rate(seen)}
