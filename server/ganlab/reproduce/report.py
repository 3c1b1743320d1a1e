"""What an experiment found, as a table to be read: ours, and below it what was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    return "\n".join([*lines, *([""] if broken else []), *broken])


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
