"""The debrief as it is heard: chapters are tabs, parts have headings, what is drawn is said once."""

from __future__ import annotations

import pytest

from tests.screens.debrief_fixtures import table
from tests.screens.every_place import STOPS


@pytest.mark.parametrize("chapter", ["result", "why", "feeds", "whatif", "techniques", "talk"])
@pytest.mark.parametrize("size", [100, 150])
def test_chapters_are_tabs_and_say_which_were_opened(chapter: str, size: int) -> None:
    """As names or as dots, the chapters are one set of tabs; one is selected, and those that were read say so."""
    app = STOPS[chapter]().see("en", size)
    tabs = [node for node in app.semantics().walk() if node.role == "tab" and node.id.startswith("chapter.")]
    assert [node.id for node in tabs if "selected" in node.states] == [f"chapter.{chapter}"]
    assert len(tabs) == 7
    assert app.as_text().count(f'"{tabs[0].name}"') <= 2  # the tab and, on its own page, the title
    run = table(chapter)
    run.playing.go("else")
    opened = next(node for node in run.pilot.tree().walk() if node.id == f"chapter.{chapter}")
    assert opened.description == "already opened"


def test_results_are_said_once() -> None:
    """The picture says how many voted how; the figures below it are for eyes."""
    run = table("result")
    assert run.pilot.shows("Stayed home ")
    text = run.pilot.text()
    assert text.count("Stayed home") == 1
    assert '"before"' not in text


def test_the_chain_says_what_its_marks_mean() -> None:
    """Guesses, marked traces and the number of wrong guesses are words, not only marker, pencil and crosses."""
    run = table("why")
    text = run.pilot.text()
    assert "Guessed: " in text
    assert " sure" in text
    assert "×" not in text


def test_a_technique_card_has_headings_and_says_how_sure() -> None:
    """Each part of a card can be found by its heading; a statement and its certainty are one text."""
    app = STOPS["techniques, then S"]().see("en", 100)
    headings = [node.name for node in app.semantics().walk() if node.role == "heading"]
    for part in ("How to tell", "What to do", "The honest way", "How sure is the science?", "Sources"):
        assert part in headings
    assert " How sure: " in app.as_text()
    assert '  text "1"' not in app.as_text()


def test_other_moves_are_named_in_full() -> None:
    """A short button of What if says whole what it would have been instead, and says it once."""
    nodes = [node for node in table("whatif").pilot.tree().walk() if node.id.startswith("option-")]
    assert nodes
    assert all(not node.description for node in nodes)
    assert all(node.name.startswith("Instead: ") for node in nodes[1:])
