"""Images of one's own over HTTP: read, kept and named by a run; bad files change nothing."""

import json
from typing import Any

import numpy as np
import pytest

from tests.api.visitor import Answer, Visitor, http
from tests.gan.image.tiny_files import archive, idx, npy_header, npz, picture, png_header

RNG = np.random.default_rng(5)
PIXELS = RNG.integers(0, 256, (30, 28, 28), np.uint8)
LABELS = np.arange(30, dtype=np.uint8) % 3
PICTURES = [picture(RNG.integers(0, 256, (40, 60, 3), np.uint8)) for _ in range(3)]


def send(url: str, *files: bytes, **how: Any) -> Answer:
    """POST /api/images."""
    head = json.dumps({"files": [len(file) for file in files], **how}).encode()
    raw = len(head).to_bytes(8, "little") + head + b"".join(files)
    return http(url, "/api/images", method="POST", raw=raw)


def begin(url: str, data: dict[str, Any]) -> Answer:
    """Ask for a session on these images."""
    config = {"scene": "image", "data": data}
    return http(url, "/api/sessions", method="POST", body={"config": config})


@pytest.fixture(scope="module")
def kept(base_url: str) -> dict[str, Any]:
    """Uploaded digits, 28 × 28, in three classes."""
    found = send(base_url, idx(LABELS), idx(PIXELS))  # in whichever order
    assert found.status == 201, found.body
    document: dict[str, Any] = found.json
    return document


async def test_uploaded_images_are_data_like_any_other(base_url: str, kept: dict[str, Any]) -> None:
    facts = kept["statistics"]
    assert (facts["examples"], facts["shape"], facts["counts"]) == (30, [1, 28, 28], [10, 10, 10])
    data = {"id": kept["id"], "params": kept["params"]}
    made = begin(base_url, data)
    assert (made.status, made.json["images"], made.json["config"]["data"]) == (201, facts, data)
    async with Visitor.of(base_url, made.json["id"]) as visitor:
        assert (await visitor.ask(type="step"))["step"] == "1"
        model = {"model": {"id": "conditional"}}
        assert (await visitor.ask(type="configure", changes=model))["type"] == "frame"
    saved = http(base_url, f"/api/sessions/{made.json['id']}/model").body
    assert kept["params"]["key"].encode() in saved
    again = send(base_url, idx(PIXELS), idx(LABELS))
    assert again.json == kept


@pytest.mark.parametrize(("colour", "channels"), [(False, 1), (True, 3)])
def test_pictures_are_cut_and_made_small(base_url: str, colour: bool, channels: int) -> None:
    found = send(base_url, *PICTURES, size=16, colour=colour)
    facts = found.json["statistics"]
    assert (found.status, facts["examples"], facts["names"]) == (201, 3, [])
    assert facts["shape"] == [channels, 16, 16]


GIANT = png_header(100_000, 100_000)
REFUSED: dict[str, tuple[tuple[bytes, ...], str, str]] = {
    "truncated IDX": ((idx(PIXELS)[:-9],), "images", "23,520 bytes of numbers"),
    "pickled NPZ": ((npz(x=np.array([{}, {}])),), "images", "pickled objects are never read"),
    "a pickle": ((b"\x80\x04K\x01.",), "images", "an IDX file"),
    "decompression bomb": ((PICTURES[0], GIANT), "pictures.1", "at most 16,000,000 pixels"),
    "NPZ that promises gigabytes": (
        (archive(x=npy_header((60000, 500, 500))),), "images", "at most 256 MiB",
    ),
    "wrong classes": ((idx(PIXELS), idx(LABELS[:-1])), "labels", "as many labels as pictures"),
    "too many classes": (
        (idx(np.zeros((200, 8, 8), np.uint8)), idx(np.arange(200, dtype=np.int32))),
        "labels", "at most 100 classes",
    ),
    "no images": ((npz(x=PIXELS[:0]),), "images", "2 to 200,000 pictures"),
    "one image": ((idx(PIXELS[:1]),), "images", "2 to 200,000 pictures"),
    "one picture": ((PICTURES[0],), "pictures", "2 to 2,000 pictures"),
    "a picture cut short": ((PICTURES[0], PICTURES[1][:200]), "pictures.1", "a whole PNG or JPEG"),
    "a picture and a text": ((PICTURES[0], b"hello"), "pictures.1", "a PNG or JPEG picture"),
    "an empty file": ((b"",), "images", "an IDX file"),
    "no file": ((), "files", "PNG or JPEG pictures"),
    "three texts": ((b"a", b"b", b"c"), "files", "PNG or JPEG pictures"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "field", "words"), REFUSED.values(), ids=REFUSED)
def test_bad_files_are_refused_in_plain_words(
    base_url: str, files: tuple[bytes, ...], field: str, words: str
) -> None:
    found = send(base_url, *files)
    error = found.json["error"]
    assert (found.status, error["field"]) == (422, field), error
    assert words in error["message"]


def test_a_body_of_eleven_mebibytes_is_refused(base_url: str) -> None:
    found = send(base_url, bytes(11 << 20))
    assert (found.status, found.json["error"]["expected"]) == (413, f"at most {10 << 20} bytes")


HEADS: list[tuple[bytes, str]] = [
    (b"", "body"),
    (b"\xff" * 100, "body"),
    (b"[]", "body"),
    (b'{"files": "all"}', "files"),
    (b'{"files": [-1]}', "files"),
    (b'{"files": [3]}', "files"),
    (b'{"files": [], "size": 1000}', "size"),
    (b'{"files": [], "name": "../x"}', "name"),
]


@pytest.mark.parametrize(("head", "field"), HEADS)
def test_heads_that_are_none_are_refused(base_url: str, head: bytes, field: str) -> None:
    raw = len(head).to_bytes(8, "little") + head
    found = http(base_url, "/api/images", method="POST", raw=raw)
    assert (found.status, found.json["error"]["field"]) == (422, field)


def test_nobody_else_may_send_images(base_url: str) -> None:
    evil = "http://evil.example"
    found = http(base_url, "/api/images", method="POST", raw=b"", origin=evil)
    assert found.status == 403


async def test_images_that_are_not_here_leave_a_run_as_it_was(
    base_url: str, kept: dict[str, Any]
) -> None:
    made = begin(base_url, {"id": kept["id"], "params": kept["params"]}).json
    path = f"/api/sessions/{made['id']}"
    async with Visitor.of(base_url, made["id"]) as visitor:
        await visitor.ask(type="step")
        before = http(base_url, path).json
        for key in ("0" * 64, "../secret", "", 3):
            data = {"id": "upload", "params": {"key": key}}
            refused = await visitor.ask(type="configure", changes={"data": data})
            assert (refused["type"], refused["field"]) == ("error", "data.params.key")
        assert http(base_url, path).json == before
        assert (await visitor.ask(type="step"))["step"] == "2"
    gone = begin(base_url, {"id": "upload", "params": {"key": "0" * 64}})
    assert gone.status == 422
    assert "upload them again" in gone.json["error"]["message"]
