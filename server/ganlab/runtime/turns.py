"""Turns: who plays next in a worker with many sessions, so that all get the same time."""

from __future__ import annotations

import math
import time

from ganlab.runtime.session import Session

BUDGET_S = 0.002  # a turn: short enough that a command waits a few ms at most


class Turns:
    """The sessions of a worker; of those that want a turn, the one that has had least time is next.

    As in Linux's completely fair scheduler, one that has been idle starts level with the one that
    has had least, so that it cannot claim the time it did not use.
    """

    def __init__(self) -> None:
        self.sessions: dict[str, Session] = {}
        self._wake_s: dict[str, float] = {}
        self._used_s: dict[str, float] = {}
        self._floor_s = 0.0

    def add(self, session: Session) -> None:
        """A session joins."""
        self.sessions[session.id] = session
        self._used_s[session.id] = self._floor_s
        self.touch(session)

    def remove(self, session_id: str) -> Session:
        """A session leaves. Raises KeyError when it is not there."""
        del self._used_s[session_id], self._wake_s[session_id]
        return self.sessions.pop(session_id)

    def touch(self, session: Session) -> None:
        """A session has been given something to do: when it wants a turn may have changed."""
        self._wake_s[session.id] = session.wake_at()

    def next(self) -> tuple[Session | None, float]:
        """(the session whose turn it is, 0), or (None, seconds until one wants a turn)."""
        now = time.monotonic()
        ready = [key for key, wake in self._wake_s.items() if wake <= now]
        if not ready:
            return None, max(0.0, min(self._wake_s.values(), default=math.inf) - now)
        chosen = min(ready, key=lambda key: max(self._used_s[key], self._floor_s))
        self._floor_s = max(self._used_s[chosen], self._floor_s)
        return self.sessions[chosen], 0.0

    def charge(self, session: Session, used_s: float) -> None:
        """A session has had its turn, and used so much time."""
        self._used_s[session.id] = max(self._used_s[session.id], self._floor_s) + used_s
        self.touch(session)
