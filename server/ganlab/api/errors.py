"""Errors: every refusal over HTTP in the one form of `ganlab.protocol`."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from ganlab.protocol import CheckLayers, Login, NewSession, Wanted
from ganlab.registry import ConfigError, NotHereError
from ganlab.runtime.fetches import UnknownFetchError
from ganlab.runtime.place import FullError, UnknownSessionError
from ganlab.runtime.pool import WorkerFailedError

logger = logging.getLogger(__name__)

_TEXT = {"type": "string"}
_SCHEMA = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": dict.fromkeys(("field", "expected", "got", "message"), _TEXT),
            "required": ["field", "expected", "got", "message"],
        }
    },
    "required": ["error"],
}
# Of the fields of all bodies, and of paths; none is in two of them.
EXPECTED = {
    name: field.description or ""
    for body in (NewSession, CheckLayers, Wanted, Login)
    for name, field in body.model_fields.items()
} | {"player": "generator or discriminator"}
# For the OpenAPI document: what any route may answer.
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {
        "description": HTTPStatus(status).phrase,
        "content": {"application/json": {"schema": _SCHEMA}},
    }
    for status in (400, 401, 403, 404, 413, 422, 503)
}


def refusal(
    status: int, *, field: str, expected: str, got: str, message: str,
    headers: Mapping[str, str] | None = None, **more: object,
) -> Response:  # fmt: skip
    """An answer that refuses a request."""
    error = {"field": field, "expected": expected, "got": got, "message": message, **more}
    # ASCII, as a value that is quoted back may hold what UTF-8 cannot
    return Response(json.dumps({"error": error}), status, headers, "application/json")


def handle_errors(app: FastAPI) -> None:
    """Have the app answer every error in this form."""
    app.add_exception_handler(ConfigError, _not_acceptable)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(UnknownSessionError, _unknown)
    app.add_exception_handler(UnknownFetchError, _unknown_fetch)
    app.add_exception_handler(FullError, _full)
    app.add_exception_handler(WorkerFailedError, _failed)
    app.add_exception_handler(Exception, _failed)


async def _not_acceptable(_: Request, error: Exception) -> Response:
    assert isinstance(error, ConfigError)
    missing = {"missing": error.missing} if isinstance(error, NotHereError) else {}
    return refusal(
        422, field=error.field, expected=error.expected, got=error.got,
        message=f"Must be {error.expected}.", **missing,
    )  # fmt: skip


async def _not_valid(request: Request, error: Exception) -> Response:
    """What pydantic, or the reading of the body, found."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()[0]
    cause = found.get("ctx", {}).get("error")
    if isinstance(cause, ConfigError):
        return await _not_acceptable(request, cause)
    if found["type"] == "json_invalid":
        return await _not_acceptable(request, ConfigError("body", "a JSON object", "no JSON"))
    place, *path = (str(part) for part in found["loc"])
    field = ".".join(path) or place
    expected = EXPECTED.get(field.partition(".")[0], "a JSON object")
    if found["type"] == "extra_forbidden":
        expected = "no such field"
    return await _not_acceptable(request, ConfigError(field, expected, found.get("input")))


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    return refusal(
        error.status_code, field="", expected="a request that this server knows", got=phrase,
        message=f"{phrase}.", headers=error.headers,
    )  # fmt: skip


async def _unknown(request: Request, _: Exception) -> Response:
    return refusal(
        404, field="session_id", expected="the id of a session",
        got=str(request.path_params.get("session_id", ""))[:80],
        message="There is no such session; it may have been deleted after a long rest.",
    )  # fmt: skip


async def _unknown_fetch(request: Request, _: Exception) -> Response:
    return refusal(
        404, field="job", expected="the job of a set that is on its way",
        got=str(request.path_params.get("job", ""))[:80],
        message="There is no such job; it may have ended long ago.",
    )  # fmt: skip


async def _full(_: Request, __: Exception) -> Response:
    return refusal(
        503, field="", expected="a free place", got="none",
        message="All places on this server are taken. Try again in a few minutes.",
        headers={"retry-after": "10"},
    )  # fmt: skip


async def _failed(_: Request, error: Exception) -> Response:
    logger.error("a request failed", exc_info=error)
    return refusal(
        500, field="", expected="a request that can be carried out", got=type(error).__name__,
        message="Something went wrong on the server; its log says what.",
    )  # fmt: skip
