"""What the engines share: the rules of the game, the batches it draws, the record of a turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.company import per_sample
from ganlab.gan.config import RunConfig
from ganlab.gan.losses import Slopes, boundary, of_pairs, with_encoder
from ganlab.gan.models import POINT, encodes
from ganlab.gan.phases import GENERATOR, NAMES, Phase
from ganlab.gan.regularizers import (
    CONSTRAINT,
    INPUT_NOISE,
    LABELS,
    PENALTY,
    TARGET,
    regularizers,
)
from ganlab.gan.streams import Stream

PenaltyFunction = Callable[[Tensor], Tensor]


def no_blur(_: int) -> float:
    """The noise of a run without any."""
    return 0.0


@dataclass(frozen=True)
class Penalty:
    """A penalty on D's slope: where ("real", "fake", "between"), how much, and its derivative by
    the squared norm of the slope.
    """

    at: str
    value: PenaltyFunction
    derivative: PenaltyFunction


@dataclass(frozen=True)
class Rules:
    """The live part of a configuration as functions, ready to be applied.

    `pairs`: G's loss needs D's outputs of real samples, too. `blur(step)` is the standard deviation
    of the noise on all samples that D sees. `unroll`: how many updates of D's G looks ahead. The
    last `labels` rows of what a network sees are one. `real_label` is what real samples count as
    for D, where label smoothing is on. D sees `packing` samples at once. `targets` hold G to what
    its fakes should be, where that is known.
    """

    loss: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]
    slopes: Slopes | None
    penalties: tuple[Penalty, ...]
    constraints: tuple[Callable[[Tensor], None], ...]
    blur: Callable[[int], float]
    pairs: bool
    unroll: int = 0
    labels: int = 0
    real_label: float | None = None
    packing: int = 1
    targets: tuple[Callable[[Tensor, Tensor], Tensor], ...] = ()

    @classmethod
    def of(cls, config: RunConfig, labels: int = 0) -> Rules:
        """The rules that a configuration chose, for data with so many classes to be told."""
        kinds = (PENALTY, CONSTRAINT, LABELS, INPUT_NOISE, TARGET)
        chosen: dict[str, list[Any]] = {kind: [] for kind in kinds}
        for choice in config.regularizers:
            entry = regularizers[choice.id]
            bound: Any = entry.bind(choice.params)
            kind = entry.extras["kind"]
            if kind == PENALTY:
                derivative = partial(entry.extras["derivative"], **choice.params)
                bound = Penalty(entry.extras["at"], bound, derivative)
            chosen[kind].append(bound)
        softened = {"real_label": chosen[LABELS][0]()} if chosen[LABELS] else {}
        base, slopes = config.bound("loss"), config.entry("loss").extras.get("slopes")
        if softened:
            base = partial(base, **softened)
        if slopes is not None:
            slopes = slopes.bind(config.loss.params, softened)
        pairs = of_pairs(config.entry("loss"))
        if encodes(config.entry("model")) and not pairs:
            base, slopes = with_encoder(base, slopes, boundary(config.entry("loss")))
            pairs = True
        return cls(
            base, slopes, tuple(chosen[PENALTY]), tuple(chosen[CONSTRAINT]),
            chosen[INPUT_NOISE][0] if chosen[INPUT_NOISE] else no_blur, pairs, config.unroll,
            labels, softened.get("real_label"), config.packing, tuple(chosen[TARGET]),
        )  # fmt: skip

    def softened(self, step: int) -> dict[str, float]:
        """What makes it easier for D, where something does: `noise_std` of the noise on all that it
        sees in the next step, `real_label` of its real samples.
        """
        found = {"noise_std": self.blur(step)} if self.blur is not no_blur else {}
        return found if self.real_label is None else {**found, "real_label": self.real_label}

    def d_slopes(self, d_real: Tensor, d_fake: Tensor) -> tuple[Tensor, Tensor]:
        """Derivatives of each sample's own term of D's loss, real and fake, each (n,)."""
        if self.slopes is not None:
            return self.slopes.d(d_real, d_fake)
        with torch.inference_mode(False), torch.enable_grad():
            r, f = d_real.detach().requires_grad_(), d_fake.detach().requires_grad_()
            grads = torch.autograd.grad(self.loss(r, f)[0], (r, f), allow_unused=True)
        real, fake = (torch.zeros_like(d_real) if g is None else g * len(g) for g in grads)
        return real, fake

    def g_loss(self, d_fake: Tensor, d_real: Tensor | None = None) -> Tensor:
        """G's loss from D's outputs (n,); those of real samples count for a loss of pairs only."""
        if not self.pairs:
            return self.loss(torch.zeros_like(d_fake), d_fake)[1]
        assert d_real is not None
        return self.loss(d_real, d_fake)[1]

    def attached(self, fake: Tensor, target: Tensor) -> Tensor:
        """What G's loss has besides: how far fakes (n, …) are from what they should be."""
        far = (distance(fake, target).mean() for distance in self.targets)
        return sum(far, fake.new_zeros(()))

    def g_slope(self, d_fake: Tensor, d_real: Tensor | None = None) -> Tensor:
        """Derivative of G's loss by each fake's output, times n, (n,)."""
        if self.slopes is not None:
            return self.slopes.g(d_fake, d_real) if self.pairs else self.slopes.g(d_fake)
        with torch.inference_mode(False), torch.enable_grad():
            f = d_fake.detach().requires_grad_()
            (grad,) = torch.autograd.grad(self.g_loss(f, d_real), (f,))
        return grad * len(grad)


