"""Sharing: the address holds the state of the page, and a link brings it back elsewhere."""

import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.e2e.accessibility import violations
from tests.e2e.lab import Lab
from tests.live_server import LiveServer

Opener = Callable[..., Page]


class OtherSite(ThreadingHTTPServer):
    """Serves one page on a free port."""

    html = ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _OnePage)
        self.url = f"http://127.0.0.1:{self.server_port}"


class _OnePage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        if self.path == "/":
            self.wfile.write(cast("OtherSite", self.server).html.encode())

    def log_message(self, *_: object) -> None:
        """Silence."""


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
    lab.edit()
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
    lab.edit()
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
    lab.ready()
    assert lab.state()["config"]["loss"]["id"] == "non_saturating"
    assert lab.state()["config"]["seed"] == 3
    assert lab.session_id != mine


def play_to(lab: Lab, step: int) -> None:
    """Have the run of a page played to exactly this step, by a second viewer of it."""
    address = f"{lab.url.replace('http', 'ws', 1)}/ws/sessions/{lab.session_id}"
    with connect(address, origin=Origin(lab.url), compression=None, max_size=None) as socket:
        socket.send(json.dumps({"type": "pause"}))
        socket.send(json.dumps({"type": "step", "count": step - lab.state()["step"]}))
        lab.wait_for_step(step, timeout_s=60)
    assert lab.state()["step"] == step


def test_a_shared_link_gives_the_same_weights_at_step_1000(lab: Lab, open_page: Opener) -> None:
    lab.edit()
    lab.choose("loss", "wasserstein")  # before the first step: how the run begins
    lab.press("play")
    lab.wait_for_step(150)
    lab.choose("loss", "hinge")  # while it trains, at whatever step that is
    lab.press("regularizer-weight-clipping")
    lab.wait_for_step(lab.steps() + 50)
    lab.press("pause")
    expect(lab.part("play")).to_be_visible()
    paused = lab.state()["step"]
    for step in (paused + 1, paused + 2):
        lab.press("step-generator")
        expect(lab.part("step-count")).to_have_text(f"{step:,}")
    wait_for_address(lab, f'[{paused},"generator",2]')
    lab.choose("g-optimizer", "rmsprop")
    address = wait_for_address(lab, "rmsprop")
    lab.press("share")
    expect(lab.part("share-script")).to_contain_text("happens again")
    assert lab.part("share-link").input_value() == address
    play_to(lab, 1000)

    other = visit(open_page, address)
    assert other.state()["step"] == 0
    expect(other.part("loss")).to_have_value("wasserstein")
    play_to(other, 1000)
    expect(other.part("loss")).to_have_value("hinge")
    assert other.state()["config"] == lab.state()["config"]
    for player in ("generator", "discriminator"):
        assert not other.moved(player, lab.weights(player))


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
    if fragment.startswith("config="):  # nothing of it was taken: it stands, to be looked at
        assert page.evaluate("() => location.hash.length") > len(fragment)
    else:  # the rest was taken, and the address follows the page
        expect(page).to_have_url(re.compile("/$"))
    # The browser itself reports what the server refused; nothing else may be there.
    assert [p for p in page_problems if "Failed to load resource" not in p] == []
    page_problems.clear()


def test_a_teachers_link_hides_controls_and_shows_a_task(lab: Lab, open_page: Opener) -> None:
    task = 'Which group comes last? <b onclick="x">Why?</b>'
    lab.press("share")
    expect(lab.part("share-dialog")).to_be_visible()
    lab.part("share-prompt").fill(task)
    for group in ("steps", "presets", "speed"):
        lab.part(f"share-hide-{group}").check()
    lab.choose("share-theme", "dark")
    expect(lab.part("share-qr")).to_be_visible()
    link = lab.part("share-link").input_value()
    lab.page.keyboard.press("Escape")
    expect(lab.part("share-dialog")).to_be_hidden()
    expect(lab.part("step-both")).to_be_visible()  # what the dialog makes is for others

    other = visit(open_page, link)
    expect(other.part("prompt")).to_have_text(task)
    expect(other.page.locator("html")).to_have_attribute("data-theme", "dark")
    for gone in ("step-both", "preset", "speed"):
        expect(other.part(gone)).to_be_hidden()
    other.page.keyboard.press("s")
    other.press("play")
    other.wait_for_step(1)
    other.press("pause")
    other.press("show-all-controls")
    expect(other.part("step-both")).to_be_visible()
    expect(other.part("show-all-controls")).to_have_count(0)
    other.press("prompt-dismiss")
    expect(other.part("prompt")).to_have_count(0)


