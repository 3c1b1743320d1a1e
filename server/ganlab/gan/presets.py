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


def _mlp(**params: Any) -> dict[str, Any]:
    return {"id": "mlp", "params": params}


@preset(
    "Ring, all modes",
    watch="The fakes first spread, then split into eight groups: all 8 modes are covered.",
    steps=3000,
)
def ring_all_modes() -> dict[str, Any]:
    """Eight Gaussians on a ring, learned completely: R1 and R2 keep the discriminator's slope small
    while Fourier features let it see small details.
    """
    return {
        "data": {"id": "ring"},
        "generator": _mlp(layers=1, width=64),
        "discriminator": _mlp(layers=1, width=64, fourier=3),
        "regularizers": [
            {"id": "r1", "params": {"weight": 0.02}},
            {"id": "r2", "params": {"weight": 0.02}},
        ],
        "g_ema": 0.99,
    }


@preset(
    "Grid, all modes",
    watch="Twenty-five small targets: the manifold is pinned to one after the other.",
    steps=6000,
)
def grid_all_modes() -> dict[str, Any]:
    """Twenty-five Gaussians on a grid, the hardest of the classic tests, with larger networks and
    the same two regularizers as the ring.
    """
    return {
        **ring_all_modes(),
        "data": {"id": "grid"},
        "generator": _mlp(layers=2, width=128),
        "discriminator": _mlp(layers=1, width=128, fourier=4),
    }


@preset(
    "Wasserstein with gradient penalty",
    watch="The discriminator's loss is minus the distance between the clouds: it rises towards 0.",
    steps=2000,
)
def wasserstein_gp() -> dict[str, Any]:
    """The discriminator measures how far the fakes must travel, with its slope held near 1, and
    gets five updates for each of the generator's.
    """
    adam = {"id": "adam", "params": {"lr": 0.001, "beta1": 0.5, "beta2": 0.9}}
    return {
        "data": {"id": "ring"},
        "generator": _mlp(layers=2, width=64),
        "discriminator": _mlp(layers=2, width=64),
        "loss": {"id": "wasserstein"},
        "regularizers": [{"id": "gradient_penalty", "params": {"weight": 0.1}}],
        "d_optimizer": adam,
        "g_optimizer": adam,
        "d_steps": 5,
    }


@preset(
    "Mode collapse",
    watch="The fakes huddle on one or two modes, are found out, and jump on to the next.",
    steps=4000,
)
def mode_collapse() -> dict[str, Any]:
    """A game that fails on purpose: a weak discriminator, two generator updates for each of its
    own, long momentum and no regularizer. The generator chases one mode after the other.
    """
    adam = {"id": "adam", "params": {"lr": 0.001, "beta1": 0.9, "beta2": 0.999}}
    return {
        "data": {"id": "ring"},
        "generator": _mlp(layers=1, width=128),
        "discriminator": _mlp(layers=0, width=32, activation="relu"),
        "d_optimizer": adam,
        "g_optimizer": adam,
        "g_steps": 2,
    }


@preset(
    "GAN Lab",
    source="Kahng et al. 2018",
    watch="Small networks and plain gradient descent: watch how slowly, and how shakily, they go.",
    steps=6000,
)
def gan_lab() -> dict[str, Any]:
    """The model that the original GAN Lab starts with: the same noise, data, networks, initial
    weights and updates. Its hidden 0.95 on real samples is left out.
    """
    return {
        "data": {"id": "ring_band"},
        "scaling": {"id": "none"},
        "prior": {"id": "gaussian", "params": {"mean": 0.5, "std": 0.25, "truncated": True}},
        "generator": _mlp(layers=1, width=8, activation="relu", output="tanh", init="gan_lab"),
        "discriminator": _mlp(layers=1, width=8, activation="relu", init="gan_lab"),
        "loss": {"id": "non_saturating"},
        "regularizers": [],
        "d_optimizer": {"id": "sgd", "params": {"lr": 0.1}},
        "g_optimizer": {"id": "sgd", "params": {"lr": 0.03}},
        "d_steps": 2,
        "g_steps": 1,
        "batch_size": 150,
    }
