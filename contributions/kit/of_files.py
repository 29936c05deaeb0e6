"""Mistakes of the file as a whole and of its lines as lines."""

from contributions.bilingual import T
from contributions.checks.file.limits import MOST_ROWS
from contributions.generate.making import generate
from contributions.generate.recipe import Fill, Recipe
from contributions.kit.good_file import GoodFile, NoBase, Spot
from contributions.kit.mistake import Made, Mistake, at_field, everywhere, whole_file
from contributions.layouts import C1, S1
from contributions.rates import current

__all__ = ["MISTAKES"]

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ZIP = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml \xa2\x04\x02(\xa0\x00\x02"
ACUTE = b"\xc9"
DISKETTE_WIDTHS = (9, 12, 9, 4, 45, 4)


def _mixed_ends(good: GoodFile) -> bytes:
    other = b"\n" if good.end == b"\r\n" else b"\r\n"
    at = good.local
    return good.end.join(good.lines[:at]) + good.end + good.lines[at] + other + good.end.join(
        (*good.lines[at + 1 :], b"")
    )  # fmt: skip


def _lone_return(good: GoodFile) -> bytes:
    """One line whose end has lost its LF."""
    at = good.local + 1
    return good.end.join(good.lines[:at]) + b"\r" + good.end.join((*good.lines[at:], b""))


def _lost_a_space(good: GoodFile) -> GoodFile:
    """Every line without the last column of its name: all that follows stands one too far left."""
    end = good.layout["name"].columns.stop
    return good.with_lines(line[: end - 1] + line[end:] for line in good.lines)


def _diskette(good: GoodFile) -> bytes:
    short = f"{good.month.month:02}{good.month.year % 100:02}"
    lines = []
    for index in range(len(good)):
        total = good.sen(index, "socso_employer") + good.sen(index, "socso_employee")
        texts = (
            "B1234567X", good.text(index, "identity_number"), "8" * 9, short, good.text(index, "name"),
            str(min(total, 9999)),
        )  # fmt: skip
        lines.append(
            "".join(text[:width].ljust(width) for text, width in zip(texts, DISKETTE_WIDTHS, strict=True))
        )
    return b"".join(line.encode() + b"\r\n" for line in lines)


def _format_1(good: GoodFile) -> bytes:
    until = current().accepted_until.get(C1.name)
    if until is None or good.as_of <= until:
        raise NoBase(
            T(
                f"it is of a month for which format 1.0 was still taken ({good.month})",
                f"ia bagi bulan ketika format 1.0 masih diterima ({good.month})",
            )
        )
    return good.of_layout(C1).content


def _with_single_line(good: GoodFile) -> bytes:
    at = good.local
    person = good.lines[at]
    total = good.sen(at, "socso_employer") + good.sen(at, "socso_employee")
    line = person[: S1["total"].columns.start] + str(total).rjust(S1["total"].length).encode()
    return good.with_line(at, line.ljust(S1.width)).content


def _title_on_top(good: GoodFile) -> Made:
    title = b"EMPLOYER CODE".ljust(good.layout.width)
    place = Spot(1, 1, good.layout.width)
    return Made(content=good.with_lines((title, *good.lines)).content, places=(place,))


def _empty_line(good: GoodFile) -> Made:
    at = good.local + 1
    if at == len(good):
        at -= 1
    lines = (*good.lines[:at], b"", *good.lines[at:])
    return Made(content=good.with_lines(lines).content, places=(Spot(at + 1, 1, good.layout.width),))


def _changed_name(good: GoodFile, byte: bytes, *, at_space: bool) -> Made:
    """One byte of a name in place of another: of its first space, or of its second letter."""
    index, field = good.local, good.layout["name"]
    name = good.text(index, "name")
    offset = name.find(" ") if at_space else 1
    if not 0 < offset < len(name):
        raise NoBase(
            T(
                "the name of its ordinary employee is too short",
                "nama pekerja biasanya terlalu pendek",
            )
        )
    column = field.start + offset
    line = good.lines[index]
    changed = good.with_line(index, line[: column - 1] + byte + line[column:])
    return Made(content=changed.content, places=(Spot(index + 1, column, column, ""),))


def _trimmed(good: GoodFile) -> Made:
    index = good.local
    changed = good.with_line(index, good.lines[index].rstrip())
    return Made(content=changed.content, places=(Spot(index + 1, 245, 258, "filler_1"),))


def _narrower(good: GoodFile) -> Made:
    index = good.local
    end = good.layout["name"].columns.stop
    line = good.lines[index]
    changed = good.with_line(index, line[: end - 1] + line[end:])
    return Made(content=changed.content, places=(Spot(index + 1, 1, good.layout.width - 1),))


def _shifted(good: GoodFile) -> GoodFile:
    index, end = good.local, good.layout["name"].columns.stop
    line = good.lines[index]
    return good.with_line(index, line[:end] + b" " + line[end:-1])


def _crowd(good: GoodFile) -> bytes:
    """So many more people of the same employer that no portal is sure to take them."""
    recipe = Recipe(
        month=good.month, seed=len(good), employer_code=good.text(0, "employer_code"),
        fill=Fill.ZEROS if good.fills_with_zeros else Fill.SPACES, line_end=good.end,
    )  # fmt: skip
    made = generate(MOST_ROWS + len(good), recipe).split(good.end)
    name, own = good.layout["name"].columns, good.layout["ssm_number"].columns
    known = {line[name] for line in good.lines}
    lines = [
        line[: own.start] + good.lines[0][own] + line[own.stop :] for line in made if line[name] not in known
    ]
    return good.with_lines((*good.lines, *lines[:MOST_ROWS])).content


def _previous_month_in_name(good: GoodFile) -> Made:
    return Made(content=good.content, name=f"SOCSO_EIS_{good.month.previous().mmyyyy}.txt")


def _other_code(good: GoodFile) -> str:
    code = good.text(0, "employer_code")
    return code[:-1] + ("Y" if code[-1] != "Y" else "Z")


MISTAKES = (
    Mistake("FL01", whole_file(lambda _good: b"")),
    Mistake("FL02", whole_file(lambda good: ZIP + good.content)),
    Mistake("FL03", whole_file(lambda good: BYTE_ORDER_MARK + good.content)),
    Mistake("FL04", lambda good: _changed_name(good, ACUTE, at_space=False)),
    Mistake("FL05", whole_file(_mixed_ends)),
    Mistake("FL06", whole_file(lambda good: _lost_a_space(good).content)),
    Mistake("FL07", whole_file(_diskette)),
    Mistake("FL08", whole_file(_format_1)),
    Mistake("FL09", whole_file(_with_single_line)),
    Mistake("FL10", at_field("employer_code", lambda good, at: good.put(at, employer_code=""))),
    Mistake(
        "FL11", everywhere("employer_code", lambda good: good.put_everywhere(employer_code="32000001234X"))
    ),
    Mistake(
        "FL12", at_field("employer_code", lambda good, at: good.put(at, employer_code=_other_code(good)))
    ),
    Mistake("FL14", everywhere("employer_code", lambda good: good.put_everywhere(employer_code="B1234567X"))),
    Mistake("FL16", _title_on_top),
    Mistake("FL17", _empty_line),
    Mistake("FL18", whole_file(lambda good: good.content.removesuffix(good.end))),
    Mistake("FL19", _trimmed),
    Mistake("FL20", lambda good: _changed_name(good, b"\t", at_space=True)),
    Mistake("FL21", whole_file(_crowd)),
    Mistake("FL23", lambda good: Made(content=good.content, name="FL23.dat")),
    Mistake("FL24", _narrower),
    Mistake("FL25", at_field("month", lambda good, _at: _shifted(good))),
    Mistake("FL26", whole_file(_lone_return)),
    Mistake("FL27", lambda good: _changed_name(good, b"\0", at_space=True)),
    Mistake("MO06", _previous_month_in_name),
)
