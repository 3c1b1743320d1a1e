"""Rows of GAN Lab's list that no other test is about; docs/gan-lab.md says where each one is."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import TRAINED, Lab

NUMBER = re.compile(r"^[−\d.,]+$")


@pytest.mark.parametrize("distribution", ["line", "gaussians", "ring_band", "disjoint"])
def test_gan_labs_distributions_are_one_press_each(lab: Lab, distribution: str) -> None:
    before = lab.picture()
    thumbnail = lab.part(f"distribution-{distribution.replace('_', '-')}")
    thumbnail.click()
    expect(thumbnail).to_have_attribute("aria-pressed", "true")
    lab.page.mouse.move(0, 0)
    assert lab.state()["config"]["data"]["id"] == distribution
    assert lab.picture() != before


def test_losses_and_divergences_are_printed_and_charted(lab: Lab) -> None:
    for loss in ("d-loss", "g-loss", "chart-d-loss", "chart-g-loss"):
        expect(lab.part(loss)).to_have_text("–")  # nothing has been lost yet
    curves = {
        name: lab.part(f"chart-{name}") for name in ("losses", "js-divergence", "kl-divergence")
    }
    before = {name: curve.screenshot() for name, curve in curves.items()}
    lab.press("play")
    lab.wait_for_step(10 * TRAINED)
    lab.press("pause")
    for loss in (
        "d-loss",
        "g-loss",
        "chart-d-loss",
        "chart-g-loss",
        "metric-js-divergence",
        "metric-kl-divergence",
    ):
        expect(lab.part(loss)).to_have_text(NUMBER)
    assert [name for name, curve in curves.items() if curve.screenshot() == before[name]] == []
