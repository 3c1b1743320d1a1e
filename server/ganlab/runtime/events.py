"""Events: what a session says of itself, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.phases import GENERATOR
from ganlab.protocol import Status, notice_event
from ganlab.registry import ConfigError
from ganlab.runtime.run import Run


def state_event(
    session_id: str, run: Run, *, status: Status, speed: float | None, device: str
) -> dict[str, Any]:
    """The state event, without a request."""
    game = run.game
    return {
        "type": "state",
        "id": session_id,
        "status": status,
        "step": game.steps,
        "speed": speed,
        "device": device,
        "config": game.config.to_json(),
        "origin": None if run.origin is None else run.origin.to_json(),
        "script": run.script.told(game.config),
        "floors": run.floors,
        "metric_samples": run.judge.samples,
        "checkpoints": run.history.steps,
        "classes": game.classes,
        **game.facts(),
    }


def divergence_notice(error: Diverged, run: Run) -> dict[str, Any]:
    """Why the run diverged, where one can go back to, and what may help."""
    title = f"The run diverged at step {error.step:,}"
    more: dict[str, Any] = {"step": error.step, "checkpoint": run.history.before(run.game.steps)}
    suggestion = _halved_rate(error.player, run.config)
    if suggestion is not None:
        more["suggestion"] = suggestion
    return notice_event("diverged", title, error.message, **more)


def _halved_rate(player: str, config: RunConfig) -> dict[str, Any] | None:
    field = "g_optimizer" if player == GENERATOR else "d_optimizer"
    rate = getattr(config, field).params["lr"]
    changes = {field: {"params": {"lr": rate / 2}}}
    try:
        config.changed(changes)
    except ConfigError:  # the rate is at the low end of its range
        return None
    return {"label": f"Halve the {player}'s learning rate", "changes": changes}


def still_using(config: RunConfig, field: str) -> str:
    """The sentence on what holds after a refusal: "Still using 0.001." where that can be told."""
    value: Any = config.to_json()
    for part in field.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return "Nothing was changed."
        value = value[part]
    if isinstance(value, Mapping):
        value = value.get("id")
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return "Nothing was changed."
    return f"Still using {value if isinstance(value, str) else format(value, 'g')}."
