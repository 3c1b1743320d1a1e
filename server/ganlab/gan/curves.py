"""Curves of a loss: what one fake costs the generator, and how it is pulled, by D's raw output.

They are found by evaluating the registered function and its derivative, so a newly registered loss
has its curves with no other edit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import isfinite
from typing import Any

import torch

from ganlab.registry import Entry

LOW, HIGH, POINTS = -8.0, 8.0, 161


def loss_curves(entry: Entry) -> dict[str, Any]:
    """`{"low", "high", "g_loss": […], "g_slope": […]}`: G's loss for one fake and its derivative by
    D's raw output, at POINTS outputs evenly spaced from `low` to `high`, for the default
    parameters. None where a value is not finite.
    """
    g_loss, g_slope = _curves(entry.function, tuple(entry.fill({}).items()))
    return {"low": LOW, "high": HIGH, "g_loss": list(g_loss), "g_slope": list(g_slope)}


@cache
def _curves(
    function: Callable[..., Any], params: tuple[tuple[str, Any], ...]
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    raw = torch.linspace(LOW, HIGH, POINTS, dtype=torch.float64, requires_grad=True)
    with torch.enable_grad():
        none = torch.zeros(1, dtype=torch.float64)
        costs = [function(none, fake, **dict(params))[1] for fake in torch.split(raw, 1)]
        (slopes,) = torch.autograd.grad(torch.stack(costs).sum(), raw)
    return tuple(_plain(c.detach()) for c in costs), tuple(_plain(s) for s in slopes)


def _plain(value: torch.Tensor) -> float | None:
    number = float(value)
    return float(f"{number:.6g}") if isfinite(number) else None
