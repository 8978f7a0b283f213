"""Left and right of the phone: the evening and the battery, and the pills for thumb and head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.i18n import _, number
from game.screens.feed_room import HUGE, battery, cost_aloud, cost_word, seen_tonight, who
from game.screens.post_words import found
from game.ui import Button, Column, Icon, Panel, Picture, Place, Row, Spacer, Text, Widget

if TYPE_CHECKING:
    from game.feed.view import FeedView
    from game.screens.feed_screen import FeedScreen


@dataclass(frozen=True)
class Deed:
    """Something to do with a post. ``id`` is the name of its cost in the view, and of its pill."""

    id: str
    label: str
    key: str
    icon: str
    fill: str
    cost: int
    done: str = ""


def deeds(view: FeedView) -> tuple[Deed, ...]:
    """Every pill in the order of the page, priced for the post on screen."""
    state = view.states[view.at] if view.at < len(view.states) else None
    paid = {
        "read": state is not None and state.read,
        "why": state is not None and state.asked_why,
    }

    def deed(name: str, label: str, key: str, icon: str, fill: str = "white") -> Deed:
        return Deed(name, label, key, icon, fill, 0 if paid.get(name) else view.costs.get(name, 0))

    return (
        deed("react", _("Like"), "L", "heart", "raspberry"),
        deed("share", _("Share"), "S", "share", "sun"),
        deed("verify", _("Check it"), "C", "magnifying-glass"),
        deed("read", _("Read to the end"), "E", "book-open"),
        deed("why", _("Why this ad?"), "W", "circle-question"),
        deed("report", _("Report"), "X", "flag"),
        deed("pass", _("Pass"), "Space", "arrow-down", "plum"),
    )


def refused(view: FeedView, name: str) -> str:
    """Why a deed is not possible on the post on screen; empty when it is."""
    if view.at >= len(view.posts):
        return _("The feed is at its end.")
    state = view.states[view.at]
    if name == "pass":
        return ""
    again = {"read": state.read, "why": state.asked_why, "verify": bool(state.checked)}.get(name, False)
    if again:
        return ""
    once = {
        "react": state.reacted,
        "share": state.shared,
        "comment": state.reply is not None,
        "report": state.reported,
        "mute": state.muted,
    }
    if once.get(name, False):
        return _("You did this already.")
    if view.attention <= 0:
        return _("The battery is empty. Passing still works.")
    cost = view.costs.get(name, 0)
    if cost > view.attention:
        return _("Costs {cost}, you have {left}.").format(cost=number(cost), left=number(view.attention))
    return ""


def right_side(page: FeedScreen, view: FeedView, large: bool) -> Widget:
    """Your thumb says, your head says, and on."""
    if view.at >= len(view.posts):
        return _nothing_left()
    found_deeds = {deed.id: deed for deed in deeds(view)}

    def pill(name: str) -> Widget:
        return action_pill(found_deeds[name], lambda: page.act(found_deeds[name]), page.reason(name), bare=huge)

    huge = page.app.prefs.text_scale >= HUGE
    gap = (6 if huge else 8) if large else 12
    style = "h3" if huge else "h2"
    return Column(
        Text(_("Your thumb says…"), style, role="heading"),
        Spacer(size=0 if large else 4),
        Column(pill("react"), pill("share"), gap=gap, group=True),
        Spacer(size=0 if large else 12),
        Text(_("Your head says…"), style, role="heading"),
        Spacer(size=0 if large else 4),
        Column(pill("verify"), pill("read"), pill("why"), pill("report"), gap=gap, group=True),
        Spacer(size=0 if large else 24),
        pill("pass"),
        gap=gap if large else 6,
        pad=(8, 0),
    )


def _nothing_left() -> Widget:
    """At the end of the feed."""
    return Column(
        Text(_("Your thumb says…"), "h2", role="heading"),
        Text(_("More. There must be more."), "body", color="text2"),
        Spacer(size=24),
        Text(_("Your head says…"), "h2", role="heading"),
        Text(_("Good night."), "body", color="text2"),
        gap=12,
        pad=(8, 0),
    )


def action_pill(deed: Deed, act: Callable[[], None], refused: str = "", *, bare: bool = False) -> Widget:
    """One pill: sign, word, price, key; ``bare`` leaves the sign out, for words that need its room."""
    return Button(
        deed.label,
        act,
        kind="action",
        key=deed.key,
        icon="" if bare else deed.icon,
        value=cost_word(deed.cost),
        aloud=cost_aloud(deed.label, deed.cost),
        fill=deed.fill,
        disabled=refused,
        id=deed.id,
    )


def left_side(page: FeedScreen, view: FeedView, weighed: Deed | None, at: tuple[float, float]) -> list[Widget]:
    """Window, persona, battery, what was seen; the invitation to a debate takes the place of the tea."""
    x, width = at
    cost, doing = (weighed.cost, weighed.label) if weighed else (0, "")
    debate = found(page.playing.texts.feed.debates, view.debate)
    open_debate = debate is not None and debate.id not in view.attended
    large = page.large()
    narrow = min(width, 296)
    words = Column(
        who(page.playing, view, 72 if width > 280 else 56),
        Spacer(size=16 if large else 22),
        Column(
            battery(view, cost, doing, narrow),
            Spacer(size=16 if large else 12),
            seen_tonight(view, narrow, None if large else _rights(page)),
            width=narrow,
        ),
        Row(_rights(page), pad=(16, 0, 0, 0)) if large else None,
    )
    parts: list[Widget] = []
    if not large:
        parts.append(Place(x - 10.6, 30, 317, 222, Picture("scenes/window-evening.svg", label="")))
    huge = page.app.prefs.text_scale >= HUGE
    room = (330 if huge else 376) if large else 290
    if large and not open_debate:
        room = 640
    parts.append(Place(x, 32 if large else 272, width + (0 if large else 44), room, words))
    if open_debate and debate is not None:
        invitation = _invitation(page, debate.name, debate.invitation, debate.attention)
        parts.append(Place(x - 8, (370 if huge else 420) if large else 586, width + 16, 0, invitation))
    elif not large:
        parts.append(Place(96, 566, 150, 142, Picture("scenes/tea-cup.svg", label="")))
    return parts


def _rights(page: FeedScreen) -> Widget:
    """The way to the page of one's rights."""
    return Button(
        _("Your rights"),
        page.open_rights,
        kind="link",
        key="Y",
        description=_("Who paid, what they hold on you, and how to stop it"),
        id="rights",
    )


def _invitation(page: FeedScreen, name: str, text: str, cost: int) -> Widget:
    large = page.large()
    return Panel(
        Row(
            None if large else Icon("people-group", 22, color="accent"),
            Text(name, "strong", grow=1),
            Text(cost_word(cost), "label", aloud="") if large else None,
            gap=10,
            align="center",
        ),
        Button(
            _("Go there"),
            page.invite,
            key="D",
            kind="pill",
            fill="butter.2",
            value="" if large else cost_word(cost),
            aloud=cost_aloud(_("Go there"), cost),
            description=text,
            id="debate",
        ),
        fill="white",
        border="rose",
        radius=24,
        pad=(14, 16),
        gap=10,
    )
