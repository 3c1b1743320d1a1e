"""Commands in, events and frames out: every form, every refusal."""

import json
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganlab import protocol
from ganlab.gan.plane.snapshot import ARRAYS
from ganlab.protocol import (
    COMMANDS,
    CommandError,
    decode_frame,
    encode_frame,
    error_event,
    read_command,
    request_of,
    to_text,
)
from ganlab.registry import ConfigError

ACCEPTED: list[dict[str, Any]] = [
    {"type": "play"},
    {"type": "play", "speed": None},
    {"type": "play", "speed": 60},
    {"type": "pause", "request": 7},
    {"type": "step"},
    {"type": "step", "player": "generator", "count": 1000},
    {"type": "phase"},
    {"type": "configure", "changes": {"batch_size": 64, "loss": {"id": "hinge"}}},
    {"type": "configure", "changes": {}, "anew": True},
    {"type": "load", "pretrained": "ring"},
    {"type": "reset"},
    {"type": "reset", "seed": 2**32 - 1},
    {"type": "seek", "step": 0},
    {"type": "view", "arrays": ["real", "fake"], "grid": 8, "fps": 60, "raw": True},
    {"type": "view"},
    {"type": "view", "units": {"player": "generator", "layer": 2}},
    {"type": "view", "units": None},
    {"type": "view", "density": {"id": "gaussian_mixture", "params": {"components": 3}}},
    {"type": "view", "density": None},
    {"type": "inspect", "id": "walk", "params": {"picks": [0, 5]}},
    {"type": "ack", "frame": 12},
]

# (message, command, field) of what must be refused
REFUSED = [
    ("", None, ""),
    ("junk", None, ""),
    ("[1, 2]", None, ""),
    ("null", None, ""),
    ("3", None, ""),
    ("[" * 60_000, None, ""),
    (b"\xff\xfe\x00", None, ""),
    ("{}", None, "type"),
    ('{"type": "explode"}', None, "type"),
    ('{"type": ["play"]}', None, "type"),
    ('{"type": "pause", "now": true}', "pause", "now"),
    ('{"type": "pause", "request": -1}', "pause", "request"),
    ('{"type": "pause", "request": 1.5}', "pause", "request"),
    ('{"type": "play", "speed": NaN}', "play", "speed"),
    ('{"type": "play", "speed": 1e999}', "play", "speed"),
    ('{"type": "play", "speed": "10"}', "play", "speed"),
    ('{"type": "play", "speed": 0}', "play", "speed"),
    ('{"type": "step", "count": 0}', "step", "count"),
    ('{"type": "step", "count": 1001}', "step", "count"),
    ('{"type": "step", "count": true}', "step", "count"),
    ('{"type": "step", "player": "referee"}', "step", "player"),
    ('{"type": "configure"}', "configure", "changes"),
    ('{"type": "configure", "changes": []}', "configure", "changes"),
    ('{"type": "configure", "changes": {"batch_size": 1' + "0" * 400 + "}}", "configure",
     "batch_size"),
    ('{"type": "configure", "changes": {}, "anew": 1}', "configure", "anew"),
    ('{"type": "load"}', "load", "pretrained"),
    ('{"type": "load", "pretrained": null}', "load", "pretrained"),
    ('{"type": "load", "pretrained": "' + "x" * 81 + '"}', "load", "pretrained"),
    ('{"type": "reset", "seed": 4294967296}', "reset", "seed"),
    ('{"type": "seek"}', "seek", "step"),
    ('{"type": "view", "grid": 1000000000}', "view", "grid"),
    ('{"type": "view", "arrays": ["real", "secrets"]}', "view", "arrays.1"),
    ('{"type": "view", "units": 3}', "view", "units"),
    ('{"type": "view", "units": {"player": "referee", "layer": 1}}', "view", "units.player"),
    ('{"type": "view", "units": {"player": "generator", "layer": 0}}', "view", "units.layer"),
    ('{"type": "view", "units": {"player": "generator", "layer": "1"}}', "view", "units.layer"),
    ('{"type": "view", "units": {"player": "generator"}}', "view", "units.layer"),
    ('{"type": "inspect"}', "inspect", "id"),
    ('{"type": "inspect", "id": "walk", "params": [0]}', "inspect", "params"),
    ('{"type": "ack", "frame": -3}', "ack", "frame"),
]  # fmt: skip


