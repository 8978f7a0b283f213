"""What holds for the words of every place, in both languages: a pupil who sees nothing must be able to follow."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from game.ui import Node
from tests.screens.every_place import STOPS, a_third

TIME = re.compile(r"\d{1,2}([:.]| h )\d{2}")
"""A clock says what it is."""
SAME_NAME = {
    "feeds": "the same post can stand in both feeds, and twice in one",
    "whatif": "the same thing can be done on several days; the day is in the description",
}
"""First word of a place -> why two things in it may have one name."""


def nodes(place: str, language: str) -> list[Node]:
    """Everything that is said in a place."""
    return list(STOPS[place]().see(language, 100).semantics().walk())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("place", a_third(2))
def test_every_place_can_be_followed_by_ear(place: str, language: str) -> None:
    """Names instead of numbers, headings in steps, figures with their unit, nothing twice in a row."""
    said = nodes(place, language)
    found = [*nameless(said), *twins(place, said), *steps(said), *bare(said), *echoes(said)]
    assert not found, "\n".join(found)


def nameless(said: list[Node]) -> list[str]:
    """Pictures without a description, and things to press whose name has no letter in it."""
    pictures = [f"a picture has no words: {node.id}" for node in said if node.role == "image" and not node.name]
    pressable = [node for node in said if "press" in node.actions and node.role != "option"]
    return pictures + [
        f"a {node.role} is called only {node.name!r}" for node in pressable if not any(map(str.isalpha, node.name))
    ]


def twins(place: str, said: list[Node]) -> list[str]:
    """Two things to press, or two choices of one group, with the same name."""
    groups = [[node for node in said if node.role in ("button", "item", "tab")]]
    groups += [node.children for node in said if node.role == "radio group"]
    return [
        f"{count} things are called {name!r}"
        for group in groups
        for name, count in Counter(node.name for node in group).items()
        if count > 1 and place.split(",")[0].split()[0] not in SAME_NAME
    ]


def steps(said: list[Node]) -> list[str]:
    """No heading at all, one that jumps over a level, or two of the highest."""
    levels = [node.level for node in said if node.role == "heading"]
    if not levels:
        return ["there is no heading"]
    jumps = [f"heading {b} follows {a}" for a, b in pairwise(levels) if b > a + 1]
    return [*jumps, *(["two headings of level 1"] if levels.count(1) != 1 else [])]


def bare(said: list[Node]) -> list[str]:
    """Texts that are only a figure: of what, nobody can hear."""
    texts = [node for node in said if node.role == "text" and not TIME.fullmatch(node.name)]
    return [f"a bare figure: {node.name!r}" for node in texts if not any(map(str.isalpha, node.name))]


def echoes(said: list[Node]) -> list[str]:
    """The same words in two neighbours, or a description that repeats the name."""
    quiet = ("hint", "hints", "dialog", "status", "page")
    near = [
        f"{b.role} says what {a.role} said before it: {b.name!r}"
        for a, b in pairwise(said)
        if a.name == b.name and a.role not in quiet and b.role not in quiet
    ]
    return near + [
        f"{node.role} says its name twice: {node.name!r}"
        for node in said
        if node.name and node.name in (node.description, node.value) and node.role != "radio group"
    ]
