"""A compact scenario in code: every kind of action, source, event and post once, in a town small enough for fast tests."""

from __future__ import annotations

from functools import cache
from typing import Any

from game.scenario.model import TONES, Scenario

Tree = dict[str, Any]


def _variants(text: str) -> Tree:
    return {"plain": text, "curiosity": f"{text} Or so?", "outrage": f"{text} Shame!"}


def _claim(name: str, side: str, truth: str, concern: str) -> Tree:
    return {
        "id": name,
        "side": side,
        "truth": truth,
        "concern": concern,
        "name": name,
        "note": f"What is true about {name}.",
        "sticks": f"about {name}",
        "texts": {tone: _variants(f"{name}, {tone}.") for tone in TONES},
        "pictures": dict.fromkeys(TONES, "staged" if truth == "fabricated" else "tram"),
        "findings": [
            {"page": "lantern", "says": "The paper looked."},
            {"page": "minutes", "says": "The council said."},
        ],
    }


def _action(name: str, kind: str, price: int, people: int, nights: int = 1) -> Tree:
    return {
        "id": name,
        "kind": kind,
        "name": name,
        "terms": "as printed",
        "art": f"actions/{name}",
        "price": price,
        "nights": nights,
        "people": people,
        "costs_trust": "It depends.",
        "mechanism": "M7",
    }


def _source(name: str, kind: str, coverage: float, consent: str, price: int, signals: list[str], **more: Any) -> Tree:
    return {
        "id": name,
        "name": name,
        "tells": f"What {name} tells.",
        "icon": "basket-shopping",
        "kind": kind,
        "coverage": coverage,
        "consent": consent,
        "consent_word": "Asked",
        "risk": 1,
        "reliability": 0.9,
        "price": price,
        "signals": signals,
        "note": "They were told.",
        "lawyer": "Ask first.",
        "why_consent": "It is theirs.",
        "mechanism": "M2",
        **more,
    }


def _event(name: str, cause: str, choices: list[Tree], chance: float = 0.7, **more: Any) -> Tree:
    return {
        "id": name,
        "cause": cause,
        "chance": chance,
        "icon": "envelope",
        "headline": f"{name} happens",
        "text": "It happened.",
        "alert": "It happens.",
        "choices": choices,
        "mechanism": "M16",
        **more,
    }


def _choice(name: str, **effect: Any) -> Tree:
    return {"id": name, "label": name, "result": f"You chose {name}.", "effect": effect}


def _persona(name: str, district: str, stance: float, friends: list[str], anxiety: float = 0.7) -> Tree:
    return {
        "id": name,
        "name": name.title(),
        "age": 19,
        "district": district,
        "art": f"people/{name}",
        "avatar": f"avatars/{name}",
        "colour": "coral",
        "line": "Votes for the first time.",
        "attention": 64,
        "stance": stance,
        "certainty": 0.3,
        "trust": 0.55,
        "turnout": 0.5,
        "anxiety": anxiety,
        "concerns": {"safety": 0.8, "climate": 0.5, "money": 0.4},
        "signals": ["tea", "late-tram"],
        "friends": friends,
        "truths": [{"signal": "tea", "text": "It was for grandmother."}],
    }


def _post(name: str, account: str, kind: str, **more: Any) -> Tree:
    return {"id": name, "account": account, "kind": kind, "text": f"{name} writes.", "likes": 12, **more}


def _account(name: str, kind: str) -> Tree:
    return {"id": name, "name": name, "kind": kind, "avatar": f"avatars/{name}", "behind": f"Who {name} is."}


def _side(name: str) -> Tree:
    return {
        "id": name,
        "name": f"Camp {name}",
        "stands_for": f"{name} the trams",
        "ballot": name.title(),
        "account": f"camp-{name}",
        "front": f"front-{name}",
        "arguments": [{"concern": "climate", "text": "Cleaner air."}, {"concern": "money", "text": "Cheaper."}],
        "if_it_wins": "They did it.",
    }


def _rival(side: str) -> Tree:
    prefix = "f" if side == "for" else "a"
    moves: list[Tree] = [
        {"day": 1, "action": "ads", "claim": f"{prefix}-true", "concern": "money"},
        {"day": 2, "action": "ads", "claim": f"{prefix}-false", "tone": "fear", "headline": "outrage", "signed": False},
        {"day": 2, "action": "doors"},
        {"day": 3, "action": "bots", "claim": f"{prefix}-misleading", "signed": False},
        {"day": 4, "action": "ads", "claim": f"{prefix}-misleading", "tone": "anger", "concern": "safety"},
        {"day": 5, "action": "hall"},
    ]
    return {"side": side, "moves": [{**move, "news": "The others moved.", "detail": "As expected."} for move in moves]}


