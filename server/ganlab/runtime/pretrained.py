"""Pretrained: weights that come with the lab, a checkpoint for each distribution.

The files are made by scripts/pretrain, which trains with the settings that stand in them.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from ganlab.gan.plane.distributions import distributions
from ganlab.registry import ConfigError
from ganlab.runtime.checkpoint import Checkpoint, metadata_of

FOLDER = Path(__file__).resolve().parents[1] / "pretrained"
SUFFIX = ".safetensors"


def ids() -> list[str]:
    """The distributions that have a file, in the order of their registration."""
    found = {path.stem for path in FOLDER.glob(f"*{SUFFIX}")}
    return [entry.id for entry in distributions if entry.id in found]


@functools.cache
def listing() -> dict[str, dict[str, Any]]:
    """What there is: {distribution id: {"step", "js_divergence", "floor"}}, both in bits."""
    return {name: _facts(name) for name in ids()}


def checkpoint_of(distribution: str) -> Checkpoint:
    """The weights for a distribution with their configuration. Raises ConfigError without them."""
    if distribution not in ids():
        known = "one of " + (", ".join(ids()) or "none")
        raise ConfigError("pretrained", known, distribution)
    return Checkpoint.from_bytes(_document(distribution))


def _document(distribution: str) -> bytes:
    return (FOLDER / f"{distribution}{SUFFIX}").read_bytes()


def _facts(distribution: str) -> dict[str, Any]:
    texts = metadata_of(_document(distribution))
    return {
        "step": int(texts["step"]),
        "js_divergence": float(texts["js_divergence"]),
        "floor": float(texts["floor"]),
    }
