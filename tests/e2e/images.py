"""The panel of images as a person drives it: what its tests press, read and look up."""

import json
import re
from typing import Any
from urllib.parse import quote

from playwright.sync_api import expect

from ganlab.gan.image.architectures import (
    playground_dense_discriminator,
    playground_dense_generator,
)
from ganlab.gan.image.standard import stack
from tests.e2e.lab import Lab
from tests.guarded_page import visit

SMALL = (1, 16, 16)
# Small digits and small networks: a step takes a few milliseconds.
QUICK: dict[str, Any] = {
    "data": {"id": "digits"},
    "generator": stack(playground_dense_generator(SMALL), "he"),
    "discriminator": stack(playground_dense_discriminator(), "he"),
    "batch_size": 16,
}
UNMEASURED = """() => localStorage["ganlab.settings"] ??= JSON.stringify({imageInstruments: []})"""


class Images(Lab):
    """One page of the panel of images and the server behind it."""

    session_key = "ganlab.session.images"

    def open(self, *, measured: bool = False, expected: int = 64, **changes: Any) -> "Images":
        """Open the panel with small networks and wait until there are images; only where it is
        `measured` the process of the instruments has work.
        """
        if not measured:
            visit(self.page, self.url)
            self.page.evaluate(UNMEASURED)
        config = json.dumps({**QUICK, **changes})
        self.page.goto(f"{self.url}/images#config={quote(config)}")
        return self.ready(expected)

    def ready(self, expected: int = 64) -> "Images":
        """Wait until there is a session and its first images, so many fakes."""
        expect(self.part("reset")).to_be_enabled(timeout=20_000)
        for kind in ("real", "fake"):
            count = 64 if kind == "real" else expected
            expect(self.pictures(kind)).to_have_count(count, timeout=20_000)
            expect(self.part(f"mean-{kind}")).to_have_text(re.compile(r"^D: .*\d+\s?%.*$"))
        return self

    def press(self, testid: str) -> None:
        """Click a control, a set of images in the menu if it is there."""
        if testid.startswith("dataset-") and not self.part(testid).count():
            super().press("dataset-more")
        super().press(testid)

    def pictures(self, kind: str) -> Any:
        """The images of a kind that are shown."""
        return self.part(f"pictures-{kind}").locator(".picture-button")

    def layers(self, player: str) -> Any:
        """The names of a player's layers, from its input to its output."""
        return self.part(f"builder-{player}").locator(".layer-name")

    def pixels(self, testid: str) -> str:
        """An image, pixel by pixel."""
        canvas = self.part(testid).locator("canvas")
        found: str = canvas.evaluate("canvas => canvas.toDataURL()")
        return found

    def verdicts(self, kind: str) -> list[int]:
        """D's verdicts in per cent, in the order of the page."""
        texts = self.part(f"pictures-{kind}").locator(".verdict-words").all_text_contents()
        return [int(re.sub(r"\D", "", text)) for text in texts]
