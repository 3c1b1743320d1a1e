"""What a recorded run really has: measured on samples of their own, not by what detectors look at.

For each failure a `Truth` gives a number of the run's second half and the two bounds between which
the run counts neither as having the failure nor as free of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev

import torch
from torch import Tensor

from ganlab.gan.diagnosis.signals import median_gap
from ganlab.gan.game import Game
from ganlab.gan.plane.distributions import Extent

FRESH = 10_000  # samples of a checkpoint, noise and data of its own
VISITED = 0.5  # of a mode's fair share of the fakes makes it visited
LEFT = 0.2  # share of the fakes beyond the plot from which on they are nowhere, and in no mode
FREE_STEPS, FREE_RATE = 100, 0.05  # of the fakes themselves, against a frozen D


@dataclass(frozen=True)
class Truth:
    """A failure's number `name`; a run has it from `has` on, and is free of it from `free` on."""

    name: str
    has: float
    free: float

    def of(self, numbers: dict[str, float]) -> bool | None:
        """Whether a run has the failure; None where that is not clear, or cannot be."""
        value = numbers.get(self.name, math.nan)
        up = self.has > self.free
        if (value >= self.has) if up else (value <= self.has):
            return True
        return False if ((value <= self.free) if up else (value >= self.free)) else None


TRUTHS = {
    "mode_collapse": Truth("kept", has=0.5, free=0.8),
    "rotation": Truth("visits", has=2.0, free=1.25),
    "vanishing_gradient": Truth("drift", has=0.02, free=0.2),
    "oscillation": Truth("swing", has=0.5, free=0.2),
    "d_winning": Truth("accuracy", has=0.95, free=0.85),
    "d_too_weak": Truth("unseen", has=0.3, free=0.2),
    "memorizing": Truth("repeats", has=4.0, free=2.0),
    "divergence": Truth("outside", has=0.5, free=0.05),
}


@dataclass(frozen=True)
class Checkpoint:
    """One moment of a run, looked at with samples of its own."""

    kept: float
    visited: frozenset[int]
    accuracy: float
    possible: float
    outside: float
    drift: float


def check(game: Game, rng: torch.Generator) -> Checkpoint:
    """Look at a game as it stands, with fresh noise and fresh data."""
    fake = game.generate(game.config.bound("prior")(FRESH, rng)).float()
    real = game.plane.sample(FRESH, rng)
    kept, visited = _modes(game, real, fake)
    possible = 0.5 + 0.5 * total_variation(real, fake, game.plane.extent)
    return Checkpoint(
        kept=kept,
        visited=visited,
        accuracy=_accuracy(game.discriminate(real), game.discriminate(fake)),
        possible=possible,
        outside=_beyond(fake, game.plane.extent),
        drift=drift(game, real, fake, possible),
    )


def _modes(game: Game, real: Tensor, fake: Tensor) -> tuple[float, frozenset[int]]:
    """The share of the data that the fakes keep, and the modes where many of them are.

    With modes, the perplexity of the histogram of nearest modes, of their number. Without, the
    share of the real samples that have a fake within a fifth of the data's standard deviation.
    """
    if game.plane.mixture is None or len(game.plane.mixture) < 2:
        some = torch.cdist(real[:2000], fake[:2000]).amin(1)
        return float((some <= 0.2 * real.std()).float().mean()), frozenset({0})
    modes = len(game.plane.mixture)
    nearest = game.plane.mixture.nearest(fake)[0]
    share = torch.bincount(nearest, minlength=modes).double() / len(fake)
    entropy = float(torch.special.entr(share).sum())
    visited = frozenset(int(k) for k in (share >= VISITED / modes).nonzero())
    return math.exp(entropy) / modes, visited


