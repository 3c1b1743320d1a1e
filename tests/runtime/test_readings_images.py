"""Readings of images: the classifier is prepared first, then all look at the same fakes."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from ganlab.gan.image import classifier
from ganlab.gan.image.architectures import dcgan_discriminator, dcgan_generator
from ganlab.gan.image.datasets import datasets, load
from ganlab.gan.image.instruments.report import report
from ganlab.runtime import evaluator
from tests.runtime.conftest import Driver
from tests.runtime.test_readings import Bench

CONFIG: dict[str, Any] = {
    "scene": "image",
    "data": {"id": "digits"},
    "model": {"id": "conditional"},
    "prior": {"id": "gaussian", "params": {"dimension": 6}},
    "generator": {"params": {"layers": dcgan_generator((1, 16, 16), 4), "init": "he"}},
    "discriminator": {"params": {"layers": dcgan_discriminator(16, 4), "init": "he"}},
    "batch_size": 12,
}
FAKES = 148  # half of the held-out digits


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> Bench:
    """A session of images with a classifier that learns next to nothing."""
    load(datasets["digits"], {})
    monkeypatch.setattr(classifier, "folder", lambda: tmp_path)
    monkeypatch.setattr(classifier, "SHIPPED", tmp_path)
    monkeypatch.setattr(classifier, "MOST_EPOCHS", 1)
    return Bench(Driver(CONFIG))


def test_while_the_classifier_learns_its_progress_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluator, "SLICE_S", 0.05)
    bench.driver.say(type="view", instruments=["image_frechet"])
    bench.driver.log.clear()
    bench.answer_all()
    told = [json.loads(f["instruments"]) for f in bench.driver.log.frames() if "instruments" in f]
    shares = [reading["image_frechet"].get("preparing") for reading in told]
    learning = [share for share in shares if share is not None]
    assert learning
    assert learning == sorted(learning)
    assert 0 < learning[0] <= learning[-1] < 1
    last = told[-1]["image_frechet"]
    assert set(last) == {"value", "step", "by", "floor"}
    assert last["by"]["tested"] == 297
    assert last["value"] > last["floor"][0]


def test_all_look_at_the_same_fakes_of_one_moment(bench: Bench) -> None:
    wanted = ["image_classes", "image_recall", "image_right_class", "image_pairs"]
    bench.driver.do(type="step", count=3)
    bench.driver.say(type="view", instruments=wanted)
    payloads: set[bytes] = set()
    take = bench._take

    def noted(kind: str, payload: bytes = b"", **fields: Any) -> None:
        payloads.update([payload] if kind == "examine" else [])
        take(kind, payload, **fields)

    bench.driver.session.screen.readings._send = noted
    bench.answer_all()
    found = bench.readings()
    assert set(found) == set(wanted)
    assert {reading["step"] for reading in found.values()} == {3}
    (payload,) = payloads
    assert len(payload) == FAKES * 256
    assert sum(found["image_classes"]["shares"]) == pytest.approx(1)
    bench.driver.do(type="step", count=1)
    bench.answer_all()
    assert {reading["step"] for reading in bench.readings().values()} == {4}
    assert len(payloads) == 2


def test_fakes_are_of_one_moment_though_it_learns_meanwhile(bench: Bench) -> None:
    readings, run = bench.driver.session.screen.readings, bench.driver.session.run
    readings.choose(["image_pairs"])
    expected = run.game.generate(readings._gallery_of(run)._noise)  # type: ignore[attr-defined]
    while not bench.questions:
        readings.look(run)
        run.step()
    ((_, payload, fields),) = bench.questions
    assert fields["step"] == 0
    assert run.game.steps > 3
    fakes = torch.from_numpy(np.frombuffer(payload, np.uint8).reshape(-1, 1, 16, 16).copy())
    assert (fakes.int() - run.game.range.pixels(expected).int()).abs().max() <= 1


def test_closest_pairs_come_with_their_pictures(bench: Bench) -> None:
    bench.driver.say(type="view", instruments=["image_pairs"])
    bench.answer_all()
    shown = [
        (arrays["image_pairs"], json.loads(words["instruments"])["image_pairs"])
        for kind, _, (arrays, words) in (e for e in bench.driver.log.entries if e[0] == "frame")
        if "image_pairs" in arrays
    ]
    pictures, reading = shown[-1]
    assert pictures.shape == (8, 2, 16, 16, 1)
    assert pictures.dtype == np.uint8
    apart = (pictures[:, 0].astype(float) - pictures[:, 1]) ** 2
    rms = apart.mean((1, 2, 3)) ** 0.5
    assert rms == pytest.approx(np.array(reading["distances"]), abs=0.001)


def test_instruments_of_the_other_scene_never_come(
    bench: Bench, drive: Callable[..., Driver]
) -> None:
    bench.driver.say(type="view", instruments=["mmd", "precision"])
    bench.driver.settle()
    plane = Bench(drive())
    plane.driver.say(type="view", instruments=["image_recall"])
    plane.driver.settle()
    assert bench.questions == plane.questions == []


def test_the_report_says_what_the_readings_say(bench: Bench) -> None:
    bench.driver.say(type="view", instruments=["image_frechet", "image_classes"])
    bench.answer_all()
    found, whole = bench.readings(), report(bench.driver.session.run.game)
    for name, reading in found.items():
        assert whole.lines[name].found.value == pytest.approx(reading["value"], rel=0.02)
        assert whole.lines[name].floor == pytest.approx(tuple(reading["floor"]))
    assert "Fréchet distance" in str(whole)
    assert "image_right_class" in whole.lines
