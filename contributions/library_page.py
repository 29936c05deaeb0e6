"""Write `docs/library.md` anew from the public names: `python -m contributions.library_page [FILE]`."""

import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import contributions

__all__ = ["library_page", "main"]

PAGE = Path(__file__).resolve().parents[1] / "docs" / "library.md"
_BEGIN = """# The checker as a Python library

`from contributions import check`: typed (`py.typed`), without a web framework or a browser, and what the
command, the portal and the robots call. Install it by
`python -m pip install "/path/to/the/clone[check]"`. The names on this page are stable: they
are only added to, and a changed meaning is a new major version. Everything else may move.

Money is whole sen, a month is a `YearMonth`, a text for people is a `T` with `.en` and `.ms`.

## Check a file

```python run
from datetime import date
from pathlib import Path

from contributions import Severity, Verdict, check

report = check(Path("fixtures/files/bad-eis-shares-differ-2026-10.txt"), as_of=date(2026, 11, 10))
assert report.verdict is Verdict.INVALID
for finding in report.findings:
    if finding.severity in {Severity.FILE, Severity.ERROR}:
        print(finding.code, finding.line, finding.column, finding.message.en, finding.mend.ms)
```

`check` never raises for what is in a file: a file that cannot be opened has a report whose verdict is *could
not tell*, and that is no pass. Bytes are taken as well as a path.

## Read, change, write

```python run
from dataclasses import replace
from datetime import date
from pathlib import Path

from contributions import Person, Verdict, check, compute, read, write

records = read(Path("fixtures/files/contoh-maju-2026-10.txt"))
first = records[0]
due = compute(4_000_00, month=first.month, person=Person(born=date(1990, 1, 1)))
raised = replace(
    first,
    wage=4_000_00,
    socso_employer=due.socso_employer,
    socso_employee=due.socso_employee,
    eis_employer=due.eis_employer,
    eis_employee=due.eis_employee,
    lindung=due.lindung,
)
content = write([raised, *records[1:]])
assert check(content, as_of=date(2026, 11, 10)).verdict is Verdict.VALID
```

`read` is for a file that is known to be right: the first thing that cannot be read raises. `write` refuses a
record that a file cannot hold, with the record, the field and the reason.

## Beside what a portal or an employer knows

```python run
from datetime import date
from pathlib import Path

from contributions import PortalExpectations, YearMonth, check

known = PortalExpectations(employer_code="B3200000123X", closed_months=frozenset({YearMonth(2026, 10)}))
report = check(Path("fixtures/files/contoh-maju-2026-10.txt"), as_of=date(2026, 11, 10), portal=known)
assert [finding.code for finding in report.findings] == ["MO05"]
```

"""
_END = "This page is made from the code: `python -m contributions.library_page`.\n"
_MODULES = re.compile(r"\b(?:[a-z_]+\.)+(?=[A-Z])|\bcontributions\.[a-z_.]+\.|\bpathlib\.|\bdatetime\.")


def library_page() -> str:
    """The page: examples, then every public name."""
    names = {name: getattr(contributions, name) for name in contributions.__all__}
    kinds = {
        "Functions": [name for name, thing in names.items() if _is_function(thing)],
        "Results and inputs": [
            name
            for name, thing in names.items()
            if dataclasses.is_dataclass(thing) and isinstance(thing, type)
        ],
        "Choices": [
            name for name, thing in names.items() if isinstance(thing, type) and issubclass(thing, Enum)
        ],
        "What cannot be done": [
            name for name, thing in names.items() if isinstance(thing, type) and issubclass(thing, Exception)
        ],
    }
    told = {name for listed in kinds.values() for name in listed}
    parts = [
        part
        for title, listed in kinds.items()
        for part in (f"## {title}", *(text for name in listed for text in _told(name, names[name])))
    ]
    others = "\n".join(f"- `{name}`: {_OTHERS[name]}" for name in names if name not in told)
    return _BEGIN + "\n\n".join([*parts, "## Others", others, _END])


_OTHERS = {
    **{name: f"the layout {name}, a table of fields with their columns" for name in ("C1", "C2", "E1", "S1")},
    "Language": '`"en"` or `"ms"`',
}


def _is_function(thing: object) -> bool:
    """Whether it is a function, or one whose answer is kept."""
    return inspect.isfunction(thing) or inspect.isfunction(getattr(thing, "__wrapped__", None))


def _told(name: str, thing: Any) -> Iterator[str]:
    """A name, how it is used, and what its documentation says."""
    yield f"### `{name}`"
    if _is_function(thing):
        yield f"```python\n{name}{_signature(thing)}\n```"
    document = inspect.getdoc(thing) or ""
    yield "\n\n".join(_paragraphs(document))
    if isinstance(thing, type) and issubclass(thing, Enum):
        yield "\n".join(f"- `{name}.{member.name}` is `{member.value!r}`" for member in thing)
    elif dataclasses.is_dataclass(thing):
        fields = ", ".join(f"`{field.name}: {_short(field.type)}`" for field in dataclasses.fields(thing))
        yield f"Fields: {fields}."
        properties = [
            member for member, value in vars(thing).items()
            if isinstance(value, property) and not member.startswith("_")
        ]  # fmt: skip
        if properties:
            yield f"Also: {', '.join(f'`{member}`' for member in properties)}."


def _paragraphs(document: str) -> Iterator[str]:
    for paragraph in document.split("\n\n"):
        if paragraph.startswith("Raises:"):
            lines = [line.strip() for line in paragraph.splitlines()[1:]]
            yield "Raises: " + " ".join(lines)
        elif not paragraph.lstrip().startswith(">>>"):
            yield " ".join(paragraph.split())


def _signature(function: Any) -> str:
    parameters = inspect.signature(function)
    listed = str(parameters.replace(return_annotation=inspect.Signature.empty))
    answer = parameters.return_annotation
    return f"{_short(listed)} -> {_short(answer)}"


def _short(annotation: object) -> str:
    """A type without the modules in front of it."""
    text = (
        annotation.__name__
        if isinstance(annotation, type) and not hasattr(annotation, "__args__")
        else str(annotation)
    )
    text = text.replace("typing.Literal['en', 'ms']", "Language").replace("Literal['en', 'ms']", "Language")
    text = re.sub(r"<([A-Za-z]+\.[A-Z_]+): [^>]+>", r"\1", text)
    return _MODULES.sub("", text)


def main(arguments: Sequence[str]) -> int:
    """Write the page."""
    page = Path(arguments[0]) if arguments else PAGE
    page.write_text(library_page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
