"""RunConfig: everything that decides a run, to and from JSON, checked against the registries."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ganlab.gan.combinations import check
from ganlab.gan.dynamics import dynamics
from ganlab.gan.image import standard
from ganlab.gan.image.datasets import datasets
from ganlab.gan.image.models import image_models
from ganlab.gan.image.networks import image_discriminators, image_generators
from ganlab.gan.image.scalings import image_scalings
from ganlab.gan.losses import losses
from ganlab.gan.models import models
from ganlab.gan.optimizers import optimizers
from ganlab.gan.plane.distributions import distributions
from ganlab.gan.plane.networks import discriminators, generators
from ganlab.gan.plane.scalings import scalings
from ganlab.gan.priors import priors
from ganlab.gan.regularizers import regularizers
from ganlab.gan.schedules import schedules
from ganlab.registry import ConfigError, Entry, Param, Registry, param


@dataclass(frozen=True)
class Choice:
    """One entry of a registry with its parameters, all of them filled in."""

    id: str
    params: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        """{"id": …, "params": {…}}."""
        return {"id": self.id, "params": dict(self.params)}

    def __hash__(self) -> int:
        return hash((self.id, repr(self.params)))


PLANE, IMAGE = "plane", "image"


@dataclass(frozen=True)
class Field:
    """One field of the configuration: its words, whether it is live, and where its values live:
    those of images in `pictures`, where these have a registry of their own.
    """

    name: str
    label: str
    help: str
    live: bool
    registry: Registry | None = None
    default: Any = None
    several: bool = False
    param: Param | None = None
    pictures: Registry | None = None

    def registry_in(self, scene: str) -> Registry | None:
        """The registry that the values are chosen from in a scene, if they are chosen."""
        return self.pictures if scene == IMAGE and self.pictures is not None else self.registry

    def default_in(self, scene: str) -> Any:
        """The value, as JSON, where none is given."""
        if scene == IMAGE and self.name in standard.CONFIG:
            return standard.CONFIG[self.name]
        if self.param is not None:
            return self.param.default
        return () if self.several else {"id": self.default}


def _number(default: Any, low: float, high: float) -> Param:
    declared: Param = param(default, low, high)
    return declared


OFF: Param = param(False)
SCENE: Param = param(PLANE, choices={PLANE: "Plane", IMAGE: "Images"})

# The order is the page's. Live fields act at the next step; the others start the run anew.
FIELDS = {
    f.name: f
    for f in (
        Field("scene", "Scene", "What the GAN draws: dots in the plane, or images.", False,
              param=SCENE),
        Field("data", "Data", "The distribution that the generator must learn to imitate.", False,
              distributions, "ring", pictures=datasets),
        Field("scaling", "Scaling", "The units in which the networks see the data.", False,
              scalings, "standard", pictures=image_scalings),
        Field("model", "Model", "What the two players are told and which networks take part.",
              False, models, "gan", pictures=image_models),
        Field("prior", "Noise", "Where the generator's random input comes from.", False,
              priors, "gaussian"),
        Field("generator", "Generator", "The network that turns noise into fake samples.", False,
              generators, "mlp", pictures=image_generators),
        Field("discriminator", "Discriminator", "The network that tells real samples from fakes.",
              False, discriminators, "mlp", pictures=image_discriminators),
        Field("packing", "Packing", "How many samples the discriminator sees at once, all real or "
              "all fake: where fakes lie too close together, a pack gives them away. On the "
              "plot each place is judged in the company of real samples, fakes in that of other "
              "fakes; 1 is off (PacGAN, Lin et al. 2018).", False, param=_number(1, 1, 4)),
        Field("loss", "Loss", "The rule by which each player's verdicts are turned into a score.",
              True, losses, "non_saturating"),
        Field("regularizers", "Regularizers", "Extra rules that keep the discriminator in check.",
              True, regularizers, (), several=True),
        Field("d_optimizer", "Optimizer", "How the discriminator turns gradients into updates.",
              True, optimizers, "adam"),
        Field("d_steps", "Updates per step", "How often the discriminator learns in one step.",
              True, param=_number(1, 0, 10)),
        Field("g_optimizer", "Optimizer", "How the generator turns gradients into updates.",
              True, optimizers, "adam"),
        Field("g_steps", "Updates per step", "How often the generator learns in one step.",
              True, param=_number(1, 0, 10)),
        Field("unroll", "Look ahead", "Unrolling: the generator answers the discriminator as it "
              "would be after so many more updates, and reckons with how its own move would change "
              "them. The discriminator itself stays. It works against collapse; 0 is off.", True,
              param=_number(0, 0, 10)),
        Field("dynamics", "Turns", "Who moves when: one after the other, or both at once.", True,
              dynamics, "alternating"),
        Field("schedule", "Rates over time", "How both players' learning rates change as the run "
              "goes on.", True, schedules, "constant"),
        Field("batch_size", "Batch size", "How many samples each update looks at.", True,
              param=_number(128, 1, 4096)),
        Field("g_ema", "Average of G", "Show a running average of the generator instead of its "
              "newest weights: 0.99 averages over about 100 steps, 0 is off.", True,
              param=_number(0.0, 0.0, 0.9999)),
        Field("g_mean", "Mean of G", "Show the mean of all weights that the generator has had "
              "since this was switched on, each counting alike: players that circle "
              "round a balance have it in their midst.", True, param=OFF),
        Field("seed", "Seed", "The number that all randomness starts from. The same seed and "
              "settings give the same run.", False, param=_number(0, 0, 2**32 - 1)),
    )
}  # fmt: skip

LIVE_FIELDS = frozenset(name for name, f in FIELDS.items() if f.live)
REBUILD_FIELDS = frozenset(FIELDS) - LIVE_FIELDS


@dataclass(frozen=True)
class RunConfig:
    """All that decides a run: the same configuration and seed give the same bytes.

    Built by `from_json` and `changed`, which check every value; `to_json` gives all of them.
    """

    scene: str
    data: Choice
    scaling: Choice
    model: Choice
    prior: Choice
    generator: Choice
    discriminator: Choice
    packing: int
    loss: Choice
    regularizers: tuple[Choice, ...]
    d_optimizer: Choice
    d_steps: int
    g_optimizer: Choice
    g_steps: int
    unroll: int
    dynamics: Choice
    schedule: Choice
    batch_size: int
    g_ema: float
    g_mean: bool
    seed: int

    @classmethod
    def from_json(cls, document: object = MappingProxyType({})) -> RunConfig:
        """The configuration that a JSON object describes; what it leaves out takes its default.

        Raises ConfigError naming the field, what was expected and what came.
        """
        given = _known_fields(document)
        scene = _scene(given, PLANE)
        return _consistent(
            cls(**{name: _read(f, given.get(name, f.default_in(scene)), None, scene)
                   for name, f in FIELDS.items()})
        )  # fmt: skip

    def changed(self, changes: object) -> RunConfig:
        """This configuration with some fields changed.

        A choice that leaves out its id keeps it; parameters that are not named stay as they are
        when the entry is the same, and take their defaults when it is another. `regularizers` is
        replaced as a whole. Raises ConfigError, and nothing has changed.
        """
        given = _known_fields(changes)
        scene = _scene(given, self.scene)
        if scene != self.scene:  # another scene begins with its own defaults
            return RunConfig.from_json({"seed": self.seed, **given})
        updates = {n: _read(FIELDS[n], v, getattr(self, n), scene) for n, v in given.items()}
        return _consistent(dataclasses.replace(self, **updates))

    def to_json(self) -> dict[str, Any]:
        """The whole configuration as JSON, every default spelled out."""
        return {name: _to_json(getattr(self, name)) for name in FIELDS}

    def rebuilds(self, other: RunConfig) -> bool:
        """Whether going from this configuration to `other` starts the run anew."""
        return any(getattr(self, n) != getattr(other, n) for n in REBUILD_FIELDS)

    def entry(self, name: str) -> Entry:
        """The registry entry that the field `name` chose."""
        registry = FIELDS[name].registry_in(self.scene)
        assert registry is not None, f"{name} is not chosen from a registry"
        return registry[getattr(self, name).id]

    def bound(self, name: str) -> Any:
        """The function that the field `name` chose, its parameters filled in."""
        return self.entry(name).bind(getattr(self, name).params)


def _known_fields(document: object) -> Mapping[str, Any]:
    if not isinstance(document, Mapping):
        raise ConfigError("config", "an object", document)
    for name in document:
        if name not in FIELDS:
            raise ConfigError(str(name)[:80], "one of " + ", ".join(FIELDS), name)
    return document


def _scene(given: Mapping[str, Any], current: str) -> str:
    scene: str = SCENE.check(given.get("scene", current), "scene")
    return scene


def _read(f: Field, value: object, current: Any, scene: str) -> Any:
    if f.param is not None:
        return f.param.check(value, f.name)
    if not f.several:
        return _choice(f, value, f.name, current, scene)
    if not isinstance(value, list | tuple):
        raise ConfigError(f.name, "a list of regularizers", value)
    chosen = tuple(_choice(f, v, f"{f.name}.{i}", None, scene) for i, v in enumerate(value))
    if len({c.id for c in chosen}) < len(chosen):
        raise ConfigError(f.name, "each regularizer at most once", [c.id for c in chosen])
    return chosen


def _choice(f: Field, value: object, where: str, current: Choice | None, scene: str) -> Choice:
    if not isinstance(value, Mapping) or not set(value) <= {"id", "params"}:
        raise ConfigError(where, 'an object with "id" and "params"', value)
    registry, default = f.registry_in(scene), f.default_in(scene)
    assert registry is not None
    unnamed = current.id if current is not None else default["id"] if default else f.default
    try:
        entry = registry[value.get("id", unnamed)]
        base = current.params if current is not None and current.id == entry.id else None
        if base is None and default and default["id"] == entry.id:
            base = default.get("params")
        return Choice(entry.id, MappingProxyType(entry.fill(value.get("params", {}), base)))
    except ConfigError as error:
        raise error.inside(where) from None


def _to_json(value: Any) -> Any:
    if isinstance(value, Choice):
        return value.to_json()
    return [v.to_json() for v in value] if isinstance(value, tuple) else value


def _consistent(config: RunConfig) -> RunConfig:
    check(config)
    return config
