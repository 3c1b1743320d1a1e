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


def _mlp(**params: Any) -> dict[str, Any]:
    return {"id": "mlp", "params": params}


def _adam(lr: float, beta1: float = 0.5, beta2: float = 0.9) -> dict[str, Any]:
    return {"id": "adam", "params": {"lr": lr, "beta1": beta1, "beta2": beta2}}


def _sgd(lr: float) -> dict[str, Any]:
    return {"id": "sgd", "params": {"lr": lr}}


def _r1_r2(weight: float) -> list[dict[str, Any]]:
    return [{"id": name, "params": {"weight": weight}} for name in ("r1", "r2")]


# Working


@preset(
    "Ring, all modes",
    group=WORKING,
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
        "regularizers": _r1_r2(0.02),
        "g_ema": 0.99,
    }


@preset(
    "Grid, all modes",
    group=WORKING,
    watch="Twenty-five small targets: the manifold is pinned to one after the other, until all 25 "
    "modes are covered.",
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
    "Least squares",
    group=WORKING,
    source="Mao et al. 2017",
    watch="The losses settle where neither can win, D's at ¼ and G's at ⅛, and all 8 modes are "
    "covered.",
    steps=3000,
)
def least_squares_ring() -> dict[str, Any]:
    """The discriminator's raw output should be 1 on real samples and 0 on fakes. With R1 and R2 the
    game comes to rest where it says ½ everywhere.
    """
    return {**ring_all_modes(), "loss": {"id": "least_squares"}, "regularizers": _r1_r2(0.1)}


def _wasserstein(**more: Any) -> dict[str, Any]:
    return {
        "data": {"id": "ring"},
        "generator": _mlp(layers=2, width=64),
        "discriminator": _mlp(layers=2, width=64),
        "loss": {"id": "wasserstein"},
        "d_steps": 5,
        "g_ema": 0.99,
        **more,
    }


@preset(
    "Wasserstein with clipping",
    group=WORKING,
    source="Arjovsky et al. 2017",
    watch="All 8 modes are found early, but stay blurred: clipped weights make D's slope coarse.",
    steps=2000,
)
def wasserstein_clipping() -> dict[str, Any]:
    """The first Wasserstein GAN: no weight of the discriminator may leave a small box, five updates
    of it for each of the generator's, and RMSProp.
    """
    rmsprop = {"id": "rmsprop", "params": {"lr": 0.001}}
    return _wasserstein(
        generator=_mlp(layers=1, width=64),
        discriminator=_mlp(layers=1, width=64),
        regularizers=[{"id": "weight_clipping", "params": {"limit": 0.1}}],
        d_optimizer=rmsprop,
        g_optimizer=rmsprop,
    )


@preset(
    "Wasserstein with gradient penalty",
    group=WORKING,
    source="Gulrajani et al. 2017",
    watch="The discriminator's loss is minus the distance between the clouds: it rises towards 0.",
    steps=2000,
)
def wasserstein_gp() -> dict[str, Any]:
    """The discriminator measures how far the fakes must travel, with its slope held near 1, and
    gets five updates for each of the generator's.
    """
    return _wasserstein(
        regularizers=[{"id": "gradient_penalty", "params": {"weight": 0.1}}],
        d_optimizer=_adam(0.001),
        g_optimizer=_adam(0.001),
    )


@preset(
    "Wasserstein GAN, algorithm 1",
    group=WORKING,
    source="Arjovsky et al. 2017, algorithm 1",
    watch="Slow and steady: the cloud draws together onto the ring and loses no mode on its way. "
    "D's weights fit a tiny box, so that its loss stays close to 0.",
    steps=5000,
)
def wasserstein_algorithm_1() -> dict[str, Any]:
    """The Wasserstein GAN to the letter of its paper: RMSProp with a rate of 0.00005, weights cut
    back to ±0.01 after each of five critic updates, 64 samples each.
    """
    rmsprop = {"id": "rmsprop", "params": {"lr": 0.00005, "alpha": 0.99}}
    net = _mlp(layers=1, width=128)
    return {
        "data": {"id": "ring"},
        "generator": net,
        "discriminator": net,
        "loss": {"id": "wasserstein"},
        "regularizers": [{"id": "weight_clipping", "params": {"limit": 0.01}}],
        "d_optimizer": rmsprop,
        "g_optimizer": rmsprop,
        "d_steps": 5,
        "batch_size": 64,
    }


