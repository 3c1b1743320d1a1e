"""Rates over time, packs and comparisons, switched on from the page and seen there."""

import re

from playwright.sync_api import expect

from tests.e2e.lab import Lab


def enter(lab: Lab, control: str, value: str) -> None:
    """Type a number into a control."""
    lab.part(control).fill(value)
    lab.part(control).press("Enter")


def test_rates_fade_and_d_judges_in_company(lab: Lab) -> None:
    lab.edit()
    lab.unfold()
    expect(lab.part("rate-factor")).to_have_count(0)
    lab.choose("schedule", "linear")
    expect(lab.part("rate-factor")).to_have_text("1.00")
    lab.unfold()
    enter(lab, "schedule-steps", "20")
    lab.press("play")
    expect(lab.part("rate-factor")).to_have_text(re.compile(r"^0(\.0+)?$"))
    for control, said in (
        ("discriminator-kernels", "compared with real samples"),
        ("packing", "in a pack of 2 with real samples"),
    ):
        enter(lab, control, "2")
        expect(lab.page.locator("#help-layer-heatmap")).to_contain_text(said)
        lab.wait_for_step(3)
    assert lab.state()["networks"]["discriminator"][0] == 4
    expect(lab.part("pause")).to_be_visible()
    enter(lab, "batch-size", "33")
    refused = "a multiple of the packing, 2"
    expect(lab.part("error-batch-size")).to_contain_text(refused)
    lab.press("graph-edit")
    expect(lab.part("node-packs")).to_have_text("packs of 2")
