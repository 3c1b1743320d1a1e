"""Files of one's own as a set: IDX or NPZ, known by what is in them and not by their names."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets.idx import GZIP, is_idx, read_idx
from ganlab.gan.image.datasets.limits import Bytes, as_set
from ganlab.gan.image.datasets.npz import ZIP, Arrays, read_npz
from ganlab.registry import ConfigError

Array = NDArray[np.generic]

# Names that others use: images, labels of a part to train on; then, of one to measure by.
_NAMES = (
    ("x_train", "y_train", "x_test", "y_test"),  # Keras
    ("train_images", "train_labels", "test_images", "test_labels"),  # MedMNIST
)


def read_file(images: bytes, labels: bytes | None = None) -> ImageSet:
    """The set in an NPZ file, or in an IDX file of pictures and, perhaps, one of their labels.

    Pictures are (n, height, width) or with channels, first or last. Raises ConfigError in the
    fields "images" and "labels", in words for the one who chose the files.
    """
    if images.startswith(ZIP):
        if labels is not None:
            raise ConfigError("labels", "no second file, as an NPZ file has labels in it", "a file")
        return _of_arrays(read_npz(images, "images"))
    if not images.startswith(GZIP) and not is_idx(images):
        expected = "an IDX file (also gzipped) or an NPZ file of NumPy arrays"
        raise ConfigError("images", expected, _kind(images))
    pixels = as_pixels(read_idx(images, "images"), "images")
    return as_set(pixels, None if labels is None else as_labels(read_idx(labels, "labels")))


def _kind(data: bytes) -> str:
    """What a file seems to be instead."""
    starts = {
        b"\x89PNG": "a PNG picture",
        b"\xff\xd8\xff": "a JPEG picture",
        b"\x80": "a pickle, which is never read",
        b"\x93NUMPY": "a single array: save it with numpy.savez",
        b"%PDF": "a PDF file",
    }
    if not data:
        return "an empty file"
    return next((words for start, words in starts.items() if data.startswith(start)), "another")


def _of_arrays(arrays: Arrays) -> ImageSet:
    for x, y, x_test, y_test in _NAMES:
        if x in arrays and x_test in arrays:
            return _of_two_parts(arrays, (x, y), (x_test, y_test))
    pictures = [a for a in arrays.values() if a.ndim >= 3]
    others = [a for a in arrays.values() if a.ndim < 3]
    if len(pictures) != 1 or len(others) > 1:
        expected = "one array of pictures (n, height, width[, channels]), and at most one of labels"
        raise ConfigError("images", expected, dict(_shapes(arrays)))
    return as_set(as_pixels(pictures[0], "images"), as_labels(others[0]) if others else None)


def _of_two_parts(arrays: Arrays, train: tuple[str, str], test: tuple[str, str]) -> ImageSet:
    """A set whose makers have said themselves which part is for measuring."""
    first, second = (as_pixels(arrays[name], "images") for name in (train[0], test[0]))
    if first.shape[1:] != second.shape[1:]:
        raise ConfigError("images", "pictures of one size in both parts", dict(_shapes(arrays)))
    if not len(first):
        raise ConfigError("images", "pictures to train on", 0)
    labels = None
    if train[1] in arrays and test[1] in arrays:
        parts = [as_labels(arrays[name]) for name in (train[1], test[1])]
        if [len(part) for part in parts] != [len(first), len(second)]:
            expected = "as many labels as pictures in both parts"
            raise ConfigError("labels", expected, dict(_shapes(arrays)))
        labels = np.concatenate(parts)
    return as_set(np.concatenate([first, second]), labels, len(second))


def _shapes(arrays: Arrays) -> Iterator[tuple[str, tuple[int, ...]]]:
    return ((name[:20], array.shape) for name, array in arrays.items())


def as_pixels(array: Array, field: str) -> Bytes:
    """Pictures in any usual form as uint8 (n, channels, height, width).

    Whole numbers are pixels from 0 to 255; where none is above 1, they are black and white. Other
    numbers are from 0 to 1, from -1 to 1 or from 0 to 255. Raises ConfigError for what is not so.
    """
    if array.ndim == 3:
        array = array[:, None]
    elif array.ndim == 4 and array.shape[1] not in (1, 3):
        array = array.transpose(0, 3, 1, 2)
    if array.ndim != 4:
        expected = "pictures (n, height, width), or with 1 or 3 channels first or last"
        raise ConfigError(field, expected, array.shape)
    if not array.size:
        return array.astype(np.uint8)
    low, high = float(array.min()), float(array.max())  # nan where any value is not a number
    whole = array.dtype.kind != "f"
    if not (0 <= low <= high <= 255 or (not whole and -1 <= low <= high <= 1)):
        expected = "pixels from 0 to 255" if whole else "numbers from 0 to 1, -1 to 1 or 0 to 255"
        raise ConfigError(field, expected, f"{low:g} to {high:g}")
    if high > 1:
        return array.astype(np.uint8) if whole else _nearest(array, 0.0, 255.0)
    return _nearest(array, -1.0 if low < 0 else 0.0, 1.0)


def _nearest(array: Array, black: float, white: float) -> Bytes:
    scaled = (array.astype(np.float64) - black) * (255 / (white - black))
    found: Bytes = np.rint(scaled).astype(np.uint8)
    return found


def as_labels(array: Array) -> Array:
    """Labels (n,) or (n, 1) of whole numbers. Raises ConfigError in the field "labels"."""
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim != 1 or array.dtype.kind not in "iub":
        expected = "one whole number for each picture"
        raise ConfigError("labels", expected, f"{array.dtype} of shape {array.shape}")
    return array.astype(np.int64)
