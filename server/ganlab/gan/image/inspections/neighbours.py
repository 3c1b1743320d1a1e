"""Nearest neighbours of pictures, and how near new real pictures usually come."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab.gan.image.dataset import ImageSet

_AT_ONCE = 2**21  # pixels: what a core's cache holds of them as float32
_MULTIPLICATIONS = 2**32  # for the yardstick: a fraction of a second
_MOST, _LEAST = 100, 20  # pictures behind it
LOW_SHARE = 0.05


def nearest(
    picture: Tensor, pictures: Tensor, count: int, *, without: int | None = None
) -> tuple[list[int], list[float]]:
    """The `count` nearest of uint8 pictures (n, …) to one (…), without the one of that number:
    their numbers and distances, the nearest first.

    The distance is Euclidean, ‖x − y‖, with pixels from 0 to 1.
    """
    target = picture.float().flatten()
    found = torch.empty(len(pictures))
    start = 0
    for block in torch.split(pictures.flatten(1), max(1, _AT_ONCE // len(target))):
        stop = start + len(block)
        torch.sum((block.float() - target).square_(), 1, out=found[start:stop])
        start = stop
    if without is not None:
        found[without] = torch.inf
    some = min(count, len(pictures) - (without is not None))
    squared, numbers = found.topk(some, largest=False)
    return numbers.tolist(), (squared.sqrt() / 255).tolist()


@dataclass(frozen=True)
class Yardstick:
    """How far new real pictures are from the nearest one that was trained on: the median, what only
    a share of LOW_SHARE comes below, and how many pictures that is measured by.
    """

    median: float
    low: float
    samples: int


def yardstick(images: ImageSet, rng: torch.Generator) -> Yardstick:
    """Of held-out pictures, to the training set; without any, of training pictures to the others.

    Distances are as for `nearest`, from ‖x‖² + ‖y‖² − 2⟨x, y⟩.
    """
    trained = images.images[: images.trained].flatten(1)
    n, numbers = trained.shape
    first = images.trained if images.held_out else 0
    most = max(_LEAST, min(_MOST, _MULTIPLICATIONS // (n * numbers)))
    chosen = first + torch.randperm(len(images) - first, generator=rng)[:most]
    new = images.images[chosen].float().flatten(1)
    least = torch.full((len(new),), torch.inf)
    start = 0
    for block in torch.split(trained, max(1, _AT_ONCE // numbers)):
        old = block.float()
        squared = old.square().sum(1) - 2 * new @ old.mT
        own = (chosen - start)[:, None] == torch.arange(len(block))
        least = torch.minimum(least, squared.masked_fill_(own, torch.inf).amin(1))
        start += len(block)
    distances = (least + new.square().sum(1)).clamp_min_(0).sqrt_() / 255
    distances = distances[distances.isfinite()]
    if not len(distances):  # a single picture has no other
        return Yardstick(0.0, 0.0, 0)
    low, median = torch.quantile(distances, torch.tensor([LOW_SHARE, 0.5])).tolist()
    return Yardstick(median, low, len(distances))
