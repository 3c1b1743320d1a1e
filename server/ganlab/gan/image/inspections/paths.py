"""Paths through noise: straight lines and great circles, computed in float64."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import torch
from torch import Tensor

Path = Callable[[Tensor, Tensor, Tensor], Tensor]  # (from (d,), to (d,), shares (n,)) → (n, d)

_LEAST_SINE = 1e-6


def straight(a: Tensor, b: Tensor, shares: Tensor) -> Tensor:
    """Points on the line from a to b, 0 … 1 of the way (n,): (n, d)."""
    a, b, t = a.double(), b.double(), shares.double()[:, None]
    return a + t * (b - a)


def great_circle(a: Tensor, b: Tensor, shares: Tensor) -> Tensor:
    """Points on the way round from a to b: the direction turns about the middle of noise space at
    constant speed, the length changes evenly. Noise of many numbers lies near a sphere, and so does
    this way, while a straight line cuts through the inside, where there is next to no noise.

    Where a and b point the same way or exactly opposite ways no circle is given, and it is a line.
    Source: Shoemake 1985, section 3.3, for directions; White 2016, section 2.1.
    """
    a, b, t = a.double(), b.double(), shares.double()[:, None]
    from_length, to_length = a.norm(), b.norm()
    if not from_length or not to_length:
        return straight(a, b, shares)
    u, v = a / from_length, b / to_length
    angle = 2 * torch.atan2((u - v).norm(), (u + v).norm())
    sine = torch.sin(angle)
    if sine < _LEAST_SINE:
        return straight(a, b, shares)
    direction = (torch.sin((1 - t) * angle) * u + torch.sin(t * angle) * v) / sine
    way: Tensor = direction * (from_length + t * (to_length - from_length))
    return way


def through(stops: Tensor, steps: int, path: Path, dimension: int) -> Tensor:
    """A way from stop to stop (k, d), `steps` steps each: ((k − 1) · steps + 1, d).

    The first `dimension` numbers go by `path`, those behind them, a class, in straight lines.
    """
    shares = torch.arange(steps, dtype=torch.float64) / steps
    legs = [
        torch.cat([path(a[:dimension], b[:dimension], shares),
                   straight(a[dimension:], b[dimension:], shares)], 1)
        for a, b in pairwise(stops)
    ]  # fmt: skip
    return torch.cat([*legs, stops[-1:].double()])
