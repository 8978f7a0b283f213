"""The steps of the tutorial, in the order in which they are shown. Names come from the scenario, nothing else does."""

from __future__ import annotations

from game.campaign.commands import (
    AskLawyer,
    BuySource,
    ComposeMessage,
    EndDay,
    PlanAction,
    RunTest,
    SaveSegment,
    SendMessage,
)
from game.feed.commands import AskWhy, Pass, PutPhoneDown, Verify
from game.i18n import _
from game.screens.debrief_page import CHAPTERS
from game.screens.debrief_story import told
from game.screens.desk_bar import desk_names
from game.screens.tutorial import DESKS, Seen, Step, always_later

_WAR = ("Briefing", *DESKS)
_BAR = ("day", "moves", "money", "desk-*")
"""The bar on top: whoever is new here looks there."""
_DEBRIEF = ("Result", "Why", "TwoFeedsScreen", "WhatIf", "WhatElse", "Techniques", "Talk")


def _next_desk(seen: Seen, desk: str) -> str:
    names = [name for name, _shown in desk_names()]
    return _("Next stop: {desk} ({key}).").format(
        desk=dict(desk_names())[desk], key=seen.key(str(names.index(desk) + 1))
    )


def _word(seen: Seen) -> str:
    """About the sentence, as it stands: somebody or everybody."""
    segment, key = seen.playing.campaign.segment, seen.key("+")
    if segment is None or not segment.criteria:
        return _("This sentence is your audience, and so far it is everybody. Add a word ({key}).").format(key=key)
    return _("This sentence is your audience. Change a word (arrow up or down), or add one ({key}).").format(key=key)


def _send(seen: Seen) -> str:
    """Test and send; after the test, only send."""
    keys = {"test": seen.key("S"), "a": seen.key("A"), "b": seen.key("B")}
    if seen.did(RunTest):
        return _("The test won’t choose for you. Send one of them ({a} or {b}).").format(**keys)
    return _("Test both versions on a few real voters ({test}), or send one without a test ({a} or {b}).").format(
        **keys
    )


def _check(seen: Seen) -> str:
    if seen.page == "LateralReading":
        return _("Ask one of these questions. What you find stays open.")
    return _(
        "“Check it” ({key}) leaves the post and looks around it. That costs battery. Sharing it would cost more people more."
    ).format(key=seen.key("C"))


def _can_plan(seen: Seen) -> bool:
    return any(action.refusal is None for action in seen.playing.campaign.actions)


def _can_check(seen: Seen) -> bool:
    here = seen.playing.feed.here
    if seen.page == "LateralReading":
        return True
    return here is not None and seen.playing.session.refusal(Verify(here.id, "behind")) is None


def _can_ask_why(seen: Seen) -> bool:
    here = seen.playing.feed.here
    return here is not None and seen.playing.session.refusal(AskWhy(here.id)) is None


def _late(seen: Seen) -> bool:
    """More than half of the evening is seen, or checking and asking are done."""
    feed = seen.playing.feed
    return 2 * feed.at >= len(feed.posts) or (seen.did(Verify) and seen.did(AskWhy))


def _can_cut(seen: Seen) -> bool:
    facts = told(seen.playing)
    return any(facts.cuts(trace) for trace in facts.traces[:1]) if seen.page != "Why" else bool(facts.traces)


