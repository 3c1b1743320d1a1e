"""Everything that scripts/test checks, stage after stage, and the summary at its end."""

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.bootstrap.checkout import PYTHON, ROOT
from scripts.bootstrap.frontend import Node


@dataclass(frozen=True)
class Stage:
    """One tool's run over the checkout."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a stage ended, and after how long."""

    name: str
    passed: bool
    seconds: float


def stages(node: Node, pytest_options: Sequence[str]) -> list[Stage]:
    """All stages, the quick ones first. Raises LookupError when web/test holds no test."""
    python, js = str(PYTHON), node.node
    page_tests = sorted(str(file.relative_to(ROOT)) for file in ROOT.glob("web/test/**/*.test.js"))
    if not page_tests:
        raise LookupError("expected *.test.js files in web/test, got none")
    tsc = (js, "node_modules/typescript/bin/tsc")
    return [
        Stage("ruff check", (python, "-m", "ruff", "check", ".")),
        Stage("ruff format", (python, "-m", "ruff", "format", "--check", ".")),
        Stage("eslint", (js, "node_modules/eslint/bin/eslint.js", ".")),
        Stage("tsc: page", tsc),
        Stage("tsc: node", (*tsc, "-p", "tsconfig.node.json")),
        Stage("node --test", (js, "--test", "--test-reporter=spec", *page_tests)),
        Stage("mypy", (python, "-m", "mypy", "--strict")),
        *_pytest(python, pytest_options),
    ]


# Tests of numbers alone: nothing that they do depends on what runs beside them.
_MATHEMATICS = ("tests/gan", "tests/reproduce")
# Each waits for its browser most of the time; the tests of a file share a page and a server.
_PAGES = ("tests/e2e",)
_TWO_BROWSERS = ("--numprocesses=auto", "--maxprocesses=2", "--dist=loadfile")


def _pytest(python: str, options: Sequence[str]) -> list[Stage]:
    """All tests: first the mathematics on every core, then servers one by one, which need the
    machine to themselves, and at last the pages, two at a time. With options, what these choose,
    at once.
    """
    pytest = (python, "-m", "pytest")
    if options:
        return [Stage("pytest", (*pytest, *options))]
    others = [f"--ignore={folder}" for folder in (*_MATHEMATICS, *_PAGES)]
    return [
        Stage("pytest: mathematics", (*pytest, "--numprocesses=auto", *_MATHEMATICS)),
        Stage("pytest: servers", (*pytest, *others)),
        Stage("pytest: pages", (*pytest, *_TWO_BROWSERS, *_PAGES)),
    ]


def run(todo: Sequence[Stage]) -> bool:
    """Run every stage, also after one has failed; print a summary; whether all passed."""
    outcomes = [_run(stage) for stage in todo]
    width = max(len(outcome.name) for outcome in outcomes)
    print("\nSummary")
    for outcome in outcomes:
        word = "ok" if outcome.passed else "FAILED"
        print(f"  {outcome.name:<{width}}  {word:<6}  {outcome.seconds:6.1f} s")
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    print(f"Failed: {', '.join(failed)}" if failed else "All stages passed.", flush=True)
    return not failed


def _run(stage: Stage) -> Outcome:
    print(f"\n== {stage.name}", flush=True)
    start = time.monotonic()
    done = subprocess.run(stage.command, cwd=ROOT, check=False)
    return Outcome(stage.name, done.returncode == 0, time.monotonic() - start)
