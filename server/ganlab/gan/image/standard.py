"""What a configuration of images holds where it says nothing: DCGAN on printed digits."""

from __future__ import annotations

from typing import Any

from ganlab.gan.image.architectures import (
    Image,
    dcgan_discriminator,
    dcgan_generator,
    dense_discriminator,
    dense_generator,
    patch_discriminator,
    unet,
)

NOISE = 64  # numbers; DCGAN's 100 are more than the lab's priors give


def adam(lr: float, beta1: float = 0.5, beta2: float = 0.999) -> dict[str, Any]:
    """Adam with these constants; the usual ones are DCGAN's (Radford et al. 2016, section 4)."""
    return {"id": "adam", "params": {"lr": lr, "beta1": beta1, "beta2": beta2}}


def stack(layers: list[dict[str, Any]], init: str = "dcgan") -> dict[str, Any]:
    """A network of these layers."""
    return {"id": "stack", "params": {"layers": layers, "init": init}}


SIDES = (16, 28, 32)  # that DCGAN's layers halve evenly


def networks(shape: Image) -> dict[str, Any]:
    """The networks to begin with for images of a shape (channels, height, width): DCGAN's where it
    has some for that size, else fully connected ones.
    """
    _, height, width = shape
    if height == width and height in SIDES:
        return {
            "generator": stack(dcgan_generator(shape)),
            "discriminator": stack(dcgan_discriminator(height)),
        }
    return {
        "generator": stack(dense_generator(shape), "he"),
        "discriminator": stack(dense_discriminator(), "he"),
    }


def pair_networks(shape: Image) -> dict[str, Any]:
    """The networks to begin with to make images of a shape from others of the same size."""
    channels, side, _ = shape
    return {
        "generator": stack(unet(channels, side)),
        "discriminator": stack(patch_discriminator()),
    }


CONFIG: dict[str, Any] = {
    "data": {"id": "glyphs"},
    "scaling": {"id": "symmetric"},
    "model": {"id": "gan"},
    "prior": {"id": "gaussian", "params": {"dimension": NOISE}},
    "generator": stack(dcgan_generator()),
    "discriminator": stack(dcgan_discriminator()),
    "d_optimizer": adam(0.0005),
    "g_optimizer": adam(0.0005),
    "batch_size": 64,
    "g_ema": 0.99,
}
