"""Weights for the presets of images: each is trained with its own settings for its own steps; and
classifiers of their data, by which fakes are measured.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ganlab.gan.config import RunConfig
from ganlab.gan.image.classifier import Lesson, kept_at, ship
from ganlab.gan.image.datasets import load
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.instruments.examiner import ImageExaminer
from ganlab.gan.image.instruments.report import Report, report
from ganlab.gan.image.presets import image_presets
from ganlab.runtime.checkpoint import Checkpoint
from ganlab.runtime.compact import compacted
from ganlab.runtime.pretrained import FACTS, REST, SUFFIX, read

_examiners: dict[str, ImageExaminer] = {}  # by the data


def of_preset(name: str, folder: Path) -> Iterator[str]:
    """Writes the file of a preset; gives what is printed."""
    game, seconds = train(name)
    file, found = document(game)
    (folder / f"{name}{SUFFIX}").write_bytes(file)
    yield f"{name}: {game.steps:,} steps in {seconds:.0f} s, {len(file):,} bytes\n{found}"


def of_classifiers(_: str, folder: Path) -> Iterator[str]:
    """Writes a classifier of each data set of the presets that has classes; gives what is printed.

    The figures in the presets' files are by these, so they come first.
    """
    seen: set[Path] = set()
    for entry in image_presets:
        config = RunConfig.from_json(entry.function())
        images = load(config.entry("data"), config.data.params)
        path = kept_at(images)
        if images.classes and path not in seen:
            seen.add(path)
            made = Lesson(images).whole()
            file = ship(images, made, folder)
            yield f"{config.data.id}: {made.accuracy:.2f} % in {made.seconds:.0f} s, {file.name}"


def train(preset: str) -> tuple[ImageGame, float]:
    """The trained game of a preset, and the seconds of the processor's time that it took."""
    entry = image_presets[preset]
    game = ImageGame(RunConfig.from_json(entry.function()))
    begun = time.thread_time()
    for _ in range(entry.extras["steps"]):
        game.step()
    return game, time.thread_time() - begun


def document(game: ImageGame) -> tuple[bytes, Report]:
    """(the file, how good a run is that begins with it) of a trained game."""
    state, config = game.state_dict(), game.config
    kept, rest = compacted(state, averaged=bool(config.g_ema or config.g_mean))
    checkpoint = Checkpoint(config, kept, "paused", None)
    notes = {"trained_by": "scripts/pretrain", REST: rest}
    loaded = restored(checkpoint.to_bytes(**notes))
    found = report(loaded, examiner_of(game))
    return in_order(checkpoint.to_bytes(**notes, **{FACTS: json.dumps(facts_of(found))})), found


def in_order(file: bytes) -> bytes:
    """The same safetensors with its metadata in alphabetical order: as they are written, it changes
    from process to process.
    """
    length = int.from_bytes(file[:8], "little")
    head = json.loads(file[8 : 8 + length])
    head["__metadata__"] = dict(sorted(head["__metadata__"].items()))
    text = json.dumps(head, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)  # tensors begin at a multiple of 8
    return len(text).to_bytes(8, "little") + text + file[8 + length :]


def restored(file: bytes) -> ImageGame:
    """The game that a file begins with."""
    stored = read(file)
    game = ImageGame(stored.config)
    game.load_state_dict(stored.state)
    return game


def examiner_of(game: ImageGame) -> ImageExaminer:
    """The instruments for the images of a game; once made, they serve every preset of that data."""
    data = json.dumps(game.config.to_json()["data"])
    return _examiners.setdefault(data, ImageExaminer(game.images))


def facts_of(found: Report) -> dict[str, Any]:
    """What the page says of the weights (`ganlab.runtime.pretrained.listing`)."""
    facts: dict[str, Any] = {}
    distance, classes = (found.lines.get(name) for name in ("image_frechet", "image_classes"))
    if distance is not None and distance.floor is not None:
        facts |= {"frechet_distance": round(distance.found.value, 2),
                  "floor": round(distance.floor[0], 2)}  # fmt: skip
    if classes is not None:
        facts |= {"present": round(classes.found.value), "classes": len(classes.found.more["due"])}
    return facts
