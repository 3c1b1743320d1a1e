"""Every instrument of images: new real images score the floor, failed generators do not."""

import functools

import pytest
import torch

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.instruments.evidence import sample_size, suits
from ganlab.gan.image.instruments.examiner import ImageExaminer
from ganlab.gan.instruments.instrument import IMAGES, instruments, kind
from ganlab.registry import ConfigError
from tests.gan.image.instruments.conftest import bars, drawn

OF_IMAGES = [entry.id for entry in instruments if kind(entry.id) == IMAGES]


@functools.cache
def floor(examiner, name):
    found = examiner.floor(name)
    assert found is not None
    return found


def value_of(examiner, name, pixels, labels=None):
    return examiner.examine(name, pixels, labels).value


@pytest.mark.parametrize("name", OF_IMAGES)
def test_a_perfect_generator_scores_the_floor_within_its_spread(examiner, name):
    """Twelve perfect generators, whose images nobody has seen before, against the floor of held-out
    images: their mean lies within five standard errors of it, each within five spreads.
    """
    mean, spread = floor(examiner, name)
    fakes = [drawn(400, 100 + seed) for seed in range(12)]
    found = [value_of(examiner, name, *fake) for fake in fakes]
    # The draws behind the floor share 800 images: their mean has the spread of those.
    error = spread * (1 / 2 + 1 / 12) ** 0.5
    assert sum(found) / 12 == pytest.approx(mean, abs=5 * error + 1e-9)
    assert all(abs(value - mean) <= 5 * spread + 1e-9 for value in found)
    ours = torch.tensor(found).double().std()
    assert spread == 0 or 0.3 < float(ours) / spread < 3


BLIND = {  # as their words say: lost classes, or copies, are nothing to them
    "one class": ("image_precision", "image_right_class", "image_pairs"),
    "one of each": (
        "image_classes", "image_class_kl", "image_inception", "image_precision",
        "image_right_class",
    ),
    "noise": ("image_pairs",),
}  # fmt: skip


def failed(kind_of):
    """Fakes, and the labels asked for, of a generator that has collapsed or learned nothing."""
    if kind_of == "one class":
        return drawn(400, 7, label=2)[0], None
    if kind_of == "one of each":
        each = [drawn(1, 21, label=label)[0] for label in range(3)]
        pixels = torch.cat(each)[torch.arange(400) % 3]
        return pixels, torch.arange(400) % 3
    rng = torch.Generator().manual_seed(3)
    noise = torch.randint(256, (400, 1, 16, 16), generator=rng, dtype=torch.uint8)
    return noise, torch.randint(3, (400,), generator=rng)


@pytest.mark.parametrize(
    ("name", "kind_of"),
    [(n, k) for n in OF_IMAGES for k in BLIND if (n, k) != ("image_classes", "noise")],  # by chance
)
def test_a_failed_generator_scores_far_from_the_floor(examiner, name, kind_of):
    mean, spread = floor(examiner, name)
    pixels, labels = failed(kind_of)
    if name == "image_right_class" and labels is None:
        labels = torch.arange(400) % 3  # asked for all, one came
        kind_of = "noise"
    value = value_of(examiner, name, pixels, labels)
    sign = 1 if instruments[name].extras["better"] == "lower" else -1
    if name in BLIND[kind_of]:
        assert sign * (value - mean) <= 5 * spread + 1e-9
    else:
        assert sign * (value - mean) > 8 * spread


def test_the_same_question_has_the_same_answer(examiner):
    pixels, labels = drawn(400, 11)
    for name in OF_IMAGES:
        first = examiner.examine(name, pixels, labels)
        assert examiner.examine(name, pixels.clone(), labels) == first


def test_images_without_classes_are_seen_by_a_network_that_never_learned():
    pixels, _ = drawn(1000, 0)
    alone = ImageExaminer(ImageSet(pixels, held_out=400))
    assert alone.prepare() == 1.0
    assert (alone.classifier.classes, alone.classifier.accuracy) == (0, None)
    mean, spread = floor(alone, "image_frechet")
    fake = drawn(200, 50)[0]
    assert abs(value_of(alone, "image_frechet", fake) - mean) < 6 * spread
    one = fake[:1].expand(200, -1, -1, -1)
    assert value_of(alone, "image_frechet", one) > mean + 20 * spread
    assert value_of(alone, "image_recall", one) < 5
    with pytest.raises(ConfigError):
        alone.examine("image_inception", fake)


def test_what_data_and_model_do_not_allow_is_refused(examiner):
    pixels, _ = drawn(400, 1)
    with pytest.raises(ConfigError):
        examiner.examine("image_right_class", pixels)
    with pytest.raises(ConfigError):
        examiner.examine("precision", pixels)
    few = bars(trained=50, held_out=30)
    assert sample_size(few) == 15
    assert not any(suits(instruments[name], few, labelled=True) for name in OF_IMAGES)
    assert all(suits(instruments[name], bars(50, 40), labelled=True) for name in OF_IMAGES)


def test_it_is_prepared_in_slices():
    fresh = ImageExaminer(bars(trained=600, held_out=100))
    with pytest.raises(RuntimeError):
        fresh.examine("image_frechet", drawn(50, 1)[0])
    shares = [fresh.prepare(0.02) for _ in range(3)]
    assert 0 < shares[0] < shares[1] < shares[2] < 1
