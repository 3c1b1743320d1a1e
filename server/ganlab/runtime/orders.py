"""Orders: what each command does to a session. One function per command, told who gave it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ganlab import protocol
from ganlab.gan.config import PLANE
from ganlab.registry import ConfigError
from ganlab.runtime.jobs import Asker, Job
from ganlab.runtime.readings import check_instruments
from ganlab.runtime.run import Run

if TYPE_CHECKING:
    from ganlab.runtime.session import Session


def _play(session: Session, command: protocol.Play, asker: Asker) -> None:
    session.settle()
    speed = command.speed if "speed" in command.model_fields_set else session.pace.speed
    session.pace.start(speed, time.monotonic())
    session.status = "playing"
    session.answer(asker, measure=False)


def _pause(session: Session, _: protocol.Pause, asker: Asker) -> None:
    session.settle()
    session.stop()
    session.answer(asker)


def _step(session: Session, command: protocol.Step, asker: Asker) -> None:
    session.run.finish_round()
    session.leave_play()
    session.undertake(Job(command.count, lambda: session.show(asker), player=command.player))


def _phase(session: Session, _: protocol.PlayPhase, asker: Asker) -> None:
    session.cut_jobs()
    config = session.run.config
    session.run.phase()
    session.tell_of_script(config)
    session.leave_play()
    session.autosave.commanded()
    session.show(asker, measure=session.run.between_steps)


def _configure(session: Session, command: protocol.Configure, asker: Asker) -> None:
    config = session.run.config.changed(command.changes)
    if command.anew or session.run.config.rebuilds(config):
        session.begin(Run(config, device=session.device))
    elif config != session.run.config:
        session.run.finish_round()
        session.run.configure(config)
    session.answer(asker)


def _reset(session: Session, command: protocol.Reset, asker: Asker) -> None:
    config = session.run.config
    seed = config.seed if command.seed is None else command.seed
    device = session.devices.choose(command.device or session.device)
    session.begin(session.run.anew(config.changed({"seed": seed}), device=device))
    session.device = device
    session.stop()
    session.answer(asker)


def _load(session: Session, command: protocol.Load, asker: Asker) -> None:
    session.begin(Run.pretrained(command.pretrained, device=session.device))
    session.answer(asker)


def _seek(session: Session, command: protocol.Seek, asker: Asker) -> None:
    session.run.moment(command.step)
    session.settle()
    count = session.run.go_to(command.step)
    session.screen.readings.forget(session.run)
    session.stop()
    session.status = "paused"
    session.undertake(Job(count, lambda: session.answer(asker)))


def _view(session: Session, command: protocol.ChangeView, asker: Asker) -> None:
    _check_scene(session, command)
    if command.units is not None:
        _check_layer(session, command.units)
    check_instruments(command.instruments or ())
    viewer = session.screen.viewers.get(asker.viewer)
    if viewer is not None:
        viewer.change(command)
        session.screen.choose()
        session.screen.show(session.run, session.facts(), asker=asker, measure=False, to=[viewer])


def _check_scene(session: Session, command: protocol.ChangeView) -> None:
    """What only the plane can show."""
    if session.run.config.scene == PLANE:
        return
    for name in ("units", "density"):
        if getattr(command, name) is not None:
            raise ConfigError(name, "null for images", getattr(command, name).model_dump())


def _check_layer(session: Session, units: protocol.Units) -> None:
    layers = session.run.game.players[units.player].net.hidden_layers
    if units.layer > layers:
        some = f"a whole number from 1 to {layers}" if layers else "left out: it has none"
        raise ConfigError("units.layer", some, units.layer)


def _inspect(session: Session, command: protocol.Inspect, asker: Asker) -> None:
    if session.run.inspector is None:
        raise ConfigError(
            "type", "left out here: only a GAN of images can be looked into", "inspect"
        )
    viewer = session.screen.viewers.get(asker.viewer)
    if viewer is not None:
        found = session.run.inspector.look(command.id, command.params, viewer.view.label)
        arrays = {f"inspection_{name}": array for name, array in found.arrays.items()}
        facts = session.facts()
        facts = replace(facts, inspection=found.facts, arrays={**facts.arrays, **arrays})
        session.screen.show(session.run, facts, asker=asker, measure=False, to=[viewer])


def _ack(session: Session, command: protocol.Ack, asker: Asker) -> None:
    viewer = session.screen.viewers.get(asker.viewer)
    if viewer is not None:
        viewer.acknowledge(command.frame)


ORDERS: dict[type[protocol.Command], Callable[[Session, Any, Asker], None]] = {
    protocol.Play: _play,
    protocol.Pause: _pause,
    protocol.Step: _step,
    protocol.PlayPhase: _phase,
    protocol.Configure: _configure,
    protocol.Reset: _reset,
    protocol.Load: _load,
    protocol.Seek: _seek,
    protocol.ChangeView: _view,
    protocol.Inspect: _inspect,
    protocol.Ack: _ack,
}
