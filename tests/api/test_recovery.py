"""Deaths of processes, real ones: of a worker, of the fork server, of the whole server."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.api.visitor import Visitor, begin, http
from tests.live_server import LiveServer
from tests.processes import busiest, family, still_there, workers

Factory = Callable[..., LiveServer]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One worker and the spare; tests may kill them. Its preparations are over."""
    found = LiveServer(tmp_path_factory.mktemp("one-worker"), {"GANLAB_WORKERS": "1"})
    begin(found.url)
    http(found.url, "/api/previews")
    yield found
    found.close()


@asynccontextmanager
async def two(server: LiveServer) -> AsyncIterator[tuple[Visitor, Visitor]]:
    """Two sessions on the same worker, each with a visitor."""
    async with (
        Visitor.of(server.url, begin(server.url)) as one,
        Visitor.of(server.url, begin(server.url)) as other,
    ):
        yield one, other


async def kill_under(server: LiveServer, visitor: Visitor) -> tuple[int, dict[str, Any], float]:
    """Kill the worker of a playing session: (steps lost, the notice, seconds until it goes on)."""
    worker = await asyncio.to_thread(busiest, server)
    worker.kill()
    begun = time.monotonic()
    notice = await visitor.until(type="notice")
    reached = int(visitor.last["step"])
    state = await visitor.until(type="state")
    await visitor.until(type="frame")
    await visitor.reach(int(visitor.last["step"]) + 1)
    return reached - int(state["step"]), notice, time.monotonic() - begun


async def test_a_killed_worker_costs_a_second_not_a_session(server: LiveServer) -> None:
    async with two(server) as (visitor, bystander):
        await bystander.ask(type="step", count=3)
        await visitor.ask(type="view", grid=16, fps=60)
        await visitor.ask(type="play", speed=100)
        await visitor.reach(150)
        lost, notice, seconds = await kill_under(server, visitor)
        assert (notice["kind"], lost <= 100) == ("recovered", True)
        assert seconds < 2.0
        assert (await bystander.ask(type="step"))["step"] == "4"
        # Everything still works, and so it does with the next worker.
        await visitor.ask(type="configure", changes={"batch_size": 8})
        await visitor.reach(int(visitor.last["step"]) + 10)
        lost, _, seconds = await kill_under(server, visitor)
        assert (lost <= 100, seconds < 2.0) == (True, True)
        await visitor.say(type="pause")
        state = await visitor.until(type="state", status="paused")
        assert state["config"]["batch_size"] == 8


async def test_a_run_that_kills_its_worker_again_and_again_is_stopped(server: LiveServer) -> None:
    wide = {"discriminator": {"params": {"width": 256, "layers": 5}}}
    async with two(server) as (visitor, bystander):
        await visitor.ask(type="configure", changes=wide)  # so that its turn is nearly always on
        kinds: list[str] = []
        while "stopped" not in kinds and len(kinds) < 12:
            await visitor.ask(type="play")
            (await asyncio.to_thread(busiest, server)).kill()
            kinds.append((await visitor.until(type="notice"))["kind"])
            state = await visitor.until(type="state")
        assert kinds.count("recovered") >= 2
        assert (kinds[-1], state["status"]) == ("stopped", "paused")
        assert (await bystander.ask(type="step", count=2))["step"] == "2"


async def test_sessions_outlive_the_fork_server(server: LiveServer) -> None:
    async with Visitor.of(server.url, begin(server.url)) as visitor:
        await visitor.ask(type="step", count=4)
        await asyncio.sleep(0.5)
        for pid in {process.ppid() for process in workers(server)}:
            os.kill(pid, signal.SIGKILL)
        assert (await visitor.until(type="notice"))["kind"] == "recovered"
        assert (await visitor.until(type="state"))["step"] == 4
        assert (await visitor.ask(type="step"))["step"] == "5"


def on_disk(server: LiveServer, session: str) -> list[Path]:
    """The newest checkpoint of a session first, then the one before."""
    return sorted(server.log.parent.rglob(f"{session}*"), key=lambda path: len(path.name))


async def test_a_killed_server_keeps_its_sessions_and_leaves_no_process(
    server_factory: Factory,
) -> None:
    server = server_factory()
    whole, spoilt = begin(server.url, seed=9), begin(server.url)
    async with Visitor.of(server.url, whole) as one, Visitor.of(server.url, spoilt) as other:
        await other.ask(type="step", count=3)
        await asyncio.sleep(2.5)  # it writes every two seconds
        await one.ask(type="step", count=12)
        await other.ask(type="step", count=3)
        await asyncio.sleep(2.5)
    started = family(server)
    assert len(started) >= 4  # the fork server, the resource tracker, a worker, the spare
    server.kill()
    assert still_there(started, 5.0) == []
    newest = on_disk(server, spoilt)[0]
    newest.write_bytes(newest.read_bytes()[:100])

    server.restart()
    state = http(server.url, f"/api/sessions/{whole}").json
    assert (state["step"], state["status"], state["config"]["seed"]) == (12, "paused", 9)
    assert http(server.url, f"/api/sessions/{spoilt}").json["step"] == 3  # the one before
    http(server.url, f"/api/sessions/{spoilt}", method="DELETE")
    assert on_disk(server, spoilt) == []


async def test_idle_sessions_are_put_aside_and_come_back(server_factory: Factory) -> None:
    server = server_factory(GANLAB_IDLE_MINUTES="0.01", GANLAB_MAX_SESSIONS="1")
    session = begin(server.url)
    async with Visitor.of(server.url, session) as visitor:
        await visitor.ask(type="step", count=6)
        await asyncio.sleep(2.5)  # watched, it stays
        full = http(server.url, "/api/sessions", method="POST", body={})
        assert (full.status, full.headers["retry-after"]) == (503, "10")
        assert "taken" in full.json["error"]["message"]
    for path in ("/api/sessions", f"/api/sessions/{session}"):  # a new one, and the old one back
        method = "POST" if path == "/api/sessions" else "GET"
        deadline = time.monotonic() + 8.0
        while (found := http(server.url, path, method=method)).status == 503:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.2)
        assert found.status in (200, 201)
    assert found.json["step"] == 6
