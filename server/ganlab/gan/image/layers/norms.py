"""Layers that bring their input to mean 0 and variance 1, over a batch, a sample or an image."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import Tensor
from torch.nn import functional

from ganlab.gan.image.layers.entry import (
    Buffer,
    Layer,
    Misfit,
    Pass,
    Shape,
    Weight,
    image,
    layer,
    words,
)
from ganlab.registry import param

FORMULA = r"y=\gamma\,\frac{x-\mu}{\sqrt{\sigma^2+\epsilon}}+\beta"
EPSILON = 1e-5  # added to a variance before it divides, as everywhere


def _affine() -> Any:
    return param(
        True, label="Learned scale",
        help="Multiplies each channel by a learned number afterwards, and adds another.",
    )  # fmt: skip


def _scale(affine: bool, channels: int) -> tuple[Weight, ...]:
    return (Weight((channels,), start=1.0), Weight((channels,))) if affine else ()


def _two(weights: Sequence[Tensor]) -> tuple[Tensor | None, Tensor | None]:
    return (weights[0], weights[1]) if weights else (None, None)


@layer("Batch norm", formula=FORMULA, source="Ioffe & Szegedy 2015", kind="norm")
def batch_norm(
    inputs: Shape,
    *,
    momentum: float = param(
        0.1, 0.0, 1.0, exclusive=True, label="Momentum",
        help="How far the remembered mean and variance move towards each batch's.",
    ),
    affine: bool = _affine(),
) -> Layer:  # fmt: skip
    """Shifts and scales each channel so that over the batch it has mean 0 and variance 1, which
    keeps signals from dying or exploding. Outside of training a remembered mean and variance take
    the batch's place. It makes the samples of a batch depend on each other, so a gradient penalty
    in D does not go well with it.
    """
    channels = inputs[0]

    def forward(
        x: Tensor, weights: Sequence[Tensor], buffers: Sequence[Tensor], run: Pass
    ) -> Tensor:
        mean, variance = buffers
        if run.training:  # no gradient depends on them then: another pass may move them before it
            mean, variance = mean.data, variance.data
        scale, shift = _two(weights)
        return functional.batch_norm(
            x, mean, variance, scale, shift, run.training, momentum, EPSILON
        )

    remembered = (Buffer("running_mean", channels), Buffer("running_var", channels, start=1.0))
    alone = len(inputs) == 1 or inputs[1] * inputs[2] == 1
    return Layer(inputs, forward, _scale(affine, channels), remembered, compares=alone)


@layer("Layer norm", formula=FORMULA, source="Ba et al. 2016", kind="norm")
def layer_norm(inputs: Shape, *, affine: bool = _affine()) -> Layer:
    """Shifts and scales each sample so that all its numbers together have mean 0 and variance 1.
    Samples do not depend on each other, so that it goes with a gradient penalty
    (Gulrajani et al. 2017).
    """
    if inputs in ((1,), (1, 1, 1)):
        raise Misfit("a single number has no spread that could be brought to 1")

    def forward(x: Tensor, weights: Sequence[Tensor], _: Sequence[Tensor], __: Pass) -> Tensor:
        return functional.group_norm(x, 1, *_two(weights), EPSILON)

    return Layer(inputs, forward, _scale(affine, inputs[0]))


@layer("Instance norm", formula=FORMULA, source="Ulyanov et al. 2016", kind="norm")
def instance_norm(inputs: Shape, *, affine: bool = _affine()) -> Layer:
    """Shifts and scales each channel of each sample so that its pixels have mean 0 and variance 1:
    what is left is the pattern without its brightness and contrast.
    """
    channels, height, width = image(inputs)
    if height * width == 1:
        raise Misfit(f"{words(inputs)}: each has no spread that could be brought to 1")

    def forward(x: Tensor, weights: Sequence[Tensor], _: Sequence[Tensor], __: Pass) -> Tensor:
        scale, shift = _two(weights)
        return functional.instance_norm(x, weight=scale, bias=shift, eps=EPSILON)

    return Layer(inputs, forward, _scale(affine, channels))
