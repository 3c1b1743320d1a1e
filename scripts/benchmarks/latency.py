"""From a command to the first frame that shows it, as one of several viewers sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any

from scripts.benchmarks.client import Viewer, create_session, serving
from scripts.benchmarks.figures import Figure, Options, Target, percentile
from scripts.benchmarks.models import SIZES, adam, document

# p95 in milliseconds by number of viewers
_TARGETS = {1: Target(15.0, 5.0, False), 50: Target(25.0, 8.0, False)}

COMMANDS_PER_REPEAT = 16
# Below the 20 commands a second that a viewer may send, and out of step with the frames.
_PAUSE_S = 0.053
_WARM_UP_S = 1.0


def measure(options: Options) -> Iterator[Figure]:
    """From sending a command to the first frame that shows it.

    The commands are "step" while paused, and a new learning rate while playing at full speed.
    """
    with serving() as server:
        for viewers, target in _TARGETS.items():
            found = asyncio.run(_latencies(server.url, viewers, options.repeats))
            for name, samples in found.items():
                label = f"{name}, {viewers} viewer{'s' if viewers > 1 else ''}"
                yield Figure("latency", f"{label}: p50", "ms", samples)
                p95 = (percentile(samples, 95),)
                yield Figure("latency", f"{label}: p95", "ms", p95, target)


async def _latencies(url: str, viewers: int, repeats: int) -> dict[str, tuple[float, ...]]:
    session = await asyncio.to_thread(create_session, url, document(SIZES["S"]))
    async with AsyncExitStack() as stack:
        joined = [await stack.enter_async_context(Viewer.of(url, session)) for _ in range(viewers)]
        first, count = joined[0], COMMANDS_PER_REPEAT * repeats
        steps = [{"type": "step"} for _ in range(count)]
        rates = [{"type": "configure", "changes": _rate(k)} for k in range(count)]
        paused = await _ask_all(first, steps)
        await first.ask({"type": "play", "speed": None})
        await asyncio.sleep(_WARM_UP_S)
        playing = await _ask_all(first, rates)
    return {"step, paused": paused, "configure, playing": playing}


def _rate(k: int) -> dict[str, Any]:
    return {"d_optimizer": adam(1e-3 * (1 + k % 2))}


async def _ask_all(viewer: Viewer, commands: list[dict[str, Any]]) -> tuple[float, ...]:
    """Milliseconds that each command took."""
    found = []
    for command in commands:
        found.append(1000 * await viewer.ask(command))
        await asyncio.sleep(_PAUSE_S)
    return tuple(found)
