"""Figure: a shape given as points [x, y], as a user draws or uploads it."""

from __future__ import annotations

import math
from collections.abc import Sequence

Figure = Sequence[Sequence[float]]


def heart(count: int = 200) -> list[list[float]]:
    """A heart, 2 wide, as points rounded to 3 decimals: it stands in until the user gives some."""
    points = []
    for i in range(count):
        a = 2 * math.pi * i / count
        y = 13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)
        points.append([round(math.sin(a) ** 3, 3), round(y / 16, 3)])
    return points


def width(figure: Figure) -> float:
    """The longer side of the figure's bounding box; 1 where all points lie on one spot."""
    return max(max(axis) - min(axis) for axis in zip(*figure, strict=True)) or 1.0


def centre(figure: Figure) -> tuple[float, float]:
    """The middle of the figure's bounding box."""
    x, y = ((max(axis) + min(axis)) / 2 for axis in zip(*figure, strict=True))
    return x, y