@preset(
    "Two time scales",
    group=WORKING,
    source="Heusel et al. 2017",
    watch="One update of D in each step is enough, as each is three times as long as G's: all 8 "
    "modes are covered, as with five updates.",
    steps=2000,
)
def two_time_scales() -> dict[str, Any]:
    """D learns faster than G by its learning rate, not by more updates: the two time-scale update
    rule, with the Wasserstein loss and a gradient penalty.
    """
    return {**wasserstein_gp(), "d_steps": 1, "d_optimizer": _adam(0.003)}


@preset(
    "Every class on demand",
    group=WORKING,
    watch="Each mode has a colour, and the fakes asked for it gather there. Pick one class in the "
    "picture: D judges for that class alone.",
    steps=1000,
)
def conditional_ring() -> dict[str, Any]:
    """The ring with labels: G is told which Gaussian to draw, and D which one it looks at. No mode
    can be lost, as every batch asks for all of them.
    """
    return {
        "data": {"id": "ring"},
        "model": {"id": "conditional"},
        "generator": _mlp(layers=1, width=64),
        "discriminator": _mlp(layers=1, width=64, fourier=3),
        "regularizers": _r1_r2(0.02),
        "g_ema": 0.99,
    }


@preset(
    "There and back",
    group=WORKING,
    watch="Lines lead from real samples to G(E(x)): they shrink from across the ring to a fraction "
    "of it, though nobody compares the two.",
    steps=3000,
)
def bigan_ring() -> dict[str, Any]:
    """An encoder learns beside G to say which noise a sample comes from, by fooling D together with
    G: a BiGAN on the ring.
    """
    curved = _mlp(layers=1, width=64, activation="tanh")
    return {
        "data": {"id": "ring"},
        "model": {"id": "bigan"},
        "generator": curved,
        "discriminator": curved,
        "d_steps": 2,
    }


# Failing on purpose


@preset(
    "Mode collapse",
    group=FAILING,
    watch="The fakes huddle on one or two modes, are found out, and jump on to the next.",
    steps=4000,
)
def mode_collapse() -> dict[str, Any]:
    """A game that fails on purpose: a weak discriminator, two generator updates for each of its
    own, long momentum and no regularizer. The generator chases one mode after the other.
    """
    return {
        "data": {"id": "ring"},
        "generator": _mlp(layers=1, width=128),
        "discriminator": _mlp(layers=0, width=32, activation="relu"),
        "d_optimizer": _adam(0.001, 0.9, 0.999),
        "g_optimizer": _adam(0.001, 0.9, 0.999),
        "g_steps": 2,
    }


@preset(
    "Vanishing gradient",
    group=FAILING,
    source="Arjovsky & Bottou 2017",
    watch="Both losses fall to 0 and the fakes stand still, far from every mode. Then switch the "
    "loss to non-saturating: they move.",
    steps=400,
)
def vanishing_gradient() -> dict[str, Any]:
    """The fakes begin as one small heap in the middle, where no real sample is. The discriminator
    is soon sure of every sample, and the gradient of the minimax loss shrinks a millionfold.
    """
    return {
        "data": {"id": "ring"},
        "prior": {"id": "gaussian", "params": {"std": 0.05}},
        "generator": _mlp(layers=1, width=32),
        "discriminator": _mlp(layers=1, width=64),
        "loss": {"id": "minimax"},
        "d_optimizer": _adam(0.001),
        "g_optimizer": _adam(0.0003),
        "d_steps": 2,
    }


@preset(
    "Oscillation",
    group=FAILING,
    source="Mescheder et al. 2018",
    watch="The fakes swing round the data and never settle, and the losses swing with them.",
    steps=2000,
)
def oscillation() -> dict[str, Any]:
    """The Wasserstein loss without any rule that keeps the discriminator's slope small, and plain
    gradient descent: the players circle round the balance that they look for.
    """
    return {
        "data": {"id": "gaussian"},
        "generator": _mlp(layers=0, width=16),
        "discriminator": _mlp(layers=0, width=16),
        "loss": {"id": "wasserstein"},
        "d_optimizer": _sgd(0.005),
        "g_optimizer": _sgd(0.005),
    }


