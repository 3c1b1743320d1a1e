"""python -m scripts.bench [--only NAME …] [--seconds S] [--repeats N] [--json FILE]: measures."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from scripts.benchmarks import (
    diagnosis,
    images,
    instruments,
    latency,
    lighthouse,
    load,
    start,
    stream,
    tabs,
    tensorflow_js,
    train,
)
from scripts.benchmarks.figures import Benchmark, Figure, Options, Skipped
from scripts.benchmarks.report import document, table

BENCHMARKS: dict[str, Benchmark] = {
    "train": train.measure,
    "images": images.measure,
    "diagnosis": diagnosis.measure,
    "tfjs": tensorflow_js.measure,
    "start": start.measure,
    "stream": stream.measure,
    "latency": latency.measure,
    "instruments": instruments.measure,
    "tabs": tabs.measure,
    "load": load.measure,
    "lighthouse": lighthouse.measure,
}


def run(
    names: Sequence[str], options: Options, say: Callable[[str], object]
) -> tuple[list[Figure], dict[str, str]]:
    """Run the named benchmarks, saying each one's table: (figures, reasons of those skipped)."""
    figures: list[Figure] = []
    skipped: dict[str, str] = {}
    for name in names:
        say(f"\n{name}: {(BENCHMARKS[name].__doc__ or '').splitlines()[0]}")
        try:
            found = list(BENCHMARKS[name](options))
        except Skipped as reason:
            skipped[name] = str(reason)
            say(f"skipped: {reason}")
            continue
        say(table(found))
        figures += found
    return figures, skipped


def main(
    only: Annotated[
        list[str] | None,
        typer.Option(help=f"Measure this alone; may be repeated: {', '.join(BENCHMARKS)}."),
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.01, help="For one sample of a rate.")] = 0.5,
    repeats: Annotated[int, typer.Option(min=1, help="Samples of each figure.")] = 5,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Write the figures there as well.")
    ] = None,
) -> None:
    """Measure ganlab: its training, its streaming, what it holds. Takes about five minutes."""
    names = only or list(BENCHMARKS)
    for name in names:
        if name not in BENCHMARKS:
            raise typer.BadParameter(f"expected one of {', '.join(BENCHMARKS)}, got {name}")
    options = Options(seconds=seconds, repeats=repeats)
    figures, skipped = run(names, options, typer.echo)
    if json_file:
        json_file.parent.mkdir(parents=True, exist_ok=True)
        json_file.write_text(json.dumps(document(figures, skipped, options), indent=1) + "\n")


if __name__ == "__main__":
    typer.run(main)
