"""Edit mode: every setting at the part of the graph that it belongs to."""

import json
import re
import urllib.request
from itertools import pairwise

import pytest
from playwright.sync_api import FloatRect, Page, expect

from ganlab.gan.regularizers import TARGET
from tests.e2e.lab import Lab, type_into


def set_and_read(lab: Lab, testid: str, value: str) -> None:
    """Set a control of whatever kind and see it stand there."""
    control = lab.part(testid)
    if control.evaluate("control => control.tagName") == "SELECT":
        lab.choose(testid, value)
    elif control.input_value() != value:
        type_into(lab, testid, value)
    expect(control).to_have_value(value)


def test_the_graph_stays_alive_between_its_settings(lab: Lab) -> None:
    plot, metrics = lab.part("plot").bounding_box(), lab.part("chart-losses").bounding_box()
    lab.edit()
    for node in ("noise", "generator", "real", "fake", "discriminator", "predictions-fake"):
        expect(lab.part(f"node-{node}")).to_be_visible()
    lab.press("regularizer-r1")
    lab.press("regularizer-r2")
    expect(lab.part("regularizer-r2-weight")).to_be_visible()
    assert lab.part("plot").bounding_box() == plot
    assert lab.part("chart-losses").bounding_box() == metrics
    scrolls = "e => e.scrollHeight > e.clientHeight || e.scrollWidth > e.clientWidth"
    assert not lab.part("control-panel").evaluate(scrolls)
    assert not lab.page.evaluate("() => document.documentElement.scrollHeight > innerHeight")
    picture = "document.querySelector('[data-testid=node-fake] canvas').toDataURL()"
    before = lab.page.evaluate(f"() => {picture}")
    lab.press("step-both")
    lab.page.wait_for_function(f"before => {picture} !== before", arg=before)


def test_each_setting_stands_at_its_part_of_the_graph(lab: Lab) -> None:
    lab.edit()

    def box(testid: str) -> FloatRect:
        found = lab.part(testid).bounding_box()
        assert found
        return found

    def below(upper: str, lower: str) -> bool:
        return box(upper)["y"] + box(upper)["height"] <= box(lower)["y"]

    order = ["d-optimizer-lr", "discriminator-width", "node-discriminator"]
    assert all(below(*pair) for pair in pairwise(order))
    order = ["node-generator", "generator-width", "g-optimizer-lr"]
    assert all(below(*pair) for pair in pairwise(order))
    assert below("data-std", "node-real")
    assert below("prior", "node-noise")
    assert below("node-predictions-real", "loss")
    assert below("loss", "node-predictions-fake")


def test_nothing_that_the_catalog_offers_is_out_of_reach(lab: Lab) -> None:
    lab.edit()
    for fold in lab.page.locator("[data-testid^=more-]").evaluate_all(
        "folds => folds.map(fold => fold.dataset.testid)"
    ):
        lab.press(fold)
    with urllib.request.urlopen(f"{lab.url}/api/catalog") as answer:
        catalog = json.load(answer)
    config = catalog["defaults"]
    rules = catalog["registries"]["regularizers"]
    wanted = [f"regularizer-{e['id']}" for e in rules if e["kind"] != TARGET]  # of pairs of images
    for field in catalog["fields"]:
        name, registry = field["name"], field["registry"]
        if name in ("scene", "regularizers"):  # only one scene; above
            continue
        if registry is None:
            wanted.append(name)
            continue
        entries = catalog["registries"][registry]
        entry = next(e for e in entries if e["id"] == config[name]["id"])
        wanted += [f"{name}-{p['name']}" for p in entry["params"]]
        if name != "data" and len(entries) > 1:
            wanted.append(name)
            offered = lab.part(name.replace("_", "-")).locator("option")
            assert offered.count() == len(entries), name
    for testid in wanted:
        expect(lab.part(testid.replace("_", "-"))).to_be_visible()


