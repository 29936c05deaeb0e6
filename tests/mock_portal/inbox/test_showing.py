import pytest

from mock_portal.inbox.showing import Piece, file_size, source, text


def test_addresses_in_a_text_are_links_without_the_sentence_around_them() -> None:
    shown = text("See http://localhost/a?x=1, or (http://localhost/b).\n")

    assert [piece for piece in shown.pieces if piece.link] == [
        Piece("http://localhost/a?x=1", link="http://localhost/a?x=1"),
        Piece("http://localhost/b", link="http://localhost/b"),
    ]
    assert (
        "".join(piece.words for piece in shown.pieces)
        == "See http://localhost/a?x=1, or (http://localhost/b).\n"
    )


@pytest.mark.parametrize("words", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", ""])
def test_nothing_else_is_a_link(words: str) -> None:
    assert [piece for piece in text(words).pieces if piece.link] == []


def test_a_huge_text_is_cut_and_says_so() -> None:
    shown = text("x" * 5_000_000)

    assert (len(shown.pieces[0].words), shown.is_cut) == (200_000, True)
    assert not text("x" * 200_000).is_cut


def test_a_source_is_shown_as_it_is_with_its_unprintable_signs_marked() -> None:
    shown = source(b"Subject: a\r\nX: \x07\x1b[31m \xff http://localhost/\r\n")

    assert shown.pieces == (Piece("Subject: a\nX: \ufffd\ufffd[31m \ufffd http://localhost/\n"),)
    assert not shown.is_cut


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1 kB"), (14_500, "14 kB"), (2_200_000, "2.1 MB")],
)
def test_a_size_is_written_as_people_read_it(count: int, said: str) -> None:
    assert file_size(count) == said
