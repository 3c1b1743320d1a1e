"""Remedies: offered only where they change something that is allowed, live where they can be."""

from __future__ import annotations

from typing import Any

import pytest

from ganlab.gan.config import LIVE_FIELDS, RunConfig
from ganlab.gan.diagnosis.detectors import detectors

HOLD = {"id": "r1", "params": {"weight": 0.1}}


def offer(detector: str, config: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """What a detector suggests for this configuration."""
    found: tuple[str, dict[str, Any]] | None
    found = detectors[detector].extras["remedy"](RunConfig.from_json(config))
    return found


@pytest.mark.parametrize(
    ("detector", "config", "label"),
    [
        ("mode_collapse", {"g_steps": 2}, "One G update per step"),
        ("mode_collapse", {}, "Add R1 and R2"),
        ("mode_collapse", {"regularizers": [HOLD]}, "More D updates per step"),
        ("mode_collapse", {"regularizers": [HOLD], "d_steps": 5}, None),
        ("vanishing_gradient", {"loss": {"id": "minimax"}}, "Non-saturating loss"),
        ("vanishing_gradient", {}, "Add instance noise"),
        (
            "vanishing_gradient",
            {"regularizers": [{"id": "r1", "params": {"weight": 100}}]},
            "A tenth of the penalties",
        ),
        ("oscillation", {}, "Add R1"),
        ("oscillation", {"regularizers": [HOLD]}, "Halve both learning rates"),
        ("d_winning", {"d_steps": 3}, "One D update per step"),
        (
            "d_winning",
            {"g_optimizer": {"id": "adam", "params": {"lr": 0.0001}}},
            "Equal learning rates",
        ),
        ("d_too_weak", {"g_steps": 3}, "One G update per step"),
        ("memorizing", {"data": {"id": "points"}}, "Spread the points (new run)"),
        ("memorizing", {"data": {"id": "points", "params": {"jitter": 0.15}}}, None),
        ("divergence", {"loss": {"id": "wasserstein"}}, "Add a gradient penalty"),
        ("divergence", {"regularizers": [HOLD]}, "Halve both learning rates"),
    ],
)
def test_the_first_that_fits_is_offered(
    detector: str, config: dict[str, Any], label: str | None
) -> None:
    found = offer(detector, config)
    assert (found and found[0]) == label
    if found is not None:
        before = RunConfig.from_json(config)
        after = before.changed(found[1])
        assert after != before
        assert before.rebuilds(after) == (label or "").endswith("(new run)")
        assert set(found[1]) <= LIVE_FIELDS or before.rebuilds(after)


def test_what_is_there_stays_there() -> None:
    noise = {"id": "instance_noise", "params": {"std": 0.2, "anneal_steps": 500}}
    found = offer("mode_collapse", {"regularizers": [noise]})
    assert found is not None
    assert [rule["id"] for rule in found[1]["regularizers"]] == ["instance_noise", "r1", "r2"]
    assert found[1]["regularizers"][0] == noise


def test_rates_end_at_the_slowest() -> None:
    adam = {"id": "adam", "params": {"lr": 1e-8}}
    slowest = RunConfig.from_json({}).entry("d_optimizer").params["lr"].low
    adam["params"] = {"lr": slowest}
    both = {"regularizers": [HOLD], "d_optimizer": adam, "g_optimizer": adam}
    assert offer("oscillation", both) is None
