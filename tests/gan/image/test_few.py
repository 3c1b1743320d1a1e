"""Convolutions of few channels equal torch's, with their first and second derivatives."""

import pytest
import torch
from torch import Tensor
from torch.autograd import gradcheck, gradgradcheck
from torch.nn import functional

from ganlab.gan.image.layers.few import conv_of_few, folded, graded_as_it_lies

NUMBERS = torch.Generator().manual_seed(0)


def some(*shape: int) -> Tensor:
    return torch.randn(*shape, dtype=torch.float64, generator=NUMBERS)


CASES = [(1, 3, 1, 1), (2, 4, 2, 1), (3, 3, 2, 0), (1, 5, 1, 2)]


@pytest.mark.parametrize(("channels", "kernel", "stride", "padding"), CASES)
def test_convolution_and_its_derivatives(
    channels: int, kernel: int, stride: int, padding: int
) -> None:
    x, w, b = some(2, channels, 7, 6), some(4, channels, kernel, kernel), some(4)
    found = conv_of_few(x, w, b, stride, padding)
    torch.testing.assert_close(found, functional.conv2d(x, w, b, stride, padding))
    for tensor in (x, w, b):
        tensor.requires_grad_()
    slope = torch.randn_like(found)
    for apply in (conv_of_few, functional.conv2d):
        out = apply(x, w, b, stride, padding)
        ours = torch.autograd.grad(out, (x, w, b), slope, create_graph=True)
        twice = torch.autograd.grad(ours[0].square().sum(), w)
        if apply is conv_of_few:
            kept = [*ours, *twice]
        else:
            torch.testing.assert_close(kept, [*ours, *twice])


def test_derivatives_by_differences() -> None:
    x, w = some(2, 1, 5, 5).requires_grad_(), some(2, 1, 3, 3).requires_grad_()
    assert gradcheck(lambda x, w: conv_of_few(x, w, None, 2, 1), (x, w))
    assert gradgradcheck(lambda x, w: conv_of_few(x, w, None, 2, 1), (x, w))


@pytest.mark.parametrize(("channels", "kernel", "stride", "padding"), CASES)
def test_folded_up(channels: int, kernel: int, stride: int, padding: int) -> None:
    x, w = some(2, 4, 5, 6), some(4, channels, kernel, kernel)
    expected = functional.conv_transpose2d(x, w, None, stride, padding)
    found = folded(x, w, (expected.shape[2], expected.shape[3]), stride, padding)
    torch.testing.assert_close(found, expected)


@pytest.mark.parametrize("layout", [torch.channels_last, torch.contiguous_format])
def test_gradients_lie_as_their_images(layout: torch.memory_format) -> None:
    x = some(2, 3, 4, 5).contiguous(memory_format=layout).requires_grad_()
    seen: list[Tensor] = []
    y = x * 1
    y.register_hook(seen.append)
    (graded_as_it_lies(y).flatten(1) @ some(60, 2)).sum().backward()
    assert seen[0].is_contiguous(memory_format=layout)
