"""The cache of data sets: in memory while anyone holds one, on disk for good.

On disk a set is one safetensors file, written under a name of its own and then renamed: whoever
reads sees a whole file or none, and two processes that make the same set at once do no harm. A file
that cannot be read is removed.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import logging
import os
import tempfile
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from ganlab.gan.image.dataset import Attribute, ImageSet, Shape
from ganlab.gan.image.datasets.entry import QUIET, Job

logger = logging.getLogger(__name__)

VARIABLE = "GANLAB_CACHE_DIR"  # the folder's; worker processes inherit it
_AHEAD = "attribute:"

_names: dict[Callable[..., ImageSet], Callable[..., str]] = {}  # of what makes a set
_in_memory: weakref.WeakValueDictionary[Path, ImageSet] = weakref.WeakValueDictionary()


def folder() -> Path:
    """Where the sets lie on disk; it need not exist yet."""
    return Path(os.environ.get(VARIABLE) or user_cache_path("ganlab", appauthor=False)) / "data"


def kept(
    recipe: int, *made_with: str
) -> Callable[[Callable[..., ImageSet]], Callable[..., ImageSet]]:
    """Decorate the function of an entry so that each set is made once.

    `recipe` is the number of the function's version: raise it with every change of what it makes.
    `made_with` are the packages whose versions decide the bytes, too.
    """

    def decorate(make: Callable[..., ImageSet]) -> Callable[..., ImageSet]:
        def name_of(**params: Any) -> str:
            versions = {package: version(package) for package in made_with}
            what = json.dumps([recipe, versions, params], sort_keys=True)
            return f"{make.__name__}-{hashlib.sha256(what.encode()).hexdigest()[:16]}"

        @functools.wraps(make)
        def keeping(job: Job = QUIET, **params: Any) -> ImageSet:
            name = name_of(**params)
            found = recall(name)
            return keep(name, make(job, **params)) if found is None else found

        _names[keeping] = name_of
        return keeping

    return decorate


def name_of(make: Callable[..., ImageSet], params: Mapping[str, Any]) -> str | None:
    """The name under which a function that was decorated with `kept` keeps its set."""
    naming = _names.get(make)
    return None if naming is None else naming(**params)


def recall(name: str) -> ImageSet | None:
    """The set that was kept under this name, if any."""
    path = _path(name)
    found = _in_memory.get(path)
    if found is None and path.is_file():
        try:
            found = _in_memory[path] = _read(path)
        except (OSError, SafetensorError, ValueError, KeyError, TypeError) as error:
            logger.warning("%s is not a data set and is removed: %s", path, error)
            with contextlib.suppress(OSError):
                path.unlink()
    return found


@dataclass(frozen=True)
class Head:
    """What is known of a set that is kept without reading it."""

    shape: Shape
    names: tuple[str, ...]


def head(name: str) -> Head | None:
    """The head of the set that was kept under this name, if any."""
    try:
        with safe_open(_path(name), "pt") as file:
            words = json.loads((file.metadata() or {})["ganlab"])
            _, channels, height, width = file.get_slice("images").get_shape()
    except (OSError, SafetensorError, ValueError, KeyError, TypeError):
        return None
    return Head((channels, height, width), tuple(words["names"]))


def touch(name: str) -> None:
    """Note that the set of this name is in use."""
    with contextlib.suppress(OSError):
        os.utime(_path(name))


def keep(name: str, images: ImageSet) -> ImageSet:
    """Keep a set under this name; returns it. A disk that takes nothing costs a warning only."""
    path = _path(name)
    _in_memory[path] = images
    write_whole(path, lambda temporary: _write(images, temporary))
    return images


def write_whole(path: Path, write: Callable[[str], None]) -> None:
    """Have a file written under another name and then renamed; a disk that takes nothing costs a
    warning only.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(".part", f"{path.stem}.", path.parent)
        os.close(handle)
        try:
            write(temporary)
            os.replace(temporary, path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except (OSError, SafetensorError) as error:
        logger.warning("%s cannot be written: %s", path, error)


def held(name: str, make: Callable[[], ImageSet]) -> ImageSet:
    """The set that is held in memory under this name, or else a new one, which then is."""
    path = _path(name)
    found = _in_memory.get(path)
    if found is None:
        found = _in_memory[path] = make()
    return found


def is_kept(name: str) -> bool:
    """Whether a set was kept on disk under this name."""
    return _path(name).is_file()


def _path(name: str) -> Path:
    return folder() / f"{name}.safetensors"


def _write(images: ImageSet, path: str) -> None:
    tensors: dict[str, Tensor] = {"images": images.images}
    if images.labels is not None:
        tensors["labels"] = images.labels
    if images.inputs is not None:
        tensors["inputs"] = images.inputs
    tensors |= {_AHEAD + name: a.values for name, a in images.attributes.items()}
    words = {
        "names": images.names,
        "held_out": images.held_out,
        "attributes": {name: a.names for name, a in images.attributes.items()},
    }
    whole = {name: tensor.contiguous() for name, tensor in tensors.items()}
    save_file(whole, path, {"ganlab": json.dumps(words)})


def _read(path: Path) -> ImageSet:
    with safe_open(path, "pt") as file:
        words = json.loads((file.metadata() or {})["ganlab"])
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    return ImageSet(
        tensors["images"],
        tensors.get("labels"),
        tuple(words["names"]),
        words["held_out"],
        {
            name: Attribute(tensors[_AHEAD + name], tuple(names))
            for name, names in words["attributes"].items()
        },
        tensors.get("inputs"),
    )
