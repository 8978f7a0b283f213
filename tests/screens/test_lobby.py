"""The lobby: title, chooser, settings, problems, credits, and other people's campaigns, driven by keys and words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game import i18n, resources, settings
from game.players.play import play
from game.screens.campaigns import exchange_folder
from game.screens.lobby import Lobby
from game.screens.start import make_app
from game.session import saving
from game.session.setup import usual
from game.settings import Settings
from game.ui import App
from game.ui.pilot import Pilot
from game.ui.scrolling import Scroll
from tests.screens.act_one import tram_vote

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have


def pilot_of(lobby: Lobby) -> Pilot:
    """The game at its title with a pilot at the keys."""

    def ready(*_screen: object, **_options: object) -> App:
        return make_app(lobby)

    return Pilot(None, app=ready)  # type: ignore[arg-type]  # because make_app brings its own first screen


def place(pilot: Pilot) -> str:
    """Class of the page that is shown."""
    return type(pilot.app.screen).__name__


def test_enter_on_a_new_title_begins_a_campaign() -> None:
    """Without a saved run the focus stands on New campaign, and F hires the player for the side that is for it."""
    pilot = pilot_of(Lobby(Settings()))
    assert not pilot.sees("Continue")
    pilot.press("Enter")
    assert place(pilot) == "Chooser"
    assert pilot.sees("Should trams be free")
    pilot.press("F")
    assert place(pilot) == "Briefing"
    assert (settings.data_folder() / "run.jsonl").is_file()


def test_beginning_again_asks_before_the_saved_run_goes() -> None:
    """A second campaign takes the place of the saved one, and says so first; Esc keeps the old one."""
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("N", "F", "1", "Esc", "Q", "N", "A")
    assert pilot.sees("takes the place of the saved run: Day 1 of 6")
    pilot.press("Esc")
    assert place(pilot) == "Chooser"
    pilot.press("A", "B")
    assert place(pilot) == "Briefing"


def test_enter_on_a_poster_goes_on_to_who_hires_you() -> None:
    """Enter settles the town and moves to the campaigns, so that Enter alone leads into the game."""
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("N", "Enter")
    assert pilot.focused_id() == "side-for"
    pilot.press("Enter")
    assert place(pilot) == "Briefing"


def test_the_menu_of_the_title_is_whole_and_obeys_the_arrows() -> None:
    """With a saved run the menu has one row more; nothing of it is cut off, and the arrows travel in it."""
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("N", "F", "Esc", "Q")
    assert pilot.focused_id() == "continue"
    pilot.press("Down")
    assert pilot.focused_id() == "new"
    assert not [w for w in pilot.app.root.walk() if isinstance(w, Scroll) and w.overflow > 0.5]


def test_continue_resumes_exactly() -> None:
    """A run that was left goes on at the same day, with the same money and the same commands."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby)
    pilot.press("N", "A", "N", "N")
    assert lobby.live is not None
    before = lobby.live.commands
    again = Lobby(Settings())
    second = pilot_of(again)
    assert second.sees("Day 2 of 6")
    second.press("Enter")
    assert again.live is not None
    assert again.live.commands == before
    assert again.live.setup == lobby.live.setup


def test_a_damaged_run_is_kept_aside_and_said() -> None:
    """What is no journal is moved away, the player is told, and a new campaign can begin."""
    file = settings.data_folder() / "run.jsonl"
    file.parent.mkdir(parents=True)
    file.write_text("this is no journal\n", encoding="utf-8")
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("Enter")
    assert place(pilot) == "Title"
    assert pilot.app.toast is not None
    assert "no file of this game" in pilot.app.toast[0]
    assert "kept aside" in pilot.app.toast[0]
    assert [kept.read_text(encoding="utf-8") for kept in file.parent.glob("run.damaged-*")] == ["this is no journal\n"]
    pilot.press("N", "F")
    assert place(pilot) == "Briefing"


def test_an_ephemeral_run_leaves_nothing() -> None:
    """With ``--ephemeral`` a campaign can be played and continued, and no file is written."""
    lobby = Lobby(Settings(), ephemeral=True)
    pilot = pilot_of(lobby)
    pilot.press("N", "F")
    assert not list(settings.data_folder().rglob("*.jsonl"))
    lobby.to_title()
    pilot.press("Enter")
    assert place(pilot) == "Briefing"


def test_a_place_that_cannot_be_written_is_said_and_play_goes_on() -> None:
    """Where no run can be saved the player is told once and plays on in memory."""
    blocked = settings.data_folder()
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    pilot = pilot_of(Lobby(Settings()))
    assert not pilot.sees("Continue")
    pilot.press("N", "F")
    assert pilot.app.toast is not None
    assert "in memory" in pilot.app.toast[0]
    pilot.press("N", "N")
    assert place(pilot) == "Overnight"


