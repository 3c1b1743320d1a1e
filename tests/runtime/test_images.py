"""Sessions of images: what is saved of one goes on to the same bytes, and what frames count."""

import json
import time

import numpy as np
import pytest

from ganlab.runtime.session import Session
from tests.gan.image.looks import DIGITS, digits_are_here
from tests.runtime.conftest import Driver


@pytest.fixture(scope="module")
def played() -> Driver:
    """A session that has played a step."""
    digits_are_here()
    driver = Driver(DIGITS)
    driver.do(type="step")
    return driver


def test_a_checkpoint_of_images_goes_on_to_the_same_bytes(played: Driver) -> None:
    document = played.session.checkpoint()
    other = Driver(DIGITS)
    other.session = Session.restored("b" * 20, document, other.log.send)
    other.session.join(1, {})
    assert other.bytes() == played.bytes()
    before = played.session.run.trained_s
    assert other.session.run.trained_s == pytest.approx(before, abs=1e-3)
    assert before > 0
    played.do(type="step", count=2)
    other.do(type="step", count=2)
    assert other.bytes() == played.bytes()
    assert other.session.run.trained_s > before


def test_time_trained_stands_while_it_rests_and_goes_back_with_the_run(played: Driver) -> None:
    played.do(type="step", count=2)
    known = played.session.run.trained_s
    played.do(type="view", arrays=["fake", "d_fake"])
    assert played.session.run.trained_s == known
    assert float(played.log.frames()[-1]["trained_s"]) == pytest.approx(known, abs=0.01)
    assert float(played.log.frames()[-1]["verdict_ms"]) > 0
    played.do(type="seek", step=0)
    assert played.session.run.trained_s == 0


def test_a_phase_hands_out_its_images_and_each_layers_part_of_the_gradient(played: Driver) -> None:
    for _ in range(4):
        played.do(type="phase")
    arrays, metadata = next(f for kind, _, f in reversed(played.log.entries) if kind == "frame")
    phase = json.loads(metadata["phase"])
    assert (phase["player"], phase["name"]) == ("discriminator", "gradients")
    batch = played.session.run.config.batch_size
    for name in ("phase_x_real", "phase_x_fake"):
        assert arrays[name].shape == (batch, 16, 16, 1)
        assert arrays[name].dtype == np.uint8
    parts = arrays["phase_layer_gradients"].astype(float)
    assert len(parts) == len(played.session.run.config.discriminator.params["layers"])
    assert np.sqrt((parts**2).sum()) == pytest.approx(phase["gradient_norm"], rel=1e-2)
    played.do(type="pause")


def test_images_learned_from_in_a_second_are_counted_with_every_update_of_d(played: Driver) -> None:
    played.do(type="configure", changes={"d_steps": 3})
    played.do(type="play", speed=None)
    steps, patience = 0.0, time.monotonic() + 20
    while steps == 0 and time.monotonic() < patience:
        played.session.turn(0.01)
        played.acknowledge()
        playing = played.log.frames()[-1]
        steps, images = float(playing["steps_per_second"]), float(playing["examples_per_second"])
    batch = played.session.run.config.batch_size
    assert steps > 0
    assert images == pytest.approx(3 * batch * steps, rel=0.02)
    played.do(type="pause")
    assert float(played.log.frames()[-1]["examples_per_second"]) == 0


def test_a_step_that_diverges_is_undone_and_the_run_begins_again(played: Driver) -> None:
    sgd = {"id": "sgd", "params": {"lr": 10.0}}
    played.do(type="configure", changes={"g_optimizer": sgd, "d_optimizer": sgd, "d_steps": 1})
    played.do(type="configure", changes={"loss": {"id": "wasserstein"}})
    played.say(type="step", count=500)
    played.settle()
    (notice,) = (e for e in played.log.events() if e["type"] == "notice")
    assert notice["kind"] == "diverged"
    assert played.log.events()[-2]["status"] == "diverged"
    assert notice["suggestion"]["label"].startswith("Halve")
    state = played.session.run.game.state_dict()
    assert all(part.isfinite().all() for part in state.values())
    assert notice["step"] == int(state["steps"]) + 1
    played.do(type="reset")
    assert played.session.status == "paused"
    assert played.do(type="step")
    assert played.session.run.game.steps == 1
