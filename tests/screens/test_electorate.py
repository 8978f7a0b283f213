"""The living electorate on the audience desk: views, lens, note, and the table that says the same."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.commands import Criterion, SaveSegment
from game.i18n import number, percent
from game.screens.audience_desk import AudienceDesk
from game.screens.dot_words import STANCES, STANDINGS, districts
from game.screens.town_map import stance_class
from game.ui import Dots, Prefs
from tests.screens.act_one import Table, table, tram_vote
from tests.ui.whole_and_part import differences

YOUNG = SaveSegment((Criterion("age", "under-30"),))


def _picture(at: Table) -> Dots:
    at.pilot.app.ensure()
    return next(widget for widget in at.pilot.app.root.walk() if isinstance(widget, Dots))


def _desk(at: Table) -> AudienceDesk:
    screen = at.pilot.app.screen
    assert isinstance(screen, AudienceDesk)
    return screen


def test_tab_reaches_the_picture_and_arrows_travel_through_it() -> None:
    """The picture is one stop; in it each arrow goes to another dot, and its note is told at once."""
    at = table("audience")
    for _step in range(30):
        if at.pilot.focused_id() == "electorate":
            break
        at.pilot.press("Tab")
    assert at.pilot.focused_id() == "electorate"
    told = {_picture(at).value_text()}
    for key in ("Right", "Right", "Down", "Left", "Up", "Up"):
        at.pilot.press(key)
        told.add(_picture(at).value_text())
    assert len(told) >= 5
    assert all("Known:" in note and "Leaning:" in note for note in told)
    assert at.pilot.sees("Look at another dot")


def test_every_dot_can_be_reached_by_arrows() -> None:
    """From anywhere on the map the four arrows lead, step by step, to nearly everywhere: nobody is out of reach."""
    at = table("audience")
    at.pilot.app.focus("electorate")
    picture = _picture(at)
    seen, todo = {picture._lens()}, [picture._lens()]  # because the lens is told in words only
    while todo:
        here = todo.pop()
        for key in ("Left", "Right", "Up", "Down"):
            picture.env.kept["lens:electorate"] = here
            picture.on_key(key)
            there = picture._lens()  # as above
            if there not in seen:
                seen.add(there)
                todo.append(there)
    assert len(seen) == len(picture.xy)


def test_enter_holds_the_note_and_esc_lets_go_before_it_opens_the_menu() -> None:
    """A note that is held stays when the focus goes on; Esc takes it away, and only then means the menu."""
    at = table("audience")
    at.pilot.app.focus("electorate")
    at.pilot.press("Enter")
    held = _desk(at).picture.pinned
    assert held >= 0
    assert at.pilot.app.conflicts() == []
    at.pilot.press("Tab")
    assert _picture(at).pinned == held
    assert at.pilot.sees("Let go")
    at.pilot.press("Esc")
    assert _desk(at).picture.pinned == -1
    assert at.place == "AudienceDesk"
    at.pilot.press("Esc")
    assert at.place == "Pause"


def test_a_click_holds_the_note_on_a_dot_too() -> None:
    """The mouse does what the keys do; a second click on the same dot lets go."""
    at = table("audience")
    picture = _picture(at)
    x, y = picture.place_of(7)
    at.pilot.click(x, y)
    assert _desk(at).picture.pinned == 7
    at.pilot.click(x, y)
    assert _desk(at).picture.pinned == -1


@pytest.mark.parametrize(("key", "other"), [("S", "M"), ("G", "S")])
def test_dots_travel_from_view_to_view(key: str, other: str) -> None:
    """A change of the view sets all dots on their way; after a good second they stand, and on the way back they start there."""
    at = table("audience", before=(YOUNG,))
    at.pilot.app.set_prefs(Prefs(motion="full"))
    map_ = _picture(at).state()[0]
    at.pilot.press(key)
    at.pilot.advance(0.5)
    between = _picture(at)
    assert between.live
    at.pilot.advance(1.0)
    there = _picture(at).state()[0]
    assert not _picture(at).live
    assert (there != map_).any(axis=1).mean() > 0.9
    at.pilot.press(other)
    assert (_picture(at).xy == there).all()


@pytest.mark.gate
@pytest.mark.parametrize("keys", ["S", "G", "SM"])
def test_a_sort_painted_frame_by_frame_looks_as_painted_at_once(keys: str) -> None:
    """Only what moves is painted again, and still the page is at every moment what painting all of it would give."""
    at = table("audience", before=(YOUNG,), voters=2000)
    at.pilot.app.set_prefs(Prefs(motion="full"))
    at.pilot.advance(0.0)
    for key in keys:
        at.pilot.press(key)
        for _moment in range(4):
            at.pilot.advance(0.31)
            assert differences(at.pilot.app, at.pilot.surface) == ""


def test_where_motion_is_reduced_dots_jump() -> None:
    """Gentle or none: the new view is there at once, as a still picture."""
    for motion in ("gentle", "none"):
        at = table("audience")
        at.pilot.app.set_prefs(Prefs(motion=motion))
        at.pilot.press("S")
        picture = _picture(at)
        assert not picture.live
        assert (picture.state()[0] == picture.to).all()


def test_the_table_says_what_the_dots_show() -> None:
    """Counts of districts add up to the town's, and to those of the dots: stances, how they are known, members."""
    at = table("audience", before=(YOUNG,), nights=2)
    dots = at.playing.session.dots_view()
    members = at.playing.session.segment_preview(YOUNG.criteria).members
    *each, town = districts(dots, tram_vote(), members)
    classes = stance_class(dots.stance)
    assert town.dots == len(dots.voter) == sum(row.dots for row in each)
    assert town.stances == tuple(int((classes == kind).sum()) for kind in STANCES)
    assert town.standings == tuple(int((dots.standing == kind).sum()) for kind in STANDINGS)
    assert town.inside == int(members.sum()) == sum(row.inside for row in each)
    for column in range(3):
        assert sum(row.stances[column] for row in each) == town.stances[column]
        assert sum(row.standings[column] for row in each) == town.standings[column]
    for row in each:
        here = dots.district == row.index
        assert row.stances == tuple(int((classes[here] == kind).sum()) for kind in STANCES)
        assert sum(row.stances) == sum(row.standings) == row.dots


