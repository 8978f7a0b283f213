"""What surrounds the phone: the evening outside, who is holding it, and how much attention is left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.i18n import _, clock, ngettext, number, points, weekday
from game.screens.post_words import persona_of
from game.ui import Avatar, Battery, Canvas, Column, Figure, Painter, Rect, Row, Spacer, Text, Widget

if TYPE_CHECKING:
    from game.feed.view import FeedView
    from game.scenario.model import Persona, Scenario
    from game.screens.playing import Playing

BLOCKS = {
    "coral": ("#FFB5A0", "#FFD0C2"),
    "sky": ("#BFD8FF", "#D9E7FF"),
    "sun": ("#FFDC73", "#FFE9A6"),
    "mint": ("#BDE6D3", "#D6EFE3"),
}
"""Ground and disc behind a persona, by the colour that the scenario names."""
LARGE = 1.1
"""From this text size on the room's decoration gives way to words."""
HUGE = 1.75
"""From this text size on there is room for one thing beside another only where they are narrow."""


Ridge = tuple[float, float, float, str, float]
LEFT: tuple[Ridge, ...] = ((0.0, 0.5, 0.815, "pink.2", 0.2), (0.0, 0.5, 0.89, "pink.3", 2.6))
RIGHT: tuple[Ridge, ...] = ((0.5, 1.0, 0.795, "butter.2", 3.9), (0.5, 1.0, 0.885, "butter.3", 1.2))
WHOLE: tuple[Ridge, ...] = ((0.0, 1.0, 0.885, "pink.2", 0.2), (0.0, 1.0, 0.955, "pink.3", 2.6))
"""Hills: from and to in shares of the width, height in shares of the page, colour, phase of the wave."""


def hills(painter: Painter, area: Rect, ridges: tuple[Ridge, ...]) -> None:
    """The soft hills at the foot of the page."""
    for x0, x1, top, color, turn in ridges:
        ridge = []
        for step in range(33):
            x = x0 + (x1 - x0) * step / 32
            y = top + 0.018 * math.sin(turn + 9.4 * (x - x0)) + 0.008 * math.sin(2 * turn + 17 * (x - x0))
            ridge.append((area.x + x * area.w, area.y + y * area.h))
        foot = area.y + area.h
        painter.polygon([(area.x + x0 * area.w, foot), *ridge, (area.x + x1 * area.w, foot)], color)


def room(ridges: tuple[Ridge, ...] = WHOLE) -> Widget:
    """The backdrop of act II."""
    return Canvas(lambda painter, area: hills(painter, area, ridges), label="")


def evening_word(playing: Playing, view: FeedView) -> str:
    """``Thursday, first of three``: which evening it is, counted back from the day of the vote."""
    return _("{weekday}, {which}").format(
        weekday=weekday(weekday_of(playing.texts, view.evening, view.evenings), capital=True),
        which=which_of(view.evening, view.evenings),
    )


def weekday_of(texts: Scenario, evening: int, evenings: int) -> int:
    """The weekday of an evening, 0 is Monday. The vote keeps its day also when a campaign is short."""
    return (texts.head.first_weekday + texts.head.days - evenings + evening - 1) % 7


def vote_day(texts: Scenario) -> str:
    """Name of the weekday of the vote."""
    return weekday((texts.head.first_weekday + texts.head.days) % 7)


def which_of(evening: int, evenings: int) -> str:
    """``second of three``, in words as far as there are words for it."""
    words = {
        (1, 1): _("the only one"),
        (1, 2): _("first of two"),
        (2, 2): _("second of two"),
        (1, 3): _("first of three"),
        (2, 3): _("second of three"),
        (3, 3): _("third of three"),
    }
    return words.get((evening, evenings)) or _("{n} of {all}").format(n=number(evening), all=number(evenings))


