"""The game of images: its rounds equal those of a plain program; its state is all of it."""

from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import softplus

from ganlab.gan import streams
from ganlab.gan.config import RunConfig
from ganlab.gan.contest import Diverged
from ganlab.gan.image.architectures import dcgan_discriminator, dcgan_generator
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.judge import ImageJudge
from ganlab.gan.image.snapshot import SHOWN, ImageEye
from ganlab.gan.losses import losses
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.gan.plane.snapshot import View

DIGITS: dict[str, Any] = {
    "scene": "image",
    "data": {"id": "digits"},
    "prior": {"id": "gaussian", "params": {"dimension": 6}},
    "generator": {"params": {"layers": dcgan_generator((1, 16, 16), 4), "init": "he"}},
    "discriminator": {"params": {"layers": dcgan_discriminator(16, 4), "init": "he"}},
    "batch_size": 12,
    "seed": 3,
}


def game_of(dtype: torch.dtype = torch.float32, **changes: Any) -> ImageGame:
    return ImageGame(RunConfig.from_json({**DIGITS, **changes}), dtype=dtype)


def tensors(game: ImageGame) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in game.state_dict().items()}


def same(a: dict[str, Tensor], b: dict[str, Tensor]) -> bool:
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


class Plain(nn.Module):
    """A dense network as torch has it, beside a stack's weights."""

    def __init__(self, weights: list[Tensor], last: nn.Module) -> None:
        super().__init__()
        self.params = nn.ParameterList([nn.Parameter(w.detach().clone()) for w in weights])
        self.last = last

    def forward(self, x: Tensor) -> Tensor:
        w1, b1, w2, b2 = self.params
        h = torch.relu(nn.functional.linear(x.flatten(1), w1, b1))
        out: Tensor = self.last(nn.functional.linear(h, w2, b2))
        return out


DENSE: dict[str, Any] = {
    "generator": {"params": {"layers": [
        {"id": "dense", "params": {"units": 7}}, {"id": "relu"},
        {"id": "dense", "params": {"units": 256}}, {"id": "tanh"},
        {"id": "reshape", "params": {"channels": 1, "height": 16, "width": 16}},
    ]}},
    "discriminator": {"params": {"layers": [
        {"id": "flatten"}, {"id": "dense", "params": {"units": 5}}, {"id": "relu"},
        {"id": "dense", "params": {"units": 1}},
    ]}},
    "g_ema": 0.0,
}  # fmt: skip


