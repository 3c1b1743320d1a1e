"""Turns: sessions get the same time, whatever they do with it."""

import time
from collections.abc import Callable

import pytest

from ganlab.gan.config import IMAGE
from ganlab.runtime.screen import LONGEST_S, LOOKING_SHARE
from ganlab.runtime.turns import BUDGET_S, Turns
from tests.gan.image.looks import DIGITS, digits_are_here
from tests.runtime.conftest import SMALL, Driver


def work(
    turns: Turns, seconds: float, after: Callable[[], object] = lambda: None
) -> tuple[dict[str, float], float]:
    """Give turns for a while, as a worker does; the seconds that each session used, and those of
    the longest turn, which on a busy machine may be much longer than it was to be.
    """
    used, longest = dict.fromkeys(turns.sessions, 0.0), 0.0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        session, wait_s = turns.next()
        if session is None:
            time.sleep(min(wait_s, 0.01))
            continue
        begun = time.monotonic()
        session.turn(BUDGET_S)
        spent = time.monotonic() - begun
        used[session.id] += spent
        longest = max(longest, spent)
        turns.charge(session, spent)
        after()
    return used, longest


def seat(turns: Turns, *configs: dict[str, object]) -> list[Driver]:
    drivers = [Driver({**SMALL, **config}) for config in configs]
    for k, driver in enumerate(drivers):
        driver.session.id = f"session {k}"
        turns.add(driver.session)
    return drivers


def test_unthrottled_sessions_share_the_time_evenly() -> None:
    turns = Turns()
    slow = {"discriminator": {"params": {"layers": 3, "width": 128}}, "batch_size": 256}
    for driver in seat(turns, {}, {}, slow):
        driver.say(type="play")
        turns.touch(driver.session)
    used, longest = work(turns, 1.5)
    # who has had least is next, so nobody is ever further ahead than by one turn
    assert max(used.values()) - min(used.values()) <= longest + BUDGET_S
    assert min(used.values()) > 0


def test_a_throttled_session_keeps_its_rate_beside_unthrottled_ones() -> None:
    turns = Turns()
    drivers = seat(turns, {}, {}, {})
    drivers[0].say(type="play", speed=50)
    for driver in drivers[1:]:
        driver.say(type="play")
    for driver in drivers:
        turns.touch(driver.session)
    work(turns, 2.0)
    assert drivers[0].session.run.game.steps == pytest.approx(100, rel=0.1)


def test_one_that_was_idle_does_not_claim_the_time_it_did_not_use() -> None:
    turns = Turns()
    early, late = seat(turns, {}, {})
    early.say(type="play")
    turns.touch(early.session)
    work(turns, 0.6)
    late.say(type="play")
    turns.touch(late.session)
    used, longest = work(turns, 0.6)
    assert abs(used["session 1"] - used["session 0"]) <= longest + BUDGET_S


def test_nobody_is_due_and_the_wait_is_told() -> None:
    turns = Turns()
    assert turns.next() == (None, float("inf"))
    (driver,) = seat(turns, {})
    work(turns, 0.4)
    driver.say(type="play", speed=2)
    turns.touch(driver.session)
    work(turns, 0.1)
    session, wait_s = turns.next()
    assert session is None
    assert 0 < wait_s <= 0.5


def test_leaving() -> None:
    turns = Turns()
    (driver,) = seat(turns, {})
    assert turns.remove("session 0") is driver.session
    assert turns.sessions == {}
    with pytest.raises(KeyError):
        turns.remove("session 0")


def test_lab_and_images_do_not_starve_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    digits_are_here()
    turns = Turns()
    lab, images = drivers = seat(turns, {}, {**DIGITS, "batch_size": 200})
    lab.say(type="view", fps=60, arrays=["real", "fake", "d_grid"])
    images.say(type="view", fps=60, arrays=["fake", "d_real", "d_fake"])
    looks: list[float] = []
    refresh = images.session.screen.refresh

    def timed(*args: object) -> None:
        begun = time.monotonic()
        refresh(*args)  # type: ignore[arg-type]
        looks.append(time.monotonic() - begun)

    monkeypatch.setattr(images.session.screen, "refresh", timed)
    for driver in drivers:
        driver.say(type="play", speed=None)
        driver.log.clear()
        turns.touch(driver.session)

    def take_frames() -> None:
        for driver in drivers:
            driver.acknowledge()
            seen[driver] += len(driver.log.frames())
            driver.log.clear()
            turns.touch(driver.session)

    seen, seconds = dict.fromkeys(drivers, 0), 1.5
    used, longest = work(turns, seconds, take_frames)
    assert max(used.values()) - min(used.values()) <= longest + BUDGET_S
    assert all(driver.session.run.game.steps > 0 for driver in drivers)
    # between two frames of the lab stand at most its own pause and a turn of the images'
    assert seen[lab] >= 0.5 * seconds / (1 / 60 + longest)
    assert seen[images] >= 0.25 * seconds / (1 / 10 + 2 * longest)
    share = LOOKING_SHARE[IMAGE] * used[images.session.id]
    assert sum(looks) <= share + (2 + seconds / LONGEST_S) * max(looks)
