"""A report that does not show everything says so, in whatever form it goes: nobody takes it for the whole."""

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


def test_the_workbook_counts_them_beside_the_warnings_of_a_file() -> None:
    content = rendered([replace(samples.good(), left_out=2)], "xlsx", Run(as_of=samples.AS_OF))

    titles, row = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(1).to_python()

    assert dict(zip(titles, row, strict=True))["Left out"] == 2
