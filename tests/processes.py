"""The processes of a running server, for the tests that kill them."""

import time

import psutil

from tests.live_server import LiveServer

SETTLED_S = 15.0
IDLE_S = 0.015  # of processor time in half a second: a tick of the clock, at most


def family(server: LiveServer) -> list[psutil.Process]:
    """All processes that the server started."""
    found: list[psutil.Process] = psutil.Process(server.process.pid).children(recursive=True)
    return found


def workers(server: LiveServer) -> list[psutil.Process]:
    """The worker processes: grandchildren, as the fork server is a child."""
    children = psutil.Process(server.process.pid).children()
    return [process for process in family(server) if process not in children]


def busiest(server: LiveServer) -> psutil.Process:
    """The worker that trains: it alone is never idle. A spare that starts is busy only for a while.

    Raises TimeoutError.
    """
    deadline = time.monotonic() + SETTLED_S
    while time.monotonic() < deadline:
        before = {process: _used_s(process) for process in workers(server)}
        time.sleep(0.5)
        busy = [process for process, used_s in before.items() if _used_s(process) - used_s > IDLE_S]
        if len(before) > 1 and len(busy) == 1:
            return busy[0]
    raise TimeoutError("more than one worker, or none, is at work")


def _used_s(process: psutil.Process) -> float:
    """Seconds of processor time so far."""
    return float(sum(process.cpu_times()[:2]))


def still_there(processes: list[psutil.Process], timeout_s: float) -> list[psutil.Process]:
    """Those that have not ended by then. A zombie has ended; nobody has asked how, yet."""
    _, alive = psutil.wait_procs(processes, timeout=timeout_s)
    return [p for p in alive if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
