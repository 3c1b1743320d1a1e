"""Metrics: how far the fakes are from the real samples, each with the floor of a perfect generator.

An entry is a function `(evaluation) -> float`. Its registration says the `unit`, whether "lower" or
"higher" is `better`, the number of `samples` a side that it looks at, whether it `needs_modes`
(only mixtures have them); it may say in one sentence how it `misleads`. No metric of finite
samples reads 0 for a perfect generator: `floors` gives what a second set of real samples scores in
the place of the fakes. `needs` names what only some models have beside the samples: "labels" or
"codes".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from ganlab.gan.plane.distributions import Extent
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.target import Distribution
from ganlab.registry import Entry, Registry

SAMPLES = 5000  # a side; with this many the floor of the JS divergence is 0.004 to 0.04 bits
MODE_SAMPLES = 2500  # the published tables count modes in this many
CELLS = 30  # along each side of the grid, as in GAN Lab
SMOOTHING = 1e-4  # added to each cell's share, as in GAN Lab
HIGH_QUALITY = 3.0  # standard deviations from the nearest mode (Srivastava et al. 2017)

metrics = Registry("metrics", "Metric")
metric = metrics.register


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What the metrics look at: real and fake samples of one target, and what is known of it.

    real (n, 2), fake (m, 2), in plane units; extent is the square that the grid covers. Raises
    ValueError on other shapes. `labels` (m,) are the classes that the fakes were asked for,
    `reconstructed` (n, 2) what encoder and generator make of the real samples. Counts that several
    metrics need are made once.
    """

    real: Tensor
    fake: Tensor
    extent: Extent
    mixture: Mixture | None
    labels: Tensor | None = None
    reconstructed: Tensor | None = None

    def __post_init__(self) -> None:
        for name in ("real", "fake"):
            shape = tuple(getattr(self, name).shape)
            if len(shape) != 2 or shape[0] < 1 or shape[1] != 2:
                raise ValueError(f"{name}: expected samples of shape (n, 2), got {shape}")

    @cached_property
    def shares(self) -> tuple[Tensor, Tensor]:
        """The smoothed shares p of the real and q of the fake samples per cell: (901,) each.

        As in GAN Lab, 1e-4 is added to each cell's share and the sum is left a little above 1.
        Cell 900 is everything beyond the extent, which GAN Lab lost.
        """
        return _cell_shares(self.real, self.extent), _cell_shares(self.fake, self.extent)

    @cached_property
    def nearest(self) -> tuple[Tensor, Tensor]:
        """For each fake its nearest mode (m,) and whether it is of high quality (m,)."""
        if self.mixture is None:
            raise ValueError("expected a mixture, which has modes, got a distribution without")
        mode, distance = self.mixture.nearest(self.fake)
        return mode, distance <= HIGH_QUALITY


def cell_counts(x: Tensor, extent: Extent) -> Tensor:
    """How many of x (n, 2) lie in each of the 30 x 30 cells, and at last beyond them: (901,)."""
    x_min, x_max, y_min, y_max = extent
    low = torch.tensor([x_min, y_min], dtype=x.dtype)
    size = torch.tensor([x_max - x_min, y_max - y_min], dtype=x.dtype)
    unit = (x - low) / size
    inside = ((unit >= 0) & (unit <= 1)).all(dim=1)  # NaN counts as outside
    # The upper edge belongs to the last cell: a saturated tanh puts samples exactly there.
    column, row = (unit.nan_to_num() * CELLS).clamp(0, CELLS - 1).long().unbind(dim=1)
    cell = torch.where(inside, row * CELLS + column, CELLS * CELLS)
    return torch.bincount(cell, minlength=CELLS * CELLS + 1)


def _cell_shares(x: Tensor, extent: Extent) -> Tensor:
    return cell_counts(x, extent).double() / len(x) + SMOOTHING


def kl_bits(p: Tensor, q: Tensor) -> float:
    """sum of p log2(p / q), in bits, for shares above 0 of the same shape."""
    return float((p * (p / q).log2()).sum())


def js_bits(p: Tensor, q: Tensor) -> float:
    """Mean of the KL divergences of p and of q from their average, in bits."""
    average = (p + q) / 2
    return (kl_bits(p, average) + kl_bits(q, average)) / 2


@metric(
    "JS divergence",
    formula=r"\tfrac12\mathrm{KL}(p\,\|\,m)+\tfrac12\mathrm{KL}(q\,\|\,m),\ m=\tfrac{p+q}{2}",
    source="Kahng et al. 2018",
    unit="bits",
    better="lower",
    samples=SAMPLES,
    needs_modes=False,
    misleads="It cannot see inside a cell, and once no cell holds both kinds it says 1, however "
    "near or far the fakes are.",
)
def js_divergence(evaluation: Evaluation) -> float:
    """How unlike the real and fake samples are, counted in 30 x 30 cells: 0 when they fill the
    cells alike, 1 when no cell holds both. What lies beyond the plot counts as one more cell.
    """
    return js_bits(*evaluation.shares)


@metric(
    "KL divergence",
    formula=r"\sum_i p_i \log_2 \frac{p_i}{q_i}",
    source="Kahng et al. 2018",
    unit="bits",
    better="lower",
    samples=SAMPLES,
    needs_modes=False,
    misleads="Fakes where no real samples are hardly cost anything: noise all over the plane "
    "scores better than one lost mode.",
)
def kl_divergence(evaluation: Evaluation) -> float:
    """How badly the fakes cover the real samples, counted in 30 x 30 cells: large where there are
    real samples and no fakes, so a lost mode shows at once. What lies beyond the plot counts as
    one more cell.
    """
    return kl_bits(*evaluation.shares)


