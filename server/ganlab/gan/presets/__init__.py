"""Presets: configurations with a name. One module per group; their order here is the page's."""

from ganlab.gan.presets import working, failing, originals  # noqa: F401, I001 -- they register, in this order
from ganlab.gan.presets.preset import FAILING, ORIGINALS, WORKING, presets

__all__ = ["FAILING", "ORIGINALS", "WORKING", "presets"]
