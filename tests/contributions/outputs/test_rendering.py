"""Every form of report by its name, masked where it is to be."""

from importlib.metadata import PackageNotFoundError

import pytest

from contributions.outputs.rendering import FORMAT_OF_SUFFIX, FORMATS, Run, rendered
from contributions.outputs.version import tool_version
from contributions.outputs.words import where
from tests.contributions.outputs import samples

SECRETS = (b"880515105437", b"TAN WEI", b"010515105437")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "xlsx"])
def test_a_masked_report_names_nobody_in_any_form(form: str) -> None:
    content = rendered(samples.every(), form, Run(as_of=samples.AS_OF, mask=True))

    assert [secret for secret in SECRETS if secret in content] == []
    assert b"AM11" in content


def test_a_masked_workbook_differs_from_a_plain_one() -> None:
    plain, hidden = (
        rendered(samples.every(), "xlsx", Run(as_of=samples.AS_OF, mask=mask)) for mask in (False, True)
    )

    assert plain != hidden


@pytest.mark.parametrize("language", ["en", "ms"])
def test_text_for_a_file_has_the_same_words_as_on_a_terminal(language: str) -> None:
    run = Run(as_of=samples.AS_OF, language="ms" if language == "ms" else "en")

    text = rendered([samples.bad(), samples.good()], "text", run).decode()

    assert text.splitlines()[2].startswith("ralat AM11" if language == "ms" else "error AM11")
    assert text.endswith(").\n")


def test_a_form_that_does_not_exist_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        rendered([], "docx", Run(as_of=samples.AS_OF))


def test_every_ending_means_a_form_that_exists() -> None:
    assert set(FORMAT_OF_SUFFIX.values()) <= set(FORMATS)


def test_a_checkout_that_nobody_installed_has_a_version_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    assert tool_version() != "0"
    monkeypatch.setattr("importlib.metadata.version", missing)

    assert tool_version() == "0"


def test_a_place_is_named_by_what_it_points_at() -> None:
    from dataclasses import replace

    finding = samples.bad().findings[0]
    place = finding.first
    about_the_line = replace(finding, field="")

    assert [
        where(finding, place).en,
        where(finding, replace(place, column=5, end_column=5)).en,
        where(about_the_line, place).en,
        where(finding, replace(place, line=0)).ms,
    ] == ["line 2, columns 233-238", "line 2, column 5", "line 2", "seluruh fail"]
