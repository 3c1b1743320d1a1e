"""The loss theory drawer and the formulas: what they say is what the run does."""

import json
import re
import urllib.request

from playwright.sync_api import expect

from tests.e2e.lab import TRAINED, Lab


def path(lab: Lab, testid: str) -> str:
    """The shape of a line of the chart."""
    return lab.part(testid).get_attribute("d") or ""


def test_the_drawer_is_a_view_of_the_runs_loss(lab: Lab) -> None:
    expect(lab.part("theory-loss-first")).to_have_attribute("d", re.compile("^M"))
    value, pull = path(lab, "theory-loss-first"), path(lab, "theory-pull-first")
    lab.choose("loss", "minimax")
    expect(lab.part("theory-loss-first")).not_to_have_attribute("d", value)
    expect(lab.part("theory-pull-first")).not_to_have_attribute("d", pull)
    expect(lab.part("theory")).to_contain_text("the gradient vanishes")
    assert lab.state()["config"]["loss"]["id"] == "minimax"
    lab.choose("loss", "wasserstein")
    expect(lab.part("theory-mean")).to_contain_text("raw output")
    lab.press("graph-edit")
    assert lab.page.locator("[data-testid=loss]").count() == 1


def test_every_loss_trains_live_and_says_what_it_minimizes(lab: Lab) -> None:
    """A hundred steps of each, one after the other in one run, without a stop."""
    with urllib.request.urlopen(f"{lab.url}/api/catalog") as answer:
        losses = json.load(answer)["registries"]["losses"]
    assert len(losses) >= 13
    lab.press("play")
    for loss in losses:
        lab.choose("loss", loss["id"])
        expect(lab.part("theory-minimizes")).to_contain_text(loss["minimizes"])
        expect(lab.part("theory-loss-first")).to_have_attribute("d", re.compile("^M"))
        assert lab.part("theory").locator(".formula").count() >= 2
        pairs = lab.part("theory").get_by_text("beside a real sample")
        expect(pairs).to_have_count(1 if loss.get("pairs") else 0)
        lab.wait_for_step(int(lab.state()["step"]) + 100)
    assert lab.state()["status"] == "playing"


def test_the_histogram_is_alive(lab: Lab) -> None:
    bars = lab.part("theory-histogram")
    expect(bars).to_be_visible()
    before = bars.inner_html()
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.press("pause")
    expect(lab.part("theory-mean")).to_contain_text(re.compile(r"mean now [01]\.\d\d"))
    assert bars.inner_html() != before


def test_another_loss_can_be_laid_over(lab: Lab) -> None:
    expect(lab.part("theory-loss-second")).to_have_count(0)
    lab.choose("theory-compare", "minimax")
    expect(lab.part("theory-loss-second")).to_have_attribute("d", re.compile("^M"))
    assert lab.state()["config"]["loss"]["id"] == "non_saturating"
    lab.choose("theory-compare", "")
    expect(lab.part("theory-loss-second")).to_have_count(0)


def test_the_drawer_folds(lab: Lab) -> None:
    lab.press("theory-toggle")
    expect(lab.part("theory-chart")).to_have_count(0)
    expect(lab.part("loss")).to_be_visible()
    lab.press("theory-toggle")
    expect(lab.part("theory-chart")).to_be_visible()
    lab.page.set_viewport_size({"width": 1440, "height": 800})
    lab.page.reload()
    lab.ready()
    expect(lab.part("theory-toggle")).to_have_attribute("aria-expanded", "false")


def test_symbols_of_a_formula_are_explained(lab: Lab) -> None:
    formula = lab.part("theory").locator(".formula").first
    formula.locator("[data-symbol]").get_by_text("z").last.hover()
    expect(lab.page.get_by_role("tooltip")).to_contain_text("noise")
    lab.page.mouse.move(0, 0)
    expect(lab.page.get_by_role("tooltip")).to_have_count(0)
    lab.part("loss").focus()
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Tab")
    expect(formula).to_be_focused()
    expect(lab.page.get_by_role("tooltip")).to_contain_text("the mean over real samples")


def test_every_formula_of_the_catalog_is_set_and_explained(lab: Lab) -> None:
    """By the page's own module: no error, and no letter without a meaning."""
    with urllib.request.urlopen(f"{lab.url}/api/catalog") as answer:
        registries = json.load(answer)["registries"]
    formulas = [
        [name, entry["formula"]]
        for name, entries in registries.items()
        for entry in entries
        if entry.get("formula")
    ]
    assert len(formulas) > 20
    set_by_page = lab.page.evaluate(
        """async formulas => {
            const { setFormula } = await import('/src/views/formula.js');
            return formulas.map(([registry, tex]) => {
                const box = document.createElement('div');
                setFormula(box, tex, registry);
                const letters = [...box.querySelectorAll('.katex-html .mathnormal')];
                return {
                    tex,
                    error: box.querySelector('.katex-error') !== null,
                    explained: box.querySelectorAll('[data-symbol][data-tip]').length,
                    bare: letters.filter(each => !each.closest('[data-symbol]'))
                        .map(each => each.textContent),
                };
            });
        }""",
        formulas,
    )
    for formula in set_by_page:
        assert not formula["error"], formula
        assert formula["explained"] > 0, formula
        assert formula["bare"] == [], formula


def test_formulas_are_in_the_tool_tips_of_what_they_belong_to(lab: Lab) -> None:
    lab.edit()
    for testid, words in (
        ("regularizer-r1", "the weight of the penalty"), ("d-optimizer", "the learning rate"),
    ):  # fmt: skip
        lab.part(testid).hover()
        tip = lab.page.get_by_role("tooltip")
        expect(tip.locator(".katex").first).to_be_visible()
        expect(tip).to_contain_text(words)
        lab.page.mouse.move(0, 0)
        expect(tip).to_have_count(0)
