"""Inspection of a walk through the noise, from one fake to the next."""

from __future__ import annotations

from collections.abc import Sequence

from ganlab.gan.image.inspections.entry import Found, inspection, places
from ganlab.gan.image.inspections.paths import great_circle, straight, through
from ganlab.gan.image.inspections.subject import Subject, short
from ganlab.registry import ConfigError, param

MOST_IMAGES = 256


@inspection(
    "Walk",
    needs_noise=True,
    formula=r"\frac{\sin((1-t)\theta)}{\sin\theta}\,z_1+\frac{\sin(t\theta)}{\sin\theta}\,z_2",
    source="Shoemake 1985, section 3.3; White 2016, section 2.1; Radford et al. 2016, section 6.1",
)
def walk(
    subject: Subject,
    *,
    picks: Sequence[int] = places((0, 1), 2, 8, "From, by way of, to"),
    steps: int = param(12, 1, 64, label="Steps from one to the next"),
    spherical: bool = param(
        True, label="Spherical",
        help="Around the middle of noise space, at the distance that noise usually has, instead of "
        "straight through it.",
    ),
    closed: bool = param(False, label="Back to the first", help="For a film without an end."),
) -> Found:  # fmt: skip
    """Images on the way from one noise vector to another. In a good generator they change smoothly,
    and every one on the way looks real; where it has only learned images by heart, they jump.
    """
    stops = subject.inputs([*picks, picks[0]] if closed else picks)
    total = (len(stops) - 1) * steps + 1
    if total > MOST_IMAGES:
        raise ConfigError("params.steps", f"at most {MOST_IMAGES} images on the whole way", total)
    path, dimension = great_circle if spherical else straight, subject.game.dimension
    z = through(stops, steps, path, dimension)
    images, verdicts = subject.painted(z)
    lengths = z[:, :dimension].norm(dim=1)
    return Found({}, {"images": images, "verdicts": verdicts, "lengths": short(lengths)})
