"""Hand-made readings: a run in which nothing is wrong, and what differs from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ganlab.gan.diagnosis.detectors import detectors
from ganlab.gan.diagnosis.signals import Signals
from ganlab.gan.diagnosis.watch import Watch

SOUND = Signals(
    step=0,
    centre=(0.0, 0.0),
    spread=(1.0, 1.0),
    covered=0.9,
    js_excess=0.2,
    shares=(0.125,) * 8,
    separation=0.6,
    pull=0.2,
)


def reading(step: int, **what: Any) -> Signals:
    """A sound reading but for what is named."""
    return replace(SOUND, step=step, **what)


def watched(*readings: Signals) -> Watch:
    """The detectors after these readings."""
    watch = Watch(detectors)
    for each in readings:
        watch.take(each)
    return watch


def run_of(count: int, every: int = 100, **what: Any) -> list[Signals]:
    """So many readings that are all alike but for their step."""
    return [reading(k * every, **what) for k in range(count)]
