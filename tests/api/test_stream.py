"""The websocket of a real server: commands, frames, bad visitors, the acknowledgement window."""

import asyncio
import json
import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from safetensors.torch import load
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.protocol import WINDOW
from tests.api.visitor import SMALL, Visitor, begin, http


def model(url: str, session: str) -> dict[str, bytes]:
    """A session's whole state by name, as the server lets one download it."""
    state = load(http(url, f"/api/sessions/{session}/model").body)
    return {name: tensor.numpy().tobytes() for name, tensor in state.items()}


def library(steps: int, **config: Any) -> dict[str, bytes]:
    """The same state, played by the library alone."""
    game = Game(RunConfig.from_json({**SMALL, **config}))
    for _ in range(steps):
        game.step()
    return {name: tensor.numpy().tobytes() for name, tensor in game.state_dict().items()}


async def test_a_thousand_steps_give_the_weights_of_the_library(base_url: str) -> None:
    preset = {"regularizers": [{"id": "r1"}], "g_ema": 0.9, "seed": 11}
    session = begin(base_url, **preset)
    async with Visitor.of(base_url, session) as visitor:
        frame = await visitor.ask(type="step", count=1000)
    assert frame["step"] == "1000"
    assert model(base_url, session) == library(1000, **preset)


async def test_play_at_full_speed_gives_the_weights_of_the_library(base_url: str) -> None:
    session = begin(base_url, seed=3)
    async with Visitor.of(base_url, session) as visitor:
        await visitor.ask(type="play", speed=None)
        await visitor.reach(500)
        frame = await visitor.ask(type="pause")
    assert model(base_url, session) == library(int(frame["step"]), seed=3)


async def test_play_keeps_to_its_speed(base_url: str) -> None:
    async with Visitor.of(base_url, begin(base_url)) as visitor:
        first = await visitor.ask(type="play", speed=100)
        begun = time.monotonic()
        while time.monotonic() - begun < 1.5:
            await visitor.hear()
        elapsed = time.monotonic() - begun
        steps = int(visitor.last["step"]) - int(first["step"])
        assert steps / elapsed == pytest.approx(100, rel=0.15)
        assert float(visitor.last["steps_per_second"]) == pytest.approx(100, rel=0.3)


BAD: list[tuple[str | bytes, str]] = [
    ('{"type": "explode"}', "type"),
    ('{"type": "step", "count": 1, "hop": 2}', "hop"),
    ('{"type": "play", "speed": NaN}', "speed"),
    ('{"type": "play", "speed": 1e999}', "speed"),
    ('{"type": "configure", "changes": {"generator": {"params": {"width": 1000000000}}}}',
     "generator.params.width"),
    ('{"type": "configure", "changes": {"g_optimizer": {"params": {"lr": NaN}}}}',
     "g_optimizer.params.lr"),
    ("not json", ""),
    ("", ""),
    (b"\x00\xff\xfe\x80", ""),
]  # fmt: skip


async def test_bad_commands_get_a_clear_error_and_training_goes_on(base_url: str) -> None:
    session = begin(base_url)
    async with Visitor.of(base_url, session) as visitor:
        before = await visitor.ask(type="step", count=5)
        for message, field in BAD:
            await visitor.socket.send(message)
            error = await visitor.until(type="error")
            assert error["field"] == field
            assert error["message"].startswith("Must be ")
        assert model(base_url, session) == library(5)
        after = await visitor.ask(type="step", count=5)
        assert (before["step"], after["step"]) == ("5", "10")
    assert model(base_url, session) == library(10)


async def closing_code(visitor: Visitor) -> int | None:
    """Read on until the socket is closed; the code."""
    try:
        while True:
            await visitor.hear()
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


async def test_a_message_of_70_kb_closes_the_socket_and_no_more(base_url: str) -> None:
    session = begin(base_url)
    async with Visitor.of(base_url, session) as other, Visitor.of(base_url, session) as visitor:
        await visitor.socket.send(json.dumps({"type": "pause", "pad": "x" * 70_000}))
        assert await closing_code(visitor) == 1009
        assert (await other.ask(type="step"))["step"] == "1"


