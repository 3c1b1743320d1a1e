"""Known sets from files that someone put into a folder: IDX, and CIFAR's binary version."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets.files import as_labels, as_pixels
from ganlab.gan.image.datasets.idx import GZIP, read_idx
from ganlab.gan.image.datasets.limits import MOST_BYTES, as_set, in_mib, unpacked
from ganlab.registry import ConfigError

IDX_FILES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)
CIFAR_FILES = (*(f"data_batch_{k}.bin" for k in range(1, 6)), "test_batch.bin")

_CIFAR_SHAPE = (3, 32, 32)
_CIFAR_ROW = 1 + 3 * 32 * 32  # bytes: the class, then red, green and blue, each row by row


def any_of(folder: Path, names: Sequence[str]) -> bool:
    """Whether any of the files is there, gzipped or not."""
    return any(_find(folder, name) is not None for name in names)


def read_idx_files(folder: Path, classes: tuple[str, ...]) -> ImageSet:
    """MNIST, or what has its form, from its four files; the second pair is held out.

    Raises ConfigError naming the file that is missing or wrong.
    """
    parts = []
    files = [_read(folder, name) for name in IDX_FILES]
    for k in (0, 2):
        images, labels = IDX_FILES[k : k + 2]
        x = as_pixels(read_idx(files[k], images), images)
        y = as_labels(read_idx(files[k + 1], labels))
        if len(x) != len(y):
            raise ConfigError(labels, f"as many labels as pictures, {len(x):,}", len(y))
        parts.append((x, y))
    (x, y), (x_test, y_test) = parts
    if x.shape[1:] != x_test.shape[1:]:
        expected = f"pictures as large as those of {IDX_FILES[0]}, {x.shape[1:]}"
        raise ConfigError(IDX_FILES[2], expected, x_test.shape[1:])
    return as_set(np.concatenate([x, x_test]), np.concatenate([y, y_test]), len(y_test), classes)


def read_cifar_files(folder: Path, classes: tuple[str, ...]) -> ImageSet:
    """CIFAR-10 from the six files of its binary version; the last one is held out.

    Raises ConfigError naming the file that is missing or wrong.
    """
    parts = []
    for name in CIFAR_FILES:
        data = _read(folder, name)
        if data.startswith(GZIP):
            data = unpacked(data, name)
        if not data or len(data) % _CIFAR_ROW:
            expected = f"a file of CIFAR-10's binary version: {_CIFAR_ROW:,} bytes a picture"
            raise ConfigError(name, expected, f"{len(data):,} bytes")
        parts.append(np.frombuffer(data, np.uint8).reshape(-1, _CIFAR_ROW))
    rows = np.concatenate(parts)
    images = rows[:, 1:].reshape(-1, *_CIFAR_SHAPE)
    return as_set(images, rows[:, 0], len(parts[-1]), classes)


def _find(folder: Path, name: str) -> Path | None:
    """The file, gzipped or not, in the folder or the one within that CIFAR's archive makes."""
    spellings = (name, f"{name}.gz", name.replace("-idx", ".idx"))
    places = (folder, folder / "cifar-10-batches-bin")
    found = (place / spelling for place in places for spelling in spellings)
    return next((path for path in found if path.is_file()), None)


def _read(folder: Path, name: str) -> bytes:
    path = _find(folder, name)
    if path is None:
        raise ConfigError(name, f"the file {name}, or {name}.gz, in {folder}", "none")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ConfigError(name, f"at most {in_mib(MOST_BYTES)}", in_mib(size))
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(name, "a file that can be read", error.strerror) from None
