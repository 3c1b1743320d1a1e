"""Games of images that their detectors are held against: presets, and recipes broken on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ganlab.gan.image.presets import image_presets
from ganlab.gan.image.standard import adam

STEPS = 1000  # the second half is judged
EVERY = 50  # steps between two readings
TUNED_ON = (0,)  # the seeds by which thresholds were chosen
SEEDS = (1, 2)  # those that are reported
LARGE_SEEDS = (1,)  # of recipes on 28 x 28 pixels, which take minutes

Recipe = dict[str, Any]


@dataclass(frozen=True)
class Made:
    """A recipe, and the detectors of which one at least should speak; none: it is sound."""

    config: Recipe
    expected: frozenset[str] = frozenset()


def _sound() -> dict[str, Made]:
    return {entry.id: Made(entry.function()) for entry in image_presets}


def _broken(base: str) -> dict[str, Made]:
    config = image_presets[base].function()

    def made(*expected: str, **changes: Any) -> Made:
        return Made({**config, **changes}, frozenset(expected))

    fast, slow = adam(0.01), adam(0.00001)
    return {
        "D at rest": made("d_too_weak", d_steps=0),
        "slow D": made("d_too_weak", d_optimizer=slow),
        "fast D": made("d_winning", d_optimizer=fast, d_steps=3),
        "slow G": made("d_winning", "standstill", g_optimizer=slow),
        "G at rest": made("d_winning", "standstill", g_optimizer=adam(1e-7), d_steps=2),
        "fast G": made("mode_collapse", "oscillation", g_optimizer=fast),
        "both fast": made("mode_collapse", "oscillation", g_optimizer=fast, d_optimizer=fast),
        "momentum, many G updates": made(
            "mode_collapse", "d_too_weak", g_steps=4,
            g_optimizer=adam(0.003, 0.9), d_optimizer=adam(0.0005, 0.9),
        ),
        "Wasserstein unbound": made("divergence", loss={"id": "wasserstein"}),
        "Wasserstein unbound, fast": made(
            "divergence", loss={"id": "wasserstein"}, d_optimizer=fast, g_optimizer=fast
        ),
        "minimax, D ahead": made(
            "d_winning", "standstill", loss={"id": "minimax"}, d_steps=5,
            d_optimizer=adam(0.002), g_optimizer={"id": "sgd", "params": {"lr": 0.001}},
        ),
    }  # fmt: skip


RECIPES: dict[str, Made] = {
    **_sound(),
    **{f"{name} (DCGAN)": made for name, made in _broken("dcgan_digits").items()},
    **{f"{name} (dense)": made for name, made in _broken("dense_digits").items()},
}


def is_small(made: Made) -> bool:
    """Whether the images have 16 x 16 pixels."""
    return bool(made.config["data"]["id"] == "digits")
