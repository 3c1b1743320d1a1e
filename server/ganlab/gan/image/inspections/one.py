"""Inspection of one image: what D makes of it, where D looks, and what it resembles."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.image.inspections.entry import FAKE, REAL, Found, inspection, place, side
from ganlab.gan.image.inspections.neighbours import nearest, yardstick
from ganlab.gan.image.inspections.subject import Subject, plain, short
from ganlab.gan.image.snapshot import pixels
from ganlab.gan.plane.snapshot import Array

NEIGHBOURS = 8


def saliency(subject: Subject, x: Tensor, told: Tensor | None) -> Tensor:
    """∂D/∂x, D's raw output by each pixel of one image (1, channels, height, width), its channels
    added up: (height, width). It says how D's output rises when a pixel becomes brighter.

    Source: Simonyan et al. 2014, section 3, with its sign.
    """
    with torch.enable_grad():
        x = x.detach().requires_grad_()
        (slope,) = torch.autograd.grad(subject.game.judge(x, told).sum(), x)
    return slope[0].sum(0)


@inspection(
    "One image",
    id="image",
    formula=r"\frac{\partial D}{\partial x},\quad \min_{y}\lVert x-y\rVert",
    source="Simonyan et al. 2014, section 3; Goodfellow et al. 2014, figure 2",
)
def one(subject: Subject, *, side: str = side(), index: int = place()) -> Found:
    """One image in large: how real D takes it to be, which pixels D's output hangs on, the noise
    that it was made of, and the training images that are nearest to it.
    """
    game, images = subject.game, subject.game.images
    x, told = subject.seen(side, index)
    with torch.no_grad():
        raw = game.judge(x, told)
    slope = saliency(subject, x, told)
    peak = slope.abs().max()
    own = subject.number(index) if side == REAL else None
    shown = pixels(game, x)
    picture = torch.from_numpy(shown[0].copy()).permute(2, 0, 1)
    itself = own if own is not None and own < images.trained else None
    known = images.images[: images.trained]
    numbers, distances = nearest(picture, known, NEIGHBOURS, without=itself)
    measure = subject.remember("yardstick", lambda: yardstick(images, streams.generator(
        game.config.seed, streams.EVALUATE_DATA)))  # fmt: skip
    arrays = {
        "image": shown[0],
        "gradient": short(slope / peak if peak > 0 else torch.zeros_like(slope)),
        "neighbours": images.images[numbers].permute(0, 2, 3, 1).contiguous().numpy(),
    }
    facts: dict[str, Any] = {
        "verdict": plain(subject.verdict(raw)),
        "raw": plain(raw),
        "gradient_peak": plain(peak),
        "distances": [plain(distance) for distance in distances],
        "yardstick": {"median": plain(measure.median), "low": plain(measure.low),
                      "samples": measure.samples},
        "label": int(told.argmax()) if game.classes and told is not None else None,
    }  # fmt: skip
    if images.labels is not None:
        facts["neighbour_labels"] = images.labels[numbers].tolist()
    if images.labels is not None and own is not None:
        facts["label"] = int(images.labels[own])
    if side == FAKE and game.dimension:
        arrays["noise"] = short(subject.inputs([index])[0, : game.dimension])
    return Found(facts, arrays | _beside(subject, side, told))


def _beside(subject: Subject, side: str, told: Tensor | None) -> dict[str, Array]:
    """What belongs to an image by the model: the one that it is made from, or what G makes of its
    code, with the code.
    """
    game = subject.game
    if game.feed.paired and told is not None:
        return {"input": pixels(game, told)[0]}
    if game.feed.encodes and side == REAL and told is not None:
        return {"noise": short(told[0]), "reconstruction": pixels(game, game.generate(told))[0]}
    return {}
