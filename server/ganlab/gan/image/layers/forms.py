"""Layers that bring samples into another form: reshape and flatten, dropout, skip and join."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from ganlab.gan.image.layers.entry import Layer, Misfit, Pass, Shape, beside, layer, words
from ganlab.gan.image.layers.few import graded_as_it_lies
from ganlab.registry import param


@layer("Reshape", kind="form")
def reshape(
    inputs: Shape,
    *,
    channels: int = param(1, 1, 4096, log=True, label="Channels", help="Of the image."),
    height: int = param(28, 1, 256, label="Height", help="Of the image, in pixels."),
    width: int = param(28, 1, 256, label="Width", help="Of the image, in pixels."),
) -> Layer:
    """Cuts a row of numbers into the channels, lines and pixels of an image, in this order; the
    numbers stay.
    """
    outputs = (channels, height, width)
    if math.prod(inputs) != math.prod(outputs):
        raise Misfit(
            f"{math.prod(inputs):,} numbers do not fill {words(outputs)}, which are "
            f"{math.prod(outputs):,}"
        )

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], ___: Pass) -> Tensor:
        images = x.reshape(-1, *outputs)
        return images.contiguous(memory_format=torch.channels_last)  # as convolutions want them

    return Layer(outputs, forward)


@layer("Flatten", kind="form")
def flatten(inputs: Shape) -> Layer:
    """Lays all numbers of an image out in one row, as a fully connected layer takes them."""

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], ___: Pass) -> Tensor:
        return graded_as_it_lies(x).flatten(1)

    return Layer((math.prod(inputs),), forward)


@layer("Dropout", formula=r"y=\frac{m\,x}{1-p}", source="Srivastava et al. 2014", kind="form")
def dropout(
    inputs: Shape,
    *,
    probability: float = param(
        0.5, 0.0, 0.95, label="Probability", help="Of a number to be left out."
    ),
    whole: bool = param(
        False, label="Whole channels", help="Leave out all pixels of a channel, or none."
    ),
) -> Layer:
    """In training it sets some numbers to 0 by chance and makes the others larger for it, so that
    no unit can rely on another. Outside of training it does nothing.
    """
    mask = (inputs[0], *(1 for _ in inputs[1:])) if whole else inputs
    scale = 1.0 / (1.0 - probability)

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], run: Pass) -> Tensor:
        if not run.training or not probability:
            return x
        if run.uniform is None:
            raise ValueError("dropout in training: expected a source of random masks, got None")
        kept = run.uniform((x.shape[0], *mask)) >= probability
        return x * kept.to(x.dtype).mul_(scale)

    return Layer(inputs, forward, mask=mask if probability else None)


@layer("Skip", source="Ronneberger et al. 2015 (U-Net)", remembers=True, kind="form")
def skip(inputs: Shape) -> Layer:
    """Remembers the samples as they are here and lets them pass; the next join that is not taken
    yet puts them beside what has become of them, so that fine detail goes around the layers
    between.
    """

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], run: Pass) -> Tensor:
        run.kept.append(x)
        return x

    return Layer(inputs, forward, remembers=True)


@layer(
    "Join",
    formula=r"y=(x,\,x_{\mathrm{skip}})",
    source="Ronneberger et al. 2015",
    joins=True,
    kind="form",
)
def join(inputs: Shape, skipped: Shape | None) -> Layer:
    """Puts what the last open skip remembers beside the samples, as more channels. Height and width
    must be the same.
    """
    if skipped is None:
        raise Misfit("there is no skip before it whose samples it could join")
    if inputs[1:] != skipped[1:] or len(inputs) != len(skipped):
        raise Misfit(
            f"{words(inputs)} cannot stand beside the {words(skipped)} that its skip remembers"
        )

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], run: Pass) -> Tensor:
        return torch.cat([x, run.kept.pop()], 1)

    return Layer((inputs[0] + skipped[0], *inputs[1:]), forward)


@layer(
    "Class or code",
    formula=r"y=(x,\,c)",
    source="Donahue et al. 2017, section 3; Mirza & Osindero 2014",
    tells=True,
    kind="form",
)
def told(inputs: Shape, labels: int) -> Layer:
    """Puts the class or the code that the network is told beside the features here; without this
    layer it stands beside the input. Late in the network it does not drown the image. Where the
    network is told nothing, this does nothing.
    """

    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], run: Pass) -> Tensor:
        return beside(x, run.told)

    return Layer((inputs[0] + labels, *inputs[1:]), forward)
