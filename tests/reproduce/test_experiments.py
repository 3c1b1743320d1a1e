"""Short versions of every experiment; the toys, closed forms and orders are held two-sided."""

import math

import pytest
import torch

from ganlab.gan import streams
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.plane.judge import Judge
from ganlab.reproduce.birthday import collision_chance, even_batch
from ganlab.reproduce.every import experiments
from ganlab.reproduce.experiment import Arm, Figures, Plan, plan_of
from ganlab.reproduce.toys import noisy, penalized
from ganlab.reproduce.training import coverage, recipe, train
from ganlab.reproduce.vanishing import fresh_discriminator, generator_gradient, orders

NAMES = [entry.id for entry in experiments]
SHORT = 3  # steps: enough to go through everything that an experiment does


def plan(name: str) -> Plan:
    return plan_of(experiments[name])


def play(name: str, arm: int, steps: int, seed: int = 3) -> Figures:
    """One seed of one arm."""
    told: list[float] = []
    entry = experiments[name]
    figures: Figures = entry.function(plan(name).arms[arm], seed, steps, told.append)
    assert told[-1] == 1.0
    assert told == sorted(told)
    return figures


def test_the_experiments_of_the_issue_are_there() -> None:
    named = {"ring", "grid", "collapse", "dirac", "bilinear", "vanishing", "birthday", "unrolled",
             "wgan_gp", "wgan", "pacgan", "images", "mnist"}  # fmt: skip
    assert named <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_experiment_says_what_it_stands_beside(name: str) -> None:
    entry, columns = experiments[name], {c.key for c in plan(name).columns}
    assert entry.source
    assert plan(name).note
    for arm in plan(name).arms:
        assert arm.published
        for row in arm.published:
            assert row.source
            assert row.figures.keys() <= columns
            assert row.figures
        if "config" in arm.recipe:  # nothing is left to a default that may change
            config = RunConfig.from_json(arm.recipe["config"]).to_json()
            assert {**arm.recipe["config"], "seed": 0} == config


@pytest.mark.parametrize(
    "name", ["ring", "grid", "collapse", "wgan", "wgan_gp", "unrolled", "pacgan"]
)
def test_a_short_run_gives_every_figure(name: str) -> None:
    last = len(plan(name).arms) - 1
    figures = play(name, last, SHORT)
    assert figures.keys() == {c.key for c in plan(name).columns}
    if name == "ring":
        assert figures == play(name, last, SHORT)
        assert figures != play(name, last, SHORT, seed=4)


# Training


def test_training_plays_all_its_steps_while_the_rates_fall_on_a_line() -> None:
    made = recipe({}, 0.5, 0.02)
    told: list[float] = []
    game, figures = train(Arm("", made), 1, 7, told.append)
    assert figures == {}
    assert game.steps == 7
    assert told[0] == 0.01
    assert told[-1] == 1.0
    schedule = game.config.schedule
    assert (schedule.id, schedule.params) == (
        "hold_then_linear", {"steps": 7, "hold": 0.5, "end": 0.02})  # fmt: skip
    assert game.scheduled()["rate_factor"] == pytest.approx(0.02)


def test_training_at_an_even_rate_has_no_schedule() -> None:
    game, _ = train(Arm("", recipe({})), 1, 3, lambda _: None)
    assert game.config.schedule.id == "constant"


def test_coverage_counts_2500_fakes_as_the_published_tables_do() -> None:
    game, _ = train(plan("ring").arms[0], 3, SHORT, lambda _: None)
    fakes = Judge(game).fakes(2500)
    mixture = game.plane.mixture
    assert mixture is not None
    away = torch.cdist(fakes.double(), mixture.means).min(dim=1)
    good = away.values <= 3 * mixture.stds[0, 0]
    assert coverage(game) == {
        "modes": len(set(away.indices[good].tolist())),
        "high_quality": pytest.approx(100 * float(good.double().mean())),
    }


def test_a_run_that_overflows_says_how_far_it_came() -> None:
    wild = {"id": "sgd", "params": {"lr": 10.0}}
    made = recipe({"loss": {"id": "wasserstein"}, "d_optimizer": wild, "g_optimizer": wild})
    game, figures = train(Arm("", made), 0, 2000, lambda _: None)
    assert figures == {"played": game.steps}
    assert 0 < game.steps < 2000


# Closed forms


