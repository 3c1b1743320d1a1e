"""IDX and NPZ files: the pictures that are in them, or what is wrong with them in plain words."""

import gzip
import pickle
import random
import tracemalloc

import numpy as np
import pytest
import torch

from ganlab.gan.image.datasets import limits
from ganlab.gan.image.datasets.files import read_file
from ganlab.registry import ConfigError
from tests.gan.image.tiny_files import archive, idx, npy_header, npz, picture

pytestmark = pytest.mark.usefixtures("cache_folder")

RNG = np.random.default_rng(1)
N = 20
PIXELS = RNG.integers(0, 256, (N, 6, 5), np.uint8)
COLOURS = RNG.integers(0, 256, (N, 6, 5, 3), np.uint8)
LABELS = np.repeat(np.arange(4, dtype=np.uint8), 5)


def pairs(images):
    """The pictures and labels of a set without their order."""
    labels = images.labels if images.labels is not None else torch.zeros(len(images))
    rows = zip(images.images.flatten(1).tolist(), labels.tolist(), strict=True)
    return sorted((tuple(x), y) for x, y in rows)


def expected(pixels, labels):
    return sorted((tuple(x.ravel().tolist()), int(y)) for x, y in zip(pixels, labels, strict=True))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_idx_files_are_read_packed_or_not(pack):
    images = read_file(pack(idx(PIXELS)), pack(idx(LABELS)))
    assert images.shape == (1, 6, 5)
    assert images.names == ("0", "1", "2", "3")
    assert images.held_out == 2
    assert pairs(images) == expected(PIXELS, LABELS)


def test_pictures_and_labels_are_shuffled_together_and_always_alike():
    first, again = (read_file(idx(PIXELS), idx(LABELS)) for _ in range(2))
    assert torch.equal(first.images, again.images)
    assert first.labels is not None
    assert first.labels.tolist() != LABELS.tolist()


def test_a_file_without_labels_has_no_classes():
    images = read_file(idx(PIXELS))
    assert (images.labels, images.names, images.classes) == (None, (), 0)


def test_labels_of_any_numbers_keep_them_as_names():
    images = read_file(idx(PIXELS), idx((LABELS.astype(np.int32) - 2) * 5))
    assert images.names == ("-10", "-5", "0", "5")
    assert pairs(images) == expected(PIXELS, LABELS)


@pytest.mark.parametrize(
    ("arrays", "pixels"),
    [
        ({"images": PIXELS, "labels": LABELS}, PIXELS),
        ({"arr_0": COLOURS, "arr_1": LABELS[:, None]}, COLOURS.transpose(0, 3, 1, 2)),
        ({"x": COLOURS.transpose(0, 3, 1, 2), "y": LABELS.astype(np.int64)},
         COLOURS.transpose(0, 3, 1, 2)),
        ({"x": (PIXELS / 255).astype(np.float32), "y": LABELS}, PIXELS),
        ({"x": PIXELS / 127.5 - 1, "y": LABELS}, PIXELS),
        ({"x": PIXELS.astype(np.float64), "y": LABELS}, PIXELS),
        ({"x": PIXELS.astype(np.int16), "y": LABELS}, PIXELS),
        ({"x": PIXELS > 127, "y": LABELS}, (PIXELS > 127) * 255),
        ({"x": (PIXELS > 127).astype(np.uint8), "y": LABELS}, (PIXELS > 127) * 255),
    ],
)  # fmt: skip
def test_npz_files_are_read_in_every_usual_form(arrays, pixels):
    assert pairs(read_file(npz(**arrays))) == expected(pixels, LABELS)


@pytest.mark.parametrize(
    "names",
    [
        ("x_train", "y_train", "x_test", "y_test"),
        ("train_images", "train_labels", "test_images", "test_labels"),
    ],
)
def test_the_part_that_its_makers_test_by_is_held_out(names):
    arrays = dict(zip(names, (PIXELS[:15], LABELS[:15], PIXELS[15:], LABELS[15:]), strict=True))
    images = read_file(npz(**arrays))
    assert images.held_out == 5
    assert torch.equal(images.images[:, 0], torch.from_numpy(PIXELS))
    assert images.labels is not None
    assert images.labels.tolist() == LABELS.tolist()


def test_two_pictures_are_enough_and_one_of_them_is_held_out():
    images = read_file(idx(PIXELS[:2]))
    assert (len(images), images.held_out, images.trained) == (2, 1, 1)


