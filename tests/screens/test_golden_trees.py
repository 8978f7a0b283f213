"""What a screen reader finds in every place, kept as text in English and French: no word changes unseen.

After a change that was meant: ``python -m tests.screens.test_golden_trees`` writes all of them anew, with names of
places only those. Read the difference before it is committed.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")  # also when run as a program, without pytest

from game import settings
from tests.screens.every_place import STOPS, Stop

LANGUAGES = ("en", "fr")
GOLDEN = Path(__file__).parent / "golden"
_HARD_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
"""Which of the two stands in a number differs between versions of Babel."""


def file_of(place: str, language: str) -> Path:
    """Where the words of a place lie."""
    return GOLDEN / language / f"{re.sub(r'[^a-z0-9]+', '-', place.lower()).strip('-')}.txt"


def words_of(stop: Stop, language: str) -> str:
    """The tree of a place as somebody finds it who comes there for the first time, and what is announced on arrival."""
    stop.app.announcements.clear()
    app = stop.see(language, 100)
    lines = [*app.as_text().splitlines(), *(f"announced: {text}" for text in app.announcements)]
    home = f"{settings.data_folder()}{os.sep}"
    return "\n".join(lines).replace(home, "HOME/").translate(_HARD_SPACES) + "\n"


@pytest.mark.gate
@pytest.mark.parametrize("place", STOPS)
def test_every_place_says_the_same_as_yesterday(place: str) -> None:
    """Roles, names, values, states, keys and their order are those of the golden text, in both languages."""
    changed: list[str] = []
    for language in LANGUAGES:
        file = file_of(place, language)
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        found = words_of(STOPS[place](), language)
        changed += unified_diff(kept.splitlines(), found.splitlines(), str(file.relative_to(GOLDEN)), "now", "", "", 2)
    command = f"python -m tests.screens.test_golden_trees {place!r}"
    assert not changed, "\n".join([f"{place} says other words. If they are meant: {command}", *changed])


def test_no_golden_text_is_left_behind() -> None:
    """Every file belongs to a place that there is."""
    wanted = {file_of(place, language) for place in STOPS for language in LANGUAGES}
    assert set(GOLDEN.rglob("*.txt")) == wanted
    assert len(wanted) == len(STOPS) * len(LANGUAGES)


def write(places: list[str]) -> None:
    """Write the golden texts of some places anew, and without names all of them."""
    os.environ["PERSUADABLE_HOME"] = tempfile.mkdtemp()
    if not places:
        for file in GOLDEN.rglob("*.txt"):
            file.unlink()
    for place in places or STOPS:
        for language in LANGUAGES:
            file = file_of(place, language)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(words_of(STOPS[place](), language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(sys.argv[1:])
