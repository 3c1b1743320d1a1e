"""Networks of the plane: generators (noise → point) and discriminators (point → logit).

An entry is a function `(inputs, *, …) -> Mlp`, the architecture; the game owns the weights.
"""

from __future__ import annotations

from typing import Any

from ganlab.gan.comparing import Comparing
from ganlab.gan.mlp import ACTIVATIONS, Mlp
from ganlab.registry import Registry, param

_INITIALIZATIONS = {"he": "He", "xavier": "Xavier", "gan_lab": "GAN Lab's"}

generators = Registry("generators", "Generator")
discriminators = Registry("discriminators", "Discriminator")


def _layers(default: int) -> Any:
    return param(default, 0, 5, label="Extra layers", help="Hidden layers after the first one.")


def _width(default: int) -> Any:
    return param(default, 1, 256, label="Units", help="Neurons in each hidden layer.")


def _activation(default: str) -> Any:
    return param(
        default, choices={k: a.label for k, a in ACTIVATIONS.items()}, label="Activation",
        help="The bend that each neuron gives its sum; without it the network would be one plane.",
    )  # fmt: skip


def _init(default: str) -> Any:
    return param(
        default, choices=_INITIALIZATIONS, label="Initial weights",
        help="How large the random weights are at the start.",
    )  # fmt: skip


@generators.register("Multilayer perceptron", id="mlp")
def mlp_generator(
    inputs: int,
    *,
    layers: int = _layers(1),
    width: int = _width(64),
    activation: str = _activation("relu"),
    output: str = param(
        "linear",
        choices={"linear": "Linear", "tanh": "Tanh"},
        label="Output",
        help="Linear reaches everywhere; tanh keeps the fakes inside a square from −1 to 1.",
    ),
    init: str = _init("he"),
) -> Mlp:
    """Layers of neurons, each connected to all of the layer before: it bends and folds the noise
    until it lies over the data.
    """
    return Mlp((inputs, *[width] * (1 + layers), 2), activation, init, output)


@discriminators.register("Multilayer perceptron", id="mlp")
def mlp_discriminator(
    inputs: int,
    *,
    layers: int = _layers(1),
    width: int = _width(64),
    activation: str = _activation("leaky_relu"),
    fourier: int = param(
        0,
        0,
        6,
        label="Fourier features",
        help="Also show D fine stripes of each coordinate, so that it can see small details "
        "(Tancik et al. 2020). Each adds stripes twice as fine.",
    ),
    spectral_norm: bool = param(
        False,
        label="Spectral norm",
        help="Divide each layer by its largest stretch, which keeps D's slope small "
        "(Miyato et al. 2018). Trains slower.",
    ),
    init: str = _init("he"),
    kernels: int = param(
        0,
        0,
        16,
        label="Compare",
        help="Minibatch discrimination: let D see how close a sample is to the others of its "
        "batch, in so many ways; fakes that all look alike give themselves away. On the plot each "
        "place is compared with real samples, fakes with other fakes. 0 is off "
        "(Salimans et al. 2016). Trains slower.",
    ),
    dims: int = param(
        4,
        1,
        8,
        label="Kernel size",
        help="How many numbers each comparing kernel looks at.",
    ),
) -> Mlp:
    """Layers of neurons that turn a point of the plane into one number: high where D says "real",
    low where it says "fake".
    """
    sizes = (inputs, *[width] * (1 + layers), 1)
    if not kernels:
        return Mlp(sizes, activation, init, "linear", fourier, spectral_norm)
    return Comparing(
        sizes, activation, init, "linear", fourier, spectral_norm, kernels=kernels, dims=dims
    )
