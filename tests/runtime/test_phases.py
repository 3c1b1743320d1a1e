"""Slow motion in a session: what each phase sends, and that a step in phases is a step."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.runtime.conftest import Driver, direct, same


def test_phases_are_the_step_and_are_shown(driver: Driver) -> None:
    seen = []
    for _ in range(11):
        driver.log.clear()
        driver.say(type="phase", request=2)
        (_, _, (arrays, metadata)) = driver.log.entries[0]
        seen.append(json.loads(metadata["phase"]))
        driver.settle()
        if seen[-1]["name"] == "predictions":
            assert arrays["phase_d_fake"].shape == (16,)
    names = ["samples", "predictions", "loss", "gradients", "update"]
    assert [p["name"] for p in seen] == [*names, *names, "samples"]
    assert [p["player"] for p in seen] == ["discriminator"] * 5 + ["generator"] * 5 + [
        "discriminator"
    ]
    assert [p["index"] for p in seen[:5]] == [1, 2, 3, 4, 5]
    assert isinstance(seen[2]["loss"], float)
    driver.do(type="pause")  # plays the second step to its end
    assert same(driver, direct(2))


@pytest.mark.parametrize("dynamics", ["alternating", "simultaneous"])
def test_a_step_counts_with_its_last_phase(drive: Callable[..., Driver], dynamics: str) -> None:
    config: dict[str, Any] = {"dynamics": {"id": dynamics}, "d_steps": 2, "g_ema": 0.9}
    driver = drive(**config)
    for k in range(30):
        assert driver.session.run.game.steps == k // 15
        driver.do(type="phase", request=k)
    (frame,) = driver.log.answers(29)
    assert frame["step"] == "2"
    assert json.loads(frame["phase"])["last"] is True
    assert same(driver, direct(2, **config))


def test_every_frame_of_a_phase_says_which_it_is(driver: Driver) -> None:
    for _ in range(2):
        driver.do(type="phase")
    driver.do(type="view", grid=16)
    (_, _, (arrays, metadata)) = driver.log.entries[-1]
    phase = json.loads(metadata["phase"])
    assert (phase["player"], phase["index"]) == ("discriminator", 2)
    assert arrays["phase_x_real"].shape == (16, 2)  # what the first phase found still holds
    assert arrays["phase_d_real"].shape == (16,)
    driver.session.join(2, {})
    driver.settle()
    assert "phase" in driver.log.frames(2)[-1]
    driver.do(type="step", request=5)
    assert "phase" not in driver.log.answers(5)[0]


def test_a_turn_keeps_what_it_found_and_no_more(driver: Driver) -> None:
    found = {}
    for _ in range(10):
        driver.log.clear()
        driver.say(type="phase")
        (_, _, (arrays, metadata)) = driver.log.entries[0]
        phase = json.loads(metadata["phase"])
        found[phase["player"], phase["index"]] = (set(phase), {k for k in arrays if "phase" in k})
        driver.settle()
    place = {"player", "name", "index", "turn", "turns", "last"}
    batch = {"phase_noise", "phase_x_fake", "phase_d_fake"}
    numbers, arrays = found["discriminator", 5]
    assert numbers - place == {"loss", "gradient_norm", "update_norm", "weights"}
    slopes = {"phase_slope_real", "phase_slope_fake"}
    assert arrays == batch | slopes | {"phase_x_real", "phase_d_real"}
    assert found["generator", 1] == (place, {"phase_noise", "phase_x_fake"})
    assert found["generator", 4][1] == batch | {"phase_gradients"}


def test_the_grid_is_of_the_weights_of_that_moment(driver: Driver) -> None:
    grids = []
    for _ in range(10):
        driver.log.clear()
        driver.say(type="phase")
        grids.append(driver.log.entries[0][2][0]["d_grid"].tobytes())
        driver.settle()
    assert len(set(grids[:4])) == 1
    assert grids[4] != grids[3]
    assert len(set(grids[4:])) == 1  # G's turn leaves D as it is


def test_a_step_that_diverges_in_slow_motion_is_undone(drive: Callable[..., Driver]) -> None:
    sgd = {"id": "sgd", "params": {"lr": 10.0}}
    driver = drive(g_optimizer=sgd, d_optimizer=sgd, loss={"id": "least_squares"})
    for _ in range(2000):
        driver.do(type="phase", request=7)
        if driver.session.status == "diverged":
            break
    assert [e["kind"] for e in driver.log.events() if e["type"] == "notice"] == ["diverged"]
    assert driver.session.run.between_steps
    steps = driver.session.run.game.steps
    assert same(driver, direct(steps, g_optimizer=sgd, d_optimizer=sgd,
                               loss={"id": "least_squares"}))  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [{"type": "step"}, {"type": "play"}, {"type": "configure", "changes": {"g_ema": 0.5}}],
)
def test_a_step_in_slow_motion_is_finished_by_any_other_command(
    driver: Driver, command: dict[str, Any]
) -> None:
    driver.do(type="phase")
    driver.say(**command)
    assert driver.session.run.between_steps
    assert driver.session.run.game.steps == 1
