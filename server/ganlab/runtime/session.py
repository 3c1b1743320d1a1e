"""Session: one run and all who steer and watch it. It knows viewers by number, and no sockets."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ganlab import protocol
from ganlab.gan.config import PLANE, RunConfig
from ganlab.gan.contest import Diverged
from ganlab.protocol import Status, error_event, to_text
from ganlab.registry import ConfigError
from ganlab.runtime.autosave import Autosave
from ganlab.runtime.checkpoint import Checkpoint
from ganlab.runtime.events import divergence_notice, state_event, still_using
from ganlab.runtime.fitter import Fitter
from ganlab.runtime.jobs import Asker, Job
from ganlab.runtime.pace import Meter, Pace
from ganlab.runtime.readings import check_instruments
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
        fitter: Fitter | None = None,
    ) -> None:  # fmt: skip
        self.id = session_id
        self.run = run
        self.status: Status = status
        self.screen = Screen(session_id, send, next_frame=next_frame, fitter=fitter)
        self._send = send
        self._device = device
        self._pace = Pace(speed, time.monotonic())
        self._meter = Meter()
        self._jobs: deque[Job] = deque()
        self._autosave = Autosave()
        self._left_s = time.monotonic()
        self._handlers: dict[type[protocol.Command], Callable[[Any, Asker], None]] = {
            protocol.Play: self._play,
            protocol.Pause: self._pause,
            protocol.Step: self._step,
            protocol.PlayPhase: self._phase,
            protocol.Configure: self._configure,
            protocol.Reset: self._reset,
            protocol.Load: self._load,
            protocol.Seek: self._seek,
            protocol.ChangeView: self._view,
            protocol.Inspect: self._inspect,
            protocol.Ack: self._ack,
        }

    @classmethod
    def restored(cls, session_id: str, document: bytes, send: Send, **options: Any) -> Session:
        """The session of a checkpoint, playing on if it was. Raises ValueError if it is not one."""
        checkpoint = Checkpoint.from_bytes(document)
        run = Run.restored(checkpoint, device=options.get("device", "cpu"))
        kept: dict[str, Any] = {"status": checkpoint.status, "speed": checkpoint.speed}
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
            self._pace.start(self._pace.speed, time.monotonic())
            self._meter.clear()
        self.screen.join(viewer)
        self._event([viewer_id], self.state())

    def leave(self, viewer_id: int) -> None:
        """Someone watches no more."""
        self.screen.viewers.pop(viewer_id, None)
        self.screen.choose()
        self._left_s = time.monotonic()

    def state(self) -> dict[str, Any]:
        """The state event, without a request."""
        return state_event(self.id, self.run, status=self.status, speed=self._pace.speed)

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
            times.append(self._pace.wait_until())
        if self.run.between_steps:
            times += [self._autosave.due(), self.screen.readings.next_due(self.run)]
        return min(times)

    def turn(self, budget_s: float) -> None:
        """Do one thing: show, keep a checkpoint, or play for up to `budget_s` seconds (one step
        at least).
        """
        begun = time.monotonic()
        saturated = self._plays() and self._pace.lagging(begun)
        if self.screen.next_due(self.run.game.steps) <= begun and self.screen.may_look(saturated):
            self.screen.refresh(self.run, self._facts())
            return
        readings = self.screen.readings
        if self.run.between_steps and readings.next_due(self.run) <= begun:
            readings.look(self.run)
        if begun >= self._autosave.due() and self.run.between_steps:
            self.save()
        config = self.run.config
        try:
            if self._jobs:
                self._work(begun + budget_s)
            elif self._plays():
                self._train(begun + budget_s)
        except Diverged as error:
            self._diverge(error)
        self._tell_of_script(config)
        self.screen.played(time.monotonic() - begun)

    def _plays(self) -> bool:
        """Whether it plays, and has not been left alone for so long that it rests."""
        watched = self.screen.viewers or time.monotonic() - self._left_s < REST_AFTER_S
        return self.status == "playing" and bool(watched)

    def _train(self, until_s: float) -> None:
        now = time.monotonic()
        while self._pace.due(now):
            self.run.step()
            self._autosave.played()
            now = time.monotonic()
            if now >= until_s:
                break

    def _work(self, until_s: float) -> None:
        job = self._jobs[0]
        self._autosave.played()
        if job.advance(self.run, until_s):
            self._jobs.popleft()
            job.close(self.run)
            self._autosave.commanded()
            if job.alone:  # it is part of the run's script, of which everybody must know
                self._event(list(self.screen.viewers), self.state())
            job.answer()

    # Checkpoints

    def save(self) -> None:
        """Send the server a checkpoint; a step that has begun is played to its end."""
        begun = time.monotonic()
        self._send("checkpoint", self.checkpoint(), session=self.id)
        self._autosave.saved(begun)

    def checkpoint(self) -> bytes:
        """The session as a safetensors document; as `save`."""
        self._finish_round()
        return self.run.checkpoint(self.status, self._pace.speed).to_bytes()

    def open(self, document: bytes) -> None:
        """Go on, paused, from a model that was saved, and show everybody. Raises ConfigError, with
        nothing changed, if it is none.
        """
        run = Run.opened(document, device=self._device)
        self._begin(run)
        self._stop()
        self._answer(None)

    # Commands

    def handle(self, viewer_id: int, command: protocol.AnyCommand) -> None:
        """Do what a command says and answer it; a refused one changes nothing."""
        asker = Asker(viewer_id, command.request)
        try:
            self._handlers[type(command)](command, asker)
        except Diverged as error:
            self._diverge(error, asker)
        except ConfigError as error:
            self.refuse(viewer_id, command, error)

    def refuse(self, viewer_id: int, command: protocol.AnyCommand, error: ConfigError) -> None:
        """Tell who gave a command why nothing came of it."""
        still = still_using(self.run.config, error.field)
        event = error_event(error, command=command.type, request=command.request, still=still)
        self._event([viewer_id], event)

    def _play(self, command: protocol.Play, asker: Asker) -> None:
        self._settle()
        speed = command.speed if "speed" in command.model_fields_set else self._pace.speed
        self._pace.start(speed, time.monotonic())
        self.status = "playing"
        self._answer(asker, measure=False)

    def _pause(self, _: protocol.Pause, asker: Asker) -> None:
        self._settle()
        self._stop()
        self._answer(asker)

    def _step(self, command: protocol.Step, asker: Asker) -> None:
        self.run.finish_round()
        self._leave_play()
        self._undertake(Job(command.count, lambda: self._show(asker), player=command.player))

    def _phase(self, _: protocol.PlayPhase, asker: Asker) -> None:
        self._cut_jobs()
        config = self.run.config
        self.run.phase()
        self._tell_of_script(config)
        self._leave_play()
        self._autosave.commanded()
        self._show(asker, measure=self.run.between_steps)

    def _configure(self, command: protocol.Configure, asker: Asker) -> None:
        config = self.run.config.changed(command.changes)
        if command.anew or self.run.config.rebuilds(config):
            self._begin(Run(config, device=self._device))
        elif config != self.run.config:
            self.run.finish_round()
            self.run.configure(config)
        self._answer(asker)

    def _reset(self, command: protocol.Reset, asker: Asker) -> None:
        seed = self.run.config.seed if command.seed is None else command.seed
        self._begin(self.run.anew(self.run.config.changed({"seed": seed}), device=self._device))
        self._stop()
        self._answer(asker)

    def _load(self, command: protocol.Load, asker: Asker) -> None:
        self._begin(Run.pretrained(command.pretrained, device=self._device))
        self._answer(asker)

    def _seek(self, command: protocol.Seek, asker: Asker) -> None:
        self.run.moment(command.step)
        self._settle()
        count = self.run.go_to(command.step)
        self.screen.readings.forget(self.run)
        self._stop()
        self.status = "paused"
        self._undertake(Job(count, lambda: self._answer(asker)))

    def _view(self, command: protocol.ChangeView, asker: Asker) -> None:
        self._check_scene(command)
        if command.units is not None:
            self._check_layer(command.units)
        check_instruments(command.instruments or ())
        viewer = self.screen.viewers.get(asker.viewer)
        if viewer is not None:
            viewer.change(command)
            self.screen.choose()
            self.screen.show(self.run, self._facts(), asker=asker, measure=False, to=[viewer])

    def _check_scene(self, command: protocol.ChangeView) -> None:
        """What only the plane can show."""
        if self.run.config.scene == PLANE:
            return
        for name in ("units", "density"):
            if getattr(command, name) is not None:
                raise ConfigError(name, "null for images", getattr(command, name).model_dump())

    def _check_layer(self, units: protocol.Units) -> None:
        layers = self.run.game.players[units.player].net.hidden_layers
        if units.layer > layers:
            some = f"a whole number from 1 to {layers}" if layers else "left out: it has none"
            raise ConfigError("units.layer", some, units.layer)

    def _inspect(self, command: protocol.Inspect, asker: Asker) -> None:
        if self.run.inspector is None:
            raise ConfigError(
                "type", "left out here: only a GAN of images can be looked into", "inspect"
            )
        viewer = self.screen.viewers.get(asker.viewer)
        if viewer is not None:
            found = self.run.inspector.look(command.id, command.params, viewer.view.label)
            arrays = {f"inspection_{name}": array for name, array in found.arrays.items()}
            facts = self._facts()
            facts = replace(facts, inspection=found.facts, arrays={**facts.arrays, **arrays})
            self.screen.show(self.run, facts, asker=asker, measure=False, to=[viewer])

    def _ack(self, command: protocol.Ack, asker: Asker) -> None:
        viewer = self.screen.viewers.get(asker.viewer)
        if viewer is not None:
            viewer.acknowledge(command.frame)

    # What commands are made of

    def _begin(self, run: Run) -> None:
        """Put a new run in the place of the old one; play goes on if it did."""
        self._cut_jobs()
        self.run = run
        self.screen.forget(run)
        self._meter.clear()
        if self.status == "diverged":
            self.status = "paused"

    def _stop(self) -> None:
        if self.status == "playing":
            self.status = "paused"
        self._meter.clear()

    def _leave_play(self) -> None:
        """From play, or divergence, to single steps; everybody must know."""
        if self.status != "paused":
            self.status = "paused"
            self._event(list(self.screen.viewers), self.state())
        self._meter.clear()

    def _settle(self) -> None:
        """Come to rest between two steps, with nothing more to do."""
        self._cut_jobs()
        self._finish_round()

    def _finish_round(self) -> None:
        try:
            self.run.finish_round()
        except Diverged as error:
            self._diverge(error)

    def _undertake(self, job: Job) -> None:
        if len(self._jobs) >= MAX_JOBS:
            expected = f"at most {MAX_JOBS} commands waiting to be played"
            raise ConfigError("type", expected, len(self._jobs) + 1)
        self._jobs.append(job)
        self.screen.hold()

    def _cut_jobs(self) -> None:
        """Give up steps that were asked for; who asked is shown how far they came."""
        while self._jobs:
            job = self._jobs.popleft()
            job.close(self.run)
            job.answer()

    def _diverge(self, error: Diverged, asker: Asker | None = None) -> None:
        self.status = "diverged"
        self._cut_jobs()
        self._meter.clear()
        self._answer(asker)
        self._event(list(self.screen.viewers), divergence_notice(error, self.run))

    def halt(self, notice: dict[str, Any]) -> None:
        """Stop after a failure, without a step more, and tell everybody."""
        self._jobs.clear()
        self._stop()
        self._event(list(self.screen.viewers), self.state())
        self._event(list(self.screen.viewers), notice)

    # Answers

    def _answer(self, asker: Asker | None, *, measure: bool = True) -> None:
        """Tell everybody the new state and show it to them; who asked comes first."""
        self._autosave.commanded()
        state, others = self.state(), list(self.screen.viewers)
        if asker is not None and asker.request is not None and asker.viewer in others:
            others.remove(asker.viewer)
            self._event([asker.viewer], {**state, "request": asker.request})
        self._event(others, state)
        self._show(asker, measure=measure)

    def _show(self, asker: Asker | None, *, measure: bool = True) -> None:
        self.screen.show(self.run, self._facts(), asker=asker, measure=measure)

    def _facts(self) -> Facts:
        active = self.status == "playing" or bool(self._jobs)
        rate = self._meter.read(time.monotonic(), self.run.game.steps) if active else 0.0
        phase, arrays = self.run.report or (None, {})
        return Facts(self.status, rate, phase, arrays)

    def _tell_of_script(self, before: RunConfig) -> None:
        """The run's script may have changed its settings while it was played."""
        if self.run.config is not before:
            self._event(list(self.screen.viewers), self.state())

    def _event(self, viewers: list[int], event: dict[str, Any]) -> None:
        if viewers:
            self._send("event", to_text(event).encode(), session=self.id, viewers=viewers)
