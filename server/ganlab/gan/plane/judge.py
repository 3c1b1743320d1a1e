"""Judge: the metrics of one game, always on the same noise and the same real samples."""

from __future__ import annotations

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

    def measure(self) -> tuple[dict[str, float], list[float] | None]:
        """Every metric that the data allows, by id, and the share of fakes near each mode, or
        None for data without modes.
        """
        fake = self._game.generate(self._noise).float().cpu()
        plane = self._game.plane
        evaluation = Evaluation(self._real, fake, plane.extent, plane.mixture)
        values = {entry.id: float(entry.function(evaluation)) for entry in self._metrics}
        return values, mode_shares(evaluation)

    def floors(self) -> dict[str, float]:
        """What a perfect generator would score at this sample size."""
        rng = streams.generator(self._game.config.seed, streams.FLOOR_DATA)
        return floors(self._game.plane, rng=rng)
