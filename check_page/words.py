"""The texts of the page, in both languages; those that a script writes go to it by their keys."""

from typing import Final

from contributions import Severity, T, Verdict
from contributions.mending import Kind
from contributions.outputs.words import SEVERITY_WORDS, VERDICT_WORDS
from contributions.source_marks import MARKS, mark_in_words

__all__ = [
    "CHOOSE",
    "CHOOSE_FOLDER",
    "CHOOSE_HINT",
    "DAY",
    "DROP",
    "DROP_ANYWHERE",
    "HEADING",
    "HIDDEN",
    "LEAD",
    "PROGRESS",
    "STAYS_HERE",
    "SUBMIT",
    "SUBMIT_MEND",
    "WITHOUT_SCRIPTS",
    "script_words",
]

HEADING: Final = T("Check contribution files", "Semak fail caruman")
LEAD: Final = T(
    "See at once whether a file is right, what is wrong in which columns, and how to mend it.",
    "Ketahui serta-merta sama ada fail betul, apa yang salah pada lajur mana, dan cara membetulkannya.",
)
STAYS_HERE: Final = T(
    "Nothing leaves this machine: the page speaks only with the program that you started on it, and that "
    "keeps nothing after its answer.",
    "Tiada apa-apa keluar daripada mesin ini: halaman hanya berhubung dengan program yang anda mulakan di "
    "sini, dan program itu tidak menyimpan apa-apa selepas menjawab.",
)
HIDDEN: Final = T(
    "Identity numbers and names are hidden on this page. A mended file is your own and has them in full.",
    "Nombor pengenalan dan nama disembunyikan pada halaman ini. Fail yang dibetulkan ialah fail anda "
    "sendiri, dengan nombor dan nama yang penuh.",
)
CHOOSE: Final = T("Contribution files", "Fail caruman")
CHOOSE_HINT: Final = T(
    "Text files (.txt), one or many, each at most {size} MB.",
    "Fail teks (.txt), satu atau banyak, paling besar {size} MB setiap satu.",
)
DROP: Final = T(
    "You can also drop files or a folder anywhere on this page.",
    "Anda juga boleh lepaskan fail atau folder di mana-mana pada halaman ini.",
)
DROP_ANYWHERE: Final = T("Drop them anywhere on this page", "Lepaskan di mana-mana pada halaman ini")
CHOOSE_FOLDER: Final = T("Choose a folder", "Pilih folder")
DAY: Final = T("Day of the upload", "Tarikh muat naik")
SUBMIT: Final = T("Check", "Semak")
SUBMIT_MEND: Final = T("Mend what is safe and download", "Betulkan yang selamat dan muat turun")
PROGRESS: Final = T("Progress of the check", "Kemajuan semakan")
WITHOUT_SCRIPTS: Final = T(
    "JavaScript is off: press Check, and the findings come as a page of their own.",
    "JavaScript dimatikan: tekan Semak, dan dapatan dipaparkan pada halaman tersendiri.",
)

