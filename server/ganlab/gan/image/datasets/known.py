"""Known sets that are too large to ship: got from openml.org, or put into a folder by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ganlab.gan.image.dataset import ImageSet, Shape
from ganlab.gan.image.datasets import by_hand, openml
from ganlab.gan.image.datasets.cache import folder, held, is_kept, keep, recall
from ganlab.gan.image.datasets.entry import DIGITS, QUIET, Job, dataset
from ganlab.gan.image.datasets.limits import as_set
from ganlab.registry import ConfigError

Make = TypeVar("Make", bound=Callable[..., ImageSet])

CLOTHES = (
    "T-shirt", "trousers", "pullover", "dress", "coat",
    "sandal", "shirt", "sneaker", "bag", "ankle boot",
)  # fmt: skip
OBJECTS = (
    "airplane", "automobile", "bird", "cat", "deer",
    "dog", "frog", "horse", "ship", "truck",
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """A set that others made: its number at openml.org, and its files for a folder of its name."""

    name: str
    title: str
    openml_id: int
    examples: int
    shape: Shape
    classes: tuple[str, ...]
    files: tuple[str, ...]
    read: Callable[[Path, tuple[str, ...]], ImageSet]
    held_out: int = 10_000  # the last ones, which its makers call the test set

    @property
    def folder(self) -> Path:
        """Where its files may be put by hand."""
        return folder() / self.name

    @property
    def by_hand(self) -> str:
        """What to do without openml.org, in words."""
        files = ", ".join(self.files)
        return f"put the files {files} (each may also be gzipped, as .gz) into {self.folder}"

    def is_here(self) -> bool:
        """Whether the set is on this machine."""
        return is_kept(self.name) or by_hand.any_of(self.folder, self.files)

    def get(self) -> ImageSet:
        """The set, when it is on this machine. Raises ConfigError that tells how to get it."""
        if (found := recall(self.name)) is not None:
            return found
        if not by_hand.any_of(self.folder, self.files):
            expected = f"{self.title} on this machine: load it, or {self.by_hand}"
            raise ConfigError("data", expected, "none of it")
        return held(f"{self.name}-by-hand", self._read)

    def _read(self) -> ImageSet:
        images = self.read(self.folder, self.classes)
        if images.shape != self.shape:
            raise ConfigError(self.files[0], f"pictures of shape {self.shape}", images.shape)
        return images

    def fetch(self, job: Job = QUIET) -> ImageSet:
        """The set, from openml.org. Raises ConfigError that tells another way, and Cancelled."""
        try:
            size = (self.examples, math.prod(self.shape))
            pixels, labels = openml.fetch(self.openml_id, self.title, size, job)
            images = pixels.reshape(self.examples, *self.shape)
            found = as_set(images, labels, self.held_out, self.classes)
        except (openml.FetchError, ConfigError) as error:
            expected = f"{self.title} from openml.org. If that does not work, {self.by_hand}"
            raise ConfigError("data", expected, str(error)) from None
        return keep(self.name, found)


MNIST = Known(
    "mnist", "MNIST", 554, 70_000, (1, 28, 28), DIGITS, by_hand.IDX_FILES,
    by_hand.read_idx_files,
)  # fmt: skip
FASHION = Known(
    "fashion", "Fashion-MNIST", 40996, 70_000, (1, 28, 28), CLOTHES, by_hand.IDX_FILES,
    by_hand.read_idx_files,
)  # fmt: skip
CIFAR10 = Known(
    "cifar10", "CIFAR-10", 40927, 60_000, (3, 32, 32), OBJECTS, by_hand.CIFAR_FILES,
    by_hand.read_cifar_files,
)  # fmt: skip


def _known(set_: Known, source: str) -> Callable[[Make], Make]:
    """Register a function that gets `set_` with everything that is known of it."""
    return dataset(
        set_.title,
        source=source,
        origin="openml.org",
        examples=set_.examples,
        kept_as=lambda: set_.name,
        by_hand=lambda: set_.by_hand,
        shape=lambda: set_.shape,
        classes=lambda: set_.classes,
        fetch=set_.fetch,
        here=set_.is_here,
    )


@_known(MNIST, "LeCun et al. 1998")
def mnist(_job: Job = QUIET) -> ImageSet:
    """70,000 digits written by hand, the measure of a generation of papers. The 10,000 of its test
    part are held out.
    """
    return MNIST.get()


@_known(FASHION, "Xiao et al. 2017")
def fashion(_job: Job = QUIET) -> ImageSet:
    """70,000 articles of clothing, made to take MNIST's place: as small and as many, and harder.
    The 10,000 of its test part are held out.
    """
    return FASHION.get()


@_known(CIFAR10, "Krizhevsky 2009")
def cifar10(_job: Job = QUIET) -> ImageSet:
    """60,000 photographs of animals and vehicles in colour. Hard: on a processor alone, expect
    textures and colours that are right long before the first horse. 10,000 are held out.
    """
    return CIFAR10.get()
