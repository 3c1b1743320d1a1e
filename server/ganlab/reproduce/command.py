"""The command: `ganlab reproduce NAME`, its options read, its progress and its table printed."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TextIO

import torch

from ganlab.registry import ConfigError, Entry
from ganlab.reproduce.every import experiments
from ganlab.reproduce.experiment import plan_of
from ganlab.reproduce.folder import FolderError
from ganlab.reproduce.report import table
from ganlab.reproduce.run import Results, results_of, run

_MOST_SEED = 2**32 - 1


class Refused(ValueError):
    """The command cannot be carried out; the message is for the person who gave it."""


def reproduce(
    name: str | None, seeds: str | None, steps: int | None, file: Path | None, folder: Path | None
) -> None:
    """Run an experiment and print its table; without a name, list the experiments.

    Raises Refused with a plain sentence. An interrupt prints what has been found until then.
    """
    if name is None:
        print(listing())
        return
    entry = _entry(name)
    if steps is not None and steps < 1:
        raise Refused(f"--steps must be at least 1, not {steps}.")
    results = results_of(entry, steps, None if seeds is None else read_seeds(seeds))
    _check_file(file)
    torch.set_num_threads(1)  # networks this small are slower on more
    _play(results, folder)
    print(table(results))
    if file is not None:
        _write(file, results)


def _write(file: Path, results: Results) -> None:
    text = json.dumps(results.to_json(), indent=2, ensure_ascii=False) + "\n"
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Refused(f"Cannot write {file}: {error.strerror}.") from None


def _play(results: Results, folder: Path | None) -> None:
    line = ProgressLine(sys.stderr)
    try:
        for _ in run(results, folder, line.show):
            pass
    except FolderError as error:
        raise Refused(str(error)) from None
    except ConfigError as error:  # what it needs is not on this machine
        raise Refused(f"It needs {error.expected}.") from None
    except KeyboardInterrupt:
        if not results.found:
            raise
        line.end()
        kept = f"; go on with --resume {folder}" if folder else ""
        print(f"Interrupted: the table holds the seeds that were finished{kept}.", file=sys.stderr)
    finally:
        line.end()


def _check_file(file: Path | None) -> None:
    """Refuse a file that cannot be written to now, not after hours of work."""
    if file is None:
        return
    if not file.parent.is_dir():
        raise Refused(f"Cannot write {file}: there is no folder {file.parent}.")
    if file.is_dir():
        raise Refused(f"Cannot write {file}: it is a folder.")


def _entry(name: str) -> Entry:
    try:
        return experiments[name]
    except ConfigError:
        known = ", ".join(entry.id for entry in experiments)
        raise Refused(f"There is no experiment {name!r}. There are: {known}.") from None


def read_seeds(text: str) -> list[int]:
    """ "5" is the seeds 0 to 4; "3,8,13" those; "7," the seed 7 alone. Raises Refused."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts or not all(part.isascii() and part.isdigit() for part in parts):
        raise Refused(f"--seeds takes a number of seeds, or a list such as 1,2,3, not {text!r}.")
    numbers = [int(part) for part in parts]
    if "," not in text:
        if not 1 <= numbers[0] <= 10_000:
            raise Refused(f"--seeds takes from 1 to 10,000 seeds, not {numbers[0]}.")
        return list(range(numbers[0]))
    if max(numbers) > _MOST_SEED or len(set(numbers)) < len(numbers):
        raise Refused(f"Seeds are different numbers from 0 to {_MOST_SEED}, not {text!r}.")
    return numbers


def listing() -> str:
    """The experiments, one on each line, with what they run unless told otherwise."""
    lines = ["Experiments:"]
    for entry in experiments:
        plan = plan_of(entry)
        size = f"{len(plan.arms)} × {plan.seeds or 1} runs of {plan.steps:,}"
        lines.append(f"  {entry.id:<10} {entry.label} ({size}). {entry.help}")
    return "\n".join(lines)


class ProgressLine:
    """One line that is written over where it is a terminal's; elsewhere a line for each tenth."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._begun = time.monotonic()
        self._told = -1
        self._open = False

    def show(self, what: str, share: float) -> None:
        """Say what is played, how much of all is done, and how long the rest may take."""
        spent = time.monotonic() - self._begun
        left = spent * (1 - share) / share if share > 0 else 0.0
        text = f"{share:4.0%}  {what}  {_duration(spent)}, about {_duration(left)} left"
        if self._out.isatty():
            self._out.write(f"\r\x1b[K{text}")
            self._open = True
        elif int(share * 10) > self._told:
            self._told = int(share * 10)
            self._out.write(text + "\n")
        self._out.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._open:
            self._out.write("\n")
            self._open = False


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
