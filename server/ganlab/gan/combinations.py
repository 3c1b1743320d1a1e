"""Combinations: what goes together in one configuration, and what does not. A function per rule.

A rule looks at a whole configuration and answers None, or the field to name, what is expected there
in plain words, and what was found; that is refused, so that nothing is ever ignored in silence.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ganlab.gan.image.datasets import inputs_of, names_of, shape_of
from ganlab.gan.image.encoder import Network
from ganlab.gan.image.models import Task, is_paired
from ganlab.gan.image.plan import MOST_AT_ONCE
from ganlab.gan.image.stack import Stack
from ganlab.gan.losses import of_pairs
from ganlab.gan.models import encodes, is_labelled
from ganlab.gan.plane.target import classes_of
from ganlab.gan.regularizers import TARGET, regularizers
from ganlab.registry import ConfigError

if TYPE_CHECKING:
    from ganlab.gan.config import RunConfig

MOST_LEARNED = 3_000_000  # of both networks: a checkpoint holds five of each, within its 64 MiB
MOST_COMPARED = 2**23  # numbers: 32 MiB, and as much again for each step of the gradient

Clash = tuple[str, str, object]
Rule = Callable[["RunConfig"], Clash | None]


def _regularizers_suit_the_loss(config: RunConfig) -> Clash | None:
    """Some regularizers act on what only some losses have."""
    for choice in config.regularizers:
        requires = regularizers[choice.id].extras.get("requires")
        reason = requires(config.entry("loss")) if requires is not None else ""
        if reason:
            return "regularizers", reason, choice.id
    return None


def _a_dynamics_may_count_for_itself(config: RunConfig) -> Clash | None:
    """With some dynamics the updates of a step are not the user's to count."""
    turns = config.entry("dynamics")
    for name in ("d_steps", "g_steps"):
        if turns.extras.get("once") and getattr(config, name) > 1:
            reason = "at most 1 with turns that decide themselves how often each player moves"
            return name, reason, getattr(config, name)
    return None


def _unrolling_needs_a_foreseeable_discriminator(config: RunConfig) -> Clash | None:
    """Looking ahead differentiates D's updates, and asks for turns that make such updates."""
    if not config.unroll:
        return None
    if "functional" not in config.entry("d_optimizer").extras:
        return "unroll", "0 with a D optimizer that cannot be differentiated", config.unroll
    if config.entry("dynamics").extras.get("no_unroll"):
        return "unroll", "0 with turns that leave nothing to look ahead to", config.unroll
    return None


def _labels_need_classes(config: RunConfig) -> Clash | None:
    """A conditional GAN is told the class of each sample, so the data must have some."""
    if not is_labelled(config.entry("model")):
        return None
    if config.scene == "image":
        if len(names_of(config.entry("data"), config.data.params)) > 1:
            return None
        return "data", "images that have classes while the model is conditional", config.data.id
    if classes_of(config.entry("data"), config.data.params) > 1:
        return None
    reason = (
        "data that has classes while the model is conditional, such as the ring or the grid of "
        "Gaussians, two moons, circles, the spiral or the pinwheel"
    )
    return "data", reason, config.data.id


def _an_encoder_needs_its_part_of_the_loss(config: RunConfig) -> Clash | None:
    """An encoder learns from D's outputs of real pairs: the loss must say what it wants there."""
    loss = config.entry("loss")
    if not encodes(config.entry("model")) or of_pairs(loss) or loss.extras.get("mirrored"):
        return None
    reason = (
        "a loss that treats real and fake alike while the model has an encoder, such as "
        "non-saturating, minimax, least squares, hinge or Wasserstein"
    )
    return "loss", reason, config.loss.id


def _a_batch_fills_packs(config: RunConfig) -> Clash | None:
    """Every sample of a batch goes into a pack."""
    if config.batch_size % config.packing == 0:
        return None
    return "batch_size", f"a multiple of the packing, {config.packing}", config.batch_size


def _a_pack_is_of_one_kind(config: RunConfig) -> Clash | None:
    """The samples of a pack would be of different classes, each with its own label."""
    if config.packing == 1 or not is_labelled(config.entry("model")):
        return None
    return "packing", "1 with a model that is told the class of each sample", config.packing


