"""Every experiment, registered: importing this module is what fills the registry."""

from ganlab.reproduce import birthday, images, modes, packing, toys, vanishing
from ganlab.reproduce.experiment import experiments

__all__ = ["birthday", "experiments", "images", "modes", "packing", "toys", "vanishing"]
