"""The guards before the app: which requests get through, decided without any of it running."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from pydantic import ValidationError
from starlette.types import Receive, Scope, Send

from ganlab.api.rate import Bucket
from ganlab.api.security import (
    BodyLimit,
    Gate,
    SecurityHeaders,
    body_limit,
    security_headers,
)
from ganlab.settings import Settings, is_loopback

TOKEN = "a-secret-of-the-test"
OWN = "http://127.0.0.1:8000"


class Inside:
    """The app behind the guards: notes who got through."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 200."""
        if scope["type"] == "http":
            self.bodies.append((await receive()).get("body", b""))
        else:
            self.bodies.append(b"")
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"inside"})


async def knock(
    settings: Settings, kind: str, path: str, headers: Iterable[tuple[str, str]],
    *, method: str = "GET", chunks: Iterable[bytes] = (b"",),
) -> tuple[int, dict[str, str], list[bytes]]:  # fmt: skip
    """(status, headers, bodies that got through) of one request to the guarded app."""
    inside, sent = Inside(), []
    guarded = Gate(BodyLimit(inside, lambda _: 100), settings, 8000)
    app = SecurityHeaders(guarded, settings.frame_ancestors)
    scope: dict[str, Any] = {
        "type": kind,
        "path": path,
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
    }
    if kind == "http":
        scope["method"] = method
    parts = list(chunks)
    messages = [
        {"type": "http.request", "body": part, "more_body": k + 1 < len(parts)}
        for k, part in enumerate(parts)
    ]

    async def receive() -> Any:
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = sent[0]
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    if start["status"] != 200:
        assert json.loads(sent[1]["body"])["error"]["message"]
    return start["status"], found, inside.bodies


OPEN, LOCKED = Settings(), Settings(token=TOKEN)
HOST = ("host", "127.0.0.1:8000")
BEARER = ("authorization", f"Bearer {TOKEN}")
COOKIE = ("cookie", f"theme=dark; ganlab_token={TOKEN}")


@pytest.mark.parametrize(
    ("settings", "kind", "path", "headers", "status"),
    [
        # An own page, by each of the loopback's names
        (OPEN, "http", "/", [HOST], 200),
        (OPEN, "http", "/", [("host", "LOCALHOST:8000")], 200),
        (OPEN, "http", "/", [("host", "[::1]:8000")], 200),
        (OPEN, "websocket", "/ws/sessions/x", [HOST, ("origin", OWN)], 200),
        # Another host, or one that only looks like ours
        (OPEN, "http", "/", [], 403),
        (OPEN, "http", "/", [("host", "127.0.0.1")], 403),
        (OPEN, "http", "/", [("host", "127.0.0.1:8001")], 403),
        (OPEN, "http", "/", [("host", "127.0.0.1:8000.evil.example")], 403),
        (OPEN, "http", "/", [HOST, HOST], 403),
        (OPEN, "websocket", "/ws/sessions/x", [("host", "evil:8000"), ("origin", OWN)], 403),
        # Another origin
        (OPEN, "http", "/", [HOST, ("origin", "http://evil.example")], 403),
        (OPEN, "http", "/", [HOST, ("origin", "null")], 403),
        (OPEN, "websocket", "/ws/sessions/x", [HOST, ("origin", f"{OWN}.evil.example")], 403),
        (OPEN, "websocket", "/ws/sessions/x", [HOST, ("origin", OWN), ("origin", "x")], 403),
        (OPEN, "websocket", "/ws/sessions/x", [HOST, ("origin", "http://127.0.0.1:80")], 403),
        # No origin
        (OPEN, "websocket", "/ws/sessions/x", [HOST], 403),
        (OPEN, "websocket", "/ws/sessions/x", [HOST, BEARER], 403),
        (LOCKED, "websocket", "/ws/sessions/x", [HOST, BEARER], 200),
        # The token
        (LOCKED, "http", "/", [HOST], 200),
        (LOCKED, "http", "/healthz", [HOST], 200),
        (LOCKED, "http", "/api/catalog", [HOST], 401),
        (LOCKED, "http", "/api/catalog", [HOST, BEARER], 200),
        (LOCKED, "http", "/api/catalog", [HOST, COOKIE], 200),
        (LOCKED, "http", "/api/catalog", [HOST, ("cookie", "ganlab_token=no")], 401),
        (LOCKED, "http", "/api/catalog", [HOST, ("authorization", "Bearer né")], 401),
        (LOCKED, "http", "/api/catalog", [HOST, ("authorization", f"Basic {TOKEN}")], 401),
        (LOCKED, "websocket", "/ws/sessions/x", [HOST, ("origin", OWN)], 401),
        (LOCKED, "websocket", "/ws/sessions/x", [HOST, ("origin", OWN), COOKIE], 200),
        (LOCKED, "websocket", "/ws/sessions/x", [HOST, ("origin", "http://evil"), COOKIE], 403),
    ],
)
async def test_who_gets_in(
    settings: Settings, kind: str, path: str, headers: list[tuple[str, str]], status: int
) -> None:
    found, sent, through = await knock(settings, kind, path, headers)
    assert found == status
    assert bool(through) == (status == 200)
    assert security_headers().items() <= sent.items()