async def test_too_many_commands_close_the_socket(base_url: str) -> None:
    session = begin(base_url)
    async with Visitor.of(base_url, session) as visitor:
        for _ in range(50):
            await visitor.say(type="view")
        assert (await visitor.ask(type="ack", frame=0, nonsense=1))["type"] == "error"
        for _ in range(60):
            await visitor.say(type="view")
        assert await closing_code(visitor) == 1008
    async with Visitor.of(base_url, session) as visitor:
        assert (await visitor.hear())["type"] == "state"


@pytest.mark.parametrize("session", ["0" * 20, "nonsense", "..%2e", "%00", "x" * 500])
async def test_unknown_sessions_are_told_so(base_url: str, session: str) -> None:
    async with Visitor.of(base_url, session) as visitor:
        assert await closing_code(visitor) == 4404


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://evil.example", None),
        ("http://127.0.0.1.evil.example", None),
        ("https://127.0.0.1", None),
        ("null", None),
        (None, None),
        ("own", "evil.example"),
        ("own", "127.0.0.1"),
    ],
)
async def test_strangers_are_refused_before_the_handshake(
    base_url: str, origin: str | None, host: str | None
) -> None:
    address = urlsplit(base_url)
    url = f"ws://{host or address.netloc}/ws/sessions/{begin(base_url)}"
    sent: Any = base_url if origin == "own" else origin
    with pytest.raises(InvalidStatus) as refused:
        async with connect(url, origin=sent, host=address.hostname, port=address.port):
            pass
    response = refused.value.response
    assert response.status_code == 403
    assert "content-security-policy" in response.headers
    assert json.loads(response.body)["error"]["field"] == ("origin" if host is None else "host")


@pytest.mark.parametrize(
    "path", ["/", "/ws", "/ws/sessions/", "/ws/sessions/..%2fx", "/api/catalog"]
)
async def test_there_is_no_other_websocket(base_url: str, path: str) -> None:
    url = base_url.replace("http", "ws", 1) + path
    with pytest.raises(InvalidStatus) as refused:
        async with connect(url, origin=base_url):  # type: ignore[arg-type]
            pass
    assert refused.value.response.status_code == 404
    assert "content-security-policy" in refused.value.response.headers


async def arrived(visitor: Visitor, quiet_s: float) -> int:
    """How many frames had arrived, and arrive until nothing comes for a while."""
    count = 0
    try:
        while True:
            async with asyncio.timeout(quiet_s):
                count += (await visitor.hear())["type"] == "frame"
    except TimeoutError:
        return count


async def test_a_slow_viewer_sees_the_newest_and_holds_up_nobody(base_url: str) -> None:
    session = begin(base_url)
    async with Visitor.of(base_url, session) as quick, Visitor.of(base_url, session) as slow:
        slow.acknowledging = False
        await quick.ask(type="play", speed=200)
        begun = time.monotonic()
        count = 0
        while time.monotonic() - begun < 1.0:
            count += (await quick.hear())["type"] == "frame"
        assert count > 15
        assert await arrived(slow, 0.3) <= WINDOW
        reached = await quick.reach(int(quick.last["step"]) + 1)
        slow.acknowledging = True
        await slow.say(type="ack", frame=int(slow.last["frame"]))
        assert int((await slow.until(type="frame"))["step"]) >= reached


async def test_coming_back_finds_the_run_where_it_is(base_url: str) -> None:
    session = begin(base_url)
    async with Visitor.of(base_url, session) as visitor:
        await visitor.ask(type="play", speed=50)
        left = await visitor.reach(5)
    await asyncio.sleep(0.3)
    async with Visitor.of(base_url, session) as visitor:
        state = await visitor.hear()
        assert (state["status"], state["speed"]) == ("playing", 50)
        assert state["step"] > left
        await visitor.ask(type="pause")


async def test_all_viewers_hear_of_a_change(base_url: str) -> None:
    session = begin(base_url)
    async with Visitor.of(base_url, session) as one, Visitor.of(base_url, session) as other:
        await other.until(type="frame")
        await one.ask(type="configure", changes={"batch_size": 8})
        state = await other.until(type="state")
        assert state["config"]["batch_size"] == 8
        assert "request" not in state


async def test_deleting_a_session_ends_its_sockets(base_url: str) -> None:
    session = begin(base_url)
    async with Visitor.of(base_url, session) as visitor:
        await visitor.hear()
        assert http(base_url, f"/api/sessions/{session}", method="DELETE").status == 204
        assert await closing_code(visitor) == 4410
    assert http(base_url, f"/api/sessions/{session}").status == 404
