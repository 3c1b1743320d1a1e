"""Snapshots against direct evaluation of the networks and finite differences."""

import itertools

import numpy as np
import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.plane.snapshot import ARRAYS, Array, Eye, View

LABELS = {"real_labels", "fake_labels"}
CODES = {"codes", "reconstruction"}
HERE = set(ARRAYS) - {"inputs"}  # which images alone have


def game(**changes) -> Game:
    g = Game(RunConfig.from_json({"batch_size": 32, **changes}), dtype=torch.float64)
    for _ in range(5):
        g.step()
    return g


def test_shapes_and_types() -> None:
    arrays = Eye(game()).look(View(frozenset(ARRAYS), grid=16)).arrays
    assert set(arrays) == HERE - LABELS - CODES
    for name in ("real", "fake", "gradients"):
        assert arrays[name].shape == (450, 2)
        assert arrays[name].dtype == np.dtype(np.float16)
    assert arrays["d_grid"].shape == (16, 16)
    assert arrays["d_grid"].dtype == np.dtype(np.uint8)
    assert arrays["d_grid_raw"].shape == (16, 16)
    assert arrays["manifold"].shape == (21, 21, 2)
    for name in ("d_real", "d_fake", "d_real_raw", "d_fake_raw"):
        assert arrays[name].shape == (450,)


def test_only_what_is_asked_for() -> None:
    assert set(Eye(game()).look(View(frozenset({"fake"}))).arrays) == {"fake"}


def test_line_noise_gives_a_line() -> None:
    shown = game(prior={"id": "uniform", "params": {"dimension": 1}})
    assert Eye(shown).look(View()).arrays["manifold"].shape == (441, 2)


@pytest.mark.parametrize("dimension", [1, 2, 5])
def test_noise_is_what_the_fakes_are_made_of(dimension: int) -> None:
    shown = game(prior={"id": "uniform", "params": {"dimension": dimension}})
    arrays = Eye(shown).look(View(frozenset({"noise", "fake"}))).arrays
    assert arrays["noise"].shape == (450, dimension)
    made = shown.generate(torch.from_numpy(arrays["noise"].astype(np.float64)))
    np.testing.assert_allclose(made, arrays["fake"].astype(np.float64), atol=0.02)


@pytest.mark.parametrize(
    ("dimension", "shape"), [(1, (441, 2)), (2, (21, 21, 2)), (5, (21, 21, 2))]
)
def test_the_lattice_is_what_the_manifold_is_made_of(
    dimension: int, shape: tuple[int, ...]
) -> None:
    shown = game(prior={"id": "uniform", "params": {"dimension": dimension}})
    arrays = Eye(shown).look(View(frozenset({"lattice", "manifold"}))).arrays
    assert arrays["lattice"].shape == arrays["manifold"].shape == shape
    flat = torch.from_numpy(arrays["lattice"].astype(np.float64)).view(-1, 2)
    z = torch.nn.functional.pad(flat, (0, max(0, dimension - 2)))[:, :dimension]  # the rest at 0
    made = shown.generate(z).view(*shape)
    np.testing.assert_allclose(made, arrays["manifold"].astype(np.float64), atol=0.02)
    if dimension == 1:
        assert not flat[:, 1].any()


def test_grid_rows_run_upwards_from_the_lower_left_cell_centre() -> None:
    shown = game()
    view = View(frozenset({"d_grid_raw"}), grid=8)
    grid = Eye(shown).look(view).arrays["d_grid_raw"].astype(np.float64)
    x_min, x_max, y_min, y_max = shown.plane.extent
    for row, column in ((0, 0), (0, 7), (7, 0), (3, 5)):
        x = x_min + (column + 0.5) / 8 * (x_max - x_min)
        y = y_min + (row + 0.5) / 8 * (y_max - y_min)
        logit = float(shown.discriminate(torch.tensor([[x, y]])))
        assert grid[row, column] == pytest.approx(logit, abs=2e-3 + 1e-3 * abs(logit))


