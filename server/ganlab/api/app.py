"""App: the lab behind HTTP and websockets, from the outermost guard to the routes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from ganlab import __version__
from ganlab.api import routes, stream
from ganlab.api.errors import handle_errors
from ganlab.api.pages import Pages
from ganlab.api.security import BodyLimit, Gate, SecurityHeaders
from ganlab.runtime.lab import Lab
from ganlab.settings import Settings


def create_app(settings: Settings, *, lab: Lab, web: Path, port: int) -> ASGIApp:
    """The whole server as one ASGI app. `port` is the real one, of which Host headers tell.

    The lab is started and stopped with the app's lifespan.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await lab.start()
        try:
            yield
        finally:
            await lab.stop()

    # No page of API documentation: it would need scripts from elsewhere.
    app = FastAPI(
        title="ganlab", version=__version__, lifespan=lifespan,
        docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
    )  # fmt: skip
    app.state.lab = lab
    app.state.settings = settings
    handle_errors(app)
    app.include_router(routes.router)
    app.include_router(stream.router)
    # The page alone is compressed: frames would cost more time than they save.
    app.mount("/", GZipMiddleware(Pages(web)), name="web")
    return SecurityHeaders(Gate(BodyLimit(app), settings, port), settings.frame_ancestors)
