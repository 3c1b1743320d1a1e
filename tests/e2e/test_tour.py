"""The guided tour: from its first stop to its last, by doing what it asks for."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.lab import Lab


def at_stop(lab: Lab, stop: str) -> None:
    """Wait until the tour is at a stop and its ring is around something."""
    expect(lab.part("tour-card")).to_have_attribute("data-stop", stop)
    expect(lab.part("tour-ring")).to_be_visible()


def waits(lab: Lab) -> None:
    """The tour does not go on before the thing is done."""
    expect(lab.part("tour-next")).to_have_attribute("aria-disabled", "true")


def go_on(lab: Lab) -> None:
    """The thing was done; read what happened, and go to the next stop."""
    expect(lab.part("tour-after")).to_be_visible(timeout=20_000)
    expect(lab.part("tour-card")).to_have_attribute("data-part", "done")
    lab.press("tour-next")


def test_the_tour_from_beginning_to_end(lab: Lab) -> None:
    lab.press("tour-offer")
    at_stop(lab, "data")
    waits(lab)
    lab.press("distribution-moons")
    go_on(lab)
    at_stop(lab, "colours")
    go_on(lab)
    at_stop(lab, "play")
    waits(lab)
    lab.press("tour-prediction-spread")
    waits(lab)
    lab.press("play")
    go_on(lab)
    at_stop(lab, "d-only")
    lab.press("tour-prediction-dots")
    expect(lab.part("tour-card")).to_contain_text("You expected: the purple dots move")
    lab.press("pause")
    for _ in range(3):
        waits(lab)
        lab.press("step-discriminator")
    go_on(lab)
    at_stop(lab, "g-only")
    for _ in range(3):
        lab.press("step-generator")
    go_on(lab)
    at_stop(lab, "layers")
    lab.press("layer-manifold")
    go_on(lab)
    at_stop(lab, "loss")
    lab.choose("loss", "hinge")
    go_on(lab)
    at_stop(lab, "break")
    lab.press("tour-prediction-all")
    lab.choose("preset", "mode_collapse")
    waits(lab)
    lab.press("play")
    go_on(lab)
    at_stop(lab, "metrics")
    go_on(lab)
    at_stop(lab, "end")
    go_on(lab)
    expect(lab.part("tour-card")).to_have_count(0)
    expect(lab.part("tour-ring")).to_have_count(0)
    lab.press("pause")
    lab.press("reset")
    expect(lab.part("play-first")).to_be_visible()
    expect(lab.part("tour-offer")).to_have_count(0)  # offered once


def test_with_the_keyboard_alone(lab: Lab) -> None:
    keys = lab.page.keyboard
    lab.press("help")
    lab.part("tour-start").press("Enter")
    expect(lab.part("help-sheet")).to_be_hidden()
    at_stop(lab, "data")
    expect(lab.part("tour-card").get_by_role("heading")).to_be_focused()
    lab.part("tour-show").press("Enter")
    expect(lab.part("distribution-ring")).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    expect(lab.part("tour-next")).to_be_focused()  # the card takes up the thread
    keys.press("Enter")
    at_stop(lab, "colours")
    keys.press("Escape")
    expect(lab.part("tour-card")).to_have_count(0)


def test_a_reload_goes_on_where_it_was(lab: Lab) -> None:
    lab.press("tour-offer")
    at_stop(lab, "data")
    lab.press("tour-skip")
    at_stop(lab, "colours")
    lab.page.reload()
    lab.ready()
    at_stop(lab, "colours")


def test_a_stop_whose_control_is_hidden_is_left_out(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/#hide=data,presets")
    lab = Lab(page, base_url).ready()
    lab.press("tour-offer")
    at_stop(lab, "colours")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_card_covers_no_control_that_it_speaks_of(
    open_page: Callable[..., Page], base_url: str, size: tuple[int, int]
) -> None:
    page = open_page(viewport={"width": size[0], "height": size[1]}, has_touch=size[0] < 500)
    lab = Lab(page, base_url).open()
    lab.press("tour-offer")
    seen = []
    while lab.part("tour-card").count():
        seen.append(lab.part("tour-card").get_attribute("data-stop"))
        expect(lab.part("tour-ring")).to_be_visible()
        # The place of the card settles, within the window and off the ring.
        page.wait_for_function("""() => {
            const box = (id) => document.querySelector(`[data-testid=${id}]`)
              .getBoundingClientRect();
            const card = box("tour-card"), ring = box("tour-ring");
            const inside = card.left >= 0 && card.top >= 0 && card.right <= innerWidth
              && card.bottom <= innerHeight;
            const apart = card.right <= ring.left || card.left >= ring.right
              || card.bottom <= ring.top || card.top >= ring.bottom;
            return inside && apart && ring.bottom > 0 && ring.top < innerHeight;
        }""")
        page.get_by_test_id("tour-skip").or_(page.get_by_test_id("tour-next")).first.click()
        expect(page.locator(f"[data-stop={seen[-1]}]")).to_have_count(0)
    assert len(seen) == 10