@pytest.mark.parametrize("arm", range(7))
def test_dirac_has_the_eigenvalues_of_the_paper(arm: int) -> None:
    closed = [penalized(0.0), penalized(0.0, 1.0), penalized(0.3), penalized(1.0), penalized(2.0),
              noisy(0.7), noisy(math.sqrt(2))][arm]  # fmt: skip
    figures = play("dirac", arm, 600)
    assert (figures["real"], figures["imaginary"]) == pytest.approx(closed, abs=1e-6)
    assert (figures["distance"] < 0.1) == (arm >= 2), "only what is regularized comes to rest"
    assert arm >= 2 or 1.3 < figures["distance"] < 1.6


def test_eigenvalues_leave_the_axis_at_the_critical_weights_alone() -> None:
    assert penalized(0.0) == pytest.approx((0.0, 0.5))
    assert penalized(1.0) == pytest.approx((-0.5, 0.0))
    assert penalized(0.99)[1] > 0.0
    assert penalized(1.01)[1] == noisy(1.42)[1] == 0.0
    assert noisy(1.41)[1] > 0.0


@pytest.mark.parametrize("arm", [7, 8])
def test_dirac_does_not_come_to_rest_under_a_slope_of_one_or_clipping(arm: int) -> None:
    assert 0.3 < play("dirac", arm, 600)["distance"] < 2.0


@pytest.mark.parametrize("arm", range(5))
def test_bilinear_goes_by_its_factor(arm: int) -> None:
    (known,) = plan("bilinear").arms[arm].published
    figures = play("bilinear", arm, 400)
    assert figures["factor"] == pytest.approx(float(known.figures["factor"]), abs=2e-6)
    assert figures.get("drift", 0.0) < 1e-10
    assert ("drift" in figures) == ("drift" in known.figures)


@pytest.mark.parametrize("arm", range(3))
def test_birthdays_meet_as_often_as_they_should(arm: int) -> None:
    support = [100, 1000, 10_000][arm]
    batch, trials = even_batch(support), 4000
    exact = 1.0 - math.exp(sum(math.log1p(-k / support) for k in range(batch)))
    spread = math.sqrt(exact * (1 - exact) / trials)
    figures = play("birthday", arm, trials)
    assert abs(figures["chance"] / 100 - exact) < 4 * spread
    assert abs(figures["support"] / support - 1) < 0.15
    assert collision_chance(batch, support) == pytest.approx(exact, abs=0.025)


def test_the_even_batch_is_the_smallest_one() -> None:
    for support in (2, 100, 365, 10_000):
        batch = even_batch(support)
        assert collision_chance(batch, support) >= 0.5 > collision_chance(batch - 1, support)
    assert even_batch(10_000) ** 2 / (2 * math.log(2)) == pytest.approx(10_000, rel=0.03)


# The vanishing gradient


def test_the_gradient_is_the_one_that_the_game_finds() -> None:
    config = RunConfig.from_json({"loss": {"id": "minimax"}, "batch_size": 64})
    game = Game(config, dtype=torch.float64)
    noise = streams.Stream(game.draws.noise, 0, streams.G_NOISE, batch=64, device="cpu",
                           dtype=torch.float64).next()  # fmt: skip
    expected = generator_gradient(game, "minimax", noise.t())
    other = generator_gradient(game, "non_saturating", noise.t())
    game.step(GENERATOR)
    assert game.gradient_norms()[1] == pytest.approx(expected, rel=1e-9)
    assert other != pytest.approx(expected, rel=1e-2)


def test_a_fresh_discriminator_leaves_the_generator_alone() -> None:
    game = Game(RunConfig.from_json({}))
    for _ in range(3):
        game.step()
    g, d = (game.weights(p).clone() for p in (GENERATOR, DISCRIMINATOR))
    fresh_discriminator(game)
    assert torch.equal(game.weights(GENERATOR), g)
    assert not torch.equal(game.weights(DISCRIMINATOR), d)
    state = game.state_dict()
    moments = [v for k, v in state.items() if k.startswith("discriminator.optimizer")]
    assert moments
    assert not any(bool(m.any()) for m in moments)


def test_only_the_saturating_gradient_vanishes() -> None:
    figures = play("vanishing", 0, 300)
    assert figures["fell"] > 1.0
    assert 0.0 <= figures["other"] < 0.5
    assert figures["right"] > 99.0
    assert orders([1.0, 10.0, 0.1, 0.01]) == pytest.approx(3.0)
