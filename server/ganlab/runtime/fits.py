"""Fits: the densities that a session's viewers look at, each fitted once per data and choice."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab.gan import streams
from ganlab.gan.config import Choice
from ganlab.gan.plane.densities import HELD_OUT, TRAINED_ON, Chosen, Survey
from ganlab.runtime.fitter import FitError, Fitter
from ganlab.runtime.run import Run

KEPT = 8  # of the newest; each is 32 KiB
LOOK_AGAIN_S = 0.05  # while one is being fitted


@dataclass(frozen=True, eq=False)
class Fit:
    """One model on one set of data. `floor`: what the data's own density scores, if it is known."""

    number: int
    chosen: Chosen
    floor: float | None
    survey: Future[Survey]

    @property
    def grid(self) -> NDArray[np.float16] | None:
        """Negative log-likelihood over the plot; None as long as there is none."""
        if not self.survey.done() or self.survey.exception() is not None:
            return None
        return self.survey.result().grid

    def facts(self) -> dict[str, Any]:
        """What a frame says of it."""
        said: dict[str, Any] = {
            "fit": self.number,
            "id": self.chosen.id,
            "params": self.chosen.params,
            "status": "fitting",
        }
        if not self.survey.done():
            return said
        error = self.survey.exception()
        if error is not None:
            words = str(error) if isinstance(error, FitError) else "It could not be fitted."
            return said | {"status": "failed", "message": words}
        samples = {"samples": TRAINED_ON, "held_out_samples": HELD_OUT}
        return said | {"status": "ready", "floor": self.floor, **samples} | _rounded(self.survey)


def _rounded(survey: Future[Survey]) -> dict[str, float | None]:
    facts = survey.result().facts
    return {name: None if value is None else round(value, 6) for name, value in facts.items()}


class Fits:
    """Begins a fit when it is first looked for and keeps the newest few."""

    def __init__(self, fitter: Fitter) -> None:
        self._fitter = fitter
        self._fits: dict[tuple[Choice, int, Chosen], Fit] = {}
        self._open: list[Fit] = []
        self._begun = 0

    def of(self, run: Run, chosen: Chosen) -> Fit:
        """The model on the run's data, which may still be in the making."""
        key = (run.config.data, run.config.seed, chosen)
        fit = self._fits.pop(key, None)
        if fit is None or fit.survey.cancelled():
            for other in self._fits.values():  # what waits its turn was asked for in passing
                other.survey.cancel()
            fit = self._begin(run, chosen)
        self._fits[key] = fit
        for old in list(self._fits)[:-KEPT]:
            del self._fits[old]
        return fit

    def _begin(self, run: Run, chosen: Chosen) -> Fit:
        plane, seed = run.game.plane, run.config.seed
        points = plane.sample(TRAINED_ON, streams.generator(seed, streams.DENSITY_DATA))
        held_out = plane.sample(HELD_OUT, streams.generator(seed, streams.DENSITY_HELD_OUT))
        floor = None
        if plane.mixture is not None:
            floor = round(float(plane.mixture.log_density(held_out.double()).mean()), 6)
        self._begun += 1
        survey = self._fitter.fit(chosen, points.numpy(), held_out.numpy(), plane.extent, seed)
        fit = Fit(self._begun, chosen, floor, survey)
        self._open.append(fit)
        return fit

    def arrived(self) -> list[Chosen]:
        """The models whose fit has come to its end since the last time that somebody asked."""
        found = [fit for fit in self._open if fit.survey.done()]
        self._open = [fit for fit in self._open if fit not in found]
        return [fit.chosen for fit in found if not fit.survey.cancelled()]

    @property
    def in_the_making(self) -> bool:
        """Whether one is being fitted, or waits for that."""
        return bool(self._open)
