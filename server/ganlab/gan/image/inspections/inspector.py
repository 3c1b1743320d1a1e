"""Inspector: answers what is asked about the inside of one game of images, and remembers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.inspections.entry import Found, inspections
from ganlab.gan.image.inspections.subject import Subject
from ganlab.gan.image.snapshot import ImageEye
from ganlab.registry import ConfigError

_LONGEST_MEMORY = 32  # things; what was found of earlier steps goes first


class Inspector:
    """Looks inside one game without touching it. What takes long to find is remembered."""

    def __init__(self, game: ImageGame, eye: ImageEye) -> None:
        self._game = game
        self._eye = eye
        self._known: dict[Hashable, Any] = {}

    def look(self, kind: str, params: Mapping[str, Any], label: int | None = None) -> Found:
        """What the inspection `kind` finds with these parameters; with a `label`, of the images
        that are shown of that class.

        `facts` has "id", "params" (all of them) and "step" beside what is found. Raises ConfigError
        for an unknown one, and for what cannot be looked at.
        """
        entry = inspections[kind]
        filled = entry.fill(params)
        if entry.extras.get("needs_noise") and not self._game.dimension:
            raise ConfigError("id", "a model with noise to go through; pix2pix has none", kind)
        while len(self._known) > _LONGEST_MEMORY:
            self._known.pop(next(iter(self._known)))
        subject = Subject(self._game, self._eye, label, self._known)
        found: Found = entry.function(subject, **filled)
        said = {"id": kind, "params": filled, "step": self._game.steps}
        return Found({**said, **found.facts}, found.arrays)
