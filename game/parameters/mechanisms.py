"""What the design calls mechanisms M1 to M24: where each lives, and how strong it may be at most.

A declared effect is a promise of the model: the tests switch the mechanism on and off with the same luck, and what they
see must have the declared sign and lie within the declared bound. Where there is no literature, this promise is all that
stands behind the size, and the screens say so.

One table, read as one: it is longer than a module should be, since twenty-four entries side by side are easier to compare.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.parameters.parameter import N_


@dataclass(frozen=True)
class Declared:
    """One effect of a mechanism: what is measured, in which unit, and between which bounds it lies.

    ``id`` names it for the test; both bounds positive: it raises; both negative: it lowers; around zero: it hardly moves.
    ``source`` is a study that gives sign or size, or empty for a modelling choice.
    """

    id: str
    measure: str
    unit: str
    low: float
    high: float
    source: str = ""

    def holds(self, value: float) -> bool:
        """Does an observed value keep the promise? Not for anything that is no number."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Mechanism:
    """One mechanism: its number, name, the function or class that carries it out, and its declared effects."""

    id: str
    name: str
    where: str
    effects: tuple[Declared, ...] = ()

    def effect(self, id: str) -> Declared:  # noqa: A002  because an effect is known by its id
        """The declared effect of that id.

        Raises:
            KeyError: nothing of that id was declared.
        """
        for each in self.effects:
            if each.id == id:
                return each
        raise KeyError(f"{self.id} declares no effect {id!r}")


