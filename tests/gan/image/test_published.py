"""A network in a file of its own: PyTorch's modules, built from it alone, paint the images."""

import json
import re
from typing import Any

import pytest
import torch
from safetensors import safe_open
from safetensors.numpy import load
from torch import Tensor, nn

from ganlab.gan.config import RunConfig
from ganlab.gan.image.architectures import dcgan_generator
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.snapshot import ImageEye
from ganlab.gan.image.standard import stack
from ganlab.gan.plane.snapshot import View
from ganlab.registry import ConfigError
from ganlab.runtime.network_file import network_file
from ganlab.runtime.run import Run
from scripts.bootstrap.checkout import ROOT
from tests.gan.image.looks import digits_are_here
from tests.gan.image.modules import MODULES

SHAPE = (1, 16, 16)
G_LAYERS: list[dict[str, Any]] = [
    {"id": "dense", "params": {"units": 4 * 4 * 4, "bias": False}},
    {"id": "reshape", "params": {"channels": 4, "height": 4, "width": 4}},
    {"id": "batch_norm"},
    {"id": "relu"},
    {"id": "conv_transpose", "params": {"channels": 4}},
    {"id": "instance_norm", "params": {"affine": False}},
    {"id": "leaky_relu"},
    {"id": "conv_transpose", "params": {"channels": 1}},
    {"id": "tanh"},
]
D_LAYERS: list[dict[str, Any]] = [
    {"id": "conv", "params": {"channels": 4, "stride": 2, "spectral_norm": True}},
    {"id": "layer_norm"},
    {"id": "leaky_relu"},
    {"id": "flatten"},
    {"id": "dense", "params": {"units": 1}},
]


def config_of(**changes: Any) -> RunConfig:
    return RunConfig.from_json(
        {
            "scene": "image",
            "data": {"id": "digits"},
            "generator": {"id": "stack", "params": {"layers": G_LAYERS}},
            "discriminator": {"id": "stack", "params": {"layers": D_LAYERS}},
            "batch_size": 8,
            **changes,
        }
    )


@pytest.fixture(scope="module")
def run() -> Run:
    digits_are_here()
    found = Run(config_of(g_ema=0.5))
    for _ in range(3):
        found.step()
    return found


class File:
    """What a document holds, read as anybody would."""

    def __init__(self, document: bytes, folder: Any) -> None:
        path = folder / "network.safetensors"
        path.write_bytes(document)
        self.tensors = load(document)
        with safe_open(path, "pt") as file:
            self.notes: dict[str, str] = file.metadata()

    def read(self, note: str) -> Any:
        return json.loads(self.notes[note])

    def module(self, rows: Any = None, prefix: str = "") -> nn.Sequential:
        """The network as PyTorch's own modules in a row, with the file's tensors in them."""
        rows, prefix = rows or self.read("architecture")["layers"], prefix or self.notes["player"]
        net = nn.Sequential(
            *(MODULES[row["id"]](tuple(row["input"]), row["params"]) for row in rows)
        )
        names = [name for row in rows for name in row["tensors"]]
        state = {n.removeprefix(f"{prefix}."): torch.from_numpy(self.tensors[n]) for n in names}
        missing, unknown = net.load_state_dict(state, strict=False)
        assert all(name.endswith("num_batches_tracked") for name in missing)
        assert all(name.endswith("weight_u") for name in unknown)
        return net.eval()


def eye_of(game: ImageGame) -> tuple[Tensor, Any]:
    """(noise, what is shown)."""
    eye = ImageEye(game)
    return eye.noise, eye.look(View(arrays=frozenset({"fake", "d_real_raw", "real"}))).arrays


@torch.no_grad()
def test_modules_of_torch_paint_the_images_of_the_page(run: Run, tmp_path: Any) -> None:
    file = File(network_file(run, "generator"), tmp_path)
    noise, shown = eye_of(run.game)
    assert file.read("noise") == {"id": "gaussian", "params": run.config.prior.to_json()["params"]}
    black, white = (file.read("pixels")[name] for name in ("black", "white"))
    made = (file.module()(noise) - black) * 255 / (white - black)
    images = made.round().clamp(0, 255).permute(0, 2, 3, 1)
    assert images.shape == (64, 16, 16, 1)
    assert (images - torch.from_numpy(shown["fake"]).float()).abs().max() <= 1  # rounding
    assert file.read("average")
    assert file.read("step") == 3


