"""Lighthouse's judgement of the page: how soon it is there, and whether everybody can use it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from scripts.benchmarks.client import serving
from scripts.benchmarks.figures import Figure, Options, Skipped, Target
from scripts.benchmarks.npm import installed, node
from scripts.bootstrap.browser import launch_options

_TARGETS = {
    "performance": Target(95.0, 99.0),
    "accessibility": Target(100.0, 100.0),
    "best-practices": Target(100.0, 100.0),
}
_RUN_SECONDS = 180.0


def measure(options: Options) -> Iterator[Figure]:
    """Lighthouse's scores for the freshly opened lab, with its settings for a desktop computer.

    Raises Skipped without Chromium, without node, or when Lighthouse does not come to an end.
    """
    folder = installed("lighthouse")
    with serving() as server:
        runs = [_scores(folder, server.url) for _ in range(options.repeats)]
    for category, target in _TARGETS.items():
        samples = tuple(run[category] for run in runs)
        yield Figure("lighthouse", category, "of 100", samples, target)


def _scores(folder: Path, url: str) -> dict[str, float]:
    """The score of each category, 0 to 100."""
    browser, arguments = _browser()
    with TemporaryDirectory(prefix="ganlab-lighthouse-") as reports:
        report = Path(reports) / "report.json"
        command = [
            node().node, "node_modules/lighthouse/cli/index.js", url, "--preset=desktop", "--quiet",
            "--output=json", f"--output-path={report}", f"--only-categories={','.join(_TARGETS)}",
            f"--chrome-path={browser}", f"--chrome-flags={' '.join(arguments)}",
        ]  # fmt: skip
        try:
            subprocess.run(command, cwd=folder, timeout=_RUN_SECONDS, check=True)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise Skipped(f"Lighthouse did not come to an end: {error}") from None
        categories = json.loads(report.read_text())["categories"]
    return {name: 100.0 * categories[name]["score"] for name in _TARGETS}


def _browser() -> tuple[str, list[str]]:
    """The Chromium of the tests and how to start it."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    try:
        options = launch_options(own)
    except LookupError as error:
        raise Skipped(f"no Chromium: {error}") from None
    sandbox = [] if options["chromium_sandbox"] else ["--no-sandbox"]
    return options["executable_path"] or own, ["--headless=new", *sandbox, *options["args"]]
