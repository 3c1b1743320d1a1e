"""Screen: what the viewers of one session are shown, each at their own view and rate."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ganlab.gan.plane.snapshot import Array, Snapshot, View
from ganlab.protocol import encode_frame
from ganlab.runtime.gauge import Reading
from ganlab.runtime.jobs import Asker
from ganlab.runtime.run import Run
from ganlab.runtime.viewer import Viewer

Send = Callable[..., None]  # (kind, payload=b"", **fields); see `ganlab.runtime.channel`

METRICS_INTERVAL_S = 0.5
METRICS_SHARE = 0.1  # of the time, at most
TOGETHER_S = 0.004  # viewers due within this time are served by one look


@dataclass(frozen=True)
class Facts:
    """What every frame says besides the snapshot."""

    status: str
    steps_per_second: float
    phase: Mapping[str, Any] | None = None
    arrays: Mapping[str, Array] = field(default_factory=dict)


class Screen:
    """The viewers of a session and the frames they get. Frames are numbered, rising for ever."""

    def __init__(self, session_id: str, send: Send, *, next_frame: int = 0) -> None:
        self.viewers: dict[int, Viewer] = {}
        self.spent_s = 0.0
        self._session_id = session_id
        self._send = send
        self._next_frame = next_frame
        self._reading: Reading | None = None
        self._readings = 0
        self._measure_at_s = 0.0

    def forget(self) -> None:
        """A new run has begun: what was measured is not true any more."""
        self._reading = None

    def next_due(self, steps: int) -> float:
        """When a frame is due to somebody, for a game with so many steps; inf: not before a new
        step or an acknowledgement.
        """
        due = (v for v in self.viewers.values() if v.has_room)
        return min((0.0 if v.owed else v.due_s for v in due if v.owed or v.seen_step != steps),
                   default=math.inf)  # fmt: skip

    def refresh(self, run: Run, facts: Facts) -> None:
        """Send a frame to each viewer to whom one is due."""
        now = time.monotonic()
        due = [
            v
            for v in self.viewers.values()
            if v.has_room
            and (v.owed or (v.seen_step != run.game.steps and v.due_s <= now + TOGETHER_S))
        ]
        if now >= self._measure_at_s or self._reading is None:
            self._measure(run)
        self._project(run, due, facts, None)
        self.spent_s += time.monotonic() - now

    def show(
        self, run: Run, facts: Facts, *, asker: Asker | None = None, measure: bool = True,
        to: Iterable[Viewer] | None = None,
    ) -> None:  # fmt: skip
        """Send a frame now, after a command; who has no room is owed it, save who asked for it."""
        if measure or self._reading is None:
            self._measure(run)
        now = []
        for viewer in self.viewers.values() if to is None else to:
            viewer.owed = True
            if viewer.has_room or _request(asker, viewer) is not None:
                now.append(viewer)
        self._project(run, now, facts, asker)

    def _measure(self, run: Run) -> None:
        begun = time.monotonic()
        self._reading = run.gauge.read()
        self._readings += 1
        now = time.monotonic()
        self._measure_at_s = now + max(METRICS_INTERVAL_S, (now - begun) / METRICS_SHARE)

    def _project(
        self, run: Run, viewers: Iterable[Viewer], facts: Facts, asker: Asker | None
    ) -> None:
        """One look per view, one frame for all who get the same."""
        looks: dict[View, Snapshot] = {}
        groups: dict[tuple[View, bool, int | None], list[Viewer]] = {}
        for viewer in viewers:
            key = (viewer.view, viewer.told != self._readings, _request(asker, viewer))
            groups.setdefault(key, []).append(viewer)
        for (view, news, request), group in groups.items():
            if view not in looks:
                looks[view] = run.eye.look(view)
            self._send_frame(run, looks[view], facts, group, news=news, request=request)

    def _send_frame(
        self, run: Run, look: Snapshot, facts: Facts, group: list[Viewer],
        *, news: bool, request: int | None,
    ) -> None:  # fmt: skip
        number, now, steps = self._next_frame, time.monotonic(), run.game.steps
        self._next_frame += 1
        metadata: dict[str, Any] = {
            "frame": number,
            "step": steps,
            "status": facts.status,
            "steps_per_second": round(facts.steps_per_second, 1),
            **look.scalars,
        }
        if news and self._reading is not None:
            metadata |= self._reading.to_metadata()
        if facts.phase is not None:
            metadata["phase"] = facts.phase
        if request is not None:
            metadata["request"] = request
        payload = encode_frame({**look.arrays, **facts.arrays}, metadata)
        for viewer in group:
            viewer.sent(number, now)
            viewer.seen_step, viewer.told = steps, self._readings
        ids = [viewer.id for viewer in group]
        self._send("frame", payload, session=self._session_id, viewers=ids, frame=number)


def _request(asker: Asker | None, viewer: Viewer) -> int | None:
    """The request that a frame to this viewer answers."""
    return asker.request if asker is not None and asker.viewer == viewer.id else None
