"""The fonts whose digits are drawn: free ones, of installed packages, one name per face.

Faces so thin that a digit of 20 pixels is a grey veil are left out, and so are variable ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

_WEIGHTS = ("Light", "Regular", "Semibold", "Bold", "Black")
_SLANTED = ("LightIt", "It", "SemiboldIt", "BoldIt", "BlackIt")

# package → file names without their ending; the order is part of what the seed means.
_FACES = {
    "font-amatic-sc": ("AmaticSC-Bold", "AmaticSC-Regular"),
    "font-caladea": ("Caladea-Bold", "Caladea-BoldItalic", "Caladea-Italic", "Caladea-Regular"),
    "font-fredoka-one": ("FredokaOne-Regular",),
    "font-hanken-grotesk": tuple(
        f"HankenGrotesk-{face}"
        for face in ("Light", "LightItalic", "Regular", "Italic", "SemiBold", "Bold", "BoldItalic")
    ),
    "font-intuitive": ("Intuitive",),
    "font-lato": tuple(
        f"Lato-{face}"
        for face in ("Light", "LightItalic", "Regular", "Italic", "Bold", "BoldItalic", "Black")
    ),
    "font-manrope": tuple(
        f"Manrope-{face}" for face in ("Light", "Regular", "SemiBold", "Bold", "ExtraBold")
    ),
    "font-source-sans-pro": tuple(f"SourceSansPro-{face}" for face in _WEIGHTS + _SLANTED),
    "font-source-serif-pro": tuple(f"SourceSerifPro-{face}" for face in _WEIGHTS + _SLANTED),
}
PACKAGES = tuple(_FACES)


def faces() -> Iterator[Path]:
    """The font files, always in the same order. Raises FileNotFoundError for a missing one."""
    for package, names in _FACES.items():
        spec = find_spec(package.replace("-", "_"))  # finds it without running it
        if spec is None or not spec.submodule_search_locations:
            raise FileNotFoundError(f"expected the package {package}, got none")
        files = Path(spec.submodule_search_locations[0]) / "files"
        for name in names:
            found = [path for end in (".ttf", ".otf") if (path := files / (name + end)).is_file()]
            if not found:
                raise FileNotFoundError(f"expected the font {name} in {package}, got none")
            yield found[0]
