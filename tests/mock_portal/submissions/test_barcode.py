"""The barcode of a printed record: a scanner reads the number that stands below it."""

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import typst
import zxingcpp
from PIL import Image

from contributions import Language
from contributions.typesetting import fonts
from mock_portal.documents import code128
from mock_portal.documents.engine import TEMPLATES
from mock_portal.documents.values import as_json
from mock_portal.submissions import sheet
from tests.mock_portal.submissions.test_sheet import ACR, EMPLOYER, OCTOBER, PARTS

ECR = replace(ACR, number="ECR000000000124", scheme="ECR")


def pictures(template: str, data: Any, *, language: Language) -> list[bytes]:
    """The pages as a scanner at a counter sees them: what `render` sets, at 300 dots an inch."""
    chosen = fonts.installed()
    made = typst.Compiler(root=str(TEMPLATES), font_paths=chosen).compile(
        input=str(TEMPLATES / f"{template}.typ"),
        format="png",
        ppi=300,
        sys_inputs={
            "data": as_json(data, language=language),
            "fonts": as_json(fonts.families(chosen), language=language),
            "language": language,
        },
    )
    return [page for page in (made if isinstance(made, list) else [made]) if page is not None]


def test_a_scanner_reads_the_number_of_each_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str]] = []

    def scan(template: str, data: Any, *, language: Language) -> bytes:
        for page in pictures(template, data, language=language):
            picture = np.asarray(Image.open(io.BytesIO(page)).convert("L"))
            seen.extend((code.text, code.format.name) for code in zxingcpp.read_barcodes(picture))
        return b""

    monkeypatch.setattr(sheet, "render", scan)

    sheet.print_records([ACR, ECR], employer=EMPLOYER, totals={OCTOBER: PARTS}, language="ms")

    assert seen == [("ACR000000000123", "Code128"), ("ECR000000000124", "Code128")]


def test_bars_begin_and_end_black_and_differ_by_number() -> None:
    assert {code128(number)[0] + code128(number)[-1] for number in (ACR.number, ECR.number)} == {"11"}
    assert code128(ACR.number) != code128(ECR.number)