def test_the_ranges_of_gan_lab(lab: Lab) -> None:
    """Row 8 of the parity list: every value that GAN Lab offers can be set here."""
    lab.edit()
    for testid, values in {
        "generator-layers": ("0", "5"),
        "discriminator-layers": ("0", "5"),
        "generator-width": ("1", "100"),
        "discriminator-width": ("1", "100"),
        "d-optimizer": ("sgd", "adam"),
        "g-optimizer": ("adam", "sgd"),
        "d-optimizer-lr": ("0.001", "1"),
        "g-optimizer-lr": ("0.001", "1"),
        "d-steps": ("0", "10"),
        "g-steps": ("0", "10"),
        "loss": ("minimax", "least_squares"),
        "prior": ("gaussian", "uniform"),
        "prior-dimension": ("1", "2"),
    }.items():
        for value in values:
            set_and_read(lab, testid, value)


def test_what_acts_live_and_what_rebuilds(lab: Lab) -> None:
    """Row 9: loss, optimizer, rate and updates act at once; noise and networks start anew."""
    lab.edit()
    for testid, value in {
        "loss": "least_squares",
        "g-optimizer": "sgd",
        "d-optimizer-lr": "0.01",
        "d-steps": "2",
    }.items():
        lab.press("step-both")
        before = lab.steps()
        set_and_read(lab, testid, value)
        expect(lab.part(testid)).to_have_accessible_description(re.compile("at the next step"))
        assert lab.state()["step"] >= max(before, 1)
    for testid, value in {"prior": "uniform", "generator-layers": "2"}.items():
        lab.press("step-both")
        expect(lab.part("step-count")).not_to_have_text("0")
        set_and_read(lab, testid, value)
        expect(lab.part(testid)).to_have_accessible_description(re.compile("starts a new run"))
        expect(lab.part("step-count")).to_have_text("0")


def test_the_player_that_learns_is_lit(lab: Lab) -> None:
    graph = lab.part("model-graph")
    for mode in ("overview", "edit"):
        if mode == "edit":
            lab.edit()
        lab.press("step-generator")
        expect(graph).to_have_attribute("data-learning", "generator")
        lab.press("step-discriminator")
        expect(graph).to_have_attribute("data-learning", "discriminator")


def test_the_settings_can_be_hidden_and_stay_hidden(lab: Lab) -> None:
    body = lab.page.locator("body")
    body.press("e")
    expect(lab.part("control-panel")).to_be_visible()
    lab.press("hide-settings")
    expect(lab.part("graph-edit")).not_to_be_visible()
    expect(lab.part("control-panel")).to_have_count(0)
    body.press("e")
    expect(lab.part("control-panel")).to_have_count(0)
    lab.page.reload()
    lab.ready()
    expect(lab.part("graph-edit")).not_to_be_visible()
    lab.press("show-all-controls")
    lab.press("graph-edit")
    expect(lab.part("control-panel")).to_be_visible()


@pytest.mark.parametrize("width", [1024, 390])
def test_edit_mode_where_it_is_narrow(page: Page, base_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    lab = Lab(page, base_url).open()
    page.locator("body").press("e")  # wherever one is, it leads to the settings
    expect(lab.part("control-panel")).to_be_visible()
    assert not page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
    panel = lab.part("control-panel")
    assert not panel.evaluate("panel => panel.scrollWidth > panel.clientWidth")
    lab.press("g-steps-more")
    expect(lab.part("g-steps")).to_have_value("2")
    lab.press("undo")
    expect(lab.part("g-steps")).to_have_value("1")
    lab.press("step-generator")
    expect(lab.part("model-graph")).to_have_attribute("data-learning", "generator")
    expect(lab.part("step-generator").get_by_test_id("just-learned")).to_be_attached()
    lab.press("step-discriminator")
    expect(lab.part("step-discriminator").get_by_test_id("just-learned")).to_be_attached()
    expect(lab.part("just-learned")).to_have_count(1)


def test_the_longest_seed_fits_its_field_on_a_phone(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    lab = Lab(page, base_url).open()
    lab.press("tab-model")
    lab.edit()
    type_into(lab, "seed", "4294967295")
    assert lab.part("seed").evaluate("field => field.scrollWidth <= field.clientWidth")


def test_a_refusal_below_the_window_comes_into_sight(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 1440, "height": 640})
    lab.edit()
    control = lab.part("g-optimizer-lr")
    control.evaluate(
        """control => {
            control.scrollIntoView({ block: 'end' });
            control.focus({ preventScroll: true });
        }"""
    )
    control.press("Control+a")
    lab.page.keyboard.type("7000")
    lab.page.keyboard.press("Enter")
    expect(lab.part("error-g-optimizer-lr")).to_be_in_viewport(ratio=1)
