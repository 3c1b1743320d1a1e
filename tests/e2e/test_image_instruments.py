"""Instruments of images: chosen by keys, read beside their floors, pairs shown to judge by eye."""

import re

from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.e2e.images import Images

TAKES_MS = 60_000  # a classifier learns the digits first, when the machine has time
CHOSEN = ("image-frechet", "image-pairs", "image-classes")


def test_they_are_read_beside_their_floors_and_pairs_are_shown(images: Images) -> None:
    for _ in range(2):
        images.press("step-both")
    expect(images.part("step-count")).to_have_text("2")
    images.part("instruments-choose").focus()
    images.page.keyboard.press("Enter")
    dialog = images.part("instruments-dialog")
    expect(dialog).to_be_visible()
    for name in CHOSEN:
        images.part(f"instrument-choose-{name}").focus()
        images.page.keyboard.press("Space")
    assert violations(images.page) == []
    images.page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(images.part("instruments-choose")).to_be_focused()

    note = images.part("instrument-note-image-frechet")
    read = r"perfect sampler [\d.,]+ ± [\d.,]+ · lower is better · 148 fakes, seen by a classifier"
    expect(note).to_have_text(re.compile(read), timeout=TAKES_MS)
    value = images.part("instrument-value-image-frechet")
    expect(value).to_have_text(re.compile(r"^\d"))
    floor = re.search(r"sampler ([\d.,]+)", note.text_content() or "")
    assert floor is not None
    assert number(value.text_content()) > 2 * number(floor[1])  # of noise: far from digits

    shares = images.part("class-shares").get_by_role("listitem")
    expect(shares).to_have_count(10, timeout=TAKES_MS)
    named = re.compile(r"^3: \d+% of the fakes, \d+% of the data$")
    expect(images.part("class-share-3")).to_have_attribute("aria-label", named)

    pairs = images.part("closest-pairs")
    expect(pairs.locator("canvas")).to_have_count(16, timeout=TAKES_MS)
    labels = pairs.get_by_role("listitem").evaluate_all("all => all.map((one) => one.ariaLabel)")
    apart = [number(re.sub(r".*by ", "", label)) for label in labels]
    assert apart == sorted(apart)
    assert apart[0] > 0
    tiles = pairs.locator("canvas").evaluate_all("all => all.map((one) => one.toDataURL())")
    assert len(set(tiles)) > 8  # they are pictures, and not all the same
    for name in CHOSEN:
        images.part(f"instrument-remove-{name}").press("Enter")
    expect(images.page.locator("[data-testid^=instrument-note-]")).to_have_count(0)


def number(text: str | None) -> float:
    """A number as the page writes it."""
    return float((text or "").replace(",", ""))
