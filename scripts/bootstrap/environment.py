"""The virtual environment .venv: made, filled with the pinned packages, and marked as ready."""

import os
import shutil
import subprocess
import sys
from typing import Literal

from scripts.bootstrap import debian
from scripts.bootstrap.checkout import CONSTRAINTS, PYTHON, ROOT, UV, VENV, digest, pinned
from scripts.bootstrap.shell import output, run, succeeds

Purpose = Literal["run", "test"]

# What to install for a purpose, and which purposes' environments serve it.
_PROJECT: dict[Purpose, str] = {"run": ".", "test": ".[test]"}
_SERVED_BY: dict[Purpose, tuple[Purpose, ...]] = {"run": ("run", "test"), "test": ("test",)}
# pip's setting → the variable by which uv knows it. uv reads none of pip's.
_HANDED_ON = {
    "find-links": "UV_FIND_LINKS",
    "index-url": "UV_DEFAULT_INDEX",
    "cert": "SSL_CERT_FILE",
}


def is_ready(purpose: Purpose) -> bool:
    """Whether .venv holds what purpose needs; reads a few small files, starts nothing."""
    wanted = _stamp()
    marks = [VENV / f".ganlab-{served_by}" for served_by in _SERVED_BY[purpose]]
    return PYTHON.is_file() and any(mark.is_file() and mark.read_text() == wanted for mark in marks)


def make() -> None:
    """Make .venv with pip and the pinned uv, keeping what is there and works."""
    if not _has_pip():
        shutil.rmtree(VENV, ignore_errors=True)
        if not succeeds(sys.executable, "-c", "import ensurepip") and not debian.install(
            "python3-venv"
        ):
            sys.exit("This Python lacks venv: install the package python3-venv, then try again.")
        run(sys.executable, "-m", "venv", VENV)
    version = pinned("uv").removeprefix("uv==")
    if not (output(UV, "--version") or "").startswith(f"uv {version}"):
        run(PYTHON, "-m", "pip", "install", "-q", "--prefer-binary", pinned("uv"))


def install(*what: str) -> None:
    """Install what at the pinned versions: by uv, three times as fast, or else by pip.

    pip has the second try because it knows more ways to its packages than uv does.
    Raises CalledProcessError when both fail.
    """
    pins = ("--constraint", str(CONSTRAINTS))
    try:
        run(UV, "pip", "install", "-q", "--python", PYTHON, *pins, *what, env=uv_environment())
    except subprocess.CalledProcessError:
        print("uv could not do that; pip tries it with its own settings.", flush=True)
        run(PYTHON, "-m", "pip", "install", "-q", "--prefer-binary", *pins, *what)


def install_project(purpose: Purpose) -> None:
    """Install this project (editable) with what purpose needs, and mark .venv as ready for it."""
    install("--editable", _PROJECT[purpose])
    (VENV / f".ganlab-{purpose}").write_text(_stamp())


def uv_environment() -> dict[str, str]:
    """This process's environment, with pip's settings under the names that uv knows."""
    env = dict(os.environ)
    for line in (output(PYTHON, "-m", "pip", "config", "list") or "").splitlines():
        name, _, value = line.partition("=")
        variable = _HANDED_ON.get(name.rpartition(".")[2])
        if variable is not None:
            env.setdefault(variable, value.strip("'\""))
    return env


def _has_pip() -> bool:
    works = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return succeeds(PYTHON, "-c", works) or (
        succeeds(PYTHON, "-m", "ensurepip") and succeeds(PYTHON, "-c", works)
    )


def _stamp() -> str:
    # The checkout's own path too: an environment is of no use after it was moved.
    return f"{digest(['pyproject.toml', 'constraints.txt', 'hatch_build.py'])} {ROOT}"
