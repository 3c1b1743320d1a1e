"""The model overview graph, by what changes on the page."""

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import TRAINED, Lab

NODES = {
    "noise", "generator", "real", "fake", "discriminator", "predictions-real", "predictions-fake",
    "gradients",
}  # fmt: skip


def pictures(lab: Lab) -> dict[str, bytes]:
    """The pixels of every miniature, as the page drew them."""
    drawn = lab.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.graph-node canvas')].map(
            canvas => [canvas.parentElement.dataset.testid.slice(5), canvas.toDataURL()]))"""
    )
    return {name: url.encode() for name, url in drawn.items()}


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


def test_the_controls_take_the_graphs_place_and_give_it_back(lab: Lab) -> None:
    lab.edit()
    expect(lab.part("model-graph")).to_have_count(0)
    lab.press("graph-edit")
    expect(lab.part("model-graph")).to_be_visible()
    wait_until_drawn(lab)
