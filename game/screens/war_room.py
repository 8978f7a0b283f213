"""What every page of the war room shares: the bar with the desks, day, moves and money, the hint bar, and ending the day."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.commands import EndDay
from game.campaign.view import CampaignView
from game.i18n import _, ngettext, number
from game.screens.desk_bar import top_bar
from game.screens.playing import Playing
from game.ui import (
    Binding,
    Button,
    Dialog,
    Frame,
    HintBar,
    Place,
    Screen,
    Text,
    Widget,
)

LARGE = 1.3
"""From this text size on, side panels become pages and the desks' names make room."""
_NOTE = 34
"""Letters of a note that have room beside the hints."""
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
        del view
        return ""

    @property
    def large(self) -> bool:
        """True where the text is so large that a page shows one thing after the other."""
        return self.app.prefs.text_scale >= LARGE

    def bindings(self) -> list[Binding]:
        """The desk's keys, then those of the whole war room."""
        own = self.keys()
        if self.large:  # the bar has room for what acts; Tab, arrows and Enter go without saying
            own = [replace(each, hint=each.hint and each.action is not None) for each in own]
        return [
            *own,
            Binding("P", _("Poll archive"), self.polls, hint=False),
            Binding("R", _("Read aloud"), self.read_aloud, hint=False),
            Binding("Esc", _("Menu"), self.menu),
            Binding("Ctrl+Z", _("Take back"), self.take_back, hint=self.playing.session.cannot_take_back() is None),
            Binding("N", _("End the day"), self.end_day, right=True),
        ]

    def compose(self) -> Widget:
        """The bar on top, the desk, the hints."""
        view = self.playing.campaign
        note = self.note(view)
        if self.large or len(note) > _NOTE:
            note = ""
        return Frame(
            Place(0, 0, 1280, 64, top_bar(self, view)),
            self.body(view),
            Place(0, 672, 1280, 48, HintBar(note), scroll=False),
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

    def take_back(self) -> None:
        """Take the last plan of the day back, or say why it stands; before that, what is not saved yet."""
        if self.dropped():
            self.app.announce(_("Taken back: what you had not saved."))
        else:
            self.app.announce(self.playing.take_back())

    def dropped(self) -> bool:
        """Drop what this page holds and the rules do not know; True if there was something."""
        return False

    def visit(self, place: str) -> None:
        """Go to another desk."""
        if place in ("amplify", "street"):
            self.playing.go("actions", at=place)
        else:
            self.playing.go(place)

    def tell(self, refused: str | None, done: str = "", *, toast: bool = False) -> bool:
        """Say what became of a command; True when the rules took it. ``toast`` shows also what the page itself shows."""
        if refused is None:
            if done:
                self.app.announce(done, toast=toast)
            return True
        self.app.announce(refused)
        return False

    def end_day(self) -> None:
        """End the day; ask once when moves would be wasted or somebody is still waiting for an answer."""
        view = self.playing.campaign
        if view.pending or view.moves_left:
            self.app.open(self._sure(view))
        else:
            self.to_the_night()

    def to_the_night(self) -> None:
        """Put the light out and watch the night."""
        if self.tell(self.playing.submit(EndDay())):
            self.playing.go("overnight")

    def _sure(self, view: CampaignView) -> Dialog:
        left = view.moves_left
        if view.pending:
            return Dialog(
                _("Somebody is still waiting for your answer."),
                Text(_("If you say nothing tonight, your silence will be the answer."), "body"),
                buttons=[
                    Button(_("Answer first"), self._answer_first, key="Enter", kind="primary", id="answer-first"),
                    Button(_("End the day"), self._end_anyway, key="N", id="end-anyway"),
                ],
            )
        return Dialog(
            ngettext("You have {count} move left.", "You have {count} moves left.", left).format(count=number(left)),
            Text(_("Moves do not keep until tomorrow. The money does."), "body"),
            buttons=[
                Button(_("End the day"), self._end_anyway, key="N", kind="primary", id="end-anyway"),
                Button(_("Back to work"), self.app.close, key="Esc", id="back-to-work"),
            ],
        )

    def _answer_first(self) -> None:
        self.app.close()
        self.playing.go("briefing", answering=True)

    def _end_anyway(self) -> None:
        self.app.close()
        self.to_the_night()
