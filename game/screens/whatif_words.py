"""The words of 'What if?': who changed, how, and what each cause did to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.campaign.commands import AnswerEvent, BuySource, ComposeMessage, PlanAction, RunTest, SaveSegment
from game.i18n import _, listing, ngettext, number, points, weekday
from game.screens.deeds import action_name, claim_name, source_name
from game.screens.post_words import found
from game.session.setup import first_weekday

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.campaign.state import Booking
    from game.debrief.causes import Cause
    from game.debrief.difference import Difference, Person
    from game.scenario.model import Scenario
    from game.session.replay import Skipped
    from game.session.story import Story

TOLD = 3
"""Causes told of one person; the smaller ones are told together."""
SMALL = 0.05
"""Steps below which a cause is not worth a word."""


def day_name(story: Story, day: int) -> str:
    """The weekday of a day of the campaign."""
    return weekday(first_weekday(story.scenario, story.setup.days) + day - 1)


def day_line(story: Story, day: int) -> str:
    """A day as the list is headed: ``Wednesday, day 2``."""
    name = weekday(first_weekday(story.scenario, story.setup.days) + day - 1, capital=True)
    return _("{weekday}, day {day}").format(weekday=name, day=number(day))


def who(person: Person, texts: Scenario) -> str:
    """A persona by name; anybody else as the campaign's files call a dot."""
    persona = found(texts.feed.personas, person.persona)
    if persona is not None:
        return persona.name
    district = found(texts.town.districts, person.district)
    street = district.streets[person.street % len(district.streets)] if district is not None else ""
    return _("Voter {number}, {age}, {street}").format(number=number(person.voter), age=person.age, street=street)


def ballot_word(vote: str, texts: Scenario) -> str:
    """A ballot in a word or two."""
    side = found(texts.head.sides, vote)
    if side is not None:
        return str(side.ballot)
    return _("blank") if vote == "blank" else _("at home")


def change_line(person: Person, texts: Scenario) -> str:
    """``Yes, now No`` or ``No, as before``."""
    was, now = ballot_word(person.was, texts), ballot_word(person.now, texts)
    if person.changed:
        return _("{was}, now {now}").format(was=was, now=now)
    return _("{vote}, as before").format(vote=now)


def about_coming(person: Person) -> bool:
    """Is it about coming to vote rather than about the side?"""
    return person.changed and "home" in (person.was, person.now)


def scale_line(person: Person) -> str:
    """Where the person stood and stands: the chance of voting, or the stance in steps of 100."""
    if about_coming(person):
        before, after = person.turnout
        line = _("Chance of coming to vote: {before} in 100, now {after}.")
    else:
        before, after = person.stance
        line = _("Stance: {before} out of 100, now {after}.")
    was, now = number(before, 1), number(after, 1)
    if was == now and not about_coming(person):
        return _("Stance: {n} out of 100.").format(n=now)
    return line.format(before=was, after=now)


def why_line(person: Person, difference: Difference, texts: Scenario) -> str:
    """What moved the person, the largest first, each with its size; the smaller ones together; the rest by its name."""
    coming = about_coming(person)
    groups: dict[tuple[str, ...], list[Cause]] = {}
    for one in person.causes:
        groups.setdefault(_group(one, difference), []).append(one)
    sized = [(sum(one.turnout if coming else one.stance for one in group), group) for group in groups.values()]
    sized.sort(key=lambda pair: -abs(pair[0]))
    told = [pair for pair in sized if abs(pair[0]) >= SMALL][:TOLD]
    parts = [_sized(cause_words(group, difference, texts), size) for size, group in told]
    others = sum(size for size, _group in sized) - sum(size for size, _group in told)
    if abs(others) >= SMALL:
        parts.append(_sized(_("smaller things"), others))
    rest = person.rest_turnout if coming else person.rest
    if abs(rest) >= SMALL:
        parts.append(_sized(_("friends and the feed"), rest))
    if not parts:
        return _("Hardly moved at all: it was that close.") if person.changed else _("Not moved.")
    line = "; ".join(parts)
    return line[:1].upper() + line[1:] + "."


def _group(cause: Cause, difference: Difference) -> tuple[str, ...]:
    """Causes that are told in one breath: one side's posts that came, fell away or worked differently; else each alone."""
    if cause.kind == "ad":
        return ("ad", str(_own(cause, difference)), cause.happened)
    if cause.kind == "met":
        booking = _booking(difference, cause.about)
        return ("met", booking.action if booking else cause.about, cause.happened)
    return (cause.kind, cause.about, str(cause.night), cause.happened)


def _own(cause: Cause, difference: Difference) -> bool:
    """Did the player's side pay for it?"""
    booking = _booking(difference, cause.about)
    return booking is not None and booking.side == difference.before.ground.side


def _sized(what: str, size: float) -> str:
    return _("{what}: {size}").format(what=what, size=points(size))


