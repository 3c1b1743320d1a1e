"""Models of images: which networks play, and what they are told beside the noise and the images.

An entry is a function `(generator, discriminator, task) -> (G, D)`: the first two build a stack
from the shapes of its inputs and outputs and the number of labels. `labelled` and `encodes` are as
for `ganlab.gan.models`. `paired` says that G gets no noise, but an image to begin with, which D
sees beside what is made of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ganlab.gan.image.architectures import encoder
from ganlab.gan.image.dataset import Shape
from ganlab.gan.image.encoder import Network, WithEncoder
from ganlab.gan.image.stack import Stack
from ganlab.registry import ConfigError, Entry, Registry

Build = Callable[[tuple[int, ...], tuple[int, ...] | None, int], Stack]
Networks = tuple[Network, Stack]
VERDICT = (1,)
PATCHES = (1, 0, 0)  # one number, or one for each patch of an image, however many these are

image_models = Registry("image_models", "Model")
model = image_models.register


@dataclass(frozen=True)
class Task:
    """What the networks are for: noise of so many numbers, images of a `shape`, so many `classes`,
    and in pairs the shape of the images that G gets.
    """

    noise: int
    shape: Shape
    classes: int = 0
    inputs: Shape | None = None


def is_paired(entry: Entry) -> bool:
    """Whether G makes an image of another one instead of noise."""
    return bool(entry.extras.get("paired", False))


@model(
    "GAN",
    formula=r"\min_G\max_D\;\mathbb{E}_x[\log D(x)]+\mathbb{E}_z[\log(1-D(G(z)))]",
    source="Goodfellow et al. 2014",
)
def gan(generator: Build, discriminator: Build, task: Task) -> Networks:
    """The generator turns noise into images, and the discriminator judges single images."""
    return generator((task.noise,), task.shape, 0), discriminator(task.shape, VERDICT, 0)


@model(
    "Conditional GAN",
    formula=r"\min_G\max_D\;\mathbb{E}_{x,y}[\log D(x\mid y)]"
    r"+\mathbb{E}_{z,y}[\log(1-D(G(z\mid y)\mid y))]",
    source="Mirza & Osindero 2014",
    labelled=True,
)
def conditional(generator: Build, discriminator: Build, task: Task) -> Networks:
    """Both players are told which class an image is of: G draws images of the class that it is
    asked for, D judges whether an image is a real one of that class.
    """
    g = generator((task.noise,), task.shape, task.classes)
    return g, discriminator(task.shape, VERDICT, task.classes)


@model(
    "BiGAN",
    formula=r"\min_{G,E}\max_D\;\mathbb{E}_x[\log D(x,E(x))]+\mathbb{E}_z[\log(1-D(G(z),z))]",
    source="Donahue et al. 2017; Dumoulin et al. 2017 (ALI)",
    encodes=True,
)
def bigan(generator: Build, discriminator: Build, task: Task) -> Networks:
    """An encoder E learns beside G to find the noise behind an image. D judges pairs: a real image
    with its code E(x), or noise with its fake. Where D cannot tell them apart, E undoes G, though
    nobody ever compared an image with its reconstruction G(E(x)). E has the layers of D, and at the
    end as many numbers as the noise.
    """
    g = generator((task.noise,), task.shape, 0)
    d = discriminator(task.shape, VERDICT, task.noise)
    layers = encoder(d.chosen, task.noise)
    if layers is None:
        expected = "a fully connected layer in it while the model has an encoder, which is as D is"
        raise ConfigError("discriminator", expected, "none")
    return WithEncoder(g, Stack(layers, task.shape, outputs=(task.noise,), init=d.init)), d


@model(
    "pix2pix",
    formula=r"\min_G\max_D\;\mathbb{E}_{x,y}[\log D(x,y)]+\mathbb{E}_x[\log(1-D(x,G(x)))]"
    r"+\lambda\,\mathbb{E}_{x,y}[\lVert y-G(x)\rVert_1]",
    source="Isola et al. 2017, equations 1 to 4",
    paired=True,
)
def pix2pix(generator: Build, discriminator: Build, task: Task) -> Networks:
    """G turns one image into another, such as an outline x into the filled shape y. D judges pairs
    of both, patch by patch if it puts out a map, whose mean is its verdict. The regularizer "L1 to
    the target" is the last term. There is no noise: the authors found that G ignores it, and leave
    chance to dropout.
    """
    assert task.inputs is not None, "the data come in pairs"
    channels, *size = task.inputs
    g = generator(task.inputs, task.shape, 0)
    return g, discriminator((channels + task.shape[0], *size), PATCHES, 0)
