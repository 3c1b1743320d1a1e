"""Random stacks of layers, such that fit and such that do not, and parameters that cannot be."""

import copy
import math
from random import Random
from typing import Any

from ganlab.gan.image.layers import layers as registry
from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.plan import check
from ganlab.registry import Param

Layers = list[dict[str, Any]]

INPUTS: list[Shape] = [(1, 28, 28), (3, 32, 32), (2, 7, 5), (1, 1, 1), (64,), (12,), (1,)]


def value_of(param: Param, rng: Random) -> Any:
    """Any value of the range; of whole numbers mostly a small one."""
    if param.kind == "choice":
        return rng.choice(list(param.choices or ()))
    if param.kind == "bool":
        return rng.random() < 0.5
    low, high = param.low or 0, param.high or 0
    if param.kind == "int":
        return rng.randint(int(low), int(high if rng.random() < 0.1 else min(high, low + 5)))
    return high - rng.random() * (high - low)


def layer_for(shape: Shape, rng: Random) -> dict[str, Any]:
    """A random layer; a reshape mostly one that the shape fills."""
    entry = rng.choice(list(registry))
    params = {name: value_of(param, rng) for name, param in entry.params.items()}
    total = math.prod(shape)
    sides = [(h, w) for h in range(1, 9) for w in range(1, 9) if total % (h * w) == 0]
    if entry.id == "reshape" and rng.random() < 0.8 and total <= 4096:
        height, width = rng.choice(sides)
        params = {"channels": total // (height * width), "height": height, "width": width}
    return {"id": entry.id, "params": params}


def drawn(rng: Random, inputs: Shape | None = None) -> tuple[Layers, Shape]:
    """A random stack and its inputs: each layer mostly one that fits, where one is found."""
    inputs = inputs or rng.choice(INPUTS)
    layers: Layers = []
    for _ in range(rng.randint(1, 9)):
        shown = check(layers, inputs)["layers"]
        shape = tuple(shown[-1]["output"]) if shown else inputs
        for _ in range(6):
            layer = layer_for(shape, rng)
            if len(check([*layers, layer], inputs)["layers"]) > len(layers):
                break
            if rng.random() < 0.03:
                break
        layers.append(layer)
        if len(check(layers, inputs)["layers"]) < len(layers):
            break
    return layers, inputs


def spoilt(layers: Layers, rng: Random) -> tuple[Layers, int, str | None]:
    """The stack with a value that a parameter cannot have: (layers, which layer, which parameter).

    Without any parameter the stack is as it was, and the parameter None.
    """
    places = [(i, name) for i, layer in enumerate(layers) for name in layer["params"]]
    if not places:
        return layers, 0, None
    place, name = rng.choice(places)
    param = registry[layers[place]["id"]].params[name]
    found = copy.deepcopy(layers)
    if rng.random() < 0.2:
        name = f"{name}_"  # no parameter of this layer
    found[place]["params"][name] = rng.choice(_impossible(param))
    return found, place, name


def _impossible(param: Param) -> list[Any]:
    values: list[Any] = [None, [], {}, "", "9" * 40, math.nan, math.inf, -math.inf, 10**400]
    if param.kind in ("int", "float"):
        low, high = param.low or 0, param.high or 0
        return [*values, True, low - 1, high + 1, str(high), -(10**18)]
    return [*values, "none of these", 3, 0.5]
