"""The Fréchet distance of fakes and real images, in what the classifier sees."""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.image.instruments.evidence import Evidence, Gaussian, instrument
from ganlab.gan.instruments.instrument import Finding


def root(matrix: Tensor) -> Tensor:
    """The square root of a symmetric positive semi-definite matrix (d, d)."""
    values, vectors = torch.linalg.eigh(matrix)
    found: Tensor = (vectors * values.clamp_min(0.0).sqrt()) @ vectors.T
    return found


def frechet_distance(a: Gaussian, b: Gaussian) -> float:
    """‖m − n‖² + tr(A + B − 2 (AB)^½) of normal distributions, float64: the squared Wasserstein-2
    distance.

    Dowson & Landau 1982; Heusel et al. 2017, equation 6. AB has the eigenvalues of A^½ B A^½, which
    is symmetric: no complex number appears, and no matrix need have full rank.
    """
    half = root(a.covariance)
    inner = torch.linalg.eigvalsh(half @ b.covariance @ half).clamp_min(0.0).sqrt().sum()
    spread = a.covariance.trace() + b.covariance.trace() - 2 * inner
    return max(0.0, float((a.mean - b.mean).square().sum() + spread))


@instrument(
    "Fréchet distance",
    formula=r"\frac{100}{\operatorname{tr}\Sigma_r}\Bigl(\lVert\mu_r-\mu_f\rVert^2+\operatorname{tr}"
    r"\bigl(\Sigma_r+\Sigma_f-2(\Sigma_r\Sigma_f)^{1/2}\bigr)\Bigr)",
    source="Heusel et al. 2017, equation 6",
    unit="%",
    better="lower",
    misleads="Fewer samples score worse, so compare at one sample size alone; copies of the "
    "training data score better than new real images. Its features are those of this lab's small "
    "network, so it is not to be held beside the papers'.",
)
def image_frechet(evidence: Evidence) -> Finding:
    """How far fakes and real images lie apart in what a small network sees in them: 64 numbers for
    each, taken as two normal distributions. In percent of the spread of the real images: 100 % is
    what a generator scores that always makes the most ordinary image.
    """
    scale = float(evidence.reference.covariance.trace())
    distance = frechet_distance(evidence.reference, Gaussian.of(evidence.fake.features))
    return Finding(100 * distance / max(scale, 1e-12))
