"""The command `ganlab reproduce`: its table and JSON, going on from a folder, its errors."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from ganlab.__main__ import app
from ganlab.reproduce.command import Refused, read_seeds
from ganlab.reproduce.every import experiments
from ganlab.reproduce.experiment import (
    Arm,
    Column,
    Figures,
    Plan,
    Published,
    Tell,
    experiment,
    plan_of,
)  # fmt: skip
from ganlab.reproduce.report import in_words
from ganlab.reproduce.run import mean_and_error
from scripts.bootstrap.checkout import ROOT

INTERRUPTED: set[int] = set()


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["reproduce", *map(str, arguments)])


def results(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def test_without_a_name_the_experiments_are_listed() -> None:
    answer = call()
    assert answer.exit_code == 0
    assert all(f"  {entry.id} " in answer.stdout for entry in experiments)


def test_table_and_json_say_the_same(tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    answer = call("bilinear", "--json", file)
    assert answer.exit_code == 0, answer.output
    assert "| **extragradient** " in answer.stdout
    assert "0.958175" in answer.stdout
    found = results(file)
    assert found.keys() == {
        "experiment", "title", "source", "note", "ganlab", "steps", "seeds", "columns", "arms",
    }  # fmt: skip
    arm = found["arms"][2]
    assert arm.keys() == {"name", "recipe", "summary", "runs", "published"}
    assert arm["summary"]["factor"] == {
        "mean": arm["runs"][0]["figures"]["factor"], "standard_error": None, "n": 1,
    }  # fmt: skip
    assert found["seeds"] == [0], "nothing in it is random"
    assert float(arm["published"][0]["figures"]["factor"]) == pytest.approx(
        arm["summary"]["factor"]["mean"], abs=1e-6
    )


def test_a_recipe_is_told_in_full_where_it_is_not_the_usual() -> None:
    words = in_words(plan_of(experiments["ring"]).arms[0].recipe)
    assert "data ring (modes 8, radius 1.0, std 0.01)" in words
    assert "r1 (weight 0.02); r2 (weight 0.02)" in words
    assert "rates constant to 50% of the steps, then linear to 2%" in words
    assert "prior" not in words
    assert "turns extragradient" in in_words(plan_of(experiments["bilinear"]).arms[2].recipe)


def test_the_document_holds_what_the_command_prints() -> None:
    text = (ROOT / "docs" / "reproduction.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^## `ganlab reproduce (\w+)", text, re.MULTILINE))
    assert named <= {entry.id for entry in experiments}
    assert {"ring", "grid", "dirac", "bilinear", "vanishing"} <= named
    assert call("bilinear").stdout.strip() in text, "the closed forms are the same everywhere"


def test_mean_and_standard_error() -> None:
    mean, error = mean_and_error([1.0, 2.0, 3.0, 6.0])
    assert mean == 3.0
    assert error == pytest.approx((14 / 3 / 4) ** 0.5)
    assert mean_and_error([2.0]) == (2.0, None)


@pytest.fixture
def played() -> Iterator[list[tuple[str, int]]]:
    """A small experiment, `toss`, of two arms; what of it is played is written down. A seed that is
    in `INTERRUPTED` is interrupted as if by a key.
    """
    found: list[tuple[str, int]] = []
    plan = Plan(
        (Column("heads", "heads"),),
        tuple(Arm(n, {"sides": n}, (Published("fair", "closed form", {}),)) for n in "ab"),
        10,
        3,
        "A toss of coins.",
    )

    def toss(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
        """Tosses coins."""
        if seed in INTERRUPTED:
            raise KeyboardInterrupt
        found.append((arm.name, seed))
        tell(1.0)
        figures = {"heads": float(len(arm.name) + seed * steps)}
        return {**figures, "played": 7.0} if seed == 2 else figures

    experiment("Tosses", source="nobody", plan=plan)(toss)
    yield found
    experiments.remove("toss")
    INTERRUPTED.clear()


def test_it_goes_on_after_the_seeds_that_were_finished(
    tmp_path: Path, played: list[tuple[str, int]]
) -> None:
    folder, file = tmp_path / "kept", tmp_path / "found.json"
    INTERRUPTED.add(1)
    first = call("toss", "--resume", folder)
    assert first.exit_code == 0
    assert f"go on with --resume {folder}" in first.output
    assert "| **a** " in first.output
    assert played == [("a", 0), ("b", 0)]

    INTERRUPTED.clear()
    assert call("toss", "--resume", folder, "--json", file).exit_code == 0
    assert played == [(arm, seed) for seed in (0, 1, 2) for arm in "ab"]
    resumed = results(file)
    assert call("toss", "--json", file).exit_code == 0
    assert results(file) == resumed
    heads = {"mean": 11.0, "standard_error": pytest.approx(10 / 3**0.5), "n": 3}
    assert resumed["arms"][0]["summary"] == {"heads": heads}


def test_a_killed_run_is_taken_up_to_the_same_result(tmp_path: Path) -> None:
    folder, whole, again = tmp_path / "kept", tmp_path / "whole.json", tmp_path / "again.json"
    chosen = ("ring", "--steps", "5")
    assert call(*chosen, "--seeds", "3", "--json", whole).exit_code == 0
    assert call(*chosen, "--seeds", "1", "--resume", folder).exit_code == 0
    assert call(*chosen, "--seeds", "3", "--resume", folder, "--json", again).exit_code == 0
    assert results(again) == results(whole)


@pytest.mark.usefixtures("played")
def test_the_table_tells_of_runs_that_broke_off() -> None:
    answer = call("toss")
    assert "a, seed 2: the numbers overflowed after 7 steps" in answer.stdout
    assert "seed 1:" not in answer.stdout
    assert "11.0 ± 5.8" in answer.stdout


# Refusals


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rings",), "There is no experiment 'rings'. There are: "),
        (("toss", "--steps", "0"), "--steps must be at least 1, not 0."),
        (("toss", "--seeds", "0"), "from 1 to 10,000 seeds"),
        (("toss", "--seeds", "1,1"), "Seeds are different numbers"),
        (("toss", "--seeds", "few"), "--seeds takes a number of seeds, or a list"),
        (("toss", "--json", "/nowhere/found.json"), "there is no folder /nowhere"),
        (("toss", "--json", "/"), "Cannot write /"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_played(
    played: list[tuple[str, int]], arguments: tuple[str, ...], said: str
) -> None:
    answer = call(*arguments)
    assert answer.exit_code == 1
    assert said in answer.output
    assert "Traceback" not in answer.output
    assert played == []


def test_the_folder_must_be_of_this_recipe(tmp_path: Path, played: list[tuple[str, int]]) -> None:
    folder = tmp_path / "kept"
    assert call("toss", "--seeds", "1", "--resume", folder).exit_code == 0
    count = len(played)
    answer = call("toss", "--steps", "11", "--resume", folder)
    assert answer.exit_code == 1
    assert f"{folder} holds results of another recipe: its steps is 10, not 11." in answer.output
    other = call("bilinear", "--resume", folder)
    assert "its experiment is toss, not bilinear" in other.output
    assert len(played) == count

    (folder / "arm-0-seed-0.json").write_text("{}")
    assert "does not hold figures" in call("toss", "--resume", folder).output
    (folder / "arm-0-seed-0.json").write_text("half a fi")
    assert "cannot be read as JSON" in call("toss", "--resume", folder).output


@pytest.mark.usefixtures("played")
def test_a_place_that_is_no_folder_for_results(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert "Cannot keep results in" in call("toss", "--resume", file).output
    assert "holds other files" in call("toss", "--resume", tmp_path).output
    assert file.read_text() == "mine"


def test_seeds_are_counted_or_named() -> None:
    assert read_seeds("3") == [0, 1, 2]
    assert read_seeds("7,") == [7]
    assert read_seeds("3, 8,13") == [3, 8, 13]
    with pytest.raises(Refused):
        read_seeds("-1")
