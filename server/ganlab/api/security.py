"""Security: who may talk to the server. Pure ASGI, so that websockets are seen as well.

Starlette's own middlewares for hosts and origins leave websockets out, which is how pages of other
sites got into tools like this one (CVE-2026-39987, CVE-2023-26114).
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Callable, Collection, Iterable
from http.cookies import CookieError, SimpleCookie

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ganlab.settings import Settings

COOKIE = "ganlab_token"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
MAX_BODY_BYTES = 1 << 20
MAX_MODEL_BYTES = 64 << 20
MAX_UPLOAD_BYTES = 10 << 20
UPLOAD_PATH = "/api/images"
MODEL_PATH = re.compile(r"/api/sessions/[^/]+/model")


def security_headers(ancestors: Collection[str] = ()) -> dict[str, str]:
    """The headers of every answer. `ancestors` are the origins whose pages may frame the lab."""
    framers = " ".join(ancestors) or "'none'"
    headers = {
        "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
        "img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
        f"base-uri 'none'; form-action 'none'; frame-ancestors {framers}",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
    }
    # For browsers that know no frame-ancestors. It cannot name origins: with some it is left out.
    return headers if ancestors else {**headers, "x-frame-options": "DENY"}


class SecurityHeaders:
    """Adds the security headers to every answer, errors and refused websockets included."""

    def __init__(self, app: ASGIApp, ancestors: Collection[str] = ()) -> None:
        self._app = app
        self._headers = [(k.encode(), v.encode()) for k, v in security_headers(ancestors).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                names = {name.lower() for name, _ in message.get("headers", [])}
                missing = [pair for pair in self._headers if pair[0] not in names]
                message = {**message, "headers": [*message.get("headers", []), *missing]}
            await send(message)

        await self._app(scope, receive, send_with_headers)


class Gate:
    """Lets in who comes by the right Host, from the right Origin, and with the token.

    The Host must be one of ours, exactly. An Origin that is sent must be as well; a websocket or a
    request that changes something must send one, or know the token. Where the server has a token,
    the API and the websocket ask for it; the page itself, which asks the visitor, does not.
    """

    def __init__(self, app: ASGIApp, settings: Settings, port: int) -> None:
        self._app = app
        self._token = settings.token
        self._hosts = own_hosts(settings, port)
        self._origins = own_origins(settings, self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in or refuse."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        found = self._objection(scope, headers)
        if found is None:
            await self._app(scope, receive, send)
        else:
            status, field, expected, message = found
            error = {"field": field, "expected": expected, "got": headers.get(field, "")[:80]}
            await _refuse(scope, send, status, {"error": {**error, "message": message}})

    def _objection(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str, str, str] | None:
        """(status, field, expected, message) of a refusal, or None."""
        if headers.get("host", "").lower() not in self._hosts:
            text = "This server does not answer to that name; see the setting allowed_hosts."
            return 403, "host", "a name of this server", text
        knows_token = self._knows_token(headers)
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in self._origins:
            text = "Pages of other sites may not talk to this server; see allowed_origins."
            return 403, "origin", "a page of this server", text
        if origin is None and _needs_origin(scope) and not knows_token:
            text = "A request without an Origin header needs the server's token."
            return 403, "origin", "a page of this server", text
        if self._token is not None and not knows_token and _needs_token(scope):
            return 401, "authorization", "the server's token", "This server needs its token."
        return None

    def _knows_token(self, headers: dict[str, str]) -> bool:
        if self._token is None:
            return False
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        given = bearer.strip() if scheme.lower() == "bearer" else _cookie(headers.get("cookie", ""))
        return hmac.compare_digest(given.encode(), self._token.encode())


def body_limit(path: str) -> int:
    """How many bytes a request to this path may bring: 1 MiB, images 10, a saved model 64."""
    if path == UPLOAD_PATH:
        return MAX_UPLOAD_BYTES
    return MAX_MODEL_BYTES if MODEL_PATH.fullmatch(path) else MAX_BODY_BYTES


class BodyLimit:
    """Refuses bodies above what their path allows (413), announced or not."""

    def __init__(self, app: ASGIApp, limit_of: Callable[[str], int] = body_limit) -> None:
        self._app = app
        self._limit_of = limit_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body, up to the limit, before the app sees the request."""
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            await self._app(scope, receive, send)
            return
        body, limit = bytearray(), self._limit_of(scope["path"])
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return
            body += message.get("body", b"")
            if len(body) > limit:
                expected = f"at most {limit} bytes"
                error = {"field": "body", "expected": expected, "got": "more"}
                text = f"Must be {expected}. Nothing was changed."
                await _refuse(scope, send, 413, {"error": {**error, "message": text}})
                return
            if not message.get("more_body"):
                break
        whole: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def replay() -> Message:
            return whole.pop() if whole else await receive()

        await self._app(scope, replay, send)


def own_hosts(settings: Settings, port: int) -> frozenset[str]:
    """Every Host header that is ours: the loopback's names, the address listened on, settings'."""
    bracketed = f"[{settings.host}]" if ":" in settings.host else settings.host
    names = {"127.0.0.1", "localhost", "[::1]", bracketed}
    with_port = {f"{name}:{port}" for name in names} | (names if port == 80 else set())
    return frozenset(with_port | {host.lower() for host in settings.allowed_hosts})


def own_origins(settings: Settings, hosts: Iterable[str]) -> frozenset[str]:
    """Every Origin that is ours: pages under our hosts (a proxy may add TLS), and settings'."""
    pages = {f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")}
    return frozenset(pages | {origin.lower() for origin in settings.allowed_origins})


def _headers(scope: Scope) -> dict[str, str]:
    """Headers by lower-case name; of a header that came twice, both, so that neither matches."""
    found: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _cookie(header: str) -> str:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel is not None else ""


def _needs_origin(scope: Scope) -> bool:
    return scope["type"] == "websocket" or scope["method"] not in SAFE_METHODS


def _needs_token(scope: Scope) -> bool:
    path: str = scope["path"]
    return path.startswith(("/api/", "/ws/")) and path != "/api/login"


async def _refuse(scope: Scope, send: Send, status: int, document: dict[str, object]) -> None:
    kind = "http.response" if scope["type"] == "http" else "websocket.http.response"
    body = json.dumps(document).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": f"{kind}.start", "status": status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})
