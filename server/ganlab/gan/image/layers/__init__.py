"""Layers: what image networks are built of. One module per kind; their order here is the page's."""

# isort: off
from ganlab.gan.image.layers import weighted, pixels, norms, activations, forms  # noqa: F401 -- they register
# isort: on

from ganlab.gan.image.layers.entry import layers

__all__ = ["layers"]
