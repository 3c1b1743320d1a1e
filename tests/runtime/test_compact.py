"""Compact states: small, whole again with the right names, and what is left out is as promised."""

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.image.game import ImageGame
from ganlab.runtime.compact import NEIGHBOURS, compacted, expanded
from tests.gan.image.looks import DIGITS


@pytest.fixture(scope="module")
def game() -> ImageGame:
    """A game of digits after five steps."""
    found = ImageGame(RunConfig.from_json({**DIGITS, "prior": {"params": {"dimension": 32}}}))
    for _ in range(5):
        found.step()
    return found


def again(game: ImageGame, *, averaged: bool = True) -> ImageGame:
    """The game that its compact state gives."""
    other = ImageGame(game.config)
    other.load_state_dict(expanded(*compacted(game.state_dict(), averaged=averaged)))
    return other


def test_even_a_small_one_is_a_fifth_of_the_whole(game: ImageGame) -> None:
    state = game.state_dict()
    kept, rest = compacted(state, averaged=True)
    whole, small = (sum(t.nbytes for t in parts.values()) for parts in (state, kept))
    assert small + len(rest) < whole / 5


def test_the_generator_that_is_shown_makes_the_same_images(game: ImageGame) -> None:
    z = game.noise(50, torch.Generator().manual_seed(1))
    before, after = game.generate(z), again(game).generate(z)
    difference = (before - after).square().mean().sqrt() / before.std()
    assert 0 < float(difference) < 0.01


def test_each_weight_is_off_by_half_a_level_at_most(game: ImageGame) -> None:
    name = "generator.average.0.0"
    before, after = game.state_dict()[name], again(game).state_dict()[name]
    level = before.abs().amax(1, keepdim=True) / 127
    assert before.shape == after.shape
    assert bool(((before - after).abs() <= 0.501 * level).all())
    assert not torch.equal(before, after)


def test_what_stands_for_what_is_left_out(game: ImageGame) -> None:
    state, found = game.state_dict(), again(game).state_dict()
    assert torch.equal(found["generator.weights.0.0"], found["generator.average.0.0"])
    first, second = (f"generator.optimizer.{s}_moment" for s in ("first", "second"))
    assert bool(state[first].any())
    assert not bool(found[first].any())
    mean = state[second][NEIGHBOURS : 2 * NEIGHBOURS].mean()
    assert found[second][NEIGHBOURS : 2 * NEIGHBOURS] == pytest.approx(mean.expand(NEIGHBOURS))
    assert float(found[second].mean()) == pytest.approx(float(state[second].mean()), rel=0.01)
    for name in ("steps", "streams", "generator.optimizer.count", "discriminator.buffers"):
        assert torch.equal(state[name], found[name])


def test_without_an_average_the_weights_are_what_is_kept(game: ImageGame) -> None:
    found = again(game, averaged=False).state_dict()
    level = game.state_dict()["generator.weights.0.0"].abs().amax() / 127
    weights = game.state_dict()["generator.weights.0.0"]
    assert float((found["generator.weights.0.0"] - weights).abs().max()) <= 0.501 * float(level)
    assert torch.equal(found["generator.weights.0.0"], found["generator.average.0.0"])


def test_steps_after_it_are_of_the_same_size(game: ImageGame) -> None:
    """What the optimizer remembers holds: without it, a first step of Adam is a leap."""

    def leap(played: ImageGame) -> float:
        before = played.weights("generator").clone()
        played.step()
        return float((played.weights("generator") - before).norm())

    forgetful = again(game)
    state = forgetful.state_dict()
    for slot in ("second_moment", "count"):
        state[f"generator.optimizer.{slot}"].zero_()
    forgetful.load_state_dict(state)
    whole, compact = ImageGame(game.config), again(game)
    whole.load_state_dict(game.state_dict())
    usual = leap(whole)
    assert 0.3 * usual < leap(compact) < 1.5 * usual
    assert leap(forgetful) > 1.5 * leap(compact)
