"""Paragraphs: spans of text broken into lines of runs, measured in pixels and kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from game.ui import bidi, fonts


class Span(NamedTuple):
    """A stretch of text in a paragraph. Empty values mean: as the paragraph. `on_press` makes it a word to focus."""

    text: str
    face: str = ""
    color: str = ""
    underline: str = ""
    mark: bool = False
    struck: bool = False
    on_press: Callable[[], object] | None = None
    id: str = ""
    key: str = ""
    description: str = ""
    bold: bool = False
    italic: bool = False

    def face_in(self, base: str) -> str:
        """The face of this span in a paragraph set in `base`."""
        face = self.face or base
        if self.bold:
            face = fonts.bolder(face)
        return fonts.italic(face) if self.italic else face


class Run(NamedTuple):
    """A stretch of one span on one line: `x` and `width` in pixels from the left of the line; `rtl` if it goes there."""

    span: int
    text: str
    x: int
    width: int
    rtl: bool = False


class Line(NamedTuple):
    """One line of a paragraph; `width` in pixels. `parts` are the spans' texts in the order of reading."""

    runs: tuple[Run, ...]
    width: int
    parts: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        """The line in the order of reading."""
        return "".join(string for _, string in self.parts)


_MARKUP = re.compile(r"\*\*(.+?)\*\*|==(.+?)==|\*(.+?)\*")


def markup(string: str) -> list[Span]:
    """Spans of `**bold**`, `*italic*` and `==marked==` in a plain text. Marks do not nest."""
    spans: list[Span] = []
    at = 0
    for match in _MARKUP.finditer(string):
        if match.start() > at:
            spans.append(Span(string[at : match.start()]))
        bold, marked, slanted = match.groups()
        if bold is not None:
            spans.append(Span(bold, bold=True))
        elif marked is not None:
            spans.append(Span(marked, mark=True))
        else:
            spans.append(Span(slanted, italic=True))
        at = match.end()
    if at < len(string):
        spans.append(Span(string[at:]))
    return spans


_KERNED = 12

Piece = tuple[str, str, int, int]
"""Text, face, pixels to the em, extra pixels after each letter."""


@lru_cache(maxsize=2000)
def break_lines(pieces: tuple[Piece, ...], width: int, rtl: bool = False) -> tuple[Line, ...]:
    """Greedy lines of at most `width` pixels. Words break only when one alone is too long.

    Lines break in the order of reading; then the stretches of a line that runs both ways are put in the order of
    seeing. `rtl` says that the page goes from right to left.
    """
    lines = _broken(pieces, width)
    return _ordered(pieces, lines, rtl) if any(bidi.needed(piece[0]) for piece in pieces) else lines


def _ordered(pieces: tuple[Piece, ...], lines: tuple[Line, ...], rtl: bool) -> tuple[Line, ...]:
    """The lines of a text that runs both ways; each paragraph has the direction of its letters and of the page."""
    made: list[Line] = []
    for paragraph in _paragraphs(pieces, lines):
        whole = "".join(line.text + " " for line in paragraph)
        found = bidi.levels(whole, bidi.base(whole, rtl))
        at = 0
        for line in paragraph:
            made.append(_seen(pieces, line, found[at : at + len(line.text)]))
            at += len(line.text) + 1
    return tuple(made)


def _paragraphs(pieces: tuple[Piece, ...], lines: tuple[Line, ...]) -> list[list[Line]]:
    """The lines between hard breaks."""
    breaks = [len(part.replace(" ", "")) for part in "".join(piece[0] for piece in pieces).split("\n")]
    found: list[list[Line]] = [[]]
    left = breaks.pop(0)
    for line in lines:
        found[-1].append(line)
        left -= len(line.text.replace(" ", ""))
        if left <= 0 and breaks:
            found.append([])
            left = breaks.pop(0)
    return [some for some in found if some]


def _seen(pieces: tuple[Piece, ...], line: Line, levels: tuple[int, ...]) -> Line:
    """A line with its stretches in the order of seeing."""
    spans = [index for index, string in line.parts for _ in string]
    stretches = [
        (key, "".join(letter for _, letter in some))
        for key, some in groupby(zip(zip(spans, levels, strict=True), line.text, strict=True), lambda one: one[0])
    ]
    runs: list[Run] = []
    x = 0
    for n in bidi.visual([level for (_, level), _ in stretches]):
        (span, level), string = stretches[n]
        w = _width(pieces[span], string)
        runs.append(Run(span, string, x, w, bool(level % 2)))
        x += w
    return Line(tuple(runs), x, line.parts)


