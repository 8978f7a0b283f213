"""The last chapter: questions to talk about, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, number
from game.screens.debrief_page import DebriefPage
from game.ui import (
    Binding,
    Button,
    Column,
    Item,
    Note,
    Picture,
    Place,
    Row,
    Rule,
    Slip,
    Spacer,
    Text,
    Tilt,
    Widget,
    Wobble,
)

if TYPE_CHECKING:
    from game.screens.playing import Playing

_ASKED = "debrief.question"


class Talk(DebriefPage):
    """What now: alone, in pairs, with everyone."""

    chapter = "talk"

    def __init__(self, playing: Playing) -> None:
        super().__init__(playing)
        self.large_question = False

    @property
    def questions(self) -> tuple[str, ...]:
        """The scenario's questions."""
        return self.playing.texts.debrief.questions

    @property
    def asked(self) -> int:
        """The question in focus."""
        kept = self.playing.memory.get(_ASKED, 0)
        return min(kept if isinstance(kept, int) else 0, len(self.questions) - 1)

    def first_focus(self) -> str:
        """The first question."""
        return f"question-{self.asked}"

    def keys(self) -> list[Binding]:
        """Enter puts one question on the whole page, for a class to see."""
        back = [Binding("Esc", _("All questions"), self.all_questions, right=True)] if self.large_question else []
        return [*back, Binding("Enter", _("One question"), right=True)]

    def bindings(self) -> list[Binding]:
        """While one question fills the page, Esc goes back to all of them and arrows go on to the next one."""
        if not self.large_question:
            return super().bindings()
        return [
            Binding("Up Down", _("Another question"), self.step, right=True),
            Binding("Enter", _("All questions"), self.all_questions, right=True),
            Binding("Esc", "", self.all_questions, hint=False),
            *[one for one in super().bindings() if one.keys in ("Left Right", "R")],
        ]

    def body(self) -> list[Widget]:
        """The questions on the left, the way on at the right; or one question alone."""
        if self.large_question:
            return self._alone()
        head = Text(_("Talk about it"), "h1", size=42, line=50, role="heading")
        how = Text(
            _("Alone for a minute, then in pairs, then everyone. Your own vote stays yours."), "lead", color="text2"
        )
        asked = Column(*(self._question(at, text) for at, text in enumerate(self.questions)), gap=6, group=True)
        on = self._on()
        if self.large:
            column = Column(head, how, asked, Rule("wobble", thickness=2), *on, gap=16, pad=(4, 24))
            return [Place(40, 20, 1200, 636, column, id="talk.scroll")]
        circle = Picture(
            "scenes/listening-circle.svg", label=_("People of the town sit in a circle and talk."), height=206
        )
        photo = Slip(Row(circle, justify="center"), tilt=-1.6, tape=True, pad=(16, 12, 8, 12))
        return [
            Place(64, 34, 720, 56, head, scroll=False),
            Place(64, 94, 760, 0, how, scroll=False),
            Place(48, 150, 752, 500, Column(asked, pad=(6, 12)), id="talk.scroll"),
            Place(872, 52, 330, 0, photo, scroll=False),
            Place(880, 306, 340, 48, Tilt(Note(_("The town remembers.")), degrees=1.4), scroll=False),
            Place(872, 372, 330, 280, Column(*on, gap=14), id="on.scroll"),
        ]

    def _question(self, at: int, text: str) -> Widget:
        count: Widget = Text(
            number(at + 1),
            "h2",
            face="serif_black",
            size=22,
            align="center",
            width=22 * max(1.0, self.app.prefs.text_scale * 0.7),
        )
        if at == self.asked:
            count = Wobble(count, width=22 * max(1.0, self.app.prefs.text_scale * 0.7))
        return Item(
            Row(
                count,
                Text(text, "lead", line=27, grow=1),
                gap=20,
                align="start",
            ),
            lambda: self.show(at),
            label=text,
            selected=False,
            on_focus=lambda: self._look(at),
            pad=(10, 16),
            min_height=44,
            id=f"question-{at}",
        )

    def _alone(self) -> list[Widget]:
        """One question, as large as the page allows."""
        text = self.questions[self.asked]
        count = _("{n} of {all}").format(n=number(self.asked + 1), all=number(len(self.questions)))
        column = Column(
            Text(count, "small", color="text2"),
            Text(text, "display", size=44 if not self.large else 34, line=56 if not self.large else 44, role="heading"),
            Spacer(size=8),
            Row(
                Button(_("All questions"), self.all_questions, kind="paper", icon="list", id="all"),
                Button(_("Next question"), lambda: self.step("Down"), kind="paper", icon="arrow-down", id="next"),
                gap=16,
                wrap=True,
                run_gap=8,
            ),
            gap=16,
        )
        return [Place(140, 90, 1000, 540, column, align="center", id="alone.scroll")]

    def _on(self) -> list[Widget]:
        side = self.playing.rival
        return [
            Text(_("Once more?"), "h2", role="heading"),
            Text(
                _("The same town, the other desk: run it for {side}. Or run it clean.").format(side=side.name), "body"
            ),
            Button(_("Play again"), self.again, key="P", kind="paper", icon="rotate-left", id="again"),
            Button(_("Back to the title"), self.home, key="B", kind="paper", icon="house", id="home"),
        ]

    # -- acting

    def _look(self, at: int) -> None:
        self.playing.memory[_ASKED] = at

    def show(self, at: int) -> None:
        """Put one question on the whole page."""
        self._look(at)
        self.large_question = True
        self.app.refresh()

    def all_questions(self) -> None:
        """Back to the list."""
        self.large_question = False
        self.app.focus(f"question-{self.asked}")
        self.app.refresh()

    def step(self, key: str) -> None:
        """The next question, or the one before; round at the ends."""
        self._look((self.asked + (1 if key == "Down" else -1)) % len(self.questions))
        self.app.announce(self.questions[self.asked], toast=False)
        self.app.refresh()

    def again(self) -> None:
        """Choose a town and a side again."""
        self.playing.lobby.choose()

    def home(self) -> None:
        """Back to the title."""
        self.playing.lobby.to_title()
