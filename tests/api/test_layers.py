"""POST /api/layers/check: what a person who builds a network is told, and what is refused."""

import json
from typing import Any

import pytest

from ganlab.gan.image.plan import MOST_LAYERS
from tests.api.visitor import Answer, http

PATH = "/api/layers/check"
HALVED = {"id": "conv", "params": {"channels": 8, "kernel": 4, "stride": 2, "padding": 1}}
FLAT = [HALVED, {"id": "flatten"}, {"id": "dense", "params": {"units": 1}}]
PICTURE = [1, 28, 28]


def ask(url: str, **body: Any) -> Answer:
    return http(url, PATH, method="POST", body={"inputs": PICTURE, **body})


def test_layers_that_fit_come_back_with_their_shapes_and_numbers_of_weights(base_url: str) -> None:
    found = ask(base_url, layers=FLAT, outputs=[1], labels=2)
    assert found.status == 200
    assert found.json["problem"] is None
    assert [(row["input"], row["output"], row["weights"]) for row in found.json["layers"]] == [
        ([3, 28, 28], [8, 14, 14], 3 * 8 * 16 + 8),
        ([8, 14, 14], [1568], 0),
        ([1568], [1], 1569),
    ]
    assert found.json["weights"] == sum(row["weights"] for row in found.json["layers"])


PROBLEMS: list[tuple[dict[str, Any], int, str, str]] = [
    ({"layers": [HALVED, {"id": "dense"}]}, 1, "", "flatten them before it"),
    ({"layers": [HALVED], "outputs": [1]}, 0, "", "puts out 8 channels of 14×14 pixels instead"),
    ({"layers": [HALVED], "outputs": [1, 0, 0]}, 0, "", "or 1 for each patch, as one channel"),
    ({"layers": [HALVED, {"id": "conv", "params": {"kernel": 99}}]}, 1, "params.kernel", "99"),
    ({"layers": [{"id": "conv", "params": {"channels": 10**15}}]}, 0, "params.channels", "4096"),
    ({"layers": [HALVED, {"id": "magic"}]}, 1, "id", "magic"),
    ({"layers": [HALVED, 3]}, 1, "", "id"),
    ({"layers": []}, 0, "", "at least one layer"),
    ({"layers": [{"id": "relu"}] * (MOST_LAYERS + 1)}, MOST_LAYERS, "", "at most 40"),
    ({"layers": [{"id": "dense", "params": {"units": 16384}}] * 2, "inputs": [16384]}, 0, "",
     "weights"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "layer", "field", "reason"), PROBLEMS)
def test_the_layer_that_does_not_fit_is_named_with_the_reason(
    base_url: str, body: dict[str, Any], layer: int, field: str, reason: str
) -> None:
    found = ask(base_url, **body)
    problem = found.json["problem"]
    assert (found.status, problem["layer"], problem["field"]) == (200, layer, field)
    assert reason in problem["reason"]
    kept = len(found.json["layers"])  # what goes before it is still shown
    assert kept in (layer, layer + 1)


def test_verdicts_on_patches_may_be_of_any_size(base_url: str) -> None:
    patches = [HALVED, {"id": "conv", "params": {"channels": 1}}]
    for layers in (FLAT, patches):
        assert ask(base_url, layers=layers, outputs=[1, 0, 0]).json["problem"] is None


REFUSED: list[tuple[bytes, str]] = [
    (b'{"inputs": [64]}', "layers"),
    (b'{"layers": []}', "inputs"),
    (b'{"layers": {}, "inputs": [64]}', "layers"),
    (b'{"layers": [], "inputs": [8, 8]}', "inputs"),
    (b'{"layers": [], "inputs": [0]}', "inputs.0"),
    (b'{"layers": [], "inputs": [65537]}', "inputs.0"),
    (b'{"layers": [], "inputs": ["64"]}', "inputs.0"),
    (b'{"layers": [], "inputs": [64], "outputs": [1, 1]}', "outputs"),
    (b'{"layers": [], "inputs": [64], "labels": -1}', "labels"),
    (b'{"layers": [], "inputs": [64], "code": 1}', "code"),
    (b'{"layers": [' + b"1," * 1000 + b'1], "inputs": [64]}', "layers"),
    (b"[]", "body"),
]


@pytest.mark.parametrize(("raw", "field"), REFUSED, ids=lambda value: repr(value)[:40])
def test_what_is_no_question_is_refused_with_its_field(
    base_url: str, raw: bytes, field: str
) -> None:
    found = http(base_url, PATH, method="POST", raw=raw)
    error = found.json["error"]
    assert (found.status, error["field"]) == (422, field)
    assert error["expected"]


def test_strange_characters_are_quoted_back(base_url: str) -> None:
    raw = b'{"layers": [{"id": "\\ud800"}], "inputs": [64]}'
    assert http(base_url, PATH, method="POST", raw=raw).json["problem"]["field"] == "id"


def test_pages_of_others_are_told_nothing(base_url: str) -> None:
    body = {"layers": FLAT, "inputs": PICTURE}
    for origin in ("http://evil.example", None):
        assert http(base_url, PATH, method="POST", body=body, origin=origin).status == 403
    big = json.dumps({**body, "pad": "x" * (1 << 20)}).encode()
    assert http(base_url, PATH, method="POST", raw=big).status == 413


def test_a_session_says_what_its_networks_are_built_for(base_url: str) -> None:
    config = {"scene": "image", "model": {"id": "conditional"}}
    made = http(base_url, "/api/sessions", method="POST", body={"config": config})
    assert made.status == 201, made.body
    state = made.json
    for player in ("generator", "discriminator"):
        layers = state["config"][player]["params"]["layers"]
        found = ask(base_url, layers=layers, **state["built_for"][player])
        assert (found.json["problem"], found.json["layers"]) == (None, state["layers"][player])
    assert state["built_for"]["discriminator"] == {
        "inputs": PICTURE, "labels": 10, "outputs": [1],
    }  # fmt: skip
    http(base_url, f"/api/sessions/{state['id']}", method="DELETE")
