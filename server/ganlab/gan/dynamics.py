"""Dynamics: who moves when within one round of the game, and by which gradient.

An entry is a generator function `(table, d_steps, g_steps, *, …)` that plays one round through the
`Table` and yields the phases as they happen. What an entry may declare:
`updates(params)`  how often each player moves where its count is 1; at most that, see `final`
`trials(params)`   how many of these moves, the first ones, are taken back
`once=True`        d_steps and g_steps may not be more than 1
`memory=(…)`       vectors of each player's weights that outlive the round, with a `count`
`second_order=True`  it needs `Table.joint`, which differentiates gradients
`no_unroll=True`     G may not look ahead
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from torch import Tensor

from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, PLAYERS, Phase
from ganlab.registry import Entry, Registry, param

dynamics = Registry("dynamics", "Turns")
dynamic = dynamics.register

Turn = Callable[[str], Iterator[Phase]]


class Table(Protocol):
    """What a dynamics may do with the game."""

    def gradient(self, player: str) -> Iterator[Phase]:
        """Find a player's gradient at the present weights (phases 1 to 4)."""
        ...

    def joint(self, weight: float) -> Mapping[str, Iterator[Phase]]:
        """Both players' gradients at the present weights, of L + weight·½‖v‖², where v is both
        plain gradients together; for each its phases 1 to 4.
        """
        ...

    def gradient_norm(self, player: str) -> float:
        """Euclidean norm of the gradient found last."""
        ...

    def update(self, player: str) -> Iterator[Phase]:
        """Apply the gradient found last (phase 5): `advance`, then `settle`."""
        ...

    def advance(self, player: str) -> None:
        """Let the player's optimizer apply the gradient found last, and nothing else."""
        ...

    def settle(self, player: str) -> Iterator[Phase]:
        """The player stands where its update ends: apply the rules on weights (phase 5)."""
        ...

    def final(self, player: str) -> None:
        """Say that the player's coming update is its last of the round, sooner than declared."""
        ...

    def weights(self, player: str) -> Tensor:
        """The player's flat vector of weights, by reference; written to before `settle` alone."""
        ...

    def put(self, player: str, weights: Tensor) -> None:
        """Place a player elsewhere. Its optimizer does not notice."""
        ...

    def memory(self, player: str, name: str) -> Tensor:
        """A vector that the entry declared, or `count` (1,); by reference, 0 at first."""
        ...

    def again(self) -> None:
        """Put everything back as the round began: weights, optimizers, memory, random numbers."""
        ...


def updates(entry: Entry, params: Mapping[str, Any]) -> int:
    """How often a player moves in a round for each update of its count, at most."""
    declared: Callable[[Mapping[str, Any]], int] | None = entry.extras.get("updates")
    return declared(params) if declared is not None else 1


def trials(entry: Entry, params: Mapping[str, Any]) -> int:
    """How many of a player's moves in a round, the first ones, are taken back."""
    declared: Callable[[Mapping[str, Any]], int] | None = entry.extras.get("trials")
    return declared(params) if declared is not None else 0


def _movers(d_steps: int, g_steps: int) -> list[str]:
    counts = {DISCRIMINATOR: d_steps, GENERATOR: g_steps}
    return [player for player in PLAYERS if counts[player]]


def _places(table: Table) -> dict[str, Tensor]:
    return {player: table.weights(player).clone() for player in PLAYERS}


@dynamic(
    "Alternating",
    formula=r"\psi'=\psi-\eta\nabla_\psi L_D(\psi,\theta),\quad"
    r"\theta'=\theta-\eta\nabla_\theta L_G(\psi',\theta)",
    source="Goodfellow et al. 2014, algorithm 1",
)
def alternating(table: Table, d_steps: int, g_steps: int) -> Iterator[Phase]:
    """The discriminator moves first; the generator answers the discriminator that has moved."""
    for player, count in ((DISCRIMINATOR, d_steps), (GENERATOR, g_steps)):
        for _ in range(count):
            yield from table.gradient(player)
            yield from table.update(player)


def _at_once(table: Table, d_steps: int, g_steps: int, update: Turn) -> Iterator[Phase]:
    """Each player moves as if the other had not moved in this round."""
    before = table.weights(DISCRIMINATOR).clone()
    for _ in range(d_steps):  # fakes come from G as it was: G has not moved yet
        yield from table.gradient(DISCRIMINATOR)
        yield from update(DISCRIMINATOR)
    moved = table.weights(DISCRIMINATOR).clone()
    for _ in range(g_steps):
        table.put(DISCRIMINATOR, before)
        yield from table.gradient(GENERATOR)
        table.put(DISCRIMINATOR, moved)
        yield from update(GENERATOR)


@dynamic(
    "Simultaneous",
    formula=r"\psi'=\psi-\eta\nabla_\psi L_D(\psi,\theta),\quad"
    r"\theta'=\theta-\eta\nabla_\theta L_G(\psi,\theta)",
    source="Mescheder et al. 2017, equation 6",
)
def simultaneous(table: Table, d_steps: int, g_steps: int) -> Iterator[Phase]:
    """Both move at once: the generator answers the discriminator as it was before its move. Closer
    to the theory, and more given to circling.
    """
    return _at_once(table, d_steps, g_steps, table.update)


