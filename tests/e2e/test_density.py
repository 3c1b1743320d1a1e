"""A density model beside the GAN: switched on, chosen, drawn, scored, from the page alone."""

import re

from playwright.sync_api import expect

from tests.e2e.lab import Lab


def test_a_density_model_is_drawn_and_scored_beside_the_gan(lab: Lab) -> None:
    expect(lab.part("density-options")).not_to_be_attached()
    before = lab.picture()
    lab.press("layer-density")
    score = lab.part("density-held-out")
    expect(score).to_have_text(re.compile(r"^1\.0\d nats ± 0\.01"), timeout=30_000)
    expect(lab.part("density-model")).to_have_value("gaussian_mixture")
    eight = lab.picture()
    assert eight != before

    lab.part("density-components").fill("2")
    lab.part("density-components").press("Enter")
    expect(score).to_have_text(re.compile(r"^−\d\.\d+ nats"), timeout=10_000)
    assert lab.picture() != eight
    lab.part("density-components").fill("31")
    lab.part("density-components").press("Enter")
    refusal = lab.part("error-density-components")
    expect(refusal).to_have_text(re.compile("a whole number from 1 to 30"))
    lab.choose("density-model", "kernel_density")
    expect(lab.part("density-kernel")).to_be_visible()
    expect(refusal).not_to_be_attached()
    expect(score).to_have_text(re.compile(r"^1\.0\d nats"), timeout=30_000)

    expect(lab.page).to_have_url(re.compile("&density=kernel_density"))
    link = lab.page.url
    lab.page.goto("about:blank")
    lab.page.goto(link)
    lab.ready()
    expect(lab.part("density-model")).to_have_value("kernel_density")

    lab.press("play")  # it stays while the GAN learns
    lab.wait_for_step(50)
    lab.press("pause")
    lab.press("layer-density")
    expect(lab.part("density-options")).not_to_be_attached()
