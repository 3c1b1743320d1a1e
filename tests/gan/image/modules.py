"""torch.nn's own modules for the layers of image networks: what these are held against."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from ganlab.gan.image.layers.entry import Shape

Params = Mapping[str, Any]


def _window(p: Params) -> dict[str, Any]:
    return {"stride": p["stride"], "padding": p["padding"]}


def _batch_norm(inputs: Shape, p: Params) -> nn.Module:
    kind = nn.BatchNorm2d if len(inputs) == 3 else nn.BatchNorm1d
    return kind(inputs[0], momentum=p["momentum"], affine=p["affine"])


def _reshape(_: Shape, p: Params) -> nn.Module:
    return nn.Sequential(nn.Flatten(), nn.Unflatten(1, (p["channels"], p["height"], p["width"])))


def _dropout(inputs: Shape, p: Params) -> nn.Module:
    whole = p["whole"] and len(inputs) == 3
    return (nn.Dropout2d if whole else nn.Dropout)(p["probability"])


MODULES: dict[str, Callable[[Shape, Params], nn.Module]] = {
    "dense": lambda i, p: nn.Linear(i[-1], p["units"], bias=p["bias"]),
    "conv": lambda i, p: nn.Conv2d(i[0], p["channels"], p["kernel"], bias=p["bias"], **_window(p)),
    "conv_transpose": lambda i, p: nn.ConvTranspose2d(
        i[0], p["channels"], p["kernel"], bias=p["bias"], **_window(p)
    ),
    "upsample": lambda _, p: nn.Upsample(scale_factor=p["factor"], mode=p["mode"]),
    "max_pool": lambda _, p: nn.MaxPool2d(p["window"], **_window(p)),
    "avg_pool": lambda _, p: nn.AvgPool2d(p["window"], **_window(p)),
    "batch_norm": _batch_norm,
    "layer_norm": lambda i, p: nn.GroupNorm(1, i[0], affine=p["affine"]),
    "instance_norm": lambda i, p: nn.InstanceNorm2d(i[0], affine=p["affine"]),
    "relu": lambda _, __: nn.ReLU(),
    "leaky_relu": lambda _, p: nn.LeakyReLU(p["slope"]),
    "elu": lambda _, __: nn.ELU(),
    "gelu": lambda _, __: nn.GELU(),
    "silu": lambda _, __: nn.SiLU(),
    "softplus": lambda _, __: nn.Softplus(),
    "tanh": lambda _, __: nn.Tanh(),
    "sigmoid": lambda _, __: nn.Sigmoid(),
    "reshape": _reshape,
    "flatten": lambda _, __: nn.Flatten(),
    "dropout": _dropout,
    "skip": lambda _, __: nn.Identity(),
    "told": lambda _, __: nn.Identity(),  # of a network that is told nothing
}  # join is no module: two tensors go in


def shapes_of_torch(layers: Sequence[Mapping[str, Any]], inputs: Shape, batch: int) -> list[Shape]:
    """Shapes before and after each layer of what torch's modules make of a batch, without memory
    or arithmetic; raises whatever torch raises. Layers have all their parameters.
    """
    x: Tensor = torch.empty((batch, *inputs), device="meta")
    shapes = [inputs]
    kept: list[Tensor] = []
    for layer in layers:
        if layer["id"] == "join":
            x = torch.cat([x, kept.pop()], 1)
        else:
            with torch.device("meta"):
                module = MODULES[layer["id"]](tuple(x.shape[1:]), layer["params"])
            x = module(x)
        if layer["id"] == "skip":
            kept.append(x)
        shapes.append(tuple(x.shape[1:]))
    return shapes
