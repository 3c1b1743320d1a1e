"""Everything on the page explains itself: by a tool-tip, a question mark, or words beside it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.lab import Lab

# What needs no explanation, by its data-testid: regular expression → why.
EXCEPTIONS = {
    r"edge-.*": "a line between two parts that say what they are",
    r"plot|model-graph|control-panel|keys|theory|slow-panel": "a frame around others, with a title",
    r"instruments": "the same",
    r"layers-(generator|discriminator)|.*-(sheet|dialog)": "the same",
    r"layer-help|theory-minimizes|watch|notice|connection|message": "is an explanation itself",
    r"error-.*": "the same",
    r"instrument-note-.*": "the same",
    r"diagnosis|diagnosis-(title|text|signal|aloud)": "says what is wrong; Why? says more",
    r"announcer|sample-spoken|undone|just-learned|applied-.*": "is heard or seen in passing",
    r"noise-std": "a number with its words beside it, in the rule that explains it",
    r"phase-caption": "says what this phase does",
    r"theory-(histogram|mean|loss-.*|pull-.*)": "a part of a chart that says what it shows",
    r"sample-tooltip|plot-summary": "says in words what the picture shows",
    r"help-close|instruments-close|notice-dismiss": "closes what explains itself",
}

# For each part: how it is explained, or nothing. A tip counts where the keyboard can open it too.
EXPLAINED = """parts => parts.map(part => {
    const words = (part.getAttribute('aria-describedby') ?? '').split(' ')
        .map(id => document.getElementById(id)?.textContent.trim() ?? '').join(' ').trim();
    const said = part.getAttribute('aria-description') ?? '';
    const name = part.ariaLabel?.includes(': ') && part.ariaLabel; // "Noise: random numbers, …"
    const tipped = part.closest('[data-tip]');
    const takesFocus = 'button, a, input, select, textarea, [tabindex="0"]';
    const reached = tipped && (tipped.matches(takesFocus) || tipped.querySelector(takesFocus));
    const help = part.querySelector('.menu-help')?.textContent ?? '';
    return [part.dataset.testid, said || words || name || (reached && tipped.dataset.tip) || help];
})"""


def unexplained(page: Page) -> list[str]:
    """The ids of everything visible that does not say what it is."""
    explained = page.locator("[data-testid]").evaluate_all(EXPLAINED)
    assert len(explained) > 50, "the page is not there"
    exempt = re.compile("|".join(EXCEPTIONS))
    return sorted({t for t, words in explained if len(words) < 10 and not exempt.fullmatch(t)})


def fresh(lab: Lab) -> None:
    """As the page opens."""


def playing(lab: Lab) -> None:
    """While it trains."""
    lab.press("play")
    expect(lab.part("pause")).to_be_visible()


def unfolded(lab: Lab) -> None:
    """Everything that folds is open, and every regularizer is on."""
    lab.edit()
    folds = lab.page.locator("[data-testid^=more-]")
    for testid in folds.evaluate_all("folds => folds.map(fold => fold.dataset.testid)"):
        lab.press(testid)
    for chip in lab.page.locator("[data-testid^=regularizer-].chip").all():
        chip.click()
        expect(chip).to_have_attribute("aria-pressed", "true")


def menu_open(lab: Lab) -> None:
    """A menu hangs from the head."""
    lab.press("export-menu")
    expect(lab.page.get_by_role("menu")).to_be_visible()


def sheet_open(lab: Lab) -> None:
    """The sheet of what is what."""
    lab.press("help")
    expect(lab.part("help-sheet")).to_be_visible()


def slow_motion(lab: Lab) -> None:
    """A step in its phases, at an update."""
    lab.press("slow-motion")
    lab.press("phase-d5")
    expect(lab.part("side-after")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("state", [fresh, playing, unfolded, slow_motion, menu_open, sheet_open])
def test_everything_explains_itself(lab: Lab, state: Callable[[Lab], None]) -> None:
    state(lab)
    assert unexplained(lab.page) == []


def test_everything_explains_itself_on_a_phone(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    lab = Lab(page, base_url).open()
    lab.press("header-menu")
    assert unexplained(page) == []
    page.keyboard.press("Escape")
    lab.press("tab-model")
    assert unexplained(page) == []
    lab.edit()
    assert unexplained(page) == []


def test_a_selection_explains_what_is_chosen(lab: Lab) -> None:
    lab.edit()
    for chosen, words in (("hinge", "right side by 1"), ("wasserstein", "distance")):
        lab.choose("loss", chosen)
        described = expect(lab.part("loss"))
        described.to_have_accessible_description(re.compile(words, re.IGNORECASE))


def test_a_tap_on_a_question_mark_and_a_resting_finger_show_the_tip(lab: Lab) -> None:
    tip = lab.page.get_by_role("tooltip")
    mark = lab.part("chart-losses").get_by_role("button")
    mark.dispatch_event("pointerdown", {"pointerType": "touch"})
    mark.dispatch_event("click")
    expect(tip).to_contain_text("What each player tries to make small")
    rest = lab.part("step-both")
    rest.dispatch_event("pointerdown", {"pointerType": "touch", "clientX": 5, "clientY": 5})
    expect(tip).to_contain_text("the discriminator learns")
    rest.dispatch_event("click")  # the finger is lifted: that was a question, not a step
    expect(lab.part("step-count")).to_have_text("0")
    rest.dispatch_event("pointerdown", {"pointerType": "touch"})
    rest.dispatch_event("pointerup", {"pointerType": "touch"})
    rest.dispatch_event("click")
    expect(lab.part("step-count")).to_have_text("1")
    expect(tip).to_have_count(0)


def test_the_keyboard_opens_a_tip_and_escape_closes_it(lab: Lab) -> None:
    lab.page.keyboard.press("Tab")
    tip = lab.page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    lab.page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
