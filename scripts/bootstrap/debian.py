"""System packages, on Debian and its kin, where they can be had without asking anybody."""

import os
import shutil
import subprocess

from scripts.bootstrap.shell import run, succeeds


def install(*packages: str) -> bool:
    """Install packages with apt-get, as root or by a sudo that asks nothing; whether it worked."""
    if shutil.which("apt-get") is None:
        return False
    prefix: tuple[str, ...] = ()
    if os.geteuid() != 0:
        if not succeeds("sudo", "-n", "true"):
            return False
        prefix = ("sudo", "-n")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run(*prefix, "apt-get", "update", "-q", env=env)
        quiet = ("-y", "-q", "--no-install-recommends")
        run(*prefix, "apt-get", "install", *quiet, *packages, env=env)
    except subprocess.CalledProcessError:
        return False
    return True
