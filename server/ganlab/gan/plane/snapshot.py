"""Snapshot: what a viewer sees of a game at one moment. Taking one never changes the game."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.game import Game
from ganlab.gan.losses import boundary
from ganlab.gan.plane.densities import Chosen
from ganlab.gan.plane.units import Layer, Lens
from ganlab.gan.priors import lattice

Array = NDArray[np.generic]

SHOWN = 450  # samples of each kind on the plot, as many real ones as GAN Lab shows
LATTICE_SIDE = 21  # 20 × 20 cells
EVALUATED = 5000  # samples a side for the metrics

ARRAYS = (
    "real", "fake", "d_grid", "d_grid_raw", "manifold", "gradients", "d_real", "d_fake",
    "d_real_raw", "d_fake_raw", "noise", "lattice",
)  # fmt: skip
DEFAULT_ARRAYS = frozenset(ARRAYS) - {"d_grid_raw", "d_real_raw", "d_fake_raw", "noise", "lattice"}


@dataclass(frozen=True)
class View:
    """What a viewer wants to see: names out of ARRAYS, the side of D's grid, a layer's units, and a
    density model of the data, which is fitted elsewhere (`ganlab.runtime.fits`).
    """

    arrays: frozenset[str] = field(default=DEFAULT_ARRAYS)
    grid: int = 64
    units: Layer | None = None
    density: Chosen | None = None


@dataclass(frozen=True)
class Snapshot:
    """Arrays by name, in plane units, and scalars.

    real, fake, gradients   (450, 2) float16; gradients point where a fake must go to lower G's loss
    d_real, d_fake          (450,) float16, D's verdict: the sigmoid of its raw output, counted from
                            the loss's boundary; the probability of "real" where there is one
    d_real_raw, d_fake_raw  (450,) float16, D's raw outputs at the same samples
    d_grid                  (m, m) uint8, D's verdict × 255 at cell centres; row 0 at y_min
    d_grid_raw              (m, m) float16, D's raw output (logit) at the same points
    manifold                (21, 21, 2) float16, or (441, 2) for noise along a line
    noise                   (450, dimension) float16, the noise vector of each fake
    lattice                 as manifold, the first two numbers of the noise that it is the image of,
                            0 for a second that there is not
    units                   (u, m, m) uint8, what a layer's units put out; see `UnitPictures`, whose
                            facts are in `units`

    `density` is what is said of a density model, where one is looked at.
    """

    arrays: Mapping[str, Array]
    scalars: Mapping[str, float]
    units: Mapping[str, Any] | None = None
    density: Mapping[str, Any] | None = None


class Eye:
    """Looks at one game: fixed noise and fixed real samples, so that successive looks compare."""

    def __init__(self, game: Game) -> None:
        self._game = game
        seed = game.config.seed
        prior = game.config.bound("prior")
        self.noise: Tensor = prior(SHOWN, streams.generator(seed, streams.SHOW_NOISE))
        self.real = game.plane.sample(SHOWN, streams.generator(seed, streams.SHOW_DATA))
        self._lattice, self._shape = lattice(
            game.config.entry("prior"), game.config.prior.params, LATTICE_SIDE
        )
        self._noise_shown = _half(self.noise)
        first_two = torch.nn.functional.pad(self._lattice, (0, 1))[:, :2]
        self._lattice_shown = _half(first_two.view(*self._shape, 2))
        self._lens = Lens(game, self._lattice)
        self._grids: dict[int, Tensor] = {}

    def look(self, view: View) -> Snapshot:
        """What the view asks for, as the game stands now."""
        game = self._game
        wanted = view.arrays
        arrays: dict[str, Array] = {}
        if wanted & {"fake", "d_fake", "d_fake_raw", "gradients"}:
            fake = game.generate(self.noise)
        if "real" in wanted:
            arrays["real"] = _half(self.real)
        if "fake" in wanted:
            arrays["fake"] = _half(fake)
        if "gradients" in wanted:
            arrays["gradients"] = _half(game.pull(fake, self.real))
        if wanted & {"d_real", "d_real_raw"}:
            real_raw = game.discriminate(self.real)
        if "d_real" in wanted:
            arrays["d_real"] = _half(self._verdict(real_raw))
        if "d_real_raw" in wanted:
            arrays["d_real_raw"] = _half(real_raw)
        if wanted & {"d_fake", "d_fake_raw"}:
            fake_raw = game.discriminate(fake)
        if "d_fake" in wanted:
            arrays["d_fake"] = _half(self._verdict(fake_raw))
        if "d_fake_raw" in wanted:
            arrays["d_fake_raw"] = _half(fake_raw)
        if wanted & {"d_grid", "d_grid_raw"}:
            logits = game.discriminate(self._grid(view.grid)).view(view.grid, view.grid)
            if "d_grid" in wanted:
                verdicts = self._verdict(logits).mul_(255).round_()
                arrays["d_grid"] = verdicts.byte().cpu().numpy()
            if "d_grid_raw" in wanted:
                arrays["d_grid_raw"] = _half(logits)
        if "manifold" in wanted:
            arrays["manifold"] = _half(game.generate(self._lattice).view(*self._shape, 2))
        if "noise" in wanted:
            arrays["noise"] = self._noise_shown
        if "lattice" in wanted:
            arrays["lattice"] = self._lattice_shown
        units = self._lens.look(view.units) if view.units else None
        if units is None:
            return Snapshot(arrays, self.scalars())
        return Snapshot({**arrays, "units": units.pictures}, self.scalars(), units.facts)

    def _verdict(self, raw: Tensor) -> Tensor:
        return torch.sigmoid(raw - boundary(self._game.config.entry("loss")))

    def scalars(self) -> dict[str, float]:
        """Losses and gradient norms of the last turns; absent before the first."""
        (d_loss, g_loss), (d_norm, g_norm) = self._game.losses(), self._game.gradient_norms()
        found = {"d_loss": d_loss, "g_loss": g_loss, "d_grad_norm": d_norm, "g_grad_norm": g_norm}
        return {k: v for k, v in found.items() if np.isfinite(v)}

    def _grid(self, side: int) -> Tensor:
        """Centres of side × side cells over the extent, row by row from y_min, (side², 2)."""
        if side not in self._grids:
            x_min, x_max, y_min, y_max = self._game.plane.extent
            at = (torch.arange(side) + 0.5) / side
            y, x = torch.meshgrid(
                y_min + at * (y_max - y_min), x_min + at * (x_max - x_min), indexing="ij"
            )
            self._grids = {side: torch.stack([x.reshape(-1), y.reshape(-1)], 1)}
        return self._grids[side]


def _half(values: Tensor) -> Array:
    """float16 within its range: a runaway fake is drawn at the edge anyway."""
    result: Array = values.detach().cpu().clamp(-60000, 60000).half().contiguous().numpy()
    return result
