"""Metrics of images: how good the fakes are, as numbers.

An entry is a function `(evaluation) -> float`; its words are as those of the plane's metrics, and
those with the same `chart` are curves of one, with that title, in the colour of their `kind`.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from ganlab.registry import Registry

SAMPLES = 256  # a side

image_metrics = Registry("image_metrics", "Metric")
metric = image_metrics.register

_RIGHT = "D is right"


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What the metrics look at. `d_real`, `d_fake` (n,) are D's verdicts, 0 … 1, of held-out real
    images and of fakes; `real_raw`, `fake_raw` its raw outputs; `fake` (n, channels, height, width)
    are the fakes as D sees them. All on the CPU.
    """

    d_real: Tensor
    d_fake: Tensor
    real_raw: Tensor
    fake_raw: Tensor
    fake: Tensor


@metric(
    "D right on real",
    chart=_RIGHT,
    kind="real",
    source="Goodfellow et al. 2014",
    unit="%",
    better="near 50",
    samples=SAMPLES,
    misleads="It says how the players stand to each other, not how good the images are: two bad "
    "players stand at 50 %, too.",
)
def d_right_on_real(evaluation: Evaluation) -> float:
    """The share of real images, which D was never trained on, that it takes for real. When
    no discriminator can tell the kinds apart, it is right on half of each.
    """
    return 100 * float((evaluation.d_real > 0.5).double().mean())


@metric(
    "D right on fakes",
    chart=_RIGHT,
    kind="fake",
    source="Goodfellow et al. 2014",
    unit="%",
    better="near 50",
    samples=SAMPLES,
    misleads="At 100 % the generator may be poor, or the discriminator so strong that even good "
    "fakes do not pass.",
)
def d_right_on_fakes(evaluation: Evaluation) -> float:
    """The share of fakes that the discriminator takes for fakes. When no discriminator can tell the
    kinds apart, it is right on half of each.
    """
    return 100 * float((evaluation.d_fake <= 0.5).double().mean())
