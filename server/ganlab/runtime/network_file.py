"""Network file: one player's network as an ordinary safetensors document, for use elsewhere."""

from __future__ import annotations

from safetensors.torch import save

from ganlab.gan.scenes import SCENES
from ganlab.registry import ConfigError
from ganlab.runtime.run import Run


def network_file(run: Run, player: str) -> bytes:
    """The document, as the run stands. Raises ConfigError for a run on the plane, whose networks
    are saved with all of it alone.
    """
    publish = SCENES[run.config.scene].publish
    if publish is None:
        raise ConfigError("player", "of a GAN of images; of dots, save the whole model", player)
    tensors, notes = publish(run.game, player)
    document: bytes = save(tensors, notes)
    return document
