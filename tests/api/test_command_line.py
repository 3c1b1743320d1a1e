"""The command line: beginnings that fail in plain words, and clean ends."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from websockets.exceptions import ConnectionClosed

from tests.api.visitor import Visitor, begin, http
from tests.live_server import STOP_SECONDS, LiveServer, free_port
from tests.processes import family, still_there

COMMAND = [sys.executable, "-m", "ganlab"]


def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line to its end."""
    return subprocess.run(
        [*COMMAND, *arguments], env={**os.environ, **env},
        capture_output=True, text=True, timeout=40,
    )  # fmt: skip


async def test_a_clean_end_and_a_new_beginning(
    server_factory: Callable[..., LiveServer],
) -> None:
    server = server_factory()
    session = begin(server.url)
    async with Visitor.of(server.url, session) as visitor:
        await visitor.ask(type="play", speed=200)
        await visitor.reach(20)
        started, begun = family(server), time.monotonic()
        stopping = asyncio.create_task(asyncio.to_thread(server.stop))
        assert (await visitor.until(type="notice"))["kind"] == "server_stopping"
        with pytest.raises(ConnectionClosed) as closed:
            await visitor.until(type="never")
        await stopping
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012
    assert still_there(started, begun + 5.0 - time.monotonic()) == []
    reached = int(visitor.last["step"])

    server.restart()
    state = http(server.url, f"/api/sessions/{session}").json
    assert (state["id"], state["status"], state["speed"]) == (session, "playing", 200)
    assert state["step"] >= reached
    async with Visitor.of(server.url, session) as visitor:
        await visitor.reach(reached + 20)
    started, begun = family(server), time.monotonic()
    server.interrupt()
    assert still_there(started, begun + 5.0 - time.monotonic()) == []
    assert "Traceback" not in server.log.read_text()


def test_the_address_with_its_token_and_ctrl_c_twice(tmp_path: Path) -> None:
    token = "a-secret-of-the-test"
    env = {**os.environ, "GANLAB_STATE_DIR": str(tmp_path), "GANLAB_TOKEN": token}
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0"], env=env, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    url, _, fragment = process.stdout.readline().split()[-1].partition("/#")
    assert fragment == f"token={token}"
    assert http(url, "/api/catalog").status == 401
    bearer = {"authorization": f"Bearer {token}"}
    assert http(url, "/api/catalog", headers=bearer, origin=None).status == 200
    started = psutil.Process(process.pid).children(recursive=True)
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        time.sleep(0.03)
    process.communicate(timeout=STOP_SECONDS)
    assert still_there(started, 3.0) == []


def test_a_port_in_use_is_said_plainly_with_a_free_one(base_url: str) -> None:
    port = base_url.rpartition(":")[2]
    done = run("serve", "--port", port)
    assert done.returncode == 1
    assert f"Port {port} is in use" in done.stderr
    assert "start with --port" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_open_house_without_a_token() -> None:
    done = run("serve", "--host", "0.0.0.0", "--port", str(free_port()))
    assert (done.returncode, "token" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("name", "value"), [("max_sessions", "0"), ("token", "short"), ("device", "abacus")]
)
def test_a_setting_out_of_range_is_named(name: str, value: str) -> None:
    done = run("serve", **{f"GANLAB_{name.upper()}": value})
    assert done.returncode == 1
    assert f"setting {name} " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version() -> None:
    assert run("--version").stdout.strip().count(".") == 2


def test_workers_that_cannot_start_end_the_server(tmp_path: Path) -> None:
    done = run("serve", "--port", "0", "--extensions", "no_such_module",
               GANLAB_STATE_DIR=str(tmp_path))  # fmt: skip
    assert done.returncode != 0
    assert "no_such_module" in done.stderr
