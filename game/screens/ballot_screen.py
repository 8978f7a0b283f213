"""The booth: four lines on a paper, and the words that came along. Esc never votes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.feed.commands import BallotChoice, CastBallot
from game.i18n import _, clock, ngettext, number
from game.screens.post_words import found
from game.ui import (
    Binding,
    Button,
    Canvas,
    Column,
    Frame,
    HintBar,
    Item,
    KeyCap,
    Mood,
    Note,
    Painter,
    Picture,
    Place,
    Rect,
    Row,
    Screen,
    Spacer,
    StanceMark,
    Text,
    Tilt,
    Widget,
)

if TYPE_CHECKING:
    from game.screens.playing import Playing

CHOICES: tuple[BallotChoice, ...] = ("for", "against", "blank", "stay-home")
CROSS = 0.3
"""Seconds that the pencil takes."""
LARGE = 1.25
"""From this text size on the paper is printed closer."""
HUGE = 1.75
"""From this text size on the paper takes the room beside it."""
MEMORIES = ((132.0, -3.0), (290.0, 2.0), (430.0, -2.0))
"""Height on the wall and tilt of each line that stuck."""


class BallotScreen(Screen):
    """Marking is free and can be changed; only the button under the lines casts the vote."""

    mood = "paper"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing
        self.marked: BallotChoice | None = None

    def title(self) -> str:
        """Name of the page."""
        return _("The ballot")

    def first_focus(self) -> str:
        """The first line."""
        return "line-for"

    def labels(self) -> dict[BallotChoice, str]:
        """The words on the four lines."""
        sides = {side.id: side.ballot for side in self.playing.texts.head.sides}
        return {
            "for": sides["for"],
            "against": sides["against"],
            "blank": _("Blank vote"),
            "stay-home": _("Stay at home"),
        }

    def bindings(self) -> list[Binding]:
        """The keys of the page; every line binds its own letter."""
        return [
            Binding("Up Down", _("Choose")),
            Binding("Enter", _("Mark the box")),
            Binding("R", _("Read the ballot aloud"), self.app.read_aloud),
            Binding("Esc", _("Menu, without voting"), self.menu),
        ]

    def compose(self) -> Widget:
        """The booth, the paper, what stuck."""
        if self.huge:
            return Frame(
                Picture("scenes/booth.svg", label="", fit="cover"),
                *self._memory(),
                Place(348, 8, 884, 656, Canvas(_paper, label="")),
                Place(392, 34, 796, 600, self._paper()),
                Place(0, 664, 1280, 56, Mood("war", HintBar(fill="#2A2342", light=True))),
            )
        return Frame(
            Picture("scenes/booth.svg", label="", fit="cover"),
            *self._memory(),
            Place(348, 52, 584, 612, Canvas(_paper, label="")),
            Place(392, 84, 496, 556, self._paper()),
            Place(948, 460, 150, 190, Picture("scenes/booth-pencil.svg", label="")),
            Place(956, 141, 162, 300, self._asked()),
            Place(
                0,
                664,
                1280,
                56,
                Mood("war", HintBar(_("Polls close at {time}").format(time=clock(20, 0)), fill="#2A2342", light=True)),
            ),
        )

    @property
    def huge(self) -> bool:
        """True where the text is so large that only the paper has room."""
        return self.app.prefs.text_scale >= HUGE

    def _paper(self) -> Widget:
        head = self.playing.texts.head
        keys = line_keys(self.labels())
        large = self.app.prefs.text_scale >= LARGE
        lines = [self._line(choice, label, keys[choice]) for choice, label in self.labels().items()]
        return Column(
            Text(head.ballot_title, "small_strong", size=0 if large else 17, align="center"),
            Spacer(size=10 if large else 14),
            Text(
                head.question,
                "h2",
                size=18 if self.huge else 20 if large else 28,
                line=0 if large else 36,
                align="center",
                role="heading",
            ),
            Spacer(size=12 if large else 24),
            Column(*lines, gap=6 if large else 12, pad=(0, 0 if large else 12), group=True),
            Spacer(size=8, grow=1),
            self._foot(),
            self._asked() if self.huge else Spacer(grow=1),
            min_height=0 if self.huge else 548,
        )

    def _line(self, choice: BallotChoice, label: str, key: str) -> Widget:
        marked = self.marked == choice
        sign = StanceMark(choice, 20, label="") if choice in ("for", "against") else None
        content = Row(
            Canvas(partial(self._box, choice), label="", width=44, height=44),
            Text(label, "h2", size=22 if self.huge else 30, line=28 if self.huge else 36, face="serif_black", grow=1),
            sign,
            KeyCap(key),
            gap=22,
            align="center",
        )
        return Item(
            content,
            lambda: self.mark(choice),
            label=label,
            description=_("marked") if marked else _("not marked"),
            selected=marked,
            key=key,
            kind="paper",
            fill="white",
            pad=(4 if self.app.prefs.text_scale >= LARGE else 10, 24),
            id=f"line-{choice}",
        )

    def _box(self, choice: BallotChoice, painter: Painter, area: Rect) -> None:
        """The box of a line; the pencil's cross goes a little over its edge, one stroke after the other."""
        x, y, w, h = area.x, area.y, area.w, area.h
        painter.rect(x, y, w, h, "white", border="pencil", border_width=3, radius=4)
        if self.marked != choice:
            return
        done = self.app.progress("cross")
        strokes = (((x + 4, y + 3), (x + w - 2, y + h - 5)), ((x + w - 5, y - 1), (x + 3, y + h - 2)))
        for index, (a, b) in enumerate(strokes):
            share = min(1.0, max(0.0, done * 2 - index))
            if share > 0:
                end = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                painter.wobble([a, end], "pencil", 4.6, seed=7 + index)

    def _foot(self) -> Widget:
        """The way into the box; until something is marked, who can see it."""
        if self.marked is None:
            return Text(_("Nobody sees this: not your class, not your teacher."), "label", face="sans", align="center")
        word = _("Stay at home") if self.marked == "stay-home" else _("Fold it. Into the box.")
        return Row(
            Button(word, self.cast, key="V", kind="paper", icon="check", id="cast", min_width=260), justify="center"
        )

    def _memory(self) -> list[Widget]:
        claims = self.playing.texts.campaign.claims
        stuck = [claim.sticks for name in self.playing.feed.sticks if (claim := found(claims, name))]
        places: list[Place] = []
        for line, (y, tilt) in zip(stuck, MEMORIES, strict=False):
            note = Tilt(Note(line, align="center"), degrees=tilt)
            places.append(Place(166, y, 166, 0, note, below=places[-1] if places else None, gap=24))
        return list(places)

    def _asked(self) -> Widget:
        count = len(self.playing.feed.sticks)
        if count == 0:
            return Text(_("No line stuck. You are alone with the question."), self._aside(), face="serif_semibold")
        words = {1: _("One"), 2: _("Two"), 3: _("Three")}
        text = ngettext(
            "{n} line stuck. Do you remember who said it?", "{n} lines stuck. Do you remember who said them?", count
        ).format(n=words.get(count, number(count)))
        return Text(text, self._aside(), face="serif_semibold")

    def _aside(self) -> str:
        """The style beside the paper, where little room is left for large text."""
        return "lead" if self.app.prefs.text_scale < LARGE else "label"

    def mark(self, choice: BallotChoice) -> None:
        """Put the cross on a line, or take it to another one."""
        self.marked = choice
        self.app.animate("cross", CROSS)
        self.app.announce(_("Marked: {line}").format(line=self.labels()[choice]), toast=False)
        self.app.refresh()
        self.app.focus("cast")

    def cast(self) -> None:
        """Vote, or stay away: what the marked line says."""
        if self.marked is None:
            return
        refused = self.playing.submit(CastBallot(self.marked))
        if refused is not None:
            self.app.announce(refused)
            return
        self.app.transition.wanted = "sheet"
        self.playing.go("result")
        self.app.sound("vote")

    def menu(self) -> None:
        """Leave the booth for the menu; nothing is cast."""
        self.playing.over("pause")


def line_keys(labels: dict[BallotChoice, str], taken: str = "RV") -> dict[BallotChoice, str]:
    """A letter of its own for every line: the first free one of its label, else its number."""
    keys: dict[BallotChoice, str] = {}
    used = set(taken)
    for number_, (choice, label) in enumerate(labels.items(), 1):
        letters = [letter for letter in label.upper() if "A" <= letter <= "Z" and letter not in used]
        keys[choice] = letters[0] if letters else str(number_)
        used.add(keys[choice])
    return keys


def _paper(painter: Painter, area: Rect) -> None:
    """A sheet that leans back: a little narrower at the foot, with a printed frame."""
    x, y, w, h = area.x, area.y, area.w, area.h
    painter.polygon([(x + 18, y + h - 8), (x + w - 18, y + h - 8), (x + w - 18, y + h), (x + 18, y + h)], "#C7A97C")
    painter.polygon([(x, y), (x + w, y), (x + w - 12, y + h - 8), (x + 12, y + h - 8)], "white")
    frame = [(x + 8, y + 14), (x + w - 8, y + 14), (x + w - 18, y + h - 22), (x + 18, y + h - 22)]
    painter.stroke(frame, "pencil", 2, closed=True)
