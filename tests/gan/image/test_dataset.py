"""ImageSet: what it refuses and what it counts; the scalings of pixels."""

from typing import Any

import pytest
import torch

from ganlab.gan.image.dataset import Attribute, ImageSet
from ganlab.gan.image.scalings import image_scalings

pytestmark = pytest.mark.usefixtures("cache_folder")

PIXELS = torch.tensor([[[[0, 255], [51, 0]]], [[[0, 0], [0, 0]]], [[[255, 0], [0, 0]]]]).byte()
LABELS = torch.tensor([2, 0, 2])
NAMES = ("cat", "dog", "fox")


def test_statistics_count_pixels_and_classes():
    size = Attribute(torch.tensor([1, 0, 1]), ("small", "large"))
    found = ImageSet(PIXELS, LABELS, NAMES, 1, {"size": size}).statistics()
    assert found == {
        "examples": 3,
        "held_out": 1,
        "shape": [1, 2, 2],
        "names": ["cat", "dog", "fox"],
        "counts": [1, 0, 2],
        "attributes": {"size": ["small", "large"]},
        "least": 0,
        "greatest": 255,
        "mean": pytest.approx((255 + 51 + 255) / 12),
    }


def test_a_set_without_labels_has_no_classes():
    images = ImageSet(PIXELS, held_out=2)
    assert (len(images), images.trained, images.classes, images.shape) == (3, 1, 0, (1, 2, 2))
    assert images.statistics()["counts"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"images": PIXELS.float()},
        {"images": PIXELS[0]},
        {"held_out": 3},
        {"held_out": -1},
        {"names": ()},
        {"labels": None},
        {"labels": LABELS[:2]},
        {"labels": LABELS.int()},
        {"labels": LABELS + 1},
        {"labels": LABELS - 1},
        {"attributes": {"size": Attribute(LABELS, NAMES[:2])}},
    ],
)
def test_what_does_not_fit_together_is_refused(wrong):
    right: dict[str, Any] = {"images": PIXELS, "labels": LABELS, "names": NAMES}
    ImageSet(**right)
    with pytest.raises(ValueError, match=r"expected|held out"):
        ImageSet(**{**right, **wrong})


@pytest.mark.parametrize(("scaling_id", "low", "high"), [("symmetric", -1, 1), ("unit", 0, 1)])
def test_every_pixel_survives_the_way_there_and_back(scaling_id, low, high):
    scale = image_scalings[scaling_id].bind({})()
    pixels = torch.arange(256).byte().reshape(1, 1, 16, 16)
    seen = scale.seen(pixels)
    assert seen.dtype == torch.float32
    assert float(seen.min()) == low
    assert float(seen.max()) == pytest.approx(high, abs=1e-6)
    assert torch.allclose(seen.flatten().diff(), torch.tensor((high - low) / 255), atol=1e-6)
    assert torch.equal(scale.pixels(seen), pixels)


def test_what_is_no_pixel_is_cut_off():
    scale = image_scalings["symmetric"].bind({})()
    values = torch.tensor([-7.0, 7.0, float("nan"), float("inf"), -float("inf"), 0.0])
    assert scale.pixels(values).tolist() == [0, 255, 0, 255, 0, 128]
    assert scale.pixels(values.half()).dtype == torch.uint8
