"""Readings: what the instruments of one session say. It asks, the evaluator answers elsewhere.

Nothing here happens unless a viewer has chosen instruments. Then one question at a time is under
way: one instrument, and the fakes of that moment; or the floor of one, once per run.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from math import inf, isfinite
from typing import Any

from ganlab.gan.config import PLANE
from ganlab.gan.instruments.instrument import (
    PATH,
    SAMPLES,
    fakes_needed,
    fits,
    instruments,
    kind,
)
from ganlab.gan.instruments.path import PathWatch
from ganlab.registry import ConfigError
from ganlab.runtime.run import Run

Send = Callable[..., None]

INTERVAL_S = 0.5  # between two readings of one instrument
SHARE = 0.03  # of the time that making fakes for instruments may take
PATIENCE_S = 900.0  # with an answer: longer than the server's


def check_instruments(wanted: Iterable[str]) -> None:
    """Raises ConfigError for a name that is no instrument's."""
    for name in wanted:
        if name not in instruments:
            known = ", ".join(entry.id for entry in instruments)
            raise ConfigError("instruments", f"a list of names out of {known}", name)


class Readings:
    """The newest reading of each chosen instrument: {"value", "step", "p"?, "floor"?}.

    `version` grows with each; `since(version)` gives those that came later.
    """

    _numbers = itertools.count(time.monotonic_ns())  # others than those of a worker that died

    def __init__(self, session_id: str, send: Send) -> None:
        self.version = 0
        self._session_id = session_id
        self._send = send
        self._chosen: tuple[str, ...] = ()
        self._due_s = self._path_due_s = 0.0
        self._clear()

    def _clear(self) -> None:
        self._found: dict[str, dict[str, Any]] = {}
        self._versions: dict[str, int] = {}
        self._asked: dict[str, tuple[int, float]] = {}  # at which step and when, the last time
        self._floors: dict[str, list[float] | None] = {}
        self._under_way: int | None = None  # the number of a question
        self._asked_s = -inf
        self._path: PathWatch | None = None
        self._allowed: list[str] | None = None

    def choose(self, wanted: Iterable[str]) -> None:
        """What the viewers want to see, all together."""
        known = set(wanted)
        self._chosen = tuple(entry.id for entry in instruments if entry.id in known)
        self._of_path = [name for name in self._chosen if kind(name) == PATH]
        self._allowed = None

    def forget(self, run: Run) -> None:
        """Another run, or another moment of it, is shown: nothing of before is true."""
        run.on_step = None
        self._clear()

    def stale(self) -> None:
        """A command may have changed what a step looks like: look again."""
        self._asked.clear()

    def since(self, version: int, wanted: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The readings out of wanted that are newer than a version."""
        return {name: self._found[name] for name in wanted if self._versions.get(name, 0) > version}

    def next_due(self, run: Run) -> float:
        """When there is something to ask; inf when nobody wants to know anything new."""
        if not self._chosen:
            return inf
        path_due = self._path_due_s if self._of_path and self._path is None else inf
        if self._under_way is not None:
            return min(path_due, self._asked_s + PATIENCE_S)
        if self._due_s > time.monotonic():
            return min(path_due, self._due_s)
        earliest = min((due for due, *_ in self._questions(run)), default=inf)
        return min(path_due, max(self._due_s, earliest))

    def _questions(self, run: Run) -> Iterator[tuple[float, int, str, str]]:
        """(when it is due, the step of the reading that there is, question, instrument)."""
        if self._allowed is None:
            self._allowed = []
            if run.config.scene == PLANE:
                sampled = (name for name in self._chosen if kind(name) == SAMPLES)
                self._allowed = [n for n in sampled if fits(instruments[n], run.game.plane)]
        step = run.game.steps
        for name in self._allowed:
            asked, asked_s = self._asked.get(name, (-1, -inf))
            if asked != step:
                yield asked_s + INTERVAL_S, asked, "examine", name
            if name in self._found and name not in self._floors:
                yield 0.0, 0, "floor", name

    def look(self, run: Run) -> None:
        """Ask what is to be asked next, and see that the path is watched."""
        begun = time.monotonic()
        if self._of_path and self._path is None and begun >= self._path_due_s:
            self._path = PathWatch()
            run.on_step = self._note
        if self._under_way is not None and begun >= self._asked_s + PATIENCE_S:
            self._under_way = None
        if self._under_way is None and begun >= self._due_s:
            # First what has never been read, then floors, then what was read longest ago.
            due = sorted((q for q in self._questions(run) if q[0] <= begun), key=lambda q: q[1])
            if due:
                self._ask(run, *due[0][2:])
            self._due_s = time.monotonic() + (time.monotonic() - begun) / SHARE

    def _ask(self, run: Run, question: str, name: str) -> None:
        game, payload = run.game, b""
        if question == "examine":
            fakes = run.judge.fakes(fakes_needed(name))
            payload = fakes.contiguous().numpy().tobytes()
            self._asked[name] = game.steps, time.monotonic()
        self._under_way, self._asked_s = next(self._numbers), time.monotonic()
        self._send(
            question, payload, session=self._session_id, number=self._under_way, instrument=name,
            step=game.steps, data=game.config.to_json()["data"], seed=game.config.seed,
        )  # fmt: skip

    def _note(self, run: Run) -> None:
        """The run has played a step that is watched."""
        watch = self._path
        if watch is None or not watch.note(run.game):
            return
        run.on_step = self._path = None
        self._path_due_s = time.monotonic() + INTERVAL_S
        for name in self._of_path:
            value = instruments[name].function(watch).value
            if isfinite(value):
                self._keep(name, {"value": value, "step": run.game.steps})

    def take(self, answer: dict[str, Any]) -> bool:
        """Take the evaluator's answer; whether there is something new to be shown."""
        if answer["number"] != self._under_way:
            return False  # a question of another run, or of a worker that died
        self._under_way = None
        name, found = answer["instrument"], answer["found"]
        if answer["question"] == "floor":
            self._floors[name] = found
            self._keep(name, self._found[name])
        elif found is not None:
            value, p = found
            reading = {"value": value, "step": answer["step"]}
            self._keep(name, reading if p is None else {**reading, "p": p})
        return found is not None

    def _keep(self, name: str, reading: dict[str, Any]) -> None:
        self.version += 1
        self._versions[name] = self.version
        floor = self._floors.get(name)
        self._found[name] = reading if floor is None else {**reading, "floor": floor}
