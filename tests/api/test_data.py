"""Images on their way to the server: made, read from files put there, called off, refused."""

import gzip
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ganlab.gan.image.datasets import by_hand
from tests.api.visitor import Answer, Visitor, http
from tests.gan.image.tiny_files import idx
from tests.live_server import LiveServer

PLAIN = {"id": "digits", "params": {}}
LONG_S = 60.0


@pytest.fixture
def fresh(server_factory: Callable[..., LiveServer], tmp_path: Path) -> str:
    """The address of a server whose folder of images is empty."""
    return server_factory(GANLAB_CACHE_DIR=str(tmp_path / "images")).url


def ask(url: str, **wanted: Any) -> Answer:
    """POST /api/data."""
    return http(url, "/api/data", method="POST", body=wanted)


def begin(url: str, data: dict[str, Any]) -> Answer:
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


def test_a_set_is_brought_once_and_is_then_there(base_url: str) -> None:
    first = ask(base_url, **PLAIN)
    assert (first.status, first.json["id"], first.json["params"]) == (202, "digits", {})
    found = wait_for(base_url, first.json["job"], "done", "failed")
    assert (found["status"], found["share"]) == ("done", 1.0)
    assert found["statistics"]["examples"] == 1797
    assert found["statistics"]["shape"] == [1, 16, 16]
    again = ask(base_url, **PLAIN)
    assert wait_for(base_url, again.json["job"], "done")["statistics"] == found["statistics"]
    assert begin(base_url, PLAIN).status == 201


async def test_a_run_is_told_to_have_its_images_made_first_and_goes_on(fresh: str) -> None:
    session = begin(fresh, PLAIN)  # waits for them
    assert session.status == 201
    path = f"/api/sessions/{session.json['id']}"
    before = http(fresh, path).json
    data = {"id": "shapes", "params": {"size": "16", "colour": False}}
    async with Visitor.of(fresh, session.json["id"]) as visitor:
        refused = await visitor.ask(type="configure", changes={"data": data})
        assert (refused["type"], refused["field"]) == ("error", "data")
        assert refused["missing"] == data
    assert http(fresh, path).json == before


async def test_making_a_set_can_be_called_off_and_holds_up_nobody(fresh: str) -> None:
    session = begin(fresh, PLAIN).json["id"]
    wanted = {"id": "shapes", "params": {"size": "32"}}
    mine, its = ask(fresh, **wanted).json, ask(fresh, **wanted).json
    assert mine["job"] != its["job"]
    assert mine["params"] == {"size": "32", "colour": True}
    async with Visitor.of(fresh, session) as visitor:
        begun = time.monotonic()
        await visitor.ask(type="step")
        assert time.monotonic() - begun < 5.0
    # Who waits for it as well keeps it going.
    assert http(fresh, f"/api/data/{mine['job']}", method="DELETE").status == 204
    assert http(fresh, f"/api/data/{mine['job']}").status == 404
    found = wait_for(fresh, its["job"], "working")
    while not found["words"]:
        found = wait_for(fresh, its["job"], "working")
    assert "Drawing shape" in found["words"]
    assert http(fresh, f"/api/data/{its['job']}", method="DELETE").status == 204
    assert http(fresh, f"/api/data/{its['job']}", method="DELETE").status == 404
    path = f"/api/sessions/{session}"
    assert http(fresh, path).json["step"] == 1


def test_files_put_there_by_hand_are_read_when_asked_for(fresh: str, tmp_path: Path) -> None:
    refused = begin(fresh, {"id": "mnist", "params": {}})
    error = refused.json["error"]
    assert (refused.status, error["field"]) == (422, "data")
    assert "MNIST is not here yet: fetch it first" in error["message"]
    assert error["missing"]["origin"] == "openml.org"
    folder = tmp_path / "images" / "data" / "mnist"
    assert str(folder) in error["missing"]["by_hand"]

    folder.mkdir()
    draw = np.random.default_rng(0)
    pixels = draw.integers(0, 256, (40, 28, 28), np.uint8)
    labels = np.arange(40, dtype=np.uint8) % 10
    for name, array in zip(by_hand.IDX_FILES, (pixels, labels) * 2, strict=True):
        (folder / f"{name}.gz").write_bytes(gzip.compress(idx(array)))
    job = ask(fresh, id="mnist").json["job"]
    assert wait_for(fresh, job, "done", "failed")["statistics"]["held_out"] == 40
    session = begin(fresh, {"id": "mnist", "params": {}})
    assert session.status == 201
    assert session.json["images"]["examples"] == 80


def test_damaged_files_put_there_by_hand_are_named(fresh: str, tmp_path: Path) -> None:
    begin(fresh, PLAIN)
    folder = tmp_path / "images" / "data" / "fashion"
    folder.mkdir()
    (folder / by_hand.IDX_FILES[0]).write_bytes(b"\0\0\x08\x03 too short")
    found = wait_for(fresh, ask(fresh, id="fashion").json["job"], "done", "failed")
    assert found["status"] == "failed"
    assert found["error"]["field"] == by_hand.IDX_FILES[0]
    assert found["error"]["message"]
    assert begin(fresh, PLAIN).status == 201


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"id": "nothing"}, "id"),
        ({"id": "digits", "parameters": {}}, "parameters"),
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
    found = http(base_url, "/api/data", method="POST", body=PLAIN, origin=evil)
    assert found.status == 403
