"""The figures beside the night: the clock, the poll that just came in, reach, clicks, trust, and what needs attention."""

from __future__ import annotations

from collections.abc import Callable

from game.campaign.view import CampaignView, NightView
from game.i18n import _, clock, labelled, ngettext, number, percent, weekday
from game.screens.letters import wide
from game.screens.night_words import HOURS, claim_words, time_of
from game.screens.playing import Playing
from game.screens.shares import of_poll
from game.session.setup import first_weekday
from game.ui import Column, Icon, Mood, Panel, PollBand, Row, Rule, Spacer, Text, Widget
from game.ui.timeline import LiveText

_WIDE = 312.0
"""Width of the column, in design units."""


def night_figures(
    playing: Playing,
    view: CampaignView,
    night: NightView,
    at: Callable[[], float],
    extras: list[Widget],
    *,
    large: bool,
) -> Widget:
    """The column at the right of the page. ``at()`` is the moment that is shown; ``extras`` stand under the clock."""
    return Column(
        _hour(playing, at, first_weekday(playing.texts, view.days) + night.day, large),
        *extras,
        Text(claim_words(night), "body", color="text2") if large else Spacer(4),
        Text(_("Poll of {n}, just in").format(n=number(view.poll.asked)), "label", color="text2"),
        *_bands(view),
        Rule(),
        _figure(_("Reached"), number(night.reached), ngettext("person", "people", night.reached), large, " "),
        _figure(
            _("Clicked"),
            number(night.clicked),
            _("{share} of them").format(share=percent(night.clicked / night.reached, 1)) if night.reached else "",
            large,
        ),
        _figure(
            _("Trust in you"), number(night.trust), _("was {before}").format(before=number(night.trust_before)), large
        ),
        *(_alert(playing, event, len(night.alerts) > 1) for event in night.alerts),
        gap=7 if len(night.alerts) > 1 else 9,
    )


def _bands(view: CampaignView) -> list[Widget]:
    bands: list[Widget] = []
    shares = of_poll(view.poll)
    for stance, name in (("for", _("For")), ("against", _("Against")), ("undecided", _("Undecided"))):
        share = view.poll.shares[stance]
        told = _("{share} ± {margin}").format(share=percent(shares[stance]), margin=number(share.margin * 100))
        bands.append(Row(Text(name, "bold"), Spacer(grow=1), Text(told, "bold"), aloud=""))  # the band says it
        bands.append(PollBand(stance, share.value, share.margin, low=0.0, high=0.6, label=labelled(name, told)))
    return bands


def _hour(playing: Playing, at: Callable[[], float], morning: int, large: bool) -> Widget:
    """The clock and the day it belongs to, which turns at midnight. ``morning``: the weekday on which the night ends."""
    evening, next_day = weekday(morning - 1, capital=True), weekday(morning, capital=True)
    hour = LiveText(lambda: time_of(at()), "hero", widest=clock(22, 0))
    words = _("{day}, late evening").format(day=evening), _("{day}, before dawn").format(day=next_day)
    room = _WIDE if large else _WIDE - 16 - wide(playing.app, clock(22, 0), "hero")
    if max(wide(playing.app, each, "label") for each in words) > room:  # the name of the day says enough
        words = evening, next_day
    longest = max(words, key=lambda each: wide(playing.app, each, "label"))
    day = LiveText(lambda: words[at() * HOURS >= 2 - 1e-6], "label", widest=longest, color="text2")
    return Column(hour, day, gap=0) if large else Row(hour, day, gap=16, align="baseline")


def _figure(name: str, value: str, note: str, large: bool, between: str = ", ") -> Widget:
    said = labelled(name, f"{value}{between}{note}" if note else value)
    if large:
        pair = Row(Text(value, "number"), Text(note, "small", color="text2", grow=1), gap=10, align="baseline")
        return Column(Text(name, "label", color="text2"), pair, gap=0, aloud=said)
    return Row(
        Text(name, "label", color="text2", width=122),
        Text(value, "number", align="right", width=76),
        Text(note, "small", color="text2", grow=1),
        gap=8,
        align="baseline",
        aloud=said,
    )


def _alert(playing: Playing, event: str, brief: bool) -> Widget:
    """What happened by morning; where there is more than one, without the second sentence."""
    happening = next(item for item in playing.texts.campaign.events if item.id == event)
    words = Column(Text(happening.headline, "strong"), None if brief else Text(happening.alert, "small"), gap=2, grow=1)
    return Mood("paper", Panel(Row(Icon(happening.icon, 18), words, gap=10), fill="bone", pad=(8 if brief else 10, 14)))
