"""Act II: an evening with the phone. Every post is a choice between the thumb and the head, and the battery is finite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.feed.commands import (
    AnswerMessage,
    AskWhy,
    AttendDebate,
    Comment,
    FeedCommand,
    Mute,
    Pass,
    PutPhoneDown,
    React,
    ReadPost,
    Report,
    Share,
)
from game.i18n import _, ngettext, number
from game.screens import feed_dialogs
from game.screens.debate_page import DebatePage
from game.screens.evening_break import EveningBreak
from game.screens.feed_room import HUGE, LARGE, LEFT, RIGHT, phone_time, room
from game.screens.feed_sides import Deed, deeds, left_side, refused, right_side
from game.screens.phone import Screenful, coming, phone_top, post_card, status_line, stories
from game.screens.post_words import found, persona_of, words_of
from game.ui import (
    Binding,
    Button,
    Column,
    Frame,
    HintBar,
    Icon,
    Phone,
    Place,
    Rule,
    Screen,
    Scroll,
    Spacer,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.feed.view import FeedView, PostState, PostView
    from game.screens.playing import Playing


class FeedScreen(Screen):
    """The phone in the middle; who is holding it on the left; what thumb and head can do on the right."""

    mood = "feed"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing

    def title(self) -> str:
        """Name of the page."""
        return _("Your feed")

    def entered(self) -> None:
        """The phone rings for an evening that has not been looked at yet."""
        evening = self.playing.feed.evening
        if self.playing.memory.get("rung") != evening and self.post() is not None:
            self.playing.memory["rung"] = evening
            self.app.sound("notification")

    def first_focus(self) -> str:
        """The head has the first word; Space still passes."""
        return "verify" if self.post() else "down"

    def bindings(self) -> list[Binding]:
        """Keys without a button of their own. R always reads aloud, so reading to the end is E.

        At the end of the feed Space, pressed once too often, must not put the phone down.
        """
        end = [] if self.post() else [Binding("Space", _("Pass"), self.say_end, hint=False)]
        return [
            *end,
            Binding("Tab", _("Next"), hint=self.app.prefs.text_scale < HUGE),
            Binding("R", _("Read aloud"), self.read_aloud, hint=False),
            Binding("Esc", _("Phone down"), self.ask_down),
        ]

    def post(self) -> PostView | None:
        """The post on screen; None at the end of the feed."""
        return self.playing.feed.here

    def state(self) -> PostState | None:
        """What was done with the post on screen."""
        view = self.playing.feed
        return view.states[view.at] if view.at < len(view.posts) else None

    def large(self) -> bool:
        """True where type is so large that the phone makes room for the words beside it."""
        return self.app.prefs.text_scale >= LARGE

    def compose(self) -> Widget:
        """The whole room."""
        view = self.playing.feed
        large = self.large()
        weighed = next((deed for deed in deeds(view) if deed.id == self.app.focused_id and self.post()), None)
        if weighed is not None and refused(view, weighed.id):  # what is done, or too dear, takes nothing any more
            weighed = None
        huge = self.app.prefs.text_scale >= HUGE
        middle = (290, 516) if huge else (360, 440) if large else (415, 450)
        right = (824, 432) if large else (912, 304)
        left = (24, 250) if huge else (32, 304) if large else (64, 296)
        foot = 648 if huge else 652
        top = 12 if huge else 44
        return Frame(
            room(LEFT + RIGHT),
            *left_side(self, view, weighed, left),
            Place(
                middle[0],
                20,
                middle[1],
                700,
                Phone(self._screen(view), bleed=True, scroll=False, id="phone"),
                scroll=False,
            ),
            Place(right[0], top, right[1], foot - top - (8 if huge else -4), right_side(self, view, large)),
            Place(right[0], foot, right[1], 704 - foot, HintBar(pad=0)),
        )

    def _screen(self, view: FeedView) -> Widget:
        """What the phone shows."""
        persona = persona_of(self.playing.texts, view.persona)
        unread = sum(name not in view.answered for name in view.messages)
        large = self.large()
        post = self.post()
        card = self._end() if post is None else self._card(post)
        return Screenful(
            status_line(phone_time(view)),
            phone_top(len(view.posts) - view.at, unread, self.open_messages, scale=self.app.prefs.text_scale),
            Rule(),
            None if large else stories(self.playing, persona.friends),
            None if large else Rule(),
            Scroll(card, over=True, id=f"post-{view.evening}-{view.at}"),
            self._next(view),
        )

    def _card(self, post: PostView) -> Widget:
        return post_card(
            self.playing,
            post,
            state=self.state(),
            on_comment=self.open_comments,
            on_more=self.open_account,
            can_comment=self.reason("comment"),
            voices=False,
        )

    def _next(self, view: FeedView) -> Widget:
        """What comes after the post on screen, down to the foot of the phone: the feed never looks finished."""
        if view.at >= len(view.posts):
            return Spacer(size=0)
        return coming(self.playing, view.at + 1)

    def _end(self) -> Widget:
        """The feed has an end, which the network would rather not mention."""
        return Column(
            Spacer(size=40),
            Column(Icon("mug-hot", 64, color="accent"), align="center"),
            Text(_("That was everything for tonight."), "h2", align="center", role="heading"),
            Text(_("A feed with an end. Loop would rather you did not notice."), "body", color="text2", align="center"),
            Spacer(size=8),
            Button(_("Phone down"), self.put_down, kind="primary", id="down"),
            gap=16,
            pad=(24, 32),
        )

    # ---------------------------------------------------------------------------------------------------- commands

    def reason(self, name: str) -> str:
        """Why a deed is not possible on this post now; empty when it is."""
        return refused(self.playing.feed, name)

    def give(self, command: FeedCommand, done: str = "") -> bool:
        """Put a command to the rules and say what came of it; True when it was accepted."""
        answer = self.playing.submit(command)
        if answer is not None:
            self.app.announce(answer)
            return False
        if done:
            self.app.announce(done)
        return True

    def act(self, deed: Deed) -> None:
        """Do what a pill on the right says."""
        post = self.post()
        if post is None:
            return
        match deed.id:
            case "react":
                self.give(React(post.id), _("You like it. Loop took a note."))
            case "share":
                self.give(Share(post.id), _("Shared with your friends."))
            case "report":
                self.give(Report(post.id), _("Reported. Loop says thank you."))
            case "pass":
                if self.give(Pass(post.id)):
                    self._say_next()
            case "verify":
                self.playing.go("check", post=post.id)
            case "read":
                self._read(post)
            case "why":
                self._why(post)

    def _say_next(self) -> None:
        """Say what came up: the focus stays on the pill, so nothing else would tell a screen reader."""
        post = self.post()
        if post is not None:
            words = words_of(self.playing.texts, post)
            view = self.playing.feed
            left = ngettext("{n} post left.", "{n} posts left.", len(view.posts) - view.at)
            left = left.format(n=number(len(view.posts) - view.at))
            self.app.announce(f"{words.name}. {words.under.rstrip('.')}. {words.text} {left}", toast=False)
        else:
            self.app.announce(_("That was everything for tonight."), toast=False)

    def _read(self, post: PostView) -> None:
        state = self.state()
        if (state is not None and state.read) or self.give(ReadPost(post.id)):
            self.app.open(feed_dialogs.end_dialog(self.playing, post, self.app.close))

    def _why(self, post: PostView) -> None:
        if post.id not in self.playing.feed.why and not self.give(AskWhy(post.id)):
            return
        answer = self.playing.feed.why.get(post.id)
        if answer is not None:
            self.app.open(feed_dialogs.why_dialog(self.playing, answer, self.app.close))

    def open_comments(self) -> None:
        """Show the comments and the prepared lines."""
        post = self.post()
        if post is None:
            return

        def answer(reply: str) -> None:
            self.app.close()
            self.give(Comment(post.id, reply), _("Written for everybody to see."))

        self.app.open(
            feed_dialogs.comment_dialog(self.playing, post, answer, self.app.close, tired=self.reason("comment"))
        )

    def open_account(self) -> None:
        """Show the account's menu."""
        post = self.post()
        if post is None:
            return
        name = words_of(self.playing.texts, post).name

        def mute() -> None:
            self.app.close()
            self.give(Mute(post.id), _("{account} is muted.").format(account=name))

        cost = self.playing.feed.costs.get("mute", 0)
        self.app.open(feed_dialogs.account_dialog(name, mute, self.app.close, self.reason("mute"), cost))

    def open_messages(self) -> None:
        """Show tonight's private messages."""

        def answer(message: str, which: int) -> None:
            self.give(AnswerMessage(message, which), _("Sent. Nobody else can read it."))

        self.app.open(lambda: feed_dialogs.messages_dialog(self.playing, self.playing.feed, answer, self.app.close))

    def invite(self) -> None:
        """Show tonight's invitation in full."""
        view = self.playing.feed
        debate = found(self.playing.texts.feed.debates, view.debate)
        if debate is None:
            return
        wanted = debate.id

        def attend() -> None:
            self.app.close()
            if self.give(AttendDebate(wanted)):
                self.app.push(DebatePage(self.playing, wanted))

        tired = "" if debate.attention <= view.attention else _("Too tired for it tonight.")
        self.app.open(feed_dialogs.debate_dialog(self.playing, debate, attend, self.app.close, tired))

    def open_rights(self) -> None:
        """Show what one may ask for under the rules in force."""
        self.playing.go("rights")

    def ask_down(self) -> None:
        """Ask before the evening ends."""
        view = self.playing.feed

        def down() -> None:
            self.app.close()
            self.put_down()

        def menu() -> None:
            self.app.close()
            self.playing.over("pause")

        left = len(view.posts) - view.at
        self.app.open(feed_dialogs.down_dialog(left, down, menu, self.app.close))

    def put_down(self) -> None:
        """End the evening: the next one begins, or the vote."""
        if self.give(PutPhoneDown()):
            after_the_evening(self.playing)

    def say_end(self) -> None:
        """The thumb went on after the last post."""
        self.app.announce(_("That was everything for tonight."), toast=False)  # the page says it as well

    def read_aloud(self) -> None:
        """Read the page aloud."""
        self.app.read_aloud()


def after_the_evening(playing: Playing) -> None:
    """Show what follows an evening."""
    if playing.feed.stage == "evening":
        playing.app.show(EveningBreak(playing))
    else:
        playing.go(playing.resume_place())
