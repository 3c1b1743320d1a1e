"""The catalog: every registry and every field of a configuration in one JSON document.

The page builds its controls from it. Whatever is registered appears here, with no other edit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ganlab import __version__
from ganlab.gan.config import FIELDS, Field, RunConfig
from ganlab.gan.curves import loss_curves
from ganlab.gan.diagnosis.detectors import detectors
from ganlab.gan.image.datasets import datasets, names_of, shape_of
from ganlab.gan.image.layers import layers
from ganlab.gan.image.scalings import image_scalings
from ganlab.gan.instruments.examiner import instruments
from ganlab.gan.losses import losses
from ganlab.gan.plane.densities import densities
from ganlab.gan.plane.metrics import metrics
from ganlab.gan.presets import presets
from ganlab.registry import Entry, Registry

_OTHERS = (metrics, instruments, densities, detectors, presets, layers, datasets, image_scalings)


def _pictures(entry: Entry) -> dict[str, Any]:
    """The shape of a data set's pictures and the names of its classes, for the defaults."""
    params = entry.fill({})
    return {"shape": list(shape_of(entry, params)), "classes": list(names_of(entry, params))}


# What the entries of a registry have besides what they were registered with.
_MORE: dict[str, Callable[[Entry], dict[str, Any]]] = {
    losses.name: lambda entry: {"curves": loss_curves(entry)},
    datasets.name: _pictures,
}


def catalog() -> dict[str, Any]:
    """{"version", "fields", "registries", "defaults"}; see `ganlab.protocol` for the shapes."""
    registries = [f.registry for f in FIELDS.values() if f.registry is not None]
    return {
        "version": __version__,
        "fields": [_field(f) for f in FIELDS.values()],
        "registries": {r.name: _entries(r) for r in (*registries, *_OTHERS)},
        "defaults": RunConfig.from_json().to_json(),
    }


def _entries(registry: Registry) -> list[dict[str, Any]]:
    more = _MORE.get(registry.name)
    if more is None:
        return registry.to_json()
    both = zip(registry.to_json(), registry, strict=True)
    return [{**words, **more(entry)} for words, entry in both]


def _field(f: Field) -> dict[str, Any]:
    return {
        "name": f.name,
        "label": f.label,
        "help": f.help,
        "live": f.live,
        "registry": f.registry.name if f.registry is not None else None,
        "list": f.several,
        "param": f.param.to_json(f.name) if f.param is not None else None,
    }
