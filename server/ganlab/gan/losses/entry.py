"""What an entry of the losses is: two means over a batch, their slopes, how D's output is read.

An entry is a function `(d_real, d_fake) -> (d_loss, g_loss)` of logits of shape (batch,), both
means over the batch. `slopes` may add the derivatives with respect to each logit in closed form,
which spares the training loop an autograd graph; without it autograd is asked. A keyword
`real_label` says that the loss has labels, which label smoothing can soften.

How D's raw output is read is said by two words: `probability=True` where its sigmoid is the
probability of "real", and `boundary`, the output at which its verdict turns from fake to real. A
loss with neither leaves D a score: higher is more real, and no value is a verdict by itself.
`mirrored=True` says that an encoder beside G wants of D's outputs on real samples what G wants of
those on fakes, mirrored about the boundary (about 0 without one).
`cross_entropy=True` says that D's loss is the plain one, whose least value, −V*, is known.
`pairs=True` says that G's loss depends on the logits of real samples, too. `minimizes` says in
words what distance between data and fakes the game makes small when D is the best possible one.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from torch import Tensor

from ganlab.registry import Entry, Registry

Losses = tuple[Tensor, Tensor]

losses = Registry("losses", "Loss")
loss = losses.register


@dataclass(frozen=True)
class Slopes:
    """Derivative of each sample's own term of a loss with respect to its logit.

    `d(d_real, d_fake)` gives those of D's loss for both kinds, `g(d_fake)` that of G's, or
    `g(d_fake, d_real)` where the loss is of pairs; all of the logits' shape. The parameters of the
    entry come as keywords, to `d` the softened label as well. The mean over the batch is not in
    them: its 1/batch is the engine's to apply.
    """

    d: Callable[..., tuple[Tensor, Tensor]]
    g: Callable[..., Tensor]

    def bind(self, params: Mapping[str, Any], labels: Mapping[str, float]) -> Slopes:
        """The slopes of an entry with these parameters and softened labels, if any."""
        d = partial(self.d, **params, **labels) if params or labels else self.d
        return Slopes(d, partial(self.g, **params) if params else self.g)


def boundary(entry: Entry) -> float:
    """D's raw output between "fake" and "real"; 0 for a loss that draws no line."""
    return float(entry.extras.get("boundary", 0.0))


def of_pairs(entry: Entry) -> bool:
    """Whether G's loss compares each fake sample with real ones, which its turn must then draw."""
    return bool(entry.extras.get("pairs", False))


def has_labels(entry: Entry) -> bool:
    """Whether the loss compares D with labels (real = 1, fake = 0) that can be softened."""
    return "real_label" in inspect.signature(entry.function).parameters


def with_encoder(
    loss: Callable[[Tensor, Tensor], Losses], slopes: Slopes | None, boundary: float
) -> tuple[Callable[[Tensor, Tensor], Losses], Slopes | None]:
    """A mirrored loss, with its slopes, in which G's part has an encoder's beside it.

    With non-saturating this is L_G + L_E = −E[log D(G(z), z)] − E[log(1 − D(x, E(x)))] (Donahue et
    al. 2017, section 3.4).
    """

    def both(d_real: Tensor, d_fake: Tensor) -> Losses:
        d_loss, g_loss = loss(d_real, d_fake)
        return d_loss, g_loss + loss(d_fake, 2.0 * boundary - d_real)[1]

    return both, slopes and Slopes(slopes.d, lambda d_fake, _: slopes.g(d_fake))
