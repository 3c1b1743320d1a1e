"""Fixtures of the browser tests: the lab and the panel of images, opened and ready."""

import pytest
from playwright.sync_api import Page

from tests.api.visitor import http
from tests.e2e.images import QUICK, Images
from tests.e2e.lab import Lab


@pytest.fixture
def lab(page: Page, base_url: str) -> Lab:
    """The lab in a fresh page at 1440 × 900, nothing trained yet."""
    return Lab(page, base_url).open()


@pytest.fixture(scope="session")
def digits_url(base_url: str) -> str:
    """The address of the server, which has made its small digits: no page has to wait for them."""
    body = {"config": {"scene": "image", **QUICK}}
    assert http(base_url, "/api/sessions", method="POST", body=body).status == 201
    return base_url


@pytest.fixture
def images(page: Page, digits_url: str) -> Images:
    """The panel of images at 1440 × 900, with small networks, nothing trained yet."""
    return Images(page, digits_url).open()
