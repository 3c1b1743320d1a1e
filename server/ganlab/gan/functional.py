"""Optimizers as functions of what they are given, so that an update can be differentiated.

Each is the twin of an entry of `ganlab.gan.optimizers`: it computes the same numbers, changes
nothing, and answers (weights, slots) after the update. Where a weight has never had a gradient,
its root of squared gradients is taken to be constant, as the true derivative there is infinite.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

Slots = Sequence[Tensor]
Update = tuple[Tensor, list[Tensor]]

EPS = 1e-8  # keeps the division finite; torch.optim's default


def _root(square: Tensor) -> Tensor:
    """√square, with slope 0 at 0."""
    positive = square > 0
    return torch.where(positive, torch.where(positive, square, 1.0).sqrt(), 0.0)


def sgd(weights: Tensor, gradient: Tensor, _: Slots, __: Tensor, *, lr: float) -> Update:
    """w − ηg."""
    return weights - lr * gradient, []


def momentum(
    weights: Tensor, gradient: Tensor, slots: Slots, _: Tensor, *, lr: float, momentum: float
) -> Update:
    """v = μv + g; w − ηv."""
    velocity = momentum * slots[0] + gradient
    return weights - lr * velocity, [velocity]


def rmsprop(
    weights: Tensor, gradient: Tensor, slots: Slots, _: Tensor, *, lr: float, alpha: float
) -> Update:
    """v = αv + (1 − α)g²; w − ηg/(√v + ε)."""
    average = alpha * slots[0] + (1.0 - alpha) * gradient.square()
    return weights - lr * gradient / (_root(average) + EPS), [average]


def adagrad(weights: Tensor, gradient: Tensor, slots: Slots, _: Tensor, *, lr: float) -> Update:
    """v = v + g²; w − ηg/(√v + ε)."""
    total = slots[0] + gradient.square()
    return weights - lr * gradient / (_root(total) + 1e-10), [total]


def adadelta(
    weights: Tensor, gradient: Tensor, slots: Slots, _: Tensor, *, lr: float, rho: float
) -> Update:
    """The step is √(u + ε)/√(v + ε)·g; v and u average squared gradients and steps."""
    average = rho * slots[0] + (1.0 - rho) * gradient.square()
    step = (slots[1] + 1e-6).sqrt() / (average + 1e-6).sqrt() * gradient
    return weights - lr * step, [average, rho * slots[1] + (1.0 - rho) * step.square()]


def adam(
    weights: Tensor, gradient: Tensor, slots: Slots, count: Tensor,
    *, lr: float, beta1: float, beta2: float,
) -> Update:  # fmt: skip
    """w − ηm̂/(√v̂ + ε), with both moments corrected for their start at 0."""
    first = beta1 * slots[0] + (1.0 - beta1) * gradient
    second = beta2 * slots[1] + (1.0 - beta2) * gradient.square()
    size = _root(second) / (1.0 - beta2**count).sqrt() + EPS
    return weights - lr / (1.0 - beta1**count) * first / size, [first, second]


def adamax(
    weights: Tensor, gradient: Tensor, slots: Slots, count: Tensor,
    *, lr: float, beta1: float, beta2: float,
) -> Update:  # fmt: skip
    """u = max(β₂u, |g|); w − ηm̂/u."""
    first = beta1 * slots[0] + (1.0 - beta1) * gradient
    norm = torch.maximum(beta2 * slots[1], gradient.abs() + EPS)
    return weights - lr / (1.0 - beta1**count) * first / norm, [first, norm]


def adamw(
    weights: Tensor, gradient: Tensor, slots: Slots, count: Tensor,
    *, lr: float, beta1: float, beta2: float, weight_decay: float,
) -> Update:  # fmt: skip
    """Adam on weights that have shrunk by 1 − ηλ."""
    shrunk = weights * (1.0 - lr * weight_decay)
    return adam(shrunk, gradient, slots, count, lr=lr, beta1=beta1, beta2=beta2)
