"""Sessions: each command's answer, and that a refused one changes nothing."""

import itertools
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from safetensors.torch import load

from ganlab.protocol import COMMANDS
from ganlab.runtime.autosave import STEPS_EVERY_S
from ganlab.runtime.checkpoint import Checkpoint
from ganlab.runtime.session import MAX_JOBS, Session
from tests.runtime.conftest import Driver, Log, direct, same

ANSWERED_BY_STATE: dict[str, dict[str, Any]] = {
    "play": {},
    "pause": {},
    "configure": {"changes": {"batch_size": 8}},
    "reset": {},
    "load": {"pretrained": "ring"},
    "seek": {"step": 0},
}
ANSWERED_BY_FRAME: dict[str, dict[str, Any]] = {
    "step": {"count": 3},
    "phase": {},
    "view": {"grid": 16},
}


def test_joining_gives_state_then_a_frame_with_metrics(driver: Driver) -> None:
    driver.session.join(2, {"grid": 8})
    driver.settle()
    (state,) = driver.log.events(2)
    assert state["type"] == "state"
    assert (state["status"], state["step"], state["speed"]) == ("paused", 0, None)
    assert state["config"]["batch_size"] == 16
    assert len(state["modes"]) == 8
    assert len(state["modes"][0]) == 3
    assert state["floors"].keys() >= {"js_divergence", "mode_coverage"}
    assert state["checkpoints"] == [0]
    x_min, x_max, y_min, y_max = state["extent"]
    assert x_max - x_min == pytest.approx(y_max - y_min)
    kind, _, (arrays, metadata) = driver.log.entries[1]
    assert kind == "frame"
    assert arrays["d_grid"].shape == (8, 8)
    assert json.loads(metadata["metrics"]).keys() == state["floors"].keys()
    assert len(json.loads(metadata["mode_shares"])) == 8


@pytest.mark.parametrize("kind", ANSWERED_BY_STATE)
def test_answered_by_a_state_event_and_then_a_frame(driver: Driver, kind: str) -> None:
    driver.do(type=kind, request=5, **ANSWERED_BY_STATE[kind])
    first, second = driver.log.entries[:2]
    assert (first[0], first[2]["type"], first[2]["request"]) == ("event", "state", 5)
    assert (second[0], second[2][1]["request"]) == ("frame", "5")


@pytest.mark.parametrize("kind", ANSWERED_BY_FRAME)
def test_answered_by_a_frame(driver: Driver, kind: str) -> None:
    driver.do(type=kind, request=5, **ANSWERED_BY_FRAME[kind])
    assert driver.log.events() == []
    assert len(driver.log.answers(5)) == 1


def test_every_command_is_tested() -> None:
    elsewhere = {"ack", "inspect"}  # the latter only of images: tests/runtime/test_inspect.py
    assert {*ANSWERED_BY_STATE, *ANSWERED_BY_FRAME, *elsewhere} == set(COMMANDS)


def test_acknowledgements_are_not_answered(driver: Driver) -> None:
    assert driver.do(type="ack", frame=0, request=5) == []


@pytest.mark.parametrize("player", ["both", "generator", "discriminator"])
def test_steps_are_those_of_the_library(driver: Driver, player: str) -> None:
    driver.do(type="step", player=player, count=7)
    assert same(driver, direct(7, player))
    assert driver.log.frames()[-1]["step"] == "7"


def test_metrics_follow_a_step(driver: Driver) -> None:
    driver.do(type="step", request=1)
    (answer,) = driver.log.answers(1)
    assert "metrics" not in answer
    news = driver.log.frames()[-1]
    assert news["step"] == "1"
    assert json.loads(news["metrics"])["js_divergence"] > 0


def test_play_and_pause_end_where_the_library_does(driver: Driver) -> None:
    driver.do(type="play", speed=None)
    for _ in range(20):
        driver.session.turn(0.002)
    driver.do(type="pause")
    steps = driver.session.run.game.steps
    assert steps >= 20
    assert same(driver, direct(steps))
    driver.session.turn(0.002)
    assert driver.session.run.game.steps == steps


def test_a_long_step_is_played_in_slices_while_others_wait_little(driver: Driver) -> None:
    driver.say(type="step", count=1000)
    begun = time.monotonic()
    driver.session.turn(0.002)
    driver.session.turn(0.002)
    assert time.monotonic() - begun < 0.2
    assert 0 < driver.session.run.game.steps < 1000
    driver.settle()
    assert driver.session.run.game.steps == 1000
    assert same(driver, direct(1000))


def test_a_step_cut_short_is_answered_with_how_far_it_came(driver: Driver) -> None:
    driver.say(type="step", count=1000, request=8)
    for _ in range(5):
        driver.session.turn(0.002)
    driver.do(type="pause", request=9)
    (answer,) = driver.log.answers(8)
    assert 0 < int(answer["step"]) < 1000


