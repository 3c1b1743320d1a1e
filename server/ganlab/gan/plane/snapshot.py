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
from ganlab.gan.models import POINT
from ganlab.gan.plane.densities import Chosen
from ganlab.gan.plane.units import Layer, Lens
from ganlab.gan.priors import lattice

Array = NDArray[np.generic]

SHOWN = 450  # samples of each kind on the plot, as many real ones as GAN Lab shows
LATTICE_SIDE = 21  # 20 × 20 cells
EVALUATED = 5000  # samples a side for the metrics

ARRAYS = (
    "real", "fake", "d_grid", "d_grid_raw", "manifold", "gradients", "d_real", "d_fake",
    "d_real_raw", "d_fake_raw", "noise", "lattice", "real_labels", "fake_labels", "reconstruction",
    "codes", "inputs",
)  # fmt: skip
DEFAULT_ARRAYS = frozenset({"real", "fake", "d_grid", "manifold", "gradients", "d_real", "d_fake"})


@dataclass(frozen=True)
class View:
    """What a viewer wants to see: names out of ARRAYS, the side of D's grid, a layer's units, a
    density model of the data, which is fitted elsewhere (`ganlab.runtime.fits`), and, of a model
    with labels, the one class to look at (None: all of them).
    """

    arrays: frozenset[str] = field(default=DEFAULT_ARRAYS)
    grid: int = 64
    units: Layer | None = None
    density: Chosen | None = None
    label: int | None = None


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
    real_labels             (450,) uint8, the class of each real sample, fake_labels the class that
                            G was asked for; neither where the model has no labels
    reconstruction, codes   G(E(x)) (450, 2) and E(x) (450, dimension), float16, of the real samples
                            x; neither where the model has no encoder
    inputs                  nothing here: of images, see `ganlab.gan.image.snapshot.ImageEye`
    units                   (u, m, m) uint8, what a layer's units put out; see `UnitPictures`, whose
                            facts are in `units`

    Of a model with labels, one class of a view is all that is shown: real samples of it, the same
    noise asked for it. With all classes D's grid takes at each place the label that D likes best,
    and a coarser manifold of each class is in manifold (classes, s, s, 2) or (classes, 1, s², 2).
    `density` is what is said of a density model, where one is looked at.
    """

    arrays: Mapping[str, Array]
    scalars: Mapping[str, float]
    units: Mapping[str, Any] | None = None
    density: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Cast:
    """What is shown of one class, or of all: inputs of G behind the fakes and behind the manifold
    of this shape, real samples, and their labels where there are any.
    """

    noise: Tensor
    real: Tensor
    lattice: Tensor
    shape: tuple[int, ...]
    beside: Tensor | None = None
    label: int | None = None


class Eye:
    """Looks at one game: fixed noise and fixed real samples, so that successive looks compare."""

    def __init__(self, game: Game) -> None:
        self._game = game
        seed = game.config.seed
        draws = game.draws
        self.noise: Tensor = draws.noise(SHOWN, streams.generator(seed, streams.SHOW_NOISE))
        shown = draws.data(SHOWN, streams.generator(seed, streams.SHOW_DATA))
        self.real = shown[:, :POINT]
        self._noise_shown = _half(self.noise[:, : draws.dimension])
        fine, shape = self._cover(LATTICE_SIDE)
        self._lens = Lens(game, fine)
        self._grids: dict[int, Tensor] = {}
        self._casts: dict[int | None, Cast] = {
            None: Cast(self.noise, self.real, fine, tuple(shape))
        }
        if draws.classes:
            rough, shape = self._cover(max(3, round(LATTICE_SIDE / draws.classes**0.5)))
            each = torch.cat([draws.asked(rough, k) for k in range(draws.classes)])
            shape = [draws.classes, *([1] if len(shape) == 1 else []), *shape]
            self._casts = {None: Cast(self.noise, self.real, each, tuple(shape), shown[:, POINT:])}

    def _cover(self, side: int) -> tuple[Tensor, list[int]]:
        config = self._game.config
        return lattice(config.entry("prior"), config.prior.params, side)

    def _cast(self, label: int | None) -> Cast:
        """What is shown where one class is looked at; made when it is first asked for."""
        if label is None or label >= self._game.classes:
            return self._casts[None]
        if label not in self._casts:
            self._casts[label] = self._cast_of(label)
        return self._casts[label]

    def _cast_of(self, label: int) -> Cast:
        draws, seed = self._game.draws, self._game.config.seed
        fine, shape = self._cover(LATTICE_SIDE)
        rng = streams.generator(seed, streams.SHOW_DATA, label)
        real = self._game.plane.sample_class(label, SHOWN, rng)
        return Cast(
            draws.asked(self.noise, label), real, draws.asked(fine, label), tuple(shape),
            draws.label(label, SHOWN), label,
        )  # fmt: skip

    def look(self, view: View) -> Snapshot:
        """What the view asks for, as the game stands now."""
        cast = self._cast(view.label)
        arrays = {
            **self._samples(view.arrays, cast),
            **self._surfaces(view, cast),
            **self._beside(view.arrays, cast),
        }
        if "noise" in view.arrays:
            arrays["noise"] = self._noise_shown
        units = self._lens.look(view.units, cast.label) if view.units else None
        if units is None:
            return Snapshot(arrays, self.scalars())
        return Snapshot({**arrays, "units": units.pictures}, self.scalars(), units.facts)

    def _samples(self, wanted: frozenset[str], cast: Cast) -> dict[str, Array]:
        """Samples of both kinds, what D says of them, and where the fakes are pulled."""
        game, arrays = self._game, {}
        beside = game.beside(cast.noise)
        if wanted & {"fake", "d_fake", "d_fake_raw", "gradients"}:
            fake = game.generate(cast.noise)
        if "real" in wanted:
            arrays["real"] = _half(cast.real)
        if "fake" in wanted:
            arrays["fake"] = _half(fake)
        if "gradients" in wanted:
            pull = game.pull(fake, cast.real, beside=beside, beside_real=cast.beside)
            arrays["gradients"] = _half(pull)
        if wanted & {"d_real", "d_real_raw"}:
            real_raw = game.discriminate(cast.real, cast.beside)
        if "d_real" in wanted:
            arrays["d_real"] = _half(self._verdict(real_raw))
        if "d_real_raw" in wanted:
            arrays["d_real_raw"] = _half(real_raw)
        if wanted & {"d_fake", "d_fake_raw"}:
            fake_raw = game.discriminate(fake, beside, fakes=True)
        if "d_fake" in wanted:
            arrays["d_fake"] = _half(self._verdict(fake_raw))
        if "d_fake_raw" in wanted:
            arrays["d_fake_raw"] = _half(fake_raw)
        return arrays

    def _surfaces(self, view: View, cast: Cast) -> dict[str, Array]:
        """D over the plane, and where G sends a lattice of noise."""
        game, wanted, arrays = self._game, view.arrays, {}
        if wanted & {"d_grid", "d_grid_raw"}:
            points = self._grid(view.grid)
            label = cast.label
            beside = None if label is None else game.draws.label(label, len(points))
            logits = game.discriminate(points, beside).view(view.grid, view.grid)
            if "d_grid" in wanted:
                verdicts = self._verdict(logits).mul_(255).round_()
                arrays["d_grid"] = verdicts.byte().cpu().numpy()
            if "d_grid_raw" in wanted:
                arrays["d_grid_raw"] = _half(logits)
        if "manifold" in wanted:
            arrays["manifold"] = _half(game.generate(cast.lattice).view(*cast.shape, 2))
        if "lattice" in wanted:
            vectors = cast.lattice[:, : game.draws.dimension]
            first_two = torch.nn.functional.pad(vectors, (0, 1))[:, :2]
            arrays["lattice"] = _half(first_two.view(*cast.shape, 2))
        return arrays

    def _beside(self, wanted: frozenset[str], cast: Cast) -> dict[str, Array]:
        """Classes of samples, where there are labels; codes and what comes of them, where there is
        an encoder.
        """
        game, arrays = self._game, {}
        fake_labels = game.beside(cast.noise)
        for name, rows in (("real_labels", cast.beside), ("fake_labels", fake_labels)):
            if name in wanted and rows is not None and game.classes:
                arrays[name] = rows.argmax(1).byte().numpy()
        if game.encoder is not None and wanted & {"codes", "reconstruction"}:
            codes = game.encode(cast.real)
            if "codes" in wanted:
                arrays["codes"] = _half(codes)
            if "reconstruction" in wanted:
                arrays["reconstruction"] = _half(game.generate(codes))
        return arrays

    def _verdict(self, raw: Tensor) -> Tensor:
        return torch.sigmoid(raw - boundary(self._game.config.entry("loss")))

    def scalars(self) -> dict[str, float]:
        """Losses and gradient norms of the last turns, absent before the first; what the rules make
        easier for D, where they do; and the learning rates' factor, where a schedule is on.
        """
        (d_loss, g_loss), (d_norm, g_norm) = self._game.losses(), self._game.gradient_norms()
        found = {"d_loss": d_loss, "g_loss": g_loss, "d_grad_norm": d_norm, "g_grad_norm": g_norm}
        more = self._game.softened() | self._game.scheduled()
        return {k: v for k, v in found.items() if np.isfinite(v)} | more

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
