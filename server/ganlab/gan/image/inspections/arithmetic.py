"""Inspection by arithmetic: averaged noise of three groups of fakes, added and subtracted."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.image.inspections.entry import Found, inspection, places
from ganlab.gan.image.inspections.subject import Subject

VARIATIONS = 8
_SPREAD = 0.25


def sums(a: Tensor, b: Tensor, c: Tensor) -> Tensor:
    """The means of three groups (k, d) and of these A − B + C: (4, d).

    Source: Radford et al. 2016, section 6.3.2.
    """
    means = [group.double().mean(0) for group in (a, b, c)]
    return torch.stack([*means, means[0] - means[1] + means[2]])


def around(z: Tensor, dimension: int, rng: torch.Generator) -> Tensor:
    """Points (8, d) near one (d,): uniform noise of ±0.25 on its first `dimension` numbers.

    Source: Radford et al. 2016, figure 7.
    """
    near = z.repeat(VARIATIONS, 1)
    shifts = torch.rand((VARIATIONS, dimension), generator=rng, dtype=torch.float64)
    near[:, :dimension] += _SPREAD * (2 * shifts - 1)
    return near


@inspection(
    "Arithmetic",
    needs_noise=True,
    formula=r"\bar z_A-\bar z_B+\bar z_C",
    source="Radford et al. 2016, section 6.3.2",
)
def arithmetic(
    subject: Subject,
    *,
    a: Sequence[int] = places((0,), 1, 16, "A"),
    b: Sequence[int] = places((1,), 1, 16, "B"),
    c: Sequence[int] = places((2,), 1, 16, "C"),
) -> Found:
    """Averages the noise of each group, takes B's from A's and adds C's. Where A and B differ in
    one feature, C gets that feature. With a single image each it is often unstable, which is why
    three or more are averaged.
    """
    z = sums(*(subject.inputs(group) for group in (a, b, c)))
    rng = streams.generator(subject.game.config.seed, streams.ARITHMETIC)
    near = around(z[3], subject.game.dimension, rng)
    images, verdicts = subject.painted(torch.cat([z, near]))
    return Found({}, {"images": images[:4], "verdicts": verdicts[:4], "variations": images[4:]})
