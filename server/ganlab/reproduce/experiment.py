"""What an experiment is: its arms with their recipes, what is measured, what was published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ganlab.registry import Entry, Registry

Figures = dict[str, float]
Tell = Callable[[float], None]  # told the share of one seed's work that is done, 0 … 1
Measure = Callable[["Arm", int, int, Tell], Figures]


@dataclass(frozen=True)
class Column:
    """One figure of the table: its key among the figures, its heading, how many decimals."""

    key: str
    heading: str
    decimals: int = 1


@dataclass(frozen=True)
class Published:
    """A row of a published table, or a closed form: figures as they were printed, by column."""

    row: str
    source: str
    figures: Mapping[str, str]


@dataclass(frozen=True)
class Arm:
    """One way of running the experiment: a row of the table.

    `recipe` is all that decides the figures besides seed and number of steps, ready for JSON;
    `published` names the rows that it stands beside.
    """

    name: str
    recipe: Mapping[str, Any]
    published: tuple[Published, ...] = ()


@dataclass(frozen=True)
class Plan:
    """How an experiment runs unless told otherwise. `seeds` 0: nothing in it is random. `note` says
    where the recipe differs from the published one, and why.
    """

    columns: tuple[Column, ...]
    arms: tuple[Arm, ...]
    steps: int
    seeds: int
    note: str


experiments = Registry("experiments", "Experiment")


def experiment(label: str, *, source: str, plan: Plan) -> Callable[[Any], Any]:
    """Register `(arm, seed, steps, tell) -> figures`, a function of these alone, as an experiment.

    The figures are by the keys of the plan's columns; a key "played" says how many steps were
    played where a run broke off before its end.
    """
    return experiments.register(label, source=source, plan=plan)


def plan_of(entry: Entry) -> Plan:
    """The plan of a registered experiment."""
    plan: Plan = entry.extras["plan"]
    return plan
