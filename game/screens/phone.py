"""A post on the phone as widgets: the feed, the check, the message desk and the debrief draw it from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.i18n import _, listing, ngettext, number
from game.screens.feed_room import phone_time
from game.screens.post_words import PostWords, found, liked_line, persona_of, words_of
from game.ui import (
    Avatar,
    Box,
    Button,
    Canvas,
    Column,
    Icon,
    LoopLogo,
    Painter,
    Panel,
    Phone,
    Picture,
    Place,
    Rect,
    Row,
    Rule,
    Spacer,
    Stack,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.feed.view import FeedView, PostState, PostView
    from game.screens.playing import Playing

EDGE = 18
"""Space at the left and right of everything on the phone, in design units."""
SHOWN_COMMENTS = 3
GLIMPSES = 2
"""Posts that are drawn below the one on screen, as far as the phone has room."""


def post_card(
    playing: Playing,
    post: PostView,
    *,
    state: PostState | None = None,
    on_comment: Callable[[], None] | None = None,
    on_more: Callable[[], None] | None = None,
    can_comment: str = "",
    picture_height: float = 176,
    counters: bool = True,
    voices: bool = True,
    small: bool = False,
) -> Widget:
    """One post: who, what, picture, who likes it, counters and the comments below it.

    Args:
        playing: the run; only its texts are read, so a preview needs no accepted command.
        post: what to draw. A preview of a campaign's draft is a `PostView` of kind ``campaign`` with its claim.
        state: what the player did with it; None in previews.
        on_comment: opens the prepared replies (key T); None leaves a counter without a button.
        on_more: opens the account's menu (key U); None leaves it out.
        can_comment: the reason why commenting is not possible now.
        picture_height: design units at 100 % text; the picture is cut to it, and on a small phone fills what is left.
        counters: False leaves likes, counters and comments out.
        voices: False leaves the network's voices out below it; the player's own comment always shows.
        small: True for the narrow phones of the message desk: smaller words, nothing to press.
    """
    words = words_of(playing.texts, post)
    edge = 12 if small else EDGE
    said = Text(words.text, "body", line=23) if small else Text(words.text, "lead")
    parts: list[Widget] = [
        Column(
            Row(post_head(words, on_more, small), pad=(0, 6 if on_more is not None else edge, 0, edge)),
            Row(said, pad=(0, edge)),
            pad=(11, 0, 12, 0) if small else (14, 0, 13, 0),
            gap=8 if small else 10,
        )
    ]
    if words.art:
        fills = 1.0 if small else 0.0
        parts.append(Picture(words.art, label=words.alt, fit="cover", height=picture_height, grow=fills))
    if counters:
        parts.append(_below(playing, post, state, on_comment, can_comment))
    if counters:
        parts += _talk(playing, post, state, voices)
    return Column(*parts)


def post_head(words: PostWords, on_more: Callable[[], None] | None = None, small: bool = False) -> Widget:
    """Face, name and the small line below the name."""
    more: Widget | None = None if small else Icon("ellipsis", 17, color="text2")
    if on_more is not None:
        more = Button(
            "",
            on_more,
            kind="plain",
            icon="ellipsis",
            key="U",
            quiet="left",
            description=_("More about {account}").format(account=words.name),
            id="more",
        )
    return Row(
        face(words.face, "", 40 if small else 48),
        Column(
            Text(words.name, "strong", lines=2, role="heading" if on_more is not None else "text"),
            Text(words.under, "small", color="text2", lines=2),
            grow=1,
        ),
        more,
        gap=12,
        align="center",
    )


def face(path: str, name: str, size: float) -> Widget:
    """An account's picture, or the grey head of one that has none."""
    if path:
        return Avatar(path, size, name)
    return Box(
        Column(Icon("user", size * 0.44, color="text2"), align="center", justify="center", grow=1),
        fill="mauve",
        radius=size / 2,
        width=size,
        height=size,
    )


