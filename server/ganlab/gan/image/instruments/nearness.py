"""Instruments of nearness among images: precision, recall, and pairs that look like copies."""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.image.instruments.evidence import Evidence, instrument
from ganlab.gan.instruments.instrument import Finding
from ganlab.gan.instruments.neighbours import covered

PAIRS = 8  # that are shown


@instrument(
    "Precision",
    formula=r"\frac{100}{n}\sum_j\mathbf{1}\bigl[\exists i:\lVert y_j-x_i\rVert\le r_i\bigr]",
    source="Kynkäänniemi et al. 2019, equation 2",
    unit="%",
    better="higher",
    misleads="One real image far out has a large ball, in which bad fakes count as good; and lost "
    "classes cost nothing.",
)
def image_precision(evidence: Evidence) -> Finding:
    """How many fakes look real: in what a small network sees in them they lie within the ball of
    some real image, which reaches to its third nearest neighbour among real images.
    """
    return Finding(100 * covered(evidence.fake.features, evidence.real.features))


@instrument(
    "Recall",
    formula=r"\frac{100}{n}\sum_i\mathbf{1}\bigl[\exists j:\lVert x_i-y_j\rVert\le r_j\bigr]",
    source="Kynkäänniemi et al. 2019, equation 2",
    unit="%",
    better="higher",
    misleads="Fakes that are spread thinly have large balls, so a few wild ones reach nearly "
    "everything.",
)
def image_recall(evidence: Evidence) -> Finding:
    """How many real images the generator can reach: in what a small network sees in them they lie
    within the ball of some fake, which reaches to its third nearest neighbour among fakes.
    """
    return Finding(100 * covered(evidence.real.features, evidence.fake.features))


def closest_pairs(pixels: Tensor, count: int) -> tuple[list[list[int]], list[float]]:
    """The pairs of uint8 images (n, …) that differ least, closest first, as numbers [i, j] with
    i < j, and by how much: the root mean square over their pixels, in grey levels.

    Whole numbers up to 2⁵³ are exact in float64, so copies are found to differ by 0.
    """
    x = pixels.flatten(1).double()
    squares = x.square().sum(1)
    apart = squares[:, None] + squares - 2 * (x @ x.T)
    apart[torch.ones_like(apart, dtype=torch.bool).tril()] = float("inf")
    n = len(x)
    found, places = apart.flatten().topk(min(count, n * (n - 1) // 2), largest=False)
    pairs = [[place // n, place % n] for place in places.tolist()]
    distances: list[float] = (found / x.shape[1]).sqrt().tolist()
    return pairs, distances


@instrument(
    "Closest pairs",
    source="Arora & Zhang 2017",
    shows="pairs",
    unit="grey levels",
    better="higher",
    misleads="It compares pixels: the same digit moved by two pixels passes for another one, and "
    "noise scores best of all. Look at the pairs.",
)
def image_pairs(evidence: Evidence) -> Finding:
    """The eight pairs of fakes that differ least, to be judged by eye, and by how much they differ
    on average. A generator with few different images must soon repeat itself: among 1,000 of N
    equally likely ones two are the same as often as not when N is 720,000.
    """
    pairs, distances = closest_pairs(evidence.fake.pixels, PAIRS)
    more = {"pairs": pairs, "distances": [round(d, 3) for d in distances]}
    return Finding(sum(distances) / len(distances), more=more)
