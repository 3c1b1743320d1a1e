"""Presets of images: configurations with a name, each with one sentence on what to watch.

As `ganlab.gan.presets`; every configuration is of the scene of images, and says all in which it
departs from `ganlab.gan.image.standard`. After `steps` its samples are recognizable, every class is
among them, and one core has been at it for about `seconds`; scripts/pretrain trains that long.
"""

from __future__ import annotations

from typing import Any

from ganlab.gan.image import architectures as made
from ganlab.gan.image.standard import CONFIG, adam, stack
from ganlab.gan.presets.preset import WORKING, Presets

image_presets = Presets("image_presets", "Preset")
preset = image_presets.register

PLAYGROUND = "GAN Playground's own"

SMALL, COLOUR = (1, 16, 16), (3, 28, 28)


def _images(**changes: Any) -> dict[str, Any]:
    return {**CONFIG, "scene": "image", **changes}


def _dcgan(shape: made.Image, **changes: Any) -> dict[str, Any]:
    return _images(
        generator=stack(made.dcgan_generator(shape)),
        discriminator=stack(made.dcgan_discriminator(shape[1])),
        **changes,
    )


@preset(
    "DCGAN on printed digits",
    group=WORKING,
    watch="From grey noise to strokes, and from strokes to digits: all ten kinds appear.",
    source="Radford et al. 2016",
    steps=2000,
    seconds=60,
)
def dcgan_glyphs() -> dict[str, Any]:
    """Convolutions with strides, batch norm, ReLU in G and leaky ReLU in D: the recipe that made
    GANs of images work, on printed digits.
    """
    return _images()


@preset(
    "DCGAN on small digits",
    group=WORKING,
    watch="So small that digits come within seconds. Later D learns its 1,500 examples by heart.",
    source="Radford et al. 2016",
    steps=1100,
    seconds=15,
)
def dcgan_digits() -> dict[str, Any]:
    """The same recipe on 16 × 16 pixels: the quickest way to see a GAN of images learn."""
    return _dcgan(SMALL, data={"id": "digits"})


@preset(
    "DCGAN on shapes in colour",
    group=WORKING,
    watch="First the colours come, then forms, and at last edges.",
    source="Radford et al. 2016",
    steps=2900,
    seconds=110,
)
def dcgan_shapes() -> dict[str, Any]:
    """The same recipe on pictures in colour: eight shapes in six colours and three sizes."""
    return _dcgan(COLOUR, data={"id": "shapes"})


@preset(
    "Conditional DCGAN",
    group=WORKING,
    watch="Each column asks for one digit, each row is one noise: soon the columns hold it.",
    source="Mirza & Osindero 2014; Radford et al. 2016",
    steps=900,
    seconds=35,
)
def conditional_glyphs() -> dict[str, Any]:
    """G is told which digit to draw, D which one it looks at."""
    return _images(model={"id": "conditional"})


@preset(
    "WGAN-GP",
    group=WORKING,
    watch="D's loss is a distance now: it falls as the digits get better.",
    source="Gulrajani et al. 2017",
    steps=650,
    seconds=60,
)
def wgan_gp_glyphs() -> dict[str, Any]:
    """The Wasserstein loss with a penalty on D's slope, several updates of D in each step, and
    layer norm in place of batch norm.
    """
    return _images(
        discriminator=stack(made.wgan_gp_discriminator()),
        loss={"id": "wasserstein"},
        regularizers=[{"id": "gradient_penalty", "params": {"weight": 10.0}}],
        d_optimizer=adam(0.0005, 0.5, 0.9),
        g_optimizer=adam(0.0005, 0.5, 0.9),
        d_steps=3,
    )


@preset(
    "Spectral norm and hinge",
    group=WORKING,
    watch="No penalty and no batch norm in D: its slope is bounded by how its weights are used.",
    source="Miyato et al. 2018",
    steps=900,
    seconds=60,
)
def spectral_glyphs() -> dict[str, Any]:
    """Each layer of D is divided by the most that it can stretch its input; with the hinge loss."""
    return _images(
        discriminator=stack(made.spectral_discriminator(width=12)),
        loss={"id": "hinge"},
    )


@preset(
    "Fully connected",
    group=WORKING,
    watch="Without convolutions the digits come, but grainy: no pixel knows its neighbours.",
    source="Goodfellow et al. 2014",
    steps=1300,
    seconds=15,
)
def dense_digits() -> dict[str, Any]:
    """Every number is connected with every number of the layer before, as in the first GANs."""
    return _images(
        data={"id": "digits"},
        generator=stack(made.dense_generator(SMALL), "he"),
        discriminator=stack(made.dense_discriminator(), "he"),
    )


@preset(
    "BiGAN on digits",
    group=WORKING,
    watch="Beside each real digit what G makes of its code: nobody compared the two.",
    source="Donahue et al. 2017; Dumoulin et al. 2017",
    steps=1600,
    seconds=35,
)
def bigan_digits() -> dict[str, Any]:
    """An encoder learns to find the noise behind an image, only because D judges pairs of both."""
    return _images(
        data={"id": "digits"},
        model={"id": "bigan"},
        prior={"id": "uniform", "params": {"dimension": 16}},
        generator=stack(made.dcgan_generator(SMALL), "he"),
        discriminator=stack(made.bigan_discriminator(16), "he"),
        g_optimizer=adam(0.001),
    )


@preset(
    "pix2pix: outline to shape",
    group=WORKING,
    watch="Outlines that G never learned from: it fills what is inside, in the right colour.",
    source="Isola et al. 2017",
    steps=320,
    seconds=35,
)
def pix2pix_outlines() -> dict[str, Any]:
    """A U-Net turns outlines into filled shapes; D judges pairs patch by patch, and L1 keeps G
    close to the right answer.
    """
    return _images(
        data={"id": "outlines"},
        model={"id": "pix2pix"},
        generator=stack(made.unet(3)),
        discriminator=stack(made.patch_discriminator()),
        regularizers=[{"id": "l1", "params": {"weight": 100.0}}],
    )


@preset(
    "Playground: convolutional",
    group=PLAYGROUND,
    watch="Its author never found settings under which it works well; Adam and tanh help.",
    source="Nakano 2017, GAN Playground",
    steps=3200,
    seconds=40,
)
def playground_conv() -> dict[str, Any]:
    """GAN Playground's convolutional networks, with a batch of 15 as there."""
    return _images(
        generator=stack(made.playground_conv_generator(), "he"),
        discriminator=stack(made.playground_conv_discriminator(), "he"),
        batch_size=15,
    )


@preset(
    "Playground: fully connected",
    group=PLAYGROUND,
    watch="Quick to train, and grainy.",
    source="Nakano 2017, GAN Playground",
    steps=17000,
    seconds=55,
)
def playground_dense() -> dict[str, Any]:
    """GAN Playground's fully connected networks, with a batch of 15 as there."""
    return _images(
        generator=stack(made.playground_dense_generator(), "he"),
        discriminator=stack(made.playground_dense_discriminator(), "he"),
        batch_size=15,
    )
