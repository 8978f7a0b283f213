"""The data desk: which traces of people's lives to buy, with coverage, consent, legal risk and price side by side."""

from __future__ import annotations

from game.campaign.commands import AskLawyer, BuySource
from game.campaign.view import CampaignView, SourceView
from game.i18n import _, euros, percent
from game.scenario.model import Consent, Source
from game.screens.loose import Loose
from game.screens.playing import Playing
from game.screens.voter_file import voter_file
from game.screens.war_room import WarRoom
from game.ui import (
    Binding,
    Button,
    Column,
    ConsentMark,
    Coverage,
    Dialog,
    Frame,
    Icon,
    Item,
    Panel,
    Picture,
    Place,
    RiskTicks,
    Row,
    Rule,
    Scroll,
    Spacer,
    Text,
    Widget,
)
from game.ui.pages import Pages

_MARKS: dict[Consent, str] = {"given": "asked", "unclear": "buried", "none": "never"}
_TWO_LINES = 1.6
"""Above this text size five columns do not fit side by side."""


class DataDesk(WarRoom):
    """A table of sources and, beside it, what the chosen one says about one voter."""

    desks = ("data",)

    def __init__(self, playing: Playing) -> None:
        super().__init__(playing)
        sources = playing.texts.campaign.sources
        kept = playing.memory.get("source")
        first = next((source.id for source in sources if not source.owned), sources[0].id)
        self.chosen = kept if isinstance(kept, str) else first
        self.dot = self._first_dot()

    def title(self) -> str:
        """Name of the page."""
        return _("Data desk")

    def first_focus(self) -> str:
        """The row that was looked at last."""
        return f"source-{self.chosen}"

    def keys(self) -> list[Binding]:
        """Buy, lawyer, consent; the arrows and Enter belong to the rows."""
        return [
            Binding("Up Down", _("Source")),
            Binding("Enter", _("Open another file")),
            Binding("X", _("Why does consent matter?"), self.why),
        ]

    def body(self, view: CampaignView) -> Widget:
        """The table and the file panel; where the text is large, a page for each, and what to do below."""
        if self.large:
            file, *buttons = self._panel(view)
            pages = Pages(
                (("table", _("Sources"), self._table(view)), ("file", self._source().name, Column(file, pad=(0, 16)))),
                id="pages",
            )
            return Frame(
                Place(48, 68, 1184, 528, pages, scroll=False),
                Place(64, 600, 1152, 68, Row(*buttons, gap=24, align="center"), scroll=False),
            )
        return Frame(
            Place(48, 64, 856, 608, Column(self._table(view), pad=(22, 0, 0, 0))),
            Place(
                936,
                64,
                344,
                608,
                Panel(*self._panel(view), fill="raised", radius=0, pad=(20, 24, 8, 24), gap=6),
                scroll=False,
            ),
        )

    # ------------------------------------------------------------------------------------------------- the table

    def _table(self, view: CampaignView) -> Widget:
        rows: list[Widget] = []
        for source in self.playing.texts.campaign.sources:
            seen = _view_of(view, source.id)
            if rows:
                rows.append(Row(Rule(color="dull", grow=1), pad=(0, 16)))
            rows.append(self._row(source, seen))
        return Column(
            Row(Text(_("What do you want to know about them?"), "h1", role="heading", grow=1), pad=(0, 16)),
            Spacer(size=22),
            None
            if self.app.prefs.text_scale > _TWO_LINES
            else Row(self._head(), pad=(0, 16), aloud=""),  # each row says it
            Spacer(size=8),
            Column(*rows, group=True),
            gap=0,
        )

    def _head(self) -> Widget:
        names = (_("Source"), _("Voters covered"), _("Consent"), _("Legal risk"), _("Price"))
        first, *rest = (Text(name, "small", color="text2") for name in names)
        return self._columns(Row(first), *rest)

    def _columns(self, name: Widget, covered: Widget, consent: Widget, risk: Widget, price: Widget) -> Widget:
        """One line of the table: five columns of fixed width but the first; on two lines where the text is huge."""
        wide = self.app.prefs.text_scale
        if wide > _TWO_LINES:
            return Column(
                name, Row(covered, consent, risk, Spacer(grow=1), price, gap=32, align="center"), gap=8, grow=1
            )
        return Row(
            Row(name, grow=1, align="center"),
            Row(covered, width=148 * max(1.0, wide * 0.9), align="center"),
            Row(consent, width=140 * wide, align="center"),
            Row(risk, width=72 * wide, align="center"),
            Row(Spacer(grow=1), price, width=80 * wide, align="center"),
            align="center",
        )

    def _row(self, source: Source, seen: SourceView) -> Widget:
        chosen = source.id == self.chosen
        price: Widget = Text(euros(source.price), "bold", size=20)
        if seen.owned:
            yours = Text(_("Yours"), "label", color="text2")
            price = Row(Icon("check", 18, color="text2"), yours, gap=6, align="center")
        line = self._columns(
            Row(
                Row(Icon(source.icon, 25, color="lemon" if chosen else "text2"), width=48 * self.app.prefs.text_scale),
                Column(Text(source.name, "h3"), Text(source.tells, "label", color="text2"), gap=0, grow=1),
                align="center",
                grow=1,
            ),
            Coverage(source.coverage, label=percent(source.coverage)),
            ConsentMark(_MARKS[source.consent], source.consent_word, tip=source.why_consent),
            RiskTicks(source.risk, label=_risk_words(source.risk)),
            price,
        )
        return Item(
            line,
            lambda: self.next_file(source.id),
            label=source.name,
            description=self._spoken(source, seen),
            selected=chosen,
            on_focus=lambda: self.choose(source.id),
            id=f"source-{source.id}",
            pad=(8, 16),
            min_height=76,
        )

    def _spoken(self, source: Source, seen: SourceView) -> str:
        """The row as one sentence for those who listen."""
        price = _("You have it") if seen.owned else euros(source.price)
        return _("{tells}. Covers {share} of voters. Consent: {consent}. {risk}. {price}.").format(
            tells=source.tells,
            share=percent(source.coverage),
            consent=source.consent_word,
            risk=_risk_words(source.risk),
            price=price,
        )

    # ------------------------------------------------------------------------------------------------- the panel

    def _panel(self, view: CampaignView) -> list[Widget]:
        source = self._source()
        seen = _view_of(view, source.id)
        file = Loose(
            *voter_file(self.playing, source, seen, self.dot),
            Text(source.note, "label", line=21),
            Text(self._about_guesses(source, seen), "label", color="text2", line=21),
            gap=9,
            pad=(0, 0, 6, 0),
            most=11,
        )
        return [
            file if self.large else Scroll(file, id="file", grow=1),
            Button(
                _("Yours") if seen.owned else _("Buy for {price}").format(price=euros(source.price)),
                self.buy,
                key="B",
                kind="primary",
                id="buy",
                disabled=self._cannot_buy(view, seen),
                description=source.name,
                min_height=52,
            ),
            Button(
                _("What the lawyer said") if seen.asked_lawyer else _("Ask the lawyer (free)"),
                self.lawyer,
                key="L",
                kind="link",
                id="lawyer",
            ),
        ]

    def _about_guesses(self, source: Source, seen: SourceView) -> str:
        if source.kind == "roll":
            return _("The roll is a fact: name, address, age. It says nothing about opinions.")
        if not seen.guesses:
            return _("Written down, not guessed. What people told you is theirs to take back.")
        if seen.owned:
            return _("Dashed means guessed. Your model can’t say which guesses are wrong.")
        return _("Dashed means guessed. The broker can’t say which guesses are wrong.")

    def _cannot_buy(self, view: CampaignView, seen: SourceView) -> str:
        if seen.owned:
            return _("You have this already.")
        if not view.moves_left:
            return _("No moves left today.")
        return "" if seen.affordable else _("Not enough money left.")

    # --------------------------------------------------------------------------------------------------- actions

    def choose(self, source: str) -> None:
        """Look at another source."""
        self.chosen = source
        self.playing.memory["source"] = source

    def next_file(self, source: str) -> None:
        """Open the file of another voter, from the source that was pressed."""
        self.choose(source)
        if self.large:
            self.app.focus("pages.file")
        dots = len(self.playing.session.dots_view().voter)
        self.dot = (self.dot + max(1, dots * 7 // 19)) % dots
        file = self.playing.session.dot_file(self.dot)
        self.app.announce(_("Voter {number}").format(number=file.voter), toast=False)

    def buy(self) -> None:
        """Buy the chosen source, and open the file of somebody who is in it."""
        bought = _("Bought: {name}.").format(name=self._source().name)
        if self.tell(self.playing.submit(BuySource(self.chosen)), bought):
            self.dot = self._traced(self.dot)

    def lawyer(self) -> None:
        """Ask the lawyer; it costs nothing, and is remembered."""
        source = self._source()
        if not _view_of(self.playing.campaign, source.id).asked_lawyer:
            self.tell(self.playing.submit(AskLawyer(source.id)))
        self._explain(_("The lawyer on: {name}").format(name=source.name), source.lawyer, "scenes/lawyer.svg")

    def why(self) -> None:
        """Why consent matters for this source."""
        source = self._source()
        self._explain(_("Why does consent matter?"), source.why_consent, f"{source.art}.svg" if source.art else "")

    def _explain(self, title: str, text: str, art: str) -> None:
        picture = Picture(art, label="", width=208, height=144) if art else None
        close = Button(_("Close"), self.app.close, key="Esc", kind="primary", id="close")
        self.app.open(Dialog(title, Row(picture, Text(text, "body", grow=1), gap=24), buttons=[close], width=680))

    def _source(self) -> Source:
        return next(source for source in self.playing.texts.campaign.sources if source.id == self.chosen)

    def _first_dot(self) -> int:
        """Whose file lies open first: somebody young, who has left a trace in the source if it is in hand."""
        ages = self.playing.session.dots_view().age
        young = int(next((at for at, age in enumerate(ages) if age < 26), 0))
        return self._traced(young) if _view_of(self.playing.campaign, self.chosen).owned else young

    def _traced(self, dot: int) -> int:
        """The dot, or the next one of whom the chosen source holds a trace."""
        session, wanted = self.playing.session, set(self._source().signals)
        if not wanted:  # such as the roll: no file need be opened to know it
            return dot
        dots = len(session.dots_view().voter)
        circle = ((dot + step) % dots for step in range(dots))
        return next((at for at in circle if wanted.intersection(session.dot_file(at).signals)), dot)


def _view_of(view: CampaignView, source: str) -> SourceView:
    return next(seen for seen in view.sources if seen.id == source)


def _risk_words(risk: int) -> str:
    words = (_("No legal risk"), _("Hardly any legal risk"), _("Some legal risk"))
    return (*words, _("Real legal risk"), _("High legal risk"), _("Very high legal risk"))[risk]
