"""Presets: configurations with a name, each with one sentence on what to watch.

An entry is a function without parameters that returns a partial configuration as JSON.
"""

from __future__ import annotations

from typing import Any

from ganlab.registry import Registry


class Presets(Registry):
    """The registry of presets; its catalog carries each configuration."""

    def to_json(self) -> list[dict[str, Any]]:
        """The entries, with `config` and `steps`, after how many steps the sight is complete."""
        return [{**entry.to_json(), "config": entry.function()} for entry in self]


presets = Presets("presets", "Preset")
preset = presets.register


def _adam(lr: float, beta1: float = 0.5, beta2: float = 0.9) -> dict[str, Any]:
    return {"id": "adam", "params": {"lr": lr, "beta1": beta1, "beta2": beta2}}


@preset(
    "Ring, all modes",
    watch="The fakes first spread, then split into eight groups: all 8 modes are covered.",
    steps=3000,
)
def ring_all_modes() -> dict[str, Any]:
    """Eight Gaussians on a ring, learned completely: R1 and R2 hold the discriminator's slope down
    while Fourier features let it see small details.
    """
    return {
        "data": {"id": "ring"},
        "scaling": {"id": "standard"},
        "prior": {"id": "gaussian"},
        "generator": {"id": "mlp", "params": {"layers": 1, "width": 128}},
        "discriminator": {"id": "mlp", "params": {"layers": 1, "width": 128, "fourier": 4}},
        "loss": {"id": "non_saturating"},
        "regularizers": [
            {"id": "r1", "params": {"weight": 0.02}},
            {"id": "r2", "params": {"weight": 0.02}},
        ],
        "d_optimizer": _adam(0.001),
        "g_optimizer": _adam(0.001),
        "batch_size": 128,
        "g_ema": 0.99,
    }
