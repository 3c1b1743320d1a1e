"""IDX, the format of MNIST's files: a magic number, the sizes, then nothing but numbers.

Source: LeCun, Cortes & Burges, "The MNIST database", section "File formats".
"""

from __future__ import annotations

import math
import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from ganlab.gan.image.datasets.limits import MOST_BYTES, in_mib, unpacked
from ganlab.registry import ConfigError

GZIP = b"\x1f\x8b"

_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_MOST_DIMENSIONS = 4


def is_idx(data: bytes) -> bool:
    """Whether data begins as an IDX file does."""
    return data[:2] == b"\0\0" and len(data) >= 4 and data[2] in _TYPES


def dimensions_of(data: bytes) -> int:
    """How many dimensions an IDX file, gzipped or not, has by its header; 0 for what is none."""
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, 4)
        except zlib.error:
            return 0
    return data[3] if is_idx(data) else 0


def read_idx(data: bytes, field: str) -> NDArray[np.generic]:
    """The array in an IDX file, gzipped or not. Raises ConfigError naming the field."""
    if data.startswith(GZIP):
        data = unpacked(data, field)
    if not is_idx(data):
        expected = "an IDX file, which begins with two zeros and the kind of its numbers"
        raise ConfigError(field, expected, data[:4].hex(" ") or "an empty file")
    kind, dimensions = np.dtype(_TYPES[data[2]]), data[3]
    header = 4 + 4 * dimensions
    if not 1 <= dimensions <= _MOST_DIMENSIONS:
        raise ConfigError(field, f"an IDX file of 1 to {_MOST_DIMENSIONS} dimensions", dimensions)
    if len(data) < header:
        raise ConfigError(field, f"an IDX header of {header} bytes", f"{len(data)} bytes")
    shape = struct.unpack(f">{dimensions}I", data[4:header])
    size = math.prod(shape) * kind.itemsize
    if size > MOST_BYTES:
        raise ConfigError(field, f"an array of at most {in_mib(MOST_BYTES)}", _sizes(shape))
    if len(data) - header != size:
        expected = f"{size:,} bytes of numbers, as its header says ({_sizes(shape)})"
        raise ConfigError(field, expected, f"{len(data) - header:,}")
    return np.frombuffer(data, kind, offset=header).reshape(shape)


def _sizes(shape: tuple[int, ...]) -> str:
    return " × ".join(f"{length:,}" for length in shape)
