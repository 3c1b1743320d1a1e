"""The catalog: every registry and every field of a configuration in one JSON document.

The page builds its controls from it. Whatever is registered appears here, with no other edit.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from ganlab import __version__
from ganlab.gan.config import FIELDS, IMAGE, Field, RunConfig
from ganlab.gan.curves import loss_curves
from ganlab.gan.diagnosis.detectors import detectors
from ganlab.gan.image import standard
from ganlab.gan.image.datasets import datasets, inputs_of, names_of, shape_of
from ganlab.gan.image.detectors import image_detectors
from ganlab.gan.image.inspections import inspections
from ganlab.gan.image.instruments import examiner  # noqa: F401 -- it registers
from ganlab.gan.image.layers import layers
from ganlab.gan.image.metrics import image_metrics
from ganlab.gan.image.presets import image_presets
from ganlab.gan.instruments.examiner import instruments
from ganlab.gan.losses import losses
from ganlab.gan.plane.densities import densities
from ganlab.gan.plane.metrics import metrics
from ganlab.gan.presets import presets
from ganlab.registry import Entry, Registry

_OTHERS = (metrics, instruments, densities, detectors, presets, layers, image_metrics,
           image_presets, image_detectors, inspections)  # fmt: skip


def _pictures(entry: Entry) -> dict[str, Any]:
    """The shape of a data set's pictures, that of what each is made from if they are pairs, and the
    names of its classes, for the defaults; and the networks to begin with for that shape, of pairs
    also those that make one picture of the other. `forms` are the same networks for every other
    shape, with the parameters that give it.
    """
    if any(p.kind == "key" for p in entry.params.values()):
        return {}  # whichever images it is the key of
    params = entry.fill({})
    inputs = inputs_of(entry, params)
    return {
        "inputs": inputs and list(inputs),
        "classes": list(names_of(entry, params)),
        **_form(entry, params),
        "forms": [{"params": some, **_form(entry, {**params, **some})} for some in _shaping(entry)],
    }


def _form(entry: Entry, params: dict[str, Any]) -> dict[str, Any]:
    shape, inputs = shape_of(entry, params), inputs_of(entry, params)
    return {
        "shape": list(shape),
        "networks": standard.networks(shape),
        "pair_networks": inputs and standard.pair_networks(shape),
    }


def _shaping(entry: Entry) -> list[dict[str, Any]]:
    """Every choice of those parameters that the shape of a data set's pictures depends on."""
    usual = entry.fill({})
    values = {
        name: [*p.choices] if p.choices else [False, True]
        for name, p in entry.params.items()
        if p.kind in ("choice", "bool")
    }
    shaping = {
        name: each
        for name, each in values.items()
        if len({shape_of(entry, {**usual, name: value}) for value in each}) > 1
    }
    rounds = itertools.product(*shaping.values()) if shaping else ()
    return [dict(zip(shaping, some, strict=True)) for some in rounds]


# What the entries of a registry have besides what they were registered with.
_MORE: dict[str, Callable[[Entry], dict[str, Any]]] = {
    losses.name: lambda entry: {"curves": loss_curves(entry)},
    datasets.name: _pictures,
}


def catalog() -> dict[str, Any]:
    """{"version", "fields", "registries", "defaults", "images"}: "defaults" is the configuration of
    the plane, "images" has what is another in the scene of images: {"fields": {field: registry},
    "metrics", "presets", "detectors": registries, "defaults"}.
    """
    of_images = {f.name: f.pictures for f in FIELDS.values() if f.pictures is not None}
    registries = [f.registry for f in FIELDS.values() if f.registry is not None]
    return {
        "version": __version__,
        "fields": [_field(f) for f in FIELDS.values()],
        "registries": {r.name: _entries(r) for r in (*registries, *of_images.values(), *_OTHERS)},
        "defaults": RunConfig.from_json().to_json(),
        "images": {
            "fields": {name: registry.name for name, registry in of_images.items()},
            "metrics": image_metrics.name,
            "presets": image_presets.name,
            "detectors": image_detectors.name,
            "defaults": RunConfig.from_json({"scene": IMAGE}).to_json(),
        },
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
