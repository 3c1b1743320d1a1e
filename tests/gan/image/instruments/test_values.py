"""What the instruments of images compute, against closed forms and plain loops."""

import math

import pytest
import torch

from ganlab.gan.image.instruments.classes import class_shares, inception_score
from ganlab.gan.image.instruments.evidence import Gaussian
from ganlab.gan.image.instruments.frechet import frechet_distance, root
from ganlab.gan.image.instruments.nearness import closest_pairs
from tests.gan.image.instruments.conftest import drawn


def diagonal(mean, spreads):
    spreads = torch.tensor(spreads, dtype=torch.float64)
    return Gaussian(torch.tensor(mean, dtype=torch.float64), torch.diag(spreads.square()))


def test_frechet_of_diagonal_gaussians_is_the_closed_form():
    a, b = diagonal([1.0, -2.0, 0.0], [1.0, 2.0, 0.5]), diagonal([4.0, 2.0, 0.0], [3.0, 2.0, 0.0])
    assert frechet_distance(a, b) == pytest.approx(9 + 16 + (1 - 3) ** 2 + 0 + 0.5**2, rel=1e-12)
    assert frechet_distance(a, b) == pytest.approx(frechet_distance(b, a), rel=1e-12)
    assert frechet_distance(a, a) == pytest.approx(0, abs=1e-12)


def test_frechet_of_any_gaussians_is_that_of_a_general_matrix_root():
    from scipy.linalg import sqrtm

    rng = torch.Generator().manual_seed(0)
    draw = [torch.randn(size, 6, generator=rng).double() for size in (50, 6, 50, 6)]
    a, b = Gaussian.of(draw[0] @ draw[1]), Gaussian.of(draw[2] @ draw[3])
    product = torch.from_numpy(sqrtm((a.covariance @ b.covariance).numpy()).real)
    spread = (a.covariance + b.covariance - 2 * product).trace()
    expected = (a.mean - b.mean).square().sum() + spread
    assert frechet_distance(a, b) == pytest.approx(float(expected), rel=1e-9)
    assert torch.allclose(root(a.covariance) @ root(a.covariance), a.covariance)


def test_frechet_does_not_change_with_a_rotation_and_grows_with_the_square_of_a_scale():
    rng = torch.Generator().manual_seed(1)
    x, y = (torch.randn(40, 5, generator=rng).double() + shift for shift in (0.0, 1.0))
    turn, _ = torch.linalg.qr(torch.randn(5, 5, generator=rng).double())
    plain = frechet_distance(Gaussian.of(x), Gaussian.of(y))
    assert frechet_distance(Gaussian.of(x @ turn), Gaussian.of(y @ turn)) == pytest.approx(plain)
    assert frechet_distance(Gaussian.of(3 * x), Gaussian.of(3 * y)) == pytest.approx(9 * plain)


def test_inception_score_runs_from_one_to_the_number_of_classes():
    sure = torch.eye(5).double()
    assert inception_score(sure[torch.arange(50) % 5]) == pytest.approx(5)
    assert inception_score(sure[torch.arange(40) % 2]) == pytest.approx(2)
    assert inception_score(sure[:1].expand(9, -1)) == pytest.approx(1)
    assert inception_score(torch.full((9, 5), 0.2).double()) == pytest.approx(1)
    half = torch.tensor([[0.9, 0.1], [0.1, 0.9]]).double()
    expected = math.log(2) + 0.9 * math.log(0.9) + 0.1 * math.log(0.1)
    assert inception_score(half) == pytest.approx(math.exp(expected))


def test_class_imbalance_of_one_class_is_the_logarithm_of_their_number(examiner):
    pixels, _ = drawn(400, 5, label=1)
    shares = class_shares(torch.tensor([1, 1, 2, 0]), 4)
    assert shares.tolist() == [0.25, 0.5, 0.25, 0.0]
    found = examiner.examine("image_class_kl", pixels).value
    due = examiner._trained[1][1]
    assert found == pytest.approx(-math.log(float(due)), abs=0.05)


def test_classes_are_counted_from_a_tenth_of_their_share_on(examiner):
    many, few = drawn(400, 5, label=1)[0], drawn(400, 6, label=0)[0]
    for count, expected in ((5, 1.0), (40, 2.0)):
        found = examiner.examine("image_classes", torch.cat([many[count:], few[:count]]))
        assert found.value == expected
        assert sum(found.more["shares"]) == pytest.approx(1)
        assert found.more["shares"][0] == pytest.approx(count / 400, abs=0.01)
        assert found.more["due"] == pytest.approx([1 / 3] * 3, abs=0.05)


def test_planted_copies_are_found():
    pixels, _ = drawn(300, 8)
    near = pixels[10].int()
    near[0, 0, 0] += 3
    pixels[200], pixels[77] = pixels[31], near.byte()
    pairs, distances = closest_pairs(pixels, 3)
    assert pairs[:2] == [[31, 200], [10, 77]]
    assert distances[0] == 0
    assert distances[1] == pytest.approx(3 / 16)
    assert distances[2] > 2


def test_the_closest_pairs_are_those_of_a_plain_search():
    pixels, _ = drawn(40, 12)
    x = pixels.flatten(1).double()
    found = [(float((x[i] - x[j]).square().mean().sqrt()), [i, j])
             for i in range(40) for j in range(i + 1, 40)]  # fmt: skip
    expected = sorted(found)[:5]
    pairs, distances = closest_pairs(pixels, 5)
    assert pairs == [pair for _, pair in expected]
    assert distances == pytest.approx([distance for distance, _ in expected])
    assert len(closest_pairs(pixels[:3], 8)[0]) == 3


def test_images_half_of_which_are_noise_have_half_the_precision(examiner):
    pixels, _ = drawn(400, 14)
    whole = examiner.examine("image_precision", pixels).value
    rng = torch.Generator().manual_seed(0)
    pixels[200:] = torch.randint(256, (200, 1, 16, 16), generator=rng, dtype=torch.uint8)
    assert examiner.examine("image_precision", pixels).value == pytest.approx(whole / 2, abs=5)


def test_fakes_of_one_class_reach_the_real_images_of_that_class_alone(examiner):
    share = float((examiner._real.guesses == 1).double().mean())
    found = examiner.examine("image_recall", drawn(400, 15, label=1)[0]).value
    assert found == pytest.approx(100 * share, abs=6)


def test_a_generator_that_hears_another_class_is_right_on_none(examiner):
    pixels, labels = drawn(400, 16)
    assert examiner.examine("image_right_class", pixels, labels).value > 95
    assert examiner.examine("image_right_class", pixels, (labels + 1) % 3).value < 5
