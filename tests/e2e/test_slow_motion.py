"""Slow motion: what each phase changes on the page, and that ten of them are one step."""

import json
import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, WebSocket, expect

from ganlab.protocol import decode_frame
from tests.e2e.lab import TRAINED, Lab

PHASES = [f"{player}{k}" for player in "dg" for k in range(1, 6)]

# The parts of the graph at work in each phase.
LIT = {
    "d1": {"noise", "generator", "fake", "real"},
    "d2": {"real", "fake", "discriminator", "predictions-real", "predictions-fake"},
    "d3": {"predictions-real", "predictions-fake", "d-loss"},
    "d4": {"d-loss", "discriminator"},
    "d5": {"discriminator"},
    "g1": {"noise", "generator", "fake"},
    "g2": {"fake", "discriminator", "predictions-fake"},
    "g3": {"predictions-fake", "g-loss"},
    "g4": {"g-loss", "gradients", "fake"},
    "g5": {"gradients", "generator", "fake"},
}


class Frames:
    """What the server sends to a page, and what it is sent."""

    def __init__(self, page: Page) -> None:
        self.newest: dict[str, Any] = {}
        self.arrays: dict[str, Any] = {}
        self.asked: list[str] = []
        self._page = page
        page.on("websocket", self._listen)

    def stop(self) -> None:
        """Listen no more: the page is for others, too."""
        self._page.remove_listener("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._take)
        socket.on("framesent", lambda text: self.asked.append(json.loads(text)["type"]))

    def _take(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            self.arrays, metadata = decode_frame(payload)
            self.newest = json.loads(metadata.get("phase", "{}"))


@pytest.fixture
def frames(page: Page) -> Iterator[Frames]:
    """The frames of the lab's page; ask for it before `lab`."""
    found = Frames(page)
    yield found
    found.stop()


@pytest.fixture
def slow(frames: Frames, lab: Lab) -> Lab:
    """The lab in slow motion, nothing played yet."""
    del frames  # it must listen before the page opens
    lab.press("slow-motion")
    expect(lab.part("slow-panel")).to_be_visible()
    return lab


def to_phase(lab: Lab, phase: str) -> None:
    """Play forwards to a phase and wait until it is shown."""
    lab.press(f"phase-{phase}")
    expect(lab.part(f"phase-{phase}")).to_have_attribute("aria-current", "step")


def lit(lab: Lab) -> set[str]:
    """The nodes of the graph that are not dimmed."""
    found: list[str] = lab.page.evaluate(
        """() => [...document.querySelectorAll('[data-testid^=node-][data-lit=true]')]
            .map(node => node.dataset.testid.slice(5))"""
    )
    return set(found)


def caption(lab: Lab) -> str:
    """What the page says of this phase."""
    return lab.part("phase-caption").text_content() or ""


def test_ten_presses_are_one_step_and_light_up_what_they_are_about(
    slow: Lab, open_page: Callable[..., Page], base_url: str
) -> None:
    expect(slow.part("slow-motion")).to_have_attribute("aria-pressed", "true")
    assert lit(slow) == set.union(*LIT.values())
    captions = set()
    for phase in PHASES:
        expect(slow.part("step-count")).to_have_text("0")
        slow.press("next-phase")
        expect(slow.part(f"phase-{phase}")).to_have_attribute("aria-current", "step")
        expect(slow.page.locator(".phase[aria-current]")).to_have_count(1)
        assert lit(slow) == LIT[phase], phase
        captions.add(caption(slow))
    assert len(captions) == 10
    expect(slow.part("step-count")).to_have_text("1")
    other = Lab(open_page(viewport={"width": 1440, "height": 900}), base_url).open()
    other.press("step-both")
    expect(other.part("step-count")).to_have_text("1")
    for player in ("generator", "discriminator"):
        assert not slow.moved(player, other.weights(player))


def test_captions_say_the_numbers_of_the_frame(slow: Lab, frames: Frames) -> None:
    to_phase(slow, "d2")
    for kind in ("real", "fake"):
        share = float(np.mean(frames.arrays[f"phase_d_{kind}"].astype(np.float32) > 0))
        assert percent(share) in caption(slow)
    for player in "dg":
        to_phase(slow, f"{player}3")
        assert f"{frames.newest['loss']:.3f}" in caption(slow)
        to_phase(slow, f"{player}4")
        assert number_in(caption(slow), frames.newest["gradient_norm"])
        to_phase(slow, f"{player}5")
        assert f"{frames.newest['weights']:,}" in caption(slow)
        assert number_in(caption(slow), frames.newest["update_norm"])


def percent(share: float) -> str:
    """A share as the page prints it."""
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{math.floor(100 * share + 0.5)}%"


def number_in(text: str, value: float) -> bool:
    """Whether a text has a number to within what its digits can say."""
    found = [float(n) for n in re.findall(r"\d+\.\d+", text)]
    return any(abs(n - value) <= 0.06 * abs(value) for n in found)


@pytest.mark.parametrize("phase", ["d5", "g5"])
def test_an_update_can_be_compared_with_what_was_before(slow: Lab, phase: str) -> None:
    to_phase(slow, phase)
    expect(slow.part("side-after")).to_have_attribute("aria-pressed", "true")  # by itself
    slow.page.mouse.move(0, 0)
    after = slow.picture()
    slow.press("side-before")
    expect(slow.part("side-before")).to_have_attribute("aria-pressed", "true")
    slow.page.mouse.move(0, 0)
    assert slow.picture() != after
    slow.press("side-after")
    expect(slow.part("side-after")).to_have_attribute("aria-pressed", "true")
    slow.page.mouse.move(0, 0)
    assert slow.picture() == after
    slow.press("next-phase")
    expect(slow.part("side-after")).to_have_count(0)


def test_each_phase_has_a_picture_of_its_own(slow: Lab) -> None:
    pictures = set()
    titles = set()
    for phase in ("d1", "d2", "d3", "d4", "g1", "g2", "g4"):
        to_phase(slow, phase)
        slow.page.mouse.move(0, 0)
        pictures.add(slow.picture())
        titles.add(slow.page.locator(".panel.picture h2").text_content())
    assert len(pictures) == len(titles) == 7
    assert all(title and re.match(r"[DG][1-5] · ", title) for title in titles)


def test_play_goes_from_phase_to_phase_until_it_is_held(slow: Lab, frames: Frames) -> None:
    slow.part("pace").focus()
    slow.page.keyboard.press("Home")
    slow.press("play")
    for _ in range(3):
        slow.page.wait_for_function(
            "before => document.querySelector('.phase-caption').textContent !== before",
            arg=caption(slow),
        )
    slow.press("pause")
    expect(slow.part("play")).to_be_visible()
    asked = frames.asked.count("phase")
    assert asked >= 3
    slow.page.wait_for_timeout(900)  # two phases, at the fastest pace
    assert frames.asked.count("phase") == asked


def test_a_running_run_goes_on_slowly_and_leaving_finishes_the_step(lab: Lab) -> None:
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.press("slow-motion")
    expect(lab.part("phase-d1")).to_have_attribute("aria-current", "step")
    lab.press("pause")
    paused = lab.state()
    assert paused["status"] == "paused"
    begun = paused["step"]  # the page's own count may be a tenth of a second old
    lab.press("slow-motion")
    expect(lab.part("slow-panel")).to_have_count(0)
    expect(lab.part("step-count")).to_have_text(f"{begun + 1:,}")
    assert lab.state()["step"] == begun + 1
    expect(lab.part("speed")).to_be_visible()


def test_other_commands_finish_the_step_and_slow_motion_stays(slow: Lab) -> None:
    def rests(step: int) -> None:
        expect(slow.part("step-count")).to_have_text(str(step))
        expect(slow.page.locator(".phase[aria-current]")).to_have_count(0)
        expect(slow.part("phase-caption")).to_contain_text("taken apart")

    to_phase(slow, "d3")
    slow.choose("loss", "least_squares")
    rests(1)
    to_phase(slow, "g2")
    assert "0.50" in caption(slow)  # the line that least squares draws
    slow.press("step-both")
    rests(3)
    to_phase(slow, "d1")
    slow.press("reset")
    rests(0)
    to_phase(slow, "d4")
    slow.press("distribution-grid")
    rests(0)
    expect(slow.part("data-name")).to_contain_text("Grid")
    to_phase(slow, "d1")
    assert slow.state()["config"]["data"]["id"] == "grid"


def test_a_critic_gives_scores_and_no_probabilities(slow: Lab, frames: Frames) -> None:
    slow.choose("loss", "wasserstein")
    for phase in ("d2", "g2"):
        to_phase(slow, phase)
        assert "%" not in caption(slow)
        assert "real”" not in caption(slow)
        mean = float(np.mean(frames.arrays["phase_d_fake"].astype(np.float32)))
        assert number_in(caption(slow), abs(mean))
        expect(slow.part("layer-help")).to_contain_text("score")
    slow.part("plot-canvas").press("ArrowRight")
    expect(slow.part("sample-tooltip")).to_contain_text("D’s score")
    expect(slow.part("sample-tooltip")).not_to_contain_text("%")


def test_several_updates_of_one_player_are_counted(lab: Lab) -> None:
    lab.edit()
    more = lab.part("d-steps")
    more.fill("2")
    more.press("Enter")
    expect(lab.part("applied-d-steps")).to_be_attached()
    lab.press("slow-motion")
    to_phase(lab, "d5")
    expect(lab.part("phase-d5")).to_contain_text("1 of 2")
    lab.press("next-phase")
    expect(lab.part("phase-d1")).to_contain_text("2 of 2")


def test_the_keys_of_slow_motion(lab: Lab) -> None:
    slow, keys = lab, lab.page.locator("body")
    keys.press("m")
    expect(slow.part("slow-panel")).to_be_visible()
    keys.press("m")
    expect(slow.part("slow-panel")).to_have_count(0)
    keys.press("n")  # into slow motion, and its first phase
    expect(slow.part("phase-d1")).to_have_attribute("aria-current", "step")
    keys.press(".")
    expect(slow.part("phase-d2")).to_have_attribute("aria-current", "step")
    keys.press("Space")
    expect(slow.part("pause")).to_be_visible()
    keys.press("Space")
    expect(slow.part("play")).to_be_visible()


def test_divergence_in_the_midst_is_told_and_undone(lab: Lab) -> None:
    lab.edit()
    lab.choose("loss", "wasserstein")
    for player in "dg":
        lab.choose(f"{player}-optimizer", "sgd")
        rate = lab.part(f"{player}-optimizer-lr")
        expect(rate).to_have_value("0.1")  # its own, once it is in force
        rate.fill("10")
        rate.press("Enter")
    expect(lab.part("error-g-optimizer-lr")).to_have_count(0)
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    lab.press("slow-motion")
    to_phase(lab, "g4")
    lab.press("next-phase")  # the second step ends with numbers that are none
    expect(lab.part("message")).to_contain_text("diverged")
    assert lab.state()["status"] == "diverged"
    lab.press("go-back")
    expect(lab.part("message")).to_have_count(0)
    to_phase(lab, "d1")


def test_on_a_phone(open_page: Callable[..., Page], base_url: str) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True)
    lab = Lab(page, base_url).open()
    lab.press("tab-model")
    lab.press("slow-motion")
    expect(lab.part("slow-panel")).to_be_visible()
    lab.press("next-phase")
    expect(lab.part("phase-d1")).to_have_attribute("aria-current", "step")
    to_phase(lab, "g5")
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= 390
    for testid in ("next-phase", "phase-g5", "slow-motion"):
        box = lab.part(testid).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 40, testid
