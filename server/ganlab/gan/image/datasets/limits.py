"""What is read from outside: how much of it at most, and how that is said."""

from __future__ import annotations

import zlib

import numpy as np
import torch
from numpy.typing import NDArray

from ganlab.gan.image.dataset import ImageSet
from ganlab.registry import ConfigError

MOST_BYTES = 256 * 2**20  # of an array or a file, once it is unpacked
MOST_EXAMPLES, LEAST_EXAMPLES = 200_000, 2
MOST_CLASSES = 100
LEAST_SIDE, MOST_SIDE = 4, 128  # pixels
_SEED = 4

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int64]


def unpacked(data: bytes, field: str) -> bytes:
    """What a gzip file holds. Raises ConfigError when it is broken or holds too much."""
    found, rest = [], data
    room = MOST_BYTES
    while rest:
        opener = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            found.append(opener.decompress(rest, room + 1))
        except zlib.error as error:
            raise ConfigError(field, "a whole gzip file", str(error)) from None
        room -= len(found[-1])
        if room < 0:
            raise ConfigError(field, f"at most {in_mib(MOST_BYTES)} once unpacked", "more")
        if not opener.eof:
            raise ConfigError(field, "a whole gzip file", "one that ends too early")
        rest = opener.unused_data.lstrip(b"\0")
    return b"".join(found)


def in_mib(count: int) -> str:
    """A number of bytes in words."""
    return f"{count / 2**20:,.0f} MiB" if count >= 2**20 else f"{count:,} bytes"


def check_shape(shape: tuple[int, ...], field: str) -> None:
    """Raises ConfigError unless (n, channels, height, width) can be a set of pictures."""
    n, channels, height, width = shape
    if not LEAST_EXAMPLES <= n <= MOST_EXAMPLES:
        raise ConfigError(field, f"{LEAST_EXAMPLES} to {MOST_EXAMPLES:,} pictures", n)
    if channels not in (1, 3):
        raise ConfigError(field, "1 channel (grey) or 3 (colour)", channels)
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in (height, width)):
        expected = f"pictures of {LEAST_SIDE} to {MOST_SIDE} pixels along each side"
        raise ConfigError(field, expected, f"{width:,} × {height:,}")
    if (size := n * channels * height * width) > MOST_BYTES:
        raise ConfigError(field, f"at most {in_mib(MOST_BYTES)} of pixels", in_mib(size))


def numbered(labels: NDArray[np.generic], n: int, field: str) -> tuple[Numbers, tuple[str, ...]]:
    """Labels (n,) of any whole numbers as 0, 1, … and the names of these: the numbers they were.

    Raises ConfigError unless there is one for each of the n pictures, and not too many classes.
    """
    if len(labels) != n:
        raise ConfigError(field, f"as many labels as pictures, {n:,}", len(labels))
    names, numbers = np.unique(labels, return_inverse=True)
    if len(names) > MOST_CLASSES:
        raise ConfigError(field, f"at most {MOST_CLASSES} classes", len(names))
    return numbers.reshape(n).astype(np.int64), tuple(str(name) for name in names.tolist())


def as_set(
    images: Bytes,
    labels: NDArray[np.generic] | None,
    held_out: int | None = None,
    names: tuple[str, ...] = (),
) -> ImageSet:
    """Pictures (n, channels, height, width) from outside as a set.

    With `held_out` the last so many are for measuring; without, the pictures are shuffled, always
    in the same way, and a tenth is set aside. `names` name the labels 0, 1, …; without, their own
    numbers do. Raises ConfigError for what cannot be a set, in the fields "images" and "labels".
    """
    check_shape(images.shape, "images")
    n = len(images)
    if labels is not None and names:
        if len(labels) != n:
            raise ConfigError("labels", f"as many labels as pictures, {n:,}", len(labels))
        labels = labels.astype(np.int64)
        if not 0 <= labels.min() <= labels.max() < len(names):
            wrong = labels.min() if labels.min() < 0 else labels.max()
            raise ConfigError("labels", f"numbers from 0 to {len(names) - 1}", int(wrong))
    elif labels is not None:
        labels, names = numbered(labels, n, "labels")
    if held_out is None:
        order = np.random.default_rng(_SEED).permutation(n)
        images, held_out = images[order], max(1, n // 10)
        labels = None if labels is None else labels[order]
    return ImageSet(
        torch.from_numpy(np.require(images, np.uint8, ["C", "W"])),
        None if labels is None else torch.from_numpy(np.require(labels, np.int64, ["C", "W"])),
        names,
        held_out,
    )
