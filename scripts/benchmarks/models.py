"""The models that are measured: three sizes, three games, as ganlab's configuration of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ganlab.gan.config import RunConfig

BATCH = 150  # GAN Lab's
PENALTY_WEIGHT = 0.1


@dataclass(frozen=True)
class Size:
    """Both networks have `hidden` hidden layers of `width`."""

    hidden: int
    width: int


# S is GAN Lab's default; M and L are what a hard distribution asks for.
SIZES = {"S": Size(2, 8), "M": Size(3, 64), "L": Size(5, 100)}

RULES: dict[str, dict[str, Any]] = {
    "plain": {"loss": {"id": "non_saturating"}},
    "R1": {
        "loss": {"id": "non_saturating"},
        "regularizers": [{"id": "r1", "params": {"weight": PENALTY_WEIGHT}}],
    },
    "WGAN-GP": {
        "loss": {"id": "wasserstein"},
        "regularizers": [{"id": "gradient_penalty", "params": {"weight": PENALTY_WEIGHT}}],
    },
}


def adam(lr: float = 1e-3) -> dict[str, Any]:
    """Adam as GANs use it."""
    return {"id": "adam", "params": {"lr": lr, "beta1": 0.5, "beta2": 0.9}}


def sgd(lr: float = 0.1) -> dict[str, Any]:
    """Plain gradient descent, GAN Lab's default."""
    return {"id": "sgd", "params": {"lr": lr}}


def document(size: Size, rule: str = "plain", optimizer: dict[str, Any] | None = None) -> Any:
    """The configuration as JSON: eight Gaussians on a ring, one update of each player a step."""
    network = {
        "id": "mlp",
        "params": {"layers": size.hidden - 1, "width": size.width, "activation": "relu"},
    }
    return {
        "data": {"id": "ring"},
        "scaling": {"id": "none"},
        "prior": {"id": "gaussian", "params": {"dimension": 2}},
        "generator": network,
        "discriminator": network,
        "g_optimizer": optimizer or adam(),
        "d_optimizer": optimizer or adam(),
        "batch_size": BATCH,
        **RULES[rule],
    }


def config(size: Size, rule: str = "plain", optimizer: dict[str, Any] | None = None) -> RunConfig:
    """The configuration itself."""
    return RunConfig.from_json(document(size, rule, optimizer))
