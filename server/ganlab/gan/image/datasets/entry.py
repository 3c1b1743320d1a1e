"""What an entry of the data sets is: a function that makes one, and what is known before.

An entry is a function `(job=QUIET, *, …params) -> ImageSet`; the same parameters and libraries give
the same bytes. `shape` and `classes` give, for the same parameters and without making the set, the
shape of its pictures (channels, height, width) and the names of its classes; for a set of pairs
`inputs` gives the shape of what each picture is to be made from.

A set that is not made but got from elsewhere has two more: `fetch(job) -> ImageSet` brings it here,
which the function itself never does, and `here() -> bool` says whether that is done. `origin` says
in words where it comes from, `by_hand()` what to do without that, `examples` how many there are.
`kept_as(**params)` is the name in the cache of a set whose function is not decorated with `kept`.
The order of registration is the order of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ganlab.gan.image.dataset import ImageSet, Shape
from ganlab.registry import Entry, Registry

datasets = Registry("datasets", "Images")
dataset = datasets.register

DIGITS = tuple("0123456789")


class Cancelled(Exception):
    """Loading was called off; nothing was kept of it."""


def _nothing(_share: float, _words: str) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Job:
    """Whom loading tells how far it is (`share` from 0 to 1, and words), and asks to go on."""

    tell: Callable[[float, str], None] = _nothing
    cancelled: Callable[[], bool] = _never

    def at(self, share: float, words: str) -> None:
        """Tell how far loading is. Raises Cancelled when it was called off."""
        self.check()
        self.tell(share, words)

    def check(self) -> None:
        """Raises Cancelled when loading was called off."""
        if self.cancelled():
            raise Cancelled


QUIET = Job()


def shape_of(entry: Entry, params: Mapping[str, Any]) -> Shape:
    """(channels, height, width) of an entry's pictures, known without making them."""
    found: Shape = entry.extras["shape"](**params)
    return found


def names_of(entry: Entry, params: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of an entry's classes, known without making it."""
    found: tuple[str, ...] = entry.extras["classes"](**params)
    return found


def inputs_of(entry: Entry, params: Mapping[str, Any]) -> Shape | None:
    """(channels, height, width) of what an entry's pictures are to be made from, if it has pairs,
    known without making them.
    """
    found: Shape | None = entry.extras["inputs"](**params) if "inputs" in entry.extras else None
    return found


def is_here(entry: Entry) -> bool:
    """Whether the set can be had without anything from outside this machine."""
    return bool(entry.extras["here"]()) if "here" in entry.extras else True


def load(entry: Entry, params: Mapping[str, Any], job: Job = QUIET) -> ImageSet:
    """The set, got from elsewhere where that is needed.

    Raises ConfigError when it cannot be had, and Cancelled when the job was called off.
    """
    make = entry.bind(params)
    found: ImageSet = make(job) if is_here(entry) else entry.extras["fetch"](job)
    return found
