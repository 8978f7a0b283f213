"""The living electorate as a table: each district with its stances, how they are known, and who fits the audience."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.i18n import _, labelled, number, percent
from game.screens.dot_words import STANDINGS, District, Split, stance_words, standing_words
from game.ui import Column, Icon, Item, Row, Rule, Spacer, StanceBar, StanceMark, Text, Widget
from game.ui.dot_mark import DotMark

Visit = Callable[[int], object]
_NAME, _PEOPLE, _CELL, _GAP = 158.0, 64.0, 66.0, 6.0
_STANCES = ("for", "undecided", "against")


def district_table(rows: tuple[District, ...], per_dot: int, visit: Visit, *, large: bool, audience: bool) -> Widget:
    """One row for each district and one for the town; ``visit(index)`` shows a district on the map.

    Each row is one sentence for a screen reader. Where the text is large, that sentence takes the place of the columns.
    """
    told = partial(_row, per_dot=per_dot, visit=visit, large=large, audience=audience)
    *each, town = (told(row) for row in rows)
    caption = Text(_("What your campaign believes. Nobody here sees the truth."), "small", color="text2")
    title = Text(_("District by district"), "h3", role="heading")
    return Column(
        Column(title, caption, gap=0) if large else Row(title, caption, gap=16, align="baseline"),
        *(() if large else (_legend(audience), _head(audience))),
        Rule(),
        Column(*each, group=True, gap=0),
        Rule(),
        town,
        gap=4,
        pad=(0, 12, 8, 8),
    )


def _columns(audience: bool) -> tuple[tuple[tuple[Widget, str], ...], ...]:
    """The groups of columns: the sign of each column, and what it means."""
    stances = zip(_STANCES, (_("for"), _("undecided"), _("against")), strict=True)
    standings = zip(STANDINGS, (_("known"), _("guessed"), _("unknown")), strict=True)
    fits: tuple[tuple[Widget, str], ...] = ((Icon("users", 16, color="lemon"), _("fit your sentence")),)
    return (
        ((Icon("user", 14, color="text2"), _("voters")),),
        tuple((StanceMark(stance, 14), name) for stance, name in stances),
        tuple((DotMark(standing, size=18), name) for standing, name in standings),
        fits if audience else (),
    )


def _legend(audience: bool) -> Widget:
    """What the signs over the columns mean."""
    signs = [each for group in _columns(audience) for each in group]
    told = (Row(sign, Text(name, "small", color="text2", hidden=True), gap=6, align="center") for sign, name in signs)
    return Row(*told, gap=14, wrap=True)


def _head(audience: bool) -> Widget:
    """The signs, over their columns."""
    voters, stances, standings, fits = (
        [Row(Spacer(grow=1), sign, width=_CELL) for sign, _name in group] for group in _columns(audience)
    )
    return Row(
        Spacer(width=_NAME),
        Row(Spacer(grow=1), *voters, width=_PEOPLE),
        *stances,
        Spacer(grow=1),
        *standings,
        Spacer(grow=1),
        *fits,
        gap=_GAP,
        align="center",
        pad=(4, 8, 0, 8),
    )


def _row(row: District, *, per_dot: int, visit: Visit, large: bool, audience: bool) -> Widget:
    people = _("{n} voters").format(n=number(row.dots * per_dot))
    fit = _("{share} fit your sentence").format(share=percent(row.share(row.inside)))
    sentences = [stance_words(row), standing_words(row), *([fit] if audience else [])]
    content = _stacked(row, people, sentences) if large else _figures(row, per_dot, audience)
    return Item(
        content,
        partial(visit, row.index),
        label=labelled(row.name, people),
        description=". ".join(sentences),
        id=f"district-{row.index}",
        pad=(5, 8),
    )


def _stacked(row: District, people: str, sentences: list[str]) -> Widget:
    head = Row(Text(row.name, "strong"), Text(people, "label", color="text2"), gap=12, align="baseline", wrap=True)
    return Column(head, _bar(row, 12), *(Text(sentence, "label") for sentence in sentences), gap=4)


def _figures(row: District, per_dot: int, audience: bool) -> Widget:
    return Row(
        Text(row.name, "strong", width=_NAME),
        Text(number(row.dots * per_dot), "body", color="text2", align="right", width=_PEOPLE),
        Column(_cells(row, row.stances), Row(Spacer(width=18), _bar(row, 8, 3 * _CELL + 2 * _GAP - 18)), gap=2),
        Spacer(grow=1),
        _cells(row, row.standings),
        Spacer(grow=1),
        Text(percent(row.share(row.inside)), "body", align="right", width=_CELL) if audience else None,
        gap=_GAP,
        align="center",
    )


def _cells(row: District, counts: Split) -> Widget:
    cells = (Text(percent(share), "body", align="right", width=_CELL) for share in row.shares(counts))
    return Row(*cells, gap=_GAP)


def _bar(row: District, height: float, width: float = 0.0) -> Widget:
    shares = [(stance, row.share(count)) for stance, count in zip(_STANCES, row.stances, strict=True)]
    return StanceBar(shares, height=height, width=width) if width else StanceBar(shares, height=height)
