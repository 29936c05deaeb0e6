"""Files in, an answer out: the JSON contract of `assist check`, its HTML page, a mended file."""

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import PurePath
from typing import Final
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile

from check_page.refusing import Refused, bad_option, no_file, unknown_option
from contributions import AcceptRule, FileReport, Language, PortalExpectations, T, check
from contributions.clock import DayOutside, refuse_outside
from contributions.mending import Mending, mend
from contributions.outputs.masking import masked_unchecked
from contributions.outputs.rendering import Run, rendered
from contributions.selecting import Selection, Strict, UnknownSelection

__all__ = [
    "NO_NAME",
    "Answer",
    "Asked",
    "SentFile",
    "answer_check",
    "answer_lines",
    "answer_mend",
    "asked_of",
    "checked",
]

NO_NAME: Final = "-"
"""What a file is called that came without a name; nothing is said about that."""
YES: Final = frozenset({"1", "true", "yes", "on"})
NO: Final = frozenset({"", "0", "false", "no", "off"})
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_POLICY: Final = "default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'; base-uri 'none'"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it came."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a check; a request changes what it names."""

    as_of: date
    language: Language = "en"
    mask: bool = False
    selection: Selection = field(default_factory=Selection)
    accept_rule: AcceptRule | None = None
    portal: PortalExpectations | None = None
    portal_limits: bool = False
    all_places: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A body with what has to be said of it."""

    body: bytes
    type: str
    headers: Mapping[str, str] = field(default_factory=dict)


def asked_of(given: Mapping[str, str], default: Asked) -> Asked:
    """What a request asks for, by the options of its query or form, which are named as in the terminal.

    Raises:
        Refused: an option is unknown, or says what cannot be.
    """
    asked = default
    for name, text in given.items():
        read = _OPTIONS.get(name.replace("-", "_"))
        if read is None:
            raise unknown_option(name, ("name", *_OPTIONS))
        asked = read(asked, name, text.strip())
    return asked


def answer_check(files: Sequence[SentFile], asked: Asked, *, as_page: bool) -> Answer:
    """The reports on files: as JSON exactly what `assist check --json` writes, or as a page.

    Raises:
        Refused: there is no file.
    """
    reports = checked(files, asked)
    run = Run(as_of=asked.as_of, mask=asked.mask, language=asked.language, selection=asked.selection)
    if not as_page:
        return Answer(body=rendered(reports, "json", run), type="application/json")
    page = rendered(reports, "html", run).decode()
    style = _STYLE.search(page)
    digest = b64encode(sha256((style[1] if style else "").encode()).digest()).decode()
    policy = _POLICY.format(digest=digest)
    return Answer(body=page.encode(), type="text/html", headers={"Content-Security-Policy": policy})


def answer_mend(files: Sequence[SentFile], asked: Asked) -> Answer:
    """Files with all mended that is safe, to be downloaded: one as it is, several as a zip.

    What was mended is told in the header `X-Assist-Mended`, as JSON: kinds with their number of places.

    Raises:
        Refused: there is no file, or nothing in any of them to mend.
    """
    if not files:
        raise no_file()
    mended = [(file, mend(file.content, as_of=asked.as_of)) for file in files]
    needed = [(_new_name(file.name), mending) for file, mending in mended if mending.is_needed]
    if not needed:
        raise Refused(
            422,
            "nothing_to_mend",
            T("Nothing here can be mended safely.", "Tiada apa-apa di sini boleh dibetulkan dengan selamat."),
            T("Mend what the findings say by hand.", "Betulkan sendiri perkara yang dinyatakan."),
        )
    told = {"X-Assist-Mended": json.dumps(_counted([mending for _, mending in needed]))}
    if len(needed) == 1:
        name, mending = needed[0]
        return Answer(body=mending.content, type="text/plain", headers={**told, **_saved_as(name)})
    return Answer(body=_zipped(needed), type="application/zip", headers={**told, **_saved_as("mended.zip")})


def answer_lines(content: bytes) -> Answer:
    """Lines of a file without anybody's identity number or name, each as long as it was, as JSON."""
    lines = [masked_unchecked(line) for line in content.decode("latin-1").split("\n")]
    return Answer(body=json.dumps({"lines": lines}).encode(), type="application/json")


