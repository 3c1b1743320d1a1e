"""Company: a discriminator may see several samples at once, in packs, or compare those of a batch.

A pack is one column of all its samples' rows: (k·m, n/m) for m samples of k numbers each.
Source: Lin et al. 2018 (PacGAN), section 3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

COMPANIES = 4  # that a place of the plane is judged in; what is shown is their mean
CROWD = 32  # packs that one is compared with when it is looked at


def packed(x: Tensor, size: int) -> Tensor:
    """A batch (k, n) in packs of so many, (k·size, n/size): pack j holds the samples j, j + n/size,
    j + 2n/size, …
    """
    return x if size == 1 else x.reshape(x.shape[0] * size, -1)


def per_sample(of_packs: Tensor, size: int) -> Tensor:
    """One number of each pack (n/size,) → that of each sample's pack (n,)."""
    return of_packs if size == 1 else of_packs.repeat(size)


def _together(samples: Sequence[Tensor]) -> Tensor:
    """m tensors of samples (k, n) → their packs (k·m, n), the j-th of the j-th of each."""
    return torch.stack(list(samples), 1).flatten(0, 1)


def _neighbours(x: Tensor, size: int) -> list[Tensor]:
    """For each sample (k, n) the size − 1 that come after it, in a circle."""
    return [x.roll(-a, 1) for a in range(1, size)]


class Company:
    """In whose company D judges the samples that it is shown to be looked at.

    Fakes are judged in the company of the other fakes of their set, all else in that of the same
    few real samples, the mean of several such companies. The gradient of an output is by the
    sample's own place; the company stays where it is. `packs` are those in a batch.
    """

    def __init__(self, packing: int, packs: int) -> None:
        self._packing = packing
        self._own_share = 1.0 / packs
        self.size = max(COMPANIES * (packing - 1), CROWD)

    def around(self, seen: Tensor, real: Tensor | None) -> Tensor:
        """Each of what D sees (k, n) in one company, as a pack (k·m, n)."""
        return _together([seen, *self._companies(seen, real)[0]])

    def judge(self, forward: Callable[..., Tensor], seen: Tensor, real: Tensor | None) -> Tensor:
        """D's outputs (n,) of what it sees (k, n), among `real` (k, size), or where these are None
        among each other. `forward(packs, crowd, own_share)` is D's.
        """
        others = seen.detach() if real is None else real
        crowd = _together([others, *_neighbours(others, self._packing)])[:, :CROWD]
        packs = [_together([seen, *company]) for company in self._companies(seen, real)]
        return torch.stack([forward(p, crowd, self._own_share)[0] for p in packs]).mean(0)

    def _companies(self, seen: Tensor, real: Tensor | None) -> list[list[Tensor]]:
        others = self._packing - 1
        if real is None or not others:
            return [_neighbours(seen.detach(), self._packing)]
        columns = [real[:, [k]].expand_as(seen) for k in range(COMPANIES * others)]
        return [columns[k * others : (k + 1) * others] for k in range(COMPANIES)]
