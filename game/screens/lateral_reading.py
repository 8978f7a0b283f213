"""Check: leave the post and look around it. Three questions, each paid once; then a decision."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from game.feed.commands import Comment, FeedCommand, Pass, Question, Report, Share, Verify
from game.i18n import _, euros, number
from game.screens.check_evidence import evidence, evidence_aloud, nothing_word, question_title, search_word
from game.screens.feed_dialogs import page_dialog
from game.screens.feed_room import HUGE, LARGE, cost_aloud, cost_word, room, small_battery
from game.screens.feed_sides import refused
from game.screens.phone import coming, post_card, small_phone
from game.screens.post_words import PostWords, found, persona_of, words_of
from game.ui import (
    Binding,
    Button,
    Column,
    Frame,
    KeyCap,
    Painter,
    Panel,
    Place,
    Row,
    Rule,
    Screen,
    Scroll,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.feed.view import PostState, PostView
    from game.scenario.model import Reply
    from game.screens.playing import Playing

QUESTIONS: tuple[Question, ...] = ("behind", "others", "picture")
ROOM = 24
"""Letters of the decision's four words that fit beside their icons with air; more of them cost air, then icons."""
ICONS: dict[Question, str] = {"behind": "id-card", "others": "magnifying-glass", "picture": "image"}


class Strip(Column):
    """The foot of the panel, in its own colour as far as the panel's edge."""

    kind = "strip"

    def draw(self, p: Painter) -> None:
        """Draw the ground: straight above, round below."""
        r = self.rect
        with p.clipped(r.x, r.y, r.w, r.h):
            p.rect(r.x, r.y - 40, r.w, r.h + 40, "pink", border="rose", border_width=1.5, radius=24)


