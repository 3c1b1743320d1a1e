"""Pages on which nothing may go wrong unseen, and one that many tests use after each other."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

OWN_HOSTS = {"127.0.0.1", "localhost"}
IN_PAGE_SCHEMES = {"about", "blob", "data"}
WIDE = {"width": 1440, "height": 900}


class UsedPage:
    """A page in its own context, made as good as fresh before each loan: that takes a third of the
    time of a fresh one.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._context: BrowserContext | None = None
        self._page: Page
        self._problems: list[str] = []
        self._origins: set[str] = set()

    def lend(self, problems: list[str]) -> Page:
        """The page; what goes wrong on it is added to problems until it is taken back."""
        if self._context is None:
            self._context = self._browser.new_context(locale="en-US", viewport=WIDE)  # type: ignore[arg-type]
            self._page = self._context.new_page()
            self._page.on("framenavigated", lambda frame: self._origins.add(_origin(frame.url)))
            watch(self._page, lambda line: self._problems.append(line))
        self._problems = problems
        return self._page

    def take_back(self) -> None:
        """Undo what the test did. What cannot be undone, as after a crash, ends the page."""
        self._problems = []
        try:
            self._tidy()
        except Error:
            self.close()

    def _tidy(self) -> None:
        page = self._page
        for other in page.context.pages:
            if other != page:
                other.close()
        page.unroute_all()
        page.context.unroute_all()
        page.context.clear_cookies()
        page.context.clear_permissions()
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        page.mouse.move(0, 0)
        for origin in self._origins - {""}:  # where it may have stored something
            visit(page, origin)
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.goto("about:blank")
        self._origins.clear()

    def close(self) -> None:
        """Close it; the next loan is of another one."""
        if self._context is not None:
            self._context.close()
        self._context = None


def visit(page: Page, origin: str) -> None:
    """Go to an empty document of the origin, whose server has no part in it."""
    address = f"{origin}/empty"
    body = "<!doctype html><link rel='icon' href='data:,'>"
    page.route(address, lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(address)
    page.unroute(address)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme.startswith("http") else ""


def watch(page: Page, report: Callable[[str], None]) -> None:
    """Report, in a line each, everything that must not happen on a page."""

    def on_console(message: ConsoleMessage) -> None:
        # Chromium reports breaches of the Content-Security-Policy there as well.
        if message.type in ("error", "warning"):
            report(f"console {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in IN_PAGE_SCHEMES and url.hostname not in OWN_HOSTS:
            report(f"request to another host: {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: report(f"uncaught error: {error}"))
    page.on("crash", lambda _: report("the page crashed"))
