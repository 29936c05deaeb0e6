"""What is wrong with a command line is told in the language that it names, with exit code 2."""

import pytest

from assist_data import data_path
from contributions.rates import in_force as packs
from harness.cli.main import run

GOOD = str(data_path("files", "contoh-maju-2026-10.txt"))
COMPUTE = ["compute", "--wage", "3250", "--month", "2026-10"]
OF_ARGPARSE = (
    "check",
    "compute",
    "convert",
    "diff",
    "explain",
    "generate",
    "kit",
    "mask",
    "merge",
    "rates",
    "reconcile",
    "show",
    "split",
)


@pytest.mark.parametrize(
    ("command", "english", "malay"),
    [
        pytest.param(
            ["check"],
            "name a file, a folder, or -",
            "namakan fail, folder, atau - bagi input standard",
            id="none",
        ),
        pytest.param(["check", "a", "--serve"], "name none", "jangan namakan fail", id="serve"),
        pytest.param(["check", "a", "--diff"], "give both", "berikan kedua-duanya", id="diff"),
        pytest.param(
            ["check", "a", "--fix", "--diff", "--json"],
            "as text alone",
            "sebagai teks sahaja",
            id="diff as json",
        ),
        pytest.param(["check", "a", "--open"], "give --serve too", "berikan --serve juga", id="open"),
        pytest.param(
            ["check", "a", "--portal-said", "no"],
            "give --field-report too",
            "berikan --field-report juga",
            id="said",
        ),
        pytest.param(
            ["check", "-", "--field-report", "refused"], "is about one file", "tentang satu fail", id="report"
        ),
        pytest.param(["check", "a", "--as-of", "gg"], "'gg' is not a day", "'gg' bukan tarikh", id="day"),
        pytest.param(
            ["check", "a", "--strict=foo"],
            "invalid choice: 'foo'",
            "pilihan tidak sah: 'foo' (pilih",
            id="choice",
        ),
        pytest.param(["check", "a", "--port", "abc"], "'abc' is not a port", "'abc' bukan port", id="port"),
        pytest.param(
            ["check", "a", "--output"], "expected one argument", "satu nilai diperlukan", id="no value"
        ),
        pytest.param(
            ["check", "a", "--json=x"], "ignored explicit", "tidak menerima nilai 'x'", id="a value"
        ),
        pytest.param(
            ["check", "a", "--se"], "could match", "kurang jelas: mungkin --select, --serve", id="short"
        ),
        pytest.param(
            ["compute", "--wage", "abc"],
            "'abc' is not an amount",
            "'abc' bukan amaun; tulis ringgit",
            id="amount",
        ),
        pytest.param(
            COMPUTE, "one of the arguments --born --age", "salah satu daripada argumen", id="one of"
        ),
        pytest.param(
            [*COMPUTE, "--age", "30", "--born", "1990-01-01"],
            "not allowed",
            "tidak boleh digunakan",
            id="not both",
        ),
        pytest.param(
            [*COMPUTE, "--age", "x"], "invalid int value: 'x'", "'x' bukan nombor bulat", id="number"
        ),
        pytest.param([*COMPUTE, "--age", "999"], "an age is 0 to", "umur ialah 0 hingga", id="age"),
        pytest.param(
            [*COMPUTE, "--born", "1850-01-01"], "too long ago", "terlalu lama dahulu", id="long ago"
        ),
        pytest.param(
            [*COMPUTE, "--born", "2027-01-01"], "lies after the month", "selepas bulan itu", id="not born yet"
        ),
        pytest.param(
            [*COMPUTE, "--age", "30", "--first-joined-at", "60"],
            "cannot have",
            "tidak mungkin",
            id="first joined",
        ),
        pytest.param(
            ["rates", "--month", "2026-1x"],
            "is not a month; write YYYY-MM",
            "bukan bulan; tulis TTTT-BB",
            id="month",
        ),
        pytest.param(
            ["generate", "a", "--lines", "0"], "at least one line", "satu baris, bukan 0", id="no line"
        ),
        pytest.param(
            ["generate", "a", "--base", "b"], "goes with --mistakes", "digunakan bersama", id="base"
        ),
        pytest.param(["generate", "a", "--young", "x"], "is no share", "bukan bahagian", id="share"),
        pytest.param(["generate", "a", "--ages", "x"], "are no ages", "bukan umur", id="ages"),
        pytest.param(
            ["generate", "a", "--ages", "40-20"], "younger first", "lebih muda dahulu", id="which ages"
        ),
        pytest.param(
            ["generate", "a", "--young", "99%", "--second", "9%"], "together", "jumlahnya", id="shares"
        ),
        pytest.param(
            ["generate", "a", "--employer", "x"], "no employer code", "bukan kod majikan", id="employer"
        ),
        pytest.param(["generate", "a", "--ssm", "x"], "no SSM number", "bukan nombor SSM", id="ssm"),
        pytest.param(
            ["generate", "a", "--month", "2001-01"], "are not known", "tidak diketahui", id="unknown"
        ),
        pytest.param(
            ["generate", "a", "--released", "9%", "--month", "2025-01"],
            "nobody can be released",
            "tiada sesiapa boleh dilepaskan",
            id="released",
        ),
        pytest.param(
            ["generate", "a", "--layout", "E1", "--young", "9%"], "EIS alone", "SIP sahaja", id="EIS"
        ),
        pytest.param(["mask", "a", "b", "--output", "c"], "takes one file", "bagi satu fail", id="mask"),
        pytest.param(
            ["kit", "k", "--as-of", "2031-01-01"], "--base is valid", "berikan kedua-duanya", id="kit"
        ),
        pytest.param(["kit", "k", "--base", "b", "--seed", "2"], "makes other", "orang lain", id="seed"),
        pytest.param(["rules", "update"], "takes a FILE", "memerlukan FILE", id="rules"),
        pytest.param(
            ["rules", "diff"], "are required: OLD, NEW", "diperlukan: OLD, NEW, FILE", id="required"
        ),
        pytest.param(["foo"], "There is no command 'foo'.", "Tiada perintah 'foo'.", id="command"),
        pytest.param(["shwo"], "Did you mean show?", "Adakah anda maksudkan show?", id="near command"),
    ],
)
def test_a_wrong_command_line_is_told_in_the_language_it_names(
    command: list[str], english: str, malay: str, capsys: pytest.CaptureFixture[str]
) -> None:
    in_malay = run([*command, "--lang", "ms"]), capsys.readouterr().err
    in_english = run(command), capsys.readouterr().err

    assert (in_malay[0], in_english[0]) == (2, 2)
    assert malay in in_malay[1]
    assert english in in_english[1]


@pytest.mark.parametrize("word", OF_ARGPARSE)
def test_an_option_that_there_is_not_is_told_in_malay_by_every_command(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run([word, "--no-such-option", "--lang", "ms"])

    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith("penggunaan: assist")
    assert f"assist {word}: ralat: argumen" in said
    assert "error" not in said


@pytest.mark.parametrize("command", [["check", GOOD], ["explain", "AM11"]], ids=["check", "explain"])
def test_rules_that_are_not_here_are_told_in_malay(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(packs.PIN, "1")

    assert run([*command, "--lang", "ms"]) == 2
    assert capsys.readouterr().err.startswith("Peraturan 1 tiada di sini, hanya ")
