"""The cache: one set per process, whole files only, and no harm from what cannot be read."""

import gc
import threading

import pytest
import torch

from ganlab.gan.image.dataset import Attribute, ImageSet
from ganlab.gan.image.datasets import cache

pytestmark = pytest.mark.usefixtures("cache_folder")


def small(value=7, n=4):
    images = torch.full((n, 1, 4, 4), value, dtype=torch.uint8)
    mood = Attribute(torch.arange(n) % 2, ("calm", "wild"))
    return ImageSet(images, torch.arange(n) % 3, ("a", "b", "ö"), 1, {"mood": mood})


@pytest.fixture
def counted():
    """A kept maker, and the parameters of every time that it ran."""
    ran = []

    @cache.kept(1, "numpy")
    def toy(_job=None, *, value):
        ran.append(value)
        return small(value)

    return toy, ran


def same(a, b):
    return (
        torch.equal(a.images, b.images)
        and torch.equal(a.labels, b.labels)
        and (a.names, a.held_out) == (b.names, b.held_out)
        and {k: (v.values.tolist(), v.names) for k, v in a.attributes.items()}
        == {k: (v.values.tolist(), v.names) for k, v in b.attributes.items()}
    )


def test_a_set_is_made_once_and_then_read(counted):
    toy, ran = counted
    first = toy(value=7)
    assert toy(value=7) is first
    del first
    gc.collect()
    assert same(toy(value=7), small(7))
    assert ran == [7]
    assert same(toy(value=8), small(8))
    assert ran == [7, 8]


def test_memory_is_given_back(counted):
    toy, _ = counted
    images = toy(value=7)
    before = len(cache._in_memory)
    del images
    gc.collect()
    assert len(cache._in_memory) == before - 1


def test_another_recipe_or_library_makes_anew(counted, monkeypatch):
    toy, ran = counted
    toy(value=7)
    monkeypatch.setattr(cache, "version", lambda _: "99")
    toy(value=7)
    assert ran == [7, 7]


@pytest.mark.parametrize("damage", [b"", b"no tensors", None])
def test_a_damaged_file_is_replaced(counted, cache_folder, damage):
    toy, ran = counted
    toy(value=7)
    gc.collect()
    (file,) = cache_folder.iterdir()
    file.write_bytes(file.read_bytes()[:-3] if damage is None else damage)
    assert same(toy(value=7), small(7))
    assert ran == [7, 7]
    gc.collect()
    assert same(toy(value=7), small(7))
    assert ran == [7, 7]


def test_a_disk_that_takes_nothing_does_no_harm(counted, tmp_path, monkeypatch, caplog):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file"))
    toy, _ = counted
    assert same(toy(value=7), small(7))
    assert "cannot be written" in caplog.text


def test_readers_see_whole_sets_while_others_write(cache_folder):
    wrong: list[object] = []
    stop = threading.Event()
    writers = [
        threading.Thread(target=lambda: [cache.keep("both", small(7, 400)) for _ in range(40)])
        for _ in range(2)
    ]

    def read():
        while not stop.is_set():
            if (path := cache_folder / "both.safetensors").is_file():
                try:
                    found = cache._read(path)
                    wrong.extend([] if same(found, small(7, 400)) else ["other"])
                except Exception as error:
                    wrong.append(error)

    reader = threading.Thread(target=read)
    for thread in (*writers, reader):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    reader.join()
    assert wrong == []
    assert [path.name for path in cache_folder.iterdir()] == ["both.safetensors"]
