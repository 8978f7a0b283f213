"""Chapter one: the vote as a front page, how close it was, the town before and after, the machine's sealed guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, number, percent
from game.screens.close_vote import close_dialog
from game.screens.debrief_page import DebriefPage
from game.screens.debrief_story import Told, told
from game.screens.explanations import explanation, sealed, vote_word
from game.screens.front_page import front_page, headline
from game.screens.post_words import persona_of
from game.screens.shares import by_name
from game.ui import (
    Binding,
    Button,
    Column,
    Item,
    Note,
    Place,
    Rich,
    Row,
    Slope,
    Spacer,
    Span,
    Text,
    Tilt,
    Widget,
)
from game.ui.pages import Pages

if TYPE_CHECKING:
    from game.debrief.outcome import Measure, MeasureId

SHOWN: tuple[MeasureId, ...] = ("trust-town", "turnout", "polarisation", "privacy")
"""The figures of the town's health on the page; trust in the campaign is told beside trust in each other."""
_OPENED = "debrief.opened"


def measure_words(measure: MeasureId) -> tuple[str, str]:
    """Name of a figure, and what it is about in three words."""
    return {
        "trust-town": (_("Trust"), _("in each other")),
        "turnout": (_("Turnout"), _("of all voters")),
        "polarisation": (_("Polarisation"), _("sides that can’t talk")),
        "privacy": (_("Privacy"), _("files on strangers")),
        "trust-campaign": (_("Trust in you"), _("in your campaign")),
    }[measure]


class Result(DebriefPage):
    """What happened."""

    chapter = "result"

    @property
    def facts(self) -> Told:
        """The facts of the run."""
        return told(self.playing)

    def first_focus(self) -> str:
        """The figure that most people have never seen; the top of the page where it has to be scrolled."""
        return "paper" if self.large else "measure-privacy"

    def keys(self) -> list[Binding]:
        """Enter explains the figure in focus; the envelope has its own key on it."""
        return [Binding("Enter", _("Explain a number"), right=True)]

    def body(self) -> list[Widget]:
        """Front page on the left, the town's health on the right; a page for each where the text is large."""
        paper = front_page(self.facts, self.playing.texts, scale=self.app.prefs.text_scale, large=self.large)
        if self.large:
            turnout = next(one for one in self.facts.health if one.id == "turnout")
            said = headline(self.facts.outcome, self.playing.texts)
            page = Item(paper, lambda: self.explain(turnout), label=said, id="paper", pad=4)
            cost = Column(*self._health(), self._note(), gap=14, pad=(8, 0))
            front = Column(page, Row(self._closeness(), self._envelope(), gap=24, wrap=True), gap=10)
            pages = Pages((("front", _("Front page"), front), ("cost", _("What did it cost?"), cost)), id="pages")
            return [Place(64, 10, 1152, 646, pages, scroll=False)]
        return [
            Place(46, 32, 656, 570, paper, scroll=False),
            Place(68, 613, 640, 46, Row(self._closeness(), self._envelope(), gap=24), scroll=False),
            Place(748, 40, 494, 558, Column(*self._health(), gap=0), id="health.scroll"),
            Place(762, 590, 470, 72, self._note(), scroll=False),
        ]

    def _health(self) -> list[Widget]:
        measures = {measure.id: measure for measure in self.facts.health}
        ends = Row(
            Text(_("before"), "small", color="text2", align="center", width=90),
            Spacer(grow=1),
            Text(_("after"), "small", color="text2", align="center", width=110),
            pad=(0, 0, 0, 320) if self.large else (0, 6, 0, 175),
            aloud="",  # each row says it
        )
        return [
            Column(
                Text(self._headline(), "h1", line=46, role="heading"),
                Text(_("What did it cost?"), "h1", line=46, role="heading"),
                Spacer(size=8),
                ends,
                pad=(0, 12),
            ),
            Column(*(self._row(measures[name]) for name in SHOWN if name in measures), gap=0, group=True),
        ]

    def _headline(self) -> str:
        outcome = self.facts.outcome
        if outcome.winner is None:
            return _("Nobody won the vote.")
        return _("You won the vote.") if outcome.won else _("You lost the vote.")

    def _row(self, measure: Measure) -> Widget:
        name, about = measure_words(measure.id)
        before, after = number(measure.before), number(measure.after)
        mark = f"measure-{measure.id}"
        in_focus = self.app.focused_id == mark
        words = Column(
            Rich(Span(name, mark=in_focus), style="h3", face="serif_bold"),
            Text(about, "small", color="text2"),
            width=172 if not self.large else 330,
            gap=2,
        )
        slope = Slope(measure.before, measure.after, before_text=before, after_text=after, seed=len(name), grow=1)
        said = _("from {before} to {after} of 100").format(before=before, after=after)
        return Item(
            Row(words, slope, gap=0, align="center"),
            lambda: self.explain(measure),
            label=name,
            value=said,
            description=about,
            pad=(11, 12 if not self.large else 48, 11, 12),
            radius=14,
            id=mark,
        )

    def _note(self) -> Widget:
        said = _("Would you run it the same way again?")
        return Tilt(Note(said, size=34 if len(said) < 40 else 30), degrees=0 if self.large else 1.2)

    def _envelope(self) -> Widget:
        """What the machine expected of this voter, sealed until it is opened."""
        outcome = self.facts.outcome
        name = persona_of(self.playing.texts, outcome.persona).name
        if _OPENED in self.playing.memory:
            chance = by_name(outcome.predicted).get(outcome.ballot, 0.0)
            line = _("It gave {choice} {share}").format(
                choice=vote_word(outcome.ballot, self.playing.texts), share=percent(chance)
            )
            icon = "envelope-open-text"
        else:
            line, icon = _("The machine’s guess about {name}").format(name=name), "envelope"
        return Button(line, self.open_envelope, key="O", kind="link", icon=icon, id="envelope")

    def _closeness(self) -> Widget:
        """The way to what the margin says and what it does not."""
        line = _("How close was it?")
        return Button(line, self.read_margin, key="C", kind="link", icon="people-arrows", id="closeness")

    def read_margin(self) -> None:
        """Read the margin: how many people, how much luck, what one vote is."""
        self.app.open(lambda: close_dialog(self.facts, self.playing.texts, self.app.close))

    def explain(self, measure: Measure) -> None:
        """One line of formula, and what moved the figure."""
        name, _about = measure_words(measure.id)
        self.app.open(lambda: explanation(self.playing, self.facts, measure, name, self.app.close))

    def open_envelope(self) -> None:
        """Break the seal."""
        self.playing.memory[_OPENED] = True
        self.app.open(lambda: sealed(self.playing, self.facts, self.app.close))
