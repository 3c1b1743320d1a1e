"""Dynamics on the real game: each against plain simultaneous steps from states placed by hand."""

from typing import Any

import pytest
import torch
from torch import Tensor

from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.dynamics import dynamics
from ganlab.gan.game import Game
from ganlab.gan.phases import BOTH, DISCRIMINATOR, GENERATOR, NAMES, PLAYERS
from ganlab.registry import ConfigError

NET = {"id": "mlp", "params": {"layers": 1, "width": 6, "activation": "tanh"}}
SMALL: dict[str, Any] = {"batch_size": 16, "generator": NET, "discriminator": NET}
LEARNS = [{"id": "sgd", "params": {"lr": 0.2}}, {"id": "adam", "params": {"lr": 0.02}}]
EVERY = [e.id for e in dynamics]


def game(turns: str, params: dict[str, Any] | None = None, **changes: Any) -> Game:
    chosen = {"id": turns, "params": params or {}}
    return Game(RunConfig.from_json({**SMALL, **changes, "dynamics": chosen}), dtype=torch.float64)


def optimized(choice: dict[str, Any]) -> dict[str, Any]:
    return {"d_optimizer": choice, "g_optimizer": choice}


def weights(played: Game) -> Tensor:
    return torch.cat([played.weights(p) for p in PLAYERS])


def place(played: Game, flat: Tensor) -> None:
    sizes = [len(played.weights(p)) for p in PLAYERS]
    for player, part in zip(PLAYERS, torch.split(flat, sizes), strict=True):
        played.weights(player).copy_(part)


def twin(played: Game, **changes: Any) -> Game:
    """The same moment of a game that is played simultaneously."""
    config = played.config.changed({"dynamics": {"id": "simultaneous"}, **changes})
    other = Game(config, dtype=torch.float64)
    state = {k: v for k, v in played.state_dict().items() if ".dynamics." not in k}
    other.load_state_dict(state)
    return other


@pytest.mark.parametrize("optimizer", LEARNS, ids=lambda o: o["id"])
def test_extragradient_moves_by_the_update_found_ahead(optimizer: dict[str, Any]) -> None:
    played = game("extragradient", **optimized(optimizer))
    for _ in range(3):
        plain, start = twin(played), weights(played)
        plain.step()
        ahead = weights(plain)
        plain.step()
        played.step()
        torch.testing.assert_close(weights(played), start + weights(plain) - ahead)
        assert not torch.allclose(weights(played), weights(plain))
        ours, theirs = played.state_dict(), plain.state_dict()
        for name in (k for k in ours if ".optimizer." in k):  # the moments go on
            torch.testing.assert_close(ours[name], theirs[name])


@pytest.mark.parametrize("optimizer", LEARNS, ids=lambda o: o["id"])
def test_optimistic_takes_twice_the_update_less_the_last(optimizer: dict[str, Any]) -> None:
    played = game("optimistic", **optimized(optimizer))
    last: Tensor | None = None
    for _ in range(4):
        plain, start = twin(played), weights(played)
        plain.step()
        move = weights(plain) - start
        played.step()
        expected = start + 2 * move - (move if last is None else last)
        torch.testing.assert_close(weights(played), expected)
        last = move


@pytest.mark.parametrize("optimizer", LEARNS, ids=lambda o: o["id"])
def test_proximal_repeats_one_step_from_where_it_led(optimizer: dict[str, Any]) -> None:
    played = game("proximal", {"iterations": 5}, **optimized(optimizer))
    played.step()
    kept, start = twin(played).state_dict(), weights(played).clone()
    plain, there = twin(played), weights(played).clone()
    shifts = []
    for _ in range(5):
        plain.load_state_dict(kept)
        place(plain, there)
        plain.step()
        goal = start + weights(plain) - there
        shifts.append(float((goal - there).norm()))
        there = goal
    played.step()
    torch.testing.assert_close(weights(played), there)
    assert played._batches.positions == plain._batches.positions  # one batch for all tries
    if optimizer["id"] == "sgd":  # the tries close in on the implicit step
        assert shifts[4] < 0.2 * shifts[1] < 0.2 * shifts[0]


@pytest.mark.parametrize("rules", [[], [{"id": "gradient_penalty"}, {"id": "r2"}]], ids=len)
def test_consensus_adds_the_gradient_of_both_gradients_size(rules: list[Any]) -> None:
    """∇½‖v‖² by finite differences of v, for both players at once."""
    played = game("consensus", regularizers=rules, **optimized(LEARNS[0]))
    for _ in range(2):
        played.step()
    start, positions, gamma = weights(played).clone(), played._batches.positions, 0.7

    def field(weight: float, at: Tensor) -> Tensor:
        place(played, at)
        played._batches.positions = positions
        for turn in played._board.joint(weight).values():
            assert [p.name for p in turn] == [*NAMES[:4]]
        return torch.cat([played.players[p].gradient for p in PLAYERS])

    plain, found = field(0.0, start), field(gamma, start)
    alone = twin(played)
    place(alone, start)
    alone._batches.positions = positions
    alone.step()
    torch.testing.assert_close(0.2 * plain, start - weights(alone))
    rng = torch.Generator().manual_seed(1)
    for v in torch.randn(4, len(start), generator=rng, dtype=torch.float64):
        sizes = [0.5 * field(0.0, start + h * v).square().sum() for h in (1e-5, -1e-5)]
        expected = (sizes[0] - sizes[1]) / 2e-5
        torch.testing.assert_close((found - plain) @ v / gamma, expected, rtol=1e-6, atol=1e-9)


