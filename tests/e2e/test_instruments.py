"""The instruments: chosen, read beside their floors, kept over a reload, taken off again."""

import json
import re

from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.e2e.lab import Lab

TAKES_MS = 40_000  # another process reads them, when the machine has time


def test_instruments_are_chosen_and_read_beside_their_floors(lab: Lab) -> None:
    lab.part("instruments-choose").focus()
    lab.page.keyboard.press("Enter")
    dialog = lab.part("instruments-dialog")
    expect(dialog.get_by_role("checkbox")).to_have_count(24)
    expect(dialog.get_by_text("How it misleads:")).to_have_count(24)
    expect(dialog.locator(".katex-error")).to_have_count(0)
    for name in ("optimal-value", "mmd", "d-rotation"):
        lab.part(f"instrument-choose-{name}").focus()
        lab.page.keyboard.press("Space")
    assert violations(lab.page) == []
    lab.page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()

    note = lab.part("instrument-note-mmd")
    expect(note).to_have_text(
        re.compile(r"perfect sampler .* ± .* · lower is better · p (< )?[\d.]+: they differ"),
        timeout=TAKES_MS,
    )
    expect(lab.part("instrument-value-optimal-value")).to_have_text(re.compile(r"^−?\d"))
    expect(lab.part("instrument-note-d-rotation")).to_have_text(re.compile("after some steps"))
    lab.press("play")
    expect(lab.part("instrument-value-d-rotation")).to_have_text(
        re.compile(r"^\d"), timeout=TAKES_MS
    )
    lab.press("pause")

    lab.page.reload()
    lab.ready()
    expect(lab.part("instrument-value-mmd")).to_have_text(re.compile(r"^−?\d"), timeout=TAKES_MS)
    for name in ("optimal-value", "mmd", "d-rotation"):
        lab.press(f"instrument-remove-{name}")
    expect(lab.page.locator(".instrument")).to_have_count(0)
    kept = lab.page.evaluate("() => localStorage['ganlab.settings']")
    assert json.loads(kept)["instruments"] == []
