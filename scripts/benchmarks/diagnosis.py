"""What the diagnosis adds to a measurement of the metrics, of which there are two a second."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import torch

from ganlab.runtime.run import Run
from scripts.benchmarks.figures import Figure, Options, Target, interleaved, rate
from scripts.benchmarks.models import SIZES, config

PER_SECOND = 2


def measure(options: Options) -> Iterator[Figure]:
    """One thread: measuring a game, without the detectors and with them."""
    torch.set_num_threads(1)
    run = Run(config(SIZES["M"]))

    def with_diagnosis() -> None:
        run.game.steps += 100  # readings of one step count once
        run.measure()

    def alone() -> None:
        run.judge.measure()

    works = {"metrics": alone, "metrics and diagnosis": with_diagnosis}
    found = interleaved({name: partial(rate, work) for name, work in works.items()}, options)
    for name, samples in found.items():
        yield Figure("diagnosis", name, "/s", samples)
    pairs = zip(found["metrics"], found["metrics and diagnosis"], strict=True)
    added = tuple(100 * PER_SECOND * (1 / slow - 1 / fast) for fast, slow in pairs)
    yield Figure(
        "diagnosis", "added, of a second", "%", added, Target(1.0, 0.5, higher_is_better=False)
    )
