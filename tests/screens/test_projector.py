"""A class at the wall: large text, numbers on the options, hands that are counted, turns for two at one keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from game import settings
from game.campaign.commands import AnswerEvent, EndDay
from game.feed.commands import ChoosePersona, Share
from game.screens.lobby import Lobby
from game.screens.playing import Playing
from game.session.session import Session
from game.session.setup import Setup
from game.settings import Settings
from game.ui import Chip
from game.ui.painter import Rect
from game.ui.pilot import Pilot
from tests.screens.act_two import campaign, illustrated
from tests.screens.test_lobby import pilot_of, place

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

if TYPE_CHECKING:
    from game.ui import Widget


def wall(
    where: str = "", *, pairs: bool = False, projector: bool = True, phase: str = "campaign"
) -> tuple[Pilot, Lobby]:
    """A run in front of a class, at a place."""
    chosen = Settings().changed(motion="none", projector=projector, pairs=pairs, seen_tutorial=True)
    lobby = Lobby(chosen, ephemeral=True)
    pilot = pilot_of(lobby)
    scenario = illustrated()
    session = Session(scenario, Setup(scenario.id, "for", 7, 5, 400, "2016"))
    if phase != "campaign":
        campaign(session, advertise=True)
    if phase == "evening":
        session.submit(ChoosePersona("ines"))
    lobby.live = session
    playing = Playing(session, lobby)
    playing.go(where or playing.resume_place())
    pilot.app.ensure()
    return pilot, lobby


def chip(pilot: Pilot) -> Chip | None:
    """The sign on the page."""
    pilot.app.ensure()
    return next((each for each in pilot.app.active.walk() if isinstance(each, Chip)), None)


def widget(pilot: Pilot, wanted: str) -> Widget:
    """A widget of the page by its id."""
    return next(each for each in pilot.app.active.walk() if each.id == wanted)


def test_the_preset_is_a_switch_and_changes_nothing_for_good() -> None:
    """J in the menu of a run: text at 150 %, high contrast; again, and everything is as it was chosen."""
    pilot, lobby = wall("pause", projector=False)
    pilot.press("J")
    assert (pilot.app.prefs.text_scale, pilot.app.prefs.contrast) == (1.5, "high")
    assert lobby.settings.text_scale == 100
    assert pilot.app.announcements[-1].startswith("Projector on")
    pilot.press("J")
    assert (pilot.app.prefs.text_scale, pilot.app.prefs.contrast) == (1.0, "standard")


def test_the_switch_is_in_the_chooser_and_in_the_settings() -> None:
    """Before a run as well: J where the town is chosen, a toggle in the settings; both are kept."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby).press("N", "J")
    assert (lobby.settings.projector, settings.load()[0].projector) == (True, True)
    pilot.press("Esc", "S", "R").click(id="projector")
    assert (lobby.settings.projector, lobby.settings.pairs) == (False, False)
    pilot.click(id="pairs")
    assert pilot.sees("You are called")


def test_larger_text_than_the_preset_stays() -> None:
    """Who needs 200 % keeps it on the wall."""
    pilot, lobby = wall()
    lobby.change(text_scale=200)
    assert pilot.app.prefs.text_scale == 2.0


def test_hands_are_typed_and_the_most_voted_is_taken() -> None:
    """F4 opens the strip; digits are hands, arrows go to the next option, Enter takes the one with most."""
    pilot, lobby = wall("message")
    pilot.press("F4")
    assert pilot.sees("Hands up: Tone")
    pilot.press("7", "Down", "1", "2", "Down", "3")
    assert pilot.sees("12 hands, 54%")  # beside 32% and 14%
    assert pilot.sees("Ahead: Hope")
    pilot.press("Enter")
    assert lobby.live is not None
    assert lobby.live.campaign_view().drafts["a"].tone == "hope"
    assert pilot.app.announcements[-1] == "12 hands for: Hope"
    assert not pilot.app.dialogs


def test_a_wrong_figure_is_mended() -> None:
    """Backspace takes a digit away, plus and minus count one by one, also with the mouse; never below nothing."""
    pilot, _lobby = wall("message")
    pilot.press("F4", "2", "5", "Backspace", "+", "-", "-")
    assert pilot.sees("1 hand, 100%")
    pilot.press("-", "-", "-")
    assert pilot.sees("0 hands")
    row = widget(pilot, "hands-tone/policy")
    plus = row.children[-1].rect
    pilot.click(plus.cx, plus.cy).click(plus.cx, plus.cy)
    assert pilot.sees("2 hands, 100%")


def test_a_tie_is_said_and_the_teacher_decides() -> None:
    """Two with the same number: Enter says so and takes nothing; standing on one of them it is taken."""
    pilot, lobby = wall("message")
    pilot.press("F4", "5", "Down", "Down", "5", "Up", "Enter")
    assert pilot.app.announcements[-1].startswith("A tie: Policy and Fear.")
    assert pilot.app.dialogs
    pilot.press("Enter")  # not on one of the two
    assert pilot.app.dialogs
    pilot.press("Down", "Enter")
    assert lobby.live is not None
    assert lobby.live.campaign_view().drafts["a"].tone == "fear"


def test_without_hands_nothing_is_taken() -> None:
    """Enter says that nobody was counted; Esc leaves everything as it was."""
    pilot, lobby = wall("message")
    pilot.press("F4", "Enter")
    assert pilot.app.announcements[-1] == "No hand is counted yet."
    pilot.press("Esc")
    assert not pilot.app.dialogs
    assert lobby.live is not None
    assert lobby.live.commands == ()


