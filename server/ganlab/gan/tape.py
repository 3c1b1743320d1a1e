"""The fast engine: hand-written gradients of two multilayer perceptrons, bound once, run often."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.mlp import Mlp
from ganlab.gan.models import POINT
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.gan.player import Player
from ganlab.gan.programs import Program, Workspace, run
from ganlab.gan.turn import Batches, Penalty, Record, Rules


class Tape:
    """Finds both players' gradients without autograd. See `ganlab.gan.turn.Engine`."""

    def __init__(self, rules: Rules, g: Player, d: Player, batches: Batches, d_steps: int) -> None:
        assert isinstance(g.net, Mlp), "an encoder needs the general engine"
        assert isinstance(d.net, Mlp)
        self._rules = rules
        self._batches = batches
        self._n = n = batches.size
        # Of each sample in a mean. A tensor, as a Python number costs more than the product itself.
        self._share = d.weights.new_tensor(1.0 / n)
        self._g = Workspace(g.net, g.layers, (d_steps + 1) * n)  # D's batches, then one of G's
        self._d = Workspace(d.net, d.layers, 2 * n)  # real samples, then fakes
        self._judge = Workspace(d.net, d.layers, n)  # the fakes of G's own turn
        self._between = Workspace(d.net, d.layers, n)
        self._own = slice(d_steps * n, (d_steps + 1) * n)
        self._generate: dict[tuple[int, int], Program] = {}
        self._d_gradients = d.net.layers(d.gradient)
        self._g_gradients = g.net.layers(g.gradient)
        self._beside = Workspace(d.net, d.layers, n) if rules.pairs else None  # real, in G's turn
        self._wanted, self._blur = (0, 0), 0.0
        self._d_ready, self._d_used, self._g_ready = 0, 0, False
        self.records = {p.name: Record(p.name, rules, p.gradient, p.weights) for p in (d, g)}
        self._bind()

    def _bind(self) -> None:
        """Bind every operation of both turns to its buffers."""
        n, whole = self._n, slice(None)
        self._judge_real, self._judge_fake = self._d.output[0, :n], self._d.output[0, n:]
        self._slope_real, self._slope_fake = self._d.delta[-1][0, :n], self._d.delta[-1][0, n:]
        self._real_in, self._fake_in = self._d.raw[:, :n], self._d.raw[:, n:]
        self._real_points, self._fake_points = self._real_in[:POINT], self._fake_in[:POINT]
        self._own_points = self._judge.raw[:POINT]
        self._judge_own, self._slope_own = self._judge.output[0], self._judge.delta[-1][0]
        self._noise_in = torch.split(self._g.raw, n, 1)  # one view per batch
        self._fakes_out = torch.split(self._g.output, n, 1)
        self._see_both = self._d.forward(whole)
        self._teach_d = self._d.backward(whole, gradients=self._d_gradients, to_raw=False)
        record = self.records[DISCRIMINATOR]
        record.d_real, record.d_fake = self._judge_real, self._judge_fake
        record.x_real, record.x_fake = self._real_in, self._fake_in
        for penalty in self._rules.penalties:
            norm = self._d.raw.new_zeros(n)
            record.squared_norms.append(norm)
            self._teach_d += self._penalty(penalty, norm)
        own = self.records[GENERATOR]
        own.d_fake, own.x_fake = self._judge_own, self._judge.raw
        own.x_gradients = self._judge.d_raw
        own.noise = self._noise_in[-1]
        self._see_fakes = self._judge.forward(whole)
        if self._beside is not None:
            own.x_real, own.d_real = self._beside.raw, self._beside.output[0]
            self._see_fakes += self._beside.forward(whole)
        self._teach_g: Program = [
            *self._judge.backward(whole, to_raw=True),
            partial(self._g.delta[-1][:, self._own].copy_, self._judge.d_raw[:POINT]),
            *self._g.backward(self._own, gradients=self._g_gradients, to_raw=False),
        ]
        self._phases = {name: r.phases() for name, r in self.records.items()}

    def _penalty(self, penalty: Penalty, norm: Tensor) -> Program:
        n = self._n
        if penalty.at != "between":
            columns = slice(0, n) if penalty.at == "real" else slice(n, 2 * n)
            return self._d.penalty(columns, penalty.derivative, self._d_gradients, norm)

        between = self._between.raw[:POINT]

        def mix() -> None:
            weight = self._batches.next(streams.BETWEEN)
            torch.lerp(self._fake_points, self._real_points, weight, out=between)
            if self._rules.labels:
                self._between.raw[POINT:].copy_(self._real_in[POINT:])

        whole = slice(None)
        return [
            mix,
            *self._between.forward(whole),
            *self._between.penalty(whole, penalty.derivative, self._d_gradients, norm),
        ]

    def mode(self) -> torch.inference_mode:
        """Nothing here is ever differentiated; that knowledge saves a tenth of the time."""
        return torch.inference_mode()

    def begin(self, step: int, d_steps: int, g_steps: int) -> None:
        """A round starts: nothing is generated yet."""
        self._blur = self._rules.blur(step)
        self._wanted = (d_steps, 1 if g_steps else 0)
        self._d_ready = self._d_used = 0
        self._g_ready = False

    def gradient(self, player: str) -> Iterator[Phase]:
        """Phases 1 to 4 of a turn."""
        return self._d_turn() if player == DISCRIMINATOR else self._g_turn()

    def moved(self, player: str) -> None:
        """After a move of G its fakes are stale."""
        if player == GENERATOR:
            self._d_ready = self._d_used = 0
            self._g_ready = False

    def _make_fakes(self, d_batches: int, g_batches: int) -> None:
        """One pass of G for all the batches that are due before it moves; they are exactly those
        that separate passes would give.
        """
        n = self._n
        for k in range(d_batches):
            self._noise_in[k].copy_(self._batches.next(streams.D_NOISE))
        if g_batches:
            self._noise_in[-1].copy_(self._batches.next(streams.G_NOISE))
        start = 0 if d_batches else self._own.start
        stop = self._own.stop if g_batches else d_batches * n
        program = self._generate.get((start, stop))
        if program is None:
            program = self._generate[start, stop] = self._g.forward(slice(start, stop))
        run(program)
        if d_batches:
            self._d_ready, self._d_used = d_batches, 0
        self._g_ready = self._g_ready or g_batches > 0

    def _show(self, batch: int, seen: Tensor, points: Tensor) -> None:
        """Put fakes before D, with the labels that G was asked for."""
        points.copy_(self._fakes_out[batch])
        if self._rules.labels:
            seen[POINT:].copy_(self._noise_in[batch][-self._rules.labels :])

    def _blur_(self, x: Tensor, stream: int) -> None:
        if self._blur:
            x.add_(self._batches.next(stream), alpha=self._blur)

    def _d_turn(self) -> Iterator[Phase]:
        phases = self._phases[DISCRIMINATOR]
        if self._d_used == self._d_ready:
            self._make_fakes(*self._wanted)
            self._wanted = (1, 0)  # a dynamics that moves G in between asks for one at a time
        self._real_in.copy_(self._batches.next(streams.DATA))
        self._show(self._d_used, self._fake_in, self._fake_points)
        self.records[DISCRIMINATOR].noise = self._noise_in[self._d_used]
        self._d_used += 1
        self._blur_(self._real_points, streams.BLUR_REAL)
        self._blur_(self._fake_points, streams.BLUR_FAKE)
        yield phases["samples"]
        run(self._see_both)
        yield phases["predictions"]
        slope_real, slope_fake = self._rules.d_slopes(self._judge_real, self._judge_fake)
        torch.mul(slope_real, self._share, out=self._slope_real)
        torch.mul(slope_fake, self._share, out=self._slope_fake)
        run(self._teach_d)  # finds the slopes that penalties are of, and so the loss, on its way
        yield phases["loss"]
        yield phases["gradients"]

    def _g_turn(self) -> Iterator[Phase]:
        phases = self._phases[GENERATOR]
        if not self._g_ready:
            self._make_fakes(0, 1)
        self._show(-1, self._judge.raw, self._own_points)
        self._blur_(self._own_points, streams.BLUR_G)
        if self._beside is not None:
            self._beside.raw.copy_(self._batches.next(streams.G_DATA))
            self._blur_(self._beside.raw[:POINT], streams.BLUR_G_REAL)
        yield phases["samples"]
        run(self._see_fakes)
        yield phases["predictions"]
        slope = self._rules.g_slope(self._judge_own, self.records[GENERATOR].d_real)
        torch.mul(slope, self._share, out=self._slope_own)
        yield phases["loss"]
        run(self._teach_g)
        self._g_ready = False
        yield phases["gradients"]