def test_probability_grid_is_the_sigmoid_of_the_raw_one() -> None:
    arrays = Eye(game()).look(View(frozenset({"d_grid", "d_grid_raw"}), grid=8)).arrays
    expected = 255 / (1 + np.exp(-arrays["d_grid_raw"].astype(np.float64)))
    assert np.abs(arrays["d_grid"].astype(np.float64) - expected).max() <= 0.6


@pytest.mark.parametrize("kind", ["real", "fake"])
def test_verdicts_are_the_sigmoids_of_raw_outputs(kind: str) -> None:
    arrays = Eye(game()).look(View(frozenset({f"d_{kind}", f"d_{kind}_raw"}))).arrays
    expected = 1 / (1 + np.exp(-arrays[f"d_{kind}_raw"].astype(np.float64)))
    assert np.abs(arrays[f"d_{kind}"].astype(np.float64) - expected).max() < 2e-3


def test_a_verdict_is_undecided_at_the_losses_boundary() -> None:
    """Least squares asks for 1 on real samples and 0 on fakes: the middle is ½."""
    shown = game(loss={"id": "least_squares"})
    arrays = Eye(shown).look(View(frozenset({"d_grid", "d_grid_raw"}), grid=8)).arrays
    expected = 255 / (1 + np.exp(0.5 - arrays["d_grid_raw"].astype(np.float64)))
    assert np.abs(arrays["d_grid"].astype(np.float64) - expected).max() <= 0.6


@pytest.mark.parametrize("loss", [e.id for e in losses])
def test_arrows_are_minus_the_numeric_gradient_of_each_fakes_loss(loss: str) -> None:
    """Of its share of the batch's mean loss, times their number: of pairs, it is one with them."""
    shown = game(loss={"id": loss}, data={"id": "grid"})
    points = shown.generate(torch.randn(12, 2, generator=torch.Generator().manual_seed(1)))
    real = shown.plane.sample(12, torch.Generator().manual_seed(2))

    def loss_of_all(x: torch.Tensor) -> float:
        logits = shown.discriminate(real), shown.discriminate(x)
        return len(x) * float(losses[loss].bind({})(*logits)[1])

    h, pull = 1e-5, shown.pull(points, real)
    for k, axis in itertools.product(range(len(points)), (0, 1)):
        move = torch.zeros_like(points)
        move[k, axis] = h
        numeric = -(loss_of_all(points + move) - loss_of_all(points - move)) / (2 * h)
        assert float(pull[k, axis]) == pytest.approx(numeric, rel=1e-5, abs=1e-7)


def test_scalars_are_those_of_the_last_turns() -> None:
    shown = game()
    scalars = Eye(shown).look(View()).scalars
    assert set(scalars) == {"d_loss", "g_loss", "d_grad_norm", "g_grad_norm"}
    assert (scalars["d_loss"], scalars["g_loss"]) == shown.losses()
    assert "d_loss" not in Eye(Game(shown.config)).look(View()).scalars


def test_scalars_say_what_is_made_easier_for_d() -> None:
    fading = {"id": "instance_noise", "params": {"std": 0.4, "anneal_steps": 8}}
    smooth = {"id": "label_smoothing", "params": {"amount": 0.3}}
    shown = game(regularizers=[fading, smooth])
    shown.steps = 2
    scalars = Eye(shown).look(View()).scalars
    assert scalars["noise_std"] == pytest.approx(0.3)
    assert scalars["real_label"] == pytest.approx(0.7)
    shown.steps = 8
    assert Eye(shown).look(View()).scalars["noise_std"] == 0.0


def close(shown: Array, direct: torch.Tensor) -> None:
    np.testing.assert_allclose(shown.astype(np.float64), direct.double().numpy(), atol=0.01)


def labelled(**changes) -> Game:
    return game(model={"id": "conditional"}, **changes)


