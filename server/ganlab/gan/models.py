"""Models: which networks play, and what they are told beside the noise and the samples.

An entry is a function `(generator, discriminator, noise, classes) -> (G, D)`: the first two build a
network with so many inputs, `noise` is the dimension of the noise, `classes` the number of the
data's. `labelled` says that both players are told the class of a sample, as rows of zeros and a
one, `encodes` that G's player owns an encoder, too, whose codes D sees beside the samples.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from ganlab.gan.encoder import Network, WithEncoder
from ganlab.gan.mlp import Mlp
from ganlab.registry import Entry, Registry

Build = Callable[[int], Mlp]
Networks = tuple[Network, Mlp]

POINT = 2  # coordinates of a sample, its first rows wherever it stands with others

models = Registry("models", "Model")
model = models.register


def is_labelled(entry: Entry) -> bool:
    """Whether both players are told the class of every sample."""
    return bool(entry.extras.get("labelled", False))


def encodes(entry: Entry) -> bool:
    """Whether the generator's player owns an encoder, too."""
    return bool(entry.extras.get("encodes", False))


@model(
    "GAN",
    formula=r"\min_G\max_D\;\mathbb{E}_x[\log D(x)]+\mathbb{E}_z[\log(1-D(G(z)))]",
    source="Goodfellow et al. 2014",
)
def gan(generator: Build, discriminator: Build, noise: int, _classes: int) -> Networks:
    """The generator turns noise into samples, and the discriminator judges single samples."""
    return generator(noise), discriminator(POINT)


@model(
    "Conditional GAN",
    formula=r"\min_G\max_D\;\mathbb{E}_{x,y}[\log D(x\mid y)]"
    r"+\mathbb{E}_{z,y}[\log(1-D(G(z\mid y)\mid y))]",
    source="Mirza & Osindero 2014",
    labelled=True,
)
def conditional(generator: Build, discriminator: Build, noise: int, classes: int) -> Networks:
    """Both players are told which class a sample belongs to: G makes samples of the class that it
    is asked for, D judges whether a sample is a real one of that class. The classes are the modes
    of the data, and come as often as in the data; a class cannot be forgotten.
    """
    g, d = generator(noise + classes), discriminator(POINT + classes)
    return dataclasses.replace(g, labels=classes), dataclasses.replace(d, labels=classes)


@model(
    "BiGAN",
    formula=r"\min_{G,E}\max_D\;\mathbb{E}_x[\log D(x,E(x))]+\mathbb{E}_z[\log(1-D(G(z),z))]",
    source="Donahue et al. 2017; Dumoulin et al. 2017 (ALI)",
    encodes=True,
)
def bigan(generator: Build, discriminator: Build, noise: int, _classes: int) -> Networks:
    """An encoder E learns beside G to find the noise behind a sample. D judges pairs: a real sample
    with its code E(x), or noise with its fake. Where D cannot tell them apart, E undoes G, though
    nobody ever compared a sample with its reconstruction G(E(x)). D's heatmap is at (x, E(x)).
    """
    return WithEncoder.mirroring(generator(noise)), discriminator(POINT + noise)
