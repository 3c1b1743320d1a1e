"""Inspection of the generator's leading directions: what its images differ in most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.image.inspections.components import components
from ganlab.gan.image.inspections.entry import Found, inspection, place
from ganlab.gan.image.inspections.subject import Subject, plain
from ganlab.gan.phases import GENERATOR
from ganlab.registry import ConfigError, param

SAMPLES = 2000
MOST_COMPONENTS = 10
REACH = 3.0  # standard deviations to each side
_MOST_NUMBERS = 2**24  # of all features together
_FEWEST = 256  # noise vectors


@dataclass(frozen=True, eq=False)
class Directions:
    """`steps` (k, dimension): one standard deviation along each, in noise. `shares` (k,) of the
    features' variance; `layer`, from 1, whose features they are of; `samples` behind them.
    """

    steps: Tensor
    shares: Tensor
    layer: int
    samples: int


def directions_of(subject: Subject, at: Tensor, layer: int = 0) -> Directions:
    """The leading directions of what comes out of a layer of G (from 1; 0: the first that learns),
    for noise asked for the class that the inputs `at` (dimension + classes,) ask for.

    Features y_j of many noise vectors z_j have principal components V, with coordinates
    x_j = Vᵀ (y_j − μ); a direction in noise is a column of U = argmin Σ_j ‖U x_j − z_j‖².
    Source: Härkönen et al. 2020 (GANSpace), section 2.1, equation 3. Raises ConfigError.
    """
    game = subject.game
    net = game.net(GENERATOR)
    layer = layer or next((k for k, n in enumerate(net.counts, 1) if n), 1)
    if layer > len(net.counts):
        expected = f"a number from 0 to {len(net.counts)}: the generator has only so many layers"
        raise ConfigError("params.layer", expected, layer)
    asked = at[game.dimension :]
    weights, buffers = game.shown(GENERATOR)
    state = tuple(float(part.double().sum()) for part in (*weights, *buffers))
    key = ("directions", state, layer, tuple(asked.tolist()))
    return subject.remember(key, lambda: _find(subject, asked, layer))


@torch.no_grad()
def _find(subject: Subject, asked: Tensor, layer: int) -> Directions:
    game = subject.game
    net = game.net(GENERATOR)
    numbers = torch.Size(net.shapes[layer]).numel()
    n = min(SAMPLES, _MOST_NUMBERS // numbers)
    if n < _FEWEST:
        expected = f"a layer that puts out at most {_MOST_NUMBERS // _FEWEST:,} numbers"
        raise ConfigError("params.layer", expected, layer)
    rng = streams.generator(game.config.seed, streams.DIRECTIONS)
    z = game.noise(n, rng)[:, : game.dimension]
    weights, buffers = game.shown(GENERATOR)
    told = asked.repeat(n, 1).to(game.device, game.dtype) if len(asked) else None
    x = z.to(game.device, game.dtype)
    y = net.hidden(weights, x, layer, told, buffers=buffers).flatten(1).cpu().float()
    found = components(y, min(MOST_COMPONENTS, game.dimension), rng)
    x, z = found.coordinates(y).double(), z.double()
    # A component without any variance moves nothing: the smallest solution leaves it at 0.
    columns = torch.linalg.lstsq(x, z - z.mean(0), driver="gelsd").solution
    return Directions(columns * found.deviations.double()[:, None], found.shares, layer, n)


def strips(
    z: Tensor, steps: Tensor, amounts: Sequence[float], count: int, reach: float = REACH
) -> Tensor:
    """From z (d,) moved by `amounts` along the directions (k, dimension): itself, and then along
    each alone from −reach to reach, in `count` steps: (1 + k · count, d).
    """
    k, dimension = steps.shape
    at = torch.zeros(k, dtype=torch.float64)
    some = torch.tensor(list(amounts)[:k], dtype=torch.float64)
    at[: len(some)] = some
    moved = at.repeat(1 + k * count, 1)
    for one in range(k):
        rows = slice(1 + one * count, 1 + (one + 1) * count)
        moved[rows, one] = torch.linspace(-reach, reach, count, dtype=torch.float64)
    points = z.double().repeat(len(moved), 1)
    points[:, :dimension] += moved @ steps
    return points


@inspection(
    "Directions",
    needs_noise=True,
    formula=r"U=\arg\min\sum_j\lVert U x_j-z_j\rVert^2,\quad x_j=V^{\top}(y_j-\mu)",
    source="Härkönen et al. 2020 (GANSpace), section 2.1",
)
def directions(
    subject: Subject,
    *,
    image: int = place(),
    amounts: Sequence[float] = param(
        (0.0,), -REACH, REACH, items=(0, MOST_COMPONENTS), label="Standard deviations along each",
    ),
    components: int = param(6, 1, MOST_COMPONENTS, label="Directions"),
    count: int = param(5, 2, 15, label="Images along each"),
    layer: int = param(0, 0, 40, label="Layer", help="0 is the first that learns."),
) -> Found:  # fmt: skip
    """The directions in noise along which the generator's inner features differ most, found without
    labels. Moving an image along one changes what the generator itself treats as one thing, such
    as how thick or how slanted a digit is.
    """
    z = subject.inputs([image])[0]
    found = directions_of(subject, z, layer)
    steps = found.steps[:components]
    images, verdicts = subject.painted(strips(z, steps, amounts, count))
    facts = {
        "shares": [plain(share) for share in found.shares[:components]],
        "layer": found.layer,
        "samples": found.samples,
        "reach": REACH,
    }
    strip = (len(steps), count)
    return Found(facts, {
        "image": images[0], "verdict": verdicts[:1],
        "strips": images[1:].reshape(*strip, *images.shape[1:]),
        "verdicts": verdicts[1:].reshape(strip),
    })  # fmt: skip