STEPS: tuple[Step, ...] = (
    Step(
        "start", "campaign", ("Briefing",), ("start",),
        lambda seen: _("Good morning. You work for {side} now. Start the day ({key}) when you like: no clock is running.").format(
            side=seen.playing.side.name, key=seen.key("Enter")
        ),
        lambda seen: not seen.facts.isdisjoint(DESKS),
    ),
    Step(
        "source", "campaign", ("DataDesk",), ("buy",),
        lambda seen: _("Every row is a file on {town}. Look along the rows (arrow keys), then buy one ({key}), for money and a move.").format(
            town=seen.playing.texts.head.town, key=seen.key("B")
        ),
        lambda seen: seen.changed("source") or seen.did(BuySource, AskLawyer), spare=_BAR,
        way="desk-data", way_text=lambda seen: _next_desk(seen, "data"),
    ),
    Step(
        "word", "campaign", ("AudienceDesk",), ("sentence", "add"), _word,
        lambda seen: seen.changed("sentence") or seen.did(SaveSegment), spare=("sentence", "add", *_BAR),
        way="desk-audience", way_text=lambda seen: _next_desk(seen, "audience"),
    ),
    Step(
        "save", "campaign", ("AudienceDesk",), ("save",),
        lambda seen: _("The town answers at once. If you like this crowd, save it ({key}).").format(key=seen.key("Enter")),
        lambda seen: seen.did(SaveSegment),
        way="desk-audience", way_text=lambda seen: _next_desk(seen, "audience"),
    ),
    Step(
        "tone", "campaign", ("MessageDesk",), ("tone",),
        lambda _seen: _("Pick another tone (arrow keys) and watch the phone: same facts, different stomach."),
        lambda seen: seen.did(ComposeMessage), spare=("phone-a", "phone-b", *_BAR),
        way="desk-message", way_text=lambda seen: _next_desk(seen, "message"),
    ),
    Step(
        "send", "campaign", ("MessageDesk",), ("send-a", "send-b"),
        _send, lambda seen: seen.did(SendMessage), spare=("send-a", "send-b", "results", "verdict", "key:S", *_BAR),
        way="desk-message", way_text=lambda seen: _next_desk(seen, "message"),
    ),
    Step(
        "plan", "campaign", ("ActionDesk",), ("@action-*", "action-*"),
        lambda seen: _("Wide reaches many and moves them little; deep is the other way round. Plan one for tonight ({key}).").format(
            key=seen.key("Enter")
        ),
        lambda seen: seen.did(PlanAction), _can_plan, spare=_BAR,
        way="desk-street", way_text=lambda seen: _next_desk(seen, "street"),
    ),
    Step(
        "end", "campaign", _WAR, ("key:N",),
        lambda seen: _("Nobody was ever persuaded at your desk. End the day ({key}).").format(key=seen.key("N")),
        lambda seen: seen.did(EndDay), waits=True, spare=("moves",),
    ),
    Step(
        "night", "campaign", ("Overnight",), ("timeline",),
        lambda _seen: _("The town, as you guess it to be. Go back and forth through the night (arrow left and right)."),
        lambda seen: "scrubbed" in seen.facts or ("Overnight" in seen.facts and seen.page != "Overnight"),
    ),
    Step(
        "margin", "campaign", ("Briefing",), ("poll",),
        lambda seen: _("The band is the honest part of a poll: a lead that fits inside it is a rumour. The archive ({key}) has all polls.").format(
            key=seen.key("P")
        ),
        lambda seen: "morning" in seen.facts and (seen.page in DESKS or seen.page == "PollArchive"),
        lambda seen: seen.playing.campaign.day > 1,
    ),
    Step(
        "free", "campaign", _WAR, (),
        lambda _seen: _("That is the whole trade. The next days are yours; I am back when you hold the phone."),
        always_later, lambda seen: "morning" in seen.facts, waits=True,
    ),
    Step(
        "pass", "feed", ("FeedScreen",), ("pass",),
        lambda seen: _("Thumb and head share one battery. “Pass” ({key}) lets a post go by and costs next to nothing.").format(
            key=seen.key("Space")
        ),
        lambda seen: seen.did(Pass), waits=True, spare=("phone",),
    ),
    Step(
        "check", "feed", ("FeedScreen", "LateralReading"), ("verify", "ask-*"), _check,
        lambda seen: seen.did(Verify), _can_check, spare=("phone", "ask-*"),
    ),
    Step(
        "why", "feed", ("FeedScreen",), ("why",),
        lambda seen: _("Somebody paid for this one. Ask why you see it ({key}); the answer is true, and short of the truth.").format(
            key=seen.key("W")
        ),
        lambda seen: seen.did(AskWhy), _can_ask_why, spare=("phone",),
    ),
    Step(
        "down", "feed", ("FeedScreen",), ("key:Esc",),
        lambda seen: _("A feed never says “enough”. You can: put the phone down ({key}).").format(key=seen.key("Esc")),
        lambda seen: seen.did(PutPhoneDown), _late, waits=True, spare=("phone",),
    ),
    Step(
        "turn", "debrief", _DEBRIEF, tuple(f"chapter.{chapter}" for chapter in CHAPTERS[1:]),
        lambda _seen: _("The same week, seen from behind. Turn the chapters here, or with arrow left and right."),
        lambda seen: seen.chapters() > 1,
    ),
    Step(
        "cut", "debrief", ("Why",), ("cut-1", "cut-*"),
        lambda seen: _("Cut this link ({key}). The week is played again without it: same people, same luck.").format(
            key=seen.key("1")
        ),
        lambda seen: "cut" in seen.facts, _can_cut,
        way="chapter.why", way_text=lambda _seen: _("This chapter has scissors: cut one link and see what falls."),
    ),
    Step(
        "last", "debrief", _DEBRIEF, (),
        lambda _seen: _("The cards name the tricks, and the questions are for talking. You know as much as I do now."),
        always_later, waits=True,
    ),
)  # fmt: skip
"""Eleven things in act I, four in act II, three in act III."""
