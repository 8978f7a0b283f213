"""Every place of the game, in a language a third longer than English and in one from right to left: nothing is cut."""

from __future__ import annotations

import pytest

from tests.screens.every_place import STOPS
from tests.ui.audit import faults

ALLOWED: dict[str, str] = {
    "canvas:": "names drawn into pictures (on the map, beside a dot of the front page) may stand in the margin",
}
"""Part of a fault -> why it may stay."""


@pytest.mark.gate
@pytest.mark.parametrize("place", STOPS)
def test_no_text_is_cut_and_none_stands_on_another(place: str) -> None:
    """English, 35 % longer at 100 and 150 %, and right to left: every text has its room."""
    stop = STOPS[place]()
    found = [
        f"{place} in {language} at {size} %: {fault}"
        for language, size in (("en", 100), ("en-XA", 100), ("en-XA", 150), ("ar-XB", 100))
        for fault in faults(stop.see(language, size))
        if not any(part in fault and "overlaps" not in fault for part in ALLOWED)
    ]
    assert not found, "\n".join(found)
