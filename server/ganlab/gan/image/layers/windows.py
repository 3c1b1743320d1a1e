"""Windows that slide over an image: their parameters, and at how many places they stand."""

from __future__ import annotations

from typing import Any

from ganlab.gan.image.layers.entry import Misfit
from ganlab.registry import param


def kernel_size(default: int) -> Any:
    """The parameter of a convolution's window."""
    return param(
        default, 1, 16, label="Kernel", help="Height and width of its window, in pixels.",
    )  # fmt: skip


def stride_size(default: int) -> Any:
    """The parameter of a window's step."""
    return param(
        default, 1, 8, label="Stride", help="How many pixels the window moves from place to place.",
    )  # fmt: skip


def zero_padding(default: int) -> Any:
    """The parameter of a margin."""
    return param(
        default, 0, 8, label="Padding",
        help="How many empty pixels are put around the image first, so that the window can stand "
        "at its edge. (A transposed convolution cuts so many off.)",
    )  # fmt: skip


def places(height: int, width: int, kernel: int, stride: int, padding: int) -> tuple[int, int]:
    """At how many places (down, across) a window can stand; Misfit when it fits nowhere."""
    h, w = height + 2 * padding, width + 2 * padding
    if kernel > min(h, w):
        margin = " with their padding" if padding else ""
        raise Misfit(f"a {kernel}×{kernel} window does not fit into {h}×{w} pixels{margin}")
    return (h - kernel) // stride + 1, (w - kernel) // stride + 1
