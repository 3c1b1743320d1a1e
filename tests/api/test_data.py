"""Images on their way to the server: made, read from files put there, called off, refused."""

import asyncio
import gzip
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ganlab.gan.image.datasets import by_hand
from tests.api.visitor import Answer, Visitor, http
from tests.gan.image.tiny_files import idx
from tests.live_server import LiveServer

FIRST = {"id": "glyphs", "params": {"size": "28", "jitter": "some"}}  # what a run begins with
OTHER = {"id": "shapes", "params": {"size": "28", "colour": False}}
LONG_S = 60.0


@pytest.fixture(scope="module")
def images(base_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of images that holds those that a run begins with, and no others."""
    folder = tmp_path_factory.mktemp("images")
    wait_for(base_url, ask(base_url, **FIRST).json["job"], "done")
    (folder / "data").mkdir()
    for file in Path(os.environ["GANLAB_CACHE_DIR"], "data").glob("glyphs-*.safetensors"):
        shutil.copy(file, folder / "data")
    return folder


@pytest.fixture(scope="module")
def url(images: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with that folder."""
    server = LiveServer(tmp_path_factory.mktemp("server"), {"GANLAB_CACHE_DIR": str(images)})
    yield server.url
    server.close()


def ask(url: str, **wanted: Any) -> Answer:
    """POST /api/data."""
    return http(url, "/api/data", method="POST", body=wanted)


def begin(url: str, data: dict[str, Any] = FIRST) -> Answer:
    """Ask for a new session on these images."""
    config = {"scene": "image", "data": data}
    return http(url, "/api/sessions", method="POST", body={"config": config})


def wait_for(url: str, job: str, *statuses: str) -> dict[str, Any]:
    """What is said of a job once it is in one of these. Raises TimeoutError."""
    deadline = time.monotonic() + LONG_S
    while time.monotonic() < deadline:
        found: dict[str, Any] = http(url, f"/api/data/{job}").json
        if found["status"] in statuses:
            return found
        time.sleep(0.05)
    raise TimeoutError(f"{job} is still {found}")


def test_what_is_there_is_soon_done(url: str) -> None:
    asked = ask(url, id="glyphs")
    assert (asked.status, asked.json["params"]) == (202, FIRST["params"])
    found = wait_for(url, asked.json["job"], "done", "failed")
    assert (found["status"], found["share"]) == ("done", 1.0)
    assert found["statistics"]["examples"] == 20_000
    assert found["statistics"]["shape"] == [1, 28, 28]
    assert found["statistics"] == begin(url).json["images"]


async def test_a_set_is_made_first_while_others_play_on(url: str) -> None:
    session = begin(url).json["id"]
    path = f"/api/sessions/{session}"
    before = http(url, path).json
    async with Visitor.of(url, session) as visitor:
        refused = await visitor.ask(type="configure", changes={"data": OTHER})
        assert (refused["type"], refused["field"]) == ("error", "data")
        assert refused["missing"] == OTHER
        assert http(url, path).json == before

        waiting = asyncio.create_task(asyncio.to_thread(begin, url, OTHER))
        await visitor.ask(type="step", count=2)
        assert not waiting.done()
        made = await waiting  # a new session waits for it by itself
        assert (made.status, made.json["config"]["data"]) == (201, OTHER)
        shown = await visitor.ask(type="configure", changes={"data": OTHER})
        assert (shown["type"], shown["step"]) == ("frame", "0")


def test_making_a_set_can_be_called_off(url: str) -> None:
    wanted = {"id": "shapes", "params": {"size": "32"}}
    mine, its = ask(url, **wanted).json, ask(url, **wanted).json
    assert mine["job"] != its["job"]
    assert mine["params"] == {"size": "32", "colour": True}
    # Who waits for it as well keeps it going.
    assert http(url, f"/api/data/{mine['job']}", method="DELETE").status == 204
    assert http(url, f"/api/data/{mine['job']}").status == 404
    found = wait_for(url, its["job"], "working")
    while not found["words"]:
        found = wait_for(url, its["job"], "working")
    assert "Drawing shape" in found["words"]
    assert http(url, f"/api/data/{its['job']}", method="DELETE").status == 204
    assert http(url, f"/api/data/{its['job']}", method="DELETE").status == 404
    again = ask(url, **wanted).json  # begins anew
    assert again["status"] in ("waiting", "working")
    assert http(url, f"/api/data/{again['job']}", method="DELETE").status == 204


def test_files_put_there_by_hand_are_read_for_the_run_that_wants_them(
    url: str, images: Path
) -> None:
    refused = begin(url, {"id": "mnist", "params": {}})
    error = refused.json["error"]
    assert (refused.status, error["field"]) == (422, "data")
    assert "MNIST is not here yet: fetch it first" in error["message"]
    assert error["missing"]["origin"] == "openml.org"
    folder = images / "data" / "mnist"
    assert str(folder) in error["missing"]["by_hand"]

    folder.mkdir()
    draw = np.random.default_rng(0)
    pixels = draw.integers(0, 256, (40, 28, 28), np.uint8)
    labels = np.arange(40, dtype=np.uint8) % 10
    for name, array in zip(by_hand.IDX_FILES, (pixels, labels) * 2, strict=True):
        (folder / f"{name}.gz").write_bytes(gzip.compress(idx(array)))
    session = begin(url, {"id": "mnist", "params": {}})
    assert session.status == 201
    found = session.json["images"]
    assert (found["examples"], found["held_out"], found["counts"]) == (80, 40, [8] * 10)


def test_damaged_files_put_there_by_hand_are_named(url: str, images: Path) -> None:
    folder = images / "data" / "fashion"
    folder.mkdir()
    for name in by_hand.IDX_FILES:
        (folder / name).write_bytes(b"\0\0\x08\x03 too short")
    found = wait_for(url, ask(url, id="fashion").json["job"], "done", "failed")
    assert found["status"] == "failed"
    assert found["error"]["field"] == by_hand.IDX_FILES[0]
    assert found["error"]["message"]
    assert begin(url).status == 201


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"id": "nothing"}, "id"),
        ({"id": "glyphs", "parameters": {}}, "parameters"),
        ({"id": 3}, "id"),
        ({}, "id"),
    ],
)
def test_what_is_no_set_is_refused(base_url: str, body: dict[str, Any], field: str) -> None:
    found = ask(base_url, **body)
    assert (found.status, found.json["error"]["field"]) == (422, field)


def test_parameters_that_a_set_does_not_take_are_refused(base_url: str) -> None:
    job = ask(base_url, id="glyphs", params={"size": "1000"}).json["job"]
    found = wait_for(base_url, job, "failed", "done")
    assert (found["status"], found["error"]["field"]) == ("failed", "params.size")


def test_jobs_and_pages_of_others(base_url: str) -> None:
    assert http(base_url, "/api/data/nothing").status == 404
    assert http(base_url, "/api/data/nothing", method="DELETE").status == 404
    evil = "http://evil.example"
    found = http(base_url, "/api/data", method="POST", body=FIRST, origin=evil)
    assert found.status == 403
