"""Presets that fail on purpose: each of the ways in which a GAN goes wrong."""

from __future__ import annotations

from typing import Any

from ganlab.gan.presets.preset import FAILING, adam, mlp, preset, sgd


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
        "generator": mlp(layers=1, width=128),
        "discriminator": mlp(layers=0, width=32, activation="relu"),
        "d_optimizer": adam(0.001, 0.9, 0.999),
        "g_optimizer": adam(0.001, 0.9, 0.999),
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
        "generator": mlp(layers=1, width=32),
        "discriminator": mlp(layers=1, width=64),
        "loss": {"id": "minimax"},
        "d_optimizer": adam(0.001),
        "g_optimizer": adam(0.0003),
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
        "generator": mlp(layers=0, width=16),
        "discriminator": mlp(layers=0, width=16),
        "loss": {"id": "wasserstein"},
        "d_optimizer": sgd(0.005),
        "g_optimizer": sgd(0.005),
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
        "generator": mlp(layers=1, width=64),
        "discriminator": mlp(layers=2, width=128),
        "d_optimizer": adam(0.002),
        "g_optimizer": adam(0.0001),
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
        "generator": mlp(layers=1, width=64),
        "discriminator": mlp(layers=0, width=8),
        "d_optimizer": adam(0.00003),
        "g_optimizer": adam(0.001),
    }
