"""Every sound at its moment: once, alone, and with its caption where the player wants that."""

from __future__ import annotations

from game.screens.ballot_screen import BallotScreen
from game.screens.playing import Playing
from game.screens.senses import Senses, caption
from game.settings import Settings
from game.ui.pilot import Pilot
from tests.screens import act_one, act_two, debrief_fixtures
from tests.screens.test_lobby import pilot_of


def ear(pilot: Pilot) -> list[str]:
    """What is asked for from now on, but for the moving of the focus, which has no sound."""
    heard: list[str] = []
    pilot.app.on_sound = lambda name: heard.append(name) if name != "focus" else None
    return heard


def captioned(pilot: Pilot, playing: Playing) -> None:
    """Show in words what sounds say."""
    playing.lobby.settings = Settings().changed(captions=True)
    pilot.app.on_sound = Senses(playing.lobby).hear


def toast(pilot: Pilot) -> str:
    """What is announced on the page."""
    return (pilot.app.toast or ("",))[0]


def test_a_key_a_click_and_a_tap_sound_once() -> None:
    """Whatever presses a button."""
    from game.screens.lobby import Lobby

    pilot = pilot_of(Lobby(Settings(), ephemeral=True))
    heard = ear(pilot)
    pilot.press("S")
    assert heard == ["press"]
    pilot.press("Esc")
    heard.clear()
    pilot.press("Tab")
    assert heard == []
    pilot.click(id="settings")
    assert heard == ["press"]


def test_the_evening_sounds_alone() -> None:
    """Ending the day is a press, but what is heard is the evening, once; coming back from the menu it is not heard again."""
    run = act_one.table("data")
    heard = ear(run.pilot)
    while run.place != "Overnight":
        run.pilot.press("N")
    assert heard[-1] == "overnight"
    assert heard.count("overnight") == 1
    assert "press" not in heard[-1:]
    presses = heard[:-1]
    assert set(presses) <= {"press"}, "the question before"
    heard.clear()
    run.pilot.press("Esc")
    assert run.place == "Pause"
    run.pilot.press("Esc")
    assert run.place == "Overnight"
    assert "overnight" not in heard


def test_the_phone_rings_once_an_evening() -> None:
    """When the feed of an evening is first looked at; not after the menu, and not at every post."""
    run = act_two.table("check")
    heard = ear(run.pilot)
    run.playing.go("feed")
    assert heard == ["notification"]
    heard.clear()
    run.pilot.press("Space", "Space")
    assert heard == ["press", "press"]
    run.playing.over("pause")
    run.pilot.press("Esc")
    run.playing.go("feed")
    assert "notification" not in heard


def test_the_vote_falls_into_the_box_and_nothing_else_is_heard() -> None:
    """Marking is a press; casting is the paper, without the page's or the key's own sound."""
    run = act_two.table("ballot", evening=4)
    assert isinstance(run.pilot.screen, BallotScreen)
    heard = ear(run.pilot)
    run.pilot.press("Enter")
    assert heard == ["press"]
    heard.clear()
    run.pilot.press("V")
    assert run.place == "Result"
    assert heard == ["vote"]


def test_a_chapter_turns_with_the_sound_of_a_page() -> None:
    """By key and by click, once; at the ends nothing turns, and it does not sound as if something did."""
    run = debrief_fixtures.table("result")
    heard = ear(run.pilot)
    run.pilot.press("Right")
    assert heard == ["page"]
    run.pilot.press("Left")
    assert heard == ["page", "page"]
    run.pilot.press("Left")
    assert heard.count("page") == 2
    heard.clear()
    run.pilot.click(id="chapter.talk")
    assert heard == ["page"]


def test_a_refusal_is_heard_once_and_not_as_a_press() -> None:
    """By the rules, and by a control that cannot be used."""
    run = act_one.table("data")
    heard = ear(run.pilot)
    run.pilot.press("Ctrl+Z")
    assert heard == ["refusal"]
    heard.clear()
    run.playing.over("pause")
    run.pilot.app.ensure()
    shut = next((w for w in run.pilot.app.root.walk() if w.focusable and w.disabled), None)
    assert shut is not None
    run.pilot.app.focus(shut.id)
    run.pilot.press("Enter")
    assert heard == ["refusal"]
    heard.clear()
    run.pilot.click(id=shut.id)
    assert heard == ["refusal"]


def test_captions_come_with_evening_page_and_vote_on_the_page_that_follows() -> None:
    """The words of a sound are to be read where one has come to, not on the page that is left."""
    run = act_one.table("data")
    captioned(run.pilot, run.playing)
    while run.place != "Overnight":
        run.pilot.press("N")
    assert toast(run.pilot) == caption("overnight")
    chapter = debrief_fixtures.table("result")
    captioned(chapter.pilot, chapter.playing)
    chapter.pilot.press("Right")
    assert toast(chapter.pilot) == caption("page")
    ballot = act_two.table("ballot", evening=4)
    captioned(ballot.pilot, ballot.playing)
    ballot.pilot.press("Enter", "V")
    assert toast(ballot.pilot) == caption("vote")
