"""The living electorate as the campaign estimates it: map, stance swarm and segment view, with its equal in words."""

from __future__ import annotations

from typing import Literal

import numpy as np

from game.campaign.view import DotsView, SegmentView
from game.i18n import _, listing, number, percent
from game.scenario.model import Scenario
from game.screens.playing import Playing
from game.screens.town_map import FIELD, map_positions, segment_positions, stance_class, swarm_positions
from game.ui import Canvas, Dots, Painter, Rect, Stack, Widget

View = Literal["map", "stance", "segment"]


def electorate(playing: Playing, view: View, segment: SegmentView | None = None) -> Widget:
    """The dots of the town in one of three arrangements; members of the segment are ringed, the others dimmed."""
    dots = playing.session.dots_view()
    texts = playing.texts
    members = segment.members if segment is not None and segment.criteria else None
    if view == "map":
        places = map_positions(texts.town, dots.district)
    elif view == "stance":
        places = swarm_positions(dots.stance, width=FIELD[0] - 20, height=FIELD[1] - 120)
        places[:, 1] += 70
    else:
        chosen = members if members is not None else np.ones(len(dots.voter), bool)
        places = segment_positions(chosen, width=FIELD[0], height=FIELD[1])
    ground = Canvas(
        lambda painter, area: _ground(painter, area, texts),
        label=_("Map of {town}").format(town=texts.head.town),
        width=FIELD[0],
        height=FIELD[1],
    )
    swarm = Dots(
        places,
        stance_class(dots.stance),
        focus=members,
        ringed=members,
        label=_("The voters of {town} as your campaign estimates them").format(town=texts.head.town),
        description=in_words(dots, texts),
        tell=lambda index: dot_text(playing, index),
        width=FIELD[0],
        height=FIELD[1],
        id="electorate",
    )
    names = Canvas(lambda painter, area: _names(painter, area, texts), label="", width=FIELD[0], height=FIELD[1])
    return Stack(ground, swarm, names, mirror=False) if view == "map" else Stack(swarm)


def _ground(painter: Painter, area: Rect, texts: Scenario) -> None:
    town = texts.town.map
    x, y = area.x, area.y
    painter.polygon([(x + px, y + py) for px, py in town.coast], "raised")
    if town.river:
        painter.stroke([(x + px, y + py) for px, py in town.river], "line.soft", 11)
    for wave_x, wave_y in ((120, 98), (22, 120), (30, 368), (70, 392), (20, 440), (96, 464)):
        line = [(x + wave_x + 10 * step, y + wave_y + (3 if step % 2 else -3)) for step in range(7)]
        if not any(abs(wave_x + 30 - px) < 46 and abs(wave_y - py) < 26 for px, py in town.coast):
            painter.stroke(line, "line.soft", 2)


def _names(painter: Painter, area: Rect, texts: Scenario) -> None:
    """On small grounds of their own, kept inside the map however long they are."""
    tall = 28 * painter.theme.prefs.text_scale
    for district in texts.town.districts:
        width = painter.text_width(district.name, "quote") + 16
        x = min(max(area.x + district.label[0], area.x + width / 2), area.right - width / 2)
        y = min(max(area.y + district.label[1] - 14, area.y), area.bottom - tall)
        painter.rect(x - width / 2, y, width, tall, "raised", radius=tall / 2, alpha=0.8)
        painter.text(x, y, district.name, "quote", "text", align="center")


def in_words(dots: DotsView, texts: Scenario) -> str:
    """The same picture as a table in words: each district and its believed stances."""
    classes = stance_class(dots.stance)
    rows = []
    for index, district in enumerate(texts.town.districts):
        here = classes[dots.district == index]
        if len(here):
            shares = [percent(float((here == kind).mean())) for kind in (1, 0, -1)]
            rows.append(
                _("{district}: {for_} for, {undecided} undecided, {against} against").format(
                    district=district.name, for_=shares[0], undecided=shares[1], against=shares[2]
                )
            )
    return "; ".join(rows)


def dot_text(playing: Playing, index: int) -> str:
    """What the campaign holds on the people of one dot."""
    held = playing.session.dot_file(index)
    texts = playing.texts
    dots = playing.session.dots_view()
    district = next(item for item in texts.town.districts if item.id == held.district)
    street = district.streets[held.street % len(district.streets)]
    signals = {signal.id: signal.clause for signal in texts.town.signals}
    concerns = {concern.id: concern.guess for concern in texts.town.concerns}
    lines = [_("{n} people, {street}").format(n=number(dots.voters_per_dot), street=street)]
    known = [_("about {age}").format(age=number(held.age)), *(signals[signal] for signal in held.signals)]
    lines.append(_("Known: {facts}.").format(facts=listing(known)))
    if held.guesses:
        guesses = [
            _("{guess}, {sure} sure").format(guess=concerns[concern], sure=percent(sure))
            for concern, sure in held.guesses[:2]
        ]
        lines.append(_("Guessed: {guesses}.").format(guesses="; ".join(guesses)))
    leaning = {"for": _("for"), "undecided": _("undecided"), "against": _("against")}[held.leaning]
    source = {"unknown": _("a guess from the roll alone"), "inferred": _("guessed"), "known": _("they said so")}[
        held.standing
    ]
    lines.append(_("Leaning: {leaning} ({source}).").format(leaning=leaning, source=source))
    return "\n".join(lines)
