"""The games that the detectors are held against: named recipes, from sound ones to broken ones.

What a run has is not read off its name: it is measured, see `scripts.diagnosis_truth`.
"""

from __future__ import annotations

import math
from typing import Any

import torch

STEPS = 2000  # the second half is judged
SEEDS = range(11, 19)  # those that are reported; thresholds were chosen on seeds 1 and 2
EVERY = 100  # steps between two readings

Recipe = dict[str, Any]


def _mlp(**params: Any) -> Recipe:
    return {"id": "mlp", "params": params}


def _adam(lr: float, beta1: float = 0.5, beta2: float = 0.9) -> Recipe:
    return {"id": "adam", "params": {"lr": lr, "beta1": beta1, "beta2": beta2}}


def _sgd(lr: float) -> Recipe:
    return {"id": "sgd", "params": {"lr": lr}}


def _rule(name: str, **params: float) -> Recipe:
    return {"id": name, "params": params}


def _r1_r2(weight: float) -> list[Recipe]:
    return [_rule("r1", weight=weight), _rule("r2", weight=weight)]


def _data(name: str, **params: Any) -> Recipe:
    return {"id": name, "params": params}


def spots(count: int, seed: int) -> list[list[float]]:
    """Points of a round Gaussian: what a generator that does not memorize would fill."""
    drawn = 0.5 * torch.randn(count, 2, generator=torch.Generator().manual_seed(seed))
    return [[round(v, 4) for v in point] for point in drawn.double().tolist()]


def circle(count: int, turned: float = 0.0) -> list[list[float]]:
    """Points evenly spaced on a circle, turned by a part of their spacing."""
    angles = [2 * math.pi * (k + turned) / count for k in range(count)]
    return [[round(math.cos(a), 4), round(math.sin(a), 4)] for a in angles]


_SMALL: Recipe = {"generator": _mlp(width=48), "discriminator": _mlp(width=48)}
_SHARP: Recipe = {
    "generator": _mlp(layers=1, width=64),
    "discriminator": _mlp(layers=1, width=64, fourier=3),
    "g_ema": 0.99,
}
_COLLAPSING: Recipe = {
    "generator": _mlp(layers=1, width=128),
    "discriminator": _mlp(layers=0, width=32, activation="relu"),
    "d_optimizer": _adam(0.001, 0.9, 0.999),
    "g_optimizer": _adam(0.001, 0.9, 0.999),
    "g_steps": 2,
}
_SURE_D: Recipe = {
    **_SHARP,
    "loss": {"id": "minimax"},
    "d_optimizer": _adam(0.002),
    "d_steps": 3,
    "g_optimizer": _sgd(0.001),
    "g_ema": 0.0,
}
_SLOW_G: Recipe = {**_SHARP, "g_optimizer": _adam(0.00001), "d_steps": 2}
_UNBOUND: Recipe = {**_SMALL, "loss": {"id": "wasserstein"}}

