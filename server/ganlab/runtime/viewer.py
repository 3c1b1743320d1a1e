"""Viewer: one who watches a session, what they want to see, and how much they can take."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from ganlab.gan.plane.densities import check
from ganlab.gan.plane.snapshot import View
from ganlab.gan.plane.units import Layer
from ganlab.protocol import WINDOW, ChangeView

DEFAULT_FPS = 30.0


@dataclass
class Viewer:
    """A viewer's view, rate and window of frames that it has not acknowledged."""

    id: int
    view: View = field(default_factory=View)
    fps: float = DEFAULT_FPS
    owed: bool = False  # a frame is due as soon as there is room
    due_s: float = 0.0
    seen_step: int = -1
    told: int = 0  # the number of the last reading of metrics that was sent
    drawn: int = 0  # the number of the density whose picture was sent last
    instruments: tuple[str, ...] = ()
    told_readings: int = 0  # the version of the instruments' readings that was sent last
    _in_flight: deque[int] = field(default_factory=deque)

    def change(self, command: ChangeView) -> None:
        """Take over what the command names; the rest stays. Raises ConfigError, nothing changed."""
        arrays = self.view.arrays
        if command.arrays is not None:
            arrays = frozenset(command.arrays)
        if command.raw is not None:
            arrays = arrays | {"d_grid_raw"} if command.raw else arrays - {"d_grid_raw"}
        grid = self.view.grid if command.grid is None else command.grid
        units = self.view.units
        if "units" in command.model_fields_set:
            wanted = command.units
            units = None if wanted is None else Layer(wanted.player, wanted.layer)
        density = self.view.density
        if "density" in command.model_fields_set:
            asked = command.density
            density = None if asked is None else check(asked.model_dump())
        label = command.label if "label" in command.model_fields_set else self.view.label
        if command.instruments is not None:
            self.instruments = tuple(dict.fromkeys(command.instruments))
            self.told_readings = 0
        self.view = View(frozenset(arrays), grid, units, density, label)
        self.fps = self.fps if command.fps is None else command.fps

    @property
    def has_room(self) -> bool:
        """Whether one more frame may be sent."""
        return len(self._in_flight) < WINDOW

    def sent(self, frame: int, now_s: float) -> None:
        """A frame is on its way."""
        self._in_flight.append(frame)
        self.owed = False
        # Keep the beat; one that fell behind starts it anew.
        self.due_s = max(self.due_s, now_s - 1 / self.fps) + 1 / self.fps

    def acknowledge(self, frame: int) -> None:
        """This frame has arrived, and with it all before."""
        while self._in_flight and self._in_flight[0] <= frame:
            self._in_flight.popleft()
