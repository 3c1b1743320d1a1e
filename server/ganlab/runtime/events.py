"""Events: what a session says of itself, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Diverged
from ganlab.gan.phases import GENERATOR
from ganlab.gan.plane.metrics import SAMPLES
from ganlab.gan.plane.mixture import Mixture
from ganlab.protocol import Status, notice_event
from ganlab.registry import ConfigError
from ganlab.runtime.run import Run


def state_event(
    session_id: str, run: Run, *, status: Status, speed: float | None
) -> dict[str, Any]:
    """The state event, without a request."""
    game = run.game
    return {
        "type": "state",
        "id": session_id,
        "status": status,
        "step": game.steps,
        "speed": speed,
        "config": game.config.to_json(),
        "origin": None if run.origin is None else run.origin.to_json(),
        "script": run.script.told(game.config),
        "extent": list(game.plane.extent),
        "modes": None if game.plane.mixture is None else _modes(game.plane.mixture),
        "floors": run.floors,
        "metric_samples": SAMPLES,
        "networks": {name: list(player.net.sizes) for name, player in run.game.players.items()},
        "checkpoints": run.history.steps,
        "classes": game.classes,
        "encoder": None if game.encoder is None else list(game.encoder.encoder.sizes),
    }


def _modes(mixture: Mixture) -> list[list[float]]:
    """[x, y, standard deviation] of each mode; the mean of both axes' where they differ."""
    spreads = mixture.stds.mean(dim=1).tolist()
    return [[*mean, std] for mean, std in zip(mixture.means.tolist(), spreads, strict=True)]


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
