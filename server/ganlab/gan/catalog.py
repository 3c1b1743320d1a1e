"""The catalog: every registry and every field of a configuration in one JSON document.

The page builds its controls from it. Whatever is registered appears here, with no other edit.
"""

from __future__ import annotations

from typing import Any

from ganlab import __version__
from ganlab.gan.config import FIELDS, Field, RunConfig
from ganlab.gan.plane.metrics import metrics
from ganlab.gan.presets import presets

_OTHERS = (metrics, presets)


def catalog() -> dict[str, Any]:
    """{"version", "fields", "registries", "defaults"}; see `ganlab.protocol` for the shapes."""
    registries = [f.registry for f in FIELDS.values() if f.registry is not None]
    return {
        "version": __version__,
        "fields": [_field(f) for f in FIELDS.values()],
        "registries": {r.name: r.to_json() for r in (*registries, *_OTHERS)},
        "defaults": RunConfig.from_json().to_json(),
    }


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
