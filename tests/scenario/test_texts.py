"""Texts on their way to translators, editors and players."""

from __future__ import annotations

import io
import time
from pathlib import Path

import jsonschema
import pytest

from game.scenario import messages, tree
from game.scenario.model import FILES
from game.scenario.schema import schema
from tests.scenario import sample


def extracted(name: str) -> dict[str, tuple[str, list[str]]]:
    """Context -> text and comments of one file of the sample."""
    with (sample.FOLDER / f"{name}.yaml").open("rb") as stream:
        return {words[0]: (words[1], comments) for _, _, words, comments in messages.extract(stream, (), (), {})}


def test_contexts_name_things_by_id() -> None:
    """A text's context is scenario, file and path, with ids where there are ids."""
    campaign = extracted("campaign")
    assert campaign["sample-vote/campaign.claims.dusk.texts.fear.curiosity"][0] == "What about dusk?"
    assert campaign["sample-vote/campaign.rivals.0.moves.1.news"][0] == "They knock"
    assert extracted("feed")["sample-vote/feed.messages.coming.answers.1"][0] == "Later"


def test_translators_get_a_word_of_advice() -> None:
    """The comment says the longest length and what the field is for."""
    assert extracted("scenario")["sample-vote/scenario.teaser"][1] == [
        "At most 90 characters. The vote as one short question, under the poster."
    ]


def test_extractor_and_localiser_agree() -> None:
    """Every text that is extracted is asked for by the localiser, under the same context, and no other."""
    asked = {}

    def translate(context: str, text: str) -> str:
        asked[context] = text
        return text

    messages.localise(sample.scenario(), translate)
    found = {context: text for name in FILES for context, (text, _) in extracted(name).items()}
    assert asked == found
    assert len(found) > 200


def test_an_unfinished_file_gives_its_texts() -> None:
    """Extraction needs no valid scenario, and ignores files of other names."""
    draft = io.BytesIO(b"voters: many\nconcerns:\n  - {id: a, name: Night, guess: 3}\n  - nonsense\n")
    draft.name = "scenarios/draft/town.yaml"
    assert [words for _, _, words, _ in messages.extract(draft, (), (), {})] == [
        ("draft/town.concerns.a.name", "Night")
    ]
    stranger = io.BytesIO(b"name: Night\n")
    stranger.name = "scenarios/draft/other.yaml"
    assert list(messages.extract(stranger, (), (), {})) == []


def test_localising_changes_texts_only() -> None:
    """Ids, numbers and references stay; texts change everywhere, also deep inside; the original stays as it was."""
    scenario = sample.scenario()
    there = messages.localise(scenario, lambda _, text: text[::-1])
    assert there.head.title == scenario.head.title[::-1]
    assert there.campaign.claims[0].texts.fear.outrage == scenario.campaign.claims[0].texts.fear.outrage[::-1]
    assert there.feed.messages[0].answers == tuple(answer[::-1] for answer in scenario.feed.messages[0].answers)
    assert there.feed.personas[0].concerns == scenario.feed.personas[0].concerns
    assert there.ids["claims"]["dusk"] is there.campaign.claims[0]
    assert messages.localise(there, lambda _, text: text[::-1]) == scenario


def test_localising_is_quick() -> None:
    """A language switch is felt at once."""
    scenario = sample.scenario()
    messages.localise(scenario, lambda _, text: text)
    best = min(_seconds(lambda: messages.localise(scenario, lambda _, text: text)) for _ in range(5))
    assert best < 0.03


def _seconds(act: object) -> float:
    assert callable(act)
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@pytest.mark.parametrize("name", list(FILES))
def test_editors_accept_the_sample(name: str) -> None:
    """The schema is valid JSON Schema 2020-12 and accepts what the reader accepts."""
    one = schema()[name]
    jsonschema.Draft202012Validator.check_schema(one)
    root = tree.parse((sample.FOLDER / f"{name}.yaml").read_bytes(), lambda *_, **__: None)
    assert root is not None
    validator = jsonschema.Draft202012Validator(one)
    assert [error.message for error in validator.iter_errors(root.plain)] == []
    assert next(validator.iter_errors({**root.plain, "headlin": 1})).validator == "additionalProperties"


def test_the_schema_keeps_descriptions() -> None:
    """An editor shows what a field is for."""
    assert schema()["town"]["$defs"]["Signal"]["properties"]["rate"]["description"] == "Share of voters who leave it."
    assert Path(schema()["town"]["$id"]).suffix == ".json"
