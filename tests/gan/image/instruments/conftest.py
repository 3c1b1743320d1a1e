"""A set of small pictures of which there are as many as one likes, and a classifier of it."""

import pytest
import torch

from ganlab.gan.image.classifier import Lesson, keep
from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets import cache
from ganlab.gan.image.instruments.examiner import ImageExaminer

NAMES = ("upright", "level", "square")


def drawn(n, seed, label=None):
    """n noisy pictures (n, 1, 16, 16) of bars and squares, and which they are (n,)."""
    rng = torch.Generator().manual_seed(seed)
    labels = torch.randint(3, (n,), generator=rng) if label is None else torch.full((n,), label)
    across, down = (torch.randint(3, 13, (n, 1, 1), generator=rng) for _ in range(2))
    x = (torch.arange(16)[None, None, :] - across).abs()
    y = (torch.arange(16)[None, :, None] - down).abs()
    wide = torch.tensor([1, 5, 3])[labels][:, None, None]
    high = torch.tensor([5, 1, 3])[labels][:, None, None]
    bright = torch.randint(120, 255, (n, 1, 1), generator=rng)
    noise = torch.randint(20, (n, 16, 16), generator=rng)
    pixels = ((x <= wide) & (y <= high)) * bright + noise
    return pixels.clamp(0, 255).byte()[:, None], labels


def bars(trained=1500, held_out=800):
    """A set of them with classes."""
    pixels, labels = drawn(trained + held_out, 0)
    return ImageSet(pixels, labels, NAMES, held_out)


@pytest.fixture(scope="session")
def taught():
    """The set, and its classifier, which learned for a second or two."""
    images = bars()
    return images, Lesson(images, seen=9000).whole()


@pytest.fixture(scope="session")
def examiner(taught, tmp_path_factory):
    """An examiner of the set, ready to be asked."""
    images, classifier = taught
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.VARIABLE, str(tmp_path_factory.mktemp("cache")))
        keep(images, classifier)
        found = ImageExaminer(images)
    assert found.prepare() == 1.0
    return found
