"""The model overview graph, by what changes on the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.lab import TRAINED, Lab

NODES = {
    "noise", "generator", "real", "fake", "discriminator", "predictions-real", "predictions-fake",
    "gradients",
}  # fmt: skip

MORPH_BEGINS_MS = 900  # at first the noise stands still, to be looked at
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

PLOT = "plot-canvas"

# The pixels of each miniature by its node's name, and of the plot; the names of those that are
# not as kept.
# A browser may round colours otherwise after it has read a canvas: 2 of 255 are no difference.
DRAWN = """() => {
    const scratch = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const read = canvas => {
        Object.assign(scratch.canvas, { width: canvas.width, height: canvas.height });
        scratch.drawImage(canvas, 0, 0);
        return scratch.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    return Object.fromEntries([...document.querySelectorAll('.graph-node canvas, .plot canvas')]
        .filter(({ width }) => width > 0)
        .map(canvas => [canvas.parentElement.dataset.testid.replace('node-', ''), read(canvas)]));
}"""
DIFFER = f"""() => {{ const now = ({DRAWN})(); return Object.keys(now).filter(name =>
    now[name].some((value, at) => Math.abs(value - window.kept[name]?.[at]) > 2)).sort(); }}"""
ANIMATION = "path => getComputedStyle(path).animationName"


def wait_until_drawn(lab: Lab) -> None:
    """Wait for the first frame to be in every miniature."""
    lab.page.wait_for_function(
        f"""names => {{ const now = ({DRAWN})(); return names.every(name =>
            now[name]?.some((value, at) => value !== now[name][at % 4])); }}""",
        arg=sorted(NODES),
    )


def keep(lab: Lab) -> None:
    """Keep what the pictures show, for comparison."""
    lab.page.evaluate(f"() => {{ window.kept = ({DRAWN})(); }}")


def wait_for_changed(lab: Lab, names: set[str]) -> None:
    """Wait until these pictures, and no others, differ from what was kept."""
    lab.page.wait_for_function(
        f"names => ({DIFFER})().join() === names.join()", arg=sorted(names), timeout=10_000
    )


def test_every_part_of_the_model_is_a_live_picture(lab: Lab) -> None:
    wait_until_drawn(lab)
    keep(lab)
    expect(lab.part("d-loss")).to_have_text("–")
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.press("pause")
    expect(lab.part("play")).to_be_visible()
    expect(lab.part("d-loss")).not_to_have_text("–")
    expect(lab.part("g-loss")).not_to_have_text("–")
    wait_for_changed(
        lab, {PLOT, *NODES} - {"noise", "real"}
    )  # the same noise and the same data all along


def test_layers_are_switched_from_their_nodes(lab: Lab) -> None:
    for layer in ("real", "fake", "heatmap", "manifold", "gradients"):
        in_graph, in_legend = lab.part(f"graph-layer-{layer}"), lab.part(f"layer-{layer}")
        before, pressed = lab.picture(), in_legend.get_attribute("aria-pressed") or ""
        in_graph.click()
        expect(in_legend).not_to_have_attribute("aria-pressed", pressed)
        expect(in_graph).not_to_have_attribute("aria-pressed", pressed)
        lab.page.mouse.move(0, 0)
        assert lab.picture() != before, layer
        in_legend.click()
        expect(in_graph).to_have_attribute("aria-pressed", pressed)


def test_a_fake_is_marked_in_every_node_and_told_in_full(lab: Lab) -> None:
    wait_until_drawn(lab)
    keep(lab)
    lab.part("node-fake").press("ArrowRight")
    tooltip = lab.part("sample-tooltip")
    expect(tooltip).to_contain_text("Fake sample")
    for term in ("D says real", "Gradient", "Noise"):
        expect(tooltip.get_by_text(term)).to_be_visible()
    expect(lab.part("sample-spoken")).to_contain_text("made of noise (")
    wait_for_changed(lab, {PLOT, *NODES} - {"real", "predictions-real"})
    first = tooltip.text_content()
    lab.page.keyboard.press("ArrowDown")
    expect(tooltip).not_to_have_text(first or "")
    lab.page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    wait_for_changed(lab, set())


def test_a_real_sample_under_the_mouse_is_marked_where_it_is(lab: Lab) -> None:
    wait_until_drawn(lab)
    keep(lab)
    box = lab.part("node-real").bounding_box()
    assert box
    lab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 9)  # on the ring
    expect(lab.part("sample-tooltip")).to_contain_text("Real sample")
    expect(lab.part("sample-tooltip")).not_to_contain_text("Noise")
    wait_for_changed(lab, {PLOT, "real", "predictions-real", "discriminator"})
    lab.page.mouse.move(0, 0)
    expect(lab.part("sample-tooltip")).to_have_count(0)


def test_hovering_the_generator_turns_noise_into_its_picture_and_back(lab: Lab) -> None:
    wait_until_drawn(lab)
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    lab.page.mouse.move(0, 0)
    keep(lab)
    lab.part("node-generator").hover()
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "true")
    wait_for_changed(lab, {PLOT, "generator"})
    seen = {lab.picture()}
    lab.page.wait_for_timeout(MORPH_BEGINS_MS)
    for _ in range(3):
        seen.add(lab.picture())
        lab.page.wait_for_timeout(300)
    assert len(seen) == 4  # it moves, and in the large as well
    lab.page.mouse.move(0, 0)
    expect(lab.part("node-generator")).to_have_attribute("data-morphing", "false")
    wait_for_changed(lab, set())


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
    keep(lab)
    lab.part("node-generator").hover()
    wait_for_changed(lab, {PLOT, "generator"})
    keep(lab)
    lab.page.wait_for_timeout(MORPH_BEGINS_MS + 500)  # with motion it would be on its way
    wait_for_changed(lab, set())
    lab.press("play")
    lab.wait_for_step(1)
    flow = lab.page.evaluate(
        "() => getComputedStyle(document.querySelector('.graph-edge .flow')).animationName"
    )
    assert flow == "none"


def test_the_way_of_the_player_that_learns_flows(lab: Lab) -> None:
    def flows(edge: str) -> bool:
        name = lab.part(f"edge-{edge}").locator(".flow").evaluate(ANIMATION)
        return bool(name != "none")

    to_g, to_d = "gradients-generator", "d-loss-discriminator"
    graph = lab.part("model-graph")
    assert not flows(to_g)
    for player, moving, still in (("generator", to_g, to_d), ("discriminator", to_d, to_g)):
        lab.press(f"step-{player}")
        expect(graph).to_have_attribute("data-learning", player)
        assert flows(moving)
        assert not flows(still)
        expect(graph).to_have_attribute("data-learning", "nobody")
    lab.press("play")
    expect(graph).to_have_attribute("data-learning", "both")
    assert flows(to_g)
    assert flows(to_d)
    lab.press("pause")
    expect(graph).to_have_attribute("data-learning", "nobody")
    assert not flows(to_g)


def test_nothing_moves_on_the_page_while_it_trains(
    open_page: Callable[..., Page], base_url: str
) -> None:
    page = open_page(viewport=WIDE)
    page.add_init_script(
        """window.shifts = [];
        const whatMoved = entry => entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120));
        new PerformanceObserver(list => {
            const own = list.getEntries().filter(entry => !entry.hadRecentInput);
            window.shifts.push(...own.map(entry => [entry.value, ...whatMoved(entry)]));
        }).observe({ type: 'layout-shift', buffered: true });"""
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
    shifts = page.evaluate("() => window.shifts")
    # Numbers set flush right begin elsewhere when they grow a digit; that is all that may.
    assert sum(shift[0] for shift in shifts) < 0.001, shifts


@pytest.mark.parametrize("player", ["generator", "discriminator"])
def test_the_units_of_a_layer_are_shown_live(lab: Lab, player: str) -> None:
    def picture() -> bytes:
        return lab.part("unit-pictures").screenshot()

    chips = lab.part(f"layers-{player}").get_by_role("button")
    widths = lab.state()["networks"][player][1:-1]
    expect(chips).to_have_text([str(width) for width in widths])
    lab.part(f"units-{player}-1").hover()
    card = lab.part("unit-pictures")
    where = {"generator": "over the square of noise", "discriminator": "over the plane"}
    expect(card).to_contain_text(f"{widths[0]} units {where[player]}")
    expect(card.get_by_role("img")).to_be_visible()
    first = picture()
    lab.part(f"units-{player}-2").hover()
    expect(card).to_contain_text(f"layer 2 of {len(widths)}")
    expect(card).to_contain_text("units over")
    assert picture() != first
    lab.page.mouse.move(0, 0)
    expect(card).to_have_count(0)
    lab.part(f"units-{player}-1").click()  # a press keeps it open
    lab.page.mouse.move(0, 0)
    expect(card).to_contain_text("units over")
    still = picture()
    assert picture() == still
    lab.page.locator("body").press("s")
    expect(lab.part("step-count")).to_have_text("1")
    lab.page.wait_for_function(
        """() => document.querySelector('[data-testid=unit-pictures]')?.textContent
            .includes('units over')"""
    )
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.press("pause")
    lab.part(f"units-{player}-1").press("Escape")
    expect(card).to_have_count(0)
    lab.part(f"units-{player}-1").focus()
    lab.page.keyboard.press("Shift+Tab")
    lab.page.keyboard.press("Tab")
    expect(card).to_contain_text("units over")
    assert picture() != still
    lab.page.keyboard.press("Tab")
    expect(card).to_contain_text("layer 2")
    lab.page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_noise_of_one_number_is_a_line_and_its_units_are_strips(lab: Lab) -> None:
    address = '{"prior":{"id":"uniform","params":{"dimension":1}}}'
    lab.page = lab.page.context.new_page()  # a tab keeps to its own session
    lab.page.goto(f"{lab.url}#config={address}")
    lab.ready()
    wait_until_drawn(lab)
    lab.part("units-generator-1").hover()
    expect(lab.part("unit-pictures")).to_contain_text("units along the noise")
    keep(lab)
    lab.part("node-generator").hover()
    wait_for_changed(lab, {PLOT, "generator"})


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
    expect(lab.part("node-gradients")).to_have_count(0)
    lab.press("graph-edit")
    expect(lab.part("control-panel")).to_have_count(0)
    expect(lab.part("node-gradients")).to_be_visible()
    wait_until_drawn(lab)
