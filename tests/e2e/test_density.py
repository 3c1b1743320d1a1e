"""A density model beside the GAN: switched on, chosen, drawn, scored, from the page alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.lab import Lab

FITTED_MS = 30_000  # the first fit starts a process, on a busy machine

# The names of choices that are wider than the closed field which shows them.
CUT = """() => [...document.querySelectorAll('.density-options select')].flatMap(select => {
    const style = getComputedStyle(select);
    const ruler = document.createElement('canvas').getContext('2d');
    ruler.font = style.font;
    const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    const room = select.clientWidth - padding;
    return [...select.options].map(({ text }) => text).filter(
        text => ruler.measureText(text).width > room);
})"""


def test_a_density_model_is_drawn_and_scored_beside_the_gan(lab: Lab) -> None:
    expect(lab.part("density-options")).not_to_be_attached()
    before = lab.picture()
    lab.press("layer-density")
    score = lab.part("density-held-out")
    expect(score).to_have_text(re.compile(r"^1\.0\d nats ± 0\.01"), timeout=FITTED_MS)
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
    expect(score).to_have_text(re.compile(r"^1\.0\d nats"), timeout=FITTED_MS)

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


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_the_names_of_density_models_and_their_choices_fit(
    open_page: Callable[..., Page], base_url: str, locale: str
) -> None:
    lab = Lab(open_page(locale=locale), f"{base_url}#layers=real,density").open()
    for model, control in (("kernel_density", "kernel"), ("gaussian_mixture", "covariance")):
        lab.choose("density-model", model)
        expect(lab.part(f"density-{control}")).to_be_visible()
        for width, height in ((1440, 900), (1024, 768), (390, 844)):
            lab.page.set_viewport_size({"width": width, "height": height})
            assert lab.page.evaluate(CUT) == [], (model, width)
