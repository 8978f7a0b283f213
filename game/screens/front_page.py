"""The torn front page of the local paper: the result as a headline and as people, one of them ringed by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.i18n import _, labelled, ngettext, number, percent, weekday
from game.screens.close_vote import luck_line, turning_line
from game.screens.post_words import persona_of
from game.ui import Canvas, Column, Painter, Rect, Row, Slip, Spacer, Text, Widget
from game.ui.paper import arrow, ring

if TYPE_CHECKING:
    from game.debrief.outcome import Outcome
    from game.scenario.model import Scenario
    from game.screens.debrief_story import Told

GOLDEN = math.pi * (3 - math.sqrt(5))
"""The angle between one seed of a sunflower and the next (Vogel 1979, Mathematical Biosciences 44): no two line up."""
NAMED = (math.radians(205), math.radians(220), math.radians(322))
"""Where on the rim of each disc the persona's dot is put, so that its name has an empty corner to stand in."""
ONE_LINE = 70
"""Letters of the line below the headline that stand beside each other; what is longer takes a line more."""
COLUMN = 40
"""Letters of a line of the two columns at the foot."""
BESIDE = 14.0
"""How far a name may stand out of the discs' width into the margin of the paper."""
_STANCES = ("for", "against", "undecided")


@dataclass(frozen=True)
class Crowd:
    """One disc of dots: how it is drawn, how many dots, the persona's dot in it or not."""

    stance: str
    label: str
    people: int
    dots: int
    ringed: bool


def crowds(facts: Told, texts: Scenario) -> tuple[Crowd, Crowd, Crowd]:
    """For, against and stayed at home, from the dots of the living electorate; blank votes are not drawn."""
    choices, me = facts.dots
    counts = facts.outcome.counts
    words = {side.id: side.ballot for side in texts.head.sides}
    rows = ((1, "for", words["for"]), (0, "against", words["against"]), (3, "home", _("Stayed home")))
    one, two, three = (
        Crowd(stance, label, counts[name], int((choices == value).sum()), bool(choices[me] == value))
        for stance, (value, name, label) in zip(_STANCES, rows, strict=True)
    )
    return one, two, three


def headline(outcome: Outcome, texts: Scenario) -> str:
    """``Yes, by 311 votes``."""
    if outcome.winner is None:
        return _("A tie, to the vote")
    word = next(side.ballot for side in texts.head.sides if side.id == outcome.winner)
    line = ngettext("{answer}, by {n} vote", "{answer}, by {n} votes", outcome.votes)
    return line.format(answer=word, n=number(outcome.votes))


def front_page(facts: Told, texts: Scenario, *, scale: float, large: bool) -> Widget:
    """The page itself; it tilts only where the text is small enough to stay clear."""
    outcome, head = facts.outcome, texts.head
    persona = persona_of(texts, outcome.persona)
    below = next((side.if_it_wins for side in head.sides if side.id == outcome.winner), "")
    printed = weekday((head.first_weekday + head.days + 1) % 7, capital=True)
    title = headline(outcome, texts)
    size = 62 if len(title) < 22 else 50
    close = (turning_line(facts, texts), luck_line(facts, texts))
    longer = (len(below) > ONE_LINE) + any(len(line) > 2 * COLUMN for line in close)
    content: list[Widget | None] = [
        Text(head.paper.name, "h2", size=29, line=36, face="serif_bold", align="center"),
        Canvas(_double_rule, label="", height=6),
        Row(
            Text(printed, "small"),
            Spacer(grow=1),
            Text(head.paper.motto, "small", face="serif_italic"),
            Spacer(grow=1),
            Text(_("Turnout {share}").format(share=percent(outcome.turnout)), "small"),
            gap=16,
            align="center",
        ),
        Canvas(_single_rule, label="", height=3),
        Text(title, "board", size=size, line=size + 10, align="center", role="heading", fit=1 if large else 0),
        Text(below, "lead", size=18.5, line=25, align="center") if below else None,
        Spacer(grow=1),
        people(crowds(facts, texts), persona.name, scale=scale, longer=longer),
        Text(small_print(facts, persona.name), "small", align="center", color="text2"),
        Spacer(size=2, grow=1),
        Canvas(_single_rule, label="", height=3),
        _columns(close, large),
    ]
    return Slip(
        *content, tilt=0 if large else 1.2, tape=not large, torn=True, pad=(24, 32, 26, 32), gap=6, id="front-page"
    )


def _columns(lines: tuple[str, str], large: bool) -> Widget:
    """What the paper writes about it: in two columns, or below each other where the text is large."""
    columns = [Text(line, "small", face="serif", line=21, max_width=1200 if large else 286) for line in lines]
    return Column(*columns, gap=6) if large else Row(*columns, justify="between", align="start")


def small_print(facts: Told, name: str) -> str:
    """What one dot stands for, and the votes that are not drawn (the persona's among them, if it was blank)."""
    choices, _me = facts.dots
    counts = facts.outcome.counts
    each = max(1, round(sum(counts.values()) / len(choices)))
    dot = ngettext("1 dot = {n} voter.", "1 dot = {n} voters.", each).format(n=number(each))
    blank = ngettext("{n} blank vote not drawn.", "{n} blank votes not drawn.", counts["blank"])
    line = f"{dot} {blank.format(n=number(counts['blank']))}"
    return line + " " + _("One of them is from {name}.").format(name=name) if facts.outcome.ballot == "blank" else line


