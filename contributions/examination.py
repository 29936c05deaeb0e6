"""One file under examination: read in chunks, judged by every check, described in a report."""

from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

import numpy as np

from contributions.bilingual import T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.describing import describe
from contributions.checks.examining import Examined, examine, note_crash
from contributions.checks.file.lines import FL17
from contributions.checks.file.opening import FL90, FL91
from contributions.checks.recognition import hidden_mark, is_plain_wide, not_text, wide_encoding
from contributions.checks.registry import all_checks, get_check
from contributions.checks.whole_file import OddLines, WholeFile
from contributions.findings import FileReport, Finding, Severity, Totals, Verdict
from contributions.layouts import C2, E1, READ, S1, SINGLE, Layout, layout_named
from contributions.matrix.chunks import Chunk, Reading, read_chunks
from contributions.matrix.context import Context
from contributions.matrix.tally import Tally, merge
from contributions.months import YearMonth
from contributions.opening import NO_FILES_IN_IT
from contributions.system_words import system_words

__all__ = ["Examination", "FileCheck", "report_on", "unreadable"]

HEAD = 4096
LINE_KEPT = 1024
CHUNKS_AHEAD = 3
"""How many chunks wait for the other thread before the one that reads them lends a hand."""
FEW_BYTES = 1_000_000
"""Below this a thread costs more than it saves."""
BLOCK = 1 << 20
FILE = Severity.FILE
_EMPTY = (FL17.code, "")
_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}


class FileCheck:
    """One run over one open file."""

    def __init__(self, file: BinaryIO, context: Context) -> None:
        self.file = file
        self.context = context
        self.head = file.read(HEAD)
        file.seek(0)

    def whole(self) -> "Examination":
        """Read the file to its end, running the checks of lines on the way.

        It is read as a combined file first, and again when its lines are those of one scheme.
        """
        if not self.is_text():
            reading = Reading()
            self._skim(reading)
            return Examination(self._whole_file(reading, [], [], C2), [])
        found = self._read_by(C2)
        if found.file.layout in SINGLE:
            self.file.seek(0)
            return self._read_by(layout_named(found.file.layout))
        return found

    def is_text(self) -> bool:
        """Whether the beginning shows no other kind of document."""
        return not (hidden_mark(self.head) or not_text(self.head))

    def concluded(
        self, reading: Reading, chunks: list[Chunk], examined: list[Examined]
    ) -> "Examination | None":
        """The same for a combined file that was read and examined elsewhere; `None` if it is none."""
        found = Examination(
            self._whole_file(reading, [chunk for chunk in chunks if len(chunk.odd_numbers)], examined, C2),
            examined,
        )
        return None if found.file.layout in SINGLE else found

    def _read_by(self, layout: Layout) -> "Examination":
        reading = Reading()
        chunks: list[Chunk] = []
        examined = list(self._examined(reading, chunks, layout))
        return Examination(self._whole_file(reading, chunks, examined, layout), examined)

    def _skim(self, reading: Reading) -> None:
        encoding = wide_encoding(self.head)
        wide_only = bool(encoding)
        while block := self.file.read(BLOCK):
            reading.sha.update(block)
            reading.size += len(block)
            reading.nul += block.count(b"\0")
            wide_only = wide_only and is_plain_wide(block, encoding)
        reading.is_plain_wide = wide_only
        reading.lines = 1 if reading.size else 0

    def _examined(self, reading: Reading, odd: list[Chunk], layout: Layout) -> Iterator[Examined]:
        """Chunks examined in order: a small file here, a large one by two threads while it is read."""
        chunks = _noting_odd(read_chunks(self.file, reading, layout), odd)
        for chunk in chunks:
            if reading.size < FEW_BYTES:
                yield examine(chunk, self.context)
            else:
                yield from self._by_two_threads(chain([chunk], chunks))

    def _by_two_threads(self, chunks: Iterator[Chunk]) -> Iterator[Examined]:
        """Another thread examines what this one reads; where it is behind, this one examines a chunk too.

        A third thread would only make the others wait for the interpreter's lock.
        """
        from concurrent.futures import Future, ThreadPoolExecutor

        waiting: deque[Future[Examined]] = deque()
        with ThreadPoolExecutor(1) as other:
            for chunk in chunks:
                if sum(not each.done() for each in waiting) < CHUNKS_AHEAD:
                    waiting.append(other.submit(examine, chunk, self.context))
                else:
                    own: Future[Examined] = Future()
                    own.set_result(examine(chunk, self.context))
                    waiting.append(own)
                while waiting and waiting[0].done():
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _whole_file(
        self, reading: Reading, odd: list[Chunk], examined: list[Examined], layout: Layout
    ) -> WholeFile:
        nothing = np.empty(0, np.int64)
        return WholeFile(
            context=self.context,
            reading=reading,
            head=self.head,
            tally=merge(part.tally for part in examined),
            odd=OddLines(
                numbers=np.concatenate([nothing, *(chunk.odd_numbers for chunk in odd)]),
                offsets=np.concatenate([nothing, *(chunk.odd_offsets for chunk in odd)]),
                widths=np.concatenate([nothing, *(chunk.odd_widths for chunk in odd)]),
            ),
            read_line=self._line_at,
            empty_records=sum(part.seen[_EMPTY].places for part in examined if _EMPTY in part.seen),
            table=layout,
        )

    def _line_at(self, offset: int) -> bytes:
        self.file.seek(offset)
        return self.file.readline(LINE_KEPT).rstrip(b"\r\n")


