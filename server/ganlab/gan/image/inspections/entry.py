"""What an entry of the inspections is: a look inside a game of images that changes nothing of it.

An entry is a function `(subject, *, …params) -> Found`. `needs_noise` says that it goes through
noise, so that the generator must be given some.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ganlab.gan.image.snapshot import SHOWN
from ganlab.gan.plane.snapshot import Array
from ganlab.registry import Registry, param

inspections = Registry("inspections", "Inspection")
inspection = inspections.register

FAKE, REAL = "fake", "real"


@dataclass(frozen=True, eq=False)
class Found:
    """What an inspection found: arrays by name, and what goes with them as JSON, NaN-free."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    arrays: Mapping[str, Array] = field(default_factory=dict)


def place(label: str = "Image", help: str = "") -> Any:
    """A parameter: one of the images that are shown."""
    return param(0, 0, SHOWN - 1, label=label, help=help or "Its place among those shown, from 0.")


def places(default: tuple[int, ...], fewest: int, most: int, label: str) -> Any:
    """A parameter: several of the images that are shown."""
    return param(
        default, 0, SHOWN - 1, items=(fewest, most), label=label,
        help="Their places among the generated images shown, from 0.",
    )  # fmt: skip


def side() -> Any:
    """A parameter: which images are meant."""
    return param(
        FAKE, choices={FAKE: "Generated", REAL: "Real"}, label="Images",
        help="Whether a generated image or a real one is looked at.",
    )  # fmt: skip
