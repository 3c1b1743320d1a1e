"""What a user installs: the wheel holds the package and the whole page, and the pins are clean."""

import json
import re
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from scripts.bootstrap import frontend
from scripts.bootstrap.checkout import CONSTRAINTS, ROOT, pinned
from tests.live_server import LiveServer

VENDORED = ("preact", "preact-hooks", "signals", "htm-preact", "uplot", "katex")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built with the tools at hand."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation"]
    done = subprocess.run(
        [*build, "--quiet", "--wheel-dir", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("ganlab-*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_the_page(names: set[str]) -> None:
    page = [file for file in (ROOT / "web").rglob("*") if file.is_file()]
    shipped = {f"ganlab/{f.relative_to(ROOT).as_posix()}" for f in page if "test" not in f.parts}
    assert "ganlab/web/index.html" in shipped
    assert shipped <= names


def test_wheel_holds_the_libraries(names: set[str]) -> None:
    assert {f"ganlab/web/vendor/{name}.js" for name in VENDORED} <= names
    assert {"ganlab/web/vendor/uplot.css", "ganlab/web/vendor/katex.css"} <= names
    assert "ganlab/web/vendor/fonts/inter-latin-wght-normal.woff2" in names
    assert "ganlab/web/vendor/LICENSES.txt" in names


def test_wheel_holds_every_module(names: set[str]) -> None:
    modules = {
        f.relative_to(ROOT / "server").as_posix() for f in (ROOT / "server/ganlab").rglob("*.py")
    }
    assert modules == {name for name in names if name.endswith(".py")}


def test_wheel_holds_the_weights(names: set[str]) -> None:
    weights = (ROOT / "server/ganlab/pretrained").glob("*.safetensors")
    files = {f"ganlab/pretrained/{file.name}" for file in weights}
    assert "ganlab/pretrained/ring.safetensors" in files
    assert files <= names


def test_wheel_holds_nothing_else(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"ganlab"}
    assert not [name for name in names if "test" in name.split("/") or "__pycache__" in name]


def test_wheel_serves_the_page_without_node(
    wheel: Path, tmp_path: Path, server_factory: Callable[..., LiveServer]
) -> None:
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    server = server_factory(PYTHONPATH=str(installed), PATH=str(tmp_path))
    for file in ("bundle/index.html", "bundle/page.js", "src/main.js", "vendor/katex.css"):
        expected = (installed / "ganlab/web" / file).read_bytes()
        address = f"{server.url}/{file.removesuffix('bundle/index.html')}"
        with urllib.request.urlopen(address) as response:
            assert response.read() == expected


def test_bundled_modules_are_self_contained() -> None:
    for file in (ROOT / "web/vendor").glob("*.js"):
        text = file.read_text(encoding="utf-8")
        imported = re.findall(r'(?:^|;)(?:import|export)(?:[\w*{},$ ]*from)?"([^"]+)"', text)
        assert all((file.parent / name).is_file() for name in imported), file.name


def test_the_bundled_page_asks_for_its_bundle_alone() -> None:
    assert frontend.bundle_is_fresh(), "scripts/test makes it; `node scripts/bundle.mjs` does too"
    html = (ROOT / "web/bundle/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<script type="module" src="([^"]+)"', html) == ["bundle/page.js"]
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', html) == ["bundle/page.css"]
    css = (ROOT / "web/bundle/page.css").read_text(encoding="utf-8")
    fonts = set(re.findall(r"url\(([^)]+\.woff2)\)", css))
    assert "../vendor/fonts/inter-latin-wght-normal.woff2" in fonts
    assert all((ROOT / "web/bundle" / font).is_file() for font in fonts)


def test_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="ganlab")
    assert command.value == "ganlab.__main__:app"
    assert callable(command.load())


def test_pins_hold_for_everybody() -> None:
    for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        assert re.match(r"#|[a-z0-9-]+==[\w.]+( ; .+)?$", line), line


def test_every_direct_dependency_is_pinned() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    direct = set(re.findall(r'^\s+"([a-z0-9-]+)>=', text, re.MULTILINE))
    assert {"torch", "fastapi", "pytest"} <= direct
    assert all(pinned(name) for name in direct)


def test_lock_file_names_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if "integrity" not in package]