def _broken(pieces: tuple[Piece, ...], width: int) -> tuple[Line, ...]:
    if not any("\n" in piece[0] for piece in pieces):
        whole = _line(pieces, [(index, piece[0]) for index, piece in enumerate(pieces) if piece[0]])
        if whole.width <= width:
            return (whole,)
    lines: list[Line] = []
    current: list[tuple[int, str]] = []
    used = 0
    for word, breaks in _words(pieces):
        need = sum(_width(pieces[i], t) for i, t in word)
        if not breaks and used + need <= width - _KERNED:
            current.extend(word)
            used += need
            continue
        bare = sum(_width(pieces[i], t.rstrip(" ") if n == len(word) - 1 else t) for n, (i, t) in enumerate(word))
        near = used + bare > width - _KERNED  # words joined can be wider than the sum of their widths
        if current and near and _line(pieces, [*current, *word]).width > width:
            lines.append(_line(pieces, current))
            current, used = [], 0
        if bare > width and _line(pieces, list(word)).width > width:
            for part in _chop(pieces, word, width):
                if current:
                    lines.append(_line(pieces, current))
                current = part
            used = sum(_width(pieces[i], t) for i, t in current)
        else:
            current.extend(word)
            used += need
        if breaks:
            lines.append(_line(pieces, current))
            current, used = [], 0
    if current or not lines:
        lines.append(_line(pieces, current))
    return tuple(lines)


def _words(pieces: tuple[Piece, ...]) -> list[tuple[list[tuple[int, str]], bool]]:
    """Unbreakable words (with the space after them) as parts of spans; True when a line must end after it."""
    words: list[tuple[list[tuple[int, str]], bool]] = []
    word: list[tuple[int, str]] = []
    for index, piece in enumerate(pieces):
        for word_or_break in re.findall(r"\n|[^ \n]* +|[^ \n]+", piece[0]):
            if word_or_break == "\n":
                words.append((word, True))
                word = []
                continue
            word.append((index, word_or_break))
            if word_or_break.endswith(" "):
                words.append((word, False))
                word = []
    if word:
        words.append((word, False))
    return words


@lru_cache(maxsize=2000)
def longest_word(pieces: tuple[Piece, ...]) -> int:
    """Width of the longest word in pixels."""
    return max((sum(_width(pieces[i], part.rstrip(" ")) for i, part in word) for word, _ in _words(pieces)), default=0)


def _width(piece: Piece, string: str) -> int:
    return fonts.width(string, piece[1], piece[2], piece[3])


def _chop(pieces: tuple[Piece, ...], word: list[tuple[int, str]], width: int) -> list[list[tuple[int, str]]]:
    """A word that is longer than a line, cut between letters."""
    parts: list[list[tuple[int, str]]] = [[]]
    used = 0
    for index, string in word:
        for letter in string:
            need = _width(pieces[index], letter)
            if parts[-1] and used + need > width:
                parts.append([])
                used = 0
            if parts[-1] and parts[-1][-1][0] == index:
                parts[-1][-1] = (index, parts[-1][-1][1] + letter)
            else:
                parts[-1].append((index, letter))
            used += need
    return parts


def _line(pieces: tuple[Piece, ...], parts: list[tuple[int, str]]) -> Line:
    """Parts joined into one run for each span, so that kerning is the font's."""
    joined: list[tuple[int, str]] = []
    for index, string in parts:
        if joined and joined[-1][0] == index:
            joined[-1] = (index, joined[-1][1] + string)
        else:
            joined.append((index, string))
    if joined:
        joined[-1] = (joined[-1][0], joined[-1][1].rstrip(" "))
    runs: list[Run] = []
    x = 0
    for index, string in joined:
        w = _width(pieces[index], string)
        if string:
            runs.append(Run(index, string, x, w))
        x += w
    return Line(tuple(runs), x, tuple(joined))


def shorten(
    pieces: tuple[Piece, ...], lines: tuple[Line, ...], limit: int, width: int, rtl: bool = False
) -> tuple[Line, ...]:
    """At most `limit` lines; the last one ends in an ellipsis when something was left out."""
    if not limit or len(lines) <= limit:
        return lines
    kept = list(lines[:limit])
    if not kept[-1].parts:
        return tuple(kept)
    *before, (span, text) = kept[-1].parts
    used = sum(_width(pieces[index], string) for index, string in before)
    while text and used + _width(pieces[span], text + "…") > width:
        text = text[:-1]
    last = _line(pieces, [*before, (span, text.rstrip(" ,;:") + "…")])
    kept[-1] = _ordered(pieces, (last,), rtl)[0] if bidi.needed(last.text) else last
    return tuple(kept)