def _campaign() -> Tree:
    return {
        "sources": [
            _source("roll", "roll", 1.0, "given", 0, [], owned=True),
            _source("survey", "survey", 0.1, "given", 0, ["tea"], owned=True),
            _source(
                "basket",
                "broker",
                0.5,
                "unclear",
                1800,
                ["tea", "soup", "vegan"],
                boasts=[{"concern": "safety", "sure": 0.8}],
            ),
            _source("tickets", "location", 0.4, "none", 2400, ["late-tram", "pass"]),
            _source("quiz", "quiz", 0.1, "none", 900, ["gull", "torch"], reliability=0.8),
            _source("members", "survey", 0.3, "given", 600, ["bike"]),
        ],
        "survey_size": 160,
        "poll_size": 200,
        "test_price": 150,
        "test_size": 100,
        "pictures": [
            {"id": "tram", "art": "posts/tram", "alt": "A tram", "origin": "Here, last year.", "honest": True},
            {"id": "staged", "art": "posts/staged", "alt": "A dark stop", "origin": "A film set.", "honest": False},
        ],
        "claims": [
            _claim(f"{side[0]}-{name}", side, truth, concern)
            for side in ("for", "against")
            for name, truth, concern in (
                ("true", "true", "climate"),
                ("fair", "true", "money"),
                ("misleading", "misleading", "safety"),
                ("false", "fabricated", "safety"),
            )
        ],
        "amplify": [
            _action("ads", "ads", 1200, 9000, 2),
            _action("bots", "bots", 700, 6000, 2),
            _action("star", "influencer", 1500, 3000),
            _action("tag", "hashtag", 300, 2000),
        ],
        "street": [
            _action("doors", "doors", 250, 180),
            _action("hall", "hall", 400, 420),
            _action("school", "school", 0, 240),
            _action("concert", "concert", 2100, 1300),
        ],
        "rivals": [_rival("for"), _rival("against")],
        "events": [
            _event(
                "letter",
                "source-without-consent",
                [_choice("delete", drop_source=True), _choice("fight", money=-500, press=True)],
            ),
            _event("broker-story", "source-unclear", [_choice("explain", trust_campaign=-2.0)], chance=0.4),
            _event(
                "removed",
                "network",
                [_choice("stop", stop_network=True), _choice("deny", press=True)],
                rules=["none", "2016"],
            ),
            _event(
                "fact-check",
                "false-claim",
                [_choice("withdraw", withdraw_message=True), _choice("shrug", press=True)],
                default="shrug",
            ),
            _event(
                "who-pays",
                "hidden-sponsor",
                [_choice("sign", sign_messages=True), _choice("silence", trust_campaign=-4.0)],
            ),
            _event("full-hall", "town-hall", [], chance=1.0),
            _event(
                "rain",
                "every-campaign",
                [_choice("umbrellas", moves=-1, trust_campaign=1.0), _choice("stay-in")],
                chance=0.5,
            ),
        ],
        "counsel": [
            {"person": "ada", "day": 1, "text": "Begin."},
            {"person": "ada", "when": "after-false", "text": "Careful."},
            {"person": "ada", "when": "behind", "text": "We are behind."},
            {"person": "ada", "when": "last-day", "text": "Last day."},
            {"person": "ada", "text": "Go on."},
        ],
    }


def _feed() -> Tree:
    friends = ["lin", "kit", "bea", "sol"]
    posts = [
        _post(f"{friend}-{evening}", friend, "friend", lean=lean, evenings=[evening], shares=2)
        for evening in (1, 2, 3)
        for friend, lean in zip(friends, (0.4, -0.3, 0.0, 0.2), strict=True)
    ]
    posts += [
        _post(
            f"news-{index}",
            "lantern-post",
            "news",
            truth="true",
            concern="climate",
            findings=[{"page": "lantern", "says": "So."}],
        )
        for index in range(18)
    ]
    posts += [
        _post(f"rage-for-{index}", "loud", "outrage", lean=0.8, arousal=0.8, truth="misleading") for index in range(3)
    ]
    posts += [
        _post(f"rage-against-{index}", "loud", "outrage", lean=-0.8, arousal=0.8, truth="misleading")
        for index in range(3)
    ]
    posts += [_post(f"bait-{index}", "buzz", "clickbait", arousal=0.9, truth="fabricated") for index in range(3)]
    posts += [
        _post("gull-quiz", "kit", "quiz", evenings=[1]),
        _post("net-for", "netty", "bot", lean=0.7, arousal=0.6),
        _post("net-against", "netty", "bot", lean=-0.7, arousal=0.6),
        _post("only-ines", "bea", "friend", personas=["ines"], evenings=[1]),
    ]
    accounts = [_account(name, "friend") for name in friends]
    accounts += [
        _account("lantern-post", "outlet"),
        _account("loud", "outlet"),
        _account("buzz", "outlet"),
        _account("netty", "bot"),
    ]
    accounts += [_account(f"camp-{side}", "campaign") for side in ("for", "against")]
    accounts += [_account(f"front-{side}", "front") for side in ("for", "against")]
    return {
        "accounts": accounts,
        "personas": [
            _persona("ines", "pines", 0.1, friends),
            _persona("malo", "harbour", -0.3, ["kit", "bea", "sol"], anxiety=0.3),
        ],
        "posts": posts,
        "bots": [
            {"side": side, "name": f"{side}{index}", "line": "So true."}
            for side in ("for", "against")
            for index in range(2)
        ],
        "replies": [
            {"id": manner, "text": f"I {manner}.", "manner": manner}
            for manner in ("agree", "doubt", "ask", "calm", "joke")
        ],
        "messages": [
            {
                "id": "dm",
                "sender": "bea",
                "persona": "ines",
                "evening": 1,
                "text": "Seen it?",
                "answers": ["Yes.", "No."],
            }
        ],
        "debates": [
            {
                "id": "town-hall",
                "evening": 2,
                "name": "Debate",
                "invitation": "Come.",
                "attention": 30,
                "picture": "tram",
                "points": [{"side": "for", "text": "Trams."}, {"side": "against", "text": "Cars."}],
                "afterwards": "You walk home.",
            }
        ],
        "pages": [
            {"id": "lantern", "kind": "outlet", "site": "Lantern", "title": "Trams", "body": "A report."},
            {"id": "minutes", "kind": "minutes", "site": "Council", "title": "Minutes", "body": "They met."},
        ],
    }


