"""The chapter 'What else': the same campaign in two hundred other weeks, drawn as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.i18n import _, ngettext, number, points
from game.screens.debrief_page import DebriefPage
from game.screens.debrief_story import Told, told
from game.screens.other_weeks import chart, spoken
from game.ui import Binding, Button, Canvas, Column, Icon, Place, Rich, Row, Spacer, Text, Widget, markup
from game.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from game.players.elsewhere import Elsewhere
    from game.screens.playing import Playing

_KEPT = "else.runs"
HEIGHT = 300
GLANCE = 0.4
"""Seconds before the weeks are played: whoever only turns the page starts nothing."""


class Search(Protocol):
    """Whoever plays the other weeks: `game.players.elsewhere.Searching`, or a stand-in of tests."""

    @property
    def so_far(self) -> Elsewhere:
        """What is there now."""

    @property
    def over(self) -> bool:
        """Will nothing more come?"""

    def stop(self) -> None:
        """Call off what has not begun."""

    def wait(self, seconds: float | None = None) -> Elsewhere:
        """Wait until it is over."""


class WhatElse(DebriefPage):
    """How much of it was luck."""

    chapter = "else"

    def __init__(self, playing: Playing, search: Search | None = None) -> None:
        super().__init__(playing)
        self._given = search
        self.search: Search | None = None

    def entered(self) -> None:
        """Begin to play the other weeks, unless they were played before."""
        super().entered()
        self._since = self.app.now
        self.search = None
        self.ticking = self._complete() is None
        if self.ticking and self._given is not None:
            self.search = self._given

    def left(self) -> None:
        """Call off what has not been played: nobody looks at it any more."""
        self.ticking = False
        if self.search is not None:
            self.search.stop()

    def _begin(self) -> Search:
        from game.players.elsewhere import Searching

        return Searching(self.facts.story)

    def tick(self, now: float) -> bool:
        """Draw what has come."""
        if self.search is None:
            if now - self._since >= GLANCE:
                self.search = self._begin()
            return False
        before = self.found
        over = self.search.over  # asked first, so that nothing slips in between
        found = self.search.so_far
        if found.complete:
            self.playing.memory[_KEPT] = found
        self._shown = found
        if over:
            self.ticking = False
            if found.complete:
                self.app.announce(self._odds(found).replace("**", ""), toast=False)
        return over or found is not before

    def settle(self) -> None:
        """Wait until all weeks are played: for tests and albums, where no frame must be kept."""
        if self.ticking:
            self.search = self.search or self._begin()
            self.search.wait()
            self.tick(self.app.now)
            self.app.refresh()

    # -- the facts

    @property
    def facts(self) -> Told:
        """The facts of the run."""
        return told(self.playing)

    _shown: Elsewhere | None = None

    @property
    def found(self) -> Elsewhere | None:
        """The other weeks as far as they are drawn."""
        return self._complete() or self._shown

    @property
    def _wanted(self) -> int:
        """How many other weeks there are to be."""
        from game.players.elsewhere import RUNS

        search = self.search or self._given
        return self.found.wanted if self.found is not None else search.so_far.wanted if search is not None else RUNS

    def _complete(self) -> Elsewhere | None:
        from game.players.elsewhere import Elsewhere

        kept = self.playing.memory.get(_KEPT)
        return kept if isinstance(kept, Elsewhere) else None

    def first_focus(self) -> str:
        """The way to the constants."""
        return "sure"

    def keys(self) -> list[Binding]:
        """None of its own: the button to the constants binds H."""
        return []

    # -- the page

    def body(self) -> list[Widget]:
        """Headline, dots on the axis of margins, and what they say in words."""
        found = self.found
        margin = self.facts.outcome.margin
        own = self.facts.outcome.own
        margins = [run.margin for run in found.runs] if found is not None else []
        head = Text(self._headline(), "h1", size=42, line=50, role="heading")
        picture = Canvas(
            chart(margins, margin, own, self.playing.texts),
            label=spoken(margins, margin),
            mirror=False,
            width=1152,
            height=HEIGHT if not self.large else HEIGHT + 70,
        )
        if self.large:
            column = Column(head, self._link(), picture, self._progress(), *self._words(), gap=16, pad=(4, 24))
            return [Place(40, 16, 1200, 636, column, id="else.scroll")]
        return [
            Place(64, 24, 1152, 56, head, scroll=False),
            Place(64, 92, 1152, HEIGHT, picture, scroll=False),
            Place(64, 408, 330, 0, self._progress(), scroll=False),
            Place(64, 448, 700, 206, Column(*self._words(), gap=8), id="else.scroll"),
            Place(812, 430, 404, 222, Column(*self._honest(), self._link(), gap=14), id="honest.scroll"),
        ]

    def _headline(self) -> str:
        return _("The same campaign, in {n} other weeks.").format(n=number(self._wanted))

    def _progress(self) -> Widget:
        found = self.found
        wanted = self._wanted
        have = len(found.runs) if found is not None else 0
        line = _("{n} of {all} weeks played").format(n=number(have), all=number(wanted))
        if have >= wanted:
            return Row(Icon("circle-check", 18), Text(line, "small_strong"), gap=10, align="center")
        bar = WorkBar(lambda: have / wanted, label=line, grow=1)
        return Row(bar, Text(line, "small_strong", role="status"), gap=14, align="center")

    def _words(self) -> list[Widget]:
        found = self.found
        if found is None or not found.runs:
            line = _("Every week has the same town and your same commands, and other luck.")
            rows: list[Widget] = [Text(line, "lead", face="serif")]
        else:
            rows = [
                Rich(*markup(self._odds(found)), style="lead", face="serif"),
                Rich(*markup(self._spread(found)), style="body"),
                Text(self._mine(found), "body"),
            ]
        return [*rows, *(self._honest() if self.large else ())]

    def _odds(self, found: Elsewhere) -> str:
        count = len(found.runs)
        line = ngettext("You won **{won} of {n}** week.", "You won **{won} of {n}** weeks.", count)
        return line.format(won=number(found.won), n=number(count))

    def _spread(self, found: Elsewhere) -> str:
        margin = found.figures()["margin"]
        return _(
            "Your margin in the middle week: **{median} points**. Out of 100 weeks, 95 lie between {low} and {high} points."
        ).format(median=points(margin.median), low=points(margin.low), high=points(margin.high))

    def _mine(self, found: Elsewhere) -> str:
        margin = self.facts.outcome.margin
        spread = found.figures()["margin"]
        told_ = _("The week that happened: {n} points.").format(n=points(margin))
        usual = spread.low <= margin <= spread.high
        judged = _("One of many, and no proof of anything.") if usual else _("An unusual week.")
        return f"{told_} {judged}"

    def _honest(self) -> list[Widget]:
        return [
            Text(
                _(
                    "What differs is luck (who lives where, who sees what, who answers) and how strong each effect is. "
                    "Nobody knows that exactly, so every week draws it from its range. Your evenings on the phone are left out."
                ),
                "small",
                color="text2",
                line=21,
            ),
            Text(
                _("A toy model. Its numbers come from studies, mostly American, many disputed; ranges are shown."),
                "small_strong",
                line=21,
            ),
        ]

    def _link(self) -> Widget:
        return Row(
            Button(_("How sure are we?"), self.sure, kind="paper", icon="scale-unbalanced", key="H", id="sure"),
            Spacer(grow=1),
        )

    def sure(self) -> None:
        """Show the constants over the page."""
        self.playing.over("sure")