class LateralReading(Screen):
    """The post on its phone, and beside it what one finds by leaving it."""

    mood = "feed"

    def __init__(self, playing: Playing, post: str = "") -> None:
        super().__init__()
        self.playing = playing
        self.wanted = post

    def title(self) -> str:
        """Name of the page."""
        return _("Leave the post. Look around it.")

    def first_focus(self) -> str:
        """The first question that is not answered yet; else the decision."""
        checked = self._state().checked
        left = next((question for question in self._questions() if question not in checked), None)
        return f"ask-{left}" if left else "pass"

    def bindings(self) -> list[Binding]:
        """The keys of the page; the questions and the decision bind their own."""
        return [
            Binding("R", _("Read aloud"), self.app.read_aloud, hint=False),
            Binding("Esc", _("Back to the feed"), self.back, hint=False),
        ]

    def _index(self) -> int:
        view = self.playing.feed
        at = next((at for at, post in enumerate(view.posts) if post.id == self.wanted), view.at)
        return min(at, len(view.posts) - 1)

    def _post(self) -> PostView:
        return self.playing.feed.posts[self._index()]

    def _state(self) -> PostState:
        return self.playing.feed.states[self._index()]

    def _words(self) -> PostWords:
        return words_of(self.playing.texts, self._post())

    def _questions(self) -> tuple[Question, ...]:
        """The questions that this post has an answer to; none for a friend's lunch."""
        words = self._words()
        if words.ordinary:
            return ()
        has = {"behind": True, "others": bool(words.findings), "picture": words.picture is not None}
        return tuple(question for question in QUESTIONS if has[question])

    def compose(self) -> Widget:
        """Battery, phone, panel."""
        view = self.playing.feed
        large = self.app.prefs.text_scale >= LARGE
        if self.app.prefs.text_scale >= HUGE:
            return Frame(room(), Place(32, 12, 1216, 696, self._panel(alone=True), scroll=False))
        card = Scroll(post_card(self.playing, self._post(), state=self._state()), over=True, id="post")
        below = Column(coming(self.playing, self._index() + 1), aloud="")
        phone = small_phone(view, card, scale=self.app.prefs.text_scale, below=below)
        x, width = (400, 864) if large else (486, 746)
        return Frame(
            room(),
            Place(48, 9, 400, 40, small_battery(view, 110 if large else 194)),
            Place(
                32 if large else 48,
                56,
                352 if large else 398,
                664,
                phone,
                scroll=False,
            ),
            Place(x, 16 if large else 24, width, 688 if large else 672, self._panel(), scroll=False),
        )

    def _panel(self, alone: bool = False) -> Widget:
        """The questions and the decision; where the phone does not fit beside it, the post's words as well."""
        words = self._words()
        head = Column(
            small_battery(self.playing.feed, 110), Text(words.name, "strong"), Text(words.text, "lead"), gap=8
        )
        rows: list[Widget] = [head] if alone else []
        for at, question in enumerate(QUESTIONS, 1):
            rows += [Rule(color="rose", thickness=1.5)] if rows else []
            rows.append(self._row(at, question))
        heading = Text(_("Leave the post. Look around it."), "h1", size=30, role="heading")
        return Panel(
            Column(heading, pad=(20, 32, 14, 32)),
            Scroll(Column(*rows, pad=(0, 32, 0, 32)), id="evidence", grow=1),
            self._verdict(),
            fill="white",
            border="rose",
            border_width=1.5,
            radius=24,
            pad=0,
            gap=0,
        )

    def _row(self, at: int, question: Question) -> Widget:
        """A question on the left; what was found, or the way to find it, on the right."""
        state, view = self._state(), self.playing.feed
        checked = question in state.checked
        missing = question not in self._questions()
        cost = view.costs.get("verify", 0)
        note = _("checked") if checked else ("" if missing else cost_word(cost))
        left = Column(
            Row(
                None if missing else KeyCap(str(at)),
                Text(note, "label", color="text2" if checked else "accent", aloud=None if checked else "")
                if note
                else None,
                gap=10,
                align="center",
            ),
            Text(question_title(question), "lead", line=26, role="heading"),
            width=196,
            gap=8,
        )
        answer = Column(self._answer(at, question, checked, missing, cost), grow=1)
        return Row(left, answer, gap=24, pad=(12, 0, 14, 0), align="start", grow=1)

    def _answer(self, at: int, question: Question, checked: bool, missing: bool, cost: int) -> Widget:
        if missing:
            return Text(nothing_word(question), "body", color="text2")
        if checked:
            found_there = evidence(self.playing, question, self._words(), self.open_page)
            return Column(found_there, self._registered(), gap=6) if question == "behind" else found_there
        left = self.playing.feed.attention
        tired = "" if cost <= left else _("Costs {cost}, you have {left}.").format(cost=number(cost), left=number(left))
        return Button(
            search_word(question),
            lambda: self.ask(question),
            kind="action",
            icon=ICONS[question],
            key=str(at),
            quiet="enter",
            fill="butter",
            disabled=tired,
            aloud=cost_aloud(search_word(question), cost),
            min_height=76,
            radius=16,
            id=f"ask-{question}",
        )

    def _registered(self) -> Widget | None:
        """What the public register said of this post, where it was looked up."""
        page = self.playing.feed.rights.register.get(self._post().id)
        payer = found(self.playing.texts.feed.accounts, page.payer) if page is not None else None
        if page is None or payer is None:
            return None
        line = _("Public register: paid for by {payer}, {euros} so far.")
        return Text(line.format(payer=payer.name, euros=euros(page.spent.get(page.ad, 0))), "body")

    def _verdict(self) -> Widget:
        reply, friend, post, view = self._reply(), self._friend(), self._post().id, self.playing.feed
        tell = _("Tell {friend}").format(friend=friend) if friend else _("Say so")
        choices: tuple[tuple[str, str, str, str, FeedCommand, str], ...] = (
            ("pass", _("Pass"), "Space", "arrow-down", Pass(post), ""),
            ("share", _("Share"), "S", "share", Share(post), refused(view, "share")),
            ("report", _("Report"), "X", "flag", Report(post), refused(view, "report")),
            ("tell", tell, "T", "comment", Comment(post, reply.id), refused(view, "comment")),
        )
        letters = sum(len(choice[1]) for choice in choices)
        bare = (
            ()
            if letters <= 1.25 * ROOM
            else ("report", "tell")
            if letters <= 1.6 * ROOM
            else ("share", "report", "tell")
        )
        pills = [
            Button(
                label,
                partial(self.decide, command),
                kind="pill",
                key=key,
                icon="" if name in bare else icon,
                fill="plum" if name == "pass" else "white",
                disabled=reason,
                description=reply.text if name == "tell" else "",
                min_height=52,
                pad=14 if letters <= ROOM else 10,
                style="label",
                id=name,
            )
            for name, label, key, icon, command, reason in choices
        ]
        return Strip(
            Text(_("So what do you do with it?"), "lead", role="heading"),
            Row(*pills, gap=14 if letters <= ROOM else 8, wrap=True, group=True),
            pad=(12, 32, 16, 32) if self.app.prefs.text_scale < LARGE else (12, 16, 16, 16),
            gap=10,
        )

    def _reply(self) -> Reply:
        """What one says to a friend after checking: ask first, doubt if there is nothing to ask with."""
        replies = self.playing.texts.feed.replies
        for manner in ("ask", "doubt", "calm"):
            fitting = next((reply for reply in replies if reply.manner == manner), None)
            if fitting is not None:
                return fitting
        return replies[0]

    def _friend(self) -> str:
        """The friend to tell: who wrote it, who likes it, else the first friend."""
        post, texts = self._post(), self.playing.texts
        wrote = self._words().friend
        friends = persona_of(texts, self.playing.feed.persona).friends
        account = found(texts.feed.accounts, next(iter([*([wrote] if wrote else []), *post.liked_by, *friends]), None))
        return account.name if account else ""

    # ---------------------------------------------------------------------------------------------------- commands

    def ask(self, question: Question) -> None:
        """Pay for one question; what is found stays open."""
        answer = self.playing.submit(Verify(self._post().id, question))
        if answer is not None:
            self.app.announce(answer)
            return
        self.app.announce(evidence_aloud(self.playing, question, self._words()), toast=False)
        self.app.focus(self.first_focus())
        if question == QUESTIONS[-1]:
            self.app.env.scroll["evidence"] = math.inf  # what was found stands at the foot

    def decide(self, command: FeedCommand) -> None:
        """Do something with the post and go back to the feed."""
        answer = self.playing.submit(command)
        if answer is not None:
            self.app.announce(answer)
            return
        self.playing.go("feed")

    def open_page(self, page: str) -> None:
        """Open a page that was found."""
        found_page = found(self.playing.texts.feed.pages, page)
        if found_page is not None:
            self.app.open(page_dialog(found_page, self.app.close))

    def back(self) -> None:
        """Back to the feed without deciding."""
        self.playing.go("feed")
