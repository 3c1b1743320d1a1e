"""Figures as a table for people and as JSON for programs."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import torch

import ganlab
from scripts.benchmarks.figures import Figure, Options

_HEAD = ("figure", "median", "min to max", "unit", "must", "aim", "reached")


def number(value: float) -> str:
    """Three digits that count: 0.123, 4.56, 78.9, 1,234."""
    size = abs(value)
    return f"{value:,.{0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3}f}"


def table(figures: Sequence[Figure]) -> str:
    """One line a figure under a line of heads, in columns."""
    rows = [_HEAD, *(_row(figure) for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if k in (0, 3) else cell.rjust(width)
            for k, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _row(figure: Figure) -> tuple[str, ...]:
    spread = f"{number(min(figure.samples))} to {number(max(figure.samples))}"
    sign = ""
    if figure.target:
        sign = "≥ " if figure.target.higher_is_better else "≤ "
    must = f"{sign}{figure.target.must:g}" if figure.target else ""
    aim = f"{sign}{figure.target.aim:g}" if figure.target else ""
    return (
        figure.name, number(figure.median), spread if len(figure.samples) > 1 else "",
        figure.unit, must, aim, figure.verdict,
    )  # fmt: skip


def document(
    figures: Sequence[Figure], skipped: Mapping[str, str], options: Options
) -> dict[str, Any]:
    """All of a run as JSON: version, machine in general terms, options, figures, what was left
    out and why.
    """
    return {
        "version": ganlab.__version__,
        "machine": {
            "system": platform.system(),
            "architecture": platform.machine(),
            "cores": cores(),
            "python": platform.python_version(),
            "torch": torch.__version__,
        },
        "options": asdict(options),
        "figures": [figure.to_json() for figure in figures],
        "skipped": dict(skipped),
    }


def cores() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
