"""The menu of a run: go on, settings, export, title."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens.campaigns import exchange_folder
from tests.screens.act_one import table


def test_a_campaign_that_is_not_over_cannot_be_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a campaign stays here; the menu says until when."""
    monkeypatch.setenv("PERSUADABLE_HOME", str(tmp_path))
    run = table("pause", nights=1)
    run.pilot.press("X")
    assert "The campaign is not over yet" in run.pilot.text()
    assert not exchange_folder().exists()


def test_a_finished_campaign_is_written_and_never_over_an_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each export makes a new file in the folder where the title looks for campaigns."""
    monkeypatch.setenv("PERSUADABLE_HOME", str(tmp_path))
    run = table("pause", nights=6)
    run.pilot.press("X", "X")
    names = sorted(file.name for file in exchange_folder().iterdir())
    assert names == ["tram-vote-for-2.campaign", "tram-vote-for.campaign"]
    assert "tram-vote-for-2.campaign" in run.pilot.text()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no folder can be made the reason is told, and the menu stays."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("PERSUADABLE_HOME", str(blocked))
    run = table("pause", nights=6)
    run.pilot.press("X")
    assert any("The file could not be written" in said for said in run.pilot.app.announcements)
    assert run.place == "Pause"


def test_leaving_goes_to_the_title() -> None:
    """Q leaves the run, with nothing of it below the title."""
    run = table("data")
    run.pilot.press("Esc", "Q")
    assert run.place == "Title"
    assert len(run.pilot.app.screens) == 1


def test_the_menu_says_whether_anything_is_kept() -> None:
    """A run that lives in memory only says so."""
    assert table("pause").pilot.sees("Nothing is kept on this computer: the run ends when the window closes.")
