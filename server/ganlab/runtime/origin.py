"""Origin: what a run began from, where that is not fresh weights at step 0."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ganlab.registry import ConfigError

PRETRAINED, FILE = "pretrained", "file"
_LONGEST_ID = 80


@dataclass(frozen=True)
class Origin:
    """Pre-trained weights, `id` being their distribution, or a file, `id` telling it from others;
    and the step at which the run began with them.
    """

    kind: str
    id: str
    step: int

    def to_json(self) -> dict[str, Any]:
        """{"kind", "id", "step"}."""
        return asdict(self)

    @classmethod
    def from_json(cls, document: object) -> Origin | None:
        """The origin that a JSON value describes; None is fresh weights. Raises ConfigError."""
        if document is None:
            return None
        if not isinstance(document, dict) or set(document) != {"kind", "id", "step"}:
            raise ConfigError("origin", 'null or an object with "kind", "id" and "step"', document)
        kind, name, step = document["kind"], document["id"], document["step"]
        if kind not in (PRETRAINED, FILE):
            raise ConfigError("origin.kind", f"{PRETRAINED} or {FILE}", kind)
        if not isinstance(name, str) or len(name) > _LONGEST_ID:
            raise ConfigError("origin.id", f"a text of at most {_LONGEST_ID} letters", name)
        if type(step) is not int or step < 0:
            raise ConfigError("origin.step", "a whole number from 0", step)
        return cls(kind, name, step)
