"""The diagnosis card: calm at first, plain when something is wrong, and its remedy is one press."""

import re

from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.e2e.lab import Lab

TAKES_MS = 30_000  # four measurements, half a second apart at least, on a busy machine


def test_a_collapse_is_found_and_its_remedy_applied(lab: Lab) -> None:
    card = lab.part("diagnosis")
    expect(lab.part("diagnosis-title")).to_have_text("Not trained yet")
    lab.choose("preset", "mode_collapse")
    at_rest = card.bounding_box(), lab.part("chart-losses").bounding_box()
    lab.press("play")
    expect(lab.part("remedy")).to_have_text("One G update per step", timeout=TAKES_MS)
    assert (card.bounding_box(), lab.part("chart-losses").bounding_box()) == at_rest
    expect(lab.part("diagnosis-title")).to_have_text(
        re.compile(r"Mode collapse|Rotation among modes"), timeout=TAKES_MS
    )
    expect(lab.part("diagnosis-text")).to_have_text(re.compile(r"\d of 8.*nearest to at least 1%"))
    expect(lab.part("diagnosis-signal")).to_have_text(re.compile(r"Signal \d+%; speaks at \d+%"))
    expect(lab.part("diagnosis-aloud")).to_have_text(re.compile(r"(Mode collapse|Rotation).*\d"))

    assert violations(lab.page) == []

    lab.part("remedy").focus()
    lab.page.keyboard.press("Enter")
    expect(lab.part("remedy")).not_to_have_text("One G update per step", timeout=TAKES_MS)
    state = lab.state()
    assert (state["config"]["g_steps"], state["status"]) == (1, "playing")
    lab.part("diagnosis-why").focus()
    expect(lab.page.get_by_role("tooltip")).to_contain_text("What to try:")

    lab.page.keyboard.press("r")  # the finding goes, and its buttons with it
    expect(lab.part("diagnosis-title")).to_be_focused()


def test_every_detector_of_the_catalog_is_named_while_all_is_well(lab: Lab) -> None:
    lab.press("step-both")
    expect(lab.part("diagnosis-title")).to_have_text("Nothing unusual")
    labels = [e["label"] for e in lab.page.evaluate(
        "() => fetch('/api/catalog').then(r => r.json()).then(c => c.registries.detectors)"
    )]  # fmt: skip
    assert len(labels) == 8
    for label in labels:
        expect(lab.part("diagnosis")).to_contain_text(label)
