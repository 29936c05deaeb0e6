"""Why a request is not answered, in both languages: for a program after RFC 9457."""

import json
from collections.abc import Iterable
from typing import Final

from contributions import Language, T

__all__ = [
    "Refused",
    "bad_length",
    "bad_option",
    "cut_off",
    "failed",
    "length_required",
    "no_file",
    "no_http",
    "not_found",
    "too_large",
    "too_many_at_once",
    "unknown_option",
    "wrong_host",
    "wrong_method",
    "wrong_origin",
    "wrong_token",
]

MEGABYTE: Final = 1_000_000


class Refused(Exception):
    """A request that is not answered: status, a code that stays, what is wrong and how to mend it."""

    def __init__(self, status: int, code: str, title: T, mend: T) -> None:
        super().__init__(title.en)
        self.status = status
        self.code = code
        self.title = title
        self.mend = mend

    def as_json(self, language: Language) -> bytes:
        """The problem as a JSON body, `application/problem+json`."""
        title, mend = self.title.in_language(language), self.mend.in_language(language)
        body = {
            "type": "about:blank",
            "title": title,
            "status": self.status,
            "detail": f"{title} {mend}".strip(),
            "code": self.code,
            "mend": mend,
        }
        return json.dumps(body, ensure_ascii=False).encode() + b"\n"


def bad_length(given: str) -> Refused:
    """A length of the body that is none."""
    return Refused(
        400,
        "bad_length",
        T("The length of the body cannot be {given}.", "Panjang kandungan tidak boleh {given}.").filled(
            given=repr(given[:100])
        ),
        T("Content-Length is its number of bytes.", "Content-Length ialah bilangan baitnya."),
    )


def bad_option(name: str, given: str, takes: T) -> Refused:
    """An option that says what cannot be."""
    return Refused(
        400,
        "bad_option",
        T("The option {name} cannot be {given}.", "Pilihan {name} tidak boleh {given}.").filled(
            name=name, given=repr(given[:100])
        ),
        takes,
    )


def unknown_option(name: str, takes: Iterable[str]) -> Refused:
    """An option that there is not."""
    known = ", ".join(takes)
    return Refused(
        400,
        "bad_option",
        T("There is no option {name}.", "Tiada pilihan {name}.").filled(name=name[:100]),
        T(f"It takes: {known}.", f"Yang boleh dipilih: {known}."),
    )


def cut_off() -> Refused:
    """A body that ended before its length: half a file must not be judged as a whole one."""
    return Refused(
        400,
        "cut_off",
        T("The file did not come to its end.", "Fail tidak sampai hingga tamat."),
        T("Send it again.", "Hantar semula."),
    )


def failed() -> Refused:
    """This program broke over a request."""
    return Refused(
        500,
        "failed",
        T("This program broke over the request.", "Program ini gagal mengendalikan permintaan."),
        T("What happened stands in its terminal.", "Butirannya terdapat dalam terminalnya."),
    )


def no_file() -> Refused:
    """A form that was sent without any file."""
    return Refused(
        422,
        "no_file",
        T("No file came with the form.", "Tiada fail disertakan dengan borang."),
        T("Go back and choose a contribution file.", "Kembali dan pilih fail caruman."),
    )


def no_http(status: int) -> Refused:
    """What the library for HTTP refuses by itself, by its status."""
    title, mend = _NO_HTTP.get(status, _NO_REQUEST)
    return Refused(status, "bad_request", title, mend)


def too_large(limit: int) -> Refused:
    """A body above the limit; it was not read."""
    megabytes = f"{limit / MEGABYTE:,.4g}"
    return Refused(
        413,
        "too_large",
        T("This is larger than {size} MB.", "Ini lebih besar daripada {size} MB.").filled(size=megabytes),
        T(
            "Check it in a terminal: assist check FILE has no limit.",
            "Semaknya dalam terminal: assist check FILE tiada had.",
        ),
    )


def too_many_at_once() -> Refused:
    """Every place for a check is taken."""
    return Refused(
        503,
        "busy",
        T("Other files are being checked.", "Fail lain sedang disemak."),
        T("Send it again in a few seconds.", "Hantar semula dalam beberapa saat."),
    )


def wrong_token() -> Refused:
    """The token of the address is missing or another."""
    return Refused(
        403,
        "wrong_token",
        T("The token is missing or is not this program's.", "Token tiada atau bukan token program ini."),
        T(
            "Open the address that assist check --serve shows, or send its token as X-Assist-Token.",
            "Buka alamat yang dipaparkan oleh assist check --serve, atau hantar tokennya sebagai "
            "X-Assist-Token.",
        ),
    )


def wrong_host(origin: str) -> Refused:
    """A name that only leads here: a stranger's page may have pointed its own at this machine."""
    return Refused(
        421,
        "wrong_host",
        T("This program answers to its own address only.", "Program ini menjawab alamatnya sahaja."),
        T(f"Open {origin}.", f"Buka {origin}."),
    )


def wrong_origin() -> Refused:
    """Another page sent this."""
    return Refused(
        403,
        "wrong_origin",
        T("Another page asked for this.", "Halaman lain memintanya."),
        T("Only this program's own page may.", "Hanya halaman program ini dibenarkan."),
    )


def length_required() -> Refused:
    """A body that comes in pieces of its own."""
    return Refused(
        411,
        "length_required",
        T("The length of the body is not said.", "Panjang kandungan tidak dinyatakan."),
        T("Send it with Content-Length.", "Hantar dengan Content-Length."),
    )


def wrong_method(allowed: str) -> Refused:
    """An address that is asked otherwise."""
    return Refused(
        405,
        "wrong_method",
        T("This address is asked otherwise.", "Alamat ini diminta dengan cara lain."),
        T(f"Use {allowed}.", f"Gunakan {allowed}."),
    )


def not_found() -> Refused:
    """An address without anything."""
    return Refused(
        404,
        "not_found",
        T("There is nothing at this address.", "Tiada apa-apa pada alamat ini."),
        T("The page is /, files are sent to /check.", "Halaman ialah /, fail dihantar ke /check."),
    )


_NO_REQUEST: Final = (
    T("This is no HTTP request.", "Ini bukan permintaan HTTP."),
    T("Send it by HTTP/1.1.", "Hantar melalui HTTP/1.1."),
)
_NO_HTTP: Final = {
    414: (
        T("The first line of the request is too long.", "Baris pertama permintaan terlalu panjang."),
        T("Send a file as the body.", "Hantar fail sebagai kandungan."),
    ),
    431: (
        T(
            "The request has too many header lines, or one that is too long.",
            "Permintaan mempunyai terlalu banyak baris pengepala, atau satu yang terlalu panjang.",
        ),
        T(
            "Send at most 100, each of at most 64 KB.",
            "Hantar paling banyak 100, setiap satu paling besar 64 KB.",
        ),
    ),
    501: (
        T("There is no such method.", "Tiada kaedah sedemikian."),
        T("Use GET or POST.", "Gunakan GET atau POST."),
    ),
    505: (
        T("This version of HTTP is not known here.", "Versi HTTP ini tidak dikenali di sini."),
        T("Use HTTP/1.1.", "Gunakan HTTP/1.1."),
    ),
}
