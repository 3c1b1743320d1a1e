"""What the generated sets have in common: their sizes, and classes in equal parts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab.registry import param

SIZES = {"16": "16 × 16", "28": "28 × 28", "32": "32 × 32"}


def size_param(default: str) -> Any:
    """The side of the pictures in pixels."""
    return param(default, choices=SIZES, help="Pixels along each side; fewer make a faster step.")


def balanced(draw: np.random.Generator, n: int, classes: int) -> NDArray[np.int64]:
    """n class numbers in random order, each class equally often in any whole rounds of them."""
    rounds = [draw.permutation(classes) for _ in range(-(-n // classes))]
    return np.concatenate(rounds)[:n].astype(np.int64)
