"""The message desk: tone, claim, headline and label of two versions, the phones that show them, and a test of both."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any

from game.campaign.commands import ComposeMessage, RunTest, SendMessage, Version
from game.campaign.law import LAWS
from game.campaign.view import CampaignView, DraftView
from game.feed.view import PostView
from game.i18n import _, euros
from game.scenario.model import HEADLINES, TONES, Claim
from game.screens.ab_results import results, verdict
from game.screens.claim_choice import ClaimChoice
from game.screens.loose import Loose
from game.screens.message_words import (
    HEADLINE_ICONS,
    TONE_ICONS,
    TRUTH_ICONS,
    headline_word,
    in_short,
    tone_word,
    truth_word,
)
from game.screens.phone import post_card
from game.screens.playing import Playing
from game.screens.post_words import words_of
from game.screens.refusals import refusal
from game.screens.war_room import WarRoom
from game.ui import (
    Binding,
    Button,
    Choice,
    Column,
    Frame,
    Icon,
    Option,
    Phone,
    Place,
    Row,
    Rule,
    Spacer,
    Text,
    Widget,
)
from game.ui.pages import Pages

_SHORT = 64
"""A verdict of fewer letters is set larger."""
_PICTURE = 96.0
"""Height of the pictures at least; they fill what the words leave of the phone."""
VERSIONS: tuple[Version, Version] = ("a", "b")


class MessageDesk(WarRoom):
    """Choices on the left, both versions on phones, the test's result and the two buttons that send."""

    desks = ("message",)

    def __init__(self, playing: Playing) -> None:
        super().__init__(playing)
        self.version: Version = "b" if playing.memory.get("version") == "b" else "a"

    def title(self) -> str:
        """Name of the page."""
        return _("Message desk")

    def first_focus(self) -> str:
        """The first group of choices."""
        return "tone"

    def keys(self) -> list[Binding]:
        """V switches the version, S shows both to a few voters."""
        price = euros(self.playing.texts.campaign.test_price)
        again = self.playing.campaign.test is not None
        test = _("Test again: {price}") if again else _("Test: {price}")
        return [
            Binding("Tab", _("Next choice")),
            Binding("Left Right", _("Change it")),
            Binding("S", test.format(price=price), self.run_test, disabled=self._too_dear()),
        ]

    def body(self, view: CampaignView) -> Widget:
        """Choices left, phones and results right; pages where the text is large, with what sends always in sight."""
        if self.large:
            pages = Pages(
                (
                    ("choices", _("Write"), self._choices(view)),
                    ("phones", _("Phones"), self._phones(view)),
                    ("test", _("Test"), self._outcome(view)),
                ),
                id="pages",
            )
            return Frame(
                Place(64, 68, 1152, 524, pages, scroll=False),
                Place(64, 600, 1152, 68, Row(*self._sends(view), gap=12, align="center"), scroll=False),
            )
        return Frame(
            Place(64, 64, 448, 602, self._choices(view)),
            Place(576, 78, 644, 366, self._phones(view), scroll=False),
            Place(576, 443, 644, 2, Rule(thickness=2), scroll=False),
            Place(576, 460, 644, 206, self._outcome(view)),
        )

    # ----------------------------------------------------------------------------------------------- the choices

    def _choices(self, view: CampaignView) -> Widget:
        draft = self.draft(view, self.version)
        law = refusal("not-allowed") if LAWS[self.playing.session.setup.rules].label else ""
        return Loose(
            Column(Text(_("What will they see?"), "h1", role="heading"), self._which()),
            Choice(
                _("Tone"),
                [Option(tone, tone_word(tone), icon=TONE_ICONS[tone]) for tone in TONES],
                draft.tone,
                lambda tone: self.change(tone=tone),
                key="T",
                id="tone",
            ),
            self._claims(draft),
            Choice(
                _("Headline"),
                [Option(style, headline_word(style), icon=HEADLINE_ICONS[style]) for style in HEADLINES],
                draft.headline,
                lambda style: self.change(headline=style),
                key="H",
                id="headline",
            ),
            Choice(
                _("Sponsor label"),
                [
                    Option("shown", _("Shown"), icon="eye"),
                    Option("hidden", _("Hidden"), icon="eye-slash", disabled=law),
                ],
                "shown" if draft.signed else "hidden",
                lambda label: self.change(signed=label == "shown"),
                key="L",
                id="label",
            ),
            gap=7,
            most=13,
            pad=(22, 0, 0, 0),
        )

    def _which(self) -> Widget:
        here, there = ("A", "B") if self.version == "a" else ("B", "A")
        return Row(
            Text(_("You are editing version {letter}").format(letter=here), "body", color="text2"),
            Button(
                _("switch to {letter}").format(letter=there),
                self.switch,
                key="V",
                kind="link",
                style="body",
                id="switch",
                min_height=30,
            ),
            gap=12,
            align="center",
            wrap=True,
        )

    def _claims(self, draft: DraftView) -> Widget:
        """The side's claims, each with the truth about it on its face, and a warning under those that are not true."""
        options = [
            Option(claim.id, truth_word(claim.truth), icon=TRUTH_ICONS[claim.truth], description=claim.name)
            for claim in self._own_claims()
        ]
        chosen = self._claim_of(draft)
        warning: Widget | None = None
        if chosen.truth != "true":
            note = Text(chosen.note, "label", color="danger", line=21, grow=1)
            warning = Row(Icon("triangle-exclamation", 17, color="danger"), note, gap=8)
        choice = ClaimChoice(_("Claim"), options, chosen.id, lambda claim: self.change(claim=claim), key="C")
        return Column(choice, warning, gap=6)

    # ------------------------------------------------------------------------------------------------ the phones

    def _phones(self, view: CampaignView) -> Widget:
        return Row(*(self._phone(view, version) for version in VERSIONS), gap=36, align="stretch")

    def _phone(self, view: CampaignView, version: Version) -> Widget:
        draft = self.draft(view, version)
        post = self._post(draft)
        sent = view.sent == version
        card = post_card(self.playing, post, picture_height=_PICTURE, counters=False, small=True)
        return Column(
            Row(
                Text(
                    version.upper(),
                    "number",
                    role="heading",
                    aloud=_("Version {letter}").format(letter=version.upper()),
                ),
                Text(in_short(draft), "small", color="text2", line=20, grow=1, lines=2),
                Icon("check", 18, color="lemon", label=_("Sent")) if sent else None,
                gap=8 if sent else 12,
                align="center",
                min_height=48,
            ),
            Phone(
                card,
                id=f"phone-{version}",
                bleed=not self.large,
                outline=True,
                scroll=self.large or len(words_of(self.playing.texts, post).text) > 230,
                radius=36,
                frame=10,
                max_height=inf if self.large else 316,
                min_height=0 if self.large else 316,
            ),
            gap=2,
            grow=1,
        )

    def _post(self, draft: DraftView) -> PostView:
        """A version as a phone would get it."""
        side = self.playing.side
        return PostView(
            id=f"preview-{draft.version}",
            kind="campaign",
            account=side.account if draft.signed else side.front,
            side=side.id if draft.signed else None,
            claim=draft.claim,
            tone=draft.tone,
            headline=draft.headline,
            signed=draft.signed,
        )

    def _outcome(self, view: CampaignView) -> Widget:
        told = verdict(view.test)
        words = Text(told, "h3", size=20 if len(told) < _SHORT else 18, grow=1, id="verdict")
        foot = words if self.large else Row(words, Row(*self._sends(view), gap=12), gap=24, align="center")
        lines = Column(results(self.playing, view, self.app.prefs.text_scale), id="results" if view.test else "")
        return Column(lines, Spacer(grow=1), foot, pad=(0, 0, 20, 0))

    def _sends(self, view: CampaignView) -> list[Widget]:
        return [self._send(view, version) for version in VERSIONS]

    def _send(self, view: CampaignView, version: Version) -> Widget:
        letter = version.upper()
        sent = view.sent == version
        return Button(
            _("{letter} goes out").format(letter=letter) if sent else _("Send {letter}").format(letter=letter),
            lambda: self.send(version),
            key=letter,
            kind="primary" if version == self.version else "secondary",
            icon="check" if sent else "",
            id=f"send-{version}",
        )

    # --------------------------------------------------------------------------------------------------- actions

    def draft(self, view: CampaignView, version: Version) -> DraftView:
        """A version as written, or what it starts from: the first true claim, plain, signed; B starts from A."""
        written = view.drafts.get(version)
        if written is not None:
            return written
        if version == "b":
            first = self.draft(view, "a")
            return replace(first, version="b", headline="plain" if first.headline == "curiosity" else "curiosity")
        claim = next((claim for claim in self._own_claims() if claim.truth == "true"), self._own_claims()[0])
        return DraftView("a", claim.id, claim.truth, "policy", "plain", signed=True)

    def change(self, **parts: Any) -> None:
        """Write the version at hand anew with one part changed."""
        draft = self.draft(self.playing.campaign, self.version)
        if any(getattr(draft, name) != value for name, value in parts.items()):
            new = replace(draft, **parts)
            says = words_of(self.playing.texts, self._post(new)).text
            done = _("Version {letter} now says: {text}").format(letter=new.version.upper(), text=says)
            self.tell(self._compose(new), done)

    def switch(self) -> None:
        """Edit the other version."""
        self.version = "b" if self.version == "a" else "a"
        self.playing.memory["version"] = self.version
        self.app.announce(_("You are editing version {letter}").format(letter=self.version.upper()), toast=False)

    def run_test(self) -> None:
        """Show both versions to a small part of the audience."""
        if self._written(*VERSIONS):
            back = self.tell(self.playing.submit(RunTest()), _("The test is back."))
            if back and self.large:
                self.app.focus("pages.test")  # what was paid for is on another page

    def send(self, version: Version) -> None:
        """Choose the version that tonight's advertising carries."""
        done = _("{letter} goes out tonight, with whatever you amplify.").format(letter=version.upper())
        if self.playing.campaign.sent == version:
            self.app.announce(done)
        elif self._written(version):
            self.tell(self.playing.submit(SendMessage(version)), done, toast=True)

    def _too_dear(self) -> str:
        campaign = self.playing.campaign
        return refusal("no-money") if campaign.money < self.playing.texts.campaign.test_price else ""

    def _written(self, *versions: Version) -> bool:
        """Make sure that what the phones show is also what the rules hold."""
        view = self.playing.campaign
        missing = [self.draft(view, version) for version in versions if version not in view.drafts]
        return all(self.tell(self._compose(draft)) for draft in missing)

    def _compose(self, draft: DraftView) -> str | None:
        parts = (draft.version, draft.claim, draft.tone, draft.headline, draft.signed)
        return self.playing.submit(ComposeMessage(*parts))

    def _own_claims(self) -> tuple[Claim, ...]:
        side = self.playing.side.id
        return tuple(claim for claim in self.playing.texts.campaign.claims if claim.side == side)

    def _claim_of(self, draft: DraftView) -> Claim:
        return next(claim for claim in self.playing.texts.campaign.claims if claim.id == draft.claim)
