"""Inspections: looks inside a GAN of images, one file each."""

from ganlab.gan.image.inspections import (  # noqa: F401 -- importing one registers it
    arithmetic,
    directions,
    features,
    filters,
    one,
    plane,
    walk,
)
from ganlab.gan.image.inspections.entry import inspections
from ganlab.gan.image.inspections.inspector import Inspector

__all__ = ["Inspector", "inspections"]