def test_steps_asked_for_one_after_the_other_are_all_played(driver: Driver) -> None:
    for request in (1, 2, 3):
        driver.say(type="step", count=2, request=request)
    driver.settle()
    answers = [(f["request"], f["step"]) for f in driver.log.frames() if "request" in f]
    assert answers == [("1", "2"), ("2", "4"), ("3", "6")]


def test_no_more_steps_are_queued_than_is_reasonable(driver: Driver) -> None:
    for _ in range(MAX_JOBS):
        driver.say(type="step", count=1000)
    driver.log.clear()
    driver.say(type="step", request=1)
    assert "at most" in driver.log.events()[0]["expected"]
    driver.do(type="pause")
    assert driver.session.run.game.steps == 0


def test_a_step_pauses_a_playing_run(driver: Driver) -> None:
    driver.do(type="play")
    driver.do(type="step", request=3)
    assert driver.session.status == "paused"
    assert driver.log.events()[0]["status"] == "paused"
    assert "request" not in driver.log.events()[0]
    assert len(driver.log.answers(3)) == 1


def test_live_changes_act_at_the_next_step_and_play_goes_on(driver: Driver) -> None:
    driver.do(type="step", count=3)
    driver.do(type="play")
    driver.do(type="configure", changes={"g_optimizer": {"params": {"lr": 0.01}}})
    assert driver.session.status == "playing"
    assert driver.session.run.game.steps >= 3
    driver.do(type="pause")
    game = direct(3)
    game.configure(game.config.changed({"g_optimizer": {"params": {"lr": 0.01}}}))
    while game.steps < driver.session.run.game.steps:
        game.step()
    assert same(driver, game)


@pytest.mark.parametrize("status", ["playing", "paused"])
def test_other_changes_start_anew_and_play_goes_on(driver: Driver, status: str) -> None:
    driver.do(type="step", count=3)
    if status == "playing":
        driver.do(type="play")
    driver.do(type="configure", changes={"data": {"id": "grid"}})
    (state,) = driver.log.events()
    assert (state["step"], state["status"]) == (0, status)
    assert len(state["modes"]) == 25


def test_reset_pauses_and_starts_from_the_same_weights_or_those_of_another_seed(
    driver: Driver,
) -> None:
    fresh = driver.bytes()
    driver.do(type="play")
    driver.session.turn(0.002)
    driver.do(type="reset")
    assert (driver.session.status, driver.bytes()) == ("paused", fresh)
    driver.do(type="reset", seed=5)
    assert driver.session.run.config.seed == 5
    assert same(driver, direct(0, seed=5))
    assert driver.bytes() != fresh


def test_seek_goes_back_and_forth_over_the_past(driver: Driver) -> None:
    driver.do(type="step", count=170)
    state = driver.do(type="pause")[0]
    assert state["checkpoints"] == [0, 50, 100, 150]
    for step in (60, 0, 170, 150):
        state = driver.do(type="seek", step=step, request=1)[0]
        assert (state["type"], state["step"], state["request"]) == ("state", step, 1)
        assert same(driver, direct(step))


def test_seek_beyond_what_is_known_is_refused(driver: Driver) -> None:
    driver.do(type="step", count=10)
    before = driver.bytes()
    (error,) = driver.do(type="seek", step=11)
    assert (error["type"], error["field"]) == ("error", "step")
    assert error["expected"] == "a step from 0 to 10"
    assert driver.bytes() == before


REJECTED = [
    {"type": "configure", "changes": {"g_optimizer": {"params": {"lr": -1}}}},
    {"type": "configure", "changes": {"g_optimizer": {"params": {"lr": float("nan")}}}},
    {"type": "configure", "changes": {"generator": {"params": {"width": 10**9}}}},
    {"type": "configure", "changes": {"batch_size": 1e999}},
    {"type": "configure", "changes": {"loss": {"id": "nothing"}}},
    {"type": "configure", "changes": {"loss": "hinge"}},
    {"type": "configure", "changes": {"nonsense": 1}},
    {"type": "configure", "changes": {"batch_size": 64, "seed": -1}},
    {"type": "seek", "step": 10**6},
]


@pytest.mark.parametrize("command", REJECTED, ids=json.dumps)
@pytest.mark.parametrize("status", ["paused", "playing"])
def test_a_refused_command_changes_nothing(
    driver: Driver, command: dict[str, Any], status: str
) -> None:
    driver.do(type="step", count=3)
    if status == "playing":
        driver.do(type="play")
    before = (driver.bytes(), driver.session.run.config, driver.session.status)
    driver.log.clear()
    driver.say(**command, request=6)
    (error,) = driver.log.events()
    assert (error["type"], error["command"], error["request"]) == ("error", command["type"], 6)
    assert error["message"].startswith("Must be ")
    assert driver.log.frames() == []
    assert (driver.bytes(), driver.session.run.config, driver.session.status) == before


