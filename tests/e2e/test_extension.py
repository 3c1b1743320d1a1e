"""What a user registers in a module of their own shows up everywhere, with no other edit."""

import json
import urllib.request
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.lab import TRAINED, Lab
from tests.live_server import LiveServer


def test_a_toy_loss_distribution_and_metric(
    server_factory: Callable[..., LiveServer], page: Page
) -> None:
    server = server_factory(
        GANLAB_EXTENSIONS="toy_extension", PYTHONPATH=str(Path(__file__).parent)
    )
    with urllib.request.urlopen(f"{server.url}/api/catalog") as answer:
        registries = json.load(answer)["registries"]
    for name, entry in (
        ("losses", "toy_loss"), ("distributions", "toy_diamond"), ("metrics", "toy_distance"),
    ):  # fmt: skip
        assert entry in [e["id"] for e in registries[name]]
    lab = Lab(page, server.url).open()
    lab.press("distribution-toy-diamond")
    expect(lab.part("data-name")).to_have_text("Toy diamond")
    lab.edit().choose("loss", "toy_loss")
    expect(lab.part("loss-sharpness")).to_be_visible()
    lab.press("play")
    lab.wait_for_step(TRAINED)
    lab.press("pause")
    expect(lab.page.get_by_text("Toy distance").first).to_be_visible()
    config = lab.state()["config"]
    assert config["data"]["id"] == "toy_diamond"
    assert config["loss"] == {"id": "toy_loss", "params": {"sharpness": 0.5}}