def checked(files: Sequence[SentFile], asked: Asked) -> list[FileReport]:
    """The reports on files.

    Raises:
        Refused: there is no file.
    """
    if not files:
        raise no_file()
    return [_checked(file, asked) for file in files]


def _checked(file: SentFile, asked: Asked) -> FileReport:
    report = check(
        file.content,
        as_of=asked.as_of,
        name=None if file.name == NO_NAME else file.name,
        portal=asked.portal,
        portal_limits=asked.portal_limits,
        all_places=asked.all_places,
        accept_rule=asked.accept_rule,
    )
    return asked.selection.applied(report)


def _counted(mendings: Sequence[Mending]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for mending in mendings:
        for kind, count in mending.counts().items():
            counts[kind.value] = counts.get(kind.value, 0) + count
    return counts


def _new_name(name: str) -> str:
    """The name of a mended file, without any folder: `october.fixed.txt`."""
    last = PurePath(name.replace("\\", "/")).name or "file.txt"
    return f"{PurePath(last).stem}.fixed.txt"


def _zipped(files: Sequence[tuple[str, Mending]]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number, (name, mending) in enumerate(files, start=1):
            known = name in archive.namelist()
            archive.writestr(f"{number}-{name}" if known else name, mending.content)
    return packed.getvalue()


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}


def _as_of(asked: Asked, name: str, text: str) -> Asked:
    if not text:
        return asked
    try:
        return replace(asked, as_of=refuse_outside(date.fromisoformat(text)))
    except DayOutside:
        raise bad_option(name, text, DayOutside.MEND) from None
    except ValueError:
        raise bad_option(name, text, T("It is a day, YYYY-MM-DD.", "Ia ialah tarikh, TTTT-BB-HH.")) from None


def _lang(asked: Asked, name: str, text: str) -> Asked:
    if text not in {"en", "ms"}:
        raise bad_option(name, text, T("It is en or ms.", "Ia ialah en atau ms."))
    return replace(asked, language="ms" if text == "ms" else "en")


def _strict(asked: Asked, name: str, text: str) -> Asked:
    takes = ", ".join(each.value for each in Strict)
    if text not in set(Strict):
        raise bad_option(name, text, T(f"It is one of {takes}.", f"Ia salah satu daripada {takes}."))
    return replace(asked, selection=replace(asked.selection, strict=Strict(text)))


def _accept_rule(asked: Asked, name: str, text: str) -> Asked:
    takes = ", ".join(each.value for each in AcceptRule)
    if text not in set(AcceptRule):
        raise bad_option(name, text, T(f"It is one of {takes}.", f"Ia salah satu daripada {takes}."))
    return replace(asked, accept_rule=AcceptRule(text))


def _select(asked: Asked, name: str, text: str) -> Asked:
    return replace(asked, selection=replace(asked.selection, select=_codes(name, text)))


def _ignore(asked: Asked, name: str, text: str) -> Asked:
    return replace(asked, selection=replace(asked.selection, ignore=_codes(name, text)))


def _codes(name: str, text: str) -> tuple[str, ...]:
    try:
        return Selection.of(select=text.split(",") if text else ()).select
    except UnknownSelection:
        takes = T("No check has a code that begins so.", "Tiada semakan dengan kod yang bermula begitu.")
        raise bad_option(name, text, takes) from None


def _mask(asked: Asked, name: str, text: str) -> Asked:
    return replace(asked, mask=_flag(name, text))


def _all_places(asked: Asked, name: str, text: str) -> Asked:
    return replace(asked, all_places=_flag(name, text))


def _portal_limits(asked: Asked, name: str, text: str) -> Asked:
    return replace(asked, portal_limits=_flag(name, text))


def _flag(name: str, text: str) -> bool:
    if text.lower() not in YES | NO:
        raise bad_option(name, text, T("It is yes or no.", "Ia ialah yes atau no."))
    return text.lower() in YES


_OPTIONS: Final = {
    "as_of": _as_of,
    "lang": _lang,
    "strict": _strict,
    "select": _select,
    "ignore": _ignore,
    "mask": _mask,
    "all_places": _all_places,
    "accept_rule": _accept_rule,
    "portal_limits": _portal_limits,
}
