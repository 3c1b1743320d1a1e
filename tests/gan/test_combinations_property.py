"""Whatever is registered combines, or is refused in plain words: random draws over the catalog."""

import contextlib
import re
from random import Random
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ganlab.gan.config import FIELDS, RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.game import Game
from ganlab.registry import ConfigError
from tests.gan.configurations import accepted, drawn, switched

SEEDS = range(10)
STEPS, SEGMENTS = 200, 4


def judged(document: dict[str, Any]) -> tuple[RunConfig | None, ConfigError | None]:
    """The configuration, or why it is none."""
    try:
        return RunConfig.from_json(document), None
    except ConfigError as error:
        return None, error


@settings(max_examples=300)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_configuration_is_accepted_or_refused_in_plain_words(seed: int) -> None:
    config, refusal = judged(drawn(Random(seed)))
    if refusal is None:
        assert config is not None
        assert RunConfig.from_json(config.to_json()) == config
        return
    assert refusal.field.split(".")[0] in FIELDS
    # it completes "Must be …." on the page
    assert re.fullmatch(r"[a-z0-9\"].*[^.!]", refusal.expected), refusal.expected
    assert refusal.got


def test_most_draws_are_acceptable_and_some_are_not() -> None:
    """Or else the property would hold for want of examples."""
    refused = sum(judged(drawn(Random(seed)))[1] is not None for seed in range(300))
    assert 3 <= refused <= 240


def test_the_draws_reach_every_entry_and_field() -> None:
    documents = [drawn(Random(seed)) for seed in range(300)]
    assert {name for document in documents for name in document} == set(FIELDS)
    for name, field in FIELDS.items():
        if field.registry is not None:
            values = [document[name] for document in documents if name in document]
            chosen = [c for v in values for c in (v if field.several else [v])]
            assert {c["id"] for c in chosen} == {entry.id for entry in field.registry}


def same(one: Game, other: Game) -> bool:
    """Whether two games have the very same bytes."""
    ours, theirs = one.state_dict(), other.state_dict()
    return ours.keys() == theirs.keys() and all(
        ours[name].numpy().tobytes() == theirs[name].numpy().tobytes() for name in ours
    )


def twins_play_on(game: Game) -> None:
    """One that is put back from its state plays on, phase by phase, to the same bytes."""
    twin = Game(game.config)
    twin.load_state_dict(game.state_dict())
    assert same(game, twin)
    for _ in range(2):
        game.step()
        for _ in twin.phases():
            pass
    assert same(game, twin)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_accepted_trains_through_live_switches(seed: int) -> None:
    rng = Random(seed)
    game = Game(accepted(rng))
    for segment in range(SEGMENTS):
        if segment:
            game.configure(switched(game.config, rng))
        # A learning rate may be anything: a game that diverges stands as before, and goes on.
        with contextlib.suppress(Diverged):
            for _ in range(STEPS // SEGMENTS - 2):
                game.step()
            twins_play_on(game)
        weights = (value for name, value in game.state_dict().items() if "weights" in name)
        assert all(bool(torch.isfinite(value).all()) for value in weights)