def test_the_link_is_copied(open_page: Opener, base_url: str) -> None:
    page = open_page(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    lab = Lab(page, base_url).open()
    lab.press("share")
    lab.press("share-copy")
    expect(lab.part("share-copy")).to_have_text("Copied")
    link = lab.part("share-link").input_value()
    assert (
        page.evaluate("() => navigator.clipboard.readText()") == link == f"{base_url}/#config={{}}"
    )


def test_a_link_too_long_for_a_code_says_so(lab: Lab) -> None:
    prompt = "é" * 280  # six characters each in an address
    lab.press("share")
    lab.part("share-prompt").fill(prompt)
    expect(lab.part("share-qr-long")).to_be_visible()
    expect(lab.part("share-link")).to_have_value(re.compile(re.escape(quote(prompt))))


@pytest.fixture
def another_site() -> Iterator[OtherSite]:
    """A site of somebody else's, whose only page shows `another_site.html`."""
    with OtherSite() as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield site
        site.shutdown()


def test_embedding_is_off_until_the_server_allows_a_site(
    lab: Lab, open_page: Opener, page_problems: list[str], another_site: OtherSite,
    server_factory: Callable[..., LiveServer],
) -> None:  # fmt: skip
    lab.press("share")
    expect(lab.part("share-embed-off")).to_contain_text("GANLAB_FRAME_ANCESTORS")

    server = server_factory(GANLAB_FRAME_ANCESTORS=another_site.url)
    other = Lab(open_page(viewport=DESKTOP), server.url).open()
    other.press("share")
    another_site.html = other.part("share-embed").input_value()
    expect(other.part("share-dialog")).to_contain_text(another_site.url)

    host = open_page(viewport=DESKTOP)
    host.goto(another_site.url)
    expect(host.frame_locator("iframe").get_by_test_id("reset")).to_be_enabled()
    assert page_problems == []
    host.goto(another_site.url.replace("127.0.0.1", "localhost"))  # another origin
    expect(host.locator("iframe")).to_be_visible()
    host.wait_for_function("() => document.readyState === 'complete'")
    expect(host.frame_locator("iframe").get_by_test_id("reset")).to_have_count(0)
    assert any("frame-ancestors" in problem for problem in page_problems)
    page_problems.clear()


def test_presenter_mode_shows_one_picture_and_escape_leaves(lab: Lab) -> None:
    def side() -> float:
        box = lab.part("plot").bounding_box()
        assert box
        return box["height"]

    before = side()
    lab.page.keyboard.press("p")
    expect(lab.part("stage-bar")).to_be_visible()
    expect(lab.part("loss")).to_be_hidden()
    expect(lab.part("preset")).to_have_count(0)
    lab.page.mouse.move(300, 200)
    expect(lab.part("pointer-ring").locator("i")).to_be_visible()
    assert side() > before + 100
    lab.page.keyboard.press("Space")
    lab.wait_for_step(1)
    lab.page.keyboard.press("Space")
    lab.page.keyboard.press("v")
    expect(lab.part("plot")).to_be_hidden()
    expect(lab.part("stage-graph")).to_have_attribute("aria-pressed", "true")
    lab.page.keyboard.press("Escape")
    expect(lab.part("stage-bar")).to_have_count(0)
    expect(lab.part("presenter")).to_be_focused()
    assert side() == before


def test_full_screen_stands_without_the_browsers_help_too(lab: Lab) -> None:
    lab.page.evaluate("() => { Element.prototype.requestFullscreen = undefined }")
    lab.press("full-screen")
    expect(lab.part("stage-full-screen")).to_have_attribute("aria-pressed", "true")
    expect(lab.part("preset")).to_have_count(0)
    lab.press("stage-leave")
    expect(lab.part("full-screen")).to_be_visible()


SVG = "{http://www.w3.org/2000/svg}"


def saved(lab: Lab, item: str) -> Path:
    """The file that an item of the export menu hands out."""
    lab.press("export-menu")
    with lab.page.expect_download() as download:
        lab.press(item)
    name = download.value.suggested_filename
    assert re.fullmatch(r"ganlab-ring-step-1(-graph|-charts)?\.(svg|png)", name)
    return Path(download.value.path())


def test_pictures_are_saved_as_shapes(lab: Lab) -> None:
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    samples = re.search(r"([\d,]+) real", lab.part("plot-summary").text_content() or "")
    assert samples
    count = int(samples[1].replace(",", ""))
    for subject in ("plot", "graph", "charts"):
        text = saved(lab, f"save-{subject}-svg").read_text()
        root = ElementTree.fromstring(text)
        tags = Counter(element.tag.removeprefix(SVG) for element in root.iter())
        assert not tags.keys() & {"script", "foreignObject", "style"}
        assert not re.search(r'href="(?!#|data:image/png)', text)
        assert not re.search(r"NaN|undefined", re.sub(r'base64,[^"]*', "", text))
        words = " ".join(e.text or "" for e in root.iter(f"{SVG}text"))
        assert "Ring of Gaussians" in words
        assert lab.url in words
        assert tags["path"] > 5
        if subject == "plot":
            assert count <= tags["use"] <= 2 * count  # reals, and fakes in the plane
            assert tags["image"] == 1
        elif subject == "graph":
            assert tags["use"] > 2 * count
            assert "Generator" in words


def test_pictures_are_saved_as_pixels(lab: Lab) -> None:
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    for subject, width in (("plot", 2 * 632), ("graph", 2 * 536), ("charts", 2 * 512)):
        picture = saved(lab, f"save-{subject}-png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert int.from_bytes(picture[16:20], "big") == width
        assert len(picture) > 10_000  # an empty sheet has less


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_what_sharing_adds(
    open_page: Opener, base_url: str, theme: str
) -> None:
    page = open_page(viewport=DESKTOP, color_scheme=theme)
    task = {"prompt": "Which group comes last?", "hide": "steps,speed,metrics"}
    lab = Lab(page, base_url)
    page.goto(link_of(lab, **task))
    lab.ready()
    expect(lab.part("prompt")).to_be_visible()
    assert violations(page) == []
    lab.press("share")
    expect(lab.part("share-qr")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(lab.part("stage-bar")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("v")
    expect(lab.part("model-graph")).to_be_visible()
    assert violations(page) == []
