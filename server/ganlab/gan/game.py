"""The game of the plane: what two players fight over there, and with which networks."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.autograd import Autograd
from ganlab.gan.company import Company
from ganlab.gan.comparing import Comparing
from ganlab.gan.contest import Contest
from ganlab.gan.looking import Looking
from ganlab.gan.models import POINT, is_labelled
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.plane.draws import Draws
from ganlab.gan.plane.target import Distribution
from ganlab.gan.player import Perceptron
from ganlab.gan.tape import Tape
from ganlab.gan.turn import Batches, Engine


class Game(Looking, Contest):
    """A GAN in the plane; see `Contest` for how it is played.

    Points go in and come out in plane units (n, 2); inside, networks see scaled units.
    """

    _kind = Perceptron

    def _prepare(self) -> None:
        config = self.config
        self.plane = Distribution.of(config.data.id, config.data.params)
        centre, self.scale = self.plane.scale(config.scaling.id, config.scaling.params)
        self.centre = centre.to(device=self.device, dtype=self.dtype)
        dimension = int(config.prior.params["dimension"])
        self.classes = self.plane.classes if is_labelled(config.entry("model")) else 0
        self.draws = Draws(self.plane, config.bound("prior"), dimension, self.classes)
        # A D that sees several samples at once has inputs for them all.
        build, packing = config.bound("discriminator"), config.packing
        g, d = config.bound("model")(
            config.bound("generator"), lambda n: build(n * packing), dimension, self.classes
        )
        self._nets = {GENERATOR: g, DISCRIMINATOR: d}

    def _engine_for(self) -> Callable[..., Engine]:
        self._meet()
        return Autograd if self._is_general() else Tape

    def _meet(self) -> None:
        """Choose the company in which D judges what is looked at; none for a D that needs none."""
        packing, seed = self.config.packing, self.config.seed
        self._company = None
        if packing > 1 or isinstance(self._nets[DISCRIMINATOR], Comparing):
            self._company = Company(packing, self.config.batch_size // packing)
            rng = streams.generator(seed, streams.COMPANY_DATA)
            self._among = self.draws.data(self._company.size, rng)

    def _is_general(self) -> bool:
        """Whether the game needs more than the fast engine can do."""
        second_order = self.config.entry("dynamics").extras.get("second_order", False)
        special = any(player.net.spectral_norm for player in self.players.values())
        more = self.config.unroll or self._company is not None or self.encoder is not None
        return bool(special or more or second_order)

    def _new_batches(self) -> Batches:
        def draw_data(n: int, rng: torch.Generator) -> Tensor:
            drawn = self.draws.data(n, rng).to(self.device, self.dtype)
            if not self.classes:
                return self.to_network(drawn)
            return torch.cat([self.to_network(drawn[:, :POINT]), drawn[:, POINT:]], 1)

        noise = self.draws.noise
        draws = {
            streams.DATA: draw_data, streams.G_DATA: draw_data,
            streams.D_NOISE: noise, streams.G_NOISE: noise,
        }  # fmt: skip
        return Batches(
            draws, self.config.seed, numbers=POINT,
            batch=self.config.batch_size, device=self.device, dtype=self.dtype,
        )  # fmt: skip
