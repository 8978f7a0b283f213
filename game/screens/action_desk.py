"""The amplify and street desk: screens above the skyline, people below it, drawn as wide or as deep as they work."""

from __future__ import annotations

from functools import partial

from game.campaign.commands import CancelAction, PlanAction
from game.campaign.view import ActionView, CampaignView
from game.i18n import _, euros, ngettext, number
from game.scenario.model import Action
from game.screens.dot_words import districts, leaning_words
from game.screens.playing import Playing
from game.screens.refusals import refusal
from game.screens.war_room import BODY, WarRoom
from game.ui import (
    Binding,
    Button,
    Canvas,
    Column,
    Dialog,
    Footprint,
    Frame,
    Icon,
    Item,
    KeyCap,
    Painter,
    Panel,
    Picture,
    Place,
    Rect,
    Row,
    Spacer,
    Stack,
    Text,
    Widget,
)

_KEYS = {"amplify": ("scan:Q", "scan:W", "scan:E", "scan:T"), "street": ("scan:A", "scan:S", "scan:D", "scan:F")}
"""Physical keys of the cards, from left to right; the key caps show what the player's keyboard prints on them."""
_WIDEST, _DEEPEST = 9_500.0, 1.0
"""People and points of opinion that fill the whole footprint."""
_NARROWING = 0.65
"""Power of the people that gives a footprint's width: below 1, so that a street can be seen beside a town."""
_SHORT = 18
"""Letters of a name and of the pill that have room beside each other."""