async def test_a_change_needs_an_origin() -> None:
    for method in ("POST", "DELETE", "PUT", "PATCH"):
        path = "/api/sessions"
        assert (await knock(OPEN, "http", path, [HOST], method=method))[0] == 403
        assert (await knock(OPEN, "http", path, [HOST, ("origin", OWN)], method=method))[0] == 200
        assert (await knock(LOCKED, "http", path, [HOST, BEARER], method=method))[0] == 200


async def test_names_and_pages_from_the_settings() -> None:
    settings = Settings(
        allowed_hosts="Lab.example.org, 10.0.0.5:8000", allowed_origins="https://school.example.org"
    )
    for host in ("lab.example.org", "10.0.0.5:8000"):
        for origin in (f"https://{host}", f"http://{host}", "https://school.example.org"):
            headers = [("host", host), ("origin", origin)]
            assert (await knock(settings, "websocket", "/ws/sessions/x", headers))[0] == 200
    assert (await knock(settings, "http", "/", [("host", "example.org")]))[0] == 403


async def test_bodies_are_limited_even_in_pieces() -> None:
    headers = [HOST, ("origin", OWN)]
    pieces = [b"x" * 40, b"y" * 60]
    status, _, through = await knock(
        OPEN, "http", "/api/sessions", headers, method="POST", chunks=pieces
    )
    assert (status, through) == (200, [b"".join(pieces)])
    status, found, through = await knock(
        OPEN, "http", "/api/sessions", headers, method="POST", chunks=[*pieces, b"z", b"never read"]
    )
    assert (status, through) == (413, [])
    assert security_headers().items() <= found.items()


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors "
)


def test_only_a_saved_model_may_be_large() -> None:
    assert body_limit("/api/sessions/0123/model") == 64 << 20
    for path in ("/api/sessions", "/api/login", "/api/sessions/0123", "/x/api/sessions/1/model"):
        assert body_limit(path) == 1 << 20


def test_the_policy_is_the_agreed_one() -> None:
    headers = security_headers()
    assert headers["content-security-policy"] == POLICY + "'none'"
    assert headers["x-frame-options"] == "DENY"


async def test_sites_that_are_named_may_frame_the_lab_and_nobody_else() -> None:
    settings = Settings(frame_ancestors="https://school.example.org, http://[::1]:8080")
    _, headers, _ = await knock(settings, "http", "/", [HOST])
    policy = headers["content-security-policy"]
    assert policy == POLICY + "https://school.example.org http://[::1]:8080"
    assert "x-frame-options" not in headers  # it knows DENY and SAMEORIGIN alone
    # to be shown in a frame is all they may: they talk to the server no more than others
    headers_sent = [HOST, ("origin", "https://school.example.org")]
    assert (await knock(settings, "websocket", "/ws/sessions/x", headers_sent))[0] == 403


@pytest.mark.parametrize(
    "origin",
    ["*", "https://*", "https://*.example.org", "school.example.org", "https:", "'self'", "data:",
     "https://a.example/path", "https://a.example; script-src *", "https://a.example\r\nx: y",
     "javascript://a", "https://user@a.example", "https://a.example:port", "https://a.example:"],
)  # fmt: skip
def test_only_exact_origins_may_frame_the_lab(origin: str) -> None:
    with pytest.raises(ValidationError, match="expected origins"):
        Settings(frame_ancestors=origin)


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True),
     ("0.0.0.0", False), ("::", False), ("10.0.0.5", False), ("lab.example.org", False)],
)  # fmt: skip
def test_loopback(host: str, own: bool) -> None:
    assert is_loopback(host) == own


def test_a_bucket_allows_a_burst_and_then_its_rate() -> None:
    bucket = Bucket(1000.0, 5)
    assert [bucket.take() for _ in range(5)] == [True] * 5
    slow = Bucket(0.001, 2)
    assert [slow.take() for _ in range(4)] == [True, True, False, False]
