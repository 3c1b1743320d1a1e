"""Where things lie in this checkout, and which versions it pins."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
_EXE = ".exe" if os.name == "nt" else ""
PYTHON = _BIN / f"python{_EXE}"
UV = _BIN / f"uv{_EXE}"
CONSTRAINTS = ROOT / "constraints.txt"


def pinned(package: str) -> str:
    """The requirement that constraints.txt holds for package, like "torch==2.13.0".

    Raises LookupError when there is none.
    """
    for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        requirement = line.split(";")[0].strip()
        if requirement.startswith(f"{package}=="):
            return requirement
    raise LookupError(f"expected a line {package}==… in {CONSTRAINTS.name}, got none")


def digest(files: Iterable[str]) -> str:
    """sha256 of the contents of files (paths from the checkout's root), in order, in hex."""
    hasher = hashlib.sha256()
    for file in files:
        hasher.update((ROOT / file).read_bytes())
    return hasher.hexdigest()
