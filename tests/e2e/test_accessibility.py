"""Nothing that axe-core finds, in any state of the page, light and dark, wide and narrow."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.lab import TRAINED, Lab

WIDE = {"width": 1440, "height": 900}
TABLET = {"width": 1024, "height": 768}
PHONE = {"width": 390, "height": 844}


def untouched(_: Lab) -> None:
    """As it is first seen."""


def training(lab: Lab) -> None:
    lab.press("play")
    lab.wait_for_step(TRAINED)


def refused(lab: Lab) -> None:
    rate = lab.edit().part("g-optimizer-lr")
    rate.fill("-1")
    rate.press("Enter")
    expect(lab.part("error-g-optimizer-lr")).to_be_visible()


def diverged(lab: Lab) -> None:
    lab.page = lab.page.context.new_page()  # a tab keeps to its own session
    lab.page.goto(f"{lab.url}#config={WILD}")
    lab.ready()
    lab.press("play")
    expect(lab.part("message")).to_contain_text("diverged", timeout=20_000)


def slow_motion(lab: Lab) -> None:
    lab.press("slow-motion")
    for phase in ("d2", "g5"):
        lab.press(f"phase-{phase}")
        expect(lab.part(f"phase-{phase}")).to_have_attribute("aria-current", "step")


def another_loss(lab: Lab) -> None:
    lab.press("slow-motion")
    lab.choose("theory-compare", "wasserstein")
    expect(lab.part("theory-loss-second")).to_be_visible()


def help_sheet(lab: Lab) -> None:
    lab.press("help")
    expect(lab.page.get_by_role("dialog")).to_be_visible()


def help_closed(lab: Lab) -> None:
    lab.page.keyboard.press("Escape")
    expect(lab.page.get_by_role("dialog")).to_have_count(0)


def sample_under_the_pointer(lab: Lab) -> None:
    lab.part("plot-canvas").press("ArrowRight")
    expect(lab.part("sample-tooltip")).to_be_visible()


def model_tab(lab: Lab) -> None:
    lab.press("tab-model")


def unfolded(lab: Lab) -> None:
    lab.edit().unfold()


def density_options(lab: Lab) -> None:
    lab.press("layer-density")
    expect(lab.part("density-held-out")).to_contain_text("nats", timeout=30_000)


def class_picker(lab: Lab) -> None:
    lab.press("layer-density")
    lab.choose("preset", "conditional_ring")
    expect(lab.part("class-picker")).to_be_visible()


# Gradient descent with steps far too large: the weights are infinite after a few of them.
WILD = (
    '{"loss":{"id":"wasserstein"},"d_optimizer":{"id":"sgd","params":{"lr":10}},'
    '"g_optimizer":{"id":"sgd","params":{"lr":10}}}'
)
# One after the other in the same page.
JOURNEY: tuple[Callable[[Lab], None], ...] = (
    untouched, density_options, class_picker, sample_under_the_pointer, training, refused,
    help_sheet, help_closed, slow_motion, another_loss, diverged,
)  # fmt: skip


def walk(lab: Lab, journey: tuple[Callable[[Lab], None], ...]) -> dict[str, list[str]]:
    """The violations in each state that has some."""
    found = {}
    for state in journey:
        state(lab)
        if lines := violations(lab.page):
            found[state.__name__] = lines
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_violation(open_page: Callable[..., Page], base_url: str, theme: str) -> None:
    lab = Lab(open_page(viewport=WIDE, color_scheme=theme), base_url).open_whole()
    assert walk(lab, JOURNEY) == {}


@pytest.mark.parametrize("viewport", [TABLET, PHONE], ids=["tablet", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_violation_where_it_is_narrow(
    open_page: Callable[..., Page], base_url: str, viewport: Any, theme: str
) -> None:
    lab = Lab(open_page(viewport=viewport, color_scheme=theme), base_url).open_whole()
    assert walk(lab, (untouched, model_tab, unfolded, slow_motion)) == {}


def test_axe_finds_what_is_wrong(lab: Lab) -> None:
    lab.page.evaluate("() => document.querySelector('[data-testid=reset]').ariaLabel = ''")
    assert any("button-name" in line for line in violations(lab.page))
