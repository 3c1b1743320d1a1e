"""What the tests of instruments build on: sets of samples with nothing unsaid."""

import torch

from ganlab.gan.instruments.instrument import Samples

EXTENT = (-8.0, 8.0, -8.0, 8.0)


def normal(n, seed, mean=0.0, std=1.0):
    """n Gaussian samples (n, 2) around (mean, 0)."""
    x = std * torch.randn(n, 2, generator=torch.Generator().manual_seed(seed))
    return x + torch.tensor([mean, 0.0])


def samples(real, fake, held_out=None, mixture=None, extent=EXTENT, seed=0):
    """What an instrument is shown; the real samples are also those held out."""
    return Samples(real, fake, real if held_out is None else held_out, extent, mixture, seed)


def pair(n, mean, seed=0):
    """Samples of two round Gaussians whose means lie so far apart along the x axis."""
    return samples(normal(n, 2 * seed), normal(n, 2 * seed + 1, mean), seed=seed)
