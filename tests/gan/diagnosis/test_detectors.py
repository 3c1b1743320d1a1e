"""Detectors, each on readings made by hand: when it speaks, when not, and what it says."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest

from ganlab.gan.config import RunConfig
from ganlab.gan.diagnosis.detectors import detectors, reached
from ganlab.gan.diagnosis.signals import Signals
from scripts.bootstrap.checkout import ROOT
from tests.gan.diagnosis.readings import reading, run_of, watched

CONFIG = RunConfig.from_json({})
ONE_MODE = (1.0, 0, 0, 0, 0, 0, 0, 0)
HALF = (0.25, 0.25, 0.25, 0.25, 0, 0, 0, 0)
MOST = (0.2, 0.2, 0.2, 0.2, 0.2, 0, 0, 0)


def modes_in_turn(share: float) -> list[Signals]:
    """That share of the fakes goes from one mode to the next at each reading."""
    shares = [[1 - share if j == 7 else 0.0 for j in range(8)] for _ in range(10)]
    for k, row in enumerate(shares):
        row[k % 7] += share
    return [reading(100 * k, shares=tuple(row)) for k, row in enumerate(shares)]


def swinging(width: float) -> list[Signals]:
    """The fakes' middle is at one place and the other by turns."""
    return [reading(100 * k, centre=(width * (k % 2), 0.0)) for k in range(10)]


# For each detector: readings just beyond its threshold, and others just short of it.
BEYOND: dict[str, list[Signals]] = {
    "mode_collapse": run_of(10, shares=HALF),
    "rotation": modes_in_turn(0.41),
    "vanishing_gradient": run_of(10, pull=0.003, js_excess=0.41),
    "oscillation": swinging(0.46),
    "d_winning": run_of(10, separation=0.971),
    "d_too_weak": run_of(10, separation=0.69, js_excess=0.61),
    "memorizing": run_of(10, crowding=0.19, hit=0.51),
    "divergence": run_of(10, centre=(8.0, 0.0)),
}
SHORT: dict[str, list[list[Signals]]] = {
    "mode_collapse": [run_of(10, shares=MOST), run_of(10, shares=None, covered=0.51)],
    "rotation": [modes_in_turn(0.39), run_of(10, shares=ONE_MODE), run_of(10, shares=None)],
    "vanishing_gradient": [
        run_of(10, pull=0.0031, js_excess=0.9),
        run_of(10, pull=1e-6, js_excess=0.39),  # nothing left to be learnt
    ],
    "oscillation": [swinging(0.44), run_of(10, centre=(3.0, 0.0))],
    "d_winning": [run_of(10, separation=0.969)],
    "d_too_weak": [
        run_of(10, separation=0.71, js_excess=0.9),
        run_of(10, separation=0.5, js_excess=0.59),  # the fakes are good
    ],
    "memorizing": [
        run_of(10, crowding=0.21, hit=1.0),
        run_of(10, crowding=0.05, hit=0.5),  # a collapse onto few of the points
        run_of(10),
    ],
    "divergence": [run_of(10, centre=(7.8, 0.0))],
}


def test_every_detector_is_tried() -> None:
    assert set(BEYOND) == set(SHORT) == {entry.id for entry in detectors}


@pytest.mark.parametrize("name", BEYOND)
def test_it_speaks_beyond_its_threshold(name: str) -> None:
    assert name in watched(*BEYOND[name]).speaking


@pytest.mark.parametrize("name", SHORT)
def test_it_is_silent_short_of_it(name: str) -> None:
    for readings in SHORT[name]:
        assert name not in watched(*readings).speaking


def test_nothing_is_said_of_a_sound_run() -> None:
    assert watched(*run_of(20)).findings(CONFIG) == []


@pytest.mark.parametrize("name", BEYOND)
def test_what_it_says_has_every_number_it_needs(name: str) -> None:
    (found,) = (f for f in watched(*BEYOND[name]).findings(CONFIG) if f["id"] == name)
    says = detectors[name].extras["says"][found["case"]]
    places = set(re.findall(r"\{(\w+)%?\}", says))
    assert places == set(found["facts"])
    assert all(math.isfinite(value) for value in found["facts"].values())


def test_the_numbers_are_those_of_the_readings() -> None:
    def said(name: str) -> dict[str, Any]:
        (found,) = (f for f in watched(*BEYOND[name]).findings(CONFIG) if f["id"] == name)
        facts: dict[str, Any] = found["facts"]
        return facts

    assert said("mode_collapse") == {"reached": 4, "modes": 8}
    assert said("rotation") == {"moved": 0.41, "reached": 2, "modes": 8}
    assert said("vanishing_gradient") == {"pull": 0.003, "js": 0.41}
    assert said("oscillation") == {"swing": 0.46, "net": 0.0, "steps": 800}
    assert said("memorizing") == {"near": 0.19, "hit": 0.51}


def test_a_mode_counts_from_one_fake_in_a_hundred_on() -> None:
    assert reached(reading(0, shares=(0.98, 0.01, 0.0099))) == 2


def test_data_without_modes_collapse_by_what_is_reached() -> None:
    (found,) = watched(*run_of(10, shares=None, covered=0.4)).findings(CONFIG)
    assert (found["id"], found["case"], found["facts"]) == ("mode_collapse", 1, {"covered": 0.4})


def test_one_mode_cannot_collapse_to_fewer() -> None:
    assert watched(*run_of(10, shares=(1.0,))).speaking == []


def test_numbers_without_bounds_are_told_as_none() -> None:
    (found,) = watched(*run_of(10, centre=(math.inf, 0.0))).findings(CONFIG)
    assert (found["id"], found["level"], found["facts"]) == ("divergence", None, {"reach": None})


def test_german_sentences_have_the_same_places() -> None:
    text = (ROOT / "web/src/texts/de/catalog/detectors.js").read_text(encoding="utf-8")
    parts = re.split(r"^  (\w+): \{$", text, flags=re.M)
    german = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert set(german) == {entry.id for entry in detectors}
    for entry in detectors:
        english = [set(re.findall(r"\{\w+%?\}", each)) for each in entry.extras["says"]]
        (says,) = re.findall(r"says: \[(.*)\],", german[entry.id])
        said = [set(re.findall(r"\{\w+%?\}", each)) for each in re.findall(r'"([^"]*)"', says)]
        assert said == english, entry.id
