"""Sharing: the address holds the state of the page, and a link brings it back elsewhere."""

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.lab import Lab

Opener = Callable[..., Page]
DESKTOP = {"width": 1440, "height": 900}


def visit(open_page: Opener, link: str) -> Lab:
    """The lab as somebody else sees it who opens a link, in a browser of their own."""
    page = open_page(viewport=DESKTOP)
    page.goto(link)
    return Lab(page, link.split("/#")[0]).ready()


def wait_for_address(lab: Lab, part: str) -> str:
    """The address, once it holds this part."""
    lab.page.wait_for_function("part => decodeURIComponent(location.hash).includes(part)", arg=part)
    return lab.page.url


def link_of(lab: Lab, **parts: object) -> str:
    """A link written by hand."""
    texts = {k: v if isinstance(v, str) else json.dumps(v) for k, v in parts.items()}
    return f"{lab.url}/#" + "&".join(f"{k}={quote(v)}" for k, v in texts.items())


def test_the_address_follows_the_page_and_opens_the_same_elsewhere(
    lab: Lab, open_page: Opener
) -> None:
    assert "#" not in lab.page.url
    lab.choose("loss", "hinge")
    lab.press("layer-gradients")
    lab.press("heatmap-cells")
    address = wait_for_address(lab, "heatmap=cells")
    other = visit(open_page, address)
    expect(other.part("loss")).to_have_value("hinge")
    expect(other.part("layer-gradients")).to_have_attribute("aria-pressed", "false")
    expect(other.part("heatmap-cells")).to_have_attribute("aria-pressed", "true")
    assert other.state()["config"] == lab.state()["config"]
    assert other.state()["status"] == "paused"
    assert other.session_id != lab.session_id
    other.page.goto(lab.url)  # what a link shows is not taken for the visitor's own taste
    expect(other.part("layer-gradients")).to_have_attribute("aria-pressed", "true")


def test_a_reload_keeps_the_run_and_a_pasted_link_begins_its_own(lab: Lab) -> None:
    lab.choose("loss", "hinge")
    wait_for_address(lab, "hinge")
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    mine = lab.session_id
    lab.page.reload()
    lab.ready()
    expect(lab.part("step-count")).to_have_text("1")
    assert lab.session_id == mine
    lab.page.goto(link_of(lab, config={"seed": 3}))  # the same page: only the fragment changes
    expect(lab.part("step-count")).to_have_text("0")
    expect(lab.part("loss")).to_have_value("non_saturating")
    lab.ready()
    assert lab.state()["config"]["seed"] == 3
    assert lab.session_id != mine


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("config=" + "x" * 1_000_000, "too long"),
        ("config={not json", "cannot be read"),
        ('config={"colour":1}', "no setting “colour”"),
        ('config={"loss":{"id":"<img src=x onerror=alert(1)>"}}', "“loss.id”"),
        ("layers=ghosts&prompt=" + "x" * 300, "layers=ghosts"),
    ],
    ids=["long", "malformed", "unknown field", "unknown value", "unknown layer"],
)
def test_a_bad_address_is_told_and_costs_nothing(
    page: Page, page_problems: list[str], base_url: str, fragment: str, words: str
) -> None:
    lab = Lab(page, base_url)
    page.goto(f"{base_url}/#{fragment}")
    expect(lab.part("notice")).to_contain_text(words)
    lab.ready()
    expect(lab.part("play")).to_be_enabled()
    assert lab.state()["config"]["loss"]["id"] == "non_saturating"
    assert page.evaluate("() => location.hash.length") > len(fragment)
    # The browser itself reports what the server refused; nothing else may be there.
    assert [p for p in page_problems if "Failed to load resource" not in p] == []
    page_problems.clear()
