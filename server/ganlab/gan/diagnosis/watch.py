"""Watch: what the detectors say of one run, reading by reading, without flickering."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median_low
from typing import Any, Protocol

from ganlab.gan.config import RunConfig
from ganlab.registry import Entry, Registry

APART = 50  # steps between two readings that count: closer ones say the same twice
LEAST = 4  # readings that it takes to say anything
MOST = 60  # readings that are kept, more than any window needs
SPEAK, HUSH = 0.75, 0.25  # share of a window's readings beyond the threshold, to begin and to end


class Reading(Protocol):
    """What detectors look at; which numbers it has is between them and the probe."""

    @property
    def step(self) -> int:
        """Of the game."""
        ...


class Watch:
    """The detectors of one registry at work. What they say depends on the readings alone.

    A detector begins to speak when three quarters of the readings of its window are beyond its
    threshold, and is silent again when no more than one quarter is. Its window is its last steps,
    and never fewer than four readings, however far apart they are.
    """

    def __init__(self, detectors: Registry) -> None:
        self._detectors = detectors
        self._readings: list[Reading] = []
        self._levels: dict[str, list[float | None]] = {}
        self._since: dict[str, int] = {}

    def take(self, now: Reading) -> None:
        """The next reading. One of an earlier step forgets all that came after it."""
        last = self._readings[-1].step if self._readings else -APART
        if now.step < last:
            for kept in (self._readings, self._levels, self._since):
                kept.clear()
        elif now.step < last + APART:
            return
        self._readings = [*self._readings[-MOST:], now]
        for entry in self._detectors:
            levels = self._levels.setdefault(entry.id, [])
            levels.append(entry.function(self._readings))
            del levels[: len(levels) - len(self._readings)]
            self._hear(entry)

    def _hear(self, entry: Entry) -> None:
        window = self._window(entry)
        levels = self._levels[entry.id][-len(window) :]
        beyond = [r for r, level in zip(window, levels, strict=True) if exceeds(entry, level)]
        if len(window) >= LEAST and len(beyond) >= SPEAK * len(window):
            self._since.setdefault(entry.id, beyond[0].step)
        elif len(beyond) <= HUSH * len(window):
            self._since.pop(entry.id, None)

    def _window(self, entry: Entry) -> Sequence[Reading]:
        begun = self._readings[-1].step - entry.extras["window"]
        recent = sum(r.step >= begun for r in self._readings)
        return self._readings[-max(LEAST, recent) :]

    @property
    def speaking(self) -> list[str]:
        """The ids of the detectors that speak, in the order of their registration."""
        return [entry.id for entry in self._detectors if entry.id in self._since]

    def findings(self, config: RunConfig) -> list[dict[str, Any]]:
        """What is to be said: for each {"id", "since", "level", "case", "facts", "suggestion"}.

        `since` is the first step beyond the threshold of those that made it speak; `level` the
        median of the signal over its last window, as are the facts, which fill sentence `case` of
        the detector's `says`; `suggestion` {"label", "changes"} is a change that may help.
        """
        speaking = self.speaking
        explains = (self._detectors[name].extras.get("covers") for name in speaking)
        covered = {each for covers in explains if covers for each in covers(self._readings)}
        said = [name for name in speaking if name not in covered]
        return [self._finding(self._detectors[name], config) for name in said]

    def _finding(self, entry: Entry, config: RunConfig) -> dict[str, Any]:
        window = self._window(entry)
        levels = [v for v in self._levels[entry.id][-len(window) :] if v is not None]
        case, facts = entry.extras["facts"](window)
        found = {
            "id": entry.id,
            "since": self._since[entry.id],
            "level": _plain(median_low(levels)),
            "case": case,
            "facts": {name: _plain(value) for name, value in facts.items()},
        }
        offer = entry.extras["remedy"](config)
        if offer is None:
            return found
        return {**found, "suggestion": {"label": offer[0], "changes": offer[1]}}


def exceeds(entry: Entry, level: float | None) -> bool:
    """Whether a detector's signal is beyond its threshold."""
    if level is None or math.isnan(level):
        return False
    threshold = float(entry.extras["threshold"])
    return level <= threshold if entry.extras.get("below") else level >= threshold


def _plain(value: float) -> float | None:
    """A number as JSON can hold it, to four digits."""
    return float(f"{value:.4g}") if math.isfinite(value) else None
