"""Inspection of a plane through noise space, as a grid of images."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from ganlab.gan.image.inspections.directions import MOST_COMPONENTS, directions_of
from ganlab.gan.image.inspections.entry import Found, inspection, places
from ganlab.gan.image.inspections.subject import Subject
from ganlab.registry import ConfigError, param

FAKES, DIRECTIONS = "fakes", "directions"


def spanned(a: Tensor, b: Tensor, c: Tensor, side: int, dimension: int, *, keep: bool) -> Tensor:
    """The parallelogram of three points (d,): a + u (b − a) + v (c − a), u and v from 0 to 1, rows
    by v: (side², d).

    `keep`: the first `dimension` numbers are drawn to the length ‖a‖ + u (‖b‖ − ‖a‖) + v (‖c‖ −
    ‖a‖), not less than the shortest of the three, so that all lie where noise usually does.
    """
    a, b, c = a.double(), b.double(), c.double()
    v, u = _square(0, 1, side)
    points: Tensor = a + u[:, None] * (b - a) + v[:, None] * (c - a)
    if keep:
        first, second, third = (p[:dimension].norm() for p in (a, b, c))
        wanted = first + u * (second - first) + v * (third - first)
        wanted = wanted.clamp_min(torch.stack([first, second, third]).min())
        lengths = points[:, :dimension].norm(dim=1).clamp_min(1e-12)
        points[:, :dimension] *= (wanted / lengths)[:, None]
    return points


def crossed(at: Tensor, one: Tensor, other: Tensor, side: int, reach: float) -> Tensor:
    """Around a point (d,): at + u · one + v · other, u and v from −reach to reach, rows by v:
    (side², d).
    """
    v, u = _square(-reach, reach, side)
    points: Tensor = at.double() + u[:, None] * one + v[:, None] * other
    return points


def _square(low: float, high: float, side: int) -> Tensor:
    """Evenly spaced places, row by row: how far down and how far across each is, (2, side²)."""
    along = torch.linspace(low, high, side, dtype=torch.float64)
    return torch.cartesian_prod(along, along).T


@inspection(
    "Slice",
    needs_noise=True,
    id="slice",
    formula=r"z=a+u\,(b-a)+v\,(c-a)",
    source="Radford et al. 2016, section 6.1; White 2016, section 2.2",
)
def plane(
    subject: Subject,
    *,
    by: str = param(
        FAKES, choices={FAKES: "Three images", DIRECTIONS: "Two directions"}, label="Spanned by",
    ),
    picks: Sequence[int] = places((0, 1, 2), 1, 3, "Corners, or the middle"),
    side: int = param(7, 3, 15, label="Images a side"),
    spherical: bool = param(
        True, label="Keep the length",
        help="Draws every point to the distance from the middle that noise usually has.",
    ),
    first: int = param(1, 1, MOST_COMPONENTS, label="Across", help="A leading direction."),
    second: int = param(2, 1, MOST_COMPONENTS, label="Down", help="A leading direction."),
    reach: float = param(3.0, 0.1, 5.0, label="Standard deviations to each side"),
) -> Found:  # fmt: skip
    """A plane through noise space, spanned by three images or by two leading directions: a map of
    what the generator paints between them.
    """
    dimension = subject.game.dimension
    if by == FAKES:
        if len(picks) != 3:
            raise ConfigError("params.picks", "three images to span a plane", len(picks))
        a, b, c = subject.inputs(picks)
        z = spanned(a, b, c, side, dimension, keep=spherical)
    else:
        at = subject.inputs(picks[:1])[0]
        steps = directions_of(subject, at).steps
        missing = [n for n, d in (("first", first), ("second", second)) if d > len(steps)]
        if missing:
            expected = f"a number from 1 to {len(steps)}, for there are only so many directions"
            raise ConfigError(f"params.{missing[0]}", expected, max(first, second))
        rest = torch.zeros(len(at) - dimension, dtype=torch.float64)
        one, other = (torch.cat([steps[k - 1], rest]) for k in (first, second))
        z = crossed(at, one, other, side, reach)
    images, verdicts = subject.painted(z)
    shape = (side, side)
    return Found({}, {"images": images.reshape(*shape, *images.shape[1:]),
                      "verdicts": verdicts.reshape(shape)})  # fmt: skip
