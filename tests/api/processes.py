"""The processes of a running server, for the tests that kill them."""

import time

import psutil

from tests.live_server import LiveServer


def family(server: LiveServer) -> list[psutil.Process]:
    """All processes that the server started."""
    found: list[psutil.Process] = psutil.Process(server.process.pid).children(recursive=True)
    return found


def workers(server: LiveServer) -> list[psutil.Process]:
    """The worker processes: grandchildren, as the fork server is a child."""
    children = psutil.Process(server.process.pid).children()
    return [process for process in family(server) if process not in children]


def busiest(server: LiveServer) -> psutil.Process:
    """The worker that trains: the one that uses the most processor time in half a second."""
    before = {process: sum(process.cpu_times()[:2]) for process in workers(server)}
    time.sleep(0.5)
    return max(before, key=lambda process: sum(process.cpu_times()[:2]) - before[process])


def still_there(processes: list[psutil.Process], timeout_s: float) -> list[psutil.Process]:
    """Those that have not ended by then. A zombie has ended; nobody has asked how, yet."""
    _, alive = psutil.wait_procs(processes, timeout=timeout_s)
    return [p for p in alive if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
