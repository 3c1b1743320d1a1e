"""REST over HTTP against a real server: answers, refusals, headers, files, and junk."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from safetensors.numpy import load
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Err

from ganlab.api.pages import bundle_is_fresh
from ganlab.api.security import security_headers
from ganlab.gan.image.architectures import (
    playground_dense_discriminator,
    playground_dense_generator,
)
from ganlab.gan.image.standard import stack
from ganlab.gan.plane.distributions import distributions
from tests.api.visitor import http

UNKNOWN = "0" * 20


def test_healthz(base_url: str) -> None:
    assert http(base_url, "/healthz").json == {"status": "ok"}


def test_catalog(base_url: str) -> None:
    found = http(base_url, "/api/catalog")
    assert found.headers["content-type"] == "application/json"
    assert {"version", "fields", "registries", "defaults"} <= found.json.keys()


def test_a_session_on_a_device_that_is_not_here_is_refused(base_url: str) -> None:
    devices = http(base_url, "/api/catalog").json["devices"]
    here = [device["id"] for device in devices["here"]]
    assert devices["default"] == here[0] == "cpu"
    made = http(base_url, "/api/sessions", method="POST", body={"device": "cuda"})
    if "cuda" in here:
        assert made.json["device"] == "cuda"
    else:
        assert (made.status, made.json["error"]["field"]) == (422, "device")


def test_previews(base_url: str) -> None:
    found = http(base_url, "/api/previews").json
    assert found.keys() == {entry.id for entry in distributions}
    for points in found.values():
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points)


def test_a_session_can_be_told_what_is_to_be_done_to_it(base_url: str) -> None:
    script = [[3, {"loss": {"id": "hinge"}}], [5, "generator", 2]]
    in_full = [[3, {"loss": {"id": "hinge", "params": {}}}], [5, "generator", 2]]
    made = http(base_url, "/api/sessions", method="POST", body={"script": script})
    assert made.status == 201
    assert made.json["script"] == {"start": {}, "entries": in_full}
    refused = http(base_url, "/api/sessions", method="POST", body={"script": [[3, {"seed": 1}]]})
    assert (refused.status, refused.json["error"]["field"]) == (422, "script.0.1")


def test_a_session_from_its_beginning_to_its_end(base_url: str) -> None:
    made = http(base_url, "/api/sessions", method="POST", body={"config": {"batch_size": 32}})
    assert made.status == 201
    path = f"/api/sessions/{made.json['id']}"
    assert made.json == http(base_url, path).json
    assert (made.json["config"]["batch_size"], made.json["status"]) == (32, "paused")
    document = http(base_url, f"{path}/model")
    assert document.headers["content-disposition"].startswith("attachment")
    length = int.from_bytes(document.body[:8], "little")
    metadata = json.loads(document.body[8 : 8 + length])["__metadata__"]
    assert json.loads(metadata["config"]) == made.json["config"]
    assert load(document.body)["steps"] == 0
    gone = http(base_url, path, method="DELETE")
    assert (gone.status, gone.body) == (204, b"")
    assert http(base_url, path, method="DELETE").status == 404


def test_everything_of_a_new_session_is_optional(base_url: str) -> None:
    for raw in (b"", b"{}", b'{"config": {}}'):
        assert http(base_url, "/api/sessions", method="POST", raw=raw).status == 201


REFUSED: list[tuple[bytes, str]] = [
    (b'{"config": {"batch_size": 0}}', "batch_size"),
    (b'{"config": {"g_optimizer": {"params": {"lr": NaN}}}}', "g_optimizer.params.lr"),
    (b'{"config": {"g_optimizer": {"params": {"lr": 1e999}}}}', "g_optimizer.params.lr"),
    (b'{"config": {"generator": {"params": {"width": 1000000000}}}}', "generator.params.width"),
    (b'{"config": {"batch_size": 1' + b"0" * 300 + b"}}", "batch_size"),
    (b'{"config": {"loss": {"id": "\\ud800"}}}', "loss.id"),
    (b'{"config": {"\\ud800": 1}}', "\ud800"),
    (b'{"config": []}', "config"),
    (b'{"konfig": {}}', "konfig"),
    (b"[]", "body"),
    (b"{", "body"),
    (b"\xff\xfe", "body"),
    (b"[" * 100_000, ""),
]


@pytest.mark.parametrize(("raw", "field"), REFUSED, ids=lambda value: repr(value)[:40])
def test_what_is_not_acceptable_is_refused_with_its_field(
    base_url: str, raw: bytes, field: str
) -> None:
    found = http(base_url, "/api/sessions", method="POST", raw=raw)
    assert found.status in (400, 422)
    error = found.json["error"]
    assert error.keys() == {"field", "expected", "got", "message"}
    assert error["field"] == field
    assert error["message"]


def test_a_saved_model_is_opened_in_another_session(base_url: str) -> None:
    one, other = (http(base_url, "/api/sessions", method="POST").json["id"] for _ in range(2))
    saved = http(base_url, f"/api/sessions/{one}/model").body
    path = f"/api/sessions/{other}/model"
    opened = http(base_url, path, method="PUT", raw=saved)
    assert (opened.status, opened.json["status"], opened.json["step"]) == (200, "paused", 0)
    assert opened.json["origin"]["kind"] == "file"
    assert opened.json == http(base_url, f"/api/sessions/{other}").json
    mine, its = load(saved), load(http(base_url, path).body)
    assert {k: v.tobytes() for k, v in its.items()} == {k: v.tobytes() for k, v in mine.items()}


def test_one_network_of_images_can_be_had_by_itself(base_url: str) -> None:
    config = {
        "scene": "image",
        "data": {"id": "digits"},
        "generator": stack(playground_dense_generator((1, 16, 16)), "he"),
        "discriminator": stack(playground_dense_discriminator(), "he"),
    }
    made = http(base_url, "/api/sessions", method="POST", body={"config": config})
    path = f"/api/sessions/{made.json['id']}/networks"
    found = http(base_url, f"{path}/discriminator")
    assert found.headers["content-disposition"].endswith('-discriminator.safetensors"')
    tensors = load(found.body)
    weights = sum(row["weights"] for row in made.json["layers"]["discriminator"])
    assert sum(tensor.size for tensor in tensors.values()) == weights
    assert all(name.startswith("discriminator.") for name in tensors)
    assert http(base_url, f"{path}/critic").json["error"]["field"] == "player"
    dots = http(base_url, "/api/sessions", method="POST").json["id"]
    refused = http(base_url, f"/api/sessions/{dots}/networks/generator")
    assert (refused.status, refused.json["error"]["field"]) == (422, "player")


def test_what_is_no_model_is_refused_over_http(base_url: str) -> None:
    session = http(base_url, "/api/sessions", method="POST").json["id"]
    path = f"/api/sessions/{session}/model"
    for raw in (b"", b"{}", b"\x80\x04pickle", b"x" * (2 << 20)):
        found = http(base_url, path, method="PUT", raw=raw)
        assert (found.status, found.json["error"]["field"]) == (422, "file")
    found = http(base_url, path, method="PUT", raw=b"x" * ((64 << 20) + 1))
    assert (found.status, found.json["error"]["field"]) == (413, "body")
    assert http(base_url, path, method="PUT", raw=b"", origin="http://evil.example").status == 403
    assert http(base_url, f"/api/sessions/{UNKNOWN}/model", method="PUT", raw=b"x").status == 404
    assert http(base_url, f"/api/sessions/{session}").json["origin"] is None


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        (f"/api/sessions/{UNKNOWN}", "GET", 404),
        (f"/api/sessions/{UNKNOWN}", "DELETE", 404),
        (f"/api/sessions/{UNKNOWN}/model", "GET", 404),
        ("/api/sessions/..%2f..%2fetc%2fpasswd", "GET", 404),
        ("/api/sessions/%00", "GET", 404),
        ("/api/catalog", "POST", 405),
        ("/api/nothing", "GET", 404),
        ("/nothing.js", "GET", 404),
        ("/..%2fpyproject.toml", "GET", 404),
        ("/../pyproject.toml", "GET", 404),
        ("/api/sessions", "GET", 404),
    ],
)
def test_wrong_turns(base_url: str, path: str, method: str, status: int) -> None:
    found = http(base_url, path, method=method)
    assert found.status == status
    assert found.json["error"]["message"]
    assert security_headers().items() <= found.headers.items()


def test_a_body_above_the_limit_is_refused(base_url: str) -> None:
    raw = json.dumps({"config": {"pad": "x" * (1 << 20)}}).encode()
    found = http(base_url, "/api/sessions", method="POST", raw=raw)
    assert (found.status, found.json["error"]["field"]) == (413, "body")
    assert security_headers().items() <= found.headers.items()


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
@pytest.mark.parametrize(("path", "method"), [("/api/sessions", "POST"), ("/api/login", "POST")])
def test_pages_of_others_and_nobody_change_nothing(
    base_url: str, path: str, method: str, origin: str | None
) -> None:
    found = http(base_url, path, method=method, body={}, origin=origin)
    assert (found.status, found.json["error"]["field"]) == (403, "origin")
    assert security_headers().items() <= found.headers.items()


def test_another_host_is_refused_even_the_page(base_url: str) -> None:
    for path in ("/", "/healthz", "/api/catalog"):
        found = http(base_url, path, headers={"host": "evil.example"})
        assert (found.status, found.json["error"]["field"]) == (403, "host")


WEB = Path(__file__).resolve().parents[2] / "web"
FILES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml",
         "woff2": "font/woff2"}  # fmt: skip


def test_the_page_and_all_its_files(base_url: str) -> None:
    found = http(base_url, "/")
    page = WEB / "bundle/index.html" if bundle_is_fresh(WEB) else WEB / "index.html"
    assert found.body == page.read_bytes()
    assert found.headers["content-type"].startswith("text/html")
    assert security_headers().items() <= found.headers.items()
    for suffix, kind in FILES.items():
        file = next(path for path in sorted(WEB.rglob(f"*.{suffix}")))
        path = f"/{file.relative_to(WEB).as_posix()}"
        found = http(base_url, path)
        assert (found.status, found.headers["content-type"].split(";")[0]) == (200, kind)
        assert found.headers["cache-control"] == "no-cache"
        again = http(base_url, path, headers={"if-none-match": found.headers["etag"]})
        assert (again.status, again.body) == (304, b"")


def test_the_page_is_sent_compressed(base_url: str) -> None:
    plain = http(base_url, "/src/main.js")
    packed = http(base_url, "/src/main.js", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert len(packed.body) < len(plain.body)
    assert gzip.decompress(packed.body) == plain.body


def test_answers_tell_nothing_of_the_server(base_url: str) -> None:
    assert "server" not in http(base_url, "/healthz").headers


def test_whatever_the_schema_allows_is_answered_as_promised(base_url: str) -> None:
    """Requests made up from the server's own OpenAPI document."""
    document: dict[str, Any] = http(base_url, "/api/openapi.json").json
    schema = schemathesis.openapi.from_dict(document)
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much]

    for operation in schema.get_all_operations():
        assert not isinstance(operation, Err)
        case_of = operation.ok().as_strategy()

        @settings(max_examples=8, deadline=None, database=None, suppress_health_check=quiet)
        @given(case_of)
        def check(case: schemathesis.Case[Any]) -> None:
            response = case.call(base_url=base_url, headers={"Origin": base_url})
            case.validate_response(response, checks=[not_a_server_error])
            if response.status_code == 201:
                http(base_url, f"/api/sessions/{response.json()['id']}", method="DELETE")

        check()
