"""The shape of the code: which module may import which, and how long files and functions get.

Each rule is a function from a folder to the breaches in it. It is held against this checkout, and
against a small tree that breaks it, so that no rule passes because it looks at nothing.
"""

import ast
import re
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from scripts.bootstrap.checkout import ROOT

# registry ← gan ← commands ← protocol ← runtime ← api ← __main__: each may import itself and those
# before it. Beside them, gan ← reproduce ← __main__.
ARROWS = ("registry", "gan", "reproduce", "commands", "protocol", "runtime", "api", "__main__")
ONLY_FOR = {"reproduce": {"reproduce", "__main__"}}
# Read by everything but the mathematics; itself it imports nothing of the package.
LEAF = "settings"
LEAF_IS_CLOSED_TO = {"registry", "gan"}
TORCH_ALLOWED = {"gan", "runtime", "reproduce"}

# The page: folder of web/src → folders it may import from; "" is web/src itself.
PAGE_ARROWS = {
    "lib": {"lib"},
    "layers": {"lib", "layers"},
    "controls": {"lib", "controls", ""},
    "texts": {"lib", "texts"},
    "": {"lib", "layers", "controls", "texts", ""},
    "views": {"lib", "layers", "controls", "views", ""},
}
# Put together in main.js alone: views know the store, never the connection.
ONLY_FROM_MAIN = {"connection.js", "main.js"}

MAXIMUM_FILE_LINES = 400
MAXIMUM_FUNCTION_LINES = 60
SHAPELESS_NAMES = {"utils", "util", "helpers", "misc", "common"}
OUR_CODE = ("server/ganlab", "scripts", "tests", "web/src", "web/styles", "web/test")
SUFFIXES = {".py", ".js", ".mjs", ".css"}

Breaches = Iterator[str]


# --- The rules ---------------------------------------------------------------------------------


def python_arrows(root: Path) -> Breaches:
    """Imports within ganlab against the arrows, relative ones included."""
    for file, importer in _python_rooms(root):
        for imported in _ganlab_rooms(file):
            if not _may_import(importer, imported):
                yield f"{file.name}: {importer} imports {imported}"


def torch_places(root: Path) -> Breaches:
    """Imports of torch where it has no business."""
    for file, importer in _python_rooms(root):
        if importer not in TORCH_ALLOWED and "torch" in {n.split(".")[0] for n in _imports(file)}:
            yield f"{file.name}: {importer} imports torch"


def page_arrows(root: Path) -> Breaches:
    """Imports of the page's modules against the arrows, and circles among them."""
    graph: dict[str, set[str]] = {}
    for name, target in _page_imports(root):
        graph.setdefault(name, set()).add(target)
        if name == "main.js":
            continue
        if _folder(target) not in PAGE_ARROWS[_folder(name)] or target in ONLY_FROM_MAIN:
            yield f"{name} imports {target}"
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield f"a circle of imports: {' → '.join(error.args[1])}"


def page_imports_resolve(root: Path) -> Breaches:
    """Imports that are neither a module of web/src nor ../vendor/NAME.js."""
    source, vendor = root / "web/src", root / "web/vendor"
    for file in sorted(source.rglob("*.js")):
        for specifier in _specifiers(file):
            target = (file.parent / specifier).resolve()
            own = specifier.startswith(".") and target.is_relative_to(source) and target.is_file()
            if not own and not (target.parent == vendor and target.suffix == ".js"):
                yield f"{file.name} imports {specifier}"


def file_lengths(root: Path) -> Breaches:
    """Files that ought to be split."""
    for file in _our_files(root):
        lines = len(file.read_text(encoding="utf-8").splitlines())
        if lines > MAXIMUM_FILE_LINES:
            yield f"{file.relative_to(root)}: {lines} lines"


def function_lengths(root: Path) -> Breaches:
    """Python functions that do not fit on a page."""
    for file in _our_files(root, ".py"):
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MAXIMUM_FUNCTION_LINES:
                    yield f"{file.relative_to(root)}: {node.name}: {lines} lines"


def file_names(root: Path) -> Breaches:
    """Files named for no concept."""
    return (str(f.relative_to(root)) for f in _our_files(root) if f.stem in SHAPELESS_NAMES)


def first_lines(root: Path) -> Breaches:
    """Files whose first line does not say what they are for."""
    for file in _our_files(root):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        if not re.match(r'"""\w|// \w|/\*+ \w|#!', first):
            yield f"{file.relative_to(root)}: {first!r}"


# --- Reading the code --------------------------------------------------------------------------


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def _imports(file: Path) -> Iterator[str]:
    """Dotted names that file imports: "torch.nn", "ganlab.gan.game"; ".x" for a relative import."""
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _python_rooms(root: Path) -> Iterator[tuple[Path, str]]:
    """(file, its module or folder directly under ganlab); "" for ganlab/__init__.py."""
    package = root / "server/ganlab"
    for file in sorted(package.rglob("*.py")):
        room = file.relative_to(package).parts[0].removesuffix(".py")
        yield file, "" if room == "__init__" else room


