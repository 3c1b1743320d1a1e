"""The two players' numbers: weights, gradients and what their optimizers remember.

All that training changes lies in one tensor, the arena, so that the state before a step can be
kept, and put back, by a single copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

import torch
from torch import Tensor

from ganlab.gan.comparing import Comparing
from ganlab.gan.config import Choice
from ganlab.gan.encoder import Network
from ganlab.gan.optimizers import optimizers
from ganlab.registry import ConfigError

_ALIGN = 16  # regions start at multiples of this many numbers, where vector units like them


class Arena:
    """Named regions of one flat tensor, with room for one copy of it all."""

    def __init__(self, sizes: Mapping[str, int], *, device: str, dtype: torch.dtype) -> None:
        padded = [-(-n // _ALIGN) * _ALIGN for n in sizes.values()]
        self.tensor = torch.zeros(sum(padded), device=device, dtype=dtype)
        self._copy = torch.zeros_like(self.tensor)
        regions = torch.split(self.tensor, padded)
        named = zip(sizes.items(), regions, strict=True)
        self.parts = {name: region[:n] for (name, n), region in named}

    def keep(self) -> None:
        """Remember everything as it is now."""
        self._copy.copy_(self.tensor)

    def restore(self) -> None:
        """Put back what `keep` remembered."""
        self.tensor.copy_(self._copy)


class Net(Protocol):
    """An architecture, as a player needs it; its weights are one flat vector."""

    @property
    def size(self) -> int:
        """Length of the vector."""
        ...

    def layers(self, flat: Tensor) -> list[Tensor]:
        """Views of the vector, layer by layer."""
        ...

    def places(self, name: str, flat: Tensor) -> Iterator[tuple[str, Tensor]]:
        """The vector called `name`, tensor by tensor: names in a file, and views."""
        ...

    def initial(self, rng: torch.Generator) -> Tensor:
        """Fresh weights, float64, on the CPU."""
        ...


class Player:
    """One network of the game: its architecture, weights, gradient and optimizer.

    `memory` names the vectors that the game's dynamics remembers of it.
    """

    def __init__(self, name: str, net: Net, optimizer: Choice, memory: Sequence[str] = ()) -> None:
        self.name = name
        self.net = net
        self._memory = {f"{name}.dynamics.{m}": net.size for m in memory}
        if memory:
            self._memory[f"{name}.dynamics.count"] = 1
        self.optimizer = optimizer
        self._entry = optimizers[optimizer.id]
        self._apply: Callable[..., None] = self._entry.bind(optimizer.params)
        self._params = optimizer.params

    def regions(self) -> dict[str, int]:
        """What the player keeps in the arena, besides its weights: names and sizes."""
        slots = {f"{self.name}.optimizer.{s}": self.net.size for s in self._entry.extras["slots"]}
        return {**slots, f"{self.name}.optimizer.count": 1, **self._memory}

    def settle(self, arena: Arena) -> None:
        """Take the regions of a new arena as the player's own."""
        self.weights = arena.parts[f"{self.name}.weights"]
        self.gradient = torch.zeros_like(self.weights)
        self.layers = self.net.layers(self.weights)
        self._slots = [
            arena.parts[f"{self.name}.optimizer.{s}"] for s in self._entry.extras["slots"]
        ]
        self._one = self.weights.new_ones(())
        self._count = arena.parts[f"{self.name}.optimizer.count"][0]

    @property
    def rate(self) -> float:
        """The learning rate of the next update."""
        return float(self._params["lr"])

    def scale_rate(self, factor: float) -> None:
        """From now on the learning rate is so many times the one that was chosen."""
        self._params = {**self.optimizer.params, "lr": self.optimizer.params["lr"] * factor}
        self._apply = partial(self._entry.function, **self._params)

    def update(self) -> None:
        """One update of the weights from the gradient."""
        self._count.add_(self._one)
        self._apply(self.weights, self.gradient, self._slots, self._count)

    @property
    def slots(self) -> list[Tensor]:
        """What the optimizer remembers, by reference."""
        return self._slots

    def foresee(
        self, weights: Tensor, gradient: Tensor, slots: Sequence[Tensor], ahead: int
    ) -> tuple[Tensor, list[Tensor]]:
        """(weights, slots) as `update` would leave them, `ahead` updates from now; nothing moves,
        and the result can be differentiated. The optimizer must be able to (`functional`).
        """
        apply = partial(self._entry.extras["functional"], **self._params)
        found: tuple[Tensor, list[Tensor]] = apply(weights, gradient, slots, self._count + ahead)
        return found


class Perceptron(Player):
    """A player of the plane: its network takes samples in columns."""

    net: Network

    def forward(self, x: Tensor, weights: Tensor | None = None) -> Tensor:
        """The network's output (outputs, n) for samples (inputs, n)."""
        layers = self.layers if weights is None else self.net.layers(weights)
        return self.net.forward(self.net.effective(layers), x)

    def in_company(self, x: Tensor, crowd: Tensor, own_share: float) -> Tensor:
        """As `forward`, where a network that compares samples compares each with those in `crowd`
        (inputs, m); `own_share` of its batch is itself.
        """
        layers = self.net.effective(self.layers)
        if isinstance(self.net, Comparing):
            return self.net.forward(layers, x, crowd, own_share)
        return self.net.forward(layers, x)

    def hidden(self, x: Tensor, layer: int, weights: Tensor | None = None) -> Tensor:
        """What the units of a hidden layer, counted from 1, put out (width, n)."""
        layers = self.layers if weights is None else self.net.layers(weights)
        return self.net.hidden(self.net.effective(layers), x, layer)


def check_state(state: Mapping[str, Tensor], own: Mapping[str, Tensor]) -> None:
    """Whether `state` has the names, shapes and types of `own`, all numbers finite.

    Raises ConfigError naming the first tensor that has not.
    """
    if state.keys() != own.keys():
        missing, extra = sorted(own.keys() - state.keys()), sorted(state.keys() - own.keys())
        raise ConfigError(
            "state", "exactly the tensors of its configuration",
            f"missing {', '.join(missing) or 'none'}; unknown {', '.join(extra) or 'none'}",
        )  # fmt: skip
    for name, mine in own.items():
        new = state[name]
        if new.shape != mine.shape or new.dtype != mine.dtype:
            raise ConfigError(
                name, f"{tuple(mine.shape)} {mine.dtype}", f"{tuple(new.shape)} {new.dtype}"
            )
        if not bool(new.isfinite().all()):
            raise ConfigError(name, "finite numbers", "others")