class Batches:
    """All the streams of a run: what the players are shown and where penalties look. `draws` has
    those of samples by their number; each sample has `numbers`, as many as noise upon it needs.
    """

    def __init__(self, draws: Mapping[int, streams.Draw], seed: int, *, numbers: int, batch: int,
                 device: str, dtype: torch.dtype) -> None:  # fmt: skip
        def blur(n: int, rng: torch.Generator) -> Tensor:
            return torch.randn(n, numbers, generator=rng)

        def between(n: int, rng: torch.Generator) -> Tensor:
            return torch.rand(n, 1, generator=rng)

        noisy = (streams.BLUR_REAL, streams.BLUR_FAKE, streams.BLUR_G, streams.BLUR_G_REAL)
        every = {streams.BETWEEN: between, **dict.fromkeys(noisy, blur), **draws}
        self.size = batch
        self._streams = [
            Stream(
                draw,
                seed,
                number,
                batch=batch,
                device=device,
                dtype=dtype,
                numbers=numbers if number in noisy else 1,
            )
            for number, draw in sorted(every.items())
        ]

    def next(self, number: int) -> Tensor:
        """The next batch of stream `number` of `ganlab.gan.streams`, (features, batch)."""
        return self._streams[number].next()

    def drawn(self, number: int) -> int:
        """How many samples of a stream have been used, as long as the batch size stays."""
        return self._streams[number].drawn

    @property
    def positions(self) -> list[tuple[int, int]]:
        """(block, index) of every stream: all there is to save."""
        return [s.position for s in self._streams]

    @positions.setter
    def positions(self, values: list[tuple[int, int]]) -> None:
        for stream, value in zip(self._streams, values, strict=True):
            stream.position = value

    def of_today(self, positions: Tensor) -> Tensor:
        """Saved positions (k, 2) with a row for every stream: those that came later begin anew."""
        missing = len(self._streams) - len(positions) if positions.dim() == 2 else 0
        return torch.nn.functional.pad(positions, (0, 0, 0, max(0, missing)))

    def has(self, positions: list[tuple[int, int]]) -> bool:
        """Whether these are positions that the streams can be at."""
        return all(s.has(p) for s, p in zip(self._streams, positions, strict=True))

    def continue_after(self, other: Batches) -> None:
        """Start where no number that `other` has drawn is drawn again."""
        for stream, before in zip(self._streams, other.positions, strict=True):
            stream.start_block(before[0] + (before[1] > 0))


