"""Serve: the server process from an open socket to its clean end."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import uvicorn

from ganlab.api.app import create_app
from ganlab.api.pages import find_web
from ganlab.runtime.lab import Lab
from ganlab.settings import Settings

GRACE_S = 2  # for connections to close at the end
LAST_WORDS_S = 0.05  # for what was just said to be sent


class Server(uvicorn.Server):
    """uvicorn, with a word when it is ready and one to the viewers before it stops."""

    def __init__(self, config: uvicorn.Config, lab: Lab, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._lab = lab
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Tell the viewers, then close: websockets with 1012, sessions onto the disk."""
        self._lab.say_goodbye()
        await asyncio.sleep(LAST_WORDS_S)
        await super().shutdown(sockets)


def serve(settings: Settings, sock: socket.socket, on_ready: Callable[[], None]) -> None:
    """Answer on a bound socket until told to stop; leaves no process behind, however it ends.

    Raises FileNotFoundError when the page is not there, RuntimeError when no worker starts.
    """
    lab = Lab(settings)
    app = create_app(settings, lab=lab, web=find_web(), port=sock.getsockname()[1])
    config = uvicorn.Config(
        app,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=65_536,
        ws_ping_interval=5,
        ws_ping_timeout=10,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=GRACE_S,
    )
    try:
        Server(config, lab, on_ready).run(sockets=[sock])
    finally:
        lab.kill()
