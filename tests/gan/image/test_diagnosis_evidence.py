"""The detectors of images against recorded runs, as docs/diagnosis.md tells it."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from scripts import diagnose_images
from scripts.bootstrap.checkout import ROOT
from scripts.image_diagnosis_runs import EVERY, RECIPES

DOC = (ROOT / "docs" / "diagnosis.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def recorded() -> list[diagnose_images.Recording]:
    """All runs of images that the repository holds."""
    return diagnose_images.load()


def test_every_run_of_images_is_there_once(recorded: list[diagnose_images.Recording]) -> None:
    assert sorted((r.name, r.seed) for r in recorded) == sorted(diagnose_images.due())
    assert diagnose_images.FILE.stat().st_size < 100_000


def test_the_document_says_what_is_found_of_images(
    recorded: list[diagnose_images.Recording],
) -> None:
    rows = list(diagnose_images.table(recorded))
    told = [row for row in DOC.splitlines() if ", of images |" in row and row.startswith("|")]
    assert [row for row in told if row.count("|") == 8] == rows
    sound = sum(not made.expected for made in RECIPES.values())
    assert f"{sound} sound ones and {len(RECIPES) - sound} broken ones" in " ".join(DOC.split())


def test_no_sound_run_is_blamed_and_no_broken_one_missed_but_those_named(
    recorded: list[diagnose_images.Recording],
) -> None:
    for recording in recorded:
        said, expected = diagnose_images.spoken(recording), RECIPES[recording.name].expected
        told = bool(said & expected) if expected else not said
        assert told or f"`{recording.name}`" in DOC, (recording.name, said)


def test_a_recorded_run_of_images_played_again_gives_the_same_signals(
    recorded: list[diagnose_images.Recording],
) -> None:
    kept = next(r for r in recorded if r.name == "dense_digits")
    again = diagnose_images.record(kept.name, kept.seed, steps=EVERY)
    # As far as rounding, which differs from machine to machine, has not yet grown.
    for now, then in zip(again.readings, kept.readings, strict=False):
        for value, was in zip(astuple(now), astuple(then), strict=True):
            assert value is was is None or value == pytest.approx(was, rel=0.05, abs=0.02)
