"""Fixtures of the browser tests: the lab, opened and ready."""

import pytest
from playwright.sync_api import Page

from tests.e2e.lab import Lab


@pytest.fixture
def lab(page: Page, base_url: str) -> Lab:
    """The lab in a fresh page at 1440 × 900, nothing trained yet."""
    return Lab(page, base_url).open()
