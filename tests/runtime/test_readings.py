"""Readings: what a session asks of instruments, when, and what its viewers are sent."""

import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from ganlab.gan.instruments.path import PAIRS
from ganlab.runtime.channel import Message
from ganlab.runtime.evaluator import Evaluator
from tests.runtime.conftest import Driver

Question = tuple[str, bytes, dict[str, Any]]


class Bench:
    """A session whose questions the test answers, or leaves."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.questions: list[Question] = []
        self.evaluator = Evaluator()
        driver.session.screen.readings._send = self._take

    def _take(self, kind: str, payload: bytes = b"", **fields: Any) -> None:
        self.questions.append((kind, payload, fields))

    def answer(self, question: Question) -> None:
        """Answer as the evaluator and the server would."""
        kind, payload, fields = question
        found = self.evaluator.answer(Message(kind, fields, payload))
        told = {k: fields[k] for k in ("number", "instrument", "step")}
        self.driver.session.take({**told, "question": kind, "found": found})

    def answer_all(self) -> None:
        """Answer until there are no more questions."""
        self.driver.settle()
        while self.questions:
            self.answer(self.questions.pop(0))
            self.driver.session.screen.readings._due_s = 0.0
            self.driver.settle()

    def readings(self) -> dict[str, dict[str, Any]]:
        """The newest of each instrument that viewer 1 was sent."""
        found: dict[str, dict[str, Any]] = {}
        for frame in self.driver.log.frames():
            found |= json.loads(frame.get("instruments", "{}"))
        return found


@pytest.fixture
def bench(driver: Driver) -> Bench:
    """A small session at rest with one viewer, who wants no instruments yet."""
    return Bench(driver)


def test_nothing_is_asked_when_nobody_wants_to_know(bench: Bench) -> None:
    bench.driver.do(type="step", count=50)
    assert bench.questions == []
    assert bench.driver.session.screen.readings.next_due(bench.driver.session.run) == float("inf")
    assert bench.driver.session.run.on_step is None
    assert not any("instruments" in frame for frame in bench.driver.log.frames())


def test_values_then_floors_come_once_for_each(bench: Bench) -> None:
    bench.driver.say(type="view", instruments=["mmd", "mode_kl", "precision"])
    bench.answer_all()
    found = bench.readings()
    assert set(found) == {"mmd", "mode_kl", "precision"}
    assert all(reading["step"] == 0 for reading in found.values())
    assert 0 < found["mmd"]["p"] <= 1
    assert "p" not in found["precision"]
    mean, spread = found["precision"]["floor"]
    assert found["precision"]["value"] < mean
    assert 0 < spread < mean
    bench.driver.log.clear()
    bench.driver.do(type="view", fps=20)
    assert bench.questions == []
    assert bench.readings() == {}


def test_one_question_is_under_way_at_a_time(bench: Bench) -> None:
    bench.driver.say(type="view", instruments=["mmd", "precision"])
    bench.driver.settle()
    bench.driver.do(type="step", count=100)
    bench.driver.do(type="step", count=100)
    assert len(bench.questions) == 1
    bench.answer_all()
    assert {reading["step"] for reading in bench.readings().values()} == {200}


def test_a_slow_evaluator_holds_up_nothing(bench: Bench) -> None:
    bench.driver.say(type="view", instruments=["mmd"])
    bench.driver.settle()
    begun = time.monotonic()
    bench.driver.do(type="step", count=200)
    assert bench.driver.session.run.game.steps == 200
    assert time.monotonic() - begun < 5
    assert len(bench.questions) == 1


def test_an_answer_of_another_run_is_not_shown(bench: Bench) -> None:
    bench.driver.do(type="step", count=3)
    bench.driver.say(type="view", instruments=["mode_kl"])
    bench.driver.settle()
    old = bench.questions.pop()
    bench.driver.do(type="reset")
    bench.driver.log.clear()
    bench.answer(old)
    bench.driver.settle()
    assert bench.readings() == {}
    bench.answer_all()
    assert bench.readings()["mode_kl"]["step"] == 0


def test_the_same_run_and_step_give_the_same_numbers(drive: Callable[..., Driver]) -> None:
    found = []
    for _ in range(2):
        bench = Bench(drive())
        bench.driver.do(type="step", count=40)
        bench.driver.say(type="view", instruments=["mmd", "log_density", "precision"])
        bench.answer_all()
        found.append(bench.readings())
    assert found[0] == found[1]


def test_the_fakes_are_those_of_the_moment(bench: Bench) -> None:
    bench.driver.do(type="step", count=7)
    bench.driver.say(type="view", instruments=["wasserstein_2"])
    bench.driver.settle()
    ((kind, payload, fields),) = bench.questions
    fakes = np.frombuffer(payload, np.float32).reshape(-1, 2)
    run = bench.driver.session.run
    assert (kind, fields["step"], fakes.shape) == ("examine", 7, (1000, 2))
    assert np.array_equal(fakes, run.judge.fakes(1000).numpy())


def test_a_name_that_is_no_instruments_is_refused(bench: Bench) -> None:
    (refusal,) = bench.driver.do(type="view", instruments=["mmd", "luck"], request=4)
    assert refusal["field"] == "instruments"
    assert "wasserstein_1" in refusal["expected"]
    bench.driver.settle()
    assert bench.questions == []


def test_what_the_data_do_not_allow_never_comes(drive: Callable[..., Driver]) -> None:
    bench = Bench(drive(data={"id": "spiral"}))
    bench.driver.say(type="view", instruments=["mode_kl", "log_density"])
    bench.driver.settle()
    assert bench.questions == []


def test_the_path_is_watched_for_a_while_and_costs_no_question(bench: Bench) -> None:
    bench.driver.say(type="view", instruments=["d_rotation", "g_gradient_cosine"])
    bench.driver.settle()
    bench.driver.do(type="step", count=PAIRS + 2)
    found = bench.readings()
    assert set(found) == {"d_rotation", "g_gradient_cosine"}
    assert found["d_rotation"]["step"] == PAIRS + 2
    assert 0 <= found["d_rotation"]["value"] <= 180
    assert bench.questions == []
    bench.driver.do(type="view", instruments=[])
    bench.driver.do(type="step", count=40)
    assert bench.driver.session.run.on_step is None or bench.driver.session.run.game.steps < 60


def test_watching_leaves_the_run_as_it_is(drive: Callable[..., Driver]) -> None:
    watched, alone = drive(), drive()
    watched.say(type="view", instruments=["d_rotation"])
    watched.settle()
    watched.do(type="step", count=60)
    alone.do(type="step", count=60)
    assert watched.bytes() == alone.bytes()


def test_an_instrument_that_fails_is_no_answer() -> None:
    data = {"id": "spiral", "params": {}}
    asked = {"instrument": "mode_kl", "scene": "plane", "data": data, "seed": 0}
    assert Evaluator().answer(Message("examine", asked, b"")) is None
    assert Evaluator().answer(Message("floor", asked)) is None
