"""Pages instead of columns: where type is so large that columns would be narrow, each gets the whole width in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from game.ui.buttons import Button
from game.ui.keys import Binding
from game.ui.scrolling import Scroll
from game.ui.theme import Theme
from game.ui.widget import Common, Env, Widget

Page = tuple[str, str, Widget]
"""Id, name, and what is on it."""


class Pages(Widget):
    """Tabs above one of several pages. Tab goes through them all: after the last thing of a page comes the next tab.

    A tab that gets the focus opens its page (`app.focus("<id>.<page>")` does). What is on the other pages keeps its keys, and a page opens by itself when
    something on it (something with an id of its own) is put in focus. Needs an `id`.
    """

    kind = "pages"

    def __init__(self, pages: Sequence[Page | None], *, gap: float = 12, **common: Unpack[Common]) -> None:
        super().__init__(**common)
        self.pages = [page for page in pages if page is not None]
        self.gap = gap
        self.tabs: list[_Tab] = []
        self.window = Scroll(None)

    @property
    def current(self) -> str:
        """The id of the page that is open. Kept as positions of windows are: who comes back begins with the first."""
        at = int(self.env.scroll.get(f"pages:{self.id}", 0))
        return self.pages[min(at, len(self.pages) - 1)][0]

    def _turn(self, page: str) -> None:
        ids = [pid for pid, _, _ in self.pages]
        self.env.scroll[f"pages:{self.id}"] = ids.index(page)

    def open(self, page: str) -> None:
        """Show a page, its tab in focus."""
        self._turn(page)
        self.env.focused = f"{self.id}.{page}"

    def build(self) -> None:
        """The tabs in their order, the open page behind its own one."""
        focused = self.env.focused
        wanted = next(
            (pid for pid, _, child in self.pages if focused == f"{self.id}.{pid}" or _holds(child, focused)), ""
        )
        if wanted:
            self._turn(wanted)
        now = self.current
        self.tabs = [_Tab(self, pid, label, selected=pid == now) for pid, label, _ in self.pages]
        child = next(child for pid, _, child in self.pages if pid == now)
        self.window = Scroll(child, id=f"{self.id}.{now}.scroll", grow=1)
        at = next(at for at, tab in enumerate(self.tabs) if tab.selected)
        self.children = [*self.tabs[: at + 1], self.window, *self.tabs[at + 1 :]]

    def adopt(self, env: Env, theme: Theme, parent: Widget | None, path: str, seen: dict[str, int]) -> None:
        """Take in the pages that are not shown as well: their keys go on working."""
        super().adopt(env, theme, parent, path, seen)
        for pid, _, child in self.pages:
            if pid != self.current:
                child.adopt(env, theme, self, f"{path}/{pid}", seen)

    def own_bindings(self) -> list[Binding]:
        """The keys of what is on the other pages."""
        hidden = [child for pid, _, child in self.pages if pid != self.current]
        return [binding for child in hidden for widget in child.walk() for binding in widget.own_bindings()]

    def _rows(self, room: float) -> list[list[_Tab]]:
        rows: list[list[_Tab]] = [[]]
        used = 0.0
        for tab in self.tabs:
            width = tab.measure(room)[0]
            if rows[-1] and used + width > room:
                rows.append([])
                used = 0.0
            rows[-1].append(tab)
            used += width + 8
        return rows

    def content(self, room: float) -> tuple[float, float]:
        """All of the width; the tabs and the open page."""
        bar = sum(max(tab.measure(room)[1] for tab in row) for row in self._rows(room))
        return room, bar + self.gap + self.window.measure(room)[1]

    def place_children(self) -> None:
        """The tabs in a row, the page in what is left."""
        r, y = self.rect, self.rect.y
        for row in self._rows(r.w):
            x, tall = r.x, max(tab.measure(r.w)[1] for tab in row)
            for tab in row:
                width = min(tab.measure(r.w)[0], r.w)
                tab.arrange(x, y, width, tall)
                x += width + 8
            y += tall
        y += self.gap
        self.window.arrange(r.x, y, r.w, max(0.0, r.bottom - y))


def _holds(child: Widget, wanted: str) -> bool:
    return bool(wanted) and any(widget.id == wanted for widget in child.walk())


class _Tab(Button):
    """The name of a page; to focus it is to open the page."""

    def __init__(self, pages: Pages, page: str, label: str, *, selected: bool) -> None:
        super().__init__(label, self.on_focus, kind="segment", selected=selected, id=f"{pages.id}.{page}")
        self.pages, self.page = pages, page

    def on_focus(self) -> None:
        """Open the page."""
        self.pages.open(self.page)

    def on_key(self, key: str) -> bool:
        """Left and right go to the tab beside."""
        if key not in ("Left", "Right"):
            return False
        tabs = self.pages.tabs
        at = tabs.index(self) + (1 if key == "Right" else -1)
        if 0 <= at < len(tabs):
            tabs[at].on_focus()
        return True
