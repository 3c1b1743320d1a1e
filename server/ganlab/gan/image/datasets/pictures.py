"""Pictures of one's own, PNG or JPEG, as a set: cut to a square, made small, grey or in colour."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageOps

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets.entry import QUIET, Job
from ganlab.gan.image.datasets.limits import LEAST_SIDE, MOST_SIDE, Bytes, as_set
from ganlab.registry import ConfigError

MOST_PIXELS = 16_000_000  # of a picture, by its header: more is not decoded
MOST_PICTURES = 2_000
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def is_picture(data: bytes) -> bool:
    """Whether data begins as a PNG or JPEG picture does."""
    return data.startswith(_STARTS)


def read_pictures(
    pictures: Sequence[bytes], *, size: int = 28, colour: bool = False, job: Job = QUIET
) -> ImageSet:
    """The pictures as a set of size × size pixels, without labels.

    Each is cut to the largest square in its middle; what is transparent becomes white. Raises
    ConfigError, in the field "pictures.3" for the fourth one, and Cancelled.
    """
    if not LEAST_SIDE <= size <= MOST_SIDE:
        raise ConfigError("size", f"{LEAST_SIDE} to {MOST_SIDE} pixels", size)
    if not 2 <= len(pictures) <= MOST_PICTURES:
        raise ConfigError("pictures", f"2 to {MOST_PICTURES:,} pictures", len(pictures))
    found = []
    for i, data in enumerate(pictures):
        job.at(i / len(pictures), f"Reading picture {i + 1:,} of {len(pictures):,}")
        try:
            found.append(_read(data, size, "RGB" if colour else "L"))
        except ConfigError as error:
            raise error.inside(f"pictures.{i}") from None
    return as_set(np.stack(found), None)


def _read(data: bytes, size: int, mode: str) -> Bytes:
    """One picture, (channels, size, size)."""
    if not is_picture(data):
        raise ConfigError("", "a PNG or JPEG picture", "another file")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # see MOST_PIXELS
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                _check_size(picture.size)
                square = _flat(ImageOps.exif_transpose(picture)).convert(mode)
    except Image.DecompressionBombError:
        raise ConfigError("", f"at most {MOST_PIXELS:,} pixels", "many more") from None
    except (OSError, SyntaxError, ValueError, KeyError, IndexError, EOFError) as error:
        if isinstance(error, ConfigError):
            raise
        raise ConfigError("", "a whole PNG or JPEG picture", str(error)) from None
    small = _middle(square).resize((size, size), Image.Resampling.LANCZOS)
    return np.asarray(small).reshape(size, size, -1).transpose(2, 0, 1)


def _middle(picture: Image.Image) -> Image.Image:
    """The largest square in the middle."""
    side = min(picture.size)
    left, top = ((length - side) // 2 for length in picture.size)
    return picture.crop((left, top, left + side, top + side))


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise ConfigError("", f"at most {MOST_PIXELS:,} pixels", f"{width:,} × {height:,}")


def _flat(picture: Image.Image) -> Image.Image:
    """The picture in 8 bits, on white where it is transparent."""
    if picture.mode.startswith("I"):  # 16 bits; converting alone would cut off at 255
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if not picture.has_transparency_data:
        return picture
    picture = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
