"""Layers that make images larger or smaller without weights: up-sampling and pooling."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor
from torch.nn import functional

from ganlab.gan.image.layers.entry import Layer, Misfit, Pass, Shape, image, layer
from ganlab.gan.image.layers.windows import places, stride_size, zero_padding
from ganlab.registry import param


def _window() -> Any:
    return param(2, 1, 64, label="Window", help="Height and width of its window, in pixels.")


def _pool(
    inputs: Shape, window: int, stride: int, padding: int, pool: Callable[..., Tensor]
) -> Layer:
    channels, height, width = image(inputs)
    if padding > window // 2:
        raise Misfit(
            f"a padding of {padding} is more than half of its window of {window}: some windows "
            "would stand on empty pixels alone"
        )
    size = places(height, width, window, stride, padding)

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], ___: Pass) -> Tensor:
        return pool(x, window, stride, padding)

    outputs = (channels, *size)
    return Layer(outputs, forward, work=math.prod(outputs) * window**2)


@layer("Up-sampling", kind="size")
def upsample(
    inputs: Shape,
    *,
    factor: int = param(2, 2, 8, label="Factor", help="How many times larger each side becomes."),
    mode: str = param(
        "nearest",
        choices={"nearest": "Nearest", "bilinear": "Bilinear"},
        label="Between pixels",
        help="Nearest repeats each pixel; bilinear blends it into its neighbours.",
    ),
) -> Layer:
    """Makes an image larger by repeating or blending its pixels. Followed by a convolution it
    paints without the checkerboard that transposed convolutions may leave (Odena et al. 2016).
    """
    channels, height, width = image(inputs)

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], ___: Pass) -> Tensor:
        return functional.interpolate(x, scale_factor=float(factor), mode=mode)

    return Layer((channels, height * factor, width * factor), forward)


@layer("Max pooling", formula=r"y=\max_{\text{window}}x", kind="size")
def max_pool(
    inputs: Shape,
    *,
    window: int = _window(),
    stride: int = stride_size(2),
    padding: int = zero_padding(0),
) -> Layer:
    """Keeps only the largest value of each window: whether a feature is there, not where exactly.
    The image becomes smaller. What is not the largest gets no gradient.
    """
    return _pool(inputs, window, stride, padding, functional.max_pool2d)


@layer("Average pooling", formula=r"y=\tfrac{1}{k^2}\sum_{\text{window}}x", kind="size")
def avg_pool(
    inputs: Shape,
    *,
    window: int = _window(),
    stride: int = stride_size(2),
    padding: int = zero_padding(0),
) -> Layer:
    """Puts out the mean of each window: the image becomes smaller and smoother. Empty pixels of
    the padding count as 0.
    """
    return _pool(inputs, window, stride, padding, functional.avg_pool2d)
