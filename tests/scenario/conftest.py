"""Reading is what is tested here: nothing that another test has read is taken over."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder."""
    return tmp_path_factory.mktemp("made")
