"""RunConfig: defaults, changes, and what is refused; the catalog that the page reads."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganlab.gan.catalog import catalog
from ganlab.gan.config import FIELDS, LIVE_FIELDS, REBUILD_FIELDS, RunConfig
from ganlab.gan.game import Game
from ganlab.gan.image.architectures import dcgan_discriminator, dcgan_generator
from ganlab.gan.image.datasets import datasets
from ganlab.gan.losses import losses
from ganlab.gan.mlp import Mlp
from ganlab.gan.presets import presets
from ganlab.registry import ConfigError


def test_defaults_are_complete_and_round_trip() -> None:
    config = RunConfig.from_json()
    document = json.loads(json.dumps(config.to_json()))
    assert set(document) == set(FIELDS)
    assert RunConfig.from_json(document) == config
    assert hash(RunConfig.from_json(document)) == hash(config)


def test_live_and_rebuild_as_designed() -> None:
    assert {
        "loss", "regularizers", "g_optimizer", "d_optimizer", "dynamics", "d_steps", "g_steps",
        "batch_size", "g_ema", "g_mean", "unroll", "schedule",
    } == LIVE_FIELDS  # fmt: skip
    assert set(FIELDS) - LIVE_FIELDS == REBUILD_FIELDS


def test_changes_merge_parameters_of_the_same_entry_only() -> None:
    config = RunConfig.from_json({"g_optimizer": {"params": {"lr": 0.02, "beta1": 0.3}}})
    rate = config.changed({"g_optimizer": {"params": {"lr": 0.05}}})
    assert (rate.g_optimizer.params["lr"], rate.g_optimizer.params["beta1"]) == (0.05, 0.3)
    other = config.changed({"g_optimizer": {"id": "sgd"}})
    assert dict(other.g_optimizer.params) == {"lr": 0.1}
    assert config.g_optimizer.params["lr"] == 0.02
    assert not config.rebuilds(rate)
    assert config.rebuilds(config.changed({"seed": 1}))


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ([], "config"),
        ({"colour": 1}, "colour"),
        ({"scene": "sound"}, "scene"),
        ({"seed": -1}, "seed"),
        ({"seed": 2**32}, "seed"),
        ({"batch_size": 0}, "batch_size"),
        ({"d_steps": 11}, "d_steps"),
        ({"g_ema": 1.0}, "g_ema"),
        ({"g_ema": 0.5, "g_mean": True}, "g_mean"),
        ({"loss": "hinge"}, "loss"),
        ({"loss": {"id": "nope"}}, "loss.id"),
        ({"loss": {"id": ["hinge"]}}, "loss.id"),
        ({"loss": {"id": "hinge", "extra": 1}}, "loss"),
        ({"generator": {"params": {"width": 10**9}}}, "generator.params.width"),
        ({"generator": {"params": {"depth": 1}}}, "generator.params.depth"),
        ({"regularizers": {"id": "r1"}}, "regularizers"),
        ({"regularizers": [{"id": "r1"}, {"id": "r1"}]}, "regularizers"),
        ({"regularizers": [{"id": "r1", "params": {"weight": 0}}]}, "regularizers.0.params.weight"),
        ({"g_optimizer": {"params": {"lr": float("nan")}}}, "g_optimizer.params.lr"),
    ],
)
def test_a_bad_document_names_the_field(document, field: str) -> None:
    for read in (RunConfig.from_json, RunConfig.from_json().changed):
        with pytest.raises(ConfigError) as caught:
            read(document)
        assert caught.value.field == field
        assert caught.value.expected


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), json_values))
def test_any_json_gives_a_configuration_or_a_config_error(document) -> None:
    try:
        config = RunConfig.from_json(document)
    except ConfigError as refused:
        named = refused.field.split(".")[0]
    else:
        named = "seed"
        assert RunConfig.from_json(config.to_json()) == config
    assert named in FIELDS


@pytest.mark.parametrize("entry", list(presets), ids=lambda e: e.id)
def test_presets_are_valid_and_play(entry) -> None:
    game = Game(RunConfig.from_json(entry.function()))
    for _ in range(20):
        game.step()
    assert entry.extras["watch"]
    assert entry.extras["steps"] > 0


def test_gan_lab_is_the_originals_default() -> None:
    """Constants of reference: Kahng et al. 2018, as its source sets them."""
    game = Game(RunConfig.from_json(presets["gan_lab"].function()))
    g, d = game.players["generator"].net, game.players["discriminator"].net
    assert isinstance(g, Mlp)
    assert isinstance(d, Mlp)
    assert (g.sizes, d.sizes) == ((2, 8, 8, 2), (2, 8, 8, 1))
    assert (g.activation, d.activation, g.output) == ("relu", "relu", "tanh")
    c = game.config
    assert (c.d_optimizer.id, c.d_optimizer.params["lr"]) == ("sgd", 0.1)
    assert (c.g_optimizer.id, c.g_optimizer.params["lr"]) == ("sgd", 0.03)
    assert (c.d_steps, c.g_steps, c.batch_size) == (2, 1, 150)
    assert game.plane.extent == (0.0, 1.0, 0.0, 1.0)
    assert game.scale == 1.0


def test_catalog_is_json_and_lists_every_registry_and_field() -> None:
    document = json.loads(json.dumps(catalog()))
    assert [f["name"] for f in document["fields"]] == list(FIELDS)
    assert document["defaults"] == RunConfig.from_json().to_json()
    for field in document["fields"]:
        assert field["help"]
        assert (field["registry"] is None) != (field["param"] is None)
        if field["registry"]:
            assert document["registries"][field["registry"]]
    for name, entries in document["registries"].items():
        for entry in entries:
            assert entry["label"], name
            assert entry["help"], name
            assert not entry["help"][0].islower(), f"{name}.{entry['id']}"
            for p in entry["params"]:
                assert p["label"], f"{name}.{entry['id']}.{p['name']}"
    assert all(p["watch"] and p["config"] for p in document["registries"]["presets"])
    images = document["images"]
    assert images["defaults"] == RunConfig.from_json({"scene": "image"}).to_json()
    for name, registry in images["fields"].items():
        chosen = images["defaults"][name]["id"]
        assert chosen in [entry["id"] for entry in document["registries"][registry]]
    assert document["registries"][images["metrics"]]
    assert document["registries"][images["presets"]]


def test_images_have_registries_and_defaults_of_their_own() -> None:
    plane = RunConfig.from_json()
    images = plane.changed({"scene": "image", "seed": 3})
    assert images == RunConfig.from_json({"scene": "image", "seed": 3})
    assert images.entry("data").id in datasets
    assert images.changed({"scene": "plane"}) == dataclasses.replace(plane, seed=3)
    assert images.changed({"data": {"id": "digits"}, **small()}).data.id == "digits"
    with pytest.raises(ConfigError, match="one of") as caught:
        images.changed({"data": {"id": "ring"}})
    assert caught.value.field == "data.id"


def small() -> dict[str, Any]:
    """Networks for 16 × 16 pixels."""
    return {
        "generator": {"params": {"layers": dcgan_generator((1, 16, 16))}},
        "discriminator": {"params": {"layers": dcgan_discriminator(16)}},
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"packing": 2}, "packing"),
        ({"unroll": 1}, "unroll"),
        ({"dynamics": {"id": "consensus"}}, "dynamics"),
        ({"batch_size": 4096}, "batch_size"),
        ({"data": {"id": "digits"}}, "generator.params.layers.8"),
        ({"discriminator": {"params": {"layers": [{"id": "flatten"}]}}},
         "discriminator.params.layers.0"),
        ({"generator": {"params": {"layers": [{"id": "dense", "params": {"units": 0}}]}}},
         "generator.params.layers.0.params.units"),
    ],
)  # fmt: skip
def test_what_images_cannot_do_is_refused(changes: dict[str, Any], field: str) -> None:
    config = RunConfig.from_json({"scene": "image"})
    with pytest.raises(ConfigError) as caught:
        config.changed(changes)
    assert caught.value.field == field


def test_what_is_registered_appears_in_the_catalog() -> None:
    @losses.register("Toy")
    def toy(d_real, d_fake):
        """A loss for this test."""
        return d_fake.mean() - d_real.mean(), -d_fake.mean()

    try:
        assert "toy" in [e["id"] for e in catalog()["registries"]["losses"]]
        assert RunConfig.from_json({"loss": {"id": "toy"}}).loss.id == "toy"
    finally:
        losses.remove("toy")
    assert "toy" not in [e["id"] for e in catalog()["registries"]["losses"]]
