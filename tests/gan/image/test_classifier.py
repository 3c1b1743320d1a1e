"""The classifier: it learns, says how well, is made once, and survives what happens to files."""

import pytest
import torch

from ganlab.gan.image import classifier
from ganlab.gan.image.classifier import FEATURES, Lesson, classifier_of, keep, kept_at, recall
from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets import datasets, load
from tests.gan.image.instruments.conftest import bars


@pytest.fixture
def small(monkeypatch):
    """A set whose lesson is over in no time."""
    monkeypatch.setattr(classifier, "MOST_EPOCHS", 1)
    return bars(trained=256, held_out=64)


def weights(made):
    return torch.cat([t.flatten().double() for t in made.net.state_dict().values()])


def test_it_learns_digits_and_says_how_well():
    digits = load(datasets["digits"], {})
    made = Lesson(digits, seen=6_000).whole()
    assert made.tested == digits.held_out
    assert made.accuracy is not None
    assert made.accuracy > 90
    assert digits.labels is not None
    features, shares = made.look(digits.images[:30])
    assert features.shape == (30, FEATURES)
    assert shares.sum(1) == pytest.approx(torch.ones(30).double())
    held_out = digits.images[digits.trained :]
    right = made.look(held_out)[1].argmax(1) == digits.labels[digits.trained :]
    assert made.accuracy == pytest.approx(100 * float(right.double().mean()))


def test_before_it_has_learned_it_guesses():
    images = bars()
    _, shares = classifier.Classifier(classifier.fresh_net(images), 3).look(images.images)
    assert float((shares.argmax(1) == images.labels).double().mean()) < 0.7


def test_the_same_set_gives_the_same_weights_however_it_is_interrupted(small):
    once = Lesson(small).whole()
    lesson, made = Lesson(small), None
    while made is None:
        made = lesson.go_on(0.0)
    assert torch.equal(weights(once), weights(made))
    assert lesson.share == 1.0


def test_it_is_made_once_and_then_read(small, monkeypatch):
    made = classifier_of(small)
    monkeypatch.delattr(classifier, "Lesson")
    again = classifier_of(bars(trained=256, held_out=64))
    assert torch.equal(weights(made), weights(again))
    assert (made.accuracy, made.tested, made.seconds) == (
        again.accuracy, again.tested, again.seconds,
    )  # fmt: skip


def test_another_set_has_another_one(small):
    labels = small.labels.roll(1)
    others = [
        ImageSet(small.images.flip(3), small.labels, small.names, small.held_out),
        ImageSet(small.images, labels, small.names, small.held_out),
        ImageSet(small.images, small.labels, small.names, small.held_out - 1),
    ]
    assert len({kept_at(images) for images in (small, *others)}) == 4


@pytest.mark.parametrize("damage", [b"", b"no tensors", None])
def test_a_damaged_file_is_replaced(small, damage):
    made = classifier_of(small)
    path = kept_at(small)
    path.write_bytes(path.read_bytes()[:-3] if damage is None else damage)
    assert recall(small) is None
    assert not path.exists()
    assert torch.equal(weights(classifier_of(small)), weights(made))
    assert path.exists()


def test_a_file_of_other_networks_is_none(small):
    two = bars(trained=256, held_out=64)
    two = ImageSet(two.images[:, :, :8, :8].contiguous(), two.labels, two.names, two.held_out)
    keep(small, Lesson(small).whole())
    kept_at(small).rename(kept_at(two))
    assert recall(two) is None


def test_without_classes_the_network_has_its_first_weights_and_nothing_is_kept(cache_folder):
    images = bars(trained=256, held_out=64)
    alone = ImageSet(images.images, held_out=64)
    made = classifier_of(alone)
    assert (made.classes, made.accuracy) == (0, None)
    assert made.look(alone.images[:5])[1].shape == (5, 0)
    assert torch.equal(weights(made), weights(classifier_of(alone)))
    assert not cache_folder.exists()


@pytest.mark.parametrize("shape", [(1, 8, 8), (3, 28, 28), (1, 33, 20), (3, 64, 64)])
def test_pictures_of_any_shape_are_seen(shape, monkeypatch):
    monkeypatch.setattr(classifier, "MOST_EPOCHS", 1)
    rng = torch.Generator().manual_seed(0)
    pixels = torch.randint(256, (40, *shape), generator=rng, dtype=torch.uint8)
    images = ImageSet(pixels, torch.arange(40) % 2, ("a", "b"))
    made = Lesson(images).whole()
    assert made.accuracy is None
    assert made.look(pixels)[0].isfinite().all()
