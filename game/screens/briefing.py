"""The morning briefing: what the poll says, what happened overnight, a word from the team, and who waits for an answer."""

from __future__ import annotations

from game.campaign.view import CampaignView
from game.i18n import _, clock, weekday
from game.scenario.model import Person
from game.screens.answering import Answering
from game.screens.headline import headline, verdict
from game.screens.loose import Loose
from game.screens.morning_news import Line, news_lines
from game.screens.playing import Playing
from game.screens.poll_chart import explained, poll_chart
from game.screens.war_room import WarRoom
from game.session.setup import first_weekday
from game.ui import (
    Binding,
    Button,
    Column,
    Frame,
    Icon,
    Item,
    Picture,
    Place,
    Row,
    Rule,
    Spacer,
    Stack,
    Text,
    Widget,
)
from game.ui.pages import Pages

_HEADLINES = {"h0": 25, "display": 31}
"""Characters of the longest sentence for which each style is small enough."""
_SKY = 1.5
"""Up to this text size there is room for the sky under the headline."""


class Briefing(WarRoom):
    """Three columns under the morning sky: the poll, the news, and a word from somebody."""

    def __init__(self, playing: Playing, answering: bool = False) -> None:
        super().__init__(playing)
        self.answering_first = answering

    def title(self) -> str:
        """Name of the page."""
        return _("Morning briefing")

    def entered(self) -> None:
        """Somebody who was sent here to answer finds the letter open."""
        if self.answering_first and self.playing.campaign.pending:
            self.answer(self.playing.campaign.pending[0])

    def first_focus(self) -> str:
        """Enter starts the day."""
        return "start"

    def keys(self) -> list[Binding]:
        """What the whole war room can, spelled out once a day."""
        return [
            Binding("1-5", _("Go to a desk")),
            Binding("P", _("Poll archive"), self.polls),
            Binding("R", _("Read aloud"), self.read_aloud),
        ]

    def bindings(self) -> list[Binding]:
        """The same keys as everywhere, each of them once."""
        named = {"P", "R"}
        return [each for at, each in enumerate(super().bindings()) if at < len(self.keys()) or each.keys not in named]

    def body(self, view: CampaignView) -> Widget:
        """Sky and columns; where the text is large, pages that have the whole width in turn."""
        if self.large:
            pages = Pages(
                (
                    ("morning", _("Morning"), self._dawn(view)),
                    ("poll", _("Poll"), self._poll(view)),
                    ("news", _("News"), self._news(view)),
                    ("counsel", _("Advice"), self._counsel(view)),
                ),
                id="pages",
            )
            return Frame(
                Place(64, 68, 1152, 516, pages, scroll=False),
                Place(64, 596, 1152, 68, self._start(view), scroll=False),
            )
        return Frame(
            Place(0, 64, 1280, 232, self._sky(view), scroll=False),
            Place(64, 316, 352, 356, self._poll(view)),
            Place(448, 320, 1, 328, Rule(vertical=True, height=328), scroll=False),
            Place(464, 316, 416, 352, self._news(view)),
            Place(888, 320, 1, 328, Rule(vertical=True, height=328), scroll=False),
            Place(920, 316, 312, 324, self._counsel(view)),
        )

    # --------------------------------------------------------------------------------------------------- the sky

    def _sky(self, view: CampaignView) -> Widget:
        person = self._speaker(view)
        return Stack(
            Picture(
                f"{self.playing.texts.head.skyline}.svg", label="", fit="cover", width=1280, height=232, turns=True
            ),
            Place(
                1048, 12, 200, 220, Picture(f"{person.art}.svg", label=person.name, width=200, height=220), scroll=False
            ),
            Place(64, 31, 620, 196, self._headline(view), scroll=False),
        )

    def _dawn(self, view: CampaignView) -> Widget:
        """The headline with the sky under it, where the letters leave room."""
        sky = Picture(
            f"{self.playing.texts.head.skyline}.svg", label="", fit="cover", width=1152, height=180, turns=True
        )
        return Column(self._headline(view), sky if self.app.prefs.text_scale <= _SKY else None, gap=16)

    def _headline(self, view: CampaignView) -> Widget:
        sentences = headline(view.poll, view.side)
        return Column(
            Text(self._when(view), "bold", size=20, color="lemon"),
            Column(
                *(
                    Text(sentence, self._big(sentences), role="heading", aloud="" if at else " ".join(sentences))
                    for at, sentence in enumerate(sentences)
                ),
                gap=0,
            ),
            Spacer(size=6),
            Text(verdict(view.poll, view.side), "lead"),
            gap=2,
        )

    def _big(self, sentences: tuple[str, ...]) -> str:
        """Long sentences take a smaller headline, so that two lines stay two lines."""
        longest = max(map(len, sentences))
        return next((style for style, most in _HEADLINES.items() if longest < most), "h1")

    def _when(self, view: CampaignView) -> str:
        """Weekday and time."""
        day = weekday(first_weekday(self.playing.texts, view.days) + view.day - 1, capital=True)
        return _("{weekday}, {time}").format(weekday=day, time=clock(6, 55))

    # ----------------------------------------------------------------------------------------------- the columns

    def _poll(self, view: CampaignView) -> Widget:
        name = _("Last night’s poll") if view.polls[1:] else _("The first poll")
        return Column(
            Text(name, "h2", role="heading", size=24),
            Spacer(size=4 if self.large else 20),
            poll_chart(view.poll, self._tall()),
            Spacer(size=8 if self.large else 24),
            Text(explained(view.poll), "label", color="text2"),
        )

    def _tall(self) -> float:
        """How high the chart is against 100 %: with large text a little less than its letters, so that it fits its page."""
        scale = self.app.prefs.text_scale
        return scale * 0.8 if self.large else scale

    def _news(self, view: CampaignView) -> Widget:
        lines = news_lines(self.playing, view)
        if not lines:
            return self._question()
        entries: list[Widget] = []
        for line in lines:
            if entries:
                entries.append(Row(Rule(color="dull", grow=1), pad=(0, 8)))
            entries.append(self._entry(line, teaser=1 if len(view.pending) > 1 or len(lines) > 3 else 2))
        return Column(
            Row(Text(_("While you slept"), "h2", role="heading"), pad=(0, 16)),
            Loose(*entries, gap=4, pad=(0, 0, 0, 8), grow=1),
            gap=10,
        )

    def _question(self) -> Widget:
        """The first morning: nothing happened yet, so what the vote is about, and the side's own good reasons."""
        head, side = self.playing.texts.head, self.playing.side
        reasons = [self._reason("check", argument.text) for argument in side.arguments[:2]]
        return Column(
            Text(_("What it is about"), "h2", role="heading"),
            Text(head.question, "strong"),
            Text(_("{campaign}: {stance}").format(campaign=side.name, stance=side.stands_for), "body", color="text2"),
            *reasons,
            gap=6,
            pad=(0, 8, 0, 16),
        )

    def _reason(self, icon: str, text: str) -> Widget:
        return Row(Icon(icon, 18, color="text2"), Text(text, "label", color="text2", line=22, grow=1), gap=16)

    def _entry(self, line: Line, teaser: int) -> Widget:
        """One entry; a letter that waits shows its first lines, the rest when it is opened."""
        waits = Text(_("Waiting for your answer"), "small_strong", color="lemon", line=20) if line.waits else None
        text = Text(line.text, "label", color="text2", lines=teaser if line.waits else 0, line=21)
        words = Column(Text(line.headline, "strong", line=22), text, waits, gap=1, grow=1)
        icon = Icon(line.icon, 20, color="lemon" if line.waits else "text2")
        if not line.waits:
            return Row(icon, words, gap=18, pad=(5, 8))
        return Item(
            Row(icon, words, gap=18),
            lambda: self.answer(line.waits),
            label=line.headline,
            description=_("Waiting for your answer"),
            id=f"event-{line.waits}",
            pad=(5, 8),
        )

    def _counsel(self, view: CampaignView) -> Widget:
        person = self._speaker(view)
        words = self.playing.texts.campaign.counsel[view.counsel].text
        return Column(
            Text(_("A word from {name}").format(name=person.name), "h2", role="heading"),
            Spacer(size=4),
            Text(_("“{words}”").format(words=words), "quote", size=19),
            Text(_("{name}, {role}").format(name=person.name, role=person.role), "label", color="text2"),
            None if self.large else Spacer(grow=1),
            None if self.large else self._start(view),
            gap=8,
        )

    def _start(self, view: CampaignView) -> Widget:
        if view.pending:
            waiting = view.pending[0]
            return Button(
                _("Answer first"), lambda: self.answer(waiting), kind="primary", key="Enter", id="start", min_height=60
            )
        return Button(
            _("Start the day"), lambda: self.visit("data"), kind="primary", key="Enter", id="start", min_height=60
        )

    def _speaker(self, view: CampaignView) -> Person:
        said = self.playing.texts.campaign.counsel[view.counsel]
        return next(person for person in self.playing.texts.head.people if person.id == said.person)

    # --------------------------------------------------------------------------------------------------- answers

    def answer(self, event: str) -> None:
        """Open an event that waits for an answer."""
        Answering(self, event).open()
