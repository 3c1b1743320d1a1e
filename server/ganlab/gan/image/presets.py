"""Presets of images: configurations with a name, each with one sentence on what to watch.

As `ganlab.gan.presets`; every configuration is of the scene of images.
"""

from __future__ import annotations

from typing import Any

from ganlab.gan.image.standard import CONFIG
from ganlab.gan.presets.preset import WORKING, Presets

image_presets = Presets("image_presets", "Preset")
preset = image_presets.register


@preset(
    "DCGAN on printed digits",
    group=WORKING,
    watch="From grey noise to strokes, and then to digits: all ten kinds appear.",
    source="Radford et al. 2016",
)
def dcgan_glyphs() -> dict[str, Any]:
    """Convolutions with strides, batch norm, ReLU in G and leaky ReLU in D: the recipe that made
    GANs of images work.
    """
    return {"scene": "image", **CONFIG}
