"""Every test plays without a window, in a home of its own, in English."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.homes import lend

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--gate`` and ``--slow``."""
    parser.addoption("--gate", action="store_true", help="run what takes seconds a piece as well, as the gate does")
    parser.addoption("--slow", action="store_true", help="run the long sweeps as well")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long unless it is asked for."""
    for word, what in (("gate", "takes seconds"), ("slow", "a long sweep")):
        if config.getoption(f"--{word}"):
            continue
        for item in items:
            if item.get_closest_marker(word) is not None:
                item.add_marker(pytest.mark.skip(reason=f"{what}: --{word} runs it"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What some test has compiled or read already; the next one need not do it again."""
    return tmp_path_factory.mktemp("made")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, made: Path) -> Iterator[Path]:
    """Settings, runs and caches of a test lie in a folder of its own; the language is English before and after."""
    from game import i18n

    home = tmp_path_factory.mktemp("home")
    lend(made, home / "cache")
    monkeypatch.setenv("PERSUADABLE_HOME", str(home))
    i18n.set_language("en")
    yield home
    i18n.set_language("en")
    lend(home / "cache", made)