def _ganlab_rooms(file: Path) -> Iterator[str]:
    for name in _imports(file):
        parts = name.split(".")
        if parts[0] == "ganlab" and parts[1:2] != ["__version__"]:
            yield parts[1] if len(parts) > 1 else "ganlab"
        elif parts[0] == "":
            yield name


def _may_import(importer: str, imported: str) -> bool:
    if imported == LEAF:
        return importer not in {*LEAF_IS_CLOSED_TO, ""}
    if importer not in ARROWS or imported not in ARROWS:
        return False
    if importer not in ONLY_FOR.get(imported, {importer}):
        return False
    return ARROWS.index(imported) <= ARROWS.index(importer)


def _specifiers(file: Path) -> list[str]:
    statement = (
        r'^\s*(?:import|export)\b[^"\';]*?\bfrom\s*["\']([^"\']+)|^\s*import\s*["\']([^"\']+)'
    )
    call = r'\bimport\(\s*["\']([^"\']+)["\']\s*\)(?!\.\w)'  # import("…").Type is a type in JSDoc
    text = file.read_text(encoding="utf-8")
    found = re.findall(f"{statement}|{call}", text, re.MULTILINE)
    return [next(filter(None, groups)) for groups in found]


def _page_imports(root: Path) -> Iterator[tuple[str, str]]:
    """(module, imported module) within web/src, as paths from there."""
    source = (root / "web/src").resolve()
    for file in sorted(source.rglob("*.js")):
        for specifier in _specifiers(file):
            target = (file.parent / specifier).resolve()
            if target.is_relative_to(source):
                name = file.relative_to(source).as_posix()
                yield name, target.relative_to(source).as_posix()


def _folder(name: str) -> str:
    return name.split("/")[0] if "/" in name else ""


def _our_files(root: Path, *suffixes: str) -> list[Path]:
    wanted = set(suffixes) or SUFFIXES
    found = (file for folder in OUR_CODE for file in (root / folder).rglob("*"))
    at_root = (root / name for name in ("hatch_build.py", "eslint.config.js"))
    files = [*found, *(file for file in at_root if file.is_file())]
    return sorted(file for file in files if file.suffix in wanted)


# --- The rules held against this checkout, and against what breaks them --------------------------

Rule = Callable[[Path], Breaches]

BROKEN: list[tuple[Rule, str, str]] = [
    (python_arrows, "server/ganlab/gan/game.py", "from ganlab.runtime import pool"),
    (python_arrows, "server/ganlab/gan/plane/metrics.py", "import ganlab.api.app"),
    (python_arrows, "server/ganlab/gan/losses/classic.py", "from ganlab.settings import Settings"),
    (python_arrows, "server/ganlab/settings.py", "from ganlab import registry"),
    (python_arrows, "server/ganlab/reproduce/run.py", "from ganlab.runtime import pool"),
    (python_arrows, "server/ganlab/api/app.py", "from ganlab.reproduce import run"),
    (python_arrows, "server/ganlab/runtime/pool.py", "from ..api import app"),
    (python_arrows, "server/ganlab/extra.py", "from ganlab.gan import game"),
    (torch_places, "server/ganlab/api/app.py", "from torch import nn"),
    (torch_places, "server/ganlab/protocol.py", "def f():\n    import torch.nn"),
    (page_arrows, "web/src/lib/a.js", 'import { b } from "../layers/b.js";'),
    (page_arrows, "web/src/layers/a.js", 'import {\n  b,\n} from "../views/b.js";'),
    (page_arrows, "web/src/views/a.js", 'import { b } from "../connection.js";'),
    (page_arrows, "web/src/store.js", 'export { b } from "./main.js";'),
    (page_arrows, "web/src/lib/a.js", 'import "./a.js";'),
    (page_imports_resolve, "web/src/a.js", 'import { h } from "preact";'),
    (page_imports_resolve, "web/src/a.js", 'import d3 from "https://cdn.example/d3.js";'),
    (page_imports_resolve, "web/src/views/a.js", 'import { h } from "../vendor/preact.js";'),
    (page_imports_resolve, "web/src/a.js", 'const x = await import("./missing.js");'),
    (file_lengths, "web/styles/long.css", "/* long */\n" * 401),
    (function_lengths, "tests/test_long.py", "def f():\n" + "    f()\n" * 60),
    (file_names, "web/src/lib/utils.js", "// Things."),
    (first_lines, "server/ganlab/gan/silent.py", "import torch"),
    (first_lines, "web/src/silent.js", "const a = 1;"),
]
RULES = list(dict.fromkeys(rule for rule, _, _ in BROKEN))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_checkout_keeps_the_rule(rule: Rule) -> None:
    breaches = list(rule(ROOT))
    assert breaches == [], "\n".join(breaches)


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN)
def test_rule_notices(tmp_path: Path, rule: Rule, path: str, text: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assert len(list(rule(tmp_path))) == 1


def test_arrows_cover_the_package() -> None:
    rooms = {room for _, room in _python_rooms(ROOT)} - {""}
    assert rooms == {*ARROWS, LEAF}
