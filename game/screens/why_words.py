"""The sentences of 'why you saw this': who did what, what was guessed, what a cut would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.campaign.commands import (
    AnswerEvent,
    BuySource,
    ComposeMessage,
    PlanAction,
    RunTest,
    SaveSegment,
    SendMessage,
)
from game.i18n import _, listing, ngettext, number, points, weekday
from game.screens.post_words import found, words_of
from game.screens.sentence import word

if TYPE_CHECKING:
    from game.campaign.commands import Criterion
    from game.debrief.counterfactual import Cut, CutResult
    from game.debrief.trace import CausalTrace, Inference
    from game.scenario.model import Persona, Scenario


def day_of(trace: CausalTrace) -> str:
    """The weekday on which it was ordered."""
    return weekday(trace.weekday)


# ------------------------------------------------------------------------------------------------------ who did it


def who_sold(trace: CausalTrace, source: str, texts: Scenario, name: str) -> str:
    """Who brought the trace in, below the receipt."""
    if trace.channel != "auction":
        return paid_for(trace, texts)
    held = found(texts.campaign.sources, source)
    if held is None:
        if not trace.criteria:
            return _("**Nobody** had to look anything up. It was for everyone.")
        return _("**The roll of voters** is public. It knows age and address.")
    lines = {
        "broker": _("**The broker** sold what {name} bought."),
        "location": _("**The ticket machine** noted where {name} went."),
        "quiz": _("**A quiz** passed its answers on."),
        "mood": _("**A camera** read a mood off {name}’s face."),
        "survey": _("**The survey** asked. {name} answered."),
        "roll": _("**The roll of voters** is public. It knows age and address."),
    }
    return lines[held.kind].format(name=name)


def paid_for(trace: CausalTrace, texts: Scenario) -> str:
    """Who ordered a post that was not sold by auction."""
    action = found(texts.campaign.amplify, trace.action)
    what = action.name if action is not None else _("a crowd")
    line = (
        _("**You** ordered this on {day}: {what}.")
        if trace.own
        else _("**The other side** ordered this on {day}: {what}.")
    )
    return line.format(day=day_of(trace), what=what)


def who_guessed(trace: CausalTrace, name: str) -> str:
    """Below the tag."""
    if trace.inferences:
        return _("**A model** guessed this from what stands on the slip.")
    if trace.channel == "bots":
        return _("**Nobody** was aimed at. It was made loud, for everyone.")
    if trace.channel != "auction":
        return _("**Nobody** guessed. Whoever follows the account gets it.")
    if any(one.kind not in ("age", "district", "signal") for one in trace.criteria):
        return _("**A model** guessed about others. {name} came in by another word.").format(name=name)
    return _("**Nobody** guessed anything. What was known was enough.")


def who_chose(trace: CausalTrace) -> str:
    """Below the sentence."""
    if trace.channel != "auction":
        return _("**Loop** ranked it: what makes people react comes first.")
    day = day_of(trace)
    line = _("**You** chose the words on {day}.") if trace.own else _("**The other side** chose the words on {day}.")
    return line.format(day=day)


def who_wrote(trace: CausalTrace) -> str:
    """Below the phone."""
    if trace.channel == "bots":
        return (
            _("**You** rented the accounts that wrote this.")
            if trace.own
            else _("**The other side** rented the accounts that wrote this.")
        )
    if trace.post.signed:
        return (
            _("**You** wrote this and signed it.") if trace.own else _("**The other side** wrote this and signed it.")
        )
    return (
        _("**You** wrote this and didn’t sign it.")
        if trace.own
        else _("**The other side** wrote this and didn’t sign it.")
    )


def how_true(trace: CausalTrace) -> str:
    """What the claim in the post was worth; empty where it claims nothing."""
    if trace.truth is None:
        return ""
    return {
        "true": _("It is true."),
        "misleading": _("It is twisted."),
        "fabricated": _("It is made up."),
    }[trace.truth]


# ------------------------------------------------------------------------------------------------- right or wrong


def quoted(criterion: Criterion, texts: Scenario) -> str:
    """A word of the sentence in quotation marks."""
    return _("“{words}”").format(words=word(criterion, texts))


def verdict(guess: Inference, persona: Persona) -> str:
    """Right, or wrong and what the trace really meant in this life."""
    if guess.right:
        return _("Right.")
    for item in guess.evidence:
        if item.mistaken:
            continue
        story = next((truth.text for truth in persona.truths if truth.signal == item.signal), "")
        if story:
            return _("Wrong. {story}").format(story=story)
    if guess.evidence and all(item.mistaken for item in guess.evidence):
        return _("Wrong. The file itself is mistaken: {name} never left that trace.").format(name=persona.name)
    return _("Wrong.")


def misfit_line(trace: CausalTrace) -> str:
    """Below the row of dots: for how many people the guess was wrong."""
    if trace.channel == "bots":
        return _("Bots need no list. Everyone in town could see them, **{size}** people.").format(
            size=number(trace.size)
        )
    if trace.channel != "auction":
        return _("Nobody was picked here. It went to followers, whoever they are.")
    fitted = (
        _("Your sentence fitted **{size}** people on paper.")
        if trace.own
        else _("Their sentence fitted **{size}** people on paper.")
    )
    guesses = any(one.kind not in ("age", "district", "signal") for one in trace.criteria)
    if not guesses:
        wrong = _("It guessed nothing about them.")
    elif trace.misfits:
        wrong = _("For **{n}** of them × a guess was wrong. The post came anyway.").format(n=number(trace.misfits))
    else:
        wrong = _("The guess was right for all of them. That is rare.")
    return fitted.format(size=number(trace.size)) + " " + wrong


def moved_line(trace: CausalTrace, texts: Scenario, name: str) -> str:
    """What the post did to the persona, on a scale from 0 (surely against) to 100 (surely for)."""
    shift = trace.effect * 50
    if abs(shift) < 0.05:
        return _("It did not move {name}.").format(name=name)
    side = next(side for side in texts.head.sides if side.id == ("for" if shift > 0 else "against"))
    return _("It moved {name} {n} of 100 steps towards {side}.").format(
        name=name, n=number(abs(shift), 1), side=side.ballot
    )


# ---------------------------------------------------------------------------------------------------------- the cut


def cut_name(cut: Cut, texts: Scenario) -> str:
    """What a cut does, as an order."""
    if cut.kind == "source":
        source = found(texts.campaign.sources, cut.target)
        return _("do not buy {file}").format(file=source.name if source else cut.target)
    if cut.kind == "criterion" and cut.criterion is not None:
        return _("leave out {word}").format(word=quoted(cut.criterion, texts))
    return {
        "sign": _("sign the post"),
        "truth": _("say it truthfully"),
        "ranking": _("rank every feed by time"),
        "bots": _("no bots, on either side"),
    }[cut.kind]


def cut_story(result: CutResult, trace: CausalTrace, texts: Scenario, persona: Persona) -> str:
    """What the replay without the link shows."""
    return " ".join([_comes(result, texts, persona.name), _reach(result, trace), _vote(result), _voters(result)])


def _comes(result: CutResult, texts: Scenario, name: str) -> str:
    instead = [_("“{post}” from {account}").format(post=_short(words.text), account=words.name) for words in (
        words_of(texts, post) for post in result.instead[:1]
    )]  # fmt: skip
    if result.still:
        line = _("**{name} still sees this post.**").format(name=name)
    elif instead:
        line = _("**{name} does not see this post.** Instead comes {post}.").format(name=name, post=instead[0])
    else:
        line = _("**{name} does not see this post,** and no other campaign fills the place.").format(name=name)
    return line


def _short(text: str, letters: int = 36) -> str:
    return text if len(text) <= letters else text[:letters].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def _reach(result: CutResult, trace: CausalTrace) -> str:
    if result.reach_before == result.reach_after:
        return _("It reaches {n} people, as before.").format(n=number(result.reach_after))
    line = (
        _("You reach {after} people instead of {before}.")
        if trace.own
        else _("They reach {after} people instead of {before}.")
    )
    return line.format(after=number(result.reach_after), before=number(result.reach_before))


def _vote(result: CutResult) -> str:
    line = _("Your margin: {after} points instead of {before}.").format(
        after=points(result.margin_after, 2), before=points(result.margin_before, 2)
    )
    return line + " " + _("**The vote goes the other way.**") if result.flips else line


def _voters(result: CutResult) -> str:
    changed = ngettext("{n} person votes differently;", "{n} people vote differently;", result.changed_votes)
    if result.untouched:
        same = ngettext("{n} is the same to the last bit.", "{n} are the same to the last bit.", result.untouched)
    else:
        same = _("everyone is touched a little, by what friends pass on.")
    return changed.format(n=number(result.changed_votes)) + " " + same.format(n=number(result.untouched))


def skipped_line(result: CutResult, texts: Scenario) -> str:
    """What could not be done any more without the link; empty if everything could."""
    names: list[str] = []
    on_phone = 0
    for command in result.skipped:
        told = _command(command, texts)
        if told:
            names.append(told)
        else:
            on_phone += 1
    parts = []
    if names:
        counted = [_times(one, names.count(one)) for one in dict.fromkeys(names)]
        parts.append(_("No longer possible: {list}.").format(list=listing(counted)))
    if on_phone:
        line = ngettext("{n} post that you met is not there.", "{n} posts that you met are not there.", on_phone)
        parts.append(line.format(n=number(on_phone)))
    return " ".join(parts)


def _times(name: str, count: int) -> str:
    return name if count == 1 else _("{what} ({n} times)").format(what=name, n=number(count))


def _command(command: object, texts: Scenario) -> str:
    """A command of act I in a few words; empty for those on the phone."""
    if isinstance(command, BuySource):
        source = found(texts.campaign.sources, command.source)
        return source.name if source else command.source
    if isinstance(command, PlanAction):
        action = found(texts.campaign.amplify + texts.campaign.street, command.action)
        return action.name if action else command.action
    if isinstance(command, AnswerEvent):
        event = found(texts.campaign.events, command.event)
        return _("the answer to “{event}”").format(event=event.headline if event else command.event)
    if isinstance(command, SaveSegment):
        return _("that audience")
    if isinstance(command, ComposeMessage | SendMessage):
        return _("that message")
    return _("the test") if isinstance(command, RunTest) else ""