def test_the_language_changes_on_the_title() -> None:
    """L speaks French at once, and the choice is kept."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby)
    pilot.press("L")
    assert i18n.language() == "fr"
    assert pilot.sees("Influençable")
    assert json.loads(settings.path().read_text(encoding="utf-8"))["language"] == "fr"
    pilot.press("L")
    assert pilot.sees("Persuadable")


def test_settings_show_at_once_and_are_kept() -> None:
    """Choosing another text size changes the page under one's eyes; Esc saves."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby)
    pilot.press("S")
    pilot.click_text("150%")
    assert pilot.app.prefs.text_scale == 1.5
    pilot.click_text("Gentle")
    pilot.press("Esc")
    assert place(pilot) == "Title"
    assert settings.load()[0].text_scale == 150
    assert settings.load()[0].motion == "gentle"


def test_larger_text_by_key_is_kept() -> None:
    """Ctrl and plus go through the sizes of the settings, at once; the next start remembers, Ctrl and 0 goes back."""
    pilot = pilot_of(Lobby(Settings()))
    sizes = []
    for _ in range(len(settings.TEXT_SCALES)):
        pilot.press("Ctrl+Plus")
        sizes.append(settings.load()[0].text_scale)
        assert pilot.app.prefs.text_scale == pytest.approx(sizes[-1] / 100)
    assert sizes == [*settings.TEXT_SCALES[1:], settings.TEXT_SCALES[-1]]
    pilot.press("Ctrl+Minus")
    assert settings.load()[0].text_scale == settings.TEXT_SCALES[-2]
    pilot.press("Ctrl+0")
    assert settings.load()[0].text_scale == 100


def test_backspace_brings_the_defaults_back() -> None:
    """Backspace in the settings undoes what was set, except the language."""
    lobby = Lobby(Settings().changed(text_scale=200, contrast="high"))
    pilot = pilot_of(lobby)
    pilot.press("S", "Backspace")
    assert lobby.settings.text_scale == 100
    assert lobby.settings.contrast == "standard"


def test_every_section_of_the_settings_can_be_reached() -> None:
    """R, S, C and P open reading, seeing, controls and privacy."""
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("S")
    for key, words in (
        ("R", "Wide letter spacing"),
        ("C", "Keyboard"),
        ("P", "Keep nothing on this computer"),
        ("S", "Colours"),
    ):
        pilot.press(key)
        assert pilot.sees(words), words


def test_a_broken_scenario_is_shown_as_the_same_list() -> None:
    """The problem screen prints the lines of ``persuadable check``: what, hint, path, line, column and code."""
    own = settings.data_folder() / "scenarios" / "tram-vote-two"
    shutil.copytree(resources.scenarios() / "tram-vote", own)
    file = own / "town.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("turnout:", "turnuot:", 1), encoding="utf-8")
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby)
    pilot.press("N")
    assert pilot.sees("Scenarios with problems")
    pilot.press("P")
    assert place(pilot) == "ProblemsScreen"
    for problem in lobby.broken():
        assert pilot.sees(problem.message)
        assert pilot.sees(f":{problem.line}:{problem.column}")
        assert pilot.sees(f"[{problem.code}]")
    shutil.rmtree(own)
    pilot.press("R")
    assert place(pilot) == "Chooser"


def test_somebody_elses_campaign_arrives_in_ones_own_feed(tmp_path: Path) -> None:
    """An exported campaign is listed, opens in act II, and leaves the file as it was."""
    exchange_folder().mkdir(parents=True)
    session = saving.begin(tram_vote(), usual(tram_vote(), seed=8, voters=600, days=2), None)
    play(session, "dirty", campaign_only=True)
    file = exchange_folder() / "group-seven.campaign"
    saving.export_campaign(session, file)
    content = file.read_bytes()
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("O")
    assert pilot.sees("group-seven")
    pilot.press("1")
    assert place(pilot) == "PersonaChoice"
    assert file.read_bytes() == content


def test_a_saved_run_does_not_go_unasked_for_somebody_elses_campaign(tmp_path: Path) -> None:
    """There is room for one run: opening a file asks first, and what is no campaign is said without a loss."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby)
    pilot.press("N", "F", "Esc", "Q")
    stranger = tmp_path / "letter.campaign"
    stranger.write_text("Dear all,", encoding="utf-8")
    lobby.meet(stranger)
    assert pilot.sees("takes the place of the saved run")
    pilot.press("B")
    assert place(pilot) == "Title"
    assert not pilot.sees("takes the place")
    assert "no file of this game" in pilot.app.announcements[-1]
    assert lobby.saved() is not None


def test_credits_name_licences_and_studies() -> None:
    """Fonts, icons and the studies behind the cards stand on one page."""
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("C", "C")
    assert pilot.sees("Font Awesome")
    assert pilot.sees("Coppock")
    pilot.press("Esc", "Esc")
    assert place(pilot) == "Title"


def test_help_lists_the_keys_of_the_page() -> None:
    """F1 opens the page's keys on any page; Esc closes it."""
    pilot = pilot_of(Lobby(Settings()))
    pilot.press("N", "F1")
    assert pilot.sees("Keys on this page")
    assert pilot.sees("Confirm")
    pilot.press("Esc")
    assert not pilot.sees("Keys on this page")
