"""Models of images: which networks play, and what they are told beside the noise and the images.

An entry is a function `(generator, discriminator, noise, shape, classes) -> (G, D)`: the first two
build a stack from the shapes of its inputs and outputs and the number of labels; `noise` is the
dimension of the noise, `shape` that of an image. `labelled` is as for `ganlab.gan.models`.
"""

from __future__ import annotations

from collections.abc import Callable

from ganlab.gan.image.dataset import Shape
from ganlab.gan.image.stack import Stack
from ganlab.registry import Registry

Build = Callable[[tuple[int, ...], tuple[int, ...] | None, int], Stack]
VERDICT = (1,)

image_models = Registry("image_models", "Model")
model = image_models.register


@model(
    "GAN",
    formula=r"\min_G\max_D\;\mathbb{E}_x[\log D(x)]+\mathbb{E}_z[\log(1-D(G(z)))]",
    source="Goodfellow et al. 2014",
)
def gan(
    generator: Build, discriminator: Build, noise: int, shape: Shape, _classes: int
) -> tuple[Stack, Stack]:
    """The generator turns noise into images, and the discriminator judges single images."""
    return generator((noise,), shape, 0), discriminator(shape, VERDICT, 0)


@model(
    "Conditional GAN",
    formula=r"\min_G\max_D\;\mathbb{E}_{x,y}[\log D(x\mid y)]"
    r"+\mathbb{E}_{z,y}[\log(1-D(G(z\mid y)\mid y))]",
    source="Mirza & Osindero 2014",
    labelled=True,
)
def conditional(
    generator: Build, discriminator: Build, noise: int, shape: Shape, classes: int
) -> tuple[Stack, Stack]:
    """Both players are told which class an image is of: G draws images of the class that it is
    asked for, D judges whether an image is a real one of that class.
    """
    return generator((noise,), shape, classes), discriminator(shape, VERDICT, classes)
