"""Data sets of images. One module per kind; their order here is the page's."""

from ganlab.gan.image.datasets import digits, glyphs, shapes, outlines, known, uploads  # noqa: F401, I001 -- they register
from ganlab.gan.image.datasets.entry import (
    QUIET,
    Cancelled,
    Job,
    dataset,
    datasets,
    inputs_of,
    is_here,
    load,
    names_of,
    shape_of,
)
from ganlab.gan.image.datasets.ready import bring, is_ready, require
from ganlab.gan.image.datasets.uploads import keep_upload, read_upload

__all__ = [
    "QUIET", "Cancelled", "Job", "bring", "dataset", "datasets", "inputs_of", "is_here",
    "is_ready", "keep_upload", "load", "names_of", "read_upload", "require", "shape_of",
]  # fmt: skip
