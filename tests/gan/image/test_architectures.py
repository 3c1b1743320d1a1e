"""Ready-made stacks: each fits, has the published shape, and learns."""

import inspect

import pytest
import torch

from ganlab.gan.image import architectures
from ganlab.gan.image.architectures import Layers
from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.stack import Stack

NOISE = (64,)
SIDES = (16, 28, 32)
COLOURS = (1, 3)

# Function and what for, layers, inputs, outputs.
Fit = tuple[str, Layers, Shape, Shape]


def coding(side: int) -> Layers:
    found = architectures.encoder(architectures.bigan_discriminator(side), 64)
    assert found is not None
    return found


def fits() -> list[Fit]:
    a = architectures
    dense, conv = a.playground_dense_generator, a.playground_conv_generator
    found: list[Fit] = [
        ("playground_dense_discriminator", a.playground_dense_discriminator(), (1, 28, 28), (1,)),
        ("playground_conv_discriminator", a.playground_conv_discriminator(), (1, 28, 28), (1,)),
        ("dense_discriminator", a.dense_discriminator(), (3, 32, 32), (1,)),
    ]
    for side in SIDES:
        for channels in COLOURS:
            image, pair = (channels, side, side), (2 * channels, side, side)
            patches = (1, side // 4 - 2, side // 4 - 2)
            where = f"{channels}×{side}"
            found += [
                (f"playground_dense_generator {where}", dense(image), NOISE, image),
                (f"playground_conv_generator {where}", conv(image), NOISE, image),
                (f"dense_generator {where}", a.dense_generator(image), NOISE, image),
                (f"dcgan_generator {where}", a.dcgan_generator(image), NOISE, image),
                (f"dcgan_discriminator {where}", a.dcgan_discriminator(side), image, (1,)),
                (f"wgan_gp_discriminator {where}", a.wgan_gp_discriminator(side), image, (1,)),
                (f"spectral_discriminator {where}", a.spectral_discriminator(side), image, (1,)),
                (f"bigan_discriminator {where}", a.bigan_discriminator(side), image, (1,)),
                (f"encoder {where}", coding(side), image, NOISE),
                (f"unet {where}", a.unet(channels, side), image, image),
                (f"patch_discriminator {where}", a.patch_discriminator(), pair, patches),
            ]
    return found


@pytest.mark.parametrize(("layers", "inputs", "outputs"), [f[1:] for f in fits()],
                         ids=[f[0] for f in fits()])  # fmt: skip
def test_a_ready_made_stack_fits_and_runs(layers: Layers, inputs: Shape, outputs: Shape) -> None:
    stack = Stack(layers, inputs, outputs=outputs)
    assert stack.size < 3_000_000
    rng = torch.Generator().manual_seed(0)
    flat = stack.initial(rng).float().requires_grad_()
    buffers = stack.buffer_views(stack.fresh_buffers(rng).float())
    out = stack.forward(
        stack.layers(flat), torch.randn(4, *inputs, generator=rng), buffers=buffers, training=True,
        masks=lambda shape: torch.rand(shape, generator=rng),
    )  # fmt: skip
    assert out.shape == (4, *outputs)
    (slope,) = torch.autograd.grad(out.square().sum(), flat)
    assert bool(slope.isfinite().all())
    assert float(slope.abs().max()) > 0
    # Signals stay alive, small as spectral norm makes them.
    assert 0.001 < float(out.detach().std()) < 10.0


def test_every_function_is_looked_at() -> None:
    functions = {
        name for name, value in vars(architectures).items()
        if inspect.isfunction(value) and not name.startswith("_")
    }  # fmt: skip
    assert {name.split()[0] for name, _, _, _ in fits()} == functions


def test_dcgan_keeps_to_its_guidelines() -> None:
    """Radford et al. 2016: no pooling, no hidden fully connected layers, batch norm in both but at
    G's output and D's input, ReLU in G, tanh at its end, leaky ReLU in D.
    """
    for side in SIDES:
        g = [layer["id"] for layer in architectures.dcgan_generator((1, side, side))]
        d = [layer["id"] for layer in architectures.dcgan_discriminator(side)]
        assert set(g) == {"dense", "reshape", "batch_norm", "relu", "conv_transpose", "tanh"}
        assert set(d) == {"conv", "batch_norm", "leaky_relu", "flatten", "dense"}
        assert g[-2:] == ["conv_transpose", "tanh"]
        assert d[:2] == ["conv", "leaky_relu"]
        assert g.count("batch_norm") == g.count("conv_transpose")
        assert d.count("batch_norm") == d.count("conv") - 1
        assert (g.count("dense"), d.count("dense")) == (1, 1)


def test_every_layer_of_the_spectral_discriminator_is_normed() -> None:
    layers = architectures.spectral_discriminator()
    weighted = [layer for layer in layers if layer["id"] in ("conv", "dense")]
    assert len(weighted) == 5
    assert all(layer["params"]["spectral_norm"] for layer in weighted)


def test_a_code_may_stand_beside_what_convolutions_have_found() -> None:
    layers = architectures.bigan_discriminator(28)
    d = Stack(layers, (1, 28, 28), 64, outputs=(1,))
    assert d.shapes[0] == (1, 28, 28)
    assert (d.shapes[-5], d.shapes[-4]) == ((32 * 49,), (32 * 49 + 64,))
    weights = d.layers(d.initial(torch.Generator().manual_seed(0)))
    buffers = d.buffer_views(d.fresh_buffers(torch.Generator().manual_seed(0)))
    x, code = torch.zeros(64, 1, 28, 28, dtype=torch.float64), torch.eye(64, dtype=torch.float64)
    assert len(set(d.forward(weights, x, code, buffers=buffers)[:, 0].tolist())) == 64
    found = list(d.every(weights, x, code, buffers=buffers))[-4]
    assert torch.equal(found[:, -64:], code)
    alone = Stack(layers, (1, 28, 28))  # told nothing, the layer does nothing
    assert alone.shapes[-5] == alone.shapes[-4] == (32 * 49,)


def test_a_class_or_a_code_can_stand_beside() -> None:
    """As a conditional DCGAN (10 classes) and a BiGAN (a code of 64 numbers) are told them."""
    g = Stack(architectures.dcgan_generator(), NOISE, 10, outputs=(1, 28, 28))
    assert g.shapes[0] == (74,)
    for told in (10, 64):
        d = Stack(architectures.dcgan_discriminator(), (1, 28, 28), told, outputs=(1,))
        assert d.shapes[0] == (1 + told, 28, 28)
        weights = d.layers(d.initial(torch.Generator().manual_seed(0)))
        buffers = d.buffer_views(d.fresh_buffers(torch.Generator().manual_seed(0)))
        x = torch.zeros(told, 1, 28, 28, dtype=torch.float64)
        judged = d.forward(weights, x, torch.eye(told, dtype=torch.float64), buffers=buffers)
        assert len(set(judged[:, 0].tolist())) == told
