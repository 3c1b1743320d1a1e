"""The panel of images: real and generated ones under D's verdict, trained live, beside the lab."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ganlab.gan.image.presets import image_presets
from tests.e2e.accessibility import violations
from tests.e2e.images import Images
from tests.e2e.lab import TRAINED, Lab, type_into


def test_training_moves_images_verdicts_and_counts(images: Images) -> None:
    expect(images.part("fact-examples")).to_have_text("1,797")
    expect(images.part("fact-shape")).to_have_text("1 × 16 × 16")
    expect(images.part("fact-classes")).to_have_text("10")
    expect(images.part("fact-epochs")).to_have_text("0.00")
    fake, real = images.pixels("fake-0"), images.pixels("real-0")
    type_into(images, "g-optimizer-lr", "0.002")
    images.press("play")
    images.wait_for_step(TRAINED)
    expect(images.part("images-per-second")).not_to_have_text("0")
    expect(images.part("chart-d-loss")).to_have_text(re.compile(r"\d"))
    expect(images.part("metric-d-right-on-real")).to_have_text(re.compile(r"\d"))
    images.press("pause")
    expect(images.part("fact-epochs")).not_to_have_text("0.00")
    assert images.pixels("fake-0") != fake
    assert images.pixels("real-0") == real
    assert images.state()["config"]["g_optimizer"]["params"]["lr"] == 0.002


def test_images_are_sorted_left_out_and_reached_by_key(images: Images) -> None:
    for _ in range(3):
        images.press("step-both")
    expect(images.part("step-count")).to_have_text("3")
    images.choose("pictures-order", "most")
    found = images.verdicts("fake")
    assert len(found) == 64
    assert found == sorted(found, reverse=True)
    for kept, above in (("real", True), ("fake", False)):
        images.choose("pictures-filter", kept)
        left = images.verdicts("real")
        assert len(left) < 64 or set(left) - {50}
        assert all(verdict >= 50 if above else verdict <= 50 for verdict in left)
    images.choose("pictures-filter", "all")
    images.choose("pictures-order", "none")
    images.part("fake-0").focus()
    images.page.keyboard.press("ArrowRight")
    expect(images.part("fake-1")).to_be_focused()
    expect(images.part("fake-1")).to_have_attribute("aria-label", re.compile("D says .*% real"))
    images.page.keyboard.press("End")
    expect(images.part("fake-63")).to_be_focused()
    images.page.keyboard.press("Enter")
    expect(images.page.get_by_role("dialog")).to_be_visible()


def test_lab_and_panel_keep_a_session_each(images: Images) -> None:
    own = images.session_id
    images.press("panel-lab")
    lab = Lab(images.page, images.url).ready()
    labs = lab.session_id
    assert labs != own
    assert lab.state()["config"]["scene"] == "plane"
    lab.page.go_back()
    images.ready()
    assert images.session_id == own
    assert images.state()["config"]["data"]["id"] == "digits"
    images.press("panel-lab")
    lab.ready()
    assert lab.session_id == labs
    lab.press("panel-images")
    images.ready()
    assert images.session_id == own


def test_a_preset_says_its_time_and_begins_with_its_weights(images: Images) -> None:
    switch, step = images.part("pretrained"), images.part("step-count")
    expect(switch).to_have_attribute("aria-disabled", "true")  # these settings are no preset
    first, second = (image_presets[name] for name in ("dcgan_digits", "dense_digits"))
    images.choose("preset", first.id)
    expect(images.part("watch")).to_contain_text(f"after about {first.extras['seconds']} s")
    expect(step).to_have_text("0")
    untrained = images.pixels("fake-0")
    switch.click()
    expect(step).to_have_text(f"{first.extras['steps']:,}")
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(images.page).to_have_url(re.compile(f"pretrained={first.id}"))
    assert images.pixels("fake-0") != untrained
    images.press("step-both")
    expect(step).to_have_text(f"{first.extras['steps'] + 1:,}")
    images.choose("preset", second.id)  # comes with its weights, too
    expect(step).to_have_text(f"{second.extras['steps']:,}")
    assert images.state()["origin"]["id"] == second.id
    switch.click()
    expect(step).to_have_text("0")
    expect(images.part("preset")).to_have_value(second.id)


# How far things moved by themselves, as the browser counts it.
SHIFTS = """window.shifts = 0; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true})"""
UNFOLDED = (
    "d-optimizer", "d-optimizer-beta1", "discriminator-init", "g-optimizer-beta2", "g-steps",
    "g-ema", "model", "prior", "dynamics", "schedule", "seed", "regularizer-gradient-penalty",
)  # fmt: skip


def test_classes_stand_in_columns_settings_unfold_and_a_draft_stays(
    open_page: Callable[..., Page], base_url: str
) -> None:
    page = open_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(SHIFTS)
    images = Images(page, base_url)
    images.open(model={"id": "conditional"}, expected=60)
    expect(page.locator(".class-head")).to_have_text([*"0123456789"])
    expect(images.part("fake-43")).to_have_attribute("aria-label", re.compile(", class 3:"))
    images.press("play")
    images.wait_for_step(TRAINED)
    images.press("pause")
    assert page.evaluate("window.shifts") < 0.02
    images.choose("class-picker", "7")
    expect(images.pictures("fake")).to_have_count(64)
    for kind in ("real", "fake"):
        expect(images.part(f"{kind}-63")).to_have_attribute("aria-label", re.compile("class 7:"))

    assert images.part("d-optimizer").count() == 0
    images.unfold()
    for testid in UNFOLDED:
        expect(images.part(testid)).to_be_attached()
    images.press("regularizer-r1")
    expect(images.part("rules-now")).to_have_text(re.compile(r"^R1, [\d.]+$"))

    images.press("remove-discriminator-2")
    expect(images.part("draft-state")).to_have_text("Discriminator changed")
    page.reload()
    images.ready(60)
    expect(images.part("draft-state")).to_have_text("Discriminator changed")
    images.press("draft-undo")
    expect(images.part("draft-state")).to_have_text("As trained")


@pytest.mark.parametrize(
    ("width", "height", "theme"), [(1440, 900, "light"), (1024, 768, "dark"), (390, 844, "light")]
)
def test_no_violation_and_nothing_too_wide(
    open_page: Callable[..., Page], base_url: str, width: int, height: int, theme: Any
) -> None:
    viewport = {"width": width, "height": height}
    images = Images(open_page(viewport=viewport, color_scheme=theme, locale="de-DE"), base_url)
    images.open()
    assert violations(images.page) == []
    assert images.page.evaluate("() => document.documentElement.scrollWidth") <= width
    if width < 1240:
        for tab in ("networks", "metrics"):
            images.press(f"tab-{tab}")
            assert violations(images.page) == []
