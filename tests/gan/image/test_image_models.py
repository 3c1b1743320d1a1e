"""BiGAN and pix2pix of images against programs written by hand with torch, in float64."""

from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn.functional import softplus

from ganlab.gan import streams
from ganlab.gan.config import RunConfig
from ganlab.gan.image.architectures import Layers, patch_discriminator, unet
from ganlab.gan.image.datasets import entry, outlines
from ganlab.gan.image.encoder import WithEncoder
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.inspections import Inspector, inspections
from ganlab.gan.image.judge import ImageJudge
from ganlab.gan.image.models import image_models
from ganlab.gan.image.snapshot import SHOWN, ImageEye
from ganlab.gan.losses import losses
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.plane.snapshot import View
from ganlab.gan.regularizers import l1, regularizers
from ganlab.registry import ConfigError
from tests.gan.image.test_game import same, tensors

RATE = 0.05
SGD = {"id": "sgd", "params": {"lr": RATE}}
NOISE = 5


def stack(*layers: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    return {"params": {"init": "he", "layers": [{"id": i, "params": p} for i, p in layers]}}


def built(layers: Layers) -> dict[str, Any]:
    return {"params": {"init": "he", "layers": layers}}


COMMON: dict[str, Any] = {
    "scene": "image", "batch_size": 6, "seed": 3, "g_ema": 0.0, "d_optimizer": SGD,
    "g_optimizer": SGD,
}  # fmt: skip
BIGAN: dict[str, Any] = {
    **COMMON, "data": {"id": "digits"}, "model": {"id": "bigan"},
    "prior": {"id": "gaussian", "params": {"dimension": NOISE}},
    "generator": stack(
        ("dense", {"units": 256}), ("tanh", {}),
        ("reshape", {"channels": 1, "height": 16, "width": 16}),
    ),
    "discriminator": stack(
        ("conv", {"channels": 2, "kernel": 4, "stride": 4, "padding": 0}), ("leaky_relu", {}),
        ("flatten", {}), ("dense", {"units": 1}),
    ),
}  # fmt: skip
LATE: dict[str, Any] = {**BIGAN, "discriminator": stack(
    ("conv", {"channels": 2, "kernel": 4, "stride": 4, "padding": 0}), ("leaky_relu", {}),
    ("flatten", {}), ("told", {}), ("dense", {"units": 1}),
)}  # fmt: skip
PAIRS: dict[str, Any] = {
    **COMMON, "data": {"id": "outlines", "params": {"size": "16"}}, "model": {"id": "pix2pix"},
    "generator": stack(
        ("skip", {}), ("conv", {"channels": 2, "kernel": 4, "stride": 2}), ("relu", {}),
        ("conv_transpose", {"channels": 2}), ("join", {}), ("conv", {"channels": 3}), ("tanh", {}),
    ),
    "discriminator": stack(
        ("conv", {"channels": 2, "kernel": 4, "stride": 4, "padding": 0}), ("leaky_relu", {}),
        ("conv", {"channels": 1, "kernel": 1, "padding": 0}),
    ),
    "regularizers": [{"id": "l1", "params": {"weight": 7.0}}],
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def few_pairs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Pairs enough for a game, made for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GANLAB_CACHE_DIR", str(tmp_path_factory.mktemp("pairs")))
        patch.setattr(outlines, "EXAMPLES", 200)
        patch.setattr(outlines, "HELD_OUT", 80)
        yield


def game_of(document: dict[str, Any], dtype: torch.dtype = torch.float64, **more: Any) -> ImageGame:
    return ImageGame(RunConfig.from_json({**document, **more}), dtype=dtype)


def leaves(game: ImageGame, player: str) -> list[Tensor]:
    views = game.players[player].net.layers(game.weights(player))
    return [view.clone().requires_grad_() for view in views]


def descend(loss: Tensor, weights: list[Tensor]) -> None:
    slopes = torch.autograd.grad(loss, weights)
    with torch.no_grad():
        for weight, slope in zip(weights, slopes, strict=True):
            weight.sub_(RATE * slope)


def conv(x: Tensor, weight: Tensor, bias: Tensor, stride: int, padding: int = 0) -> Tensor:
    return torch.nn.functional.conv2d(x, weight, bias, stride, padding)


def leaky(x: Tensor) -> Tensor:
    return torch.nn.functional.leaky_relu(x, 0.2)


def wide(code: Tensor) -> Tensor:
    """A code as channels of one value each."""
    return code[:, :, None, None].expand(-1, -1, 16, 16)


# BiGAN


def paint(w: list[Tensor], z: Tensor) -> Tensor:
    return torch.tanh(z @ w[0].T + w[1]).view(-1, 1, 16, 16)


def encode(w: list[Tensor], x: Tensor) -> Tensor:
    return leaky(conv(x, w[2], w[3], 4)).flatten(1) @ w[4].T + w[5]


def judge(w: list[Tensor], x: Tensor, code: Tensor) -> Tensor:
    late = w[0].shape[1] == 1  # the code comes to the features
    h = leaky(conv(x if late else torch.cat([x, wide(code)], 1), w[0], w[1], 4)).flatten(1)
    return ((torch.cat([h, code], 1) if late else h) @ w[2].T + w[3])[:, 0]


def pair_penalty(d: list[Tensor], x: Tensor, code: Tensor) -> Tensor:
    """½·E‖∇D‖² by image and code together, weight 0.3."""
    x, code = x.detach().requires_grad_(), code.detach().requires_grad_()
    slopes = torch.autograd.grad(judge(d, x, code).sum(), (x, code), create_graph=True)
    return 0.15 * sum(s.flatten(1).square().sum(1) for s in slopes).mean()  # type: ignore[union-attr]


@pytest.mark.parametrize(("document", "penalty"), [(BIGAN, True), (LATE, False), (LATE, True)])
def test_bigan_equals_a_game_by_hand(document: dict[str, Any], penalty: bool) -> None:
    rules = [{"id": "r1", "params": {"weight": 0.3}}] if penalty else []
    game, reference = (game_of(document, regularizers=rules) for _ in range(2))
    g, d, batches = leaves(game, GENERATOR), leaves(game, DISCRIMINATOR), reference._batches
    start = [w.detach().clone() for w in g]
    for _ in range(4):
        game.step()
        real = reference.feed.batch(batches.next(streams.DATA)[0].long(), g[0]).x
        z = batches.next(streams.D_NOISE).t()
        code, fake = encode(g, real).detach(), paint(g, z).detach()
        loss = softplus(-judge(d, real, code)).mean() + softplus(judge(d, fake, z)).mean()
        if penalty:
            loss = loss + pair_penalty(d, real, code)
        descend(loss, d)
        z = batches.next(streams.G_NOISE).t()
        real = reference.feed.batch(batches.next(streams.G_DATA)[0].long(), g[0]).x
        both = softplus(-judge(d, paint(g, z), z)).mean()
        both = both + softplus(judge(d, real, encode(g, real))).mean()
        descend(both, g)
        assert game.losses() == pytest.approx((loss.item(), both.item()), rel=1e-9)
    for name, ours in ((GENERATOR, g), (DISCRIMINATOR, d)):
        for mine, theirs in zip(leaves(game, name), ours, strict=True):
            torch.testing.assert_close(mine, theirs, rtol=1e-8, atol=1e-10)
    assert all((a - b).abs().max().item() > 1e-4 for a, b in zip(start, g, strict=True))


def test_an_encoder_is_as_the_discriminator_up_to_its_code() -> None:
    game = game_of(BIGAN)
    net = game.players[GENERATOR].net
    assert isinstance(net, WithEncoder)
    judged = game.net(DISCRIMINATOR)
    assert net.encoder.shapes[0] == (1, 16, 16)
    assert judged.shapes[0] == (1 + NOISE, 16, 16)
    assert net.encoder.shapes[1:-1] == judged.shapes[1:-1]
    assert (net.encoder.outputs, judged.outputs) == ((NOISE,), (1,))
    assert game.facts()["encoder"] == [256, 32, 32, 32, NOISE]


def test_reconstructions_are_what_g_makes_of_the_codes_of_real_images() -> None:
    game = game_of(BIGAN)
    game.step()
    look = ImageEye(game).look(View(frozenset({"real", "reconstruction", "codes", "fake"})))
    weights = leaves(game, GENERATOR)
    real = torch.from_numpy(look.arrays["real"].copy()).permute(0, 3, 1, 2)
    made = paint(weights, encode(weights, game.range.seen(real).double()))
    expected = game.range.pixels(made).permute(0, 2, 3, 1)
    found = torch.from_numpy(look.arrays["reconstruction"].copy())
    assert int((found.int() - expected.int()).abs().max()) <= 1  # float32 pixels
    assert look.arrays["codes"].shape == (SHOWN, NOISE)


# pix2pix


def fill(w: list[Tensor], x: Tensor) -> Tensor:
    small = torch.relu(conv(x, w[0], w[1], 2, 1))
    large = torch.nn.functional.conv_transpose2d(small, w[2], w[3], 2, 1)
    return torch.tanh(conv(torch.cat([large, x], 1), w[4], w[5], 1, 1))


def judge_pair(w: list[Tensor], outline: Tensor, y: Tensor) -> Tensor:
    h = leaky(conv(torch.cat([y, outline], 1), w[0], w[1], 4))
    return conv(h, w[2], w[3], 1).flatten(1)  # one for each patch


def test_pix2pix_equals_a_game_by_hand() -> None:
    game, reference = (game_of(PAIRS) for _ in range(2))
    g, d, batches = leaves(game, GENERATOR), leaves(game, DISCRIMINATOR), reference._batches
    images = reference.images

    def pairs(stream: int) -> tuple[Tensor, Tensor]:
        numbers = batches.next(stream)[0].long()
        assert int(numbers.max()) < images.trained
        assert images.inputs is not None
        outline, y = images.inputs[numbers], images.images[numbers]
        return reference.range.seen(outline).double(), reference.range.seen(y).double()

    for _ in range(4):
        game.step()
        outline, y = pairs(streams.DATA)
        fake = fill(g, outline).detach()
        real_parts, fake_parts = judge_pair(d, outline, y), judge_pair(d, outline, fake)
        assert real_parts.shape == (6, 16)
        # Isola et al. 2017, section 3.2: the mean over all patches of all images
        loss = softplus(-real_parts).mean() + softplus(fake_parts).mean()
        descend(loss, d)
        outline, y = pairs(streams.G_NOISE)
        made = fill(g, outline)
        both = softplus(-judge_pair(d, outline, made)).mean() + 7.0 * (y - made).abs().mean()
        descend(both, g)
        assert game.losses() == pytest.approx((loss.item(), both.item()), rel=1e-9)
    for name, ours in ((GENERATOR, g), (DISCRIMINATOR, d)):
        for mine, theirs in zip(leaves(game, name), ours, strict=True):
            torch.testing.assert_close(mine, theirs, rtol=1e-8, atol=1e-10)


def test_l1_is_the_mean_distance_of_pixels() -> None:
    """Isola et al. 2017, equation 3, by the mean over pixels as in the authors' program."""
    rng = torch.Generator().manual_seed(0)
    fake, target = (torch.randn(4, 3, 5, 5, generator=rng, dtype=torch.float64) for _ in range(2))
    fake.requires_grad_()
    value = l1(fake, target, weight=2.0).mean()
    torch.testing.assert_close(value, 2.0 * torch.nn.L1Loss()(fake, target))
    (slope,) = torch.autograd.grad(value, fake)
    torch.testing.assert_close(slope, 2.0 * torch.sign(fake.detach() - target) / target.numel())


def test_an_image_is_shown_with_the_one_it_is_made_from_and_was_held_out() -> None:
    game = game_of(PAIRS)
    eye = ImageEye(game)
    look = eye.look(View(frozenset({"real", "fake", "inputs", "d_fake", "noise"})))
    numbers = eye.real()
    assert int(numbers.min()) >= game.images.trained
    assert game.images.inputs is not None
    expected = game.images.inputs[numbers].permute(0, 2, 3, 1)
    assert torch.equal(torch.from_numpy(look.arrays["inputs"].copy()), expected)
    made = fill(leaves(game, GENERATOR), game.range.seen(game.images.inputs[numbers]).double())
    shown = torch.from_numpy(look.arrays["fake"].copy())
    assert torch.equal(shown, game.range.pixels(made).permute(0, 2, 3, 1))
    assert "noise" not in look.arrays
    parts = judge_pair(leaves(game, DISCRIMINATOR),
                       game.range.seen(game.images.inputs[numbers]).double(), made)  # fmt: skip
    verdict = torch.from_numpy(look.arrays["d_fake"].copy()).double()
    torch.testing.assert_close(verdict, torch.sigmoid(parts.mean(1)).detach(), atol=1e-3, rtol=0)


def test_of_patches_a_phase_shows_their_mean() -> None:
    game = game_of(PAIRS)
    shown = {(p.player, p.name): game.in_picture(p) for p in game.phases()}
    assert shown[DISCRIMINATOR, "predictions"]["d_real"].shape == (6,)
    assert shown[DISCRIMINATOR, "gradients"]["slope_fake"].shape == (6,)
    assert "noise" not in shown[GENERATOR, "samples"]


# Both

FULL: dict[str, dict[str, Any]] = {
    "bigan": BIGAN,
    "pix2pix": {**PAIRS, "generator": built(unet(3, 16, 4)),
                "discriminator": built(patch_discriminator(4))},
}  # fmt: skip


@pytest.mark.parametrize("model", FULL)
def test_a_state_put_back_goes_on_to_the_same_bytes(model: str) -> None:
    game, other = (game_of(FULL[model], torch.float32, g_ema=0.9) for _ in range(2))
    game.step()
    other.load_state_dict(game.state_dict())
    game.step()
    for _ in other.phases():
        pass
    assert same(tensors(game), tensors(other))


@pytest.mark.parametrize("model", FULL)
@pytest.mark.parametrize("loss", [entry.id for entry in losses])
def test_every_loss_plays_or_says_why_not(model: str, loss: str) -> None:
    extras = losses[loss].extras
    if model == "bigan" and not (extras.get("mirrored") or extras.get("pairs")):
        with pytest.raises(ConfigError, match="treats real and fake alike"):
            game_of(FULL[model], loss={"id": loss})
        return
    game = game_of(FULL[model], torch.float32, loss={"id": loss})
    before = tensors(game)
    game.step()
    after = tensors(game)
    assert all(not torch.equal(before[f"{p}.weights.0.0"], after[f"{p}.weights.0.0"])
               for p in (GENERATOR, DISCRIMINATOR) if f"{p}.weights.0.0" in before)  # fmt: skip


@pytest.mark.parametrize("model", FULL)
@pytest.mark.parametrize("rule", [entry.id for entry in regularizers])
def test_every_regularizer_plays(model: str, rule: str) -> None:
    chosen: dict[str, Any] = {"regularizers": [{"id": rule}]}
    if rule == "l1" and model == "bigan":
        with pytest.raises(ConfigError, match="pix2pix"):
            game_of(FULL[model], torch.float64, **chosen)
        return
    game = game_of(FULL[model], torch.float32, **chosen)
    game.step()
    assert all(value == value for value in game.losses())


@pytest.mark.parametrize("model", FULL)
@pytest.mark.parametrize("kind", [entry.id for entry in inspections])
@pytest.mark.parametrize("side", ["fake", "real"])
def test_inspections_look_or_say_why_not(model: str, kind: str, side: str) -> None:
    game = game_of(FULL[model], torch.float32)
    inspector = Inspector(game, ImageEye(game))
    sided = getattr(inspections[kind].params.get("side"), "kind", "") == "choice"
    params: dict[str, Any] = {"side": side} if sided else {}
    if model == "pix2pix" and inspections[kind].extras.get("needs_noise"):
        with pytest.raises(ConfigError, match="noise"):
            inspector.look(kind, params)
        return
    found = inspector.look(kind, params)
    assert found.arrays
    if kind == "image":
        beside = {"pix2pix": "input", "bigan": "noise" if side == "fake" else "reconstruction"}
        assert beside[model] in found.arrays
        assert found.facts["label"] is None or side == "real"


def test_the_judge_measures_both() -> None:
    for document in FULL.values():
        found, _ = ImageJudge(game_of(document, torch.float32)).measure()
        assert all(0 <= value <= 100 for value in found.values())


REFUSED: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    (PAIRS, {"data": {"id": "digits"}}, "data", "in pairs"),
    (BIGAN, {"discriminator": stack(("conv", {"channels": 1, "kernel": 16, "padding": 0}),
                                    ("flatten", {}))}, "discriminator", "fully connected"),
    (PAIRS, {"discriminator": stack(("conv", {"channels": 2}))},
     "discriminator.params.layers.0", "one channel"),
    (PAIRS, {"generator": BIGAN["generator"]}, "generator.params.layers.0", "flatten"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "changes", "field", "words"), REFUSED)
def test_what_does_not_go_together_is_refused_in_words(
    document: dict[str, Any], changes: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        RunConfig.from_json({**document, **changes})
    assert caught.value.field == field
    assert words in str(caught.value)


def test_every_model_is_looked_at() -> None:
    assert {model.id for model in image_models} == {"gan", "conditional", *FULL}
    assert entry.inputs_of(entry.datasets["digits"], {}) is None