def test_best_response_is_one_player_after_the_other() -> None:
    played, plain = game("best_response", {"updates": 4, "tolerance": 0.0}), game("alternating")
    played.step()
    for player in PLAYERS:
        for _ in range(4):
            plain.step(player)
    torch.testing.assert_close(weights(played), weights(plain))
    assert (played.steps, plain.steps) == (1, 8)


def test_best_response_ends_with_the_update_that_says_it_is_the_last() -> None:
    still = optimized({"id": "sgd", "params": {"lr": 0.0}})
    for tolerance, moves in ((1.0, 1), (0.0, 3)):
        turns = game("best_response", {"updates": 3, "tolerance": tolerance}, **still)
        found = [p for p in turns.phases() if p.name == NAMES[-1]]
        assert [p.turn for p in found] == [*range(1, moves + 1)] * 2
        assert [(p.turns, p.last) for p in found[-1:]] == [(moves, True)]
        assert not any(p.last for p in found[:-1])


@pytest.mark.parametrize("turns", EVERY)
@pytest.mark.parametrize("player", PLAYERS)
def test_one_player_alone_moves_only_its_weights(turns: str, player: str) -> None:
    played = game(turns)
    played.step()
    before = {p: played.weights(p).clone() for p in PLAYERS}
    shown = list(played.phases(player))
    assert {p.player for p in shown} == {player}
    assert shown[-1].last
    for name in PLAYERS:
        assert torch.equal(before[name], played.weights(name)) == (name != player)


@pytest.mark.parametrize("turns", EVERY)
def test_an_update_s_length_is_that_of_the_move(turns: str) -> None:
    """Extragradient's second move is measured from where it starts, not from where it looked."""
    played = game(turns, **optimized({"id": "sgd", "params": {"lr": 0.2}}))
    for phase in played.phases():
        if phase.name == NAMES[3]:
            norm = phase.values()["gradient_norm"]
        elif phase.name == NAMES[4]:  # with SGD the rate times the gradient, at any first step
            assert phase.values()["update_norm"] == pytest.approx(0.2 * norm)


@pytest.mark.parametrize("turns", EVERY)
def test_a_move_that_is_called_a_trial_is_taken_back(turns: str) -> None:
    """After the round each player stands where its last move began, plus that move."""
    played = game(turns, **optimized({"id": "sgd", "params": {"lr": 0.2}}))
    start, tried = {p: played.weights(p).clone() for p in PLAYERS}, 0
    moved: dict[str, Tensor] = {}
    for phase in played.phases():
        if phase.name == NAMES[4]:
            tried += phase.trial
            moved[phase.player] = played.weights(phase.player).clone()
            length = float((moved[phase.player] - start[phase.player]).norm())
            straight = phase.values()["update_norm"] == pytest.approx(length)
            assert straight or turns == "best_response"  # which walks, without a way back
    assert tried == 2 * {"extragradient": 1, "proximal": 3}.get(turns, 0)
    assert torch.equal(weights(played), torch.cat([moved[p] for p in PLAYERS]))


@pytest.mark.parametrize("turns", EVERY)
def test_divergence_undoes_the_whole_round(turns: str) -> None:
    wild = optimized({"id": "sgd", "params": {"lr": 10.0}})
    played = game(turns, loss={"id": "least_squares"}, **wild)
    states = []

    def play() -> None:
        for _ in range(300):
            states.append(played.state_dict())
            played.step()

    with pytest.raises(Diverged):
        play()
    now = played.state_dict()
    assert all(torch.equal(v, now[k]) for k, v in states[-1].items())


def test_memory_lasts_as_long_as_its_dynamics() -> None:
    played = game("optimistic")
    for _ in range(3):
        played.step()
    name = "generator.dynamics.last"
    kept = played.state_dict()[name]
    assert float(kept.norm()) > 0.0
    played.configure(played.config.changed({"g_ema": 0.9, "g_optimizer": {"id": "sgd"}}))
    assert torch.equal(played.state_dict()[name], kept)
    played.configure(played.config.changed({"dynamics": {"id": "alternating"}}))
    assert not any(".dynamics." in k for k in played.state_dict())
    played.configure(played.config.changed({"dynamics": {"id": "optimistic"}}))
    state = played.state_dict()
    assert float(state[name].norm()) == float(state["generator.dynamics.count"][0]) == 0.0


def test_counts_that_a_dynamics_decides_itself_are_refused() -> None:
    for entry in dynamics:
        for field in ("d_steps", "g_steps"):
            wanted = {"dynamics": {"id": entry.id}, field: 2}
            if not entry.extras.get("once"):
                RunConfig.from_json(wanted)
                continue
            with pytest.raises(ConfigError, match=f"{field}: expected at most 1 with turns that"):
                RunConfig.from_json(wanted)
            RunConfig.from_json({**wanted, field: 0})


def test_a_wrong_player_is_refused() -> None:
    with pytest.raises(ValueError, match=f"expected one of {BOTH}, {DISCRIMINATOR}, {GENERATOR}"):
        game("extragradient").step("referee")
