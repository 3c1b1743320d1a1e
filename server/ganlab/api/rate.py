"""Rate: a token bucket, for what one visitor may ask in a second."""

from __future__ import annotations

import time


class Bucket:
    """Allows `per_second` on average and `burst` at once."""

    def __init__(self, per_second: float, burst: int) -> None:
        self._per_second = per_second
        self._burst = burst
        self._left = float(burst)
        self._at_s = time.monotonic()

    def take(self) -> bool:
        """Whether one more is allowed now; it counts if so."""
        now = time.monotonic()
        self._left = min(self._burst, self._left + (now - self._at_s) * self._per_second)
        self._at_s = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
