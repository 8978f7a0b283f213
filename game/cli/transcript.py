"""A run told in words: one line for what was done, and what came of it. For demos, replays and golden playthroughs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatchmethod

from game.campaign import events as act_one
from game.feed import events as act_two
from game.feed.state import Shown
from game.i18n import _, euros, interval, listing, ngettext, number, percent, points, weekday
from game.scenario.model import Scenario
from game.screens import sentence
from game.screens.post_words import words_of
from game.screens.rights_words import ranking_name


class Transcript:
    """Turns the events of a session into lines in the language in force. ``first`` is the weekday of day 1."""

    def __init__(self, texts: Scenario, first: int) -> None:
        self.texts = texts
        self.first = first

    def lines(self, event: object) -> tuple[str, ...]:
        """What one event says; nothing for events that a player does not notice."""
        return tuple(self._tell(event))

    def _name(self, collection: str, wanted: str) -> str:
        item = self.texts.ids[collection][wanted]
        return str(getattr(item, "name", wanted))

    @singledispatchmethod
    def _tell(self, _event: object) -> Iterator[str]:
        yield from ()

    # -- act I

    @_tell.register
    def _(self, event: act_one.SourceBought) -> Iterator[str]:
        yield _("You buy “{source}” for {price}.").format(
            source=self._name("sources", event.source), price=euros(event.price)
        )

    @_tell.register
    def _(self, event: act_one.LawyerAsked) -> Iterator[str]:
        source = next(item for item in self.texts.campaign.sources if item.id == event.source)
        yield _("You ask the lawyer about “{source}”: {answer}").format(source=source.name, answer=source.lawyer)

    @_tell.register
    def _(self, event: act_one.SegmentSaved) -> Iterator[str]:
        yield _("Audience: {sentence}").format(sentence=sentence.plain(event.criteria, self.texts))

    @_tell.register
    def _(self, event: act_one.MessageComposed) -> Iterator[str]:
        draft = event.draft
        claim = next(item for item in self.texts.campaign.claims if item.id == draft.claim)
        text = getattr(getattr(claim.texts, draft.tone), draft.headline)
        label = _("signed") if draft.signed else _("unsigned")
        yield _("Version {version} ({truth}, {tone}, {headline}, {label}): “{text}”").format(
            version=event.version.upper(),
            truth=_words()[claim.truth],
            tone=_words()[draft.tone],
            headline=_words()[draft.headline],
            label=label,
            text=text,
        )

    @_tell.register
    def _(self, event: act_one.TestReturned) -> Iterator[str]:
        for version in ("a", "b"):
            clicks, trust = event.result.clicks[version], event.result.trust[version]
            yield _("Test of {version}: {clicks} clicked, trust {trust}.").format(
                version=version.upper(), clicks=percent(clicks.value, 1), trust=points(trust.value)
            )

    @_tell.register
    def _(self, event: act_one.MessageSent) -> Iterator[str]:
        yield _("You send version {version}.").format(version=event.version.upper())

    @_tell.register
    def _(self, event: act_one.ActionPlanned) -> Iterator[str]:
        name = self._name("actions", event.booking.action)
        if event.booking.district is not None:
            name = _("{action} in {district}").format(
                action=name, district=self._name("districts", event.booking.district)
            )
        yield _("Planned for tonight: {action}, {price}.").format(action=name, price=euros(event.booking.price))

    @_tell.register
    def _(self, event: act_one.ActionCancelled) -> Iterator[str]:
        yield _("Taken back: {price} return.").format(price=euros(event.price))

    @_tell.register
    def _(self, event: act_one.HappeningStruck) -> Iterator[str]:
        happening = next(item for item in self.texts.campaign.events if item.id == event.event)
        yield f"{happening.headline}: {happening.text}"

    @_tell.register
    def _(self, event: act_one.HappeningAnswered) -> Iterator[str]:
        happening = next(item for item in self.texts.campaign.events if item.id == event.event)
        choice = next((item for item in happening.choices if item.id == event.choice), None)
        if choice is not None:
            yield _("Your answer: {answer}. {result}").format(answer=choice.label, result=choice.result)

    @_tell.register
    def _(self, event: act_one.FineImposed) -> Iterator[str]:
        yield _("A fine of {euros}").format(euros=euros(event.euros)) + "."

    @_tell.register
    def _(self, _event: act_one.NetworkRemoved) -> Iterator[str]:
        yield _("The network is removed from the platform.")

    @_tell.register
    def _(self, event: act_one.NightPassed) -> Iterator[str]:
        night = event.night
        yield _("Night {day}: {reached} reached, {clicked} clicks, {spent} spent.").format(
            day=number(night.day),
            reached=number(night.reached),
            clicked=number(night.clicked),
            spent=euros(night.spent),
        )
        if event.gifts.euros:
            count = event.gifts.givers
            told = ngettext("{n} person gave {money}.", "{n} people gave {money}.", count)
            yield told.format(n=number(count), money=euros(event.gifts.euros))

    @_tell.register
    def _(self, event: act_one.DayBegan) -> Iterator[str]:
        yield ""
        yield _("== {weekday}, day {day}").format(
            weekday=weekday((self.first + event.day - 1) % 7, capital=True), day=number(event.day)
        )

    @_tell.register
    def _(self, _event: act_one.CampaignEnded) -> Iterator[str]:
        yield ""
        yield _("== The campaign is over. The nights before the vote begin again, from below.")

    # -- act II

    @_tell.register
    def _(self, event: act_two.PersonaChosen) -> Iterator[str]:
        persona = next(item for item in self.texts.feed.personas if item.id == event.persona)
        yield _("You are {name}, {age}. {line}").format(name=persona.name, age=number(persona.age), line=persona.line)

    @_tell.register
    def _(self, event: act_two.EveningBegan) -> Iterator[str]:
        yield ""
        count = len(event.posts)
        yield ngettext(
            "-- Evening {n}: {count} post, attention {attention}",
            "-- Evening {n}: {count} posts, attention {attention}",
            count,
        ).format(n=number(event.evening), count=number(count), attention=number(event.attention))
        for at, post in enumerate(event.posts, start=1):
            yield self._post(at, post)

    def _post(self, at: int, post: Shown) -> str:
        words = words_of(self.texts, post.view)
        mark = f" [{post.view.impression}]" if post.view.impression else ""
        return f"{at:>3}. {words.name} ({words.under}): {_flat(words.text)}{mark}"

    @_tell.register
    def _(self, event: act_two.PostTouched) -> Iterator[str]:
        yield "     " + _("{post}: {what}").format(post=event.post, what=_words()[event.what])

    @_tell.register
    def _(self, event: act_two.PostCommented) -> Iterator[str]:
        reply = next(item for item in self.texts.feed.replies if item.id == event.reply)
        yield "     " + _("{post}: you comment “{text}”").format(post=event.post, text=reply.text)

    @_tell.register
    def _(self, event: act_two.PostChecked) -> Iterator[str]:
        question = {
            "behind": _("Who is behind it?"),
            "others": _("What do others say?"),
            "picture": _("Where is the picture from?"),
        }[event.question]
        found = _("something is not as it seems") if event.exposed else _("nothing odd")
        yield "     " + _("{post}: {question} {found}").format(post=event.post, question=question, found=found)

    @_tell.register
    def _(self, event: act_two.WhyAnswered) -> Iterator[str]:
        yield "     " + _("{post}: why this ad? The network names {reason}.").format(
            post=event.answer.post, reason=event.answer.reason[1] if event.answer.reason else _("no reason")
        )

    @_tell.register
    def _(self, event: act_two.MessageAnswered) -> Iterator[str]:
        message = next(item for item in self.texts.feed.messages if item.id == event.message)
        yield "     " + _("{friend} writes: {text} You answer: {answer}").format(
            friend=self._name("accounts", message.sender),
            text=_flat(message.text),
            answer=message.answers[event.answer],
        )

    @_tell.register
    def _(self, event: act_two.DebateAttended) -> Iterator[str]:
        debate = next(item for item in self.texts.feed.debates if item.id == event.debate)
        yield _("You put the phone down and go to {debate}").format(debate=debate.name)

    @_tell.register
    def _(self, event: act_two.RegisterRead) -> Iterator[str]:
        page = event.page
        yield "     " + _("{post}: the register says {payer} paid: {euros} so far for all its ads.").format(
            post=page.post, payer=self._name("accounts", page.payer), euros=euros(page.total)
        )

    @_tell.register
    def _(self, event: act_two.RightUsed) -> Iterator[str]:
        request = event.request
        if request.ranking is not None:
            yield _("From tomorrow your feed is sorted in another way: {order}.").format(
                order=ranking_name(request.ranking)
            )
            return
        side = next(camp.name for camp in self.texts.head.sides if camp.id == request.side)
        asked = (
            _("You ask {side} what it holds on you.")
            if request.kind == "access"
            else _("You ask {side} to delete what it holds on you.")
        )
        yield asked.format(side=side)

    @_tell.register
    def _(self, _event: act_two.BoothOpened) -> Iterator[str]:
        yield ""
        yield _("== {title}").format(title=self.texts.head.ballot_title)
        yield self.texts.head.question

    @_tell.register
    def _(self, event: act_two.BallotCast) -> Iterator[str]:
        yield _("You vote: {choice}").format(choice=ballot_word(self.texts, event.choice))


def ballot_word(texts: Scenario, choice: str) -> str:
    """A line of the ballot paper in words."""
    sides: dict[str, str] = {side.id: side.ballot for side in texts.head.sides}
    return (
        sides.get(choice)
        or {"blank": _("Blank vote"), "stay-home": _("stayed at home"), "home": _("stayed at home")}[choice]
    )


def poll_line(shares: dict[str, tuple[float, float]]) -> str:
    """One poll: each share with its margin."""
    names = {"for": _("for"), "undecided": _("undecided"), "against": _("against")}
    told = [f"{names[key]} {interval(value, margin)}" for key, (value, margin) in shares.items()]
    return _("Poll: {shares}.").format(shares=listing(told))


def _words() -> dict[str, str]:
    return {
        "true": _("true"),
        "misleading": _("misleading"),
        "fabricated": _("made up"),
        "policy": _("policy"),
        "hope": _("hope"),
        "fear": _("fear"),
        "anger": _("anger"),
        "plain": _("plain"),
        "curiosity": _("curiosity"),
        "outrage": _("outrage"),
        "read": _("read to the end"),
        "reacted": _("liked"),
        "shared": _("shared"),
        "reported": _("reported"),
        "muted": _("account muted"),
    }


def _flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
