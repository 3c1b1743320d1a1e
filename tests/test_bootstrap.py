"""The set-up behind scripts/run and scripts/test: what it finds, and what it decides."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.bootstrap import checks, environment, frontend
from scripts.bootstrap.__main__ import main
from scripts.bootstrap.browser import find_chromium, launch_options
from scripts.bootstrap.checkout import ROOT, digest, pinned
from scripts.bootstrap.checks import Stage


def program(folder: Path, name: str, script: str) -> str:
    """Puts an executable shell script into folder; its path."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def test_pinned_version_is_found() -> None:
    assert pinned("torch").startswith("torch==")


def test_missing_pin_is_said_plainly() -> None:
    with pytest.raises(LookupError, match="expected a line tor=="):
        pinned("tor")


def test_digest_follows_contents_and_order() -> None:
    assert digest(["LICENSE", "README.md"]) == digest(["LICENSE", "README.md"])
    assert digest(["LICENSE", "README.md"]) != digest(["README.md", "LICENSE"])


@pytest.mark.parametrize(
    ("version", "accepted"),
    [("v20.19.0", True), ("v24.1.0", True), ("v20.18.9", False), ("", False)],
)
def test_old_node_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, accepted: bool
) -> None:
    program(tmp_path, "node", f"echo {version}")
    program(tmp_path, "npm", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (frontend.system_node() is not None) == accepted


def test_node_without_npm_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "node", "echo v24.1.0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert frontend.system_node() is None


def test_absent_node_package_is_no_error(tmp_path: Path) -> None:
    assert frontend.packaged_node(program(tmp_path, "python", "exit 1")) is None


def test_chosen_browser_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = program(tmp_path, "own", "exit 0")
    monkeypatch.setenv("GANLAB_CHROMIUM", "chosen")
    assert find_chromium(own) == "chosen"
    monkeypatch.delenv("GANLAB_CHROMIUM")
    assert find_chromium(own) is None


def test_system_browser_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GANLAB_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    chromium = program(tmp_path, "chromium", "exit 0")
    assert find_chromium("nowhere") == chromium


@pytest.mark.parametrize(("uid", "sandboxed"), [(0, False), (1000, True)])
def test_sandbox_is_off_for_root_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, uid: int, sandboxed: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    options = launch_options(program(tmp_path, "own", "exit 0"))
    assert options["chromium_sandbox"] == sandboxed


def test_pip_settings_reach_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_FIND_LINKS", "/wheels")
    monkeypatch.delenv("UV_FIND_LINKS", raising=False)
    assert environment.uv_environment()["UV_FIND_LINKS"] == "/wheels"
    monkeypatch.setenv("UV_FIND_LINKS", "/others")
    assert environment.uv_environment()["UV_FIND_LINKS"] == "/others"


def test_every_stage_runs_and_one_failure_fails(capfd: pytest.CaptureFixture[str]) -> None:
    def stage(name: str, status: int) -> Stage:
        return Stage(name, (sys.executable, "-c", f"print('ran {name}'); exit({status})"))

    assert not checks.run([stage("first", 0), stage("second", 1), stage("third", 0)])
    shown = capfd.readouterr().out
    assert "ran third" in shown
    assert "Failed: second" in shown
    assert checks.run([stage("first", 0), stage("third", 0)])
    assert "All stages passed." in capfd.readouterr().out


def test_pytest_gets_the_options() -> None:
    stages = checks.stages(frontend.Node("node", ("npm",)), ["-k", "ring"])
    assert stages[-1].command[-2:] == ("-k", "ring")
    assert [stage.name for stage in stages] == list(dict.fromkeys(stage.name for stage in stages))


def test_without_options_every_test_runs_once() -> None:
    *_, mathematics, servers, pages = checks.stages(frontend.Node("node", ("npm",)), [])
    spread = [*mathematics.command[3:], *pages.command[3:]]
    folders = [option for option in spread if not option.startswith("--")]
    assert [f"--ignore={folder}" for folder in folders] == list(servers.command[3:])
    assert all((ROOT / folder).is_dir() for folder in folders)
    assert "--dist=loadfile" in pages.command  # the tests of a file share what they open


def test_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rnu"]) == 2
    expected = "expected run, test, bench, pretrain, diagnose or lock, got rnu"
    assert expected in capsys.readouterr().err


def test_second_start_is_quick(tmp_path: Path) -> None:
    """The check that all is in place takes a fraction of a second, and needs no other program."""
    imports = "from scripts.bootstrap import environment, frontend"
    question = "print(environment.is_ready('run'), frontend.bundle_is_fresh())"
    start = time.perf_counter()
    answer = subprocess.run(
        [sys.executable, "-S", "-c", f"{imports}; {question}"],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert time.perf_counter() - start < 1
    # Whether .venv is marked depends on how this test was started; the bundle is always there.
    assert answer.stdout.split()[1] == "True"
