"""Steps per second against TensorFlow.js, which GAN Lab trains with, in Chromium."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import torch
from playwright.sync_api import Page

from ganlab.gan.game import Game
from scripts.benchmarks.chromium import chromium
from scripts.benchmarks.figures import (
    Figure,
    Options,
    Target,
    interleaved,
    rate,
    ratios,
)
from scripts.benchmarks.models import BATCH, SIZES, config, sgd
from scripts.benchmarks.npm import installed

_BACKENDS = ("wasm", "cpu")
_SIZES = ("S", "M")
_TARGET = Target(10.0, 20.0)  # against wasm, the faster one
_MODULE = "window.gan ??= await import('./gan.js');"


def measure(options: Options) -> Iterator[Figure]:
    """One thread: ganlab's game against TensorFlow.js in Chromium, both with SGD.

    Raises Skipped without Chromium, or without node to install TensorFlow.js.
    """
    torch.set_num_threads(1)
    with chromium() as browser, _serving(installed("tfjs")) as address:
        page = browser.new_page()
        page.goto(address)
        for size in _SIZES:
            yield from _compare(page, size, options)


def _compare(page: Page, size: str, options: Options) -> Iterator[Figure]:
    game = Game(config(SIZES[size], optimizer=sgd()))
    takes: dict[str, Callable[[float], float]] = {"ganlab": partial(rate, game.step)}
    takes |= {backend: _peer(page, size, backend) for backend in _BACKENDS}
    found = interleaved(takes, options)
    for name, samples in found.items():
        yield Figure("tfjs", f"{size} SGD: {name}", "steps/s", samples)
    for backend in _BACKENDS:
        gain = ratios(found["ganlab"], found[backend])
        target = _TARGET if backend == "wasm" else None
        yield Figure("tfjs", f"{size} SGD: ganlab ÷ {backend}", "×", gain, target)


def _peer(page: Page, size: str, backend: str) -> Callable[[float], float]:
    """Measures TensorFlow.js in the page, once it has made its GAN there."""
    key = f"{size} {backend}"
    made = {"key": key, "backend": backend, "batch": BATCH, **asdict(SIZES[size])}
    page.evaluate(f"async (made) => {{ {_MODULE} await gan.prepare(made); }}", made)
    call = f"async (asked) => {{ {_MODULE} return gan.measure(asked); }}"
    return lambda seconds: float(page.evaluate(call, {"key": key, "seconds": seconds}))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Requests are of no interest."""


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """The address under which a folder is served."""
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
