"""The sample files of `fixtures/files/`, made from its `employees.toml`.

`python tests/contributions/sample_files.py` writes them anew; a test holds that they are what this makes.
"""

import io
import tomllib
import zipfile
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from assist_data import data_path
from contributions import C2, Group, Person, Record, YearMonth, compute, write

OCTOBER, SEPTEMBER = YearMonth(2026, 10), YearMonth(2026, 9)
END = b"\r\n"


def employers() -> list[dict[str, Any]]:
    facts = tomllib.loads(data_path("files", "employees.toml").read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = facts["employer"]
    return listed


def records_of(employer: dict[str, Any], month: YearMonth = OCTOBER) -> list[Record]:
    return [_record(employer, employee, month) for employee in employer["employee"]]


def build() -> dict[str, bytes]:
    """Every sample file by its name."""
    contoh, teladan = employers()
    good, other = records_of(contoh), records_of(teladan)
    return {
        contoh["file"]: write(good),
        teladan["file"]: write(other),
        "bad-wrong-amount-2026-10.txt": write(_changed(good, 0, socso_employer=5690)),
        "bad-eis-shares-differ-2026-10.txt": write(_changed(good, 2, eis_employee=1210)),
        "bad-foreign-worker-without-lindung-2026-10.txt": write(_changed(good, 5, lindung=0)),
        "bad-same-person-twice-2026-10.txt": write([*good, good[1]]),
        "bad-missing-identity-number-2026-10.txt": write(_changed(good, 3, identity_number="")),
        "bad-another-employer-2026-10.txt": write(other),
        "bad-paid-month-2026-09.txt": write(records_of(contoh, SEPTEMBER)),
        "bad-two-months.txt": write([*records_of(contoh, SEPTEMBER)[:1], *good[1:]]),
        "bad-shifted-line-2026-10.txt": _with_line(good, 2, _shifted),
        "bad-line-too-short-2026-10.txt": _with_line(
            good, 2, lambda line: line.replace(b"   1020", b"  1020")
        ),
        "bad-amounts-with-points-2026-10.txt": _with_line(
            good, 4, lambda line: line.replace(b"  2885", b" 28.85")
        ),
        "bad-letters-not-plain-2026-10.txt": _with_line(
            good, 1, lambda line: line.replace(b"MING", b"MI\xd1G")
        ),
        "bad-byte-order-mark-2026-10.txt": b"\xef\xbb\xbf" + write(good),
        "bad-old-layout-2026-10.txt": b"".join(_as_c1(line) for line in write(good).splitlines()),
        "bad-renamed-spreadsheet.txt": _workbook(good),
        "bad-empty.txt": b"",
        "warning-same-name-2026-10.txt": write([*good, replace(good[0], identity_number="920415105566")]),
    }


def _record(employer: dict[str, Any], employee: dict[str, Any], month: YearMonth) -> Record:
    person = Person(born=employee["born"], group=Group(employee["group"]))
    return Record(
        employer_code=employer["employer_code"],
        ssm_number=employer["ssm_number"],
        identity_number=employee["identity_number"],
        name=employee["name"],
        month=month,
        wage=employee["wage"],
        **asdict(compute(employee["wage"], month=month, person=person)),
    )


def _changed(records: list[Record], index: int, **changes: Any) -> list[Record]:
    return [replace(record, **changes) if place == index else record for place, record in enumerate(records)]


def _with_line(records: list[Record], index: int, change: Callable[[bytes], bytes]) -> bytes:
    lines = write(records).splitlines()
    lines[index] = change(lines[index])
    return b"".join(line + END for line in lines)


def _shifted(line: bytes) -> bytes:
    before = C2["name"].columns.stop
    return line[:before] + b" " + line[before:-1]


def _as_c1(line: bytes) -> bytes:
    return line[: C2["lindung"].columns.start].ljust(C2.width) + END


def _workbook(records: list[Record]) -> bytes:
    """A small real workbook, of the same bytes on every machine."""
    cells = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{record.identity_number}</t></is></c>'
        f'<c r="B{number}" t="inlineStr"><is><t>{record.name}</t></is></c>'
        f'<c r="C{number}"><v>{record.wage / 100:.2f}</v></c></row>'
        for number, record in enumerate(records, start=1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{sheet_type}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet_type}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="October" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name, (2026, 11, 1, 9, 0, 0))
            part.create_system = 3
            archive.writestr(part, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return out.getvalue()


if __name__ == "__main__":
    for name, content in build().items():
        data_path("files").joinpath(name).write_bytes(content)
