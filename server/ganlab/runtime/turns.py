"""Turns: who plays next in a worker with many sessions, so that all get the same time."""

from __future__ import annotations

import time

from ganlab.runtime.session import Session

BUDGET_S = 0.003  # a turn: short enough that a command to another session waits a few ms


class Turns:
    """The sessions of a worker; the one that has had the least time goes first.

    As in Linux's completely fair scheduler, one that has been idle starts level with the one that
    has had least, so that it cannot claim the time it did not use.
    """

    def __init__(self) -> None:
        self.sessions: dict[str, Session] = {}
        self._used_s: dict[str, float] = {}
        self._floor_s = 0.0

    def add(self, session: Session) -> None:
        """A session joins."""
        self.sessions[session.id] = session
        self._used_s[session.id] = self._floor_s

    def remove(self, session_id: str) -> Session:
        """A session leaves. Raises KeyError when it is not there."""
        del self._used_s[session_id]
        return self.sessions.pop(session_id)

    def next(self) -> tuple[Session | None, float]:
        """(the session whose turn it is, 0), or (None, seconds until one wants a turn)."""
        now = time.monotonic()
        chosen, least, wake = None, float("inf"), float("inf")
        for session_id, session in self.sessions.items():
            due = session.wake_at()
            wake = min(wake, due)
            if due > now:
                continue
            used = max(self._used_s[session_id], self._floor_s)
            if used < least:
                chosen, least = session, used
        if chosen is None:
            return None, max(0.0, wake - now)
        self._floor_s = least
        return chosen, 0.0

    def charge(self, session: Session, used_s: float) -> None:
        """A session has used so much time."""
        self._used_s[session.id] = max(self._used_s[session.id], self._floor_s) + used_s
