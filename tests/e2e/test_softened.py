"""What makes it easier for D is never silent: soft labels, fading noise; and the mean of G."""

import re

from playwright.sync_api import expect

from tests.e2e.lab import Lab, type_into


def test_softened_labels_and_fading_noise_are_said_where_d_learns(lab: Lab) -> None:
    expect(lab.part("theory-loss-first")).to_have_attribute("d", re.compile("^M"))
    expect(lab.part("softened")).to_have_count(0)
    lab.edit()
    lab.press("regularizer-label-smoothing")
    lab.press("regularizer-instance-noise")
    expect(lab.part("noise-std")).to_have_text(re.compile(r"^0\.10?$"))
    type_into(lab, "regularizer-instance-noise-anneal-steps", "5")
    lab.press("step-both")
    expect(lab.part("noise-std")).to_have_text("0.08")
    lab.press("graph-edit")
    expect(lab.part("softened")).to_contain_text(re.compile(r"real samples count as 0\.90?, not 1"))
    expect(lab.part("softened")).to_contain_text("σ now 0.08")
    lab.part("layer-heatmap").focus()
    expect(lab.part("layer-help")).to_contain_text("real samples count as 0.9")
    for _ in range(4):
        lab.press("step-both")
    expect(lab.part("softened")).to_contain_text("faded to 0")


def test_the_mean_of_g_is_switched_on_and_refused_beside_the_other(lab: Lab) -> None:
    lab.edit()
    lab.unfold()
    lab.press("g-mean")
    expect(lab.part("g-mean")).to_be_checked()
    lab.press("step-both")
    assert lab.state()["config"]["g_mean"] is True
    lab.part("g-ema").fill("0.9")
    lab.part("g-ema").press("Enter")
    expect(lab.page.locator(".refusal")).to_contain_text("running average of G")
