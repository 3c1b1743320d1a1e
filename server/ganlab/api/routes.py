"""Routes: the HTTP side of `ganlab.protocol`. They only route; the lab does the work."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Path, Request, Response

from ganlab.api.errors import RESPONSES, refusal
from ganlab.api.security import COOKIE
from ganlab.protocol import CheckLayers, Login, NewSession, Wanted, read_upload
from ganlab.runtime.lab import Lab

router = APIRouter(responses=RESPONSES)

SessionId = Path(description="The id that POST /api/sessions gave.")
Player = Literal["generator", "discriminator"]
PlayerName = Path(description='"generator" or "discriminator".')
JobId = Path(description="The job that POST /api/data gave.")

SOON_S = 0.3  # a set that is done by then need not be asked about again

# For the OpenAPI document: a body that the route reads by itself.
FILE_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _lab(request: Request) -> Lab:
    lab: Lab = request.app.state.lab
    return lab


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """The server answers."""
    return {"status": "ok"}


@router.get("/api/catalog")
async def catalog(request: Request) -> Response:
    """Every registry and field of the configuration, for the page's controls."""
    return Response(_lab(request).catalog, media_type="application/json")


@router.get("/api/previews")
async def previews(request: Request) -> Response:
    """Points of each distribution, for thumbnails."""
    return Response(await _lab(request).previews(), media_type="application/json")


@router.get("/api/embedding")
async def embedding(request: Request) -> dict[str, list[str]]:
    """Whose pages may show the lab in a frame."""
    return {"origins": list(request.app.state.settings.frame_ancestors)}


@router.post("/api/sessions", status_code=201)
async def create(
    request: Request, wanted: Annotated[NewSession | None, Body()] = None
) -> dict[str, Any]:
    """Begin a session; what the configuration leaves out takes its default."""
    asked = wanted or NewSession()
    return await _lab(request).create(asked)


@router.get("/api/sessions/{session_id}")
async def describe(request: Request, session_id: str = SessionId) -> dict[str, Any]:
    """A session's state event."""
    return await _lab(request).describe(session_id)


@router.get("/api/sessions/{session_id}/model")
async def model(request: Request, session_id: str = SessionId) -> Response:
    """A session's weights and all its state as safetensors, configuration in the metadata."""
    document = await _lab(request).model(session_id)
    headers = {"content-disposition": f'attachment; filename="ganlab-{session_id}.safetensors"'}
    return Response(document, media_type="application/octet-stream", headers=headers)


@router.get("/api/sessions/{session_id}/networks/{player}")
async def network(
    request: Request, player: Player = PlayerName, session_id: str = SessionId
) -> Response:
    """One network of a GAN of images, for use elsewhere, as safetensors."""
    document = await _lab(request).network(session_id, player)
    name = f"ganlab-{session_id}-{player}.safetensors"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(document, media_type="application/octet-stream", headers=headers)


@router.put("/api/sessions/{session_id}/model", openapi_extra=FILE_BODY)
async def open_model(request: Request, session_id: str = SessionId) -> dict[str, Any]:
    """Go on from a model that was saved, paused: its weights, settings and step."""
    return await _lab(request).open_model(session_id, await request.body())


@router.post("/api/data", status_code=202)
async def bring(request: Request, wanted: Wanted) -> dict[str, Any]:
    """Have a set of images made or fetched; what is here already is soon done."""
    ticket, fetch = _lab(request).fetches.begin(wanted.id, wanted.params)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(fetch.ended.wait(), SOON_S)
    return fetch.to_json(ticket)


@router.get("/api/data/{job}")
async def progress(request: Request, job: str = JobId) -> dict[str, Any]:
    """How far a set is that was asked for."""
    return _lab(request).fetches.find(job).to_json(job)


@router.delete("/api/data/{job}", status_code=204)
async def call_off(request: Request, job: str = JobId) -> None:
    """Wait no more for a set; where nobody else does, it is called off."""
    _lab(request).fetches.cancel(job)


@router.post("/api/images", status_code=201, openapi_extra=FILE_BODY)
async def upload(request: Request) -> dict[str, Any]:
    """Keep images of one's own; the choice of data that they are from now on."""
    head, files = read_upload(await request.body())
    return await _lab(request).fetches.read(files, **head.model_dump())


@router.delete("/api/sessions/{session_id}", status_code=204)
async def delete(request: Request, session_id: str = SessionId) -> None:
    """End a session for good."""
    await _lab(request).delete(session_id)


@router.post("/api/layers/check")
async def check_layers(request: Request, wanted: CheckLayers) -> Response:
    """Shapes and numbers of weights of an image network's layers, and the first that cannot be."""
    return Response(await _lab(request).check_layers(wanted), media_type="application/json")


@router.post("/api/login", status_code=204)
async def login(request: Request, given: Login) -> Response:
    """Exchange the server's token for a cookie that pages and websockets send by themselves."""
    token = request.app.state.settings.token
    if token is None or not hmac.compare_digest(given.token.encode(), token.encode()):
        return refusal(
            401, field="token", expected="the server's token", got="another",
            message="That is not this server's token.",
        )  # fmt: skip
    response = Response(status_code=204)
    response.set_cookie(
        COOKIE, given.token, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return response
