"""Remedies: changes that may help against a failure.

A remedy is a function `(config) -> (label, changes) | None`, None where it would change nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ganlab.gan.regularizers import PENALTY, regularizers
from ganlab.registry import ConfigError

if TYPE_CHECKING:
    from ganlab.gan.config import Choice, RunConfig

Changes = dict[str, Any]
Offer = tuple[str, Changes] | None
Remedy = Callable[["RunConfig"], Offer]

GENTLE = 0.05  # weight of a penalty that tames D and lets it see eight small modes
HEAVY = 1.0  # a weight above which a penalty may be what keeps D flat


def first_of(*remedies: Remedy) -> Remedy:
    """The first of these that would change something, and is allowed."""

    def remedy(config: RunConfig) -> Offer:
        offers = (each(config) for each in remedies)
        return next((o for o in offers if o is not None and _allowed(config, o[1])), None)

    return remedy


def _allowed(config: RunConfig, changes: Changes) -> bool:
    try:
        return config.changed(changes) != config
    except ConfigError:
        return False


def _rules(config: RunConfig) -> dict[str, Choice]:
    return {choice.id: choice for choice in config.regularizers}


def _is_penalized(config: RunConfig) -> bool:
    return any(regularizers[name].extras["kind"] == PENALTY for name in _rules(config))


def _add(config: RunConfig, **weights: float) -> Changes:
    kept = [choice.to_json() for choice in config.regularizers]
    added = [{"id": name, "params": {"weight": w}} for name, w in weights.items()]
    return {"regularizers": kept + added}


def add_r1_r2(config: RunConfig) -> Offer:
    """Both zero-centred penalties."""
    if _is_penalized(config):
        return None
    return "Add R1 and R2", _add(config, r1=GENTLE, r2=GENTLE)


def add_r1(config: RunConfig) -> Offer:
    """The penalty at real samples, strong enough to damp a swing."""
    return None if _is_penalized(config) else ("Add R1", _add(config, r1=0.3))


def bind_critic(config: RunConfig) -> Offer:
    """A gradient penalty, for a loss whose D is a score that only a rule can bound."""
    scored = "boundary" not in config.entry("loss").extras
    if not scored or config.regularizers:
        return None
    return "Add a gradient penalty", _add(config, gradient_penalty=1.0)


def lighter_penalties(config: RunConfig) -> Offer:
    """A tenth of every heavy weight."""
    lighter = [choice.to_json() for choice in config.regularizers]
    heavy = [rule for rule in lighter if rule["params"].get("weight", 0.0) > HEAVY]
    for rule in heavy:
        rule["params"] = {**rule["params"], "weight": rule["params"]["weight"] / 10}
    return ("A tenth of the penalties", {"regularizers": lighter}) if heavy else None


def blur(config: RunConfig) -> Offer:
    """Noise on all that D sees."""
    if "instance_noise" in _rules(config):
        return None
    rules = [choice.to_json() for choice in config.regularizers]
    noise = {"id": "instance_noise", "params": {"std": 0.1}}
    return "Add instance noise", {"regularizers": [*rules, noise]}


def non_saturating(_: RunConfig) -> Offer:
    """The loss whose gradient is largest where D is sure."""
    return "Non-saturating loss", {"loss": {"id": "non_saturating"}}


def one_g_step(config: RunConfig) -> Offer:
    """As many updates of G as of D."""
    if config.g_steps <= max(1, config.d_steps):
        return None
    return "One G update per step", {"g_steps": 1, "d_steps": max(1, config.d_steps)}


def one_d_step(config: RunConfig) -> Offer:
    """As many updates of D as of G."""
    if config.d_steps <= 1:
        return None
    return "One D update per step", {"d_steps": 1, "g_steps": max(1, config.g_steps)}


def some_d_step(config: RunConfig) -> Offer:
    """An update of D in each step, where it has none."""
    return ("One D update per step", {"d_steps": 1}) if config.d_steps == 0 else None


def more_d_steps(config: RunConfig) -> Offer:
    """More updates of D for each of G."""
    if config.d_steps >= 5:
        return None
    return "More D updates per step", {"d_steps": config.d_steps + 2}


def match_rates(config: RunConfig) -> Offer:
    """The larger learning rate for both, where the same optimizer uses two."""
    d, g = config.d_optimizer, config.g_optimizer
    if d.id != g.id or d.params["lr"] == g.params["lr"]:
        return None
    slower = "d_optimizer" if d.params["lr"] < g.params["lr"] else "g_optimizer"
    rate = max(d.params["lr"], g.params["lr"])
    return "Equal learning rates", {slower: {"params": {"lr": rate}}}


def match_lower_rate(config: RunConfig) -> Offer:
    """The smaller learning rate for both, where the same optimizer uses two."""
    d, g = config.d_optimizer, config.g_optimizer
    if d.id != g.id or d.params["lr"] == g.params["lr"]:
        return None
    faster = "d_optimizer" if d.params["lr"] > g.params["lr"] else "g_optimizer"
    rate = min(d.params["lr"], g.params["lr"])
    return "Equal learning rates", {faster: {"params": {"lr": rate}}}


def halve_rates(config: RunConfig) -> Offer:
    """Half of both learning rates."""
    rates = {
        name: {"params": {"lr": getattr(config, name).params["lr"] / 2}}
        for name in ("d_optimizer", "g_optimizer")
    }
    return "Halve both learning rates", rates


def wider_points(config: RunConfig) -> Offer:
    """More blur around each of the data's points; it starts a new run."""
    jitter = config.data.params.get("jitter")
    if jitter is None or jitter >= 0.1:
        return None
    return "Spread the points (new run)", {"data": {"params": {"jitter": 0.1}}}
