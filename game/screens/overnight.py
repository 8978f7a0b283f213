"""Overnight: the swarm moves as the campaign estimates it, then the poll, reach, clicks, trust and alerts."""

from __future__ import annotations

from functools import partial

import numpy as np

from game.campaign.view import CampaignView, NightView
from game.i18n import _, clock, ngettext, number, percent, weekday
from game.screens.playing import Playing
from game.screens.town_map import stance_class, swarm_positions
from game.screens.war_room import LARGE
from game.session.setup import first_weekday
from game.ui import (
    Binding,
    Button,
    Canvas,
    Column,
    Dots,
    Frame,
    HintBar,
    Icon,
    Mood,
    Painter,
    Panel,
    Place,
    PollBand,
    Rect,
    Row,
    Rule,
    Screen,
    Spacer,
    Text,
    Widget,
)

SECONDS = 5.0
"""How long the night lasts on screen when motion is full."""
SWARM = (64, 130, 800, 420)
AXIS = 562
TIMELINE = 636


class Overnight(Screen):
    """The night as a picture that can be paused, scrubbed and skipped, and read as words."""

    mood = "war"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing
        self.at = 0.0
        self.paused = False
        self.only_movers = False
        self._last: float | None = None
        night = playing.campaign.night
        assert night is not None, "the night screen follows a night"  # noqa: S101  # because the flow shows it only after EndDay
        self.night: NightView = night
        _x, _y, width, height = SWARM
        before, after = stance_class(night.before), stance_class(night.after)
        self.before_class, self.after_class = before, after
        way = np.sign(after.astype(np.int16) - before).astype(np.int8)
        self.way, self.movers = way, way != 0
        self.start = swarm_positions(night.before, width=width, height=height)
        self.end = swarm_positions(night.after, width=width, height=height, rim=way)

    def title(self) -> str:
        """What moved, in one line each way."""
        toward = ngettext("{n} voter moved your way.", "{n} voters moved your way.", self.night.toward)
        away = ngettext("{n} moved the other way.", "{n} moved the other way.", self.night.away)
        return toward.format(n=number(self.night.toward)) + "\n" + away.format(n=number(self.night.away))

    def entered(self) -> None:
        """The night begins; without motion it is over at once."""
        self.app.sound("overnight")
        if not self.app.travels:
            self.at = 1.0
        self.ticking = self.at < 1

    def background(self) -> str:
        """The night is darker than the war room."""
        return "sunk"

    def first_focus(self) -> str:
        """Enter goes on."""
        return "morning"

    def bindings(self) -> list[Binding]:
        """Space, arrows, O as mock-up 08 draws them."""
        return [
            Binding("Space", _("Go on") if self.paused else _("Pause"), self._pause),
            Binding("Left Right", _("Scrub the night"), self._scrub),
            Binding("O", _("Everyone") if self.only_movers else _("Only those who moved"), self._only),
            Binding("R", _("Read aloud"), self.app.read_aloud, hint=False),
            Binding("Esc", _("Menu"), partial(self.playing.over, "pause"), hint=False),
        ]

    def tick(self, now: float) -> bool:
        """Let the night go on; recompose only when the clock on screen changes."""
        passed = 0.0 if self._last is None else now - self._last
        self._last = now
        before = self._minute()
        if not self.paused:
            self.at = min(1.0, self.at + passed / SECONDS)
        if self.at >= 1:
            self.ticking = False
            return True
        return self._minute() != before

    def _minute(self) -> int:
        """The time of the night in steps of ten minutes since 22:00."""
        return int(self.at * 48)

    def compose(self) -> Widget:
        """Swarm, axis and timeline left, figures right."""
        view = self.playing.campaign
        x, y, width, height = SWARM
        focus = self.movers if self.only_movers else None
        swarm = Dots(
            self.start,
            self.before_class,
            to=self.end,
            to_stance=self.after_class,
            t=lambda: self.at,
            focus=focus,
            ringed=self.movers,
            arcs=self.way,
            ground="sunk",
            label=_("The town sorted by stance, from certain against to certain for"),
            description=self.in_words(),
            width=width,
            height=height,
            id="swarm",
        )
        heading = [
            Place(64, 34, 548, 0, Text(self.title(), "hero", role="heading")),
            Place(632, 36, 256, 0, Text(self._claim(), "body", color="text2")),
        ]
        if self.large:  # the note moves into the column of figures, which scrolls
            heading = [Place(64, 20, 840, 0, Text(self.title(), "h2", role="heading"))]
        return Frame(
            *heading,
            Place(x, y, width, height, swarm, scroll=False),
            Place(
                64, AXIS - 6, 800, 44, Canvas(self._axis, label="", width=800, height=44, mirror=False), scroll=False
            ),
            Place(
                48,
                TIMELINE - 24,
                832,
                60,
                Canvas(
                    self._timeline,
                    label=_("The night at {time}").format(time=self._clock()),
                    width=832,
                    height=60,
                    on_press=self._jump,
                    id="timeline",
                    live=False,
                ),
                scroll=False,
            ),
            Place(936, 0, 344, 672, Panel(fill="page", radius=0, pad=0, width=344, height=672), scroll=False),
            Place(952, 20 if self.large else 28, 312, 540 if self.large else 564, self._figures(view)),
            Place(
                952,
                580 if self.large else 604,
                312,
                86 if self.large else 52,
                Button(self._onward(view), self._morning, kind="primary", key="Enter", id="morning"),
                scroll=False,
            ),
            Place(0, 672, 1280, 48, HintBar()),
        )

    def _claim(self) -> str:
        return _("Friends, rivals and the rain did most of it. Your campaign can claim about {n}.").format(
            n=number(self.night.claimable)
        )

    def in_words(self) -> str:
        """The night as a list: the equal of the moving picture."""
        names = {1: _("for"), 0: _("undecided"), -1: _("against")}
        per_dot = self.playing.session.dots_view().voters_per_dot
        rows = []
        for old in (1, 0, -1):
            for new in (1, 0, -1):
                count = int(((self.before_class == old) & (self.after_class == new)).sum())
                if old != new and count:
                    rows.append(
                        _("{n} from {old} to {new}").format(n=number(count * per_dot), old=names[old], new=names[new])
                    )
        return "; ".join(rows) or _("Nobody changed sides.")

    # -- drawing

    def _axis(self, painter: Painter, area: Rect) -> None:
        y = area.y + 6
        painter.stroke([(area.x, y + 8), (area.x, y), (area.x + 800, y), (area.x + 800, y + 8)], "ctl", 2)
        painter.line(area.x + 400, y, area.x + 400, y + 8, "ctl", 2)
        painter.text(area.x, y + 12, _("certain: against"), "strong", "against")
        painter.text(area.x + 400, y + 12, _("undecided"), "strong", "undecided", align="center")
        painter.text(area.x + 800, y + 12, _("certain: for"), "strong", "for", align="right")

    def _timeline(self, painter: Painter, area: Rect) -> None:
        x, y, width = area.x + 16, area.y + 22, 800.0
        now = x + width * self.at
        painter.line(x, y, x + width, y, "line", 6)
        painter.line(x, y, now, y, "lemon", 6)
        for moment, _what in self.night.milestones:
            painter.circle(x + width * moment, y, 5, "sunk" if moment < self.at else "ctl")
        painter.circle(now, y, 17, "sunk", border="lemon", border_width=3)
        painter.circle(now, y, 11, "lemon")
        below = y + 16 - 14 * (painter.theme.prefs.text_scale - 1)  # larger figures must stay above the hints
        for hour in range(0, 9, 2 if self.large else 1):
            align = "left" if hour == 0 else "right" if hour == 8 else "center"
            painter.text(x + width * hour / 8, below, clock((22 + hour) % 24), "small", "text2", align=align)

    def _clock(self) -> str:
        minutes = 22 * 60 + self._minute() * 10
        return clock(minutes // 60 % 24, minutes % 60)

    @property
    def large(self) -> bool:
        """True where the text is so large that the page shows one thing after the other."""
        return self.app.prefs.text_scale >= LARGE

    def _figures(self, view: CampaignView) -> Widget:
        first = first_weekday(self.playing.texts, view.days)
        day = weekday((first + self.night.day) % 7, capital=True)
        names = (("for", _("For")), ("against", _("Against")), ("undecided", _("Undecided")))
        bands: list[Widget] = []
        for stance, name in names:
            share = view.poll.shares[stance]
            told = _("{share} ± {margin}").format(share=percent(share.value), margin=number(share.margin * 100))
            bands.append(Row(Text(name, "bold"), Spacer(grow=1), Text(told, "bold")))
            bands.append(PollBand(stance, share.value, share.margin, low=0.0, high=0.6, label=f"{name}: {told}"))
        return Column(
            self._hour(_("{day}, before dawn").format(day=day)),
            Text(self._claim(), "body", color="text2") if self.large else Spacer(4),
            Text(_("Poll of {n}, just in").format(n=number(view.poll.asked)), "label", color="text2"),
            *bands,
            Rule(),
            self._figure(_("Reached"), number(self.night.reached), ngettext("person", "people", self.night.reached)),
            self._figure(
                _("Clicked"),
                number(self.night.clicked),
                _("{share} of them").format(share=percent(self.night.clicked / self.night.reached, 1))
                if self.night.reached
                else "",
            ),
            self._figure(
                _("Trust in you"),
                number(self.night.trust),
                _("was {before}").format(before=number(self.night.trust_before)),
            ),
            *(self._alert(event, len(self.night.alerts) > 1) for event in self.night.alerts),
            gap=7 if len(self.night.alerts) > 1 else 9,
        )

    def _onward(self, view: CampaignView) -> str:
        if view.over:
            return _("To the voters")
        return _("To the morning") if self.at >= 1 else _("Skip to morning")

    def _hour(self, day: str) -> Widget:
        hour, label = Text(self._clock(), "hero"), Text(day, "label", color="text2", grow=1)
        return Column(hour, label, gap=0) if self.large else Row(hour, label, gap=16, align="baseline")

    def _figure(self, name: str, value: str, note: str) -> Widget:
        told = Text(value, "number", align="right", width=76), Text(note, "small", color="text2", grow=1)
        if self.large:
            return Column(
                Text(name, "label", color="text2"), Row(Text(value, "number"), told[1], gap=10, align="baseline"), gap=0
            )
        return Row(Text(name, "label", color="text2", width=122), *told, gap=8, align="baseline")

    def _alert(self, event: str, brief: bool) -> Widget:
        """What happened by morning; where there is more than one, without the second sentence."""
        happening = next(item for item in self.playing.texts.campaign.events if item.id == event)
        return Mood(
            "paper",
            Panel(
                Row(
                    Icon(happening.icon, 18),
                    Column(
                        Text(happening.headline, "strong"),
                        None if brief else Text(happening.alert, "small"),
                        gap=2,
                        grow=1,
                    ),
                    gap=10,
                ),
                fill="bone",
                pad=(8 if brief else 10, 14),
            ),
        )

    # -- acting

    def _pause(self) -> None:
        self.paused = not self.paused
        self._last = None
        self.ticking = not self.paused and self.at < 1

    def _scrub(self, key: str) -> None:
        self._to(self.at + (1 if key == "Right" else -1) / 16)

    def _jump(self, x: float, _y: float) -> None:
        self._to((x - 16) / 800)

    def _to(self, at: float) -> None:
        self.at = min(1.0, max(0.0, at))
        self.paused = True
        self.ticking = False
        self.app.announce(self._clock(), toast=False)

    def _only(self) -> None:
        self.only_movers = not self.only_movers

    def _morning(self) -> None:
        self.playing.go("persona" if self.playing.session.phase != "campaign" else "briefing")
