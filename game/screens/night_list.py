"""The night as a list: who moved in which hour and in which district, what happened then, and why, as far as one knows."""

from __future__ import annotations

from game.campaign.view import CampaignView, NightView
from game.i18n import _, clock, number
from game.screens.night_words import (
    HOURS,
    Hour,
    Moves,
    by_district,
    claim_words,
    crossing_words,
    crossings,
    hours,
    milestones,
    move_words,
    rival_words,
    time_of,
)
from game.screens.playing import Playing
from game.ui import Column, Grid, Icon, Item, Row, Rule, StanceMark, Text, Widget

_TIME, _NAME = 136.0, 200.0


def night_list(playing: Playing, view: CampaignView, night: NightView, *, large: bool) -> Widget:
    """Why, hour by hour, district by district. Each row is one thing for a screen reader."""
    dots = playing.session.dots_view()
    places = playing.texts.town.districts
    per_dot = dots.voters_per_dot
    moved = zip(places, by_district(night, dots, len(places)), strict=True)
    return Column(
        *_why(playing, view, night, per_dot),
        Text(_("Hour by hour"), "h2", role="heading"),
        Column(*(_hour(hour, per_dot, large) for hour in hours(night, milestones(night))), gap=0, group=True),
        Text(_("District by district"), "h2", role="heading"),
        Column(*(_district(place.name, moves, per_dot, large) for place, moves in moved), gap=0, group=True),
        gap=10,
        pad=(0, 12, 16, 0),
    )


def _why(playing: Playing, view: CampaignView, night: NightView, per_dot: int) -> list[Widget]:
    rivals = [
        Row(Icon("flag", 16, color="text2"), Text(news, "label", grow=1), gap=12) for news in rival_words(playing, view)
    ]
    went = [_went(*each, per_dot) for each in crossings(night)]
    return [
        Text(_("Who moved, and why"), "h2", role="heading"),
        Text(claim_words(night), "label"),
        Grid(*went, columns=2, gap=6) if went else Text(_("Nobody changed sides."), "label"),
        *([Text(_("What the other side did"), "strong", role="heading"), *rivals] if rivals else []),
        Text(_("All of this is your campaign’s estimate. 1 dot = {n} voters.").format(n=number(per_dot)), "small", color="text2"),
        Rule(),
    ]  # fmt: skip


def _went(old: int, new: int, dots: int, per_dot: int) -> Widget:
    """A way that people went, with its marks."""
    marks = {1: "for", 0: "undecided", -1: "against"}
    return Row(
        StanceMark(marks[old], 14),
        Icon("arrow-right", 12, color="text2"),
        StanceMark(marks[new], 14),
        Text(crossing_words(old, new, dots * per_dot), "label", grow=1),
        gap=8,
        align="center",
    )


def _hour(hour: Hour, per_dot: int, large: bool) -> Widget:
    begins, ends = clock((22 + hour.index) % 24), clock((22 + hour.index + 1) % 24)
    span = _("{start} to {end}").format(start=begins, end=ends)
    events = [_("{time}: {event}").format(time=time_of(at), event=name) for at, name in hour.happened]
    return _entry(span, events, hour.moves, per_dot, _TIME, large, f"hour-{hour.index % HOURS}")


def _district(name: str, moves: Moves, per_dot: int, large: bool) -> Widget:
    return _entry(name, [], moves, per_dot, _NAME, large, f"moved-{name}")


def _entry(name: str, events: list[str], moves: Moves, per_dot: int, wide: float, large: bool, wanted: str) -> Widget:
    """A row: its name, what happened, and who moved."""
    told = move_words(moves, per_dot)
    quiet = not moves.toward_for and not moves.toward_against
    lines = Column(
        *(Text(event, "label") for event in events),
        Text(told, "label", color="text2" if quiet else "text"),
        gap=2,
        grow=1,
    )
    title = Text(name, "strong") if large else Text(name, "strong", width=wide)
    content = Column(title, lines, gap=2) if large else Row(title, lines, gap=16)
    return Item(
        content,
        label=name,
        description=" ".join([*(f"{event}." for event in events), told]),
        id=wanted,
        pad=(6, 8),
        min_height=44,
    )
