"""The lab and the panel of images in two tabs: what each has alone, and what both have together."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

from ganlab.gan.image.presets import image_presets
from scripts.benchmarks.client import Viewer, create_session, serving
from scripts.benchmarks.figures import Figure, Options, Target, ratios
from scripts.benchmarks.models import SIZES, document

_WINDOW_PER_SECOND = 4  # 4 × --seconds: some tens of frames
_SMOOTH = {"lab": Target(30.0, 55.0), "images": Target(5.0, 9.0)}
_INSTRUMENTS = ["image_frechet", "image_classes"]


@dataclass
class Tab:
    """One page, by who watches it."""

    viewer: Viewer

    async def play(self, on: bool) -> None:
        """As fast as it can, or not at all."""
        await self.viewer.ask({"type": "play", "speed": None} if on else {"type": "pause"})


def measure(options: Options) -> Iterator[Figure]:
    """S in the lab and DCGAN in the panel, as fast as they can, alone, together, and with
    instruments of images, whose classifier is trained beside it.
    """
    with serving() as server:
        found = asyncio.run(_measure(server.url, options))
    for tab in ("lab", "images"):
        alone, both, read = (found[tab, case] for case in ("alone", "both", "instruments"))
        for case, rows in (("alone", alone), ("both", both), ("both, instruments", read)):
            yield Figure("tabs", f"{tab}, {case}", "steps/s", tuple(r["steps"] for r in rows))
        gain = ratios([r["steps"] for r in both], [r["steps"] for r in alone])
        yield Figure("tabs", f"{tab}: both ÷ alone", "×", gain)
        frames = tuple(r["frames"] for r in read)
        yield Figure("tabs", f"{tab}, both, instruments", "frames/s", frames, _SMOOTH[tab])
        gaps = tuple(r["gap"] for r in read)
        yield Figure("tabs", f"{tab}, longest between two frames", "ms", gaps)


async def _measure(url: str, options: Options) -> dict[tuple[str, str], list[dict[str, float]]]:
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    window_s = options.seconds * _WINDOW_PER_SECOND
    async with AsyncExitStack() as stack:
        tabs = {
            "lab": await _tab(url, stack, document(SIZES["S"]), fps=60,
                              arrays=["real", "fake", "d_grid", "gradients"]),
            "images": await _tab(url, stack, image_presets["dcgan_glyphs"].function(), fps=10,
                                 arrays=["fake", "d_real", "d_fake"]),
        }  # fmt: skip
        for _ in range(options.repeats):
            for name, tab in tabs.items():
                await tab.play(True)
                rows = await _window([tab], window_s)
                found.setdefault((name, "alone"), []).append(rows[0])
                await tab.play(False)
            for tab in tabs.values():
                await tab.play(True)
            for case, wanted in (("both", []), ("instruments", _INSTRUMENTS)):
                await tabs["images"].viewer.ask({"type": "view", "instruments": wanted})
                rows = await _window(list(tabs.values()), window_s)
                for name, row in zip(tabs, rows, strict=True):
                    found.setdefault((name, case), []).append(row)
            for tab in tabs.values():
                await tab.play(False)
    return found


async def _tab(url: str, stack: AsyncExitStack, config: dict[str, Any], **view: Any) -> Tab:
    session = await asyncio.to_thread(create_session, url, config)
    viewer = await stack.enter_async_context(Viewer.of(url, session))
    await viewer.ask({"type": "view", **view})
    return Tab(viewer)


async def _window(tabs: Sequence[Tab], seconds: float) -> list[dict[str, float]]:
    """{"steps", "frames"} a second and the longest "gap" between frames in ms, of each tab."""
    await asyncio.sleep(seconds / 4)
    before = [(t.viewer.step, t.viewer.seen_s, t.viewer.frames) for t in tabs]
    for tab in tabs:
        tab.viewer.longest_s = 0.0
    begun = time.perf_counter()
    await asyncio.sleep(seconds)
    took = time.perf_counter() - begun
    rows = []
    for tab, (step, seen_s, frames) in zip(tabs, before, strict=True):
        viewer = tab.viewer
        steps = (viewer.step - step) / max(viewer.seen_s - seen_s, 1e-9)
        gap = 1000 * max(viewer.longest_s, time.perf_counter() - viewer.seen_s)
        rows.append({"steps": steps, "frames": (viewer.frames - frames) / took, "gap": gap})
    return rows
