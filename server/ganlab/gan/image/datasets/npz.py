"""NPZ, NumPy's archive of arrays. Only arrays of numbers are read, never pickled objects.

Every array's header is read, and its size judged, before any of its numbers is unpacked.
"""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from typing import IO

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from ganlab.gan.image.datasets.limits import MOST_BYTES, in_mib
from ganlab.registry import ConfigError

ZIP = b"PK\x03\x04"
_MOST_ARRAYS = 16
_HEADERS = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}

Arrays = dict[str, NDArray[np.generic]]


def read_npz(data: bytes, field: str) -> Arrays:
    """The arrays of an NPZ file by name. Raises ConfigError naming the field."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _arrays(archive, field)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ConfigError(field, "a whole NPZ file, as numpy.savez writes it", str(error)) from None


def _arrays(archive: zipfile.ZipFile, field: str) -> Arrays:
    members = archive.infolist()
    if not 1 <= len(members) <= _MOST_ARRAYS:
        raise ConfigError(field, f"an NPZ file of 1 to {_MOST_ARRAYS} arrays", len(members))
    room, found = MOST_BYTES, {}
    for member in members:
        with archive.open(member) as file:
            room -= _size(file, member.filename, field)
        if room < 0:
            raise ConfigError(field, f"arrays of at most {in_mib(MOST_BYTES)} together", "more")
    for member in members:
        with archive.open(member) as file:
            array = _numbers(file, member.filename, field)
        found[member.filename.removesuffix(".npy")] = array
    return found


def _size(file: IO[bytes], name: str, field: str) -> int:
    """How many bytes of numbers an array has by its header."""
    expected = f"arrays of numbers alone; {name[:80]!r} is none"
    try:
        header = _HEADERS[npy.read_magic(file)](file)
    except (ValueError, KeyError) as error:
        raise ConfigError(field, expected, str(error)) from None
    shape, _, dtype = header
    if dtype.hasobject:
        raise ConfigError(field, f"{expected}, as pickled objects are never read", str(dtype))
    if dtype.kind not in "biuf" or min(shape, default=0) < 0:
        raise ConfigError(field, expected, f"{dtype} of shape {shape}")
    return math.prod(int(length) for length in shape) * int(dtype.itemsize)


def _numbers(file: IO[bytes], name: str, field: str) -> NDArray[np.generic]:
    try:
        array: NDArray[np.generic] = npy.read_array(file, allow_pickle=False)
    except ValueError as error:
        whole = f"whole arrays; {name[:80]!r} is none"
        raise ConfigError(field, whole, str(error)) from None
    return array
