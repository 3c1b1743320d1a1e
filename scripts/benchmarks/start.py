"""How long the server takes from its start until it answers."""

from __future__ import annotations

import time
from collections.abc import Iterator

from scripts.benchmarks.client import serving
from scripts.benchmarks.figures import Figure, Options, Target

_TARGET = Target(5.0, 3.0, False)


def measure(options: Options) -> Iterator[Figure]:
    """From the start of the server's process to the first answer of /healthz."""
    samples = []
    for _ in range(options.repeats):
        start = time.perf_counter()
        with serving():
            samples.append(time.perf_counter() - start)
    yield Figure("start", "server ready", "s", tuple(samples), _TARGET)