def cause_words(causes: Sequence[Cause], difference: Difference, texts: Scenario) -> str:
    """Causes of one group in a few words."""
    cause = causes[0]
    if cause.kind == "trust":
        return _("trust in the vote")
    if cause.kind == "mood":
        return _("how stirred up they were")
    nights = sorted({one.night for one in causes if one.night is not None})
    days = listing([day_name(difference.before, night) for night in nights])
    if cause.kind == "ad":
        return _posts(cause, len(causes), days, own=_own(cause, difference))
    if cause.kind == "met":
        booking = _booking(difference, cause.about)
        name = action_name(PlanAction(booking.action if booking else cause.about), texts)
        line = {
            "came": _("met on {day} ({action})"),
            "gone": _("not met on {day} ({action})"),
            "changed": _("met differently on {day} ({action})"),
        }[cause.happened]
        return line.format(day=days, action=name)
    if cause.kind == "evening":
        return _("your evening with the phone on {day}").format(day=days)
    line = {
        "came": _("the news of {day} came out"),
        "gone": _("the news of {day} did not come out"),
        "changed": _("the news of {day}"),
    }[cause.happened]
    return line.format(day=days)


def _posts(cause: Cause, count: int, days: str, *, own: bool) -> str:
    """One side's posts to one person that came, fell away or worked differently."""
    if own:
        line = {
            "came": ngettext("your post of {day} came", "your posts of {day} came", count),
            "gone": ngettext("your post of {day} did not come", "your posts of {day} did not come", count),
            "changed": ngettext(
                "your post of {day} worked differently", "your posts of {day} worked differently", count
            ),
        }[cause.happened]
    else:
        line = {
            "came": ngettext("the other side’s post of {day} came", "the other side’s posts of {day} came", count),
            "gone": ngettext(
                "the other side’s post of {day} did not come", "the other side’s posts of {day} did not come", count
            ),
            "changed": ngettext(
                "the other side’s post of {day} worked differently",
                "the other side’s posts of {day} worked differently",
                count,
            ),
        }[cause.happened]
    return line.format(day=days)


def _booking(difference: Difference, wanted: str) -> Booking | None:
    for story in (difference.before, difference.after):
        for night in reversed(story.nights):
            for booking in night.bookings:
                if booking.id == wanted:
                    return booking
    return None


def changed_line(difference: Difference) -> str:
    """How many ballots are others."""
    count = difference.changed_people
    if count == 0:
        return _("Nobody. That is a result too.")
    return ngettext("{n} person votes differently", "{n} people vote differently", count).format(n=number(count))


def flow_line(difference: Difference, texts: Scenario) -> str:
    """The largest streams between ballots: ``12 from No to Yes, 3 from Yes to at home``."""
    names = ("against", "for", "blank", "home")
    flows = [
        (int(difference.flows[was, now]), names[was], names[now]) for was in range(4) for now in range(4) if was != now
    ]
    largest = sorted((one for one in flows if one[0]), key=lambda one: -one[0])[:3]
    return listing(
        [
            _("{n} from {was} to {now}").format(
                n=number(count), was=ballot_word(was, texts), now=ballot_word(now, texts)
            )
            for count, was, now in largest
        ]
    )


def untouched_line(difference: Difference) -> str:
    """How many are the same to the last bit."""
    if not difference.untouched:
        return _("Everybody is touched a little, by what friends pass on.")
    line = ngettext(
        "{n} person was not reached by the change and is the same to the last bit.",
        "{n} people were not reached by the change and are the same to the last bit.",
        difference.untouched,
    )
    return line.format(n=number(difference.untouched))


def impossible_line(difference: Difference, texts: Scenario) -> str:
    """What could not be done any more; empty if everything could."""
    acts = [one for one in difference.skipped if one.code != "left-out" and one.entry.act == "campaign"]
    names = list(_impossible(acts, difference, texts))
    phone = sum(one.entry.act == "feed" for one in difference.skipped)
    parts = []
    if names:
        parts.append(_("No longer possible: {list}.").format(list=listing(names)))
    if phone:
        line = ngettext("{n} post that you met is not there.", "{n} posts that you met are not there.", phone)
        parts.append(line.format(n=number(phone)))
    return " ".join(parts)


def _impossible(skipped: Sequence[Skipped], difference: Difference, texts: Scenario) -> Iterator[str]:
    """What could not be done, each thing once, with its days."""
    days: dict[str, list[int]] = {}
    for one in skipped:
        days.setdefault(_short(one.entry.command, texts), []).append(one.entry.day)
    for name, when in days.items():
        told = listing([day_name(difference.before, day) for day in dict.fromkeys(when)])
        yield _("{what} ({days})").format(what=name, days=told)


def _short(command: object, texts: Scenario) -> str:
    """A command in two or three words."""
    if isinstance(command, BuySource):
        return source_name(command.source, texts)
    if isinstance(command, PlanAction):
        return action_name(command, texts)
    if isinstance(command, AnswerEvent):
        event = found(texts.campaign.events, command.event)
        return _("the answer to “{event}”").format(event=event.headline if event else command.event)
    if isinstance(command, SaveSegment):
        return _("that audience")
    if isinstance(command, ComposeMessage):
        return _("the message “{claim}”").format(claim=claim_name(command.claim, texts))
    return _("the test") if isinstance(command, RunTest) else _("sending the message")
