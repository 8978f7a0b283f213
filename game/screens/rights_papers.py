"""The papers that come back when a voter uses a right: a page of the ad register, one's own file, what came too late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.campaign.commands import Criterion
from game.i18n import _, euros, listing, ngettext, number, percent
from game.screens import sentence
from game.screens.post_words import found
from game.screens.rights_words import evenings_word
from game.ui import Button, Column, Dialog, Icon, Panel, Row, Rule, Slip, Text, Widget

if TYPE_CHECKING:
    from game.feed.dossier import HeldFile, HeldGuess, HeldTrace, Listing
    from game.feed.view import DataPaper, FeedView, RegisterPage
    from game.scenario.model import Scenario
    from game.screens.playing import Playing


def register_dialog(playing: Playing, page: RegisterPage, close: Callable[[], None]) -> Dialog:
    """The register: the payer, the sums, and every ad of that campaign with the people it was meant for."""
    texts = playing.texts
    payer = found(texts.feed.accounts, page.payer)
    here = next((each for each in page.ads if each.ad == page.ad), None)
    others = [each for each in page.ads if each.ad != page.ad]
    spent = page.spent.get(page.ad, 0)
    count = ngettext("{n} other ad of this campaign:", "{n} other ads of this campaign:", len(others))
    return Dialog(
        _("The public register of ads"),
        Slip(
            Text(_("Paid for by {payer}").format(payer=payer.name if payer else page.payer), "strong"),
            Text(
                _("{spent} for this ad so far, {total} for all its ads.").format(
                    spent=euros(spent), total=euros(page.total)
                ),
                "body",
            ),
            _listed(texts, here, spent) if here is not None else None,
            pad=(14, 20),
        ),
        Text(count.format(n=number(len(others))) if others else _("No other ads of this campaign."), "strong"),
        *[_listed(texts, each, page.spent.get(each.ad, 0), lines=1) for each in others],
        Text(_("The register knows what was ordered. It does not know what anybody thought."), "small", color="text2"),
        buttons=[Button(_("Back"), close, key="Esc", kind="secondary", id="back")],
        width=720,
    )


def _listed(texts: Scenario, ad: Listing, spent: int, lines: int = 2) -> Widget:
    """One ad of the register in three lines: what, to whom, when and for how much."""
    claim = found(texts.campaign.claims, ad.claim)
    said = getattr(getattr(claim.texts, ad.tone), ad.headline) if claim is not None else ad.claim
    words = sentence.plain(tuple(Criterion(kind, value) for kind, value in ad.audience), texts)  # type: ignore[arg-type]  # because a listing's words are criteria
    when = _("{days}, {spent}").format(days=evenings_word(ad.nights), spent=euros(spent))
    return Row(
        Icon("rectangle-ad", 20, color="accent"),
        Column(
            Text(_("“{words}”").format(words=said.strip("“”")), "small_strong", lines=lines),
            Text(_("For: {people}").format(people=words), "small", lines=3),
            Text(when, "small", color="text2"),
            gap=2,
            grow=1,
        ),
        gap=14,
        pad=(2, 0),
        align="start",
    )


def paper_dialog(playing: Playing, paper: DataPaper, close: Callable[[], None]) -> Dialog:
    """One's own file as a campaign has to show it: files with their source, traces, guesses; a number instead of a name."""
    return Dialog(
        _held_by(playing, paper),
        Slip(*_sheet(playing, paper), pad=(16, 22), gap=10),
        Text(_last_line(paper), "small", color="text2"),
        buttons=[Button(_("Back"), close, key="Esc", kind="secondary", id="back")],
        width=760,
    )


def late_papers(view: FeedView) -> tuple[DataPaper, ...]:
    """The answers that came after the vote, as the law of 2016 lets them; empty while the vote is still to come."""
    late = {(one.side, one.evening) for one in view.rights.requests if one.kind == "access" and one.due is None}
    return tuple(paper for paper in view.rights.papers if (paper.side, paper.asked) in late)


def late_dialog(playing: Playing, papers: Sequence[DataPaper], close: Callable[[], None]) -> Dialog:
    """What the campaigns answered once it was too late to matter."""
    rows: list[Widget] = []
    for paper in papers:
        asked = _("Asked on evening {n}, answered after the vote.").format(n=number(paper.asked))
        rows += [
            Column(
                Text(_held_by(playing, paper), "h3", role="heading"),
                Text(asked, "small", color="text2"),
                gap=0,
            ),
            Slip(*_sheet(playing, paper), pad=(16, 22), gap=10),
        ]
    return Dialog(
        _("What came by post"),
        Text(_("The law gave you an answer. It did not give it to you in time."), "body"),
        *rows,
        buttons=[Button(_("Back"), close, key="Esc", kind="secondary", id="back")],
        width=760,
    )


