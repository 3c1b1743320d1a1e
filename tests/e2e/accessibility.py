"""axe-core over a page: what somebody with a screen reader or weak eyes would stumble over."""

from typing import Any

from playwright.sync_api import Page

from scripts.bootstrap.checkout import ROOT

_AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """A line for each element that breaks one of axe-core's rules.

    Animations are brought to their end first: a colour half-way between two is nobody's choice.
    """
    page.evaluate("() => document.getAnimations().forEach((a) => a.effect?.getComputedTiming()"
                  ".endTime === Infinity || a.finish())")  # fmt: skip
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
