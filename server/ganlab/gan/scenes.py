"""Scenes: what a GAN may be about, and for each its game, the eye that shows it, and the judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from ganlab.gan.config import IMAGE, PLANE, RunConfig
from ganlab.gan.contest import Contest
from ganlab.gan.diagnosis.detectors import detectors
from ganlab.gan.diagnosis.signals import Probe
from ganlab.gan.game import Game
from ganlab.gan.image.datasets import require
from ganlab.gan.image.detectors import image_detectors
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.inspections import Inspector
from ganlab.gan.image.judge import ImageJudge
from ganlab.gan.image.published import published
from ganlab.gan.image.signals import ImageProbe
from ganlab.gan.image.snapshot import ImageEye
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.snapshot import Eye
from ganlab.registry import Registry


@dataclass(frozen=True)
class Scene:
    """How games of one scene are made and looked at. `probe` feeds the `detectors` of its
    diagnosis: from the game, its judge and the floors; `inspector` looks inside: from the game and
    its eye. `publish` gives one player's network for use elsewhere, from the game and the player's
    name. `require` raises NotHereError for a configuration whose data are not at hand: making the
    game would take long.
    """

    game: Callable[..., Contest]
    eye: Callable[[Any], Any]
    judge: Callable[[Any], Any]
    probe: Callable[[Any, Any, dict[str, float]], Any]
    detectors: Registry
    inspector: Callable[[Any, Any], Any] | None
    publish: Callable[[Any, str], tuple[dict[str, Tensor], dict[str, str]]] | None
    require: Callable[[RunConfig], None] | None


def _plane_probe(game: Game, judge: Judge, floors: dict[str, float]) -> Probe:
    return Probe(game, judge, floors["js_divergence"])


def _require_images(config: RunConfig) -> None:
    require(config.entry("data"), config.data.params)


def _image_probe(game: ImageGame, judge: ImageJudge, _: dict[str, float]) -> ImageProbe:
    return ImageProbe(game, judge)


SCENES = {
    PLANE: Scene(Game, Eye, Judge, _plane_probe, detectors, None, None, None),
    IMAGE: Scene(
        ImageGame,
        ImageEye,
        ImageJudge,
        _image_probe,
        image_detectors,
        Inspector,
        published,
        _require_images,
    ),
}
