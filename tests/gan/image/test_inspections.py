"""Inspections in general, and of one image: what D sees in it and what it resembles."""

import json
import time
from typing import Any

import numpy as np
import pytest
import torch

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.inspections import Inspector, inspections
from ganlab.gan.image.inspections.neighbours import nearest, yardstick
from ganlab.gan.image.inspections.one import saliency
from ganlab.gan.image.snapshot import ImageEye
from ganlab.gan.phases import DISCRIMINATOR
from ganlab.gan.plane.snapshot import View
from ganlab.registry import ConfigError
from tests.gan.image.looks import LINEAR, game_of, look, subject_of

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("telescope", {}, "id"),
    ("image", {"index": 64}, "params.index"),
    ("image", {"side": "painted"}, "params.side"),
    ("walk", {"picks": [3]}, "params.picks"),
    ("walk", {"picks": [0, 1, 2, 3, 4, 5, 6, 7], "steps": 64}, "params.steps"),
    ("slice", {"picks": [0, 1]}, "params.picks"),
    ("slice", {"by": "directions", "picks": [0], "first": 7}, "params.first"),
    ("arithmetic", {"a": []}, "params.a"),
    ("directions", {"amounts": [3.5]}, "params.amounts"),
    ("directions", {"layer": 40}, "params.layer"),
    ("features", {"layer": 39}, "params.layer"),
    ("features", {"side": "real", "player": "generator"}, "params.side"),
    ("filters", {"layer": 2}, "params.layer"),
]


@pytest.mark.parametrize(("kind", "params", "field"), REFUSED)
def test_what_cannot_be_looked_at_is_refused(kind: str, params: dict[str, Any], field: str) -> None:
    with pytest.raises(ConfigError) as refused:
        look(game_of(), kind, **params)
    assert refused.value.field == field


@pytest.mark.parametrize("model", ["gan", "conditional"])
@pytest.mark.parametrize("kind", [entry.id for entry in inspections])
def test_every_inspection_answers_and_changes_nothing(kind: str, model: str) -> None:
    game = game_of(model={"id": model})
    before = {name: value.clone() for name, value in game.state_dict().items()}
    found = look(game, kind, label=3)
    assert found.arrays
    assert found.facts["id"] == kind
    assert found.facts["step"] == 1
    json.dumps(found.facts, allow_nan=False)
    after = game.state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)
    for name, array in look(game, kind, label=3).arrays.items():
        np.testing.assert_array_equal(array, found.arrays[name], err_msg=name)


# One image


def test_the_shown_image_is_the_one_inspected() -> None:
    game = game_of()
    eye = ImageEye(game)
    shown = eye.look(View(frozenset({"real", "fake", "d_fake", "d_real", "noise"}))).arrays
    for side in ("fake", "real"):
        found = look(game, "image", side=side, index=5)
        np.testing.assert_array_equal(found.arrays["image"], shown[side][5])
        assert found.facts["verdict"] == pytest.approx(float(shown[f"d_{side}"][5]), abs=1e-3)
    np.testing.assert_array_equal(look(game, "image", index=5).arrays["noise"], shown["noise"][5])
    assert "noise" not in found.arrays


def test_a_class_is_looked_at_as_it_is_shown() -> None:
    game = game_of(model={"id": "conditional"})
    assert look(game, "image", label=7).facts["label"] == 7
    assert look(game, "image", label=7, side="real").facts["label"] == 7
    inspector = Inspector(game, ImageEye(game))
    assert inspector.look("image", {}, None).facts["label"] in range(10)


def test_saliency_of_a_linear_discriminator_is_its_weights() -> None:
    game = game_of(torch.float64, **LINEAR)
    subject = subject_of(game)
    weights = game.net(DISCRIMINATOR).layers(game.weights(DISCRIMINATOR))[0]
    slope = saliency(subject, *subject.seen("fake", 0))
    torch.testing.assert_close(slope, weights.view(16, 16))
    found = look(game, "image")
    peak = found.facts["gradient_peak"]
    assert peak == pytest.approx(float(weights.abs().max()), rel=1e-5)
    np.testing.assert_allclose(
        found.arrays["gradient"] * peak, weights.view(16, 16).numpy(), atol=1e-3 * peak
    )