def _below(
    playing: Playing,
    post: PostView,
    state: PostState | None,
    on_comment: Callable[[], None] | None,
    can_comment: str,
) -> Widget:
    """Friends who like it and the three counters; the middle one opens the comments."""
    liked = state is not None and state.reacted
    shared = state is not None and state.shared
    faces = [
        Avatar(f"{account.avatar}.svg", 28, "", ring="white")
        for who in post.liked_by[:2]
        if (account := found(playing.texts.feed.accounts, who))
    ]
    comments = post.comments + (1 if state is not None and state.reply else 0)
    talk: Widget
    if on_comment is None:
        talk = _counter("comment", comments, "butter", ngettext("{n} comment", "{n} comments", comments))
    else:
        talk = Button(
            number(comments),
            on_comment,
            kind="pill",
            icon="comment" if playing.app.prefs.text_scale < 1.3 else "",  # the number needs the room
            key="T",
            quiet="end",
            fill="butter",
            disabled=can_comment,
            aloud=ngettext("{n} comment", "{n} comments", comments).format(n=number(comments)),
            id="comment",
            min_height=48,
            grow=1,
        )
    likes, shares = post.likes + liked, post.shares + shared
    return Column(
        Row(
            Row(*faces, gap=-8) if faces else None,
            Text(liked_line(playing.texts, replace(post, likes=likes), own=liked), "small", color="text2", grow=1),
            gap=9,
            align="center",
            min_height=28,
        ),
        Row(
            _counter("heart", likes, "pink", "", "raspberry.d", done=liked),  # the line above says how many
            talk,
            _counter("share", shares, "sky", ngettext("{n} share", "{n} shares", shares), done=shared),
            gap=12,
            align="stretch",
        ),
        pad=(10, EDGE, 14, EDGE),
        gap=12,
    )


def below_post(playing: Playing, post: PostView) -> Widget:
    """Friends who like a post and its counters, with nothing to press."""
    return _below(playing, post, None, None, "")


def coming(playing: Playing, at: int) -> Widget:
    """The evening's posts from ``at`` on, as far as a phone may have room for them; aloud only whose post is next."""
    posts = playing.feed.posts[at : at + GLIMPSES]
    parts: list[Widget] = []
    for post in posts:
        parts += [
            Rule(color="mauve", thickness=10),
            post_card(playing, post, counters=False),
            below_post(playing, post),
        ]
    if len(posts) < GLIMPSES:
        end = Text(_("That was everything for tonight."), "body", color="text2", align="center")
        parts += [Rule(color="mauve", thickness=10), Column(end, pad=28)]
    first = words_of(playing.texts, posts[0]).name if posts else ""
    return Column(*parts, aloud=_("Below it, half seen: {account}.").format(account=first) if first else "")


def _counter(icon: str, count: int, fill: str, label: str, color: str = "plum", *, done: bool = False) -> Widget:
    """A counter; filled with the colour of its pill where the player's own thumb is in it."""
    if done:
        fill, color = ("raspberry", "white") if icon == "heart" else ("sun", "plum")
    return Box(
        Row(
            Icon(icon, 18, color=color, label=label.format(n=number(count))),
            Text(number(count), "strong", color=color, hidden=True),
            gap=10,
            align="center",
            justify="center",
            grow=1,
        ),
        fill=fill,
        radius=24,
        min_height=48,
        grow=1,
    )


def _talk(playing: Playing, post: PostView, state: PostState | None, voices: bool) -> list[Widget]:
    """The comments that are shown: the network's own voices, then the player's."""
    texts = playing.texts
    bubbles: list[Widget] = []
    if state is not None and state.reply:
        reply = found(texts.feed.replies, state.reply)
        me = persona_of(texts, playing.feed.persona)
        if reply is not None:
            bubbles.append(bubble(f"{me.avatar}.svg", _("You"), reply.text))
    for index in post.bot_comments[:SHOWN_COMMENTS] if voices else ():
        voice = texts.feed.bots[index]
        bubbles.append(bubble("", voice.name, voice.line))
    return [Column(*bubbles, pad=(0, EDGE, 14, EDGE), gap=10)] if bubbles else []


def bubble(path: str, name: str, line: str) -> Widget:
    """One comment."""
    return Row(
        face(path, "", 36),
        Panel(Text(name, "small_strong"), Text(line, "small"), fill="#F6F0F4", radius=12, pad=(6, 14), gap=0, grow=1),
        gap=12,
        align="start",
    )


