"""Gauge: measures one game, always with the same noise and the same real samples."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Any

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.game import Game
from ganlab.gan.plane import metrics
from ganlab.gan.plane.snapshot import EVALUATED


@dataclass(frozen=True)
class Reading:
    """Metrics by id, and each mode's share of the fakes where the data has modes."""

    metrics: dict[str, float]
    mode_shares: list[float] | None

    def to_metadata(self) -> dict[str, Any]:
        """The reading as a frame carries it. What is not a number is left out."""
        finite = {k: round(v, 6) for k, v in self.metrics.items() if isfinite(v)}
        shares = self.mode_shares
        return {"metrics": finite} | ({} if shares is None else {"mode_shares": shares})


class Gauge:
    """Looks at a game with EVALUATED samples a side; never changes it."""

    def __init__(self, game: Game) -> None:
        self._game = game
        seed = game.config.seed
        prior = game.config.bound("prior")
        self._noise: Tensor = prior(EVALUATED, streams.generator(seed, streams.EVALUATE_NOISE))
        rng = streams.generator(seed, streams.EVALUATE_DATA)
        self._real = game.plane.sample(EVALUATED, rng)
        self.floors = _floors(game)

    def read(self) -> Reading:
        """The metrics of the game as it stands."""
        fake = self._game.generate(self._noise).float().cpu()
        plane = self._game.plane
        evaluation = metrics.Evaluation(self._real, fake, plane.extent, plane.mixture)
        values = {e.id: float(e.function(evaluation)) for e in metrics.applicable(plane)}
        return Reading(values, metrics.mode_shares(evaluation))


def _floors(game: Game) -> dict[str, float]:
    rng: torch.Generator = streams.generator(game.config.seed, streams.FLOOR_DATA)
    found = metrics.floors(game.plane, rng=rng)
    return {k: round(v, 6) for k, v in found.items() if isfinite(v)}
