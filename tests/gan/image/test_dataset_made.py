"""Sets that are made here: the same each time, every class there, and labels that are true."""

import inspect

import numpy as np
import pytest
import torch

from ganlab.gan.catalog import catalog
from ganlab.gan.config import RunConfig
from ganlab.gan.image.datasets import (
    Cancelled,
    Job,
    datasets,
    digits,
    glyphs,
    inputs_of,
    is_here,
    names_of,
    outlines,
    shape_of,
    shapes,
)  # fmt: skip
from ganlab.gan.image.datasets.fonts import PACKAGES, faces
from ganlab.gan.image.datasets.shapes import COLOURS

pytestmark = pytest.mark.usefixtures("cache_folder")

FEW, ASIDE = 600, 200
MADE = [
    ("digits", {}),
    ("glyphs", {"size": "28", "jitter": "some"}),
    ("glyphs", {"size": "16", "jitter": "strong"}),
    ("shapes", {"size": "28", "colour": True}),
    ("shapes", {"size": "32", "colour": False}),
    ("outlines", {"size": "28", "colours": "kind"}),
]


@pytest.fixture(autouse=True)
def few(monkeypatch):
    for module in (glyphs, shapes, outlines):
        monkeypatch.setattr(module, "EXAMPLES", FEW)
        monkeypatch.setattr(module, "HELD_OUT", ASIDE)


def make(entry_id, params=None, job=None):
    """An entry's set, made anew: past the cache."""
    entry = datasets[entry_id]
    making = inspect.unwrap(entry.function)
    return making(*([job] if job else []), **entry.fill(params or {}))


def flat(images):
    return images.images.flatten(1).float()


def neighbours_agree(images, labels):
    """Share of the held-out pictures whose nearest training picture has the same label."""
    x, n = flat(images), images.trained
    nearest = torch.cdist(x[n:], x[:n]).argmin(1)
    return float((labels[nearest] == labels[n:]).float().mean())


@pytest.mark.parametrize(("entry_id", "params"), MADE)
def test_the_same_set_is_made_each_time_and_is_as_foretold(entry_id, params):
    entry = datasets[entry_id]
    first, again = make(entry_id, params), make(entry_id, params)
    assert torch.equal(first.images, again.images)
    assert torch.equal(first.labels, again.labels)
    assert first.shape == shape_of(entry, params)
    assert first.names == names_of(entry, params)
    assert is_here(entry)
    assert first.images.max() > 200
    assert first.images.flatten(1).amax(1).min() > 20  # no picture is empty


@pytest.mark.parametrize(("entry_id", "params"), MADE)
def test_every_class_is_in_both_parts(entry_id, params):
    images = make(entry_id, params)
    for part in (images.labels[: images.trained], images.labels[images.trained :]):
        counts = torch.bincount(part, minlength=images.classes)
        assert counts.min() >= 0.6 * len(part) / images.classes
    assert images.held_out == (digits.HELD_OUT if entry_id == "digits" else ASIDE)


