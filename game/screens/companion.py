"""What lies over the pages and belongs to none: notes of the tutorial, votes by hand, whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, number
from game.screens.hands import Vote, vote_on
from game.screens.hands_strip import Badges, HandsStrip
from game.screens.turns import pairs, turn
from game.screens.tutorial import Lesson, Tutorial
from game.screens.tutorial_steps import STEPS
from game.screens.war_room import WarRoom
from game.ui import Button, Callout, Chip, Over, Widget

if TYPE_CHECKING:
    from game.screens.lobby import Lobby
    from game.screens.playing import Playing

RING = 0.42
"""Seconds in which the ring is drawn."""
_BLIND = 0.6
"""Seconds after "Show me" in which the first note takes no press: it may have come up under a pointer that clicks twice."""


class Companion:
    """Looks at the page that is shown and says what has to lie over it."""

    def __init__(self, lobby: Lobby) -> None:
        self.lobby = lobby
        self.tutorial: Tutorial | None = None
        self.again = False
        self._said = ""
        self._whose = -1
        self._began = float("-inf")

    def over(self, page: Widget) -> Widget | None:
        """What lies over a page or a dialog."""
        del page  # it is not built yet
        return Over(self.parts)

    def parts(self, page: Widget) -> list[Widget]:
        """Numbers of the options, the sign of whose turn it is, the note: as far as they are wanted here."""
        app = self.lobby.app
        playing: Playing | None = getattr(app.screen, "playing", None)
        votes = self.lobby.settings.projector and (playing is not None or type(app.screen).__name__ == "Chooser")
        vote = vote_on(app, page) if votes else None
        parts: list[Widget | None] = [Badges(vote) if vote is not None else None, self._chip(playing, vote)]
        if playing is not None and not app.dialogs:
            parts.append(self._note(playing))
        return [part for part in parts if part is not None]

    # -- a class, and two at one keyboard

    def _chip(self, playing: Playing | None, vote: Vote | None) -> Chip | None:
        """Whose turn it is, and the way to count hands."""
        words = self._turn(playing) if playing is not None and not self.lobby.app.dialogs else ""
        buttons = []
        if vote is not None:
            count = HandsStrip(self.lobby.app, vote).open
            buttons.append(
                Button(_("Count the hands"), count, key="F4", kind="plain", style="small_strong", id="count")
            )
        page = type(self.lobby.app.screen).__name__
        return Chip(words, buttons=buttons, mark=page, id="chip") if words or buttons else None

    def _turn(self, playing: Playing) -> str:
        """A sign for the one whose turn it is; handing over is announced."""
        if not self.lobby.settings.pairs:
            return ""
        whose = turn(playing, type(self.lobby.app.screen).__name__)
        if whose is None:
            return ""
        sign = _("{name}’s turn").format(name=pairs()[self.lobby.names][whose])
        if whose != self._whose:
            handed_over = self._whose >= 0 and playing.session.phase == "campaign"
            self._whose = whose
            self.lobby.app.announce(sign, toast=handed_over)
        return sign

    # -- the tutorial

    def _note(self, playing: Playing) -> Callout | None:
        if self.lobby.settings.tutorial:
            return self._lesson(playing)
        self.tutorial = None
        if self._new_here(playing):
            return self._offer()
        self._said = ""
        return None

    def _lesson(self, playing: Playing) -> Callout | None:
        """The note of the step that comes next."""
        if self.tutorial is None or self.tutorial.seen.playing.session is not playing.session:
            self.tutorial = Tutorial(playing, STEPS, again=self.again)
            self.again = False
        lesson = self.tutorial.look(self.lobby.app.screen)
        if self.tutorial.over:
            self.show_how(False)
            return None
        if lesson is None:
            return None
        self._say(f"{lesson.step}/{self.tutorial.seen.page}", lesson.text)
        return self._callout(lesson)

    def _callout(self, lesson: Lesson) -> Callout:
        return Callout(
            lesson.text,
            head=_("{n} of {all}").format(n=number(lesson.number), all=number(lesson.count)),
            anchors=lesson.anchors,
            spare=lesson.spare,
            mark=f"{lesson.step}/{type(self.lobby.app.screen).__name__}",
            buttons=[
                Button(
                    _("Next note"), lambda: self._skip(lesson.step), kind="plain", style="small_strong", id="note-skip"
                ),
                Button(_("No more notes"), self.end, key="F3", kind="plain", style="small_strong", id="note-end"),
            ],
            id="lesson",
        )

    def _skip(self, step: str) -> None:
        if self.tutorial is not None and not self._blind:
            self.tutorial.skip(step)

    @property
    def _blind(self) -> bool:
        """Has the first note only just come?"""
        return self.lobby.app.now - self._began < _BLIND

    def end(self) -> None:
        """No more notes, until the player asks for them."""
        if self._blind:
            return
        self.show_how(False)
        self.lobby.app.announce(_("No more notes. The menu can bring them back."))

    def _begin(self) -> None:
        self._began = self.lobby.app.now
        self.show_how(True)

    def show_how(self, on: bool, *, again: bool = False) -> None:
        """Begin or end the notes; called ``again`` they start over. Kept for the next time."""
        lobby = self.lobby
        lobby.offers, self.again = False, again
        if on:
            self.tutorial = None
        lobby.change(tutorial=on, seen_tutorial=True)
        lobby.keep()

    def _new_here(self, playing: Playing) -> bool:
        """Is the tutorial still to be offered? Once per computer, on the first day, before anything was done."""
        session = playing.session
        fresh = session.phase == "campaign" and not session.commands
        return fresh and self.lobby.offers and isinstance(self.lobby.app.screen, WarRoom)

    def _offer(self) -> Callout:
        text = _("Is this your first campaign? I can leave notes that show how it works while you play.")
        self._say("offer", text)
        return Callout(
            text,
            buttons=[
                Button(
                    _("I know my way"),
                    lambda: self.show_how(False),
                    kind="plain",
                    style="small_strong",
                    id="note-no",
                ),
                Button(
                    _("Show me"),
                    self._begin,
                    key="F3",
                    kind="paper",
                    style="small_strong",
                    id="note-yes",
                ),
            ],
            mark="offer",
            id="offer",
        )

    def _say(self, what: str, text: str) -> None:
        """Tell screen readers once, and begin to draw the ring."""
        if what != self._said:
            self._said = what
            self.lobby.app.announce(text, toast=False)
            self.lobby.app.animate("ring", RING, "out")
