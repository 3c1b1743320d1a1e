"""What arrives at the page: frames drawn, bytes a frame, steps a frame, in a real Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page

from scripts.benchmarks.chromium import chromium
from scripts.benchmarks.client import serving
from scripts.benchmarks.figures import Figure, Options, Target
from scripts.benchmarks.models import SIZES, document

_VIEWPORT = {"width": 1440, "height": 900}
_WARM_UP_MS = 2000
_OPENED = Target(2.0, 1.0, higher_is_better=False)
_SMOOTH = Target(58.0, 59.5)  # of a screen's 60 a second
_WINDOW_PER_SECOND = 4  # frames need longer windows than steps: 4 × --seconds

# Runs in the page before its own modules. A frame counts as drawn when the plot's canvas is painted
# anew (it is filled first): while nobody points at it, nothing else is a reason to.
_COUNTERS = """
window.bench = { frames: 0, bytes: 0, drawn: 0, graph: 0 };
bench.opened = new Promise((resolve) => (bench.resolve = resolve));
const { fillRect } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillRect = function (...box) {
  if (bench.frames && this.canvas.closest?.("[data-testid=plot]")) {
    bench.drawn += 1;
    bench.resolve(performance.now() / 1000); // only the first is heard
  }
  if (this.canvas.closest?.("[data-testid=node-fake]")) bench.graph += 1;
  return fillRect.apply(this, box);
};
window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    this.addEventListener("message", ({ data }) => {
      if (typeof data === "string") return;
      bench.frames += 1;
      bench.bytes += data.byteLength;
    });
  }
};
"""


def measure(options: Options) -> Iterator[Figure]:
    """The page in Chromium, all layers and the graph shown, while S trains at full speed.

    Raises Skipped without Chromium.
    """
    with chromium() as browser, serving() as server:
        page = browser.new_page(viewport=_VIEWPORT)  # type: ignore[arg-type]
        page.add_init_script(_COUNTERS)
        page.goto(f"{server.url}/#config={quote(json.dumps(document(SIZES['S'])))}")
        opened = float(page.evaluate("() => bench.opened"))
        yield Figure("stream", "page opened to first frame drawn", "s", (opened,), _OPENED)
        page.get_by_test_id("layer-manifold").click()  # the one that is hidden at first
        page.get_by_test_id("speed").press("End")  # as fast as it can
        page.get_by_test_id("play").click()
        page.wait_for_timeout(_WARM_UP_MS)
        window_ms = 1000 * options.seconds * _WINDOW_PER_SECOND
        yield from _figures([_window(page, window_ms) for _ in range(options.repeats)])


def _window(page: Page, window_ms: float) -> dict[str, float]:
    """What a stretch of training brought: frames, bytes, drawn, graph, steps, seconds."""
    before = _reading(page)
    page.wait_for_timeout(window_ms)
    after = _reading(page)
    return {name: after[name] - before[name] for name in before}


def _reading(page: Page) -> dict[str, float]:
    reading: dict[str, Any] = page.evaluate(
        """() => ({
          frames: bench.frames,
          bytes: bench.bytes,
          drawn: bench.drawn,
          graph: bench.graph,
          seconds: performance.now() / 1000,
          steps: Number(document.querySelector("[data-testid=step-count]").textContent
            .replaceAll(/\\D/g, "")),
        })"""
    )
    return reading


def _figures(windows: list[dict[str, float]]) -> Iterator[Figure]:
    def each(over: str, under: str) -> tuple[float, ...]:
        return tuple(w[over] / w[under] if w[under] else 0.0 for w in windows)

    drawn = each("drawn", "seconds")
    yield Figure("stream", "frames drawn, all layers on", "frames/s", drawn, _SMOOTH)
    graph = each("graph", "seconds")
    yield Figure("stream", "graph drawn beside it", "frames/s", graph, _SMOOTH)
    yield Figure("stream", "frames received", "frames/s", each("frames", "seconds"))
    yield Figure("stream", "bytes per frame", "bytes", each("bytes", "frames"))
    yield Figure("stream", "steps beside it", "steps/s", each("steps", "seconds"))
    per_frame = each("steps", "drawn")
    yield Figure("stream", "steps per frame drawn", "steps", per_frame, Target(40.0, 90.0))
