"""Fixtures that any test may ask for: a real server, a real browser, and a guarded page."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from scripts.bootstrap.browser import launch_options
from tests.guarded_page import UsedPage, watch
from tests.live_server import LiveServer

# How long an example takes says more about the machine than about the code. In continuous
# integration the examples are the same each time.
settings.register_profile(
    "ganlab",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ganlab")

# As in a worker: the networks are so small that a second thread costs far more than it does.
torch.set_num_threads(1)

CACHE = "GANLAB_CACHE_DIR"


def pytest_configure(config: pytest.Config) -> None:
    """Images are kept in a folder of this run, which processes that share its tests share."""
    if not hasattr(config, "workerinput"):
        os.environ[CACHE] = tempfile.mkdtemp(prefix="ganlab-test-images-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove that folder."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ[CACHE], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last.

    Playwright's sync interface keeps an event loop running in this thread from its first use on;
    a coroutine test after that could not start its own.
    """
    items.sort(key=lambda item: "driver" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server that all tests share; nobody may stop it."""
    server = LiveServer(tmp_path_factory.mktemp("server"), {})
    yield server.url
    server.close()


@pytest.fixture
def server_factory(tmp_path: Path) -> Iterator[Callable[..., LiveServer]]:
    """Starts servers that the test may stop and kill: `server_factory(GANLAB_PORT="0")`."""
    servers: list[LiveServer] = []

    def start(**env: str) -> LiveServer:
        folder = tmp_path / f"server-{len(servers)}"
        folder.mkdir()
        servers.append(LiveServer(folder, env))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """Playwright itself."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = driver.chromium
    browser = chromium.launch(**launch_options(chromium.executable_path))
    yield browser
    browser.close()


@pytest.fixture
def page_problems() -> list[str]:
    """What went wrong in the test's pages so far.

    A test that causes a problem on purpose checks for it here and then clears the list.
    """
    return []


@pytest.fixture
def open_page(
    browser: Browser, page_problems: list[str], server_factory: Callable[..., LiveServer]
) -> Iterator[Callable[..., Page]]:
    """Opens pages with context options of their own: `open_page(color_scheme="dark")`.

    The test fails at its end if any of them had a console error or warning, an uncaught error, a
    Content-Security-Policy report, a crash, or a request to another host.
    """
    del server_factory  # asked for so that pages are closed before their servers stop
    with _guarded(browser, page_problems) as open_one:
        yield open_one


@pytest.fixture(scope="module")
def module_page(browser: Browser) -> Iterator[Page]:
    """One page, 1440 × 900, for tests of a module that leave it to each other; see open_page for
    what makes the last of them fail.
    """
    with _guarded(browser, []) as open_one:
        yield open_one(viewport={"width": 1440, "height": 900})


@contextmanager
def _guarded(browser: Browser, problems: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens pages, and closes them in the end. Raises AssertionError if they had problems."""
    contexts = []

    def open_one(**options: object) -> Page:
        contexts.append(browser.new_context(**{"locale": "en-US", **options}))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        watch(page, problems.append)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert problems == [], "\n".join(problems)


@pytest.fixture(scope="session")
def used_page(browser: Browser) -> Iterator[UsedPage]:
    """The page that most tests use, one after the other."""
    used = UsedPage(browser)
    yield used
    used.close()


@pytest.fixture
def page(
    used_page: UsedPage, page_problems: list[str], server_factory: Callable[..., LiveServer]
) -> Iterator[Page]:
    """A page as good as fresh, 1440 × 900; see open_page for what makes its test fail.

    A test that changes it for good, by a script at its start or another clock, opens its own.
    """
    del server_factory  # see open_page
    yield used_page.lend(page_problems)
    used_page.take_back()
    assert page_problems == [], "\n".join(page_problems)
