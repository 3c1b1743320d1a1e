"""Compact: the state of a game in about a byte for each weight of its networks, and back again.

What comes back is a whole state of the same names and shapes, with these in the place of others:

- of a player with a running average of its weights the average stands for the weights, too;
- large tensors of weights have 255 values for each row, evenly spaced;
- what an optimizer remembers and is never negative, such as mean squares of gradients, is the mean
  over 64 neighbours; all else of that size that it remembers, such as momentum, is nought.

A run that goes on from there takes steps of the right size at once, but not those of the run that
was kept: it is another run from that step on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

LARGE = 4096  # numbers; what has fewer is kept as it is
NEIGHBOURS = 64
_LEVELS = 127  # of a byte to either side
_SCALES, _MEANS = ":scales", ":means"  # of rows, of neighbours
_WEIGHTS, _AVERAGE, _OPTIMIZER = ".weights.", ".average.", ".optimizer."


def compacted(state: Mapping[str, Tensor], *, averaged: bool) -> tuple[dict[str, Tensor], str]:
    """(tensors, how the rest is filled in, as JSON) of a `state_dict`; `averaged` says whether the
    generator that is shown is the average.
    """
    kept: dict[str, Tensor] = {}
    rest: dict[str, dict[str, Any]] = {"same": {}, "noughts": {}, "means": {}}
    for name, part in state.items():
        double = _double(name, averaged)
        if double != name and double in state:
            rest["same"][name] = double
        elif part.numel() >= LARGE and part.dim() > 1:
            kept[name], kept[name + _SCALES] = _bytes(part)
        elif part.numel() < LARGE or _OPTIMIZER not in name:
            kept[name] = part
        elif bool((part < 0).any()):
            rest["noughts"][name] = part.numel()
        else:
            kept[name + _MEANS] = _means(part)
            rest["means"][name] = part.numel()
    return kept, json.dumps(rest)


def expanded(kept: Mapping[str, Tensor], rest: str) -> dict[str, Tensor]:
    """The whole state that `compacted` gave."""
    words = json.loads(rest)
    state: dict[str, Tensor] = {}
    for name, part in kept.items():
        if name + _SCALES in kept:
            state[name] = part.float() * kept[name + _SCALES].view(-1, *[1] * (part.dim() - 1))
        elif not name.endswith((_SCALES, _MEANS)):
            state[name] = part
    for name, size in words["noughts"].items():
        state[name] = torch.zeros(size)
    for name, size in words["means"].items():
        state[name] = kept[name + _MEANS].repeat_interleave(NEIGHBOURS)[:size].clone()
    for name, other in words["same"].items():
        state[name] = state[other].clone()
    return state


def _double(name: str, averaged: bool) -> str:
    """What stands for this part, too, if there is one of that name."""
    return name.replace(_WEIGHTS, _AVERAGE) if averaged else name.replace(_AVERAGE, _WEIGHTS)


def _bytes(part: Tensor) -> tuple[Tensor, Tensor]:
    """(int8 of the same shape, what one level is worth in each row)."""
    rows = part.flatten(1)
    scales = rows.abs().amax(1).clamp_min(1e-12) / _LEVELS
    levels = (rows / scales[:, None]).round().to(torch.int8)
    return levels.view(part.shape), scales


def _means(part: Tensor) -> Tensor:
    """The mean of each 64 neighbours; of the last ones, where they are fewer, of those."""
    blocks = torch.split(part, NEIGHBOURS)
    return torch.stack([block.mean() for block in blocks])