_SCRIPT: Final = {
    "files": T("Files", "Fail"),
    "files_shown": T("Files shown", "Fail yang dipaparkan"),
    "findings": T("Findings", "Dapatan"),
    "places": T("Places of this finding", "Tempat dapatan ini"),
    "lines": T("Lines of the file", "Baris fail"),
    "no_lines": T(
        "The file is not text: it has no lines to show.",
        "Fail ini bukan teks: tiada baris untuk dipaparkan.",
    ),
    "line": T("Line", "Baris"),
    "severity": T("Severity", "Tahap"),
    "all": T("All", "Semua"),
    "search": T("Code or text", "Kod atau teks"),
    "shown": T("{count} of {all} findings shown", "{count} daripada {all} dapatan dipaparkan"),
    "none": T("No findings: nothing to mend.", "Tiada dapatan: tiada apa-apa untuk dibetulkan."),
    "none_shown": T("No finding fits the filter.", "Tiada dapatan sepadan dengan tapisan."),
    "whole_file": T("whole file", "seluruh fail"),
    "at_line": T("line {line}", "baris {line}"),
    "at_column": T("line {line}, column {column}", "baris {line}, lajur {column}"),
    "at_columns": T("line {line}, columns {column}-{end}", "baris {line}, lajur {column}-{end}"),
    "place_count": T("{count} places", "{count} tempat"),
    "show_all": T("Show all {count} places", "Paparkan kesemua {count} tempat"),
    "and_more": T(
        "The first {count} of {all} places. assist check --all-places in a terminal lists all.",
        "{count} tempat pertama daripada {all}. Dalam terminal, assist check --all-places menyenaraikan "
        "semua.",
    ),
    "employee": T("Employee", "Pekerja"),
    "field": T("Field", "Medan"),
    "found": T("Found", "Ditemui"),
    "expected": T("Expected", "Dijangka"),
    "mend": T("Mend", "Betulkan"),
    "why": T("Why", "Sebab"),
    "source": T("Source", "Sumber"),
    "records": T("{count} records", "{count} rekod"),
    "employer": T("employer {code}", "majikan {code}"),
    "unknown_layout": T("unknown layout", "susun atur tidak dikenali"),
    "total": T("Total {total} (ACR {acr}, ECR {ecr})", "Jumlah {total} (ACR {acr}, ECR {ecr})"),
    "counts": T("errors: {errors}, warnings: {warnings}", "ralat: {errors}, amaran: {warnings}"),
    "mend_file": SUBMIT_MEND,
    "nothing_to_mend": T(
        "Nothing here can be mended safely.", "Tiada apa-apa boleh dibetulkan dengan selamat."
    ),
    "mended": T("Mended: {kinds}. Saved as {name}.", "Dibetulkan: {kinds}. Disimpan sebagai {name}."),
    "print": T("Print", "Cetak"),
    "checking": T("Checking {name}, {number} of {all}", "Menyemak {name}, {number} daripada {all}"),
    "checked": T(
        "{all} files checked: {valid} valid, {invalid} invalid, {unknown} could not be told.",
        "{all} fail disemak: {valid} sah, {invalid} tidak sah, {unknown} tidak dapat ditentukan.",
    ),
    "checked_one": T("{name}: {verdict}.", "{name}: {verdict}."),
    "waiting": T("Waiting", "Menunggu"),
    "failed": T("Not checked", "Tidak disemak"),
    "left_out": T(
        "{count} files that do not end in .txt were left out.",
        "{count} fail yang tidak berakhir dengan .txt tidak disertakan.",
    ),
    "too_large": T(
        "{name} is larger than {size} MB. Check it in a terminal: assist check FILE has no limit.",
        "{name} lebih besar daripada {size} MB. Semaknya dalam terminal: assist check FILE tiada had.",
    ),
    "no_answer": T(
        "No answer came. Is the program still running?",
        "Tiada jawapan diterima. Adakah program masih berjalan?",
    ),
    "unreadable": T(
        "The file can no longer be read here; choose it again.",
        "Fail tidak dapat dibaca lagi di sini; pilih semula.",
    ),
    "went_to": T("Shown: {place}", "Dipaparkan: {place}"),
    "longer": T("{count} bytes in this line", "{count} bait dalam baris ini"),
}


def script_words() -> dict[str, T]:
    """Every text that the scripts write, by key: also `severity.error`, `verdict.valid`, `kind.padding`."""
    return {
        **_SCRIPT,
        **{f"severity.{each.value}": SEVERITY_WORDS[each] for each in Severity},
        **{f"verdict.{each.value}": VERDICT_WORDS[each] for each in Verdict},
        **{f"kind.{kind.value}": kind.words for kind in Kind},
        **{f"source.{mark}": mark_in_words(mark) for mark in MARKS},
    }
