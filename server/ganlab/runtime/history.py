"""History: moments of a run that are kept, so that one can go back to a step and see it again."""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from torch import Tensor

from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Contest
from ganlab.registry import ConfigError

KEPT = 12
SPACING = 50  # steps between the first moments; later it is a KEPT-th of the run
BUDGET_BYTES = 16 << 20  # large networks keep fewer moments, but never fewer than FEWEST
FEWEST = 3


@dataclass(frozen=True)
class Moment:
    """The whole of a game at one step."""

    step: int
    config: RunConfig
    state: Mapping[str, Tensor]
    trained_s: float = 0.0  # how long the run had been trained

    @property
    def size(self) -> int:
        """Bytes of the state."""
        return sum(t.numel() * t.element_size() for t in self.state.values())


class History:
    """About a dozen moments, spread over the run, and where the run was interfered with.

    Playing on from a moment gives the same bytes again, so any step between two moments can be
    reached by replay, unless something else than plain play happened between.
    """

    def __init__(self, game: Contest, trained_s: Callable[[], float]) -> None:
        self._trained_s = trained_s
        self._moments: list[Moment] = []
        self._changes: list[int] = []  # steps that replay cannot cross, rising
        self.furthest = game.steps
        self.next_at: float = 0  # the step at which something is to be noted
        self.passed(game)

    @property
    def steps(self) -> list[int]:
        """The steps of the moments kept, rising."""
        return [m.step for m in self._moments]

    def reached(self, step: int) -> None:
        """The run has been at this step, by plain play since the last moment."""
        self.furthest = max(self.furthest, step)

    def passed(self, game: Contest) -> None:
        """Plain play has reached `next_at`: keep the moment.

        After going back, play that passes the step of a change does so with the older settings:
        what was kept from there on is not this run's past any more.
        """
        ahead = self._next_change(game.steps - 1)
        if ahead == game.steps:
            self._cut(game.steps)
        moment = Moment(game.steps, game.config, game.state_dict(), self._trained_s())
        self._moments = [m for m in self._moments if m.step != moment.step]
        insort(self._moments, moment, key=lambda m: m.step)
        self.reached(moment.step)
        if len(self._moments) > max(FEWEST, min(KEPT, BUDGET_BYTES // moment.size)):
            self._thin()
        self._plan(game.steps)

    def _plan(self, step: int) -> None:
        self.next_at = min(step + max(SPACING, self.furthest // KEPT), self._next_change(step))

    def _next_change(self, step: int) -> float:
        return next((c for c in self._changes if c > step), math.inf)

    def _thin(self) -> None:
        """Drop the moment that leaves the smallest gap; the first and the last stay."""
        steps = self.steps
        gaps = [steps[i + 1] - steps[i - 1] for i in range(1, len(steps) - 1)]
        del self._moments[1 + gaps.index(min(gaps))]

    def _cut(self, first: int) -> None:
        """Forget all from step `first` on."""
        self._moments = [m for m in self._moments if m.step < first]
        self._changes = [c for c in self._changes if c < first]
        self.furthest = min(self.furthest, first)

    def changed(self, game: Contest, since: int | None = None) -> None:
        """Something else than plain play brought the game from step `since` to where it stands
        (None: it changed where it stands). Replay cannot cross that, and what came later is gone.
        """
        first = game.steps if since is None else since + 1
        self._cut(first)
        self.passed(game)
        self._changes += sorted({first, game.steps})

    def find(self, step: int) -> Moment:
        """The moment to replay from in order to see `step` again; ConfigError without one."""
        oldest, kept = self.steps[0], ", ".join(map(str, self.steps))
        if not oldest <= step <= self.furthest:
            raise ConfigError("step", f"a step from {oldest} to {self.furthest}", step)
        moment = self._moments[bisect_right(self.steps, step) - 1]
        if self._next_change(moment.step) <= step:
            raise ConfigError("step", f"one of {kept}, as settings changed between", step)
        return moment

    def went_to(self, step: int) -> None:
        """The game has been put to this step of its past."""
        self._plan(step)

    def before(self, step: int) -> int:
        """The step of the newest moment before `step`; the oldest when there is none."""
        return self.steps[max(0, bisect_right(self.steps, step - 1) - 1)]
