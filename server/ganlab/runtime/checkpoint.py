"""Checkpoint: a run and how it was being played, as one safetensors document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from ganlab.gan.config import RunConfig
from ganlab.registry import ConfigError
from ganlab.runtime.origin import Origin
from ganlab.runtime.script import Script

MAX_BYTES = 64 << 20
MAX_HEADER_BYTES = 256 << 10
MAX_TENSORS = 512
MAX_SPEED = 100_000.0  # steps per second, as in `ganlab.protocol.Play`
MAX_TRAINED_S = 1e9

STATUSES = ("paused", "playing", "diverged")


@dataclass(frozen=True)
class Checkpoint:
    """All that a session needs to go on: `Game.state_dict()`, configuration, origin, script, status
    and speed, and for how many seconds it was trained.

    `speed` is in steps per second; None is as fast as it can. As bytes: the tensors of the state
    by name, and `config`, `origin`, `script`, `status`, `speed`, `trained`, `step` in the metadata.
    """

    config: RunConfig
    state: Mapping[str, Tensor]
    status: str
    speed: float | None
    origin: Origin | None = None
    script: Script | None = None  # None: it is not known what was done to the run
    trained_s: float = 0.0

    def to_bytes(self, **notes: str) -> bytes:
        """The safetensors document; `notes` are metadata for its readers, such as who made it."""
        metadata = {
            **notes,
            "format": "ganlab 1",
            "config": json.dumps(self.config.to_json()),
            "origin": json.dumps(None if self.origin is None else self.origin.to_json()),
            "script": json.dumps(None if self.script is None else self.script.to_json(self.config)),
            "status": self.status,
            "speed": json.dumps(self.speed),
            "trained": json.dumps(round(self.trained_s, 3)),
            "step": str(int(self.state["steps"])),
        }
        whole = {name: part.contiguous() for name, part in self.state.items()}  # kernels lie askew
        document: bytes = save(whole, metadata)
        return document

    @classmethod
    def from_bytes(cls, document: bytes) -> Checkpoint:
        """The checkpoint in a document, which may come from anywhere.

        Raises ConfigError saying what was expected. Whether the tensors fit the configuration is
        for `Game.load_state_dict` to say.
        """
        metadata = metadata_of(document)
        if "architecture" in metadata:
            raise ConfigError("file", "a whole model, not one network by itself", "one network")
        config = RunConfig.from_json(_json(metadata, "config"))
        status, speed = metadata.get("status"), _json(metadata, "speed")
        if status not in STATUSES:
            raise ConfigError("status", "one of " + ", ".join(STATUSES), status)
        if speed is not None and (type(speed) not in (int, float) or not 0 < speed <= MAX_SPEED):
            raise ConfigError("speed", "a number of steps per second or null", speed)
        trained = _json(metadata, "trained") or 0.0  # files of before do not say it
        if type(trained) not in (int, float) or not 0 <= trained <= MAX_TRAINED_S:
            raise ConfigError("trained", "a number of seconds", trained)
        origin = Origin.from_json(_json(metadata, "origin"))
        script = Script.from_json(_json(metadata, "script"), config)
        try:
            state = load(document)
        except SafetensorError as error:
            raise ConfigError("file", "whole safetensors", str(error)) from None
        return cls(config, state, status, speed, origin, script, float(trained))


def metadata_of(document: bytes) -> dict[str, str]:
    """The texts in the header of a document, which may come from anywhere. Raises ConfigError."""
    if not 8 <= len(document) <= MAX_BYTES:
        limit = f"safetensors of at most {MAX_BYTES >> 20} MiB"
        raise ConfigError("file", limit, f"{len(document)} bytes")
    length = int.from_bytes(document[:8], "little")
    if length > MAX_HEADER_BYTES:
        limit = f"safetensors with a header of at most {MAX_HEADER_BYTES >> 10} KiB"
        raise ConfigError("file", limit, f"{length} bytes")
    header = _read_json(document[8 : 8 + length], "file")
    if not isinstance(header, dict) or len(header) > MAX_TENSORS + 1:
        raise ConfigError("file", f"safetensors of at most {MAX_TENSORS} tensors", "others")
    metadata = header.get("__metadata__")
    if not isinstance(metadata, dict) or not all(isinstance(v, str) for v in metadata.values()):
        raise ConfigError("file", "a model that was saved by ganlab", "no metadata of it")
    return metadata


def _json(metadata: Mapping[str, str], name: str) -> Any:
    """The value in one text of the metadata; None without that text."""
    return _read_json(metadata.get(name, "null"), name)


def _read_json(text: str | bytes, field: str) -> Any:
    """JSON from outside: no name twice, no NaN, no depth that would exhaust the reader."""
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ConfigError(field, "well-formed JSON", str(error)) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) < len(pairs):
        raise ValueError("a name that stands twice")
    return names


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name}, which JSON does not have")
