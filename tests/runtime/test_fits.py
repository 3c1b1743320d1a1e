"""Densities on their way to the viewers: begun when looked at, sent once, fitted elsewhere."""

import json
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import numpy as np
import pytest

from ganlab.gan.config import RunConfig
from ganlab.gan.plane.densities import SIDE, Chosen, Survey
from ganlab.runtime.fitter import FitError, Fitter
from ganlab.runtime.run import Run
from ganlab.runtime.session import Session
from tests.runtime.conftest import SMALL, Driver

MIXTURE = {"id": "gaussian_mixture", "params": {"components": 2}}


class Promises(Fitter):
    """A fitter that keeps its promises when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[Future[Survey]] = []

    def fit(self, *_: Any, **__: Any) -> Future[Survey]:
        self.made.append(Future())
        return self.made[-1]

    def keep(self) -> None:
        """The newest fit is done."""
        grid = np.zeros((SIDE, SIDE), np.float16)
        self.made[-1].set_result(Survey(grid, {"held_out": -1.5, "error": 0.1}))


@pytest.fixture
def fitter() -> Promises:
    return Promises()


@pytest.fixture
def watched(driver: Driver, fitter: Promises) -> Driver:
    """A session at rest whose densities are in the test's hands."""
    run = Run(RunConfig.from_json(SMALL))
    driver.session = Session("b" * 20, run, driver.log.send, fitter=fitter)
    driver.session.join(1, {})
    driver.settle()
    driver.log.clear()
    return driver


def told(driver: Driver, viewer: int = 1) -> list[tuple[dict[str, Any] | None, bool]]:
    """What each frame said of a density, and whether the picture was in it."""
    frames = [found for kind, to, found in driver.log.entries if kind == "frame" and viewer in to]
    return [
        (json.loads(words["density"]) if "density" in words else None, "density" in arrays)
        for arrays, words in frames
    ]


def test_the_picture_comes_once_and_the_facts_with_every_frame(
    watched: Driver, fitter: Promises
) -> None:
    watched.do(type="view", density=MIXTURE)
    ((facts, drawn),) = told(watched)
    assert facts is not None
    assert facts["status"] == "fitting"
    assert facts["params"] == {"components": 2, "covariance": "full"}
    assert not drawn
    watched.log.clear()
    fitter.keep()
    watched.settle()
    ((facts, drawn),) = told(watched)
    assert facts is not None
    assert (facts["status"], facts["held_out"], drawn) == ("ready", -1.5, True)
    run = watched.session.run
    assert run.game.plane.mixture is not None
    assert facts["floor"] == pytest.approx(1.08, abs=0.05)  # minus the entropy of the ring
    watched.do(type="step")
    assert [drawn for _, drawn in told(watched)] == [False] * len(told(watched))
    watched.do(type="view", density=None)
    assert told(watched) == [(None, False)]
    assert len(fitter.made) == 1


def test_one_fit_serves_all_who_look_and_other_data_make_another(
    watched: Driver, fitter: Promises
) -> None:
    watched.do(type="view", density=MIXTURE)
    fitter.keep()
    watched.settle()
    watched.session.join(2, {"density": MIXTURE})
    watched.do(type="step")
    assert [drawn for _, drawn in told(watched, 2)].count(True) == 1
    assert len(fitter.made) == 1
    watched.do(type="configure", changes={"generator": {"params": {"width": 12}}})
    assert len(fitter.made) == 1, "other networks learn from the same data"
    watched.do(type="configure", changes={"data": {"id": "grid"}})
    assert len(fitter.made) == 2
    facts, _ = told(watched)[-1]
    assert facts is not None
    assert facts["status"] == "fitting"


def test_it_waits_without_burning_time_and_is_shown_when_it_is_there(
    watched: Driver, fitter: Promises
) -> None:
    watched.do(type="view", density=MIXTURE)
    assert 0 < watched.session.wake_at() - time.monotonic() < 0.2
    fitter.keep()
    assert watched.session.wake_at() <= time.monotonic()


def test_what_was_asked_for_in_passing_is_not_fitted(watched: Driver, fitter: Promises) -> None:
    for components in (3, 4, 5):
        chosen = {"id": "gaussian_mixture", "params": {"components": components}}
        watched.do(type="view", density=chosen)
    assert [made.cancelled() for made in fitter.made] == [True, True, False]


def test_a_failure_is_told_in_plain_words(watched: Driver, fitter: Promises) -> None:
    watched.do(type="view", density=MIXTURE)
    watched.log.clear()
    fitter.made[-1].set_exception(FitError("It cannot be fitted to these samples."))
    watched.settle()
    facts, drawn = told(watched)[-1]
    assert facts is not None
    assert (facts["status"], drawn) == ("failed", False)
    assert facts["message"] == "It cannot be fitted to these samples."


def test_a_refused_density_changes_nothing(watched: Driver) -> None:
    watched.do(type="view", density=MIXTURE)
    watched.log.clear()
    watched.say(type="view", density={"id": "gaussian_mixture", "params": {"components": 0}})
    (error,) = watched.log.events()
    assert error["field"] == "density.params.components"
    assert error["expected"] == "a whole number from 1 to 30"
    viewer = watched.session.screen.viewers[1]
    assert viewer.view.density == Chosen.of("gaussian_mixture", {"components": 2})


def test_one_who_comes_back_with_a_refused_density_sees_the_rest(watched: Driver) -> None:
    refused = {"id": "gaussian_mixture", "params": {"components": 0}}
    watched.session.join(2, {"density": refused, "grid": 16})
    view = watched.session.screen.viewers[2].view
    assert (view.density, view.grid) == (None, 16)


@pytest.fixture
def real_fitter() -> Iterator[Fitter]:
    fitter = Fitter()
    yield fitter
    fitter.close()


def test_a_process_that_dies_is_started_again(real_fitter: Fitter) -> None:
    points = np.random.default_rng(1).normal(2.0, 0.5, (200, 2)).astype(np.float32)
    chosen = Chosen.of("gaussian_mixture", {"components": 1})
    future = real_fitter.fit(chosen, points, points, (0.0, 4.0, 0.0, 4.0), 3)
    until = time.monotonic() + 10
    while real_fitter.pid is None and time.monotonic() < until:
        time.sleep(0.001)
    assert real_fitter.pid is not None
    os.kill(real_fitter.pid, signal.SIGKILL)
    found = future.result(timeout=60)
    expected = -0.5 * np.log(np.linalg.det(2 * np.pi * np.e * np.cov(points.T, bias=True)))
    assert found.facts["held_out"] == pytest.approx(expected, abs=1e-4)
