"""The tutorial: notes that follow what the player does, never in the way, in any scenario."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game import i18n, settings
from game.feed.commands import CastBallot
from game.scenario.model import Scenario
from game.screens.lobby import Lobby
from game.screens.playing import Playing
from game.session.session import Session
from game.session.setup import Setup
from game.settings import Settings
from game.ui import Callout
from game.ui import focus as travel
from game.ui.accessible_tree import Mirror
from game.ui.callout import all_found, shown
from game.ui.painter import Rect
from game.ui.paragraph import Text
from game.ui.pilot import Pilot
from game.ui.scrolling import clip_of
from tests.screens.act_one import tram_vote
from tests.screens.act_two import illustrated
from tests.screens.debrief_fixtures import finished
from tests.screens.test_lobby import pilot_of, place
from tests.ui.audit import faults

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

DAY_ONE = (
    ("start", "Enter"),
    ("source", "Down"),
    ("word", "2 + Enter"),
    ("save", "Enter"),
    ("tone", "3 Right"),
    ("send", "A"),
    ("plan", "4 Enter"),
    ("end", "N N"),
    ("night", "Left Enter"),
    ("margin", "P Esc"),
    ("free", "1"),
)
"""Every step of act I, and the keys that do what its note asks."""
SCENARIOS: dict[str, Callable[[], Scenario]] = {"tram-vote": tram_vote, "sample": illustrated}


def run_of(
    scenario: Scenario, *, scale: int = 100, wanted: bool = True, session: Session | None = None
) -> tuple[Pilot, Lobby]:
    """A run with a pilot at its first page, with notes or without."""
    lobby = Lobby(
        Settings().changed(motion="none", text_scale=scale, tutorial=wanted, seen_tutorial=True), ephemeral=True
    )
    pilot = pilot_of(lobby)
    lobby.live = session or Session(scenario, Setup(scenario.id, "for", 7, 4, 600, "2016"))
    playing = Playing(lobby.live, lobby)
    playing.go(playing.resume_place())
    pilot.app.ensure()
    return pilot, lobby


def note_of(pilot: Pilot) -> Callout | None:
    """The note on the page."""
    pilot.app.ensure()
    return next((each for each in pilot.app.active.walk() if isinstance(each, Callout)), None)


def step_of(pilot: Pilot) -> str:
    """Which step the note on the page belongs to; empty without a note."""
    note = note_of(pilot)
    return note.mark.partition("/")[0] if note is not None else ""


def in_the_way(pilot: Pilot) -> str:
    """What is in focus under the note; empty if nothing is."""
    note, focused = note_of(pilot), travel.by_id(pilot.app.active, pilot.focused_id())
    if note is None or focused is None or focused.id.startswith("note-"):
        return ""
    a, b, clip = note.note.on_page(note.note.rect), focused.on_page(focused.ring()[0]), clip_of(focused)
    if clip is not None:  # what is scrolled away cannot be covered
        b = Rect(b.x, max(b.y, clip.y), b.w, min(b.bottom, clip.bottom) - max(b.y, clip.y))
    apart = a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
    return "" if apart else f"{note.mark} lies on {focused.id} ({a} and {b})"


def covers(note: Callout, part: Text) -> bool:
    """Does the note lie on these words?"""
    a, b = note.note.on_page(note.note.rect), part.on_page(part.rect)
    return min(a.right, b.right) > max(a.x, b.x) and min(a.bottom, b.bottom) > max(a.y, b.y)


def walk(pilot: Pilot, steps: tuple[tuple[str, str], ...]) -> list[str]:
    """Do what the notes ask; returns what was covered on the way, and fails where a note does not come."""
    covered = []
    for step, keys in steps:
        assert step_of(pilot) == step, f"{step_of(pilot)!r} where {step!r} should be, on {place(pilot)}"
        covered.append(in_the_way(pilot))
        for key in keys.split():
            pilot.press(key)
            covered.append(in_the_way(pilot))
    return [each for each in covered if each]


def test_the_first_campaign_asks_whether_notes_are_wanted() -> None:
    """On a computer where nobody has played yet the first page offers them; F3 takes them, and that is remembered."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby).press("N", "F")
    assert step_of(pilot) == "offer"
    assert any("first campaign" in said for said in pilot.app.announcements)
    pilot.press("F3")
    assert step_of(pilot) == "start"
    kept = settings.load()[0]
    assert (kept.tutorial, kept.seen_tutorial) == (True, True)


