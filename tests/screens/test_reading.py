"""The scenarios are read beside the title; who is quicker sees a page that waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from game.scenario import library
from game.scenario.loaded import Loaded
from game.screens.lobby import Lobby
from game.screens.playing import screen_class
from game.screens.ui_words import ui_words
from game.settings import Settings
from game.ui.pilot import Pilot


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading goes on only when this is set."""
    event = threading.Event()
    read = library.every

    def slow(*, keep: bool = True) -> tuple[Loaded, ...]:
        assert event.wait(20)
        return read(keep=keep)

    monkeypatch.setattr(library, "every", slow)
    yield event
    event.set()


def _title() -> tuple[Lobby, Pilot]:
    lobby = Lobby(Settings().changed(motion="none"), ephemeral=True)
    pilot = Pilot(screen_class("title")(lobby), words=ui_words())
    lobby.app = pilot.app
    lobby.read_ahead()
    return lobby, pilot


def _settle(lobby: Lobby) -> None:
    assert lobby._ahead is not None
    lobby._ahead.wait()


def test_who_waits_for_the_reading_sees_a_note_and_then_the_towns(gate: threading.Event) -> None:
    """N answers at once with an empty page; after half a second it says what is waited for; then the chooser comes."""
    lobby, pilot = _title()
    pilot.press("N")
    assert type(pilot.screen).__name__ == "Reading"
    assert "progress" not in pilot.text()
    pilot.advance(0.6)
    assert pilot.sees("Reading the towns")
    assert "progress" in pilot.text()
    gate.set()
    _settle(lobby)
    pilot.advance(0.1)
    assert type(pilot.screen).__name__ == "Chooser"
    assert lobby.scenarios()


def test_the_title_is_a_key_away_while_waiting(gate: threading.Event) -> None:
    """Esc leaves the waiting page; what is read later is there all the same."""
    lobby, pilot = _title()
    pilot.press("N", "Esc")
    assert type(pilot.screen).__name__ == "Title"
    gate.set()
    _settle(lobby)
    pilot.advance(0.1).press("N")
    assert type(pilot.screen).__name__ == "Chooser"


def test_what_was_read_ahead_is_not_read_again(gate: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chooser takes what the thread found."""
    gate.set()
    lobby, pilot = _title()
    _settle(lobby)
    monkeypatch.setattr(library, "every", lambda **_: pytest.fail("read twice"))
    pilot.press("N")
    assert lobby.scenarios()


def test_a_reading_that_fails_fails_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost in the thread: whoever asks for the scenarios has them read again."""
    found = library.every(keep=False)
    calls: list[int] = []

    def once(**_: bool) -> tuple[Loaded, ...]:
        calls.append(1)
        if len(calls) == 1:
            raise OSError("the disk was busy")
        return found

    monkeypatch.setattr(library, "every", once)
    lobby, _pilot = _title()
    _settle(lobby)
    assert lobby.shelved() == found
    assert len(calls) == 2