class ActionDesk(WarRoom):
    """Everything that can be planned for tonight."""

    def __init__(self, playing: Playing, at: str = "") -> None:
        super().__init__(playing)
        actions = playing.texts.campaign.street if at == "street" else playing.texts.campaign.amplify
        kept = playing.memory.get("action")
        self.chosen = kept if isinstance(kept, str) and not at else actions[0].id

    desks = ("amplify", "street")

    def title(self) -> str:
        """Name of the page."""
        return _("Amplify and street")

    def first_focus(self) -> str:
        """The first card of the desk that was called, or the one looked at last."""
        return f"action-{self.chosen}"

    def keys(self) -> list[Binding]:
        """Letters move to a card; Enter plans what is in focus; X says what it does to trust."""
        planned = any(seen.id == self.chosen and seen.planned for seen in self.playing.campaign.actions)
        letters = [
            Binding(key, action.name, lambda action=action: self.reach(action.id), hint=False)
            for desk, keys in _KEYS.items()
            for key, action in zip(keys, self._actions(desk), strict=False)
        ]
        return [
            Binding("Left Right", _("Look along")),
            Binding("Enter", _("Take it back") if planned else _("Plan it")),
            Binding("X", _("What does it cost in trust?"), self.trust),
            *letters,
        ]

    def note(self, view: CampaignView) -> str:
        """What is planned so far."""
        names = {action.id: action.name for desk in _KEYS for action in self._actions(desk)}
        tonight = [names[seen.id] for seen in view.actions if seen.planned or seen.nights_left]
        if not tonight:
            return _("Nothing planned for tonight.")
        if len(tonight) > 1:
            count = ngettext("{count} thing planned for tonight.", "{count} things planned for tonight.", len(tonight))
            return count.format(count=number(len(tonight)))
        return _("Tonight: {things}.").format(things=tonight[0])

    def body(self, view: CampaignView) -> Widget:
        """Sky above, street below; a list where the text is large."""
        seen = {action.id: action for action in view.actions}
        if self.large:
            cards = [self._card(action, seen[action.id], desk, 100) for desk in _KEYS for action in self._actions(desk)]
            everything = Column(self._promise(), Column(*cards, gap=16, group=True), gap=24, pad=(16, 24))
            return Frame(Place(40, 64, 1200, 608, everything))
        sky = [self._card(action, seen[action.id], "amplify", 126) for action in self._actions("amplify")]
        street = [self._card(action, seen[action.id], "street", 170) for action in self._actions("street")]
        page = Frame(
            Place(*BODY, Canvas(_street), scroll=False),
            Place(64, 64, 272, 268, Column(self._promise(), pad=(22, 0, 0, 0))),
            Place(368, 72, 856, 258, Row(*sky, gap=8, align="stretch")),
            Place(48, 356, 1160, 310, Row(*street, gap=8, align="stretch")),
        )
        page.group = True  # the arrows look along the whole street, and up to the screens
        return page

    def _actions(self, desk: str) -> tuple[Action, ...]:
        campaign = self.playing.texts.campaign
        return campaign.amplify if desk == "amplify" else campaign.street

    # ------------------------------------------------------------------------------------------------- the cards

    def _promise(self) -> Widget:
        """The headline, the idea behind it, and how to read a footprint."""
        return Column(
            Text(_("Wide or deep?"), "h1", role="heading"),
            Text(_("A screen brushes past thousands. A conversation stays with a few."), "body", color="text2"),
            Spacer(size=16),
            Row(
                Canvas(_legend, label="", width=64, height=44),
                Column(
                    Text(_("width: voters reached"), "small"),
                    Text(_("depth: minds it moves"), "small"),
                    gap=0,
                    grow=1,
                ),
                gap=16,
                align="center",
                aloud="",  # each card says both in words
            ),
            gap=8,
        )

    def _card(self, action: Action, seen: ActionView, desk: str, picture: float) -> Widget:
        key = dict(zip((each.id for each in self._actions(desk)), _KEYS[desk], strict=False)).get(action.id, "")
        chosen = action.id == self.chosen
        shut = bool(_why_not(seen))
        runs = _runs(seen)
        state = _pill(runs) if runs else None
        beside = self.large or len(action.name) + len(runs) <= _SHORT
        head = Row(
            KeyCap(key, dull=shut, look="strong" if chosen else "") if key else None,
            Text(action.name, "h3", color="text2" if shut else "text", grow=1),
            Icon("lock", 16, color="text2") if shut else None,
            state if beside else None,
            gap=10,
            align="center",
            min_height=30,
        )
        reach = Row(
            Footprint(
                min(1.0, seen.people / _WIDEST) ** _NARROWING,
                min(1.0, seen.depth / _DEEPEST),
                label=_moves(seen),
                width=124,
            ),
            Text(action.people_words or _people(seen.people), "small", grow=1, lines=2),
            gap=12,
            align="start",
        )
        words = Column(head, Text(_small_print(action), "label", color="text2", lines=2), Spacer(size=5), reach, grow=1)
        drawing = Picture(f"{action.art}.svg", height=picture, width=picture * 260 / 180)
        above = Row(Spacer(grow=1), state, align="end") if state is not None and not beside else None
        scene = Stack(Row(drawing, justify="center"), above)
        paved = desk == "street" and not self.large  # as dark as a hovered row: a rim tells the pointer there
        card = Row(drawing, words, gap=24, align="center") if self.large else Column(scene, words, gap=8)
        return Item(
            card,
            lambda: self.toggle(action.id),
            label=action.name,
            description=self._spoken(action, seen),
            selected=chosen,
            on_focus=lambda: self.look(action.id),
            disabled=_why_not(seen),
            id=f"action-{action.id}",
            kind="card" if paved else "row",
            fill="sel" if chosen else "none" if paved else "",
            pad=(6, 10, 4, 16),
            grow=1,
        )

    def _spoken(self, action: Action, seen: ActionView) -> str:
        runs = _runs(seen)
        state = _("Still runs: {nights}.").format(nights=runs) if runs else ""
        if seen.planned:
            state = _("Planned for tonight.")
        people = action.people_words or _people(seen.people)
        return " ".join(part for part in (_small_print(action) + ".", people + ".", _moves(seen), state) if part)

    # --------------------------------------------------------------------------------------------------- actions

    def look(self, action: str) -> None:
        """Remember the card that is in focus."""
        self.chosen = action
        self.playing.memory["action"] = action

    def reach(self, action: str) -> None:
        """A card's letter: go there; pressed again, plan it or take it back."""
        if self.app.focused_id == f"action-{action}":
            self.toggle(action)
        else:
            self.look(action)
            self.app.focus(f"action-{action}")

    def toggle(self, action: str) -> None:
        """Plan the card for tonight, or take it back. Doors need to know where."""
        self.look(action)
        authored = self._authored(action)
        seen = next(each for each in self.playing.campaign.actions if each.id == action)
        if seen.planned:
            self.tell(self.playing.submit(CancelAction(action)), _("Taken back: {name}.").format(name=authored.name))
        elif seen.refusal is not None:
            self.app.announce(_why_not(seen))
        elif authored.kind == "doors":
            self.app.open(self._where(authored))
        else:
            self._plan(authored)

    def _plan(self, action: Action, district: str | None = None) -> None:
        self.app.close()
        refused = self.playing.submit(PlanAction(action.id, district))
        self.tell(refused, _("Planned for tonight: {name}.").format(name=action.name))

    def _where(self, action: Action) -> Dialog:
        """Ask whose doors, with what the campaign believes of each district."""
        view = self.playing.session.dots_view()
        believed = {row.index: leaning_words(row) for row in districts(view, self.playing.texts)}
        rows = [
            Button(
                place.name,
                partial(self._plan, action, place.id),
                kind="menu",
                key=str(at),
                value=believed.get(at - 1, ""),
                id=f"district-{place.id}",
            )
            for at, place in enumerate(self.playing.texts.town.districts, 1)
        ]
        close = Button(_("Not tonight"), self.app.close, key="Esc", id="not-tonight")
        note = Text(_("What your campaign believes. Nobody here sees the truth."), "label", color="text2")
        return Dialog(_("Whose doors?"), note, Column(*rows, gap=4, group=True), buttons=[close], width=680)

    def trust(self) -> None:
        """What the card in focus does to trust."""
        action = self._authored(self.chosen)
        close = Button(_("Close"), self.app.close, key="Esc", kind="primary", id="close")
        picture = Picture(f"{action.art}.svg", label="", width=208, height=144)
        words = Row(picture, Text(action.costs_trust, "body", grow=1), gap=24)
        self.app.open(
            Dialog(_("{name}: what it costs in trust").format(name=action.name), words, buttons=[close], width=680)
        )

    def _authored(self, wanted: str) -> Action:
        return next(action for desk in _KEYS for action in self._actions(desk) if action.id == wanted)


