"""Autosave: when the next checkpoint of a session is due."""

from __future__ import annotations

import time
from math import inf

STEPS_EVERY_S = 0.8  # a worker that dies may cost a second of training
COMMANDS_SHARE = 0.1  # of the time, at most: what changed is kept at once, but not at any price


class Autosave:
    """Knows what has changed since the newest checkpoint, and what one costs."""

    def __init__(self) -> None:
        self._due_s = 0.0
        self._saved_s = -inf
        self._cost_s = 0.0

    def played(self) -> None:
        """Steps have been played."""
        pause = max(STEPS_EVERY_S, self._cost_s / COMMANDS_SHARE)
        self._due_s = min(self._due_s, self._saved_s + pause)

    def commanded(self) -> None:
        """A command has changed something."""
        self._due_s = min(self._due_s, self._saved_s + self._cost_s / COMMANDS_SHARE)

    def due(self) -> float:
        """When the next checkpoint is due (monotonic seconds); inf while nothing has changed."""
        return self._due_s

    def saved(self, begun_s: float) -> None:
        """A checkpoint has been made; it was begun then."""
        self._saved_s = time.monotonic()
        self._cost_s = self._saved_s - begun_s
        self._due_s = inf