@pytest.mark.parametrize("document", ACCEPTED, ids=json.dumps)
def test_commands_are_read(document: dict[str, Any]) -> None:
    command = read_command(json.dumps(document))
    assert command.model_dump(exclude_unset=True) == document


def test_every_command_is_among_those_tested() -> None:
    assert {d["type"] for d in ACCEPTED} == set(COMMANDS)


@pytest.mark.parametrize(("message", "command", "field"), REFUSED)
def test_refusals_name_command_and_field(
    message: str | bytes, command: str | None, field: str
) -> None:
    with pytest.raises(CommandError) as refused:
        read_command(message)
    assert (refused.value.command, refused.value.field) == (command, field)
    assert refused.value.expected


@given(st.one_of(st.text(max_size=200), st.binary(max_size=200)))
def test_junk_is_refused_and_nothing_else_happens(message: str | bytes) -> None:
    with pytest.raises(CommandError):
        read_command(message)
    request_of(message)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=10,
    ),
    st.sampled_from(sorted(COMMANDS)),
    st.sampled_from(["speed", "count", "player", "changes", "seed", "step", "grid", "request"]),
)
def test_any_value_in_any_field_is_read_or_refused(value: Any, kind: str, field: str) -> None:
    try:
        read_command(json.dumps({"type": kind, field: value}))
    except CommandError as error:
        to_text(error_event(error, command=error.command, request=None))


def test_an_error_event_says_what_was_expected_and_what_holds() -> None:
    error = ConfigError("loss.params.weight", "a number above 0", -3)
    event = error_event(error, command="configure", request=4, still="Still using 0.001.")
    assert event == {
        "type": "error",
        "command": "configure",
        "field": "loss.params.weight",
        "expected": "a number above 0",
        "got": "-3",
        "message": "Must be a number above 0. Still using 0.001.",
        "request": 4,
    }
    assert "request" not in error_event(error, command=None, request=None)


@pytest.mark.parametrize(
    ("message", "request_number"),
    [
        ('{"type": "explode", "request": 9}', 9),
        ('{"request": "9"}', None),
        ('{"request": -9}', None),
        ("[9]", None),
        ("junk", None),
    ],
)
def test_the_request_of_a_bad_command_is_found(message: str, request_number: int | None) -> None:
    assert request_of(message) == request_number


def test_array_names_are_those_of_the_snapshot() -> None:
    assert set(get_args(protocol.ArrayName)) == set(ARRAYS)


def test_frames_come_back_as_they_were() -> None:
    arrays: dict[str, protocol.Array] = {
        "real": np.arange(12, dtype=np.float16).reshape(6, 2),
        "d_grid": np.arange(9, dtype=np.uint8).reshape(3, 3),
        "manifold": np.zeros((2, 2, 2), np.float16),
    }
    metadata = {"frame": 3, "step": 12, "status": "playing", "metrics": {"js": 0.5}}
    found, texts = decode_frame(encode_frame(arrays, metadata))
    assert found.keys() == arrays.keys()
    for name, array in arrays.items():
        assert found[name].dtype == array.dtype
        np.testing.assert_array_equal(found[name], array)
    assert texts == {"frame": "3", "step": "12", "status": "playing", "metrics": '{"js": 0.5}'}


def test_arrays_of_a_frame_are_aligned_for_typed_views() -> None:
    frame = encode_frame(
        {"d_grid": np.zeros(3, np.uint8), "real": np.zeros((5, 2), np.float16)}, {"step": 1}
    )
    length = int.from_bytes(frame[:8], "little")
    header = json.loads(frame[8 : 8 + length])
    assert (8 + length + header["real"]["data_offsets"][0]) % 2 == 0


@pytest.mark.parametrize("junk", [b"", b"short", b"\xff" * 64, b"\x08" + b"\0" * 7 + b"not json"])
def test_what_is_no_frame_is_refused(junk: bytes) -> None:
    with pytest.raises(ValueError, match="frame: expected"):
        decode_frame(junk)


def test_events_are_json_that_a_browser_reads() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_text({"value": float("nan")})
    assert to_text({"text": "\ud800"}).isascii()
