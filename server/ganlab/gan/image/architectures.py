"""Ready-made stacks: each function gives the layers of a network, as a configuration holds them.

Images are (channels, side, side), `side` 16, 28 or 32; a generator ends in tanh, so that pixels go
from −1 to 1, a discriminator in one number.
"""

from __future__ import annotations

import math
from typing import Any

Layers = list[dict[str, Any]]
Image = tuple[int, int, int]

PIXELS: Image = (1, 28, 28)
WIDTH = 16  # channels of DCGAN's first layer: what one core can train at 1,000 examples a second


def _layer(kind: str, **params: Any) -> dict[str, Any]:
    return {"id": kind, "params": params}


def _form(channels: int, height: int, width: int) -> dict[str, Any]:
    return _layer("reshape", channels=channels, height=height, width=width)


# GAN Playground's own (the `.json` files of its models), with one output for D in place of two


def playground_dense_generator(shape: Image = PIXELS) -> Layers:
    """GAN Playground's "Fully connected" for G, with the tanh of its other one: without it the
    ground turns grey and the grain hides the digits.
    """
    return [
        _layer("dense", units=256),
        _layer("relu"),
        _layer("dense", units=math.prod(shape)),
        _form(*shape),
        _layer("tanh"),
    ]


def playground_dense_discriminator() -> Layers:
    """GAN Playground's "Fully connected" for D."""
    return [
        _layer("flatten"),
        _layer("dense", units=128),
        _layer("relu"),
        _layer("dense", units=32),
        _layer("relu"),
        _layer("dense", units=1),
    ]


def playground_conv_generator(shape: Image = PIXELS) -> Layers:
    """GAN Playground's "Convolutional" for G, with the tanh of its published screen."""
    channels, side, _ = shape
    return [
        _layer("dense", units=math.prod(shape)),
        _layer("relu"),
        _form(channels, side, side),
        _layer("conv", channels=10, kernel=3, padding=1),
        _layer("relu"),
        _layer("conv", channels=channels, kernel=3, padding=1),
        _layer("tanh"),
    ]


def playground_conv_discriminator() -> Layers:
    """GAN Playground's "Convolutional" for D."""
    layers = []
    for channels in (8, 16):
        layers += [
            _layer("conv", channels=channels, kernel=5, padding=2),
            _layer("relu"),
            _layer("max_pool", window=2, stride=2),
        ]
    return [*layers, _layer("flatten"), _layer("dense", units=1)]


# Fully connected


def dense_generator(shape: Image = PIXELS, width: int = 256) -> Layers:
    """Noise → image by two hidden layers, the second twice as wide (as in Goodfellow et al. 2014,
    with batch norm).
    """
    layers = []
    for units in (width, 2 * width):
        layers += [_layer("dense", units=units, bias=False), _layer("batch_norm"), _layer("relu")]
    return [
        *layers,
        _layer("dense", units=math.prod(shape)),
        _form(*shape),
        _layer("tanh"),
    ]


def dense_discriminator(width: int = 256) -> Layers:
    """Image → one number by two hidden layers, the first twice as wide."""
    layers = [_layer("flatten")]
    for units in (2 * width, width):
        layers += [
            _layer("dense", units=units),
            _layer("leaky_relu"),
            _layer("dropout", probability=0.3),
        ]
    return [*layers, _layer("dense", units=1)]


# DCGAN (Radford et al. 2016, section 3 and figure 1), with as many layers as the side can be halved


def _halvings(side: int) -> int:
    """How often a side is halved: down to 4 pixels, or 7."""
    return {16: 2, 28: 2, 32: 3}[side]


def dcgan_generator(shape: Image = PIXELS, width: int = WIDTH) -> Layers:
    """Noise → a small image of many channels, doubled by fractionally strided convolutions; batch
    norm and ReLU behind all but the last, which ends in tanh.
    """
    channels, side, _ = shape
    count = _halvings(side)
    depth, small = width * 2**count, side // 2**count
    layers = [
        _layer("dense", units=depth * small * small, bias=False),
        _form(depth, small, small),
        _layer("batch_norm"),
        _layer("relu"),
    ]
    for k in range(count - 1, 0, -1):
        layers += [
            _layer("conv_transpose", channels=width * 2**k, bias=False),
            _layer("batch_norm"),
            _layer("relu"),
        ]
    return [*layers, _layer("conv_transpose", channels=channels), _layer("tanh")]


