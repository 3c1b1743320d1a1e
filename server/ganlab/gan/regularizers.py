"""Regularizers: rules that keep the discriminator in check, and the generator to its target.

One registry, five kinds, which say where the rule acts: `penalty` adds a term on the slope of D,
`constraint` corrects D's weights after each update, `labels` softens the targets of the loss,
`input_noise` blurs what D sees: `(step, *, …) -> std`. `target` adds a term to G's loss where it is
known what each fake should be: `(fake, target, *, …) -> value` of samples (n, …), each (n,).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from ganlab.gan.losses import has_labels
from ganlab.registry import Entry, Registry, param

regularizers = Registry("regularizers", "Regularizers")

PENALTY, CONSTRAINT, LABELS, INPUT_NOISE = "penalty", "constraint", "labels", "input_noise"
TARGET = "target"


def penalty(
    label: str, *, at: str, derivative: Callable[..., Tensor], **words: str
) -> Callable[[Any], Any]:
    """Register a penalty on D's slope: `(squared_norm, *, …) -> value`.

    `squared_norm` (batch,) is ‖∇ₓD‖² at points named by `at`: "real", "fake" or "between" (on the
    line from a fake to a real sample, uniformly). The value has its shape, one for each sample;
    D's loss adds their mean. `derivative` takes the same and gives ∂value/∂squared_norm.
    """
    return regularizers.register(label, kind=PENALTY, at=at, derivative=derivative, **words)


def _weight(default: float, label: str, what: str) -> Any:
    words = f"How much {what} counts in the discriminator's loss."
    return param(default, 0.0, 100.0, exclusive=True, log=True, label=label, help=words)


def _half_weight(squared_norm: Tensor, *, weight: float) -> Tensor:
    return torch.full_like(squared_norm, 0.5 * weight)


# Keeps the derivative finite where the slope is exactly 0 (a dead D).
_LEAST_SQUARED_NORM = 1e-12


def _gradient_penalty_derivative(squared_norm: Tensor, *, weight: float, target: float) -> Tensor:
    inverse = squared_norm.clamp_min(_LEAST_SQUARED_NORM).rsqrt_()
    return torch.full_like(inverse, weight).sub_(inverse, alpha=weight * target)


def _one_sided_derivative(squared_norm: Tensor, *, weight: float, target: float) -> Tensor:
    both = _gradient_penalty_derivative(squared_norm, weight=weight, target=target)
    return both.clamp_min_(0.0)  # negative where the slope is below the target


def _whole_weight(squared_norm: Tensor, *, weight: float) -> Tensor:
    return torch.full_like(squared_norm, weight)


def constraint(label: str, **words: str) -> Callable[[Any], Any]:
    """Register a rule on D's weights: `(weights, *, …)` changes the flat tensor in place."""
    return regularizers.register(label, kind=CONSTRAINT, **words)


def _needs_labels(loss: Entry) -> str:
    return "" if has_labels(loss) else f"a loss with labels; {loss.label} has none"


@constraint(
    "Weight clipping",
    formula=r"w\leftarrow\mathrm{clip}(w,-c,c)",
    source="Arjovsky et al. 2017, algorithm 1",
)
def weight_clipping(
    weights: Tensor,
    *,
    limit: float = param(
        0.1,
        0.0,
        10.0,
        exclusive=True,
        log=True,
        label="Limit c",
        help="No weight of the discriminator may be larger than this.",
    ),
) -> None:
    """After each update every weight of the discriminator is cut back to a small box, which keeps
    its slope small. Crude: D ends up using only the corners of the box.
    """
    weights.clamp_(-limit, limit)


@penalty(
    "Gradient penalty",
    at="between",
    derivative=_gradient_penalty_derivative,
    formula=r"\lambda\,\mathbb{E}_{\hat x}[(\lVert\nabla_{\hat x}d(\hat x)\rVert-k)^2]",
    source="Gulrajani et al. 2017, equation 3",
)
def gradient_penalty(
    squared_norm: Tensor,
    *,
    weight: float = _weight(1.0, "Weight λ", "the slope"),
    target: float = param(
        1.0,
        0.0,
        10.0,
        label="Target slope k",
        help="The slope that is not punished: 1 for a Wasserstein GAN.",
    ),
) -> Tensor:
    """Between real and fake samples the discriminator's slope should be 1: neither flat, which
    teaches the generator nothing, nor a cliff.
    """
    return weight * (squared_norm.clamp_min(_LEAST_SQUARED_NORM).sqrt() - target).square()


