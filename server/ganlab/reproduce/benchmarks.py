"""What the experiments on ring and grid share: the data, the pieces of recipes, the papers."""

from __future__ import annotations

from typing import Any

from ganlab.reproduce.experiment import Published

RING = {"id": "ring", "params": {"modes": 8, "radius": 1.0, "std": 0.01}}
GRID = {"id": "grid", "params": {"side": 5, "spacing": 2.0, "std": 0.05}}

PERFECT, EXACT = "a perfect sampler", "closed form, 1 − exp(−4.5)"
GDPP = "Elfeki et al. 2019, table 1"
VEEGAN = "Srivastava et al. 2017, table 1"
PACGAN = "Lin et al. 2018, table 1"

Config = dict[str, Any]


def mlp(**params: Any) -> Config:
    """A multilayer perceptron; `layers` come after the first hidden one."""
    return {"id": "mlp", "params": params}


def adam(lr: float, beta1: float = 0.5, beta2: float = 0.9) -> Config:
    """Adam with these constants."""
    return {"id": "adam", "params": {"lr": lr, "beta1": beta1, "beta2": beta2}}


def row(name: str, source: str, modes: str, high_quality: str) -> Published:
    """A row of a published table of modes and high-quality samples, as it was printed."""
    return Published(name, source, {"modes": modes, "high_quality": high_quality})
