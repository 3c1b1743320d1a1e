"""Packing, as in PacGAN: D sees several samples at once, all real or all fake."""

from __future__ import annotations

from ganlab.reproduce.benchmarks import EXACT, GRID, PACGAN, PERFECT, RING, Config, adam, mlp, row
from ganlab.reproduce.experiment import Arm, Figures, Plan, Published, Tell, experiment
from ganlab.reproduce.training import COVERAGE, coverage, recipe, train


def _packed(data: Config, packing: int) -> Config:
    return {
        "data": data,
        "packing": packing,
        "generator": mlp(layers=2, width=128),
        "discriminator": mlp(layers=2, width=128, activation="relu"),
        "d_optimizer": adam(0.001, 0.5, 0.999),
        "g_optimizer": adam(0.001, 0.5, 0.999),
        "batch_size": 120,
    }


_RING_ROWS = {
    1: ("6.3 ± .5", "98.2 ± .2"),
    2: ("7.9 ± .1", "95.6 ± 2.0"),
    3: ("7.8 ± .1", "97.7 ± .3"),
    4: ("7.8 ± .1", "95.9 ± 1.4"),
}
_GRID_ROWS = {
    1: ("17.3 ± .8", "94.8 ± .7"),
    2: ("23.8 ± .7", "91.3 ± .8"),
    3: ("24.6 ± .4", "94.2 ± .4"),
    4: ("24.8 ± .2", "93.6 ± .6"),
}


def _arms(data: Config, rows: dict[int, tuple[str, str]], perfect: str) -> list[Arm]:
    arms = []
    for packing, figures in rows.items():
        name = f"PacGAN{packing}" if packing > 1 else "GAN"
        published: tuple[Published, ...] = (row(f"{name}, 400,000 steps", PACGAN, *figures),)
        if packing == max(rows):
            published += (row(PERFECT, EXACT, perfect, "98.89"),)
        arms.append(
            Arm(
                f"{data['id']}, {name}",
                recipe(_packed(data, packing), hold=0.5, last=0.02),
                published,
            )
        )
    return arms


@experiment(
    "PacGAN",
    source="Lin et al. 2018, section 4.1",
    plan=Plan(
        COVERAGE,
        (*_arms(RING, _RING_ROWS, "8"), *_arms(GRID, _GRID_ROWS, "25")),
        40_000,
        5,
        "Our own recipe, in which the number of samples in a pack is the only change: G and D of "
        "3×128 ReLU units, non-saturating, Adam 1e-3 (.5, .999), batch 120. The published one has "
        "G of 4×400 with batch normalization and D of 3×200 maxout units, which the lab does not "
        "have, Adam 1e-4, batch 100 and ten times as many steps. Larger packs learn more slowly: "
        "a low %HQ says that a run was not over yet.",
    ),
)
def pacgan(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """D sees two to four samples at once: fakes that are too alike give themselves away."""
    game, played = train(arm, seed, steps, tell)
    return {**coverage(game), **played}
