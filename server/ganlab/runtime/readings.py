"""Readings: what the instruments of one session say. It asks, the evaluator answers elsewhere.

Nothing here happens unless a viewer has chosen instruments. Then one question at a time is under
way: one instrument, and the fakes of that moment; or the floor of one, once per run. As long as the
evaluator answers that it must prepare itself, it is asked again.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import inf, isfinite
from typing import Any

from ganlab.gan.instruments.instrument import PATH, instruments, kind
from ganlab.gan.instruments.path import PathWatch
from ganlab.gan.plane.snapshot import Array
from ganlab.registry import ConfigError
from ganlab.runtime.exhibits import GALLERIES, Exhibit, Gallery, Pieces
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


@dataclass
class _Making:
    """An exhibit that is being made for a question about an instrument."""

    name: str
    step: int
    todo: Pieces
    done: list[bytes] = field(default_factory=list)


class Readings:
    """The newest reading of each chosen instrument: {"value", "step", "p"?, "floor"?, …}, or
    {"preparing"} as long as there is none.

    `version` grows with each; `since(version)` gives those that came later.
    """

    _numbers = itertools.count(time.monotonic_ns())  # others than those of a worker that died

    def __init__(self, session_id: str, send: Send) -> None:
        self.version = 0
        self._session_id = session_id
        self._send = send
        self._chosen: tuple[str, ...] = ()
        self._due_s = self._path_due_s = self._spent_s = 0.0
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
        self._gallery: Gallery | None = None
        self._making: _Making | None = None
        self._exhibit: Exhibit | None = None  # made last, if it may be shown again
        self._shown: Exhibit | None = None  # that the question under way is about
        self._pictures: dict[str, Array] = {}

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
        self._making = self._exhibit = None

    @property
    def found(self) -> dict[str, dict[str, Any]]:
        """The newest reading of each instrument."""
        return self._found

    def since(self, version: int, wanted: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The readings out of wanted that are newer than a version."""
        return {name: self._found[name] for name in wanted if self._versions.get(name, 0) > version}

    def pictures(self, readings: Iterable[str]) -> dict[str, Array]:
        """The fakes that readings speak of, as arrays of a frame, by the instrument's name."""
        return {name: self._pictures[name] for name in readings if name in self._pictures}

    def next_due(self, run: Run) -> float:
        """When there is something to ask; inf when nobody wants to know anything new."""
        if not self._chosen:
            return inf
        if self._making is not None:
            return 0.0
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
            gallery = self._gallery_of(run)
            self._allowed = [n for n in self._chosen if gallery.allows(instruments[n])]
        step = run.game.steps
        for name in self._allowed:
            asked, asked_s = self._asked.get(name, (-1, -inf))
            if asked != step:
                yield asked_s + INTERVAL_S, asked, "examine", name
            if "value" in self._found.get(name, ()) and name not in self._floors:
                yield 0.0, 0, "floor", name

    def look(self, run: Run) -> None:
        """Ask what is to be asked next, and see that the path is watched."""
        begun = time.monotonic()
        if self._of_path and self._path is None and begun >= self._path_due_s:
            self._path = PathWatch()
            run.on_step = self._note
        if self._under_way is not None and begun >= self._asked_s + PATIENCE_S:
            self._under_way = None
        if self._making is not None:
            self._make_more(run, self._making)
        elif self._under_way is None and begun >= self._due_s:
            # First what has never been read, then floors, then what was read longest ago.
            due = sorted((q for q in self._questions(run) if q[0] <= begun), key=lambda q: q[1])
            if due:
                self._begin(run, *due[0][2:])
        else:
            return
        self._spent_s += time.monotonic() - begun
        if self._making is None:
            self._due_s = time.monotonic() + self._spent_s / SHARE
            self._spent_s = 0.0

    def _gallery_of(self, run: Run) -> Gallery:
        if self._gallery is None:
            self._gallery = GALLERIES[run.config.scene](run)
        return self._gallery

    def _begin(self, run: Run, question: str, name: str) -> None:
        """Ask for a floor at once, and otherwise when there are fakes to be looked at."""
        exhibit, (asked, _) = self._exhibit, self._asked.get(name, (-1, 0.0))
        if question == "floor":
            self._ask(run, question, name, Exhibit(run.game.steps, b""))
        elif exhibit is not None and exhibit.step != asked:
            self._ask(run, question, name, exhibit)
        else:
            self._making = _Making(name, run.game.steps, self._gallery_of(run).pieces(name))
            self._make_more(run, self._making)

    def _make_more(self, run: Run, making: _Making) -> None:
        making.done.append(making.todo[len(making.done)]())
        if len(making.done) == len(making.todo):
            self._making, exhibit = None, Exhibit(making.step, b"".join(making.done))
            self._exhibit = exhibit if self._gallery_of(run).shared else None
            self._ask(run, "examine", making.name, exhibit)

    def _ask(self, run: Run, question: str, name: str, exhibit: Exhibit) -> None:
        self._under_way, self._asked_s = next(self._numbers), time.monotonic()
        if question == "examine":
            self._asked[name] = exhibit.step, self._asked_s
        self._shown = exhibit
        self._send(
            question, exhibit.payload, session=self._session_id, number=self._under_way,
            instrument=name, step=exhibit.step, **self._gallery_of(run).words(),
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
        if isinstance(found, dict) and "preparing" in found:
            if answer["question"] == "examine":
                self._asked.pop(name, None)
            if "value" not in self._found.get(name, ()):
                self._keep(name, found)
        elif answer["question"] == "floor":
            self._floors[name] = found
            self._keep(name, self._found[name])
        elif found is not None:
            self._keep(name, {**found, "step": answer["step"]})
            if "pairs" in found and self._gallery is not None and self._shown is not None:
                self._pictures[name] = self._gallery.pictures(self._shown, found["pairs"])
        return found is not None

    def _keep(self, name: str, reading: dict[str, Any]) -> None:
        self.version += 1
        self._versions[name] = self.version
        floor = self._floors.get(name)
        self._found[name] = reading if floor is None else {**reading, "floor": floor}
