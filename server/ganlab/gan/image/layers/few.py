"""Convolutions where one side has few channels: on the CPU torch's own kernels fill vectors of 16
channels and so waste most of them; here windows are products of matrices, folded up.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

FEW = 3  # channels, up to which this is quicker


def folded(x: Tensor, w: Tensor, size: tuple[int, int], stride: int, padding: int) -> Tensor:
    """The transposed convolution of x (n, depth, height, width) with w (depth, channels, kernel,
    kernel) to images of `size`: every pixel's window is painted, and where they overlap they add.
    """
    windows = w.flatten(1).mT @ graded_as_it_lies(x).flatten(2)
    return functional.fold(windows, size, tuple(w.shape[2:]), 1, padding, stride)


def conv_of_few(x: Tensor, w: Tensor, b: Tensor | None, stride: int, padding: int) -> Tensor:
    """`conv2d` of images of few channels, whose gradient by the image is folded up."""
    found: Tensor = _OfFew.apply(x, w, b, stride, padding)  # type: ignore[no-untyped-call]
    return found


class _OfFew(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, x: Tensor, w: Tensor, b: Tensor | None, stride: int, padding: int
    ) -> Tensor:
        ctx.save_for_backward(x, w)
        ctx.steps = stride, padding
        ctx.biased = None if b is None else list(b.shape)
        return functional.conv2d(x, w, b, stride, padding)

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> Any:
        (x, w), (stride, padding) = ctx.saved_tensors, ctx.steps
        by_x, by_w, by_b = ctx.needs_input_grad[:3]
        x_slope = w_slope = b_slope = None
        if by_x:
            x_slope = folded(slope, w, tuple(x.shape[2:]), stride, padding)
        if by_w or by_b:
            _, w_slope, b_slope = torch.ops.aten.convolution_backward(
                slope, x, w, ctx.biased, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1,
                [False, by_w, by_b],
            )  # fmt: skip
        return x_slope, w_slope, b_slope, None, None


def graded_as_it_lies(x: Tensor) -> Tensor:
    """The same images; their gradient will lie in memory as they do, with channels last or not.
    Operations on two tensors that lie differently take many times as long.
    """
    if x.is_contiguous() or not x.requires_grad:
        return x
    found: Tensor = _ChannelsLast.apply(x)  # type: ignore[no-untyped-call]
    return found


class _ChannelsLast(torch.autograd.Function):
    @staticmethod
    def forward(_: Any, x: Tensor) -> Tensor:
        return x.view_as(x)

    @staticmethod
    def backward(_: Any, slope: Tensor) -> Tensor:
        return slope.contiguous(memory_format=torch.channels_last)
