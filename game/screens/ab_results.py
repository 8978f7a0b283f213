"""The outcome of an A/B test: two intervals a line, and a sentence that says what they can and cannot tell."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from game.campaign.view import CampaignView, Interval, TestView
from game.i18n import _, euros, ngettext, number, percent, points
from game.screens.playing import Playing
from game.ui import Column, Row, Rule, Spacer, Text, Widget
from game.ui import Interval as IntervalChart

_NAME, _FIGURE = 140, 72
"""Width of the names and of a column of figures at 100 % text, in design units."""


def results(playing: Playing, view: CampaignView, scale: float = 1.0) -> Widget:
    """Clicks and trust of both versions with their margins; before a test, what one would cost and give."""
    if view.test is None:
        return _untested(playing, scale)
    test = view.test
    shown = ngettext("Shown to {count} voter each", "Shown to {count} voters each", test.shown)
    return Column(
        Row(
            Text(shown.format(count=number(test.shown)), "small", color="text2"),
            Spacer(grow=1),
            Text("A", "keycap", width=_FIGURE * scale, align="right"),
            Text("B", "keycap", color="lemon", width=_FIGURE * scale, align="right"),
        ),
        _line(_("Clicks"), test.clicks, _share, scale, lowest=0.0),
        _line(_("Trust in us"), test.trust, points, scale, zero=0.0),
        gap=13,
    )


def _untested(playing: Playing, scale: float) -> Widget:
    campaign = playing.texts.campaign
    facts = _("A test costs {price}. It shows each version to {count} voters of your audience and counts what they do.")
    told = facts.format(price=euros(campaign.test_price), count=number(campaign.test_size))
    return Column(
        Text(_("Two guesses, so far."), "h3"),
        Text(_together(told), "label", color="text2"),
        *(_unknown(name, scale) for name in (_("Clicks"), _("Trust in us"))),
        gap=4,
    )


def _unknown(name: str, scale: float) -> Widget:
    """A line that a test would fill."""
    marks = (Text("?", "bold", color="text2", width=_FIGURE * scale, align="right", hidden=True) for _side in "ab")
    return Row(
        Text(name, "label", color="text2", width=_NAME * scale, hidden=True),
        Rule("dashed", color="ctl", grow=1),
        *marks,
        align="center",
    )


def _share(share: float) -> str:
    return percent(share, 1)


def _ends(figure: Interval, lowest: float) -> tuple[float, float]:
    """Both ends of the margin; a share of clicks cannot be less than nothing."""
    return max(lowest, figure.value - figure.margin), figure.value + figure.margin


def _line(
    name: str,
    figures: dict[str, Interval],
    said: Callable[[float], str],
    scale: float,
    *,
    zero: float | None = None,
    lowest: float = -100.0,
) -> Widget:
    """Name, both intervals on one axis, both figures."""
    a, b = figures["a"], figures["b"]
    (a_low, a_high), (b_low, b_high) = _ends(a, lowest), _ends(b, lowest)
    ends = [a_low, a_high, b_low, b_high, *([] if zero is None else [zero])]
    room = max((max(ends) - min(ends)) * 0.08, 1e-6)
    spans = [("A", a.value, a_low, a_high, "text"), ("B", b.value, b_low, b_high, "lemon")]
    spoken = _("{name}: A {a}, from {a_low} to {a_high}. B {b}, from {b_low} to {b_high}.").format(
        name=name,
        a=said(a.value),
        a_low=said(a_low),
        a_high=said(a_high),
        b=said(b.value),
        b_low=said(b_low),
        b_high=said(b_high),
    )
    return Row(
        Text(name, "strong", width=_NAME * scale),
        IntervalChart(spans, min(ends) - room, max(ends) + room, zero=zero, label=spoken, grow=1),
        Text(said(a.value), "bold", width=_FIGURE * scale, align="right", hidden=True),
        Text(said(b.value), "bold", color="lemon", width=_FIGURE * scale, align="right", hidden=True),
        gap=0,
        align="center",
    )


def verdict(test: TestView | None) -> str:
    """What the test says, and no more than that; nothing before a test."""
    if test is None:
        return ""
    clicks, trust = _ahead(test.clicks), _ahead(test.trust)
    return _together(" ".join((_finding(test, clicks, trust), _("The test won’t choose for you."))))


def _together(told: str) -> str:
    """The words, the last of which never stands alone on a line."""
    return "\u00a0".join(told.rsplit(" ", 1))


def _finding(test: TestView, clicks: str, trust: str) -> str:
    if not clicks and not trust:
        few = ngettext(
            "Too close to call: {count} voter is too few.", "Too close to call: {count} voters are too few.", test.shown
        )
        return few.format(count=number(test.shown))
    if clicks == trust:
        return _("{letter} does better on both counts.").format(letter=clicks)
    if not trust:
        return _("{letter} gets the clicks. On trust it is too close to call.").format(letter=clicks)
    if not clicks:
        return _("{letter} keeps the trust. On clicks it is too close to call.").format(letter=trust)
    return _("{clicks} gets the clicks. {trust} keeps the trust.").format(clicks=clicks, trust=trust)


def _ahead(figures: dict[str, Interval]) -> str:
    """The letter that leads by more than the margin of the difference; empty when the test cannot tell."""
    a, b = figures["a"], figures["b"]
    gap = a.value - b.value
    if abs(gap) <= hypot(a.margin, b.margin):
        return ""
    return "A" if gap > 0 else "B"
