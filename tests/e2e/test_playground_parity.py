"""GAN Playground's list, row by row, by what changes on the page; docs/gan-playground.md has it."""

import itertools
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from playwright.sync_api import Page, expect
from safetensors import safe_open

from ganlab.gan.catalog import catalog
from ganlab.gan.image.datasets import by_hand
from tests.e2e.images import Images
from tests.e2e.lab import TRAINED, type_into
from tests.e2e.test_save_images import saved
from tests.gan.image.tiny_files import idx

D, G = "discriminator", "generator"
REGISTRIES = catalog()["registries"]
NUMBER = re.compile(r"^[−\d.,]+$")


SEEDS = itertools.count()


@pytest.fixture
def panel(module_page: Page, digits_url: str) -> Images:
    """The panel with small networks in a run of its own, on a page that all tests share."""
    return Images(module_page, digits_url).open(seed=next(SEEDS))


@pytest.fixture
def sets() -> Iterator[Path]:
    """Where the server keeps sets, as after its first start; what comes there goes again."""
    folder = Path(os.environ["GANLAB_CACHE_DIR"], "data")

    def tidy() -> None:
        for name in ("cifar10", "fashion", "shapes-"):
            for path in folder.glob(f"{name}*"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    tidy()
    yield folder
    tidy()


def put_there(sets: Path) -> None:
    """Files of Fashion-MNIST and CIFAR-10, of thirty images each, as one puts them by hand."""
    draw = np.random.default_rng(1)
    labels = np.arange(30, dtype=np.uint8) % 10
    grey = idx(draw.integers(0, 256, (30, 28, 28), np.uint8)), idx(labels)
    rows = np.hstack([labels[:, None], draw.integers(0, 256, (30, 3072), np.uint8)]).tobytes()
    files = {
        "fashion": dict(zip(by_hand.IDX_FILES, grey * 2, strict=True)),
        "cifar10": dict.fromkeys(by_hand.CIFAR_FILES, rows),
    }
    for name, contents in files.items():
        (sets / name).mkdir(parents=True)
        for file, content in contents.items():
            (sets / name / file).write_bytes(content)


def test_row_1_its_data_sets_are_one_press_each(panel: Images, sets: Path) -> None:
    put_there(sets)
    known = (
        ("fashion", "Fashion-MNIST", "60", "1 × 28 × 28", ", class ankle boot:"),
        ("cifar10", "CIFAR-10", "180", "3 × 32 × 32", ", class horse:"),
    )
    for name, title, examples, shape, named in known:
        panel.press(f"dataset-{name}")
        # a process reads them first
        expect(panel.part("fact-name")).to_have_text(title, timeout=30_000)
        expect(panel.part("fact-examples")).to_have_text(examples)
        expect(panel.part("fact-shape")).to_have_text(shape)
        expect(panel.part(f"output-{G}")).to_contain_text(shape)
        shown = panel.part("pictures-real").locator(f"[aria-label*='{named}']")
        expect(shown.first).to_be_visible()


@pytest.mark.usefixtures("sets")
def test_row_1_what_is_not_there_yet_comes_with_a_progress_bar(panel: Images) -> None:
    panel.press("dataset-shapes")
    bar = panel.part("supply").get_by_role("progressbar")
    expect(bar).to_have_attribute("value", re.compile(r"^[1-9]"), timeout=30_000)
    expect(panel.part("fact-name")).to_have_text("Shapes", timeout=30_000)
    expect(panel.part("supply")).to_have_count(0)


def test_row_2_statistics_of_the_data_and_their_normalization(panel: Images) -> None:
    facts = {"examples": "1,797", "shape": "1 × 16 × 16", "classes": "10"}
    for fact, value in facts.items():
        expect(panel.part(f"fact-{fact}")).to_have_text(value)
    made = panel.pixels("fake-0")
    for scaling, pixels in (("unit", "Black 0, white 1"), ("symmetric", "Black −1, white 1")):
        panel.choose("scaling", scaling)
        expect(panel.part("fact-pixels")).to_have_text(pixels)
        assert (panel.pixels("fake-0") == made) == (scaling == "symmetric")


CONV_D = ["Convolution", "ReLU", "Max pooling"] * 2 + ["Flatten", "Fully connected"]
CONV_G = ["Fully connected", "ReLU", "Reshape", "Convolution", "ReLU", "Convolution", "Tanh"]
DENSE_D = ["Flatten", "Fully connected", *["ReLU", "Fully connected"] * 2]
DENSE_G = ["Fully connected", "ReLU", "Fully connected", "Reshape", "Tanh"]
READY: list[tuple[str, str, list[str], dict[int, str]]] = [
    (D, "playground_conv", CONV_D, {1: "8 × 28 × 28", 4: "16 × 14 × 14", 7: "784"}),
    (G, "playground_conv", CONV_G, {1: "784", 3: "1 × 28 × 28", 4: "10 × 28 × 28"}),
    (D, "playground_dense", DENSE_D, {2: "128", 4: "32"}),
    (G, "playground_dense", DENSE_G, {1: "256", 3: "784"}),
]


def test_row_3_its_ready_models_for_each_player(panel: Images) -> None:
    panel.choose("preset", "dcgan_glyphs")
    expect(panel.part("fact-shape")).to_have_text("1 × 28 × 28")
    for player, name, layers, shapes in READY:
        panel.press(f"ready-{player}")
        panel.press(f"ready-{player}-{name}")
        expect(panel.layers(player)).to_have_text(layers)
        for place, shape in shapes.items():
            expect(panel.part(f"shape-{player}-{place}")).to_have_text(shape)
    panel.press("train-layers")
    expect(panel.part("draft-state")).to_have_text("As trained")
    trained = panel.state()["config"][D]["params"]["layers"]
    assert [layer["id"] for layer in trained[:3]] == ["flatten", "dense", "relu"]
    for name in ("playground_conv", "playground_dense"):  # both players at once, with its batch
        panel.choose("preset", name)
        expect(panel.part("batch-size")).to_have_value("15")
        expect(panel.layers(D)).to_have_text(CONV_D if name.endswith("conv") else DENSE_D)


def open_a_convolution(panel: Images) -> None:
    """As D's first layer, with its card open."""
    panel.part(f"insert-{D}-0").hover()
    panel.press(f"insert-{D}-0")
    panel.press(f"insert-{D}-0-conv")


def test_row_4_every_type_of_layer_with_its_own_parameters(panel: Images) -> None:
    open_a_convolution(panel)
    card = panel.part(f"layer-{D}-0")
    assert len(REGISTRIES["layers"]) >= 22
    for entry in REGISTRIES["layers"]:
        panel.choose("card-type", entry["id"])
        expect(panel.layers(D).first).to_have_text(entry["label"])
        names = ["type", *(param["name"].replace("_", "-") for param in entry["params"])]
        shown = card.locator(".fields [data-testid]:is(input, select)")
        found = shown.evaluate_all("all => all.map((one) => one.dataset.testid)")
        assert found == [f"card-{name}" for name in names]
    panel.press("draft-revert")
    expect(panel.layers(D)).to_have_text(DENSE_D)


def test_row_4_layers_are_added_changed_and_removed_and_their_shapes_follow(panel: Images) -> None:
    open_a_convolution(panel)
    for name, value, shape in (
        ("channels", "6", "6 × 16 × 16"), ("kernel", "5", "6 × 14 × 14"),
        ("padding", "2", "6 × 16 × 16"), ("stride", "2", "6 × 8 × 8"),
    ):  # fmt: skip
        panel.part(f"card-{name}").fill(value)
        panel.part(f"card-{name}").press("Enter")
        expect(panel.part(f"shape-{D}-1")).to_have_text(shape)
    expect(panel.part(f"shape-{D}-2")).to_have_text("384")
    expect(panel.part("card-weights")).to_have_text("156 weights")
    panel.press("train-layers")
    expect(panel.part("draft-state")).to_have_text("As trained")
    panel.press("card-remove")
    expect(panel.layers(D)).to_have_text(DENSE_D)
    expect(panel.part(f"shape-{D}-1")).to_have_text("256")
    panel.press("draft-revert")


def test_row_4_models_that_cannot_be_are_refused_with_a_message(panel: Images) -> None:
    refused = panel.part("draft-state")
    cases = (
        (D, 0, "flatten them before it"),
        (D, 5, "puts out 32 numbers instead of 1"),
        (G, 3, "256 numbers instead of 1 channel of 16×16 pixels"),
    )
    for player, place, words in cases:
        panel.press(f"remove-{player}-{place}")
        problem = panel.part(f"builder-{player}").locator(".layer-problem")
        expect(problem).to_contain_text(words)
        expect(refused).to_have_attribute("data-problem", "true")
        expect(panel.part("train-layers")).to_have_attribute("aria-disabled", "true")
        panel.press("draft-undo")
        expect(refused).to_have_text("As trained")
    panel.press(f"open-{D}-1")
    panel.part("card-units").fill("0")
    panel.part("card-units").press("Enter")
    expect(panel.part("error-card-units")).to_contain_text("a whole number from 1 to 16384")
    panel.press("draft-revert")


OPTIMIZERS = ("sgd", "momentum", "rmsprop", "adagrad", "adadelta", "adam", "adamax")


def test_row_5_optimizers_with_their_own_parameters_alone_and_the_batch(panel: Images) -> None:
    params = {entry["id"]: entry["params"] for entry in REGISTRIES["optimizers"]}
    assert set(OPTIMIZERS) <= set(params)
    panel.unfold()
    for player in ("d", "g"):
        field = f"{player}-optimizer"
        own = panel.page.locator(f"input[data-testid^={field}-]")
        for optimizer in OPTIMIZERS:
            panel.choose(field, optimizer)
            names = [param["name"].replace("_", "-") for param in params[optimizer]]
            expect(panel.part(f"{field}-{names[-1]}")).to_be_visible()
            expect(own).to_have_count(len(names))
            found = own.evaluate_all("all => all.map((one) => one.dataset.testid)")
            assert found == [f"{field}-{name}" for name in names]
        type_into(panel, f"{field}-lr", "0.0123")
    type_into(panel, "batch-size", "15")
    config: dict[str, Any] = panel.state()["config"]
    for player in ("d", "g"):
        chosen = config[f"{player}_optimizer"]
        assert (chosen["id"], chosen["params"]["lr"]) == ("adamax", 0.0123)
    assert config["batch_size"] == 15


def test_row_6_train_and_stop(panel: Images) -> None:
    panel.press("play")
    panel.wait_for_step(TRAINED)
    panel.press("pause")
    expect(panel.part("announcer")).to_contain_text("Paused")
    step = panel.state()["step"]
    expect(panel.part("step-count")).to_have_text(f"{step:,}")
    assert panel.state()["step"] == step  # it has stopped


def test_rows_7_and_8_verdicts_as_bars_charts_and_counters(panel: Images) -> None:
    before = {kind: panel.verdicts(kind) for kind in ("real", "fake")}
    curves = {name: panel.part(f"chart-{name}") for name in ("losses", "rate")}
    drawn = {name: curve.screenshot() for name, curve in curves.items()}
    bars = panel.page.locator(".picture-button .verdict-bar i")
    widths = bars.evaluate_all("all => all.map((bar) => bar.style.width)")
    expect(panel.part("fact-trained")).to_have_text("0:00")
    panel.press("play")
    panel.wait_for_step(TRAINED)
    expect(panel.part("images-per-second")).not_to_have_text("0")
    expect(panel.part("fact-trained")).not_to_have_text("0:00")
    panel.press("pause")
    expect(panel.part("announcer")).to_contain_text("Paused")
    for loss in ("chart-d-loss", "chart-g-loss"):
        expect(panel.part(loss)).to_have_text(NUMBER)
    assert [name for name, curve in curves.items() if curve.screenshot() == drawn[name]] == []
    for kind, verdicts in before.items():
        assert panel.verdicts(kind) != verdicts
    assert bars.evaluate_all("all => all.map((bar) => bar.style.width)") != widths
    state = panel.state()
    seen = state["step"] * state["config"]["batch_size"]
    expect(panel.part("fact-seen")).to_have_text(f"{seen:,}")
    expect(panel.part("fact-looks")).to_have_text(re.compile(r"^[\d.,]+k?/s · [\d.]+ ms$"))


def test_row_9_a_network_and_a_whole_model_go_out_and_come_back(panel: Images) -> None:
    panel.press("step-both")
    expect(panel.part("step-count")).to_have_text("1")
    fakes = panel.pixels("fake-0")
    with safe_open(saved(panel, "save-discriminator"), "np") as network:
        shapes = [network.get_tensor(name).shape for name in network.keys()]  # noqa: SIM118
    assert (128, 256) in shapes  # D's first layer with weights, as PyTorch has it
    model = saved(panel, "save-model")
    panel.press("step-both")
    expect(panel.part("step-count")).to_have_text("2")
    with panel.page.expect_file_chooser() as chooser:
        panel.press("export-menu")
        panel.press("open-model")
    chooser.value.set_files(model)
    expect(panel.part("step-count")).to_have_text("1")
    assert panel.pixels("fake-0") == fakes


@pytest.mark.skipif(torch.cuda.is_available(), reason="of a server without a GPU")
def test_row_10_the_device_is_shown_and_chosen_where_there_are_two(panel: Images) -> None:
    panel.unfold()
    device, note = panel.part("device"), panel.part("device-note")
    expect(device).to_have_value("cpu")
    expect(device).to_be_disabled()
    expect(note).to_contain_text("This server has no GPU")

    def with_gpu(route: Any) -> None:
        found = route.fetch().json()
        found["devices"]["here"] = [{"id": "cpu", "name": "CPU"}, {"id": "cuda", "name": "GPU"}]
        route.fulfill(json=found)

    panel.page.route("**/api/catalog", with_gpu)
    panel.page.reload()
    panel.ready().unfold()
    expect(note).to_have_count(0)
    panel.choose("device", "cuda")
    expect(panel.part("error-device")).to_contain_text("one that this server has: cpu")
    expect(device).to_have_value("cpu")
    panel.page.unroute("**/api/catalog")
