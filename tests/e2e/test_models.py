"""Models as a person handles them: saved, opened elsewhere, refused when they are none."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, expect

from tests.e2e.lab import Lab


def save(lab: Lab, folder: Path) -> Path:
    """Save the model from the menu; where it lies."""
    lab.press("export-menu")
    with lab.page.expect_download() as download:
        lab.press("save-model")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def open_file(lab: Lab, file: Path) -> None:
    """Open a file from the menu."""
    lab.press("export-menu")
    with lab.page.expect_file_chooser() as chooser:
        lab.press("open-model")
    chooser.value.set_files(file)


def test_a_saved_model_goes_on_in_another_session(
    lab: Lab, open_page: Callable[..., Page], base_url: str, tmp_path: Path
) -> None:
    lab.press("distribution-spiral")
    for step in range(1, 4):
        lab.press("step-both")
        expect(lab.part("step-count")).to_have_text(str(step))
    file = save(lab, tmp_path)
    assert file.name == "ganlab-spiral-step-3.safetensors"
    other = Lab(open_page(), base_url).open()
    untrained = other.picture()
    open_file(other, file)
    expect(other.part("step-count")).to_have_text("3")
    expect(other.part("data-name")).to_have_text("Spiral")
    expect(other.part("notice")).to_contain_text("stands at step 3")
    assert other.session_id != lab.session_id
    assert other.picture() != untrained
    for each in (lab, other):
        each.press("step-both")
        expect(each.part("step-count")).to_have_text("4")
    mine, its = lab.weights("generator"), other.weights("generator")
    assert all(np.array_equal(value, its[name]) for name, value in mine.items())


def test_what_is_no_model_is_told_and_changes_nothing(
    lab: Lab, page_problems: list[str], tmp_path: Path
) -> None:
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    weights = lab.weights("generator")
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"\x80\x04<img src=x onerror=alert(1)>")
    open_file(lab, bad)
    notice = lab.part("notice")
    expect(notice).to_contain_text("The file was not opened.")
    expect(notice).to_contain_text("The run is as it was.")
    expect(lab.part("step-count")).to_have_text("1")
    assert not lab.moved("generator", weights)
    assert page_problems == []  # it was not even sent


def test_the_export_menu_works_by_keys_alone(lab: Lab) -> None:
    keys, button = lab.page.keyboard, lab.part("export-menu")
    in_focus = lab.page.locator("[role=menuitem]:focus")
    button.focus()
    keys.press("Enter")
    expect(in_focus).to_have_count(1)
    keys.press("End")
    keys.press("ArrowDown")  # round to the first
    keys.press("o")
    expect(lab.part("open-model")).to_be_focused()
    keys.press("ArrowUp")
    expect(lab.part("save-model")).to_be_focused()
    keys.press("s")  # to an item that begins so, and no step is played
    expect(in_focus).to_have_text(re.compile("^Save"))
    expect(lab.part("step-count")).to_have_text("0")
    keys.press("Escape")
    expect(lab.part("save-model")).to_have_count(0)
    expect(button).to_be_focused()
    keys.press("ArrowDown")
    keys.press("o")
    keys.press("ArrowUp")
    with lab.page.expect_download():
        keys.press("Enter")
    expect(button).to_be_focused()


def test_on_a_phone_the_menu_holds_what_the_head_cannot(
    open_page: Callable[..., Page], base_url: str
) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True)
    lab = Lab(page, base_url).open()
    lab.part("header-menu").tap()
    expect(lab.part("save-model")).to_be_visible()
    lab.part("colour-blind").tap()
    expect(page.locator("html")).to_have_attribute("data-cb", "")
    lab.part("header-menu").tap()
    expect(lab.part("colour-blind")).to_have_attribute("aria-checked", "true")
    lab.part("help").tap()
    expect(lab.part("help-sheet")).to_be_visible()
