"""Presets and pre-trained weights, by what changes on the page."""

import json
import re
import urllib.request
from collections.abc import Callable
from typing import Any

import numpy as np
from playwright.sync_api import Page, expect

from tests.e2e.lab import TRAINED, Lab


def catalog(url: str) -> dict[str, Any]:
    """What the server offers."""
    with urllib.request.urlopen(f"{url}/api/catalog") as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def begins_at(lab: Lab, distribution: str) -> str:
    """The step that a distribution's weights were trained to, as the page prints it."""
    return f"{catalog(lab.url)['pretrained'][distribution]['step']:,}"


def test_every_preset_is_one_choice_and_says_what_to_watch(lab: Lab) -> None:
    presets = catalog(lab.url)["registries"]["presets"]
    headings = lab.part("preset").locator("optgroup").evaluate_all("all => all.map(g => g.label)")
    assert headings == list(dict.fromkeys(preset["group"] for preset in presets))
    for preset in presets:
        lab.choose("preset", preset["id"])
        expect(lab.part("watch")).to_contain_text(preset["watch"])
        expect(lab.part("preset")).to_have_value(preset["id"])
    assert lab.state()["config"]["data"]["id"] == presets[-1]["config"]["data"]["id"]


def test_the_name_of_the_data_is_whole_beside_the_longest_preset(lab: Lab) -> None:
    presets = catalog(lab.url)["registries"]["presets"]
    longest = max(presets, key=lambda preset: len(preset["label"]))
    lab.choose("preset", longest["id"])
    expect(lab.part("watch")).to_contain_text(longest["watch"])
    for width in (1440, 1240, 1024, 800, 390):
        lab.page.set_viewport_size({"width": width, "height": 844})
        cut = """() => {
            const name = document.querySelector(".data-name");
            return name.scrollWidth > name.clientWidth;
        }"""
        assert not lab.page.evaluate(cut), f"cut at {width}"
        expect(lab.part("undo")).to_have_count(1)


def test_a_preset_begins_at_step_0_even_if_all_could_change_live(lab: Lab) -> None:
    lab.choose("preset", "ring_all_modes")
    expect(lab.part("watch")).to_contain_text("eight groups")
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    lab.choose("preset", "least_squares_ring")
    expect(lab.part("watch")).to_contain_text("¼")
    expect(lab.part("step-count")).to_have_text("0")


def test_a_vanishing_gradient_is_seen_in_the_losses(lab: Lab) -> None:
    lab.choose("preset", "vanishing_gradient")
    expect(lab.part("watch")).to_contain_text("stand still")
    lab.press("play")
    lab.wait_for_step(400)
    lab.press("pause")
    still = lab.weights("generator")
    lab.press("step-both")
    moved = lab.weights("generator")
    largest = max(float(np.abs(moved[name] - value).max()) for name, value in still.items())
    assert largest < 1e-4


def test_pretrained_weights_are_switched_on_and_off(lab: Lab) -> None:
    switch, step = lab.part("pretrained"), lab.part("step-count")
    expect(switch).to_have_attribute("aria-pressed", "false")
    untrained = lab.picture()
    switch.click()
    expect(step).to_have_text(begins_at(lab, "ring"))
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert lab.picture() != untrained
    expect(lab.page.get_by_text("Modes covered").first).to_be_visible()
    assert lab.state()["origin"]["id"] == "ring"
    lab.press("distribution-spiral")
    expect(lab.part("data-name")).to_have_text("Spiral")
    expect(step).to_have_text(begins_at(lab, "spiral"))
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(step).to_have_text("0")
    expect(lab.part("data-name")).to_have_text("Spiral")


def test_training_goes_on_from_the_weights_and_reset_returns_to_them(lab: Lab) -> None:
    lab.press("pretrained")
    start = begins_at(lab, "ring")
    expect(lab.part("step-count")).to_have_text(start)
    weights = lab.weights("generator")
    lab.press("play")
    lab.wait_for_step(int(start.replace(",", "")) + TRAINED)
    lab.press("pause")
    assert lab.moved("generator", weights)
    lab.edit().choose("loss", "hinge")  # live: it is still the run that began with the weights
    expect(lab.part("loss")).to_have_value("hinge")
    expect(lab.part("pretrained")).to_have_attribute("aria-pressed", "true")
    lab.press("reset")
    expect(lab.part("step-count")).to_have_text(start)
    assert not lab.moved("generator", weights)


def test_other_networks_turn_the_weights_off(lab: Lab) -> None:
    lab.press("pretrained")
    expect(lab.part("pretrained")).to_have_attribute("aria-pressed", "true")
    seed = lab.edit().part("seed")
    seed.fill("5")
    seed.press("Enter")
    expect(lab.part("pretrained")).to_have_attribute("aria-pressed", "false")
    expect(lab.part("step-count")).to_have_text("0")


def test_a_link_begins_with_the_same_weights(lab: Lab, open_page: Callable[..., Page]) -> None:
    lab.press("distribution-disjoint")
    expect(lab.part("data-name")).to_have_text("Three blobs")
    lab.press("pretrained")
    expect(lab.part("step-count")).to_have_text(begins_at(lab, "disjoint"))
    expect(lab.page).to_have_url(re.compile("pretrained=disjoint"))
    lab.press("share")
    promised = f"at step {lab.part('step-count').text_content()}"
    expect(lab.part("share-help")).to_contain_text(promised)
    lab.page.keyboard.press("Escape")
    other = Lab(open_page(), lab.page.url).open()
    other.url = lab.url
    expect(other.part("step-count")).to_have_text(begins_at(lab, "disjoint"))
    expect(other.part("pretrained")).to_have_attribute("aria-pressed", "true")
    assert other.session_id != lab.session_id
    assert not other.moved("discriminator", lab.weights("discriminator"))
