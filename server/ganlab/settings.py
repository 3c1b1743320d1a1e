"""Settings: one table of everything that can be set, with defaults and help.

Each is read from the environment variable GANLAB_<NAME>; the command line overrides it.
"""

from __future__ import annotations

import ipaddress
import os
import re
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_cache_path, user_state_path
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

# Scheme, host, perhaps a port; nothing that would end or widen the header it goes into.
_ORIGIN = re.compile(r"https?://([a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")

Names = Annotated[tuple[str, ...], NoDecode]  # separated by commas


class Settings(BaseSettings):
    """The server's settings. Raises pydantic's ValidationError naming what is out of range."""

    model_config = SettingsConfigDict(env_prefix="GANLAB_", extra="forbid", frozen=True)

    host: str = Field(
        "127.0.0.1",
        description="Address to listen on. Any but the machine's own (loopback) needs a token.",
    )
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    token: str | None = Field(
        None, min_length=16,
        description="Secret that visitors must know, of at least 16 characters. Without it the "
        "lab is for this machine only.",
    )  # fmt: skip
    allowed_hosts: Names = Field(
        (), description="Further names under which the lab is reached, such as lab.example.org."
    )
    allowed_origins: Names = Field(
        (), description="Further pages that may talk to the lab, such as https://lab.example.org."
    )
    frame_ancestors: Names = Field(
        (),
        description="Sites that may show the lab inside their pages, such as "
        "https://school.example.org; with none, nobody may.",
    )
    state_dir: Path = Field(
        default_factory=lambda: user_state_path("ganlab", appauthor=False),
        description="Folder where sessions are kept over a restart.",
    )
    cache_dir: Path = Field(
        default_factory=lambda: user_cache_path("ganlab", appauthor=False),
        description="Folder where images are kept that were made, fetched or uploaded once.",
    )
    workers: int = Field(
        0, ge=0, le=256, description="Processes that train; 0 is one for each processor core."
    )
    threads: int = Field(
        0, ge=0, le=64,
        description="Threads of each process that trains. 0 shares what the processes leave of the "
        "cores among them, less one for the server: one each as long as there are as many as "
        "cores. The same run gives the same numbers with the same count only.",
    )  # fmt: skip
    device: Literal["auto", "cpu", "cuda"] = Field(
        "auto",
        description="Where to train. auto is the CPU, where small networks are faster; a run of "
        "images may choose the GPU, where there is one. cpu offers no GPU, cuda begins on it.",
    )
    max_sessions: int = Field(64, ge=1, le=10_000, description="Runs that are live at one time.")
    idle_minutes: float = Field(
        30.0, gt=0, description="After how many minutes without a viewer a run is put aside."
    )
    keep_days: float = Field(
        7.0, gt=0, description="After how many days a run that was put aside is deleted."
    )
    extensions: Names = Field(
        (), description="Python modules that register losses, data or metrics of your own."
    )

    @field_validator(
        "allowed_hosts", "allowed_origins", "frame_ancestors", "extensions", mode="before"
    )
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("frame_ancestors")
    @classmethod
    def _exact_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        """Raise ValueError for what is no origin."""
        for origin in origins:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(
                    "expected origins such as https://school.example.org, without a path or a "
                    f"wildcard, got {origin[:80]!r}"
                )
        return origins

    @property
    def worker_count(self) -> int:
        """Processes that train; never more than the cores."""
        return min(self.workers or _cores(), _cores())

    @property
    def thread_count(self) -> int:
        """Threads of each process that trains: decided at the start, so that no run changes it."""
        return self.threads or max(1, (_cores() - 1) // self.worker_count)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
