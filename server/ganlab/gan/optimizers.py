"""Optimizers: how a player turns its gradient into an update of its flat vector of weights.

An entry is a function `(weights, gradient, slots, count, *, lr, …)` that updates `weights` in
place. `slots` are tensors of the weights' shape that it keeps between updates, named by the
registration; `count` is a 0-dimensional tensor, the number of this update, from 1. All follow
torch.optim's definitions and names. `functional`, where there is one, is the same as a function
that can be differentiated (`ganlab.gan.functional`); unrolling needs it.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from ganlab.gan import functional
from ganlab.gan.functional import EPS, Slots
from ganlab.registry import Registry, param

optimizers = Registry("optimizers", "Optimizer")
optimizer = optimizers.register


def _lr(default: float) -> Any:
    return param(
        default, 0.0, 10.0, log=True, label="Learning rate",
        help="The size of each update. Too large and the game blows up, too small and it crawls.",
    )  # fmt: skip


def _beta(default: float, label: str, what: str) -> Any:
    return param(default, 0.0, 0.9999, label=label, help=f"How long the average of {what} lasts.")


_BETA1 = _beta(0.9, "Momentum β₁", "past gradients")
_BETA2 = _beta(0.999, "Scale β₂", "squared gradients")


@optimizer(
    "SGD",
    slots=(),
    functional=functional.sgd,
    formula=r"w\leftarrow w-\eta g",
    source="Robbins & Monro 1951",
)
def sgd(weights: Tensor, gradient: Tensor, _: Slots, __: Tensor, *, lr: float = _lr(0.1)) -> None:
    """Plain gradient descent: a step straight down the slope."""
    weights.sub_(gradient, alpha=lr)


@optimizer(
    "Momentum",
    slots=("velocity",),
    functional=functional.momentum,
    formula=r"v\leftarrow\mu v+g,\quad w\leftarrow w-\eta v",
    source="Polyak 1964",
)
def momentum(
    weights: Tensor,
    gradient: Tensor,
    slots: Slots,
    _: Tensor,
    *,
    lr: float = _lr(0.01),
    momentum: float = _beta(0.9, "Momentum μ", "past gradients"),
) -> None:
    """Gradient descent with inertia: past gradients keep pushing. In a game this can overshoot and
    make the players circle.
    """
    (velocity,) = slots
    velocity.mul_(momentum).add_(gradient)
    weights.sub_(velocity, alpha=lr)


@optimizer(
    "RMSProp",
    slots=("square_average",),
    functional=functional.rmsprop,
    formula=r"v\leftarrow\alpha v+(1-\alpha)g^2,\quad w\leftarrow w-\eta\,g/(\sqrt v+\epsilon)",
    source="Tieleman & Hinton 2012",
)
def rmsprop(
    weights: Tensor,
    gradient: Tensor,
    slots: Slots,
    _: Tensor,
    *,
    lr: float = _lr(0.001),
    alpha: float = _beta(0.99, "Decay α", "squared gradients"),
) -> None:
    """Each weight gets its own rate: those with large gradients take smaller steps. The Wasserstein
    GAN with clipping was trained with it.
    """
    (average,) = slots
    average.mul_(alpha).addcmul_(gradient, gradient, value=1.0 - alpha)
    weights.addcdiv_(gradient, average.sqrt().add_(EPS), value=-lr)


@optimizer(
    "Adagrad",
    slots=("square_sum",),
    functional=functional.adagrad,
    formula=r"v\leftarrow v+g^2,\quad w\leftarrow w-\eta\,g/(\sqrt v+\epsilon)",
    source="Duchi et al. 2011",
)
def adagrad(
    weights: Tensor, gradient: Tensor, slots: Slots, _: Tensor, *, lr: float = _lr(0.05)
) -> None:
    """Each weight's rate shrinks with all the gradients it has ever seen, so that learning slows
    down for good.
    """
    (total,) = slots
    total.addcmul_(gradient, gradient)
    weights.addcdiv_(gradient, total.sqrt().add_(1e-10), value=-lr)


@optimizer(
    "Adadelta",
    slots=("square_average", "step_average"),
    functional=functional.adadelta,
    formula=r"w\leftarrow w-\eta\,\frac{\sqrt{u+\epsilon}}{\sqrt{v+\epsilon}}\,g",
    source="Zeiler 2012, algorithm 1",
)
def adadelta(
    weights: Tensor,
    gradient: Tensor,
    slots: Slots,
    _: Tensor,
    *,
    lr: float = _lr(1.0),
    rho: float = _beta(0.9, "Decay ρ", "squared gradients and steps"),
) -> None:
    """Like RMSProp, but the size of the steps comes from the sizes of past steps, so that the rate
    hardly matters. Slow to start.
    """
    average, steps = slots
    average.mul_(rho).addcmul_(gradient, gradient, value=1.0 - rho)
    step = steps.add(1e-6).sqrt_().div_(average.add(1e-6).sqrt_()).mul_(gradient)
    steps.mul_(rho).addcmul_(step, step, value=1.0 - rho)
    weights.sub_(step, alpha=lr)


@optimizer(
    "Adam",
    slots=("first_moment", "second_moment"),
    functional=functional.adam,
    formula=r"w\leftarrow w-\eta\,\hat m/(\sqrt{\hat v}+\epsilon)",
    source="Kingma & Ba 2015, algorithm 1",
)
def adam(
    weights: Tensor,
    gradient: Tensor,
    slots: Slots,
    count: Tensor,
    *,
    lr: float = _lr(0.001),
    beta1: float = _beta(0.5, "Momentum β₁", "past gradients"),
    beta2: float = _beta(0.9, "Scale β₂", "squared gradients"),
) -> None:
    """Momentum and a rate for each weight together; the usual choice for GANs. A small β₁ such as
    0.5 keeps old gradients from pushing too long against an opponent that has moved.
    """
    torch._fused_adam_(
        [weights], [gradient], [slots[0]], [slots[1]], [], [count],
        lr=lr, beta1=beta1, beta2=beta2, weight_decay=0.0, eps=EPS, amsgrad=False, maximize=False,
    )  # fmt: skip


@optimizer(
    "Adamax",
    slots=("first_moment", "infinity_norm"),
    functional=functional.adamax,
    formula=r"u\leftarrow\max(\beta_2u,|g|),\quad w\leftarrow w-\eta\,\hat m/u",
    source="Kingma & Ba 2015, algorithm 2",
)
def adamax(
    weights: Tensor,
    gradient: Tensor,
    slots: Slots,
    count: Tensor,
    *,
    lr: float = _lr(0.002),
    beta1: float = _BETA1,
    beta2: float = _BETA2,
) -> None:
    """Adam that scales each weight by its largest recent gradient instead of the average."""
    first, norm = slots
    first.lerp_(gradient, 1.0 - beta1)
    torch.maximum(norm.mul_(beta2), gradient.abs().add_(EPS), out=norm)
    weights.addcdiv_(first, norm, value=-lr / (1.0 - beta1 ** float(count)))


@optimizer(
    "AdamW",
    slots=("first_moment", "second_moment"),
    functional=functional.adamw,
    formula=r"w\leftarrow(1-\eta\lambda)w-\eta\,\hat m/(\sqrt{\hat v}+\epsilon)",
    source="Loshchilov & Hutter 2019, algorithm 2",
)
def adamw(
    weights: Tensor,
    gradient: Tensor,
    slots: Slots,
    count: Tensor,
    *,
    lr: float = _lr(0.001),
    beta1: float = _BETA1,
    beta2: float = _BETA2,
    weight_decay: float = param(
        0.01,
        0.0,
        1.0,
        label="Weight decay λ",
        help="How fast unused weights shrink to zero.",
    ),
) -> None:
    """Adam whose weights also shrink a little at each update, so that they stay small."""
    torch._fused_adamw_(
        [weights], [gradient], [slots[0]], [slots[1]], [], [count],
        lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=EPS,
        amsgrad=False, maximize=False,
    )  # fmt: skip