@dynamic(
    "Best response",
    updates=lambda params: int(params["updates"]),
    once=True,
    no_unroll=True,  # D has gone all the way already
    formula=r"\psi'=\arg\min_\psi L_D(\psi,\theta),\quad\theta'=\arg\min_\theta L_G(\psi',\theta)",
    source="Fudenberg & Levine 1998, chapter 1",
)
def best_response(
    table: Table,
    d_steps: int,
    g_steps: int,
    *,
    updates: int = param(
        25, 2, 200, label="Most updates",
        help="A player stops after this many updates of one step, found its best or not.",
    ),
    tolerance: float = param(
        0.01, 0.0, 1.0, label="Tolerance",
        help="A player has found its best answer when its gradient is no longer than this.",
    ),
) -> Iterator[Phase]:  # fmt: skip
    """One player learns until it has its best answer to the other, then the other does. It sounds
    wise and goes wrong: the generator puts all its fakes where the discriminator is surest.
    """
    for player in _movers(d_steps, g_steps):
        for _ in range(updates):
            yield from table.gradient(player)
            found = table.gradient_norm(player) <= tolerance
            if found:
                table.final(player)
            yield from table.update(player)
            if found:
                break


def _leap(
    table: Table, players: list[str], find: Turn, at: dict[str, Tensor], start: dict[str, Tensor]
) -> Iterator[Phase]:
    """Each player finds its gradient with both standing `at` one place, and moves from its start.

    Both stand `at` it when this begins, and where they have moved to when it ends. A place is known
    by its object: nobody is put where it stands, which would make the engine's fakes stale.
    """
    stands, moved = dict(at), dict(start)

    def place(places: dict[str, Tensor]) -> None:
        for player in PLAYERS:
            if stands[player] is not places[player]:
                table.put(player, places[player])
                stands[player] = places[player]

    for player in players:
        place(at)
        yield from find(player)
        place(moved)
        yield from table.update(player)
        moved[player] = stands[player] = table.weights(player).clone()


@dynamic(
    "Extragradient",
    updates=lambda _: 2,
    trials=lambda _: 1,
    once=True,
    formula=r"\tilde w=w-\eta v(w),\quad w'=w-\eta v(\tilde w),\quad"
    r"v=(\nabla_\psi L_D,\nabla_\theta L_G)",
    source="Korpelevich 1976; Gidel et al. 2019, algorithm 4",
)
def extragradient(table: Table, d_steps: int, g_steps: int) -> Iterator[Phase]:
    """Both look ahead: they make a trial move, see what the other would then do, go back, and move
    by the gradients found there. It stops the circling. Of each player's two updates in a step the
    first is the trial.
    """
    players = _movers(d_steps, g_steps)
    start = _places(table)
    yield from _leap(table, players, table.gradient, start, start)
    ahead = _places(table)
    yield from _leap(table, players, table.gradient, ahead, start)


@dynamic(
    "Optimistic",
    memory=("last",),
    formula=r"w'=w-2\eta v_t+\eta v_{t-1},\quad v=(\nabla_\psi L_D,\nabla_\theta L_G)",
    source="Popov 1980; Daskalakis et al. 2018, algorithm 1",
)
def optimistic(table: Table, d_steps: int, g_steps: int) -> Iterator[Phase]:
    """Both move at once and bet that the next move will be like this one: twice the new update,
    less the one before. Nearly as steady as extragradient, at half its cost.
    """

    def update(player: str) -> Iterator[Phase]:
        before = table.weights(player).clone()
        table.advance(player)
        move = table.weights(player) - before
        last, count = table.memory(player, "last"), table.memory(player, "count")
        table.weights(player).copy_(before + 2.0 * move - (last if count[0] else move))
        last.copy_(move)
        count.add_(1.0)
        yield from table.settle(player)

    return _at_once(table, d_steps, g_steps, update)


@dynamic(
    "Consensus",
    once=True,
    second_order=True,
    no_unroll=True,  # the joint gradient is of the losses as they are
    formula=r"w'=w-\eta\left(v+\gamma\nabla\tfrac12\lVert v\rVert^2\right),\quad"
    r"v=(\nabla_\psi L_D,\nabla_\theta L_G)",
    source="Mescheder et al. 2017, algorithm 2",
)
def consensus(
    table: Table,
    d_steps: int,
    g_steps: int,
    *,
    weight: float = param(
        0.1, 0.0, 100.0, log=True, label="Weight γ",
        help="How much both players care to reach a place where neither wants to move.",
    ),
) -> Iterator[Phase]:  # fmt: skip
    """Besides its own score, each player lowers the size of both gradients: they seek a place where
    both may rest. It needs second derivatives, so each step takes longer.
    """
    start = _places(table)
    turns = table.joint(weight)
    yield from _leap(table, _movers(d_steps, g_steps), turns.__getitem__, start, start)


@dynamic(
    "Proximal",
    updates=lambda params: int(params["iterations"]),
    trials=lambda params: int(params["iterations"]) - 1,
    once=True,
    formula=r"w'=w-\eta v(w'),\quad v=(\nabla_\psi L_D,\nabla_\theta L_G)",
    source="Martinet 1970; Mokhtari et al. 2020",
)
def proximal(
    table: Table,
    d_steps: int,
    g_steps: int,
    *,
    iterations: int = param(
        4, 2, 20, label="Iterations",
        help="How often the place to go to is corrected; each is tried from the step's start.",
    ),
) -> Iterator[Phase]:  # fmt: skip
    """Both move by the gradients of where they will arrive. That place is found by trying: go, look
    at the gradients there, go again from the start. One try is simultaneous, two are extragradient
    on one batch; the last one counts.
    """
    players = _movers(d_steps, g_steps)
    start = _places(table)
    there = start
    for k in range(iterations):
        if k:
            there = _places(table)
            table.again()
            for player in PLAYERS:
                table.put(player, there[player])
        yield from _leap(table, players, table.gradient, there, start)
