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

MAX_BYTES = 64 << 20
MAX_HEADER_BYTES = 256 << 10
MAX_TENSORS = 512


@dataclass(frozen=True)
class Checkpoint:
    """All that a session needs to go on: `Game.state_dict()`, configuration, status, speed.

    `speed` is in steps per second; None is as fast as it can. As bytes: the tensors of the state
    by name, and `config`, `status`, `speed`, `step` in the metadata.
    """

    config: RunConfig
    state: Mapping[str, Tensor]
    status: str
    speed: float | None

    def to_bytes(self) -> bytes:
        """The safetensors document."""
        metadata = {
            "format": "ganlab 1",
            "config": json.dumps(self.config.to_json()),
            "status": self.status,
            "speed": json.dumps(self.speed),
            "step": str(int(self.state["steps"])),
        }
        document: bytes = save(dict(self.state), metadata)
        return document

    @classmethod
    def from_bytes(cls, document: bytes) -> Checkpoint:
        """The checkpoint in a document, which may come from anywhere.

        Raises ValueError (ConfigError among them) saying what was expected. Whether the tensors
        fit the configuration is for `Game.load_state_dict` to say.
        """
        metadata = _metadata(document)
        config = RunConfig.from_json(json.loads(metadata.get("config", "null")))
        status, speed = metadata.get("status"), json.loads(metadata.get("speed", "null"))
        if status not in ("paused", "playing", "diverged"):
            raise ValueError(f"status: expected paused, playing or diverged, got {status!r}")
        if speed is not None and not isinstance(speed, int | float):
            raise ValueError(f"speed: expected a number or null, got {speed!r}")
        try:
            state = load(document)
        except SafetensorError as error:
            raise ValueError(f"checkpoint: expected safetensors, got {error}") from None
        return cls(config, state, status, speed)


def _metadata(document: bytes) -> dict[str, str]:
    if not 8 <= len(document) <= MAX_BYTES:
        raise ValueError(f"checkpoint: expected 8 to {MAX_BYTES} bytes, got {len(document)}")
    length = int.from_bytes(document[:8], "little")
    if length > MAX_HEADER_BYTES:
        raise ValueError(f"header: expected at most {MAX_HEADER_BYTES} bytes, got {length}")
    header: Any = json.loads(document[8 : 8 + length])
    if not isinstance(header, dict) or len(header) > MAX_TENSORS + 1:
        raise ValueError(f"header: expected an object of at most {MAX_TENSORS} tensors")
    metadata: dict[str, str] = header.get("__metadata__", {})
    return metadata
