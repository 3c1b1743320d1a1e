"""Instruments of the players' way: gradient norms, and how much gradients and moves turn.

They look at 16 pairs of successive steps, of which a `PathWatch` takes note; nobody else is asked.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor

from ganlab.gan.game import Game
from ganlab.gan.instruments.instrument import PATH, Finding, instruments
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, PLAYERS

PAIRS = 16


class Way:
    """One player's last steps: the norm of each gradient, and the turns between two of them."""

    def __init__(self) -> None:
        self.norms: list[float] = []
        self.cosines: list[float] = []  # between the gradients of successive steps
        self.angles: list[float] = []  # between successive moves of the weights, in degrees
        self._gradient: Tensor | None = None
        self._weights: Tensor | None = None
        self._move: Tensor | None = None

    def note(self, gradient: Tensor, weights: Tensor) -> None:
        """Take note of a step: its last gradient and where it led, both flat vectors."""
        gradient, weights = gradient.clone(), weights.clone()
        self.norms.append(float(gradient.norm()))
        if self._gradient is not None:
            self.cosines.append(cosine(self._gradient, gradient))
        move = None if self._weights is None else weights - self._weights
        if self._move is not None and move is not None:
            self.angles.append(math.degrees(math.acos(cosine(self._move, move))))
        self._gradient, self._weights, self._move = gradient, weights, move


def cosine(a: Tensor, b: Tensor) -> float:
    """Cosine of the angle between two vectors, in −1 … 1; 0 where one of them is 0."""
    lengths = float(a.norm()) * float(b.norm())
    return max(-1.0, min(1.0, float(a @ b) / lengths)) if lengths > 0 else 0.0


class PathWatch:
    """Takes note of successive steps of a game until it has seen PAIRS turns of its path."""

    def __init__(self) -> None:
        self.ways = {player: Way() for player in PLAYERS}
        self._last = -1

    @torch.no_grad()
    def note(self, game: Game) -> bool:
        """Take note of the step that the game has just played; whether that is enough. A gap, as
        after a change by hand, begins anew.
        """
        if game.steps != self._last + 1:
            self.ways = {player: Way() for player in PLAYERS}
        self._last = game.steps
        for name, player in game.players.items():
            self.ways[name].note(player.gradient, player.weights)
        return len(self.ways[GENERATOR].angles) >= PAIRS


def _mean(values: list[float]) -> Finding:
    return Finding(sum(values) / len(values))


def _norm(watch: PathWatch, player: str) -> Finding:
    return _mean(watch.ways[player].norms)


def _gradient_cosine(watch: PathWatch, player: str) -> Finding:
    return _mean(watch.ways[player].cosines)


def _rotation(watch: PathWatch, player: str) -> Finding:
    return _mean(watch.ways[player].angles)


_NAMES = {DISCRIMINATOR: "D", GENERATOR: "G"}


def _register(
    player: str, function: Callable[..., Finding], id: str, label: str, help: str,
    *, formula: str, source: str, unit: str, at_rest: str, misleads: str,
) -> None:  # fmt: skip
    letter = _NAMES[player]
    examine = partial(function, player=player)
    examine.__doc__ = help.format(player=player)
    instruments.register(
        f"{letter}: {label}", id=f"{letter.lower()}_{id}", formula=formula, source=source,
        group=PATH, unit=unit, better="neither", samples=PAIRS, needs_modes=False,
        misleads=misleads, at_rest=at_rest, of=PATH,
    )(examine)  # fmt: skip


for _player in (DISCRIMINATOR, GENERATOR):
    _register(
        _player, _norm, "gradient_norm", "gradient norm",
        "How steep the {player}'s loss is where it stands: the length of its gradient, the mean "
        "of 17 successive steps.",
        formula=r"\frac{1}{n}\sum_t\lVert g_t\rVert",
        source="Arjovsky & Bottou 2017",
        unit="",
        at_rest="0 but for the noise of the batch.",
        misleads="A small gradient is a success or a vanished one: look at the fakes to know; and "
        "Adam does not care about its length.",
    )  # fmt: skip
    _register(
        _player, _gradient_cosine, "gradient_cosine", "gradient cosine",
        "Whether the {player}'s gradients of successive steps point the same way: 1 the same, 0 "
        "across, −1 opposite; the mean of 16 pairs.",
        formula=r"\frac{1}{n}\sum_t\frac{g_t\cdot g_{t+1}}{\lVert g_t\rVert\,\lVert g_{t+1}\rVert}",
        source="Mescheder et al. 2017",
        unit="",
        at_rest="About 0: what remains is the noise of the batch.",
        misleads="Every batch is another sample, so small batches alone bring it near 0, whether "
        "or not the players are at rest.",
    )  # fmt: skip
    _register(
        _player, _rotation, "rotation", "rotation of the path",
        "By how much the {player}'s way through the space of its weights turns from one step to "
        "the next: 0° straight on, 90° across, 180° back; the mean of 16 turns.",
        formula=r"\frac{1}{n}\sum_t\angle(\Delta_t,\,\Delta_{t+1})",
        source="Mescheder et al. 2017; Balduzzi et al. 2018",
        unit="°",
        at_rest="About 90° for plain gradient descent; less with momentum.",
        misleads="Momentum makes every path look straight; compare runs of one optimizer alone.",
    )  # fmt: skip