SOUND: dict[str, Recipe] = {
    "ring, R1 and R2": {**_SHARP, "regularizers": _r1_r2(0.02)},
    "ring, hinge": {**_SHARP, "loss": {"id": "hinge"}, "regularizers": _r1_r2(0.05)},
    "ring, WGAN-GP": {
        **_SHARP,
        "loss": {"id": "wasserstein"},
        "regularizers": [_rule("gradient_penalty", weight=1.0)],
        "d_steps": 2,
    },
    "one Gaussian, R1": {**_SMALL, "data": _data("gaussian"), "regularizers": _r1_r2(0.3)},
    "two moons, R1 and R2": {**_SHARP, "data": _data("moons"), "regularizers": _r1_r2(0.05)},
    "spiral, R1 and R2": {**_SHARP, "data": _data("spiral"), "regularizers": _r1_r2(0.05)},
    "two Gaussians, R1": {**_SMALL, "data": _data("two_gaussians"), "regularizers": _r1_r2(0.1)},
}
FAILING: dict[str, Recipe] = {
    "ring, collapsing recipe": _COLLAPSING,
    "ring of 12, collapsing recipe": {**_COLLAPSING, "data": _data("ring", modes=12)},
    "grid of 9, collapsing recipe": {**_COLLAPSING, "data": _data("grid", side=3)},
    "spiral, collapsing recipe": {**_COLLAPSING, "data": _data("spiral")},
    "ring, sure D": _SURE_D,
    "narrow ring, sure D": {**_SURE_D, "data": _data("ring", std=0.01)},
    "grid, sure D": {**_SURE_D, "data": _data("grid")},
    "ring, slow G": _SLOW_G,
    "narrow ring, slow G": {**_SLOW_G, "data": _data("ring", std=0.01)},
    "grid, slow G": {**_SLOW_G, "data": _data("grid")},
    "ring, slow D": {**_SMALL, "d_optimizer": _adam(0.00001)},
    "ring, D of one unit": {**_SMALL, "discriminator": _mlp(layers=0, width=1)},
    "grid, slow D": {
        **_SMALL, "data": _data("grid"), "d_optimizer": _adam(0.00001)
    },
    "ring, D at rest": {**_SMALL, "d_steps": 0},
    "spiral, D at rest": {**_SMALL, "data": _data("spiral"), "d_steps": 0},
    "two moons, D of one unit": {
        **_SMALL, "data": _data("moons"), "discriminator": _mlp(layers=0, width=1)
    },
    "ring, R1 of 100": {**_SMALL, "regularizers": _r1_r2(100.0)},
    "one Gaussian, momentum": {
        **_SMALL, "data": _data("gaussian"), "d_optimizer": _adam(0.002, 0.9, 0.999),
        "g_optimizer": _adam(0.002, 0.9, 0.999),
    },
    "one Gaussian, clipped": {
        **_UNBOUND, "data": _data("gaussian"),
        "regularizers": [_rule("weight_clipping", limit=0.1)],
        "d_optimizer": _adam(0.005, 0.9, 0.999), "g_optimizer": _adam(0.005, 0.9, 0.999),
    },
    "ring, Wasserstein unbound": _UNBOUND,
    "one Gaussian, Wasserstein unbound": {**_UNBOUND, "data": _data("gaussian")},
    "ring, hinge, rate 0.05": {
        **_SMALL, "loss": {"id": "hinge"}, "d_optimizer": _adam(0.05), "g_optimizer": _adam(0.05)
    },
    "ring, Wasserstein, rate 0.01": {
        **_UNBOUND, "d_optimizer": _adam(0.01), "g_optimizer": _adam(0.01)
    },
    "ring, rate 0.2": {**_SMALL, "d_optimizer": _adam(0.2), "g_optimizer": _adam(0.2)},
}  # fmt: skip


def held_out(name: str, count: int, seed: int) -> list[list[float]]:
    """As many points of the same law that the run is not shown."""
    return circle(count, 0.5) if name == "circle" else spots(count, 1000 + seed)


def _finite(name: str, count: int, jitter: float, seed: int, times: int = 1) -> Recipe:
    points = circle(count) if name == "circle" else spots(count, seed)
    return {"data": _data("points", points=points * times, jitter=jitter)}


def finite(seed: int) -> dict[str, tuple[str, int, Recipe]]:
    """Runs on points of a known law, so that others of the same law can be held out: the law, the
    number of points, the recipe.
    """
    sharp = {
        **_SHARP, "discriminator": _mlp(layers=1, width=96, fourier=4),
        "regularizers": _r1_r2(0.01),
    }  # fmt: skip
    smooth = {**_SMALL, "regularizers": _r1_r2(0.3)}
    return {
        "8 spots": ("spots", 8, {**sharp, **_finite("spots", 8, 0.003, seed, times=3)}),
        "12 spots": ("spots", 12, {**sharp, **_finite("spots", 12, 0.003, seed, times=2)}),
        "circle of 10": ("circle", 10, {**sharp, **_finite("circle", 10, 0.003, seed, times=2)}),
        "20 spots, smooth D": ("spots", 20, {**smooth, **_finite("spots", 20, 0.02, seed)}),
        "300 spots": ("spots", 300, {**smooth, **_finite("spots", 300, 0.05, seed)}),
        "circle of 60": ("circle", 60, {**smooth, **_finite("circle", 60, 0.02, seed)}),
        "circle of 100": ("circle", 100, {**sharp, **_finite("circle", 100, 0.02, seed)}),
    }
