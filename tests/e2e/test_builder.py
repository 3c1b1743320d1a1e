"""Networks of images, built layer by layer: by mouse and keys, impossible ones, undone, trained."""

import json
import re
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.lab import Lab

D = "discriminator"


@pytest.fixture
def images(page: Page, base_url: str) -> Lab:
    """The panel of images with its usual networks, nothing trained yet."""
    return opened(page, base_url)


def opened(page: Page, base_url: str) -> Lab:
    """The panel with its first picture; the very first has to wait until its data are made."""
    lab = Lab(page, f"{base_url}/images")
    page.goto(lab.url)
    expect(lab.part("reset")).to_have_attribute("aria-disabled", "false", timeout=60_000)
    return lab.ready()


def layers(images: Lab, player: str = D) -> Locator:
    """The names of a player's layers, from its input to its output."""
    return images.part(f"builder-{player}").locator(".layer-name")


def trained(images: Lab, player: str = D) -> list[str]:
    """The ids of the layers that the server trains."""
    config: dict[str, Any] = state_of(images)["config"]
    return [layer["id"] for layer in config[player]["params"]["layers"]]


def state_of(images: Lab) -> dict[str, Any]:
    """The server's own word on the session of the panel."""
    session = images.page.evaluate("() => JSON.parse(sessionStorage['ganlab.session.images']).id")
    with urllib.request.urlopen(
        images.url.replace("/images", f"/api/sessions/{session}")
    ) as answer:
        state: dict[str, Any] = json.load(answer)
    return state


USUAL = ["Convolution", "Leaky ReLU", "Convolution", "Batch norm", "Leaky ReLU", "Flatten",
         "Fully connected"]  # fmt: skip


def test_a_network_is_edited_by_mouse_and_trained_when_one_says_so(images: Lab) -> None:
    expect(layers(images)).to_have_text(USUAL)
    expect(images.part(f"weights-{D}")).to_have_text("10.1k weights")
    images.press("play")
    images.wait_for_step(1)

    images.press(f"remove-{D}-5")  # without it D's last layer gets an image
    expect(images.part(f"problem-{D}-5")).to_have_text(re.compile("flatten them before it"))
    expect(images.part(f"shape-{D}-5")).to_have_text("32 × 7 × 7")  # those before stay
    expect(images.part(f"shape-{D}-6")).to_have_text("–")
    expect(images.part("train-layers")).to_have_attribute("aria-disabled", "true")
    expect(images.part("draft-state")).to_have_text(re.compile("layer 6, Fully connected"))
    images.press("draft-undo")
    expect(images.part("draft-state")).to_have_text("As trained")

    images.press(f"open-{D}-0")
    images.part("card-channels").fill("24")
    images.part("card-channels").press("Enter")
    expect(images.part(f"shape-{D}-1")).to_have_text("24 × 14 × 14")
    images.part("card-kernel").fill("99")
    images.part("card-kernel").press("Enter")
    expect(images.part("error-card-kernel")).to_have_text(re.compile("a whole number from 1 to 16"))
    images.press("draft-undo")
    expect(images.part(f"weights-{D}")).to_have_text("14.3k weights")
    images.press(f"open-{D}-0")

    images.part(f"insert-{D}-2").hover()
    images.press(f"insert-{D}-2")
    images.press(f"insert-{D}-2-dropout")
    grip = images.part(f"open-{D}-2").bounding_box()
    goal = images.part(f"shape-{D}-1").bounding_box()
    assert grip is not None
    assert goal is not None
    images.page.mouse.move(grip["x"] + 20, grip["y"] + 8)
    images.page.mouse.down()
    images.page.mouse.move(grip["x"] + 20, goal["y"] + 20, steps=4)
    images.page.mouse.move(grip["x"] + 20, goal["y"] + 4)
    images.page.mouse.up()
    expect(layers(images)).to_have_text([USUAL[0], "Dropout", *USUAL[1:]])
    assert "dropout" not in trained(images)  # nothing happens behind one's back
    at = images.steps()
    images.wait_for_step(at + 1)

    images.press("train-layers")
    expect(images.part("draft-state")).to_have_text("As trained")
    assert trained(images)[:3] == ["conv", "dropout", "leaky_relu"]
    assert state_of(images)["config"][D]["params"]["layers"][0]["params"]["channels"] == 24
    images.press(f"ready-{D}")
    images.press(f"ready-{D}-playground_conv")
    expect(images.part(f"shape-{D}-3")).to_have_text("8 × 14 × 14")
    images.press("draft-revert")
    expect(layers(images).nth(1)).to_have_text("Dropout")


def test_it_works_by_keys_alone_on_a_phone_in_german(
    open_page: Callable[..., Page], base_url: str
) -> None:
    page = open_page(
        viewport={"width": 390, "height": 844}, locale="de-DE", color_scheme="dark", has_touch=True
    )
    images = opened(page, base_url)
    images.part("tab-networks").tap()
    press, focused = page.keyboard.press, page.locator(":focus")
    images.part(f"open-{D}-0").focus()
    press("Alt+ArrowDown")
    expect(focused).to_have_attribute("data-testid", f"open-{D}-1")
    expect(images.part("draft-said")).to_have_text("Faltung ist jetzt Schicht 2 von 7.")
    press("Control+z")
    images.part(f"open-{D}-1").focus()
    press("Delete")
    press("ArrowDown")
    expect(focused).to_have_attribute("data-testid", f"open-{D}-2")
    press("Enter")  # opens the card of the batch norm
    expect(images.part("card-momentum")).to_have_value("0,1")
    images.part("card-insert").focus()
    press("ArrowDown")
    expect(page.get_by_role("menu")).to_be_visible()
    press("End")
    press("ArrowUp")
    expect(focused).to_have_text("Zusammenführung")
    assert violations(page) == []
    press("Enter")
    expect(images.part(f"problem-{D}-2")).to_have_text("Davor ist keine Abzweigung, deren Bilder "
                                                       "sie anlegen könnte.")  # fmt: skip
    press("Escape")  # the tip of the card, which axe takes for a part of the page
    expect(page.locator(".tip")).not_to_be_visible()
    assert violations(page) == []
    for part in (f"builder-{D}", "draft-bar"):
        box = images.part(part).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390
        assert images.part(part).evaluate("(element) => element.scrollWidth <= element.clientWidth")
    press("Delete")
    expect(images.part("draft-state")).to_have_text("Diskriminator geändert")
    images.part("train-layers").press("Enter")
    expect(images.part("draft-state")).to_have_text("Wie trainiert")
    assert trained(images) == ["conv", "conv", "batch_norm", "leaky_relu", "flatten", "dense"]
