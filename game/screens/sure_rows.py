"""The rows of 'How sure are we?': one constant or one mechanism each, with its range as a bar and its source in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _, counted, ngettext, number
from game.parameters import MECHANISMS, PARAMETERS, STUDIES
from game.ui import Canvas, Certainty, Column, Item, Painter, Panel, Rect, Row, Spacer, Text, Widget

if TYPE_CHECKING:
    from game.parameters import Declared, Mechanism, Parameter, Parameters

BAR = 300.0
UNWRITTEN = ("trust", "scandal", "hazard", "shock", "press")
"""Constants with one of these words in their name rest on no literature at all, only on a choice of sign and bound."""
_LEVELS = {"high": 3, "medium": 2, "low": 1}
MECHANISM_GROUP = "mechanisms"


def group_name(group: str) -> str:
    """A group of constants as the list calls it."""
    return {
        "town": _("The town"),
        "data": _("Data and guesses"),
        "feed": _("The feed"),
        "minds": _("Minds"),
        "auction": _("The auction"),
        "ads": _("Ads"),
        "manipulation": _("Tricks"),
        "street": _("The street"),
        "press": _("Press and law"),
        "ballot": _("The vote"),
        MECHANISM_GROUP: _("Mechanisms"),
    }.get(group, group)


def group_line(group: str) -> str:
    """What a group is about, and what it rests on."""
    return {
        "town": _("Who lives here before anybody campaigns."),
        "data": _("What traces say about people, and how often files are wrong."),
        "feed": _("What the network shows, and what it learns from clicks."),
        "minds": _("What an ordinary evening does to anybody, campaign or not."),
        "auction": _("Who gets to see an ad, and what it costs."),
        "ads": _("What an ordinary ad does: little, and not for long."),
        "manipulation": _("What fear, falsehood, hidden senders and crowds add, and what they cost."),
        "street": _("What meeting people does."),
        "press": _("Letters, fines, scandals. Hardly anybody has measured these: nearly all of it is our choice."),
        "ballot": _("Who comes to vote, now and the next time."),
        MECHANISM_GROUP: _("What each mechanism may do at most. Tests hold the game to these promises."),
    }.get(group, "")


def figure(value: float) -> str:
    """A constant with all of its decimals."""
    text = f"{value:.6f}".rstrip("0")
    return number(value, len(text) - text.index(".") - 1)


def unit_word(unit: str, value: float) -> str:
    """The unit of a value, as one says it with that number: ``1 point``, ``2 points``."""
    n = counted(value)
    forms = {
        "points": ngettext("point", "points", n),
        "posts": ngettext("post", "posts", n),
        "comments": ngettext("comment", "comments", n),
        "answers": ngettext("answer", "answers", n),
        "nights": ngettext("night", "nights", n),
        "traces": ngettext("trace", "traces", n),
        "times": ngettext("time", "times", n),
        "ads": ngettext("ad", "ads", n),
        "euros": ngettext("euro", "euros", n),
    }
    return forms.get(unit) or _(unit)


def about(value: float) -> str:
    """A value that was drawn, to two figures that matter."""
    return figure(float(f"{value:.2g}") if abs(value) < 100 else round(value))


def parameter_row(parameter: Parameter, drawn: Parameters | None, *, large: bool) -> Widget:
    """One constant: meaning, range, value in this run, source, certainty."""
    value = None if drawn is None else float(getattr(drawn, parameter.name))
    meaning = _sentence(_(parameter.meaning))
    said = _spoken(parameter, value)
    left = Column(
        Text(meaning, "strong", line=24),
        Text(_source(parameter), "small", color="text2", line=20),
        gap=2,
        grow=1,
    )
    bar = Column(
        Canvas(_range(parameter, value), label="", width=BAR, height=34),
        _ends(parameter, value),
        gap=0,
        width=BAR,
        mirror=False,  # a scale goes from left to right on every page
    )
    sure = Certainty(_LEVELS[parameter.certainty], certainty_word(parameter))
    marks = Row(chip(parameter), sure, gap=20, wrap=True, run_gap=6, align="center")
    inside: Widget = (
        Column(left, bar, marks, gap=10)
        if large
        else Row(Column(left, marks, gap=8, grow=1), Spacer(size=24), bar, gap=0, align="center")
    )
    return Item(
        inside, label=meaning, value=said, description=_source(parameter), pad=(12, 14), id=f"p-{parameter.name}"
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _spoken(parameter: Parameter, value: float | None) -> str:
    line = _("{value} {unit}, between {low} and {high}").format(
        value=figure(parameter.value),
        unit=unit_word(parameter.unit, parameter.value),
        low=figure(parameter.low),
        high=figure(parameter.high),
    )
    more = [line, kind_word(parameter), certainty_word(parameter)]
    if value is not None:
        more.append(_("in your run: {value}").format(value=about(value)))
    return "; ".join(more)


def kind_word(parameter: Parameter) -> str:
    """Evidence or a choice of the game's makers."""
    return _("evidence") if parameter.kind == "evidence" else _("modelling choice")


def certainty_word(parameter: Parameter) -> str:
    """How sure anybody is, in words."""
    return {"high": _("fairly sure"), "medium": _("some evidence"), "low": _("little evidence")}[parameter.certainty]


def chip(parameter: Parameter) -> Widget:
    """A small label: solid for evidence, dashed for a choice, as facts and guesses are everywhere in the game."""
    found = parameter.kind == "evidence"
    return Row(
        Panel(
            Text(kind_word(parameter), "small_strong"),
            fill="marker.pale" if found else "",
            border="pencil",
            border_width=1.6,
            dashed=not found,
            radius=12,
            pad=(1, 10),
        )
    )


