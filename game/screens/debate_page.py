"""The debate: an evening without the phone, where both sides are heard to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _
from game.screens.feed_room import LARGE, room
from game.screens.post_words import found
from game.ui import (
    Binding,
    Button,
    Column,
    Frame,
    Panel,
    Picture,
    Place,
    Row,
    Rule,
    Screen,
    Scroll,
    StanceMark,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.scenario.model import Debate, DebatePoint
    from game.screens.playing import Playing


class DebatePage(Screen):
    """What was said at a debate, side by side. Esc and the button go back to the phone."""

    mood = "feed"

    def __init__(self, playing: Playing, debate: str) -> None:
        super().__init__()
        self.playing = playing
        self.debate = debate

    def title(self) -> str:
        """Name of the page."""
        return self._debate().name

    def first_focus(self) -> str:
        """The way home."""
        return "home"

    def bindings(self) -> list[Binding]:
        """The keys of every page."""
        return [Binding("R", _("Read aloud"), self.app.read_aloud, hint=False), Binding("Esc", _("Go home"), self.home)]

    def _debate(self) -> Debate:
        debate = found(self.playing.texts.feed.debates, self.debate)
        if debate is None:
            raise KeyError(f"no debate {self.debate!r}")
        return debate

    def compose(self) -> Widget:
        """The stage on the left, the points on the right."""
        debate = self._debate()
        picture = found(self.playing.texts.campaign.pictures, debate.picture)
        large = self.app.prefs.text_scale >= LARGE
        home = Row(Button(_("Go home"), self.home, key="Enter", kind="primary", id="home"))
        stage = Column(
            Text(debate.name, "h2" if large else "h1", role="heading"),
            Picture(f"{picture.art}.svg", label=picture.alt, fit="cover", height=190, radius=24) if picture else None,
            Text(debate.afterwards, "body"),
            None if large else home,
            gap=20,
        )
        return Frame(
            room(),
            Place(64, 24 if large else 56, 352, 570 if large else 620, stage),
            Place(64, 612, 352, 88, home) if large else None,
            Place(470, 36, 746, 648, self._points(debate), scroll=False),
        )

    def _points(self, debate: Debate) -> Widget:
        """What was said, in its order, on one sheet."""
        rows: list[Widget] = []
        for point in debate.points:
            rows += [Rule(color="rose", thickness=1.5)] if rows else []
            rows.append(self._point(point))
        return Panel(
            Scroll(Column(*rows, pad=(6, 28)), id="points", grow=1),
            fill="white",
            border="rose",
            border_width=1.5,
            radius=24,
            pad=(6, 0),
        )

    def _point(self, point: DebatePoint) -> Widget:
        side = found(self.playing.texts.head.sides, point.side)
        name = side.name if side else point.side
        return Row(
            Row(StanceMark(point.side, 18, label=""), pad=(2, 0)),
            Column(Text(name, "small_strong", color=point.side), Text(point.text, "small", line=22), grow=1),
            gap=16,
            pad=(11, 0),
            align="start",
            grow=1,
        )

    def home(self) -> None:
        """Back to the phone."""
        self.app.back()
