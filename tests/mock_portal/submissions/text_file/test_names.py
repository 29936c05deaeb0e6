import pytest

from mock_portal.submissions.text_file.names import LONGEST, shown_name


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        pytest.param("oct.txt", "oct.txt", id="a plain name stays"),
        pytest.param("C:\\payroll\\oct.txt", "oct.txt", id="a path of Windows is cut"),
        pytest.param("../../etc/passwd", "passwd", id="a path upwards is cut"),
        pytest.param("oct\r\nX-Header: 1.txt", "octX-Header: 1.txt", id="line ends are dropped"),
        pytest.param("gaji\u202etxt.exe", "gajitxt.exe", id="a mark that turns the text round is dropped"),
        pytest.param("薪金 சம்பளம்.txt", "薪金 சம்பளம்.txt", id="names in Chinese and Tamil stay"),
        pytest.param("", "unnamed.txt", id="no name"),
        pytest.param(None, "unnamed.txt", id="nothing sent as name"),
    ],
)
def test_a_sent_name_is_made_fit_to_be_shown(sent: str | None, shown: str) -> None:
    assert shown_name(sent) == shown


@pytest.mark.parametrize("sent", ["x" * 500 + ".txt", "y" * 500, "z" * 50 + "." + "w" * 400])
def test_a_long_name_is_cut_and_says_so(sent: str) -> None:
    assert len(shown_name(sent)) == LONGEST
    assert "…" in shown_name(sent)
