"""The generator's gradient as D is trained to its best: Arjovsky and Bottou's second figure."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.reproduce.experiment import Arm, Column, Figures, Plan, Published, Tell, experiment
from ganlab.reproduce.training import config_of, recipe

_FAKES = 512  # that the gradient is the mean of
_LOOKS = 40


def generator_gradient(game: Game, loss_id: str, noise: Tensor) -> float:
    """Norm of the gradient of a loss of G's on fakes of `noise` (n, dimension), by G's weights."""
    g, d = game.players[GENERATOR], game.players[DISCRIMINATOR]
    with torch.enable_grad():
        weights = g.weights.detach().clone().requires_grad_()
        fakes = g.net.forward(g.net.effective(g.net.layers(weights)), noise.t())
        judged = d.net.forward(d.net.effective(d.net.layers(d.weights)), fakes)[0]
        g_loss = losses[loss_id].function(torch.zeros_like(judged), judged)[1]
        (slope,) = torch.autograd.grad(g_loss, weights)
    return float(slope.norm())


def fresh_discriminator(game: Game) -> None:
    """Give D new weights, and nothing to remember; G stays."""
    state = game.state_dict()
    begun = Game(
        game.config.changed({"seed": game.config.seed + 1}), device=game.device, dtype=game.dtype
    ).state_dict()
    game.load_state_dict(
        {**state, **{k: v for k, v in begun.items() if k.startswith(DISCRIMINATOR)}}
    )


# As in the preset: the fakes begin as one small heap, where no real sample is.
_CONFIG = {
    "data": {"id": "ring"},
    "prior": {"id": "gaussian", "params": {"std": 0.05}},
    "generator": {"id": "mlp", "params": {"layers": 1, "width": 64}},
    "discriminator": {"id": "mlp", "params": {"layers": 1, "width": 64, "activation": "relu"}},
    "d_optimizer": {"id": "adam", "params": {"lr": 0.001, "beta1": 0.5, "beta2": 0.999}},
    "g_optimizer": {"id": "adam", "params": {"lr": 0.0003, "beta1": 0.5, "beta2": 0.999}},
}
_FIGURE = (
    Published(
        "DCGAN, the best case of three",
        "Arjovsky & Bottou 2017, figure 2",
        {"fell": "5", "other": "does not vanish"},
    ),
)


def _arm(updates: int) -> Arm:
    return Arm(f"G trained for {updates} steps", {**recipe(_CONFIG), "updates": updates}, _FIGURE)


@experiment(
    "Vanishing gradient",
    source="Arjovsky & Bottou 2017, section 2.2 and figure 2",
    plan=Plan(
        (
            Column("fell", "orders of magnitude that log(1 − D)'s gradient falls"),
            Column("other", "that −log D's falls"),
            Column("right", "% of fakes that D tells at the end"),
        ),
        tuple(_arm(updates) for updates in (0, 100, 1000)),
        4000,
        5,
        "The paper trains a DCGAN on images for 1, 10 and 25 epochs; ours is a GAN of the plane, "
        "trained for so many steps, whose G is then frozen while a D from scratch is trained. Its "
        "noise is narrow, so that the fakes begin as a heap where no real sample is: the case in "
        "which the gradient should vanish. Orders are log₁₀ of the largest norm on the way over "
        "the last one, in float64. The longer G has trained, the less the gradient falls. That "
        "fakes and data then overlap, so that D cannot tell them apart, would explain it, and D "
        "does tell fewer after 1,000 steps; it was not tested by itself, and after 100 steps D "
        "still tells nearly all.",
    ),
)
def vanishing(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """As D nears its best against a frozen G, the gradient of log(1 − D) dies away; that of
    −log D does not.
    """
    game = Game(config_of(arm.recipe, seed), dtype=torch.float64)
    for _ in range(arm.recipe["updates"]):
        game.step()
    fresh_discriminator(game)
    noise = game.draws.noise(_FAKES, streams.generator(seed, streams.EVALUATE_NOISE)).double()
    norms: dict[str, list[float]] = {"minimax": [], "non_saturating": []}
    for look in range(_LOOKS):
        # Closer together at the beginning, where D learns most.
        for _ in range(_due(look + 1, steps) - _due(look, steps)):
            game.step(DISCRIMINATOR)
        for loss_id, found in norms.items():
            found.append(generator_gradient(game, loss_id, noise))
        tell((look + 1) / _LOOKS)
    fakes = game.generate(noise)
    told = 100 * float((game.discriminate(fakes) < 0).double().mean())
    return {
        "fell": orders(norms["minimax"]), "other": orders(norms["non_saturating"]), "right": told,
    }  # fmt: skip


def _due(look: int, steps: int) -> int:
    return round(steps * (look / _LOOKS) ** 2)


def orders(norms: list[float]) -> float:
    """By how many powers of ten the last norm is below the largest."""
    return math.log10(max(norms) / max(norms[-1], 1e-300))
