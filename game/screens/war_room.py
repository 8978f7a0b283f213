"""What every page of the war room shares: the bar with the desks, day, moves and money, the hint bar, and ending the day."""

from __future__ import annotations

from game.campaign.commands import EndDay
from game.campaign.view import CampaignView
from game.i18n import _, euros, ngettext, number
from game.screens.playing import Playing
from game.ui import (
    Binding,
    Box,
    Button,
    Canvas,
    Coins,
    Dialog,
    Frame,
    HintBar,
    Icon,
    Painter,
    Place,
    Progress,
    Rect,
    Row,
    Screen,
    Spacer,
    Text,
    Widget,
)

LARGE = 1.3
"""From this text size on, side panels become pages and the desks' names make room."""
BODY = (0, 64, 1280, 608)
"""Where a desk may draw: x, y, width, height of the page between the two bars."""


class WarRoom(Screen):
    """A page of the war room. A desk gives its ``desks`` (the tabs that are lit), ``body`` and ``keys``.

    The desks are on 1 to 5, N ends the day, P opens the poll archive, R reads aloud, Esc opens the menu.
    """

    mood = "war"
    desks: tuple[str, ...] = ()

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing

    def body(self, view: CampaignView) -> Widget:
        """What lies between the two bars, drawn from the campaign as it stands; in the coordinates of the page."""
        raise NotImplementedError

    def keys(self) -> list[Binding]:
        """The desk's own keys, first in the hint bar."""
        return []

    def note(self, view: CampaignView) -> str:
        """A word at the right end of the hint bar."""
        return ""

    @property
    def large(self) -> bool:
        """True where the text is so large that a page shows one thing after the other."""
        return self.app.prefs.text_scale >= LARGE

    def bindings(self) -> list[Binding]:
        """The desk's keys, then those of the whole war room."""
        return [
            *self.keys(),
            Binding("P", _("Poll archive"), self.polls, hint=False),
            Binding("R", _("Read aloud"), self.read_aloud, hint=False),
            Binding("Esc", _("Menu"), self.menu),
            Binding("N", _("End the day"), self.end_day, right=True),
        ]

    def compose(self) -> Widget:
        """The bar on top, the desk, the hints."""
        view = self.playing.campaign
        return Frame(
            Place(0, 0, 1280, 64, top_bar(self, view)),
            self.body(view),
            Place(0, 672, 1280, 48, HintBar(self.note(view))),
        )

    def menu(self) -> None:
        """Open the menu over this page."""
        self.playing.over("pause")

    def polls(self) -> None:
        """Open the poll archive over this page."""
        self.playing.over("polls")

    def read_aloud(self) -> None:
        """Read the page aloud."""
        self.app.read_aloud()

    def visit(self, place: str) -> None:
        """Go to another desk."""
        if place in ("amplify", "street"):
            self.playing.go("actions", at=place)
        else:
            self.playing.go(place)

    def tell(self, refused: str | None, done: str = "") -> bool:
        """Say what became of a command; True when the rules took it."""
        if refused is None:
            if done:
                self.app.announce(done)
            return True
        self.app.announce(refused)
        return False

    def end_day(self) -> None:
        """End the day; ask once when moves would be wasted or somebody is still waiting for an answer."""
        view = self.playing.campaign
        if view.pending:
            self.playing.go("briefing", answering=True)
        elif view.moves_left:
            self.app.open(self._sure(view))
        else:
            self.to_the_night()

    def to_the_night(self) -> None:
        """Put the light out and watch the night."""
        if self.tell(self.playing.submit(EndDay())):
            self.playing.go("overnight")

    def _sure(self, view: CampaignView) -> Dialog:
        left = view.moves_left
        return Dialog(
            ngettext("You have {count} move left.", "You have {count} moves left.", left).format(count=number(left)),
            Text(_("Moves do not keep until tomorrow. The money does."), "body"),
            buttons=[
                Button(_("End the day"), self._end_anyway, key="N", kind="primary", id="end-anyway"),
                Button(_("Back to work"), self.app.close, key="Esc", id="back-to-work"),
            ],
        )

    def _end_anyway(self) -> None:
        self.app.close()
        self.to_the_night()


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
    tabs = [
        Button(
            name,
            lambda desk=desk: page.visit(desk),
            kind="tab",
            key=str(at),
            selected=desk in page.desks,
            id=f"desk-{desk}",
        )
        for at, (desk, name) in enumerate(desk_names(), 1)
    ]
    return Box(
        Row(
            Canvas(_dot, label="", width=36, height=36),
            Row(*tabs, gap=8, align="stretch"),
            Spacer(grow=1),
            *_purse(view),
            gap=24,
            pad=(0, 32),
            align="center",
        ),
        fill="sunk",
        radius=0,
    )


def _purse(view: CampaignView) -> list[Widget]:
    day = _("Day {day}").format(day=number(view.day))
    days = _("Day {day} of {days}").format(day=number(view.day), days=number(view.days))
    moves = ngettext("{count} move left", "{count} moves left", view.moves_left).format(count=number(view.moves_left))
    return [
        Row(
            Text(day, "strong"), Progress(view.day - 1, view.days, now=view.day - 1, label=days), gap=10, align="center"
        ),
        Row(
            Text(_("Moves"), "body", color="text2"),
            Coins(view.moves_left, max(0, view.moves - view.moves_left), label=moves),
            gap=10,
            align="center",
        ),
        Row(Icon("coins", 18, color="lemon"), Text(euros(view.money), "strong"), gap=8, align="center"),
    ]


def _dot(painter: Painter, area: Rect) -> None:
    """The player is a dot as well: the sign of the game at the head of the bar."""
    x, y, r = area.x + area.w / 2, area.y + area.h / 2, min(area.w, area.h) / 2
    painter.circle(x, y, r, "ink.sel")
    painter.circle(x, y, r / 2, "for")
