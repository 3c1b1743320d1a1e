"""Stream: one websocket, which is one viewer of one session."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from ganlab.api.errors import refusal
from ganlab.api.rate import Bucket
from ganlab.protocol import Ack, CommandError, error_event, read_command, request_of, to_text
from ganlab.registry import NotHereError
from ganlab.runtime.lab import Lab
from ganlab.runtime.outbox import Close, Outbox
from ganlab.runtime.place import FullError, UnknownSessionError
from ganlab.runtime.pool import WorkerFailedError

COMMANDS_PER_S, COMMANDS_BURST = 20, 60
ACKS_PER_S, ACKS_BURST = 120, 240  # a viewer is sent 60 frames a second, and the answers

NORMAL, POLICY, INTERNAL, UNKNOWN, FULL = 1000, 1008, 1011, 4404, 4503
LAST_WORDS_S = 1.0

router = APIRouter()


@router.websocket("/ws/sessions/{session_id}")
async def stream(socket: WebSocket, session_id: str) -> None:
    """Watch and steer a session; `ganlab.protocol` says how."""
    lab: Lab = socket.app.state.lab
    await socket.accept()
    outbox = Outbox()
    try:
        viewer = await lab.join(session_id, outbox)
    except UnknownSessionError:
        await socket.close(UNKNOWN, "no such session")
        return
    except NotHereError as error:
        await socket.close(UNKNOWN, f"{error.missing['id']} is not on this server")
        return
    except FullError:
        await socket.close(FULL, "every place is taken")
        return
    except WorkerFailedError:
        await socket.close(INTERNAL, "the session could not be brought back")
        return
    sender = asyncio.create_task(_send_all(socket, outbox))
    try:
        await _receive_all(socket, outbox, lab, session_id, viewer)
    finally:
        lab.leave(session_id, viewer)
        outbox.close(NORMAL)
        # What is on its way may still go out, such as why the line is closed.
        _, late = await asyncio.wait([sender], timeout=LAST_WORDS_S)
        for task in late:
            task.cancel()


@router.websocket("/{rest:path}")
async def nowhere(socket: WebSocket) -> None:
    """There is no other websocket."""
    await socket.send_denial_response(
        refusal(404, field="path", expected="/ws/sessions/{id}", got=socket.url.path[:80],
                message="There is no such websocket.")
    )  # fmt: skip


async def _send_all(socket: WebSocket, outbox: Outbox) -> None:
    """Carry everything in the outbox to the viewer, at the viewer's pace."""
    while True:
        item = await outbox.get()
        try:
            if isinstance(item, Close):
                await socket.close(item.code, item.reason)
                return
            if isinstance(item, bytes):
                await socket.send_bytes(item)
            else:
                await socket.send_text(item)
        except (WebSocketDisconnect, RuntimeError):  # closed meanwhile; the other task will see it
            return


async def _receive_all(
    socket: WebSocket, outbox: Outbox, lab: Lab, session_id: str, viewer: int
) -> None:
    """Pass on every command, refuse what is none, and close on who sends too many."""
    commands, acks = Bucket(COMMANDS_PER_S, COMMANDS_BURST), Bucket(ACKS_PER_S, ACKS_BURST)
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return
        text = message.get("text")
        if text is None:
            text = message["bytes"].decode("utf-8", errors="replace")
        try:
            command = read_command(text)
        except CommandError as error:
            allowed = commands.take()
            refusal = error_event(error, command=error.command, request=request_of(text))
            outbox.put(to_text(refusal))
        else:
            allowed = (acks if isinstance(command, Ack) else commands).take()
            if allowed:
                lab.command(session_id, viewer, command, text)
        if not allowed:
            outbox.close(POLICY, "more than 20 commands a second")
            return
