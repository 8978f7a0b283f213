"""The pages before a run as they are heard: the name of the game first, nothing twice, keys with their names."""

from __future__ import annotations

import re

from game.screens.start import keys_of_the_page
from tests.screens.every_place import STOPS


def test_the_title_begins_with_its_name() -> None:
    """The first thing on the title is the name of the game; the legend of the picture is not read beside it."""
    lines = STOPS["title"]().see("en", 100).as_text().splitlines()
    assert lines[1] == '  heading 1 "Persuadable"'
    assert not {'  text "for"', '  text "against"', '  text "YOU"'} & set(lines)


def test_the_chooser_says_a_town_once() -> None:
    """A poster is one thing with a name; what both sides say and who hires stand under headings."""
    app = STOPS["chooser"]().see("en", 100)
    names = [node.name for node in app.semantics().walk()]
    town = next(name for name in names if ": " in name)
    assert not set(town.split(": ")) & set(names)
    headings = [node.name for node in app.semantics().walk() if node.role == "heading"]
    assert "Which campaign hires you?" in headings
    assert any(name.startswith("On the ballot") for name in headings)


def test_lists_of_keys_name_the_key() -> None:
    """In the settings and in the help a key is said with what it does, not only drawn."""
    app = STOPS["settings: controls"]().see("fr", 100)
    assert re.search(r"Entrée\s?: ", app.as_text())
    app = STOPS["data on day 3"]().see("en", 100)
    app.open(keys_of_the_page(app))
    assert '"B: Buy' in app.as_text() or '"B: Yours"' in app.as_text()
    assert '"1 : ' not in app.as_text()


def test_a_missing_voice_is_told_where_it_is_missed() -> None:
    """The reason stands with each switch that needs the voice, and is not read once more below them."""
    text = STOPS["settings: hearing"]().see("en", 100).as_text()
    assert text.count("no voice on this computer") == 2
    assert [line for line in text.splitlines() if "no voice" in line and line.startswith("    ")] == []