def phone_time(view: FeedView) -> str:
    """The clock on the phone: it only says that posts take time; nothing depends on it.

    It begins early enough that somebody can still put the phone down and be at a debate at eight.
    """
    late = 18 * 60 + 20 + 5 * min(view.at, 18)
    return clock(late // 60, late % 60)


def who_line(persona: Persona) -> str:
    """``Inès, 19``."""
    return _("{name}, {age}").format(name=persona.name, age=number(persona.age))


def who(playing: Playing, view: FeedView, size: float = 80) -> Widget:
    """The persona and the evening; ``size`` of the picture."""
    persona = persona_of(playing.texts, view.persona)
    head = Avatar(f"{persona.avatar}.svg", size, ring="white", fill=BLOCKS[persona.colour][0])
    head.border_width = 4
    scale = playing.app.prefs.text_scale
    return Row(
        head,
        Column(
            Text(who_line(persona), "strong" if scale >= HUGE else "h2", size=0 if scale >= LARGE else 26),
            Text(evening_word(playing, view), "small", color="text2"),
            grow=1,
        ),
        gap=20 if scale < HUGE else 12,
        pad=4,
        align="center",
    )


def battery(view: FeedView, cost: int = 0, doing: str = "", width: float = 296) -> Widget:
    """Attention left tonight; what ``doing`` would cost is hatched and said."""

    def say(n: float) -> str:
        return _("Attention {n}").format(n=number(n))

    left = say(view.attention)
    plain = doing.rstrip("?؟\u00a0\u202f ")  # a question mark and a colon do not go together
    price = _("{action}: {cost}").format(action=plain, cost=cost_word(cost)) if cost and doing else ""
    return Column(
        Battery(
            level_of(view, view.attention),
            level_of(view, cost) if cost <= view.attention else 0,
            label=_("{left} of {full}").format(left=left, full=number(view.attention_full)),
            width=width,
            height=64,
        ),
        Row(
            Figure(view.attention, say, "strong", hidden=True),
            Spacer(grow=1),
            Text(price, "label", color="text2", aloud="") if price else None,
            gap=6,
            align="center",
            wrap=True,
        ),
        gap=8,
    )


def small_battery(view: FeedView, width: float = 194, height: float = 34) -> Widget:
    """The battery in a line with its figure."""
    left = _("Attention {n}").format(n=number(view.attention))
    return Row(
        little_battery(view.attention, left, width, height, cells=15),
        Text(left, "strong", hidden=True),
        gap=16,
        align="center",
    )


def little_battery(attention: int, label: str, width: float, height: float, cells: int = 9) -> Widget:
    """A battery that is too small for sixteen cells. ``attention`` is 0 to 100."""

    def paint(painter: Painter, area: Rect) -> None:
        body, lit = area.w - 10, round(attention * cells / 100)
        painter.rect(area.x, area.y, body, area.h, "white", border="plum", border_width=3, radius=9)
        painter.rect(area.x + body, area.y + area.h * 0.29, 10, area.h * 0.42, "plum", radius=4)
        pitch = (body - 14) / cells
        for cell in range(cells):
            fill = "raspberry" if cell < lit else "mauve"
            painter.rect(area.x + 7 + cell * pitch, area.y + 7, pitch - 2.6, area.h - 14, fill, radius=2)

    return Canvas(paint, label=label, width=width, height=height)


def level_of(_view: FeedView, attention: int) -> float:
    """The battery's charge, 0 to 100. Everybody's battery is drawn on the same scale: 100 is the most anyone has."""
    return float(max(0, min(100, attention)))


def cost_word(cost: int) -> str:
    """``−6``; nothing for what is free."""
    return points(-cost, 0) if cost else ""


def cost_aloud(what: str, cost: int) -> str:
    """``Share – costs 1 attention``: a price as screen readers say it; only the word for what is free."""
    return _("{what} – costs {n} attention").format(what=what, n=number(cost)) if cost else what


def seen_tonight(view: FeedView, width: float = 296, beside: Widget | None = None) -> Widget:
    """One cell per post of the evening: seen, here, still to come. ``beside`` stands at the right of the heading."""
    total, at = len(view.posts), min(view.at, len(view.posts))
    word = ngettext("{n} of {all} post seen", "{n} of {all} posts seen", total).format(n=number(at), all=number(total))

    def cells(painter: Painter, area: Rect) -> None:
        pitch = min(24.6, area.w / max(1, total))
        size = pitch * 0.79
        for index in range(total):
            x, y = area.x + index * pitch, area.y + (area.h - size) / 2
            if index < at:
                painter.rect(x, y, size, size, "raspberry", radius=5)
            else:
                fill = "sun" if index == at else "white"
                width = 2.4 if index == at else 1.5
                painter.rect(x, y, size, size, fill, border="plum", border_width=width, radius=5)

    head = Row(Text(_("Seen tonight"), "label", aloud=""), Spacer(grow=1), beside, align="center", wrap=True)
    return Column(head, Canvas(cells, label=word, width=width, height=22), gap=6)
