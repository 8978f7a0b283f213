"""Every place of the game, in long languages, from right to left, in every size of text: nothing is cut."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.screens.every_place import STOPS, Stop, a_third
from tests.ui.audit import faults

ALLOWED: dict[str, str] = {
    "canvas:": "names drawn into pictures (on the map, beside a dot of the front page) may stand in the margin",
}
"""Part of a fault -> why it may stay."""
SIZES = (*(("en", size) for size in (115, 130, 200)), *(("fr", size) for size in (115, 130, 150, 200)))
LOOKS: tuple[dict[str, object], ...] = (
    {"contrast": "high"},
    {"wide_spacing": True},
    {"contrast": "high", "wide_spacing": True, "colours": "shapes"},
)
"""What else may change how much room a text needs."""


@pytest.mark.gate
@pytest.mark.parametrize("place", STOPS)
def test_no_text_is_cut_and_none_stands_on_another(place: str) -> None:
    """English, 35 % longer at 100 and 150 %, and right to left: every text has its room."""
    stop = STOPS[place]()
    found = _faults(stop, (("en", 100), ("en-XA", 100), ("en-XA", 150), ("ar-XB", 100)))
    assert not found, f"{place}\n" + "\n".join(found)


@pytest.mark.parametrize("place", a_third(0))
def test_pages_flow_in_every_size_of_text(place: str) -> None:
    """In English and French up to 200 %: nothing clipped, nothing overlaps, windows show two lines."""
    found = _faults(STOPS[place](), SIZES)
    assert not found, f"{place}\n" + "\n".join(found)


@pytest.mark.parametrize("place", a_third(1))
def test_pages_flow_with_high_contrast_and_wide_letters(place: str) -> None:
    """At 150 % in French: with high contrast, with wide letter spacing, and with all of it and shapes only."""
    stop = STOPS[place]()
    found = [fault for look in LOOKS for fault in _faults(stop, (("fr", 150),), **look)]
    assert not found, f"{place}\n" + "\n".join(found)


def _faults(stop: Stop, views: Iterable[tuple[str, int]], **more: object) -> list[str]:
    """What is wrong with the texts of a place in some languages and sizes."""
    with_what = ", ".join(map(str, more.values()))
    return [
        f"in {language} at {size} % {with_what}: {fault}"
        for language, size in views
        for fault in faults(stop.see(language, size, **more))
        if not any(part in fault and "overlaps" not in fault for part in ALLOWED)
    ]
