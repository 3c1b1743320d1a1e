"""Schedules: how both players' learning rates change as the run goes on.

An entry is a function `(step, *, …) -> factor`: what both rates are multiplied by in the round
after so many steps. It depends on nothing else, so that a run can be put back and replayed.
`constant` marks the one that leaves the rates alone, at no cost.
"""

from __future__ import annotations

import math
from typing import Any

from ganlab.registry import Registry, param

schedules = Registry("schedules", "Schedule")
schedule = schedules.register

MOST_STEPS = 10_000_000


def _steps(default: int, help: str, label: str = "Steps") -> Any:
    return param(default, 1, MOST_STEPS, log=True, label=label, help=help)


def _end(default: float) -> Any:
    return param(
        default, 0.0, 1.0, label="Share at the end",
        help="What is left of the rates at the end, and from then on.",
    )  # fmt: skip


_ALL = "After so many steps the rates have reached their end."


def _line(share: float, end: float) -> float:
    """From 1 at share 0 straight to `end` at share 1, and there from then on."""
    return 1.0 + (end - 1.0) * min(1.0, max(0.0, share))


@schedule("Constant", constant=True, formula=r"\eta_t=\eta", source="Robbins & Monro 1951")
def constant(_: int) -> float:
    """The rates stay as they are set."""
    return 1.0


@schedule(
    "Hold, then linear",
    formula=r"\eta_t=\eta\left[1-(1-e)\,\frac{t-hT}{T-hT}\right],\quad hT\le t\le T",
    source="Zhu et al. 2017, section 4",
)
def hold_then_linear(
    step: int,
    *,
    steps: int = _steps(3000, _ALL),
    hold: float = param(
        0.5, 0.0, 1.0, label="Held share h",
        help="The part of these steps in which the rates stay as they are.",
    ),
    end: float = _end(0.02),
) -> float:  # fmt: skip
    """The rates stay as they are for the first part of the steps, then shrink evenly: first the
    players find the data, then they settle. The recipe that reaches all modes of ring and grid.
    """
    rest = steps - hold * steps
    return _line((step - hold * steps) / rest if rest else float(step >= steps), end)


@schedule(
    "Linear",
    formula=r"\eta_t=\eta\left[1-(1-e)\,\min(1,t/T)\right]",
    source="Gulrajani et al. 2017",
)
def linear(step: int, *, steps: int = _steps(3000, _ALL), end: float = _end(0.0)) -> float:
    """The rates shrink evenly from the first step to the last."""
    return _line(step / steps, end)


@schedule(
    "Cosine",
    formula=r"\eta_t=\eta\left[e+\frac{1-e}{2}\left(1+\cos\frac{\pi\min(t,T)}{T}\right)\right]",
    source="Loshchilov & Hutter 2017, equation 5",
)
def cosine(step: int, *, steps: int = _steps(3000, _ALL), end: float = _end(0.0)) -> float:
    """The rates shrink along half a wave: slowly, then quickly, and slowly again at last."""
    return end + 0.5 * (1.0 - end) * (1.0 + math.cos(math.pi * min(1.0, step / steps)))


@schedule("Exponential", formula=r"\eta_t=\eta\,2^{-t/T}", source="Szegedy et al. 2016, section 8")
def exponential(
    step: int,
    *,
    half_life: int = _steps(
        1000, "After so many steps half of the rates is left, after as many again a quarter.",
        "Half-life T",
    ),
) -> float:  # fmt: skip
    """The rates shrink by the same share in every step, quickly at first and without an end."""
    return float(0.5 ** (step / half_life))


@schedule(
    "Steps down",
    formula=r"\eta_t=\eta\,q^{\lfloor t/T\rfloor}",
    source="He et al. 2016, section 3.4",
)
def step_down(
    step: int,
    *,
    every: int = _steps(1000, "After so many steps the rates fall, then again and again.", "Every"),
    factor: float = param(
        0.5, 0.0, 1.0, exclusive=True, label="Factor q",
        help="What is left of the rates after each fall.",
    ),
) -> float:  # fmt: skip
    """The rates stay as they are for a while, then fall at once, again and again."""
    return float(factor ** (step // every))


@schedule(
    "Warm-up",
    formula=r"\eta_t=\eta\,\min(1,(t+1)/T)",
    source="Goyal et al. 2017, section 2.2",
)
def warm_up(
    step: int,
    *,
    steps: int = _steps(500, "From this step on the rates are as they are set."),
) -> float:
    """The rates grow evenly from almost nothing, so that young networks are not torn about before
    their optimizers know how large gradients are.
    """
    return min(1.0, (step + 1) / steps)
