"""Two columns of posts with threads between those that both phones showed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _, labelled
from game.screens.letters import shortened
from game.screens.phone import face
from game.screens.post_words import found, words_of
from game.ui import Box, Column, Icon, Item, Painter, Rect, Row, StanceMark, Text, Widget
from game.ui.painter import wobbled

if TYPE_CHECKING:
    from game.debrief.two_feeds import FeedPair
    from game.feed.view import PostView
    from game.scenario.model import Scenario, SideId
    from game.ui import App

ROW, GAP = 52.0, 7.0
"""Height of a post and the space below it at 100 % text, in design units."""


def pitch(scale: float) -> float:
    """From the top of one row to the top of the next."""
    return ROW * scale + GAP


def paid_by(texts: Scenario, post: PostView) -> SideId | None:
    """The side behind a campaign's or a network's post: known in the debrief also where the phone hid it."""
    if post.kind == "bot" and post.bot is not None and post.bot < len(texts.feed.bots):
        return texts.feed.bots[post.bot].side
    return next((side.id for side in texts.head.sides if post.account in (side.account, side.front)), None)


def row(
    app: App,
    texts: Scenario,
    post: PostView,
    *,
    mark: str,
    wide: float,
    common: bool,
    scale: float,
    press: Callable[[], None],
    focus: Callable[[], None],
) -> Widget:
    """One post in a line: who, what, and the stance of whoever paid for it."""
    words = words_of(texts, post)
    side = paid_by(texts, post) if post.kind != "authored" else None
    bot = post.kind == "bot"
    name = (
        _("{account}, ad").format(account=words.name)
        if post.kind == "campaign" and post.invitation is None
        else words.name
    )
    room = wide - 38 * scale - (86 if side is not None else 58)
    said_there = shortened(app, words.text.strip('“”"').split("\n")[0], room, face="sans_semibold")
    quote = _("“{words}”").format(words=said_there)
    color = side if side is not None and not bot else "text2"
    said = [_("on both phones")] if common else []
    if side is not None:
        said.append(next(camp.name for camp in texts.head.sides if camp.id == side))
    return Item(
        Row(
            _sign(texts, post, side, 38 * scale),
            Column(
                Text(name, "small", face="sans_bold" if side and not bot else "sans", color=color, lines=1),
                Text(quote, "small", face="sans_semibold", lines=1),
                grow=1,
            ),
            StanceMark(side, 14) if side is not None else None,
            gap=12,
            align="center",
        ),
        press,
        label=labelled(name, words.text),
        description=", ".join(said),
        kind="card",
        fill="marker.pale" if common else "slip",
        on_focus=focus,
        pad=(4, 14, 4, 10),
        height=ROW * scale,
        id=mark,
    )


def _sign(texts: Scenario, post: PostView, side: str | None, size: float) -> Widget:
    """A megaphone for ads, a robot for networks, a newspaper for outlets, a face for people."""
    account = found(texts.feed.accounts, post.account)
    if post.kind == "bot":
        return _disc("robot", "undecided", size)
    if side is not None:
        return _disc("bullhorn", side, size)
    if account is not None and account.kind == "outlet":
        return _disc("newspaper", "text", size)
    return face(f"{account.avatar}.svg" if account is not None else "", "", size)


def _disc(icon: str, fill: str, size: float) -> Widget:
    glyph = Column(
        Icon(icon, size * 0.44 / max(1.0, size / 38), color="white"), align="center", justify="center", height=size
    )
    return Box(glyph, fill=fill, radius=size / 2, width=size, height=size)


def frames(pair: FeedPair, scale: float, wide: float) -> Callable[[Painter, Rect], None]:
    """The outlines of the rows: strong around what is common, thin around the rest."""

    def paint(painter: Painter, area: Rect) -> None:
        shared = ({mine for mine, _other in pair.common}, {other for _mine, other in pair.common})
        for column, posts in enumerate((pair.mine, pair.other)):
            x = area.x if column == 0 else area.right - wide
            for index in range(len(posts)):
                common = index in shared[column]
                painter.rect(
                    x,
                    area.y + index * pitch(scale),
                    wide,
                    ROW * scale,
                    border="pencil" if common else "#DCCFAE",
                    border_width=2.4 if common else 1.4,
                    radius=8,
                )

    return paint


def threads(pair: FeedPair, scale: float, focus: tuple[str, int]) -> Callable[[Painter, Rect], None]:
    """A thread from each post of mine to the same post on the other phone; the one in focus is drawn strongly."""

    def paint(painter: Painter, area: Rect) -> None:
        strong = [ends for ends in pair.common if focus in (("mine", ends[0]), ("other", ends[1]))]
        for ends in [*(one for one in pair.common if one not in strong), *strong]:
            a = (area.x, area.y + ends[0] * pitch(scale) + ROW * scale / 2)
            b = (area.right, area.y + ends[1] * pitch(scale) + ROW * scale / 2)
            few = len(pair.common) <= 3
            color, width = ("text", 3.0) if ends in strong or few else ("line", 1.6)
            painter.stroke(wobbled(_curve(a, b), ends[0] + 3), color, width)

    return paint


def _curve(a: tuple[float, float], b: tuple[float, float], steps: int = 8) -> list[tuple[float, float]]:
    """From a to b, level at both ends."""
    out = []
    for step in range(steps + 1):
        t = step / steps
        out.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t * t * (3 - 2 * t)))
    return out
