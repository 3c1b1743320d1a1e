"""Uploads: one key for the same images, known without reading them; the oldest make room."""

import os

import numpy as np
import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.image import standard
from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets import cache, datasets, names_of, shape_of, uploads
from ganlab.gan.image.datasets.uploads import keep_upload, read_upload
from ganlab.registry import ConfigError
from tests.gan.image.tiny_files import idx

UPLOAD = datasets["upload"]


def images(value):
    pixels = torch.full((10, 3, 28, 28), value, dtype=torch.uint8)
    return ImageSet(pixels, torch.arange(10) % 2, ("cat", "dog"), 1)


def test_the_key_is_of_what_is_in_the_set():
    first, again, other = (keep_upload(images(value)) for value in (1, 1, 2))
    assert first == again != other
    assert torch.equal(UPLOAD.bind({"key": first})().images, images(1).images)
    few = images(1)
    unnamed = ImageSet(few.images, None, (), 1)
    otherwise = ImageSet(few.images, few.labels, ("cat", "cow"), 1)
    assert len({first, keep_upload(unnamed), keep_upload(otherwise)}) == 3


def test_shape_and_classes_are_known_without_reading(monkeypatch):
    key = keep_upload(images(3))
    monkeypatch.setattr(cache, "_read", None)
    assert shape_of(UPLOAD, {"key": key}) == (3, 28, 28)
    assert names_of(UPLOAD, {"key": key}) == ("cat", "dog")


def test_what_is_not_here_is_refused_when_it_is_configured(cache_folder):
    with pytest.raises(ConfigError, match=r"^data\.params\.key: .*upload them again"):
        RunConfig.from_json(
            {"scene": "image", "data": {"id": "upload", "params": {"key": 64 * "0"}}}
        )
    with pytest.raises(ConfigError, match=r"^data\.params\.key: .* 64 of the digits"):
        RunConfig.from_json({"scene": "image", "data": {"id": "upload"}})
    key = keep_upload(images(4))
    (cache_folder / f"upload-{key}.safetensors").write_bytes(b"damaged")
    with pytest.raises(ConfigError, match="upload them again"):
        shape_of(UPLOAD, {"key": key})


def test_the_longest_unused_make_room(cache_folder, monkeypatch):
    first, second = keep_upload(images(1)), keep_upload(images(2))
    for age, key in ((100, first), (200, second)):
        file = cache_folder / f"upload-{key}.safetensors"
        os.utime(file, (file.stat().st_mtime - age,) * 2)
    (cache_folder / "glyphs-1.safetensors").write_bytes(bytes(100_000))
    monkeypatch.setattr(uploads, "MOST_KEPT", 2 * file.stat().st_size)
    third = keep_upload(images(3))
    left = {file.name for file in cache_folder.iterdir()}
    assert left == {
        "glyphs-1.safetensors",
        *(f"upload-{key}.safetensors" for key in (first, third)),
    }
    UPLOAD.bind({"key": first})()  # a use counts
    os.utime(cache_folder / f"upload-{third}.safetensors", (1, 1))
    keep_upload(images(4))
    assert (cache_folder / f"upload-{first}.safetensors").exists()
    assert not (cache_folder / f"upload-{third}.safetensors").exists()


def test_images_and_labels_are_told_apart_by_what_is_in_them():
    pixels = np.arange(640, dtype=np.uint8).reshape(10, 8, 8)
    labels = np.arange(10, dtype=np.uint8) % 2
    for files in ([idx(pixels), idx(labels)], [idx(labels), idx(pixels)]):
        assert read_upload(files, size=28, colour=False).classes == 2
    with pytest.raises(ConfigError, match="labels"):
        read_upload([idx(pixels), idx(pixels)], size=28, colour=False)


@pytest.mark.parametrize("side", [(28, 28), (12, 20), (20, 12), (33, 8)])
@pytest.mark.parametrize("channels", [1, 3])
def test_there_are_networks_for_images_of_any_form(side, channels):
    pixels = torch.zeros(10, channels, *side, dtype=torch.uint8)
    key = keep_upload(ImageSet(pixels, None, (), 1))
    data = {"id": "upload", "params": {"key": key}}
    networks = standard.networks((channels, *side))
    RunConfig.from_json({"scene": "image", "data": data, **networks})
