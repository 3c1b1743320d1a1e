"""Detectors: one function per failure. What each watches, when it speaks, what it says and advises.

An entry is a function `(readings) -> float | None`: the level of its signal at the last of them;
None where it cannot be told. Its registration says in words what the `signal` is, and at which
`threshold` it speaks: at or under it with `below`, at or over it otherwise, in most readings of the
last `window` steps (`ganlab.gan.diagnosis.watch`). `says` are its sentences, one per case, filled
by `facts(readings) -> (case, numbers)`; `advice` what to try, `remedy` a change
that may do it. `covers(readings)` are the failures that it explains: they are not mentioned beside
it. Levels have no unit, or are shares of a whole where `share` is true.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from ganlab.gan.diagnosis import remedies
from ganlab.gan.diagnosis.averages import SMOOTH, middle, worth
from ganlab.gan.diagnosis.signals import Signals
from ganlab.registry import Registry

Readings = Sequence[Signals]
Told = tuple[int, dict[str, float]]

detectors = Registry("detectors", "Diagnosis")
detector = detectors.register

HELD = 0.01  # share of the fakes near a mode that counts as reaching it
APART = 0.4  # bits of JS divergence over the floor: the fakes are plainly not where the data are
WRONG = 0.6  # bits: few fakes are where the data are


def reached(now: Signals) -> int:
    """How many modes are nearest to at least 1 % of the fakes."""
    return sum(share >= HELD for share in now.shares or ())


def _reach(now: Signals) -> float:
    """Root mean square distance of the fakes from the data's middle."""
    return math.hypot(*now.centre, *now.spread)


def _has_modes(now: Signals) -> bool:
    return now.shares is not None and len(now.shares) > 1


def _collapse_facts(readings: Readings) -> Told:
    now = readings[-1]
    if _has_modes(now):
        modes = len(now.shares or ())
        return 0, {"reached": round(middle([reached(r) for r in readings])), "modes": modes}
    return 1, {"covered": middle([r.covered for r in readings])}


@detector(
    "Mode collapse",
    signal="modes nearest to at least 1 % of the fakes, of all modes; "
    "or, for data without modes, real samples with fakes around them, of all",
    threshold=0.5,
    below=True,
    share=True,
    window=600,
    says=(
        "Only {reached} of {modes} modes are reached: nearest to at least 1% of the fakes, even "
        "from afar.",
        "The fakes are crowded together: they reach only {covered%} of the data.",
    ),
    facts=_collapse_facts,
    advice="A flatter discriminator does not chase the fakes from one mode to the next. Packing "
    "and unrolling show it what is missing.",
    remedy=remedies.first_of(remedies.one_g_step, remedies.add_r1_r2, remedies.more_d_steps),
    source="Goodfellow 2016, section 5.1.1; Metz et al. 2017",
)
def mode_collapse(readings: Readings) -> float | None:
    """The generator makes few kinds of samples, though the data has many: whatever the noise, the
    fakes land in the same few places.
    """
    now = readings[-1]
    if not _has_modes(now):
        return now.covered
    return reached(now) / len(now.shares or ())


def _turnover(readings: Readings) -> list[float]:
    """Between each reading and the next: the share of the fakes that went to another mode."""
    return [
        0.5 * sum(abs(a - b) for a, b in zip(r.shares or (), s.shares or (), strict=True))
        for r, s in pairwise(readings)
    ]


def _rotation_facts(readings: Readings) -> Told:
    held = round(middle([reached(r) for r in readings]))
    modes = len(readings[-1].shares or ())
    return 0, {"moved": middle(_turnover(readings)), "reached": held, "modes": modes}


@detector(
    "Rotation among modes",
    signal="share of the fakes that change their mode from one measurement to the next",
    threshold=0.4,
    share=True,
    window=800,
    says=(
        "The fakes wander: {moved%} change their mode between measurements. At any time {reached} "
        "of {modes} are nearest to at least 1% of them, even from afar.",
    ),
    facts=_rotation_facts,
    covers=lambda _: ("oscillation",),
    advice="The discriminator learns to reject the place where the fakes are, and they move on. "
    "Let it learn more for each move of the generator, and keep it flat.",
    remedy=remedies.first_of(remedies.one_g_step, remedies.add_r1_r2, remedies.more_d_steps),
    source="Metz et al. 2017, section 3.1",
)
def rotation(readings: Readings) -> float | None:
    """The generator reaches different modes one after the other, never all of them at once: a mode
    collapse that moves on.
    """
    if len(readings) < 2 or not _has_modes(readings[-1]):
        return None
    return _turnover(readings[-2:])[0]


@detector(
    "Vanishing gradient",
    signal="gradient of the median fake, in units of the data's width, while the fakes are far "
    "from the data",
    threshold=0.003,
    below=True,
    window=400,
    says=(
        "The generator has nothing to learn from: the median fake's gradient is {pull}, though "
        "fakes and data differ by {js} bits.",
    ),
    facts=lambda readings: (
        0,
        {
            "pull": middle([r.pull for r in readings]),
            "js": middle([r.js_excess for r in readings]),
        },
    ),
    advice="Use a loss whose gradient is large where the discriminator is sure, or make the "
    "discriminator less sure; where it is flat because a penalty is large, lower that.",
    remedy=remedies.first_of(remedies.lighter_penalties, remedies.non_saturating, remedies.blur),
    source="Goodfellow et al. 2014, section 3; Arjovsky & Bottou 2017, theorem 2.4",
)
def vanishing_gradient(readings: Readings) -> float | None:
    """The discriminator's slope gives the generator no direction, so that it stops learning
    although its fakes are bad.
    """
    now = readings[-1]
    return now.pull if now.js_excess >= APART else math.inf


