"""What a benchmark gives: figures with their samples and targets; and how samples are taken.

Two things are compared by measuring them in turn, again and again, in one run: whatever else the
machine does then hits both alike, and the ratio of each pair is worth more than either rate.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SLICES = 5  # a tenth of a second each: long against a step, short against most disturbances


class Skipped(Exception):
    """A benchmark that this machine cannot run; the message says why."""


@dataclass(frozen=True)
class Options:
    """How long to measure: `seconds` for one sample of a rate, `repeats` samples of each."""

    seconds: float = 0.5
    repeats: int = 5


@dataclass(frozen=True)
class Target:
    """What a figure must reach, and what it should."""

    must: float
    aim: float
    higher_is_better: bool = True

    def verdict(self, value: float) -> str:
        """ "aim", "must" or "missed": the best that value reaches."""
        sign = 1.0 if self.higher_is_better else -1.0
        if sign * value >= sign * self.aim:
            return "aim"
        return "must" if sign * value >= sign * self.must else "missed"


@dataclass(frozen=True)
class Figure:
    """One measured quantity: its samples in `unit`, and its target where it has one."""

    benchmark: str
    name: str
    unit: str
    samples: tuple[float, ...]
    target: Target | None = None

    def __post_init__(self) -> None:
        if not self.samples:
            raise ValueError(f"{self.name}: expected at least one sample, got none")

    @property
    def median(self) -> float:
        """The middle of the samples."""
        return statistics.median(self.samples)

    @property
    def verdict(self) -> str:
        """What the median reaches of the target; empty without one."""
        return self.target.verdict(self.median) if self.target else ""

    def to_json(self) -> dict[str, Any]:
        """The figure as JSON; must, aim and verdict are null without a target."""
        return {
            "benchmark": self.benchmark,
            "name": self.name,
            "unit": self.unit,
            "median": self.median,
            "min": min(self.samples),
            "max": max(self.samples),
            "samples": list(self.samples),
            "must": self.target.must if self.target else None,
            "aim": self.target.aim if self.target else None,
            "verdict": self.verdict or None,
        }


Benchmark = Callable[[Options], Iterator[Figure]]


def rate(
    step: Callable[[], object], seconds: float, clock: Callable[[], float] = time.perf_counter
) -> float:
    """How often a second `step` can be called, measured for `seconds`, after a fifth of that
    to warm up.
    """
    _calls_until(step, clock() + seconds / 5, clock)
    start = clock()
    count = _calls_until(step, start + seconds, clock)
    return count / (clock() - start)


def _calls_until(step: Callable[[], object], end: float, clock: Callable[[], float]) -> int:
    count = 0
    while True:
        step()
        count += 1
        if clock() >= end:
            return count


def interleaved(
    takes: Mapping[str, Callable[[float], float]], options: Options
) -> dict[str, tuple[float, ...]]:
    """Samples of each, taken in turns. `take(seconds)` measures for so long.

    A sample is the mean of SLICES short takes with those of the others in between, so that what
    else the machine does in that time hits all alike.
    """
    seconds = options.seconds / SLICES
    samples: dict[str, list[float]] = {name: [] for name in takes}
    for _ in range(options.repeats):
        slices = [[take(seconds) for take in takes.values()] for _ in range(SLICES)]
        for name, found in zip(takes, zip(*slices, strict=True), strict=True):
            samples[name].append(statistics.fmean(found))
    return {name: tuple(found) for name, found in samples.items()}


def ratios(over: Sequence[float], under: Sequence[float]) -> tuple[float, ...]:
    """The ratio of each pair of samples, which were taken side by side."""
    return tuple(a / b for a, b in zip(over, under, strict=True))


def percentile(samples: Sequence[float], percent: int) -> float:
    """The sample that `percent` per cent are at most as large as (nearest rank)."""
    ordered = sorted(samples)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]
