"""What the three questions of lateral reading find, as widgets."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _, labelled, number, points
from game.screens.post_words import PostWords, found
from game.ui import Box, Canvas, Column, Icon, Item, Painter, Picture, Rect, Row, Text, Widget

if TYPE_CHECKING:
    from game.feed.commands import Question
    from game.scenario.model import Finding
    from game.screens.playing import Playing

SHORT = 90
"""Letters about an account that leave room for a wide chart beside them."""
JUMP = 100
"""A chart names the biggest rise from one day to the next from this many followers on."""


def question_title(question: Question) -> str:
    """The question as the page asks it."""
    titles = {
        "behind": _("Who is behind it?"),
        "others": _("What do others say?"),
        "picture": _("Where is the picture from?"),
    }
    return titles[question]


def search_word(question: Question) -> str:
    """The button that asks it."""
    words = {
        "behind": _("Look up the account"),
        "others": _("Look in other places"),
        "picture": _("Search for earlier copies"),
    }
    return words[question]


def nothing_word(question: Question) -> str:
    """What stands there where a question has no answer; it costs nothing."""
    words = {
        "behind": _("Somebody you know, telling you about their day. There is nothing to check."),
        "others": _("Nobody else has written about it."),
        "picture": _("There is no picture to look for."),
    }
    return words[question]


def evidence(playing: Playing, question: Question, words: PostWords, on_page: Callable[[str], None]) -> Widget:
    """What one question found. ``on_page`` opens a page of the in-game web by its id."""
    if question == "behind":
        return _behind(words)
    if question == "others":
        return _others(playing, words, on_page)
    return _origin(words)


def evidence_aloud(playing: Playing, question: Question, words: PostWords) -> str:
    """The same in one text, for whoever does not see it come."""
    if question == "behind":
        return words.behind or _("A person like you, as far as anybody can see.")
    if question == "picture":
        return words.picture.origin if words.picture else nothing_word("picture")
    said = []
    for finding in words.findings:
        page = found(playing.texts.feed.pages, finding.page)
        said.append(labelled(page.site if page else finding.page, finding.says))
    return " ".join(said) or nothing_word("others")


def _behind(words: PostWords) -> Widget:
    about = words.behind or _("A person like you, as far as anybody can see.")
    text = Text(about, "body", grow=1)
    if len(words.followers) < 2:
        return text
    wide = 276 if len(about) <= SHORT else 232
    return Row(text, followers_chart(words.followers, wide), gap=20, align="start")


def _origin(words: PostWords) -> Widget:
    if words.picture is None:
        return Text(nothing_word("picture"), "body", color="text2")
    return Row(
        Picture(words.art, label=words.alt, fit="cover", width=132, height=84, radius=8),
        Text(words.picture.origin, "body", grow=1),
        gap=16,
        align="start",
    )


def _others(playing: Playing, words: PostWords, on_page: Callable[[str], None]) -> Widget:
    rows = [_finding(playing, at, finding, on_page) for at, finding in enumerate(words.findings)]
    return Column(*rows, gap=7, group=True)


def _finding(playing: Playing, at: int, finding: Finding, on_page: Callable[[str], None]) -> Widget:
    page = found(playing.texts.feed.pages, finding.page)
    site, icon = (page.site, page.icon) if page else (finding.page, "newspaper")
    content = Row(
        Box(
            Column(Icon(icon, 17, color="white"), align="center", justify="center", grow=1),
            fill="plum",
            radius=6,
            min_width=32,
            min_height=32,
        ),
        Column(
            Row(
                Text(site, "small", color="text2"),
                Icon("up-right-from-square", 12, color="text2"),
                gap=8,
                align="center",
            ),
            Text(finding.says, "small_strong"),
            grow=1,
        ),
        gap=14,
        align="start",
    )
    return Item(
        content,
        lambda: on_page(finding.page),
        label=labelled(site, finding.says),
        description=_("Opens the page."),
        kind="row",
        pad=(4, 0),
        bleed=8,
        id=f"finding-{at}",
    )


def followers_chart(followers: tuple[int, ...], wide: float = 276) -> Widget:
    """Followers day by day as bars; the biggest rise is named, because that is what is odd."""
    rises = [later - earlier for earlier, later in itertools.pairwise(followers)]
    jump = max(rises)
    at = rises.index(jump) + 1
    label = _("Followers on day {first}: {before}, on day {last}: {after}.").format(
        first=number(1), before=number(followers[0]), last=number(len(followers)), after=number(followers[-1])
    )
    odd = jump >= JUMP
    if odd:
        label += " " + _("{rise} followers overnight on day {day}.").format(rise=points(jump, 0), day=number(at + 1))

    def paint(painter: Painter, area: Rect) -> None:
        most, count = max(max(followers), 1), len(followers)
        pitch, height = area.w / count, area.h - 26
        for day, value in enumerate(followers):
            tall = max(3.0, (height - 2) * value / most)
            painter.rect(
                area.x + day * pitch + 3,
                area.y + height - tall,
                pitch - 6,
                tall,
                "raspberry" if odd and day >= at else "plum.2",
                radius=3 if tall > 6 else 1.5,
            )
        if odd:
            _name_the_rise(painter, area, jump, area.x + at * pitch)
        painter.line(area.x, area.y + height, area.x + area.w, area.y + height, "plum", 2)
        painter.text(area.x, area.y + height + 4, _("day {n}").format(n=number(1)), "small", "plum.2")
        painter.text(
            area.x + area.w, area.y + height + 4, _("day {n}").format(n=number(count)), "small", "plum.2", "right"
        )

    return Canvas(paint, label=label, width=wide, height=116)


def _name_the_rise(painter: Painter, area: Rect, jump: int, bar: float) -> None:
    """The size of the biggest rise in words, beside its bar: over the low bars, or over the high ones that follow."""
    lines = [(points(jump, 0), "strong", "plum"), *((word, "small", "plum") for word in _rise_words())]
    wide = max(painter.text_width(word, style) for word, style, _color in lines)
    x, y = area.x, area.y + 2
    if area.x + wide + 12 > bar:
        return
    for word, style, color in lines:
        painter.text(x, y, word, style, color)
        y += painter.theme.style(style).line * painter.theme.prefs.text_scale - 2
    start = x + painter.text_width(lines[0][0], "strong") + 6
    if start + 14 < bar:
        painter.wobble([(start, area.y + 12), ((start + bar) / 2, area.y + 8), (bar - 3, area.y + 12)], "plum", 2, 2)
        painter.stroke([(bar - 10, area.y + 6), (bar - 3, area.y + 12), (bar - 11, area.y + 16)], "plum", 2)


def _rise_words() -> list[str]:
    return _("followers overnight").split(" ", 1)
