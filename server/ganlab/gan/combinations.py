"""Combinations: what goes together in one configuration, and what does not. A function per rule.

A rule looks at a whole configuration and answers None, or the field to name, what is expected there
in plain words, and what was found; that is refused, so that nothing is ever ignored in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ganlab.gan.regularizers import regularizers
from ganlab.registry import ConfigError

if TYPE_CHECKING:
    from ganlab.gan.config import RunConfig

Clash = tuple[str, str, object]
Rule = Callable[["RunConfig"], Clash | None]


def _regularizers_suit_the_loss(config: RunConfig) -> Clash | None:
    """Some regularizers act on what only some losses have."""
    for choice in config.regularizers:
        requires = regularizers[choice.id].extras.get("requires")
        reason = requires(config.entry("loss")) if requires is not None else ""
        if reason:
            return "regularizers", reason, choice.id
    return None


RULES: tuple[Rule, ...] = (_regularizers_suit_the_loss,)


def check(config: RunConfig) -> None:
    """Raises ConfigError for the first rule that the configuration breaks."""
    for rule in RULES:
        clash = rule(config)
        if clash is not None:
            raise ConfigError(*clash)
