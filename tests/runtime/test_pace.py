"""Pace: how many steps are due, on a clock of the test's own."""

import pytest

from ganlab.runtime.pace import Meter, Pace


def played(pace: Pace, until_s: float, tick_s: float) -> int:
    """Steps that are played until then, by someone who looks every `tick_s` seconds."""
    steps = 0
    for tick in range(round(until_s / tick_s)):
        while pace.due(tick * tick_s):
            steps += 1
    return steps


@pytest.mark.parametrize("speed", [0.5, 1, 10, 60, 333.3, 2000])
def test_keeps_its_rate(speed: float) -> None:
    assert played(Pace(speed, 0.0), 10.0, 0.001) == pytest.approx(10 * speed, abs=1 + speed / 500)


def test_as_fast_as_it_can() -> None:
    pace = Pace(None, 0.0)
    assert all(pace.due(0.0) for _ in range(1000))
    assert pace.lagging(0.0)
    assert pace.wait_until() == 0.0


def test_tells_when_the_next_step_is_due() -> None:
    pace = Pace(4.0, 100.0)
    assert pace.due(100.0)
    assert not pace.due(100.0)
    assert pace.wait_until() == 100.25


def test_what_a_busy_worker_missed_is_not_caught_up_with() -> None:
    pace = Pace(100.0, 0.0)
    assert pace.lagging(5.0)
    caught_up = sum(1 for _ in iter(lambda: pace.due(5.0), False))
    assert 100 <= caught_up <= 102
    assert not pace.lagging(5.0)


def test_the_meter_counts_the_last_second() -> None:
    meter = Meter()
    assert meter.read(0.0, 0) == 0.0
    rates = [meter.read(t / 10, 100 * t) for t in range(1, 40)]
    assert rates[-1] == pytest.approx(1000.0)
    slower = [meter.read(4 + t / 10, 3900 + t) for t in range(1, 13)]
    assert slower[-1] == pytest.approx(10.0, rel=0.2)
    meter.clear()
    assert meter.read(9.0, 5000) == 0.0
