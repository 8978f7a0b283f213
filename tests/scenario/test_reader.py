"""Reading: exact values, plain words, and no content of a file that makes it raise."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import resources
from game.scenario import library, problems, reader, tree, wording
from game.scenario.model import FILES
from game.scenario.reader import load
from game.scenario.shape import COLLECTIONS
from game.scenario.written import Written
from tests.scenario import sample

TEXTS = {name: (sample.FOLDER / f"{name}.yaml").read_bytes() for name in FILES}


def values(source: str) -> object:
    """The plain values of a YAML text that is fine."""
    said: list[object] = []
    root = tree.parse(source.encode(), lambda *words, **_: said.append(words))
    assert root is not None, said
    assert not said
    return root.plain


@pytest.mark.parametrize(
    "word",
    ["NO", "yes", "on", "Off", "2016-01-01", "12:30", "~", "0x1F", "1_000", "007", "Null", "True", ".inf", "=", "0o7"],
)
def test_words_that_look_like_something_else_stay_text(word: str) -> None:
    """Only true, false, null and plain figures are more than text: Norway keeps its country code."""
    assert values(f"country: {word}") == {"country": word}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("2.50", 2.5),
        ("1e3", 1000.0),
        ("'12'", "12"),
        ('"true"', "true"),
    ],
)
def test_values(written: str, value: object) -> None:
    """Switches, nothing, figures; quotes make a text of anything."""
    found = values(f"key: {written}")
    assert found == {"key": value}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(value)


def test_huge_numbers_are_told(tmp_path: Path) -> None:
    """A number of thousands of digits is refused like any wrong value, in an instant."""
    folder = sample.write(tmp_path)
    sample.change(folder, "town.yaml", "voters: 1000", f"voters: {'9' * 10_000}")
    sample.change(folder, "town.yaml", "turnout: 0.6", "turnout: 1e999")
    assert {problem.code for problem in load(folder).problems} == {"wrong-type"}


def test_choices_need_no_quotes(tmp_path: Path) -> None:
    """``truth: true`` and ``rules: 2026`` mean the words, as they are the only ones that may stand there."""
    folder = sample.write(tmp_path)
    sample.change(folder, "scenario.yaml", "rules: '2026'", "rules: 2026")
    loaded = load(folder)
    assert loaded.scenario is not None
    assert loaded.scenario.head.rules == "2026"
    assert loaded.scenario.ids["claims"]["dusk"].truth == "true"  # type: ignore[attr-defined]  # because ids are of the base type
    assert [side.ballot for side in loaded.scenario.head.sides] == ["Yes", "No"]


def test_other_files_are_read_on_after_a_syntax_error(tmp_path: Path) -> None:
    """One unreadable file does not hide what is wrong in the others, nor is it blamed for dangling references."""
    folder = sample.write(tmp_path)
    (folder / "town.yaml").write_text("voters: [", encoding="utf-8")
    sample.change(folder, "debrief.yaml", "year: 2020", "year: soon")
    assert [(Path(problem.path).name, problem.code) for problem in load(folder).problems] == [
        ("debrief.yaml", "wrong-type"),
        ("town.yaml", "syntax"),
    ]


def test_without_the_c_parser_the_values_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C part, scenarios read alike."""
    quick = load(sample.FOLDER).scenario
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert load(sample.FOLDER).scenario == quick


