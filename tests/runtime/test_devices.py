"""Where runs train: what a server offers, what a session chooses, what is kept of it."""

from typing import Any

import pytest

from ganlab.registry import ConfigError
from ganlab.runtime.checkpoint import metadata_of
from ganlab.runtime.devices import CPU, GPU, Devices
from ganlab.runtime.run import Run
from ganlab.runtime.session import Session
from ganlab.settings import Settings
from tests.runtime.conftest import Driver

BOTH = Devices(CPU, (CPU, GPU))


def test_a_setting_of_the_cpu_offers_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: True)
    monkeypatch.setattr("torch.cuda.get_device_name", lambda: "Abacus")
    assert Devices.of("cpu") == Devices(CPU, (CPU,))
    assert Devices.of("auto") == BOTH
    assert Devices.of("cuda") == Devices(GPU, (CPU, GPU))
    names = [{"id": "cpu", "name": "CPU"}, {"id": "cuda", "name": "GPU (Abacus)"}]
    assert BOTH.to_json() == {"default": "cpu", "here": names}
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    assert Devices.of("auto") == Devices(CPU, (CPU,))


def test_a_device_that_is_not_here_is_refused_or_replaced() -> None:
    assert Devices().choose(None) == CPU
    with pytest.raises(ConfigError, match="device: expected one that this server has: cpu"):
        Devices().choose(GPU)
    assert BOTH.choose(GPU) == GPU
    assert Devices().again(GPU) == CPU
    assert BOTH.again(GPU) == GPU
    assert BOTH.again(None) == CPU


def test_reset_begins_on_the_device_that_it_names(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = driver.session
    assert session.state()["device"] == CPU
    assert driver.do(type="reset", device="cuda")[0]["field"] == "device"
    assert session.state()["device"] == CPU
    begun: list[str] = []

    def anew(_: Run, config: Any, *, device: str) -> Run:
        begun.append(device)
        return Run(config)

    monkeypatch.setattr(Run, "anew", anew)
    session.devices = BOTH
    assert driver.do(type="reset", device="cuda")[0]["device"] == GPU
    driver.do(type="reset")
    assert begun == [GPU, GPU]
    assert session.state()["device"] == GPU
    assert metadata_of(session.checkpoint())["device"] == GPU


def test_a_session_whose_device_is_gone_goes_on_upon_the_default(driver: Driver) -> None:
    session = driver.session
    session.device = GPU
    restored = Session.restored("again", session.checkpoint(), lambda *_, **__: None)
    assert restored.state()["device"] == CPU


@pytest.mark.parametrize(
    ("cores", "workers", "threads", "expected"),
    [(2, 0, 0, 1), (2, 1, 0, 1), (8, 0, 0, 1), (8, 1, 0, 7), (8, 2, 0, 3), (2, 0, 2, 2)],
)
def test_threads_are_what_the_processes_leave(
    cores: int, workers: int, threads: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ganlab.settings._cores", lambda: cores)
    assert Settings(workers=workers, threads=threads).thread_count == expected
