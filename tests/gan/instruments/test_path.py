"""The players' way: turns of hand-made paths, and of a game that is known."""

import math

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.instruments.instrument import PATH, instruments
from ganlab.gan.instruments.path import PAIRS, PathWatch, Way, cosine

IDS = [entry.id for entry in instruments if entry.extras.get("of") == PATH]


def way(points, gradients=None):
    found = Way()
    for k, point in enumerate(points):
        gradient = torch.tensor(gradients[k] if gradients else [1.0, 0.0])
        found.note(gradient, torch.tensor(point))
    return found


def test_a_straight_path_does_not_turn():
    assert way([[float(k), 0.0] for k in range(5)]).angles == pytest.approx([0, 0, 0], abs=0.05)


def test_a_square_turns_by_right_angles_and_a_swing_by_half_a_turn():
    square = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]
    assert way(square).angles == pytest.approx([90, 90, 90], abs=0.05)
    swing = [[0.0, 0.0], [1.0, 0.0], [0.0, 0.0], [1.0, 0.0]]
    assert way(swing).angles == pytest.approx([180, 180], abs=0.05)


def test_a_circle_turns_by_its_step():
    """The bilinear game played simultaneously turns by atan η each step."""
    eta, (x, y), points = 0.3, (1.0, 0.0), []
    for _ in range(8):
        points.append([x, y])
        x, y = x - eta * y, y + eta * x
    turn = math.degrees(math.atan(eta))
    assert way(points).angles == pytest.approx([turn] * 6, abs=0.01)


def test_cosines_of_gradients():
    found = way([[0.0, 0.0]] * 4, [[1.0, 0.0], [3.0, 0.0], [0.0, 2.0], [0.0, -1.0]])
    assert found.cosines == pytest.approx([1, 0, -1])
    assert found.norms == [1, 3, 2, 1]
    assert cosine(torch.zeros(3), torch.ones(3)) == 0


def test_a_watch_sees_enough_and_says_so():
    game, watch = Game(RunConfig.from_json()), PathWatch()
    done = []
    for _ in range(PAIRS + 2):
        game.step()
        done.append(watch.note(game))
    assert done == [False] * (PAIRS + 1) + [True]
    found = {name: instruments[name].function(watch).value for name in IDS}
    assert len(found) == 6
    assert all(math.isfinite(value) for value in found.values())
    assert found["d_gradient_norm"] > 0
    assert -1 <= found["g_gradient_cosine"] <= 1
    # Adam's first moves hardly turn.
    assert 0 < found["g_rotation"] < 90


def test_a_gap_begins_anew():
    game, watch = Game(RunConfig.from_json()), PathWatch()
    for _ in range(5):
        game.step()
        watch.note(game)
    game.step()
    game.step()
    watch.note(game)
    assert len(watch.ways["generator"].norms) == 1


def test_watching_changes_nothing():
    watched, alone = Game(RunConfig.from_json()), Game(RunConfig.from_json())
    watch = PathWatch()
    for _ in range(5):
        watched.step()
        watch.note(watched)
        alone.step()
    assert all(
        torch.equal(a, b)
        for a, b in zip(watched.state_dict().values(), alone.state_dict().values(), strict=True)
    )
