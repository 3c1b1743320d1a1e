"""A cache folder of its own for each test that makes image data."""

import pytest

from ganlab.gan.image.datasets import cache


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "data"
