"""Looking: what a game shows of its players. Nothing here changes the game."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from ganlab.gan.company import Company
from ganlab.gan.config import RunConfig
from ganlab.gan.encoder import WithEncoder
from ganlab.gan.models import POINT
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.gan.plane.draws import Draws
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.target import Distribution
from ganlab.gan.player import Perceptron
from ganlab.gan.turn import Rules


class Looking:
    """The half of `Game` that is asked for samples, verdicts, codes and slopes.

    Points go in and come out in plane units (n, 2); inside, networks see scaled units.
    """

    config: RunConfig
    device: str
    dtype: torch.dtype
    plane: Distribution
    centre: Tensor
    scale: float
    steps: int
    classes: int
    draws: Draws
    players: Mapping[str, Perceptron]
    _average: Tensor
    _company: Company | None
    _among: Tensor
    _rules: Rules

    def to_network(self, x: Tensor) -> Tensor:
        """Plane units → the units that the networks see."""
        return (x - self.centre) / self.scale

    def to_plane(self, x: Tensor) -> Tensor:
        """The units that the networks see → plane units."""
        return x * self.scale + self.centre

    @torch.no_grad()
    def generate(self, z: Tensor) -> Tensor:
        """Noise (n, dimension), with labels where the model has some (`draws.noise`), → fake
        samples (n, 2) in plane units, by the generator that is shown: its running average where
        `g_ema` is on, the mean of its weights where `g_mean` is.
        """
        z = z.to(self.device, self.dtype)
        return self.to_plane(self.players[GENERATOR].forward(z.t(), self._shown).t())

    def softened(self) -> dict[str, float]:
        """What the rules in force make easier for D, where they do: `noise_std` of the noise on all
        that it sees in the next step, `real_label` of its real samples.
        """
        return self._rules.softened(self.steps)

    @property
    def _shown(self) -> Tensor | None:
        """The generator's weights that are looked at; None are its newest."""
        return self._average if self.config.g_ema or self.config.g_mean else None

    @property
    def encoder(self) -> WithEncoder | None:
        """The generator's network, where it has an encoder."""
        net = self.players[GENERATOR].net
        return net if isinstance(net, WithEncoder) else None

    @torch.no_grad()
    def encode(self, x: Tensor) -> Tensor:
        """Points (n, 2) in plane units → their codes (n, dimension), by the encoder that is shown.

        ValueError for a model without one.
        """
        net = self.encoder
        if net is None:
            raise ValueError(f"expected a model with an encoder, got {self.config.model.id}")
        weights = self.players[GENERATOR].weights if self._shown is None else self._shown
        layers = net.layers(weights)
        return net.encode(layers, self.to_network(x.to(self.device, self.dtype)).t()).t()

    def beside(self, z: Tensor) -> Tensor | None:
        """What D sees beside the fakes of these inputs of G: labels, or noise as their code."""
        if self.classes:
            return z[:, self.draws.dimension :]
        return z if self.encoder else None

    def _seen(self, x: Tensor, beside: Tensor | None) -> Tensor:
        """What D sees of points (n, 2) in plane units with what stands beside them, in columns."""
        x = x.to(self.device, self.dtype)
        if beside is None and self.encoder is not None:
            beside = self.encode(x)
        points = self.to_network(x)
        if beside is not None:
            points = torch.cat([points, beside.to(self.device, self.dtype)], 1)
        return points.t()

    @torch.no_grad()
    def discriminate(
        self, x: Tensor, beside: Tensor | None = None, *, fakes: bool = False
    ) -> Tensor:
        """Points (n, 2) in plane units, with what stands beside each (n, …), → D's logits (n,).

        Without it an encoder gives the code E(x); of labels the one that D likes best is taken.
        A D that sees several samples at once judges `fakes` among each other, all else among real
        samples.
        """
        if self.classes and beside is None:
            labels = torch.eye(self.classes)
            each = (self.discriminate(x, label.expand(len(x), -1), fakes=fakes) for label in labels)
            return functools.reduce(torch.maximum, each)
        return self._judged(self._seen(x, beside), fakes)

    def _judged(self, seen: Tensor, fakes: bool) -> Tensor:
        """D's outputs (n,) of what it sees (k, n), each in the company that is due to it."""
        d = self.players[DISCRIMINATOR]
        if self._company is None:
            return d.forward(seen)[0]
        return self._company.judge(d.in_company, seen, None if fakes else self._real_company())

    def _real_company(self) -> Tensor:
        """Real samples as D sees them, in columns."""
        return self._seen(self._among[:, :POINT], self._among[:, POINT:] if self.classes else None)

    @torch.no_grad()
    def activations(
        self, player: str, x: Tensor, layer: int, beside: Tensor | None = None
    ) -> Tensor:
        """What the units of a hidden layer, counted from 1, put out (width, n): G's for inputs as
        `generate` takes them, by the generator that is shown; D's for points (n, 2) in plane units
        with what stands beside them.
        """
        if player == DISCRIMINATOR:
            seen = self._seen(x, beside)
            if self._company is not None:
                seen = self._company.around(seen, self._real_company())
            return self.players[player].hidden(seen, layer)
        x = x.to(self.device, self.dtype)
        return self.players[player].hidden(x.t(), layer, self._shown)

    @torch.no_grad()
    def pull(
        self,
        x: Tensor,
        real: Tensor | None = None,
        *,
        beside: Tensor | None = None,
        beside_real: Tensor | None = None,
    ) -> Tensor:
        """Where each point (n, 2) must move to lower the generator's loss: minus the gradient of
        that point's own loss, (n, 2), per plane unit.

        A loss of pairs compares each with one of `real` (n, 2), in plane units. What stands beside
        them is as for `discriminate`.
        """
        seen = self._seen(x, beside)
        with torch.enable_grad():
            seen = seen.detach().requires_grad_()
            judged = self._judged(seen, fakes=True)
            (slope,) = torch.autograd.grad(judged.sum(), seen)
        needed = self._rules.pairs and real is not None
        others = self.discriminate(real, beside_real) if needed and real is not None else None
        own: Tensor = slope[:POINT] * self._rules.g_slope(judged.detach(), others)
        return own.t() / -self.scale

    def facts(self) -> dict[str, Any]:
        """The square of the plot, the modes of the data where it has some, and how wide the layers
        of the networks are.
        """
        mixture, encoder = self.plane.mixture, self.encoder
        return {
            "extent": list(self.plane.extent),
            "modes": None if mixture is None else _modes(mixture),
            "networks": {name: list(player.net.sizes) for name, player in self.players.items()},
            "encoder": None if encoder is None else list(encoder.encoder.sizes),
        }

    def in_picture(self, phase: Phase) -> dict[str, Any]:
        """What a phase produced, as a picture of the plane shows it: points in plane units, and
        for `x_gradients` the `gradients` (n, 2) that `pull` gives at the fakes of this phase.
        """
        shown = phase.values()
        for name in ("x_real", "x_fake"):
            if name in shown:
                shown[name] = self.to_plane(shown[name])
        if "x_gradients" in shown:
            mean = shown.pop("x_gradients")  # of the batch's mean loss: each pack has its share
            shown["gradients"] = mean * (len(mean) // self._rules.packing) / -self.scale
        return shown


def _modes(mixture: Mixture) -> list[list[float]]:
    """[x, y, standard deviation] of each mode; the mean of both axes' where they differ."""
    spreads = mixture.stds.mean(dim=1).tolist()
    return [[*mean, std] for mean, std in zip(mixture.means.tolist(), spreads, strict=True)]