def people(discs: Sequence[Crowd], name: str, *, scale: float, longer: int = 0) -> Widget:
    """The three discs with their counts below; all dots have the same size, so the areas compare.

    ``longer``: how many lines around them run over to a second one; the discs leave them the room.
    """

    def paint(painter: Painter, area: Rect) -> None:
        step = spacing(discs, area.w, area.h - 8)
        for at, disc in enumerate(discs):  # each over its count
            _disc(painter, disc, area.x + area.w * (2 * at + 1) / 6, area.cy, step, (name, NAMED[at], area))

    said = "; ".join(labelled(disc.label, number(disc.people)) for disc in discs)
    mine = next((disc.label for disc in discs if disc.ringed), "")
    told = _("{name} is ringed: {choice}").format(name=name, choice=mine) if mine else ""
    counts = Row(
        *(
            Text(
                f"{disc.label} {number(disc.people)}",
                "bold",
                face="sans_bold",
                size=19,
                color=disc.stance,
                align="center",
                grow=1,
            )
            for disc in discs
        ),
        gap=8,
        aloud="",  # the picture says the same
    )
    height = 240.0 if scale >= 1.2 else 190.0 - 26 * longer
    return Column(Canvas(paint, label=said, description=told, height=height), counts, gap=6)


def radius(dots: int, step: float) -> float:
    """Radius of a disc of so many dots, ``step`` being the spacing; a lone dot is a disc as well."""
    return step * (math.sqrt(max(1, dots)) + 1)


def spacing(discs: Sequence[Crowd], width: float, height: float) -> float:
    """The widest spacing of dots with which all discs fit beside each other."""
    across = sum(2 * radius(disc.dots, 1.0) for disc in discs)
    tall = max(2 * radius(disc.dots, 1.0) for disc in discs)
    return min((width - 36) / across, (width / len(discs) + 6) / tall, height / tall)


def seeds(dots: int, x: float, y: float, step: float) -> list[tuple[float, float]]:
    """Centres of the dots of a disc around (x, y): a sunflower."""
    out = []
    for at in range(dots):
        away = step * math.sqrt(at + 0.5)
        out.append((x + away * math.cos(at * GOLDEN), y + away * math.sin(at * GOLDEN)))
    return out


def _disc(painter: Painter, disc: Crowd, x: float, y: float, step: float, named: tuple[str, float, Rect]) -> None:
    places = seeds(disc.dots, x, y, step)
    size = min(5.0, step * 0.86)
    for px, py in places:
        painter.stance(px, py, size * (0.92 if disc.stance == "undecided" else 0.98), disc.stance)
    if disc.ringed and places:
        _named(painter, disc, places, (x, y), size, named)


def _named(
    painter: Painter,
    disc: Crowd,
    places: list[tuple[float, float]],
    centre: tuple[float, float],
    size: float,
    named: tuple[str, float, Rect],
) -> None:
    """The hand-drawn ring around one dot on the rim, an arrow to it, and the name, which stays on the paper."""
    name, angle, area = named
    rim = max(math.dist(place, centre) for place in places)
    wanted = (centre[0] + rim * math.cos(angle), centre[1] + rim * math.sin(angle))
    px, py = min(places, key=lambda place: math.dist(place, wanted))
    painter.circle(px, py, 13, "marker.pale")
    ring(painter, px, py, 15, 12)
    painter.stance(px, py, max(4.6, size), disc.stance)
    note = painter.theme.style("note")
    tall = note.line * painter.theme.prefs.text_scale
    wide = painter.text_width(name, note)
    right = math.cos(angle) > 0
    left = name_left(px, wide, area, right=right)
    foot = max(min(py - 26, _rim_above((left, left + wide), centre, rim) - 4), area.y - 6 + tall)
    painter.text(left, foot - tall, name, note, "text")
    tail = min(left + 20, px - 12) if not right else left + wide * 0.6
    arrow(painter, (tail, foot), (px + (12 if right else -14), py - 10), "text", 2.6)


def name_left(x: float, wide: float, area: Rect, *, right: bool) -> float:
    """Where a name begins beside the dot at ``x``; a long one moves over the disc rather than off the paper."""
    wanted = x - wide * 0.3 if right else x - wide - 4
    return max(min(wanted, area.x + area.w + BESIDE - wide), area.x - BESIDE)


def _rim_above(span: tuple[float, float], centre: tuple[float, float], rim: float) -> float:
    """The highest edge of a disc between two x coordinates; its middle line where it does not reach there."""
    nearest = min(max(centre[0], span[0]), span[1])
    return centre[1] - math.sqrt(max(0.0, rim**2 - (nearest - centre[0]) ** 2))


def _double_rule(painter: Painter, area: Rect) -> None:
    painter.line(area.x, area.y + 1, area.x + area.w, area.y + 1, "text", 2)
    painter.line(area.x, area.y + 5, area.x + area.w, area.y + 5, "text", 1)


def _single_rule(painter: Painter, area: Rect) -> None:
    painter.line(area.x, area.y + 1, area.x + area.w, area.y + 1, "text", 1)
