"""Every command that people read answers in Malay as well, what it cannot do among it."""

import importlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assist_data import data_path
from contributions.rates import in_force as packs
from harness.cli.main import COMMANDS

GOOD = str(data_path("files", "contoh-maju-2026-10.txt"))
OTHER = str(data_path("files", "teladan-niaga-2026-10.txt"))
CHANGED = str(data_path("files", "bad-wrong-amount-2026-10.txt"))
TWO_MONTHS = str(data_path("files", "bad-two-months.txt"))
EMPTY = str(data_path("files", "bad-empty.txt"))
Run = Callable[..., str]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, and no pack but the one built in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(packs.FOLDER, str(tmp_path / "packs"))
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in Malay; gives all that it says."""

    def said(word: str, *arguments: str) -> str:
        module, _, function = COMMANDS[word].target.partition(":")
        getattr(importlib.import_module(module), function)([*arguments, "--lang", "ms"])
        shown = capsys.readouterr()
        return f"{shown.out}{shown.err}"

    return said


@pytest.mark.parametrize(
    ("command", "says"),
    [
        pytest.param(["rates", "--month", "2026-10"], "dan ke atas", id="rates"),
        pytest.param(
            ["rates", "--month", "2026-10", "--wage", "0"], "Tiada caruman jika tiada gaji.", id="no wage"
        ),
        pytest.param(
            ["rates", "--month", "2029-01"], "diketahui dari Jun 2016 hingga Mei 2028.", id="not known"
        ),
        pytest.param(
            ["reconcile", GOOD, "--with", CHANGED], "tiada baris yang mempunyai tajuk", id="no sheet"
        ),
        pytest.param(["reconcile", EMPTY, "--with", CHANGED], "fail tidak mengandungi rekod", id="no file"),
        pytest.param(["rates", "--month", "2001-01"], "tiada kadar caruman diketahui", id="too long ago"),
        pytest.param(["rules", "show"], "Susun atur C1, E1, S1 diterima hingga 30/09/2026", id="rules"),
        pytest.param(["rules", "update", "--reset"], "Tiada yang dipasang.", id="reset"),
        pytest.param(
            ["rules", "diff", "2026.11", "2026.11", GOOD], "Tiada perubahan bagi fail ini.", id="pack diff"
        ),
        pytest.param(
            ["rules", "diff", "2026.11", "2030.1", GOOD], "peraturan 2030.1 tiada di sini", id="no pack"
        ),
        pytest.param(
            ["compute", "--wage", "3250", "--month", "2026-10", "--age", "30"],
            "Perlu dibayar sebelum atau pada 15/11/2026: RM 110.45",
            id="compute",
        ),
        pytest.param(
            ["compute", "--wage", "3250", "--month", "2026-10", "--born", "1966-10-01"],
            "Nota: Orang ini mencapai umur 60 pada bulan ini",
            id="doubt",
        ),
        pytest.param(
            ["compute", "--wage", "9", "--month", "2030-01", "--age", "30"],
            "kadar diketahui hingga Mei",
            id="far",
        ),
        pytest.param(["show", GOOD], "PKS mj", id="show"),
        pytest.param(["show", GOOD, "--line", "2"], "caruman PERKESO majikan", id="record"),
        pytest.param(["show", GOOD, "--line", "99"], "dan tiada baris 99.", id="no line"),
        pytest.param(["show", EMPTY], "tiada susun atur yang dapat ditunjukkan", id="nothing to show"),
        pytest.param(["show", "no.txt"], "tidak dapat dibaca", id="no file"),
        pytest.param(["diff", GOOD, CHANGED], "caruman PERKESO majikan: RM 56.85 -> RM 56.90", id="diff"),
        pytest.param(["diff", GOOD, OTHER], "Masuk: 3", id="other people"),
        pytest.param(["diff", GOOD, EMPTY], "fail tidak mengandungi rekod", id="diff with nothing"),
        pytest.param(["mask", GOOD, "--output", "a.txt"], "dapatan yang sama", id="mask"),
        pytest.param(["mask", EMPTY, "--output", "no/a.txt"], "assist mask:", id="not masked"),
        pytest.param(["split", TWO_MONTHS, "--into", "."], "2026-10.txt: 5 baris", id="split"),
        pytest.param(["split", EMPTY], "menerangkan semuanya.", id="nothing to split"),
        pytest.param(["merge", GOOD, OTHER], "3 orang, RM 345.15 perlu dibayar", id="merge"),
        pytest.param(["merge", GOOD, GOOD], "gajinya akan dikira dua kali", id="the same twice"),
        pytest.param(["merge", GOOD, CHANGED], "Tiada apa-apa ditulis.", id="not merged"),
        pytest.param(
            ["generate", "a.txt", "--lines", "3"], "a.txt ditulis: 3 baris susun atur C2", id="generate"
        ),
        pytest.param(
            ["generate", "a", "--mistakes"], "fail yang salah dengan satu cara setiap satu", id="mistakes"
        ),
        pytest.param(
            ["kit", "k", "--base", GOOD, "--as-of", "2026-11-10"], "Ditinggalkan kerana asas", id="kit"
        ),
        pytest.param(["kit", "k", "--base", EMPTY], "tidak boleh menjadi asas: ia tiada rekod", id="no base"),
        pytest.param(["kit", "score", "no.csv"], "tidak dapat dibaca", id="no answers"),
    ],
)
def test_a_command_answers_in_malay(command: list[str], says: str, run: Run) -> None:
    assert says in run(*command)


def test_what_is_in_the_way_is_told_in_malay(run: Run, elsewhere: Path) -> None:
    for name in ("a.txt", "bad-two-months-B3200000123X-2026-09.txt"):
        (elsewhere / name).write_text("mine", encoding="utf-8")

    for command in (["mask", GOOD, "--output", "a.txt"], ["split", TWO_MONTHS, "--into", "."]):
        assert "sudah ada. --force menggantikannya." in run(*command)
    assert "a.txt sudah ada; --force menggantikannya" in run("generate", "a.txt")


def test_a_score_is_told_in_malay(run: Run, elsewhere: Path) -> None:
    run("kit", "k")
    sheet = json.loads((elsewhere / "k" / "answer-sheet.json").read_text(encoding="utf-8"))
    names = {entry["code"]: entry["file"].rpartition("/")[2] for entry in sheet["files"]}
    answers = f"file,line,code\n{names['AM11']},999,x\n{names['ID04']},,ok\n"
    (elsewhere / "k" / "answers.csv").write_text(answers, encoding="utf-8")

    said = run("kit", "score", "k/answers.csv")

    assert "salah baris" in said
    assert "x pada baris 999; sepatutnya baris" in said
    assert "tidak dikatakan; sepatutnya baris" in said
    assert "tiada jawapan" in said


def test_the_notes_of_an_amount_are_in_malay_for_programs_too(run: Run) -> None:
    said = json.loads(
        run("compute", "--wage", "3250", "--month", "2026-10", "--born", "1966-10-01", "--json")
    )

    assert said["notes"][0].startswith("Orang ini mencapai umur 60")
