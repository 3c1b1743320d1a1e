"""The article: its live figures train when they are pressed, and leave nothing behind."""

import json
import re
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.e2e.accessibility import violations
from tests.e2e.lab import Lab


@pytest.fixture
def sessions(page: Page) -> Iterator[dict[str, int]]:
    """How many sessions the page has begun and ended, counted from its first request on."""
    counted = {"POST": 0, "DELETE": 0}

    def count(request: Request) -> None:
        if re.search(r"/api/sessions(/[^/]+)?$", request.url) and request.method in counted:
            counted[request.method] += 1

    page.on("request", count)
    yield counted
    page.remove_listener("request", count)


def read(lab: Lab) -> None:
    """Open the article, as a reader does."""
    lab.press("panel-learn")
    expect(lab.part("article")).to_be_visible()


def figure(lab: Lab, name: str) -> Locator:
    """A live figure, scrolled into sight."""
    found = lab.part(f"figure-{name}")
    found.scroll_into_view_if_needed()
    return found


def wait_for_step(lab: Lab, name: str, step: int) -> None:
    """Wait until a figure has come to a step."""
    lab.page.wait_for_function(
        """([name, step]) => Number(document.querySelector(
            `[data-testid=figure-${name}] [data-testid=figure-status]`).dataset.step) >= step""",
        arg=[name, step],
    )


def test_a_figure_trains_when_pressed_and_ends_when_left(
    lab: Lab, sessions: dict[str, int]
) -> None:
    read(lab)
    both = figure(lab, "both")
    expect(both).to_have_attribute("data-state", "idle")
    assert sessions["POST"] == 0  # reading alone begins nothing
    untrained = both.locator("canvas").screenshot()
    lab.press("figure-both-play")
    expect(both).to_have_attribute("data-state", "playing")
    wait_for_step(lab, "both", 20)
    assert both.locator("canvas").screenshot() != untrained
    lab.press("figure-both-play")
    expect(both).to_have_attribute("data-state", "paused")
    assert sessions == {"POST": 1, "DELETE": 0}
    with lab.page.expect_request(lambda request: request.method == "DELETE"):
        lab.press("panel-lab")
    lab.ready()
    assert lab.steps() == 0  # the lab's own run was not touched
    assert sessions == {"POST": 1, "DELETE": 1}


def test_figures_make_room_for_each_other(lab: Lab, sessions: dict[str, int]) -> None:
    read(lab)
    for name in ("both", "layers", "collapse"):
        figure(lab, name)
        lab.press(f"figure-{name}-step")
        wait_for_step(lab, name, 1)
    expect(lab.part("figure-both")).to_have_attribute("data-state", "idle")
    expect(lab.part("figure-layers")).to_have_attribute("data-state", "paused")
    assert sessions == {"POST": 3, "DELETE": 1}


def test_a_figure_pauses_out_of_sight(lab: Lab) -> None:
    read(lab)
    plot = figure(lab, "both").locator(".figure-plot").bounding_box()
    assert plot is not None
    # The invitation stands in the middle of the picture, its button in its upper part.
    lab.page.mouse.click(plot["x"] + plot["width"] / 2, plot["y"] + plot["height"] / 2 - 16)
    wait_for_step(lab, "both", 5)
    lab.part("contents-sources").click()
    expect(lab.part("figure-both")).to_have_attribute("data-state", "paused")


def test_the_generator_follows_a_frozen_discriminator(lab: Lab) -> None:
    read(lab)
    alone = figure(lab, "g-alone")
    lab.press("figure-g-alone-step")
    wait_for_step(lab, "g-alone", 301)  # 300 of D alone come first
    before = alone.locator("canvas").screenshot()
    lab.press("figure-g-alone-action")
    wait_for_step(lab, "g-alone", 351)
    assert alone.locator("canvas").screenshot() != before


def test_the_loss_decides_whether_a_beaten_generator_learns(lab: Lab) -> None:
    read(lab)
    vanish = figure(lab, "vanish")
    fooled = vanish.get_by_test_id("figure-status")
    lab.press("figure-vanish-play")
    wait_for_step(lab, "vanish", 320)
    expect(fooled).to_contain_text("D takes 0% of the fakes for real")
    lab.press("figure-vanish-non-saturating")
    wait_for_step(lab, "vanish", 320)
    expect(fooled).to_contain_text("D takes 100% of the fakes for real")


def test_figures_of_mathematics_follow_their_sliders(lab: Lab) -> None:
    read(lab)
    figure(lab, "curves")
    lab.part("figure-curves-range").fill("1")
    expect(lab.part("pull-minimax")).to_contain_text("0.01")
    expect(lab.part("pull-non-saturating")).to_contain_text("0.99")
    circles = figure(lab, "circles")
    before = circles.locator("polyline").first.get_attribute("points")
    lab.part("figure-circles-range").fill("0.4")
    expect(circles.locator("polyline").first).not_to_have_attribute("points", before or "")


def test_an_experiment_opens_in_the_lab_and_trains_nothing(lab: Lab) -> None:
    lab.press("play")
    lab.wait_for_step(5)
    read(lab)
    lab.part("open-preset-mode-collapse").click()
    lab.ready()
    expect(lab.part("preset")).to_have_value("mode_collapse")
    expect(lab.part("play")).to_be_visible()
    expect(lab.part("step-count")).to_have_text("0")
    state: dict[str, Any] = lab.state()
    assert (state["status"], state["step"], state["config"]["g_steps"]) == ("paused", 0, 2)
    lab.page.go_back()
    expect(lab.part("article")).to_be_visible()
    lab.page.go_forward()
    expect(lab.part("plot")).to_be_visible()
    assert lab.state()["config"]["g_steps"] == 2


def test_the_article_has_an_address_and_the_keys_rest_there(lab: Lab) -> None:
    read(lab)
    lab.page.wait_for_function("() => location.hash.includes('panel=learn')")
    session = lab.session_id
    lab.page.reload()
    expect(lab.part("article")).to_be_visible()
    assert lab.session_id == session
    lab.page.locator("body").press("s")
    with urllib.request.urlopen(f"{lab.url}/api/sessions/{session}") as answer:
        assert json.load(answer)["step"] == 0
    lab.part("contents-judging").click()
    expect(lab.page.locator("#learn-judging")).to_be_in_viewport()
    expect(lab.page.locator("#learn-judging")).to_be_focused()


def test_the_article_in_german_on_a_phone(open_page: Callable[..., Page], base_url: str) -> None:
    page = open_page(locale="de-DE", viewport={"width": 390, "height": 844}, has_touch=True)
    lab = Lab(page, base_url).open()
    read(lab)
    expect(page.get_by_role("heading", name="Warum es misslingt")).to_be_attached()
    figure(lab, "collapse")
    lab.part("figure-collapse-step").tap()
    wait_for_step(lab, "collapse", 1)
    wider = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
    assert not wider


@pytest.mark.parametrize(("width", "theme"), [(1440, "dark"), (390, "light")])
def test_axe_finds_nothing_in_the_article(
    open_page: Callable[..., Page], base_url: str, width: int, theme: str
) -> None:
    page = open_page(viewport={"width": width, "height": 844}, color_scheme=theme)
    lab = Lab(page, base_url).open()
    lab.press("tour-offer")
    expect(lab.part("tour-card")).to_be_visible()
    assert violations(page) == []
    lab.press("tour-leave")
    read(lab)
    figure(lab, "layers")
    lab.press("figure-layers-step")
    wait_for_step(lab, "layers", 1)
    assert violations(page) == []
