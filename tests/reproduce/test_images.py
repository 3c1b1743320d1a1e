"""The experiments on images: what they measure lies where it must, two-sided."""

import re
from pathlib import Path

import pytest

from ganlab.gan.image.datasets import cache, openml
from ganlab.gan.image.presets import image_presets
from ganlab.reproduce import images
from ganlab.reproduce.command import Refused, reproduce
from ganlab.reproduce.every import experiments
from ganlab.reproduce.experiment import Arm, Figures, plan_of
from ganlab.reproduce.images import REAL, TRAINED, UNTRAINED
from ganlab.reproduce.report import in_words
from ganlab.reproduce.training import recipe

STEPS = 120


def measured(fakes: str, steps: int = STEPS) -> Figures:
    """The experiment on small digits."""
    told: list[float] = []
    made = recipe(image_presets["dcgan_digits"].function())
    found: Figures = images.images(Arm("", {**made, "fakes": fakes}), 3, steps, told.append)
    assert told[-1] == 1.0
    assert told == sorted(told)
    return found


def test_a_trained_generator_lies_between_an_untrained_one_and_real_images() -> None:
    untrained, trained, real = (measured(fakes) for fakes in (UNTRAINED, TRAINED, REAL))
    assert real["frechet"] < 0.5 * trained["frechet"]
    assert trained["frechet"] < 0.5 * untrained["frechet"]
    assert untrained["recall"] < trained["recall"] < real["recall"]
    assert trained["precision"] < real["precision"] <= 100
    assert untrained["classes"] < 10 == real["classes"]
    assert (real["seconds"], untrained["seconds"]) == (0, 0)
    assert 0.2 < trained["seconds"] < 60
    assert 96 < untrained["accuracy"] == trained["accuracy"] == real["accuracy"] < 100


@pytest.mark.parametrize("name", ["images", "mnist"])
def test_the_recipe_is_the_preset(name: str) -> None:
    plan, entry = plan_of(experiments[name]), image_presets["dcgan_glyphs"]
    assert plan.steps == entry.extras["steps"]
    assert [arm.name for arm in plan.arms] == [UNTRAINED, TRAINED, REAL]
    words = [in_words(arm.recipe) for arm in plan.arms]
    assert words[1] == f"fakes {TRAINED}{'; data mnist' if name == 'mnist' else ''}"


def test_without_its_files_mnist_says_where_they_belong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object) -> None:
        raise openml.FetchError("no route to host")

    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(openml, "fetch", nothing)
    where = r"put the files train-images-idx3-ubyte, .* into " + re.escape(f"{tmp_path}/data/mnist")
    with pytest.raises(Refused, match=where):
        reproduce("mnist", "1", 1, None, None)
