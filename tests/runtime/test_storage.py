"""Checkpoints as bytes and on disk: back as they were, or refused in plain words."""

import json
import os
import time
from pathlib import Path

import pytest
from safetensors.torch import load, save

from ganlab.gan.config import RunConfig
from ganlab.runtime.checkpoint import Checkpoint
from ganlab.runtime.run import Run
from ganlab.runtime.shelf import Shelf
from tests.runtime.conftest import SMALL

ONE, OTHER = "0123456789abcdef0123", "f" * 20


@pytest.fixture
def document() -> bytes:
    return Run(RunConfig.from_json(SMALL)).checkpoint("paused", 2.0).to_bytes()


def altered(document: bytes, **metadata: str) -> bytes:
    """The document with other metadata."""
    length = int.from_bytes(document[:8], "little")
    known = json.loads(document[8 : 8 + length])["__metadata__"]
    return save(load(document), {**known, **metadata})


def test_a_checkpoint_comes_back(document: bytes) -> None:
    checkpoint = Checkpoint.from_bytes(document)
    assert (checkpoint.status, checkpoint.speed) == ("paused", 2.0)
    assert checkpoint.config == RunConfig.from_json(SMALL)
    assert Run.restored(checkpoint).game.steps == 0


def test_what_is_no_checkpoint_is_refused(document: bytes) -> None:
    broken = [
        b"",
        b"junk" * 10,
        b"\xff" * 100,
        document[:-1],
        document[:40],
        altered(document, status="flying"),
        altered(document, speed='"fast"'),
        altered(document, trained="-1"),
        altered(document, config="{"),
        altered(document, config="[]"),
        altered(document, config='{"batch_size": 0}'),
        save(load(document)),
    ]
    for bytes_ in broken:
        with pytest.raises(ValueError):  # noqa: PT011  (each has words of its own)
            Checkpoint.from_bytes(bytes_)


def test_tensors_that_do_not_fit_are_refused(document: bytes) -> None:
    other = altered(document, config=json.dumps({**SMALL, "batch_size": 8}))
    Run.restored(Checkpoint.from_bytes(other))
    wide = {**SMALL, "generator": {"params": {"width": 9}}}
    with pytest.raises(ValueError, match="expected"):
        Run.restored(Checkpoint.from_bytes(altered(document, config=json.dumps(wide))))


def test_the_shelf_keeps_the_two_newest(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "sessions")
    assert shelf.get(ONE) == []
    for document in (b"one", b"two", b"three"):
        shelf.put(ONE, document)
    shelf.put(OTHER, b"other")
    assert shelf.get(ONE) == [b"three", b"two"]
    assert not list(tmp_path.rglob("*.tmp"))
    shelf.remove(ONE)
    shelf.remove(ONE)
    assert shelf.get(ONE) == []
    assert shelf.get(OTHER) == [b"other"]


def test_a_write_that_fails_leaves_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(ONE, b"good")

    def no_space(_: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="no space"):
        shelf.put(ONE, b"half")
    assert shelf.get(ONE) == [b"good"]


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", ONE.upper(), ONE + "0", "é" * 20])
def test_no_path_gets_out_of_the_shelf(tmp_path: Path, name: str) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.get(name) == []
    with pytest.raises(ValueError, match="session id"):
        shelf.put(name, b"")
    with pytest.raises(ValueError, match="session id"):
        shelf.remove(name)


def test_what_has_lain_too_long_is_swept_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    Shelf(tmp_path / "never written").sweep(1.0)
    shelf.put(ONE, b"old")
    shelf.put(OTHER, b"new")
    long_ago = time.time() - 100
    os.utime(tmp_path / f"{ONE}.safetensors", (long_ago, long_ago))
    shelf.sweep(50.0)
    assert (shelf.get(ONE), shelf.get(OTHER)) == ([], [b"new"])
