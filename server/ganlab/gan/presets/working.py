"""Presets that work: what a good recipe looks like, one for each idea."""

from __future__ import annotations

from typing import Any

from ganlab.gan.presets.preset import WORKING, adam, mlp, preset, r1_r2


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
        "generator": mlp(layers=1, width=64),
        "discriminator": mlp(layers=1, width=64, fourier=3),
        "regularizers": r1_r2(0.02),
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
        "generator": mlp(layers=2, width=128),
        "discriminator": mlp(layers=1, width=128, fourier=4),
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
    return {**ring_all_modes(), "loss": {"id": "least_squares"}, "regularizers": r1_r2(0.1)}


def _wasserstein(**more: Any) -> dict[str, Any]:
    return {
        "data": {"id": "ring"},
        "generator": mlp(layers=2, width=64),
        "discriminator": mlp(layers=2, width=64),
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
        generator=mlp(layers=1, width=64),
        discriminator=mlp(layers=1, width=64),
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
        d_optimizer=adam(0.001),
        g_optimizer=adam(0.001),
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
    net = mlp(layers=1, width=128)
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
    return {**wasserstein_gp(), "d_steps": 1, "d_optimizer": adam(0.003)}


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
        "generator": mlp(layers=1, width=64),
        "discriminator": mlp(layers=1, width=64, fourier=3),
        "regularizers": r1_r2(0.02),
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
    curved = mlp(layers=1, width=64, activation="tanh")
    return {
        "data": {"id": "ring"},
        "model": {"id": "bigan"},
        "generator": curved,
        "discriminator": curved,
        "d_steps": 2,
    }