_ALL = (
    Mechanism(
        "M1",
        N_("Campaign database"),
        "game.electorate.data.holding.merge",
        (
            Declared(
                "traces", N_("traces on file per voter, all files instead of the best one"), N_("traces"), 0.2, 8.0
            ),
            Declared(
                "auc",
                N_("picking the right one of two people, all files instead of the best one"),
                N_("points"),
                0.0,
                10.0,
                "kosinski-2013",
            ),
        ),
    ),
    Mechanism(
        "M2",
        N_("Data broker"),
        "game.electorate.data.broker.real_accuracy",
        (
            Declared(
                "true-entries",
                N_("entries of a bought file that are true of the person"),
                N_("%"),
                42.0,
                80.0,
                "venkatadri-2019",
            ),
            Declared(
                "lost",
                N_("entries that are true, bought file against what the seller promises"),
                N_("points"),
                -45.0,
                -5.0,
                "venkatadri-2019",
            ),
            Declared(
                "misses",
                N_("people in a guessed segment who do not fit, bought file against a true one"),
                N_("points"),
                0.0,
                15.0,
                "venkatadri-2019",
            ),
        ),
    ),
    Mechanism(
        "M3",
        N_("Guessing from innocent traces"),
        "game.electorate.data.scorecard.fit",
        (
            Declared(
                "auc",
                N_("picking the right one of two people, with traces instead of a coin"),
                N_("points"),
                5.0,
                18.0,
                "kosinski-2013",
            ),
            Declared(
                "soup",
                N_("what one innocent trace says about the vote, against anybody"),
                N_("%"),
                -10.0,
                10.0,
            ),
        ),
    ),
    Mechanism(
        "M4",
        N_("Quiz app and the players’ friends"),
        "game.electorate.data.quiz.circle",
        (
            Declared("never-played", N_("people in a quiz file who never played"), N_("%"), 75.0, 95.0),
            Declared("brought", N_("people in the file for each one who played"), N_("people"), 3.0, 13.0),
        ),
    ),
    Mechanism(
        "M5",
        N_("Places you have been"),
        "game.electorate.data.places.passed",
        (
            Declared(
                "really-there",
                N_("people reached who really have the habit, with the phone’s place instead of the file alone"),
                N_("points"),
                5.0,
                60.0,
            ),
            Declared(
                "relevance",
                N_("votes won by an ad among people who have just been there, against the same ad anywhere"),
                N_("%"),
                0.0,
                30.0,
            ),
            Declared(
                "watched", N_("trust in the campaign of people who never go there, one ad"), N_("points"), -1.0, -0.05
            ),
        ),
    ),
    Mechanism(
        "M6",
        N_("Face-reading billboards"),
        "game.electorate.data.faces.looks_tense",
        (
            Declared("read-right", N_("faces read rightly, against a coin"), N_("points"), 0.5, 10.0, "barrett-2019"),
            Declared(
                "votes",
                N_("votes won by an ad among people who really are tense, against the same ad at any time"),
                N_("%"),
                0.0,
                10.0,
                "barrett-2019",
            ),
        ),
    ),
    Mechanism(
        "M7",
        N_("Segments and lookalikes"),
        "game.campaign.knowledge.members",
        (
            Declared(
                "lookalikes", N_("firm supporters among lookalikes, against the whole town"), N_("points"), 2.0, 25.0
            ),
            Declared(
                "match",
                N_("votes won by an ad among people whose concern was guessed rightly, against the same ad to anybody"),
                N_("%"),
                5.0,
                70.0,
                "tappin-2023",
            ),
            Declared(
                "more-criteria",
                N_("votes won by an ad if one more criterion is added to the right one"),
                N_("%"),
                -8.0,
                8.0,
                "tappin-2023",
            ),
            Declared(
                "wrong-votes",
                N_("votes of those whose concern was guessed wrongly, one ad"),
                N_("points"),
                -1.0,
                -0.02,
                "hersh-schaffner-2013",
            ),
            Declared(
                "wrong-trust",
                N_("trust in the campaign of those whose concern was guessed wrongly, one ad"),
                N_("points"),
                -5.0,
                -0.5,
                "hersh-schaffner-2013",
            ),
            Declared(
                "list-loses",
                N_("runs in which an untested list from a broker wins fewer votes than the same money for everybody"),
                N_("%"),
                25.0,
                90.0,
                "hersh-schaffner-2013",
            ),
        ),
    ),
    Mechanism(
        "M8",
        N_("Dark posts"),
        "game.electorate.ads.sponsor.credibility",
        (
            Declared(
                "distrusted",
                N_("votes won by an unsigned ad instead of a signed one, where the campaign is hardly trusted"),
                N_("%"),
                5.0,
                70.0,
            ),
            Declared(
                "trusted",
                N_("votes won by an unsigned ad instead of a signed one, where the campaign is trusted"),
                N_("%"),
                -45.0,
                -5.0,
            ),
            Declared("town", N_("trust in each other and the vote, one unsigned ad"), N_("points"), -0.2, -0.005),
        ),
    ),
    Mechanism(
        "M9",
        N_("Fear and anger"),
        "game.electorate.ads.emotion.susceptibility",
        (
            Declared(
                "votes",
                N_("votes won by a fearful or angry ad, against a plain one"),
                N_("%"),
                -8.0,
                8.0,
                "coppock-2020",
            ),
            Declared(
                "anxious",
                N_("votes won by a fearful ad among the most anxious third, against a plain one"),
                N_("%"),
                1.0,
                20.0,
            ),
            Declared("arousal", N_("how stirred people are, one fearful or angry ad"), N_("points"), 0.5, 6.0),
            Declared("clicks", N_("clicks on an angry ad, against a plain one"), N_("%"), 1.0, 40.0, "milli-2025"),
        ),
    ),
    Mechanism(
        "M10",
        N_("False claims and generated pictures"),
        "game.electorate.ads.falsehood.infectious",
        (
            Declared(
                "shared",
                N_("how often a made-up claim is passed on, against a true one"),
                N_("%"),
                5.0,
                70.0,
                "vosoughi-2018",
            ),
            Declared(
                "second",
                N_("votes won by an ad whose claim is heard for the second time, against one heard for the first"),
                N_("%"),
                2.0,
                16.0,
                "pennycook-2018",
            ),
            Declared("third", N_("what the third time adds to that"), N_("%"), 0.5, 8.0, "pennycook-2018"),
            Declared("town", N_("trust in each other and the vote, one made-up claim"), N_("points"), -0.3, -0.02),
            Declared(
                "generated-votes",
                N_("votes won by a made-up claim with a generated picture, against the same claim without"),
                N_("%"),
                -1.0,
                1.0,
                "barari-2021",
            ),
            Declared(
                "generated-town",
                N_("trust in each other and the vote, one generated picture"),
                N_("points"),
                -0.3,
                -0.02,
            ),
        ),
    ),
    Mechanism(
        "M11",
        N_("Clickbait"),
        "game.electorate.ads.headline.draw",
        (
            Declared(
                "headline-clicks",
                N_("clicks on a headline that keeps the point back or enrages, against a plain one"),
                N_("%"),
                1.0,
                15.0,
                "robertson-2023",
            ),
            Declared(
                "headline-votes",
                N_("votes won by such a headline, against a plain one"),
                N_("%"),
                -1.0,
                1.0,
                "munger-2020",
            ),
            Declared("headline-trust", N_("trust in the campaign, one such headline"), N_("points"), -0.6, -0.05),
            Declared("clickbait-share", N_("clickbait in the feed, with one click site"), N_("points"), 2.0, 12.0),
            Declared(
                "clickbait-trust",
                N_("trust in each other and the vote, after a week of one click site"),
                N_("points"),
                -1.5,
                -0.05,
            ),
            Declared(
                "clickbait-votes",
                N_("votes of those on the phone, after a week of one click site"),
                N_("points"),
                -0.2,
                0.2,
                "munger-2020",
            ),
        ),
    ),
    Mechanism(
        "M12",
        N_("Bots"),
        "game.electorate.ads.crowd.draw",
        (
            Declared("ad-clicks", N_("clicks on an ad under which many bots write"), N_("%"), 5.0, 20.0, "avram-2020"),
            Declared(
                "perceived-majority",
                N_("which side people take for the majority, after five nights of two networks (from -100 to 100)"),
                N_("points"),
                5.0,
                40.0,
            ),
            Declared("votes", N_("votes after five nights of two networks"), N_("points"), 0.0, 0.5, "eady-2023"),
        ),
    ),
    Mechanism(
        "M13",
        N_("Calls to stay at home"),
        "game.electorate.ads.stayhome.turn",
        (
            Declared(
                "exposed",
                N_("turnout of those who saw calls to stay at home, however many"),
                N_("points"),
                -1.9,
                -0.3,
                "kim-2026",
            ),
            Declared("votes", N_("opinion of those who saw them"), N_("points"), -0.01, 0.01),
        ),
    ),
    Mechanism(
        "M14",
        N_("Ranking by engagement"),
        "game.electorate.ranking.weighing",
        (
            Declared(
                "feed-arousal",
                N_("how stirring the feed is (from 0 to 100), by clicks instead of by time"),
                N_("points"),
                3.0,
                20.0,
                "milli-2025",
            ),
            Declared(
                "across",
                N_("partisan posts that come from the other side, by clicks instead of by time"),
                N_("points"),
                -30.0,
                -5.0,
                "guess-2023",
            ),
            Declared(
                "spread",
                N_("how far stances lie apart, after a week by clicks instead of by time"),
                N_("%"),
                -1.0,
                1.0,
                "nyhan-2023",
            ),
        ),
    ),
    Mechanism(
        "M15",
        N_("Mood experiment"),
        "game.electorate.experiment.disturb",
        (
            Declared(
                "mood",
                N_("how stirred the tested half is by sadder posts, against the other half"),
                N_("% of a standard deviation"),
                0.05,
                2.0,
                "kramer-2014",
            ),
            Declared("stance", N_("stance of those tested, on that night"), N_("points"), 0.0, 0.0),
        ),
    ),
    Mechanism(
        "M16",
        N_("Law, press and your rights"),
        "game.campaign.law.Law",
        (
            Declared(
                "usable",
                N_("traces that may be used where consent is needed, against all that was bought"),
                N_("%"),
                -100.0,
                -20.0,
            ),
            Declared("unsigned", N_("ads without a sender where every ad needs a label"), N_("ads"), 0.0, 0.0),
            Declared(
                "networks", N_("nights of a rented crowd where the platform must remove it"), N_("nights"), -2.0, -1.0
            ),
            Declared(
                "register", N_("chance to be found out with a public register, against without"), N_("factor"), 1.0, 1.6
            ),
            Declared("dark", N_("chance to be found out with a post without a sender"), N_("factor"), 0.5, 1.0),
            Declared("fine", N_("a fine, as a share of the campaign’s budget"), N_("%"), 0.0, 6.0, "ttpa-2024-900"),
            Declared(
                "label",
                N_("votes that the sender’s name on one ad moves by itself"),
                N_("points"),
                -0.2,
                0.2,
                "binder-2022",
            ),
            Declared(
                "erased", N_("paid ads aimed by data that still reach a voter after erasure"), N_("ads"), 0.0, 0.0
            ),
            Declared("edge", N_("deliveries to others that change when one voter is forgotten"), N_("%"), 0.0, 1.0),
        ),
    ),
    Mechanism(
        "M17",
        N_("Social score"),
        "game.electorate.social_score.scoring",
        (
            Declared(
                "wrongly-shut", N_("people shut out of whom it is not true what the score says"), N_("%"), 30.0, 80.0
            ),
            Declared(
                "trust",
                N_("trust in each other and the vote of those shut out, in one night"),
                N_("points"),
                -5.0,
                -0.5,
            ),
        ),
    ),
    Mechanism(
        "M18",
        N_("Small gifts and concerts"),
        "game.electorate.street.donations",
        (
            Declared("gifts", N_("money for each hundred people asked for a small gift"), N_("euros"), 5.0, 100.0),
            Declared("trust", N_("trust in the campaign of those asked for a small gift"), N_("points"), 0.2, 3.0),
            Declared(
                "concert-turnout",
                N_("turnout of those who came to a concert"),
                N_("points"),
                0.1,
                1.2,
                "addonizio-2007",
            ),
            Declared("votes", N_("votes of those who gave or came to a concert"), N_("points"), -0.1, 0.1),
        ),
    ),
    Mechanism(
        "M19",
        N_("Doors, halls and schools"),
        "game.electorate.street.meet",
        (
            Declared(
                "door-turnout", N_("turnout of those who talked at the door"), N_("points"), 0.3, 1.5, "bhatti-2016"
            ),
            Declared("door-votes", N_("votes of those who talked at the door"), N_("points"), 0.3, 3.0, "pons-2018"),
            Declared(
                "hall-votes",
                N_("votes of those who came to the town hall"),
                N_("points"),
                -0.1,
                0.1,
                "le-pennec-pons-2023",
            ),
            Declared(
                "hall-trust",
                N_("trust in the campaign of those who came to the town hall"),
                N_("points"),
                0.5,
                6.0,
                "minozzi-2015",
            ),
            Declared("school-turnout", N_("turnout of those who came with a school class"), N_("points"), 0.1, 3.0),
            Declared(
                "door-against-ad", N_("turnout by one talk at the door, more than by one ad"), N_("points"), 0.1, 3.3
            ),
            Declared(
                "ad-against-door", N_("people reached for one euro, ads against doors"), N_("times as many"), 3.0, 300.0
            ),
        ),
    ),
    Mechanism(
        "M20",
        N_("Generations and habit"),
        "game.electorate.generations.next_vote",
        (
            Declared(
                "carried",
                N_("turnout under 30 at the next vote for each point won at this one; it may fade"),
                N_("points"),
                0.005,
                0.12,
                "dinas-2023",
            ),
            Declared(
                "older",
                N_("turnout of those of 30 or more at the next vote for each point won at this one; it may fade"),
                N_("points"),
                0.002,
                0.05,
                "jessen-2021",
            ),
        ),
    ),
    Mechanism(
        "M21",
        N_("Posts from the other side"),
        "game.electorate.exposure.cross_cutting",
        (
            Declared(
                "across",
                N_("partisan posts that come from the other side, in the order “Both sides” instead of by clicks"),
                N_("points"),
                5.0,
                45.0,
            ),
            Declared(
                "spread",
                N_("how far stances lie apart, after a week of “Both sides” instead of by clicks"),
                N_("%"),
                -1.0,
                1.0,
                "nyhan-2023",
            ),
            Declared(
                "trust",
                N_("trust in each other and the vote, after a week of “Both sides” instead of by clicks"),
                N_("points"),
                0.0,
                2.0,
                "piccardi-2025",
            ),
        ),
    ),
    Mechanism(
        "M22",
        N_("Tests on small samples"),
        "game.electorate.ads.trials.trial",
        (
            Declared(
                "tested",
                N_(
                    "votes won by one ad if the better of two wordings is sent after a test, against one of the two at random"
                ),
                N_("points"),
                0.02,
                0.5,
                "hewitt-2024",
            ),
        ),
    ),
    Mechanism(
        "M23",
        N_("A few votes"),
        "game.electorate.margins.margins",
        (
            Declared("close-flips", N_("levers that turn a race of 49.9 to 50.1"), N_("%"), 60.0, 100.0),
            Declared("clear-flips", N_("levers that turn a race of 45 to 55"), N_("%"), 0.0, 0.0),
            Declared(
                "close-stands",
                N_("chance that 49.9 to 50.1 ends the same way if only the luck in the booth is drawn again"),
                N_("%"),
                40.0,
                80.0,
            ),
            Declared(
                "clear-stands",
                N_("chance that 45 to 55 ends the same way if only the luck in the booth is drawn again"),
                N_("%"),
                99.0,
                100.0,
            ),
        ),
    ),
    Mechanism(
        "M24",
        N_("Trust"),
        "game.electorate.town_trust.lost",
        (
            Declared(
                "scandal",
                N_("trust in each other and the vote, on both sides, after a scandal"),
                N_("points"),
                -8.0,
                -1.0,
            ),
            Declared("turnout", N_("turnout for ten points of trust lost"), N_("points"), -3.0, -0.1),
            Declared(
                "answers", N_("people who still answer a poll, for ten points of trust lost"), N_("%"), -10.0, -0.5
            ),
            Declared("belief", N_("effect of a true, signed ad, for ten points of trust lost"), N_("%"), -10.0, -0.5),
        ),
    ),
)
MECHANISMS: Mapping[str, Mechanism] = MappingProxyType({each.id: each for each in _ALL})
"""All mechanisms by number."""
