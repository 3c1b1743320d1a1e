"""Experiments on the ring and the grid: how many modes, and how many good samples."""

from __future__ import annotations

from typing import Any

import torch

from ganlab.gan import streams
from ganlab.gan.contest import Diverged
from ganlab.gan.game import Game
from ganlab.gan.presets import presets
from ganlab.reproduce.benchmarks import (
    EXACT,
    GDPP,
    GRID,
    PACGAN,
    PERFECT,
    RING,
    VEEGAN,
    Config,
    adam,
    mlp,
    row,
)  # fmt: skip
from ganlab.reproduce.experiment import Arm, Column, Figures, Plan, Published, Tell, experiment
from ganlab.reproduce.training import COVERAGE, config_of, coverage, recipe, train

RING_ROWS = (
    row("GDPP-GAN", GDPP, "8.0", "71.7"),
    row("VEEGAN", VEEGAN, "8", "52.9"),
    row("PacGAN2, 400,000 steps", PACGAN, "7.9 ± .1", "95.6 ± 2.0"),
    row(PERFECT, EXACT, "8", "98.89"),
)
GRID_ROWS = (
    row("GDPP-GAN", GDPP, "24.8", "68.5"),
    row("VEEGAN", VEEGAN, "24.6", "40"),
    row("PacGAN4, 400,000 steps", PACGAN, "24.8 ± .2", "93.6 ± .6"),
    row(PERFECT, EXACT, "25", "98.89"),
)


def pairing(data: Config, layers: int) -> Config:
    """Our best recipe: pairs, both gradient penalties, a D that sees fine stripes, an average."""
    return {
        "data": data,
        "loss": {"id": "relativistic_pairing"},
        "generator": mlp(layers=layers, width=128),
        "discriminator": mlp(layers=1, width=128, fourier=4),
        "regularizers": [{"id": name, "params": {"weight": 0.02}} for name in ("r1", "r2")],
        "d_optimizer": adam(0.001),
        "g_optimizer": adam(0.001),
        "batch_size": 128,
        "g_ema": 0.99,
    }


def _best(name: str, data: Config, layers: int, rows: tuple[Published, ...]) -> tuple[Arm, ...]:
    made = recipe(pairing(data, layers), hold=0.5, last=0.02)
    return (Arm(name, made, rows),)


_OWN_RECIPE = (
    "Our own recipe: relativistic pairing with R1 and R2, Fourier features for D, a running "
    "average of G, a falling rate. It is the one with the most %HQ of 6 settings for the ring, and "
    "of 7 for the grid, tried on seed 100, which is none of the seeds below. The published rows "
    "used other networks, without Fourier features; PacGAN's took 400,000 steps. More than 98.89 "
    "%HQ would mean modes that are too narrow."
)


