"""What an experiment found, as a table to be read: ours, and below it what was published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ganlab.gan.config import PLANE, RunConfig
from ganlab.reproduce.experiment import Column, plan_of
from ganlab.reproduce.run import Results, mean_and_error


def table(results: Results) -> str:
    """A table in Markdown, its columns aligned, with notes around it."""
    plan, entry = plan_of(results.entry), results.entry
    head = ["", *[c.heading for c in plan.columns], "source"]
    body = list(_rows(results))
    seeds = ", ".join(map(str, results.seeds))
    played = f"{results.steps:,} steps" + (f", seeds {seeds}" if plan.seeds else "")
    lines = [f"{entry.label} ({entry.source})", "", f"{plan.note}", "", f"Ours: {played}.", ""]
    lines += _aligned([head, *body])
    broken = list(_broken(results))
    lines += [*([""] if broken else []), *broken, "", "Recipes, as far as they differ from the "
              "lab's defaults:", ""]  # fmt: skip
    return "\n".join([*lines, *(f"- {arm.name}: {in_words(arm.recipe)}" for arm in plan.arms)])


def in_words(recipe: Mapping[str, Any]) -> str:
    """A recipe in one line; of its configuration only what differs from the defaults."""
    words = [f"{k} {_value(v)}" for k, v in recipe.items() if k not in ("config", "rates")]
    config = recipe.get("config", {})
    usual = RunConfig.from_json({"scene": config.get("scene", PLANE)}).to_json()
    for name, value in config.items():
        if value == usual[name]:
            continue
        several = isinstance(value, list)
        words += [_value(each) for each in value] if several else [f"{name} {_value(value)}"]
    rates = recipe.get("rates", {"hold": 1.0, "last": 1.0})
    if rates["hold"] < 1.0:
        end = f"then linear to {rates['last']:.0%}"
        words.append(f"rates constant to {rates['hold']:.0%} of the steps, {end}")
    return "; ".join(words)


def _value(value: Any) -> str:
    """A value as it is written in one line; of an entry its id and all its parameters."""
    if not isinstance(value, Mapping):
        return str(value)
    if "id" not in value:
        return ", ".join(f"{k} {v}" for k, v in value.items()) or "plain"
    params = ", ".join(f"{k} {v}" for k, v in value["params"].items())
    return f"{value['id']} ({params})" if params else str(value["id"])


def _rows(results: Results) -> Iterator[list[str]]:
    plan = plan_of(results.entry)
    for number, arm in enumerate(plan.arms):
        ours = [_figure(results.values(number, c.key), c) for c in plan.columns]
        yield [f"**{arm.name}**", *ours, "ours"]
        for published in arm.published:
            theirs = [published.figures.get(c.key, "") for c in plan.columns]
            yield [published.row, *theirs, published.source]


def _figure(values: Sequence[float], column: Column) -> str:
    """Mean ± standard error."""
    if not values:
        return "–"
    mean, error = mean_and_error(values)
    decimals = column.decimals
    text = f"{mean:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.removeprefix("-")
    return text if error is None else f"{text} ± {error:,.{decimals}f}"


def _broken(results: Results) -> Iterator[str]:
    """Runs that ended before their time."""
    for number, arm in enumerate(plan_of(results.entry).arms):
        for seed, figures in results.found.get(number, {}).items():
            if "played" in figures:
                yield (
                    f"{arm.name}, seed {seed}: the numbers overflowed after "
                    f"{figures['played']:,.0f} steps; its figures are of that moment."
                )


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)) + " |"

    yield line(rows[0])
    yield "|" + "|".join("-" * (w + 2) for w in widths) + "|"
    yield from (line(row) for row in rows[1:])
