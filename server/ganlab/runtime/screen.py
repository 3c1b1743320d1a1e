"""Screen: what the viewers of one session are shown, each at their own view and rate."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

from ganlab.gan.config import IMAGE, PLANE
from ganlab.gan.plane.densities import Chosen
from ganlab.gan.plane.snapshot import Array, Snapshot, View
from ganlab.protocol import encode_frame
from ganlab.runtime.fits import LOOK_AGAIN_S, Fits
from ganlab.runtime.fitter import Fitter
from ganlab.runtime.jobs import Asker
from ganlab.runtime.readings import Readings
from ganlab.runtime.run import Run
from ganlab.runtime.viewer import Viewer

Send = Callable[..., None]  # (kind, payload=b"", **fields); see `ganlab.runtime.channel`

METRICS_INTERVAL_S = 0.5
# Of the time for steps, where time is short. Ten looks a second are enough of images.
METRICS_SHARE = {PLANE: 0.1, IMAGE: 0.04}
LOOKING_SHARE = {PLANE: 0.5, IMAGE: 0.1}
LONGEST_S = 0.25  # without a look, as long as looks take no more than they may on the plane
TOGETHER_S = 0.004  # viewers due within this time are served by one look


@dataclass(frozen=True)
class Facts:
    """What every frame says besides the snapshot; `inspection` only one that answers an `inspect`,
    whose arrays are among `arrays`.
    """

    status: str
    steps_per_second: float
    phase: Mapping[str, Any] | None = None
    arrays: Mapping[str, Array] = field(default_factory=dict)
    inspection: Mapping[str, Any] | None = None
    examples_per_second: float = 0.0  # real images that D learns from, where the scene counts them


class Screen:
    """The viewers of a session and the frames they get. Frames are numbered, rising for ever.

    Looking and measuring each take milliseconds, so they are done in turns of their own.
    """

    def __init__(
        self, session_id: str, send: Send, *, next_frame: int = 0, fitter: Fitter | None = None
    ) -> None:
        self.viewers: dict[int, Viewer] = {}
        self._played_s = 0.0
        self._looked_s = 0.0
        self._shown_s = 0.0
        self._session_id = session_id
        self._send = send
        self._next_frame = next_frame
        self._reading: dict[str, Any] | None = None  # metrics, as a frame's metadata carries them
        self._readings = 0
        self._measure_at_s = 0.0
        self._news_wanted = False
        self._looks: dict[View, Snapshot] = {}
        self._looked_at = -1
        self._fits = Fits(fitter or Fitter())
        self.readings = Readings(session_id, send)

    def join(self, viewer: Viewer) -> None:
        """Someone begins to watch; a frame is due to them at once."""
        viewer.owed = True
        self.viewers[viewer.id] = viewer
        self._news_wanted = self._news_wanted or self._reading is None
        self.choose()

    def choose(self) -> None:
        """The viewers, or the instruments that they want, have changed."""
        self.readings.choose(name for v in self.viewers.values() for name in v.instruments)

    def take(self, answer: dict[str, Any], steps: int) -> None:
        """An instrument's answer has come: who wants to see it, and would get no frame of a new
        step, is owed one.
        """
        if self.readings.take(answer):
            for viewer in self.viewers.values():
                wants = answer["instrument"] in viewer.instruments
                viewer.owed |= wants and viewer.seen_step == steps

    def hold(self) -> None:
        """An answer is being worked on: no other frames for as long as they are usually apart."""
        now = time.monotonic()
        for viewer in self.viewers.values():
            viewer.due_s = max(viewer.due_s, now + 1 / viewer.fps)

    def forget(self, run: Run) -> None:
        """A new run has begun: what was measured and seen is not true any more."""
        self._reading = None
        self.readings.forget(run)
        self._looks.clear()

    def next_due(self, steps: int) -> float:
        """When a frame is due to somebody, for a game with so many steps; inf: not before a new
        step or an acknowledgement.
        """
        self._owe_densities()
        if self._news_wanted and self.viewers:
            return 0.0
        due = (v for v in self.viewers.values() if v.has_room)
        first = min((0.0 if v.owed else v.due_s for v in due if v.owed or v.seen_step != steps),
                    default=inf)  # fmt: skip
        if self._fits.in_the_making and self.viewers:
            return min(first, time.monotonic() + LOOK_AGAIN_S)
        return first

    def _owe_densities(self) -> None:
        """Whoever waits for a density that has been fitted meanwhile is due a frame."""
        for chosen in self._fits.arrived():
            for viewer in self.viewers.values():
                viewer.owed |= viewer.view.density == chosen

    def played(self, seconds: float) -> None:
        """The run has had so much time for its steps."""
        self._played_s += seconds

    def may_look(self, saturated: bool, scene: str = PLANE) -> bool:
        """Whether a frame leaves a run that is short of time enough of it for its steps; `scene` is
        what there is to be looked at.
        """
        if not saturated:
            self._played_s = self._looked_s = 0.0
            return True
        if self._played_s > 1.0:  # what was long ago counts little
            self._played_s, self._looked_s = self._played_s / 2, self._looked_s / 2
        waited = time.monotonic() - self._shown_s > LONGEST_S
        return self._looked_s <= LOOKING_SHARE[PLANE if waited else scene] * self._played_s

    def refresh(self, run: Run, facts: Facts) -> None:
        """Measure, if it is time for that; otherwise send a frame to each to whom one is due."""
        begun = time.monotonic()
        if self._news_wanted or (begun >= self._measure_at_s and facts.status == "playing"):
            self._measure(run)
        else:
            steps, soon = run.game.steps, begun + TOGETHER_S
            due = (v for v in self.viewers.values() if v.has_room)
            due = (v for v in due if v.owed or (v.seen_step != steps and v.due_s <= soon))
            self._project(run, due, facts, None)
            self._shown_s = time.monotonic()
        self._looked_s += time.monotonic() - begun

    def show(
        self, run: Run, facts: Facts, *, asker: Asker | None = None, measure: bool = True,
        to: Iterable[Viewer] | None = None,
    ) -> None:  # fmt: skip
        """Send a frame now, after a command; who has no room is owed it, save who asked for it.

        `measure`: the metrics of a run at rest follow. The frame does not wait for them.
        """
        at_rest = facts.status != "playing"
        self._news_wanted |= self._reading is None or (measure and at_rest)
        if measure:
            self.readings.stale()
        self._looks.clear()
        now = []
        for viewer in self.viewers.values() if to is None else to:
            viewer.owed = True
            if viewer.has_room or _request(asker, viewer) is not None:
                now.append(viewer)
        self._project(run, now, facts, asker)

    def _measure(self, run: Run) -> None:
        begun = time.monotonic()
        if self._news_wanted:
            for viewer in self.viewers.values():
                viewer.owed = True
        self._news_wanted = False
        self._reading = run.measure(self.readings.found)
        self._readings += 1
        now = time.monotonic()
        share = METRICS_SHARE[run.config.scene]
        self._measure_at_s = now + max(METRICS_INTERVAL_S, (now - begun) / share)

    def _project(
        self, run: Run, viewers: Iterable[Viewer], facts: Facts, asker: Asker | None
    ) -> None:
        """One look per view, one frame for all who get the same; who asked comes first."""
        if run.game.steps != self._looked_at:
            self._looks.clear()
            self._looked_at = run.game.steps
        groups: dict[tuple[View, bool, int | None, int, str], list[Viewer]] = {}
        for viewer in viewers:
            read = self.readings.since(viewer.told_readings, viewer.instruments)
            key = (
                viewer.view, viewer.told != self._readings, _request(asker, viewer), viewer.drawn,
                json.dumps(read) if read else "",
            )  # fmt: skip
            groups.setdefault(key, []).append(viewer)
        for key, group in sorted(groups.items(), key=lambda g: g[0][2] is None):
            view, news, request, _, read_now = key
            if view not in self._looks:
                self._looks[view] = run.eye.look(view)
            look = self._looks[view]
            if view.density is not None and run.config.scene == PLANE:
                look = self._with_density(run, look, view.density, group)
            if read_now:
                pictures = self.readings.pictures(json.loads(read_now))
                look = replace(look, arrays={**look.arrays, **pictures})
            more: dict[str, Any] = {"instruments": read_now} if read_now else {}
            more |= self._reading if news and self._reading is not None else {}
            more |= {} if request is None else {"request": request}
            self._send_frame(run, look, facts, group, more)

    def _with_density(
        self, run: Run, look: Snapshot, chosen: Chosen, group: list[Viewer]
    ) -> Snapshot:
        """The look and what is known of a density; its picture, where the group has not got it."""
        fit = self._fits.of(run, chosen)
        arrays = dict(look.arrays)
        if fit.grid is not None and group[0].drawn != fit.number:
            arrays["density"] = fit.grid
            for viewer in group:
                viewer.drawn = fit.number
        return replace(look, arrays=arrays, density=fit.facts())

    def _send_frame(
        self, run: Run, look: Snapshot, facts: Facts, group: list[Viewer], more: dict[str, Any]
    ) -> None:
        number, now, steps = self._next_frame, time.monotonic(), run.game.steps
        self._next_frame += 1
        metadata: dict[str, Any] = {
            "frame": number,
            "step": steps,
            "status": facts.status,
            "steps_per_second": round(facts.steps_per_second, 1),
            "trained_s": round(run.trained_s, 2),
            **look.scalars,
        }
        if "examples" in look.scalars:
            metadata["examples_per_second"] = round(facts.examples_per_second, 1)
        if run.game.classes:
            metadata["classes"] = run.game.classes
        if look.units is not None:
            metadata["units"] = look.units
        if look.density is not None:
            metadata["density"] = look.density
        if facts.phase is not None:
            metadata["phase"] = facts.phase
        if facts.inspection is not None:
            metadata["inspection"] = facts.inspection
        metadata |= more
        payload = encode_frame({**look.arrays, **facts.arrays}, metadata)
        for viewer in group:
            viewer.sent(number, now)
            viewer.seen_step, viewer.told = steps, self._readings
            viewer.told_readings = self.readings.version
        ids = [viewer.id for viewer in group]
        self._send("frame", payload, session=self._session_id, viewers=ids, frame=number)


def _request(asker: Asker | None, viewer: Viewer) -> int | None:
    """The request that a frame to this viewer answers."""
    return asker.request if asker is not None and asker.viewer == viewer.id else None