def test_saliency_equals_finite_differences() -> None:
    game = game_of(torch.float64)
    subject = subject_of(game)
    x, told = subject.seen("real", 2)
    slope = saliency(subject, x, told)
    step = 1e-6
    for row, column in ((3, 4), (8, 8), (12, 5)):
        up, down = x.clone(), x.clone()
        up[0, :, row, column] += step
        down[0, :, row, column] -= step
        expected = (game.judge(up) - game.judge(down)) / (2 * step)
        assert float(slope[row, column]) == pytest.approx(float(expected), rel=1e-4, abs=1e-9)


def test_the_saliency_of_a_colour_image_adds_its_channels_up() -> None:
    class Painted:
        class game:  # noqa: N801 -- stands in for one
            @staticmethod
            def judge(x: torch.Tensor, _: object) -> torch.Tensor:
                return (x * torch.tensor([1.0, 2.0, -5.0]).view(1, 3, 1, 1)).sum((1, 2, 3))

    slope = saliency(Painted, torch.zeros(1, 3, 2, 2), None)  # type: ignore[arg-type]
    assert slope.tolist() == [[-2.0, -2.0], [-2.0, -2.0]]


# Neighbours


def test_neighbours_are_those_of_exact_distances() -> None:
    rng = torch.Generator().manual_seed(1)
    pictures = torch.randint(256, (3000, 1, 20, 20), generator=rng, dtype=torch.uint8)
    picture = pictures[1234]
    exact = (pictures.double() - picture.double()).flatten(1).norm(dim=1) / 255
    numbers, distances = nearest(picture, pictures, 8)
    assert numbers == exact.argsort()[:8].tolist()
    assert numbers[0] == 1234
    assert distances == pytest.approx(exact.sort().values[:8].tolist(), rel=1e-6)
    others, _ = nearest(picture, pictures, 8, without=1234)
    assert others == exact.argsort()[1:9].tolist()
    assert len(nearest(picture, pictures[:3], 8, without=0)[0]) == 2


def test_neighbours_among_20000_pictures_are_found_at_once() -> None:
    rng = torch.Generator().manual_seed(1)
    pictures = torch.randint(256, (20_000, 1, 28, 28), generator=rng, dtype=torch.uint8)
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        nearest(pictures[7], pictures, 8)
        best = min(best, time.process_time() - begun)
    assert best / torch.get_num_threads() < 0.1


def test_the_yardstick_is_how_near_new_pictures_come() -> None:
    rng = torch.Generator().manual_seed(1)
    pictures = torch.randint(256, (240, 1, 8, 8), generator=rng, dtype=torch.uint8)
    flat = pictures.double().flatten(1) / 255
    held = yardstick(ImageSet(pictures, held_out=40), torch.Generator())
    to_trained = torch.cdist(flat[200:], flat[:200]).amin(1)
    assert held.samples == 40
    assert held.median == pytest.approx(float(to_trained.quantile(0.5)), rel=1e-5)
    assert held.low == pytest.approx(float(to_trained.quantile(0.05)), rel=1e-5)
    own = yardstick(ImageSet(pictures), torch.Generator())
    assert own.samples == 100
    assert own.low > 1.0, "a picture counts as its own neighbour"
    assert yardstick(ImageSet(pictures[:1]), torch.Generator()).samples == 0


def test_a_memorized_image_stands_out() -> None:
    game = game_of()
    trained = game.images.images[: game.images.trained]
    copied = trained[11].clone()
    copied[0, 0, 0] ^= 1
    measure = yardstick(game.images, torch.Generator())
    assert nearest(copied, trained, 1)[1][0] < measure.low < measure.median


def test_the_neighbours_of_a_real_image_leave_itself_out() -> None:
    game = game_of()
    found = look(game, "image", side="real", index=9)
    assert min(found.facts["distances"]) > 0
    assert not (found.arrays["neighbours"] == found.arrays["image"]).all((1, 2, 3)).any()
    assert found.arrays["neighbours"].shape == (8, 16, 16, 1)
    assert found.facts["distances"] == sorted(found.facts["distances"])
