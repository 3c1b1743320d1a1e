"""Averages over readings that the detectors of both scenes go by."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median_low
from typing import Protocol

SMOOTH = 4  # readings: what D is worth changes from moment to moment where the players circle


class Judged(Protocol):
    """A reading that says how well D tells real from fake."""

    @property
    def separation(self) -> float:
        """Share of the pairs of a real and a fake sample that D puts in the right order."""


def middle(values: Sequence[float]) -> float:
    """The lower median: a value that was really read."""
    return float(median_low(values))


def worth(readings: Sequence[Judged]) -> list[float]:
    """What D is worth at each reading: the mean separation of it and the three before."""
    return [
        fmean(r.separation for r in readings[max(0, k - SMOOTH) : k])
        for k in range(1, len(readings) + 1)
    ]
