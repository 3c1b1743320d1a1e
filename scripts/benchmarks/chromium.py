"""A headless Chromium for benchmarks, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

from scripts.benchmarks.figures import Skipped
from scripts.bootstrap.browser import launch_options


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the tests use as well. Raises Skipped where none is found or it does not
    start.
    """
    with sync_playwright() as playwright:
        try:
            options = launch_options(playwright.chromium.executable_path)
            browser = playwright.chromium.launch(**options)
        except (LookupError, Error) as error:
            raise Skipped(f"no Chromium: {str(error).splitlines()[0]}") from None
        try:
            yield browser
        finally:
            browser.close()
