"""The living electorate as the campaign estimates it: map, stance swarm, segment view, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.campaign.view import DotsView, SegmentView
from game.i18n import _, number
from game.screens.district_table import district_table
from game.screens.dot_words import districts, dot_text, in_words
from game.screens.map_drawing import paint_ground, paint_names
from game.screens.playing import Playing
from game.screens.swarm import growth, segment_swarms, swarm
from game.screens.town_map import FIELD, Points, map_positions, stance_class
from game.ui import Canvas, Column, Dots, Painter, Rect, Row, Spacer, Stack, Text, Widget
from game.ui.dot_mark import DotMark
from game.ui.dot_sprites import GUESSED, KNOWN, UNKNOWN
from game.ui.dots import aim
from game.ui.flights import SORTING

View = Literal["map", "stance", "segment", "words"]
ID = "electorate"
DOT = 3.4
"""Radius of a dot where there are 2,000: on the map they stand further apart than in the swarm of the night, and need not change on their way."""
_SWARM = (0.0, 84.0, 800.0, 430.0)
"""Where the swarm lies in the field: x, y, width, height."""
_GAP = 44.0
_TOP = 100.0


CROWDED = 4.5
"""Radius of the ring under a member where so many have one that usual rings would lie on each other."""


@dataclass(frozen=True, eq=False)
class _Arrangement:
    """Where the dots stand in a view, and what has to be the same for them to stay there."""

    of: tuple[object, ...]
    dots: DotsView
    places: Points
    undecided: tuple[float, float] = (0.0, 0.0)
    divide: float = 0.0


class Electorate:
    """The picture on the audience desk: its view, the dot that is pinned, and how dots come from one view to the next."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.view: View = "map"
        self.pinned = -1
        self._now: _Arrangement | None = None
        self._from: Points | None = None
        self._known: dict[tuple[object, ...], _Arrangement] = {}

    def pin(self, index: int) -> None:
        """Hold the note on a dot; a second time lets go of it."""
        self.pinned = -1 if index == self.pinned else index

    def let_go(self) -> None:
        """Take the note away."""
        self.pinned = -1

    def visit(self, district: int) -> None:
        """Show a district on the map, with the lens in its middle; -1 is the whole town."""
        self.view = "map"
        app, dots = self.playing.app, self.playing.session.dots_view()
        places = self._map(dots)
        here = np.flatnonzero(dots.district == district) if district >= 0 else np.arange(len(places))
        middle = places[here].mean(axis=0)
        aim(app.env, ID, int(here[int(np.argmin(((places[here] - middle) ** 2).sum(axis=1)))]))
        app.focus(ID)

    def widget(self, segment: SegmentView, *, large: bool) -> Widget:
        """The dots in the present view; members of the segment are ringed, the others dimmed."""
        dots, texts = self.playing.session.dots_view(), self.playing.texts
        members = segment.members if segment.criteria else None
        if self.view == "words":
            rows = districts(dots, texts, members)
            return district_table(rows, dots.voters_per_dot, self.visit, large=large, audience=members is not None)
        shown = self._arrange(dots, segment)
        classes = stance_class(dots.stance)
        places = Dots(
            shown.places if self._from is None else self._from,
            classes,
            standing=dots.standing,
            to=shown.places,
            t=lambda: self.playing.app.progress("sorting"),
            focus=members,
            ringed=members,
            label=_("The voters of {town} as your campaign estimates them").format(town=texts.head.town),
            description=in_words(dots, texts),
            tell=lambda index: dot_text(self.playing, index),
            on_pick=self.pin,
            pinned=self.pinned,
            over=self._names if self.view == "map" else None,
            ground="raised",
            radius=DOT * growth(len(classes)),
            ring=CROWDED
            if members is not None and members.mean() > 0.3 and len(classes) > 1200 and self.view != "segment"
            else 0.0,
            width=FIELD[0],
            height=FIELD[1],
            id=ID,
        )
        ground = Canvas(
            lambda painter, area: self._ground(painter, area, segment), label="", width=FIELD[0], height=FIELD[1]
        )
        key = None if large else Column(Spacer(height=578), Row(Spacer(width=8), dot_legend()))
        return Stack(ground, key, places, mirror=False)

    def _arrange(self, dots: DotsView, segment: SegmentView) -> _Arrangement:
        """Where the dots stand now; when that changes, they set out from where they were."""
        of: tuple[object, ...] = (self.view, id(dots), self.playing.app.prefs.text_scale, self.playing.texts.head.town)
        if self.view == "segment":
            of = (*of, segment.members.tobytes())
        if self._now is not None and self._now.of == of:
            return self._now
        before, self._now = self._now, self._known.get(of) or self._arranged(of, dots, segment)
        self._known = {**dict(list(self._known.items())[-5:]), of: self._now}
        if before is not None and len(before.places) == len(self._now.places):
            self._from = self._between(before)
            self.playing.app.animate("sorting", SORTING, "linear")
        else:
            self._from = None
        return self._now

    def _between(self, before: _Arrangement) -> Points:
        """Where the dots are just now, perhaps still on their way to where they stood before."""
        if self._from is None:
            return before.places
        way = Dots(self._from, np.zeros(len(self._from)), to=before.places, t=self.playing.app.progress("sorting"))
        return way.state()[0]

    def _arranged(self, of: tuple[object, ...], dots: DotsView, segment: SegmentView) -> _Arrangement:
        x, y, width, height = _SWARM
        if self.view == "map":
            return _Arrangement(of, dots, self._map(dots))
        if self.view == "segment" and segment.criteria:
            places, divide = segment_swarms(
                dots.stance, segment.members, width=width, height=FIELD[1] - _TOP - 70, gap=_GAP
            )
            return _Arrangement(of, dots, places + np.array((x, _TOP), np.float32), divide=_TOP + divide)
        found = swarm(dots.stance, width=width, height=height)
        return _Arrangement(of, dots, found.places + np.array((x, y), np.float32), undecided=found.undecided)

    def _map(self, dots: DotsView) -> Points:
        return map_positions(self.playing.texts.town, dots.district, self.playing.app.prefs.text_scale)

    # -- what is drawn besides dots

    def _names(self, painter: Painter, area: Rect) -> None:
        paint_names(painter, area, self.playing.texts)

    def _ground(self, painter: Painter, area: Rect, segment: SegmentView) -> None:
        if self.view == "map":
            paint_ground(painter, area, self.playing.texts)
            return
        middle = sum(self._now.undecided) / 2 / area.w if self._now is not None and self._now.undecided[1] else 0.5
        paint_axis(painter, Rect(area.x, area.bottom - 74, area.w, 44), middle)
        if self.view != "segment":
            return
        if not segment.criteria:
            painter.text(area.x, area.y + 76, _("Everyone is in."), "strong", "text")
            return
        divide = area.y + (self._now.divide if self._now is not None else 0.0)
        inside = _("In this audience: {n}").format(n=number(segment.size))
        painter.text(area.x, area.y + 76, inside, "strong", "text")
        painter.text(area.x, divide + _GAP / 2 - 12, _("Everybody else"), "strong", "text2")


