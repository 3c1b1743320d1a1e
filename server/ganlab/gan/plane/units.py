"""Units: what each unit of a hidden layer puts out, over the plane for D, over the noise for G."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ganlab.gan.game import Game
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR

SIDE = 24  # places along each edge of a unit's picture
MOST_UNITS = 64


@dataclass(frozen=True)
class Layer:
    """A hidden layer of one player's network, counted from 1 at the input."""

    player: str
    layer: int


@dataclass(frozen=True)
class UnitPictures:
    """The first units of a layer.

    `pictures` (u, m, m) uint8: 127.5 · (1 + output / `scale`), row 0 at the lower edge; (u, 1, m)
    over noise of one number. `scale` is the largest output of any of them in size, all over the
    picture. `units` of the layer's `of` are shown. `axes` of the noise's `dimension` numbers are
    varied, from `extent` (x_min, x_max, y_min, y_max); the others stay at the middle of the prior.
    """

    pictures: NDArray[np.uint8]
    facts: Mapping[str, Any]


class Lens:
    """Looks at units of one game. `lattice` (m, dimension) is the noise behind the manifold."""

    def __init__(self, game: Game, lattice: Tensor) -> None:
        self._game = game
        x_min, x_max, y_min, y_max = game.plane.extent
        low, high = lattice.min(0).values[:2].tolist(), lattice.max(0).values[:2].tolist()
        self._extents = {
            DISCRIMINATOR: [(x_min, x_max), (y_min, y_max)],
            GENERATOR: list(zip(low, high, strict=True)),
        }
        self._points = {player: _cells(extent) for player, extent in self._extents.items()}
        noise = self._points[GENERATOR]
        middle = lattice[:, 2:].mean(0).expand(len(noise), -1)
        self._points[GENERATOR] = torch.cat([noise, middle], 1)

    def look(self, chosen: Layer, label: int | None = None) -> UnitPictures | None:
        """The layer's units as the game stands now; None where there is no such layer.

        Where the model has labels they are told this class, the first of all (`label` None).
        """
        net = self._game.players[chosen.player].net
        if not 1 <= chosen.layer <= net.hidden_layers:
            return None
        points, extent = self._points[chosen.player], self._extents[chosen.player]
        told, beside = self._told(chosen.player, points, label or 0)
        out = self._game.activations(chosen.player, told, chosen.layer, beside)
        shown = out[:MOST_UNITS].double().nan_to_num()
        scale = max(float(shown.abs().max()), 1e-12)
        levels = (shown / scale + 1).mul_(127.5).round_().byte()
        shape = (len(points) // SIDE, SIDE)
        facts = {
            "player": chosen.player, "layer": chosen.layer, "units": len(shown), "of": len(out),
            "scale": scale, "axes": len(extent), "dimension": points.shape[1],
            "extent": [edge for span in extent for edge in span],
        }  # fmt: skip
        if self._game.classes:
            facts["label"] = label or 0
        return UnitPictures(levels.view(-1, *shape).cpu().numpy(), facts)

    def _told(self, player: str, points: Tensor, label: int) -> tuple[Tensor, Tensor | None]:
        """Points, or noise as G takes it, and what D sees beside them."""
        draws = self._game.draws
        if not draws.classes:
            return points, None
        if player == GENERATOR:
            return draws.asked(points, label), None
        return points, draws.label(label, len(points))


def _cells(extent: list[tuple[float, float]]) -> Tensor:
    """Centres of SIDE cells along each axis (cells, axes), row by row from the lower edge."""
    at = (torch.arange(SIDE) + 0.5) / SIDE
    axes = [low + at * (high - low) for low, high in extent]
    if len(axes) == 1:
        return axes[0][:, None]
    y, x = torch.meshgrid(axes[1], axes[0], indexing="ij")
    return torch.stack([x.reshape(-1), y.reshape(-1)], 1)
