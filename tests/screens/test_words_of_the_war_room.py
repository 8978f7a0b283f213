"""The war room as it is heard: figures with their unit and in one piece, and what changes when something is changed."""

from __future__ import annotations

import pytest

from game.ui import Node
from tests.screens.act_one import table


@pytest.mark.parametrize("desk", ["briefing", "data", "audience", "message", "actions"])
def test_day_moves_and_money_are_said_once_each(desk: str) -> None:
    """The purse of the top bar is three things, each with its unit."""
    text = table(desk).pilot.text()
    for words in ("Day 1 of 6", "moves left", "Money left: €"):
        assert text.count(words) == 1, words
    assert '"Moves"' not in text


def test_a_version_is_a_heading_and_its_new_words_are_announced() -> None:
    """Both phones have a heading; after a change of tone a screen reader hears what the post says now."""
    run = table("message")
    headings = [node.name for node in run.pilot.tree().walk() if node.role == "heading"]
    assert headings[1:] == ["Version A", "Version B"]
    run.pilot.press("T", "Right")
    said = run.pilot.app.announcements[-1]
    assert said.startswith("Version A now says: ")
    assert run.pilot.sees(said.removeprefix("Version A now says: "))


def test_how_many_fit_the_sentence_is_announced() -> None:
    """Another word in the sentence, another count."""
    run = table("audience")
    run.pilot.press("+", "Enter")
    assert run.pilot.app.announcements[-1].endswith("voters fit that sentence, on paper.")


def test_the_two_lines_of_the_morning_are_one_heading() -> None:
    """The headline is read as one, not as a heading in a heading."""
    nodes = [node for node in table("briefing", nights=1).pilot.tree().walk() if node.role == "heading"]
    assert [node.level for node in nodes].count(1) == 1
    assert nodes[0].name.count(".") >= 2


def test_figures_of_the_night_are_whole_sentences() -> None:
    """No bare number, no unit on its own: name, value and note are one text."""
    names = [node.name for node in _walk(table("overnight", nights=1).pilot.tree())]
    assert any(name.startswith("Reached: ") for name in names)
    assert any(name.startswith("Trust in you: ") and "was" in name for name in names)
    assert not {"For", "Against", "Reached", "people"} & set(names)


def _walk(tree: Node) -> list[Node]:
    return list(tree.walk())
