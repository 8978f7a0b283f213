"""Chapter three: the same evening on two phones of the same town, and the card of the post in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, ngettext, number, weekday
from game.screens.debrief_page import DebriefPage
from game.screens.debrief_story import Told, told
from game.screens.feed_room import BLOCKS, weekday_of
from game.screens.feed_rows import GAP, ROW, frames, pitch, row, threads
from game.screens.phone import post_card
from game.screens.post_words import found, persona_of
from game.screens.technique_card import card_of, no_card, short_card
from game.ui import (
    Avatar,
    Binding,
    Button,
    Canvas,
    Column,
    Dialog,
    Item,
    KeyCap,
    Mood,
    Note,
    Painter,
    Place,
    Rect,
    Row,
    Slip,
    Spacer,
    Stack,
    Text,
    Widget,
)
from game.ui.paper import tape

if TYPE_CHECKING:
    from game.debrief.two_feeds import FeedPair
    from game.feed.view import PostView
    from game.scenario.model import Persona

SHOWN = 8
"""Rows of a feed that the page has room for; the others are scrolled to, a whole row at a time."""
_OTHER, _EVENING, _POST = "debrief.other", "debrief.evening", "debrief.focus"


class TwoFeedsScreen(DebriefPage):
    """What each of two voters never saw."""

    chapter = "feeds"

    @property
    def facts(self) -> Told:
        """The facts of the run."""
        return told(self.playing)

    @property
    def me(self) -> Persona:
        """The voter whom the player was."""
        return persona_of(self.playing.texts, self.facts.outcome.persona)

    @property
    def others(self) -> list[Persona]:
        """Everybody else whom one could have been."""
        return [one for one in self.playing.texts.feed.personas if one.id != self.me.id]

    @property
    def other(self) -> Persona:
        """The voter on the right."""
        at = self.playing.memory.get(_OTHER, 0)
        return self.others[(at if isinstance(at, int) else 0) % len(self.others)]

    @property
    def pair(self) -> FeedPair | None:
        """The evening that is compared; None when no evening was spent on the phone."""
        pairs = self.facts.pairs(self.other.id)
        at = self.playing.memory.get(_EVENING, 0)
        return pairs[(at if isinstance(at, int) else 0) % len(pairs)] if pairs else None

    @property
    def post(self) -> PostView | None:
        """The post whose card is shown: the one that had the focus last."""
        pair = self.pair
        kept = self.playing.memory.get(_POST)
        if pair is None or not isinstance(kept, tuple):
            return None
        column, index = kept
        posts = pair.mine if column == "mine" else pair.other
        return posts[index] if index < len(posts) else None

    def entered(self) -> None:
        """Begin with a post that somebody paid for."""
        super().entered()
        self._start()

    def _start(self) -> None:
        pair = self.pair
        index = 0
        if pair is not None:
            index = next((at for at, post in enumerate(pair.mine) if card_of(self.playing.texts, post) is not None), 0)
        self.playing.memory[_POST] = ("mine", index)

    def first_focus(self) -> str:
        """The post whose card is shown."""
        kept = self.playing.memory.get(_POST)
        return f"{kept[0]}-{kept[1]}" if isinstance(kept, tuple) else ""

    def keys(self) -> list[Binding]:
        """Enter opens a post; V, E and T stand on their buttons."""
        return [
            Binding("Up Down", _("Choose"), hint=False),
            Binding("Enter", _("Open a post"), right=True),
        ]

    # -- the page

    @property
    def wide(self) -> float:
        """Width of one feed in design units."""
        return 500.0 if self.large else 352.0

    def body(self) -> list[Widget]:
        """Headline, two phones, the card; the card below the phones where the text is large."""
        pair = self.pair
        said = _("Same town, same evening.")
        size = 42 if len(said) < 27 else 32
        head = Text(said, "h1", size=size, line=50, role="heading", fit=1)
        if pair is None:
            line = _("{name} never picked the phone up, so there is nothing to lay beside another feed.")
            empty = Column(head, Spacer(size=8), Text(line.format(name=self.me.name), "lead"), gap=12)
            return [Place(64, 34, 1152, 600, empty)]
        if self.large:
            column = Column(
                head, self._switches(pair), self._people(), self._columns(pair), self._card(), gap=18, pad=(4, 24)
            )
            return [Place(40, 16, 1200, 640, column, id="feeds.scroll")]
        feeds = Column(self._columns(pair), pad=(0, 0, 0, 8), width=800)
        return [
            Place(64, 26, 470, 56, head, scroll=False),
            Place(520, 32, 336, 46, self._switches(pair), scroll=False),
            Place(64, 84, 792, 78, self._people(), scroll=False),
            Place(392, 84, 116, 0, self._common(pair), scroll=False),
            Place(56, 170, 814, SHOWN * pitch(1) - GAP, feeds, snap=pitch(1), id="feeds.scroll"),
            Place(900, 34, 316, 606, self._card(), scroll=False),
        ]

    def _switches(self, pair: FeedPair) -> Widget:
        day = weekday_of(self.playing.texts, pair.evening, len(self.facts.pairs(self.other.id)))
        return Row(
            Spacer(grow=1),
            Button(
                weekday(day, capital=True),
                self.next_evening,
                kind="link",
                key="E",
                aloud=_("Another evening, now: {day}").format(day=weekday(day)),
                id="evening",
            ),
            Button(_("Another voter"), self.next_voter, kind="link", key="V", id="voter"),
            gap=24,
            align="center",
        )

    def _people(self) -> Widget:
        return Row(self._person(self.me), self._person(self.other), gap=88, align="center")

    def _person(self, who: Persona) -> Widget:
        district = found(self.playing.texts.town.districts, who.district)
        pair = self.pair
        evening = pair.evening if pair is not None else 1
        where = _("{district}, {stance} on {day}").format(
            district=district.name if district else "",
            stance=self._stance(who, evening),
            day=weekday(weekday_of(self.playing.texts, evening, len(self.facts.story.evenings))),
        )
        phone = _("{name}’s phone").format(name=who.name)
        return Row(
            Avatar(f"{who.avatar}.svg", 56, fill=BLOCKS[who.colour][0]),
            Column(
                Text(phone, "h3", face="serif_bold", size=22, line=28, role="heading"),
                Text(where, "small", color="text2"),
                grow=1,
            ),
            gap=14,
            align="center",
            width=self.wide,
        )

    def _stance(self, who: Persona, evening: int) -> str:
        """Where a voter stood before an evening: the truth, which only the debrief knows."""
        stance = self.facts.stance(who.id, evening)
        side = found(self.playing.texts.head.sides, stance)
        return _("leaning to {answer}").format(answer=side.ballot) if side is not None else _("undecided")

    def _columns(self, pair: FeedPair) -> Widget:
        """Both feeds in rows of one height, so that the threads know where to go."""
        scale = self.app.prefs.text_scale
        count = max(len(pair.mine), len(pair.other))
        height = count * pitch(scale) - GAP
        shared = ({mine for mine, _right in pair.common}, {right for _left, right in pair.common})
        left = self._feed("mine", pair.mine, shared[0], scale)
        right = self._feed("other", pair.other, shared[1], scale)
        wide = 2 * self.wide + 88
        kept = self.playing.memory.get(_POST)
        focus = kept if isinstance(kept, tuple) else ("", -1)
        between = Canvas(threads(pair, scale, focus), label="", width=88, height=height)
        return Stack(
            Row(left, between, right, width=wide),
            Canvas(frames(pair, scale, self.wide), label="", width=wide, height=height),
            width=wide,
            height=height,
        )

    def _feed(self, column: str, posts: tuple[PostView, ...], shared: set[int], scale: float) -> Widget:
        rows = [
            row(
                self.app,
                self.playing.texts,
                post,
                mark=f"{column}-{index}",
                common=index in shared,
                wide=self.wide,
                scale=scale,
                press=lambda post=post: self.open_post(post),  # type: ignore[misc]  # because mypy cannot infer a lambda's default
                focus=lambda index=index: self.look(column, index),  # type: ignore[misc]  # because mypy cannot infer a lambda's default
            )
            for index, post in enumerate(posts)
        ]
        return Column(*rows, gap=pitch(scale) - ROW * scale, width=self.wide, group=True)

    def _common(self, pair: FeedPair) -> Widget:
        n = len(pair.common)
        if not n:
            return Note(_("Nothing in common"), align="center", size=28)
        words = ngettext("{n} in common", "{n} in common", n).format(n=number(n))
        return Note(words, align="center", size=28)

    def _card(self) -> Widget:
        post = self.post
        card = card_of(self.playing.texts, post) if post is not None else None
        inside = short_card(card, whole=self.large) if card is not None else no_card()
        total = len(self.playing.texts.debrief.cards)
        every = ngettext("{n} card and its sources", "All {n} cards and sources", total).format(n=number(total))
        more = Item(
            Row(KeyCap("T"), Text(every, "label", grow=1), gap=10, align="center"),
            self.all_cards,
            label=every,
            key="T",
            pad=(8, 6),
            id="cards",
        )
        if self.large:
            return Slip(*inside, more, pad=24, gap=10)
        return Stack(
            Slip(Spacer(size=1), height=598, width=316, border=""),
            Canvas(_edge, label="", width=316, height=10),
            Place(24, 28, 272, 500, Column(*inside, gap=8), id="card.scroll"),
            Place(14, 536, 290, 52, more, scroll=False),
            width=316,
            height=606,
        )

    # -- acting

    def look(self, column: str, index: int) -> None:
        """A post has the focus: its card is shown."""
        self.playing.memory[_POST] = (column, index)

    def all_cards(self) -> None:
        """The chapter of techniques, opened at this card."""
        card = card_of(self.playing.texts, self.post) if self.post is not None else None
        self.playing.memory["debrief.card"] = card.id if card is not None else ""
        self.open_chapter("techniques")

    def open_post(self, post: PostView) -> None:
        """The post as it stood on the phone."""
        self.app.open(lambda: self._post_dialog(post))

    def _post_dialog(self, post: PostView) -> Dialog:
        shown = Mood("feed", post_card(self.playing, post, voices=False))
        return Dialog(
            _("As it stood on the phone"),
            Column(shown, width=420, align_self="center"),
            buttons=[Button(_("Back"), self.app.close, key="Esc", kind="paper", id="back")],
            width=520,
            fill="white",
        )

    def next_voter(self) -> None:
        """Another voter on the right."""
        at = self.playing.memory.get(_OTHER, 0)
        self.playing.memory[_OTHER] = ((at if isinstance(at, int) else 0) + 1) % len(self.others)
        self.app.announce(_("{name}’s phone").format(name=self.other.name), toast=False)
        self.app.refresh()

    def next_evening(self) -> None:
        """Another evening on both phones."""
        at = self.playing.memory.get(_EVENING, 0)
        pairs = self.facts.pairs(self.other.id)
        self.playing.memory[_EVENING] = ((at if isinstance(at, int) else 0) + 1) % max(1, len(pairs))
        self._start()
        self.app.refresh()


def _edge(painter: Painter, area: Rect) -> None:
    """The dark edge on top of an index card."""
    painter.rect(area.x, area.y, area.w, 10, "pencil")
    tape(painter, area.cx + 4, area.y)
