"""Pages: the files of web/, from a checkout or from inside the installed package."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path

from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

# By ourselves, as the system's table differs from machine to machine, and with nosniff a script
# of the wrong type does not run.
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}

# Addresses of the page: each is index.html, which looks at its own address.
PAGES = (".", "images")


def find_web() -> Path:
    """The folder web/. Raises FileNotFoundError, in plain words, when it is not complete."""
    package = Path(__file__).resolve().parents[1]
    candidates = (package.parents[1] / "web", package / "web")  # a checkout, a wheel
    for folder in candidates:
        if (folder / "index.html").is_file():
            break
    else:
        looked = " and ".join(map(str, candidates))
        raise FileNotFoundError(f"The page is not there: expected index.html in {looked}.")
    if not any((folder / "vendor").glob("*.js")):
        raise FileNotFoundError(
            f"The page's libraries are missing: expected scripts in {folder / 'vendor'}. "
            "Run scripts/run, which builds them, or install the package with pip."
        )
    return folder


def bundle_is_fresh(folder: Path) -> bool:
    """Whether web/bundle, which scripts/bundle.mjs makes, is of the page's present files."""
    stamp = folder / "bundle" / ".stamp"
    return stamp.is_file() and stamp.read_text() == _stamp(folder)


def _stamp(folder: Path) -> str:
    files = [folder / "index.html", folder / "vendor" / ".stamp"]
    for part in ("src", "styles"):
        inside = (file for file in (folder / part).rglob("*") if file.is_file())
        files += sorted(inside, key=lambda file: file.relative_to(folder).as_posix())
    hasher = hashlib.sha256()
    for file in files:
        hasher.update(file.read_bytes() if file.is_file() else b"")
    return hasher.hexdigest()


class Pages(StaticFiles):
    """Serves the folder; a browser always asks whether its copy is still good (ETag, 304).

    The page comes bundled, in few requests, as long as the bundle is fresh, and else as it is
    written: whoever edits it sees the edit at the next reload.
    """

    def __init__(self, folder: Path) -> None:
        for suffix, kind in TYPES.items():
            mimetypes.add_type(kind, suffix)
        super().__init__(directory=folder, html=True)
        self._folder = folder

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, never to be used from a cache unasked."""
        if path in PAGES:
            if path != "." and scope["path"].endswith("/"):  # what it loads would not be found
                return RedirectResponse(f"{scope.get('root_path', '')}/{path}")
            fresh = bundle_is_fresh(self._folder)
            path = "bundle/index.html" if fresh else "index.html"
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response