def paint_axis(painter: Painter, area: Rect, middle: float = 0.5) -> None:
    """The scale of stances under a swarm; the undecided stand around ``middle``, a share of its width."""
    y, right, centre = area.y, area.x + area.w, area.x + area.w * middle
    painter.stroke([(area.x, y + 8), (area.x, y), (right, y), (right, y + 8)], "ctl", 2)
    painter.line(centre, y, centre, y + 8, "ctl", 2)
    painter.text(area.x, y + 12, _("certain: against"), "strong", "against")
    painter.text(centre, y + 12, _("undecided"), "strong", "undecided", align="center")
    painter.text(right, y + 12, _("certain: for"), "strong", "for", align="right")


def dot_legend(ground: str = "page", *, stacked: bool = False) -> Widget:
    """How known, guessed and unknown dots look, beside or under each other."""
    names = ((KNOWN, _("known")), (GUESSED, _("guessed")), (UNKNOWN, _("unknown")))
    told = _("Whole dots are known, dots cut in two are guessed, small and faint dots are unknown.")
    rows = (
        Row(
            DotMark(standing, size=18, ground=ground, label=told if standing == KNOWN else ""),
            Text(name, "small", color="text2", hidden=True),
            gap=6,
            align="center",
        )
        for standing, name in names
    )
    return Column(*rows, gap=0) if stacked else Row(*rows, gap=16, wrap=True)
