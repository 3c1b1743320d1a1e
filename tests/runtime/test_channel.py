"""Channel: messages arrive whole and in order, from either side."""

import asyncio
import socket
import threading

import pytest

from ganlab.runtime.channel import Message, ServerGoneError, WorkerChannel, pack, read_message


@pytest.fixture
def pair() -> tuple[socket.socket, WorkerChannel]:
    server, worker = socket.socketpair()
    return server, WorkerChannel(worker)


def test_messages_in_pieces_and_in_heaps(pair: tuple[socket.socket, WorkerChannel]) -> None:
    server, channel = pair
    data = pack("join", session="a", viewer=1) + pack("command", b"\0\xff" * 500, session="a")
    server.sendall(data[:7])
    assert channel.receive(0.1) == []
    server.sendall(data[7:100])
    found = channel.receive(0.1)
    server.sendall(data[100:] + pack("finish"))
    found += channel.receive(0.1)
    assert found == [
        Message("join", {"session": "a", "viewer": 1}),
        Message("command", {"session": "a"}, b"\0\xff" * 500),
        Message("finish"),
    ]
    assert channel.receive(0.0) == []


async def test_the_server_reads_what_the_worker_says() -> None:
    ours, theirs = socket.socketpair()
    channel = WorkerChannel(theirs)
    reader, writer = await asyncio.open_unix_connection(sock=ours)
    document = bytes(range(256)) * 20_000  # more than fits into the socket at once
    sender = threading.Thread(target=channel.send, args=("checkpoint", document), kwargs={"n": 1})
    sender.start()
    assert await read_message(reader) == Message("checkpoint", {"n": 1}, document)
    sender.join()
    theirs.close()
    with pytest.raises(asyncio.IncompleteReadError):
        await read_message(reader)
    writer.close()


def test_the_end_of_the_server(pair: tuple[socket.socket, WorkerChannel]) -> None:
    server, channel = pair
    server.close()
    with pytest.raises(ServerGoneError):
        channel.receive(1.0)
    with pytest.raises(ServerGoneError):
        channel.send("hello")