def test_tensors_are_those_of_the_run_under_the_names_of_layers(run: Run, tmp_path: Any) -> None:
    state = run.game.state_dict()
    for player, kept in (("generator", "average"), ("discriminator", "weights")):
        file = File(network_file(run, player), tmp_path)
        whole = {k: v for k, v in state.items() if k.startswith(f"{player}.{kept}.")}
        learned = {k: v for k, v in file.tensors.items() if k.endswith(("weight", "bias"))}
        assert len(learned) == len(whole)
        for name, tensor in learned.items():
            _, layer, role = name.split(".")
            twin = whole[f"{player}.{kept}.{layer}.{int(role == 'bias')}"]
            assert torch.equal(torch.from_numpy(tensor), twin)
        rows = file.read("architecture")["layers"]
        assert sorted(n for row in rows for n in row["tensors"]) == sorted(file.tensors)
    assert file.tensors["discriminator.0.weight"].shape == (4, 1, 3, 3)
    assert file.tensors["discriminator.0.weight_u"].shape == (4,)


def test_what_is_remembered_is_there_too(run: Run, tmp_path: Any) -> None:
    file = File(network_file(run, "generator"), tmp_path)
    _, buffers = run.game.shown("generator")
    for role, value in zip(("running_mean", "running_var"), buffers, strict=True):
        assert torch.equal(torch.from_numpy(file.tensors[f"generator.2.{role}"]), value)


@torch.no_grad()
def test_a_spectral_norm_divides_by_what_the_file_holds(run: Run, tmp_path: Any) -> None:
    file = File(network_file(run, "discriminator"), tmp_path)
    net, (_, shown) = file.module(), eye_of(run.game)
    weight = net.get_parameter("0.weight")
    rows = weight.permute(0, 2, 3, 1).flatten(1)
    direction = torch.from_numpy(file.tensors["discriminator.0.weight_u"])
    right = nn.functional.normalize(rows.mT @ direction, dim=0)
    left = nn.functional.normalize(rows @ right, dim=0)
    weight.div_(left @ rows @ right)
    x = run.game.range.seen(torch.from_numpy(shown["real"])).permute(0, 3, 1, 2)
    raw = torch.from_numpy(shown["d_real_raw"]).float()
    assert (net(x).flatten() - raw).abs().max() < 2e-3  # sent as halves


@torch.no_grad()
def test_an_encoder_comes_along_with_its_generator(tmp_path: Any) -> None:
    d_layers = [
        {"id": "flatten"},
        {"id": "dense", "params": {"units": 8}},
        {"id": "relu"},
        {"id": "dense", "params": {"units": 1}},
    ]
    d = {"id": "stack", "params": {"layers": d_layers}}
    game = Run(config_of(model={"id": "bigan"}, discriminator=d)).game
    file = File(network_file(Run(game.config), "generator"), tmp_path)
    x = game.range.seen(game.images.images[:4])
    prefix = "generator.encoder"
    encode = file.module(file.read("encoder")["layers"], prefix)
    assert (encode(x) - game.encode(x)).abs().max() < 1e-5
    assert file.module()(eye_of(game)[0]).shape == (64, *SHAPE)


def test_the_documents_example_paints_the_images_of_the_page(tmp_path: Any) -> None:
    text = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", text, re.S | re.M)
    example: dict[str, Any] = {}
    exec(code, example)
    run = Run(config_of(generator=stack(dcgan_generator(SHAPE, 8))))
    run.step()
    path = tmp_path / "generator.safetensors"
    path.write_bytes(network_file(run, "generator"))
    noise, shown = eye_of(run.game)
    images = (example["paint"](str(path), noise) * 255).round().clamp(0, 255)
    fakes = torch.from_numpy(shown["fake"]).permute(0, 3, 1, 2).float()
    assert (images - fakes).abs().max() <= 1


def test_a_network_is_no_model_and_those_of_the_plane_are_not_told_alone(run: Run) -> None:
    with pytest.raises(ConfigError, match="not one network by itself"):
        Run.opened(network_file(run, "generator"))
    with pytest.raises(ConfigError, match="save the whole model"):
        network_file(Run(RunConfig.from_json({})), "generator")


def test_a_model_of_another_scene_is_refused(run: Run) -> None:
    document = run.checkpoint("paused", None).to_bytes()
    assert Run.opened(document, scene="image").game.steps == 3
    with pytest.raises(ConfigError, match="a model of dots in the plane"):
        Run.opened(document, scene="plane")
    dots = Run(RunConfig.from_json({}))
    with pytest.raises(ConfigError, match="a model of images"):
        Run.opened(dots.checkpoint("paused", None).to_bytes(), scene="image")