def _held_by(playing: Playing, paper: DataPaper) -> str:
    side = next(camp for camp in playing.texts.head.sides if camp.id == paper.side)
    return _("What {side} holds on you").format(side=side.name)


def _sheet(playing: Playing, paper: DataPaper) -> list[Widget]:
    """The sheet itself."""
    texts = playing.texts
    rows: list[Widget] = [Text(_("Voter {number}").format(number=number(paper.voter + 1)), "h2")]
    for file in paper.held.files:
        rows += [_file(texts, file)]
    if paper.erased:
        rows.append(Text(_("Everything else was deleted because you asked for it."), "body"))
    elif not any(file.traces for file in paper.held.files):
        rows.append(Text(_("No file of theirs has a trace of you."), "body"))
    if paper.held.guesses:
        rows += [Rule(kind="dashed"), Text(_("What a model guessed"), "strong")]
        rows += [_guess(texts, each) for each in paper.held.guesses]
    return rows


def _file(texts: Scenario, file: HeldFile) -> Widget:
    """One source: its name, how it was got, since when, and what it says."""
    source = found(texts.campaign.sources, file.source)
    name = source.name if source else file.source
    since = _("day {n}").format(n=number(file.since)) if file.since else _("from the start")
    how = _("{consent}; {since}").format(consent=source.consent_word if source else "", since=since)
    spoken = [trace for trace in file.traces if trace.says or not trace.right]
    rest = [_signal_name(texts, trace) for trace in file.traces if not trace.says and trace.right]
    quiet = Text(_("not: {trace}").format(trace=listing(rest)), "small", color="text2") if rest else None
    return Column(
        Row(Text(name, "strong", grow=1), Text(how, "small", color="text2"), gap=16, align="baseline", wrap=True),
        *[_trace(texts, trace) for trace in sorted(spoken, key=lambda trace: not trace.says)],
        Row(quiet, pad=(0, 0, 0, 14)) if quiet else None,
        Text(_("Your age and your district, as everybody who may ask gets them."), "small")
        if not file.traces
        else None,
        gap=2,
    )


def _signal_name(texts: Scenario, trace: HeldTrace) -> str:
    signal = found(texts.town.signals, trace.signal)
    return signal.name if signal else trace.signal


def _trace(texts: Scenario, trace: HeldTrace) -> Widget:
    """What a file says, with a mark in red where the person knows better."""
    signal = found(texts.town.signals, trace.signal)
    receipt = signal.receipt if signal else trace.signal
    words = receipt if trace.says else _("not: {trace}").format(trace=_signal_name(texts, trace))
    wrong = Text(_("That is wrong."), "small_strong", color="danger") if not trace.right else None
    return Row(
        Text(words, "small", color="text" if trace.says else "text2"), wrong, gap=16, pad=(0, 0, 0, 14), wrap=True
    )


def _guess(texts: Scenario, made: HeldGuess) -> Widget:
    """A guess, dashed as everywhere: what, and how sure the model says it is."""
    word = _("like their supporters")  # the war room says "like your own", and means itself
    if made.kind != "lookalike":
        word = sentence.word(Criterion(made.kind, made.value), texts)  # type: ignore[arg-type]  # because a dossier's words are criteria
    verdict = _("You: {guess}").format(guess=word) if made.fits else _("You: not {guess}").format(guess=word)
    sure = _("a guess, {share} sure").format(share=percent(made.sure)) if made.fits else _("a guess")
    return Panel(
        Row(Text(verdict, "small_strong", grow=1), Text(sure, "small", color="text2"), gap=16, wrap=True),
        fill="",
        border="text",
        border_width=2,
        dashed=True,
        pad=(6, 12),
        gap=0,
    )


def _last_line(paper: DataPaper) -> str:
    """What is worth noticing about the sheet."""
    traces = [trace for file in paper.held.files for trace in file.traces]
    wrong = sum(not trace.right for trace in traces)
    if paper.held.guesses and wrong:
        return _("Your name is not on it. A number was enough, and so was a file with mistakes.")
    if paper.held.guesses and not traces:
        return _("Nothing but your age and your district, and they guessed all the same.")
    if paper.held.guesses:
        return _("Your name is not on it. A number was enough.")
    if traces:
        return _("Traces, but no guess about you yet. Somebody saved money.")
    return _("That is little. Ask the other side as well.")