def _a_batch_can_be_compared(config: RunConfig) -> Clash | None:
    """Minibatch discrimination looks at every pair of a batch, in every number of every kernel."""
    params = config.discriminator.params
    numbers = params.get("kernels", 0) * params.get("dims", 0)
    if not numbers:
        return None
    most = math.isqrt(MOST_COMPARED // numbers) * config.packing
    if config.batch_size <= most:
        return None
    reason = (
        f"at most {most} with a discriminator that compares the samples of a batch in so many ways"
    )
    return "batch_size", reason, config.batch_size


def _one_average_is_shown(config: RunConfig) -> Clash | None:
    """The picture shows a running average of G or the mean of its weights, not both."""
    if config.g_ema and config.g_mean:
        return "g_mean", "off while the running average of G is on: set that to 0 first", True
    return None


# Images


def _images_have_no_packs(config: RunConfig) -> Clash | None:
    """What only the networks of the plane can do."""
    if config.scene != "image":
        return None
    if config.packing > 1:
        return "packing", "1 for images", config.packing
    if config.unroll:
        return "unroll", "0 for images", config.unroll
    if config.entry("dynamics").extras.get("second_order"):
        reason = "turns for images that need no second derivatives, such as alternating"
        return "dynamics", reason, config.dynamics.id
    return None


def _pairs_are_needed_to_learn_from_them(config: RunConfig) -> Clash | None:
    """A model of pairs has an image to begin with, and only such a model has targets."""
    paired = config.scene == "image" and is_paired(config.entry("model"))
    if paired and inputs_of(config.entry("data"), config.data.params) is None:
        reason = "images in pairs, such as outlines and shapes, while the model is pix2pix"
        return "data", reason, config.data.id
    for choice in config.regularizers:
        if regularizers[choice.id].extras["kind"] == TARGET and not paired:
            return "regularizers", "a model that knows the target of each fake: pix2pix", choice.id
    return None


def _layers_fit_together(config: RunConfig) -> Clash | None:
    """From noise to an image, and from an image to one number, in networks of bearable size."""
    if config.scene != "image":
        return None
    data, noise = config.entry("data"), int(config.prior.params["dimension"])
    labelled = is_labelled(config.entry("model"))
    classes = len(names_of(data, config.data.params)) if labelled else 0
    shape, inputs = shape_of(data, config.data.params), inputs_of(data, config.data.params)

    def build(name: str) -> Callable[..., Stack]:
        def with_name(*args: Any) -> Stack:
            try:
                stack: Stack = config.bound(name)(*args)
            except ConfigError as error:
                raise error.inside(f"{name}.params") from None
            return stack

        return with_name

    try:
        task = Task(noise, shape, classes, inputs)
        g, d = config.bound("model")(build("generator"), build("discriminator"), task)
    except ConfigError as error:
        return error.field, error.expected, error
    return _they_can_be_played(config, (g, d))


def _they_can_be_played(config: RunConfig, nets: tuple[Network, Network]) -> Clash | None:
    least = max(net.smallest_batch for net in nets)
    if config.batch_size < least:
        reason = f"at least {least} with batch norm on single numbers"
        return "batch_size", reason, config.batch_size
    numbers = sum(net.numbers for net in nets)
    most = max(1, MOST_AT_ONCE // numbers)
    if config.batch_size > most:
        return "batch_size", f"at most {most} with networks of this size", config.batch_size
    weights = sum(net.size for net in nets)
    if weights > MOST_LEARNED:
        return "generator", f"networks of at most {MOST_LEARNED:,} weights together", weights
    return None


RULES: tuple[Rule, ...] = (
    _regularizers_suit_the_loss,
    _a_dynamics_may_count_for_itself,
    _unrolling_needs_a_foreseeable_discriminator,
    _labels_need_classes,
    _an_encoder_needs_its_part_of_the_loss,
    _a_batch_fills_packs,
    _a_pack_is_of_one_kind,
    _a_batch_can_be_compared,
    _one_average_is_shown,
    _images_have_no_packs,
    _pairs_are_needed_to_learn_from_them,
    _layers_fit_together,
)


def check(config: RunConfig) -> None:
    """Raises ConfigError for the first rule that the configuration breaks."""
    for rule in RULES:
        clash = rule(config)
        if clash is not None:
            raise ConfigError(*clash)