def tree(rules: str = "2016") -> dict[str, Tree]:
    """The scenario as its five files would hold it; a test may change it before building."""
    square = [(0.0, 0.0), (400.0, 0.0), (800.0, 0.0), (800.0, 608.0), (400.0, 608.0), (0.0, 608.0)]
    signals = {
        "tea": {"safety": 2},
        "soup": {"safety": 1, "money": 2},
        "vegan": {"climate": 3},
        "late-tram": {"safety": 2},
        "pass": {"climate": 1},
        "gull": {"safety": 1},
        "torch": {"safety": 2},
        "bike": {"climate": 2},
    }
    return {
        "head": {
            "format": 1,
            "id": "sample",
            "title": "Sample",
            "town": "Sampleton",
            "teaser": "Trams?",
            "question": "Should trams be free?",
            "ballot_title": "Vote",
            "poster": "posters/sample",
            "skyline": "skylines/sample",
            "minutes": [45],
            "days": 5,
            "short_days": 3,
            "evenings": 3,
            "first_weekday": 1,
            "moves": 3,
            "budget": 12_000,
            "rules": rules,
            "paper": {"name": "Lantern", "motto": "Light"},
            "sides": [_side("for"), _side("against")],
            "people": [{"id": "ada", "name": "Ada", "role": "director", "art": "people/ada"}],
            "director": "ada",
            "mechanisms": ["M1", "M7"],
        },
        "town": {
            "voters": 20_000,
            "turnout": 0.6,
            "trust": 0.6,
            "districts": [
                {
                    "id": name,
                    "name": name,
                    "voters": 0.33,
                    "lean": lean,
                    "young": young,
                    "seed": (x, 300.0),
                    "label": (x, 250.0),
                    "streets": ["First", "Second"],
                }
                for name, lean, young, x in (
                    ("harbour", -0.2, 0.2, 100.0),
                    ("station", 0.1, 0.4, 400.0),
                    ("pines", 0.1, 0.3, 700.0),
                )
            ],
            "concerns": [
                {"id": "safety", "name": "Safety", "guess": "anxious", "mean": 0.4, "worry": 0.5},
                {"id": "climate", "name": "Climate", "guess": "green", "mean": 0.5, "lean": 0.3, "young": 0.4},
                {"id": "money", "name": "Money", "guess": "careful", "mean": 0.5, "lean": -0.2},
            ],
            "signals": [
                {
                    "id": name,
                    "name": name,
                    "clause": f"have {name}",
                    "receipt": name,
                    "rate": 0.35,
                    "concerns": weights,
                    "lean": 1,
                }
                for name, weights in signals.items()
            ],
            "map": {"coast": square},
        },
        "campaign": _campaign(),
        "feed": _feed(),
        "debrief": {
            "cards": [
                {
                    "id": "card",
                    "mechanisms": ["M7"],
                    "term": "Microtargeting",
                    "name": "A story each",
                    "what": "What.",
                    "tell": "Tell.",
                    "counter": "Counter.",
                    "honest": "Honest.",
                    "strengths": [{"statement": "Small.", "certainty": 2, "study": "study"}],
                }
            ],
            "questions": ["One?", "Two?", "Three?"],
            "studies": [{"id": "study", "citation": "A study.", "year": 2020, "seen": "abstract"}],
        },
    }


@cache
def sample(rules: str = "2016") -> Scenario:
    """The scenario itself, under a rule set."""
    return Scenario.model_validate(tree(rules))