def _accuracy(real: Tensor, fake: Tensor) -> float:
    """Share that D's best cut gets right, higher outputs called real, half of each kind."""
    cut = torch.cat((real, fake)).sort().values[:: len(real) // 500].contiguous()
    below = torch.searchsorted(real.sort().values, cut).double() / len(real)
    caught = torch.searchsorted(fake.sort().values, cut).double() / len(fake)
    return 0.5 + 0.5 * float((caught - below).amax())


def total_variation(real: Tensor, fake: Tensor, extent: Extent, cells: int = 40) -> float:
    """Half the sum of the differences of both histograms; what is outside counts as a cell."""
    x_min, x_max, y_min, y_max = extent
    low, size = torch.tensor([x_min, y_min]), torch.tensor([x_max - x_min, y_max - y_min])

    def histogram(x: Tensor) -> Tensor:
        at = ((x - low) / size * cells).floor().clamp(-1, cells)
        inside = ((at >= 0) & (at < cells)).all(1)
        cell = torch.where(inside, at[:, 0] * cells + at[:, 1], cells * cells).long()
        return torch.bincount(cell, minlength=cells * cells + 1).double() / len(x)

    return 0.5 * float((histogram(real) - histogram(fake)).abs().sum())


def _beyond(fake: Tensor, extent: Extent) -> float:
    """Share of the fakes that is more than two widths of the plot from its middle."""
    x_min, x_max, y_min, y_max = extent
    middle = torch.tensor([(x_min + x_max) / 2, (y_min + y_max) / 2])
    return float(((fake - middle).norm(dim=1) > 2 * (x_max - x_min)).double().mean())


def drift(game: Game, real: Tensor, fake: Tensor, possible: float) -> float:
    """How far the median fake gets, in standard deviations of the data, when D is frozen and each
    fake follows its own gradient, 100 steps of 0.05. No matter where hardly half of the fakes are
    wrong: there is nothing to be learnt then.
    """
    if possible < 0.75:
        return math.inf
    std = float(real.var(0).mean().sqrt())
    at = begun = fake[:1000]
    for _ in range(FREE_STEPS):
        at = at + FREE_RATE * std**2 * game.pull(at, real[:1000]).float()
    return float((at - begun).norm(dim=1).nan_to_num(math.inf).median()) / std


def swing(centres: Sequence[tuple[float, float]]) -> float:
    """How far the fakes' middle is swinging, of a row of middles ten steps apart: its standard
    deviation over time, unless it went one way, which is travel and no swing.
    """
    if len(centres) < 4:
        return math.nan
    path = sum(math.dist(a, b) for a, b in pairwise(centres))
    if math.dist(centres[0], centres[-1]) > 0.3 * path:
        return 0.0
    return math.hypot(*(pstdev(axis) for axis in zip(*centres, strict=True)))


def repeats(game: Game, held_out: Tensor, rng: torch.Generator) -> float:
    """How many times likelier a fake is near a point that was shown than near one of the same law
    that was not, (n, 2): within a fifth of the usual gap.
    """
    points = game.plane.points
    if points is None:
        return math.nan
    fake = game.generate(game.config.bound("prior")(FRESH, rng)).float()
    near = 0.2 * median_gap(points)
    shown, other = (
        float((torch.cdist(fake, x.float()).amin(1) <= near).float().mean())
        for x in (points, held_out)
    )
    return shown / max(other, 1 / FRESH)


def numbers(
    checks: Sequence[Checkpoint], centres: Sequence[tuple[float, float]], std: float
) -> dict[str, float]:
    """The numbers of a run's second half but for `repeats`. Of a run whose fakes have left there
    are only those on D and on its leaving.
    """
    if not checks:
        return {}
    outside = fmean(c.outside for c in checks)
    found = {
        "outside": outside,
        "accuracy": fmean(c.accuracy for c in checks),
        "unseen": fmean(c.possible - c.accuracy for c in checks),
        "drift": median(c.drift for c in checks),
    }
    if outside >= LEFT:
        return found
    at_once = fmean(len(c.visited) for c in checks)
    ever = len(frozenset().union(*(c.visited for c in checks)))
    return found | {
        "kept": fmean(c.kept for c in checks),
        "visits": ever / at_once if at_once else math.nan,
        "swing": swing(centres) / std,
    }
