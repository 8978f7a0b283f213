"""What else could have happened: other weeks come one by one; nothing blocks, and leaving calls them off."""

from __future__ import annotations

import pytest

from game.players.elsewhere import Elsewhere, Searching
from game.players.worker import Run
from game.screens.debrief_story import told
from game.screens.other_weeks import reach
from game.screens.what_else import WhatElse
from tests.screens.debrief_fixtures import Table, table


def week(seed: int, margin: float) -> Run:
    """The end of one other week."""
    return Run(seed, margin > 0, margin, 58.0, -1.0, 0.5, 0.3)


class Stand:
    """Weeks that come when the test says so."""

    def __init__(self, wanted: int = 4) -> None:
        self.so_far = Elsewhere(wanted)
        self.stopped = False

    @property
    def over(self) -> bool:
        """All there, or called off."""
        return self.so_far.complete or self.stopped

    def come(self, *margins: float) -> None:
        """Some more weeks."""
        for margin in margins:
            self.so_far = self.so_far.joined(week(len(self.so_far.runs), margin))

    def stop(self) -> None:
        """Call off."""
        self.stopped = True

    def wait(self, seconds: float | None = None) -> Elsewhere:
        """Nothing to wait for."""
        del seconds
        return self.so_far


def opened(search: Stand, *, scale: float = 1.0) -> Table:
    """The chapter with weeks in our hand."""
    run = table("result", scale=scale)
    run.playing.memory.pop("else.runs", None)
    run.playing.go("else", search=search)
    run.pilot.advance(0.05, frames=1)
    return run


def test_weeks_are_drawn_as_they_come_and_counted() -> None:
    """Before the first one nothing is claimed; then odds, middle and band follow what is there."""
    search = Stand()
    run = opened(search)
    assert run.pilot.sees("0 of 4 weeks played")
    assert not run.pilot.sees("You won")
    search.come(2.0, -1.0)
    run.pilot.advance(0.1)
    assert run.pilot.sees("2 of 4 weeks played")
    assert run.pilot.sees("You won 1 of 2 weeks")
    search.come(3.0, 4.0)
    run.pilot.advance(0.1)
    assert run.pilot.sees("You won 3 of 4 weeks")
    assert run.pilot.sees("+2.5 points")
    assert run.pilot.sees("between −1.0 and +4.0")
    assert not run.pilot.screen.ticking
    assert any("You won 3 of 4" in said for said in run.pilot.app.announcements)


def test_the_week_that_happened_stands_among_them() -> None:
    """Its margin is told, in the drawing and in words."""
    search = Stand(2)
    run = opened(search)
    search.come(-40.0, 40.0)
    run.pilot.advance(0.1)
    margin = told(run.playing).outcome.margin
    figure = f"{abs(margin):.1f} points"
    assert run.pilot.sees(figure)
    assert run.pilot.sees("One of many, and no proof of anything.")
    assert run.pilot.sees("The week that happened")


def test_it_says_what_it_is() -> None:
    """A toy model, with studies that are disputed; H shows the constants and Esc comes back."""
    run = opened(Stand())
    for words in ("toy model", "mostly American", "disputed", "ranges are shown", "evenings on the phone are left out"):
        assert run.pilot.sees(words), words
    run.pilot.press("H")
    assert run.place == "HowSure"
    run.pilot.press("Esc")
    assert run.place == "WhatElse"
    assert run.pilot.app.conflicts() == []


def test_leaving_calls_off_what_is_not_played() -> None:
    """Turning the page stops the search; coming back begins another one, unless all weeks were there."""
    search = Stand()
    run = opened(search)
    search.come(1.0)
    run.pilot.press("Right")
    assert search.stopped
    whole = Stand(1)
    run.playing.go("else", search=whole)
    whole.come(5.0)
    run.pilot.advance(0.1)
    run.pilot.press("Right", "Left")
    screen = run.pilot.screen
    assert isinstance(screen, WhatElse)
    assert screen.search is None
    assert run.pilot.sees("You won 1 of 1 week.")


def test_turning_past_the_page_starts_nothing() -> None:
    """The weeks are played for somebody who looks; a page that is only passed begins no work."""
    run = table("result")
    run.playing.memory.pop("else.runs", None)
    run.playing.go("else")
    screen = run.pilot.screen
    assert isinstance(screen, WhatElse)
    run.pilot.advance(0.2)
    assert screen.search is None
    assert run.pilot.sees("0 of 200 weeks played")


def test_frames_go_on_while_weeks_are_played() -> None:
    """The page neither waits nor recomposes while nothing has come."""
    search = Stand()
    run = opened(search)
    screen = run.pilot.screen
    assert screen.tick(run.pilot.time) is False
    search.come(1.0)
    assert screen.tick(run.pilot.time) is True
    assert screen.tick(run.pilot.time) is False
    run.pilot.app.refresh()
    assert run.pilot.sees("1 of 4 weeks played")


def test_the_real_search_plays_the_own_commands() -> None:
    """A handful of small weeks in a thread of this process: as many as wanted, not all alike."""
    run = table("result")
    search = Searching(told(run.playing).story, runs=4, voters=400, workers=0)
    run.playing.memory.pop("else.runs", None)
    run.playing.go("else", search=search)
    screen = run.pilot.screen
    assert isinstance(screen, WhatElse)
    screen.settle()
    assert run.pilot.sees("4 of 4 weeks played")
    assert screen.found is not None
    assert len({one.margin for one in screen.found.runs}) > 1


@pytest.mark.parametrize(("margins", "mine", "far"), [([], 0.0, 10.0), ([9.0], -3.0, 10.0), ([-21.0], 1.0, 22.0)])
def test_the_axis_holds_everything(margins: list[float], mine: float, far: float) -> None:
    """The axis is as long to both sides, in even points, and never so short that a point looks like a landslide."""
    assert reach(margins, mine) == far


def test_large_text_puts_one_below_the_other() -> None:
    """At 150 % everything is there and nothing claims a key twice."""
    search = Stand(1)
    run = opened(search, scale=1.5)
    search.come(1.0)
    run.pilot.advance(0.1)
    assert run.pilot.sees("You won 1 of 1 week.")
    assert run.pilot.sees("toy model")
    assert run.pilot.app.conflicts() == []
