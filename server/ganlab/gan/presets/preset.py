"""Presets: configurations with a name, each with one sentence on what to watch.

An entry is a function without parameters that returns a partial configuration as JSON. `group` is
the heading under which the page lists it, `watch` the sentence, and `steps` after how many steps
the sight is complete. What a sentence promises is measured in tests/gan/test_presets.py.
"""

from __future__ import annotations

from typing import Any

from ganlab.registry import Registry

WORKING, FAILING, ORIGINALS = "Working", "Failing on purpose", "GAN Lab's own"


class Presets(Registry):
    """The registry of presets; its catalog carries each configuration."""

    def to_json(self) -> list[dict[str, Any]]:
        """The entries, with `config`, `group`, `watch` and `steps`."""
        return [{**entry.to_json(), "config": entry.function()} for entry in self]


presets = Presets("presets", "Preset")
preset = presets.register


def mlp(**params: Any) -> dict[str, Any]:
    """A network of the plane with these parameters."""
    return {"id": "mlp", "params": params}


def adam(lr: float, beta1: float = 0.5, beta2: float = 0.9) -> dict[str, Any]:
    """Adam with this rate; its moments are those of most presets."""
    return {"id": "adam", "params": {"lr": lr, "beta1": beta1, "beta2": beta2}}


def sgd(lr: float) -> dict[str, Any]:
    """Gradient descent with this rate."""
    return {"id": "sgd", "params": {"lr": lr}}


def r1_r2(weight: float) -> list[dict[str, Any]]:
    """Both of R1 and R2 with this weight."""
    return [{"id": name, "params": {"weight": weight}} for name in ("r1", "r2")]
