"""Handwritten digits as scikit-learn ships them: the smallest real pictures there are."""

from __future__ import annotations

import numpy as np
import torch
from PIL import Image

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets.cache import kept
from ganlab.gan.image.datasets.entry import DIGITS, QUIET, Job, dataset

SIDE = 16
HELD_OUT = 297
_SEED = 1


@dataset(
    "Small digits",
    source="scikit-learn, load_digits; Alpaydin & Kaynak 1998",
    shape=lambda: (1, SIDE, SIDE),
    classes=lambda: DIGITS,
)
@kept(1, "pillow", "scikit-learn")
def digits(_job: Job = QUIET) -> ImageSet:
    """1,797 digits written by 43 people, 8 × 8 pixels drawn as 16 × 16. Few and small, so that a
    step costs next to nothing; a discriminator can learn them by heart.
    """
    from sklearn.datasets import load_digits

    pixels, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(_SEED).permutation(len(labels))  # they lie writer by writer
    small = np.rint(pixels[order] * (255 / 16)).astype(np.uint8).reshape(-1, 8, 8)
    large = [Image.fromarray(p).resize((SIDE, SIDE), Image.Resampling.BICUBIC) for p in small]
    images = torch.from_numpy(np.stack([np.asarray(picture) for picture in large]))
    return ImageSet(
        images[:, None], torch.from_numpy(labels[order].astype(np.int64)), DIGITS, HELD_OUT
    )