def test_generated_classes_are_in_equal_parts():
    counts = torch.bincount(make("glyphs").labels)
    assert counts.tolist() == [FEW // 10] * 10


@pytest.mark.parametrize(("entry_id", "least"), [("digits", 0.95), ("glyphs", 0.75)])
def test_labels_say_what_is_seen(entry_id, least):
    images = make(entry_id)
    assert neighbours_agree(images, images.labels) > least
    mixed = images.labels[torch.randperm(len(images), generator=torch.Generator().manual_seed(1))]
    assert neighbours_agree(images, mixed) < 0.25


def test_shapes_without_their_colour_say_what_they_are():
    images = make("shapes", {"colour": False})
    assert set(images.attributes) == {"size"}
    assert neighbours_agree(images, images.labels) > 0.7


def test_colour_and_size_are_what_the_attributes_say():
    images = make("shapes")
    brightest = flat(images).unflatten(1, (3, -1)).amax(2)  # (n, 3)
    palette = torch.tensor(list(COLOURS.values())).float()
    nearest = torch.cdist(brightest / brightest.norm(dim=1, keepdim=True),
                          palette / palette.norm(dim=1, keepdim=True)).argmin(1)  # fmt: skip
    assert torch.equal(nearest, images.attributes["colour"].values)
    area = (images.images.amax(1) > 60).flatten(1).sum(1).float()
    sizes, squares = images.attributes["size"].values, images.labels == images.names.index("square")
    small, medium, large = (area[squares & (sizes == k)] for k in range(3))
    assert small.max() < medium.min()
    assert medium.max() < large.min()


def test_shape_colour_and_size_are_independent():
    images = make("shapes")
    colour, size = (images.attributes[name].values for name in ("colour", "size"))
    for a, b in ((images.labels, colour), (images.labels, size), (colour, size)):
        together = torch.stack([a.double(), b.double()])
        assert abs(float(torch.corrcoef(together)[0, 1])) < 0.12  # 3 standard errors of 600


def test_an_outline_runs_around_its_shape_and_says_its_colour():
    images = make("outlines")
    assert tuple(images.inputs.shape[1:]) == inputs_of(datasets["outlines"], {"size": "28"})
    filled, line = images.images.amax(1) > 20, images.inputs[:, 0] > 120
    near = torch.nn.functional.max_pool2d(filled.float()[:, None], 3, 1, 1)[:, 0] > 0
    assert bool((near | ~line).all())  # no line far from the shape
    inner = -torch.nn.functional.max_pool2d(-filled.float()[:, None], 5, 1, 2)[:, 0] > 0
    assert float((line & inner).float().mean()) < 0.003  # nor in its middle
    for kind in range(images.classes):
        assert len(images.attributes["colour"].values[images.labels == kind].unique()) == 1
    free = make("outlines", {"colours": "free"})
    assert torch.equal(free.inputs, images.inputs)
    assert len(free.attributes["colour"].values[free.labels == 0].unique()) == len(COLOURS)


def test_jitter_none_draws_fonts_alone_and_more_is_more():
    plain, some, strong = (make("glyphs", {"jitter": j}) for j in ("none", "some", "strong"))
    distinct = len(np.unique(plain.images.flatten(1).numpy(), axis=0))
    assert distinct < len(list(faces())) * 10
    assert len(np.unique(some.images.flatten(1).numpy(), axis=0)) == FEW
    spread = [float(flat(s).sub(flat(plain)).square().mean()) for s in (some, strong)]
    assert 0 < spread[0] < spread[1]


def test_nothing_is_cut_off_at_the_edge():
    for entry_id in ("glyphs", "shapes", "outlines"):
        images = make(entry_id).images
        edge = torch.cat([images[..., 0, :], images[..., -1, :], images[..., 0], images[..., -1]])
        assert edge.float().mean() < 1.0, entry_id


def test_the_fonts_are_those_that_the_help_counts():
    assert len(list(faces())) == 47
    assert len(PACKAGES) == 9
    assert "47 fonts" in datasets["glyphs"].help


def test_making_tells_how_far_it_is_and_can_be_called_off():
    told = []
    make("shapes", job=Job(lambda share, words: told.append((share, words)), lambda: False))
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert told[0] == (0.0, "Drawing shape 0 of 600")
    with pytest.raises(Cancelled):
        make("glyphs", job=Job(lambda *_: None, lambda: True))


def test_the_catalog_can_show_every_entry():
    *usual, own = datasets
    made, known = ["digits", "glyphs", "shapes", "outlines"], ["mnist", "fashion", "cifar10"]
    assert [e.id for e in usual] == made + known
    for entry in usual:
        shown = entry.to_json()
        assert shown["help"]
        assert not {"shape", "classes", "inputs", "fetch", "here"} & set(shown)
        params = entry.fill({})
        assert len(shape_of(entry, params)) == 3
        assert len(names_of(entry, params)) >= 8
    shown = {entry["id"]: entry for entry in catalog()["registries"]["datasets"]}
    assert not {"shape", "classes"} & set(shown[own.id])
    assert shown["shapes"]["shape"] == [3, 28, 28]
    assert shown["fashion"]["classes"][9] == "ankle boot"


def test_the_catalog_has_networks_for_every_form_of_the_pictures():
    shown = {entry["id"]: entry for entry in catalog()["registries"]["datasets"]}
    assert [form["params"] for form in shown["glyphs"]["forms"]] == [
        {"size": size} for size in ("16", "28", "32")
    ]
    assert len(shown["shapes"]["forms"]) == 6  # three sizes, in colour or not
    assert shown["digits"]["forms"] == []
    for name, entry in shown.items():
        for form in entry.get("forms", ()):
            scene = {"scene": "image", "data": {"id": name, "params": form["params"]}}
            RunConfig.from_json({**scene, **form["networks"]})
            if form["pair_networks"]:
                pix2pix = {"model": {"id": "pix2pix"}, **form["pair_networks"]}
                RunConfig.from_json({**scene, **pix2pix})
