"""Outlines and shapes: pairs of a line drawing and of the same shape filled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ganlab.gan.image.dataset import Attribute, ImageSet
from ganlab.gan.image.datasets.cache import kept
from ganlab.gan.image.datasets.draws import balanced, size_param
from ganlab.gan.image.datasets.entry import QUIET, Job, dataset
from ganlab.gan.image.datasets.shapes import (
    COLOURS,
    SHAPES,
    Points,
    coloured,
    mask,
    placed,
)
from ganlab.registry import param

EXAMPLES, HELD_OUT = 5_000, 1_000
_SEED = 4
_FINE = 8  # so many pixels along each side are drawn for one of the picture
_LINE = 1.2  # width, in pixels of a picture of 28
_RADII = (0.28, 0.4)  # from the smallest to the largest, as a share of the side
BY_KIND, FREE = "kind", "free"
# The colour of each shape, by its number, where the kind decides it.
PAINT = (4, 1, 3, 2, 0, 5, 0, 2)


@dataset(
    "Outlines and shapes",
    shape=lambda *, size, **_: (3, int(size), int(size)),
    classes=lambda **_: tuple(SHAPES),
    inputs=lambda *, size, **_: (1, int(size), int(size)),
)
@kept(2, "pillow", "numpy")
def outlines(
    job: Job = QUIET,
    *,
    size: str = size_param("28"),
    colours: str = param(
        BY_KIND, choices={BY_KIND: "One for each kind", FREE: "Any"}, label="Colours",
        help="Whether an outline says which colour its shape has, or any of six may be right.",
    ),
) -> ImageSet:  # fmt: skip
    """5,000 pairs: the outline of a circle, ring, square, triangle, star, cross, heart or moon, and
    the same shape filled. What is inside, and in which colour, is to be learned: for pix2pix, which
    makes the second from the first. 1,000 are held out.
    """
    draw = np.random.default_rng(_SEED)
    side = int(size)
    labels = balanced(draw, EXAMPLES, len(SHAPES))
    radii = draw.uniform(*_RADII, EXAMPLES)
    any_colour = draw.integers(len(COLOURS), size=EXAMPLES)
    jitters = draw.uniform(-1.0, 1.0, (EXAMPLES, 4))
    corners = list(SHAPES.values())
    masks = np.empty((EXAMPLES, side, side), np.uint8)
    lines = np.empty_like(masks)
    for i, jitter in enumerate(jitters):
        if i % 500 == 0:
            job.at(i / EXAMPLES, f"Drawing pair {i:,} of {EXAMPLES:,}")
        shape = placed(corners[labels[i]], radii[i], jitter)
        masks[i], lines[i] = mask(shape, side), _drawn(shape, side)
    painted = any_colour if colours == FREE else np.array(PAINT)[labels]
    images = coloured(masks, np.array(list(COLOURS.values()))[painted])
    names = {"colour": Attribute(torch.from_numpy(painted.astype(np.int64)), tuple(COLOURS))}
    return ImageSet(
        torch.from_numpy(images), torch.from_numpy(labels), tuple(SHAPES), HELD_OUT, names,
        torch.from_numpy(lines[:, None]),
    )  # fmt: skip


def _drawn(outlines: Sequence[Points], side: int) -> NDArray[np.uint8]:
    """Closed lines, 0 to 255, (side, side)."""
    canvas = Image.new("L", (_FINE * side, _FINE * side))
    pen = ImageDraw.Draw(canvas)
    width = round(_LINE * _FINE * side / 28)
    for points in outlines:
        corners = np.rint(points * (_FINE * side) - 0.5).astype(int)
        closed = [(x, y) for x, y in [*corners.tolist(), *corners[:2].tolist()]]
        pen.line(closed, fill=255, width=width, joint="curve")
    return np.asarray(canvas.reduce(_FINE))
