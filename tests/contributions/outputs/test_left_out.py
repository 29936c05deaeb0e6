"""A report that does not show everything says so, in whatever form it goes: nobody takes it for the whole."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from contributions.bilingual import Language
from contributions.outputs.rendering import Run, rendered
from tests.contributions.outputs import samples

SAID = {
    "en": "2 findings left out by --select or --ignore",
    "ms": "2 dapatan ditinggalkan oleh --select atau --ignore",
}


@pytest.mark.parametrize("form", ["html", "junit", "text"])
@pytest.mark.parametrize("language", SAID)
def test_findings_that_were_left_out_are_counted(form: str, language: Language) -> None:
    report = replace(samples.good(), left_out=2)

    page = rendered([report], form, Run(as_of=samples.AS_OF, language=language)).decode()

    assert SAID[language] in " ".join(page.split())


@pytest.mark.parametrize("language", SAID)
def test_annotations_have_a_notice_for_each_file_with_findings_left_out(language: Language) -> None:
    reports = [samples.good(), replace(samples.good(), name="two.txt", left_out=2)]

    log = rendered(reports, "github", Run(as_of=samples.AS_OF, language=language)).decode()

    assert log == f"::notice file=two.txt::{SAID[language]}\n"


@pytest.mark.parametrize("language", SAID)
def test_sarif_has_a_notification_for_each_file_with_findings_left_out(language: Language) -> None:
    reports = [samples.good(), replace(samples.good(), name="two.txt", left_out=2)]

    log = rendered(reports, "sarif", Run(as_of=samples.AS_OF, language=language))

    (invocation,) = json.loads(log)["runs"][0]["invocations"]
    assert invocation == {
        "executionSuccessful": True,
        "toolConfigurationNotifications": [
            {
                "level": "note",
                "message": {"text": SAID[language]},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": "two.txt", "index": 1}}}],
            }
        ],
    }


def test_sarif_has_no_notification_where_nothing_was_left_out() -> None:
    log = rendered([samples.bad()], "sarif", Run(as_of=samples.AS_OF))

    assert "invocations" not in json.loads(log)["runs"][0]


def test_the_workbook_counts_them_beside_the_warnings_of_a_file() -> None:
    content = rendered([replace(samples.good(), left_out=2)], "xlsx", Run(as_of=samples.AS_OF))

    titles, row = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(1).to_python()

    assert dict(zip(titles, row, strict=True))["Left out"] == 2
