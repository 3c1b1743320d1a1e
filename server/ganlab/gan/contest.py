"""The contest: two players and one round of play, on points or images. Read this file first."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.board import Board
from ganlab.gan.config import REBUILD_FIELDS, RunConfig
from ganlab.gan.dynamics import trials, updates
from ganlab.gan.optimizers import optimizers
from ganlab.gan.phases import BOTH, DISCRIMINATOR, GENERATOR, NAMES, PLAYERS, Phase
from ganlab.gan.player import Arena, Player, check_state
from ganlab.gan.turn import Batches, Engine, Rules
from ganlab.registry import ConfigError

MOST_STEPS = 2**53  # what JSON and JavaScript still count exactly
_AVERAGED = "generator.averaged"  # how many weights `g_mean` has in its average
_LAYERED = (".weights", ".average")  # regions of the arena that hold a network, layer by layer


class Diverged(ArithmeticError):
    """A step gave NaN or infinite weights. The game stands as it was before that step."""

    def __init__(self, step: int, player: str, message: str) -> None:
        super().__init__(message)
        self.step = step
        self.player = player
        self.message = message


class Contest(ABC):
    """A GAN: a pure function of its configuration, and of the changes made to it.

    `step()` plays one round, `phases()` the same round phase by phase, to the same bytes.
    `configure()` changes what may change live. `state_dict()` is all of it. What the players fight
    over, and with which networks, is for `ganlab.gan.game.Game` (points of the plane) and
    `ganlab.gan.image.game.ImageGame` to say.
    """

    classes: int  # labels that both players are told; 0: none
    players: Mapping[str, Any]  # of `_kind`, by name
    _nets: Mapping[str, Any]
    _kind: type[Player] = Player

    def __init__(
        self, config: RunConfig, *, device: str = "cpu", dtype: torch.dtype = torch.float32
    ) -> None:
        self.config = config
        self.device = device
        self.dtype = dtype
        self.steps = 0
        self._prepare()
        self.players = self._new_players()
        self._seat(self._fresh())

    # What is fought over

    @abstractmethod
    def _prepare(self) -> None:
        """Get the data ready, and set `classes` and `_nets`."""

    @abstractmethod
    def _new_batches(self) -> Batches:
        """The streams of what the players are shown, at their beginning."""

    @abstractmethod
    def _engine_for(self) -> Callable[..., Engine]:
        """What finds the gradients, for the configuration as it is now."""

    def _memory(self) -> dict[str, Tensor]:
        """Further regions of the arena, and what they hold at the beginning, on the CPU."""
        return {}

    def _new_players(self) -> dict[str, Player]:
        chosen = {GENERATOR: self.config.g_optimizer, DISCRIMINATOR: self.config.d_optimizer}
        memory = self.config.entry("dynamics").extras.get("memory", ())
        return {p: self._kind(p, net, chosen[p], memory) for p, net in self._nets.items()}

    def _fresh(self) -> dict[str, Tensor]:
        seed, g, d = self.config.seed, self.players[GENERATOR].net, self.players[DISCRIMINATOR].net
        start = g.initial(streams.generator(seed, streams.INIT_G))
        return {
            "generator.weights": start,
            "discriminator.weights": d.initial(streams.generator(seed, streams.INIT_D)),
            "generator.average": start,
            **self._memory(),
        }

    def _seat(self, contents: Mapping[str, Tensor], batches: Batches | None = None) -> None:
        """Lay out the arena, fill it, and bind the engine to it."""
        g, d = (self.players[name] for name in (GENERATOR, DISCRIMINATOR))
        sizes = {"generator.weights": g.net.size, "discriminator.weights": d.net.size}
        sizes |= {"generator.average": g.net.size, **g.regions(), **d.regions()}
        sizes |= {name: part.numel() for name, part in self._memory().items()}
        sizes |= {_AVERAGED: 1} if self.config.g_mean else {}
        self._arena = Arena(sizes, device=self.device, dtype=self.dtype)
        for name, part in self._arena.parts.items():
            if name in contents:
                part.copy_(contents[name])
        self._average = self._arena.parts["generator.average"]
        for player in (g, d):
            player.settle(self._arena)
        self._batches = batches or self._new_batches()
        self._rules = Rules.of(self.config, self.classes)
        turns = self.config.entry("dynamics")
        self._bind(self._engine_for())
        self._play = turns.bind(self.config.dynamics.params)
        self._updates = updates(turns, self.config.dynamics.params)
        self._trials = trials(turns, self.config.dynamics.params)
        constant = self.config.entry("schedule").extras.get("constant", False)
        self._schedule = None if constant else self.config.bound("schedule")

    def scheduled(self) -> dict[str, float]:
        """`rate_factor` of both learning rates in the next step, where a schedule changes them."""
        return {} if self._schedule is None else {"rate_factor": self._schedule(self.steps)}

    def _bind(self, build: Callable[..., Engine]) -> None:
        """Let an engine find the gradients."""
        g, d = (self.players[name] for name in (GENERATOR, DISCRIMINATOR))
        self._engine = build(self._rules, g, d, self._batches, self.config.d_steps)
        self._board = Board(
            self._arena, self.players, self._engine, self._batches, self._rules.constraints
        )

    @abstractmethod
    def in_picture(self, phase: Phase) -> dict[str, Any]:
        """What a phase produced, in the units that people see."""

    @abstractmethod
    def facts(self) -> dict[str, Any]:
        """What the page must know of data and networks, as JSON (`ganlab.protocol`, state)."""

    # Playing

    def step(self, player: str = BOTH) -> None:
        """Play one round: d_steps updates of D and g_steps of G, or one player's share of them.

        Raises Diverged when the weights are no longer finite; the game then stands as before.
        """
        with self._engine.mode():
            for _ in self._round(player):
                pass

    @torch.no_grad()
    def phases(self, player: str = BOTH) -> Iterator[Phase]:
        """Play one round, handing out each phase when it has been played.

        The round counts, and is checked for divergence, when the iterator is exhausted; an iterator
        that is given up half-way leaves the game in between, so finish it or load a state. Until
        then `losses` and `gradient_norms` are of the turns whose phases of that name were last.
        """
        records = self._engine.records
        begun, done = dict.fromkeys(records, 0), 0
        for record in records.values():
            record.hold()
        try:
            for phase in self._round(player):
                records[phase.player].passed(phase.name)
                begun[phase.player] += phase.name == NAMES[0]
                done += phase.name == NAMES[-1]
                planned, turn = self._board.planned, begun[phase.player]
                last = phase.name == NAMES[-1] and done >= sum(planned.values())
                turns, trial = max(turn, planned[phase.player]), turn <= self._trials
                yield replace(phase, turn=turn, turns=turns, last=last, trial=trial)
        finally:
            for record in records.values():
                record.release()

    def _turns(self, player: str) -> dict[str, int]:
        """How many updates each player makes in a round. ValueError for a player that is none."""
        if player not in (BOTH, *PLAYERS):
            raise ValueError(
                f"player: expected one of {BOTH}, {', '.join(PLAYERS)}, got {player!r}"
            )
        counts = {DISCRIMINATOR: self.config.d_steps, GENERATOR: self.config.g_steps}
        return {p: n if player in (BOTH, p) else 0 for p, n in counts.items()}

    def _round(self, player: str) -> Iterator[Phase]:
        turns = self._turns(player)
        d_steps, g_steps = turns[DISCRIMINATOR], turns[GENERATOR]
        if self._schedule is not None:
            for each in self.players.values():
                each.scale_rate(self._schedule(self.steps))
        self._board.begin(self.steps, d_steps, g_steps, self._updates)
        yield from self._play(self._board, d_steps, g_steps)
        if g_steps:
            self._follow()
        if not math.isfinite(float(self._arena.tensor.sum())):
            self._fail()
        self.steps += 1

    def weights(self, player: str) -> Tensor:
        """A player's flat vector of weights, by reference."""
        weights: Tensor = self.players[player].weights
        return weights

    def _follow(self) -> None:
        """Let G's average follow its weights: by `g_ema`, where young runs average over less; or as
        the mean of what they have been after each step.
        """
        if self.config.g_mean:
            count = self._arena.parts[_AVERAGED].add_(1)
            self._follow_by(1.0 / float(count))
        elif self.config.g_ema:
            self._follow_by(1.0 - min(self.config.g_ema, (1 + self.steps) / (10 + self.steps)))

    def _follow_by(self, share: float) -> None:
        """Bring G's average so far towards its newest weights."""
        self._average.lerp_(self.players[GENERATOR].weights, share)

    def _fail(self) -> None:
        """Undo the step and name the likely culprit. Not simply the one that broke: under the
        gradients of a runaway opponent that may well be the other.
        """
        self._board.again()
        player = max(PLAYERS, key=self._wildness)
        rate = self.players[player].rate
        raise Diverged(
            self.steps + 1,
            player,
            f"The numbers overflowed. The {player}'s learning rate, {rate:g}, is the likely "
            "cause: each update overshot by more than the one before.",
        )

    def _wildness(self, player: str) -> tuple[float, float]:
        """How far the rate is above its optimizer's usual one; between equals, size of weights."""
        optimizer = self.players[player].optimizer
        usual = optimizers[optimizer.id].params["lr"].default
        return optimizer.params["lr"] / usual, float(self.weights(player).square().mean())

    # Looking

    def losses(self) -> tuple[float, float]:
        """(D's, G's) loss of their last turns, penalties included; nan before the first."""
        records = self._engine.records
        return records[DISCRIMINATOR].loss(), records[GENERATOR].loss()

    def gradient_norms(self) -> tuple[float, float]:
        """(D's, G's) gradient norms of their last turns; nan before the first."""
        records = self._engine.records
        return records[DISCRIMINATOR].gradient_norm(), records[GENERATOR].gradient_norm()

    # Changing and keeping

    def configure(self, config: RunConfig) -> None:
        """Change live fields between two steps. The weights stay; an optimizer that stays keeps its
        moments; data go on where nothing has been drawn yet if the batch size changes.

        Raises ConfigError, with nothing changed, for a field that needs a new run.
        """
        for name in REBUILD_FIELDS:
            if getattr(config, name) != getattr(self.config, name):
                raise ConfigError(name, "no change during a run", getattr(config, name))
        contents, old, batches = dict(self._arena.parts), self.config, self._batches
        self.config = config
        for name, field in ((GENERATOR, "g_optimizer"), (DISCRIMINATOR, "d_optimizer")):
            if getattr(config, field).id != getattr(old, field).id:
                contents = {k: v for k, v in contents.items() if f"{name}.optimizer" not in k}
        if config.dynamics.id != old.dynamics.id:
            contents = {k: v for k, v in contents.items() if ".dynamics." not in k}
        self.players = self._new_players()
        if (config.g_ema and not old.g_ema) or (config.g_mean and not old.g_mean):
            contents["generator.average"] = contents["generator.weights"]
        if config.batch_size != old.batch_size:
            batches = self._new_batches()
            batches.continue_after(self._batches)
        self._seat(contents, batches)

    def state_dict(self) -> dict[str, Tensor]:
        """All that changes as the game is played: weights layer by layer, optimizer state, the
        running average, positions of the random streams, the step count. CPU copies.
        """
        state: dict[str, Tensor] = {}
        for name, part in self._arena.parts.items():
            if not name.endswith(_LAYERED):
                state[name] = part.detach().cpu().clone()
                continue
            for place, view in self._places(name, part):
                state[place] = view.cpu().clone()
        state["streams"] = torch.tensor(self._batches.positions, dtype=torch.int64)
        state["steps"] = torch.tensor(self.steps, dtype=torch.int64)
        return state

    def _places(self, name: str, part: Tensor) -> Iterator[tuple[str, Tensor]]:
        """A region that holds a network, tensor by tensor: names of the state, and views."""
        yield from self.players[name.split(".")[0]].net.places(name, part)

    def load_state_dict(self, state: Mapping[str, Tensor]) -> None:
        """Put back what `state_dict` gave. Raises ConfigError, with nothing changed, when names,
        shapes or types differ, a number is not finite, or a position is none.
        """
        if "streams" in state:
            state = {**state, "streams": self._batches.of_today(state["streams"])}
        check_state(state, self.state_dict())
        positions = [(int(b), int(i)) for b, i in state["streams"]]
        if not 0 <= int(state["steps"]) <= MOST_STEPS:
            raise ConfigError("steps", f"a number from 0 to {MOST_STEPS}", int(state["steps"]))
        if not self._batches.has(positions):
            raise ConfigError("streams", "positions within the blocks of the streams", positions)
        for name, part in self._arena.parts.items():
            if not name.endswith(_LAYERED):
                part.copy_(state[name])
                continue
            for place, view in self._places(name, part):
                view.copy_(state[place])
        self._batches.positions = positions
        self.steps = int(state["steps"])
        for record in self._engine.records.values():
            record.played = False  # what it holds is of another moment
