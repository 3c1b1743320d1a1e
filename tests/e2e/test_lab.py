"""The main job, as a person does it: pick data, train, steer, reset, and live through trouble."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.lab import TRAINED, Lab
from tests.live_server import LiveServer
from tests.processes import busiest


def test_picking_data_and_training(lab: Lab) -> None:
    lab.press("distribution-spiral")
    expect(lab.part("data-name")).to_have_text("Spiral")
    lab.press("distribution-ring")
    expect(lab.part("data-name")).to_have_text("Ring of Gaussians")
    assert lab.steps() == 0
    untrained = lab.picture()
    lab.press("play")
    expect(lab.part("pause")).to_be_visible()
    lab.wait_for_step(TRAINED)
    first = lab.picture()
    assert first != untrained
    lab.wait_for_step(lab.steps() + TRAINED)
    assert lab.picture() != first
    lab.press("pause")
    expect(lab.part("play")).to_be_visible()
    stopped = lab.state()["step"]
    lab.page.wait_for_timeout(300)  # at 300 steps a second, were it not paused
    assert lab.state()["step"] == stopped > 0


def test_switching_the_loss_while_it_trains(lab: Lab) -> None:
    lab.edit()
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.choose("loss", "wasserstein")
    lab.press("regularizer-gradient-penalty")
    expect(lab.part("regularizer-gradient-penalty-weight")).to_be_visible()
    state = lab.state()
    assert state["status"] == "playing"
    assert state["config"]["loss"]["id"] == "wasserstein"
    assert [r["id"] for r in state["config"]["regularizers"]] == ["gradient_penalty"]
    assert state["step"] >= TRAINED  # live: the run was not started anew
    lab.wait_for_step(lab.steps() + TRAINED)
    lab.press("pause")


@pytest.mark.parametrize("player", ["generator", "discriminator"])
def test_one_player_steps_and_only_its_weights_change(lab: Lab, player: str) -> None:
    other = {"generator": "discriminator", "discriminator": "generator"}[player]
    own, others = lab.weights(player), lab.weights(other)
    lab.press(f"step-{player}")
    expect(lab.part("step-count")).to_have_text("1")
    assert lab.moved(player, own)
    assert not lab.moved(other, others)
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("2")
    assert lab.moved(other, others)


def test_reset_starts_from_the_same_weights(lab: Lab) -> None:
    start = lab.weights("generator")
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    assert lab.moved("generator", start)
    lab.press("reset")
    expect(lab.part("step-count")).to_have_text("0")
    assert not lab.moved("generator", start)


def test_a_rebuild_starts_anew_and_says_so(lab: Lab) -> None:
    lab.edit()
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    width = lab.part("generator-width")
    width.fill("32")
    width.press("Enter")
    expect(lab.part("step-count")).to_have_text("0")
    assert lab.state()["config"]["generator"]["params"]["width"] == 32


def test_a_refusal_appears_at_the_control_and_changes_nothing(lab: Lab) -> None:
    lab.edit()
    rate = lab.part("g-optimizer-lr")
    rate.fill("-0.1")
    rate.press("Enter")
    expect(lab.part("error-g-optimizer-lr")).to_contain_text("Still using 0.001")
    assert lab.state()["config"]["g_optimizer"]["params"]["lr"] == 0.001
    rate.fill("0.002")
    rate.press("Enter")
    expect(lab.part("error-g-optimizer-lr")).to_have_count(0)
    assert lab.state()["config"]["g_optimizer"]["params"]["lr"] == 0.002


@pytest.mark.parametrize("layer", ["heatmap", "real", "fake", "manifold", "gradients"])
def test_each_layer_is_drawn_and_can_be_hidden(lab: Lab, layer: str) -> None:
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    toggle = lab.part(f"layer-{layer}")
    before, pressed = lab.picture(), toggle.get_attribute("aria-pressed")
    toggle.click()
    expect(toggle).not_to_have_attribute("aria-pressed", pressed or "")
    lab.page.mouse.move(0, 0)
    assert lab.picture() != before


def test_the_keyboard_alone_is_enough(lab: Lab) -> None:
    keys = lab.page.keyboard
    lab.page.locator("body").press("s")
    expect(lab.part("step-count")).to_have_text("1")
    keys.press("Space")
    expect(lab.part("pause")).to_be_visible()
    lab.wait_for_step(TRAINED)
    keys.press("Space")
    expect(lab.part("play")).to_be_visible()
    keys.press("r")
    expect(lab.part("step-count")).to_have_text("0")
    lab.part("graph-edit").press("Enter")
    missed = {"play", "reset", "step-both", "loss", "g-optimizer-lr", "layer-manifold"}
    for _ in range(200):  # more than once around the page
        keys.press("Tab")
        missed.discard(lab.page.evaluate("() => document.activeElement?.dataset.testid ?? ''"))
        if not missed:
            break
    assert not missed, f"cannot be reached with the Tab key: {missed}"


def test_a_reload_finds_the_same_session(lab: Lab) -> None:
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    session = lab.session_id
    lab.page.reload()
    lab.ready()
    expect(lab.part("step-count")).to_have_text("1")
    assert lab.session_id == session


def test_divergence_is_told_and_undone(lab: Lab) -> None:
    lab.edit()
    lab.choose("d-optimizer", "sgd")
    lab.choose("g-optimizer", "sgd")
    lab.choose("loss", "wasserstein")
    for player in ("d", "g"):
        rate = lab.part(f"{player}-optimizer-lr")
        rate.fill("10")
        rate.press("Enter")
    lab.press("play")
    expect(lab.part("message")).to_contain_text("diverged", timeout=20_000)
    assert lab.state()["status"] == "diverged"
    lab.press("go-back")
    expect(lab.part("message")).to_have_count(0)
    assert lab.state()["status"] == "paused"


def test_losing_the_server_and_getting_it_back(
    server_factory: Callable[..., LiveServer], page: Page, page_problems: list[str]
) -> None:
    server = server_factory()
    lab = Lab(page, server.url).open_whole()
    lab.press("play")
    lab.wait_for_step(TRAINED)
    session, reached = lab.session_id, lab.steps()
    server.stop()
    expect(lab.part("connection")).to_be_visible()
    server.restart()
    expect(lab.part("connection")).to_have_count(0, timeout=20_000)
    lab.wait_for_step(reached)
    assert lab.session_id == session
    # The browser itself reports each attempt that found nobody; nothing else may be there.
    allowed = re.compile(r"WebSocket connection to .* failed|Failed to load resource")
    assert [p for p in page_problems if not allowed.search(p)] == []
    page_problems.clear()


def test_a_killed_worker_is_replaced_under_a_playing_page(
    server_factory: Callable[..., LiveServer], page: Page
) -> None:
    server = server_factory(GANLAB_WORKERS="1")
    lab = Lab(page, server.url).open_whole()
    lab.press("play")
    lab.wait_for_step(TRAINED)
    session = lab.session_id
    page.wait_for_timeout(1200)  # long enough for a checkpoint
    reached = lab.steps()
    busiest(server).kill()
    lab.wait_for_step(reached + TRAINED, timeout_s=5)
    assert lab.session_id == session
    expect(lab.part("notice")).to_be_visible()
