"""The game: determinism, phases, live changes, state, divergence."""

import math
from typing import Any

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.dynamics import dynamics, trials, updates
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.optimizers import optimizers
from ganlab.gan.phases import NAMES
from ganlab.gan.plane.distributions import distributions
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.snapshot import ARRAYS, Eye, View
from ganlab.gan.priors import priors
from ganlab.gan.regularizers import TARGET, regularizers
from ganlab.registry import ConfigError

SMALL = {
    "batch_size": 32,
    "generator": {"params": {"width": 8}},
    "discriminator": {"params": {"width": 8}},
}


def config(**changes) -> RunConfig:
    return RunConfig.from_json({**SMALL, **changes})


def played(configuration: RunConfig, rounds: int = 6) -> Game:
    game = Game(configuration)
    for _ in range(rounds):
        game.step()
    return game


def same(a: Game, b: Game) -> bool:
    one, other = a.state_dict(), b.state_dict()
    return one.keys() == other.keys() and all(torch.equal(v, other[k]) for k, v in one.items())


def every_entry() -> list[Any]:
    """A configuration that uses each entry of each registry once."""
    cases = []
    for name, registry in (
        ("loss", losses), ("dynamics", dynamics), ("prior", priors), ("data", distributions),
        ("g_optimizer", optimizers), ("d_optimizer", optimizers),
    ):  # fmt: skip
        cases += [pytest.param({name: {"id": e.id}}, id=f"{name}-{e.id}") for e in registry]
    rules = [e for e in regularizers if e.extras["kind"] != TARGET]  # that is of images
    cases += [pytest.param({"regularizers": [{"id": e.id}]}, id=e.id) for e in rules]
    spectral = {"params": {"width": 8, "spectral_norm": True}}
    return [*cases, pytest.param({"discriminator": spectral}, id="spectral_norm")]


@pytest.mark.parametrize("changes", every_entry())
def test_every_entry_trains_repeats_and_round_trips(changes: dict[str, Any]) -> None:
    game, twin = played(config(**changes)), played(config(**changes))
    assert same(game, twin)
    assert all(bool(v.isfinite().all()) for v in game.state_dict().values())
    kept = game.state_dict()
    weights = {p: game.weights(p).clone() for p in ("generator", "discriminator")}
    for _ in range(5):
        game.step()
    assert not any(torch.equal(before, game.weights(p)) for p, before in weights.items())
    fresh = Game(config(**changes))
    fresh.load_state_dict(kept)
    for _ in range(5):
        fresh.step()
    assert same(game, fresh)


@pytest.mark.parametrize("changes", every_entry())
def test_phases_give_the_bytes_of_step(changes: dict[str, Any]) -> None:
    entry = dynamics[changes.get("dynamics", {"id": "alternating"})["id"]]
    count = 1 if entry.extras.get("once") else 2
    changes = {**changes, "d_steps": count, "g_steps": count}
    stepped, phased = Game(config(**changes)), Game(config(**changes))
    moves = count * updates(entry, entry.fill({}))
    for _ in range(3):
        stepped.step()
        found = [(p, len(p.values())) for p in phased.phases()]
        assert [p.name for p, _ in found] == [*NAMES] * 2 * moves
        assert all(count > 0 for _, count in found)
        assert [p.last for p, _ in found] == [False] * (len(found) - 1) + [True]
        assert {(p.turn, p.turns) for p, _ in found} == {(k + 1, moves) for k in range(moves)}
        tried = trials(entry, entry.fill({}))
        assert all(p.trial == (p.turn <= tried) for p, _ in found)
    assert same(stepped, phased)


def test_phase_values_are_real() -> None:
    game = Game(config())
    seen = {}
    for phase in game.phases():
        seen[phase.player, phase.name] = phase.values()
    samples = seen["discriminator", "samples"]
    assert samples["x_real"].shape == samples["x_fake"].shape == (32, 2)
    judged = seen["discriminator", "predictions"]
    d_loss, _ = losses["non_saturating"].function(judged["d_real"], judged["d_fake"])
    assert seen["discriminator", "loss"]["loss"] == pytest.approx(float(d_loss), rel=1e-6)
    assert seen["generator", "gradients"]["x_gradients"].shape == (32, 2)
    # Adam's first update moves every weight that has a gradient by the learning rate.
    assert 0.0 < seen["generator", "update"]["update_norm"] <= 0.001 * 114**0.5 * 1.001


@pytest.mark.parametrize("player", ["generator", "discriminator"])
def test_one_player_alone_moves_only_its_weights(player: str) -> None:
    game = played(config())
    before = {p: game.weights(p).clone() for p in ("generator", "discriminator")}
    game.step(player)
    assert game.steps == 7
    for name, weights in before.items():
        assert torch.equal(weights, game.weights(name)) == (name != player)


