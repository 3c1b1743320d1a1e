"""The lab as a person drives it: what the browser tests press, read and look up."""

import json
import re
import urllib.request
from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Locator, Page, expect
from safetensors.numpy import load

TRAINED = 20  # steps after which a run counts as under way


class Lab:
    """One page of the lab and the server behind it."""

    session_key = "ganlab.session"  # in the tab's storage

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self) -> "Lab":
        """Open the page and wait until it can be used."""
        self.page.goto(self.url)
        return self.ready()

    def open_whole(self) -> "Lab":
        """Open the page and wait for everything that it loads, the thumbnails too."""
        with self.page.expect_response("**/api/previews", timeout=30_000):
            return self.open()

    def ready(self) -> "Lab":
        """Wait until there is a session and its first picture."""
        expect(self.part("reset")).to_be_enabled()
        expect(self.part("step-count")).to_have_text(re.compile(r"^[\d,]+$"))
        return self

    def part(self, testid: str) -> Locator:
        """The control or readout with this id."""
        return self.page.get_by_test_id(testid)

    def press(self, testid: str) -> None:
        """Click a control."""
        self.part(testid).click()

    def edit(self) -> "Lab":
        """Open the controls of the model, where the overview was; or leave them open."""
        if self.part("model-graph").count():
            self.press("graph-edit")
        expect(self.part("control-panel")).to_be_visible()
        return self

    def unfold(self) -> "Lab":
        """Open every group of controls that has more to show."""
        closed = self.page.locator("[data-testid^=more-][aria-expanded=false]")
        while closed.count():
            closed.first.click()
        return self

    def choose(self, testid: str, value: str) -> None:
        """Pick a value of a select."""
        self.part(testid).select_option(value)

    def steps(self) -> int:
        """The step count that the page shows."""
        return int((self.part("step-count").text_content() or "0").replace(",", ""))

    def wait_for_step(self, step: int, timeout_s: float = 20) -> None:
        """Wait until the page shows at least this step."""
        self.page.wait_for_function(
            """step => Number(document.querySelector('[data-testid=step-count]')
                .textContent.replaceAll(',', '')) >= step""",
            arg=step,
            timeout=timeout_s * 1000,
        )

    def picture(self) -> bytes:
        """The pixels of the plot."""
        return self.part("plot-canvas").screenshot()

    @property
    def session_id(self) -> str:
        """The id of the session that this tab is in."""
        found = self.page.evaluate("key => JSON.parse(sessionStorage[key]).id", self.session_key)
        return str(found)

    def state(self) -> dict[str, Any]:
        """The server's own word on the session."""
        with urllib.request.urlopen(f"{self.url}/api/sessions/{self.session_id}") as answer:
            state: dict[str, Any] = json.load(answer)
        return state

    def weights(self, player: str) -> dict[str, NDArray[Any]]:
        """A player's weights, as the server would let one download them."""
        url = f"{self.url}/api/sessions/{self.session_id}/model"
        with urllib.request.urlopen(url) as answer:
            model = load(answer.read())
        return {k: v for k, v in model.items() if k.startswith(f"{player}.weights")}

    def moved(self, player: str, before: dict[str, NDArray[Any]]) -> bool:
        """Whether a player's weights differ from what they were."""
        now = self.weights(player)
        return any(not np.array_equal(value, now[name]) for name, value in before.items())


def type_into(lab: Lab, testid: str, value: str) -> None:
    """Type a number and confirm it, and wait until it took effect."""
    lab.part(testid).fill(value)
    lab.part(testid).press("Enter")
    expect(lab.part(f"applied-{testid}")).to_be_attached()
