"""BiGAN and pix2pix of images on the page: what stands beside each image, and what has no place."""

import re

import pytest
from playwright.sync_api import Page, expect

from ganlab.gan.image.datasets import bring, datasets
from tests.e2e.accessibility import violations
from tests.e2e.images import Images


@pytest.fixture
def images(page: Page, base_url: str) -> Images:
    """The panel in a fresh page; the images are made, so that nobody waits for them."""
    for name in ("digits", "outlines"):
        bring(datasets[name], datasets[name].fill({}))
    return Images(page, base_url).open()


def test_presets_show_reconstructions_and_pairs_beside_their_images(images: Images) -> None:
    images.press("more-regularizers")
    images.press("more-settings")
    expect(images.part("regularizer-r1")).to_be_visible()
    expect(images.part("regularizer-l1")).to_have_count(0)
    images.choose("preset", "bigan_digits")
    expect(images.part("parts-real")).to_have_text("real · rebuilt")
    expect(images.part("parts-fake")).to_have_count(0)
    expect(images.part("real-3").locator("canvas")).to_have_count(2)
    expect(images.part("encoder")).to_contain_text("16 numbers")
    expect(images.part("input-discriminator")).to_contain_text("its code or noise, 16 numbers")
    rebuilt = images.part("real-3").locator("canvas").nth(1)
    before = rebuilt.evaluate("canvas => canvas.toDataURL()")
    images.press("step-both")
    images.wait_for_step(1)
    assert rebuilt.evaluate("canvas => canvas.toDataURL()") != before
    images.press("real-3")
    expect(images.part("inspect-rebuilt")).to_be_visible()
    expect(images.part("inspect-noise")).to_have_attribute("aria-label", "A code of 16 numbers")
    images.press("inspect-close")
    expect(images.part("inspect-dialog")).to_be_hidden()

    images.choose("preset", "pix2pix_outlines")
    expect(images.part("parts-fake")).to_have_text("given · generated · right answer")
    expect(images.part("parts-real")).to_have_text("given · real")
    canvases = images.part("fake-3").locator("canvas")
    expect(canvases).to_have_count(3)
    given, made, right = (canvases.nth(k).evaluate("c => c.toDataURL()") for k in range(3))
    real = images.part("real-3").locator("canvas")
    assert [real.nth(k).evaluate("c => c.toDataURL()") for k in range(2)] == [given, right]
    expect(images.part("prior-dimension")).to_have_count(0)
    expect(images.part("regularizer-l1")).to_have_attribute("aria-pressed", "true")
    expect(images.part("inspect-strip")).to_contain_text("no noise to walk through")
    expect(images.part("output-discriminator")).to_contain_text("one for each patch")
    skip = images.part("layer-generator-2")
    expect(skip).to_contain_text(re.compile(r"Skip.*around, to layer 18", re.DOTALL))
    images.press("step-both")
    images.wait_for_step(1)
    after = [canvases.nth(k).evaluate("c => c.toDataURL()") for k in range(3)]
    assert (after[0], after[2]) == (given, right)
    assert after[1] != made
    assert violations(images.page) == []
    images.press("fake-3")
    expect(images.part("inspect-input")).to_be_visible()
    expect(images.part("inspect-noise")).to_have_count(0)
    images.press("inspect-close")
    expect(images.part("inspect-dialog")).to_be_hidden()

    images.choose("model", "gan")
    expect(images.part("parts-fake")).to_have_count(0)
    expect(images.part("prior-dimension")).to_be_visible()
    expect(images.part("regularizer-l1")).to_have_count(0)
    config = images.state()["config"]
    assert (config["data"]["id"], config["regularizers"]) == ("outlines", [])
    images.choose("model", "pix2pix")
    expect(images.part("parts-fake")).to_be_visible()
    images.press("dataset-digits")
    expect(images.part("fact-name")).to_have_text("Small digits")
    assert images.state()["config"]["model"]["id"] == "gan"
