"""Judge of images: the metrics of one game, always on the same noise and the same real images."""

from __future__ import annotations

import torch

from ganlab.gan import streams
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.metrics import SAMPLES, Evaluation, image_metrics
from ganlab.gan.losses import boundary


class ImageJudge:
    """Measures a game without touching it."""

    samples = SAMPLES  # a side

    def __init__(self, game: ImageGame) -> None:
        self._game = game
        seed, images = game.config.seed, game.images
        self.noise = game.noise(SAMPLES, streams.generator(seed, streams.EVALUATE_NOISE))
        first = images.trained if images.held_out else 0
        order = torch.randperm(
            len(images) - first, generator=streams.generator(seed, streams.EVALUATE_DATA)
        )
        self.real = first + order[:SAMPLES]

    @torch.no_grad()
    def look(self) -> Evaluation:
        """The fakes as they are now, beside the real images."""
        game = self._game
        edge = boundary(game.config.entry("loss"))
        seen, z = game.seen(self.real), self.noise
        made = game.generate(z)
        real = game.judge(seen.x, seen.labels).cpu()
        fake = game.judge(made, game.told(z)).cpu()
        return Evaluation(
            torch.sigmoid(real - edge), torch.sigmoid(fake - edge), real, fake, made.cpu()
        )

    def measure(self, evaluation: Evaluation | None = None) -> tuple[dict[str, float], None]:
        """Every metric by id; images have no modes of the plane."""
        evaluation = evaluation or self.look()
        return {entry.id: entry.function(evaluation) for entry in image_metrics}, None

    def floors(self) -> dict[str, float]:
        """What a perfect generator would score, where that is known."""
        return {}
