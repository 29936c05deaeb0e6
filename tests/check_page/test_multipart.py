"""Forms as browsers and programs send them, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from check_page.multipart import Form, form_of
from check_page.refusing import Refused
from tests.check_page.asking import BOUNDARY, field_part, file_part, form

KIND = f"multipart/form-data; boundary={BOUNDARY}"


def outcome(body: bytes, content_type: str) -> Form | str:
    try:
        return form_of(body, content_type)
    except Refused as refusal:
        return refusal.code


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_every_content_comes_out_as_it_went_in(contents: list[bytes]) -> None:
    contents = [content for content in contents if BOUNDARY.encode() not in content]
    parts = [file_part(f"{number}.txt", content) for number, content in enumerate(contents)]

    found = form_of(form(*parts), KIND)

    assert [file.content for file in found.files] == contents


@given(st.binary(max_size=400), st.text(max_size=60))
def test_whatever_comes_is_a_form_or_is_refused(body: bytes, kind: str) -> None:
    outcomes = [outcome(body, content_type) for content_type in (kind, KIND)]

    assert all(isinstance(found, Form) or found == "broken_form" for found in outcomes)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param('filename="a%22b.txt"', 'a"b.txt', id="browsers"),
        pytest.param('filename="a\\"b.txt"', 'a"b.txt', id="backslash"),
        pytest.param("filename=plain.txt", "plain.txt", id="bare"),
        pytest.param("filename=\"x\"; filename*=UTF-8''gaji%20%E9%99%B3.txt", "gaji 陳.txt", id="utf-8"),
        pytest.param('filename="gaji 陳.txt"', "gaji 陳.txt", id="letters"),
    ],
)
def test_a_name_is_read_however_it_is_written(written: str, name: str) -> None:
    part = f'Content-Disposition: form-data; name="file"; {written}\r\n\r\nx'.encode()

    assert [file.name for file in form_of(form(part), KIND).files] == [name]


def test_fields_are_told_from_files() -> None:
    found = form_of(form(field_part("lang", "ms"), file_part("a.txt", b"x")), KIND)

    assert found.fields == {"lang": "ms"}
    assert [(file.name, file.content) for file in found.files] == [("a.txt", b"x")]


def test_a_form_that_is_cut_off_is_refused() -> None:
    with pytest.raises(Refused):
        form_of(form(file_part("a.txt", b"x" * 50))[:-20], KIND)
