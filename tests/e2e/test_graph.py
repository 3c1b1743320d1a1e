"""The model overview graph, by what changes on the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.lab import TRAINED, Lab

NODES = {
    "noise", "generator", "real", "fake", "discriminator", "predictions-real", "predictions-fake",
    "gradients",
}  # fmt: skip

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

# Whether miniatures are drawn otherwise than before; whether all are as before.
CHANGED = """([before, names]) => names.every(name => document
    .querySelector(`[data-testid=node-${name}] canvas`).toDataURL() !== before[name])"""
SAME = """before => Object.entries(before).every(([name, url]) => document
    .querySelector(`[data-testid=node-${name}] canvas`).toDataURL() === url)"""
ANIMATION = "path => getComputedStyle(path).animationName"


def pictures(lab: Lab) -> dict[str, str]:
    """The pixels of every miniature, as the page drew them."""
    drawn = lab.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.graph-node canvas')].map(
            canvas => [canvas.parentElement.dataset.testid.slice(5), canvas.toDataURL()]))"""
    )
    return dict(drawn)


def wait_until_drawn(lab: Lab) -> None:
    """Wait for the first frame to be in every miniature."""
    lab.page.wait_for_function(
        """count => [...document.querySelectorAll('.graph-node canvas')].filter(canvas => {
            const { width, height } = canvas;
            const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
            return data.some((value, at) => value !== data[at % 4]);
        }).length === count""",
        arg=len(NODES),
    )


def test_every_part_of_the_model_is_a_live_picture(lab: Lab) -> None:
    wait_until_drawn(lab)
    before = pictures(lab)
    assert set(before) == NODES
    expect(lab.part("d-loss")).to_have_text("–")
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.press("pause")
    expect(lab.part("play")).to_be_visible()
    expect(lab.part("d-loss")).not_to_have_text("–")
    expect(lab.part("g-loss")).not_to_have_text("–")
    after = pictures(lab)
    changed = {name for name in NODES if after[name] != before[name]}
    assert changed == NODES - {"noise", "real"}  # the same noise and the same data all along


@pytest.mark.parametrize("layer", ["real", "fake", "heatmap", "manifold", "gradients"])
def test_a_layer_is_switched_from_its_node(lab: Lab, layer: str) -> None:
    in_graph, in_legend = lab.part(f"graph-layer-{layer}"), lab.part(f"layer-{layer}")
    before, pressed = lab.picture(), in_legend.get_attribute("aria-pressed") or ""
    in_graph.click()
    expect(in_legend).not_to_have_attribute("aria-pressed", pressed)
    expect(in_graph).not_to_have_attribute("aria-pressed", pressed)
    lab.page.mouse.move(0, 0)
    assert lab.picture() != before
    in_legend.click()
    expect(in_graph).to_have_attribute("aria-pressed", pressed)


def test_a_fake_is_marked_in_every_node_and_told_in_full(lab: Lab) -> None:
    wait_until_drawn(lab)
    before = pictures(lab)
    lab.part("node-fake").press("ArrowRight")
    tooltip = lab.part("sample-tooltip")
    expect(tooltip).to_contain_text("Fake sample")
    for term in ("D says real", "Gradient", "Noise"):
        expect(tooltip.get_by_text(term)).to_be_visible()
    expect(lab.part("sample-spoken")).to_contain_text("made of noise (")
    unmarked = {"real", "predictions-real"}
    lab.page.wait_for_function(CHANGED, arg=[before, sorted(NODES - unmarked)])
    marked = pictures(lab)
    assert {name for name in NODES if marked[name] == before[name]} == unmarked
    first = tooltip.text_content()
    lab.page.keyboard.press("ArrowDown")
    expect(tooltip).not_to_have_text(first or "")
    lab.page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    lab.page.wait_for_function(SAME, arg=before)


def test_a_real_sample_under_the_mouse_is_marked_where_it_is(lab: Lab) -> None:
    wait_until_drawn(lab)
    before, plot = pictures(lab), lab.picture()
    box = lab.part("node-real").bounding_box()
    assert box
    lab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 9)  # on the ring
    expect(lab.part("sample-tooltip")).to_contain_text("Real sample")
    expect(lab.part("sample-tooltip")).not_to_contain_text("Noise")
    marked = {"real", "predictions-real", "discriminator"}
    lab.page.wait_for_function(CHANGED, arg=[before, sorted(marked)])
    after = pictures(lab)
    assert {name for name in NODES if after[name] != before[name]} == marked
    assert lab.picture() != plot
    lab.page.mouse.move(0, 0)
    expect(lab.part("sample-tooltip")).to_have_count(0)


