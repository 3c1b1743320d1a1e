"""Plans: a list of layers held against the shape of its samples, before anything is allocated."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ganlab.gan.image.layers import layers as registry
from ganlab.gan.image.layers.entry import Layer, Misfit, Shape, words
from ganlab.registry import ConfigError, Entry

MOST_LAYERS = 40
MOST_WEIGHTS = 20_000_000
MOST_NUMBERS = 2**24  # that all layers together put out for one sample: 64 MiB
MOST_WORK = 2**26  # multiplications for one sample: seconds for a batch, on one core
MOST_AT_ONCE = 2**26  # numbers that the samples of a batch, or of a look, make together: 256 MiB


class LayerError(ConfigError):
    """A layer that cannot stand where it does: its `index`, from 0, and the `reason`, a sentence.

    `field` is its place, "layers.3", or with the parameter that is wrong "layers.3.params.kernel".
    """

    def __init__(self, index: int, reason: str, got: object) -> None:
        self.index = index
        self.reason = reason
        super().__init__(f"layers.{index}", f"a layer that fits here: {reason}", got)

    @classmethod
    def unread(cls, index: int, error: ConfigError) -> LayerError:
        """Of a layer that is no known one, or a parameter outside of its range; `error` is about
        the place `index`.
        """
        made = cls(index, f"expected {error.expected}, got {error.got}", error)
        made.field, made.expected = f"layers.{error.field}", error.expected
        return made


@dataclass(frozen=True)
class Placed:
    """A layer in its place: its entry, the shape before it, itself."""

    entry: Entry
    inputs: Shape
    layer: Layer

    @property
    def weights(self) -> int:
        """How many numbers it learns."""
        return sum(math.prod(w.shape) for w in self.layer.weights)


def plan(layers: Sequence[Mapping[str, Any]], inputs: Shape, labels: int = 0) -> Iterator[Placed]:
    """The layers one by one, each built for what comes out of those before it; see `Stack`.

    Raises LayerError at the first that cannot stand where it does.
    """
    if not isinstance(layers, list | tuple) or not layers:
        raise LayerError(0, "a network is a list of at least one layer", layers)
    told = any(_tells(choice) for choice in layers)
    shape: Shape = inputs if told else (inputs[0] + labels, *inputs[1:])
    open_skips: list[tuple[int, Shape]] = []
    budget = _Budget()
    for index, choice in enumerate(layers):
        if index == MOST_LAYERS:
            raise LayerError(index, f"a network has at most {MOST_LAYERS} layers", len(layers))
        placed = _place(index, choice, shape, open_skips, labels)
        shape = placed.layer.outputs
        budget.spend(index, placed)
        yield placed
    if open_skips:
        index, _ = open_skips[-1]
        raise LayerError(index, "no join takes up what it remembers", "skip")


def _tells(choice: object) -> bool:
    """Whether this is a layer that takes up what the network is told."""
    named = choice.get("id") if isinstance(choice, Mapping) else None
    known = isinstance(named, str) and named in registry
    return known and bool(registry[str(named)].extras.get("tells"))


def _place(
    index: int, choice: object, shape: Shape, open_skips: list[tuple[int, Shape]], labels: int
) -> Placed:
    try:
        chosen = registry.choice(choice, str(index))
    except ConfigError as error:
        raise LayerError.unread(index, error) from None
    entry = registry[chosen["id"]]
    operands: tuple[Any, ...] = (shape,)
    if entry.extras.get("joins"):
        operands = (shape, open_skips.pop()[1] if open_skips else None)
    if entry.extras.get("tells"):
        operands = (shape, labels)
    try:
        built: Layer = entry.function(*operands, **chosen["params"])
    except Misfit as misfit:
        raise LayerError(index, str(misfit), entry.id) from None
    if built.remembers:
        open_skips.append((index, shape))
    return Placed(entry, shape, built)


class _Budget:
    """What the layers so far need, held against what a network may need."""

    def __init__(self) -> None:
        self._weights = self._numbers = self._work = 0

    def spend(self, index: int, placed: Placed) -> None:
        """Add a layer; LayerError where it is one too much."""
        self._weights += placed.weights
        self._numbers += math.prod(placed.layer.outputs)
        self._work += placed.layer.work
        for used, most, what in (
            (self._weights, MOST_WEIGHTS, "weights"),
            (self._numbers, MOST_NUMBERS, "numbers that come out for each sample"),
            (self._work, MOST_WORK, "multiplications for each sample"),
        ):
            if used > most:
                reason = f"with this layer there are {used:,} {what}; at most {most:,} are allowed"
                raise LayerError(index, reason, placed.entry.id)


def table(placed: Sequence[Placed]) -> list[dict[str, Any]]:
    """What the page shows of layers: see `Stack.describe`."""
    return [
        {
            "id": p.entry.id,
            "label": p.entry.label,
            "input": list(p.inputs),
            "output": list(p.layer.outputs),
            "weights": p.weights,
        }
        for p in placed
    ]


def check(
    layers: Sequence[Mapping[str, Any]], inputs: Shape, outputs: Shape | None = None,
    labels: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """What a person who edits a stack is shown; it allocates nothing.

    {"layers": as `Stack.describe`, up to the first that does not fit; "weights": their number;
    "problem": None or {"layer": its index, "field": of the layer, "" for itself, "reason"}}.
    `outputs` is what must come out in the end, as for `ends_in`.
    """
    found: list[Placed] = []
    problem = None
    try:
        for placed in plan(layers, inputs, labels):
            found.append(placed)
        ends_in(found, outputs)
    except LayerError as error:
        inner = error.field.removeprefix(f"layers.{error.index}").removeprefix(".")
        problem = {"layer": error.index, "field": inner, "reason": error.reason}
    return {"layers": table(found), "weights": sum(p.weights for p in found), "problem": problem}


def ends_in(placed: Sequence[Placed], outputs: Shape | None) -> None:
    """LayerError at the last layer when it puts out something else than `outputs`: None is any, and
    (k, 0, 0) is k numbers, or k channels of any size.
    """
    last = placed[-1].layer.outputs
    if outputs is None or last == outputs or (0 in outputs and last[0] == outputs[0]):
        return
    wanted = words(outputs)
    if 0 in outputs:
        wanted = f"{words(outputs[:1])}, or {outputs[0]} for each patch, as one channel"
    reason = f"the last layer puts out {words(last)} instead of {wanted}"
    raise LayerError(len(placed) - 1, reason, placed[-1].entry.id)
