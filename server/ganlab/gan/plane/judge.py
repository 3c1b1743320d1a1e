"""Judge: the metrics of one game, always on the same noise and the same real samples."""

from __future__ import annotations

from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.game import Game
from ganlab.gan.models import POINT
from ganlab.gan.plane.metrics import SAMPLES, Evaluation, applicable, floors, mode_shares


class Judge:
    """Measures a game without touching it. 5,000 samples a side, fixed by the game's seed: `real`
    (5000, 2) with its labels, where the model has some, in `beside`, and G's inputs `noise`.
    """

    samples = SAMPLES  # a side

    def __init__(self, game: Game) -> None:
        seed = game.config.seed
        self._game = game
        self.noise = game.draws.noise(SAMPLES, streams.generator(seed, streams.EVALUATE_NOISE))
        drawn = game.draws.data(SAMPLES, streams.generator(seed, streams.EVALUATE_DATA))
        self.real, labels = drawn[:, :POINT], drawn[:, POINT:]
        self.beside = labels if game.classes else None
        self._models = [
            *(["labels"] if game.classes else []),
            *(["codes"] if game.encoder is not None else []),
        ]
        self._metrics = applicable(game.plane, self._models)

    def look(self) -> Evaluation:
        """The fakes as they are now, beside the real samples."""
        game, plane = self._game, self._game.plane
        back = None
        if game.encoder is not None:
            back = game.generate(game.encode(self.real)).float().cpu()
        labels = game.draws.labels(self.noise) if game.classes else None
        return Evaluation(self.real, self.fakes(), plane.extent, plane.mixture, labels, back)

    def measure(
        self, evaluation: Evaluation | None = None
    ) -> tuple[dict[str, float], list[float] | None]:
        """Every metric that the data and the model allow, by id, and the share of fakes near each
        mode, or None for data without modes; of what `look` found, or of the game as it is now.
        """
        evaluation = evaluation or self.look()
        values = {entry.id: float(entry.function(evaluation)) for entry in self._metrics}
        return values, mode_shares(evaluation)

    def fakes(self, n: int = SAMPLES) -> Tensor:
        """The first n of the fakes that are measured, at most 5,000: (n, 2), plane units."""
        return self._game.generate(self.noise[:n]).float().cpu()

    def floors(self) -> dict[str, float]:
        """What a perfect generator would score at this sample size."""
        rng = streams.generator(self._game.config.seed, streams.FLOOR_DATA)
        return floors(self._game.plane, rng=rng, beside=self._models)
