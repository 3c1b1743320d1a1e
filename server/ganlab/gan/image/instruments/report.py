"""Report: every instrument of images on the generator of one game, beside what real images score.

It is for reading and for tests; the classifier is trained where there is none yet.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from ganlab.gan import streams
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.instruments.evidence import sample_size, suits
from ganlab.gan.image.instruments.examiner import ImageExaminer
from ganlab.gan.instruments.instrument import Finding, instruments


@dataclass(frozen=True)
class Line:
    """What one instrument says: of the fakes, and (mean, spread) of new real images."""

    label: str
    unit: str
    found: Finding
    floor: tuple[float, float] | None


@dataclass(frozen=True)
class Report:
    """What is known of a game at a step: `lines` by the instruments' ids, from so many `samples`.

    `accuracy`, in percent, is the classifier's on held-out images.
    """

    step: int
    samples: int
    accuracy: float | None
    lines: dict[str, Line]

    def __str__(self) -> str:
        seen = "a network with random weights"
        if self.accuracy is not None:
            seen = f"a classifier that is right on {self.accuracy:.2f} % of held-out images"
        rows = [f"Step {self.step}, {self.samples} fakes, seen by {seen}"]
        for line in self.lines.values():
            floor = "" if line.floor is None else f"{line.floor[0]:10.4f} ± {line.floor[1]:.4f}"
            rows.append(f"{line.label:24}{line.found.value:10.4f} {line.unit:12} real:{floor}")
        return "\n".join(rows)


def report(game: ImageGame, examiner: ImageExaminer | None = None) -> Report:
    """Ask all instruments that data and model allow, of the generator that is shown, on the same
    noise as a session would. For a checkpoint: of `Run.opened(its bytes).game`.
    """
    examiner = examiner or ImageExaminer(game.images)
    examiner.prepare()
    n = sample_size(game.images)
    noise = game.noise(n, streams.generator(game.config.seed, streams.EXHIBIT_NOISE))
    fake = torch.cat([game.range.pixels(game.generate(z)).cpu() for z in torch.split(noise, 100)])
    labels = noise[:, game.dimension :].argmax(1) if game.classes else None
    lines = {}
    for entry in instruments:
        if suits(entry, game.images, labelled=labels is not None):
            found = examiner.examine(entry.id, fake, labels)
            if found is not None:
                floor = examiner.floor(entry.id)
                lines[entry.id] = Line(entry.label, entry.extras["unit"], found, floor)
    return Report(game.steps, n, examiner.classifier.accuracy, lines)
