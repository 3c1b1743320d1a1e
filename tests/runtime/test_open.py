"""Opening a saved model: it goes on to the byte, and what is no such model changes nothing."""

import json
import struct
from typing import Any

import pytest
import torch
from safetensors.torch import load, save

from ganlab.registry import ConfigError
from ganlab.runtime.checkpoint import MAX_BYTES, MAX_HEADER_BYTES
from tests.runtime.conftest import Driver


def parts(document: bytes) -> tuple[dict[str, Any], bytes]:
    """(header, arrays) of a document."""
    length = int.from_bytes(document[:8], "little")
    return json.loads(document[8 : 8 + length]), document[8 + length :]


def with_header(header: str | bytes, arrays: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else header.encode()
    return struct.pack("<Q", len(text)) + text + arrays


def altered(document: bytes, metadata: dict[str, str], **tensors: torch.Tensor | None) -> bytes:
    """The document with other texts and tensors; None takes one away."""
    header, _ = parts(document)
    state = {k: v for k, v in {**load(document), **tensors}.items() if v is not None}
    return save(state, {**header["__metadata__"], **metadata})


@pytest.fixture
def saved(driver: Driver) -> bytes:
    driver.do(type="step", count=25)
    return driver.session.checkpoint()


def test_the_next_100_steps_are_the_same_to_the_byte(drive, driver: Driver, saved: bytes) -> None:
    other = drive(data={"id": "grid"}, loss={"id": "hinge"})
    other.session.open(saved)
    assert other.bytes() == driver.bytes()
    for each in (driver, other):
        each.do(type="step", count=100)
    assert other.bytes() == driver.bytes()


def test_everybody_is_told_and_shown(driver: Driver, saved: bytes) -> None:
    driver.session.join(2, {})
    driver.say(type="play")
    driver.log.clear()
    driver.session.open(saved)
    for viewer in (1, 2):
        (state,) = driver.log.events(viewer)
        assert (state["status"], state["step"]) == ("paused", 25)
        assert state["origin"] == {"kind": "file", "id": state["origin"]["id"], "step": 25}
        assert driver.log.frames(viewer)[0]["step"] == "25"


def test_its_past_begins_with_it_and_a_reset_begins_at_0(driver: Driver, saved: bytes) -> None:
    driver.session.open(saved)
    driver.do(type="step", count=3)
    (refusal,) = driver.do(type="seek", step=24, request=1)
    assert "a step from 25 to 28" in refusal["message"]
    state, *_ = driver.do(type="reset")
    assert (state["step"], state["origin"]) == (0, None)


def test_two_files_are_two_origins(driver: Driver, saved: bytes) -> None:
    driver.session.open(saved)
    first = driver.session.run.origin
    driver.session.open(saved)
    assert driver.session.run.origin == first
    driver.session.open(driver.session.checkpoint())
    assert driver.session.run.origin != first


def test_the_origin_outlives_a_restart(driver: Driver, saved: bytes) -> None:
    driver.session.open(saved)
    document = driver.session.checkpoint()
    again = type(driver.session).restored("b" * 20, document, driver.log.send)
    assert again.run.origin == driver.session.run.origin is not None


DEEP = "[" * 100_000


def hostile() -> dict[str, tuple[Any, str]]:
    """Name → (what makes a bad document of a good one, words of its refusal)."""
    bias = "generator.weights.0.bias"
    wide = json.dumps({"generator": {"params": {"width": 9}}})

    def duplicate(document: bytes) -> bytes:
        header, arrays = parts(document)
        text = json.dumps(header)
        return with_header(text[:-1] + ', "steps": ' + json.dumps(header["steps"]) + "}", arrays)

    def crowd(document: bytes) -> bytes:
        extra = {f"extra.{k}": torch.zeros(1) for k in range(600)}
        return altered(document, {}, **extra)

    def shifted(document: bytes) -> bytes:
        header, arrays = parts(document)
        header["streams"]["data_offsets"][0] = 0
        return with_header(json.dumps(header), arrays)

    return {
        "empty": (lambda _: b"", "file: expected safetensors"),
        "a pickle": (lambda _: b"\x80\x04\x95" + b"." * 200, "header of at most 256 KiB"),
        "cut short": (lambda d: d[:-1], "whole safetensors"),
        "too long": (lambda d: d + b"x", "whole safetensors"),
        "too large": (lambda d: d.ljust(MAX_BYTES + 1), "at most 64 MiB"),
        "a huge header": (lambda d: struct.pack("<Q", 2**63) + d[8:], "of at most 256 KiB"),
        "a long header": (lambda _: with_header(" " * (MAX_HEADER_BYTES + 1)), "at most 256 KiB"),
        "no JSON": (lambda _: with_header("{"), "file: expected well-formed JSON"),
        "no object": (lambda _: with_header("[]"), "file: expected safetensors"),
        "a deep header": (lambda _: with_header(DEEP), "well-formed JSON"),
        "no metadata": (lambda d: save(load(d)), "a model that was saved by ganlab"),
        "numbers in it": (lambda _: with_header('{"__metadata__": {"a": 1}}'), "saved by ganlab"),
        "a name twice": (duplicate, "a name that stands twice"),
        "too many tensors": (crowd, "at most 512 tensors"),
        "overlapping arrays": (shifted, "whole safetensors"),
        "an unknown tensor": (lambda d: altered(d, {}, evil=torch.zeros(1)), "unknown evil"),
        "a missing tensor": (lambda d: altered(d, {}, steps=None), "missing steps"),
        "a wrong shape": (lambda d: altered(d, {}, **{bias: torch.zeros(9)}), bias),
        "a wrong type": (lambda d: altered(d, {}, **{bias: torch.zeros(8).double()}), bias),
        "NaN": (lambda d: altered(d, {}, **{bias: torch.full((8,), torch.nan)}), "finite"),
        "an infinity": (lambda d: altered(d, {}, **{bias: torch.full((8,), torch.inf)}), "finite"),
        "a step below 0": (lambda d: altered(d, {}, steps=torch.tensor(-5)), "steps: expected"),
        "no configuration": (lambda d: altered(d, {"config": "null"}), "config: expected"),
        "another's networks": (lambda d: altered(d, {"config": wide}), "expected"),
        "an unknown field": (lambda d: altered(d, {"config": '{"evil": 1}'}), "evil: expected one"),
        "a wild value": (lambda d: altered(d, {"config": '{"batch_size": 1e9}'}), "batch_size"),
        "NaN in it": (lambda d: altered(d, {"config": '{"g_ema": NaN}'}), "NaN"),
        "a deep configuration": (lambda d: altered(d, {"config": DEEP}), "config: expected well"),
        "a field twice": (lambda d: altered(d, {"config": '{"seed":1,"seed":2}'}), "twice"),
        "a wild origin": (lambda d: altered(d, {"origin": '{"kind":"x"}'}), "origin: expected"),
        "a wild speed": (lambda d: altered(d, {"speed": "-1"}), "speed: expected"),
        "a wild status": (lambda d: altered(d, {"status": "flying"}), "status: expected"),
    }


@pytest.mark.parametrize("name", hostile())
def test_what_is_no_model_is_refused_and_changes_nothing(
    driver: Driver, saved: bytes, name: str
) -> None:
    spoil, words = hostile()[name]
    before, run = driver.bytes(), driver.session.run
    driver.log.clear()
    with pytest.raises(ConfigError) as refused:
        driver.session.open(spoil(saved))
    assert words in str(refused.value)
    assert driver.session.run is run
    assert driver.bytes() == before
    assert driver.log.entries == []
