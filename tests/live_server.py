"""A real server in a process of its own, as a user starts it, for the tests that need one."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

START_SECONDS = 30
# The server promises to end within 5 seconds; beyond that a test has found a fault.
STOP_SECONDS = 8


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class LiveServer:
    """`ganlab serve` on a free port, with its state and its log in folder.

    env: further environment variables, like GANLAB_MAX_SESSIONS.
    """

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self._env = {**os.environ, "GANLAB_STATE_DIR": str(folder / "state"), **env}
        self.process = self._start()

    def stop(self) -> int:
        """End it as a supervisor does (SIGTERM); its exit status. Raises if that takes too long."""
        self.process.terminate()
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        """End it at once (SIGKILL), without a chance to tidy up."""
        self.process.kill()
        self.process.wait()

    def interrupt(self) -> int:
        """End it as Ctrl-C does (SIGINT); its exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(STOP_SECONDS)

    def restart(self) -> None:
        """Start it anew, on the same port and with the same state; stops it first if it runs."""
        self.close()
        self.process = self._start()

    def close(self) -> None:
        """Stop it if it still runs."""
        if self.process.poll() is None:
            self.stop()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "ganlab", "serve"]
        address = ["--host", "127.0.0.1", "--port", str(self.port)]
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [*command, *address], env=self._env, stdout=log, stderr=subprocess.STDOUT
            )
        self._wait_until_healthy(process)
        return process

    def _wait_until_healthy(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=1):
                    return
            except OSError:
                time.sleep(0.05)
        process.kill()
        process.wait()
        raise RuntimeError(f"the server did not start; its log:\n{self.log.read_text()}")
