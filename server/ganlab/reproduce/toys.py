"""Experiments on games of two numbers, whose outcome is known in closed form."""

from __future__ import annotations

import cmath
import math
from typing import Any

from ganlab.gan.toys import bilinear as bilinear_game
from ganlab.gan.toys import dirac as dirac_game
from ganlab.reproduce.experiment import Arm, Column, Figures, Plan, Published, Tell, experiment

# The Dirac-GAN

_MESCHEDER = "Mescheder et al. 2018, section 3 and appendix D"
_SLOPE, _CURVATURE = 0.5, -0.25  # f'(0) and f''(0) of f(t) = −log(1 + e^−t)


def _pair(real: float, under_root: float) -> tuple[float, float]:
    """(real part, imaginary part ≥ 0) of real + √under_root."""
    root = cmath.sqrt(under_root)
    return real + root.real, root.imag


def penalized(gamma: float, slope: float = _SLOPE) -> tuple[float, float]:
    """The leading eigenvalue −γ/2 + √(γ²/4 − f'²), for R1 and every zero-centred penalty."""
    return _pair(-gamma / 2, gamma**2 / 4 - slope**2)


def noisy(sigma: float) -> tuple[float, float]:
    """The leading eigenvalue f''σ² + √(f''²σ⁴ − f'²) under instance noise."""
    return _pair(_CURVATURE * sigma**2, (_CURVATURE * sigma**2) ** 2 - _SLOPE**2)


def _known(value: tuple[float, float], ends: str) -> tuple[Published, ...]:
    figures = {"real": f"{value[0]:.4f}", "imaginary": f"{value[1]:.4f}", "distance": ends}
    return (Published("closed form", _MESCHEDER, figures),)


def _dirac(name: str, known: tuple[Published, ...], **game: Any) -> Arm:
    return Arm(name, {"game": game, "rate": 0.05, "turns": "alternating"}, known)


_DIRAC_ARMS = (
    _dirac("no regularizer", _known(penalized(0.0), "stays away")),
    _dirac("no regularizer, Wasserstein", _known(penalized(0.0, 1.0), "stays away"),
           loss="wasserstein"),
    _dirac("R1, γ = 0.3", _known(penalized(0.3), "0"), penalty=0.3),
    _dirac("R1, γ = 1 (critical)", _known(penalized(1.0), "0"), penalty=1.0),
    _dirac("R1, γ = 2", _known(penalized(2.0), "0"), penalty=2.0),
    _dirac("instance noise, σ = 0.7", _known(noisy(0.7), "0"), noise=0.7),
    _dirac("instance noise, σ = √2 (critical)", _known(noisy(math.sqrt(2)), "0"),
           noise=math.sqrt(2)),
    _dirac("WGAN-GP, g₀ = 1", (Published("no eigenvalue: not smooth at ψ = 0", _MESCHEDER, {
        "real": "none", "imaginary": "none", "distance": "stays away"}),),
        loss="wasserstein", penalty=1.0, target=1.0),
    _dirac("WGAN, clipped to 1", (Published("as without, inside the box", _MESCHEDER, {
        "real": "0.0000", "imaginary": "1.0000", "distance": "stays away"}),),
        loss="wasserstein", limit=1.0),
)  # fmt: skip


@experiment(
    "Dirac-GAN",
    source="Mescheder et al. 2018, sections 2 and 3",
    plan=Plan(
        (
            Column("real", "Re λ", 4),
            Column("imaginary", "Im λ", 4),
            Column("distance", "distance at the end", 4),
        ),
        _DIRAC_ARMS,
        2000,
        0,
        "λ is the eigenvalue of the flow at the equilibrium with the largest real part, by "
        "differentiating the game; the game is then played from (1, 1) with rate 0.05, D first. "
        "At a critical weight both eigenvalues are one, which numbers resolve to about 1e-8. "
        "The penalty of WGAN-GP jumps at ψ = 0, so that there is no eigenvalue there: none is "
        "shown.",
    ),
)
def dirac(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:  # noqa: ARG001 -- not random
    """One real sample, one fake one and a straight line for D: the smallest GAN that circles."""
    game, rate = arm.recipe["game"], arm.recipe["rate"]
    toy = dirac_game(rate=rate, **game)
    figures = {}
    if not game.get("target"):
        leading = max(toy.eigenvalues().tolist(), key=lambda x: (x.real, x.imag))
        figures = {"real": leading.real, "imaginary": abs(leading.imag)}
    path = toy.play(steps, arm.recipe["turns"])
    tell(1.0)
    # The farthest of the last tenth: an orbit may pass near the equilibrium at any moment.
    return {**figures, "distance": float(path[-max(1, steps // 10) :].norm(dim=1).max())}


# The bilinear game

_RATE = 0.3


def optimistic_factor(rate: float) -> float:
    """The largest root, in size, of z² − (1 + 2iη)z + iη."""
    b = 1 + 2j * rate
    root = cmath.sqrt(b * b - 4j * rate)
    return max(abs(b + root), abs(b - root)) / 2


BILINEAR_FACTORS = {
    "simultaneous": ("√(1 + η²)", math.sqrt(1 + _RATE**2)),
    "alternating": ("1", 1.0),
    "extragradient": ("√(1 − η² + η⁴)", math.sqrt(1 - _RATE**2 + _RATE**4)),
    "optimistic": ("root of z² − (1 + 2iη)z + iη", optimistic_factor(_RATE)),
    "proximal": ("1/√(1 + η²)", 1 / math.sqrt(1 + _RATE**2)),
}


def _bilinear_arms() -> tuple[Arm, ...]:
    arms = []
    for turns, (formula, value) in BILINEAR_FACTORS.items():
        params = {"iterations": 20} if turns == "proximal" else {}
        known = {"factor": f"{value:.6f}"}
        if turns == "alternating":
            known["drift"] = "0"
        arms.append(
            Arm(
                turns,
                {"game": {"start": [0.7, 0.4]}, "rate": _RATE, "turns": turns, "params": params},
                (Published(formula, "closed form", known),),
            )
        )
    return tuple(arms)


@experiment(
    "Bilinear game",
    source="Daskalakis et al. 2018; Mokhtari et al. 2020",
    plan=Plan(
        (
            Column("factor", "factor of the norm per step", 6),
            Column("drift", "drift from the ellipse", 6),
        ),
        _bilinear_arms(),
        400,
        0,
        "min over x, max over y of xy, η = 0.3. The factor is the mean over the last half of the "
        "path, measured for alternating turns on the norm √(x² + y² − ηxy), which these keep; "
        "drift is how far the path strays from that ellipse, relative to it. Proximal is solved by "
        "20 iterations.",
    ),
)
def bilinear(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:  # noqa: ARG001 -- not random
    """The simplest game that goes round in circles, played with each kind of turns."""
    rate = arm.recipe["rate"]
    toy = bilinear_game(tuple(arm.recipe["game"]["start"]), rate)
    x, y = toy.play(steps, arm.recipe["turns"], arm.recipe["params"]).T
    tell(1.0)
    kept = x**2 + y**2 - rate * x * y
    keeps = arm.recipe["turns"] == "alternating"
    size = kept if keeps else x**2 + y**2
    half = max(1, steps // 2)
    factor = float((size[-1] / size[-1 - half]) ** (0.5 / half))
    drift = {"drift": float((kept / kept[0] - 1).abs().max())} if keeps else {}
    return {"factor": factor, **drift}
