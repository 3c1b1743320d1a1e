"""The yardstick of images: the same games as plain PyTorch programs, as a tutorial writes them.

Networks are `nn.Module`, gradients come from `loss.backward()`, updates from `torch.optim`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

import torch
from torch import Tensor, nn
from torch.nn.functional import one_hot

from scripts.benchmarks.eager import NON_SATURATING, WASSERSTEIN, Losses

SLOPE = 0.2  # of leaky ReLU, as in DCGAN
CLASSES = 10


class Batch(NamedTuple):
    """Images, or noise, and the classes of each as rows of zeros and a one, where they are told."""

    x: Tensor
    labels: Tensor | None = None


class Told(nn.Module):
    """A network that is told labels: beside its features, or as constant channels of its images."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, x: Tensor, labels: Tensor | None) -> Tensor:
        """`net` of the two side by side; of x alone without labels."""
        if labels is not None:
            if x.dim() == 4:
                labels = labels[:, :, None, None].expand(-1, -1, *x.shape[2:])
            x = torch.cat([x, labels], 1)
        out: Tensor = self.net(x)
        return out


def playground_conv(noise: int) -> tuple[nn.Module, nn.Module]:
    """GAN Playground's convolutional (G, D), with one output of D in place of two."""
    g = nn.Sequential(
        nn.Linear(noise, 784), nn.ReLU(), nn.Unflatten(1, (1, 28, 28)),
        nn.Conv2d(1, 10, 3, padding=1), nn.ReLU(), nn.Conv2d(10, 1, 3, padding=1), nn.Tanh(),
    )  # fmt: skip
    d = nn.Sequential(
        nn.Conv2d(1, 8, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(784, 1),
    )  # fmt: skip
    return g, d


def playground_dense(noise: int) -> tuple[nn.Module, nn.Module]:
    """GAN Playground's fully connected (G, D), with one output of D in place of two."""
    g = nn.Sequential(
        nn.Linear(noise, 256), nn.ReLU(), nn.Linear(256, 784), nn.Unflatten(1, (1, 28, 28)),
        nn.Tanh(),
    )  # fmt: skip
    d = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 32), nn.ReLU(),
        nn.Linear(32, 1),
    )  # fmt: skip
    return g, d


def _dcgan_generator(inputs: int) -> nn.Module:
    return nn.Sequential(
        nn.Linear(inputs, 64 * 49, bias=False), nn.Unflatten(1, (64, 7, 7)),
        nn.BatchNorm2d(64), nn.ReLU(),
        nn.ConvTranspose2d(64, 32, 4, 2, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
        nn.ConvTranspose2d(32, 1, 4, 2, 1), nn.Tanh(),
    )  # fmt: skip


def _dcgan_discriminator(channels: int) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(channels, 16, 4, 2, 1), nn.LeakyReLU(SLOPE),
        nn.Conv2d(16, 32, 4, 2, 1, bias=False), nn.BatchNorm2d(32), nn.LeakyReLU(SLOPE),
        nn.Flatten(), nn.Linear(32 * 49, 1),
    )  # fmt: skip


def dcgan(noise: int) -> tuple[nn.Module, nn.Module]:
    """DCGAN's (G, D) for 28 × 28 pixels."""
    return _dcgan_generator(noise), _dcgan_discriminator(1)


def conditional_dcgan(noise: int) -> tuple[nn.Module, nn.Module]:
    """The same, told the class."""
    return _dcgan_generator(noise + CLASSES), _dcgan_discriminator(1 + CLASSES)


def wgan_gp(noise: int) -> tuple[nn.Module, nn.Module]:
    """DCGAN's G, and its D with layer norm in place of batch norm."""
    d = nn.Sequential(
        nn.Conv2d(1, 16, 4, 2, 1), nn.LeakyReLU(SLOPE),
        nn.Conv2d(16, 32, 4, 2, 1), nn.GroupNorm(1, 32), nn.LeakyReLU(SLOPE),
        nn.Flatten(), nn.Linear(32 * 49, 1),
    )  # fmt: skip
    return _dcgan_generator(noise), d


