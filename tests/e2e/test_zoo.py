"""Every entry of the catalog is switched on from the page, and the run goes on with it."""

import json
import time
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import expect

from ganlab.gan.regularizers import TARGET
from tests.e2e.lab import Lab

PATIENCE_S = 15.0


def catalog_of(lab: Lab) -> dict[str, Any]:
    with urllib.request.urlopen(f"{lab.url}/api/catalog") as answer:
        catalog: dict[str, Any] = json.load(answer)
    return catalog


def control(*parts: str) -> str:
    """The id of a control, as the page makes it."""
    return "-".join(parts).replace("_", "-")


def trained_with(lab: Lab, field: str, entry: str, *, on: bool = True) -> None:
    """Wait until the server says that the run has this entry, and has made steps with it."""
    until, begun = time.monotonic() + PATIENCE_S, None
    while time.monotonic() < until:
        state = lab.state()
        value = state["config"][field]
        chosen = [choice["id"] for choice in (value if isinstance(value, list) else [value])]
        if (entry in chosen) == on:
            assert state["status"] == "playing", f"{field} {entry}: {state['status']}"
            begun = state["step"] if begun is None else begun
            if state["step"] > begun:
                break
        time.sleep(0.02)
    else:
        pytest.fail(f"{field}: {entry} did not come into effect")
    lab.wait_for_step(1)  # the page's own picture goes on as well
    refused = lab.page.locator(".refusal, [data-testid=notice]")
    assert refused.all_text_contents() == [], f"{field}: {entry}"


def choose_each(lab: Lab, field: dict[str, Any], entries: list[dict[str, Any]]) -> None:
    """Every entry of a field that a form can fill in, and back to the one that was chosen."""
    before = lab.state()["config"][field["name"]]["id"]
    ids = [e["id"] for e in entries if all(p["kind"] != "points" for p in e["params"])]
    for entry in [*(i for i in ids if i != before), before]:
        lab.choose(control(field["name"]), entry)
        trained_with(lab, field["name"], entry)
        lab.unfold()


def toggle_each(lab: Lab, field: dict[str, Any], entries: list[dict[str, Any]]) -> None:
    """Every entry of a list, switched on by itself and off again."""
    for entry in entries:
        if entry["kind"] == TARGET:  # of pairs of images
            continue
        toggle = lab.part(control("regularizer", entry["id"]))
        toggle.click()
        trained_with(lab, field["name"], entry["id"])
        toggle.click()
        trained_with(lab, field["name"], entry["id"], on=False)


@pytest.mark.parametrize("live", [True, False], ids=["live", "rebuild"])
def test_every_entry_is_switched_on_from_the_page(lab: Lab, live: bool) -> None:
    catalog = catalog_of(lab)
    lab.edit()
    lab.unfold()
    lab.part("speed").press("Home")  # the slowest
    for _ in range(2):
        lab.part("speed").press("PageUp")
    lab.press("play")
    tried = 0
    for field in catalog["fields"]:
        entries = catalog["registries"].get(field["registry"], [])
        if field["live"] is not live or not entries or field["name"] == "data":
            continue
        if field["list"]:
            toggle_each(lab, field, entries)
        elif len(entries) > 1:
            choose_each(lab, field, entries)
        tried += len(entries)
    assert tried >= (30 if live else 4)
    expect(lab.part("pause")).to_be_visible()
