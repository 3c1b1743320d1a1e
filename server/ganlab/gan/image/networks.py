"""Networks of images: how the layers of a configuration become the two players'.

An entry is a function `(inputs, outputs, labels, *, …params) -> Stack`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ganlab.gan.image.architectures import dcgan_discriminator, dcgan_generator
from ganlab.gan.image.layers import layers as registry
from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.plan import MOST_LAYERS
from ganlab.gan.image.stack import Stack
from ganlab.registry import Registry, param

image_generators = Registry("image_generators", "Generator")
image_discriminators = Registry("image_discriminators", "Discriminator")

Layers = Sequence[Mapping[str, Any]]


def _layers(default: list[dict[str, Any]]) -> Any:
    return param(
        default, 1, MOST_LAYERS, registry=registry, label="Layers",
        help="The layers of the network, from its input to its output.",
    )  # fmt: skip


_G_LAYERS, _D_LAYERS = _layers(dcgan_generator()), _layers(dcgan_discriminator())
_INIT = param(
    "dcgan",
    choices={"he": "He", "dcgan": "DCGAN"},
    label="First weights",
    help="How the weights begin: by He's rule, which keeps the size of signals from layer to "
    "layer, or small and alike in all layers, as for DCGAN.",
)


@image_generators.register("Layers", id="stack", source="Radford et al. 2016")
def generator(
    inputs: Shape,
    outputs: Shape | None,
    labels: int,
    *,
    layers: Layers = _G_LAYERS,
    init: str = _INIT,
) -> Stack:
    """Layers that turn noise into an image, one after the other."""
    return Stack(layers, inputs, labels, outputs=outputs, init=init)


@image_discriminators.register("Layers", id="stack", source="Radford et al. 2016")
def discriminator(
    inputs: Shape,
    outputs: Shape | None,
    labels: int,
    *,
    layers: Layers = _D_LAYERS,
    init: str = _INIT,
) -> Stack:
    """Layers that turn an image into one number: high for real, low for fake."""
    return Stack(layers, inputs, labels, outputs=outputs, init=init)
