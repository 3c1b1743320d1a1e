"""Time among images: slow motion phase by phase, counters and charts, and what is said of a run."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.images import QUICK, Images
from tests.e2e.lab import TRAINED


def test_a_step_goes_phase_by_phase_with_its_own_images(page: Page, base_url: str) -> None:
    images = Images(page, base_url).open(d_steps=2)
    usual = images.pixels("real-0")
    page.keyboard.press("m")
    expect(images.part("slow-panel")).to_be_visible()
    page.keyboard.press("n")
    expect(images.part("phase-d1")).to_have_attribute("aria-current", "step")
    batch = QUICK["batch_size"]
    expect(images.pictures("real")).to_have_count(batch)
    expect(images.part("batch-fake")).to_contain_text(str(batch))
    expect(images.part("phase-caption")).to_contain_text("out of noise")
    assert images.pixels("real-0") != usual
    images.press("next-phase")
    expect(images.part("mean-real")).to_have_text(re.compile(r"D: \d+%"))
    images.press("phase-d4")
    expect(images.part("phase-caption")).to_contain_text("From the last layer back")
    expect(images.part("gradient-discriminator-1")).to_have_text(re.compile(r"gradient \d"))
    assert violations(page) == []
    images.press("phase-g4")  # through D's second update
    expect(images.part("phase-g4")).to_have_attribute("aria-current", "step", timeout=15_000)
    fakes = images.pixels("fake-0")
    expect(images.part("gradient-generator-0")).to_have_text(re.compile(r"gradient \d"))
    images.press("next-phase")
    expect(images.part("step-count")).to_have_text("1")
    expect(images.pictures("fake")).to_have_count(64)
    assert images.pixels("fake-0") != fakes
    for side in ("before", "after"):
        images.press(f"side-{side}")
        expect(images.part(f"side-{side}")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("m")
    expect(images.part("slow-panel")).to_have_count(0)
    assert images.pixels("real-0") == usual
    counted_by_the_server(images)


def counted_by_the_server(images: Images) -> None:
    """Counters, charts and the card, while it trains and at rest."""
    expect(images.part("diagnosis-title")).to_have_text("Just begun")
    images.press("play")
    images.wait_for_step(TRAINED)
    expect(images.part("images-per-second")).not_to_have_text("0")
    images.press("pause")
    expect(images.part("images-per-second")).to_have_text("0")
    expect(images.part("fact-trained")).to_have_text(re.compile(r"^0:\d\d$"))
    expect(images.part("fact-looks")).to_have_text(re.compile(r"^[\d,.]+k?/s · [\d.]+ ms$"))
    for chart in ("chart-d-gradient", "chart-g-gradient", "metric-d-right-on-fakes"):
        expect(images.part(chart)).to_have_text(re.compile(r"\d"))
    expect(images.part("diagnosis-calm")).to_have_text(re.compile(r"D is right \d+% of the time"))
