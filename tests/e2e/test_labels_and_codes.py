"""Conditional GAN and BiGAN on the page: class by class, rebuilt, in the graph."""

import re

from playwright.sync_api import expect

from tests.e2e.lab import Lab


def other_picture(lab: Lab, before: bytes) -> bytes:
    """The plot once it looks otherwise; the frame for a new view takes a moment."""
    for _ in range(100):
        now = lab.picture()
        if now != before:
            return now
    raise AssertionError("expected another picture, got the same")


def test_one_class_of_a_conditional_gan_is_looked_at(lab: Lab) -> None:
    expect(lab.part("class-picker")).not_to_be_attached()
    lab.edit()
    lab.choose("model", "conditional")
    expect(lab.part("applied-model")).to_be_attached()
    lab.press("graph-edit")
    expect(lab.part("node-label-generator")).to_be_visible()
    expect(lab.part("node-beside-discriminator")).to_have_text("Class")
    lab.press("step-both")
    lab.wait_for_step(1)
    picker = lab.part("class-picker")
    expect(picker.locator("option")).to_have_count(9)
    for layer in ("real", "fake", "gradients"):  # the heatmap alone
        lab.press(f"layer-{layer}")
    everything = lab.picture()
    picker.focus()
    lab.page.keyboard.press("ArrowDown")
    expect(picker).to_have_value("0")
    lab.part("layer-heatmap").hover()
    expect(lab.part("layer-help")).to_have_text(re.compile("as a sample of class 1"))
    first = other_picture(lab, everything)
    lab.choose("class-picker", "4")
    expect(lab.part("layer-help")).to_have_text(re.compile("as a sample of class 4"))
    other_picture(lab, first)
    expect(lab.part("metric-label-accuracy")).to_have_text(re.compile(r"\d%"))

    lab.press("distribution-line")  # has no classes: refused, and nothing changes
    expect(lab.part("error-distribution-line")).to_have_text(re.compile("data that has classes"))
    assert lab.state()["config"]["data"]["id"] == "ring"


def test_a_bigan_rebuilds_real_samples(lab: Lab) -> None:
    expect(lab.part("layer-reconstruction")).not_to_be_attached()
    expect(lab.part("node-encoder")).not_to_be_attached()
    lab.choose("preset", "bigan_ring")
    for edge in ("real-encoder", "encoder-discriminator", "noise-discriminator"):
        expect(lab.part(f"edge-{edge}")).to_be_attached()
    lab.part("node-encoder").focus()
    lab.page.keyboard.press("ArrowRight")
    expect(lab.part("sample-tooltip")).to_contain_text("Real sample")
    lab.page.keyboard.press("Escape")
    lab.page.locator(".label-code").hover()
    expect(lab.page.get_by_role("tooltip")).to_contain_text("the pair (x, E(x))")
    layer = lab.part("layer-reconstruction")
    expect(layer).to_have_attribute("aria-pressed", "true")
    expect(lab.part("metric-reconstruction-error")).to_have_text(re.compile(r"\d\.\d"))
    drawn = lab.picture()
    layer.click()
    expect(layer).to_have_attribute("aria-pressed", "false")
    other_picture(lab, drawn)
    lab.press("slow-motion")
    for _ in range(8):  # D learns twice in a step
        lab.press("next-phase")
    expect(lab.part("phase-caption")).to_be_visible()
