"""Fingerprints of texts in columns: equal for equal texts, however many columns are looked at."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.matrix.hashing import Words, in_capitals
from contributions.matrix.types import Bytes

TEXTS = st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20), min_size=1)


def columns(texts: list[str], width: int) -> Bytes:
    return np.array([list(text.ljust(width).encode()) for text in texts], np.uint8).reshape(len(texts), width)


@given(TEXTS, st.integers(20, 40))
def test_spaces_after_a_text_do_not_change_its_fingerprint(texts: list[str], width: int) -> None:
    shortest = max(len(text) for text in texts)

    found = Words(columns(texts, width)).fingerprints()

    assert found.tolist() == Words(columns(texts, shortest)).fingerprints().tolist()


@given(TEXTS)
def test_texts_have_the_same_fingerprint_when_they_are_the_same_but_for_spaces_at_their_end(
    texts: list[str],
) -> None:
    found = Words(columns(texts, 20)).fingerprints().tolist()

    by_text = {text.rstrip(): fingerprint for text, fingerprint in zip(texts, found, strict=True)}
    assert len(set(found)) == len(by_text)
    assert [by_text[text.rstrip()] for text in texts] == found


@pytest.mark.parametrize("width", [0, 1, 7, 8, 12, 16])
def test_a_blank_text_has_none(width: int) -> None:
    assert Words(columns(["", ""], width)).fingerprints().tolist() == [0, 0]


@pytest.mark.parametrize("width", [3, 8, 9, 12, 24])
def test_a_digit_is_found_in_any_column(width: int) -> None:
    texts = ["A" * width, *("A" * place + "7" + "B" * (width - place - 1) for place in range(width))]

    assert Words(columns(texts, width)).has_digit().tolist() == [False] + [True] * width


def test_columns_that_lie_one_after_the_other_in_memory_are_read_too() -> None:
    texts = columns(["AMINAH BINTI", "TAN WEI MING"], 12)

    found = Words(np.asfortranarray(texts)).fingerprints()

    assert found.tolist() == Words(texts).fingerprints().tolist()


@given(TEXTS)
def test_capitals_are_those_of_the_same_text(texts: list[str]) -> None:
    found = in_capitals(columns(texts, 20))

    assert found.tolist() == columns([text.upper() for text in texts], 20).tolist()


def test_letters_of_several_bytes_stay_as_they_are() -> None:
    letters = np.frombuffer("é{`@Z".encode(), np.uint8)[np.newaxis, :]

    assert in_capitals(letters).tolist() == letters.tolist()
