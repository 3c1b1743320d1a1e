"""Games of images that their detectors are held against: presets, and recipes broken on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ganlab.gan.image.presets import image_presets
from ganlab.gan.image.standard import adam

STEPS = 1000
EVERY = 50  # steps between two readings
SEED = 1  # thresholds were chosen on seed 0 of the recipes of FIRST
FIRST = ("dense_digits", "playground_dense")  # and of all that are broken

Recipe = dict[str, Any]

# Presets, and for how many steps: those of large images take minutes.
SOUND = {
    "dcgan_digits": STEPS, "dense_digits": STEPS, "dcgan_glyphs": STEPS, "playground_dense": 700,
    "spectral_glyphs": 400, "wgan_gp_glyphs": 400, "conditional_glyphs": 400,
    "dcgan_shapes": 400, "playground_conv": 400,
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A recipe, and the detectors that should speak, one at least; none: it is sound."""

    config: Recipe
    expected: frozenset[str] = frozenset()
    steps: int = STEPS


def _sound() -> dict[str, Made]:
    return {n: Made(image_presets[n].function(), steps=steps) for n, steps in SOUND.items()}


def _broken(base: str) -> dict[str, Made]:
    config = image_presets[base].function()

    def made(*expected: str, **changes: Any) -> Made:
        return Made({**config, **changes}, frozenset(expected))

    fast, slow = adam(0.01), adam(0.00001)
    return {
        "D at rest": made("d_too_weak", d_steps=0),
        "slow D": made("d_too_weak", d_optimizer=slow),
        "fast D": made(d_optimizer=fast, d_steps=3),  # it learns
        "slow G": made(g_optimizer=slow),  # it learns, too, if slowly
        "G at rest": made("d_winning", "standstill", g_optimizer=adam(1e-7), d_steps=2),
        "fast G": made("mode_collapse", g_optimizer=fast),
        "both fast": made("mode_collapse", g_optimizer=fast, d_optimizer=fast),
        "momentum, many G updates": made(
            "mode_collapse", g_steps=4,
            g_optimizer=adam(0.003, 0.9), d_optimizer=adam(0.0005, 0.9),
        ),
        "Wasserstein unbound": made("divergence", loss={"id": "wasserstein"}),
        "Wasserstein unbound, fast": made(
            "divergence", "mode_collapse", loss={"id": "wasserstein"}, d_optimizer=fast,
            g_optimizer=fast,
        ),
        "minimax, D ahead": made(
            "d_winning", "standstill", loss={"id": "minimax"}, d_steps=5,
            d_optimizer=adam(0.002), g_optimizer={"id": "sgd", "params": {"lr": 0.001}},
        ),
    }  # fmt: skip


RECIPES: dict[str, Made] = {**_sound(), **_broken("dense_digits")}


def seed_of(name: str) -> int:
    """The seed that is reported: one that had no part in choosing thresholds."""
    return SEED if name in FIRST or RECIPES[name].expected or name not in SOUND else 0
