"""The birthday paradox as a test of how many different samples there are (Arora & Zhang 2017)."""

from __future__ import annotations

import math

import torch

from ganlab.gan import streams
from ganlab.gan.instruments.neighbours import SAME, support_size
from ganlab.gan.presets import presets
from ganlab.reproduce.experiment import Arm, Column, Figures, Plan, Published, Tell, experiment
from ganlab.reproduce.training import recipe, train

_SOURCE = "Arora & Zhang 2017, section 3"


def collision_chance(batch: int, support: int) -> float:
    """1 − exp(−M(M − 1)/2N): that among M draws from N equally likely ones two are the same."""
    return 1.0 - math.exp(-batch * (batch - 1) / (2 * support))


def even_batch(support: int) -> int:
    """The smallest batch in which two are the same at least as often as not."""
    return math.ceil((1 + math.sqrt(1 + 8 * support * math.log(2))) / 2)


def _discrete(support: int) -> Arm:
    batch = even_batch(support)
    known = {
        "chance": f"{100 * collision_chance(batch, support):.1f}", "support": f"{support}",
    }  # fmt: skip
    made = {"support": support, "batch": batch}
    return Arm(
        f"{support} equally likely points, batches of {batch}",
        made,
        (Published("1 − exp(−M(M−1)/2N)", _SOURCE, known),),
    )


def _trained(name: str, preset: str, updates: int) -> Arm:
    made = {**recipe(presets[preset].function()), "updates": updates}
    known = {"support": "below the data's"}
    return Arm(f"G of {name}", made, (Published("GANs on images", _SOURCE, known),))


@experiment(
    "Birthday paradox",
    source="Arora & Zhang 2017",
    plan=Plan(
        (
            Column("chance", "% of batches with a pair"),
            Column("support", "size of support", 0),
            Column("data", "the data's, measured alike", 0),
        ),
        (
            _discrete(100),
            _discrete(1000),
            _discrete(10_000),
            _trained("the preset Ring, all modes", "ring_all_modes", 3000),
            _trained("the preset Mode collapse", "mode_collapse", 3000),
        ),
        2000,
        5,
        "Of known supports as many batches are drawn as there are steps, and N is taken from the "
        "share with a pair; for small N the formula is an approximation: 100 points give 55.7 %, "
        "not 54.2, and so N = 96. "
        "A trained G has no equal fakes: those are the same that are closer than 1/200 of the "
        "plot's side, all pairs of 5,000 are counted, and the data measured alike stand beside. "
        "In the paper people judged images of faces, which has no counterpart here.",
    ),
)  # fmt: skip
def birthday(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """Where two of M samples are the same as often as not, there are about M²/(2 ln 2) of them."""
    if "config" in arm.recipe:
        return _of_generator(arm, seed, tell)
    support, batch = arm.recipe["support"], arm.recipe["batch"]
    rng = streams.generator(seed, streams.EVALUATE_NOISE)
    drawn, _ = torch.randint(support, (steps, batch), generator=rng).sort(dim=1)
    met = (drawn[:, 1:] == drawn[:, :-1]).any(dim=1).double().mean()
    tell(1.0)
    share = min(max(float(met), 0.5 / steps), 1 - 0.5 / steps)
    estimate = batch * (batch - 1) / (-2 * math.log1p(-share))
    return {"chance": 100 * float(met), "support": estimate}


def _of_generator(arm: Arm, seed: int, tell: Tell) -> Figures:
    game, played = train(arm, seed, arm.recipe["updates"], tell)
    x_min, x_max, _, _ = game.plane.extent
    same = SAME * (x_max - x_min)
    noise = game.draws.noise(5000, streams.generator(seed, streams.EVALUATE_NOISE))
    real = game.plane.sample(5000, streams.generator(seed, streams.EVALUATE_DATA))
    fakes = game.generate(noise).float().cpu()
    return {"support": support_size(fakes, same), "data": support_size(real, same), **played}
