"""FL: the file could not be opened, or a check of it did not finish: nobody can tell."""

from contributions.bilingual import T
from contributions.checks.check import Check
from contributions.checks.examples import record, text
from contributions.findings import Severity

__all__ = ["CHECKS", "FL90", "FL91"]

FL90 = Check(
    code="FL90",
    severity=Severity.ERROR,
    leaves_open=True,
    source="design 2",
    mark="official",
    title=T("A check did not finish", "Satu semakan tidak selesai"),
    why=T(
        "A check that stopped in the middle has proved nothing, so the file is not called valid.",
        "Semakan yang terhenti di tengah jalan tidak membuktikan apa-apa, maka fail ini tidak dianggap sah.",
    ),
    message=T(
        "Check {found} stopped with an error of its own; the file was not judged by it.",
        "Semakan {found} terhenti kerana ralatnya sendiri; fail tidak dinilai oleh semakan itu.",
    ),
    mend=T(
        "Report the file's layout and this code to the makers of the checker.",
        "Laporkan susun atur fail dan kod ini kepada pembuat penyemak.",
    ),
    bad=text(b""),
    good=record(),
)

FL91 = Check(
    code="FL91",
    severity=Severity.FILE,
    leaves_open=True,
    source="contribution-files 10.1 F01",
    mark="unreadable",
    title=T("The file could not be read", "Fail tidak dapat dibaca"),
    why=T(
        "What cannot be read cannot be judged.",
        "Apa yang tidak dapat dibaca tidak dapat dinilai.",
    ),
    message=T("The file could not be read: {found}.", "Fail tidak dapat dibaca: {found}."),
    mend=T(
        "Name a file, or a folder with .txt files in it, that you may read.",
        "Namakan fail, atau folder yang mengandungi fail .txt, yang anda dibenarkan membacanya.",
    ),
    bad=text(b""),
    good=record(),
)

CHECKS = (FL90, FL91)