@pytest.mark.parametrize(
    ("where", "phase", "keys", "taken"),
    [
        ("data", "campaign", (), lambda run: len(run.campaign.purchases) == 3),
        ("message", "campaign", ("Tab",), lambda run: "a" in run.campaign_view().drafts),
        ("actions", "campaign", ("scan:S",), lambda run: run.campaign.bookings[0].action == "school"),
        ("persona", "choose", (), lambda run: run.feed_view().persona == "malo"),
        ("feed", "evening", (), lambda run: type(run.commands[-1]) is Share),
        ("check", "evening", (), lambda run: type(run.commands[-1]).__name__ in ("Verify", "Pass", "Share")),
    ],
)
def test_every_choice_of_the_game_can_be_voted_on(
    where: str, phase: str, keys: tuple[str, ...], taken: Callable[[Session], bool]
) -> None:
    """Files, claims, actions, voters, what to do with a post: the second option gets all hands and is taken."""
    pilot, lobby = wall(where, phase=phase)
    pilot.press(*keys, "F4", "Down", *(("Down", "Down") if where == "actions" else ()), "9", "Enter")
    assert lobby.live is not None
    assert taken(lobby.live), lobby.live.commands[-3:]


def test_an_answer_in_a_dialog_can_be_voted_on() -> None:
    """Somebody waits for an answer: the class gives it."""
    pilot, lobby = wall()
    run = lobby.live
    assert run is not None
    while not run.campaign_view().pending and run.phase == "campaign":
        run.submit(EndDay())
    assert run.phase == "campaign"
    Playing(run, lobby).go("briefing", answering=True)
    pilot.press("F4", "Down", "4", "Enter")
    answered = run.commands[-1]
    assert isinstance(answered, AnswerEvent)
    choices = next(event for event in run.scenario.campaign.events if event.id == answered.event).choices
    assert answered.choice == choices[1].id


@pytest.mark.parametrize("where", ["ballot", "settings", "title"])
def test_the_ballot_is_never_counted(where: str) -> None:
    """No numbers and no strip in the booth, nor where nothing of the run is chosen."""
    pilot, lobby = wall(phase="evening")
    assert lobby.live is not None
    while lobby.live.feed_view().stage != "ballot":
        lobby.live.submit(lobby.live.legal()[-1])
    playing = Playing(lobby.live, lobby)
    if where == "ballot":
        playing.go("ballot")
    else:
        lobby.to_title() if where == "title" else lobby.settings_screen()
    pilot.press("F4")
    assert not pilot.app.dialogs
    assert "Count the hands" not in pilot.text()


def test_the_numbers_stand_on_the_options() -> None:
    """On the page that is voted on every option carries its number, drawn inside its own box."""
    from game.screens.hands_strip import Badges, _spot

    pilot, _lobby = wall("message")
    badges = next(each for each in pilot.app.active.walk() if isinstance(each, Badges))
    assert len(badges.vote.options) == 4
    for option in badges.vote.options:
        box: Rect = widget(pilot, option.widget).rect
        assert box.contains(*_spot(box))


def test_the_sign_is_never_on_what_is_in_focus() -> None:
    """Whose turn it is and the way to count are seen, but not on the thing in focus."""
    for where in ("data", "message", "actions"):
        pilot, _lobby = wall(where, pairs=True)
        for _ in range(3):
            pilot.press("Tab")
            sign, focused = chip(pilot), pilot.focused_id()
            assert sign is not None
            if focused == "count":
                continue
            a, b = sign.note.on_page(sign.note.rect), widget(pilot, focused).ring()[0]
            assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y, (where, focused)


def test_two_take_turns_by_day_and_by_post() -> None:
    """A sign says whose turn it is, handing over is announced; the rules never hear of it."""
    pilot, lobby = wall("data", pairs=True, projector=False)
    assert pilot.sees("Player 1’s turn")
    lobby.names = 1
    pilot.press("N", "N", "Enter")
    assert place(pilot) == "Briefing"
    assert pilot.sees("Fox’s turn")
    assert "Fox’s turn" in pilot.app.announcements
    pilot, lobby = wall(pairs=True, projector=False, phase="evening")
    seen = []
    for _ in range(3):
        sign = chip(pilot)
        assert sign is not None
        seen.append(sign.label)
        pilot.press("Space")
    assert seen == ["Player 1’s turn", "Player 2’s turn", "Player 1’s turn"]


@pytest.mark.gate
def test_projector_and_turns_leave_the_run_as_it_is() -> None:
    """The same keys make the same commands with and without them, and nothing about players is written."""
    runs = []
    for on in (True, False):
        pilot, lobby = wall("data", projector=on, pairs=on)
        pilot.press("B", "3", "Right", "A", "5", "scan:S", "scan:S", "N", "N", "Enter")
        assert lobby.live is not None
        runs.append(lobby.live.commands)
    assert runs[0] == runs[1]
    assert not {"names", "nickname"} & set(vars(Settings()))


def test_the_sign_lies_beside_the_counters_of_the_phone() -> None:
    """Whose turn it is and the way to count hands find a place where the post, its counters and the pills stay free."""
    pilot, _lobby = wall(pairs=True, phase="evening")
    sign = chip(pilot)
    assert sign is not None
    box, phone = sign.note.on_page(sign.note.rect), widget(pilot, "phone").rect
    assert box.right <= phone.x + 1 or box.x >= phone.right - 1
