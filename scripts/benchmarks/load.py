"""How many live sessions a core holds, and what each costs in memory.

A live session plays 60 steps a second and sends 10 frames a second to one viewer. The viewers run
on the same cores as the server, as they must here; elsewhere they would not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import NamedTuple

import psutil

from scripts.benchmarks.client import Viewer, create_session, serving
from scripts.benchmarks.figures import Figure, Options, Target
from scripts.benchmarks.models import SIZES, document
from scripts.benchmarks.report import cores

STEPS_PER_SECOND = 60.0
FRAMES_PER_SECOND = 10.0
HELD = 0.95  # of the rate, by the slowest session

_RUNGS = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 256)
_SETTLE_S = 1.0
_WINDOW_S = 2.0  # 20 frames
_TWO_CORES = Target(40.0, 100.0)
_ARRAYS = ["real", "fake", "d_grid", "manifold", "gradients"]


class Rung(NamedTuple):
    """How so many sessions fared."""

    sessions: int
    slowest: float  # steps per second of the slowest
    memory: int  # resident bytes of the server's processes


def measure(_: Options) -> Iterator[Figure]:
    """Sessions at 60 steps/s and 10 frames/s, more and more of them until the slowest falls behind.

    It is one climb: no repeats.
    """
    with serving(GANLAB_MAX_SESSIONS=str(_RUNGS[-1])) as server:
        rungs = asyncio.run(_climb(server.url, server.process.pid))
    held = max((r.sessions for r in rungs if _is_held(r)), default=0)
    target = _TWO_CORES if cores() == 2 else None
    yield Figure("load", "live sessions held", "sessions", (float(held),), target)
    yield Figure("load", "live sessions per core", "sessions", (held / cores(),))
    first, last = rungs[0], rungs[-1]
    if last.sessions > first.sessions:
        growth = (last.memory - first.memory) / (last.sessions - first.sessions) / 2**20
        yield Figure("load", "memory per session", "MiB", (growth,))


def _is_held(rung: Rung) -> bool:
    return rung.slowest >= HELD * STEPS_PER_SECOND


async def _climb(url: str, pid: int) -> list[Rung]:
    rungs: list[Rung] = []
    async with AsyncExitStack() as stack:
        viewers: list[Viewer] = []
        for count in _RUNGS:
            while len(viewers) < count:
                viewers.append(await _live_session(url, stack))
            await asyncio.sleep(_SETTLE_S)
            slowest = min(await _rates(viewers))
            rungs.append(Rung(count, slowest, _resident(pid)))
            if not _is_held(rungs[-1]):
                break
    return rungs


async def _live_session(url: str, stack: AsyncExitStack) -> Viewer:
    session = await asyncio.to_thread(create_session, url, document(SIZES["S"]))
    viewer = await stack.enter_async_context(Viewer.of(url, session))
    await viewer.ask({"type": "view", "fps": FRAMES_PER_SECOND, "arrays": _ARRAYS})
    await viewer.ask({"type": "play", "speed": STEPS_PER_SECOND})
    return viewer


async def _rates(viewers: list[Viewer]) -> list[float]:
    """Steps per second of each, from the first to the last frame of a window."""
    before = [(v.step, v.seen_s) for v in viewers]
    await asyncio.sleep(_WINDOW_S)
    return [
        (v.step - step) / (v.seen_s - seen_s) if v.seen_s > seen_s else 0.0
        for v, (step, seen_s) in zip(viewers, before, strict=True)
    ]


def _resident(pid: int) -> int:
    """Bytes that a process and its children hold in memory; pages they share count for each."""
    process = psutil.Process(pid)
    return sum(p.memory_info().rss for p in (process, *process.children(recursive=True)))