class Examination:
    """The file as a whole and what the checks of lines found in it."""

    def __init__(self, file: WholeFile, examined: list[Examined]) -> None:
        self.file = file
        self.seen: dict[tuple[str, str], list[Sighting]] = {}
        self.crashed: set[str] = set()
        self.blocking = [check_ for check_ in all_checks() if check_.severity is FILE]
        self.others = [check_ for check_ in all_checks() if check_.severity is not FILE]
        for part in examined:
            self.crashed |= part.crashed
            for key, sighting in part.seen.items():
                self.seen.setdefault(key, []).append(sighting)
        self.seen_codes = {code for code, _ in self.seen}

    def findings(self) -> Iterator[Finding]:
        """What refuses the file; if its lines are judged all the same, all others; then what crashed."""
        blocking = self._first_blocking()
        yield from blocking
        if not blocking or get_check(blocking[-1].code).reads_on:
            found = [finding for check_ in self.others for finding in self._of(check_)]
            folded = frozenset(code for finding in found for code in get_check(finding.code).folds)
            yield from (finding for finding in found if finding.code not in folded)
        for code in sorted(self.crashed):
            yield describe(FL90, "", [Sighting(places=1, at=(Sight(found=T.same(code)),))], self.file)

    def _first_blocking(self) -> list[Finding]:
        """What refuses the file, up to the first finding after which its lines are not judged."""
        found: list[Finding] = []
        for check_ in self.blocking:
            found += self._of(check_)[:1]
            if found and not get_check(found[-1].code).reads_on:
                break
        return found

    def _of(self, check_: Check) -> list[Finding]:
        if check_.seen is None and check_.code not in self.seen_codes:
            return []
        if not check_.applies_to(self.file.layout):
            return []
        try:
            return list(self._described(check_))
        except Exception:  # noqa: BLE001 - a check that breaks must cost its own verdict only
            note_crash(check_.code)
            self.crashed.add(check_.code)
            return []

    def _described(self, check_: Check) -> Iterator[Finding]:
        whole = list(check_.seen(self.file)) if check_.seen else []
        for target in check_.targets:
            sightings = [*self.seen.get((check_.code, target), ()), *whole]
            if sightings:
                yield describe(check_, target, sightings, self.file)


def _noting_odd(chunks: Iterator[Chunk], odd: list[Chunk]) -> Iterator[Chunk]:
    """The chunks; those with lines of another width are kept in `odd` too."""
    for chunk in chunks:
        if len(chunk.odd_numbers):
            odd.append(chunk)
        yield chunk


def report_on(examination: Examination, name: str) -> FileReport:
    """The report of a file that was read to its end; `name` is what it is called."""
    file = examination.file
    findings = _in_order(examination.findings())
    tally = file.tally if file.layout in READ else Tally()
    return FileReport(
        name=name,
        sha256=file.reading.sha.hexdigest(),
        verdict=_verdict(findings),
        layout=file.layout,
        records=tally.records,
        employer_codes=tuple(code.decode("latin-1") for code in tally.employer_codes if code),
        months=tuple(YearMonth.from_number(number) for number in sorted(tally.months)),
        totals=_totals(tally, file.layout),
        findings=findings,
    )


def _in_order(found: Iterator[Finding]) -> tuple[Finding, ...]:
    findings = tuple(found)
    if len(findings) < 2:  # noqa: PLR2004 - nothing to put in order
        return findings
    causes = frozenset(check_.code for check_ in all_checks() if check_.is_cause)
    return tuple(sorted(findings, key=lambda finding: _rank(finding, causes)))


def _totals(tally: Tally, layout: str | None) -> Totals:
    both = tally.sums.get("total", 0)
    return Totals(
        heads=tally.records,
        wages=tally.sums.get("wage", 0),
        **{field.name: tally.sums.get(field.name, 0) for field in C2.shares},
        socso_both=both if layout == S1.name else 0,
        eis_both=both if layout == E1.name else 0,
    )


def _rank(finding: Finding, causes: frozenset[str]) -> tuple[int, bool, bool, int]:
    """Gravest first; what is about the file, then causes, then the rest by line."""
    return _GRAVITY[finding.severity], finding.line > 0, finding.code not in causes, finding.line


def _verdict(findings: tuple[Finding, ...]) -> Verdict:
    grave = {Severity.FILE, Severity.ERROR}
    if any(finding.severity in grave and not finding.leaves_open for finding in findings):
        return Verdict.INVALID
    if any(finding.leaves_open for finding in findings):
        return Verdict.COULD_NOT_TELL
    return Verdict.VALID


def unreadable(name: str, error: OSError, context: Context) -> FileReport:
    """The report of a file that could not be read: nobody can tell."""
    file = WholeFile(
        context=context,
        reading=Reading(),
        head=b"",
        tally=Tally(),
        odd=OddLines(
            numbers=np.empty(0, np.int64), offsets=np.empty(0, np.int64), widths=np.empty(0, np.int64)
        ),
        read_line=lambda _offset: b"",
    )
    sighting = Sighting(places=1, at=(Sight(found=_reason(error)),))
    return FileReport(
        name=name,
        sha256="",
        verdict=Verdict.COULD_NOT_TELL,
        layout=None,
        records=0,
        employer_codes=(),
        months=(),
        totals=Totals(),
        findings=(describe(FL91, "", [sighting], file),),
    )


def _reason(error: OSError) -> T:
    if isinstance(error, FileNotFoundError):
        return T("there is no such file", "tiada fail sedemikian")
    if isinstance(error, IsADirectoryError):
        if error.strerror == NO_FILES_IN_IT:
            return T("it is a folder without any .txt file", "ia ialah folder tanpa sebarang fail .txt")
        return T("it is a folder", "ia ialah folder")
    if isinstance(error, PermissionError):
        return T("reading it is not permitted", "bacaan tidak dibenarkan")
    return system_words(error)
