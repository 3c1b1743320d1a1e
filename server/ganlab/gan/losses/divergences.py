"""f-divergences by their variational bound: D bounds one from below, G makes the bound small.

For a convex f with f(1) = 0, D_f(p ‖ q) = E_q[f(p/q)] is the largest value of E_p[T] − E_q[f*(T)],
reached at T = f'(p/q), with f* the conjugate of f (Nowozin et al. 2016, equation 4). D's raw output
v becomes T = g(v), a rising curve into the domain of f* (table 6 there); a verdict turns where p
equals q, at T = f'(1).

Exponentials go on as a straight line from e¹⁰ on, so that no output overflows and a far one still
pulls. The bound of a divergence that needs p/q (reverse KL: q/p) above e¹⁰ there is not reached.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import relu, softplus

from ganlab.gan.losses.entry import Losses, Slopes, loss
from ganlab.registry import param

STRAIGHT_FROM = 10.0  # the exponent
SOURCE = "Nowozin et al. 2016, equation 4, tables 2 and 6"
_LOG_2 = math.log(2.0)


def _exp(t: Tensor) -> Tensor:
    return torch.exp(t.clamp(max=STRAIGHT_FROM)) * (1.0 + relu(t - STRAIGHT_FROM))


def _exp_slope(t: Tensor) -> Tensor:
    return torch.exp(t.clamp(max=STRAIGHT_FROM))


@dataclass(frozen=True)
class Bound:
    """T and f*(T) by D's raw output, with their derivatives, all elementwise."""

    t: Callable[[Tensor], Tensor]
    conjugate: Callable[[Tensor], Tensor]
    t_slope: Callable[[Tensor], Tensor]
    conjugate_slope: Callable[[Tensor], Tensor]

    def losses(self, d_real: Tensor, d_fake: Tensor, direct: bool) -> Losses:
        """Minus the bound, and its part that G moves or, `direct`, minus T of the fakes."""
        conjugate = self.conjugate(d_fake).mean()
        return conjugate - self.t(d_real).mean(), -(self.t(d_fake).mean() if direct else conjugate)

    @property
    def slopes(self) -> Slopes:
        """Derivatives of both losses, for an entry with the parameter `direct`."""

        def d(d_real: Tensor, d_fake: Tensor, *, direct: bool) -> tuple[Tensor, Tensor]:  # noqa: ARG001 -- G's
            return -self.t_slope(d_real), self.conjugate_slope(d_fake)

        def g(d_fake: Tensor, *, direct: bool) -> Tensor:
            return -(self.t_slope if direct else self.conjugate_slope)(d_fake)

        return Slopes(d, g)


DIRECT = param(
    False,
    label="G raises T instead",
    help="The generator makes T of its fakes large, not the bound small: it learns also where D is "
    "sure, but no longer minimizes exactly this divergence (Nowozin et al. 2016, section 3.2).",
)  # fmt: skip

KL = Bound(
    t=lambda v: v,
    conjugate=lambda v: _exp(v - 1.0),
    t_slope=torch.ones_like,
    conjugate_slope=lambda v: _exp_slope(v - 1.0),
)
REVERSE_KL = Bound(
    t=lambda v: -_exp(-v),
    conjugate=lambda v: v - 1.0,
    t_slope=lambda v: _exp_slope(-v),
    conjugate_slope=torch.ones_like,
)
PEARSON = Bound(
    t=lambda v: v,
    conjugate=lambda v: 0.25 * v.square() + v,
    t_slope=torch.ones_like,
    conjugate_slope=lambda v: 0.5 * v + 1.0,
)
HELLINGER = Bound(
    t=lambda v: 1.0 - _exp(-v),
    conjugate=lambda v: _exp(v) - 1.0,
    t_slope=lambda v: _exp_slope(-v),
    conjugate_slope=_exp_slope,
)
JENSEN_SHANNON = Bound(
    t=lambda v: _LOG_2 - softplus(-v),
    conjugate=lambda v: softplus(v) - _LOG_2,
    t_slope=lambda v: torch.sigmoid(-v),
    conjugate_slope=torch.sigmoid,
)


