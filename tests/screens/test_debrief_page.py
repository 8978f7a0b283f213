"""Turning the pages of the debrief."""

from __future__ import annotations

import pytest

from game.screens.debrief_page import CHAPTERS, chapter_name
from tests.screens.debrief_fixtures import table


def test_right_and_left_go_through_all_chapters_and_stop_at_the_ends() -> None:
    """The arrows visit every chapter in order and back; before the first and after the last nothing happens."""
    run = table("result")
    seen = [run.place]
    for _chapter in range(len(CHAPTERS)):
        run.pilot.press("Right")
        seen.append(run.place)
    assert len(set(seen)) == len(CHAPTERS)
    assert seen[-1] == seen[-2] == "Talk"
    for _chapter in range(len(CHAPTERS) + 1):
        run.pilot.press("Left")
    assert run.place == "Result"


def test_a_chapter_opens_by_its_name_in_the_pager() -> None:
    """The pager is for the mouse; what was opened counts as read."""
    run = table("result")
    run.pilot.click_text("Techniques")
    assert run.place == "Techniques"
    assert run.playing.memory["debrief.read"] == {"result", "techniques"}


@pytest.mark.parametrize("chapter", CHAPTERS)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_key_means_two_things_and_the_chapters_stay_named(chapter: str, scale: float) -> None:
    """At every text size: every chapter can be opened from every other one, and no key is claimed twice."""
    run = table(chapter, scale=scale)
    assert run.pilot.app.conflicts() == []
    for other in CHAPTERS:
        assert run.pilot.sees(chapter_name(other))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_is_drawn_where_nothing_was_done(chapter: str) -> None:
    """A campaign that slept and a voter without a campaign post are drawn as well."""
    run = table(chapter, style="quiet", persona="malo", ballot="stay-home")
    assert len(run.pilot.png()) > 10_000


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_esc_opens_the_menu(chapter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Esc means the same on every chapter."""
    run = table(chapter)
    gone: list[str] = []
    monkeypatch.setattr(run.playing, "over", gone.append)
    run.pilot.press("Esc")
    assert gone == ["pause"]
