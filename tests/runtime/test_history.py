"""History: which moments are kept, and which steps can be reached from them."""

from itertools import pairwise

import pytest

from ganlab.gan.config import RunConfig
from ganlab.registry import ConfigError
from ganlab.runtime import history
from ganlab.runtime.run import Run
from tests.runtime.conftest import SMALL


@pytest.fixture
def run() -> Run:
    return Run(RunConfig.from_json(SMALL))


def play(run: Run, steps: int, player: str = "both") -> None:
    for _ in range(steps):
        run.step(player)


def test_a_dozen_moments_spread_over_the_run(run: Run) -> None:
    play(run, 3000)
    steps = run.history.steps
    assert len(steps) == history.KEPT
    assert steps[0] == 0
    assert steps[-1] > 2500
    gaps = [b - a for a, b in pairwise(steps)]
    assert max(gaps) <= 500


def test_large_networks_keep_fewer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "BUDGET_BYTES", 0)
    play(run, 1000)
    assert len(run.history.steps) == history.FEWEST


def test_replay_cannot_cross_a_change(run: Run) -> None:
    play(run, 60)
    run.configure(run.config.changed({"g_ema": 0.9}))
    play(run, 60)
    assert run.history.steps == [0, 50, 60, 110]
    assert run.moment(59).step == 50
    assert run.moment(60).config.g_ema == 0.9
    assert run.moment(120).step == 110


def test_steps_of_one_player_cannot_be_replayed_into(run: Run) -> None:
    play(run, 10)
    play(run, 5, "generator")
    run.history.changed(run.game, since=10)
    play(run, 5)
    assert run.moment(10).step == 0
    for step in (11, 14):
        with pytest.raises(ConfigError, match="settings changed"):
            run.moment(step)
    assert run.moment(15).step == 15
    assert run.moment(20).step == 15


def test_going_back_and_changing_something_forgets_what_came_later(run: Run) -> None:
    play(run, 120)
    run.go_to(50)
    assert run.moment(120).step == 100
    run.configure(run.config.changed({"batch_size": 8}))
    assert run.history.steps == [0, 50]
    with pytest.raises(ConfigError, match="a step from 0 to 50"):
        run.moment(51)


def test_playing_past_a_later_change_with_the_older_settings_forgets_it(run: Run) -> None:
    play(run, 60)
    run.configure(run.config.changed({"batch_size": 8}))
    play(run, 60)
    count = run.go_to(55)
    play(run, count)
    assert run.config.batch_size == 16
    assert run.moment(110).step == 110  # as long as it stays before step 60
    play(run, 5)
    assert run.history.steps == [0, 50, 60]
    with pytest.raises(ConfigError):
        run.moment(110)
    play(run, 60)
    assert run.moment(100).config.batch_size == 16


def test_the_way_back_after_a_divergence(run: Run) -> None:
    play(run, 120)
    assert run.history.before(120) == 100
    assert run.history.before(100) == 50
    assert run.history.before(0) == 0
