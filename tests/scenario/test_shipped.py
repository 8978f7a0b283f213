"""What comes with the game is in order."""

from __future__ import annotations

import pytest
import yaml

from game import i18n, resources
from game.i18n import catalogue
from game.scenario import library
from game.scenario.reader import load

FOLDERS = sorted(path.parent for path in resources.scenarios().glob("*/scenario.yaml"))


def test_there_is_a_scenario() -> None:
    """The game comes with at least one scenario, and the library finds every folder."""
    assert [loaded.folder for loaded in library.shipped()] == FOLDERS
    assert FOLDERS


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_shipped_scenarios_are_clean(folder: object) -> None:
    """No shipped scenario has an error or a warning."""
    assert [
        str(problem) for loaded in library.shipped() if loaded.folder == folder for problem in loaded.problems
    ] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_shipped_scenarios_read_alike_without_the_c_parser(folder: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without PyYAML's C part plays the same scenario."""
    path = next(one for one in FOLDERS if one == folder)
    quick = load(path).scenario
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert load(path).scenario == quick


@pytest.mark.parametrize("code", [code for code in i18n.languages() if code != "en"])
def test_catalogues_are_complete(code: str) -> None:
    """A language that the game offers leaves no text in English and breaks no sentence."""
    assert catalogue.missing(code) == []
