"""Session: one run and all who steer and watch it. It knows viewers by number, and no sockets."""

from __future__ import annotations

import time
from collections import deque
from typing import Any

from ganlab import protocol
from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.protocol import Status, error_event, to_text
from ganlab.registry import ConfigError
from ganlab.runtime.autosave import Autosave
from ganlab.runtime.checkpoint import Checkpoint, metadata_of
from ganlab.runtime.devices import ONLY_CPU, Devices
from ganlab.runtime.events import divergence_notice, state_event, still_using
from ganlab.runtime.fitter import Fitter
from ganlab.runtime.jobs import Asker, Job
from ganlab.runtime.orders import ORDERS
from ganlab.runtime.pace import Meter, Pace
from ganlab.runtime.run import Run
from ganlab.runtime.screen import Facts, Screen, Send
from ganlab.runtime.viewer import Viewer

MAX_JOBS = 100
REST_AFTER_S = 60.0  # without a viewer: a run that nobody sees shall not keep a machine busy


class Session:
    """A run, its status, its viewers. `turn` gives it time, `handle` a command.

    `send` takes what it has to say: events, frames, checkpoints (`ganlab.runtime.channel`).
    """

    def __init__(
        self, session_id: str, run: Run, send: Send, *, device: str = "cpu",
        status: Status = "paused", speed: float | None = None, next_frame: int = 0,
        fitter: Fitter | None = None, devices: Devices = ONLY_CPU,
    ) -> None:  # fmt: skip
        self.id = session_id
        self.run = run
        self.status: Status = status
        self.screen = Screen(session_id, send, next_frame=next_frame, fitter=fitter)
        self._send = send
        self.device = device
        self.devices = devices
        self.pace = Pace(speed, time.monotonic())
        self._meter = Meter()  # of steps
        self._examples = Meter()  # of real images, where the scene counts them
        self._jobs: deque[Job] = deque()
        self.autosave = Autosave()
        self._left_s = time.monotonic()

    @classmethod
    def restored(cls, session_id: str, document: bytes, send: Send, **options: Any) -> Session:
        """The session of a checkpoint, playing on if it was. Raises ValueError if it is not one."""
        checkpoint = Checkpoint.from_bytes(document)
        devices: Devices = options.get("devices", ONLY_CPU)
        device = devices.again(metadata_of(document).get("device"))
        run = Run.restored(checkpoint, device=device)
        kept: dict[str, Any] = {"status": checkpoint.status, "speed": checkpoint.speed}
        kept["device"] = device
        return cls(session_id, run, send, **(kept | options))

    # Viewers

    def join(self, viewer_id: int, view: dict[str, Any]) -> None:
        """Someone begins to watch; `view` is what they said in `view` commands before."""
        viewer = Viewer(viewer_id)
        said = protocol.ChangeView(**view)
        try:
            viewer.change(said)
        except ConfigError:  # a density that was refused when it was asked for
            viewer.change(said.model_copy(update={"density": None}))
        if not self.screen.viewers:  # it may have rested
            self.pace.start(self.pace.speed, time.monotonic())
            self._forget_rates()
        self.screen.join(viewer)
        self._event([viewer_id], self.state())

    def leave(self, viewer_id: int) -> None:
        """Someone watches no more."""
        self.screen.viewers.pop(viewer_id, None)
        self.screen.choose()
        self._left_s = time.monotonic()

    def state(self) -> dict[str, Any]:
        """The state event, without a request."""
        return state_event(
            self.id, self.run, status=self.status, speed=self.pace.speed, device=self.device
        )

    def take(self, answer: dict[str, Any]) -> None:
        """The evaluator has answered a question of ours."""
        self.screen.take(answer, self.run.game.steps)

    # Time

    def wake_at(self) -> float:
        """When it next wants a turn (monotonic seconds): 0 is now, inf is not by itself."""
        if self._jobs:
            return 0.0
        times = [self.screen.next_due(self.run.game.steps)]
        if self._plays():
            times.append(self.pace.wait_until())
        if self.run.between_steps:
            times += [self.autosave.due(), self.screen.readings.next_due(self.run)]
        return min(times)

    def turn(self, budget_s: float) -> None:
        """Do one thing: show, keep a checkpoint, or play for up to `budget_s` seconds (one step
        at least).
        """
        begun = time.monotonic()
        saturated = self._plays() and self.pace.lagging(begun)
        may_look = self.screen.may_look(saturated, self.run.config.scene)
        if self.screen.next_due(self.run.game.steps) <= begun and may_look:
            self.screen.refresh(self.run, self.facts())
            return
        readings = self.screen.readings
        if self.run.between_steps and readings.next_due(self.run) <= begun:
            readings.look(self.run)
        if begun >= self.autosave.due() and self.run.between_steps:
            self.save()
        config = self.run.config
        try:
            if self._jobs:
                self._work(begun + budget_s)
            elif self._plays():
                self._train(begun + budget_s)
        except Diverged as error:
            self._diverge(error)
        self.tell_of_script(config)
        self.screen.played(time.monotonic() - begun)

    def _plays(self) -> bool:
        """Whether it plays, and has not been left alone for so long that it rests."""
        watched = self.screen.viewers or time.monotonic() - self._left_s < REST_AFTER_S
        return self.status == "playing" and bool(watched)

    def _train(self, until_s: float) -> None:
        now = time.monotonic()
        while self.pace.due(now):
            self.run.step()
            self.autosave.played()
            now = time.monotonic()
            if now >= until_s:
                break

    def _work(self, until_s: float) -> None:
        job = self._jobs[0]
        self.autosave.played()
        if job.advance(self.run, until_s):
            self._jobs.popleft()
            job.close(self.run)
            self.autosave.commanded()
            if job.alone:  # it is part of the run's script, of which everybody must know
                self._event(list(self.screen.viewers), self.state())
            job.answer()

    # Checkpoints

    def save(self) -> None:
        """Send the server a checkpoint; a step that has begun is played to its end."""
        begun = time.monotonic()
        self._send("checkpoint", self.checkpoint(), session=self.id)
        self.autosave.saved(begun)

    def checkpoint(self) -> bytes:
        """The session as a safetensors document; as `save`."""
        self._finish_round()
        kept = self.run.checkpoint(self.status, self.pace.speed)
        return kept.to_bytes(device=self.device)

    def open(self, document: bytes) -> None:
        """Go on, paused, from a model that was saved, and show everybody. Raises ConfigError, with
        nothing changed, if it is none.
        """
        run = Run.opened(document, scene=self.run.config.scene, device=self.device)
        self.begin(run)
        self.stop()
        self.answer(None)

    # Commands

    def handle(self, viewer_id: int, command: protocol.AnyCommand) -> None:
        """Do what a command says and answer it; a refused one changes nothing."""
        asker = Asker(viewer_id, command.request)
        try:
            ORDERS[type(command)](self, command, asker)
        except Diverged as error:
            self._diverge(error, asker)
        except ConfigError as error:
            self.refuse(viewer_id, command, error)

    def refuse(self, viewer_id: int, command: protocol.AnyCommand, error: ConfigError) -> None:
        """Tell who gave a command why nothing came of it."""
        still = still_using(self.run.config, error.field)
        event = error_event(error, command=command.type, request=command.request, still=still)
        self._event([viewer_id], event)

    # What commands are made of

    def begin(self, run: Run) -> None:
        """Put a new run in the place of the old one; play goes on if it did."""
        self.cut_jobs()
        self.run = run
        self.screen.forget(run)
        self._forget_rates()
        if self.status == "diverged":
            self.status = "paused"

    def stop(self) -> None:
        """Play no more; a run that diverged stays so."""
        if self.status == "playing":
            self.status = "paused"
        self._forget_rates()

    def _forget_rates(self) -> None:
        self._meter.clear()
        self._examples.clear()

    def leave_play(self) -> None:
        """From play, or divergence, to single steps; everybody must know."""
        if self.status != "paused":
            self.status = "paused"
            self._event(list(self.screen.viewers), self.state())
        self._forget_rates()

    def settle(self) -> None:
        """Come to rest between two steps, with nothing more to do."""
        self.cut_jobs()
        self._finish_round()

    def _finish_round(self) -> None:
        try:
            self.run.finish_round()
        except Diverged as error:
            self._diverge(error)

    def undertake(self, job: Job) -> None:
        """Play steps for one who waits for them. Raises ConfigError when too many wait already."""
        if len(self._jobs) >= MAX_JOBS:
            expected = f"at most {MAX_JOBS} commands waiting to be played"
            raise ConfigError("type", expected, len(self._jobs) + 1)
        self._jobs.append(job)
        self.screen.hold()

    def cut_jobs(self) -> None:
        """Give up steps that were asked for; who asked is shown how far they came."""
        while self._jobs:
            job = self._jobs.popleft()
            job.close(self.run)
            job.answer()

    def _diverge(self, error: Diverged, asker: Asker | None = None) -> None:
        self.status = "diverged"
        self.cut_jobs()
        self._forget_rates()
        self.answer(asker)
        self._event(list(self.screen.viewers), divergence_notice(error, self.run))

    def halt(self, notice: dict[str, Any]) -> None:
        """Stop after a failure, without a step more, and tell everybody."""
        self._jobs.clear()
        self.stop()
        self._event(list(self.screen.viewers), self.state())
        self._event(list(self.screen.viewers), notice)

    # Answers

    def answer(self, asker: Asker | None, *, measure: bool = True) -> None:
        """Tell everybody the new state and show it to them; who asked comes first."""
        self.autosave.commanded()
        state, others = self.state(), list(self.screen.viewers)
        if asker is not None and asker.request is not None and asker.viewer in others:
            others.remove(asker.viewer)
            self._event([asker.viewer], {**state, "request": asker.request})
        self._event(others, state)
        self.show(asker, measure=measure)

    def show(self, asker: Asker | None, *, measure: bool = True) -> None:
        """Show it to everybody; who asked comes first."""
        self.screen.show(self.run, self.facts(), asker=asker, measure=measure)

    def facts(self) -> Facts:
        """What frames say beside what is seen of the game."""
        active = self.status == "playing" or bool(self._jobs)
        now, game = time.monotonic(), self.run.game
        rate = self._meter.read(now, game.steps) if active else 0.0
        counted = getattr(game, "examples", None)
        learned = self._examples.read(now, counted) if counted is not None and active else 0.0
        phase, arrays = self.run.report or (None, {})
        return Facts(self.status, rate, phase, arrays, examples_per_second=learned)

    def tell_of_script(self, before: RunConfig) -> None:
        """The run's script may have changed its settings while it was played."""
        if self.run.config is not before:
            self._event(list(self.screen.viewers), self.state())

    def _event(self, viewers: list[int], event: dict[str, Any]) -> None:
        if viewers:
            self._send("event", to_text(event).encode(), session=self.id, viewers=viewers)
