"""Fixtures of the runtime tests: sessions without a worker, and what they say."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.protocol import decode_frame, read_command
from ganlab.runtime.run import Run
from ganlab.runtime.session import Session

SMALL: dict[str, Any] = {
    "generator": {"params": {"layers": 1, "width": 8}},
    "discriminator": {"params": {"layers": 1, "width": 8}},
    "batch_size": 16,
}


class Log:
    """What a session has said, in order: (kind, viewers, event or (arrays, metadata))."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, list[int], Any]] = []
        self.checkpoints: list[bytes] = []
        self.checkpoint_times: list[float] = []  # monotonic seconds

    def send(self, kind: str, payload: bytes = b"", **fields: Any) -> None:
        """The session's way out."""
        if kind == "checkpoint":
            self.checkpoints.append(payload)
            self.checkpoint_times.append(time.monotonic())
        elif kind == "frame":
            self.entries.append((kind, fields["viewers"], decode_frame(payload)))
        else:
            self.entries.append((kind, fields["viewers"], json.loads(payload)))

    def clear(self) -> None:
        """Forget it."""
        self.entries.clear()

    def events(self, viewer: int = 1) -> list[dict[str, Any]]:
        """The events to a viewer."""
        return [found for kind, to, found in self.entries if kind == "event" and viewer in to]

    def frames(self, viewer: int = 1) -> list[dict[str, str]]:
        """The metadata of the frames to a viewer."""
        return [found[1] for kind, to, found in self.entries if kind == "frame" and viewer in to]

    def answers(self, request: int) -> list[dict[str, str]]:
        """The metadata of the frames to viewer 1 that answer a request."""
        return [frame for frame in self.frames() if frame.get("request") == str(request)]


class Driver:
    """A session with one viewer, and its clock in the test's hands."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.log = Log()
        self.session = Session("a" * 20, Run(RunConfig.from_json(config)), self.log.send)
        self.session.join(1, {})
        self.settle()
        self.log.clear()

    def say(self, viewer: int = 1, **command: Any) -> None:
        """Give a command; what it starts has not been played yet."""
        self.session.handle(viewer, read_command(json.dumps(command)))

    def do(self, **command: Any) -> list[dict[str, Any]]:
        """Give a command, and turns until there is nothing more to do; events and frames of it."""
        self.log.clear()
        self.say(**command)
        self.settle()
        return self.log.events() + self.log.frames()

    def settle(self, turns: int = 2000) -> None:
        """Give turns until the session wants none, or has had so many."""
        for _ in range(turns):
            self.acknowledge()
            if self.session.status == "playing" or self.session.wake_at() > time.monotonic():
                return
            self.session.turn(0.002)
        raise AssertionError("the session does not come to rest")

    def acknowledge(self) -> None:
        """Acknowledge all frames of viewer 1."""
        for frame in self.log.frames():
            self.say(type="ack", frame=int(frame["frame"]))

    def bytes(self) -> dict[str, bytes]:
        """The game's whole state, byte by byte."""
        state = self.session.run.game.state_dict()
        return {name: tensor.numpy().tobytes() for name, tensor in state.items()}


def direct(steps: int, player: str = "both", **config: Any) -> Game:
    """The same game, played by the library alone."""
    game = Game(RunConfig.from_json({**SMALL, **config}))
    for _ in range(steps):
        game.step(player)
    return game


def same(driver: Driver, game: Game) -> bool:
    """Whether the session's game has the very bytes of another."""
    return driver.bytes() == {k: v.numpy().tobytes() for k, v in game.state_dict().items()}


@pytest.fixture
def drive() -> Callable[..., Driver]:
    """Makes sessions: `drive(loss={"id": "hinge"})`, small unless the test says otherwise."""
    return lambda **config: Driver({**SMALL, **config})


@pytest.fixture
def driver(drive: Callable[..., Driver]) -> Driver:
    """A small session at rest, watched by viewer 1."""
    return drive()
