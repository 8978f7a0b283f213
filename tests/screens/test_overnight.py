"""The night: scrubbing, only movers, the list that says the same, and a still picture where nothing may move."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.commands import EndDay
from game.screens.night_words import HOURS, by_district, crossing, crossings, hours, milestones, time_of, ways
from game.screens.overnight import SECONDS, Overnight
from game.screens.town_map import stance_class
from game.ui import Dots, Prefs
from game.ui.timeline import Timeline
from tests.screens.act_one import Table, table, tram_vote
from tests.ui.whole_and_part import differences


def _night(motion: str = "full", **kind: object) -> tuple[Table, Overnight]:
    at = table("overnight", before=(EndDay(),), **kind)  # type: ignore[arg-type]  # because tests pass what table takes
    at.pilot.app.set_prefs(Prefs(motion=motion))  # type: ignore[arg-type]  # because tests pass plain strings
    at.playing.go("overnight")
    at.pilot.advance(0.0)
    screen = at.pilot.app.screen
    assert isinstance(screen, Overnight)
    return at, screen


def _picture(at: Table) -> Dots:
    at.pilot.app.ensure()
    return next(widget for widget in at.pilot.app.root.walk() if isinstance(widget, Dots))


def test_the_arrows_scrub_the_night_both_ways() -> None:
    """Half an hour a step, forwards and back, with time and event announced; the night waits where it was put."""
    at, screen = _night()
    for _step in range(4):
        at.pilot.press("Right")
    assert screen.at == pytest.approx(4 / 16)
    assert at.pilot.app.announcements[-1].startswith("00:00")
    at.pilot.advance(2.0)
    assert screen.at == pytest.approx(4 / 16)
    at.pilot.press("Left")
    assert screen.at == pytest.approx(3 / 16)
    assert at.pilot.sees("23:30")


def test_the_timeline_is_dragged_and_names_what_happened() -> None:
    """The pointer goes anywhere in the night; the tree tells the time and the last event with it."""
    at, screen = _night()
    line = next(widget for widget in at.pilot.app.root.walk() if isinstance(widget, Timeline))
    left, right, y = line.x_of(0), line.x_of(1), line.rect.y + 30
    at.pilot.drag(left, y, (left + right) / 2, y)
    assert screen.at == pytest.approx(0.5, abs=0.01)
    node = at.pilot.tree().find("The night")
    assert node is not None
    assert node.value.startswith("02:00")
    passed = [name for moment, name in milestones(screen.night) if moment <= 0.5]
    assert not passed or passed[-1] in node.value


def test_space_pauses_and_the_night_takes_eight_seconds() -> None:
    """An hour is a second; paused it stands; Enter goes on to the morning whatever the time."""
    at, screen = _night()
    at.pilot.advance(1.0)
    assert screen.at == pytest.approx(1 / SECONDS, abs=0.03)
    at.pilot.press("Space")
    at.pilot.advance(3.0)
    assert screen.at == pytest.approx(1 / SECONDS, abs=0.03)
    at.pilot.press("Space")
    at.pilot.advance(SECONDS + 1, frames=20)
    assert screen.at == 1
    assert at.pilot.sees("To the morning")


def test_the_clock_runs_without_composing_the_page_anew() -> None:
    """While the night goes by nothing is composed: the clock and the dots tell the time themselves."""
    at, _screen = _night()
    generation = at.pilot.app.env.generation
    at.pilot.advance(2.0, frames=10)
    assert at.pilot.app.env.generation == generation
    assert at.pilot.sees("00:00")


@pytest.mark.gate
def test_the_night_painted_frame_by_frame_looks_as_painted_at_once() -> None:
    """Dots in flight, growing bows, playhead and clock: in parts or whole, the page is the same."""
    at, _screen = _night("full", voters=2000)
    for _moment in range(7):
        at.pilot.advance(1.3)
        assert differences(at.pilot.app, at.pilot.surface) == ""


def test_o_dims_all_who_stayed() -> None:
    """Only those who moved keep their colour; a second O brings everybody back."""
    at, screen = _night("none")
    assert _picture(at).focus is None
    at.pilot.press("O")
    focus = _picture(at).focus
    assert focus is not None
    assert (focus == screen.movers).all()
    at.pilot.press("O")
    assert _picture(at).focus is None


def test_movers_are_ringed_and_bowed_and_nobody_else_moves() -> None:
    """The picture moves exactly those who changed their group: up towards for, down towards against."""
    at, screen = _night()
    picture = _picture(at)
    changed = stance_class(screen.night.before) != stance_class(screen.night.after)
    assert set(picture.movers.tolist()) == set(np.flatnonzero(changed).tolist())
    assert picture.arcs is not None
    assert (picture.arcs == ways(screen.night)).all()


def test_the_lens_tells_who_moved_and_when() -> None:
    """A mover's note says from where to where and at what time, another's that it stayed; Esc lets go of a held note."""
    at, screen = _night("none")
    mover, other = int(np.flatnonzero(screen.movers)[0]), int(np.flatnonzero(~screen.movers)[0])
    assert f"at about {time_of(float(crossing(screen.night)[mover]))}" in screen.tell(mover)
    assert "Did not change sides." in screen.tell(other)
    at.pilot.app.focus("swarm")
    at.pilot.press("Enter")
    assert screen.pinned >= 0
    at.pilot.press("Esc")
    assert screen.pinned == -1
    assert at.place == "Overnight"


def test_the_list_counts_what_the_picture_shows() -> None:
    """Hours together, districts together and ways together each hold every mover once, and no mark is lost."""
    at, screen = _night("none", voters=2000)
    night, dots = screen.night, at.playing.session.dots_view()
    movers = int((ways(night) != 0).sum())
    marks = milestones(night)
    told = hours(night, marks)
    assert sum(hour.moves.toward_for + hour.moves.toward_against for hour in told) == movers
    assert [mark for hour in told for mark in hour.happened] == list(marks)
    places = by_district(night, dots, len(tram_vote().town.districts))
    assert sum(moves.toward_for + moves.toward_against for moves in places) == movers
    assert sum(dots_ for _old, _new, dots_ in crossings(night)) == movers
    toward = sum(moves.toward_for for moves in places)
    assert toward == int((ways(night) > 0).sum())


def test_at_every_hour_the_picture_shows_who_has_moved_by_then() -> None:
    """Scrubbed to a full hour, the dots that have their new stance are those that the list has counted so far."""
    at, screen = _night("full", voters=2000)
    told = hours(screen.night, ())
    for hour in range(HOURS + 1):
        screen.at = hour / HOURS
        shown = _picture(at).state()[1]
        changed = int((shown != stance_class(screen.night.before)).sum())
        assert changed == sum(one.moves.toward_for + one.moves.toward_against for one in told[:hour])


def test_w_shows_the_night_as_a_list_with_headings() -> None:
    """Why, hour by hour, district by district: each under a heading, each row one sentence; W leads back."""
    at, _screen = _night("none")
    at.pilot.press("W")
    tree = at.pilot.tree()
    headings = [node.name for node in tree.walk() if node.role == "heading"]
    assert {"Who moved, and why", "Hour by hour", "District by district"} <= set(headings)
    rows = [node for node in tree.walk() if node.role == "item"]
    assert len(rows) == HOURS + len(tram_vote().town.districts)
    assert all("Moved:" in row.description or "Nobody" in row.description for row in rows)
    assert at.pilot.app.conflicts() == []
    at.pilot.press("W")
    assert at.pilot.sees("The town sorted by stance")


@pytest.mark.parametrize("motion", ["gentle", "none"])
def test_a_still_picture_with_bows_where_nothing_may_travel(motion: str) -> None:
    """The morning's picture is there at once; scrubbed, every dot stands at one of its two places."""
    at, screen = _night(motion)
    assert screen.at == 1
    assert not screen.ticking
    picture = _picture(at)
    assert (picture.state()[0] == picture.to).all()
    at.pilot.png()
    assert at.pilot.app.env.drawn["ways:swarm"][1].surface.get_bounding_rect().w > 0
    at.pilot.press("Left", "Left", "Left", "Left", "Left", "Left")
    places = _picture(at).state()[0]
    here, there = (places == picture.xy).all(axis=1), (places == picture.to).all(axis=1)
    assert (here | there).all()
    assert (here & ~there).any()
    assert (there & ~here).any()
