"""Running an experiment: every arm with every seed, taking up what a folder holds already."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ganlab import __version__
from ganlab.registry import Entry
from ganlab.reproduce.experiment import Arm, Figures, plan_of
from ganlab.reproduce.folder import Folder

Progress = Callable[[str, float], None]  # told what is being played and the share that is done


@dataclass
class Results:
    """What an experiment found: for each arm (its number) the figures of each seed."""

    entry: Entry
    steps: int
    seeds: Sequence[int]
    found: dict[int, dict[int, Figures]] = field(default_factory=dict)

    def values(self, arm: int, key: str) -> list[float]:
        """One figure of every seed that has it."""
        return [f[key] for f in self.found.get(arm, {}).values() if key in f]

    def to_json(self) -> dict[str, Any]:
        """The whole result: recipes, published figures, each seed, means and standard errors."""
        plan = plan_of(self.entry)
        return {
            "experiment": self.entry.id, "title": self.entry.label, "source": self.entry.source,
            "note": plan.note, "ganlab": __version__, "steps": self.steps,
            "seeds": list(self.seeds),
            "columns": {c.key: c.heading for c in plan.columns},
            "arms": [self._arm(k, arm) for k, arm in enumerate(plan.arms)],
        }  # fmt: skip

    def _arm(self, number: int, arm: Arm) -> dict[str, Any]:
        summary = {}
        for column in plan_of(self.entry).columns:
            values = self.values(number, column.key)
            if values:
                mean, error = mean_and_error(values)
                summary[column.key] = {"mean": mean, "standard_error": error, "n": len(values)}
        runs = self.found.get(number, {}).items()
        return {
            "name": arm.name, "recipe": dict(arm.recipe), "summary": summary,
            "runs": [{"seed": seed, "figures": figures} for seed, figures in runs],
            "published": [
                {"row": p.row, "source": p.source, "figures": dict(p.figures)}
                for p in arm.published
            ],
        }  # fmt: skip


def mean_and_error(values: Sequence[float]) -> tuple[float, float | None]:
    """Mean and its standard error, s/√n; None where one value has none."""
    n = len(values)
    mean = math.fsum(values) / n
    if n < 2:
        return mean, None
    variance = math.fsum((v - mean) ** 2 for v in values) / (n - 1)
    return mean, math.sqrt(variance / n)


def results_of(entry: Entry, steps: int | None = None, seeds: Sequence[int] | None = None
               ) -> Results:  # fmt: skip
    """Empty results of an experiment with these steps and seeds, or the plan's own. What is not
    random is played once, as seed 0, whatever the seeds.
    """
    plan = plan_of(entry)
    chosen = range(plan.seeds) if seeds is None else seeds
    return Results(entry, steps or plan.steps, list(chosen) if plan.seeds else [0])


def run(results: Results, folder: Path | None, progress: Progress) -> Iterator[Results]:
    """Play what is missing in `results`, which it yields after each seed; finished seeds are read
    from the folder, and written to it at once. Raises FolderError.
    """
    plan, entry = plan_of(results.entry), results.entry
    arms = [{"name": arm.name, "recipe": arm.recipe} for arm in plan.arms]
    kept = {"experiment": entry.id, "steps": results.steps, "arms": arms}
    place = Folder(folder, kept) if folder is not None else None
    total, done = len(plan.arms) * len(results.seeds), 0
    for seed in results.seeds:  # seed by seed, so that what there is can be compared at any time
        for number, arm in enumerate(plan.arms):
            figures = place.find(number, seed) if place else None
            if figures is None:
                what = f"{arm.name}, seed {seed}"

                def tell(share: float, what: str = what, done: int = done) -> None:
                    progress(what, (done + share) / total)

                figures = entry.function(arm, seed, results.steps, tell)
                if place:
                    place.keep(number, seed, figures)
            results.found.setdefault(number, {})[seed] = figures
            done += 1
            yield results