@experiment(
    "Ring of 8 Gaussians",
    source="Srivastava et al. 2017; Lin et al. 2018",
    plan=Plan(COVERAGE, _best("pairing + R1 + R2", RING, 2, RING_ROWS), 3000, 5, _OWN_RECIPE),
)
def ring(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """Eight small Gaussians on a circle, by the best recipe that we know."""
    return _covered(arm, seed, steps, tell)


@experiment(
    "Grid of 25 Gaussians",
    source="Srivastava et al. 2017; Lin et al. 2018",
    plan=Plan(COVERAGE, _best("pairing + R1 + R2", GRID, 3, GRID_ROWS), 6000, 5, _OWN_RECIPE),
)
def grid(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """Twenty-five small Gaussians on a grid, by the best recipe that we know."""
    return _covered(arm, seed, steps, tell)


def _covered(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    game, figures = train(arm, seed, steps, tell)
    return {**coverage(game), **figures}


# The recipe that collapses

_CHECKPOINTS, _FAKES = 50, 2500
_COLLAPSE = Published(
    "an earlier run of this recipe", "ours; no published table", {"one": "21", "two": "37"}
)


@experiment(
    "Mode collapse",
    source="Metz et al. 2017, section 3.1",
    plan=Plan(
        (
            Column("one", "checkpoints of 50 with one mode"),
            Column("two", "with at most two"),
            Column("most", "most modes at once"),
            Column("visited", "modes that were ever the largest"),
        ),
        (Arm("preset Mode collapse", recipe(presets["mode_collapse"].function()), (_COLLAPSE,)),),
        5000,
        5,
        "A mode counts at a checkpoint when it is the nearest of at least 1 % of 2,500 fakes. That "
        "the fakes rotate shows in how many modes were the largest at some checkpoint.",
    ),
)  # fmt: skip
def collapse(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """A game that fails on purpose: the fakes huddle near one mode, and jump on to the next."""
    game = Game(config_of(arm.recipe, seed))
    noise = game.draws.noise(_FAKES, streams.generator(seed, streams.EVALUATE_NOISE))
    counts, largest = [], set()
    for k in range(_CHECKPOINTS):
        try:
            for _ in range(steps * (k + 1) // _CHECKPOINTS - steps * k // _CHECKPOINTS):
                game.step()
        except Diverged:
            break
        tell((k + 1) / _CHECKPOINTS)
        shares = _nearest_shares(game, noise)
        counts.append(int((shares >= 0.01).sum()))
        largest.add(int(shares.argmax()))
    figures = {
        "one": float(sum(n <= 1 for n in counts)), "two": float(sum(n <= 2 for n in counts)),
        "most": float(max(counts, default=0)), "visited": float(len(largest)),
    }  # fmt: skip
    return figures if game.steps == steps else {**figures, "played": game.steps}


def _nearest_shares(game: Game, noise: torch.Tensor) -> torch.Tensor:
    mixture = game.plane.mixture
    assert mixture is not None
    mode, _ = mixture.nearest(game.generate(noise).float().cpu())
    return torch.bincount(mode, minlength=len(mixture)).double() / len(noise)


# Wasserstein


def _wasserstein(data: Config, **more: Any) -> Config:
    return {
        "data": data, "loss": {"id": "wasserstein"}, "d_steps": 5, "batch_size": 256,
        "generator": mlp(layers=2, width=256),
        "discriminator": mlp(layers=2, width=256, activation="relu"),
        **more,
    }  # fmt: skip


def _gp(data: Config) -> Config:
    return _wasserstein(
        data,
        regularizers=[{"id": "gradient_penalty", "params": {"weight": 0.1}}],
        d_optimizer=adam(0.0001),
        g_optimizer=adam(0.0001),
    )


@experiment(
    "WGAN-GP",
    source="Gulrajani et al. 2017, section 2.1 and its toy program",
    plan=Plan(
        COVERAGE,
        (
            Arm("ring, WGAN-GP", recipe(_gp(RING)), (
                row("WGAN-GP", GDPP, "6.8", "59.6"), row(PERFECT, EXACT, "8", "98.89"))),
            Arm("grid, WGAN-GP", recipe(_gp(GRID)), (
                row("WGAN-GP", GDPP, "24.2", "28.7"), row(PERFECT, EXACT, "25", "98.89"))),
        ),
        100_000,
        5,
        "The published program's recipe (λ = 0.1, 5 updates of D, Adam 1e-4 (.5, .9), batch 256, "
        "data divided by its standard deviation, 100,000 steps), with networks of 3×256 units in "
        "the place of 3×512, the widest that the lab has.",
    ),
)  # fmt: skip
def wgan_gp(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """The Wasserstein loss with the slope of D held near 1 between real and fake samples."""
    return _covered(arm, seed, steps, tell)


def _clipped(data: Config) -> Config:
    rmsprop = {"id": "rmsprop", "params": {"lr": 0.0005}}
    return _wasserstein(
        data,
        regularizers=[{"id": "weight_clipping", "params": {"limit": 0.1}}],
        generator=mlp(layers=1, width=128),
        discriminator=mlp(layers=1, width=128, activation="relu"),
        d_optimizer=rmsprop,
        g_optimizer=rmsprop,
    )


@experiment(
    "WGAN with clipping",
    source="Arjovsky et al. 2017, algorithm 1",
    plan=Plan(
        COVERAGE,
        (
            Arm("ring, clipped", recipe(_clipped(RING)), (row(PERFECT, EXACT, "8", "98.89"),)),
            Arm("grid, clipped", recipe(_clipped(GRID)), (row(PERFECT, EXACT, "25", "98.89"),)),
        ),
        5000,
        5,
        "Algorithm 1 with RMSProp and 5 updates of D; c = 0.1 and rate 5e-4 in the place of 0.01 "
        "and 5e-5, which were for images. The paper has no figures for ring or grid; that clipping "
        "yields coarse critics is Gulrajani et al. 2017, figure 1a.",
    ),
)
def wgan(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """The first Wasserstein GAN: every weight of D is cut back to a small box."""
    return _covered(arm, seed, steps, tell)


# Unrolling

_METZ_RING = {"id": "ring", "params": {"modes": 8, "radius": 2.0, "std": 0.02}}


def _unrolled(unroll: int) -> Config:
    curved = mlp(layers=1, width=128, activation="tanh")
    return {
        "data": _METZ_RING, "scaling": {"id": "none"},
        "prior": {"id": "gaussian", "params": {"dimension": 64}},
        "generator": curved, "discriminator": curved, "batch_size": 512, "unroll": unroll,
        "d_optimizer": adam(0.0001, 0.5, 0.999), "g_optimizer": adam(0.001, 0.5, 0.999),
    }  # fmt: skip


@experiment(
    "Unrolled GAN",
    source="Metz et al. 2017, section 3.1 and appendix A",
    plan=Plan(
        COVERAGE,
        (
            Arm("no unrolling", recipe(_unrolled(0)), (row("GAN", VEEGAN, "1", "99.3"),)),
            Arm("5 updates ahead", recipe(_unrolled(5)), (
                row("Unrolled GAN", VEEGAN, "7.6", "35.6"),)),
        ),
        25_000,
        5,
        "The published recipe (2×128 tanh, Adam 1e-3 for G and 1e-4 for D, β₁ = .5, batch 512, "
        "25,000 steps, ring of radius 2 with σ = .02), with 64 numbers of noise in the place of "
        "256, the most that the lab has, and He's initial weights in the place of orthogonal ones.",
    ),
)  # fmt: skip
def unrolled(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """G answers D as it would be after several more updates, which works against collapse."""
    return _covered(arm, seed, steps, tell)
