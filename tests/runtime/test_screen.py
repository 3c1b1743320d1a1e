"""Screen: who gets which frame, when there is room for it."""

import json
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from ganlab.protocol import WINDOW
from ganlab.runtime.viewer import Viewer
from tests.runtime.conftest import Driver


def play(driver: Driver, seconds: float, *, acknowledge: tuple[int, ...]) -> None:
    """Play on for a while; these viewers acknowledge what they get at once."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        driver.session.turn(0.001)
        for viewer in acknowledge:
            for frame in driver.log.frames(viewer)[-1:]:
                driver.say(viewer, type="ack", frame=int(frame["frame"]))


def test_one_who_does_not_acknowledge_holds_up_nobody(driver: Driver) -> None:
    driver.session.join(2, {})
    driver.settle()
    driver.do(type="play")
    driver.log.clear()
    play(driver, 0.5, acknowledge=(1,))
    assert len(driver.log.frames(2)) <= WINDOW
    assert len(driver.log.frames(1)) > 2 * WINDOW


def test_once_there_is_room_the_newest_state_comes(driver: Driver) -> None:
    driver.do(type="play")
    driver.log.clear()
    play(driver, 0.3, acknowledge=())
    stuck = driver.log.frames()
    assert len(stuck) <= WINDOW
    reached = driver.session.run.game.steps
    driver.say(type="ack", frame=int(stuck[-1]["frame"]))
    play(driver, 0.1, acknowledge=())
    fresh = driver.log.frames()[len(stuck)]
    assert int(fresh["step"]) >= reached


def test_an_acknowledgement_covers_the_frames_before() -> None:
    viewer = Viewer(1)
    for number in range(WINDOW):
        viewer.sent(number, 0.0)
    assert not viewer.has_room
    viewer.acknowledge(WINDOW - 2)
    viewer.sent(WINDOW, 0.0)
    assert viewer.has_room
    viewer.acknowledge(10**9)
    assert viewer.has_room


def test_an_answer_comes_without_room(driver: Driver) -> None:
    driver.do(type="play")
    play(driver, 0.2, acknowledge=())
    driver.log.clear()
    driver.say(type="view", request=3)
    assert len(driver.log.answers(3)) == 1


@pytest.mark.parametrize("fps", [5, 20])
def test_frames_come_at_the_rate_of_the_view(driver: Driver, fps: int) -> None:
    driver.do(type="view", fps=fps, arrays=[])
    driver.do(type="play", speed=200)
    driver.log.clear()
    play(driver, 1.0, acknowledge=(1,))
    assert len(driver.log.frames()) == pytest.approx(fps, abs=2)


def test_frame_numbers_rise_and_steps_never_fall(driver: Driver) -> None:
    driver.do(type="play")
    driver.log.clear()
    play(driver, 0.3, acknowledge=(1,))
    frames = [(int(f["frame"]), int(f["step"])) for f in driver.log.frames()]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(frames))


def test_no_frame_without_a_new_step(driver: Driver) -> None:
    driver.do(type="view", fps=60)
    driver.do(type="play", speed=1)
    driver.log.clear()
    play(driver, 0.4, acknowledge=(1,))
    assert len(driver.log.frames()) <= 2


def test_each_viewer_has_a_view_of_its_own(driver: Driver) -> None:
    driver.session.join(2, {"arrays": ["real"]})
    driver.do(type="view", arrays=["fake"], grid=16, raw=True)
    driver.log.clear()
    driver.do(type="step")
    seen: dict[int, set[str]] = {}
    for _, viewers, (arrays, _) in driver.log.entries:
        for viewer in viewers:
            seen[viewer] = set(arrays)
    assert seen == {1: {"fake", "d_grid_raw"}, 2: {"real"}}


def test_units_are_sent_for_as_long_as_they_are_asked_for(driver: Driver) -> None:
    driver.do(type="view", arrays=[])
    driver.do(type="view", units={"player": "generator", "layer": 1})
    driver.log.clear()
    driver.do(type="step")
    arrays, metadata = driver.log.entries[0][2]
    assert list(arrays) == ["units"]
    assert json.loads(metadata["units"])["player"] == "generator"
    driver.do(type="view", grid=16)  # what is left out stays as it is
    assert "units" in driver.log.entries[-1][2][0]
    driver.do(type="view", units=None)
    driver.log.clear()
    driver.do(type="step")
    assert driver.log.entries[0][2][0] == {}


def test_a_layer_that_there_is_not_is_refused(driver: Driver) -> None:
    before = driver.session.screen.viewers[1].view
    driver.do(type="view", grid=16, units={"player": "discriminator", "layer": 7}, request=5)
    (error,) = driver.log.events()
    assert error["field"] == "units.layer"
    assert "Must be a whole number from 1 to" in error["message"]
    assert driver.session.screen.viewers[1].view == before


def test_units_of_a_layer_that_a_new_network_lacks_are_left_out(driver: Driver) -> None:
    driver.do(type="view", arrays=[], units={"player": "generator", "layer": 2})
    network = {"id": "mlp", "params": {"layers": 0}}
    driver.do(type="configure", changes={"generator": network})
    driver.log.clear()
    driver.do(type="step")
    assert driver.log.entries[0][2][0] == {}


def test_viewers_of_one_view_share_a_frame(driver: Driver) -> None:
    driver.session.join(2, {})
    driver.session.join(3, {})
    driver.settle()
    driver.log.clear()
    driver.do(type="step")
    assert [viewers for _, viewers, _ in driver.log.entries][:1] == [[1, 2, 3]]


def test_only_who_asked_sees_the_request(driver: Driver) -> None:
    driver.session.join(2, {})
    driver.settle()
    driver.do(type="configure", changes={"g_ema": 0.5}, request=4)
    own, other = driver.log.events(1), driver.log.events(2)
    assert (own[0]["request"], "request" in other[0]) == (4, False)
    assert own[0] | {"request": None} == other[0] | {"request": None}
    assert all("request" not in frame for frame in driver.log.frames(2))


def test_frames_leave_time_for_steps(drive: Callable[..., Driver]) -> None:
    wide: dict[str, Any] = {"params": {"layers": 2, "width": 64}}
    driver = drive(discriminator=wide, batch_size=4)
    driver.do(type="view", fps=60, grid=128)
    driver.do(type="play")
    begun = time.process_time()
    play(driver, 1.0, acknowledge=(1,))
    used = time.process_time() - begun
    before = time.process_time()
    driver.session.run.eye.look(driver.session.screen.viewers[1].view)
    look = time.process_time() - before
    assert len(driver.log.frames()) * look < 0.6 * used


def test_metrics_come_at_most_twice_a_second_while_playing(driver: Driver) -> None:
    driver.do(type="view", fps=60, arrays=[])
    driver.do(type="play")
    driver.log.clear()
    play(driver, 1.6, acknowledge=(1,))
    measured = [f for f in driver.log.frames() if "metrics" in f]
    assert 2 <= len(measured) <= 5


def test_what_the_detectors_say_comes_with_the_metrics(driver: Driver) -> None:
    driver.do(type="step", count=1)
    frames = [frame for frame in driver.log.frames() if "metrics" in frame]
    assert frames
    assert all(json.loads(frame["diagnosis"]) == [] for frame in frames)
    assert not any("diagnosis" in frame for frame in driver.log.frames() if frame not in frames)


def test_a_finding_is_whole_and_its_suggestion_can_be_sent(driver: Driver) -> None:
    driver.do(type="configure", changes={"d_optimizer": {"params": {"lr": 1e-5}}, "g_steps": 3})
    for _ in range(8):
        driver.do(type="step", count=100)
        driver.settle()
    found = json.loads([f for f in driver.log.frames() if "metrics" in f][-1]["diagnosis"])
    assert found
    for each in found:
        assert {"id", "since", "level", "case", "facts"} <= set(each)
        assert 0 <= each["since"] <= 800
    offers = [each["suggestion"] for each in found if "suggestion" in each]
    assert offers
    wanted = driver.session.run.config.changed(offers[0]["changes"])
    driver.do(type="configure", changes=offers[0]["changes"])
    assert driver.session.run.config == wanted
