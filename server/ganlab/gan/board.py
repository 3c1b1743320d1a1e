"""The board: the game as its dynamics sees and moves it, one round at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from torch import Tensor

from ganlab.gan.autograd import Autograd
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, NAMES, Phase
from ganlab.gan.player import Arena, Player
from ganlab.gan.turn import Batches, Engine


class Board:
    """The `ganlab.gan.dynamics.Table` of the real game."""

    def __init__(
        self,
        arena: Arena,
        players: Mapping[str, Player],
        engine: Engine,
        batches: Batches,
        constraints: tuple[Callable[[Tensor], None], ...],
    ) -> None:
        self._arena = arena
        self._players = players
        self._engine = engine
        self._batches = batches
        self._constraints = constraints
        self._positions = batches.positions
        self._phases = {p: r.phases()[NAMES[-1]] for p, r in engine.records.items()}
        self._updates = dict.fromkeys(players, 0)
        self.planned: dict[str, int] = dict(self._updates)

    def begin(self, step: int, d_steps: int, g_steps: int, updates: int) -> None:
        """The round after `step` others starts; each count stands for so many `updates`."""
        self._arena.keep()
        self._positions = self._batches.positions
        self._updates = dict.fromkeys(self._players, 0)
        self.planned = {DISCRIMINATOR: d_steps * updates, GENERATOR: g_steps * updates}
        self._engine.begin(step, d_steps, g_steps)

    # For dynamics

    def gradient(self, player: str) -> Iterator[Phase]:
        """Phases 1 to 4 of a player's turn."""
        return self._engine.gradient(player)

    def joint(self, weight: float) -> Mapping[str, Iterator[Phase]]:
        """Phases 1 to 4 of each player's turn by L + weight·½‖v‖²."""
        assert isinstance(self._engine, Autograd), "such a dynamics declares second_order"
        return self._engine.joint(weight)

    def gradient_norm(self, player: str) -> float:
        """Euclidean norm of the gradient found last."""
        return float(self._players[player].gradient.norm())

    def update(self, player: str) -> Iterator[Phase]:
        """Phase 5 of a player's turn."""
        self._players[player].update()
        return self.settle(player)

    def advance(self, player: str) -> None:
        """The optimizer's part of an update."""
        self._players[player].update()

    def settle(self, player: str) -> Iterator[Phase]:
        """The rest of an update, and its phase."""
        if player == DISCRIMINATOR:
            for constrain in self._constraints:
                constrain(self._players[player].weights)
        self._engine.records[player].played = True
        self._engine.moved(player)
        self._updates[player] += 1
        yield self._phases[player]

    def final(self, player: str) -> None:
        """The player's coming update is its last of the round."""
        self.planned[player] = self._updates[player] + 1

    def weights(self, player: str) -> Tensor:
        """A player's flat vector of weights, by reference."""
        weights: Tensor = self._players[player].weights
        return weights

    def put(self, player: str, weights: Tensor) -> None:
        """Place a player elsewhere; its update is measured from there."""
        self._players[player].weights.copy_(weights)
        self._engine.records[player].put()
        self._engine.moved(player)

    def memory(self, player: str, name: str) -> Tensor:
        """What the dynamics remembers of a player, by reference."""
        return self._arena.parts[f"{player}.dynamics.{name}"]

    def again(self) -> None:
        """Put everything back as the round began."""
        self._arena.restore()
        self._batches.positions = self._positions
        for player in self._players:
            self._engine.moved(player)
