"""The command `inspect`: a frame with what was found, in the scene of images alone."""

import json

import pytest

from tests.gan.image.looks import DIGITS, digits_are_here
from tests.runtime.conftest import Driver


@pytest.fixture(scope="module", autouse=True)
def made() -> None:
    digits_are_here()


def test_an_inspection_is_answered_by_a_frame_and_changes_nothing() -> None:
    driver = Driver(DIGITS)
    before = driver.bytes()
    driver.do(type="inspect", id="walk", params={"picks": [2, 5], "steps": 4}, request=8)
    (frame,) = driver.log.answers(8)
    inspection = json.loads(frame["inspection"])
    assert (inspection["id"], inspection["step"]) == ("walk", 0)
    assert inspection["params"]["picks"] == [2, 5]
    arrays = driver.log.entries[0][2][0]
    assert arrays["inspection_images"].shape == (5, 16, 16, 1)
    assert driver.bytes() == before
    driver.do(type="step", request=9)
    assert "inspection" not in driver.log.answers(9)[0]


def test_a_class_that_is_shown_is_the_class_inspected() -> None:
    driver = Driver({**DIGITS, "model": {"id": "conditional"}})
    driver.do(type="view", label=4)
    driver.do(type="inspect", id="image", request=8)
    assert json.loads(driver.log.answers(8)[0]["inspection"])["label"] == 4


def test_what_cannot_be_inspected_is_refused() -> None:
    driver = Driver(DIGITS)
    driver.do(type="inspect", id="walk", params={"picks": [64, 0]}, request=3)
    (error,) = driver.log.events()
    assert (error["type"], error["command"], error["request"]) == ("error", "inspect", 3)
    assert error["field"] == "params.picks"
    assert error["message"].startswith("Must be a list of 2 to 8 whole numbers from 0 to 63.")


def test_the_plane_is_not_inspected(driver: Driver) -> None:
    driver.do(type="inspect", id="image", request=3)
    (error,) = driver.log.events()
    assert (error["type"], error["command"]) == ("error", "inspect")
