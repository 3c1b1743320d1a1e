"""Detectors of images: one function per failure, as in `ganlab.gan.diagnosis.detectors`."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ganlab.gan.diagnosis import remedies
from ganlab.gan.diagnosis.averages import SMOOTH, middle, worth
from ganlab.gan.image.signals import ImageSignals
from ganlab.registry import Registry

Readings = Sequence[ImageSignals]
Told = tuple[int, dict[str, float]]

image_detectors = Registry("image_detectors", "Diagnosis")
detector = image_detectors.register

FAR = 0.6  # of the data's variance: the fakes are plainly not like the data
CLOSING, OVER = 0.85, 6  # so much of the gap is left after so many readings where G catches up


def _moves(readings: Readings) -> list[float]:
    return [r.moved for r in readings if r.moved is not None]


def _closing(readings: Readings) -> bool:
    """Whether the fakes have come plainly nearer to the data lately."""
    return readings[-1].gap <= CLOSING * readings[max(0, len(readings) - 1 - OVER)].gap


@detector(
    "Mode collapse",
    signal="distance of the median fake from its nearest other one, of the same among real images",
    threshold=0.3,
    below=True,
    share=True,
    window=300,
    says=(
        "The fakes repeat each other: the median one is only {variety%} as far from its nearest "
        "neighbour as real images are from theirs.",
    ),
    facts=lambda readings: (0, {"variety": middle([r.variety for r in readings])}),
    advice="A flatter discriminator does not chase the fakes from one picture to the next; so does "
    "a smaller learning rate of the generator.",
    covers=lambda _: ("missing_classes",),
    remedy=remedies.first_of(
        remedies.one_g_step, remedies.match_rates, remedies.add_r1_r2, remedies.more_d_steps
    ),
    source="Goodfellow 2016, section 5.1.1",
)
def mode_collapse(readings: Readings) -> float | None:
    """The generator makes few kinds of images: whatever the noise, they look alike."""
    return readings[-1].variety


@detector(
    "Missing classes",
    signal="classes that appear among the fakes, of all, by the instrument that counts them, once "
    "the fakes resemble the data",
    threshold=0.6,
    below=True,
    share=True,
    window=300,
    says=("Only {classes} of {of} classes appear among the fakes.",),
    facts=lambda readings: (
        0,
        {
            "classes": middle([r.classes or 0 for r in readings]),
            "of": readings[-1].of or 0,
        },
    ),
    advice="The generator has left kinds of images out that the data has. A flatter discriminator "
    "lets it come back; a model that is told the class must make all of them.",
    remedy=remedies.first_of(remedies.one_g_step, remedies.add_r1_r2, remedies.more_d_steps),
    source="Srivastava et al. 2017",
)
def missing_classes(readings: Readings) -> float | None:
    """The generator makes good images, but of some classes only."""
    now = readings[-1]
    if now.classes is None or not now.of:
        return None
    return now.classes / now.of if now.gap < FAR else math.inf


@detector(
    "D winning",
    signal="pairs of a real and a fake image that D puts in the right order, of all pairs, while "
    "the fakes are plainly unlike the data and come no nearer",
    threshold=0.99,
    share=True,
    window=300,
    says=(
        "The discriminator is right for {right%} of all pairs of a real and a fake image, and the "
        "generator does not catch up.",
    ),
    facts=lambda readings: (0, {"right": middle([r.separation for r in readings])}),
    advice="Hold the discriminator back, or let the generator learn faster.",
    remedy=remedies.first_of(remedies.one_d_step, remedies.match_rates, remedies.blur),
    source="Arjovsky & Bottou 2017, section 2",
)
def d_winning(readings: Readings) -> float | None:
    """The discriminator is so far ahead that no fake passes for real, and the fakes stay bad."""
    now = readings[-1]
    return now.separation if now.gap >= FAR and not _closing(readings) else -math.inf


@detector(
    "D too weak",
    signal="pairs of a real and a fake image that D puts in the right order, of all pairs, while "
    "the fakes are plainly unlike the data",
    threshold=0.7,
    below=True,
    share=True,
    window=300,
    says=(
        "The discriminator is right for only {right%} of all pairs of a real and a fake image, "
        "though the fakes are plainly unlike the data: it has little to teach.",
    ),
    facts=lambda readings: (0, {"right": middle(worth(readings))}),
    advice="Let the discriminator learn more or faster, hold it back less, or make it larger.",
    remedy=remedies.first_of(
        remedies.lighter_penalties,
        remedies.some_d_step,
        remedies.match_rates,
        remedies.one_g_step,
        remedies.more_d_steps,
    ),
    source="Goodfellow 2016, section 5.2",
)
def d_too_weak(readings: Readings) -> float | None:
    """The discriminator does not see how bad the fakes are, so it cannot show the way."""
    trained = [r for r in readings[-SMOOTH:] if r.step > 0]  # before, D is right by chance
    if not trained:
        return None
    return worth(trained)[-1] if readings[-1].gap >= FAR else math.inf


@detector(
    "Standstill",
    signal="how far the fakes of the same noise come from one measurement to the next, of the "
    "distance between two real images, while they are plainly unlike the data",
    threshold=0.02,
    below=True,
    share=True,
    window=300,
    says=(
        "The images hardly change: from one measurement to the next they come {moved%} of the way "
        "between two real images, though they are plainly unlike the data.",
    ),
    facts=lambda readings: (0, {"moved": middle(_moves(readings) or [0.0])}),
    advice="The generator learns too slowly, or has nothing to learn from: a larger learning rate, "
    "or a loss whose gradient is large where the discriminator is sure.",
    remedy=remedies.first_of(remedies.match_rates, remedies.non_saturating, remedies.blur),
    source="Arjovsky & Bottou 2017, theorem 2.4",
)
def standstill(readings: Readings) -> float | None:
    """The generator does not learn any more, although its images are bad."""
    now = readings[-1]
    if now.moved is None:
        return None
    return now.moved if now.gap >= FAR else math.inf


@detector(
    "Oscillation",
    signal="how far the fakes of the same noise come from one measurement to the next, of the "
    "distance between two real images, while they come no nearer to the data",
    threshold=0.7,
    share=True,
    window=400,
    says=(
        "The same noise becomes other images again and again: from one measurement to the next "
        "they come {moved%} of the way between two real images.",
    ),
    facts=lambda readings: (0, {"moved": middle(_moves(readings) or [0.0])}),
    advice="The players chase each other. Smaller learning rates calm that, and so do less "
    "momentum and a penalty on the discriminator's slope.",
    remedy=remedies.first_of(remedies.match_lower_rate, remedies.add_r1, remedies.halve_rates),
    source="Mescheder et al. 2018, section 2",
)
def oscillation(readings: Readings) -> float | None:
    """Neither player settles: what one noise becomes is another image after every few steps."""
    moved = readings[-1].moved
    return -math.inf if moved is not None and _closing(readings) else moved


@detector(
    "Divergence",
    signal="root mean square of D's raw outputs",
    threshold=100.0,
    window=200,
    says=("The discriminator's outputs run away: their usual size is {score}.",),
    facts=lambda readings: (0, {"score": middle([r.score for r in readings])}),
    covers=lambda _: ("d_winning", "standstill", "oscillation"),
    advice="Each update overshoots. Smaller learning rates help, and so does a rule on the "
    "discriminator's slope.",
    remedy=remedies.first_of(remedies.bind_critic, remedies.add_r1_r2, remedies.halve_rates),
    source="Mescheder et al. 2018, section 2",
)
def divergence(readings: Readings) -> float | None:
    """The players drive each other's numbers further and further up."""
    return readings[-1].score