def _why_not(seen: ActionView) -> str:
    """Why a card cannot be planned; a planned one can be taken back, so it is never in the way."""
    return "" if seen.planned or seen.refusal is None else refusal(seen.refusal)


def _runs(seen: ActionView) -> str:
    """How long a card runs, in words; empty for one that does not."""
    if seen.planned or seen.nights_left == 1:
        return _("tonight")
    if not seen.nights_left:
        return ""
    nights = ngettext("{count} more night", "{count} more nights", seen.nights_left)
    return nights.format(count=number(seen.nights_left))


def _pill(word: str) -> Widget:
    """The pill of what runs tonight."""
    tick = Row(Icon("check", 16, color="ink.base"), Text(word, "small_strong", color="ink.base"), gap=6, align="center")
    return Panel(tick, fill="lemon", radius=15, pad=(4, 11, 4, 10), gap=0)


def _small_print(action: Action) -> str:
    price = euros(action.price) if action.price else _("Free")
    return _("{price}, {terms}").format(price=price, terms=action.terms)


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=number(count))


def _moves(seen: ActionView) -> str:
    """How deep it goes, in words."""
    if not seen.depth:
        return _("Moves nobody’s opinion.")
    return _("Moves opinion by about {points} points for each person reached.").format(points=number(seen.depth, 1))


def _legend(painter: Painter, area: Rect) -> None:
    """A small footprint with its two measures."""
    x, y = area.x, area.y
    painter.line(x, y + 10, x + 50, y + 10, "ctl", 2)
    painter.line(x + 13, y + 2, x + 51, y + 2, "text", 2)
    for end in (14, 50):
        painter.line(x + end, y - 1, x + end, y + 5, "text", 2)
    painter.rect(x + 14, y + 10, 36, 30, "lemon", radius=3)
    painter.line(x + 58, y + 10, x + 58, y + 40, "text", 2)
    for end in (10, 40):
        painter.line(x + 55, y + end, x + 61, y + end, "text", 2)


def _street(painter: Painter, area: Rect) -> None:
    """The ground of the page: roofs against the sky, and the edge of the pavement that everything stands on."""
    roofs = (57, 14), (56, 20), (39, 26), (57, 10), (127, 26), (185, 10), (42, 20), (37, 26), (37, 20), (75, 26)
    x, ground = area.x, area.y + 284
    painter.rect(area.x, ground, area.w, area.bottom - ground, "raised")
    painter.rect(area.x, area.y + 468, area.w, 2, "line")
    at = 0
    while x < area.right:
        width, drop = roofs[at % len(roofs)]
        painter.rect(x, ground - 26 + drop, min(width, area.right - x), 30 - drop, "raised")
        x, at = x + width, at + 1
