"""What a class can vote on by hand on the page that is shown: the options with their numbers, and how one is taken.

Nothing here belongs to a screen: options are found by the ids of their widgets, and taken as keys and clicks take them.
The ballot is secret and is not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.i18n import _
from game.ui import Choice, Widget
from game.ui.inputs import Inputs

if TYPE_CHECKING:
    from game.ui import App

MOST = 9
"""Options that hands and digits can tell apart."""


@dataclass(frozen=True)
class Hand:
    """One option: the id of its widget, and what it is called."""

    widget: str
    label: str


@dataclass(frozen=True)
class Vote:
    """A question with its options, in the order of the page."""

    question: str
    options: tuple[Hand, ...]
    take: Callable[[App, str], None]
    """Takes the option whose widget has the id."""


def press(app: App, widget: str) -> None:
    """Take an option as Enter takes it."""
    Inputs(app).request("press", widget)


def _then(button: str) -> Callable[[App, str], None]:
    """Options that are looked at first and taken with another button."""

    def take(app: App, widget: str) -> None:
        inputs = Inputs(app)
        inputs.request("focus", widget)
        inputs.request("press", button)

    return take


@dataclass(frozen=True)
class _Kind:
    """Options of a page by the beginnings of their widgets' ids."""

    question: Callable[[], str]
    ids: tuple[str, ...]
    take: Callable[[App, str], None] = press
    fits: Callable[[App, str], bool] = lambda _app, _widget: True
    """Can the option with this id of a widget be taken? For what the widget itself does not say."""


def _for_sale(app: App, widget: str) -> bool:
    """Is it a file that can be bought now?"""
    view = app.screen.playing.campaign  # type: ignore[attr-defined]  # because only the data desk asks
    source = next(seen for seen in view.sources if seen.id == widget.removeprefix("source-"))
    return bool(view.moves_left and source.affordable and not source.owned)


_PAGES: dict[str, tuple[_Kind, ...]] = {
    "Chooser": (
        _Kind(lambda: _("Which town?"), ("town-",)),
        _Kind(lambda: _("Which campaign hires you?"), ("side-",)),
    ),
    "DataDesk": (_Kind(lambda: _("Which file do we buy?"), ("source-",), _then("buy"), _for_sale),),
    "MessageDesk": (_Kind(lambda: _("Which version goes out?"), ("send-",)),),
    "ActionDesk": (_Kind(lambda: _("What do we do tonight?"), ("action-",)),),
    "PersonaChoice": (_Kind(lambda: _("Who are you?"), ("persona-",), _then("be")),),
    "FeedScreen": (
        _Kind(
            lambda: _("What do you do with this post?"),
            ("react", "share", "verify", "read", "why", "report", "pass"),
        ),
    ),
    "LateralReading": (
        _Kind(lambda: _("What do you look up?"), ("ask-",)),
        _Kind(lambda: _("So what do you do with it?"), ("pass", "share", "report", "tell")),
    ),
}
_DIALOGS = ("choice-", "district-", "reply-", "answer-", "option-")
"""Beginnings of the ids of what is chosen from in a dialog; its title is the question."""


def vote_on(app: App, page: Widget) -> Vote | None:
    """The vote that is possible on a page or dialog: about the row of choices in focus, else about what lies there."""
    widgets = list(page.walk())
    if app.dialogs:
        return _vote(page.label, _options(widgets, _DIALOGS), press)
    focused = app.focused_id
    for widget in widgets:
        if isinstance(widget, Choice) and widget.id == focused and not widget.disabled:
            hands = tuple(
                Hand(_cell(widget, option.id), " ".join(part for part in (option.label, option.description) if part))
                for option in widget.options
                if not option.disabled
            )
            return _vote(widget.label, hands, press)
    kinds = _PAGES.get(type(app.screen).__name__, ())
    for kind in sorted(kinds, key=lambda kind: not focused.startswith(kind.ids)):  # about what is in focus first
        hands = tuple(hand for hand in _options(widgets, kind.ids) if kind.fits(app, hand.widget))
        found = _vote(kind.question(), hands, kind.take)
        if found is not None:
            return found
    return None


def _cell(choice: Choice, option: str) -> str:
    """The id of a cell of a row of choices."""
    return f"{choice.id or choice.label}/{option}" if type(choice) is Choice else f"{choice.id}-{option}"


def _vote(question: str, options: tuple[Hand, ...], take: Callable[[App, str], None]) -> Vote | None:
    return Vote(question, options, take) if 2 <= len(options) <= MOST else None


def _options(widgets: list[Widget], ids: tuple[str, ...]) -> tuple[Hand, ...]:
    return tuple(Hand(widget.id, _name(widget)) for widget in _able(widgets, ids))


def _able(widgets: list[Widget], ids: tuple[str, ...]) -> Iterator[Widget]:
    """What can be taken now, of these ids; a name without a dash at its end is the whole id."""
    for widget in widgets:
        if widget.disabled or not widget.focusable:
            continue
        if any(widget.id == name or (name.endswith("-") and widget.id.startswith(name)) for name in ids):
            yield widget


def _name(widget: Widget) -> str:
    return " ".join(widget.label.split())
