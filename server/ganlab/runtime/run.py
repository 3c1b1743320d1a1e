"""Run: a game being played, with what looks at it and what remembers it. Knows no viewers."""

from __future__ import annotations

import dataclasses
import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any

from ganlab.gan.config import IMAGE, PLANE, RunConfig
from ganlab.gan.contest import Contest
from ganlab.gan.diagnosis.watch import Watch
from ganlab.gan.phases import BOTH, Phase
from ganlab.gan.scenes import SCENES
from ganlab.registry import ConfigError
from ganlab.runtime.checkpoint import Checkpoint
from ganlab.runtime.history import History, Moment
from ganlab.runtime.origin import FILE, PRETRAINED, Origin
from ganlab.runtime.pretrained import checkpoint_of
from ganlab.runtime.report import Report, phase_report
from ganlab.runtime.script import Script, read_entries

SUBJECTS = {PLANE: "dots in the plane", IMAGE: "images"}


class Run:
    """One game from its beginning on. A change that needs a new game makes a new Run.

    `origin` is what it began from; None is fresh weights at step 0.
    """

    def __init__(self, config: RunConfig, *, device: str = "cpu") -> None:
        self._build(_game(config, device), None)

    def _build(self, game: Any, origin: Origin | None, trained_s: float = 0.0) -> None:
        scene = SCENES[game.config.scene]
        self.game = game
        self.origin = origin
        self.eye = scene.eye(game)
        self.judge = scene.judge(game)
        self.inspector = scene.inspector and scene.inspector(game, self.eye)
        self.floors = {k: v for k, v in self.judge.floors().items() if isfinite(v)}
        self._probe = scene.probe(game, self.judge, self.floors)
        self.watch = Watch(scene.detectors)
        self.trained_s = trained_s  # spent on steps, without pauses and without looking
        self.history = History(game, lambda: self.trained_s)
        self.script = Script(game.config, game.steps)  # what was done to it, beside plain play
        self.on_step: Callable[[Run], None] | None = None  # told of every whole step, if anybody
        self.report: Report | None = None  # the phase played last, until something else is played
        self._round: Iterator[Phase] | None = None
        self._round_of = BOTH
        self._ahead: Phase | None = None

    @classmethod
    def restored(
        cls, checkpoint: Checkpoint, *, config: RunConfig | None = None, device: str = "cpu"
    ) -> Run:
        """The run that a checkpoint holds, with the live settings of `config` if there is one.

        Raises ConfigError when its tensors do not fit, or `config` is one for other networks.
        """
        game = _game(checkpoint.config, device)
        game.load_state_dict(checkpoint.state)
        if config is not None:
            game.configure(config)
        run = cls.__new__(cls)
        run._build(game, checkpoint.origin, checkpoint.trained_s)
        run.script = checkpoint.script or Script(game.config, whole=False)
        return run

    @classmethod
    def pretrained(
        cls, distribution: str, *, config: RunConfig | None = None, device: str = "cpu"
    ) -> Run:
        """The run that begins with the lab's own weights for a distribution; as `restored`."""
        stored = checkpoint_of(distribution)
        origin = Origin(PRETRAINED, distribution, int(stored.state["steps"]))
        stored = dataclasses.replace(stored, origin=origin)
        run = cls.restored(stored, config=config, device=device)
        run.script = Script(run.config, run.game.steps)  # all that is done to it is still to come
        return run

    @classmethod
    def begun(
        cls, config: Mapping[str, Any], pretrained: str | None, script: object = (),
        *, device: str = "cpu",
    ) -> Run:  # fmt: skip
        """The run that a new session is asked for, by a configuration as JSON that may say nothing
        but its scene, the id of the pre-trained weights that it begins with, and what is to be done
        to it, as JSON (`ganlab.runtime.script`). Raises ConfigError.
        """
        wanted = RunConfig.from_json(config)
        if pretrained is None:
            run = cls(wanted, device=device)
        else:
            settings = wanted if config.keys() - {"scene"} else None
            run = cls.pretrained(pretrained, config=settings, device=device)
            if config.get("scene", run.config.scene) != run.config.scene:
                raise ConfigError("pretrained", f"weights of the scene {wanted.scene}", pretrained)
        if script:
            entries = read_entries(script, run.config, run.game.steps)
            run.script = run.script.to_follow(entries)
        return run

    def anew(self, config: RunConfig, *, device: str = "cpu") -> Run:
        """A run with these settings from where this one began: its pre-trained weights, as long as
        `config` leaves their networks and seed alone, otherwise fresh ones at step 0.
        """
        began = self.origin
        if began is None or began.kind != PRETRAINED or self.config.rebuilds(config):
            return Run(config, device=device)
        return Run.pretrained(began.id, config=config, device=device)

    @classmethod
    def opened(cls, document: bytes, *, scene: str | None = None, device: str = "cpu") -> Run:
        """The run that a file holds, which may come from anywhere. Raises ConfigError, also where
        it is of another scene than the one wanted.
        """
        checkpoint = Checkpoint.from_bytes(document)
        if scene not in (None, checkpoint.config.scene):
            raise ConfigError("file", f"a model of {SUBJECTS[scene]}", checkpoint.config.scene)
        mark = hashlib.sha256(document).hexdigest()[:12]
        run = cls.restored(checkpoint, device=device)
        run.origin = Origin(FILE, mark, run.game.steps)
        run.script = Script(run.config, whole=False)  # what a file says of it may not be so
        return run

    @property
    def config(self) -> RunConfig:
        """The configuration in force."""
        config: RunConfig = self.game.config
        return config

    @property
    def between_steps(self) -> bool:
        """False in the middle of a step that is played phase by phase."""
        return self._round is None

    def step(self, player: str = BOTH) -> None:
        """Play one step, by both players unless the script says otherwise, or by one alone.

        Raises Diverged, with the game as it was.
        """
        self.report = None
        if player != BOTH:
            self.script = self.script.alone_by_hand()
            self._train(player)
            self.script = self.script.alone(self.game.steps - 1, player)
            return
        player = self._follow_script()
        self._train(player)
        self._played(player)

    def _train(self, player: str) -> None:
        begun = time.monotonic()
        self.game.step(player)
        self.trained_s += time.monotonic() - begun

    def _follow_script(self) -> str:
        """Make the changes that are due; whose the next step is."""
        script, changes = self.script.due(self.game.steps)
        while changes is not None:
            self.script = script
            self.game.configure(self.config.changed(changes))
            self.history.changed(self.game)
            script, changes = self.script.due(self.game.steps)
        return self.script.turn(self.game.steps)

    def _played(self, player: str) -> None:
        """A step of the script, or of plain play, is over."""
        if player != BOTH:
            self.script = self.script.followed(self.game.steps - 1, player)
            self.history.changed(self.game, since=self.game.steps - 1)
        elif self.game.steps >= self.history.next_at:
            self.history.passed(self.game)
        if self.on_step is not None:
            self.on_step(self)

    def phase(self) -> Report:
        """Play the next phase of a step, beginning one if none has begun; the last one ends it.

        Raises Diverged, and ConfigError for a step that has no phases.
        """
        phase = self._next_phase()
        if phase is None:
            self._round_of = self._follow_script()
            self._round = self.game.phases(self._round_of)
            phase = self._next_phase()
        if phase is None:
            raise ConfigError("d_steps", "at least one update per step of either player", 0)
        words, arrays = phase_report(self.game, phase)
        if self.report is not None and phase.index > 1:  # what this turn found before still holds
            words, arrays = self.report[0] | words, self.report[1] | arrays
        self.report = words, arrays
        if phase.last:
            self._ahead = self._next_phase()
        return self.report

    def _next_phase(self) -> Phase | None:
        """The next phase of the step that has begun; after its last, or without one, None."""
        phase, self._ahead = self._ahead, None
        if phase is None and self._round is not None:
            begun, report = self._round, self.report
            self._round = self.report = None  # where the step diverges, it is undone and over
            since = time.monotonic()
            phase = next(begun, None)
            self.trained_s += time.monotonic() - since
            self.report = report
            self._round = begun if phase is not None else None
            if phase is None:
                self._played(self._round_of)
        if phase is None:
            self._end_round()
        return phase

    def finish_round(self) -> None:
        """Play a step that has begun to its end. Raises Diverged, with the game as before it."""
        if self._round is not None:
            self.report = None
        self._end_round()

    def _end_round(self) -> None:
        begun, self._round, self._ahead = self._round, None, None
        if begun is not None:
            since = time.monotonic()
            for _ in begun:
                pass
            self.trained_s += time.monotonic() - since
            self._played(self._round_of)
        elif self.game.steps >= self.history.next_at:
            self.history.passed(self.game)

    def configure(self, config: RunConfig) -> None:
        """Take over live changes. Raises ConfigError, with nothing changed."""
        self.report = None
        before = self.config
        self.game.configure(config)
        self.script = self.script.changed(self.game.steps, before, config)
        self.history.changed(self.game)

    def measure(self, readings: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The metrics of the game as it stands, and what the detectors say of the run so far, as a
        frame's metadata carries them; what is not a number is left out. `readings` is what
        instruments have found last, by their ids.
        """
        evaluation = self.judge.look()
        values, mode_shares = self.judge.measure(evaluation)
        self.watch.take(self._probe.read(evaluation, readings))
        reading: dict[str, Any] = {
            "metrics": {k: round(v, 6) for k, v in values.items() if isfinite(v)},
            "diagnosis": self.watch.findings(self.config),
        }
        return reading if mode_shares is None else {**reading, "mode_shares": mode_shares}

    def moment(self, step: int) -> Moment:
        """The moment to replay from in order to see `step`. Raises ConfigError without one."""
        self.history.reached(self.game.steps)
        return self.history.find(step)

    def go_to(self, step: int) -> int:
        """Put back the moment before `step` and give the number of steps to replay from there.

        Raises ConfigError when that step cannot be reached.
        """
        moment = self.moment(step)
        self.report = None
        if moment.config != self.config:
            self.game.configure(moment.config)
        self.game.load_state_dict(moment.state)
        self.history.went_to(moment.step)
        self.trained_s = moment.trained_s
        self.script = self.script.back_to(moment.step)
        return step - moment.step

    def checkpoint(self, status: str, speed: float | None) -> Checkpoint:
        """The run as it stands; only between steps."""
        state = self.game.state_dict()
        return Checkpoint(
            self.config, state, status, speed, self.origin, self.script, self.trained_s
        )


def _game(config: RunConfig, device: str) -> Contest:
    scene = SCENES[config.scene]
    if scene.require is not None:
        scene.require(config)
    return scene.game(config, device=device)
