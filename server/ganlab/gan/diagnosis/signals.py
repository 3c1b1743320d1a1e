"""Signals: the few numbers of one moment of a game that the detectors look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from ganlab.gan.game import Game
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.metrics import SMOOTHING, Evaluation, js_bits

LOOKED_AT = 512  # samples of each kind that D judges, and that are compared with a finite set
HIT = 0.25  # of the usual gap between points: a fake so near has hit its point


@dataclass(frozen=True)
class Signals:
    """What a game shows at one step. Lengths are in standard deviations of the data.

    centre, spread  mean of the fakes, counted from the data's, and their deviation, along each axis
    covered         share of the real samples in whose cell, of 30 x 30, a fake lies
    js_excess       JS divergence of 5,000 samples a side, in bits, less a perfect generator's
    shares          of the fakes nearest to each mode; None where the data has no modes
    separation      share of the pairs (real, fake) that D puts in the right order: 1/2 is chance
    pull            length of the median fake's gradient, as G's loss moves it
    crowding        distance of the median fake from its nearest point of a finite set of data, over
                    the median gap between points; None where the data is not finite
    hit             share of those points that a fake is near, within a quarter of that gap
    """

    step: int
    centre: tuple[float, float]
    spread: tuple[float, float]
    covered: float
    js_excess: float
    shares: tuple[float, ...] | None
    separation: float
    pull: float
    crowding: float | None = None
    hit: float | None = None


class Probe:
    """Takes the signals of one game, from the samples that its judge measures it with."""

    def __init__(self, game: Game, judge: Judge, js_floor: float) -> None:
        self._game = game
        real = judge.real
        self._real = real[:LOOKED_AT]
        self._beside = game.beside(judge.noise[:LOOKED_AT])
        self._beside_real = None if judge.beside is None else judge.beside[:LOOKED_AT]
        self._mean = real.mean(0)
        self._std = max(float(real.var(0).mean().sqrt()), 1e-6)
        self._floor = js_floor
        self._points = game.plane.points
        self._gap = 0.0 if self._points is None else median_gap(self._points)

    def read(self, evaluation: Evaluation, _: Mapping[str, Any] | None = None) -> Signals:
        """The signals of the game as it stands; `evaluation` is how its judge sees it."""
        fake, game = evaluation.fake, self._game
        centre = (fake.mean(0) - self._mean) / self._std
        spread = fake.std(0) / self._std
        some = fake[:LOOKED_AT]
        real_raw = game.discriminate(self._real, self._beside_real).float().cpu()
        fake_raw = game.discriminate(some, self._beside, fakes=True).float().cpu()
        pull = (
            game.pull(some, self._real, beside=self._beside, beside_real=self._beside_real)
            .float()
            .cpu()
        )
        crowding, hit = self._memory(some)
        return Signals(
            step=game.steps,
            centre=_pair(centre),
            spread=_pair(spread),
            covered=_covered(evaluation),
            js_excess=js_bits(*evaluation.shares) - self._floor,
            shares=nearest_shares(evaluation),
            separation=ordered(real_raw, fake_raw),
            pull=float(pull.norm(dim=1).median()) * self._std,
            crowding=crowding,
            hit=hit,
        )

    def _memory(self, fake: Tensor) -> tuple[float | None, float | None]:
        if self._points is None or self._gap <= 0:
            return None, None
        distance = torch.cdist(fake, self._points) / self._gap
        return (
            float(distance.amin(1).median()),
            float((distance.amin(0) <= HIT).float().mean()),
        )


def _pair(of_axes: Tensor) -> tuple[float, float]:
    return float(of_axes[0]), float(of_axes[1])


def _covered(evaluation: Evaluation) -> float:
    real, fake = (shares - SMOOTHING for shares in evaluation.shares)
    return float(real[fake > 0.5 * SMOOTHING].sum())


def nearest_shares(evaluation: Evaluation) -> tuple[float, ...] | None:
    """The share of the fakes that is nearest to each mode, however far; None without modes."""
    if evaluation.mixture is None:
        return None
    counts = torch.bincount(evaluation.nearest[0], minlength=len(evaluation.mixture))
    return tuple((counts.double() / counts.sum()).tolist())


def ordered(real: Tensor, fake: Tensor) -> float:
    """Share of the pairs whose real sample has the higher output, (n,) and (m,); a tie counts half.

    The area under D's ROC curve, by ranks (Mann & Whitney 1947).
    """
    by_height = fake.sort().values
    below = torch.searchsorted(by_height, real, right=False)
    not_above = torch.searchsorted(by_height, real, right=True)
    return float((below + not_above).double().mean()) / (2 * len(fake))


def median_gap(points: Tensor) -> float:
    """The median distance of a point (n, 2) from its nearest other one; equal points are one."""
    spots: Tensor = torch.unique(points, dim=0)
    if len(spots) < 2:
        return 0.0
    distance = torch.cdist(spots, spots)
    distance.fill_diagonal_(torch.inf)
    return float(distance.amin(1).median())
