"""Steps per second of one thread: ganlab's Game against a plain eager PyTorch program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import torch

from ganlab.gan.game import Game
from ganlab.gan.plane.mixture import Mixture
from scripts.benchmarks import eager
from scripts.benchmarks.figures import Figure, Options, Target, interleaved, rate, ratios
from scripts.benchmarks.models import BATCH, PENALTY_WEIGHT, RULES, SIZES, config

_EAGER_RULES = {
    "plain": (eager.NON_SATURATING, None),
    "R1": (eager.NON_SATURATING, eager.r1(PENALTY_WEIGHT)),
    "WGAN-GP": (eager.WASSERSTEIN, eager.gradient_penalty(PENALTY_WEIGHT)),
}
_TARGETS = {
    ("S", "plain"): Target(6.0, 9.0),
    ("S", "R1"): Target(8.0, 11.0),
    ("S", "WGAN-GP"): Target(8.0, 11.0),
    ("M", "plain"): Target(2.2, 3.0),
    ("L", "plain"): Target(1.6, 2.1),
}


def measure(options: Options, sizes: tuple[str, ...] = tuple(SIZES)) -> Iterator[Figure]:
    """One thread: ganlab's game against a plain eager PyTorch program, both with Adam.

    Both steps are whole: drawing samples, and in ganlab's the check for divergence, count as well.
    """
    torch.set_num_threads(1)
    for size in sizes:
        for rule in RULES:
            steps = {"ganlab": game_step(size, rule), "eager": eager_step(size, rule)}
            found = interleaved({n: partial(rate, step) for n, step in steps.items()}, options)
            for name, samples in found.items():
                yield Figure("train", f"{size} {rule}: {name}", "steps/s", samples)
            gain = ratios(found["ganlab"], found["eager"])
            target = _TARGETS.get((size, rule))
            yield Figure("train", f"{size} {rule}: ganlab ÷ eager", "×", gain, target)


def game_step(size: str, rule: str) -> Callable[[], None]:
    """A step of ganlab's game."""
    return Game(config(SIZES[size], rule)).step


def eager_step(size: str, rule: str) -> Callable[[], None]:
    """A step of the plain program's: the same data, sizes, batch and Adam."""
    losses, penalty = _EAGER_RULES[rule]
    game = eager.EagerGame(
        Mixture.ring(modes=8, radius=1.0, std=0.05).sample,  # made once, as one would
        hidden=SIZES[size].hidden,
        width=SIZES[size].width,
        batch=BATCH,
        losses=losses,
        penalty=penalty,
        optimizer=lambda p: torch.optim.Adam(p, lr=1e-3, betas=(0.5, 0.9), fused=True),
    )
    return game.step
