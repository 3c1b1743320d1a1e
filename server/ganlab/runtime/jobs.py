"""Jobs: commands that take time, played in slices so that other sessions get their turns."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ganlab.gan.phases import BOTH
from ganlab.runtime.run import Run


@dataclass(frozen=True)
class Asker:
    """Who gave a command, and the number under which they want the answer."""

    viewer: int
    request: int | None = None


class Job:
    """A number of steps to be played for one who waits for them: `step`, or the replay of `seek`.

    `answer` is called once, when it is done or cut short.
    """

    def __init__(self, count: int, answer: Callable[[], None], *, player: str = BOTH) -> None:
        self.answer = answer
        self._player = player
        self._left = count
        self._since: int | None = None

    def advance(self, run: Run, until_s: float) -> bool:
        """Play on until done (True) or out of time, but one step at least. Raises Diverged."""
        if self._since is None:
            self._since = run.game.steps
        while self._left:
            run.step(self._player)
            self._left -= 1
            if time.monotonic() >= until_s:
                break
        return not self._left

    @property
    def alone(self) -> bool:
        """Whether one player alone plays, which belongs to the run's script."""
        return self._player != BOTH

    def close(self, run: Run) -> None:
        """Leave the history in order: steps of one player alone are no plain play."""
        if self.alone and self._since is not None and run.game.steps > self._since:
            run.history.changed(run.game, since=self._since)