def test_simultaneous_generator_answers_the_old_discriminator() -> None:
    alternating, simultaneous = (
        Game(config(dynamics={"id": d})) for d in ("alternating", "simultaneous")
    )
    alone = Game(config())
    alone.step("generator")  # G against the D that has not moved
    alternating.step()
    simultaneous.step()
    assert torch.equal(simultaneous.weights("generator"), alone.weights("generator"))
    assert torch.equal(simultaneous.weights("discriminator"), alternating.weights("discriminator"))
    assert not torch.equal(alternating.weights("generator"), alone.weights("generator"))


def test_losses_are_of_the_turns_played_since_the_state_was_put_back() -> None:
    game = played(config())
    start = game.state_dict()
    assert all(math.isfinite(value) for value in (*game.losses(), *game.gradient_norms()))
    game.load_state_dict(start)
    assert all(math.isnan(value) for value in (*game.losses(), *game.gradient_norms()))
    game.step("discriminator")
    d_loss, g_loss = game.losses()
    assert math.isfinite(d_loss)
    assert math.isnan(g_loss)


def test_seeds_differ_and_repeat() -> None:
    assert same(played(config(seed=3)), played(config(seed=3)))
    assert not same(played(config(seed=3)), played(config(seed=4)))


def test_looking_and_measuring_never_change_the_game() -> None:
    quiet, watched = Game(config(g_ema=0.9)), Game(config(g_ema=0.9))
    eye, judge = Eye(watched), Judge(watched)
    for _ in range(5):
        quiet.step()
        watched.step()
        eye.look(View(frozenset(ARRAYS)))
        judge.measure()
        judge.floors()
    assert same(quiet, watched)


def test_rate_change_keeps_moments_and_optimizer_change_keeps_weights() -> None:
    game = played(config())
    moments = game.state_dict()["generator.optimizer.first_moment"]
    weights = game.weights("generator").clone()
    game.configure(game.config.changed({"g_optimizer": {"params": {"lr": 0.01}}}))
    assert torch.equal(game.state_dict()["generator.optimizer.first_moment"], moments)
    assert torch.equal(game.weights("generator"), weights)
    game.configure(game.config.changed({"g_optimizer": {"id": "rmsprop"}}))
    state = game.state_dict()
    assert float(state["generator.optimizer.square_average"].abs().max()) == 0.0
    assert "discriminator.optimizer.first_moment" in state
    assert torch.equal(game.weights("generator"), weights)


def test_a_live_change_acts_at_the_next_step() -> None:
    game, changed = played(config()), played(config())
    changed.configure(changed.config.changed({"g_optimizer": {"params": {"lr": 0.0}}}))
    weights = changed.weights("generator").clone()
    game.step()
    changed.step()
    assert torch.equal(changed.weights("generator"), weights)
    assert not torch.equal(game.weights("generator"), weights)
    assert torch.equal(changed.weights("discriminator"), game.weights("discriminator"))


def test_batch_size_change_draws_nothing_twice() -> None:
    game = played(config())
    positions = game._batches.positions
    game.configure(game.config.changed({"batch_size": 64}))
    assert all(
        new[0] == old[0] + (old[1] > 0)
        for new, old in zip(game._batches.positions, positions, strict=True)
    )
    game.step()


def test_rebuild_fields_are_refused_live() -> None:
    game = played(config())
    before = game.state_dict()
    with pytest.raises(ConfigError, match="seed"):
        game.configure(game.config.changed({"seed": 1}))
    assert all(torch.equal(v, before[k]) for k, v in game.state_dict().items())


def test_average_follows_the_weights() -> None:
    game = Game(config(g_ema=0.5))
    start = game.weights("generator").clone()
    game.step()
    decay = min(0.5, 1 / 10)
    expected = decay * start + (1 - decay) * game.weights("generator")
    torch.testing.assert_close(game._average, expected)
    z = torch.zeros(1, 2)
    shown = game.generate(z)
    game.configure(game.config.changed({"g_ema": 0.0}))
    assert not torch.equal(shown, game.generate(z))


