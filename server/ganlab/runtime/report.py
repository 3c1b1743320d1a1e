"""Report: what a frame says of a phase of slow motion."""

from __future__ import annotations

from math import isfinite
from typing import Any

import torch

from ganlab.gan.contest import Contest
from ganlab.gan.phases import Phase
from ganlab.gan.plane.snapshot import Array

Report = tuple[dict[str, Any], dict[str, Array]]


def phase_report(game: Contest, phase: Phase) -> Report:
    """(metadata, arrays) of a phase: numbers in the one, tensors as float16 in the other."""
    values = game.in_picture(phase)
    numbers = {k: v for k, v in values.items() if isinstance(v, int | float) and isfinite(v)}
    arrays = {
        f"phase_{k}": _short(v.detach().cpu()).contiguous().numpy()
        for k, v in values.items()
        if isinstance(v, torch.Tensor)
    }
    place = {"index": phase.index, "turn": phase.turn, "turns": phase.turns, "last": phase.last}
    if phase.trial:
        place["trial"] = True
    return {"player": phase.player, "name": phase.name, **place, **numbers}, arrays


def _short(values: torch.Tensor) -> torch.Tensor:
    """Pixels as they are, all else as float16."""
    return values if values.dtype == torch.uint8 else values.clamp(-60000, 60000).half()
