"""The Chromium of the browser tests: found where there is one, installed where there is none."""

import os
import platform
import shutil
from pathlib import Path
from typing import Any

from scripts.bootstrap import debian
from scripts.bootstrap.checkout import PYTHON
from scripts.bootstrap.shell import output, run, succeeds

# On the PATH, or where macOS and Windows put them.
SYSTEM_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)

# For machines without a GPU, for containers with a small /dev/shm, and against look-ups of its own.
OPTIONS = (
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def launch_options(playwrights_own: str) -> dict[str, Any]:
    """Keyword arguments for Playwright's `chromium.launch`; see find_chromium.

    The sandbox is on for everybody but root, for whom Chromium cannot have it.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        "executable_path": find_chromium(playwrights_own),
        "args": list(OPTIONS),
        "chromium_sandbox": not is_root,
    }


def find_chromium(playwrights_own: str) -> str | None:
    """The browser to start: GANLAB_CHROMIUM, Playwright's own, or one of the system's.

    Returns None for Playwright's own (the path where it lies when it is installed is
    playwrights_own), which Playwright starts best by itself.
    Raises LookupError when there is none.
    """
    if chosen := os.environ.get("GANLAB_CHROMIUM"):
        return chosen
    if Path(playwrights_own).exists():
        return None
    for name in SYSTEM_BROWSERS:
        if path := shutil.which(name):
            return path
    raise LookupError(
        "expected a Chromium (GANLAB_CHROMIUM, Playwright's, or the system's), got none: "
        "scripts/test installs one, and so does `python -m playwright install chromium`"
    )


def ensure() -> None:
    """Make sure that Playwright works and that find_chromium finds a browser."""
    if not succeeds(PYTHON, "-m", "playwright", "--version"):
        debian.install("libatomic1")  # a minimal Debian lacks what Playwright's own node links to
    try:
        find_chromium(_playwrights_own())
    except LookupError:
        _install()


def _playwrights_own() -> str:
    program = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    return output(PYTHON, "-c", program) or "no playwright"


def _install() -> None:
    linux = platform.system() == "Linux"
    # Ubuntu's package of that name is a snap, which containers cannot run.
    is_debian = linux and platform.freedesktop_os_release().get("ID") == "debian"
    if is_debian and debian.install("chromium"):
        return
    may_install = linux and (os.geteuid() == 0 or succeeds("sudo", "-n", "true"))
    libraries = ("--with-deps",) if may_install else ()
    run(PYTHON, "-m", "playwright", "install", *libraries, "chromium")
