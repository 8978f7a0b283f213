"""``persuadable parameters``: the whole table of constants, and what mechanisms may do."""

from __future__ import annotations

import json

import pytest

from game.cli import run
from game.cli.parameters import WIDTH, citation
from game.parameters import GROUPS, MECHANISMS, PARAMETERS, STUDIES


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command prints."""
    assert run(["parameters", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_every_constant_is_listed_with_its_range_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its line of figures; what it means and where it comes from follow; no line is wider than a terminal."""
    lines = printed(capsys).splitlines()
    assert max(map(len, lines)) <= WIDTH
    firsts = {line.split()[0]: line for line in lines if line.startswith("  ") and not line.startswith("    ")}
    assert set(firsts) == set(PARAMETERS)
    assert "0.042" in firsts["ad_gain"]
    assert "0 to 0.09" in firsts["ad_gain"]
    text = " ".join(" ".join(lines).split())
    for item in PARAMETERS.values():
        assert item.meaning in text
        assert citation(item.source) in text


def test_a_group_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """``--group`` lists one group, and every constant is in exactly one."""
    found = [
        item["name"]
        for group in GROUPS
        for item in json.loads(printed(capsys, "--group", group, "--json"))["parameters"]
    ]
    assert sorted(found) == sorted(PARAMETERS)


def test_json_holds_all_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    """Machine-plain numbers, the study's id, and its citation spelt out."""
    table = {item["name"]: item for item in json.loads(printed(capsys, "--json"))["parameters"]}
    assert list(table) == list(PARAMETERS)
    keys = {"name", "group", "value", "low", "high", "unit", "meaning", "source", "certainty", "kind", "citation"}
    assert set(table["ad_gain"]) == keys
    assert table["ad_gain"]["citation"].startswith("Coppock et al. 2020, Science Advances")
    assert {item["kind"] for item in table.values()} == {"evidence", "choice"}


def test_every_source_is_a_study() -> None:
    """Evidence has one; whatever is cited can be found."""
    for item in PARAMETERS.values():
        assert (item.source in STUDIES) or (item.source == "" and item.kind == "choice"), item.name
        assert item.low <= item.value <= item.high, item.name
    for mechanism in MECHANISMS.values():
        for effect in mechanism.effects:
            assert effect.source == "" or effect.source in STUDIES, effect.id
    assert citation("") == ""
    assert citation("barari-2021").endswith("https://aminer.org/pub/61c9a63d5244ab9dcbff836b")


def test_the_mechanisms_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """M1 to M24 by name, with what each may do at most."""
    lines = printed(capsys, "--mechanisms").splitlines()
    assert max(map(len, lines)) <= WIDTH
    text = " ".join(" ".join(lines).split())
    for number in range(1, 25):
        mechanism = MECHANISMS[f"M{number}"]
        assert mechanism.name in text
        assert mechanism.where in text
    table = json.loads(printed(capsys, "--mechanisms", "--json"))["mechanisms"]
    assert [item["id"] for item in table] == [f"M{number}" for number in range(1, 25)]


def test_numbers_follow_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    """In French the decimals stand behind a comma."""
    assert "0,042" in printed(capsys, "--lang", "fr", "--group", "ads")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--group", "advert"], "no group 'advert'; choose from town, data, feed"),
        (["--group", "balot"], "no group 'balot'; did you mean 'ballot'?"),
        (["--group", "ads", "--mechanisms"], "--group is for constants"),
        (["--grup", "ads"], "unrecognized arguments: --grup"),
    ],
)
def test_a_wrong_call_gets_one_line(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, nothing on stdout."""
    assert run(["parameters", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
