"""Your rights: four things that a voter may ask for, what each costs tonight, and what came back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, get_args

from game.campaign.law import LAWS, Right
from game.feed.commands import (
    RANKINGS,
    AskForData,
    AskForErasure,
    ChooseRanking,
    FeedCommand,
    LookUpRegister,
)
from game.i18n import _, number
from game.screens.feed_room import LARGE, cost_aloud, cost_word, room, small_battery
from game.screens.phone import coming, post_card, small_phone
from game.screens.rights_papers import paper_dialog, register_dialog
from game.screens.rights_words import (
    ICONS,
    asked,
    missing_line,
    ranking_line,
    ranking_name,
    right_line,
    right_name,
    waiting_line,
)
from game.ui import (
    Binding,
    Button,
    Column,
    Frame,
    Icon,
    Panel,
    Place,
    Row,
    Rule,
    Screen,
    Scroll,
    Spacer,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.electorate.plan import Ranking
    from game.feed.view import DataPaper, FeedView
    from game.scenario.model import Side
    from game.screens.playing import Playing

RIGHTS: tuple[Right, ...] = get_args(Right)


class RightsPage(Screen):
    """The post on its phone, and beside it what the law in force lets its reader ask for."""

    mood = "feed"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing

    def title(self) -> str:
        """Name of the page."""
        return _("Your rights")

    def first_focus(self) -> str:
        """The way back: every other button costs attention."""
        return "back"

    def bindings(self) -> list[Binding]:
        """The keys of the page; the rights bind their own numbers."""
        return [Binding("R", _("Read aloud"), self.app.read_aloud, hint=False)]

    def compose(self) -> Widget:
        """Battery, phone, panel; without the phone where type is large."""
        view = self.playing.feed
        if self.app.prefs.text_scale >= LARGE:
            return Frame(room(), Place(32, 12, 1216, 696, self._panel(view, alone=True), scroll=False))
        below = Column(coming(self.playing, view.at + 1), aloud="") if view.here is not None else None
        phone = small_phone(view, self._on_phone(), scale=self.app.prefs.text_scale, below=below)
        return Frame(
            room(),
            Place(48, 9, 400, 40, small_battery(view)),
            Place(48, 56, 398, 664, phone, scroll=False),
            Place(486, 24, 746, 672, self._panel(view), scroll=False),
        )

    def _on_phone(self) -> Widget:
        post = self.playing.feed.here
        if post is None:
            return Column(Text(_("That was everything for tonight."), "lead", align="center"), pad=(40, 24))
        return Scroll(
            post_card(self.playing, post, state=self.playing.feed.states[self.playing.feed.at]), over=True, id="post"
        )

    def _panel(self, view: FeedView, alone: bool = False) -> Widget:
        """The four rights one below the other."""
        rows: list[Widget] = []
        for right in RIGHTS:
            rows += [Rule(color="rose", thickness=1.5)] if rows else []
            rows.append(self._row(view, right, alone))
        head = Row(
            Text(self.title(), "h1", size=0 if alone else 30, role="heading", grow=1),
            small_battery(view, 110) if alone else None,
            Button(_("Back"), self.back, key="Esc", kind="secondary", id="back"),
            gap=20,
            align="center",
        )
        return Panel(
            Scroll(
                Column(
                    head,
                    Text(law_line(view), "body", color="text2"),
                    Spacer(size=4),
                    *rows,
                    gap=6 if alone else 4,
                    pad=(8, 20, 4, 24) if alone else (4, 32, 0, 32),
                ),
                id="rights",
                grow=1,
            ),
            fill="white",
            border="rose",
            border_width=1.5,
            radius=24,
            pad=(10, 0, 6, 0),
            gap=0,
        )

    def _row(self, view: FeedView, right: Right, alone: bool) -> Widget:
        """A right: its sign and name on the left; what it is and its buttons, or why it is missing, on the right."""
        offered = right in view.rights.offered
        sign = Icon(ICONS[right] if offered else "lock", 20, color="accent" if offered else "text2")
        left = Column(
            sign,
            Text(right_name(right), "lead", color="text" if offered else "text2", role="heading"),
            width=max(210, 142 * self.app.prefs.text_scale) if alone else 142,
            gap=6,
        )
        if offered:
            late = LAWS[view.rights.rules].answer == "after-vote"
            right_side: list[Widget] = [Text(right_line(right, late=late), "small"), *self._buttons(view, right)]
        else:
            reason = missing_line(right, view.rights.rules)
            off = Button(_("Not here"), None, kind="pill", fill="white", disabled=reason, id=f"no-{right}")
            off.aloud = f"{right_name(right)} – {off.label}"
            right_side = [Row(Text(reason, "small", color="text2", grow=1, aloud=""), off, gap=16, align="center")]
        pad = 0 if alone else 8
        return Row(left, Column(*right_side, gap=6, grow=1), gap=20, pad=(pad, 0), align="start", grow=1)

    def _buttons(self, view: FeedView, right: Right) -> list[Widget]:
        """The buttons of a right, and what became of what was asked."""
        if right == "register":
            return [Row(self._register(view), gap=8, wrap=True)]
        if right == "ranking":
            pills = [self._order(view, ranking, str(at)) for at, ranking in enumerate(RANKINGS, 6)]
            return [Row(*pills, gap=6, wrap=True, run_gap=6, group=True), _told(order_line(view))]
        sides = self.playing.texts.head.sides
        first = 2 if right == "access" else 4
        pills = [self._about(view, right, side, str(at)) for at, side in enumerate(sides, first)]
        return [Row(*pills, gap=6, wrap=True, run_gap=6, group=True), *map(_told, self._waiting(view, right))]

    def _waiting(self, view: FeedView, right: Right) -> list[str]:
        """What became of what was asked of either campaign; one line where it is the same."""
        lines = {
            side.name: waiting_line(request, view.evening)
            for side in self.playing.texts.head.sides
            if (request := asked(view.rights, right, side.id)) is not None
        }
        if len(lines) > 1 and len(set(lines.values())) == 1:
            return [_("Both: {what}").format(what=next(iter(lines.values())))]
        return [_("{side}: {what}").format(side=side, what=what) for side, what in lines.items()]

    def _register(self, view: FeedView) -> Widget:
        post = self.playing.feed.here
        read = post is not None and post.id in view.rights.register
        label = _("Read it again") if read else _("Look it up")
        reason = "" if read else self._refused(view, "register")
        if post is None or post.kind != "campaign":
            reason = _("Nobody paid for this post.")
        return self._pill("register", label, "1", 0 if read else view.costs["register"], self.look_up, reason)

    def _about(self, view: FeedView, right: Right, side: Side, key: str) -> Widget:
        """The button for one campaign: ask, wait, or read what came."""
        request = asked(view.rights, right, side.id)
        name = f"{right}-{side.id}"
        answer = self._paper(view, side) if right == "access" else None
        if answer is not None and not self._again(view, side):
            return self._pill(name, _("Read: {side}").format(side=side.name), key, 0, partial(self.read, answer), "")
        reason = self._refused(view, right)
        if request is not None and not (right == "access" and answer is not None and self._again(view, side)):
            reason = waiting_line(request, view.evening)
        command: FeedCommand = AskForData(side.id) if right == "access" else AskForErasure(side.id)
        pill = self._pill(name, side.name, key, view.costs[right], partial(self.ask, command), reason)
        pill.aloud = f"{right_name(right)} – {cost_aloud(side.name, 0 if reason else view.costs[right])}"
        return pill

    @staticmethod
    def _paper(view: FeedView, side: Side) -> DataPaper | None:
        """The latest answer of a campaign."""
        return next((one for one in reversed(view.rights.papers) if one.side == side.id), None)

    def _again(self, view: FeedView, side: Side) -> bool:
        """Is there a reason to ask again: was something deleted since the last answer was asked for?"""
        paper, gone = self._paper(view, side), asked(view.rights, "erasure", side.id)
        waits = asked(view.rights, "access", side.id)
        fresh = paper is not None and waits is not None and waits.evening == paper.asked
        return (
            paper is not None
            and gone is not None
            and gone.evening < view.evening
            and gone.evening >= paper.asked
            and fresh
        )

    def _order(self, view: FeedView, ranking: Ranking, key: str) -> Widget:
        now, then = view.rights.ranking or "engagement", view.rights.ranking_next or "engagement"
        reason = ""
        if ranking == then:
            reason = _("Your feed is sorted like this.") if now == then else _("From tomorrow evening on.")
        elif view.evening >= view.evenings:
            reason = _("It would start tomorrow evening. Tomorrow is the vote.")
        reason = reason or self._refused(view, "ranking")
        label = ranking_name(ranking)
        return self._pill(
            f"ranking-{ranking}", label, key, view.costs["ranking"], partial(self.ask, ChooseRanking(ranking)), reason,
            description=ranking_line(ranking),
        )  # fmt: skip

    @staticmethod
    def _refused(view: FeedView, right: Right) -> str:
        """Why there is too little attention left; empty where there is enough."""
        cost = view.costs[right]
        if cost <= view.attention and view.attention > 0:
            return ""
        return _("Costs {cost}, you have {left}.").format(cost=number(cost), left=number(view.attention))

    def _pill(
        self,
        name: str,
        label: str,
        key: str,
        cost: int,
        act: Callable[[], None],
        reason: str,
        *,
        description: str = "",
    ) -> Widget:
        """A button with its price."""
        return Button(
            label,
            act,
            kind="pill",
            key=key,
            fill="butter" if not reason else "white",
            value="" if reason else cost_word(cost),
            aloud=cost_aloud(label, 0 if reason else cost),
            disabled=reason,
            description=description,
            style="small_strong",
            min_height=44,
            pad=12,
            id=name,
        )

    # ---------------------------------------------------------------------------------------------------- commands

    def look_up(self) -> None:
        """Open the register at the post on screen; the first time costs attention."""
        post = self.playing.feed.here
        if post is None:
            return
        if post.id not in self.playing.feed.rights.register and not self.give(LookUpRegister(post.id)):
            return
        page = self.playing.feed.rights.register[post.id]
        self.app.open(register_dialog(self.playing, page, self.app.close))

    def ask(self, command: FeedCommand) -> None:
        """Use a right whose answer or effect comes later."""
        if self.give(command):
            request = self.playing.feed.rights.requests[-1]
            self.app.announce(waiting_line(request, self.playing.feed.evening), toast=False)

    def read(self, paper: DataPaper) -> None:
        """Open an answer."""
        self.app.open(paper_dialog(self.playing, paper, self.app.close))

    def give(self, command: FeedCommand) -> bool:
        """Put a command to the rules; True when it was accepted."""
        answer = self.playing.submit(command)
        if answer is not None:
            self.app.announce(answer)
        return answer is None

    def back(self) -> None:
        """Back to the feed."""
        self.playing.go("feed")


def _told(line: str) -> Widget:
    """What came of it."""
    return Text(line, "small", color="accent")


def order_line(view: FeedView) -> str:
    """How the feed is sorted tonight, and what changes tomorrow."""
    now, then = view.rights.ranking or "engagement", view.rights.ranking_next or "engagement"
    if now != then:
        return _("{order}, from tomorrow evening on. {what}").format(order=ranking_name(then), what=ranking_line(then))
    return _("Now: {order}. {what}").format(order=ranking_name(now), what=ranking_line(now))


def law_line(view: FeedView) -> str:
    """Which rules are in force, in the voter's words."""
    return {
        "none": _("In force tonight: nothing. You may hope."),
        "2016": _("In force tonight: the rules of 2016. There are some, and most of them are slow."),
        "2026": _("In force tonight: the rules of 2026. Ask, and somebody has to answer."),
    }[view.rights.rules]
