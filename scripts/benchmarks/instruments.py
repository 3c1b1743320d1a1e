"""Steps per second of a server while nobody asks for instruments, and while somebody reads all."""

from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import Iterator

from scripts.benchmarks.client import Viewer, create_session, serving
from scripts.benchmarks.figures import Figure, Options, Target, ratios
from scripts.benchmarks.models import SIZES, document

_WINDOW_S = 4.0
_ARRAYS = ["real", "fake", "d_grid"]
_ONE_SESSION = Target(0.9, 0.97)  # of the rate without; with two cores or more


def measure(options: Options) -> Iterator[Figure]:
    """One session as fast as it can, without instruments and with all of them, in turns.

    The evaluator has the lowest priority, so it takes what the cores have left.
    """
    with serving() as server:
        without, reading = asyncio.run(_measure(server.url, options.repeats))
    yield Figure("instruments", "no instruments", "steps/s", without)
    yield Figure("instruments", "all instruments", "steps/s", reading)
    yield Figure("instruments", "all ÷ none", "×", ratios(reading, without), _ONE_SESSION)


def _ids(url: str) -> list[str]:
    with urllib.request.urlopen(f"{url}/api/catalog") as answer:
        return [entry["id"] for entry in json.load(answer)["registries"]["instruments"]]


async def _measure(url: str, repeats: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    session = await asyncio.to_thread(create_session, url, document(SIZES["S"]))
    every = await asyncio.to_thread(_ids, url)
    found: dict[bool, list[float]] = {False: [], True: []}
    async with Viewer.of(url, session) as viewer:
        await viewer.ask({"type": "view", "fps": 30, "arrays": _ARRAYS})
        await viewer.ask({"type": "play", "speed": None})
        for _ in range(repeats):
            for chosen in (False, True):
                await viewer.ask({"type": "view", "instruments": every if chosen else []})
                await asyncio.sleep(_WINDOW_S / 4)
                found[chosen].append(await _rate(viewer))
    return tuple(found[False]), tuple(found[True])


async def _rate(viewer: Viewer) -> float:
    step, seen_s = viewer.step, viewer.seen_s
    await asyncio.sleep(_WINDOW_S)
    return (viewer.step - step) / (viewer.seen_s - seen_s)
