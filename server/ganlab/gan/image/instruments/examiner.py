"""Examiner of images: every instrument applied to fakes, and what new real images score instead.

Importing it registers the instruments of images. The same data and fakes always give the same
numbers.
"""

from __future__ import annotations

import statistics
from dataclasses import replace
from functools import cached_property
from math import isfinite
from typing import Any

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.image.classifier import Classifier, Lesson, keep, recall
from ganlab.gan.image.dataset import ImageSet, Shape
from ganlab.gan.image.instruments import classes, frechet, nearness
from ganlab.gan.image.instruments.evidence import (
    Evidence,
    Gaussian,
    Sight,
    sample_size,
    suits,
)
from ganlab.gan.instruments.instrument import Finding, instruments
from ganlab.registry import ConfigError

__all__ = ["ImageExaminer"]
_MODULES = (classes, frechet, nearness)

FLOOR_DRAWS = 20
FLOOR_SEED = 2018  # floors and the real images that fakes are held against belong to the data
REFERENCE = 5000  # images of the trained part that the distances know


class ImageExaminer:
    """The instruments for one set of images. It must be `prepare`d before it is asked."""

    def __init__(self, images: ImageSet) -> None:
        self._images = images
        self._classifier = recall(images)
        self._lesson: Lesson | None = None
        self._last: tuple[Tensor, Sight] | None = None

    # The classifier

    def prepare(self, seconds: float = float("inf")) -> float:
        """Spend about so many seconds on training the classifier, if that is still to be done; the
        share that is done: 1 when it can be asked.
        """
        if self._classifier is None:
            self._lesson = self._lesson or Lesson(self._images)
            made = self._lesson.go_on(seconds)
            if made is None:
                return self._lesson.share
            keep(self._images, made)
            self._classifier, self._lesson = made, None
        return 1.0

    @property
    def classifier(self) -> Classifier:
        """The classifier, once it is there."""
        if self._classifier is None:
            raise RuntimeError("expected to be prepared first")
        return self._classifier

    @property
    def by(self) -> dict[str, Any]:
        """Whose judgement it is: {"accuracy" in percent, of "tested" held-out images, "samples" a
        side}; without classes the accuracy is None.
        """
        made, samples = self.classifier, sample_size(self._images)
        return {"accuracy": made.accuracy, "tested": made.tested, "samples": samples}

    @property
    def shape(self) -> Shape:
        """(channels, height, width) of the images."""
        return self._images.shape

    # Questions

    def examine(
        self, instrument: str, fake: Tensor, labels: Tensor | None = None
    ) -> Finding | None:
        """What an instrument finds of fakes, uint8 pixels (n, channels, height, width), of which
        `labels` (n,) were asked for where the model has labels.

        None where that is no number. Raises ConfigError for an instrument that the data or the
        model do not allow.
        """
        if self._last is None or not torch.equal(self._last[0], fake):
            fake = fake.clone()  # nobody else writes to it
            self._last = fake, self._see(fake)
        return self._apply(instrument, replace(self._last[1], labels=labels))

    def floor(self, instrument: str) -> tuple[float, float] | None:
        """(mean, standard deviation) of what as many held-out images score in the place of fakes,
        over twenty draws of them; None where that is no number. Raises as `examine`.

        Draws without replacement from N images have some in common, and vary by √(1 − n/N) less
        than those of a perfect sampler would: that is put right.
        """
        n, held_out = sample_size(self._images), self._held_out
        values = []
        for draw in range(FLOOR_DRAWS):
            rng = streams.generator(FLOOR_SEED, streams.FLOOR_REPEATS, draw)
            numbers = torch.randperm(len(held_out), generator=rng)[:n]
            found = self._apply(instrument, held_out.part(numbers))
            values += [] if found is None else [found.value]
        if len(values) < FLOOR_DRAWS:
            return None
        put_right = (1 - n / len(held_out)) ** -0.5
        return statistics.fmean(values), statistics.stdev(values) * put_right

    def _apply(self, instrument: str, fake: Sight) -> Finding | None:
        entry = instruments[instrument]
        if not suits(entry, self._images, labelled=fake.labels is not None):
            expected = "an instrument of images that data and model allow"
            raise ConfigError("instruments", expected, entry.id)
        reference, shares = self._trained
        found: Finding = entry.function(Evidence(self._real, fake, reference, shares))
        return found if isfinite(found.value) else None

    # What is known of the real images

    def _see(self, pixels: Tensor, labels: Tensor | None = None) -> Sight:
        return Sight(pixels, *self.classifier.look(pixels), labels)

    @cached_property
    def _known(self) -> Sight:
        """Images of the trained part, in random order."""
        rng = streams.generator(FLOOR_SEED, streams.EVALUATE_DATA)
        numbers = torch.randperm(self._images.trained, generator=rng)[:REFERENCE]
        return self._see(self._images.images[numbers])

    @cached_property
    def _real(self) -> Sight:
        return self._known.part(torch.arange(min(sample_size(self._images), len(self._known))))

    @cached_property
    def _trained(self) -> tuple[Gaussian, Tensor]:
        images = self._images
        shares = torch.zeros(0, dtype=torch.float64)
        if images.labels is not None:
            shares = classes.class_shares(images.labels[: images.trained], images.classes)
        return Gaussian.of(self._known.features), shares

    @cached_property
    def _held_out(self) -> Sight:
        first = self._images.trained
        labels = None if self._images.labels is None else self._images.labels[first:]
        return self._see(self._images.images[first:], labels)