@penalty(
    "One-sided penalty",
    at="between",
    derivative=_one_sided_derivative,
    formula=r"\lambda\,\mathbb{E}_{\hat x}[\max(0,\lVert\nabla_{\hat x}d(\hat x)\rVert-k)^2]",
    source="Gulrajani et al. 2017, section 4; Petzka et al. 2018",
)
def gradient_penalty_one_sided(
    squared_norm: Tensor,
    *,
    weight: float = _weight(1.0, "Weight λ", "the slope"),
    target: float = param(
        1.0,
        0.0,
        10.0,
        label="Largest slope k",
        help="Only slopes above this are punished: 1 for a Wasserstein GAN.",
    ),
) -> Tensor:
    """Between real and fake samples the discriminator may be as flat as it likes, but not steeper
    than k: a Wasserstein critic needs a slope of at most 1, not of exactly 1.
    """
    norm = squared_norm.clamp_min(_LEAST_SQUARED_NORM).sqrt()
    return weight * (norm - target).clamp_min(0.0).square()


@penalty(
    "Zero-centred penalty",
    at="between",
    derivative=_whole_weight,
    formula=r"\lambda\,\mathbb{E}_{\hat x}[\lVert\nabla_{\hat x}d(\hat x)\rVert^2]",
    source="Thanh-Tung et al. 2019; Mescheder et al. 2018",
)
def gradient_penalty_zero_centred(
    squared_norm: Tensor,
    *,
    weight: float = _weight(0.1, "Weight λ", "the slope"),
) -> Tensor:
    """Between real and fake samples the discriminator should be flat. Once the fakes are right
    nothing pushes them away, and on the way there D cannot wall off single real samples.
    """
    return weight * squared_norm


@penalty(
    "R1",
    at="real",
    derivative=_half_weight,
    formula=r"\tfrac{\gamma}{2}\,\mathbb{E}_x[\lVert\nabla_x d(x)\rVert^2]",
    source="Mescheder et al. 2018, equation 9",
)
def r1(
    squared_norm: Tensor,
    *,
    weight: float = _weight(0.1, "Weight γ", "the slope at real samples"),
) -> Tensor:
    """The discriminator should be flat at real samples: once the fakes are there, nothing pushes
    them away again, and training can come to rest.
    """
    return 0.5 * weight * squared_norm


@penalty(
    "R2",
    at="fake",
    derivative=_half_weight,
    formula=r"\tfrac{\gamma}{2}\,\mathbb{E}_z[\lVert\nabla_x d(G(z))\rVert^2]",
    source="Mescheder et al. 2018, equation 10",
)
def r2(
    squared_norm: Tensor,
    *,
    weight: float = _weight(0.1, "Weight γ", "the slope at fake samples"),
) -> Tensor:
    """The discriminator should be flat at fake samples, so that it does not shake those that it
    already knows. Works best together with R1.
    """
    return 0.5 * weight * squared_norm


@regularizers.register(
    "Label smoothing",
    kind=LABELS,
    requires=_needs_labels,
    formula=r"y_{\mathrm{real}}=1-\alpha",
    source="Salimans et al. 2016, section 3.4",
)
def label_smoothing(
    *,
    amount: float = param(
        0.1,
        0.0,
        0.5,
        label="Amount α",
        help="How much is taken off the label 1 of real samples.",
    ),
) -> float:
    """Real samples count as "90 % real" instead of certain, so that the discriminator never grows
    overconfident. Only for losses with labels: non-saturating, minimax, least squares.
    """
    return 1.0 - amount


@regularizers.register(
    "Instance noise",
    kind=INPUT_NOISE,
    formula=r"x\leftarrow x+\sigma\max(0,1-\tfrac{t}{T})\,\varepsilon,"
    r"\quad\varepsilon\sim\mathcal{N}(0,I)",
    source="Sønderby et al. 2017, section 3; Arjovsky & Bottou 2017, section 3",
)
def instance_noise(
    step: int,
    *,
    std: float = param(
        0.1,
        0.0,
        2.0,
        exclusive=True,
        label="Noise σ",
        help="How much blur, in the units that the networks see.",
    ),
    anneal_steps: int = param(
        0,
        0,
        1_000_000,
        label="Fades over",
        help="After so many steps of the run the noise is gone; until then it falls evenly. 0 "
        "leaves it as it is.",
    ),
) -> float:
    """Everything that the discriminator sees, real and fake, is blurred a little. Clouds that do
    not touch then overlap, so that D cannot separate them perfectly. It may fade as they meet.
    """
    return std * max(0.0, 1.0 - step / anneal_steps) if anneal_steps else std


@regularizers.register(
    "L1 to the target",
    kind=TARGET,
    formula=r"\lambda\,\mathbb{E}_{x,y}[\lVert y-G(x)\rVert_1]",
    source="Isola et al. 2017, equations 3 and 4",
)
def l1(
    fake: Tensor,
    target: Tensor,
    *,
    weight: float = param(
        100.0,
        0.0,
        1000.0,
        exclusive=True,
        log=True,
        label="Weight λ",
        help="How much the distance counts in the generator's loss.",
    ),
) -> Tensor:
    """The generator should also come close to the image that its input belongs to, by the mean
    distance of their pixels. Alone it makes blurred images where several would be right: the mean
    of them all; the discriminator asks for one that looks real. For pix2pix.
    """
    return weight * (fake - target).abs().flatten(1).mean(1)
