"""Signals of images: the few numbers of one moment of a game that its detectors look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import adaptive_avg_pool2d

from ganlab.gan.diagnosis.signals import ordered
from ganlab.gan.diagnosis.watch import APART
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.judge import ImageJudge
from ganlab.gan.image.metrics import Evaluation

COARSE = 8  # pixels a side at which images are compared: their forms, and no grain
CLASSES = "image_classes"  # the instrument that counts them
FOLLOWED = 64  # fakes, of the same noise, whose way is followed


@dataclass(frozen=True)
class ImageSignals:
    """What a game of images shows at one step. Lengths are in those between real images.

    real_right  share of the held-out real images that D takes for real
    fake_right  share of the fakes that it takes for fakes
    separation  share of the pairs (real, fake) that D puts in the right order: 1/2 is chance
    score       root mean square of D's raw outputs, of both kinds
    gap         Fréchet distance of coarse fakes from coarse real images, as a share of the variance
                of the real ones: 0 is the same, about 1 is nothing in common
    variety     distance of the median fake from its nearest other one; 1 is as among real images
    moved       how far the fakes of the same noise have come since the last reading, of the mean
                distance between two real images; None at the first
    classes     how many classes appear among the fakes, by the instrument that counts them, and of
    of          how many; None where it is not chosen
    """

    step: int
    real_right: float
    fake_right: float
    separation: float
    score: float
    gap: float
    variety: float
    moved: float | None = None
    classes: int | None = None
    of: int | None = None

    @property
    def right(self) -> float:
        """How often D is right, of as many real images as fakes."""
        return (self.real_right + self.fake_right) / 2


class ImageProbe:
    """Takes the signals of one game, from the images that its judge measures it with.

    It remembers the fakes of the last reading that counts for a watch, as that does.
    """

    def __init__(self, game: ImageGame, judge: ImageJudge) -> None:
        self._game = game
        real = game.seen(judge.real).x.float().cpu()
        coarse = _coarse(real)
        self._mean, self._root = coarse.mean(0), _root(_covariance(coarse))
        self._total = max(float(_covariance(coarse).trace()), 1e-9)
        flat = real.flatten(1)
        self._apart = max(float(torch.pdist(flat[:FOLLOWED]).mean()), 1e-6)
        self._nearest = max(nearest_other(flat), 1e-6)
        self._last: tuple[int, Tensor] | None = None

    def read(
        self, evaluation: Evaluation, readings: Mapping[str, Any] | None = None
    ) -> ImageSignals:
        """The signals of the game as it stands; `evaluation` is how its judge sees it, `readings`
        what its instruments have found last.
        """
        counted = (readings or {}).get(CLASSES, {})
        shares = counted.get("shares", ())
        fake = evaluation.fake.float()
        raw = torch.cat([evaluation.real_raw, evaluation.fake_raw]).float()
        return ImageSignals(
            step=self._game.steps,
            real_right=float((evaluation.d_real > 0.5).double().mean()),
            fake_right=float((evaluation.d_fake <= 0.5).double().mean()),
            separation=ordered(evaluation.real_raw.float(), evaluation.fake_raw.float()),
            score=float(raw.square().mean().sqrt()),
            gap=self._gap(_coarse(fake)),
            variety=nearest_other(fake.flatten(1)) / self._nearest,
            moved=self._moved(fake[:FOLLOWED].flatten(1)),
            classes=round(counted["value"]) if shares else None,
            of=len(shares) or None,
        )

    def _gap(self, coarse: Tensor) -> float:
        """‖m − m'‖² + tr(C + C' − 2 (C^½ C' C^½)^½), over tr C (Fréchet 1957)."""
        covariance = _covariance(coarse)
        between = _root(self._root @ covariance @ self._root).trace()
        means = (coarse.mean(0) - self._mean).square().sum()
        return max(float(means + covariance.trace() - 2 * between) + self._total, 0.0) / self._total

    def _moved(self, fake: Tensor) -> float | None:
        step, last = self._game.steps, self._last
        if last is not None and last[0] <= step < last[0] + APART:
            return None  # this reading does not count
        self._last = step, fake.clone()
        if last is None or step < last[0]:
            return None
        return float((fake - last[1]).norm(dim=1).mean()) / self._apart


def _coarse(x: Tensor) -> Tensor:
    """Images (n, channels, height, width) in few pixels, flat."""
    side = min(COARSE, *x.shape[2:])
    small: Tensor = adaptive_avg_pool2d(x, side)
    return small.flatten(1).double()


def _covariance(x: Tensor) -> Tensor:
    centred = x - x.mean(0)
    return centred.T @ centred / max(len(x) - 1, 1)


def _root(square: Tensor) -> Tensor:
    """The root of a symmetric matrix without negative eigenvalues."""
    values, vectors = torch.linalg.eigh((square + square.T) / 2)
    root: Tensor = vectors * values.clamp_min(0).sqrt() @ vectors.T
    return root


def nearest_other(x: Tensor) -> float:
    """The median distance of a row (n, d) from the one nearest to it."""
    if len(x) < 2:
        return 0.0
    distance = torch.cdist(x, x)
    distance.fill_diagonal_(torch.inf)
    return float(distance.amin(1).median())
