"""Layers that add up their input with learned weights: fully connected and convolutions."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from ganlab.gan.image.layers.entry import (
    Buffer,
    Layer,
    Misfit,
    Pass,
    Shape,
    Weight,
    flat,
    image,
    layer,
)
from ganlab.gan.image.layers.few import FEW, conv_of_few, folded
from ganlab.gan.image.layers.windows import kernel_size, places, stride_size, zero_padding
from ganlab.registry import param

Apply = Callable[[Tensor, Tensor, Tensor | None], Tensor]


def _bias() -> Any:
    return param(
        True, label="Bias",
        help="Adds a learned number to each output. A norm right after the layer takes it out "
        "again, so that there it may be left away.",
    )  # fmt: skip


def _spectral_norm() -> Any:
    return param(
        False, label="Spectral norm",
        help="Divides the weights by their largest stretch, which keeps the slope of the layer at "
        "most 1. It is found by one power iteration in each training step (Miyato et al. 2018).",
    )  # fmt: skip


def _channels() -> Any:
    return param(
        32, 1, 4096, log=True, label="Channels",
        help="How many images it puts out, each made with weights of its own.",
    )  # fmt: skip


def largest_stretch(rows: Tensor, direction: Tensor, *, training: bool) -> Tensor:
    """The largest singular value of a matrix `rows` (outputs, k), estimated from a `direction`
    (outputs,) of length 1 by one power iteration, which in training moves the direction.

    Differentiable in the matrix, the directions being constants. Source: Miyato et al. 2018,
    algorithm 1 and equation 8.
    """
    with torch.no_grad():
        right = functional.normalize(rows.mT @ direction, dim=0, eps=1e-12)
        left = functional.normalize(rows @ right, dim=0, eps=1e-12)
        if training:
            direction.data.copy_(left)  # no graph holds it, but perhaps another part of its vector
    return left @ (rows @ right)


def _weighted(
    outputs: Shape, matrix: Weight, channels: int, apply: Apply, rows: Callable[[Tensor], Tensor],
    *, bias: bool, spectral_norm: bool, times: int = 1,
) -> Layer:  # fmt: skip
    """A layer that applies a matrix, whose view (outputs, k) is `rows`, at so many places, and
    perhaps a bias.
    """

    def plain(x: Tensor, weights: Sequence[Tensor], _: Sequence[Tensor], __: Pass) -> Tensor:
        return apply(x, weights[0], weights[1] if bias else None)

    def normed(
        x: Tensor, weights: Sequence[Tensor], buffers: Sequence[Tensor], run: Pass
    ) -> Tensor:
        stretch = largest_stretch(rows(weights[0]), buffers[0], training=run.training)
        return apply(x, weights[0] / stretch, weights[1] if bias else None)

    return Layer(
        outputs,
        normed if spectral_norm else plain,
        (matrix, Weight((channels,))) if bias else (matrix,),
        (Buffer("weight_u", channels, direction=True),) if spectral_norm else (),
        work=times * math.prod(matrix.shape),
    )


@layer("Fully connected", formula=r"y = W x + b", kind="weights")
def dense(
    inputs: Shape,
    *,
    units: int = param(
        128, 1, 16384, log=True, label="Units", help="How many numbers it puts out.",
    ),
    bias: bool = _bias(),
    spectral_norm: bool = _spectral_norm(),
) -> Layer:  # fmt: skip
    """Every output is a weighted sum of all inputs. It knows nothing of what lies beside what, and
    so needs many weights.
    """
    features = flat(inputs)
    matrix = Weight((units, features), features)
    return _weighted(
        (units,),
        matrix,
        units,
        functional.linear,
        lambda w: w,
        bias=bias,
        spectral_norm=spectral_norm,
    )


@layer("Convolution", formula=r"y=w\star x+b", source="LeCun et al. 1989", kind="weights")
def conv(
    inputs: Shape,
    *,
    channels: int = _channels(),
    kernel: int = kernel_size(3),
    stride: int = stride_size(1),
    padding: int = zero_padding(1),
    bias: bool = _bias(),
    spectral_norm: bool = _spectral_norm(),
) -> Layer:
    """Slides a small window over the image and puts out a weighted sum of what it sees, with the
    same weights everywhere: it finds the same feature wherever it is. A stride of 2 halves the
    image.
    """
    depth, height, width = image(inputs)
    size = places(height, width, kernel, stride, padding)
    matrix = Weight((channels, depth, kernel, kernel), depth * kernel**2)

    def apply(x: Tensor, w: Tensor, b: Tensor | None) -> Tensor:
        if depth <= FEW and x.is_cpu:
            return conv_of_few(x, w, b, stride, padding)
        return functional.conv2d(x, w, b, stride, padding)

    return _weighted(
        (channels, *size), matrix, channels, apply,
        lambda w: w.permute(0, 2, 3, 1).flatten(1),  # as it lies in memory
        bias=bias, spectral_norm=spectral_norm, times=size[0] * size[1],
    )  # fmt: skip


@layer(
    "Transposed convolution",
    formula=r"y=w^{\top}\star x+b",
    source="Zeiler et al. 2010; Dumoulin & Visin 2016, section 4",
    kind="weights",
)
def conv_transpose(
    inputs: Shape,
    *,
    channels: int = _channels(),
    kernel: int = kernel_size(4),
    stride: int = stride_size(2),
    padding: int = zero_padding(1),
    bias: bool = _bias(),
    spectral_norm: bool = _spectral_norm(),
) -> Layer:
    """A convolution backwards, which makes images larger: every pixel paints a small window, and
    where windows overlap they add up. Kernel 4, stride 2 and padding 1 double the image. It is also
    called a fractionally strided convolution.
    """
    depth, height, width = image(inputs)
    more = kernel - 2 * padding
    size = ((height - 1) * stride + more, (width - 1) * stride + more)
    if min(size) < 1:
        raise Misfit(
            f"cutting {padding} pixel{'s' * (padding != 1)} off each side leaves nothing of the "
            f"{size[0] + 2 * padding}×{size[1] + 2 * padding} pixels that it makes"
        )
    # Each pixel that comes out adds up, on average, (kernel / stride)² of each channel's.
    matrix = Weight((depth, channels, kernel, kernel), depth * kernel**2 / stride**2)

    def apply(x: Tensor, w: Tensor, b: Tensor | None) -> Tensor:
        if channels == 1 and x.is_cpu:
            painted = folded(x, w, size, stride, padding)
            return painted if b is None else painted + b
        return functional.conv_transpose2d(x, w, b, stride, padding)

    return _weighted(
        (channels, *size), matrix, channels, apply,
        lambda w: w.permute(0, 2, 3, 1).flatten(0, 2).mT,  # as it lies in memory
        bias=bias, spectral_norm=spectral_norm, times=height * width,
    )  # fmt: skip