def test_the_table_is_read_row_by_row() -> None:
    """W opens it under a heading; each district is one thing with one sentence that holds its figures."""
    at = table("audience", before=(YOUNG,), nights=1)
    at.pilot.press("W")
    tree = at.pilot.tree()
    heading = tree.find("District by district")
    assert heading is not None
    assert heading.role == "heading"
    dots = at.playing.session.dots_view()
    for row in districts(dots, tram_vote()):
        node = tree.find(f"{row.name}: {number(row.dots * dots.voters_per_dot)} voters")
        assert node is not None
        assert node.role == "item"
        for share in (*row.shares(row.stances), *row.shares(row.standings)):
            assert percent(share) in node.description


def test_a_row_of_the_table_leads_to_its_district_on_the_map() -> None:
    """Enter on a district shows the map with the lens on somebody who lives there."""
    at = table("audience")
    at.pilot.press("W")
    wanted = next(index for index, district in enumerate(tram_vote().town.districts) if district.id == "campus")
    at.pilot.app.focus(f"district-{wanted}")
    at.pilot.press("Enter")
    assert at.pilot.focused_id() == "electorate"
    assert _desk(at).picture.view == "map"
    dots = at.playing.session.dots_view()
    lens = at.pilot.app.env.kept["lens:electorate"]
    assert dots.district[lens] == wanted


def test_the_legend_tells_known_from_guessed_in_every_view() -> None:
    """In each picture stands what whole, split and small dots mean; the table has a column for each."""
    at = table("audience")
    for key in "MSG":
        at.pilot.press(key)
        assert at.pilot.sees("Whole dots are known")
    at.pilot.press("W")
    assert at.pilot.sees("unknown")


def test_the_desk_shows_the_estimate_and_never_the_truth() -> None:
    """Stances on the desk are those that the campaign believes, which differ from what voters think."""
    at = table("audience", nights=1)
    dots = at.playing.session.dots_view()
    truth = at.playing.session.campaign.mind.x[dots.voter]
    shown = _picture(at).to_stance
    assert (shown == stance_class(dots.stance)).all()
    assert not np.allclose(dots.stance, truth)
