"""Every component in every state, to look at: one picture for each mood.

    python -m tests.ui.gallery [FOLDER]

draws `war.png`, `feed.png` and `paper.png` into the folder (`build/gallery` when none is given).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui import App, Frame, MoodName, Place, Prefs, Row, Screen, Text, Theme, Widget, start_video
from game.ui import focus as travel
from game.ui.overlay import reason_note, ring_of
from game.ui.painter import Painter
from game.ui.widget import Env

STATES = ("rest", "hover", "focus", "pressed", "disabled", "selected")
WIDTH = 1280
ROW = 84.0
Make = Callable[[str], Widget | None]
"""Makes a component for one of the states; None where it has no such state."""


class Posed(Widget):
    """A component that takes itself to be pointed at, in focus or held down."""

    kind = "posed"

    def __init__(self, child: Widget, state: str, *, reason: bool = False) -> None:
        super().__init__()
        self.child, self.state, self.reason = child, state, reason

    def adopt(self, env: Env, theme: Theme, parent: Widget | None, path: str, seen: dict[str, int]) -> None:
        """Give the child a moment of its own."""
        own = replace(env, hovered="", pressed="")
        own.focused = ""
        super().adopt(own, theme, parent, path, seen)
        self.child.adopt(own, self.theme, self, f"{path}/posed", {})
        wanted = next((w.id for w in self.child.walk() if _acts(w)), "")
        if self.state == "focus" or (self.state == "disabled" and self.reason):
            own.focused = wanted
        own.hovered = wanted if self.state in ("hover", "pressed") else ""
        own.pressed = wanted if self.state == "pressed" else ""
        self.child.adopt(own, self.theme, self, f"{path}/posed", {})

    # The child is none of the page's: the page itself has nothing in focus.
    def content(self, room: float) -> tuple[float, float]:
        """As large as the child."""
        return self.child.measure(room)

    def place_children(self) -> None:
        """All for the child."""
        self.child.arrange(self.rect.x, self.rect.y, self.rect.w, self.rect.h)

    def paint_children(self, p: Painter) -> None:
        """The child with the ring, and the reason why it cannot be used."""
        self.child.paint(p)
        ring = ring_of(self.child, self.env)
        if ring is not None:
            ring.paint(p)
        note = reason_note(p, self.child, self.env) if self.reason else None
        if note is not None:
            note.paint(p)
        p.theme = self.theme


def _acts(widget: Widget) -> bool:
    return widget.focusable or travel.acts(widget)


class Sheet(Screen):
    """A page of rows: a name, then the component in each state."""

    def __init__(self, mood: MoodName, title: str, rows: Sequence[tuple[str, Make]], *, wide: bool) -> None:
        super().__init__()
        self.mood, self.head, self.rows, self.wide = mood, title, rows, wide

    def title(self) -> str:
        """The name of the page."""
        return self.head

    def compose(self) -> Widget:
        """The rows below each other."""
        states = () if self.wide else STATES
        head = [Place(150 + 186 * k, 12, 176, 24, Text(s, "small", color="text2")) for k, s in enumerate(states)]
        return Frame(
            Place(24, 10, 120, 28, Text(self.head, "h3")),
            *head,
            *(place for at, (name, make) in enumerate(self.rows) for place in self._row(at, name, make)),
        )

    def _row(self, at: int, name: str, make: Make) -> list[Place]:
        y = 52 + at * ROW
        places = [Place(24, y + 8, 118, 60, Text(name, "small", color="text2"), scroll=False)]
        if self.wide:
            made = make("rest")
            return [*places, Place(150, y, 1100, ROW - 8, made, scroll=False)] if made is not None else places
        for k, state in enumerate(STATES):
            made = make(state)
            if made is not None:
                posed = Posed(made, state, reason=name == "secondary")
                places.append(Place(150 + 186 * k, y, 172, ROW - 20, Row(posed, align="start"), scroll=False))
        return places


def pages(mood: MoodName, rows: Sequence[tuple[str, Make]], *, wide: bool = False) -> list[Sheet]:
    """As many pages as the rows need."""
    return [Sheet(mood, mood, rows[at : at + 8], wide=wide) for at in range(0, len(rows), 8)]


def drawn(sheets: Sequence[Sheet], prefs: Prefs | None = None, scale: int = 1) -> pygame.Surface:
    """The pages below each other, everything at its end."""
    start_video(headless=True)
    size = (WIDTH * scale, 720 * scale)
    whole = pygame.Surface((size[0], size[1] * len(sheets)))
    for at, sheet in enumerate(sheets):
        app = App(sheet, prefs=prefs or Prefs(motion="none"), size=size, clock=lambda: 0.0)
        surface = pygame.Surface(size)
        app.paint(surface)
        whole.blit(surface, (0, at * size[1]))
    return whole


def main(folder: Path, scale: int = 1) -> None:
    """Draw one picture for each mood."""
    from tests.ui.gallery_parts import CONTROLS, SIGNS

    folder.mkdir(parents=True, exist_ok=True)
    for mood in CONTROLS:
        sheets = [*pages(mood, CONTROLS[mood]), *pages(mood, SIGNS[mood], wide=True)]
        pygame.image.save(drawn(sheets, scale=scale), str(folder / f"{mood}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/gallery"), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
