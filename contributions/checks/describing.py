"""Turn what a check found into a finding: places, columns and words in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from contributions.bilingual import NOTHING, T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.counting import lines_in_words, on_lines
from contributions.checks.row import Row, readable
from contributions.checks.whole_file import WholeFile
from contributions.findings import Finding, Place, Severity
from contributions.layouts import READ
from contributions.lengths import characters
from contributions.money import format_sen

__all__ = ["describe"]

TEXT_KEPT = 400


def describe(check: Check, field: str, sightings: Sequence[Sighting], file: WholeFile) -> Finding:
    """The finding of one check about one field (empty for none)."""
    from contributions.field_reports.evidence import known_by  # a valid file has no finding to be marked

    sights = sorted((sight for sighting in sightings for sight in sighting.at), key=lambda sight: sight.line)
    kept = sights[: file.context.places_kept]
    places = sum(sighting.places for sighting in sightings)
    counted = {
        "lines": lines_in_words(places, file.filled_lines),
        "on_lines": on_lines(places, file.filled_lines),
    }
    severities = [sighting.severity for sighting in sightings if sighting.severity]
    severity: Severity = severities[0] if severities else check.severity
    return Finding(
        code=check.code,
        severity=severity,
        title=check.title,
        why=check.why,
        places=places,
        at=tuple(
            _place(check, field, replace(sight, facts={**counted, **sight.facts}), file) for sight in kept
        ),
        field=field,
        field_title=file.shown[field].title if field else NOTHING,
        fixable=_is_fixable(check, sightings, file) and _are_fixable_in(check, field, kept, file),
        leaves_open=check.leaves_open,
        source=check.source,
        source_mark=known_by(check),
        if_trusted=check.if_trusted if severity is Severity.WARNING else None,
    )


def _is_fixable(check: Check, sightings: Sequence[Sighting], file: WholeFile) -> bool:
    """Whether `contributions.mending` mends it: in lines that can be read, when some are left afterwards."""
    said = [sighting.fixable for sighting in sightings if sighting.fixable is not None]
    if said:
        return all(said)
    has_lines = file.tally.records > 0 or bool((file.odd.widths > 0).any())
    return check.fixable and file.layout in READ and has_lines


def _are_fixable_in(check: Check, field: str, sights: Sequence[Sight], file: WholeFile) -> bool:
    """Whether it is mended at each of its places that are shown."""
    is_mended = check.fixable_in
    if is_mended is None:
        return True
    width = file.shown.width
    return all(is_mended(file.read_line(sight.offset).ljust(width), file.shown, field) for sight in sights)


def _place(check: Check, field: str, sight: Sight, file: WholeFile) -> Place:
    if sight.line == 0:
        place = Place(
            employee=sight.employee,
            employee_name=sight.employee_name,
            found=sight.found or NOTHING,
            expected=sight.expected or NOTHING,
        )
        return _worded(check, place, sight.facts)
    raw = file.read_line(sight.offset)
    if sight.width:
        place = Place(
            line=sight.line,
            column=sight.column or 1,
            end_column=sight.column or sight.width,
            byte_offset=sight.offset + max(sight.column - 1, 0),
            found=sight.found or characters(sight.width),
            expected=sight.expected or _width(file),
            text=_kept(raw),
        )
        return _worded(check, place, {"line": T.same(str(sight.line)), **sight.facts})
    return _on_record(check, field, sight, Row(raw, sight.line, sight.offset, file.shown), file)


def _width(file: WholeFile) -> T:
    return characters(file.shown.width)


def _on_record(check: Check, field: str, sight: Sight, row: Row, file: WholeFile) -> Place:
    layout = row.layout
    field = check.points_in(row) if check.points_in else field
    column, end = (layout[field].start, layout[field].end) if field else (1, layout.width)
    if check.column:
        column = end = check.column(row)
    should_be = check.should_be(row) if check.should_be else None
    found = sight.found or (
        check.found(row, field) if check.found else row.shown(field) if field else NOTHING
    )
    place = Place(
        line=sight.line,
        column=column,
        end_column=end,
        byte_offset=sight.offset + min(column - 1, row.width),  # where a cut line ends before the column
        employee=row.text("identity_number"),
        employee_name=readable(row.text("name")),
        found=found,
        expected=sight.expected or _expected(check, row, should_be, file),
        text=_kept(row.raw),
    )
    facts = dict(check.facts(row)) if check.facts else {}
    if check.facts_in:
        facts |= check.facts_in(row, field)
    whole = check.whole(file) if check.whole else {}
    named = row.words(_named(check.message, check.mend))
    return _worded(check, place, {**named, **_put(should_be), **facts, **whole, **sight.facts})


@lru_cache(maxsize=256)
def _named(message: T, mend: T) -> frozenset[str]:
    """The words that the texts of a check put in."""
    asked = _Asked()
    for text in (message.en, message.ms, mend.en, mend.ms):
        text.format_map(asked)
    return frozenset(asked)


class _Asked(dict[str, str]):
    """Keeps what a text asks for."""

    def __missing__(self, key: str) -> str:
        return self.setdefault(key, "")


def _expected(check: Check, row: Row, should_be: int | None, file: WholeFile) -> T:
    if check.expected_in:
        return check.expected_in(row, file)
    if check.expected:
        return check.expected(row)
    return T.same(format_sen(should_be)) if should_be is not None else NOTHING


def _put(should_be: int | None) -> dict[str, T]:
    return {} if should_be is None else {"put": T.same(str(should_be) if should_be else "0000")}


def _worded(check: Check, place: Place, words: Mapping[str, T]) -> Place:
    facts = {**words, "found": place.found, "expected": place.expected}
    return replace(place, message=check.message.filled(**facts), mend=check.mend.filled(**facts))


def _kept(raw: bytes) -> str:
    return raw[:TEXT_KEPT].decode("latin-1")
