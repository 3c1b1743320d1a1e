"""The `page` fixture notices what must not happen on a page."""

import pytest
from playwright.sync_api import Page, Route

URL = "http://127.0.0.1/guard"
STRICT = {"content-type": "text/html", "content-security-policy": "default-src 'none'"}
LAX = {"content-type": "text/html"}


@pytest.mark.parametrize(
    ("headers", "script", "problem"),
    [
        (LAX, "console.error('broken')", "console error: broken"),
        (LAX, "console.warn('careful')", "console warning: careful"),
        (LAX, "throw new Error('uncaught')", "uncaught error: uncaught"),
        (LAX, "fetch('http://elsewhere.invalid/x')", "http://elsewhere.invalid/x"),
        (STRICT, "document.title = 'not reached'", "Content Security Policy"),
    ],
)
def test_problem_is_noticed(
    page: Page, page_problems: list[str], headers: dict[str, str], script: str, problem: str
) -> None:
    def answer(route: Route) -> None:
        body = f"<!doctype html><link rel=icon href='data:,'><script>{script}</script>"
        route.fulfill(headers={**headers, "access-control-allow-origin": "*"}, body=body)

    page.route("**", answer)
    page.goto(URL)
    for _ in range(50):  # what a script starts may be seen a moment after the page has loaded
        if page_problems:
            break
        page.wait_for_timeout(100)
    assert any(problem in line for line in page_problems)
    page_problems.clear()


def test_quiet_page_passes(page: Page, page_problems: list[str]) -> None:
    page.route(
        "**", lambda route: route.fulfill(headers=LAX, body="<script>console.info(1)</script>")
    )
    page.goto(URL)
    assert page_problems == []