def dcgan_discriminator(side: int = 28, width: int = WIDTH) -> Layers:
    """Image → one number by strided convolutions with leaky ReLU; batch norm but for the first."""
    layers = [_layer("conv", channels=width, kernel=4, stride=2), _layer("leaky_relu")]
    for k in range(1, _halvings(side)):
        layers += [
            _layer("conv", channels=width * 2**k, kernel=4, stride=2, bias=False),
            _layer("batch_norm"),
            _layer("leaky_relu"),
        ]
    return [*layers, _layer("flatten"), _layer("dense", units=1)]


def wgan_gp_discriminator(side: int = 28, width: int = WIDTH) -> Layers:
    """DCGAN's discriminator with layer norm in place of batch norm, since a gradient penalty is
    about single samples (Gulrajani et al. 2017, section 4).
    """
    layers = [_layer("conv", channels=width, kernel=4, stride=2), _layer("leaky_relu")]
    for k in range(1, _halvings(side)):
        layers += [
            _layer("conv", channels=width * 2**k, kernel=4, stride=2),
            _layer("layer_norm"),
            _layer("leaky_relu"),
        ]
    return [*layers, _layer("flatten"), _layer("dense", units=1)]


def spectral_discriminator(side: int = 28, width: int = WIDTH) -> Layers:
    """For the hinge loss: every layer with spectral norm and none else, leaky ReLU by 0.1, and as
    in the authors' table 3 each halving after a convolution that keeps the side (Miyato et al.
    2018).
    """
    layers = []
    for k in range(_halvings(side)):
        for kernel, stride in ((3, 1), (4, 2)):
            layers += [
                _layer(
                    "conv", channels=width * 2**k, kernel=kernel, stride=stride, padding=1,
                    spectral_norm=True,
                ),
                _layer("leaky_relu", slope=0.1),
            ]  # fmt: skip
    return [*layers, _layer("flatten"), _layer("dense", units=1, spectral_norm=True)]


# A small pix2pix (Isola et al. 2017, section 6.1), and BiGAN's encoder


def unet(channels: int = 1, side: int = 28, width: int = WIDTH) -> Layers:
    """Image → image of the same side: halved and doubled again, with a skip around each halving."""
    count = _halvings(side)
    layers = [_layer("conv", channels=width, kernel=3), _layer("leaky_relu")]
    for k in range(1, count + 1):
        layers += [
            _layer("skip"),
            _layer("conv", channels=width * 2**k, kernel=4, stride=2, bias=False),
            _layer("batch_norm"),
            _layer("leaky_relu"),
        ]
    for k in range(count - 1, -1, -1):
        layers += [
            _layer("conv_transpose", channels=width * 2**k, bias=False),
            _layer("batch_norm"),
            _layer("relu"),
            _layer("join"),
        ]
    return [*layers, _layer("conv", channels=channels, kernel=3), _layer("tanh")]


def patch_discriminator(width: int = WIDTH) -> Layers:
    """Pair of images as channels → one number for each patch of 16×16 pixels: (1, side/4, side/4)
    less one at each edge.
    """
    return [
        _layer("conv", channels=width, kernel=4, stride=2),
        _layer("leaky_relu"),
        _layer("conv", channels=2 * width, kernel=4, stride=2, bias=False),
        _layer("batch_norm"),
        _layer("leaky_relu"),
        _layer("conv", channels=1, kernel=3, padding=0),
    ]


def bigan_discriminator(side: int = 16, width: int = WIDTH, hidden: int = 256) -> Layers:
    """Image and code → one number: the code comes to what convolutions have found, so that neither
    drowns the other (Donahue et al. 2017, section 4). No batch norm: an encoder is built alike, and
    codes of an image should not depend on the batch.
    """
    *trunk, _ = (x for x in dcgan_discriminator(side, width) if x["id"] != "batch_norm")
    return [
        *trunk,
        _layer("told"),
        _layer("dense", units=hidden),
        _layer("leaky_relu"),
        _layer("dense", units=1),
    ]


def encoder(discriminator: Layers, noise: int) -> Layers | None:
    """BiGAN's encoder, image → code: as a discriminator up to its last fully connected layer, which
    puts out the code; None where there is no such layer (Donahue et al. 2017, section 3).
    """
    ends = [k for k, layer in enumerate(discriminator) if layer["id"] == "dense"]
    return [*discriminator[: ends[-1]], _layer("dense", units=noise)] if ends else None