@preset(
    "Discriminator too strong",
    group=FAILING,
    watch="D tells nearly every sample apart: its loss stays low, G's high, and the fakes hardly "
    "come closer.",
    steps=600,
)
def discriminator_too_strong() -> dict[str, Any]:
    """A large discriminator that learns ten times in each step, against a generator with small
    updates: its verdict turns into cliffs, which tell the generator little of where to go.
    """
    return {
        "data": {"id": "ring"},
        "generator": _mlp(layers=1, width=64),
        "discriminator": _mlp(layers=2, width=128),
        "d_optimizer": _adam(0.002),
        "g_optimizer": _adam(0.0001),
        "d_steps": 10,
    }


@preset(
    "Discriminator too weak",
    group=FAILING,
    watch="The fakes run to where D once said “real”, and out of the picture, before it objects.",
    steps=1000,
)
def discriminator_too_weak() -> dict[str, Any]:
    """A small discriminator that learns far too slowly: it goes on calling the fakes real while
    they run away, so that nothing calls them back.
    """
    return {
        "data": {"id": "ring"},
        "generator": _mlp(layers=1, width=64),
        "discriminator": _mlp(layers=0, width=8),
        "d_optimizer": _adam(0.00003),
        "g_optimizer": _adam(0.001),
    }


# GAN Lab's own: its model, on each of its four distributions


def _gan_lab(data: str) -> dict[str, Any]:
    return {
        "data": {"id": data},
        "scaling": {"id": "none"},
        "prior": {"id": "gaussian", "params": {"mean": 0.5, "std": 0.25, "truncated": True}},
        "generator": _mlp(layers=1, width=8, activation="relu", output="tanh", init="gan_lab"),
        "discriminator": _mlp(layers=1, width=8, activation="relu", init="gan_lab"),
        "loss": {"id": "non_saturating"},
        "regularizers": [],
        "d_optimizer": _sgd(0.1),
        "g_optimizer": _sgd(0.03),
        "d_steps": 2,
        "g_steps": 1,
        "batch_size": 150,
    }


@preset(
    "GAN Lab: circle band",
    group=ORIGINALS,
    source="Kahng et al. 2018",
    watch="Small networks and plain gradient descent: the fakes bend round the band, and never "
    "quite close it. How far they come depends on the seed.",
    steps=3000,
)
def gan_lab() -> dict[str, Any]:
    """The model that the original GAN Lab starts with: the same noise, data, networks, initial
    weights and updates. Its hidden 0.95 on real samples is left out.
    """
    return _gan_lab("ring_band")


@preset(
    "GAN Lab: line",
    group=ORIGINALS,
    source="Kahng et al. 2018",
    watch="The fakes come to the middle of the line within some hundred steps; how much of it they "
    "cover depends on the seed.",
    steps=3000,
)
def gan_lab_line() -> dict[str, Any]:
    """GAN Lab's model on its line, the simplest of its shapes."""
    return _gan_lab("line")


@preset(
    "GAN Lab: two hills",
    group=ORIGINALS,
    source="Kahng et al. 2018",
    watch="Within a thousand steps both hills have their share of the fakes.",
    steps=2000,
)
def gan_lab_gaussians() -> dict[str, Any]:
    """GAN Lab's model on two Gaussians, one round and one narrow, that nearly touch."""
    return _gan_lab("gaussians")


@preset(
    "GAN Lab: three blobs",
    group=ORIGINALS,
    source="Kahng et al. 2018",
    watch="Three far blobs are too much for so small a model: the fakes stay between them, or fall "
    "into one, and never fill all three.",
    steps=3000,
)
def gan_lab_disjoint() -> dict[str, Any]:
    """GAN Lab's model on its hardest shape: three small blobs with nothing between them."""
    return _gan_lab("disjoint")
