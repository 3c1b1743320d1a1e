"""The plain programs of images play the same games as ganlab: same networks, batches and losses."""

import pytest
import torch

from ganlab.gan import streams
from ganlab.gan.image import game as image_game
from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.game import ImageGame
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from scripts.benchmarks import images
from scripts.benchmarks.eager_images import RECIPES, Batch, EagerImages
from scripts.benchmarks.figures import Options

NUMBERS = torch.Generator().manual_seed(0)
FEW = ImageSet(
    torch.randint(256, (80, 1, 28, 28), dtype=torch.uint8, generator=NUMBERS),
    torch.arange(80) % 10,
    tuple("0123456789"),
    held_out=10,
)


@pytest.fixture(autouse=True)
def few_images(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_game, "load", lambda *_: FEW)


class Streams:
    """What a game of ganlab would draw, for the plain program."""

    def __init__(self, game: ImageGame) -> None:
        self._game = game

    def real(self) -> Batch:
        batch = self._game.seen(self._game._batches.next(streams.DATA)[0].long())
        return Batch(batch.x, batch.labels)

    def noise(self, player: str) -> Batch:
        number = streams.D_NOISE if player == DISCRIMINATOR else streams.G_NOISE
        rows, dimension = self._game._batches.next(number).t(), self._game.dimension
        return Batch(rows[:, :dimension], rows[:, dimension:] if self._game.classes else None)

    def between(self) -> torch.Tensor:
        return self._game._batches.next(streams.BETWEEN).view(-1, 1, 1, 1)


@pytest.mark.parametrize("preset", RECIPES)
def test_plain_program_has_the_same_losses(preset: str) -> None:
    game, reference = (images.game_of(preset, torch.float64) for _ in range(2))
    plain = EagerImages(RECIPES[preset], Streams(reference))
    assert game.config.batch_size == plain.recipe.batch
    for name, net in ((GENERATOR, plain.G), (DISCRIMINATOR, plain.D)):
        net.double()
        ours = reference.net(name).layers(reference.weights(name))
        for parameter, weights in zip(net.parameters(), ours, strict=True):
            parameter.data.copy_(weights)
    for _ in range(2):
        game.step()
        plain.step()
        assert game.losses() == pytest.approx([float(v) for v in plain.losses], rel=1e-9)


def test_figures_of_the_quickest_game() -> None:
    found = list(images.measure(Options(seconds=0.01, repeats=2), ("playground_dense",)))
    assert [f.unit for f in found] == ["examples/s", "examples/s", "×"]
    assert all(len(f.samples) == 2 and min(f.samples) > 0 for f in found)
    assert found[0].target is not None
