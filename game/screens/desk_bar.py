"""The bar on top of the war room: the desks by their names, then day, moves and money."""

from __future__ import annotations

from functools import partial
from math import inf
from typing import TYPE_CHECKING

from game.campaign.view import CampaignView
from game.i18n import _, euros, ngettext, number
from game.scenario.model import SideId
from game.screens.letters import wide
from game.ui import (
    Button,
    Canvas,
    Coins,
    Column,
    Figure,
    Icon,
    Item,
    KeyCap,
    Painter,
    Panel,
    Progress,
    Rect,
    Row,
    Rule,
    Spacer,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.screens.war_room import WarRoom

_LONG = 38
"""Letters of all names together that leave room for wide gaps at 100 % text."""
_SPARE = 8.0
"""Room that stays empty, for what measuring word by word does not see, in design units."""
_CAP, _DOT, _PAD, _GAP = 24.0, 36.0, 8.0, 12.0
"""Width of a key cap at 100 %, of the player's dot, of the padding of a tab, and between two tabs, in design units."""


def desk_names() -> tuple[tuple[str, str], ...]:
    """Id and name of the five desks, in the order of their keys."""
    return (
        ("data", _("Data")),
        ("audience", _("Audience")),
        ("message", _("Message")),
        ("amplify", _("Amplify")),
        ("street", _("Street")),
    )


def top_bar(page: WarRoom, view: CampaignView) -> Widget:
    """Desk tabs on the left; day, moves and money on the right."""
    names = desk_names()
    prefs = page.app.prefs
    roomy = prefs.text_scale <= 1 and not prefs.wide_spacing
    look, room = ("tab", inf) if roomy else _look(page, view)
    tabs = [_tab(page, str(at), desk, name, look) for at, (desk, name) in enumerate(names, 1)]
    tight = not roomy or sum(len(name) for _desk, name in names) > _LONG
    return Panel(
        Row(
            Canvas(lambda painter, area: _dot(painter, area, view.side), width=_DOT, height=_DOT),
            Row(*tabs, gap=_GAP if tight else 20, align="stretch", pad=(0, 0, 0, 0 if tight else 2)),
            Spacer(grow=1),
            *_purse(view, word=room > wide(page.app, _("Moves"), "body") + 10),
            gap=_GAP if tight else 24,
            pad=(0, 32),
            align="center",
            min_height=64,
        ),
        fill="sunk",
        radius=0,
        pad=0,
    )


def _look(page: WarRoom, view: CampaignView) -> tuple[str, float]:
    """How the desks show their names where letters are large or wide, and the room that is left then.

    "tab": key and name as at 100 %; "small": smaller names; "names": no caps; "caps": only open desks have their name.
    """
    scale = page.app.prefs.text_scale
    day = wide(page.app, _("Day {day}").format(day=number(view.day)), "strong") + 10 + 14 * view.days
    purse = day + 22 * max(view.moves, view.moves_left) + 18 * scale + 8 + wide(page.app, euros(view.money), "strong")
    room = 1280 - 64 - _DOT - purse - 5 * _GAP - _SPARE
    names = [name for _desk, name in desk_names()]
    caps = len(names) * (_CAP * scale + 8)
    for look, style, beside in (("tab", "tab", caps), ("small", "small", caps), ("names", "small", 0.0)):
        taken = sum(wide(page.app, name, style) + _PAD for name in names) + beside + (len(names) - 1) * _GAP
        if taken <= room:
            return look, room - taken
    return "caps", 0.0


def _tab(page: WarRoom, key: str, desk: str, name: str, look: str) -> Widget:
    """A desk's tab."""
    lit = desk in page.desks
    go = partial(page.visit, desk)
    if look == "names":
        bar = Rule(color="accent" if lit else "sunk", thickness=5)
        word = Text(name, "small", color="text" if lit else "text2")
        below = Column(Spacer(grow=1), word, Spacer(grow=1), bar, min_height=64, gap=0)
        width = wide(page.app, name) + _PAD + 1
        return Item(below, go, label=name, key=key, id=f"desk-{desk}", pad=(0, _PAD / 2), width=width)
    if look == "caps" and not lit:
        return Item(Row(KeyCap(key), align="center"), go, label=name, key=key, id=f"desk-{desk}", pad=(0, _PAD / 2))
    style = "small" if look == "small" else ""
    return Button(name, go, kind="tab", style=style, key=key, selected=lit, id=f"desk-{desk}")


def _purse(view: CampaignView, *, word: bool) -> list[Widget]:
    """Day, moves and money; ``word``: is there room for the name of the discs?"""
    day = _("Day {day}").format(day=number(view.day))
    days = _("Day {day} of {days}").format(day=number(view.day), days=number(view.days))
    moves = ngettext("{count} move left", "{count} moves left", view.moves_left).format(count=number(view.moves_left))
    coins = Coins(view.moves_left, max(0, view.moves - view.moves_left), label=moves)
    money = _("Money left: {sum}").format(sum=euros(view.money))
    name = Text(_("Moves"), "body", color="text2", aloud="") if word else None
    return [
        Row(
            Text(day, "strong", aloud=""),
            Progress(view.day - 1, view.days, label=days),
            gap=10,
            align="center",
            id="day",
        ),
        Row(name, coins, gap=10, align="center", id="moves"),
        Row(
            Icon("coins", 18, color="lemon"),
            Figure(view.money, euros, "strong", aloud=money),
            gap=8,
            align="center",
            id="money",
        ),
    ]


def _dot(painter: Painter, area: Rect, side: SideId) -> None:
    """The player is a dot as well, with the mark of the side that pays."""
    r = min(area.w, area.h) / 2
    painter.circle(area.cx, area.cy, r, "sel")
    painter.stance(area.cx, area.cy, r / 2, side)
