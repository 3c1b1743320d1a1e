"""Scripts: what was done to a run is told, and done again it gives the same bytes."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from ganlab.gan.config import RunConfig
from ganlab.registry import ConfigError
from ganlab.runtime.run import Run
from ganlab.runtime.script import MAX_ENTRIES, Script, read_entries
from tests.runtime.conftest import SMALL, Driver

CHANGES: list[dict[str, Any]] = [
    {"loss": {"id": "hinge"}},
    {"loss": {"id": "wasserstein"}},
    {"regularizers": [{"id": "r1"}]},
    {"regularizers": []},
    {"g_optimizer": {"params": {"lr": 0.01}}},
    {"g_optimizer": {"id": "sgd"}},
    {"g_optimizer": {"id": "adam"}},
    {"d_optimizer": {"id": "rmsprop"}},
    {"batch_size": 8},
    {"batch_size": 16},
    {"g_ema": 0.9},
    {"g_ema": 0.0},
    {"g_ema": 0.0, "g_mean": True},
    {"g_ema": 0.9, "g_mean": False},
    {"d_steps": 2},
    {"dynamics": {"id": "simultaneous"}},
]


def again(driver: Driver) -> Run:
    """The run that the session's state event tells how to make, played as far."""
    told = driver.session.state()
    assert told["script"] is not None
    start = {**told["config"], **told["script"]["start"]}
    run = Run.begun(start, None, told["script"]["entries"])
    while run.game.steps < told["step"]:
        run.step()
    # what was changed after the last step acts with the next one
    run.step()
    driver.session.run.step()
    return run


def follow(driver: Driver, entries: list[Any]) -> None:
    """Give the session's run something to do."""
    run = driver.session.run
    run.script = run.script.to_follow(read_entries(entries, run.config, 0))


def same(driver: Driver, run: Run) -> bool:
    state = run.game.state_dict()
    return driver.bytes() == {name: tensor.numpy().tobytes() for name, tensor in state.items()}


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_done_can_be_done_again(drive: Callable[..., Driver], seed: int) -> None:
    rng = random.Random(seed)
    driver = drive()
    for _ in range(14):
        kind = rng.choice(["configure", "configure", "step", "solo", "phase", "seek", "restart"])
        if kind == "configure":
            driver.do(type="configure", changes=rng.choice(CHANGES))
        elif kind == "step":
            driver.do(type="step", count=rng.choice([1, 7, 60]))
        elif kind == "solo":
            player = rng.choice(["generator", "discriminator"])
            driver.do(type="step", player=player, count=rng.choice([1, 3]))
        elif kind == "phase":
            for _ in range(rng.choice([2, 11])):
                driver.do(type="phase")
        elif kind == "seek":
            driver.do(type="seek", step=rng.choice(driver.session.state()["checkpoints"]))
        else:  # the worker died, and another goes on from the checkpoint
            document = driver.session.checkpoint()
            driver.session = type(driver.session).restored("a" * 20, document, driver.log.send)
            driver.session.join(1, {})
    driver.do(type="pause")
    assert driver.session.run.script.whole
    assert same(driver, again(driver))


def test_before_the_first_step_a_change_is_how_the_run_began(driver: Driver) -> None:
    driver.do(type="configure", changes={"loss": {"id": "hinge"}})
    driver.do(type="configure", changes={"batch_size": 8, "g_optimizer": {"id": "sgd"}})
    assert driver.session.state()["script"] == {"start": {}, "entries": []}
    driver.do(type="step", count=3)
    assert same(driver, again(driver))


def test_changes_at_one_step_are_told_as_one_where_that_is_the_same(driver: Driver) -> None:
    driver.do(type="step", count=2)
    for rate in (0.1, 0.2, 0.3):
        driver.do(type="configure", changes={"g_optimizer": {"params": {"lr": rate}}})
    driver.do(type="step", player="generator", count=2)
    driver.do(type="step", player="generator")
    script = driver.session.state()["script"]
    assert [entry[0] for entry in script["entries"]] == [2, 2]
    assert script["entries"][0][1]["g_optimizer"]["params"]["lr"] == 0.3
    assert script["entries"][1] == [2, "generator", 3]
    assert script["start"]["g_optimizer"]["params"]["lr"] == 0.001
    for optimizer in ("sgd", "adam"):  # its moments are gone
        driver.do(type="configure", changes={"g_optimizer": {"id": optimizer}})
    assert len(driver.session.state()["script"]["entries"]) == 4


def test_viewers_are_told_of_a_change_that_the_script_makes(driver: Driver) -> None:
    follow(driver, [[2, {"loss": {"id": "hinge"}}]])
    assert driver.do(type="step", count=2)
    assert driver.log.events() == []
    driver.do(type="step")
    (event,) = driver.log.events()
    assert event["config"]["loss"]["id"] == "hinge"


def test_viewers_are_told_of_steps_of_one_player(driver: Driver) -> None:
    driver.do(type="step", player="generator", count=3)
    (event,) = driver.log.events()
    assert event["script"]["entries"] == [[0, "generator", 3]]


def test_a_change_by_hand_takes_the_run_off_its_script(driver: Driver) -> None:
    follow(driver, [[5, {"loss": {"id": "hinge"}}]])
    driver.do(type="step", count=2)
    driver.do(type="configure", changes={"batch_size": 8})
    driver.do(type="step", count=9)
    assert driver.session.state()["config"]["loss"]["id"] == "non_saturating"
    assert same(driver, again(driver))


def test_a_new_run_begins_a_new_script(driver: Driver) -> None:
    driver.do(type="step", count=2)
    driver.do(type="configure", changes={"loss": {"id": "hinge"}})
    driver.do(type="reset")
    assert driver.session.state()["script"] == {"start": {}, "entries": []}


def test_a_run_with_too_much_done_to_it_says_that_it_cannot_be_told(driver: Driver) -> None:
    driver.do(type="step")
    for k in range(MAX_ENTRIES + 1):
        driver.do(type="configure", changes={"batch_size": 8 + k % 2})
    assert driver.session.state()["script"] is None
    run = driver.session.run
    kept = Script.from_json(run.script.to_json(run.config), run.config)
    assert not kept.whole


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({}, "script"),
        ([[0, {}]] * (MAX_ENTRIES + 1), "script"),
        ([0], "script.0"),
        ([[]], "script.0"),
        ([[-1, {}]], "script.0.0"),
        ([[True, {}]], "script.0.0"),
        ([[1.0, {}]], "script.0.0"),
        ([[2**60, {}]], "script.0.0"),
        ([[5, {}], [4, {}]], "script.1.0"),
        ([[5, "generator", 3], [7, {}]], "script.1.0"),
        ([[5, "generator", 0]], "script.0.2"),
        ([[5, "both", 1]], "script.0"),
        ([[5, "generator"]], "script.0"),
        ([[5, {"colour": 1}]], "script.0.1.colour"),
        ([[5, {"loss": {"id": "none"}}]], "script.0.1.loss.id"),
        ([[5, {"seed": 3}]], "script.0.1"),
    ],
)
def test_entries_from_outside_are_checked(entries: Any, field: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read_entries(entries, RunConfig.from_json(SMALL), 0)
    assert refused.value.field == field
