"""Pretrained: weights that come with the lab, a file for each distribution of the plane and for
each preset of images.

The files are made by scripts/pretrain, which trains with the settings that stand in them. Those of
images are compact (`ganlab.runtime.compact`).
"""

from __future__ import annotations

import dataclasses
import functools
import json
from pathlib import Path
from typing import Any

from ganlab.gan.config import IMAGE, PLANE
from ganlab.gan.image.presets import image_presets
from ganlab.gan.plane.distributions import distributions
from ganlab.registry import ConfigError, Registry
from ganlab.runtime.checkpoint import Checkpoint, metadata_of
from ganlab.runtime.compact import expanded

FOLDER = Path(__file__).resolve().parents[1] / "pretrained"
SUFFIX = ".safetensors"

FACTS, REST = "facts", "rest"  # in a file's metadata: what is said of it, how it is filled in
_OF_SCENE: dict[str, Registry] = {PLANE: distributions, IMAGE: image_presets}


def ids(scene: str) -> list[str]:
    """What has a file, in the order of its registration."""
    found = {path.stem for path in FOLDER.glob(f"*{SUFFIX}")}
    return [entry.id for entry in _OF_SCENE[scene] if entry.id in found]


@functools.cache
def listing(scene: str) -> dict[str, dict[str, Any]]:
    """What there is: {id: {"step", and how good they are}}. On the plane that is "js_divergence"
    and its "floor", both in bits; of images "frechet_distance" and its "floor", both in percent,
    and "present": how many of the data's "classes" there are, each where the data allows it.
    """
    return {name: _facts(name) for name in ids(scene)}


def with_weights(catalog: dict[str, Any]) -> dict[str, Any]:
    """The catalog with what there is in each scene."""
    images = {**catalog["images"], "pretrained": listing(IMAGE)}
    return {**catalog, "images": images, "pretrained": listing(PLANE)}


def checkpoint_of(name: str) -> Checkpoint:
    """The weights of this id with their configuration. Raises ConfigError without them."""
    every = [*ids(PLANE), *ids(IMAGE)]
    if name not in every:
        raise ConfigError("pretrained", "one of " + (", ".join(every) or "none"), name)
    return read(_document(name))


def read(document: bytes) -> Checkpoint:
    """The checkpoint in a file, its state whole again."""
    found, rest = Checkpoint.from_bytes(document), metadata_of(document).get(REST)
    return found if rest is None else dataclasses.replace(found, state=expanded(found.state, rest))


def _document(name: str) -> bytes:
    return (FOLDER / f"{name}{SUFFIX}").read_bytes()


def _facts(name: str) -> dict[str, Any]:
    texts = metadata_of(_document(name))
    if FACTS in texts:
        return {"step": int(texts["step"]), **json.loads(texts[FACTS])}
    return {
        "step": int(texts["step"]),
        "js_divergence": float(texts["js_divergence"]),
        "floor": float(texts["floor"]),
    }