@pytest.mark.parametrize("penalty", [None, "r1", "gradient_penalty"])
def test_rounds_equal_those_of_a_plain_program(penalty: str | None) -> None:
    weight = 0.7
    rules = [] if penalty is None else [{"id": penalty, "params": {"weight": weight}}]
    game = game_of(torch.float64, **DENSE, regularizers=rules)
    reference = game_of(torch.float64, **DENSE, regularizers=rules)
    g = Plain(reference.net(GENERATOR).layers(reference.weights(GENERATOR)), nn.Tanh())
    d = Plain(reference.net(DISCRIMINATOR).layers(reference.weights(DISCRIMINATOR)), nn.Identity())
    adam: dict[str, Any] = {"lr": 0.0005, "betas": (0.5, 0.999), "eps": 1e-8}
    g_adam, d_adam = (torch.optim.Adam(net.parameters(), **adam) for net in (g, d))
    batches = reference._batches
    for _ in range(3):
        game.step()
        real = reference.seen(batches.next(streams.DATA)[0].long()).x
        fake = g(batches.next(streams.D_NOISE).t()).view_as(real).detach()
        loss = softplus(-d(real)).mean() + softplus(d(fake)).mean()
        if penalty is not None:
            points = real.clone()
            if penalty == "gradient_penalty":
                share = batches.next(streams.BETWEEN).view(-1, 1, 1, 1)
                points = fake + share * (real - fake)
            points.requires_grad_()
            (slope,) = torch.autograd.grad(d(points).sum(), points, create_graph=True)
            norm = slope.flatten(1).norm(dim=1)
            half = 0.5 * norm.square() if penalty == "r1" else (norm - 1).square()
            loss = loss + weight * half.mean()
        d_adam.zero_grad()
        loss.backward()
        d_adam.step()
        g_loss = softplus(-d(g(batches.next(streams.G_NOISE).t()))).mean()
        g_adam.zero_grad()
        g_loss.backward()
        g_adam.step()
        assert game.losses() == pytest.approx((float(loss), float(g_loss)), rel=1e-9)
    for name, net in ((GENERATOR, g), (DISCRIMINATOR, d)):
        ours = game.net(name).layers(game.weights(name))
        for mine, theirs in zip(ours, net.params, strict=True):
            torch.testing.assert_close(mine, theirs.detach(), rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("loss", [entry.id for entry in losses])
def test_every_loss_plays(loss: str) -> None:
    game = game_of(loss={"id": loss})
    before = tensors(game)
    for _ in range(2):
        game.step()
    after = tensors(game)
    assert not torch.equal(before["generator.weights.0.0"], after["generator.weights.0.0"])
    assert not torch.equal(before["discriminator.weights.0.0"], after["discriminator.weights.0.0"])


def test_a_state_put_back_goes_on_to_the_same_bytes() -> None:
    dropped = dcgan_discriminator(16, 4)
    dropped.insert(2, {"id": "dropout"})
    changes: dict[str, Any] = {
        "discriminator": {"params": {"layers": dropped}},
        "model": {"id": "conditional"},
    }
    game, other = game_of(**changes), game_of(**changes)
    game.step()
    other.load_state_dict(game.state_dict())
    game.step()
    other.step()
    assert same(tensors(game), tensors(other))
    assert not torch.equal(game._arena.parts["generator.buffers"],
                           game._memory()["generator.buffers"].float())  # fmt: skip


def test_phases_play_the_same_round() -> None:
    game, other = game_of(), game_of()
    game.step()
    names = [(phase.player, phase.name) for phase in other.phases()]
    assert same(tensors(game), tensors(other))
    assert names[0] == (DISCRIMINATOR, "samples")
    assert names[-1] == (GENERATOR, "update")


def test_phases_show_pixels() -> None:
    game = game_of(model={"id": "conditional"})
    shown = {(p.player, p.name): game.in_picture(p) for p in game.phases()}
    samples = shown[DISCRIMINATOR, "samples"]
    for name in ("x_real", "x_fake"):
        assert samples[name].shape == (12, 16, 16, 1)
        assert samples[name].dtype == torch.uint8
    assert samples["real_labels"].shape == samples["fake_labels"].shape == (12,)
    assert shown[GENERATOR, "gradients"]["x_gradients"].shape == (12, 1, 16, 16)


def test_live_changes_keep_weights_and_memory() -> None:
    game = game_of()
    game.step()
    before = tensors(game)
    game.configure(game.config.changed({"loss": {"id": "hinge"}, "batch_size": 8}))
    after = tensors(game)
    for name in before:
        if "streams" not in name:
            assert torch.equal(before[name], after[name]), name
    game.step()


def test_divergence_leaves_the_game_as_it_was() -> None:
    game = game_of(loss={"id": "wasserstein"},
                   d_optimizer={"id": "sgd", "params": {"lr": 10.0}})  # fmt: skip
    kept = [tensors(game)]

    def play() -> None:
        for _ in range(300):
            game.step()
            kept[0] = tensors(game)

    with pytest.raises(Diverged):
        play()
    assert same(kept[0], tensors(game))


def test_the_average_remembers_what_the_generator_remembers() -> None:
    game = game_of(g_ema=0.5)
    for _ in range(30):
        game.step()
    parts = game._arena.parts
    newest, average = parts["generator.buffers"], parts["generator.average_buffers"]
    assert not torch.equal(newest, average)
    torch.testing.assert_close(newest, average, rtol=0.5, atol=0.2)


def test_examples_and_epochs_are_counted() -> None:
    game = game_of()
    for _ in range(5):
        game.step()
    assert game.examples == 60
    assert game.epochs == pytest.approx(60 / 1500)


# Looking


def test_the_eye_shows_the_same_images_again_and_changes_nothing() -> None:
    game = game_of(model={"id": "conditional"})
    game.step()
    before, eye = tensors(game), ImageEye(game)
    names = frozenset({"real", "fake", "d_real", "d_fake", "real_labels", "fake_labels", "noise"})
    first, again = eye.look(View(names)), eye.look(View(names))
    assert same(before, tensors(game))
    assert first.arrays.keys() == names
    for name in names:
        assert (first.arrays[name] == again.arrays[name]).all()
    shown = SHOWN // 10 * 10
    assert first.arrays["fake"].shape == (shown, 16, 16, 1)
    assert first.arrays["fake"].dtype.name == "uint8"
    assert 0 <= first.arrays["d_fake"].min() <= first.arrays["d_fake"].max() <= 1
    assert first.scalars["examples"] == 12


def test_one_class_can_be_looked_at() -> None:
    game = game_of(model={"id": "conditional"})
    look = ImageEye(game).look(
        View(frozenset({"real", "fake", "real_labels", "fake_labels"}), label=7)
    )
    assert set(look.arrays["real_labels"].tolist()) == {7}
    assert set(look.arrays["fake_labels"].tolist()) == {7}
    assert len({image.tobytes() for image in look.arrays["fake"]}) == SHOWN  # each of its own noise


def test_real_images_of_one_class_are_shown_to_a_model_without_labels() -> None:
    eye = ImageEye(game_of())
    names = frozenset({"real", "fake", "real_labels"})
    every, look = eye.look(View(names)), eye.look(View(names, label=7))
    assert set(look.arrays["real_labels"].tolist()) == {7}
    assert (look.arrays["fake"] == every.arrays["fake"]).all()
    other = eye.look(View(names, label=10))  # which the data has not
    assert (other.arrays["real"] == every.arrays["real"]).all()


def test_fakes_of_a_model_with_labels_make_a_table() -> None:
    game = game_of(model={"id": "conditional"})
    look = ImageEye(game).look(View(frozenset({"fake_labels", "noise", "fake"})))
    assert look.arrays["fake_labels"].tolist() == [*range(10)] * 6
    noise = look.arrays["noise"].reshape(6, 10, -1)
    assert (noise == noise[:, :1]).all()
    assert len({row.tobytes() for row in noise[:, 0]}) == 6
    assert len(look.arrays["fake"]) == 60


def test_the_judge_counts_what_d_gets_right() -> None:
    game = game_of()
    judge = ImageJudge(game)
    assert int(judge.real.min()) >= game.images.trained, "what was trained on says nothing"
    found, shares = judge.measure()
    assert shares is None
    evaluation = judge.look()
    assert found["d_right_on_real"] == 100 * float((evaluation.d_real > 0.5).double().mean())
    assert found["d_right_on_fakes"] == 100 * float((evaluation.d_fake <= 0.5).double().mean())


@pytest.mark.parametrize("model", ["gan", "conditional"])
def test_many_images_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    game = game_of(torch.float64, model={"id": model})
    z = game.noise(13, torch.Generator().manual_seed(1))
    whole = game.generate(z)
    verdicts = game.judge(whole, game.told(z))
    net, seen = game.net(GENERATOR), []
    forward = net.forward

    def noted(weights: list[Tensor], x: Tensor, labels: Tensor | None, **others: Any) -> Tensor:
        seen.append(len(x))
        return forward(weights, x, labels, **others)

    monkeypatch.setattr(net, "forward", noted)
    monkeypatch.setattr("ganlab.gan.image.game.MOST_AT_ONCE", 5 * net.numbers)
    assert torch.allclose(game.generate(z), whole, rtol=1e-12)
    assert torch.allclose(game.judge(whole, game.told(z)), verdicts, rtol=1e-12)
    assert seen == [5, 5, 3]
