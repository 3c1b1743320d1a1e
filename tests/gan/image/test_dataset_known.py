"""Known sets: from files put there by hand, or from openml.org; how far that is; calling it off."""

import dataclasses
import gzip
import http.server
import io
import json
import os
import socket
import threading
import time
from urllib.error import URLError
from urllib.request import build_opener

import numpy as np
import psutil
import pytest
import torch

from ganlab.gan.image.datasets import Cancelled, Job, datasets, download, known, load, openml
from ganlab.registry import ConfigError
from tests.gan.image.tiny_files import idx, openml_cache

pytestmark = pytest.mark.usefixtures("cache_folder")

RNG = np.random.default_rng(1)
TRAIN, TEST = (RNG.integers(0, 256, (n, 28, 28), np.uint8) for n in (30, 10))
LABELS = np.arange(40, dtype=np.uint8) % 10
FILES = {
    "train-images-idx3-ubyte": idx(TRAIN),
    "train-labels-idx1-ubyte": idx(LABELS[:30]),
    "t10k-images-idx3-ubyte": idx(TEST),
    "t10k-labels-idx1-ubyte": idx(LABELS[30:]),
}


def lay(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def get(entry_id):
    return datasets[entry_id].bind({})()


# --- By hand -----------------------------------------------------------------------------------


@pytest.mark.parametrize("entry_id", ["mnist", "fashion"])
@pytest.mark.parametrize("packed", [True, False])
def test_idx_files_put_by_hand_are_the_set(cache_folder, entry_id, packed):
    files = {f"{name}.gz": gzip.compress(data) for name, data in FILES.items()}
    lay(cache_folder / entry_id, files if packed else FILES)
    images = load(datasets[entry_id], {})
    assert images.held_out == 10
    assert torch.equal(images.images[:30, 0], torch.from_numpy(TRAIN))
    assert torch.equal(images.images[30:, 0], torch.from_numpy(TEST))
    assert images.labels is not None
    assert images.labels.tolist() == LABELS.tolist()
    assert images.names == datasets[entry_id].extras["classes"]()
    assert get(entry_id) is images


def test_cifar_files_put_by_hand_are_the_set(cache_folder):
    rows = RNG.integers(0, 256, (12, 3073), np.uint8)
    rows[:, 0] = np.arange(12) % 10
    names = [*(f"data_batch_{k}.bin" for k in range(1, 6)), "test_batch.bin"]
    parts = {name: rows[2 * k : 2 * k + 2].tobytes() for k, name in enumerate(names)}
    lay(cache_folder / "cifar10" / "cifar-10-batches-bin", parts)
    images = get("cifar10")
    assert (images.shape, images.held_out) == ((3, 32, 32), 2)
    assert images.labels is not None
    assert images.labels.tolist() == rows[:, 0].tolist()
    assert images.images[5, 2, 0, 1] == rows[5, 1 + 2 * 1024 + 1]  # blue, top row, second pixel
    lay(cache_folder / "cifar10" / "cifar-10-batches-bin", {"data_batch_3.bin": bytes(3072)})
    del images
    with pytest.raises(ConfigError, match="3,073 bytes a picture") as caught:
        get("cifar10")
    assert caught.value.field == "data_batch_3.bin"


def test_without_files_it_is_said_which_to_put_where(cache_folder):
    with pytest.raises(ConfigError, match="load it, or put the files train-images") as caught:
        get("mnist")
    assert caught.value.field == "data"
    assert str(cache_folder / "mnist") in str(caught.value)
    for name in FILES:
        assert name in str(caught.value)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"t10k-labels-idx1-ubyte": None}, "t10k-labels-idx1-ubyte", "the file t10k-labels"),
        ({"train-images-idx3-ubyte": idx(TRAIN)[:-1]}, "train-images-idx3-ubyte", "23,520 bytes"),
        ({"train-labels-idx1-ubyte": idx(LABELS)}, "train-labels-idx1-ubyte", "30, got 40"),
        ({"t10k-images-idx3-ubyte": idx(TEST[:, :20])}, "t10k-images-idx3-ubyte", "as large as"),
        ({"train-labels-idx1-ubyte": idx(LABELS[:30] + 1)}, "labels", "0 to 9, got 10"),
        (
            {name: idx(x[:, :20]) for name, x in zip(list(FILES)[::2], (TRAIN, TEST), strict=True)},
            "train-images-idx3-ubyte",
            "shape .1, 28, 28., got .1, 20, 28.",
        ),
    ],
)
def test_wrong_files_are_named(cache_folder, changed, field, words):
    files = {name: data for name, data in {**FILES, **changed}.items() if data is not None}
    lay(cache_folder / "mnist", files)
    with pytest.raises(ConfigError, match=words) as caught:
        get("mnist")
    assert caught.value.field == field


# --- From openml.org ---------------------------------------------------------------------------

TOY = """
import json, sys, time
import numpy as np
def say(**message): print(json.dumps(message), flush=True)
say(share=0.1, words="Downloaded 1 MB")
{middle}
np.save(sys.argv[2] + "/images.npy", (np.arange(40 * 784) % 251).astype(np.uint8).reshape(40, 784))
np.save(sys.argv[2] + "/labels.npy", np.arange(40) % 10)
say(share=0.9, words="Keeping the pictures")
"""


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """MNIST of 40 pictures, from a program in place of the one that asks openml.org."""

    def program(middle=""):
        (tmp_path / "toy_download.py").write_text(TOY.format(middle=middle))
        return dataclasses.replace(known.MNIST, examples=40, held_out=10)

    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(openml, "PROGRAM", "toy_download")
    return program