class Screenful(Column):
    """A phone's page: the last child, a glimpse of what comes next, gets only the room that the others leave.

    The `Scroll` before it holds the post and never gives up room for the glimpse.
    """

    kind = "screenful"

    def place_children(self) -> None:
        """Stack all but the last child in the whole height, and the last one below them."""
        glimpse = self.children.pop()
        super().place_children()
        self.children.append(glimpse)
        below = max((child.rect.bottom for child in self.children[:-1]), default=self.rect.y)
        glimpse.arrange(self.rect.x, below, self.rect.w, glimpse.measure(self.rect.w)[1])


def status_line(time: str) -> Widget:
    """The phone's own line: time, reception, network."""
    return Row(
        Text(time, "small_strong"),
        Spacer(grow=1),
        Icon("signal", 16),
        Icon("wifi", 17),
        gap=8,
        align="center",
        pad=(6, 22, 3, 22),
    )


def phone_top(
    posts_left: int, unread: int, on_messages: Callable[[], None] | None = None, *, scale: float = 1.0
) -> Widget:
    """The network's name; the bell counts what is still waiting for a thumb, the plane opens private messages."""
    bell = ngettext("{n} new post", "{n} new posts", posts_left).format(n=number(posts_left))
    if on_messages is not None:
        word = ngettext("{n} new message", "{n} new messages", unread).format(n=number(unread))
        plane: Widget = Button(
            "",
            on_messages,
            kind="plain",
            icon="paper-plane",
            badge=number(unread) if unread else "",
            key="M",
            quiet="above",
            description=word,
            id="messages",
        )
    else:
        plane = Icon("paper-plane", 22)
    return Row(
        LoopLogo(28),
        Spacer(grow=1),
        Stack(
            Place(0, 12, 30 * scale, 30 * scale, Icon("bell", 21, label=bell), scroll=False),
            Place(14 * scale, 1, 22 * scale, 22 * scale, badge(posts_left, 22 * scale), scroll=False),
            width=38 * scale,
            height=16 + 30 * scale,
        ),
        plane,
        gap=4 if on_messages is not None else 12,
        align="center",
        pad=(0, 8 if on_messages is not None else EDGE, 0, EDGE),
        height=24 + 30 * scale,
    )


def badge(count: int, size: float = 24) -> Widget:
    """A small raspberry disc with a number; nothing at nought."""
    if count <= 0:
        return Spacer(size=0)
    return Box(
        Row(Text(number(count), "small_strong", color="white", hidden=True), justify="center", align="center", grow=1),
        fill="raspberry",
        radius=size / 2,
        width=size,
        height=size,
    )


def stories(playing: Playing, friends: Sequence[str]) -> Widget:
    """The friends' row above the feed: who is there tonight."""
    shown = [account for who in friends[:5] if (account := found(playing.texts.feed.accounts, who))]
    faces = [
        Column(
            Stack(
                Canvas(_story_ring, label=""),
                Place(7, 7, 46, 46, Avatar(f"{account.avatar}.svg", 46), scroll=False),
                width=60,
                height=60,
            ),
            Text(account.name, "small", lines=1, hidden=True),
            align="center",
            gap=2,
            min_width=82,
        )
        for account in shown
    ]
    names = listing([account.name for account in shown])
    said = _("Your friends tonight: {names}").format(names=names)
    return Row(*faces, justify="between", pad=(9, 6, 8, 6), aloud=said if shown else "")


def _story_ring(painter: Painter, area: Rect) -> None:
    """The network's ring around a friend who has been here tonight."""
    painter.circle(area.x + area.w / 2, area.y + area.h / 2, 30, border="raspberry", border_width=2.6)


def small_phone(view: FeedView, content: Widget, *, scale: float, below: Widget | None = None) -> Widget:
    """The phone beside a page that looks around the post on it; ``below`` is seen as far as there is room."""
    time, top = status_line(phone_time(view)), phone_top(len(view.posts) - view.at, 0, scale=scale)
    time.aloud = top.aloud = ""  # decoration here: the page is about the one post
    return Phone(
        Screenful(time, top, Rule(), content, below or Spacer(size=0)),
        bleed=True,
        scroll=False,
    )
