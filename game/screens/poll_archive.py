"""Every poll of the campaign under each other, on one axis, so that nobody takes the noise for a trend."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.campaign.view import CampaignView, Poll
from game.i18n import _, interval, labelled, listing, number, percent, points, weekday
from game.screens.headline import gap_in_points
from game.screens.playing import Playing
from game.screens.poll_chart import STANCES, ends, paint_range, stance_word, trusted
from game.screens.shares import of_poll
from game.session.setup import first_weekday
from game.ui import (
    Binding,
    Canvas,
    Column,
    Frame,
    HintBar,
    Painter,
    Place,
    Rect,
    Row,
    Rule,
    Screen,
    Spacer,
    StanceMark,
    Text,
    Widget,
)

_DAY, _GAP = 170.0, 200.0
"""Width of the first and of the last column at 100 % text."""


class PollArchive(Screen):
    """A page over the war room; Esc or P goes back."""

    mood = "war"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing

    def title(self) -> str:
        """Name of the page."""
        return _("Poll archive")

    def bindings(self) -> list[Binding]:
        """Back again."""
        return [
            Binding("P", "", self.app.back, hint=False),
            Binding("R", _("Read aloud"), self.read_aloud),
            Binding("Esc", _("Back"), self.app.back),
        ]

    def read_aloud(self) -> None:
        """Read the page aloud."""
        self.app.read_aloud()

    def compose(self) -> Widget:
        """A row per poll, newest first."""
        view = self.playing.campaign
        scale = self.app.prefs.text_scale
        limits = [end for poll in view.polls for figure in poll.shares.values() for end in ends(figure)]
        low, high = math.floor(min(limits) * 10) / 10, math.ceil(max(limits) * 10) / 10
        rows: list[Widget] = []
        for poll in reversed(view.polls):
            rows += [Rule(), self._row(poll, view, (low, high), scale)]
        axis = Canvas(lambda painter, area: _axis(painter, area, (low, high)), height=24 * scale, grow=1, mirror=False)
        page = Column(
            Text(_("Every poll so far"), "h1", role="heading"),
            Text(self._moral(view), "lead", color="text2"),
            self._legend(),
            *rows,
            Row(Spacer(width=_DAY * scale), axis, Spacer(width=_GAP * scale), gap=24),
            Spacer(size=12),
            Row(Spacer(width=_DAY * scale), Text(trusted(view.poll), "label", color="text2", grow=1), gap=24),
            gap=8,
            pad=(24, 24, 8, 24),
        )
        return Frame(Place(40, 0, 1200, 672, page), Place(0, 672, 1280, 48, HintBar()))

    def _legend(self) -> Widget:
        marks = [Row(StanceMark(each, 16), Text(stance_word(each), "label"), gap=8, align="center") for each in STANCES]
        return Row(*marks, gap=24, pad=(4, 0), aloud="")

    def _moral(self, view: CampaignView) -> str:
        if len(view.polls) == 1:
            return _("One poll is a photograph. Tomorrow there will be two.")
        newest, before = (gap_in_points(poll, view.side) for poll in (view.polls[-1], view.polls[-2]))
        if abs(newest[0] - before[0]) < math.hypot(newest[1], before[1]):
            return _("From one night to the next the gap moved by less than the polls can see.")
        return _("The last step is larger than chance alone makes likely.")

    def _row(self, poll: Poll, view: CampaignView, limits: tuple[float, float], scale: float) -> Widget:
        gap, margin = gap_in_points(poll, view.side)
        shares = of_poll(poll)
        sides = [
            _("{stance} {share}").format(stance=stance_word(stance), share=interval(shares[stance], figure.margin))
            for stance, figure in poll.shares.items()
        ]
        chart = Canvas(
            lambda painter, area: _paint(painter, area, poll, limits, scale),
            label=listing(sides),
            height=64 * scale,
            grow=1,
            mirror=False,
        )
        asked = _("{count} asked").format(count=number(poll.asked))
        ahead = _("points, us before them")
        gap_words = _("{gap} ± {margin}").format(gap=points(gap, 0), margin=number(margin))
        return Row(
            Column(
                Text(self._day(poll, view), "strong"),
                Text(asked, "label", color="text2"),
                width=_DAY * scale,
                aloud=labelled(self._day(poll, view), asked),
            ),
            chart,
            Column(
                Text(gap_words, "number", align="right"),
                Text(ahead, "small", color="text2", align="right"),
                width=_GAP * scale,
                aloud=f"{gap_words} {ahead}",
            ),
            gap=24,
            align="center",
        )

    def _day(self, poll: Poll, view: CampaignView) -> str:
        if poll.day == 0:
            return _("Before the start")
        first = first_weekday(self.playing.texts, view.days)
        return _("Night to {weekday}").format(weekday=weekday(first + poll.day))


def _spread(area: Rect, limits: tuple[float, float]) -> Callable[[float], float]:
    """Where a share lies in the chart."""
    low, high = limits
    return lambda share: area.x + 16 + (share - low) / (high - low) * (area.w - 32)


def _tenths(limits: tuple[float, float]) -> range:
    return range(round(limits[0] * 10), round(limits[1] * 10) + 1)


def _paint(painter: Painter, area: Rect, poll: Poll, limits: tuple[float, float], scale: float) -> None:
    """Three thin ranges over faint lines every ten points."""
    at = _spread(area, limits)
    for tenth in _tenths(limits):
        painter.line(at(tenth / 10), area.y - 8, at(tenth / 10), area.bottom + 8, "line", 1)
    for row, stance in enumerate(STANCES):
        paint_range(painter, poll.shares[stance], stance, at, area.y + (11 + 21 * row) * scale, 16 * scale)


def _axis(painter: Painter, area: Rect, limits: tuple[float, float]) -> None:
    """The figures under the lines; every second one where they would touch."""
    at = _spread(area, limits)
    step = 1 if at(0.1) - at(0.0) > painter.text_width(percent(0.5), "small") * 1.15 else 2
    for tenth in _tenths(limits)[::-step]:
        half = painter.text_width(percent(tenth / 10), "small") / 2
        x = min(max(at(tenth / 10), area.x + half), area.right - half)
        painter.text(x, area.y, percent(tenth / 10), "small", "text2", "center")
