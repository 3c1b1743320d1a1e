"""Principal components of many features, and what moves a sample along them."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

_MORE = 30  # directions searched beyond those wanted
_ROUNDS = 4


@dataclass(frozen=True, eq=False)
class Components:
    """`basis` (features, k), orthonormal, the leading one first; `deviations` (k,) of the samples
    along each, and their `shares` (k,) of the whole variance.
    """

    mean: Tensor
    basis: Tensor
    deviations: Tensor
    shares: Tensor

    def coordinates(self, samples: Tensor) -> Tensor:
        """Samples (n, features) → (n, k)."""
        return (samples - self.mean) @ self.basis


def components(samples: Tensor, count: int, rng: torch.Generator) -> Components:
    """The leading principal components of samples (n, features), at most `count`.

    Exact where there are no more features than are searched for; otherwise by a randomized range
    with power iterations (Halko, Martinsson & Tropp 2011, algorithms 4.4 and 5.1).
    """
    n, features = samples.shape
    mean = samples.mean(0)
    centred = samples - mean
    most = min(count + _MORE, features, n)
    probe = torch.randn((features, most), generator=rng).to(samples.dtype)
    q, _ = torch.linalg.qr(centred @ probe)
    for _ in range(_ROUNDS):
        back, _ = torch.linalg.qr(centred.mT @ q)
        q, _ = torch.linalg.qr(centred @ back)
    _, values, rows = torch.linalg.svd(q.mT @ centred, full_matrices=False)
    values, rows = values[:count], rows[:count]
    # A component has no sign of its own: its largest number is made positive, so that it keeps one.
    largest = rows.gather(1, rows.abs().argmax(1, keepdim=True))
    basis = (rows * torch.where(largest < 0, -1.0, 1.0)).mT.contiguous()
    whole = centred.square().sum().clamp_min(1e-30)
    return Components(mean, basis, values / max(1, n - 1) ** 0.5, values.square() / whole)