def test_no_folder(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a file, is a problem like others."""
    assert [problem.code for problem in load(tmp_path / "nowhere").problems] == ["no-folder"]
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "is a file" in load(tmp_path / "file").problems[0].message


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system refuses is told with the system's reason."""
    folder = sample.write(tmp_path)
    real = Path.open

    def refuse(path: Path, *words: object, **more: object) -> object:
        if path.name == "town.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path, *words, **more)  # type: ignore[call-overload]  # because it only passes on what it got

    monkeypatch.setattr(Path, "open", refuse)
    assert [(problem.code, problem.message) for problem in load(folder).problems] == [
        ("unreadable", "the file cannot be read (Permission denied)")
    ]


def test_unforeseen_findings_are_told_too() -> None:
    """A finding of the validator that nobody gave words to still points at its value."""
    root = tree.parse(b"a: 1\n", lambda *_, **__: None)
    assert root is not None
    written = Written("x", {"town": "x/town.yaml"}, {"town": root})
    problem = wording.reword(written, "town", {"type": "strange", "loc": ("a",), "msg": "Pydantic says"})
    assert str(problem) == "x/town.yaml:1:4: error: a: the number 1 does not belong here [wrong-value]"


def test_collections_are_those_of_the_scenario() -> None:
    """The table of collections names what ``Scenario.ids`` holds, from the same places."""
    scenario = sample.scenario()
    parts = {
        "scenario": scenario.head,
        "town": scenario.town,
        "campaign": scenario.campaign,
        "feed": scenario.feed,
        "debrief": scenario.debrief,
    }
    assert set(COLLECTIONS) == set(scenario.ids)
    for collection, places in COLLECTIONS.items():
        found = [item.id for file, key in places for item in getattr(parts[file], key)]
        assert found == list(scenario.ids[collection])


def test_rendering() -> None:
    """Text for people, annotations for GitHub with their escapes, a list for programs."""
    problem = problems.Problem("a,b/town.yaml", 3, 5, "error", "wrong-type", "signals[tea]", "100% wrong", "mend it")
    assert problems.render([problem]) == "a,b/town.yaml:3:5: error: signals[tea]: 100% wrong; mend it [wrong-type]\n"
    assert problems.render([problem], "github") == (
        "::error file=a%2Cb/town.yaml,line=3,col=5,title=wrong-type::signals[tea]: 100%25 wrong; mend it\n"
    )
    assert json.loads(problems.render([problem], "json"))[0]["code"] == "wrong-type"
    assert problems.render([]) == ""
    assert json.loads(problems.render([], "json")) == []


def test_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own scenarios are found by id and by path, in order; a broken one is a value with its problems."""
    monkeypatch.setenv("PERSUADABLE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert library.own() == ()
    folder = sample.write(library.own_folder())
    broken = library.own_folder() / "a-broken"
    broken.mkdir()
    (broken / "town.yaml").write_text("voters: many", encoding="utf-8")
    first, second = library.own()
    assert (first.id, first.scenario, second.id) == ("a-broken", None, "sample-vote")
    for name in ("sample-vote", str(folder), str(folder / "town.yaml")):
        found = library.find(name)
        assert found is not None
        assert found.scenario is not None
    assert library.find("no-such") is None
    assert library.find("../sample-vote") is None
    assert library.check([library.own_folder()]) == first.problems


def _read(name: str, source: bytes, into: Path) -> reader.Loaded:
    folder = into / "sample-vote"
    folder.mkdir(exist_ok=True)
    for other, text in TEXTS.items():
        (folder / f"{other}.yaml").write_bytes(source if other == name else text)
    return load(folder)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(FILES)), data=st.data())
def test_spoiled_bytes_never_raise(name: str, data: st.DataObject, tmp_path: Path) -> None:
    """Whatever is cut out of a file or thrown into it, reading ends quickly, with a scenario or with errors."""
    source = TEXTS[name]
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(len(source), start + 200)))
    thrown = data.draw(
        st.one_of(
            st.binary(max_size=40),
            st.text(max_size=20).map(lambda text: text.encode("utf-8", "surrogatepass")),
            st.sampled_from(
                [
                    b"&a ",
                    b"*a",
                    b"<<: ",
                    b"!!x ",
                    b"---\n",
                    b"...\n",
                    b"\t",
                    b"- ",
                    b"? ",
                    b": ",
                    b"[",
                    b"{",
                    b"|",
                    b">",
                    b"'",
                    b'"',
                    b"null",
                    b"true",
                    b"1e400",
                ]
            ),
        )
    )
    began = time.perf_counter()
    loaded = _read(name, source[:start] + thrown + source[end:], tmp_path)
    assert time.perf_counter() - began < 3
    assert (loaded.scenario is None) == bool(problems.errors(loaded.problems))
    assert all(problem.line >= 1 and problem.column >= 1 and "\n" not in str(problem) for problem in loaded.problems)


@pytest.mark.parametrize(
    "source",
    [
        b"[" * 900_000,
        b"{a: " * 200_000,
        b"- " * 400_000,
        b"? " * 400_000,
        b"a: 1\n" * 150_000,
        b"!" * 900_000,
        b"'" * 900_000,
        b"&a " * 300_000,
        b"a" * 900_000,
        b"\xff" * 900_000,
        b"\n" * 900_000,
        b"\x00" * 900_000,
    ],
    ids=lambda source: repr(source[:6]),
)
def test_large_nonsense_is_refused_quickly(source: bytes, tmp_path: Path) -> None:
    """A file of nearly 1 MB made to be slow is refused in not much more time than a whole town takes."""
    began = time.process_time()
    assert load(resources.scenarios() / "tram-vote").scenario
    usual = time.process_time() - began
    began = time.process_time()
    loaded = _read("town", source, tmp_path)
    assert loaded.scenario is None
    assert len(loaded.problems) <= 120
    assert time.process_time() - began < 8 * usual


def test_marks_are_where_the_values_are() -> None:
    """Every value of the sample is found in its file at its line and column."""
    for name, source in TEXTS.items():
        root = tree.parse(source, lambda *_, **__: None)
        assert root is not None
        lines = source.decode().splitlines()
        written = Written("x", {name: name}, {name: root})
        scalars = [(node.mark, node.source) for _, _, _, node in written.walk() if isinstance(node, tree.Scalar)]
        assert len(scalars) > 20
        for mark, text in scalars:
            assert lines[mark.line - 1][mark.column - 1 :].lstrip("'\"").startswith(text.replace("'", "''")[:30])


def test_folder_problems_do_not_need_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed is told, not raised."""
    folder = sample.write(tmp_path)

    def refuse(_: object) -> SimpleNamespace:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert [problem.code for problem in load(folder).problems] == ["unreadable"]