@loss(
    "KL divergence",
    formula=r"L_D=\mathbb{E}_z[e^{d(G(z))-1}]-\mathbb{E}_x[d(x)]"
    r"\qquad L_G=-\mathbb{E}_z[e^{d(G(z))-1}]\qquad T=d,\quad f^*(T)=e^{T-1}",
    source=SOURCE,
    boundary=1.0,
    minimizes="KL(p ‖ q) = E_p[log p/q], which is large where data are without fakes",
    slopes=KL.slopes,
)
def kl(d_real: Tensor, d_fake: Tensor, *, direct: bool = DIRECT) -> Losses:
    """The divergence behind maximum likelihood: data without fakes nearby cost much, stray fakes
    little, so the generator would rather spread out than miss a mode.
    """
    return KL.losses(d_real, d_fake, direct)


@loss(
    "Reverse KL divergence",
    formula=r"L_D=\mathbb{E}_z[d(G(z))]-1+\mathbb{E}_x[e^{-d(x)}]"
    r"\qquad L_G=1-\mathbb{E}_z[d(G(z))]\qquad T=-e^{-d},\quad f^*(T)=-1-\log(-T)",
    source=SOURCE,
    boundary=0.0,
    minimizes="KL(q ‖ p) = E_q[log q/p], which is large where fakes are without data",
    slopes=REVERSE_KL.slopes,
)
def reverse_kl(d_real: Tensor, d_fake: Tensor, *, direct: bool = DIRECT) -> Losses:
    """KL the other way round: a stray fake costs much, a missing mode little, so the generator
    would rather settle on one mode than spread out.
    """
    return REVERSE_KL.losses(d_real, d_fake, direct)


@loss(
    "Pearson χ²",
    formula=r"L_D=\mathbb{E}_z[\tfrac14d(G(z))^2+d(G(z))]-\mathbb{E}_x[d(x)]"
    r"\qquad L_G=-\mathbb{E}_z[\tfrac14d(G(z))^2+d(G(z))]\qquad T=d,\quad f^*(T)=\tfrac14T^2+T",
    source=SOURCE,
    boundary=0.0,
    minimizes="χ²(p ‖ q) = E_q[(p/q − 1)²], the Pearson divergence",
    slopes=PEARSON.slopes,
)
def pearson(d_real: Tensor, d_fake: Tensor, *, direct: bool = DIRECT) -> Losses:
    """Squares how far the ratio of the densities is from 1: a mode with few fakes costs most. The
    best D never goes below −2; where it does, fakes are pushed away from the data.
    """
    return PEARSON.losses(d_real, d_fake, direct)


@loss(
    "Squared Hellinger",
    formula=r"L_D=\mathbb{E}_x[e^{-d(x)}]+\mathbb{E}_z[e^{d(G(z))}]-2"
    r"\qquad L_G=1-\mathbb{E}_z[e^{d(G(z))}]\qquad T=1-e^{-d},\quad f^*(T)=\frac{T}{1-T}",
    source=SOURCE,
    boundary=0.0,
    minimizes="H²(p, q) = ∫(√p − √q)², from 0 to 2: the squared Hellinger distance",
    slopes=HELLINGER.slopes,
)
def squared_hellinger(d_real: Tensor, d_fake: Tensor, *, direct: bool = DIRECT) -> Losses:
    """Treats data and fakes alike and stays below 2 however far apart they are. D is told of its
    errors by exponentials: one confident error outweighs all else.
    """
    return HELLINGER.losses(d_real, d_fake, direct)


@loss(
    "Jensen–Shannon",
    formula=r"L_D=-\mathbb{E}_x[\log2D(x)]-\mathbb{E}_z[\log2(1-D(G(z)))]"
    r"\qquad L_G=\mathbb{E}_z[\log2(1-D(G(z)))]\qquad T=\log2D,\quad f^*(T)=-\log(2-e^T)",
    source=SOURCE,
    probability=True,
    boundary=0.0,
    minimizes="2·JSD(p, q), from 0 to log 4: twice the Jensen–Shannon divergence",
    slopes=JENSEN_SHANNON.slopes,
)
def jensen_shannon(d_real: Tensor, d_fake: Tensor, *, direct: bool = DIRECT) -> Losses:
    """The minimax game, moved by log 4 so that −L_D is a divergence: 0 where fakes and data are the
    same. With “G raises T instead” it is the non-saturating game.
    """
    return JENSEN_SHANNON.losses(d_real, d_fake, direct)
