"""Images of one's own: read once, and kept under a key that a configuration names them by.

The key is a digest of the set itself, so the same images always have the same. Only so many bytes
are kept; then those go that nobody has used for the longest time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Sequence

from ganlab.gan.image.dataset import ImageSet, Shape
from ganlab.gan.image.datasets import cache
from ganlab.gan.image.datasets.entry import QUIET, Job, dataset
from ganlab.gan.image.datasets.files import read_file
from ganlab.gan.image.datasets.idx import dimensions_of
from ganlab.gan.image.datasets.pictures import is_picture, read_pictures
from ganlab.registry import ConfigError, param

MOST_KEPT = 2 * 2**30  # bytes, of all uploads
_FIELD = "data.params.key"


def read_upload(files: Sequence[bytes], *, size: int, colour: bool, job: Job = QUIET) -> ImageSet:
    """The set in files that somebody sent: PNG or JPEG pictures, which are brought to `size` ×
    `size` pixels, grey or in `colour`; or one NPZ file; or an IDX file and perhaps one of labels.

    Raises ConfigError in the fields "files", "pictures.3" (the fourth file), "images", "labels".
    """
    if any(is_picture(file) for file in files):
        return read_pictures(files, size=size, colour=colour, job=job)
    if len(files) == 1:
        return read_file(files[0])
    if len(files) == 2:
        images, labels = sorted(files, key=dimensions_of, reverse=True)
        return read_file(images, labels)
    expected = "PNG or JPEG pictures, or one NPZ file, or an IDX file of pictures and one of labels"
    raise ConfigError("files", expected, f"{len(files):,} other files" if files else "no file")


def keep_upload(images: ImageSet) -> str:
    """Keep a set; its key. Raises ConfigError when the disk takes nothing."""
    key = _digest(images)
    cache.keep(_name(key), images)
    if not cache.is_kept(_name(key)):
        raise ConfigError("files", "sent to a server that can keep them", "a full disk")
    _make_room(key)
    return key


def _digest(images: ImageSet) -> str:
    words = [images.shape, images.held_out, images.names]
    found = hashlib.sha256(json.dumps(words).encode())
    found.update(images.images.contiguous().numpy().data)
    if images.labels is not None:
        found.update(images.labels.contiguous().numpy().data)
    return found.hexdigest()


def _make_room(key: str) -> None:
    """Remove what was used the longest time ago, but not the set with this key."""
    found = []
    for path in cache.folder().glob(f"{_name('*')}.safetensors"):
        with contextlib.suppress(OSError):
            found.append((path.stat().st_mtime, path.stat().st_size, path))
    size = sum(bytes_ for _, bytes_, _ in found)
    for _, bytes_, path in sorted(found):
        if size > MOST_KEPT and key not in path.name:
            size -= bytes_
            path.unlink(missing_ok=True)


def _name(key: str) -> str:
    return f"upload-{key}"


def _head(key: str) -> cache.Head:
    found = cache.head(_name(key))
    if found is None:
        expected = "images that were uploaded to this server: these are not here, upload them again"
        raise ConfigError(_FIELD, expected, key[:12])
    return found


def _shape(*, key: str) -> Shape:
    return _head(key).shape


def _classes(*, key: str) -> tuple[str, ...]:
    return _head(key).names


@dataset("Your own images", shape=_shape, classes=_classes, kept_as=lambda *, key: _name(key))
def upload(_job: Job = QUIET, *, key: str = param("", label="Upload")) -> ImageSet:
    """Images that you upload: PNG or JPEG pictures, which are cut to squares and made small, or an
    IDX or NPZ file of up to 10 MiB. A tenth is held out.
    """
    _head(key)
    found = cache.recall(_name(key))
    if found is None:
        raise ConfigError(_FIELD, "images that can be read: upload them again", key[:12])
    cache.touch(_name(key))
    return found
