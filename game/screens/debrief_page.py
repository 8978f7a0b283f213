"""The paper that every chapter of the debrief is drawn on: ground, rule, chapter pager, key hints, turning."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, cast

from game.i18n import _
from game.screens.letters import wide
from game.ui import (
    Binding,
    Canvas,
    Frame,
    HintBar,
    Item,
    Pager,
    Painter,
    Place,
    Rect,
    Row,
    Rule,
    Screen,
    Spacer,
    Text,
    Widget,
)
from game.ui.widget import MIN_TARGET

if TYPE_CHECKING:
    from game.screens.playing import Playing

CHAPTERS: tuple[str, ...] = ("result", "why", "feeds", "whatif", "else", "techniques", "talk")
"""Places of `playing.PLACES` in reading order. A new chapter takes its place here and gets a name in `chapter_name`."""
LARGE = 1.1
"""From this text size on a page shows its parts one below the other instead of side by side."""
_BETWEEN, _APART, _HINTS = 15.0, 6.0, 320.0
"""Room between two names of the pager, between them and the hints, and for hints at least, in design units. It is the
same in every chapter, so that a name stays under the pointer that has just turned a page; a hint may be left out."""
_READ = "debrief.read"


def chapter_name(chapter: str) -> str:
    """A chapter as the pager calls it."""
    return {
        "result": _("The result"),
        "why": _("Why you saw this"),
        "feeds": _("Two feeds"),
        "whatif": _("What if?"),
        "else": _("What else"),
        "techniques": _("Techniques"),
        "talk": _("Talk"),
    }[chapter]


class Dot(Item):
    """A chapter as a dot: the current one has a ring instead of a ground."""

    role = "tab"

    def draw(self, p: Painter) -> None:
        """A pale disc where the pointer is."""
        if self.hovered or self.pressed:
            p.circle(self.rect.cx, self.rect.cy, 18, "marker" if self.pressed else "marker.pale")


class DebriefPage(Screen):
    """One chapter. Subclasses say what lies on the paper (``body``, page coordinates) and which keys they add."""

    mood = "paper"
    chapter = ""

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing

    def title(self) -> str:
        """Name of the page."""
        return chapter_name(self.chapter)

    def body(self) -> list[Widget]:
        """What lies on the paper above the rule (y 660), in the coordinates of the page."""
        raise NotImplementedError

    def keys(self) -> list[Binding]:
        """The chapter's own keys, shown before the arrows that turn the page."""
        return []

    @property
    def large(self) -> bool:
        """True where the text is so large that the parts stand one below the other."""
        return self.app.prefs.text_scale >= LARGE

    def entered(self) -> None:
        """A chapter that was opened counts as read."""
        self.read().add(self.chapter)

    def read(self) -> set[str]:
        """The chapters that were opened in this run."""
        return cast("set[str]", self.playing.memory.setdefault(_READ, set()))

    def bindings(self) -> list[Binding]:
        """The chapter's keys, then those of the whole debrief."""
        return [
            *self.keys(),
            Binding("Left Right", _("Turn"), self.turn, right=True),
            Binding("R", _("Read aloud"), self.read_aloud, hint=False),
            Binding("Esc", _("Menu"), self.menu, hint=False),
        ]

    def compose(self) -> Widget:
        """Paper, the chapter, the rule, the foot."""
        return Frame(
            Canvas(fibres, label=""),
            *self.body(),
            Place(64, 660, 1152, 5, Rule("wobble", thickness=2.2, seed=3), scroll=False),
            *self._foot(),
        )

    def _foot(self) -> tuple[Place, ...]:
        """The names of the chapters beside the hints, or dots where both find no room."""
        entries = [
            (chapter, chapter_name(chapter), chapter in self.read() or chapter == self.chapter) for chapter in CHAPTERS
        ]
        taken = self._taken([name for _id, name, _read in entries])
        if taken:
            names = Pager(entries, self.chapter, self.open_chapter, _BETWEEN)
            for name, (chapter, _title, read) in zip(names.children, entries, strict=True):
                name.description = self._said(chapter, read)
            pager = Row(names, align="center")
            left = 64 + taken + _APART
            hints = Place(left, 667, 1216 - left, 46, HintBar(pad=0), scroll=False)
            return hints, Place(60, 667, taken + 8, 46, pager, scroll=False)
        dots = Row(
            Row(*(self._dot(chapter, name, read) for chapter, name, read in entries), role="tabs"),
            Spacer(size=4),
            Text(chapter_name(self.chapter), "small_strong", face="sans_bold", aloud=""),
            Spacer(size=24),
            HintBar(pad=0, grow=1),
            align="center",
            group=True,
        )
        return (Place(48, 667, 1168, 46, dots, scroll=False),)

    def _taken(self, names: list[str]) -> float:
        """Width of the names; 0 where they leave too little room for hints. The same in every chapter of a language."""
        pager = sum(wide(self.app, name) + 24 for name in names) + 12 + _BETWEEN * (len(names) - 1)  # the bold is wider
        return pager if 1152 - pager - _APART >= _HINTS * self.app.prefs.text_scale else 0.0

    def _dot(self, chapter: str, name: str, read: bool) -> Widget:
        def paint(painter: Painter, area: Rect) -> None:
            if chapter == self.chapter:
                painter.circle(area.cx, area.cy, 10, border="text", border_width=1.8)
            if read:
                painter.circle(area.cx, area.cy, 5.5, "text")
            else:
                painter.circle(area.cx, area.cy, 5.5, border="text2", border_width=2)

        return Dot(
            Canvas(paint, label="", width=MIN_TARGET, height=MIN_TARGET),
            lambda: self.open_chapter(chapter),
            label=name,
            selected=chapter == self.chapter,
            description=self._said(chapter, read),
            radius=MIN_TARGET / 2,
            id=f"chapter.{chapter}",
        )

    def _said(self, chapter: str, read: bool) -> str:
        """What a filled dot says."""
        return _("already opened") if read and chapter != self.chapter else ""

    def turn(self, key: str) -> None:
        """One chapter on or back; the first and the last are the ends."""
        at = CHAPTERS.index(self.chapter) + (1 if key == "Right" else -1)
        if 0 <= at < len(CHAPTERS):
            self.open_chapter(CHAPTERS[at])
        else:
            said = _("This is the last chapter.") if at > 0 else _("This is the first chapter.")
            self.app.announce(said, toast=False)

    def open_chapter(self, chapter: str) -> None:
        """Go to a chapter by name."""
        if chapter != self.chapter:
            if CHAPTERS.index(chapter) < CHAPTERS.index(self.chapter):
                self.app.transition.wanted = "back"
            self.playing.go(chapter)
            self.app.sound("page")

    def menu(self) -> None:
        """Open the menu over the page."""
        self.playing.over("pause")

    def read_aloud(self) -> None:
        """Read the page aloud."""
        self.app.read_aloud()


def fibres(painter: Painter, area: Rect) -> None:
    """The short fibres of cheap paper, always the same ones; decoration."""
    dice = random.Random(16)  # noqa: S311 because it only scatters fibres
    for _at in range(64):
        x, y = area.x + dice.uniform(0, area.w), area.y + dice.uniform(0, area.h)
        dx, dy = dice.uniform(4, 12), dice.uniform(-6, 6)
        painter.line(x, y, x + dx, y + dy, "#EFE6D3", 1.4)