@metric(
    "Modes covered",
    source="Srivastava et al. 2017; Lin et al. 2018",
    unit="modes",
    better="higher",
    samples=MODE_SAMPLES,
    needs_modes=True,
    misleads="One fake is enough: a mode with one in a thousand of its due counts as covered.",
)
def mode_coverage(evaluation: Evaluation) -> float:
    """How many of the modes the generator reaches: those near which at least one of 2,500 fakes
    lies, within 3 standard deviations. One fake is enough, as in the published tables.
    """
    return float(sum(share > 0 for share in mode_shares(evaluation) or ()))


@metric(
    "High-quality samples",
    source="Srivastava et al. 2017",
    unit="%",
    better="higher",
    samples=SAMPLES,
    needs_modes=True,
    misleads="A generator that makes one mode alone, and that too narrow, scores 100 %.",
)
def high_quality_rate(evaluation: Evaluation) -> float:
    """The share of fakes that lie within 3 standard deviations of a mode. Perfect is 98.89 %; more
    means that the modes came out too narrow.
    """
    _, high_quality = evaluation.nearest
    return 100 * float(high_quality.double().mean())


@metric(
    "Right class",
    source="Mirza & Osindero 2014",
    unit="%",
    better="higher",
    samples=SAMPLES,
    needs_modes=True,
    needs="labels",
    misleads="Where modes overlap, good fakes that are nearer to a neighbour count as wrong.",
)
def label_accuracy(evaluation: Evaluation) -> float:
    """The share of fakes that lie near the mode that G was asked for, within 3 standard deviations
    of it. Perfect is 98.89 %; a G that does not listen scores one part in as many as there are
    modes.
    """
    assert evaluation.labels is not None
    mode, high_quality = evaluation.nearest
    return 100 * float((high_quality & (mode == evaluation.labels)).double().mean())


@metric(
    "Rebuild error",
    formula=r"\sqrt{\mathbb{E}_x\,\lVert x-G(E(x))\rVert^2}",
    source="Donahue et al. 2017",
    unit="units",
    better="lower",
    samples=SAMPLES,
    needs_modes=False,
    needs="codes",
    misleads="G and E may undo each other on real samples while fakes, whose noise is not that of "
    "any code, look like nothing in the data.",
)
def reconstruction_error(evaluation: Evaluation) -> float:
    """How far real samples are from what encoder and generator make of them, as a root mean square
    in plane units; 0 is perfect.
    """
    assert evaluation.reconstructed is not None
    away = evaluation.reconstructed - evaluation.real
    return float(away.double().square().sum(1).mean().sqrt())


def mode_shares(evaluation: Evaluation) -> list[float] | None:
    """For each mode the share of the fakes that lie near it, in 0 … 1; None without modes.

    A fake is near the mode that is nearest to it, if within 3 standard deviations. As for
    `mode_coverage` the first 2,500 fakes are looked at (all, where there are fewer), so that the
    modes with a share above 0 are exactly those covered; the sum falls short of 1 by the fakes
    that are near no mode.
    """
    if evaluation.mixture is None:
        return None
    mode, high_quality = (each[:MODE_SAMPLES] for each in evaluation.nearest)
    counts = torch.bincount(mode[high_quality], minlength=len(evaluation.mixture))
    return [float(share) for share in (counts.double() / len(mode)).tolist()]


def applicable(distribution: Distribution, beside: Collection[str] = ()) -> list[Entry]:
    """The metrics that this distribution, and what stands beside the samples, allow, in order."""
    return [
        entry
        for entry in metrics
        if (distribution.mixture is not None or not entry.extras["needs_modes"])
        and entry.extras.get("needs") in (None, *beside)
    ]


def evaluate(
    real: Tensor,
    fake: Tensor,
    distribution: Distribution,
    *,
    labels: Tensor | None = None,
    reconstructed: Tensor | None = None,
) -> dict[str, float]:
    """All applicable metrics of real (n, 2) and fake (m, 2) samples, in plane units, by id; see
    `Evaluation` for what may stand beside them.

    The registered figures hold for 5,000 samples a side; other numbers have other floors.
    """
    evaluation = Evaluation(
        real, fake, distribution.extent, distribution.mixture, labels, reconstructed
    )
    given = {"labels": labels, "codes": reconstructed}
    beside = [name for name, value in given.items() if value is not None]
    return {entry.id: entry.function(evaluation) for entry in applicable(distribution, beside)}


def floors(
    distribution: Distribution, *, rng: torch.Generator, beside: Collection[str] = ()
) -> dict[str, float]:
    """What a perfect generator scores: the metrics of two independent sets of real samples. Of what
    stands `beside` them labels are right, and what is encoded comes back as it was.
    """
    real, labels = distribution.sample(SAMPLES, rng), None
    if "labels" in beside:
        again, labels = distribution.sample_labelled(SAMPLES, rng)
    else:
        again = distribution.sample(SAMPLES, rng)
    back = real if "codes" in beside else None
    return evaluate(real, again, distribution, labels=labels, reconstructed=back)
