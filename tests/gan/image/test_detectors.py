"""Detectors of images, each on readings made by hand: when it speaks, when not, what it says."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Any

import pytest

from ganlab.gan.config import RunConfig
from ganlab.gan.diagnosis.watch import Watch
from ganlab.gan.image.detectors import FAR, image_detectors
from ganlab.gan.image.signals import ImageSignals
from scripts.bootstrap.checkout import ROOT

CONFIG = RunConfig.from_json({"scene": "image"})
SOUND = ImageSignals(
    step=0, real_right=0.7, fake_right=0.8, separation=0.85, score=2.0, gap=0.15, variety=1.1,
    moved=0.3,
)  # fmt: skip
# The signal of each detector, and what else must be so for it to speak.
WATCHED: dict[str, tuple[str, dict[str, Any]]] = {
    "mode_collapse": ("variety", {}),
    "missing_classes": ("classes", {"of": 1}),
    "d_winning": ("separation", {"gap": FAR}),
    "d_too_weak": ("separation", {"gap": FAR}),
    "standstill": ("moved", {"gap": FAR}),
    "oscillation": ("moved", {}),
    "divergence": ("score", {}),
}


def watched(count: int = 12, every: int = 100, **what: Any) -> Watch:
    """The detectors after so many readings, all alike."""
    watch = Watch(image_detectors)
    for k in range(count):
        watch.take(replace(SOUND, step=k * every, **what))
    return watch


def at(name: str, beyond: float) -> dict[str, Any]:
    """What makes a detector's signal so many hundredths more than its threshold wants."""
    signal, others = WATCHED[name]
    entry = image_detectors[name]
    sign = -1 if entry.extras.get("below") else 1
    return {**others, signal: entry.extras["threshold"] * (1 + sign * beyond / 100)}


def test_every_detector_of_images_is_tried() -> None:
    assert set(WATCHED) == {entry.id for entry in image_detectors}


@pytest.mark.parametrize("name", WATCHED)
def test_it_speaks_of_images_beyond_its_threshold(name: str) -> None:
    assert name in watched(**at(name, 0.5)).speaking


@pytest.mark.parametrize("name", WATCHED)
def test_it_is_silent_of_images_short_of_it(name: str) -> None:
    assert name not in watched(**at(name, -0.5)).speaking
    if "gap" in WATCHED[name][1]:  # it is no failure where the fakes are good
        assert name not in watched(**{**at(name, 5), "gap": 0.9 * FAR}).speaking


def test_nothing_is_said_of_a_sound_run_or_of_too_few_readings() -> None:
    assert watched().findings(CONFIG) == []
    assert watched(3, variety=0.0).findings(CONFIG) == []


@pytest.mark.parametrize("name", WATCHED)
def test_its_sentence_has_every_number_and_its_remedy_is_allowed(name: str) -> None:
    found = next(f for f in watched(**at(name, 0.5)).findings(CONFIG) if f["id"] == name)
    says = image_detectors[name].extras["says"][found["case"]]
    assert set(re.findall(r"\{(\w+)%?\}", says)) == set(found["facts"])
    assert all(math.isfinite(value) for value in found["facts"].values())
    assert CONFIG.changed(found["suggestion"]["changes"]) != CONFIG


def test_a_d_that_has_not_learned_yet_is_not_blamed_for_it() -> None:
    watch = Watch(image_detectors)
    for k in range(6):
        separation = 0.98 if k else 0.0
        watch.take(replace(SOUND, step=50 * k, separation=separation, gap=2.0))
    assert watch.speaking == []


def test_classes_are_missed_only_where_fakes_resemble_the_data() -> None:
    assert watched(classes=4, of=10).speaking == ["missing_classes"]
    assert watched(classes=4, of=10, gap=1.5).speaking == []
    (found,) = watched(classes=1, of=10, variety=0.1).findings(CONFIG)
    assert found["id"] == "mode_collapse"  # which explains it


def test_who_comes_nearer_to_the_data_is_left_alone() -> None:
    for name in ("d_winning", "oscillation"):
        watch = Watch(image_detectors)
        for k in range(12):
            what = {**at(name, 0.5), "gap": 6.0 * 0.95**k}
            watch.take(replace(SOUND, step=100 * k, **what))
        assert name not in watch.speaking


def test_a_d_that_does_not_play_is_offered_an_update() -> None:
    resting = CONFIG.changed({"d_steps": 0})
    (found,) = watched(separation=0.4, gap=2.0).findings(resting)
    assert (found["id"], found["suggestion"]["changes"]) == ("d_too_weak", {"d_steps": 1})


def test_who_is_too_fast_is_slowed_to_the_others_rate() -> None:
    fast = CONFIG.changed({"g_optimizer": {"params": {"lr": 0.01}}})
    (found,) = watched(moved=1.2).findings(fast)
    lower = CONFIG.d_optimizer.params["lr"]
    assert found["suggestion"]["changes"] == {"g_optimizer": {"params": {"lr": lower}}}


def test_german_sentences_on_images_have_the_same_places() -> None:
    text = (ROOT / "web/src/texts/de/catalog/image-time.js").read_text(encoding="utf-8")
    parts = re.split(r"^  (\w+): \{$", text.split("imageDetectors")[1], flags=re.M)
    german = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert set(german) == {entry.id for entry in image_detectors}
    for entry in image_detectors:
        english = [set(re.findall(r"\{\w+%?\}", each)) for each in entry.extras["says"]]
        (says,) = re.findall(r"says: \[(.*)\],", german[entry.id])
        assert [set(re.findall(r"\{\w+%?\}", e)) for e in re.findall(r'"([^"]*)"', says)] == english