def _moves(readings: Readings) -> list[float]:
    """Between each reading and the next: how far middle and width of the fakes moved."""
    poses = [(*r.centre, *r.spread) for r in readings]
    return [math.dist(a, b) for a, b in pairwise(poses)]


def _oscillation_facts(readings: Readings) -> Told:
    (net,) = _moves([readings[0], readings[-1]])
    steps = readings[-1].step - readings[0].step
    return 0, {"swing": middle(_moves(readings)), "net": net, "steps": steps}


@detector(
    "Oscillation",
    signal="how far middle and width of the fakes move from one measurement to the next, in units "
    "of the data's width, while they get nowhere",
    threshold=0.45,
    window=800,
    says=(
        "The fakes swing to and fro: by {swing} of the data's width from one measurement to the "
        "next, by {net} in all of the last {steps} steps.",
    ),
    facts=_oscillation_facts,
    # Who circles around the only mode there is has not lost another one.
    covers=lambda readings: ("mode_collapse",) if len(readings[-1].shares or ()) == 1 else (),
    advice="The players circle each other. A penalty on the discriminator's slope damps that; so "
    "do smaller learning rates and less momentum.",
    remedy=remedies.first_of(remedies.add_r1, remedies.halve_rates),
    source="Mescheder et al. 2018, section 2",
)
def oscillation(readings: Readings) -> float | None:
    """Each player answers the other's last move, and neither settles: the fakes circle around the
    data instead of closing in.
    """
    if len(readings) < 2 or _reach(readings[-1]) >= FAR:
        return None
    return _moves(readings[-2:])[0]


@detector(
    "D winning",
    signal="pairs of a real and a fake sample that D puts in the right order, of all pairs",
    threshold=0.97,
    share=True,
    window=600,
    says=(
        "The discriminator is right for {right%} of all pairs of a real and a fake sample, and the "
        "generator does not catch up.",
    ),
    facts=lambda readings: (0, {"right": middle([r.separation for r in readings])}),
    advice="Hold the discriminator back, or let the generator learn faster.",
    remedy=remedies.first_of(
        remedies.one_d_step, remedies.match_rates, remedies.blur, remedies.add_r1_r2
    ),
    source="Arjovsky & Bottou 2017, section 2",
)
def d_winning(readings: Readings) -> float | None:
    """The discriminator is so far ahead that hardly any fake passes for real, and it stays so."""
    return readings[-1].separation


@detector(
    "D too weak",
    signal="pairs of a real and a fake sample that D puts in the right order, of all pairs, while "
    "hardly a fake is where the data are",
    threshold=0.7,
    below=True,
    share=True,
    window=600,
    says=(
        "The discriminator is right for only {right%} of all pairs of a real and a fake sample, "
        "though both differ by {js} bits: it has little to teach.",
    ),
    facts=lambda readings: (
        0,
        {
            "right": middle(worth(readings)),
            "js": middle([r.js_excess for r in readings]),
        },
    ),
    advice="Let the discriminator learn more or faster, hold it back less, or make it larger: more "
    "units, or Fourier features for small details.",
    remedy=remedies.first_of(
        remedies.lighter_penalties,
        remedies.match_rates,
        remedies.one_g_step,
        remedies.more_d_steps,
    ),
    source="Goodfellow 2016, section 5.2",
)
def d_too_weak(readings: Readings) -> float | None:
    """The discriminator does not see how bad the fakes are, so it cannot show the way."""
    now = readings[-1]
    return worth(readings[-SMOOTH:])[-1] if now.js_excess >= WRONG else math.inf


@detector(
    "Memorizing",
    signal="distance of the median fake from the nearest of your points, of the usual gap between "
    "points, while most points are hit",
    threshold=0.2,
    below=True,
    share=True,
    window=600,
    says=(
        "The fakes repeat your points: the median fake is {near%} of the usual gap away from one, "
        "and {hit%} of the points are hit.",
    ),
    facts=lambda readings: (
        0,
        {
            "near": middle([r.crowding or 0.0 for r in readings]),
            "hit": middle([r.hit or 0.0 for r in readings]),
        },
    ),
    advice="The points are all the data there is, so repeating them is what the game asks for. "
    "More points or a larger spread make a shape of them.",
    remedy=remedies.first_of(remedies.wider_points),
    source="Arora & Zhang 2017",
)
def memorizing(readings: Readings) -> float | None:
    """The generator gives back the points that it was shown, instead of the shape that they were
    taken from. Only data of finitely many points can be memorized.
    """
    now = readings[-1]
    if now.crowding is None or now.hit is None:
        return None
    return now.crowding if now.hit > 0.5 else math.inf


FAR = 8.0  # standard deviations of the data


@detector(
    "Divergence",
    signal="distance of the fakes from the data's middle, of the data's own",
    threshold=FAR,
    window=200,
    says=("The fakes run away: they are {reach} times as far from the middle as the data.",),
    facts=lambda readings: (0, {"reach": middle([_reach(r) for r in readings])}),
    covers=lambda _: ("mode_collapse", "rotation", "vanishing_gradient", "oscillation"),
    advice="Each update overshoots. Smaller learning rates help, and so does a rule on the "
    "discriminator's slope.",
    remedy=remedies.first_of(remedies.bind_critic, remedies.add_r1_r2, remedies.halve_rates),
    source="Mescheder et al. 2018, section 2",
)
def divergence(readings: Readings) -> float | None:
    """The players drive each other further and further away from the data."""
    return _reach(readings[-1])
