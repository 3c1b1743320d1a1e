"""Relativistic losses: D says how much more real a real sample is than a fake one.

Only differences of D's outputs count, so that no output is a verdict by itself, and G's loss falls
when fakes rise or real samples sink.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import softplus

from ganlab.gan.losses.entry import Losses, Slopes, loss


def _pairing_d(d_real: Tensor, d_fake: Tensor) -> tuple[Tensor, Tensor]:
    doubt = torch.sigmoid(d_fake - d_real)
    return -doubt, doubt


@loss(
    "Relativistic pairing",
    formula=r"L_D=-\mathbb{E}_{x,z}[\log\sigma(d(x)-d(G(z)))]"
    r"\qquad L_G=-\mathbb{E}_{x,z}[\log\sigma(d(G(z))-d(x))]",
    source="Jolicoeur-Martineau 2018, section 4.1",
    pairs=True,
    minimizes="JSD(p×q, q×p) − log 2: how well one can tell, of a real and a fake sample, which of "
    "the two is the real one",
    slopes=Slopes(_pairing_d, lambda f, r: torch.sigmoid(r - f).neg_()),
)
def relativistic_pairing(d_real: Tensor, d_fake: Tensor) -> Losses:
    """Each fake is compared with one real sample: D should find the real one of the two, G should
    make the fake look more real. The real samples of a mode without fakes win every comparison.
    """
    return softplus(d_fake - d_real).mean(), softplus(d_real - d_fake).mean()


def _average_d(d_real: Tensor, d_fake: Tensor) -> tuple[Tensor, Tensor]:
    real, fake = torch.sigmoid(d_fake.mean() - d_real), torch.sigmoid(d_fake - d_real.mean())
    return -real - fake.mean(), fake + real.mean()


def _average_g(d_fake: Tensor, d_real: Tensor) -> Tensor:
    beside = torch.sigmoid(d_real - d_fake.mean()).mean()
    return -torch.sigmoid(d_real.mean() - d_fake) - beside


@loss(
    "Relativistic average",
    formula=r"L_D=-\mathbb{E}_x[\log\sigma(d(x)-\mathbb{E}_z[d(G(z))])]"
    r"-\mathbb{E}_z[\log\sigma(\mathbb{E}_x[d(x)]-d(G(z)))]"
    r"\qquad L_G=-\mathbb{E}_z[\log\sigma(d(G(z))-\mathbb{E}_x[d(x)])]"
    r"-\mathbb{E}_x[\log\sigma(\mathbb{E}_z[d(G(z))]-d(x))]",
    source="Jolicoeur-Martineau 2018, section 4.2",
    pairs=True,
    minimizes="a divergence of its own without a closed form: 0 where p = q, above it elsewhere "
    "(Jolicoeur-Martineau 2020, theorem 3.1), less log 4",
    slopes=Slopes(_average_d, _average_g),
)
def relativistic_average(d_real: Tensor, d_fake: Tensor) -> Losses:
    """Each sample is compared with the average of the other kind: D should put real samples above
    the average fake and fakes below the average real one; G wants it the other way round.
    """
    real_above, fake_above = d_real - d_fake.mean(), d_fake - d_real.mean()
    d_loss = softplus(-real_above).mean() + softplus(fake_above).mean()
    return d_loss, softplus(-fake_above).mean() + softplus(real_above).mean()
