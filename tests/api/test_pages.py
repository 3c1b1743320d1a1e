"""The page comes as its bundle while that is fresh, and else as it is written."""

import hashlib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ganlab.api.pages import Pages, bundle_is_fresh


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A page of a few files and its bundle, as scripts/bundle.mjs makes it."""
    written = {
        "index.html": "as written",
        "vendor/.stamp": "libraries",
        "src/a.js": "a",
        "src/views/b.js": "b",
        "styles/c.css": "c",
    }
    stamp = hashlib.sha256("".join(written.values()).encode()).hexdigest()
    bundle = {"bundle/index.html": "bundled", "bundle/.stamp": stamp}
    for name, text in (written | bundle).items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(text)
    return tmp_path


def page(web: Path) -> str:
    app = Starlette()
    app.mount("/", Pages(web))
    return TestClient(app).get("/").text


def test_a_fresh_bundle_is_served(web: Path) -> None:
    assert bundle_is_fresh(web)
    assert page(web) == "bundled"


@pytest.mark.parametrize("edit", ["index.html", "src/views/b.js", "styles/c.css", "src/new.js"])
def test_an_edited_page_is_served_as_it_is_written(web: Path, edit: str) -> None:
    (web / edit).write_text("as edited")
    assert not bundle_is_fresh(web)
    assert page(web) == (web / "index.html").read_text()


def test_a_removed_file_makes_the_bundle_stale(web: Path) -> None:
    (web / "src/a.js").unlink()
    assert not bundle_is_fresh(web)


def test_other_libraries_make_the_bundle_stale(web: Path) -> None:
    (web / "vendor/.stamp").write_text("newer libraries")
    assert page(web) == "as written"


def test_without_a_bundle_the_page_is_served_as_it_is_written(web: Path) -> None:
    (web / "bundle/.stamp").unlink()
    assert page(web) == "as written"


def test_the_panel_of_images_is_the_same_page(web: Path) -> None:
    app = Starlette()
    app.mount("/", Pages(web))
    client = TestClient(app)
    assert client.get("/images").text == "bundled"
    moved = client.get("/images/", follow_redirects=False)
    assert moved.headers["location"] == "/images"