def test_hovering_the_generator_turns_noise_into_its_picture_and_back(lab: Lab) -> None:
    wait_until_drawn(lab)
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    lab.page.mouse.move(0, 0)
    before, plot = pictures(lab), lab.picture()
    lab.part("node-generator").hover()
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "true")
    lab.page.wait_for_function(CHANGED, arg=[before, ["generator"]])
    seen = {lab.picture()}
    for _ in range(3):
        now = pictures(lab)
        lab.page.wait_for_function(CHANGED, arg=[now, ["generator"]])
        seen.add(lab.picture())
    assert len(seen) == 4  # it moves, and in the large as well
    assert plot not in seen
    lab.page.mouse.move(0, 0)
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "false")
    lab.page.wait_for_function(SAME, arg=before)
    assert lab.picture() == plot


def test_the_morph_by_keyboard(lab: Lab) -> None:
    lab.part("graph-edit").focus()
    for _ in range(3):
        lab.page.keyboard.press("Tab")
        if lab.page.evaluate("() => document.activeElement.dataset.testid") == "node-generator":
            break
    expect(lab.part("node-generator")).to_be_focused()
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "true")
    lab.page.keyboard.press("Escape")
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "false")


def test_without_motion_the_noise_and_the_picture_take_turns(
    open_page: Callable[..., Page], base_url: str
) -> None:
    lab = Lab(open_page(viewport=WIDE, reduced_motion="reduce"), base_url).open()
    wait_until_drawn(lab)
    before = pictures(lab)
    lab.part("node-generator").hover()
    lab.page.wait_for_function(CHANGED, arg=[before, ["generator"]])
    noise = pictures(lab)["generator"]
    lab.page.wait_for_timeout(400)  # with motion it would be on its way
    assert pictures(lab)["generator"] == noise
    lab.press("play")
    lab.wait_for_step(1)
    flow = lab.page.evaluate(
        "() => getComputedStyle(document.querySelector('.graph-edge .flow')).animationName"
    )
    assert flow == "none"


@pytest.mark.parametrize(
    ("player", "moving", "still"),
    [
        ("generator", "gradients-generator", "d-loss-discriminator"),
        ("discriminator", "d-loss-discriminator", "gradients-generator"),
    ],
)
def test_the_way_of_the_player_that_learns_flows(
    lab: Lab, player: str, moving: str, still: str
) -> None:
    def flows(edge: str) -> bool:
        name = lab.part(f"edge-{edge}").locator(".flow").evaluate(ANIMATION)
        return bool(name != "none")

    assert not flows(moving)
    lab.press(f"step-{player}")
    expect(lab.part("model-graph")).to_have_attribute("data-learning", player)
    assert flows(moving)
    assert not flows(still)
    expect(lab.part("model-graph")).to_have_attribute("data-learning", "nobody")
    lab.press("play")
    expect(lab.part("model-graph")).to_have_attribute("data-learning", "both")
    assert flows(moving)
    assert flows(still)
    lab.press("pause")
    expect(lab.part("model-graph")).to_have_attribute("data-learning", "nobody")
    assert not flows(moving)


def test_nothing_moves_on_the_page_while_it_trains(
    open_page: Callable[..., Page], base_url: str
) -> None:
    page = open_page(viewport=WIDE)
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(e => e.value)))
            .observe({ type: 'layout-shift', buffered: true });"""
    )
    lab = Lab(page, base_url).open_whole()
    wait_until_drawn(lab)
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.part("node-generator").hover()
    lab.part("node-fake").hover()
    lab.press("pause")
    lab.edit()
    lab.press("graph-edit")
    wait_until_drawn(lab)
    assert page.evaluate("() => window.shifts") == []


def test_on_a_phone_the_graph_is_a_tab_and_fits(
    open_page: Callable[..., Page], base_url: str
) -> None:
    lab = Lab(open_page(viewport=PHONE, has_touch=True, is_mobile=True), base_url).open()
    expect(lab.part("model-graph")).not_to_be_visible()
    lab.press("tab-model")
    wait_until_drawn(lab)
    box = lab.part("model-graph").bounding_box()
    assert box
    assert box["x"] >= 0
    assert 340 <= box["width"] <= PHONE["width"]
    lab.part("node-generator").tap()
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "true")
    lab.part("node-fake").tap()
    expect(lab.part("sample-tooltip")).to_contain_text("Fake sample")
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "false")


def test_the_controls_take_the_graphs_place_and_give_it_back(lab: Lab) -> None:
    lab.edit()
    expect(lab.part("model-graph")).to_have_count(0)
    lab.press("graph-edit")
    expect(lab.part("model-graph")).to_be_visible()
    wait_until_drawn(lab)
