"""python -m scripts.bootstrap COMMAND [options]: all of scripts/, see `main`."""

import shlex
import subprocess
import sys

from scripts.bootstrap import browser, checks, environment, frontend, torch_build
from scripts.bootstrap.checkout import PYTHON, pinned
from scripts.bootstrap.lock import lock
from scripts.bootstrap.shell import become


def prepare_run() -> None:
    """Make sure that the server can start. Once it is so, this takes a few milliseconds."""
    if not environment.is_ready("run") or not frontend.vendor_is_fresh():
        print("Setting up; the first time takes a few minutes.", flush=True)
        _prepare_packages("run")
    if not frontend.bundle_is_fresh():
        frontend.ensure_bundle(_node())


def prepare_test() -> frontend.Node:
    """Make sure that every check can run; the node to check JavaScript with."""
    if not (environment.is_ready("test") and frontend.vendor_is_fresh()):
        _prepare_packages("test")
    node = _node()
    frontend.ensure_tools(node)
    frontend.ensure_bundle(node)
    browser.ensure()
    return node


def main(arguments: list[str]) -> int:
    """Carry out the command in arguments and return the exit status."""
    match arguments:
        case ["run", *options]:
            prepare_run()
            become(PYTHON, "-m", "ganlab", "serve", *options)
        case ["test", *options]:
            return 0 if checks.run(checks.stages(prepare_test(), options)) else 1
        case ["bench", *options]:
            prepare_test()
            become(PYTHON, "-m", "scripts.bench", *options)
        case ["pretrain", *options]:
            prepare_run()
            become(PYTHON, "-m", "scripts.pretrain", *options)
        case ["diagnose", *options]:
            prepare_run()
            become(PYTHON, "-m", "scripts.diagnose", *options)
        case ["lock", *options]:
            environment.make()
            lock(options)
            return 0
    print("expected run, test, bench, pretrain, diagnose or lock, got", *arguments, file=sys.stderr)
    return 2


def _prepare_packages(purpose: environment.Purpose) -> None:
    environment.make()
    torch_build.ensure()
    node = _node()
    if purpose == "test":
        frontend.ensure_tools(node)
    frontend.ensure_vendor(node)
    environment.install_project(purpose)


def _node() -> frontend.Node:
    """The system's node, or one from PyPI in .venv."""
    node = frontend.system_node() or frontend.packaged_node(PYTHON)
    if node is None:
        environment.install("--no-deps", pinned(frontend.NODE_PACKAGE))
        node = frontend.packaged_node(PYTHON)
    if node is None:
        raise LookupError(f"expected a node in {frontend.NODE_PACKAGE}, got none")
    return node


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(f"Stopped: this failed, see above: {shlex.join(error.cmd)}")
    except KeyboardInterrupt:
        sys.exit(130)
