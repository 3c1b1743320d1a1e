"""Pace: how many steps are due, and how much of something was done in the last second."""

from __future__ import annotations

from collections import deque

_MAX_DEBT_S = 1.0  # what a busy worker could not play in so long is not caught up with
_LAG_S = 0.1
_WINDOW_S = 1.0
_SAMPLE_S = 0.05


class Pace:
    """The beat of a playing run. `speed` is in steps per second; None is as fast as it can."""

    def __init__(self, speed: float | None, now_s: float) -> None:
        self.start(speed, now_s)

    def start(self, speed: float | None, now_s: float) -> None:
        """Begin to play at this speed; the first step is due now."""
        self.speed = speed
        self._next_s = now_s

    def wait_until(self) -> float:
        """The time of the next step."""
        return self._next_s if self.speed is not None else 0.0

    def lagging(self, now_s: float) -> bool:
        """Whether the run plays as fast as it can, by wish or because it cannot keep its beat."""
        return self.speed is None or now_s - self._next_s > _LAG_S

    def due(self, now_s: float) -> bool:
        """Whether a step is due; asking counts as playing it."""
        if self.speed is None:
            return True
        if now_s < self._next_s:
            return False
        self._next_s = max(self._next_s + 1 / self.speed, now_s - _MAX_DEBT_S)
        return True


class Meter:
    """What a count, of steps or of examples, grew by in a second, over the last second."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque()

    def clear(self) -> None:
        """Forget the past, as after a pause or a jump."""
        self._samples.clear()

    def read(self, now_s: float, count: int) -> float:
        """Note the count now, and give the rate; 0 before two counts are known."""
        samples = self._samples
        if not samples or now_s - samples[-1][0] >= _SAMPLE_S:
            samples.append((now_s, count))
        while len(samples) > 2 and now_s - samples[0][0] > _WINDOW_S:
            samples.popleft()
        elapsed = now_s - samples[0][0]
        return (count - samples[0][1]) / elapsed if elapsed > 0 else 0.0
