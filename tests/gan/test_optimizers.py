"""Optimizers against torch.optim, in float64, over many updates."""

import pytest
import torch

from ganlab.gan.optimizers import optimizers

REFERENCE = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.03),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.03, momentum=0.8),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.03, alpha=0.95),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.03),
    "adadelta": lambda p: torch.optim.Adadelta(p, lr=0.03, rho=0.8),
    "adam": lambda p: torch.optim.Adam(p, lr=0.03, betas=(0.5, 0.9)),
    "adamax": lambda p: torch.optim.Adamax(p, lr=0.03, betas=(0.5, 0.9)),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.03, betas=(0.5, 0.9), weight_decay=0.1),
}
PARAMS = {
    "momentum": {"momentum": 0.8},
    "rmsprop": {"alpha": 0.95},
    "adadelta": {"rho": 0.8},
    "adam": {"beta1": 0.5, "beta2": 0.9},
    "adamax": {"beta1": 0.5, "beta2": 0.9},
    "adamw": {"beta1": 0.5, "beta2": 0.9, "weight_decay": 0.1},
}


def gradients(count: int) -> list[torch.Tensor]:
    rng = torch.Generator().manual_seed(7)
    scale = torch.logspace(-3, 1, 17, dtype=torch.float64)
    return [torch.randn(17, generator=rng, dtype=torch.float64) * scale for _ in range(count)]


@pytest.mark.parametrize("entry", list(optimizers), ids=lambda e: e.id)
def test_equals_torch_optim(entry) -> None:
    start = torch.linspace(-1, 1, 17, dtype=torch.float64)
    theirs = start.clone().requires_grad_()
    reference = REFERENCE[entry.id]([theirs])
    ours = start.clone()
    slots = [torch.zeros_like(ours) for _ in entry.extras["slots"]]
    count = torch.zeros((), dtype=torch.float64)
    apply = entry.bind({"lr": 0.03, **PARAMS.get(entry.id, {})})
    for gradient in gradients(30):
        theirs.grad = gradient.clone()
        reference.step()
        apply(ours, gradient, slots, count.add_(1))
    torch.testing.assert_close(ours, theirs.detach(), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("entry", list(optimizers), ids=lambda e: e.id)
def test_descends_a_bowl(entry) -> None:
    weights = torch.full((4,), 2.0)
    slots = [torch.zeros_like(weights) for _ in entry.extras["slots"]]
    apply = entry.bind({})
    count = torch.zeros(())
    for _ in range(50):
        apply(weights, weights.clone(), slots, count.add_(1))
    assert 0.0 <= float(weights.norm()) < 4.0


def test_every_optimizer_has_a_learning_rate() -> None:
    assert all("lr" in e.params for e in optimizers)


@pytest.mark.parametrize("entry", list(optimizers), ids=lambda e: e.id)
def test_the_functional_form_computes_the_same_and_changes_nothing(entry) -> None:
    params = entry.fill({"lr": 0.03, **PARAMS.get(entry.id, {})})
    weights = torch.linspace(-1, 1, 17, dtype=torch.float64)
    slots = [torch.zeros_like(weights) for _ in entry.extras["slots"]]
    count = torch.zeros((), dtype=torch.float64)
    for k, gradient in enumerate(gradients(20)):
        gradient[:3] = 0.0  # some weights never have a gradient
        count.add_(1)
        before = [t.clone() for t in (weights, gradient, *slots)]
        found, remembered = entry.extras["functional"](weights, gradient, slots, count, **params)
        assert all(torch.equal(a, b) for a, b in zip(before, (weights, gradient, *slots),
                                                     strict=True))  # fmt: skip
        entry.function(weights, gradient, slots, count, **params)
        torch.testing.assert_close(found, weights, rtol=1e-12, atol=1e-14)
        torch.testing.assert_close(remembered, slots, rtol=1e-12, atol=1e-14)
        assert (k == 0) or not torch.equal(found, before[0])


@pytest.mark.parametrize("entry", list(optimizers), ids=lambda e: e.id)
def test_the_functional_form_can_be_differentiated(entry) -> None:
    """Against finite differences, from the first update on and later; a zero gives no NaN."""
    params = entry.fill({"lr": 0.03, **PARAMS.get(entry.id, {})})
    given = gradients(3)
    start = torch.linspace(-1, 1, 17, dtype=torch.float64)

    def after(gradient: torch.Tensor) -> torch.Tensor:
        weights, slots = start, [torch.zeros_like(start) for _ in entry.extras["slots"]]
        for k, g in enumerate((gradient, given[1], gradient * 0.5)):
            count = torch.tensor(k + 1.0, dtype=torch.float64)
            weights, slots = entry.extras["functional"](weights, g, slots, count, **params)
        return weights

    assert torch.autograd.gradcheck(after, (given[0].requires_grad_(),), eps=1e-7, atol=1e-6)
    nothing = torch.zeros(17, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(after(nothing).sum(), nothing)
    assert bool(slope.isfinite().all())
