"""A screen: state, and the tree that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.theme import MoodName
from game.ui.widget import Widget

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.keys import Binding


class Screen:
    """One page of the game. Subclasses keep state and build the tree from it in `compose`."""

    mood: MoodName = "war"
    ticking = False
    app: App

    def __init__(self) -> None:
        self.focus_kept = ""

    def title(self) -> str:
        """The name of the page, for the semantic tree and the window."""
        return ""

    def compose(self) -> Widget:
        """The tree that shows the present state; called again after every action."""
        raise NotImplementedError

    def bindings(self) -> list[Binding]:
        """Keys that belong to the page and to no widget, in the order of the hint bar."""
        return []

    def first_focus(self) -> str:
        """The id of the widget that has the focus at first; empty for the first one."""
        return ""

    def background(self) -> str:
        """The colour around the page; empty for the mood's page colour."""
        return ""

    def entered(self) -> None:
        """The screen has just been shown; `self.app` is there."""

    def left(self) -> None:
        """The screen has been left for good."""

    def tick(self, now: float) -> bool:
        """Each frame while `ticking`. True if the tree must be composed again."""
        del now
        return False
