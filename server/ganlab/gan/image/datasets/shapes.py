"""Shapes in colour: each picture has a shape, a colour and a size, chosen by themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ganlab.gan.image.dataset import Attribute, ImageSet
from ganlab.gan.image.datasets.cache import kept
from ganlab.gan.image.datasets.draws import balanced, size_param
from ganlab.gan.image.datasets.entry import QUIET, Job, dataset
from ganlab.registry import param

EXAMPLES, HELD_OUT = 20_000, 2_000
_SEED = 3
_FINE = 8  # so many pixels along each side are drawn for one of the picture
_TURN, _GROW, _SHIFT = 12.0, 0.1, 0.1  # each way at most: degrees, share of the radius, of the side

Points = NDArray[np.float64]  # (n, 2): x to the right, y down, within the unit circle


def _arc(n: int, radius: float, start: float, end: float) -> Points:
    """n points of a circle from one angle to another, both in degrees clockwise from the top."""
    angle = np.radians(np.linspace(start, end, n))
    points: Points = radius * np.stack([np.sin(angle), -np.cos(angle)], 1)
    return points


def _regular(n: int, radius: float = 1.0, start: float = 0.0) -> Points:
    """The corners of a regular polygon; a circle, where they are many."""
    return _arc(n + 1, radius, start, start + 360)[:n]


def _moved(points: Points, right: float, down: float) -> Points:
    moved: Points = points + np.array([right, down])
    return moved


def _star() -> Points:
    points = _regular(10)
    points[1::2] *= 0.45
    return points


def _cross() -> Points:
    arm, reach = 0.34, 0.92
    corners = np.array([[-arm, -reach], [arm, -reach], [arm, -arm]])
    clockwise = np.array([[0.0, 1.0], [-1.0, 0.0]])
    return np.concatenate([corners @ np.linalg.matrix_power(clockwise, k) for k in range(4)])


def _heart() -> Points:
    t = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    x = 16 * np.sin(t) ** 3
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return np.stack([x, -y - 2.5], 1) / 17


def _moon() -> Points:
    """What a smaller disc leaves of a larger one: their rims meet where both arcs end."""
    tip = math.degrees(math.atan2(0.866, 0.05))
    outer = _arc(33, 1.0, 150, 390)
    inner = _moved(_arc(25, math.hypot(0.05, 0.866), 270 + tip, 270 - tip), 0.55, 0.0)
    return _moved(np.concatenate([outer, inner]), 0.12, 0.0)


# Each with its hole, if it has one.
SHAPES: dict[str, tuple[Points, ...]] = {
    "circle": (_regular(48, 0.9),),
    "ring": (_regular(48), _regular(48, 0.55)),
    "square": (_regular(4, start=45),),
    "triangle": (_moved(_regular(3), 0.0, 0.15),),
    "star": (_star(),),
    "cross": (_cross(),),
    "heart": (_heart(),),
    "moon": (_moon(),),
}
COLOURS = {
    "red": (230, 60, 60),
    "orange": (240, 150, 40),
    "yellow": (240, 225, 80),
    "green": (70, 190, 90),
    "blue": (70, 130, 235),
    "violet": (170, 90, 220),
}
SIZES = {"small": 0.21, "medium": 0.30, "large": 0.40}  # radius, as a share of the side


@dataset(
    "Shapes",
    shape=lambda *, size, colour: (3 if colour else 1, int(size), int(size)),
    classes=lambda **_: tuple(SHAPES),
)
@kept(1, "pillow", "numpy")
def shapes(
    job: Job = QUIET,
    *,
    size: str = size_param("28"),
    colour: bool = param(True, help="Six colours; without, every shape is white."),
) -> ImageSet:
    """20,000 circles, rings, squares, triangles, stars, crosses, hearts and moons, in six colours
    and three sizes, on a black ground. Shape, colour and size have nothing to do with each
    other: does the generator keep them apart? 2,000 are held out.
    """
    draw = np.random.default_rng(_SEED)
    labels = balanced(draw, EXAMPLES, len(SHAPES))
    sizes = draw.integers(len(SIZES), size=EXAMPLES)
    colours = draw.integers(len(COLOURS), size=EXAMPLES)
    dim = draw.integers(217, 256, EXAMPLES)  # brightness, of 255
    jitters = draw.uniform(-1.0, 1.0, (EXAMPLES, 4))
    outlines, radii = list(SHAPES.values()), np.array(list(SIZES.values()))[sizes]
    masks = np.empty((EXAMPLES, int(size), int(size)), np.uint8)
    for i, jitter in enumerate(jitters):
        if i % 500 == 0:
            job.at(i / EXAMPLES, f"Drawing shape {i:,} of {EXAMPLES:,}")
        masks[i] = mask(placed(outlines[labels[i]], radii[i], jitter), int(size))
    attributes = {"size": Attribute(torch.from_numpy(sizes.astype(np.int64)), tuple(SIZES))}
    images = masks[:, None]
    if colour:
        inks = np.array(list(COLOURS.values()))[colours] * dim[:, None] // 255
        images = coloured(masks, inks)
        painted = torch.from_numpy(colours.astype(np.int64))
        attributes = {"colour": Attribute(painted, tuple(COLOURS)), **attributes}
    return ImageSet(
        torch.from_numpy(images), torch.from_numpy(labels), tuple(SHAPES), HELD_OUT, attributes
    )


def placed(outlines: Sequence[Points], radius: float, jitter: Points) -> list[Points]:
    """Outlines on a picture of side 1, turned and moved so that they stay within it."""
    turn, grow, right, down = jitter.tolist()
    angle, radius = math.radians(_TURN * turn), radius * (1 + _GROW * grow)
    room = min(0.5 - radius, _SHIFT)
    rotation = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    middle = 0.5 + room * np.array([right, down])
    return [radius * points @ rotation + middle for points in outlines]


def mask(outlines: Sequence[Points], side: int) -> NDArray[np.uint8]:
    """How much of each pixel is covered, 0 to 255, (side, side); a second outline is a hole."""
    canvas = Image.new("L", (_FINE * side, _FINE * side))
    pen = ImageDraw.Draw(canvas)
    for points, ink in zip(outlines, (255, 0), strict=False):
        corners = np.rint(points * (_FINE * side) - 0.5).astype(int)
        pen.polygon([(x, y) for x, y in corners.tolist()], fill=ink)
    return np.asarray(canvas.reduce(_FINE))


def coloured(masks: NDArray[np.uint8], inks: NDArray[np.int64]) -> NDArray[np.uint8]:
    """(n, side, side) in inks (n, 3) on black, (n, 3, side, side)."""
    wide = masks[:, None].astype(np.uint16) * inks[:, :, None, None].astype(np.uint16)
    return ((wide + 127) // 255).astype(np.uint8)
