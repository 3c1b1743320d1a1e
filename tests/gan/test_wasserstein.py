"""The Wasserstein GAN of its paper, written out by hand, against the preset of that name."""

from collections.abc import Callable

import pytest
import torch
from torch import Tensor
from torch.nn.functional import leaky_relu, linear, relu

from ganlab.gan import streams
from ganlab.gan.autograd import Autograd
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.presets import presets
from ganlab.gan.tape import Tape
from ganlab.gan.turn import Batches

ALPHA, LIMIT, CRITIC_UPDATES, BATCH = 5e-5, 0.01, 5, 64
DECAY, EPS = 0.99, 1e-8
STEPS = 20


class Recorder(Batches):
    """Batches that remember what they gave, by stream, in rows."""

    def __init__(self, batches: Batches) -> None:
        self.__dict__.update(batches.__dict__)
        self.given: dict[int, list[Tensor]] = {}

    @torch.inference_mode(False)
    def next(self, number: int) -> Tensor:
        batch = super().next(number)
        self.given.setdefault(number, []).append(batch.t().clone())
        return batch


class ByHand:
    """One player: its layers (outputs, inputs + 1), and what RMSProp remembers of them."""

    def __init__(self, layers: list[Tensor], activation: Callable[[Tensor], Tensor]) -> None:
        self.layers = [layer.clone().requires_grad_() for layer in layers]
        self.memory = [torch.zeros_like(layer) for layer in layers]
        self.activation = activation

    def __call__(self, x: Tensor) -> Tensor:
        for k, layer in enumerate(self.layers):
            x = linear(x, layer[:, :-1], layer[:, -1])
            x = self.activation(x) if k < len(self.layers) - 1 else x
        return x

    def rmsprop(self, up: Tensor) -> list[Tensor]:
        """RMSProp(w, g) of algorithm 1, for the gradient g of `up`."""
        gradients = torch.autograd.grad(up, self.layers)
        self.memory = [
            DECAY * m + (1 - DECAY) * g**2 for m, g in zip(self.memory, gradients, strict=True)
        ]
        both = zip(self.memory, gradients, strict=True)
        return [g / (m.sqrt() + EPS) for m, g in both]

    def move(self, steps: list[Tensor], rate: float) -> None:
        moved = (w.detach() + rate * s for w, s in zip(self.layers, steps, strict=True))
        self.layers = [layer.requires_grad_() for layer in moved]


@pytest.mark.parametrize("engine", [Tape, Autograd], ids=["tape", "autograd"])
def test_algorithm_1_by_hand_for_20_steps(engine: type[Tape] | type[Autograd]) -> None:
    config = RunConfig.from_json(presets["wasserstein_algorithm_1"].function())
    game = Game(config, dtype=torch.float64)
    game._batches = recorder = Recorder(game._batches)
    game._bind(engine)
    g = ByHand(game.players[GENERATOR].layers, relu)
    critic = ByHand(game.players[DISCRIMINATOR].layers, lambda x: leaky_relu(x, 0.2))
    for _ in range(STEPS):
        game.step()
    given = {number: iter(batches) for number, batches in recorder.given.items()}
    assert len(recorder.given[streams.DATA]) == STEPS * CRITIC_UPDATES
    for _ in range(STEPS):
        for _ in range(CRITIC_UPDATES):
            x, z = next(given[streams.DATA]), next(given[streams.D_NOISE])
            assert x.shape == (BATCH, 2)
            up = critic(x).mean() - critic(g(z)).mean()
            critic.move(critic.rmsprop(up), ALPHA)
            critic.layers = [
                w.detach().clamp(-LIMIT, LIMIT).requires_grad_() for w in critic.layers
            ]
        z = next(given[streams.G_NOISE])
        g.move(g.rmsprop(-critic(g(z)).mean()), -ALPHA)
    for name, ours in ((GENERATOR, g), (DISCRIMINATOR, critic)):
        for layer, expected in zip(game.players[name].layers, ours.layers, strict=True):
            torch.testing.assert_close(layer, expected.detach(), rtol=1e-9, atol=1e-12)
    assert max(float(w.abs().max()) for w in game.players[DISCRIMINATOR].layers) == LIMIT
