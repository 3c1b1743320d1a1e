"""Devices: where runs may train. A run stays on the one that it began on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from ganlab.registry import ConfigError

CPU, GPU = "cpu", "cuda"
AUTO = "auto"  # of the setting: the CPU, unless a session asks for the GPU


@dataclass(frozen=True)
class Devices:
    """Those of this machine that the setting allows; `default` is for who does not ask."""

    default: str = CPU
    here: tuple[str, ...] = (CPU,)

    @classmethod
    def of(cls, setting: str) -> Devices:
        """The setting "auto" or "cuda" offers a GPU where torch has one, "cpu" none."""
        found = setting != CPU and torch.cuda.is_available()
        here = (CPU, GPU) if found or setting == GPU else (CPU,)
        return cls(CPU if setting == AUTO else setting, here)

    def choose(self, wanted: str | None) -> str:
        """The device that is asked for; None is the default. Raises ConfigError."""
        if wanted is None:
            return self.default
        if wanted not in self.here:
            raise ConfigError("device", f"one that this server has: {', '.join(self.here)}", wanted)
        return wanted

    def again(self, kept: str | None) -> str:
        """The device of a run that is kept, or the default where it is not here any more."""
        return kept if kept in self.here else self.default

    def to_json(self) -> dict[str, Any]:
        """As the catalog has it: {"default", "here": [{"id", "name"}]}."""
        return {"default": self.default, "here": [{"id": d, "name": _name(d)} for d in self.here]}


ONLY_CPU = Devices()


def _name(device: str) -> str:
    return "CPU" if device == CPU else f"GPU ({torch.cuda.get_device_name()})"
