"""The weights that come with the lab for the plane: each fits the registries and draws its data,
and runs that begin with them go on, start again and come back as promised.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from safetensors.torch import load

from ganlab.gan.config import PLANE, RunConfig
from ganlab.gan.game import Game
from ganlab.gan.plane.distributions import distributions
from ganlab.gan.plane.judge import Judge
from ganlab.registry import ConfigError
from ganlab.runtime import pretrained
from ganlab.runtime.run import Run
from ganlab.runtime.session import Session
from scripts.pretrain import trainable
from tests.runtime.conftest import Driver

MOST_BYTES = 2_400_000  # of all files together
RING, SPIRAL = "ring", "spiral"


def step_of(distribution: str) -> int:
    """The step that its weights were trained to."""
    return int(pretrained.listing(PLANE)[distribution]["step"])


def advise(error: Exception) -> str:
    """What to do when a file does not fit any more."""
    return f"the weights do not fit this version, run scripts/pretrain: {error}"


def test_every_distribution_has_weights_but_the_hand_drawn_one() -> None:
    assert pretrained.ids(PLANE) == list(trainable()), "run scripts/pretrain"
    assert {e.id for e in distributions} - set(trainable()) == {"points"}
    files = [pretrained.FOLDER / f"{name}{pretrained.SUFFIX}" for name in trainable()]
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


@pytest.mark.parametrize("distribution", list(trainable()))
def test_the_weights_fit_and_draw_their_data(distribution: str) -> None:
    try:
        run = Run.pretrained(distribution)
    except ConfigError as error:
        pytest.fail(advise(error))
    facts = pretrained.listing(PLANE)[distribution]
    assert run.config.data.id == distribution
    assert run.game.steps == facts["step"] > 0
    # Another machine may round otherwise, so the figure in the file is met nearly.
    divergence = Judge(run.game).measure()[0]["js_divergence"]
    assert divergence == pytest.approx(facts["js_divergence"], abs=0.005)
    assert divergence < 0.15
    assert 4 * divergence < Judge(Game(run.config)).measure()[0]["js_divergence"]
    assert facts["floor"] < divergence


def test_a_file_says_what_made_it() -> None:
    document = (pretrained.FOLDER / "ring.safetensors").read_bytes()
    length = int.from_bytes(document[:8], "little")
    texts = json.loads(document[8 : 8 + length])["__metadata__"]
    assert texts["trained_by"] == "scripts/pretrain"
    assert json.loads(texts["config"])["seed"] == 0
    assert "steps at" in texts["schedule"]
    assert load(document).keys() == Run.pretrained(RING).game.state_dict().keys()


def test_a_file_that_no_longer_fits_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = (pretrained.FOLDER / "ring.safetensors").read_bytes()
    (tmp_path / "ring.safetensors").write_bytes(
        ring.replace(b"generator.average", b"generator.mittel_")
    )
    monkeypatch.setattr(pretrained, "FOLDER", tmp_path)
    with pytest.raises(ConfigError, match=r"missing generator\.average") as refused:
        Run.pretrained(RING)
    assert "run scripts/pretrain" in advise(refused.value)


def test_load_begins_at_the_step_of_the_weights(driver: Driver) -> None:
    driver.session.join(2, {})
    driver.do(type="load", pretrained=SPIRAL, request=5)
    (state,) = driver.log.events()
    step = step_of(SPIRAL)
    assert (state["request"], state["step"], state["status"]) == (5, step, "paused")
    assert state["origin"] == {"kind": "pretrained", "id": SPIRAL, "step": step}
    assert state["config"]["data"]["id"] == SPIRAL
    assert state["checkpoints"] == [step]
    assert state["script"] == {"start": {}, "entries": []}
    assert driver.log.answers(5)[0]["step"] == str(step)
    assert driver.log.events(2)[-1]["origin"] == state["origin"]


def test_load_while_it_plays_plays_on(driver: Driver) -> None:
    driver.say(type="play", speed=10)
    driver.say(type="load", pretrained=RING)
    assert driver.session.status == "playing"


def test_its_steps_are_those_that_training_would_have_gone_on_with(driver: Driver) -> None:
    game = Run.pretrained(RING).game
    driver.do(type="load", pretrained=RING)
    driver.do(type="step", count=20)
    for _ in range(20):
        game.step()
    state = {k: v.numpy().tobytes() for k, v in game.state_dict().items()}
    assert driver.bytes() == state


@pytest.mark.parametrize("name", ["points", "", "../ring", "ring.safetensors", "x" * 80])
def test_what_has_no_weights_is_refused(driver: Driver, name: str) -> None:
    before = driver.bytes()
    (refusal,) = driver.do(type="load", pretrained=name, request=1)
    assert (refusal["type"], refusal["field"]) == ("error", "pretrained")
    assert "one of ring, grid" in refusal["expected"]
    assert driver.bytes() == before


def test_seek_cannot_go_before_the_weights(driver: Driver) -> None:
    driver.do(type="load", pretrained=RING)
    driver.do(type="step", count=3)
    step = step_of(RING)
    (refusal,) = driver.do(type="seek", step=step - 1, request=1)
    assert f"a step from {step} to {step + 3}" in refusal["message"]


def test_reset_goes_back_to_the_weights_and_keeps_live_settings(driver: Driver) -> None:
    driver.do(type="load", pretrained=RING)
    start = driver.bytes()
    driver.do(type="step", count=5)
    driver.do(type="configure", changes={"loss": {"id": "hinge"}})
    assert driver.session.run.origin is not None
    state, *_ = driver.do(type="reset")
    assert (state["step"], state["config"]["loss"]["id"]) == (step_of(RING), "hinge")
    assert driver.bytes() == start


def test_reset_goes_back_to_the_weights_under_another_optimizer(driver: Driver) -> None:
    driver.do(type="load", pretrained=RING)
    driver.do(type="configure", changes={"g_optimizer": {"id": "sgd"}})
    state, *_ = driver.do(type="reset")
    assert (state["step"], state["config"]["g_optimizer"]["id"]) == (step_of(RING), "sgd")


@pytest.mark.parametrize(
    "command",
    [
        {"type": "reset", "seed": 7},
        {"type": "configure", "changes": {}, "anew": True},
        {"type": "configure", "changes": {"generator": {"params": {"width": 16}}}},
        {"type": "configure", "changes": {"data": {"id": "grid"}}},
    ],
    ids=str,
)
def test_what_needs_other_weights_begins_at_0(driver: Driver, command: dict[str, object]) -> None:
    driver.do(type="load", pretrained=RING)
    state, *_ = driver.do(**command)
    assert (state["step"], state["origin"]) == (0, None)


def test_the_origin_outlives_its_worker(driver: Driver) -> None:
    driver.do(type="load", pretrained=RING)
    driver.do(type="step", count=2)
    again = Session.restored("b" * 20, driver.session.checkpoint(), driver.log.send)
    assert again.run.origin == driver.session.run.origin
    assert again.run.anew(again.run.config).game.steps == step_of(RING)


def test_a_session_may_begin_with_weights() -> None:
    run = Run.begun({}, RING)
    assert run.game.steps == step_of(RING)
    whole = run.config.to_json()
    live = {**whole, "loss": {"id": "hinge", "params": {}}}
    again = Run.begun(live, RING)
    assert (again.game.steps, again.config.loss.id) == (step_of(RING), "hinge")
    with pytest.raises(ConfigError, match="seed"):
        Run.begun({**whole, "seed": 1}, RING)
    with pytest.raises(ConfigError, match="pretrained"):
        Run.begun({}, "points")


def test_anew_starts_a_new_run_without_any_change(drive: Callable[..., Driver]) -> None:
    driver = drive()
    start = driver.bytes()
    driver.do(type="step", count=3)
    state, *_ = driver.do(type="configure", changes={}, anew=True)
    assert state["step"] == 0
    assert driver.bytes() == start
    assert driver.session.run.config == RunConfig.from_json(driver.session.run.config.to_json())
