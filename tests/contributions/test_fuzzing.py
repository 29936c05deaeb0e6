"""Files that are nearly right: cut, joined, moved, doubled, with bytes put in. Always an answer in words.

`make prove` tries many more; `python -m tests.contributions.fuzz_with_coverage`, with atheris, finds paths
of the code that chance alone does not find.
"""

from hypothesis import given
from hypothesis import strategies as st

from contributions import FileReport, Verdict, check
from contributions.generate.making import generate
from contributions.generate.recipe import Fill, Recipe
from contributions.layouts import C2
from contributions.months import YearMonth
from tests.contributions.judging import is_an_answer

APRIL = YearMonth(2026, 4)
RECIPES = st.sampled_from(
    [
        Recipe(foreign=0.2, second=0.2),
        Recipe(fill=Fill.ZEROS, line_end=b"\n"),
        Recipe(layout="C1", month=APRIL),
        Recipe(layout="S1", month=APRIL),
        Recipe(layout="E1", month=APRIL),
    ]
)
PIECES = st.sampled_from(
    [
        *(
            b"",
            b" ",
            b"\r",
            b"\n",
            b"\r\n",
            b"\x00",
            b"\x1a",
            b"\t",
            b",",
            b";",
            b"|",
            b"0",
            b"-",
            b".",
            b"\xff",
        ),
        *(
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            "陈".encode(),
            "É".encode("latin-1"),
            b" " * 34,
            b" " * 300,
            b"PK\x03\x04",
        ),
    ]
)


@st.composite
def nearly_right(draw: st.DrawFn) -> tuple[bytes, Recipe]:
    """A good file on which some of the things were done that programs, editors and people do."""
    recipe = draw(RECIPES)
    content = generate(draw(st.integers(1, 6)), recipe)
    for _ in range(draw(st.integers(1, 4))):
        content = draw(st.sampled_from([_put_in, _cut_out, _moved, _doubled, _joined]))(draw, content)
    return content, recipe


def _span(draw: st.DrawFn, content: bytes) -> tuple[int, int]:
    first = draw(st.integers(0, len(content)))
    return first, min(len(content), first + draw(st.sampled_from([0, 1, 2, 6, 12, 40, C2.width, 600])))


def _put_in(draw: st.DrawFn, content: bytes) -> bytes:
    first, last = _span(draw, content)
    return content[:first] + draw(PIECES) + content[draw(st.sampled_from([first, last])) :]


def _cut_out(draw: st.DrawFn, content: bytes) -> bytes:
    first, last = _span(draw, content)
    return content[:first] + content[last:]


def _moved(draw: st.DrawFn, content: bytes) -> bytes:
    first, last = _span(draw, content)
    rest = content[:first] + content[last:]
    to = draw(st.integers(0, len(rest)))
    return rest[:to] + content[first:last] + rest[to:]


def _doubled(draw: st.DrawFn, content: bytes) -> bytes:
    first, last = _span(draw, content)
    return content[:last] + content[first:]


def _joined(draw: st.DrawFn, content: bytes) -> bytes:
    return content + generate(draw(st.integers(1, 3)), draw(RECIPES))


@given(nearly_right())
def test_a_file_that_is_nearly_right_has_an_answer(made: tuple[bytes, Recipe]) -> None:
    content, recipe = made

    assert is_an_answer(check(content, as_of=recipe.day_to_check), content)


@given(st.binary(max_size=900), st.integers(0, 3))
def test_random_bytes_in_lines_of_any_layout_have_an_answer_and_are_never_valid(
    noise: bytes, width: int
) -> None:
    widths = (C2.width, 223, 83, 244)
    content = b"\r\n".join(noise[at : at + 20].ljust(widths[width]) for at in range(0, len(noise), 20))

    report: FileReport = check(content, as_of=Recipe().day_to_check)

    assert is_an_answer(report, content)
    assert report.verdict is not Verdict.VALID
