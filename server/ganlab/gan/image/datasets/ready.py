"""Whether a set can be had without anybody waiting for it, and how it is brought that far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets import cache
from ganlab.gan.image.datasets.entry import QUIET, Job, is_here, load
from ganlab.registry import ConfigError, Entry, NotHereError


def is_ready(entry: Entry, params: Mapping[str, Any]) -> bool:
    """Whether `load` has only to read the set: it was made, or got, before."""
    name = _name(entry, params)
    return name is None or cache.is_kept(name)


def require(entry: Entry, params: Mapping[str, Any]) -> None:
    """Raises NotHereError, which tells what to do, for a set that is not ready."""
    if is_ready(entry, params):
        return
    missing: dict[str, Any] = {"id": entry.id, "params": dict(params)}
    if "by_hand" in entry.extras:
        missing["by_hand"] = entry.extras["by_hand"]()
    elsewhere = not is_here(entry)
    if elsewhere:
        missing["origin"] = entry.extras["origin"]
    what = "fetch it first" if elsewhere else "have it made first"
    expected = f"images that are here, and {entry.label} is not here yet: {what}"
    raise NotHereError("data", expected, entry.id, missing)


def bring(entry: Entry, params: Mapping[str, Any], job: Job = QUIET) -> ImageSet:
    """The set, which is ready from then on: made, got from elsewhere, or read from files that were
    put there by hand. Raises ConfigError when it cannot be had or kept, and Cancelled.
    """
    name = _name(entry, params)
    if name is None:
        return load(entry, params, job)
    found = cache.recall(name)
    if found is None:
        found = load(entry, params, job)
        if not cache.is_kept(name):
            cache.keep(name, found)
    if not cache.is_kept(name):
        expected = f"a folder that can be written, to keep the set in: {cache.folder()}"
        raise ConfigError("data", expected, "one that cannot")
    return found


def _name(entry: Entry, params: Mapping[str, Any]) -> str | None:
    """What the set is kept as; None for one that is made anew each time."""
    naming = entry.extras.get("kept_as")
    found: str | None = naming(**params) if naming else cache.name_of(entry.function, params)
    return found