def test_a_fetched_set_is_kept_and_needs_no_second_fetch(toy, cache_folder):
    told = []
    mnist = toy()
    assert not mnist.is_here()
    images = mnist.fetch(Job(lambda *news: told.append(news)))
    assert told[:2] == [(0.0, "Asking openml.org for MNIST"), (0.1, "Downloaded 1 MB")]
    assert told[2:] == [(0.9, "Keeping the pictures")]
    assert (images.shape, images.held_out, len(images)) == ((1, 28, 28), 10, 40)
    assert mnist.is_here()
    assert get("mnist") is images
    assert [path.name for path in cache_folder.iterdir()] == ["mnist.safetensors"]


def test_a_damaged_set_is_fetched_anew(toy, cache_folder):
    mnist = toy()
    lay(cache_folder, {"mnist.safetensors": b"damaged"})
    assert mnist.is_here()
    with pytest.raises(ConfigError, match="put the files"):
        mnist.get()
    assert not mnist.is_here()
    images = mnist.fetch()
    assert mnist.get() is images


def test_calling_off_ends_the_program_and_leaves_nothing(toy, cache_folder):
    mnist, told = toy("time.sleep(60)"), []
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        mnist.fetch(Job(lambda *news: told.append(news), lambda: len(told) > 1))
    assert time.monotonic() - begun < 20
    assert list(cache_folder.iterdir()) == []
    children = psutil.Process().children()
    assert not [child for child in children if "toy_download" in " ".join(child.cmdline())]


@pytest.mark.parametrize(
    ("middle", "words"),
    [
        ('say(failed="no route to host"); sys.exit(1)', "no route to host"),
        ("sys.exit(3)", "stopped with status 3"),
        ("raise MemoryError", "stopped with status 1"),
        ("sys.exit()", "No such file"),
    ],
)
def test_what_goes_wrong_tells_the_way_by_hand(toy, cache_folder, middle, words):
    mnist = toy(middle)
    with pytest.raises(ConfigError, match=words) as caught:
        mnist.fetch()
    assert caught.value.field == "data"
    assert f"into {cache_folder / 'mnist'}" in str(caught.value)
    assert list(cache_folder.iterdir()) == []
    assert not mnist.is_here()


def test_another_number_of_pictures_is_refused(toy):
    with pytest.raises(ConfigError, match=r"\(40, 784\) instead of \(41, 784\)"):
        dataclasses.replace(toy(), examples=41).fetch()


def test_the_client_s_answer_becomes_arrays(tmp_path, monkeypatch):
    """scikit-learn's own client, which finds the answers of openml.org already in its cache."""
    monkeypatch.setattr(download, "install_opener", lambda _: None)
    pixels, told = RNG.integers(0, 256, (12, 4)), []
    openml_cache(tmp_path, 77, pixels, LABELS[:12])
    download.download(77, tmp_path, lambda *news: told.append(news))
    assert np.array_equal(np.load(tmp_path / "images.npy"), pixels)
    assert np.load(tmp_path / "labels.npy").tolist() == LABELS[:12].tolist()
    assert told == [(0.98, "Keeping the pictures")]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (URLError(socket.gaierror(-2, "Name or service not known")), "Name or service not known"),
        (TimeoutError("timed out"), "timed out"),
        (ValueError("The md5 checksum does not match"), "The md5 checksum does not match"),
        (MemoryError(), "MemoryError"),
    ],
)
def test_the_program_says_why_it_failed(monkeypatch, capsys, tmp_path, error, words):
    def fail(*_):
        raise error

    monkeypatch.setattr(download, "download", fail)
    monkeypatch.setattr(download, "_end_with", lambda _: None)
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: SIM115 -- pytest's has no number
    assert download.main("77", str(tmp_path)) == 1
    assert json.loads(capsys.readouterr().out) == {"failed": words}


def test_the_program_ends_when_nobody_waits(monkeypatch):
    ended: list[int] = []
    reader, writer = os.pipe()
    monkeypatch.setattr(os, "_exit", ended.append)
    waiting = threading.Thread(target=download._end_with, args=(reader,))
    waiting.start()
    waiting.join(0.05)
    assert ended == []
    os.close(writer)
    waiting.join(5)
    assert ended == [1]
    os.close(reader)


class _Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/long")
            self.end_headers()
            return
        self.send_response(200)
        body = bytes(10 if self.path == "/api/json" else 3_000_000)
        if self.path != "/unknown":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def address():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "length", "last"),
    [
        ("/long", 3_000_000, (0.40, "Downloaded 3.0 MB of 3.0 MB")),
        ("/moved", 3_000_000, (0.40, "Downloaded 3.0 MB of 3.0 MB")),
        ("/unknown", 3_000_000, (0.02, "Downloaded 3.0 MB")),
        ("/api/json", 10, None),
    ],
)
def test_a_download_is_counted_as_it_is_read(address, monkeypatch, path, length, last):
    monkeypatch.setattr(download, "_TELL_EVERY_S", 0.0)
    told = []
    opener = build_opener(download.Counting(lambda *news: told.append(news)))
    into = io.BytesIO()
    with opener.open(address + path, timeout=10) as answer:
        while part := answer.read(65536):
            into.write(part)
    assert len(into.getvalue()) == length
    if last is None:
        assert told == []
        return
    *counted, end = told
    assert counted[-1] == last
    assert [share for share, _ in counted] == sorted(share for share, _ in counted)
    assert len(counted) == 46  # once for each part: a redirection is not counted twice
    assert end == (0.40, "Reading the numbers: minutes without news")