@dataclass
class Record:
    """What a player's last turn saw and found; an engine fills it, phases and charts read it.

    Logits are (n,), one for each pack, points (features, n) in network units with what stands
    beside them, gradients flat. What is shown of a pack is shown at each of its samples.
    """

    player: str
    rules: Rules
    gradient: Tensor
    weights: Tensor
    d_real: Tensor | None = None
    d_fake: Tensor | None = None
    x_real: Tensor | None = None
    x_fake: Tensor | None = None
    x_gradients: Tensor | None = None
    noise: Tensor | None = None
    squared_norms: list[Tensor] = field(default_factory=list)
    before: Tensor | None = None
    played: bool = False
    held: tuple[float, float] | None = None  # what `loss` and `gradient_norm` say in mid-turn

    def loss(self) -> float:
        """The loss of the last turn with its penalties; nan before the first turn."""
        if self.held is not None:
            return self.held[0]
        return self._loss_now() if self.played else float("nan")

    def gradient_norm(self) -> float:
        """Euclidean norm of the player's last gradient; nan before the first turn."""
        if self.held is not None:
            return self.held[1]
        return float(self.gradient.norm()) if self.played else float("nan")

    def hold(self) -> None:
        """A step is about to be played phase by phase: its buffers will be of two turns at once."""
        self.held = None
        self.held = (self.loss(), self.gradient_norm())

    def passed(self, name: str) -> None:
        """A phase has been played while held; from here on its finding is the last one."""
        assert self.held is not None
        if name == "loss":
            self.held = (self._loss_now(), self.held[1])
        elif name == "gradients":
            self.held = (self.held[0], float(self.gradient.norm()))
            self.before = self.weights.clone()

    def put(self) -> None:
        """The player has been placed where its update starts from."""
        if self.held is not None:
            self.before = self.weights.clone()

    def release(self) -> None:
        """The step is over; the buffers are of one turn again."""
        self.held = None

    def _loss_now(self) -> float:
        assert self.d_fake is not None
        if self.player == GENERATOR:
            return float(self.rules.g_loss(self.d_fake, self.d_real))
        assert self.d_real is not None
        return float(self.rules.loss(self.d_real, self.d_fake)[0]) + self._penalty_now()

    def _penalty_now(self) -> float:
        if self.player == GENERATOR:
            return 0.0
        both = zip(self.rules.penalties, self.squared_norms, strict=True)
        return sum(float(penalty.value(norm).mean()) for penalty, norm in both)

    def phases(self) -> dict[str, Phase]:
        """The five phases of this player, made once and yielded again and again."""
        values = (self._samples, self._predictions, self._loss, self._gradients, self._update)
        return {n: Phase(self.player, n, v) for n, v in zip(NAMES, values, strict=True)}

    def _samples(self) -> dict[str, Any]:
        assert self.noise is not None
        count, real, fake = self.rules.labels, self.x_real, self.x_fake
        found = _points(x_real=real, x_fake=fake) | {"noise": _rows(self.noise[: -count or None])}
        if count and real is not None:
            found["real_labels"] = real[-count:].argmax(0)
        return found | ({"fake_labels": self.noise[-count:].argmax(0)} if count else {})

    def _predictions(self) -> dict[str, Any]:
        found = {"d_real": self.d_real, "d_fake": self.d_fake}
        return {k: self._each(v) for k, v in found.items() if v is not None}

    def _each(self, of_packs: Tensor) -> Tensor:
        return per_sample(of_packs, self.rules.packing).clone()

    def _loss(self) -> dict[str, Any]:
        penalized = self.player != GENERATOR and self.rules.penalties
        return {"loss": self._loss_now()} | ({"penalty": self._penalty_now()} if penalized else {})

    def _gradients(self) -> dict[str, Any]:
        found: dict[str, Any] = {"gradient_norm": float(self.gradient.norm())}
        if self.player != GENERATOR:
            assert self.d_real is not None
            assert self.d_fake is not None
            slopes = self.rules.d_slopes(self.d_real, self.d_fake)
            found |= {"slope_real": self._each(slopes[0]), "slope_fake": self._each(slopes[1])}
        return found | _points(x_gradients=self.x_gradients)

    def _update(self) -> dict[str, Any]:
        assert self.before is not None, "the update phase follows the gradients phase"
        moved = float((self.weights - self.before).norm())
        return {"update_norm": moved, "weights": self.weights.numel()}


def _points(**found: Tensor | None) -> dict[str, Tensor]:
    """The samples alone, (n, 2)."""
    return {k: _rows(v[:POINT]) for k, v in found.items() if v is not None}


def _rows(columns: Tensor) -> Tensor:
    return columns.detach().t().contiguous()


class Engine(Protocol):
    """Finds gradients. `Tape` is fast, `Autograd` is general; tests hold them equal."""

    records: dict[str, Record]

    def mode(self) -> AbstractContextManager[Any]:
        """The torch mode to play whole rounds in."""
        ...

    def begin(self, step: int, d_steps: int, g_steps: int) -> None:
        """The round after `step` others starts, with so many turns of each player."""
        ...

    def gradient(self, player: str) -> Iterator[Phase]:
        """Play phases 1 to 4 of a player's turn; its gradient is in place afterwards."""
        ...

    def moved(self, player: str) -> None:
        """The player's weights have changed."""
        ...
