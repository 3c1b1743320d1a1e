"""Snapshot of images: what a viewer sees of a game of images. Taking one never changes the game."""

from __future__ import annotations

import time
from collections import deque

import numpy as np
import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.image.game import ImageGame
from ganlab.gan.losses import boundary
from ganlab.gan.plane.snapshot import Array, Snapshot, View

SHOWN = 64  # images of each kind
TIMED = 16  # looks: over so many D's time for a verdict is averaged
MOST_COLUMNS = 16  # classes side by side


class ImageEye:
    """Looks at one game: fixed noise and fixed real images, so that successive looks compare.

    What a view asks for by the names of the plane's arrays is, of images:

    real, fake       (64, height, width, channels) uint8
    d_real, d_fake   (64,) float16, D's verdict, as on the plane; `d_real_raw`, `d_fake_raw` D's raw
                     outputs
    noise            (64, dimension) float16, the noise behind each fake
    real_labels      (64,) uint8, the class of each real image, where the data has classes;
                     fake_labels the class that G was asked for, where the model has labels: of up
                     to 16 classes row by row each of them, for the same noise, in as many rows as
                     64 images fill
    inputs           (64, height, width, channels) uint8, where the model is of pairs: what each
                     fake is made from, and the real image of its place, which then was held out
    reconstruction   G(E(x)) of the real images, as these, and `codes` (64, dimension) float16,
                     where the model has an encoder

    The other names say nothing of images. With a `label` in the view the real images are of that
    class, but for pairs, and G is asked for it, where the model has labels.
    """

    def __init__(self, game: ImageGame) -> None:
        self._game = game
        seed, images = game.config.seed, game.images
        self._drawn = game.noise(SHOWN, streams.generator(seed, streams.SHOW_NOISE))
        self.noise = self._table(self._drawn)
        self._order = torch.randperm(
            images.trained, generator=streams.generator(seed, streams.SHOW_DATA)
        )
        if game.feed.paired:  # real and made of the same
            self._order = self.noise[:, 0]
        self._real: dict[int | None, Tensor] = {None: self._order[:SHOWN]}
        self._times: deque[float] = deque(maxlen=TIMED)  # seconds that a verdict took

    def _table(self, rows: Tensor) -> Tensor:
        """A row for each noise, in it every class; as drawn where there are no or too many."""
        classes, dimension = self._game.classes, self._game.dimension
        if not 2 <= classes <= MOST_COLUMNS:
            return rows
        count = SHOWN // classes
        asked = self._game.feed.as_rows(torch.arange(classes).repeat(count))
        return torch.cat([rows[:count, :dimension].repeat_interleave(classes, 0), asked], 1)

    def label(self, wanted: int | None) -> int | None:
        """The class to show, where the data has it and images may be chosen by it."""
        game = self._game
        here = wanted is not None and wanted < game.images.classes and not game.feed.paired
        return wanted if here else None

    def real(self, label: int | None = None) -> Tensor:
        """The numbers of the real images that are shown, of one class or of all."""
        if label not in self._real:
            labels = self._game.images.labels
            assert labels is not None
            self._real[label] = self._order[labels[self._order] == label][:SHOWN]
        return self._real[label]

    def inputs(self, label: int | None = None) -> Tensor:
        """G's inputs behind the fakes that are shown (64, …), on the CPU; of one class, where the
        model has labels.
        """
        if label is None or self._game.classes == 0:
            return self.noise
        return self._game.asked(self._drawn, label)

    @torch.no_grad()
    def look(self, view: View) -> Snapshot:
        """What the view asks for, as the game stands now."""
        game, wanted = self._game, view.arrays
        label = self.label(view.label)
        arrays: dict[str, Array] = {}
        if wanted & {"fake", "d_fake", "d_fake_raw"}:
            arrays |= self._fakes(wanted, label)
        if wanted & {"real", "d_real", "d_real_raw", "real_labels"}:
            arrays |= self._reals(wanted, label)
        if wanted & {"reconstruction", "codes"} and game.feed.encodes:
            arrays |= self._encoded(wanted, label)
        if "inputs" in wanted and game.feed.paired:
            made_from = game.told(self.noise)
            assert made_from is not None
            arrays["inputs"] = pixels(game, made_from)
        if "noise" in wanted and game.dimension:
            arrays["noise"] = _half(self.inputs(label)[:, : game.dimension])
        return Snapshot(arrays, self.scalars())

    def _fakes(self, wanted: frozenset[str], label: int | None) -> dict[str, Array]:
        game, arrays = self._game, {}
        z = self.inputs(label)
        fake = game.generate(z)
        if "fake" in wanted:
            arrays["fake"] = pixels(game, fake)
        if wanted & {"d_fake", "d_fake_raw"}:
            arrays |= self._verdicts("d_fake", self._judged(fake, game.told(z)), wanted)
        if "fake_labels" in wanted and game.classes:
            arrays["fake_labels"] = z[:, game.dimension :].argmax(1).byte().numpy()
        return arrays

    def _reals(self, wanted: frozenset[str], label: int | None) -> dict[str, Array]:
        game, arrays = self._game, {}
        numbers = self.real(label)
        if "real" in wanted:
            chosen = game.images.images[numbers].permute(0, 2, 3, 1)
            arrays["real"] = chosen.contiguous().numpy()
        if wanted & {"d_real", "d_real_raw"}:
            seen = game.seen(numbers)
            arrays |= self._verdicts("d_real", self._judged(seen.x, seen.labels), wanted)
        if "real_labels" in wanted and game.images.labels is not None:
            arrays["real_labels"] = game.images.labels[numbers].byte().numpy()
        return arrays

    def _encoded(self, wanted: frozenset[str], label: int | None) -> dict[str, Array]:
        game = self._game
        codes = game.encode(game.seen(self.real(label)).x)
        found = {"codes": _half(codes)} if "codes" in wanted else {}
        if "reconstruction" in wanted:
            found["reconstruction"] = pixels(game, game.generate(codes))
        return found

    def _judged(self, x: Tensor, labels: Tensor | None) -> Tensor:
        begun = time.monotonic()
        raw = self._game.judge(x, labels).cpu()
        self._times.append((time.monotonic() - begun) / max(len(x), 1))
        return raw

    def _verdicts(self, name: str, raw: Tensor, wanted: frozenset[str]) -> dict[str, Array]:
        verdict = torch.sigmoid(raw - boundary(self._game.config.entry("loss")))
        both = {name: verdict, f"{name}_raw": raw}
        return {key: _half(values) for key, values in both.items() if key in wanted}

    def scalars(self) -> dict[str, float]:
        """As on the plane, and `examples`, how many real images D has learned from, `epochs`, how
        often that is all of them, and `verdict_ms`, how long D takes to judge one of those shown.
        """
        game = self._game
        (d_loss, g_loss), (d_norm, g_norm) = game.losses(), game.gradient_norms()
        found = {"d_loss": d_loss, "g_loss": g_loss, "d_grad_norm": d_norm, "g_grad_norm": g_norm}
        counts = {"examples": game.examples, "epochs": round(game.epochs, 3)}
        if self._times:
            counts["verdict_ms"] = 1000 * sum(self._times) / len(self._times)
        more = game.softened() | game.scheduled() | counts
        return {k: v for k, v in found.items() if np.isfinite(v)} | more


def pixels(game: ImageGame, x: Tensor) -> Array:
    """Images as D sees them (n, channels, height, width) → uint8 (n, height, width, channels)."""
    found: Array = game.range.pixels(x).cpu().permute(0, 2, 3, 1).contiguous().numpy()
    return found


def _half(values: Tensor) -> Array:
    result: Array = values.detach().cpu().clamp(-60000, 60000).half().contiguous().numpy()
    return result
