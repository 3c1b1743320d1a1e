"""Shelf: checkpoints on disk, two of each session, written so that a crash spoils neither."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

ID_PATTERN = re.compile(r"[0-9a-f]{20}")  # what a session's id looks like; also a safe file name


class Shelf:
    """A folder of `<id>.safetensors` and, one older, `<id>.previous.safetensors`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, session_id: str, document: bytes) -> None:
        """Keep a checkpoint, and the one before. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        newest, previous = self._paths(session_id)
        temporary = newest.with_suffix(f".{os.getpid()}.tmp")
        with temporary.open("wb") as file:
            file.write(document)
            file.flush()
            os.fsync(file.fileno())
        if newest.exists():
            newest.replace(previous)
        temporary.replace(newest)
        self._sync_folder()

    def get(self, session_id: str) -> list[bytes]:
        """The checkpoints of a session, newest first; empty when it has none."""
        if not ID_PATTERN.fullmatch(session_id):
            return []
        return [path.read_bytes() for path in self._paths(session_id) if path.is_file()]

    def remove(self, session_id: str) -> None:
        """Delete a session's checkpoints; nothing happens when it has none."""
        for path in self._paths(session_id):
            path.unlink(missing_ok=True)

    def sweep(self, older_than_s: float) -> None:
        """Delete what was written more than so many seconds ago."""
        if not self._folder.is_dir():
            return
        # Files bear the time of the day, so this is the one place that asks the wall clock.
        limit = time.time() - older_than_s
        for pattern in ("*.safetensors", "*.tmp"):
            for path in self._folder.glob(pattern):
                if path.stat().st_mtime < limit:
                    path.unlink(missing_ok=True)

    def _paths(self, session_id: str) -> tuple[Path, Path]:
        if not ID_PATTERN.fullmatch(session_id):
            raise ValueError(f"session id: expected {ID_PATTERN.pattern}, got {session_id!r}")
        name = self._folder / session_id
        return name.with_suffix(".safetensors"), name.with_suffix(".previous.safetensors")

    def _sync_folder(self) -> None:
        """Make the new names last as well."""
        handle = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