def test_a_double_click_on_show_me_does_not_end_the_notes() -> None:
    """The first note may come up under the pointer; for a moment it takes no press, then it does."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby)
    pilot.app.clock = lambda: pilot.time
    pilot.press("N", "F").press("F3", "F3")
    assert step_of(pilot) == "start"
    pilot.advance(1.0)
    pilot.press("F3")
    assert step_of(pilot) == ""


def test_after_the_test_the_note_still_asks_to_send() -> None:
    """A test sends nothing: the note stays at its page until a version goes out, and says what is left to do."""
    pilot, _lobby = run_of(tram_vote())
    pilot.press("3", "Right")
    assert step_of(pilot) == "send"
    pilot.press("S")
    assert step_of(pilot) == "send"
    note = note_of(pilot)
    assert note is not None
    assert "Send one of them" in note.label
    pilot.press("A")
    assert step_of(pilot) == "source"


def test_who_knows_the_way_is_not_asked_again() -> None:
    """The other answer brings no note, now or in the next campaign."""
    lobby = Lobby(Settings())
    pilot = pilot_of(lobby).press("N", "F").click_text("I know my way")
    assert step_of(pilot) == ""
    again = pilot_of(Lobby(settings.load()[0])).press("N", "F", "B")
    assert place(again) == "Briefing"
    assert step_of(again) == ""


def test_the_question_is_not_in_the_way() -> None:
    """Who just plays has said nothing: the question goes with the first thing done, and the keys do what they do."""
    pilot = pilot_of(Lobby(Settings())).press("N", "F", "Enter")
    assert place(pilot) == "DataDesk"
    assert step_of(pilot) == "offer"
    pilot.press("B")
    assert step_of(pilot) == ""
    assert not settings.path().exists()


def test_nothing_is_written_where_nothing_is_to_be_kept() -> None:
    """With ``--ephemeral`` the answer lives in memory."""
    lobby = Lobby(Settings(), ephemeral=True)
    pilot_of(lobby).press("N", "F", "F3")
    assert lobby.settings.tutorial
    assert not settings.path().exists()


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("sample", 100),
        *(
            pytest.param(*case, marks=pytest.mark.gate)
            for case in (("sample", 150), ("tram-vote", 100), ("tram-vote", 150))
        ),
    ],
)
def test_whoever_does_what_the_notes_ask_sees_all_of_act_one(name: str, scale: int) -> None:
    """Eleven notes, each gone when its thing is done, in any scenario; none ever lies on what is in focus."""
    pilot, lobby = run_of(SCENARIOS[name](), scale=scale)
    assert walk(pilot, DAY_ONE) == []
    assert step_of(pilot) == ""
    assert lobby.settings.tutorial  # there are two more acts


@pytest.mark.gate
@pytest.mark.parametrize("scale", [100, 150])
def test_the_phone_has_four_notes(scale: int) -> None:
    """Pass a post, check one, ask why an ad is shown, put the phone down: each note goes when its thing was done."""
    from tests.screens.act_two import campaign

    scenario = illustrated()
    session = Session(scenario, Setup(scenario.id, "for", 7, 5, 400, "2016"))
    campaign(session, advertise=True)
    pilot, _lobby = run_of(scenario, scale=scale, session=session)
    assert step_of(pilot) == ""
    pilot.press("Enter")
    assert walk(pilot, (("pass", "Space"),)) == []
    keys = {"check": ("C", "1", "Space"), "why": ("W", "Esc", "Space"), "down": ("Esc", "Enter"), "": ("Space",)}
    seen: list[str] = []
    while place(pilot) in ("FeedScreen", "LateralReading") and len(seen) < 60:
        step = step_of(pilot)
        seen.append(step)
        for key in keys[step]:
            assert in_the_way(pilot) == ""
            pilot.press(key)
            if step == "check" and place(pilot) == "LateralReading":
                assert step_of(pilot) in ("check", "")
    assert set(seen) - {""} == {"check", "why", "down"}


@pytest.mark.gate
@pytest.mark.parametrize("scale", [100, 150])
def test_the_debrief_has_three_notes(scale: int) -> None:
    """Turn a chapter, cut a link, and good-bye: then the tutorial is over and says so in the settings."""
    pilot, lobby = run_of(illustrated(), scale=scale, session=finished(illustrated(), voters=600))
    assert walk(pilot, (("turn", "Right"), ("cut", "1"))) == []
    pilot.advance(0.5)
    assert step_of(pilot) == "last"
    pilot.press("Right")
    assert step_of(pilot) == ""
    assert not lobby.settings.tutorial


def test_another_order_is_as_good() -> None:
    """Who begins with the message is told about the message; what is done already is not asked for."""
    pilot, _lobby = run_of(tram_vote())
    pilot.press("3")
    assert step_of(pilot) == "tone"
    pilot.press("Right", "A", "1")
    assert step_of(pilot) == "source"
    pilot.press("B", "3")
    assert step_of(pilot) == "word"  # the way to the audience
    note = note_of(pilot)
    assert note is not None
    assert "2" in note.label
    assert note.anchors == ("desk-audience",)
    pilot.press("N", "N")
    assert step_of(pilot) == "night"


def test_a_step_can_be_passed_over_and_the_notes_ended() -> None:
    """One button goes on to the next note, F3 ends them all; both are on the note."""
    pilot, lobby = run_of(tram_vote())
    pilot.click(id="note-skip")
    assert step_of(pilot) == "source"
    pilot.press("F3")
    assert step_of(pilot) == ""
    assert not lobby.settings.tutorial
    assert pilot.sees("Morning briefing")


@pytest.mark.gate
def test_a_note_takes_no_key_and_no_click_from_the_page() -> None:
    """With notes and without, the same keys make the same campaign; a click beside its buttons goes to the page."""
    keys = [key for _step, keys in DAY_ONE for key in keys.split()]
    runs = []
    for wanted in (True, False):
        pilot, lobby = run_of(tram_vote(), wanted=wanted)
        pilot.press(*keys)
        assert lobby.live is not None
        runs.append((lobby.live.commands, place(pilot)))
    assert runs[0] == runs[1]
    pilot, _lobby = run_of(tram_vote())
    note = note_of(pilot)
    assert note is not None
    start = travel.by_id(pilot.app.active, "start")
    assert start is not None
    start.rect = Rect(note.note.rect.x, note.note.rect.y, 60, 30)  # as if the note lay on it
    assert travel.under(pilot.app.active, start.rect.x + 5, start.rect.y + 5) is start


def test_a_note_is_heard_and_in_the_tree() -> None:
    """Each is announced once, and stands at the end of the page as a note, its buttons with it."""
    pilot, _lobby = run_of(tram_vote())
    note = note_of(pilot)
    assert note is not None
    pilot.press("Tab", "Shift+Tab")
    assert [said for said in pilot.app.announcements if said == note.label] == [note.label]
    node = [node for node in pilot.tree().walk() if node.role == "note"]
    assert [node[0].name, *(child.name for child in node[0].children)] == [note.label, "Next note", "No more notes"]
    assert pilot.tree().children[-1] is not None
    assert node[0].bounds[2] < 400


def test_the_note_stays_where_it_is_while_one_looks_around() -> None:
    """As long as it says the same and nothing in focus lies under it, it does not jump."""
    pilot, _lobby = run_of(tram_vote())
    pilot.press("3")
    note = note_of(pilot)
    assert note is not None
    before = note.note.rect
    pilot.press("Tab")
    again = note_of(pilot)
    assert again is not None
    assert again.note.rect == before


@pytest.mark.parametrize("scale", [100, 150])
def test_a_note_lies_on_the_picture_and_not_on_the_figures(scale: int) -> None:
    """In the night there is a large picture and a column of figures: nothing that can be read is under the note."""
    pilot, _lobby = run_of(tram_vote(), scale=scale)
    for step, keys in DAY_ONE:
        if step == "night":
            break
        pilot.press(*keys.split())
    assert step_of(pilot) == "night"
    note = note_of(pilot)
    assert note is not None
    words = [part for tree in note._page() for part in tree.walk() if isinstance(part, Text)]
    assert len(words) > 10
    assert [part.label for part in words if covers(note, part)] == []


@pytest.mark.gate
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_note_spares_what_it_speaks_of(scale: int) -> None:
    """Money and moves, the sentence, the test: what a note names can be read beside it, at any size of the text."""
    pilot, _lobby = run_of(tram_vote(), scale=scale)
    for step, keys in DAY_ONE:
        note = note_of(pilot)
        assert note is not None
        box = note.note.on_page(note.note.rect)
        for widget in all_found(note._page(), note.spare):
            r = shown(widget)
            assert r is not None
            apart = box.right <= r.x or r.right <= box.x or box.bottom <= r.y or r.bottom <= box.y
            assert apart, f"{step} lies on {widget.id}"
        pilot.press(*keys.split())


def test_a_note_looks_for_a_place_on_every_page() -> None:
    """The same step goes on at the page where the post is checked, but not where the note was on the phone."""
    pilot, _lobby = run_of(tram_vote())
    pilot.press("2")
    note = note_of(pilot)
    assert note is not None
    before = note.mark
    pilot.press("1")
    note = note_of(pilot)
    assert note is not None
    assert (before, note.mark) == ("word/AudienceDesk", "source/DataDesk")


@pytest.mark.gate
@pytest.mark.parametrize(("language", "scale"), [("en-XA", 150), ("ar-XB", 100), ("en", 200)])
def test_the_words_of_a_note_have_room(language: str, scale: int) -> None:
    """Longer words, other direction, double size: nothing in a note is cut, and nothing in focus is covered."""
    i18n.set_language(language)
    pilot, lobby = run_of(tram_vote(), scale=scale)
    lobby.set_language(language)
    steps = tuple((step, keys.replace("3 Right", "3 Left") if language == "ar-XB" else keys) for step, keys in DAY_ONE)
    for step, keys in steps:
        assert step_of(pilot) == step
        assert in_the_way(pilot) == ""
        note = note_of(pilot)
        assert note is not None
        mine = [part for part in faults(pilot.app) if "overlaps" not in part and repr(note.label[:12])[1:-1] in part]
        assert mine == []
        assert note.note.rect.bottom <= 720
        assert 0 <= note.note.rect.x <= note.note.rect.right <= 1280
        pilot.press(*keys.split())


def test_without_motion_the_ring_is_there_at_once() -> None:
    """The ring is drawn by hand where motion is wanted, and complete at once where it is not."""
    still, _lobby = run_of(tram_vote())
    assert still.app.progress("ring") == 1
    moving, lobby = run_of(tram_vote())
    moving.app.clock = lambda: moving.time
    lobby.change(motion="full")
    moving.press("1")
    assert moving.app.progress("ring") < 1
    moving.advance(0.6)
    assert moving.app.progress("ring") == 1


def test_a_run_that_is_over_has_no_notes_left() -> None:
    """Once the vote is cast the notes of the phone are past; those of the debrief come."""
    session = finished(illustrated(), voters=600)
    assert isinstance(session.commands[-1], CastBallot)
    pilot, _lobby = run_of(illustrated(), session=session)
    assert step_of(pilot) == "turn"


def test_notes_can_be_called_again() -> None:
    """G in the menu starts them over, whatever was done before; the settings have a switch as well."""
    pilot, lobby = run_of(tram_vote(), wanted=False)
    pilot.press("1", "B", "Esc", "G")
    assert place(pilot) == "DataDesk"
    assert step_of(pilot) == "source"
    pilot.press("Esc", "G")
    assert step_of(pilot) == ""
    pilot.press("Esc", "S", "R").click(id="tutorial").press("Esc", "Esc")
    assert place(pilot) == "DataDesk"
    assert step_of(pilot) == "source"
    assert lobby.settings.tutorial


@pytest.mark.gate
def test_notes_go_on_after_a_break() -> None:
    """A run that is opened again goes on with the notes where it stood: what was done is not asked for again."""
    lobby = Lobby(Settings().changed(motion="none", tutorial=True, seen_tutorial=True))
    pilot_of(lobby).press("N", "F", "1", "B", "2", "+", "Enter", "Enter")
    again = pilot_of(Lobby(Settings().changed(motion="none", tutorial=True, seen_tutorial=True))).press("Enter")
    assert place(again) == "Briefing"
    assert step_of(again) == "start"
    again.press("1")
    note = note_of(again)
    assert note is not None
    assert note.mark == "tone/DataDesk"
    assert note.anchors == ("desk-message",)


def test_assistive_technology_is_told_that_it_is_a_note() -> None:
    """In AccessKit's tree the note is a note, its buttons can be pressed from there."""
    pilot, _lobby = run_of(tram_vote())
    elements = Mirror(pilot.app).look().values()
    note = note_of(pilot)
    assert note is not None
    assert [one.label for one in elements if one.role == "NOTE"] == [note.label]
    assert any(one.label == "No more notes" and "CLICK" in one.actions for one in elements)
