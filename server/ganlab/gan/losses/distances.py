"""Distances d_F: how far apart the means of one function get, for the best function of a family F.

d_F(p, q) = max over f in F of E_p[f] − E_q[f]. What the distance is depends on F alone: functions
of slope at most 1 give the earth mover's, functions between −1 and 1 twice the total variation.
"""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.losses.entry import Losses, Slopes, loss


@loss(
    "Wasserstein",
    formula=r"L_D=\mathbb{E}_z[d(G(z))]-\mathbb{E}_x[d(x)]\qquad L_G=-\mathbb{E}_z[d(G(z))]",
    source="Arjovsky et al. 2017, equation 2",
    mirrored=True,
    minimizes="K·W₁(p, q), the earth mover's distance, where D is kept to slopes of at most K",
    slopes=Slopes(
        lambda r, f: (
            torch.full_like(r, -1.0),
            torch.ones_like(f),
        ),
        lambda f: torch.full_like(f, -1.0),
    ),
)
def wasserstein(d_real: Tensor, d_fake: Tensor) -> Losses:
    """D's raw output measures how far apart real and fake samples are (the earth mover's distance).
    It only works with a rule that keeps D's slope small: weight clipping or gradient penalty.
    """
    return d_fake.mean() - d_real.mean(), -d_fake.mean()


def _tanh_slope(d: Tensor) -> Tensor:
    return 1.0 - torch.tanh(d).square()


@loss(
    "Total variation",
    formula=r"L_D=\mathbb{E}_z[\tanh d(G(z))]-\mathbb{E}_x[\tanh d(x)]"
    r"\qquad L_G=-\mathbb{E}_z[\tanh d(G(z))]",
    source="Müller 1997, integral probability metrics; Nowozin et al. 2016, table 2",
    boundary=0.0,
    mirrored=True,
    minimizes="2·TV(p, q), with TV the total variation: half of the area between p and q",
    slopes=Slopes(lambda r, f: (-_tanh_slope(r), _tanh_slope(f)), lambda f: -_tanh_slope(f)),
)
def total_variation(d_real: Tensor, d_fake: Tensor) -> Losses:
    """As Wasserstein, but D's values are kept between −1 and 1 (by tanh), not its slope: the best D
    is 1 where the data are denser and −1 where the fakes are. Where it is sure, nothing pulls.
    """
    fake = torch.tanh(d_fake).mean()
    return fake - torch.tanh(d_real).mean(), -fake
