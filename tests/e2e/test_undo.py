"""Undo and redo of every setting, and the keys of the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab, type_into


def rate_of(lab: Lab) -> float:
    """The generator's learning rate, by the server's word."""
    rate: float = lab.state()["config"]["g_optimizer"]["params"]["lr"]
    return rate


# --- Undo and redo -----------------------------------------------------------------------------


def test_a_change_is_named_undone_and_redone(lab: Lab) -> None:
    lab.edit()
    undo, redo = lab.part("undo"), lab.part("redo")
    expect(undo).to_be_disabled()
    expect(redo).to_be_disabled()
    type_into(lab, "g-optimizer-lr", "0.002")
    expect(undo).to_be_enabled()
    undo.hover()
    expect(lab.page.get_by_role("tooltip")).to_contain_text("Undo: Learning rate 0.001 → 0.002")
    undo.click()
    expect(lab.part("g-optimizer-lr")).to_have_value("0.001")
    expect(lab.part("undone")).to_have_text("Now Learning rate 0.002 → 0.001.")
    assert rate_of(lab) == 0.001
    expect(undo).to_be_disabled()
    redo.click()
    expect(lab.part("g-optimizer-lr")).to_have_value("0.002")
    assert rate_of(lab) == 0.002


def test_undoing_a_rebuild_starts_a_new_run_and_says_so(lab: Lab) -> None:
    lab.edit()
    type_into(lab, "generator-width", "32")
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    undo = lab.part("undo")
    expect(undo).to_have_accessible_description(re.compile("Starts a new run"))
    undo.click()
    expect(lab.part("step-count")).to_have_text("0")
    expect(lab.part("notice")).to_contain_text("A new run")
    assert lab.state()["config"]["generator"]["params"]["width"] == 64


def test_every_kind_of_change_can_be_taken_back(lab: Lab) -> None:
    lab.edit()
    before = lab.state()["config"]
    lab.press("distribution-spiral")
    expect(lab.part("data-name")).to_have_text("Spiral")
    lab.press("regularizer-r1")
    expect(lab.part("regularizer-r1-weight")).to_be_visible()
    type_into(lab, "seed", "7")
    lab.choose("preset", "mode_collapse")
    expect(lab.part("undo")).to_have_accessible_name("Undo: Preset Mode collapse")
    for name in ("Seed 0 → 7", "R1 off → on", "Data Ring of Gaussians → Spiral"):
        lab.press("undo")
        expect(lab.part("undo")).to_have_accessible_name(f"Undo: {name}")
    lab.press("undo")
    expect(lab.part("undo")).to_be_disabled()
    assert lab.state()["config"] == before
    for _ in range(4):
        lab.press("redo")
    expect(lab.part("redo")).to_be_disabled()
    expect(lab.part("preset")).to_have_value("mode_collapse")


@pytest.mark.parametrize(
    ("undo", "redo"), [("Control+z", "Control+Shift+z"), ("Meta+z", "Control+y"), ("u", "Shift+u")]
)
def test_undo_by_keys(lab: Lab, undo: str, redo: str) -> None:
    lab.edit()
    lab.choose("loss", "hinge")
    expect(lab.part("undo")).to_be_enabled()
    body = lab.page.locator("body")
    lab.page.evaluate("() => document.activeElement.blur()")
    body.press(undo)
    expect(lab.part("loss")).to_have_value("non_saturating")
    body.press(redo)
    expect(lab.part("loss")).to_have_value("hinge")


def test_undo_keeps_away_while_one_types(lab: Lab) -> None:
    lab.edit()
    type_into(lab, "g-optimizer-lr", "0.002")
    rate = lab.part("g-optimizer-lr")
    rate.press("Control+a")
    rate.press_sequentially("0.5")
    rate.press("Control+z")
    assert rate_of(lab) == 0.002
    rate.press("Escape")  # what was typed is dropped: now the key means the setting again
    rate.press("Control+z")
    expect(rate).to_have_value("0.001")
    assert rate_of(lab) == 0.001


# --- Keys --------------------------------------------------------------------------------------


def test_arrows_and_letters_step(lab: Lab) -> None:
    lab.edit()
    body, count = lab.page.locator("body"), lab.part("step-count")
    body.press("ArrowRight")
    expect(count).to_have_text("1")
    body.press("Shift+ArrowRight")
    expect(count).to_have_text("11")
    body.press("Shift+G")
    expect(count).to_have_text("21")
    lab.part("speed").focus()
    lab.part("speed").press("ArrowRight")
    lab.part("loss").press("ArrowRight")
    lab.part("plot-canvas").press("ArrowRight")
    body.press("1")  # answered after the keys above would have been
    expect(lab.part("layer-real")).to_have_attribute("aria-pressed", "false")
    assert lab.state()["step"] == 21


def test_the_sheet_lists_every_key_and_leaves_with_escape(lab: Lab) -> None:
    lab.page.locator("body").press("?")
    sheet = lab.part("keys")
    expect(sheet).to_be_visible()
    table = lab.page.evaluate(
        """async () => (await import("/src/shortcuts.js")).SHORTCUTS.map(({ id }) => id)"""
    )
    assert sorted(table) == sorted(
        str(row.get_attribute("data-shortcut")) for row in sheet.locator("[data-shortcut]").all()
    )
    lab.page.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()
