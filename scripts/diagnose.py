"""python -m scripts.diagnose [--seeds N …]: records what the detectors are held against.

Plays the games of `scripts.diagnosis_runs`, keeps the signals that the detectors would have seen,
every 100 steps, and what each run really has (`scripts.diagnosis_truth`), in one small file, which
tests/gan/diagnosis/test_evidence.py reads. About ten minutes on one core.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer

from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.diagnosis.detectors import detectors
from ganlab.gan.diagnosis.signals import Probe, Signals
from ganlab.gan.diagnosis.watch import Watch
from ganlab.gan.game import Game
from ganlab.gan.plane.judge import Judge
from scripts import diagnosis_truth as truth
from scripts.bootstrap.checkout import ROOT
from scripts.diagnosis_runs import EVERY, FAILING, SEEDS, SOUND, STEPS, Recipe, finite, held_out

FILE = ROOT / "tests" / "data" / "diagnosis.npz"
MADE_BY = ("scripts/diagnosis_runs.py", "scripts/diagnosis_truth.py")
FRESH_SEED = 7_000_000  # of what the truth is measured with: no stream of a run has it
CENTRE_EVERY = 10  # steps between two looks at the fakes' middle, for the truth on oscillation


@dataclass
class Recording:
    """One run: its name, seed, readings and the numbers of `diagnosis_truth`."""

    name: str
    seed: int
    readings: list[Signals]
    numbers: dict[str, float]


def mark() -> str:
    """A hash of the games that are played and of how it is found out what they have."""
    code = b"".join((ROOT / name).read_bytes() for name in MADE_BY)
    return hashlib.sha256(code).hexdigest()[:16]


def games(seeds: range | list[int]) -> Iterator[tuple[str, int, Recipe, torch.Tensor | None]]:
    """(name, seed, recipe, held-out points where the data is finite) of every run."""
    for seed in seeds:
        for name, recipe in {**SOUND, **FAILING}.items():
            yield name, seed, recipe, None
        for name, (law, count, recipe) in finite(seed).items():
            yield name, seed, recipe, torch.tensor(held_out(law, count, seed))


def record(name: str, seed: int, recipe: Recipe, others: torch.Tensor | None) -> Recording:
    """Play a game and look at it: as the lab does, and with fresh eyes in its second half."""
    game = Game(RunConfig.from_json({**recipe, "seed": seed}))
    judge = Judge(game)
    probe = Probe(game, judge, judge.floors()["js_divergence"])
    rng = torch.Generator().manual_seed(FRESH_SEED + seed)
    noise = game.config.bound("prior")(450, rng)
    readings, checks, centres = [], [], []
    try:
        for step in range(STEPS + 1):
            if step % EVERY == 0:
                readings.append(probe.read(judge.look()))
                if step > STEPS // 2:
                    checks.append(truth.check(game, rng))
            if step > STEPS // 2 and step % CENTRE_EVERY == 0:
                x, y = game.generate(noise).mean(0).tolist()
                centres.append((x, y))
            game.step()
    except Diverged:
        pass  # what was seen until then counts
    found = truth.numbers(checks, centres, float(judge.real.var(0).mean().sqrt()))
    if others is not None and checks:
        found["repeats"] = truth.repeats(game, others, rng)
    return Recording(name, seed, readings, found)


def save(recordings: list[Recording], file: Path) -> None:
    """Write a compact file: readings in half precision, numbers and names as JSON."""
    rows = [_row(r) for each in recordings for r in each.readings]
    facts = {
        "mark": mark(),
        "runs": [
            {
                "name": r.name,
                "seed": r.seed,
                "readings": len(r.readings),
                "modes": len(r.readings[0].shares or ()) if r.readings else 0,
                "numbers": {k: float(f"{v:.4g}") for k, v in r.numbers.items()},
            }
            for r in recordings
        ],
    }
    values = np.clip(np.concatenate(rows) if rows else np.zeros(0), -6e4, 6e4)
    text = np.frombuffer(json.dumps(facts).encode(), dtype=np.uint8)
    file.parent.mkdir(exist_ok=True)
    np.savez_compressed(file, values=values.astype(np.float16), facts=text)


def _row(r: Signals) -> np.ndarray:
    memory = [math.nan if v is None else v for v in (r.crowding, r.hit)]
    some = [*r.centre, *r.spread, r.covered, r.js_excess, r.separation, math.log10(r.pull + 1e-30)]
    return np.array([*some, *memory, *(r.shares or ())])


def load(file: Path = FILE) -> tuple[str, list[Recording]]:
    """(mark, recordings) of a file that `save` wrote."""
    stored = np.load(file)
    facts = json.loads(stored["facts"].tobytes())
    values, at, recordings = stored["values"].astype(np.float64), 0, []
    for run in facts["runs"]:
        width = 10 + run["modes"]
        block = values[at : at + width * run["readings"]].reshape(-1, width)
        at += block.size
        readings = [_signals(k * EVERY, row) for k, row in enumerate(block.tolist())]
        recordings.append(Recording(run["name"], run["seed"], readings, run["numbers"]))
    return facts["mark"], recordings


def _signals(step: int, row: list[float]) -> Signals:
    x, y, width, height, covered, js_excess, separation, pull, crowding, hit, *shares = row
    return Signals(
        step=step,
        centre=(x, y),
        spread=(width, height),
        covered=covered,
        js_excess=js_excess,
        shares=tuple(shares) or None,
        separation=separation,
        pull=10**pull,
        crowding=None if math.isnan(crowding) else crowding,
        hit=None if math.isnan(hit) else hit,
    )


def spoken(recording: Recording, *, every: int = 1) -> set[str]:
    """The detectors that spoke in the second half, when only every so manieth reading is taken."""
    watch, found = Watch(detectors), set()
    for reading in recording.readings[::every]:
        watch.take(reading)
        if reading.step > STEPS // 2:
            found |= set(watch.speaking)
    return found


@dataclass(frozen=True)
class Score:
    """How a detector did: runs with the failure and those missed, runs without and those blamed."""

    failing: int
    missed: int
    free: int
    blamed: int


def score(recordings: list[Recording], detector: str, *, every: int = 1) -> Score:
    """Hold a detector's word on each run against what the run really has."""
    counts = {True: [0, 0], False: [0, 0]}  # runs, and those that were told wrongly
    for recording in recordings:
        has = truth.TRUTHS[detector].of(recording.numbers)
        if has is not None:
            counts[has][0] += 1
            counts[has][1] += (detector in spoken(recording, every=every)) != has
    return Score(*counts[True], *counts[False])


