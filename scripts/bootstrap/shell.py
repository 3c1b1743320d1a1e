"""Running other programs: aloud, silently, or in this process's place."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from scripts.bootstrap.checkout import ROOT

Word = str | Path


def run(*command: Word, env: Mapping[str, str] | None = None) -> None:
    """Show command and run it in the checkout. Raises CalledProcessError when it fails."""
    words = [str(word) for word in command]
    print("+", *words, flush=True)
    subprocess.run(words, check=True, cwd=ROOT, env=env)


def output(*command: Word, env: Mapping[str, str] | None = None) -> str | None:
    """What command prints, without its last newline; None when it fails or does not exist."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, env=env, check=False)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def succeeds(*command: Word, env: Mapping[str, str] | None = None) -> bool:
    """Whether command exists and ends well; nothing is printed."""
    return output(*command, env=env) is not None


def become(*command: Word) -> NoReturn:
    """Go on as command in the checkout, so that Ctrl-C and kill reach it and nobody else.

    Windows has no exec that keeps the console: there a child runs to its end instead.
    """
    words = [str(word) for word in command]
    if os.name == "nt":
        sys.exit(subprocess.call(words, cwd=ROOT))
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(words[0], words)