def test_the_mean_is_that_of_all_weights_since_it_was_switched_on() -> None:
    game = Game(config(), dtype=torch.float64)
    game.step()
    newest = game.generate(torch.ones(1, 2))
    game.configure(game.config.changed({"g_mean": True}))
    assert torch.equal(game.generate(torch.ones(1, 2)), newest)
    recorded = []
    for k in range(40):
        game.step("discriminator" if k == 7 else "both")
        if k != 7:
            recorded.append(game.weights("generator").clone())
        if k == 20:
            game.configure(game.config.changed({"batch_size": 16}))
    mean = torch.stack(recorded).mean(0)
    torch.testing.assert_close(game._average, mean, rtol=1e-12, atol=1e-14)
    shown = game.players["generator"].forward(torch.ones(2, 1, dtype=torch.float64), mean).t()
    torch.testing.assert_close(game.generate(torch.ones(1, 2)), game.to_plane(shown))
    game.configure(game.config.changed({"g_mean": False}))
    game.configure(game.config.changed({"g_mean": True}))
    game.step()
    torch.testing.assert_close(game._average, game.weights("generator"), rtol=1e-12, atol=0)


def test_the_mean_goes_on_from_a_saved_state_to_the_byte() -> None:
    game = played(config(g_mean=True))
    again = Game(game.config)
    again.load_state_dict(game.state_dict())
    for either in (game, again):
        for _ in range(5):
            either.step()
    assert all(torch.equal(v, again.state_dict()[k]) for k, v in game.state_dict().items())
    without = Game(config()).state_dict()  # as states were before there was such a mean
    assert not any("averaged" in name for name in without)


EXPLODING = {
    "loss": {"id": "wasserstein"},
    "d_optimizer": {"id": "sgd", "params": {"lr": 10.0}},
    "g_optimizer": {"id": "sgd", "params": {"lr": 10.0}},
}


def test_divergence_is_caught_within_the_step_and_undone() -> None:
    game = Game(config(**EXPLODING))
    states = []

    def play() -> None:
        for _ in range(500):
            states.append(game.state_dict())
            game.step()

    with pytest.raises(Diverged) as caught:
        play()
    kept = states[-1]
    assert caught.value.step == game.steps + 1 > 1
    assert "learning rate, 10," in caught.value.message
    state = game.state_dict()
    assert all(torch.equal(v, state[k]) for k, v in kept.items())
    assert all(bool(v.isfinite().all()) for v in state.values())
    game.configure(game.config.changed({"d_optimizer": {"params": {"lr": 0.0}}}))
    game.configure(game.config.changed({"g_optimizer": {"params": {"lr": 0.0}}}))
    game.step()  # play goes on from the last finite state


@pytest.mark.parametrize("culprit", ["generator", "discriminator"])
def test_divergence_blames_the_player_with_the_wild_rate(culprit: str) -> None:
    rates = {"generator": 0.01, "discriminator": 0.01, culprit: 10.0}
    chosen = {
        f"{player[0]}_optimizer": {"id": "sgd", "params": {"lr": rate}}
        for player, rate in rates.items()
    }
    game = Game(config(loss={"id": "least_squares"}, **chosen))

    def play() -> None:
        for _ in range(3000):
            game.step()

    with pytest.raises(Diverged) as caught:
        play()
    assert caught.value.player == culprit
    assert f"The {culprit}'s learning rate, 10," in caught.value.message


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda s: s.pop("steps"), "missing steps; unknown none"),
        (lambda s: s.update(extra=torch.zeros(1)), "missing none; unknown extra"),
        (lambda s: s.update({"generator.weights.0.bias": torch.zeros(3)}), "expected (8,)"),
        (
            lambda s: s.update({"generator.weights.0.bias": torch.full((8,), float("nan"))}),
            "expected finite",
        ),
        (lambda s: s.update(steps=torch.tensor(-1)), "steps: expected a number from 0"),
        (lambda s: s["streams"].__setitem__((0, 0), -1), "streams: expected positions"),
        (lambda s: s["streams"].__setitem__((0, 1), 8193), "streams: expected positions"),
    ],
)
def test_a_bad_state_is_refused_whole(spoil, words: str) -> None:
    game = played(config())
    before, bad = game.state_dict(), game.state_dict()
    bad["discriminator.weights.0.bias"] += 1.0
    spoil(bad)
    with pytest.raises(ValueError, match=words.replace("(", r"\(").replace(")", r"\)")):
        game.load_state_dict(bad)
    assert all(torch.equal(v, before[k]) for k, v in game.state_dict().items())


def test_a_state_from_before_a_stream_was_added_goes_on_the_same() -> None:
    game, other = Game(config()), Game(config())
    game.step()
    state = game.state_dict()
    other.load_state_dict({**state, "streams": state["streams"][:7]})
    game.step()
    other.step()
    assert same(game, other)


def test_float64_and_float32_start_from_the_same_weights() -> None:
    single, double = Game(config()), Game(config(), dtype=torch.float64)
    torch.testing.assert_close(
        single.weights("generator").double(), double.weights("generator"), rtol=1e-6, atol=1e-7
    )
