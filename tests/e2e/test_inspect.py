"""Looking inside a GAN of images from the page: one image in large, and ways through the noise."""

import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from ganlab.gan.image.architectures import dcgan_discriminator, dcgan_generator
from tests.e2e.accessibility import violations
from tests.e2e.lab import Lab

CONFIG: dict[str, Any] = {
    "data": {"id": "digits"},
    "generator": {"params": {"layers": dcgan_generator((1, 16, 16), 4), "init": "he"}},
    "discriminator": {"params": {"layers": dcgan_discriminator(16, 4), "init": "he"}},
}


@pytest.fixture
def images(page: Page, base_url: str) -> Lab:
    """The panel of images with small networks."""
    lab = Lab(page, base_url)
    page.goto(f"{base_url}/images#config={quote(json.dumps(CONFIG))}")
    expect(lab.part("fake-63")).to_be_attached(timeout=30_000)  # a worker is started
    return lab


def pixels(lab: Lab, selector: str) -> list[str]:
    """The pictures of canvases, to be compared."""
    canvases = lab.page.locator(selector)
    found: list[str] = canvases.evaluate_all("all => all.map((c) => c.toDataURL())")
    return found


def test_an_image_opens_in_large(images: Lab) -> None:
    images.press("fake-3")
    title = images.part("inspect-title")
    expect(title).to_have_text(re.compile("Generated image 4"))
    expect(images.part("inspect-verdict")).to_have_text(re.compile(r"\d+% real"))
    expect(images.part("inspect-neighbour-7")).to_be_visible()
    expect(images.part("inspect-memorized")).to_have_text(re.compile("new real images"))
    expect(images.part("inspect-noise").locator("rect")).to_have_count(64)
    shown = pixels(images, "[data-testid=inspect-image]")
    assert shown == pixels(images, "[data-testid=fake-3] canvas")
    expect(images.part("inspect-saliency")).to_be_attached()
    images.press("inspect-over")
    expect(images.part("inspect-saliency")).not_to_be_attached()

    maps = images.part("inspect-maps")
    expect(maps.locator("canvas")).to_have_count(4)
    expect(images.part("inspect-filters").locator("canvas")).to_have_count(4)
    images.press("inspect-player-generator")
    expect(maps).to_have_attribute("data-player", "generator")
    images.choose("inspect-layer", "2")
    expect(maps).to_have_attribute("data-layer", "2")
    assert violations(images.page) == []

    images.part("inspect-close").focus()
    images.page.keyboard.press("ArrowRight")
    expect(title).to_have_text(re.compile("Generated image 5"))
    images.page.keyboard.press("Escape")
    expect(images.part("inspect-dialog")).not_to_be_visible()
    images.press("real-2")
    expect(title).to_have_text(re.compile(r"Real image 3 class: \d"))
    expect(images.part("inspect-noise")).not_to_be_attached()


def test_a_way_leads_through_the_images_that_were_chosen(images: Lab) -> None:
    way = "[data-testid=inspect-way] canvas"
    expect(images.page.locator(way)).to_have_count(13)
    images.press("inspect-choose-line")
    for index in (0, 5, 9):  # the first is taken out
        images.press(f"fake-{index}")
    expect(images.part("fake-5")).to_have_attribute("aria-pressed", "true")
    expect(images.part("inspect-dialog")).not_to_be_visible()
    stops = images.part("inspect-way").locator("[data-stop=true] canvas")
    expect(stops).to_have_count(3)
    expect(stops.nth(1)).to_have_attribute("aria-label", "Image 6")
    ends = [pixels(images, f"[data-testid=fake-{index}] canvas")[0] for index in (1, 5, 9)]
    bent = pixels(images, way)
    assert [bent[0], bent[6], bent[12]] == ends
    images.press("inspect-way-straight")
    images.page.wait_for_function(
        "([way, before]) => document.querySelectorAll(way)[3].toDataURL() !== before",
        arg=[way, bent[3]],
    )
    assert pixels(images, way)[0] == ends[0]
    images.press("inspect-choose-line")
    images.press("fake-5")
    expect(images.part("inspect-dialog")).to_be_visible()


def test_a_grid_arithmetic_and_sliders(images: Lab) -> None:
    images.press("inspect-tool-grid")
    grid = images.part("inspect-grid")
    expect(grid.locator("canvas")).to_have_count(49)
    images.press("inspect-by-directions")
    expect(grid).to_have_attribute("data-by", "directions")

    images.press("inspect-tool-arithmetic")
    expect(images.part("inspect-hint")).to_be_visible()
    for group, index in (("a", 4), ("b", 4), ("c", 7)):  # A − A + C is C
        images.press(f"inspect-choose-{group}")
        images.press(f"fake-{index}")
    expect(images.part("inspect-sum")).to_have_attribute("data-step", re.compile(r"\d"))
    third = pixels(images, "[data-testid=fake-7] canvas")
    assert pixels(images, "[data-testid=inspect-result]") == third

    images.press("inspect-tool-directions")
    moved = images.part("inspect-moved")
    expect(moved).to_be_visible()
    before = pixels(images, "[data-testid=inspect-moved]")
    images.part("inspect-amount-0").focus()
    images.page.keyboard.press("End")
    expect(moved).to_have_attribute("data-amounts", "3 0 0 0 0 0")
    assert pixels(images, "[data-testid=inspect-moved]") != before
    images.press("inspect-back")
    expect(moved).to_have_attribute("data-amounts", "")
    assert violations(images.page) == []
