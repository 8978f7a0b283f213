"""Shortcuts can be moved: every page keeps one meaning for every key, and key caps follow."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as sweep
from hypothesis import strategies as st

from game import settings
from game.screens import shortcuts
from game.screens.lobby import Lobby
from game.screens.playing import PLACES
from game.screens.preferences import prefs_from
from game.settings import Settings
from game.ui.keys import closed, meanings
from game.ui.pilot import Pilot
from tests.screens.test_lobby import pilot_of, place

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

KEYS = [*string.ascii_uppercase, *"+,;-éÑ"]
MOVES = st.lists(st.tuples(st.sampled_from(shortcuts.every()), st.sampled_from(KEYS), st.booleans()), max_size=25)
LABELS = st.dictionaries(st.sampled_from([one.id for one in shortcuts.every()]), st.sampled_from(KEYS), max_size=40)


def clashes(keys: shortcuts.Keys) -> list[str]:
    """Pairs of shortcuts that share a key on a page."""
    return [
        f"{one.id} {other.id}"
        for one in shortcuts.every()
        for other in shortcuts.holders(one, shortcuts.key_of(one, keys), keys)
    ]


def test_the_usual_keys_do_not_clash() -> None:
    """As the game comes, no two shortcuts of a page have the same key, on any keyboard; ids are unique."""
    assert clashes({}) == []
    ids = [one.id for one in shortcuts.every()]
    assert len(ids) == len(set(ids))


@sweep(deadline=None)
@given(MOVES)
def test_no_two_actions_of_a_page_share_a_key(moves: list[tuple[shortcuts.Shortcut, str, bool]]) -> None:
    """However shortcuts are moved, with or without changing places, every key of a page means one thing."""
    keys: shortcuts.Keys = {}
    for shortcut, key, swap in moves:
        outcome = shortcuts.move(shortcut, key, keys, swap=swap)
        if outcome.keys is not None:
            keys = outcome.keys
            assert shortcuts.key_of(shortcut, keys) == key
        else:
            assert outcome.holder is not None
    assert clashes(keys) == []
    assert shortcuts.settled(keys) == keys


@sweep(deadline=None)
@given(LABELS)
def test_a_file_written_by_hand_is_made_sound(keys: dict[str, str]) -> None:
    """Whatever a settings file says, what is taken over of it has no clash, and taking it over again changes nothing."""
    kept = shortcuts.settled({**keys, "no.such": "K", "title.new": "Enter"})
    assert clashes(kept) == []
    assert shortcuts.settled(kept) == kept
    assert "no.such" not in kept
    assert kept.get("title.new") != "Enter"


@sweep(deadline=None)
@given(LABELS)
def test_every_key_of_a_page_stands_for_one_thing(keys: dict[str, str]) -> None:
    """On every page a letter that is pressed stands for one usual letter, and every usual letter can be pressed."""
    for keymap in shortcuts.keymaps(shortcuts.settled(keys)).values():
        letters = [key for key in KEYS if not any(one.startswith("scan:") for one in (key, keymap.get(key, key)))]
        meant = [meanings(keymap.get(letter, letter), "", keymap) for letter in letters]
        assert meant == [(letter,) for letter in letters]


def test_a_letter_that_was_taken_moves_to_the_free_key() -> None:
    """Letters that no list names, such as the lines of a ballot, take over the key that became free."""
    assert closed({"R": "F"}) == {"R": "F", "F": "R"}
    assert closed({"A": "B", "B": "C"}) == {"A": "B", "B": "C", "C": "A"}
    assert closed({"A": "B", "B": "A"}) == {"A": "B", "B": "A"}
    assert closed({"A": "A"}) == {}


def test_pages_exist() -> None:
    """Every page that a shortcut names is the class of a screen."""
    classes = {name.split(":")[1] for name in PLACES.values()} | {"DebatePage", "EveningBreak"}
    assert {page for one in shortcuts.every() for page in one.pages} <= classes


def test_every_letter_in_the_code_is_listed() -> None:
    """Whoever gives a screen a new letter must list it: every letter of a button or binding is some shortcut's key."""
    listed = {one.key for one in shortcuts.every()}
    for file in sorted((Path(shortcuts.__file__).parent).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            named = [word.value for word in node.keywords if word.arg == "key"]
            if isinstance(node.func, ast.Name) and node.func.id == "Binding":
                named += node.args[:1]
            for value in named:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and len(value.value) == 1:
                    assert value.value in listed or value.value.isdigit(), f"{file.name}: {value.value}"


@pytest.mark.parametrize("presses", [(), ("S",), ("N",), ("N", "F"), ("N", "F", "1"), ("N", "F", "2"), ("N", "F", "3"),
                                     ("N", "F", "4"), ("N", "F", "P"), ("N", "F", "Esc")])  # fmt: skip
def test_the_letters_of_a_page_are_listed_for_it(presses: tuple[str, ...]) -> None:
    """What a page binds to a letter is listed for that page (the two sides of a vote depend on the scenario)."""
    pilot = pilot_of(Lobby(Settings()))
    pilot.press(*presses)
    bound = {name for one in pilot.app.bindings() if one.action for name in one.names()}
    letters = {name for name in bound if (len(name) == 1 and name.isalpha()) or name.startswith("scan:")}
    mine = {one.key for one in shortcuts.every() if place(pilot) in one.pages}
    assert letters - mine <= ({"A", "F"} if place(pilot) == "Chooser" else set())


def test_a_moved_key_works_and_shows_itself() -> None:
    """A shortcut obeys its new key and no longer the old one; its cap and the tree for screen readers say so."""
    pilot = pilot_of(Lobby(Settings().changed(keys={"title.settings": "K"})))
    row = next(node for node in pilot.tree().walk() if node.id == "settings")
    assert row.keys == ("K",)
    pilot.press("S")
    assert place(pilot) == "Title"
    pilot.press("K")
    assert place(pilot) == "SettingsScreen"


def to_the_keys(pilot: Pilot) -> Pilot:
    """From the title to the list of shortcuts."""
    return pilot.press("S", "C", "K")


def test_a_shortcut_is_moved_by_keys_and_kept() -> None:
    """Choose a row, press Enter and the new key; it holds at once and after the next start; Backspace undoes it."""
    lobby = Lobby(Settings())
    pilot = to_the_keys(pilot_of(lobby))
    pilot.press("2", "Enter")
    assert pilot.sees("Press a key")
    pilot.press("Z")
    assert lobby.settings.keys == {"title.new": "Z"}
    pilot.press("Esc", "Esc")
    assert place(pilot) == "Title"
    assert settings.load() == (lobby.settings, ())
    again = pilot_of(Lobby(settings.load()[0]))
    again.press("Z")
    assert place(again) == "Chooser"
    back = to_the_keys(pilot_of(lobby)).press("2", "Backspace")
    assert lobby.settings.keys == {}
    assert back.focused() == "New campaign"


def test_a_shortcut_is_moved_with_the_mouse() -> None:
    """A click on a row and a key do the same; a click elsewhere ends the waiting."""
    lobby = Lobby(Settings())
    pilot = to_the_keys(pilot_of(lobby))
    pilot.click_text("War room").click_text("Buy").press("K")
    assert lobby.settings.keys == {"data.buy": "K"}
    pilot.click_text("Ask the lawyer")
    assert pilot.sees("Press a key")
    pilot.click_text("Phone").press("Z")
    assert lobby.settings.keys == {"data.buy": "K"}


def test_a_taken_key_is_told_and_can_change_places() -> None:
    """Who has the key is named; Enter swaps the two, Esc leaves both."""
    lobby = Lobby(Settings())
    pilot = to_the_keys(pilot_of(lobby)).press("4", "Enter", "T")
    assert pilot.sees("T is already the key of “Tone”.")
    pilot.press("Esc")
    assert lobby.settings.keys == {}
    pilot.press("Enter", "T", "Enter")
    assert lobby.settings.keys == {"message.claim": "T", "message.tone": "C"}
    pilot.click_text("All shortcuts back to default")
    assert lobby.settings.keys == {}


def test_places_are_not_changed_where_a_third_stands_in_the_way() -> None:
    """Poll archive cannot take B for Buy's sake, because B sends a message at another desk: told, and nothing changes."""
    lobby = Lobby(Settings())
    pilot = to_the_keys(pilot_of(lobby)).press("3").click_text("Buy").press("P")
    assert pilot.sees("“Send B” stands in the way.")
    assert not pilot.sees("Change places")
    pilot.press("Esc")
    assert lobby.settings.keys == {}


@pytest.mark.parametrize("key", ["Up", "5", "Enter", "F5", "Space"])
def test_keys_that_mean_the_same_everywhere_stay(key: str) -> None:
    """Arrows, digits, F-keys, Space and Enter are not given away."""
    lobby = Lobby(Settings())
    to_the_keys(pilot_of(lobby)).press("4", "Enter", key)
    assert lobby.settings.keys == {}


def test_a_clash_in_the_file_falls_back() -> None:
    """Two shortcuts on one key, written by hand, both fall back to their usual keys."""
    prefs = prefs_from(Settings().changed(keys={"data.buy": "K", "data.lawyer": "K", "title.new": "Z"}))
    assert prefs.keymap == {"Title": {"N": "Z", "Z": "N"}}


@pytest.mark.parametrize(("keyboard", "shown"), [("qwerty", "Q"), ("azerty", "A")])
def test_keys_by_place_show_what_stands_on_them(keyboard: str, shown: str) -> None:
    """The cards of the street are found by their place: on an AZERTY keyboard the first one shows A."""
    lobby = Lobby(Settings().changed(keyboard=keyboard, motion="none"))
    pilot = to_the_keys(pilot_of(lobby)).press("5", "Enter", "X")
    assert pilot.sees("X is already the key of")
    assert pilot.sees(f"“What does it cost in trust?” would get {shown}.")


def test_the_keyboard_is_learnt_from_what_is_pressed() -> None:
    """Unless a keyboard was chosen, the first key that says otherwise corrects the guess."""
    pilot = pilot_of(Lobby(Settings()))
    assert pilot.app.prefs.learns
    pilot.press("scan:A")  # the pilot sends the label A from the place of A
    assert pilot.app.env.learnt == {"A": "A"}
    chosen = pilot_of(Lobby(Settings().changed(keyboard="azerty")))
    chosen.press("scan:A")
    assert chosen.app.env.learnt == {}