def table(recordings: list[Recording]) -> Iterator[str]:
    """Rows of docs/diagnosis.md: each detector's threshold and window, and how it did, with a
    reading every 100 steps and every 200.
    """
    for entry in detectors:
        bound = "≤" if entry.extras.get("below") else "≥"
        often, seldom = (score(recordings, entry.id, every=every) for every in (1, 2))
        cells = (
            entry.label,
            f"{bound} {entry.extras['threshold']:g}",
            f"{entry.extras['window']}",
            f"{often.failing}",
            f"{often.missed} · {seldom.missed}",
            f"{often.free}",
            f"{often.blamed} · {seldom.blamed}",
        )
        yield f"| {' | '.join(cells)} |"


app = typer.Typer(add_completion=False)


@app.command()
def main(
    seeds: Annotated[list[int] | None, typer.Option(help="Seeds to play.")] = None,
    only: Annotated[str, typer.Option(help="Part of the names of the games to play.")] = "",
    into: Annotated[Path, typer.Option(help="The file to write.")] = FILE,
) -> None:
    """Record the signals of games with and without each failure, and say how the detectors do."""
    torch.set_num_threads(1)
    recordings = []
    for game in games(seeds or SEEDS):
        if only in game[0]:
            recordings.append(record(*game))
            typer.echo(f"{game[0]}, seed {game[1]}: {recordings[-1].numbers}")
    save(recordings, into)
    typer.echo("\n".join(table(recordings)))


if __name__ == "__main__":
    app()
