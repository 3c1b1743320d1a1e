"""ganlab: an interactive visual lab for generative adversarial networks."""

__version__ = "0.1.0"
