"""Watch: beginning, ending and not flickering in between; time travel; what explains what."""

from __future__ import annotations

from ganlab.gan.config import RunConfig
from ganlab.gan.diagnosis.detectors import detectors
from ganlab.gan.diagnosis.signals import Signals
from ganlab.gan.diagnosis.watch import Watch, exceeds
from tests.gan.diagnosis.readings import reading, run_of, watched

CONFIG = RunConfig.from_json({})
WON, EVEN = 0.99, 0.6  # levels of D winning, beyond and short of its threshold


def speaks(watch: Watch) -> bool:
    return "d_winning" in watch.speaking


def verdicts(levels: list[float], every: int = 100) -> list[bool]:
    """Whether D winning is said after each of these readings."""
    watch, said = Watch(detectors), []
    for k, level in enumerate(levels):
        watch.take(reading(k * every, separation=level))
        said.append(speaks(watch))
    return said


def test_it_takes_four_readings() -> None:
    assert verdicts([WON] * 5) == [False, False, False, True, True]


def test_it_takes_four_readings_however_far_apart() -> None:
    assert verdicts([WON] * 4, every=5000) == [False, False, False, True]


def test_one_reading_does_not_change_its_mind() -> None:
    steady = [WON] * 8 + [EVEN] + [WON] * 8
    assert all(verdicts(steady)[4:])
    assert not any(verdicts([EVEN] * 8 + [WON] + [EVEN] * 8))


def test_between_both_shares_it_stays_as_it_is() -> None:
    by_turns = [WON, EVEN] * 10
    assert all(verdicts([WON] * 8 + by_turns)[4:])
    assert not any(verdicts([EVEN] * 8 + by_turns))


def test_it_ends_when_the_window_is_over() -> None:
    said = verdicts([WON] * 8 + [EVEN] * 8)
    assert said[8:] == [True] * 5 + [False] * 3  # 7 readings are a window; 2 of them are left


def test_readings_close_together_count_once() -> None:
    assert not speaks(watched(*run_of(40, every=1, separation=WON)))
    assert not speaks(watched(*run_of(4, every=0, separation=WON)))


def test_the_past_is_forgotten_by_who_goes_back() -> None:
    watch = watched(*run_of(10, separation=WON))
    watch.take(reading(300, separation=WON))
    assert watch.speaking == []
    for step in (400, 500, 600):
        watch.take(reading(step, separation=WON))
    assert speaks(watch)


def test_it_says_since_when() -> None:
    readings = run_of(6) + [reading(600 + 100 * k, separation=WON) for k in range(8)]
    (found,) = watched(*readings).findings(CONFIG)
    assert found["since"] == 600
    assert found["level"] == WON


def test_the_same_readings_say_the_same() -> None:
    readings = [reading(100 * k, separation=WON, pull=0.001 * k) for k in range(30)]
    assert watched(*readings).findings(CONFIG) == watched(*readings).findings(CONFIG)


def test_what_is_kept_is_bounded() -> None:
    watch = watched(*run_of(500, separation=WON))
    assert len(watch._readings) < 100
    assert {len(levels) for levels in watch._levels.values()} == {len(watch._readings)}


def test_what_explains_others_is_said_alone() -> None:
    away: list[Signals] = []
    for k in range(10):
        shares = tuple(float(j == k % 8) for j in range(8))
        away.append(reading(100 * k, centre=(20.0 + k, 0.0), shares=shares))
    watch = watched(*away)
    assert {"mode_collapse", "rotation", "divergence"} <= set(watch.speaking)
    assert [found["id"] for found in watch.findings(CONFIG)] == ["divergence"]


def test_covered_failures_exist() -> None:
    covering = [entry.extras["covers"] for entry in detectors if "covers" in entry.extras]
    named = {each for covers in covering for each in covers([reading(0, shares=(1.0,))])}
    assert named == {"mode_collapse", "rotation", "vanishing_gradient", "oscillation"}


def test_a_swing_around_the_only_mode_is_no_collapse() -> None:
    def said(shares: tuple[float, ...] | None) -> list[str]:
        swing = [
            reading(100 * k, centre=(k % 2, 0.0), covered=0.3, shares=shares) for k in range(10)
        ]
        return [found["id"] for found in watched(*swing).findings(CONFIG)]

    assert said((1.0,)) == ["oscillation"]
    assert said(None) == ["mode_collapse", "oscillation"]


def test_a_level_that_cannot_be_told_is_not_beyond() -> None:
    for entry in detectors:
        assert not exceeds(entry, None)
        assert not exceeds(entry, float("nan"))
