"""npm packages that a benchmark alone needs: fetched when it first runs, and kept."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from scripts.benchmarks.figures import Skipped
from scripts.bootstrap import frontend
from scripts.bootstrap.checkout import PYTHON, ROOT

_HERE = Path(__file__).parent
_BUILD = ROOT / "build"  # git-ignored; some packages take hundreds of megabytes


def node() -> frontend.Node:
    """The system's node, or the one from PyPI. Raises Skipped without either."""
    found = frontend.system_node() or frontend.packaged_node(PYTHON)
    if found is None:
        raise Skipped("no node to run npm packages with")
    return found


def installed(name: str) -> Path:
    """A copy of the folder `name` beside this file, with the packages that its lock file names.

    Raises Skipped without node, or when npm cannot fetch them.
    """
    source, target, lock = _HERE / name, _BUILD / name, "package-lock.json"
    fresh = target / "node_modules" / ".package-lock.json"
    is_same = fresh.is_file() and (target / lock).read_bytes() == (source / lock).read_bytes()
    shutil.copytree(source, target, dirs_exist_ok=True)
    if not is_same:
        found = node()
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        command = [*found.npm, "ci", *quiet]
        done = subprocess.run(command, cwd=target, env=found.environment(), check=False)
        if done.returncode != 0:
            raise Skipped(f"npm could not install the packages of {name}")
    return target