@pytest.mark.parametrize(("dimension", "each"), [(2, (7, 7)), (1, (1, 49))])
def test_all_classes_at_once(dimension: int, each: tuple[int, int]) -> None:
    shown = labelled(prior={"id": "uniform", "params": {"dimension": dimension}})
    arrays = Eye(shown).look(View(frozenset(ARRAYS))).arrays
    assert set(arrays) == HERE - CODES
    assert shown.plane.mixture is not None
    mode, _ = shown.plane.mixture.nearest(torch.from_numpy(arrays["real"].astype(np.float32)))
    assert arrays["real_labels"].dtype == np.dtype(np.uint8)
    np.testing.assert_array_equal(mode, arrays["real_labels"])
    assert set(arrays["fake_labels"]) == set(range(8))
    assert arrays["manifold"].shape == arrays["lattice"].shape == (8, *each, 2)


def test_one_class_alone() -> None:
    shown, grid = labelled(), 16
    eye = Eye(shown)
    one, other, everything = (
        eye.look(View(frozenset(ARRAYS), grid=grid, label=k)).arrays for k in (3, 5, None)
    )
    assert shown.plane.mixture is not None
    mode, _ = shown.plane.mixture.nearest(torch.from_numpy(one["real"].astype(np.float32)))
    assert set(mode.tolist()) == set(one["real_labels"]) == set(one["fake_labels"]) == {3}
    assert one["manifold"].shape == (21, 21, 2)
    told = shown.draws.label(3, grid * grid)
    logits = shown.discriminate(eye._grid(grid), told).view(grid, grid)
    close(one["d_grid_raw"], logits)
    assert not np.array_equal(one["d_grid_raw"], other["d_grid_raw"])
    assert np.all(everything["d_grid_raw"] >= np.maximum(one["d_grid_raw"], other["d_grid_raw"]))
    verdict = shown.discriminate(
        torch.from_numpy(one["real"].astype(np.float32)), told[:1].expand(450, 8)
    )
    close(one["d_real_raw"], verdict)
    assert np.array_equal(one["noise"], other["noise"])
    assert not np.array_equal(one["fake"], other["fake"])
    beyond = eye.look(View(frozenset(ARRAYS), grid=grid, label=8)).arrays
    assert np.array_equal(beyond["d_grid_raw"], everything["d_grid_raw"])


def test_arrows_of_a_class_are_slopes_of_its_own_discriminator() -> None:
    shown = labelled()
    told = shown.draws.label(2, 6)
    x, h = torch.rand(6, 2, dtype=torch.float64), 1e-6
    pull = shown.pull(x, beside=told)
    for axis in range(2):
        step = torch.zeros(2, dtype=torch.float64)
        step[axis] = h
        up, down = (
            torch.nn.functional.softplus(-shown.discriminate(x + s, told)) for s in (step, -step)
        )
        torch.testing.assert_close(pull[:, axis], -(up - down) / (2 * h), rtol=1e-4, atol=1e-7)
    assert not torch.allclose(pull, shown.pull(x, beside=shown.draws.label(3, 6)))


def test_codes_and_reconstructions() -> None:
    shown = game(model={"id": "bigan"})
    eye = Eye(shown)
    arrays = eye.look(View(frozenset(ARRAYS), grid=16)).arrays
    assert set(arrays) == HERE - LABELS
    codes = shown.encode(eye.real)
    close(arrays["codes"], codes)
    close(arrays["reconstruction"], shown.generate(codes))
    judged = shown.discriminate(eye.real, codes)  # D sees a real sample with its code
    close(arrays["d_real_raw"], judged)
    fake = shown.discriminate(shown.generate(eye.noise), eye.noise)  # and a fake with its noise
    close(arrays["d_fake_raw"], fake)
    assert not torch.allclose(fake, shown.discriminate(shown.generate(eye.noise)))
