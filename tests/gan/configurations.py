"""Configurations drawn at random from the catalog: every entry and field that there is, small."""

import math
from random import Random
from typing import Any

from ganlab.gan.config import FIELDS, Field, RunConfig
from ganlab.registry import ConfigError, Param

# Sizes that cost time, not insight; a whole number of any other parameter is at most SMALL.
SIZES = {
    "batch_size": [1, 2, 6, 12, 24, 60],
    "width": [1, 4, 9],
    "layers": [0, 1],
    "unroll": [1, 2],
}
SMALL = 6
USUAL = 0.5  # how often a field, or a parameter, is left as it is


def value_of(name: str, param: Param, rng: Random) -> Any:
    """A value within the declared range; of whole numbers a small one."""
    if param.kind == "choice":
        return rng.choice(list(param.choices or ()))
    if param.kind == "bool":
        return rng.random() < 0.5
    if param.kind == "points":
        return param.default
    low, high = param.low or 0.0, param.default if param.high is None else param.high
    if param.kind == "int":
        fitting = [size for size in SIZES.get(name, ()) if low <= size <= high]
        return (
            rng.choice(fitting) if fitting else rng.randint(int(low), int(min(high, low + SMALL)))
        )
    if param.scale == "log":
        smallest = math.log(max(low, high * 1e-6))
        return min(high, math.exp(rng.uniform(smallest, math.log(high))))
    return high - rng.random() * (high - low)  # never `low` itself, which may be excluded


def choice_of(field: Field, rng: Random) -> dict[str, Any]:
    """One of the field's entries with some of its parameters."""
    assert field.registry is not None
    entry = rng.choice(list(field.registry))
    params = {name: value_of(name, param, rng)
              for name, param in entry.params.items() if rng.random() > USUAL}  # fmt: skip
    for name in SIZES:  # in this order, so that a seed means the same in every process
        if name in entry.params:
            params[name] = value_of(name, entry.params[name], rng)
    return {"id": entry.id, "params": params}


def drawn(rng: Random, *, live: bool = False, usual: float = USUAL) -> dict[str, Any]:
    """A configuration as JSON, which may or may not be acceptable; or only `live` changes."""
    document: dict[str, Any] = {}
    for field in FIELDS.values():
        costly = field.name in ("batch_size", "generator", "discriminator")
        if (live and not field.live) or (rng.random() < usual and (live or not costly)):
            continue
        if field.param is not None:
            document[field.name] = value_of(field.name, field.param, rng)
        elif field.several:
            found = [choice_of(field, rng) for _ in range(rng.randint(0, 2))]
            document[field.name] = list({choice["id"]: choice for choice in found}.values())
        else:
            document[field.name] = choice_of(field, rng)
    return document


def accepted(rng: Random) -> RunConfig:
    """The first configuration out of `rng` that is not refused."""
    for _ in range(1000):
        try:
            return RunConfig.from_json(drawn(rng))
        except ConfigError:
            continue
    raise AssertionError("a thousand configurations were refused, one after the other")


def switched(config: RunConfig, rng: Random) -> RunConfig:
    """The first live change out of `rng` that is not refused."""
    for _ in range(1000):
        try:
            return config.changed(drawn(rng, live=True, usual=0.7))
        except ConfigError:
            continue
    raise AssertionError("a thousand live changes were refused, one after the other")
