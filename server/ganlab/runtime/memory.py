"""Memory of a process that trains: what it frees it keeps at hand, for it needs as much again."""

from __future__ import annotations

import ctypes
import sys

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # glibc's malloc.h
KEPT = 64 << 20  # bytes, at most
LARGE = 32 << 20  # bytes: what is larger is asked of the system each time, and given back


def keep_at_hand() -> None:
    """Let the C library keep what is freed. Each training step frees and allocates the same few
    megabytes; if they went back to the system in between, it would have to clear every page anew.
    """
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, LARGE)
        mallopt(M_TRIM_THRESHOLD, KEPT)
