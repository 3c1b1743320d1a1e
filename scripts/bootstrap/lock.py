"""Writes constraints.txt: one version of every dependency, for every system and Python at once."""

from scripts.bootstrap.checkout import CONSTRAINTS, ROOT, UV
from scripts.bootstrap.shell import run

# torch pins these itself, exactly, and differently in each of its builds.
NOT_PINNED = ("cuda-", "nvidia-", "triton")
SOURCES = ("--extra", "test", "--group", "setup", "pyproject.toml")


def lock(options: list[str]) -> None:
    """Resolve pyproject.toml anew. Versions stay as they are unless options ask for others.

    options go to `uv pip compile`: --upgrade, or --upgrade-package NAME.
    """
    again = "python -m scripts.bootstrap lock"
    form = ("--universal", "--python-version", "3.11", "--no-annotate", "--quiet")
    written = (
        "--custom-compile-command",
        again,
        "--output-file",
        str(CONSTRAINTS.relative_to(ROOT)),
    )
    run(UV, "pip", "compile", *form, *written, *SOURCES, *options)
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(NOT_PINNED)]
    CONSTRAINTS.write_text("".join(kept), encoding="utf-8", newline="\n")
