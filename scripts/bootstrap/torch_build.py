"""Which of torch's builds this machine gets.

A wheel that pip's or uv's own settings offer comes first, then the build that suits the machine
(CUDA where there is an NVIDIA driver, the far smaller CPU build where there is none), then PyPI's.
"""

import os
import subprocess

from scripts.bootstrap import environment
from scripts.bootstrap.checkout import PYTHON, UV, pinned
from scripts.bootstrap.shell import output, run, succeeds


def ensure() -> None:
    """Install the pinned torch unless it is there. Raises CalledProcessError if none is offered."""
    wanted = pinned("torch")
    if _installed() == wanted.removeprefix("torch=="):
        return
    env = environment.uv_environment()
    # Its dependencies come with the project's, from PyPI: an index that holds torch alone, and is
    # perhaps out of reach, is asked about torch alone.
    command = (UV, "pip", "install", "-q", "--python", PYTHON, "--no-deps", wanted)
    if succeeds(*command, "--no-index", env=env):
        return
    backend = os.environ.get("UV_TORCH_BACKEND", "auto")
    try:
        run(*command, f"--torch-backend={backend}", env=env)
    except subprocess.CalledProcessError:
        print(
            "PyTorch's own index did not have it or is out of reach: taking PyPI's build, which is"
        )
        print("large on Linux.", flush=True)
        environment.install("--no-deps", wanted)


def _installed() -> str | None:
    """The installed version, without the build's name (2.13.0 for 2.13.0+cpu)."""
    program = "from importlib.metadata import version; print(version('torch').partition('+')[0])"
    return output(PYTHON, "-c", program)
