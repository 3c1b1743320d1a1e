"""Printed digits from many fonts, each turned, slanted, stretched, thickened and blurred a little.

A digit is drawn once in every font, large; a picture is that drawing seen through a random affine
map. All numbers that decide a picture are drawn before the first one is made.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets.cache import kept
from ganlab.gan.image.datasets.draws import balanced, size_param
from ganlab.gan.image.datasets.entry import DIGITS, QUIET, Job, dataset
from ganlab.gan.image.datasets.fonts import PACKAGES, faces
from ganlab.registry import param

EXAMPLES, HELD_OUT = 20_000, 2_000
_SEED = 2

_CANVAS, _TALL = 128, 80  # pixels of a large drawing, and of the tallest digit in it
_SOFT = 2.5  # pixels of blur, whose level lines are the thinner and thicker outlines
_SHARE = 20 / 28  # of the picture's height that an unchanged digit takes, as in MNIST


@dataclass(frozen=True)
class Jitter:
    """The furthest from the plain digit, each way, that a picture goes."""

    angle: float  # degrees
    slant: float
    stretch: float  # of width and of height, each by itself
    shift: float  # of the picture's side
    weight: float  # of the height of the blurred outline that is taken as the edge
    blur: float  # pixels of a picture of 28, from none


JITTERS = {
    "none": Jitter(0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "some": Jitter(10.0, 0.15, 0.12, 0.05, 0.13, 0.5),
    "strong": Jitter(25.0, 0.35, 0.22, 0.10, 0.18, 0.8),
}
_WORDS = {"none": "None", "some": "Some", "strong": "Strong"}


@dataset(
    "Printed digits",
    source="Digits of 47 free fonts",
    shape=lambda *, size, **_: (1, int(size), int(size)),
    classes=lambda **_: DIGITS,
)
@kept(1, "pillow", "numpy", *PACKAGES)
def glyphs(
    job: Job = QUIET,
    *,
    size: str = size_param("28"),
    jitter: str = param(
        "some",
        choices=_WORDS,
        help="How far digits are turned, slanted, stretched, shifted, thickened and blurred. "
        "With none there are only as many pictures as fonts, drawn again and again.",
    ),
) -> ImageSet:
    """20,000 digits from 47 fonts, upright and italic, thin and bold, each a little turned and
    bent: as large and as easy to read as MNIST, and made here in seconds. 2,000 are held out.
    """
    draw = np.random.default_rng(_SEED)
    labels = balanced(draw, EXAMPLES, len(DIGITS))
    drawings = _drawings()
    font = draw.integers(len(drawings) // len(DIGITS), size=EXAMPLES)
    jitters = draw.uniform(-1.0, 1.0, (EXAMPLES, 8))
    side, most = int(size), JITTERS[jitter]
    images = np.empty((EXAMPLES, side, side), np.uint8)
    for i, (at, label, j) in enumerate(zip(font, labels, jitters, strict=True)):
        if i % 500 == 0:
            job.at(i / EXAMPLES, f"Drawing digit {i:,} of {EXAMPLES:,}")
        images[i] = _picture(drawings[int(at), int(label)], j, most, side)
    return ImageSet(torch.from_numpy(images)[:, None], torch.from_numpy(labels), DIGITS, HELD_OUT)


def _drawings() -> Mapping[tuple[int, int], Image.Image]:
    """(font, digit) → the digit, large, in the middle, white on black, with a soft outline."""
    found = {}
    for number, path in enumerate(faces()):
        font = ImageFont.truetype(path, 100, layout_engine=ImageFont.Layout.BASIC)
        boxes = [font.getbbox(digit) for digit in DIGITS]
        tallest = max(bottom - top for _, top, _, bottom in boxes)
        font = font.font_variant(size=100 * _TALL / tallest)
        for value, digit in enumerate(DIGITS):
            left, top, right, bottom = font.getbbox(digit)
            corner = ((_CANVAS - left - right) / 2, (_CANVAS - top - bottom) / 2)
            canvas = Image.new("L", (_CANVAS, _CANVAS))
            ImageDraw.Draw(canvas).text(corner, digit, 255, font)
            found[number, value] = canvas.filter(ImageFilter.GaussianBlur(_SOFT))
    return found


def _picture(
    drawing: Image.Image, jitter: NDArray[np.float64], most: Jitter, side: int
) -> NDArray[np.uint8]:
    """One picture (side, side); `jitter` are eight numbers from -1 to 1."""
    angle, slant, wider, taller, right, down, weight, blur = (float(j) for j in jitter)
    sharp = drawing.point(_edge(drawing, most.weight * weight))
    view = _view(
        angle=math.radians(most.angle * angle),
        slant=most.slant * slant,
        width=1 + most.stretch * wider,
        height=1 + most.stretch * taller,
        shift=(most.shift * right, most.shift * down),
        side=2 * side,
    )
    bicubic = Image.Resampling.BICUBIC
    large = sharp.transform((2 * side, 2 * side), Image.Transform.AFFINE, view, bicubic)
    softness = most.blur * (1 + blur) / 2 * side / 28
    return np.asarray(large.filter(ImageFilter.GaussianBlur(2 * softness)).reduce(2))


def _edge(drawing: Image.Image, weight: float) -> list[int]:
    """A table that makes the soft outline sharp: where it is drawn decides how bold the digit is.

    It goes by the drawing's own maximum, so that no thin line is lost.
    """
    white = float(drawing.getextrema()[1])  # type: ignore[arg-type]
    ramp = (np.arange(256) / white - (0.5 - weight)) / 0.3 + 0.5
    table: list[int] = np.rint(255 * ramp.clip(0, 1)).astype(int).tolist()
    return table


def _view(
    *,
    angle: float,
    slant: float,
    width: float,
    height: float,
    shift: tuple[float, float],
    side: int,
) -> tuple[float, ...]:
    """The affine map from a picture of `side` pixels back to the large drawing, as Pillow has it.

    Forward, the drawing is stretched, slanted, turned and then shifted. Rounded, as the last digit
    of a cosine differs between machines.
    """
    scale = _SHARE * side / _TALL
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    forward = scale * turn @ np.array([[1.0, -slant], [0.0, 1.0]]) @ np.diag([width, height])
    back = np.linalg.inv(forward)
    middle = np.array([_CANVAS / 2, _CANVAS / 2])
    offset = middle - back @ (side * (0.5 + np.array(shift)))
    a, b, d, e = back.ravel().tolist()
    c, f = offset.tolist()
    return tuple(round(value, 6) for value in (a, b, c, d, e, f))
