"""Feed: what both networks of images are given, by the model: noise, classes, codes or outlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn.functional import one_hot

from ganlab.gan import streams
from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.models import Task, is_paired
from ganlab.gan.image.scalings import Range
from ganlab.gan.models import encodes, is_labelled

if TYPE_CHECKING:
    from ganlab.gan.config import RunConfig


@dataclass
class Batch:
    """Images as the networks see them, and what D is told beside them: classes as rows, codes, or
    the images that they are made from.
    """

    x: Tensor
    labels: Tensor | None


@dataclass(frozen=True)
class Given:
    """What G is given for n fakes: its input, its labels, what D is told beside the fakes, and the
    images that they should become, where that is known.
    """

    x: Tensor
    labels: Tensor | None = None
    told: Tensor | None = None
    target: Tensor | None = None


class Feed:
    """Where the networks' inputs come from. `row` is one input of G as it is drawn and kept: noise
    (dimension,) with the class behind it where there are `classes`, or in pairs the number of a
    picture in the data.
    """

    def __init__(self, config: RunConfig, images: ImageSet, range_: Range) -> None:
        self._images = images
        self._range = range_
        self._prior = config.bound("prior")
        model = config.entry("model")
        self.paired = is_paired(model)
        self.encodes = encodes(model)
        self.dimension = 0 if self.paired else int(config.prior.params["dimension"])
        self.classes = images.classes if is_labelled(model) else 0

    @property
    def task(self) -> Task:
        """What the networks are for."""
        inputs = self._images.inputs
        shape = None if inputs is None else (inputs.shape[1], inputs.shape[2], inputs.shape[3])
        return Task(self.dimension, self._images.shape, self.classes, shape)

    # Drawn

    def draws(self) -> dict[int, streams.Draw]:
        """The streams that a run draws from, by number."""
        fed = self._trained if self.paired else self.rows
        return {
            streams.DATA: self._trained, streams.G_DATA: self._trained, streams.MASKS: _marks,
            streams.D_NOISE: fed, streams.G_NOISE: fed,
        }  # fmt: skip

    def _trained(self, n: int, rng: torch.Generator) -> Tensor:
        trained = self._images.trained
        rounds = [torch.randperm(trained, generator=rng) for _ in range(-(-n // trained))]
        return torch.cat(rounds)[:n, None]

    def rows(self, n: int, rng: torch.Generator) -> Tensor:
        """n inputs of G to look at: noise, and labels as frequent as the data's; in pairs pictures
        that were held out, where there are some.
        """
        images = self._images
        if self.paired:
            first = images.trained if images.held_out else 0
            order = torch.randperm(len(images) - first, generator=rng)
            return first + order.repeat(-(-n // len(order)))[:n, None]
        z: Tensor = self._prior(n, rng)
        if not self.classes:
            return z
        assert images.labels is not None
        drawn = torch.randint(images.trained, (n,), generator=rng)
        return torch.cat([z, self.as_rows(images.labels[drawn])], 1)

    def as_rows(self, labels: Tensor) -> Tensor:
        """Classes (n,) → rows of zeros and a one (n, classes)."""
        return one_hot(labels, self.classes).float()

    # Given

    def given(self, rows: Tensor) -> Given:
        """What G is given for drawn rows, on their device."""
        if self.paired:
            numbers = rows[:, 0].long()
            made_from = self._made_from(numbers, rows)
            return Given(made_from, None, made_from, self._seen(numbers, rows))
        noise = rows[:, : self.dimension].contiguous()
        labels = rows[:, self.dimension :].contiguous() if self.classes else None
        return Given(noise, labels, noise if self.encodes else labels)

    def batch(self, numbers: Tensor, like: Tensor) -> Batch:
        """The pictures of these numbers (n,), without codes; on the device of `like`."""
        x = self._seen(numbers, like)
        if self.paired:
            return Batch(x, self._made_from(numbers, like))
        if not self.classes:
            return Batch(x, None)
        assert self._images.labels is not None
        return Batch(x, self.as_rows(self._images.labels[numbers.cpu()]).to(like))

    def _seen(self, numbers: Tensor, like: Tensor) -> Tensor:
        return self._range.seen(self._images.images[numbers.cpu()]).to(like)

    def _made_from(self, numbers: Tensor, like: Tensor) -> Tensor:
        assert self._images.inputs is not None
        return self._range.seen(self._images.inputs[numbers.cpu()]).to(like)


def _marks(n: int, rng: torch.Generator) -> Tensor:
    """Where dropout's random numbers come from, turn by turn."""
    return torch.randint(2**24, (n, 1), generator=rng)
