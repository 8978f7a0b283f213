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

_INK = "#0E182B"
_LINES, _ONE_LINE = 5, 17
"""Lines of the receipt, and the letters that one of them holds."""
_FACE = 120.0
"""Size of the portrait, in design units."""
_CURLS = (
    (61, 44, 38), (63, 24, 24), (45, 20, 17), (75, 20, 16), (34, 36, 15), (88, 32, 15),
    (30, 50, 15), (91, 49, 14.5), (29, 63, 12), (93, 63, 11.5),
)  # fmt: skip
"""The hair, as discs: x, y, radius in a portrait of 120."""


def voter_file(playing: Playing, source: Source, seen: SourceView, dot: int) -> list[Widget | None]:
    """The voter of one dot as the campaign's files have them, from the top to the bottom of a column.

    A source that is not yet bought shows what such a file holds in general: nobody sees this voter's traces unpaid.
    """
    file = playing.session.dot_file(dot)
    return [
        _who(playing, file, seen),
        Text(_heading(seen), "strong", role="heading"),
        _traces(playing, source, seen, file),
    ]


def _who(playing: Playing, file: DotFile, seen: SourceView) -> Widget:
    district = next(place for place in playing.texts.town.districts if place.id == file.district)
    street = district.streets[file.street % len(district.streets)]
    words = Column(
        Text(_("One file in {count}").format(count=number(seen.records)), "small", color="text2"),
        Text(_("Voter {number}").format(number=number(file.voter)), "h2", role="heading"),
        Text(_("{age}, {street}").format(age=file.age, street=street), "body"),
        Text(_("from the electoral roll"), "small", color="text2"),
        gap=4,
        grow=1,
    )
    face = Canvas(_silhouette, label=_("Nobody’s face: a voter is a row in a file here."), width=_FACE, height=_FACE)
    return Row(face, words, gap=16, align="center")


def _heading(seen: SourceView) -> str:
    if seen.owned:
        return _("What this file says")
    return _("What such a file holds: a sample")


def _traces(playing: Playing, source: Source, seen: SourceView, file: DotFile) -> Widget | None:
    """The receipt of everyday traces, an arrow, and the guesses drawn from them."""
    scale = playing.app.prefs.text_scale
    held = set(file.signals)
    shown = [signal for signal in source.signals if not seen.owned or signal in held]
    signals = {signal.id: signal for signal in playing.texts.town.signals}
    if not source.signals:
        return None
    lines = [_line(words) for words in _that_fit([signals[signal].receipt for signal in shown])]
    concerns = {concern.id: concern for concern in playing.texts.town.concerns}
    guesses: list[Widget] = [
        Panel(
            Text(_("{guess}?").format(guess=concerns[concern].guess), "small_strong"),
            Text(_("{share} sure").format(share=percent(sure)), "small", color="text2", line=20),
            fill="",
            border="lemon",
            border_width=2,
            dashed=True,
            pad=(5, 5, 5, 8),
            gap=0,
            aloud=_("Guessed: {guess}, {share} sure").format(guess=concerns[concern].guess, share=percent(sure)),
        )
        for concern, sure in seen.guesses
    ]
    nothing = Text(_("No trace of this voter."), "small", color=_INK)
    receipt = Receipt(*(lines or [nothing]), pad=(10, 7, 18, 7), gap=4, shadow=False, fill="bone", grow=1)
    if not guesses:
        return receipt
    wide = (132 if lines else 160) * scale
    return Row(
        receipt,
        Arrow(15, color="text2", thickness=2.2, align_self="center"),
        Column(*guesses, gap=10, width=wide, align_self="center"),
        gap=3,
    )


def _that_fit(traces: list[str]) -> list[str]:
    """The first traces, as many as the receipt has room for: longer ones take two of its five lines."""
    shown: list[str] = []
    taken = 0
    for words in traces:
        taken += 1 if len(words) <= _ONE_LINE else 2
        if taken > _LINES and shown:
            break
        shown.append(words)
    return shown


def _line(words: str) -> Widget:
    """A line of a receipt: what was bought on the left, how many on the right."""
    thing, times, count = words.replace("\u00a0", " ").rpartition(" × ")
    if not times:
        return Text(words, "small", color=_INK, line=20)
    amount = Text(f"×\u00a0{count}", "small", color=_INK, line=20)
    return Row(Text(thing, "small", color=_INK, line=20, grow=1), amount, gap=4, wrap=True, aloud=words)


def _silhouette(painter: Painter, area: Rect) -> None:
    """Head and shoulders of nobody in particular, with a question mark for a face."""
    x, y, size = area.x, area.y, min(area.w, area.h)
    part = size / 120
    skin = "ctl" if painter.theme.prefs.contrast == "high" else "#4E689A"

    def outline(*points: tuple[float, float]) -> None:
        painter.polygon([(x + dx * part, y + dy * part) for dx, dy in points], skin)

    painter.rect(x, y, size, size, "sunk", border="line", radius=8)
    for dx, dy, r in _CURLS:
        painter.circle(x + dx * part, y + dy * part, r * part, skin)
    outline((38, 58), (42, 72), (49, 82), (49, 92), (72, 92), (72, 82), (79, 72), (84, 58))
    outline((34, 102), (38, 94), (45, 90), (76, 90), (83, 94), (87, 102))
    outline((9, 119), (15, 112), (23, 106), (35, 101), (86, 101), (98, 106), (106, 112), (112, 119))
    style, top = ("hero", 34) if painter.theme.prefs.text_scale < 1.2 else ("h2", 40)
    painter.text(x + 58 * part, y + top * part, "?", style, "sunk", "center")
