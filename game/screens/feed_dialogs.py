"""What opens over the feed: the answer to 'why this ad?', comments, messages, the end of a post, the account's menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _, pgettext
from game.screens.feed_room import cost_aloud, cost_word
from game.screens.phone import bubble, face
from game.screens.post_words import found, words_of
from game.ui import Button, Column, Dialog, Icon, Picture, Row, Text, Widget

if TYPE_CHECKING:
    from game.feed.view import FeedView, PostView, WhyThisAd
    from game.scenario.model import Debate, DirectMessage, Page, Scenario
    from game.screens.playing import Playing

Close = Callable[[], None]


def _close(close: Close, label: str = "") -> Button:
    return Button(label or _("Back"), close, key="Esc", kind="secondary", id="back")


def age_words(band: str) -> str:
    """An age band of the electorate as the network says it."""
    words = {
        "under-30": _("people under 30"),
        "30-to-44": _("people from 30 to 44"),
        "45-to-64": _("people from 45 to 64"),
        "over-64": _("people over 64"),
    }
    return words.get(band, band)


def reason_words(texts: Scenario, reason: tuple[str, str] | None) -> str:
    """The one reason that the network admits."""
    if reason is None:
        return _("Because we thought that you might like it.")
    kind, value = reason
    if kind == "age":
        return _("The advertiser wanted to reach {people}.").format(people=age_words(value))
    if kind == "district":
        district = found(texts.town.districts, value)
        return _("The advertiser wanted to reach people in {place}.").format(place=district.name if district else value)
    concern = found(texts.town.concerns, value)
    if concern is not None:
        return _("You may be interested in: {interest}.").format(interest=concern.name)
    signal = found(texts.town.signals, value)
    return _("You may be interested in: {interest}.").format(interest=signal.name if signal else value)


def why_dialog(playing: Playing, answer: WhyThisAd, close: Close) -> Dialog:
    """The network's own panel: the payer where it is labelled, one reason, never the guess."""
    sponsor = found(playing.texts.feed.accounts, answer.sponsor)
    rows = [
        _fact(
            "wallet",
            _("Who paid?"),
            sponsor.name if sponsor else _("The network does not say."),
        ),
        _fact("user-tag", _("Why me?"), reason_words(playing.texts, answer.reason)),
        _fact(
            "book-open",
            _("Public register of ads"),
            _("There is an entry. Anybody can look it up.") if answer.register else _("No entry."),
        ),
    ]
    small = Text(_("This is what Loop tells you. After the vote you can see the rest."), "small", color="text2")
    return Dialog(_("Why this ad?"), *rows, small, buttons=[_close(close)], width=620)


def _fact(icon: str, question: str, answer: str) -> Widget:
    return Row(
        Icon(icon, 24, color="accent"),
        Column(Text(question, "small", color="text2"), Text(answer, "strong"), grow=1),
        gap=16,
        pad=(8, 0),
        align="center",
        aloud=f"{question} {answer}",
    )


def end_dialog(playing: Playing, post: PostView, close: Close) -> Dialog:
    """Read to the end: what stands below the headline."""
    words = words_of(playing.texts, post)
    body = words.more or _("That was all of it.")
    return Dialog(
        words.name,
        Picture(words.art, label=words.alt, fit="cover", height=150, radius=12) if words.art else None,
        Text(words.text, "lead"),
        Text(body, "body"),
        buttons=[_close(close)],
        width=680,
    )


def comment_dialog(
    playing: Playing, post: PostView, answer: Callable[[str], None], close: Close, tired: str = ""
) -> Dialog:
    """Who wrote below it already, and the prepared lines that one can add."""
    texts = playing.texts
    there = [bubble("", texts.feed.bots[at].name, texts.feed.bots[at].line) for at in post.bot_comments[:2]]
    lines = [
        Button(
            reply.text,
            partial(answer, reply.id),
            key=str(at),
            icon=_MANNERS[reply.manner],
            description=manner_word(reply.manner),
            disabled=tired,
            kind="action",
            fill="sunk",
            id=f"reply-{reply.id}",
        )
        for at, reply in enumerate(texts.feed.replies, 1)
    ]
    return Dialog(
        _("What do you write?"),
        Column(*there, gap=8) if there else None,
        Column(*lines, gap=6),
        Text(tired, "small", color="text2") if tired else None,
        buttons=[_close(close, _("Say nothing"))],
        width=720,
    )


_MANNERS = {
    "agree": "thumbs-up",
    "doubt": "circle-question",
    "ask": "magnifying-glass",
    "calm": "mug-hot",
    "joke": "face-smile",
}


