"""Parts: distributions that consist of some, drawn together with the part that each sample is of.

Each function gives (samples (n, 2), float32, and the part of each (n,), counted from 0). The
entries of `ganlab.gan.plane.distributions` say what they are. scikit-learn is imported where it is
used, as that takes seconds.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

Labelled = tuple[Tensor, Tensor]


def sklearn_seed(rng: torch.Generator) -> int:
    """A seed for scikit-learn, which has generators of its own, drawn from ours."""
    return int(torch.randint(2**31 - 1, (), generator=rng))


def spiral(n: int, rng: torch.Generator, *, arms: int, turns: float, std: float) -> Labelled:
    """Parts: the arms."""
    arm = torch.randint(arms, (n,), generator=rng)
    # The root spreads the samples evenly along the arm, which is longer further out.
    radius = torch.rand(n, generator=rng).sqrt()
    angle = 2 * math.pi * (turns * radius + arm / arms)
    points = radius[:, None] * torch.stack((angle.cos(), angle.sin()), dim=1)
    return points + std * torch.randn(n, 2, generator=rng), arm


def moons(n: int, rng: torch.Generator, *, std: float) -> Labelled:
    """Parts: the upper half circle, then the lower one."""
    from sklearn.datasets import make_moons

    points, moon = make_moons(n, noise=std, random_state=sklearn_seed(rng))
    return torch.from_numpy(points).float() - torch.tensor([0.5, 0.25]), torch.from_numpy(moon)


def pinwheel(
    n: int, rng: torch.Generator, *, arms: int, twist: float, spread: float, std: float
) -> Labelled:
    """Parts: the blades."""
    along, across = (torch.randn(2, n, generator=rng) * torch.tensor([[spread], [std]])).unbind(0)
    along = 1 + along
    arm = torch.randint(arms, (n,), generator=rng)
    angle = 2 * math.pi * arm / arms + twist * along.exp()
    cos, sin = angle.cos(), angle.sin()
    return torch.stack((along * cos + across * sin, across * cos - along * sin), dim=1), arm


def circles(n: int, rng: torch.Generator, *, factor: float, std: float) -> Labelled:
    """Parts: the outer circle, then the inner one."""
    from sklearn.datasets import make_circles

    points, circle = make_circles(n, noise=std, factor=factor, random_state=sklearn_seed(rng))
    return torch.from_numpy(points).float(), torch.from_numpy(circle)
