"""Evaluations: one process for all who ask, started late, replaced when it dies."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import numpy as np
import psutil
import pytest

from ganlab.runtime import evaluations
from ganlab.runtime.channel import Message
from ganlab.runtime.evaluations import Evaluations
from ganlab.runtime.pool import warm_up
from tests.processes import still_there

FAKES = np.zeros((1000, 2), np.float32).tobytes()
ANSWER_S = 60.0


class Asked:
    """Evaluations with what they have told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.evaluations = Evaluations({}, lambda *answer: self.told.append(answer))

    def ask(self, session: str, number: int = 1, instrument: str = "log_density") -> None:
        """Ask about the ring."""
        data = {"id": "ring", "params": {}}
        fields = {
            "number": number,
            "instrument": instrument,
            "step": 5,
            "scene": "plane",
            "data": data,
            "seed": 0,
        }
        self.evaluations.ask(Message("examine", {"session": session, **fields}, FAKES))

    async def until(self, count: int) -> None:
        """Wait for so many answers."""
        async with asyncio.timeout(ANSWER_S):
            while len(self.told) < count:
                await asyncio.sleep(0.01)

    async def process(self) -> psutil.Process:
        """The process, once it runs."""
        async with asyncio.timeout(ANSWER_S):
            while self.evaluations.process is None or self.evaluations.process.pid is None:
                await asyncio.sleep(0.01)
        return psutil.Process(self.evaluations.process.pid)


@pytest.fixture
async def asked() -> AsyncIterator[Asked]:
    warm_up()  # as the server does: processes then start at once
    found = Asked()
    yield found
    found.evaluations.kill()


async def test_it_starts_when_asked_has_the_lowest_priority_and_is_one(asked: Asked) -> None:
    assert asked.evaluations.process is None
    asked.ask("a")
    asked.ask("b")
    await asked.until(2)
    process = await asked.process()
    assert process.nice() >= 15
    assert [session for session, _ in asked.told] == ["a", "b"]
    found, again = (fields["found"] for _, fields in asked.told)
    assert found == again
    assert found == {"value": -100}  # all fakes at the empty centre of the ring
    asked.evaluations.kill()
    assert still_there([process], 2.0) == []


async def test_a_newer_question_takes_the_place_of_one_that_waits(asked: Asked) -> None:
    asked.ask("a", 1)
    asked.ask("a", 2)
    asked.ask("a", 3)
    asked.ask("b", 4)
    await asked.until(2)
    assert [fields["number"] for _, fields in asked.told] == [3, 4]


async def test_a_killed_process_is_replaced_and_nothing_is_lost(asked: Asked) -> None:
    asked.ask("a", 1)
    await asked.until(1)
    first = await asked.process()
    first.suspend()  # so that it cannot answer before it is killed
    asked.ask("a", 2)
    asked.ask("b", 3)
    await asyncio.sleep(0.05)
    first.kill()
    await asked.until(3)
    assert [fields["number"] for _, fields in asked.told] == [1, 2, 3]
    assert asked.told[0][1]["found"] == asked.told[1][1]["found"]
    assert (await asked.process()).pid != first.pid


async def test_one_that_hangs_is_ended_and_at_last_there_is_no_answer(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluations, "PATIENCE_S", 0.0)
    monkeypatch.setattr(evaluations, "PAUSE_S", 0.01)
    asked.ask("a")
    await asked.until(1)
    assert asked.told[0][1]["found"] is None


async def test_it_ends_when_nobody_asks_and_starts_again(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluations, "IDLE_S", 0.05)
    asked.ask("a", 1)
    await asked.until(1)
    async with asyncio.timeout(ANSWER_S):
        while asked.evaluations.process is not None:
            await asyncio.sleep(0.01)
    asked.ask("a", 2)
    await asked.until(2)
    assert asked.told[1][1]["found"] == asked.told[0][1]["found"]