@pytest.mark.parametrize(
    ("changes", "field", "still"),
    [
        ({"g_optimizer": {"params": {"lr": -1}}}, "g_optimizer.params.lr", "Still using 0.001."),
        ({"batch_size": 0}, "batch_size", "Still using 16."),
        ({"loss": {"id": "no"}}, "loss.id", "Still using non_saturating."),
        ({"regularizers": [{"id": "no"}]}, "regularizers.0.id", "Nothing was changed."),
        ({"nonsense": 1}, "nonsense", "Nothing was changed."),
    ],
)
def test_a_refusal_says_what_still_holds(
    driver: Driver, changes: dict[str, Any], field: str, still: str
) -> None:
    (error,) = driver.do(type="configure", changes=changes)
    assert error["field"] == field
    assert error["message"].endswith(still)


def test_divergence_pauses_tells_and_offers_a_way_back(drive: Callable[..., Driver]) -> None:
    wild = {"id": "sgd", "params": {"lr": 10.0}}
    driver = drive(loss={"id": "wasserstein"}, d_optimizer=wild, g_optimizer=wild)
    driver.do(type="play")
    for _ in range(2000):
        if driver.session.status != "playing":
            break
        driver.session.turn(0.002)
    assert driver.session.status == "diverged"
    state, notice = driver.log.events()[-2:]
    assert (state["type"], state["status"]) == ("state", "diverged")
    assert (notice["type"], notice["kind"]) == ("notice", "diverged")
    assert notice["step"] == state["step"] + 1
    assert notice["checkpoint"] in state["checkpoints"]
    player = next(iter(notice["suggestion"]["changes"]))
    assert notice["suggestion"]["changes"] == {player: {"params": {"lr": 5.0}}}
    assert same(driver, direct(state["step"], loss={"id": "wasserstein"},
                               d_optimizer=wild, g_optimizer=wild))  # fmt: skip
    back = driver.do(type="seek", step=notice["checkpoint"])[0]
    assert (back["step"], back["status"]) == (notice["checkpoint"], "paused")
    driver.do(type="configure", changes=notice["suggestion"]["changes"])
    assert driver.log.events()[0]["type"] == "state"


def test_a_checkpoint_brings_the_session_back_to_the_byte(driver: Driver) -> None:
    driver.do(type="step", count=30)
    driver.do(type="play", speed=2.5)
    log = Log()
    again = Session.restored("b" * 20, driver.session.checkpoint(), log.send, next_frame=40)
    assert (again.status, again.run.config) == ("playing", driver.session.run.config)
    assert again.state()["speed"] == 2.5
    assert load(again.checkpoint()).keys() == driver.session.run.game.state_dict().keys()
    for name, tensor in load(again.checkpoint()).items():
        assert tensor.numpy().tobytes() == driver.bytes()[name]
    again.join(1, {"fps": 5})
    again.turn(0.002)
    again.turn(0.002)
    assert log.frames()[0]["frame"] == "40"


def test_checkpoints_come_after_changes_and_every_second_while_playing(driver: Driver) -> None:
    saved = driver.log.checkpoints
    saved.clear()
    time.sleep(0.2)
    for command in ({"type": "step"}, {"type": "configure", "changes": {"batch_size": 8}}):
        driver.do(**command)
        time.sleep(0.1)
        driver.settle()
    assert len(saved) == 2
    assert Checkpoint.from_bytes(saved[-1]).config.batch_size == 8
    times = driver.log.checkpoint_times
    times.clear()
    driver.do(type="play")
    longest_turn = 0.0
    while len(times) < 4:
        begun = time.monotonic()
        driver.session.turn(0.002)
        longest_turn = max(longest_turn, time.monotonic() - begun)
    for before, after in itertools.pairwise(times):
        assert STEPS_EVERY_S <= after - before <= STEPS_EVERY_S + 4 * longest_turn


def test_a_session_without_viewers_plays_on_and_makes_no_frames(driver: Driver) -> None:
    driver.do(type="play")
    driver.session.leave(1)
    driver.log.clear()
    for _ in range(10):
        driver.session.turn(0.002)
    assert driver.session.run.game.steps > 0
    assert driver.log.entries == []


def test_a_run_left_alone_rests_and_plays_on_when_somebody_comes(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ganlab.runtime.session.REST_AFTER_S", 0.1)
    driver.do(type="play")
    driver.session.leave(1)
    time.sleep(0.15)
    driver.session.turn(0.002)
    driver.session.turn(0.002)
    assert driver.session.run.game.steps == 0
    assert driver.session.wake_at() == float("inf")
    driver.session.join(2, {})
    assert driver.log.events(2)[-1]["status"] == "playing"
    for _ in range(5):
        driver.session.turn(0.002)
    assert driver.session.run.game.steps > 0
