"""Pictures of one's own: cut, made small, in grey or colour; what is no picture is refused."""

import random

import numpy as np
import pytest
import torch
from PIL import Image, ImageFile

from ganlab.gan.image.datasets import Cancelled, Job
from ganlab.gan.image.datasets.pictures import read_pictures
from ganlab.registry import ConfigError
from tests.gan.image.tiny_files import deep_png, picture, png_header

pytestmark = pytest.mark.usefixtures("cache_folder")

RED = np.full((40, 60, 3), (250, 10, 20), np.uint8)
WIDE = np.zeros((20, 60), np.uint8)
WIDE[:, 20:40] = 200


def by_brightness(images):
    """The pictures from dark to bright: a set's order is shuffled."""
    x = images.images.float()
    return images.images[x.flatten(1).mean(1).argsort()]


def test_pictures_are_cut_to_the_middle_and_made_small():
    images = read_pictures([picture(WIDE), picture(WIDE)], size=8)
    assert images.shape == (1, 8, 8)
    assert (images.labels, images.names, images.held_out) == (None, (), 1)
    assert (images.images == 200).all()


def test_size_and_colour_are_as_asked():
    colour = read_pictures([picture(RED), picture(RED, "JPEG", quality=95)], size=16, colour=True)
    assert colour.shape == (3, 16, 16)
    middle = colour.images[:, :, 8, 8].float()
    assert torch.allclose(middle, torch.tensor([250.0, 10.0, 20.0]), atol=4)
    grey = read_pictures([picture(RED), picture(RED)], size=32)
    assert grey.shape == (1, 32, 32)
    assert int(grey.images[0, 0, 0, 0]) == round(0.299 * 250 + 0.587 * 10 + 0.114 * 20)


def test_what_is_transparent_becomes_white():
    half = np.zeros((8, 8, 4), np.uint8)
    half[:, :4, 3] = 255
    images = read_pictures([picture(half)] * 2, size=8).images
    assert (images[..., :3] == 0).all()
    assert (images[..., 5:] == 255).all()


def test_sixteen_bits_are_brought_to_eight():
    dark, bright = (np.full((8, 8), value * 256, np.uint16) for value in (50, 180))
    images = by_brightness(read_pictures([picture(bright), picture(dark)], size=8))
    assert images.flatten(1).float().mean(1).tolist() == [50, 180]


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        (picture(RED, "JPEG", mode="CMYK", quality=95), (250, 10, 20)),
        (picture(RED, "JPEG", progressive=True, quality=95), (250, 10, 20)),
        (picture(RED, save_all=True, append_images=[Image.new("RGB", (60, 40))]), (250, 10, 20)),
        (picture(np.full((9, 9, 3), 255, np.uint8), mode="P"), (255, 255, 255)),
        (picture(np.full((9, 9), 255, np.uint8), mode="1"), (255, 255, 255)),
        (picture(np.full((9, 9), 70, np.uint8), mode="LA"), (70, 70, 70)),
        (picture(RED, transparency=(250, 10, 20)), (255, 255, 255)),
        (picture(np.full((9, 9), 70, np.uint8), transparency=70), (255, 255, 255)),
        (deep_png(60_000, 2_560, 512), (234, 10, 2)),
        (deep_png(60_000, 2_560, 512, 0), (255, 255, 255)),
    ],
    ids=["CMYK", "progressive", "animated: its first picture", "palette", "black or white",
         "grey with alpha", "one colour clear", "one grey clear", "48 bits", "64 bits, clear"],
)  # fmt: skip
def test_pictures_of_every_usual_kind_are_read(pictures, expected):
    middle = read_pictures([pictures] * 2, size=8, colour=True).images[0, :, 4, 4]
    assert torch.allclose(middle.float(), torch.tensor(expected).float(), atol=4)


def test_a_photograph_is_turned_as_its_camera_says():
    lying = np.zeros((8, 8), np.uint8)
    lying[0] = 255
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    images = read_pictures([picture(lying, "JPEG", exif=exif, quality=95)] * 2, size=8).images
    assert images[..., 7].float().mean() > 200
    assert images[..., 0].float().mean() < 50


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "a PNG or JPEG picture"),
        (b"GIF89a" + bytes(30), "a PNG or JPEG picture"),
        (b"%PDF-1.4", "a PNG or JPEG picture"),
        (picture(RED)[:-40], "a whole PNG or JPEG picture"),
        (picture(RED, "JPEG")[:300], "a whole PNG or JPEG picture"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 90, "a whole PNG or JPEG picture"),
        (b"\xff\xd8\xff" + b"x" * 90, "a whole PNG or JPEG picture"),
        (png_header(4001, 4000), "at most 16,000,000 pixels, got '4,001 × 4,000'"),
        (png_header(60_000, 60_000), "at most 16,000,000 pixels"),
        (png_header(12_000, 12_000), "at most 16,000,000 pixels"),
        (png_header(0, 10), "a whole PNG or JPEG picture"),
    ],
)
def test_what_is_no_picture_is_refused_by_its_number(data, words):
    with pytest.raises(ConfigError, match=words) as caught:
        read_pictures([picture(RED), data])
    assert caught.value.field == "pictures.1"


def test_a_picture_of_the_largest_size_is_taken():
    large = picture(np.zeros((4000, 4000), np.uint8))
    assert len(read_pictures([large, picture(RED)])) == 2


def test_a_bomb_is_not_decoded(monkeypatch):
    decoded, load = [], ImageFile.ImageFile.load

    def watched(self):
        decoded.append(self.size)
        return load(self)

    monkeypatch.setattr(ImageFile.ImageFile, "load", watched)
    with pytest.raises(ConfigError, match="pixels"):
        read_pictures([picture(RED), png_header(5_000, 5_000)])
    assert set(decoded) == {(60, 40)}


@pytest.mark.parametrize(
    ("pictures", "options", "field"),
    [
        ([], {}, "pictures"),
        ([picture(RED)], {}, "pictures"),
        ([b""] * 2001, {}, "pictures"),
        ([picture(RED)] * 2, {"size": 3}, "size"),
        ([picture(RED)] * 2, {"size": 129}, "size"),
    ],
)
def test_numbers_out_of_range_are_refused(pictures, options, field):
    with pytest.raises(ConfigError) as caught:
        read_pictures(pictures, **options)
    assert caught.value.field == field


def test_reading_tells_how_far_it_is_and_can_be_called_off():
    told = []
    files = [picture(RED)] * 4
    read_pictures(files, job=Job(lambda share, words: told.append((share, words)), lambda: False))
    assert told[2] == (0.5, "Reading picture 3 of 4")
    with pytest.raises(Cancelled):
        read_pictures(files, job=Job(cancelled=lambda: True))


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_damaged_picture_is_a_set_or_a_refusal_and_nothing_else(form):
    chance, whole, refused = random.Random(3), picture(RED, form), 0
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        try:
            read_pictures([picture(RED), bytes(data)])
        except ConfigError:
            refused += 1
    assert refused > 30
