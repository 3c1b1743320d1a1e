"""Instruments that ask what the classifier takes fakes for: classes, and how sure it is of them."""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.image.instruments.evidence import Evidence, instrument
from ganlab.gan.instruments.instrument import Finding

PRESENT = 0.1  # of its due share, at least


def class_shares(guesses: Tensor, classes: int) -> Tensor:
    """How frequent each class is among guesses (n,): (classes,), float64."""
    return torch.bincount(guesses, minlength=classes).double() / len(guesses)


@instrument(
    "Classes present",
    source="Srivastava et al. 2017; Lin et al. 2018, there of stacked digits",
    needs_classes=True,
    shows="shares",
    unit="found",
    better="higher",
    misleads="The classifier must take everything for something: noise counts as some class, too, "
    "and one good picture a class, made again and again, is enough.",
)
def image_classes(evidence: Evidence) -> Finding:
    """How many classes the generator makes, by what a small classifier takes the fakes for. A class
    counts when it has at least a tenth of the share that it has in the data: single fakes may be
    taken wrongly.
    """
    shares, due = class_shares(evidence.fake.guesses, len(evidence.shares)), evidence.shares
    present = (shares > 0) & (shares >= PRESENT * due)
    more = {"shares": shares.tolist(), "due": due.tolist()}
    return Finding(float(present.sum()), more=more)


@instrument(
    "Class imbalance",
    formula=r"\sum_k q_k\log\frac{q_k}{p_k}",
    source="Metz et al. 2017; Lin et al. 2018",
    needs_classes=True,
    unit="nats",
    better="lower",
    misleads="It sees how many there are of each class and nothing of how good they are: noise "
    "that is taken for all classes alike scores well.",
)
def image_class_kl(evidence: Evidence) -> Finding:
    """How unevenly the fakes are shared among the classes, beside the data. A generator that makes
    one class alone, out of K equally frequent ones, scores log K.
    """
    q, p = class_shares(evidence.fake.guesses, len(evidence.shares)), evidence.shares
    return Finding(float(torch.xlogy(q, q / p.clamp_min(1e-12)).sum()))


def inception_score(probabilities: Tensor) -> float:
    """exp E KL(p(y|x) ‖ p(y)) of probabilities (n, classes): from 1 to the number of classes.

    Salimans et al. 2016, section 4.
    """
    marginal = probabilities.mean(0)
    per_class = torch.xlogy(probabilities, probabilities) - torch.xlogy(probabilities, marginal)
    return float(per_class.sum(1).mean().exp())


@instrument(
    "Inception-style score",
    formula=r"\exp\,\mathbb{E}_x\,\mathrm{KL}\bigl(p(y|x)\,\|\,p(y)\bigr)",
    source="Salimans et al. 2016",
    needs_classes=True,
    unit="",
    better="higher",
    misleads="It never sees a real image: one picture of each class, made again and again, scores "
    "as high as can be. By another classifier than the papers', so not to be held beside theirs.",
)
def image_inception(evidence: Evidence) -> Finding:
    """How sure a small classifier is of each fake, and how many different classes it sees: 1 at the
    worst, the number of classes at the best.
    """
    return Finding(inception_score(evidence.fake.probabilities))


@instrument(
    "Right class",
    source="Mirza & Osindero 2014; Odena et al. 2017",
    needs_classes=True,
    needs_labels=True,
    unit="%",
    better="higher",
    misleads="One good picture of each class, made again and again, scores 100 %.",
)
def image_right_class(evidence: Evidence) -> Finding:
    """The share of fakes that a small classifier takes for the class that the generator was asked
    for. A generator that does not listen is right about as often as by chance.
    """
    assert evidence.fake.labels is not None
    right = evidence.fake.guesses == evidence.fake.labels
    return Finding(100 * float(right.double().mean()))