GIANT = np.zeros((3, 4, 4), np.uint8)
BAD = {
    "empty": (b"", "an empty file"),
    "text": (b"a,b,c\n1,2,3\n", "another"),
    "a picture": (picture(PIXELS[0]), "a PNG picture"),
    "a pickle": (pickle.dumps([1, 2, 3]), "a pickle, which is never read"),
    "a single array": (npy_header((2, 4, 4)), "save it with numpy.savez"),
    "truncated": (idx(PIXELS)[:-7], "593"),
    "too long": (idx(PIXELS) + b"\0", "601"),
    "only half a header": (idx(PIXELS)[:9], "a header of 16 bytes|header of 16"),
    "wrong magic": (b"\1\0" + idx(PIXELS)[2:], "an IDX file"),
    "unknown numbers": (idx(PIXELS, kind=0x0A), "an IDX file"),
    "giant header": (idx(GIANT, shape=(2**32 - 1, 2**32 - 1, 2**32 - 1)), "256 MiB"),
    "dimensions": (idx(PIXELS, shape=(1,) * 9), "1 to 4 dimensions"),
    "labels as pictures": (idx(LABELS), "pictures"),
    "no picture": (idx(PIXELS[:0]), "2 to 200,000 pictures, got 0"),
    "one picture": (idx(PIXELS[:1]), "2 to 200,000 pictures, got 1"),
    "tiny pictures": (idx(PIXELS[:, :3]), "4 to 128 pixels along each side, got '5 × 3'"),
    "large pictures": (idx(np.zeros((2, 129, 8), np.uint8)), "got '8 × 129'"),
    "two channels": (idx(np.zeros((4, 2, 8, 8), np.uint8)), "grey"),
    "pixels below 0": (idx(PIXELS.astype(np.int16) - 1), "pixels from 0 to 255"),
    "numbers too large": (idx(PIXELS * np.float32(2)), "0 to 255"),
    "not a number": (idx(np.full((3, 4, 4), np.nan, np.float32)), "got 'nan to nan'"),
    "half a gzip": (gzip.compress(idx(PIXELS))[:-20], "a whole gzip file"),
    "broken gzip": (gzip.compress(idx(PIXELS))[:20] + b"x" * 60, "a whole gzip file"),
    "half an npz": (npz(x=PIXELS)[:-30], "a whole NPZ file"),
    "pickled": (npz(x=np.array([{"a": 1}, None], object)), "pickled objects are never read"),
    "pickled by its side": (npz(x=PIXELS, y=np.array([print], object)), "never read"),
    "text in npz": (npz(x=np.array(["a", "b"])), "arrays of numbers alone"),
    "complex": (npz(x=PIXELS.astype(complex)), "arrays of numbers alone"),
    "a zip of text": (archive(readme="hello"), "arrays of numbers alone"),
    "an empty zip": (b"PK\x03\x04", "a whole NPZ file"),
    "many arrays": (npz(**{f"a{k}": LABELS for k in range(17)}), "1 to 16 arrays"),
    "no pictures in npz": (npz(a=LABELS), "one array of pictures"),
    "two sets in npz": (npz(a=PIXELS, b=PIXELS), "one array of pictures"),
    "promises too much": (archive(x=npy_header((60000, 100, 100))), "256 MiB"),
    "promises more than there is": (archive(x=npy_header((60, 10, 10))), "whole arrays"),
    "negative shape": (archive(x=npy_header((-60, 10, 10))), "arrays of numbers alone"),
    "five dimensions": (npz(x=PIXELS[None, None]), "pictures"),
    "wrong labels in npz": (npz(x=PIXELS, y=LABELS[:-1]), "as many labels as pictures, 20, got 19"),
    "no whole labels": (npz(x=PIXELS, y=LABELS / 2), "one whole number for each picture"),
}


@pytest.mark.parametrize(("data", "words"), BAD.values(), ids=BAD.keys())
def test_bad_files_are_refused_in_plain_words(data, words):
    with pytest.raises(ConfigError, match=words) as caught:
        read_file(data)
    assert caught.value.field in {"images", "labels"}


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (idx(LABELS[:-1]), "as many labels as pictures, 20, got 19"),
        (idx(PIXELS), "one whole number for each picture"),
        (idx(LABELS / 2), "one whole number for each picture"),
        (idx(LABELS)[:-1], "20 bytes of numbers"),
        (npz(y=LABELS), "an IDX file"),
        (b"", "an IDX file"),
    ],
)
def test_bad_labels_are_refused_by_their_own_name(labels, words):
    with pytest.raises(ConfigError, match=words) as caught:
        read_file(idx(PIXELS), labels)
    assert caught.value.field == "labels"


def test_labels_beside_an_npz_file_are_not_passed_over():
    with pytest.raises(ConfigError, match="no second file"):
        read_file(npz(x=PIXELS), idx(LABELS))


def test_too_many_classes_are_refused():
    pixels = np.zeros((101, 4, 4), np.uint8)
    assert read_file(npz(x=pixels[:100], y=np.arange(100))).classes == 100
    with pytest.raises(ConfigError, match="at most 100 classes, got 101"):
        read_file(npz(x=pixels, y=np.arange(101)))


def test_a_bomb_is_left_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 2**20)
    bomb = gzip.compress(bytes(64 * 2**20))
    tracemalloc.start()
    with pytest.raises(ConfigError, match="at most 1 MiB once unpacked"):
        read_file(bomb)
    assert tracemalloc.get_traced_memory()[1] < 16 * 2**20
    tracemalloc.stop()


@pytest.mark.parametrize(
    "whole", [idx(PIXELS), gzip.compress(idx(PIXELS)), npz(x=PIXELS, y=LABELS)]
)
def test_a_damaged_file_is_a_set_or_a_refusal_and_nothing_else(whole):
    """Bytes changed and cut off at random: never another exception."""
    chance, refused = random.Random(2), 0
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(min(len(data), 120))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        try:
            read_file(bytes(data))
        except ConfigError:
            refused += 1
    assert refused > 100
