"""Judge: the metrics of one game, always on the same noise and the same real samples."""

from __future__ import annotations

from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.game import Game
from ganlab.gan.plane.metrics import SAMPLES, Evaluation, applicable, floors, mode_shares


class Judge:
    """Measures a game without touching it. 5,000 samples a side, fixed by the game's seed."""

    def __init__(self, game: Game) -> None:
        seed = game.config.seed
        self._game = game
        self._noise = game.draws.noise(SAMPLES, streams.generator(seed, streams.EVALUATE_NOISE))
        self._real = game.plane.sample(SAMPLES, streams.generator(seed, streams.EVALUATE_DATA))
        self._metrics = applicable(game.plane)

    @property
    def real(self) -> Tensor:
        """The real samples (5000, 2) that it compares with."""
        return self._real

    def look(self) -> Evaluation:
        """The fakes as they are now, beside the real samples."""
        fake = self._game.generate(self._noise).float().cpu()
        return Evaluation(self._real, fake, self._game.plane.extent, self._game.plane.mixture)

    def measure(
        self, evaluation: Evaluation | None = None
    ) -> tuple[dict[str, float], list[float] | None]:
        """Every metric that the data allows, by id, and the share of fakes near each mode, or
        None for data without modes; of what `look` found, or of the game as it is now.
        """
        evaluation = evaluation or self.look()
        values = {entry.id: float(entry.function(evaluation)) for entry in self._metrics}
        return values, mode_shares(evaluation)

    def floors(self) -> dict[str, float]:
        """What a perfect generator would score at this sample size."""
        rng = streams.generator(self._game.config.seed, streams.FLOOR_DATA)
        return floors(self._game.plane, rng=rng)
