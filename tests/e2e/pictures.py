"""Small picture files, made byte by byte, and ones that are not what they say."""

import struct
import zlib
from collections.abc import Callable

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _file(width: int, height: int, rows: bytes) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return _SIGNATURE + header + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def png(width: int, height: int, grey: Callable[[int, int], int]) -> bytes:
    """A PNG of grey values 0 … 255 at (column, row)."""
    rows = (b"\0" + bytes(grey(x, y) for x in range(width)) for y in range(height))
    return _file(width, height, b"".join(rows))


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG whose header promises a size that its few bytes do not hold."""
    return _file(width, height, b"\0" * 100)
