"""The panel beside the data table: one voter, and what one source says or would say about them."""

from __future__ import annotations

from game.campaign.view import DotFile, SourceView
from game.i18n import _, number, percent
from game.scenario.model import Source
from game.screens.playing import Playing
from game.ui import (
    Arrow,
    Canvas,
    Column,
    Painter,
    Panel,
    Receipt,
    Rect,
    Row,
    Text,
    Widget,
)


def voter_file(playing: Playing, source: Source, seen: SourceView, dot: int) -> Widget:
    """The voter of one dot as the campaign's files have them.

    A source that is not yet bought shows what such a file holds in general: nobody sees this voter's traces unpaid.
    """
    file = playing.session.dot_file(dot)
    return Column(
        _who(playing, file, seen),
        Text(_heading(seen), "strong"),
        _traces(playing, source, seen, file),
        gap=7,
    )


def _who(playing: Playing, file: DotFile, seen: SourceView) -> Widget:
    district = next(place for place in playing.texts.town.districts if place.id == file.district)
    street = district.streets[file.street % len(district.streets)]
    words = Column(
        Text(_("One file in {count}").format(count=number(seen.records)), "small", color="text2"),
        Text(_("Voter {number}").format(number=number(file.voter)), "h2"),
        Text(_("{age}, {street}").format(age=file.age, street=street), "body"),
        Text(_("from the electoral roll"), "small", color="text2"),
        gap=2,
        grow=1,
    )
    face = Canvas(_silhouette, label=_("Nobody’s face: a voter is a row in a file here."), width=104, height=104)
    return Row(face, words, gap=16, align="center")


def _heading(seen: SourceView) -> str:
    if seen.owned:
        return _("What this file says")
    return _("What this file would add")


def _traces(playing: Playing, source: Source, seen: SourceView, file: DotFile) -> Widget | None:
    """The receipt of everyday traces, an arrow, and the guesses drawn from them."""
    held = set(file.signals)
    shown = [signal for signal in source.signals if not seen.owned or signal in held]
    signals = {signal.id: signal for signal in playing.texts.town.signals}
    if not source.signals:
        return None
    lines = [Text(_tied(signals[signal].receipt), "small", color="#0E182B") for signal in shown[:4]]
    if not lines:
        lines = [Text(_("No trace of this voter."), "small", color="#0E182B")]
    concerns = {concern.id: concern for concern in playing.texts.town.concerns}
    guesses: list[Widget] = [
        Panel(
            Text(_("{guess}?").format(guess=concerns[concern].guess), "small_strong", size=17),
            Text(_("{share} sure").format(share=percent(sure)), "small", color="text2"),
            fill="",
            border="lemon",
            border_width=2,
            dashed=True,
            pad=(4, 8),
            gap=0,
        )
        for concern, sure in seen.guesses
    ]
    receipt = Receipt(*lines, pad=(8, 8, 14, 8), gap=3, shadow=False, fill="bone", grow=1)
    if not guesses:
        return receipt
    return Row(
        receipt, Arrow(18), Column(*guesses, gap=10, width=128 * playing.app.prefs.text_scale), gap=4, align="center"
    )


def _tied(line: str) -> str:
    """A line of a receipt whose number never stands alone."""
    return line.replace(" × ", "\u00a0×\u00a0")


def _silhouette(painter: Painter, area: Rect) -> None:
    """Head and shoulders of nobody in particular, with a question mark for a face."""
    x, y, size = area.x, area.y, min(area.w, area.h)
    part = size / 120
    skin = "ctl" if painter.theme.prefs.contrast == "high" else "#4E689A"
    painter.rect(x, y, size, size, "sunk", border="line", radius=8)
    painter.polygon(
        [(x + 14 * part, y + size - 1), (x + 28 * part, y + 96 * part), (x + 48 * part, y + 86 * part),
         (x + 72 * part, y + 86 * part), (x + 92 * part, y + 96 * part), (x + 106 * part, y + size - 1)],
        skin,
    )  # fmt: skip
    for dx, dy, r in ((60, 48, 30), (36, 42, 18), (84, 42, 18), (34, 64, 14), (86, 64, 14), (48, 24, 17), (72, 24, 17)):
        painter.circle(x + dx * part, y + dy * part, r * part, skin)
    painter.text(x + 60 * part, y + 34 * part, "?", "h1", "sunk", "center")
