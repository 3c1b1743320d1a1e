"""python -m scripts.diagnose_images [--only PART] [--seed N …]: runs of images for their detectors.

Plays the games of `scripts.image_diagnosis_runs` and keeps the signals that the detectors would
have seen in one small file, which tests/gan/image/test_diagnosis.py reads. Runs that are in it
already are replaced one by one. About half an hour on one core.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import torch
import typer

from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.diagnosis.watch import Watch
from ganlab.gan.image.detectors import image_detectors
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.judge import ImageJudge
from ganlab.gan.image.signals import ImageProbe, ImageSignals
from scripts.bootstrap.checkout import ROOT
from scripts.image_diagnosis_runs import EVERY, RECIPES, seed_of

FILE = ROOT / "tests" / "data" / "image_diagnosis.json"


@dataclass(frozen=True)
class Recording:
    """One run: the name of its recipe, its seed, its readings."""

    name: str
    seed: int
    readings: tuple[ImageSignals, ...]


def due() -> Iterator[tuple[str, int]]:
    """(name, seed) of every run that is reported."""
    yield from ((name, seed_of(name)) for name in RECIPES)


def record(name: str, seed: int, steps: int | None = None) -> Recording:
    """Play a game and look at it as the page's panel does."""
    game = ImageGame(RunConfig.from_json({**RECIPES[name].config, "seed": seed}))
    judge = ImageJudge(game)
    probe, readings = ImageProbe(game, judge), []
    try:
        for step in range((steps or RECIPES[name].steps) + 1):
            if step % EVERY == 0:
                readings.append(probe.read(judge.look()))
            game.step()
    except Diverged:
        pass  # what was seen until then counts
    return Recording(name, seed, tuple(readings))


def save(recordings: Sequence[Recording], file: Path) -> None:
    """Write them, one a line, with numbers of four digits."""
    lines = [json.dumps([r.name, r.seed, [_row(one) for one in r.readings]]) for r in recordings]
    file.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def _row(reading: ImageSignals) -> list[float | None]:
    values = asdict(reading).values()
    return [v if v is None or isinstance(v, int) else float(f"{v:.4g}") for v in values]


def load(file: Path = FILE) -> list[Recording]:
    """What `save` wrote; nothing where there is no file yet."""
    if not file.exists():
        return []
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [Recording(n, s, tuple(ImageSignals(*one) for one in found)) for n, s, found in rows]


def spoken(recording: Recording) -> set[str]:
    """The detectors that spoke at any reading of a run."""
    watch, found = Watch(image_detectors), set()
    for reading in recording.readings:
        watch.take(reading)
        found |= set(watch.speaking)
    return found


@dataclass(frozen=True)
class Score:
    """How a detector did: broken runs that it should tell of, those where neither it nor another
    that is expected spoke, sound runs, and those of them that it blamed.
    """

    broken: int
    missed: int
    sound: int
    blamed: int


def score(recordings: Sequence[Recording], detector: str) -> Score:
    """Hold a detector's word against how each run was made."""
    broken, sound = [], []
    for recording in recordings:
        expected = RECIPES[recording.name].expected
        if not expected:
            sound.append(detector in spoken(recording))
        elif detector in expected:
            broken.append(not expected & spoken(recording))
    return Score(len(broken), sum(broken), len(sound), sum(sound))


def table(recordings: Sequence[Recording]) -> Iterator[str]:
    """Rows of docs/diagnosis.md."""
    for entry in image_detectors:
        bound = "≤" if entry.extras.get("below") else "≥"
        found = score(recordings, entry.id)
        cells = (
            f"{entry.label}, of images",
            f"{bound} {entry.extras['threshold']:g}",
            f"{entry.extras['window']}",
            f"{found.broken}",
            f"{found.missed}",
            f"{found.sound}",
            f"{found.blamed}",
        )
        yield f"| {' | '.join(cells)} |"


app = typer.Typer(add_completion=False)


@app.command()
def main(
    only: Annotated[str, typer.Option(help="Part of the names of the games to play.")] = "",
    seed: Annotated[list[int] | None, typer.Option(help="Seeds, others than reported.")] = None,
    into: Annotated[Path, typer.Option(help="The file to write.")] = FILE,
) -> None:
    """Record the signals of sound and broken games, and say which detectors spoke."""
    torch.set_num_threads(1)
    wanted = [(n, s) for n in RECIPES for s in seed] if seed else list(due())
    for name, number in wanted:
        if only not in name:
            continue
        made = record(name, number)
        kept = {(r.name, r.seed): r for r in load(into)} | {(name, number): made}
        save([kept[key] for key in sorted(kept)], into)
        typer.echo(f"{name}, seed {number}: {sorted(spoken(made))}")
    typer.echo("\n".join(table(load(into))))


if __name__ == "__main__":
    app()
