"""Curves of the losses against closed forms, and of a loss that nobody has told the page of."""

import math

import pytest
import torch

from ganlab.gan.catalog import catalog
from ganlab.gan.curves import POINTS, loss_curves
from ganlab.gan.losses import boundary, losses, of_pairs
from ganlab.registry import Entry

RAW = [-8 + 16 * k / (POINTS - 1) for k in range(POINTS)]


def sigmoid(raw: float) -> float:
    return 1 / (1 + math.exp(-raw))


# G's loss for one fake and its derivative by D's raw output, as the papers print them.
CLOSED = {
    "non_saturating": (lambda r: -math.log(sigmoid(r)), lambda r: -(1 - sigmoid(r))),
    "minimax": (lambda r: math.log(sigmoid(-r)), lambda r: -sigmoid(r)),
    "least_squares": (lambda r: (r - 1) ** 2 / 2, lambda r: r - 1),
    "hinge": (lambda r: -r, lambda _: -1.0),
    "wasserstein": (lambda r: -r, lambda _: -1.0),
    "total_variation": (lambda r: -math.tanh(r), lambda r: -1 / math.cosh(r) ** 2),
    "kl": (lambda r: -math.exp(r - 1), lambda r: -math.exp(r - 1)),
    "reverse_kl": (lambda r: 1 - r, lambda _: -1.0),
    "pearson": (lambda r: -(r**2) / 4 - r, lambda r: -r / 2 - 1),
    "squared_hellinger": (lambda r: 1 - math.exp(r), lambda r: -math.exp(r)),
    "jensen_shannon": (lambda r: math.log(2 * sigmoid(-r)), lambda r: -sigmoid(r)),
    # beside one real sample, to which D gives 0
    "relativistic_pairing": (lambda r: -math.log(sigmoid(r)), lambda r: -(1 - sigmoid(r))),
    "relativistic_average": (lambda r: -2 * math.log(sigmoid(r)), lambda r: -2 * (1 - sigmoid(r))),
}


def slope_of_one(entry: Entry, raw: float) -> float:
    """The registered slope for one fake, beside a real sample at 0 where there are pairs."""
    fake, real = torch.tensor([[raw], [0.0]], dtype=torch.float64)
    slopes = entry.extras["slopes"].bind(entry.fill({}), {})
    return float(slopes.g(*((fake, real) if of_pairs(entry) else (fake,))))


@pytest.mark.parametrize("entry", list(losses), ids=lambda e: e.id)
def test_closed_forms(entry) -> None:
    found = loss_curves(entry)
    value, slope = CLOSED[entry.id]
    assert found["g_loss"] == pytest.approx([value(r) for r in RAW], rel=1e-5, abs=1e-9)
    assert found["g_slope"] == pytest.approx([slope(r) for r in RAW], rel=1e-5, abs=1e-9)
    registered = [slope_of_one(entry, raw) for raw in RAW]
    assert found["g_slope"] == pytest.approx(registered, rel=1e-5, abs=1e-9)


def test_at_one_percent_one_loss_pulls_99_times_as_hard_as_the_other() -> None:
    raw = math.log(0.01 / 0.99)
    low, step = RAW[0], RAW[1] - RAW[0]
    k = int((raw - low) / step)
    share = (raw - RAW[k]) / step

    def at(name: str) -> float:
        curve = loss_curves(losses[name])["g_slope"]
        return float(curve[k] + share * (curve[k + 1] - curve[k]))

    assert at("minimax") == pytest.approx(-0.01, rel=2e-3)
    assert at("non_saturating") == pytest.approx(-0.99, rel=2e-3)
    assert at("non_saturating") / at("minimax") == pytest.approx(99.0, rel=3e-3)


def test_a_new_loss_has_its_curves_and_what_is_not_finite_is_none() -> None:
    @losses.register("Toy")
    def toy(d_real, d_fake):
        """A loss for this test."""
        return d_fake.mean() - d_real.mean(), (d_fake / (d_fake < 7.0)).mean()

    try:
        (shown,) = (e for e in catalog()["registries"]["losses"] if e["id"] == "toy")
    finally:
        losses.remove("toy")
    assert "boundary" not in shown
    assert "probability" not in shown
    curves = shown["curves"]
    assert (curves["low"], curves["high"]) == (-8.0, 8.0)
    assert (curves["g_loss"][0], curves["g_slope"][0]) == (-8.0, 1.0)
    assert (curves["g_loss"][-1], curves["g_slope"][-1]) == (None, None)


def test_where_a_verdict_turns() -> None:
    lines = {e.id: e.extras.get("boundary") for e in losses}
    assert lines == {"non_saturating": 0.0, "minimax": 0.0, "least_squares": 0.5, "hinge": 0.0,
                     "wasserstein": None, "total_variation": 0.0, "relativistic_pairing": None,
                     "relativistic_average": None, "kl": 1.0, "reverse_kl": 0.0, "pearson": 0.0,
                     "squared_hellinger": 0.0, "jensen_shannon": 0.0}  # fmt: skip
    assert {e.id for e in losses if e.extras.get("probability")} == {
        "non_saturating", "minimax", "jensen_shannon",
    }  # fmt: skip
    assert boundary(losses["wasserstein"]) == 0.0
