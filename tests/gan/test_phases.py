"""Slow motion's numbers: each phase says what is true at that moment, in both engines."""

import math
from typing import Any

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.losses import losses, of_pairs
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, NAMES

SMALL = {
    "batch_size": 32,
    "generator": {"params": {"layers": 1, "width": 8}},
    "discriminator": {"params": {"layers": 1, "width": 8}},
}
ENGINES: list[dict[str, Any]] = [{}, {"discriminator": {"params": {"spectral_norm": True}}}]


def game(steps: int = 0, **changes: Any) -> Game:
    made = Game(RunConfig.from_json({**SMALL, **changes}), dtype=torch.float64)
    for _ in range(steps):
        made.step()
    return made


def test_turns_are_counted() -> None:
    found = [(p.player, p.index, p.turn, p.turns, p.last)
             for p in game(d_steps=2, g_steps=1).phases()]  # fmt: skip
    turns = [(DISCRIMINATOR, 1, 2), (DISCRIMINATOR, 2, 2), (GENERATOR, 1, 1)]
    expected = [(p, k, turn, turns, False) for p, turn, turns in turns for k in range(1, 6)]
    assert found == [*expected[:-1], (*expected[-1][:-1], True)]


@pytest.mark.parametrize("player", [DISCRIMINATOR, GENERATOR])
def test_one_player_alone_has_only_its_own_phases(player: str) -> None:
    found = list(game(d_steps=2, g_steps=2).phases(player))
    assert [(p.player, p.turns) for p in found] == [(player, 2)] * 10
    assert [p.last for p in found] == [False] * 9 + [True]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("steps", [0, 3])
def test_losses_in_mid_step_are_those_found_last(engine: dict[str, Any], steps: int) -> None:
    """Before a turn's loss is found the last one's stands, though the buffers are half filled."""
    played = game(steps, **engine)
    before = (played.losses(), played.gradient_norms())
    known = dict(zip((DISCRIMINATOR, GENERATOR), zip(*before, strict=True), strict=True))
    for phase in played.phases():
        if phase.name in ("loss", "gradients"):
            values = phase.values()
            loss, norm = known[phase.player]
            known[phase.player] = (values.get("loss", loss), values.get("gradient_norm", norm))
        expected = [known[DISCRIMINATOR], known[GENERATOR]]
        found = list(zip(played.losses(), played.gradient_norms(), strict=True))
        for now, then in zip(found, expected, strict=True):
            assert now == pytest.approx(then, nan_ok=True)
    assert all(math.isfinite(x) for pair in known.values() for x in pair)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_loss_holds_this_turns_penalties(engine: dict[str, Any]) -> None:
    weight = 2.0
    rules = [{"id": "gradient_penalty", "params": {"weight": weight}}, {"id": "r1"}]
    played = game(3, regularizers=rules, **engine)
    found: dict[str, Any] = {}
    for phase in played.phases(DISCRIMINATOR):
        found |= phase.values()
        if phase.name == "loss":
            base, _ = losses["non_saturating"].function(found["d_real"], found["d_fake"])
            record = played._engine.records[DISCRIMINATOR]
            between, at_real = (n.clone() for n in record.squared_norms)
            slopes = _slopes(played, found["x_real"])
    assert torch.allclose(at_real, slopes.square().sum(1))
    expected = weight * (between.sqrt() - 1).square().mean() + 0.05 * at_real.mean()
    assert found["penalty"] == pytest.approx(float(expected))
    assert found["loss"] == pytest.approx(float(base) + found["penalty"])


def _slopes(played: Game, x: torch.Tensor) -> torch.Tensor:
    with torch.enable_grad():
        points = x.clone().requires_grad_()
        out = played.players[DISCRIMINATOR].forward(points.t())
        return torch.autograd.grad(out.sum(), points)[0]


@pytest.mark.parametrize("entry", list(losses), ids=lambda e: e.id)
def test_slopes_say_how_much_each_sample_counts(entry: Any) -> None:
    played = game(3, loss={"id": entry.id})
    found: dict[str, Any] = {}
    for phase in played.phases(DISCRIMINATOR):
        found |= phase.values()
    with torch.enable_grad():
        real, fake = (found[k].clone().requires_grad_() for k in ("d_real", "d_fake"))
        slopes = torch.autograd.grad(entry.bind({})(real, fake)[0] * len(real), (real, fake))
    torch.testing.assert_close((found["slope_real"], found["slope_fake"]), slopes)


def test_there_is_no_penalty_to_name_without_one() -> None:
    found = {p.name: p.values() for p in game().phases(DISCRIMINATOR)}
    assert set(found["loss"]) == {"loss"}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("loss", [e.id for e in losses])
def test_what_is_shown_is_in_plane_units(engine: dict[str, Any], loss: str) -> None:
    played = game(3, data={"id": "grid"}, loss={"id": loss}, **engine)
    shown: dict[tuple[str, str], dict[str, Any]] = {}
    for phase in played.phases():
        shown[phase.player, phase.name] = played.in_picture(phase)
        if (phase.player, phase.name) == (GENERATOR, "gradients"):
            fakes = shown[GENERATOR, "samples"]["x_fake"]
            raw = played.discriminate(fakes)
            torch.testing.assert_close(raw, shown[GENERATOR, "predictions"]["d_fake"])
            beside = shown[GENERATOR, "samples"].get("x_real")  # of a loss of pairs
            torch.testing.assert_close(
                shown[GENERATOR, "gradients"]["gradients"], played.pull(fakes, beside)
            )
            if beside is not None:
                judged = shown[GENERATOR, "predictions"]["d_real"]
                torch.testing.assert_close(played.discriminate(beside), judged)
    x_min, x_max, y_min, y_max = played.plane.extent
    real = shown[DISCRIMINATOR, "samples"]["x_real"]
    inside = (real[:, 0] > x_min) & (real[:, 0] < x_max) & (real[:, 1] > y_min)
    assert float((inside & (real[:, 1] < y_max)).double().mean()) > 0.95
    assert float(real.std()) > 1.2 * float(played.to_network(real).std())
    assert ("x_real" in shown[GENERATOR, "samples"]) == of_pairs(losses[loss])
    assert ("d_real" in shown[GENERATOR, "predictions"]) == of_pairs(losses[loss])


@pytest.mark.parametrize("engine", ENGINES)
def test_fakes_are_made_of_the_noise_that_is_shown(engine: dict[str, Any]) -> None:
    played = game(3, d_steps=2, **engine)
    for phase in played.phases():
        if phase.name == NAMES[0]:
            shown = played.in_picture(phase)
            torch.testing.assert_close(shown["x_fake"], played.generate(shown["noise"]))


def test_weights_move_in_the_fifth_phase_and_in_no_other() -> None:
    played = game(2)
    probe = torch.zeros(1, 2)
    for phase in played.phases():
        before = {p: played.weights(p).clone() for p in (DISCRIMINATOR, GENERATOR)}
        verdict = float(played.discriminate(probe))
        if phase.name == NAMES[3]:
            kept, kept_verdict = before, verdict
        if phase.name == NAMES[4]:
            moved = played.weights(phase.player) - kept[phase.player]
            values = phase.values()
            assert values["update_norm"] == pytest.approx(float(moved.norm()))
            assert values["update_norm"] > 0.0
            assert values["weights"] == moved.numel()
            assert (verdict != kept_verdict) == (phase.player == DISCRIMINATOR)
