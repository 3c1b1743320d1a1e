"""GAN Lab's own presets: its model, on each of its four distributions."""

from __future__ import annotations

from typing import Any

from ganlab.gan.presets.preset import ORIGINALS, mlp, preset, sgd


def _gan_lab(data: str) -> dict[str, Any]:
    return {
        "data": {"id": data},
        "scaling": {"id": "none"},
        "prior": {"id": "gaussian", "params": {"mean": 0.5, "std": 0.25, "truncated": True}},
        "generator": mlp(layers=1, width=8, activation="relu", output="tanh", init="gan_lab"),
        "discriminator": mlp(layers=1, width=8, activation="relu", init="gan_lab"),
        "loss": {"id": "non_saturating"},
        "regularizers": [],
        "d_optimizer": sgd(0.1),
        "g_optimizer": sgd(0.03),
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