def manner_word(manner: str) -> str:
    """How a prepared line is meant."""
    words = {
        "agree": pgettext("manner of a comment", "agree"),
        "doubt": pgettext("manner of a comment", "doubt"),
        "ask": pgettext("manner of a comment", "ask"),
        "calm": pgettext("manner of a comment", "calm down"),
        "joke": pgettext("manner of a comment", "joke"),
    }
    return words.get(manner, manner)


def messages_dialog(playing: Playing, view: FeedView, answer: Callable[[str, int], None], close: Close) -> Dialog:
    """Tonight's private messages; the first one without an answer can be answered with the number keys."""
    texts = playing.texts
    parts: list[Widget] = []
    free = True
    for name in view.messages:
        message = found(texts.feed.messages, name)
        if message is None:
            continue
        given = view.answered.get(name)
        parts.append(_message(texts, message, given, answer, keys=free))
        free = free and given is not None
    if not parts:
        parts.append(Text(_("Nobody wrote to you tonight. It happens to the best."), "body", color="text2"))
    return Dialog(_("Messages"), *parts, buttons=[_close(close)], width=640)


def _message(
    texts: Scenario, message: DirectMessage, given: int | None, answer: Callable[[str, int], None], keys: bool
) -> Widget:
    sender = found(texts.feed.accounts, message.sender)
    name = sender.name if sender else message.sender
    head = Row(
        face(f"{sender.avatar}.svg" if sender else "", "", 48),
        Column(Text(name, "strong", role="heading"), Text(message.text, "body"), grow=1),
        gap=14,
        align="start",
    )
    if given is not None:
        said = _("You: {answer}").format(answer=message.answers[given])
        return Column(head, Text(said, "strong", color="accent", align="right"), gap=8, pad=(6, 0))
    buttons = [
        Button(
            line,
            partial(answer, message.id, at),
            key=str(at + 1) if keys else "",
            kind="action",
            fill="sunk",
            id=f"answer-{message.id}-{at}",
        )
        for at, line in enumerate(message.answers)
    ]
    return Column(head, *buttons, gap=10, pad=(6, 0))


def account_dialog(name: str, mute: Callable[[], None], close: Close, refused: str = "", cost: int = 0) -> Dialog:
    """The three dots: see nothing more from this account."""
    return Dialog(
        name,
        Text(_("You will not see this account again. It will not be told."), "body"),
        buttons=[
            Button(
                _("Mute"),
                mute,
                key="U",
                kind="primary",
                value=cost_word(cost),
                aloud=cost_aloud(_("Mute"), cost),
                disabled=refused,
                id="mute",
            ),
            _close(close),
        ],
        width=560,
    )


def down_dialog(left: int, down: Callable[[], None], menu: Callable[[], None], close: Close) -> Dialog:
    """Esc: asks before an evening ends, because one key should not end it by accident."""
    text = (
        _("What you have not seen tonight is gone. What you have not spent does not keep either.")
        if left
        else _("You have seen it all. The tea is cold.")
    )
    return Dialog(
        _("Put the phone down?"),
        Text(text, "body"),
        Row(
            Button(_("Phone down"), down, key="Enter", kind="primary", id="down"),
            Button(_("Menu"), menu, key="F10", kind="secondary", id="menu"),
            _close(close, _("Keep scrolling")),
            gap=12,
            pad=(12, 0, 12, 10),
            wrap=True,
            group=True,
        ),
        width=680,
    )


def debate_dialog(playing: Playing, debate: Debate, go: Callable[[], None], close: Close, tired: str = "") -> Dialog:
    """The invitation in full: it takes the evening's attention, so it is said before it is taken."""
    picture = found(playing.texts.campaign.pictures, debate.picture)
    return Dialog(
        debate.name,
        Picture(f"{picture.art}.svg", label=picture.alt, fit="cover", height=190, radius=12) if picture else None,
        Text(debate.invitation, "body"),
        buttons=[
            Button(
                _("Go there"),
                go,
                key="D",
                kind="primary",
                value=cost_word(debate.attention),
                aloud=cost_aloud(_("Go there"), debate.attention),
                disabled=tired,
                id="go-there",
            ),
            _close(close, _("Stay here")),
        ],
        width=640,
    )


def page_dialog(page: Page, close: Close) -> Dialog:
    """A page of the in-game web."""
    return Dialog(
        page.title,
        Row(
            Icon(page.icon, 20, color="text2"), Text(page.site, "small", color="text2", grow=1), gap=10, align="center"
        ),
        *[Text(part, "body") for part in page.body.split("\n") if part.strip()],
        buttons=[_close(close)],
        width=680,
    )