class Recipe(NamedTuple):
    """What is trained, and by which rules."""

    networks: Callable[[int], tuple[nn.Module, nn.Module]]
    batch: int = 64
    told: bool = False
    losses: Losses = NON_SATURATING
    penalty: float = 0.0  # weight of the gradient penalty
    betas: tuple[float, float] = (0.5, 0.999)
    d_steps: int = 1
    noise: int = 64
    lr: float = 0.0005


# By the preset of ganlab that is the same game.
RECIPES = {
    "playground_conv": Recipe(playground_conv, batch=15),
    "playground_dense": Recipe(playground_dense, batch=15),
    "dcgan_glyphs": Recipe(dcgan),
    "conditional_glyphs": Recipe(conditional_dcgan, told=True),
    "wgan_gp_glyphs": Recipe(
        wgan_gp, losses=WASSERSTEIN, penalty=10.0, betas=(0.5, 0.9), d_steps=3
    ),
}


class Source(Protocol):
    """Where a program gets from what it trains on."""

    def real(self) -> Batch:
        """A batch of real images."""
        ...

    def noise(self, player: str) -> Batch:
        """A batch of inputs of G, for the turn of a player."""
        ...

    def between(self) -> Tensor:
        """How far from a fake to a real image the penalty looks (n, 1, 1, 1)."""
        ...


class Draws:
    """A `Source` that draws at random; images (n, 1, 28, 28) are pixels from −1 to 1."""

    def __init__(self, recipe: Recipe, images: Tensor, labels: Tensor) -> None:
        self._recipe = recipe
        self._images = images
        self._rows = one_hot(labels, CLASSES).to(images)

    def real(self) -> Batch:
        """Images, each as often as any other."""
        numbers = torch.randint(len(self._images), (self._recipe.batch,))
        return Batch(self._images[numbers], self._rows[numbers] if self._recipe.told else None)

    def noise(self, player: str) -> Batch:  # noqa: ARG002 -- of the protocol
        """Normal noise, and the classes of real images."""
        n = self._recipe.batch
        numbers = torch.randint(len(self._images), (n,))
        return Batch(
            torch.randn(n, self._recipe.noise), self._rows[numbers] if self._recipe.told else None
        )

    def between(self) -> Tensor:
        """Anywhere, evenly."""
        return torch.rand(self._recipe.batch, 1, 1, 1)


class EagerImages:
    """A GAN of images; `losses` are those of the last step, D's with its penalty."""

    def __init__(self, recipe: Recipe, draws: Source) -> None:
        self.recipe = recipe
        self.draws = draws
        g, d = recipe.networks(recipe.noise)
        self.G, self.D = Told(g), Told(d)
        self.losses = (torch.zeros(()), torch.zeros(()))
        self._g_optimizer, self._d_optimizer = (self._adam(net) for net in (self.G, self.D))

    def _adam(self, net: nn.Module) -> torch.optim.Optimizer:
        return torch.optim.Adam(
            net.parameters(), lr=self.recipe.lr, betas=self.recipe.betas, fused=True
        )

    def step(self) -> None:
        """`d_steps` updates of D, then one of G."""
        for _ in range(self.recipe.d_steps):
            d_loss = self._d_update()
        self.losses = d_loss, self._g_update()

    def _d_update(self) -> Tensor:
        noise = self.draws.noise("discriminator")
        with torch.no_grad():
            fake = self.G(*noise)
        real = self.draws.real()
        self.D.requires_grad_(True)
        loss = self.recipe.losses[0](self.D(*real).flatten(), self.D(fake, noise.labels).flatten())
        if self.recipe.penalty:
            loss = loss + self.recipe.penalty * self._penalty(real, fake)
        self._d_optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._d_optimizer.step()
        return loss.detach()

    def _penalty(self, real: Batch, fake: Tensor) -> Tensor:
        points = torch.lerp(fake, real.x, self.draws.between()).requires_grad_()
        judged = self.D(points, real.labels).sum()
        slope: Tensor = torch.autograd.grad(judged, points, create_graph=True)[0]
        away: Tensor = slope.flatten(1).norm(dim=1) - 1
        return away.square().mean()

    def _g_update(self) -> Tensor:
        noise = self.draws.noise("generator")
        self.D.requires_grad_(False)  # spares autograd the gradients that G's update ignores
        judged = self.D(self.G(*noise), noise.labels).flatten()
        loss: Tensor = self.recipe.losses[1](judged)
        self._g_optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._g_optimizer.step()
        return loss.detach()