def _source(parameter: Parameter) -> str:
    """Where a constant comes from, said plainly."""
    study = STUDIES.get(parameter.source)
    if study is not None:
        cited = f"{study.authors} {study.year}, {study.venue}"
        if parameter.kind == "evidence":
            return cited
        return _("The direction from {study}. The size is our choice.").format(study=cited)
    if any(word in parameter.name for word in UNWRITTEN):
        return _("There is no literature on this. We chose its sign and its limits.")
    return _("No study gives this number. We chose it, and say between which limits.")


def _ends(parameter: Parameter, value: float | None) -> Widget:
    """Figures below the bar: low, central with its unit, high; and the value of this run."""
    unit = unit_word(parameter.unit, parameter.value)
    ends = Row(
        Text(figure(parameter.low), "small", color="text2"),
        Spacer(grow=1),
        Text(f"{figure(parameter.value)} {unit}", "small_strong"),
        Spacer(grow=1),
        Text(figure(parameter.high), "small", color="text2"),
    )
    if value is None:
        return ends
    mine = Text(_("in your run: {value}").format(value=about(value)), "small", color="text2", align="center")
    return Column(ends, mine, gap=0)


def _range(parameter: Parameter, value: float | None) -> Callable[[Painter, Rect], None]:
    """The range as a bar, the central value as a disc, this run's value as a ring with a dot."""

    def paint(p: Painter, area: Rect) -> None:
        wide = parameter.high - parameter.low

        def x_of(one: float) -> float:
            return area.x + 10 + (area.w - 20) * ((one - parameter.low) / wide if wide else 0.5)

        y = area.cy
        p.rect(area.x + 4, y - 5, area.w - 8, 10, "marker" if parameter.kind == "evidence" else "manila", radius=5)
        if parameter.low < 0 < parameter.high:
            p.line(x_of(0), y - 10, x_of(0), y + 10, "text2", 1.6)
        p.circle(x_of(parameter.value), y, 7, "text")
        if value is not None:
            p.circle(x_of(value), y, 11.5, border="text", border_width=2.4)

    return paint


def mechanism_row(mechanism: Mechanism, *, large: bool) -> Widget:
    """One mechanism and what it may do at most."""
    name = _(mechanism.name)
    said = [declared_line(effect) for effect in mechanism.effects]
    lines: list[Widget] = [_declared(effect, large=large) for effect in mechanism.effects]
    if not lines:
        lines = [Text(_("It promises no size of its own: it works through other mechanisms."), "small", color="text2")]
    head = Row(
        Text(mechanism.id, "small_strong", color="text2", width=44), Text(name, "strong", grow=1), align="baseline"
    )
    return Item(
        Column(head, Column(*lines, gap=10, pad=(0, 0, 0, 44 if not large else 0)), gap=6),
        label=f"{mechanism.id} {name}",
        value="; ".join(said),
        pad=(12, 14),
        id=f"m-{mechanism.id}",
    )


def declared_line(effect: Declared) -> str:
    """A promise in words."""
    return _("{measure}: between {low} and {high} {unit}").format(
        measure=_(effect.measure),
        low=figure(effect.low),
        high=figure(effect.high),
        unit=unit_word(effect.unit, effect.high),
    )


def _declared(effect: Declared, *, large: bool) -> Widget:
    study = STUDIES.get(effect.source)
    rest = (
        f"{study.authors} {study.year}, {study.venue}"
        if study is not None
        else _("There is no literature on the size: a promise of ours.")
    )
    words = Column(
        Text(_sentence(_(effect.measure)), "body", line=23), Text(rest, "small", color="text2", line=20), gap=0, grow=1
    )
    between = _("{low} to {high} {unit}").format(
        low=figure(effect.low), high=figure(effect.high), unit=unit_word(effect.unit, effect.high)
    )
    bar = Column(
        Canvas(_promise(effect), label="", width=BAR, height=40),
        Text(between, "small_strong", align="center"),
        gap=0,
        width=BAR,
        mirror=False,
    )
    return Column(words, bar, gap=6) if large else Row(words, Spacer(size=24), bar, gap=0, align="center")


def _promise(effect: Declared) -> Callable[[Painter, Rect], None]:
    """The bounds on an axis that always shows zero, so that the sign is seen."""
    low, high = min(effect.low, 0.0), max(effect.high, 0.0)

    def paint(p: Painter, area: Rect) -> None:
        wide = (high - low) or 1.0

        def x_of(one: float) -> float:
            return area.x + 10 + (area.w - 20) * (one - low) / wide

        p.line(area.x + 4, area.cy, area.right - 4, area.cy, "line", 2)
        left, right = x_of(effect.low), x_of(effect.high)
        p.rect(left, area.cy - 5, max(8.0, right - left), 10, "marker", radius=5)
        p.line(x_of(0), area.cy - 12, x_of(0), area.cy + 12, "text", 2.4)
        p.text(x_of(0) + (7 if low == 0 else -7), area.cy - 26, "0", "small", "text2", "left" if low == 0 else "right")

    return paint


def parameters_of(group: str) -> list[Parameter]:
    """The constants of a group, in the order of the table."""
    return [each for each in PARAMETERS.values() if each.group == group]


def mechanisms() -> list[Mechanism]:
    """All mechanisms."""
    return list(MECHANISMS.values())
