"""The folder of an experiment: each finished seed in a file of its own, to go on from later."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ganlab.reproduce.experiment import Figures

_RECIPE = "recipe.json"


class FolderError(ValueError):
    """A folder that results cannot be kept in, or that holds those of something else."""


class Folder:
    """Results of one recipe. Made where there is none.

    Raises FolderError for a place that is no folder, that cannot be written to, or that holds the
    results of another recipe.
    """

    def __init__(self, path: Path, recipe: Mapping[str, Any]) -> None:
        self._path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            kept = path / _RECIPE
            if kept.exists():
                self._compare(_read(kept), recipe)
            elif any(path.iterdir()):
                raise FolderError(f"{path} holds other files: name an empty or a new folder.")
            else:
                _write(kept, recipe)
        except OSError as error:
            raise FolderError(f"Cannot keep results in {path}: {error.strerror}.") from None

    def _compare(self, kept: object, recipe: Mapping[str, Any]) -> None:
        if not isinstance(kept, Mapping):
            raise FolderError(f"{self._path / _RECIPE} is not a recipe.")
        now = json.loads(json.dumps(recipe))
        differing = [k for k in {**now, **kept} if now.get(k) != kept.get(k)]
        if differing:
            name = differing[0]
            both = (kept.get(name), now.get(name))
            words = f"its {name} differ"
            if all(isinstance(v, str | int) for v in both):
                words = f"its {name} is {both[0]}, not {both[1]}"
            raise FolderError(f"{self._path} holds results of another recipe: {words}.")

    def find(self, arm: int, seed: int) -> Figures | None:
        """The figures of an arm (its number) and seed, if they are there.

        Raises FolderError for a file that does not hold figures.
        """
        file = self._file(arm, seed)
        if not file.exists():
            return None
        found = _read(file)
        figures = found.get("figures") if isinstance(found, dict) else None
        if not isinstance(figures, dict) or not all(
            isinstance(v, int | float) for v in figures.values()
        ):
            raise FolderError(f"{file} does not hold figures: remove it to play this seed again.")
        return {name: float(value) for name, value in figures.items()}

    def keep(self, arm: int, seed: int, figures: Figures) -> None:
        """Write figures down, whole or not at all."""
        _write(self._file(arm, seed), {"arm": arm, "seed": seed, "figures": figures})

    def _file(self, arm: int, seed: int) -> Path:
        return self._path / f"arm-{arm}-seed-{seed}.json"


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise FolderError(f"{file} cannot be read as JSON.") from None


def _write(file: Path, content: object) -> None:
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(content, indent=1), encoding="utf-8")
    os.replace(fresh, file)
