"""Every text and every setting has a mark, and what is missing is said so that it can be pasted."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mock_portal.fidelity.entries import Capability, capabilities, marks_of
from mock_portal.fidelity.marks import BadMarks, Evidence, Mark, evidence, sources
from mock_portal.fidelity.problems import problems_of, settings_without_a_rule
from mock_portal.fidelity.wording import ROOM

FOLDERS = sorted(path.parent.name for path in ROOM.glob("*/__init__.py"))


def with_other(name: str, **changes: object) -> Sequence[Capability]:
    """All marks, those of one capability changed."""
    return [replace(one, **changes) if one.name == name else one for one in capabilities()]  # type: ignore[arg-type]


def of(name: str) -> Capability:
    return next(one for one in capabilities() if one.name == name)


def told(name: str, marks: Sequence[Capability]) -> str:
    return "\n".join(problems_of(name, marks))


@pytest.mark.parametrize("name", FOLDERS)
def test_every_text_of_a_capability_is_marked(name: str) -> None:
    found = list(problems_of(name, capabilities()))

    assert found == [], "\n".join(found)


def test_every_setting_of_a_world_has_a_rule_with_its_mark() -> None:
    found = list(settings_without_a_rule(capabilities()))

    assert found == [], "\n".join(found)


def test_a_setting_without_a_rule_is_told_with_the_lines_to_add() -> None:
    rules = tuple(rule for rule in of("submissions").rules if "upload_limit_bytes" not in rule.settings)

    said = "\n".join(settings_without_a_rule(with_other("submissions", rules=rules)))

    assert '[[rules]]\nsettings = ["upload_limit_bytes"]\nmark = "assumed"\n' in said


def test_a_page_without_marks_is_told_with_the_lines_to_add() -> None:
    home = of("home")
    parts = tuple(part for part in home.parts if part.file != "home/landing.html")

    said = told("home", with_other("home", parts=parts))

    assert "Add to mock_portal/home/fidelity.toml" in said
    assert '[screens."home/landing.html"]\nen = "..."\nms = "..."\nothers = "assumed"\n' in said


def test_a_module_without_marks_is_told_with_the_lines_to_add() -> None:
    home = of("submissions")
    parts = tuple(part for part in home.parts if part.file != "submissions/forms.py")

    said = told("submissions", with_other("submissions", parts=parts))

    assert '[[code]]\nfile = "submissions/forms.py"\n' in said


def test_a_text_is_not_assumed_in_silence() -> None:
    home = of("home")
    parts = tuple(replace(part, others=None) for part in home.parts)

    said = told("home", with_other("home", parts=parts))

    assert 'home/landing.html: "Welcome" has no mark.' in said
    assert 'texts."Welcome" = "assumed"' in said


def test_a_text_that_is_gone_has_no_mark_left() -> None:
    home = of("home")
    parts = tuple(
        replace(part, texts={**part.texts, "Gone": evidence("assumed", place="")}) for part in home.parts
    )

    assert 'home/landing.html does not show "Gone" any more' in told("home", with_other("home", parts=parts))


def test_a_text_that_a_source_prints_has_to_be_decided() -> None:
    home = of("home")
    parts = tuple(replace(part, texts={}) for part in home.parts)

    said = told("home", with_other("home", parts=parts))

    assert 'home/home.html: "Employer Code" is printed by a source.' in said
    assert 'texts."Employer Code" = "vendor AJT1", or "assumed"' in said


def test_a_capability_without_a_file_is_told_what_the_file_begins_with() -> None:
    marks = [one for one in capabilities() if one.name != "home"]

    said = told("home", marks)

    assert "Make mock_portal/home/fidelity.toml" in said
    assert "about = {" in said


ABOUT = 'about = { en = "Home", ms = "Utama", section = "4" }\n'
PAGE = ABOUT + '[screens."home/home.html"]\nen = "Home"\nms = "Utama"\n'


def test_a_screen_may_only_assume_what_is_not_listed() -> None:
    with pytest.raises(BadMarks, match='others can only be "assumed"; list what comes from a source'):
        marks_of("home", PAGE + 'others = "vendor KAKI"\n')


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("about = {", "mock_portal/home/fidelity.toml: ", id="no toml"),
        pytest.param("", "'about' is missing", id="nothing"),
        pytest.param(
            ABOUT + '[screens."home/home.html"]\nen = "Home"\n', "'ms' is missing", id="one language"
        ),
        pytest.param(ABOUT + "[extra]\n", "unknown: extra", id="unknown table"),
        pytest.param(PAGE + 'other = "assumed"\n', "home/home.html: unknown: other", id="unknown key"),
        pytest.param(PAGE + 'texts."NEXT" = "seed"\n', "home/home.html, NEXT: ", id="no source"),
        pytest.param(
            ABOUT + '[[rules]]\nen = "A"\nms = "B"\n', "'mark' is missing", id="a rule without a mark"
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_which_entry_is_wrong(text: str, wrong: str) -> None:
    with pytest.raises(BadMarks) as raised:
        marks_of("home", text)

    assert wrong in str(raised.value)


def test_no_page_says_a_line_of_its_own() -> None:
    own = [path.name for path in ROOM.rglob("*.html") if "block fidelity" in path.read_text(encoding="utf-8")]

    assert own == ["frame.html"]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        pytest.param("likely", "must begin with one of official, vendor, seed, assumed", id="no mark"),
        pytest.param("vendor NOBODY", "no source has the key NOBODY", id="unknown source"),
        pytest.param("official", "needs the key of a source that is official", id="no source"),
        pytest.param(
            "official KAKI", "needs the key of a source that is official", id="source of another kind"
        ),
        pytest.param(7, "must begin with one of", id="a number"),
    ],
)
def test_a_mark_that_is_none_says_how_to_mend_it(words: object, wrong: str) -> None:
    with pytest.raises(BadMarks, match=wrong) as raised:
        evidence(words, place="home, NEXT")

    assert raised.value.place == "home, NEXT"


def test_a_mark_may_name_further_sources_of_other_kinds() -> None:
    assert evidence("official FAQ PP2", place="") == Evidence(Mark.OFFICIAL, ("FAQ", "PP2"))


def test_every_source_has_an_address_or_says_why_not() -> None:
    assert [key for key, source in sources().items() if not source.addresses and source.note is None] == []
    assert [key for key, source in sources().items() if source.kind is Mark.ASSUMED] == []
