"""python -m ganlab.gan.image.datasets.download ID INTO: gets a set from openml.org.

Writes INTO/images.npy, uint8 (n, features), and INTO/labels.npy, int64 (n,), and has the client
cache what it needs beside them: the folder is to be deleted. Each line on standard
output is a JSON object, {"share", "words"} or, in the end, {"failed"}. Ends when its standard input
does. Runs on its own; see openml.py.
"""

from __future__ import annotations

import json
import math
import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import BaseHandler, Request, build_opener, install_opener
from urllib.response import addinfourl

import numpy as np

PATIENCE_S = 30.0  # with a server that says nothing
# How the time is shared out: asking, downloading, reading. Reading a text of numbers is the most.
_ASKED, _DOWNLOADED, _READ = 0.02, 0.40, 0.98
_TELL_EVERY_S = 0.1
_DESCRIBES = "/api/"  # in the addresses of answers that are short

Tell = Callable[[float, str], None]


class _Counted(addinfourl):
    """A server's answer that tells how much of it was read."""

    def __init__(self, response: addinfourl, tell: Tell) -> None:
        super().__init__(response, response.headers, response.url, response.code)
        self._tell = tell
        self._length = int(response.headers.get("Content-Length") or 0)
        self._got = 0
        self._told_at = -math.inf

    def read(self, *size: int) -> bytes:
        data: bytes = self.fp.read(*size)
        self._got += len(data)
        now = time.monotonic()
        if not data:
            self._tell(_DOWNLOADED, "Reading the numbers: minutes without news")
        elif now - self._told_at >= _TELL_EVERY_S:
            self._told_at = now
            self._tell(*self._progress())
        return data

    def _progress(self) -> tuple[float, str]:
        got = f"Downloaded {self._got / 1e6:.1f} MB"
        if not self._length:  # the server does not say
            return _ASKED, got
        share = min(1.0, self._got / self._length)
        whole = f"{got} of {self._length / 1e6:.1f} MB"
        return _ASKED + (_DOWNLOADED - _ASKED) * share, whole


class Counting(BaseHandler):
    """A part of urllib's opener, which scikit-learn's client uses, that tells how far it is."""

    handler_order = 2000  # after errors and redirections were dealt with

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def http_response(self, _request: Request, response: addinfourl) -> addinfourl:
        """The same answer; counted, unless it only describes the set."""
        if isinstance(response, _Counted) or _DESCRIBES in response.url:
            return response
        return _Counted(response, self._tell)

    https_response = http_response


def download(data_id: int, into: Path, tell: Tell) -> None:
    """Get the set and write its arrays; `tell` hears how far that is, from 0 to 1."""
    from sklearn.datasets import fetch_openml

    socket.setdefaulttimeout(PATIENCE_S)
    install_opener(build_opener(Counting(tell)))
    found = fetch_openml(data_id=data_id, data_home=str(into), as_frame=False, parser="liac-arff")
    pixels = np.asarray(found.data)
    if not (pixels.min() >= 0 and pixels.max() <= 255):
        raise ValueError("expected pixels from 0 to 255, got others")
    tell(_READ, "Keeping the pictures")
    np.save(into / "images.npy", np.rint(pixels).astype(np.uint8))
    np.save(into / "labels.npy", found.target.astype(np.int64))


def _say(message: dict[str, object]) -> None:
    print(json.dumps(message), flush=True)


def _end_with(stream: int) -> None:
    """End this process when the stream does: nobody waits for it any more."""
    while os.read(stream, 1):
        pass
    os._exit(1)


def main(data_id: str, into: str) -> int:
    """Run as a program; the exit status."""
    threading.Thread(target=_end_with, args=(sys.stdin.fileno(),), daemon=True).start()
    try:
        download(int(data_id), Path(into), lambda s, w: _say({"share": s, "words": w}))
    except (OSError, ValueError, MemoryError) as error:  # URLError is an OSError
        _say({"failed": _words(error)})
        return 1
    return 0


def _words(error: Exception) -> str:
    """An error without its number; urllib's tells its own reason."""
    reason = getattr(error, "reason", error)
    return str(getattr(reason, "strerror", None) or reason) or type(error).__name__


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
