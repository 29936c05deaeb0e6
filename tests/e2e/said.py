"""What the portal says, in both languages: sentences that are part of what a test is about."""

from typing import Final

from contributions import T

__all__: list[str] = []

WRONG_LOG_IN: Final = T(en="Invalid email address or password.", ms="Alamat emel atau kata laluan tidak sah.")
WRONG_USER_ID: Final = T(en="Invalid User ID or password.", ms="ID Pengguna atau kata laluan tidak sah.")
LOCKED: Final = T(
    en="Your account is locked. Try again in 30 minutes.", ms="Akaun anda dikunci. Cuba lagi dalam 30 minit."
)
EMAIL_WANTED: Final = T(
    en="Enter an email address like name@example.com",
    ms="Masukkan alamat emel seperti nama@contoh.com",
)
LOGGED_OUT: Final = T(en="You have logged out.", ms="Anda telah log keluar.")
EXPIRED: Final = T(
    en="Your session has expired. Please log in again.", ms="Sesi anda telah tamat. Sila log masuk semula."
)
OTHER_DEVICE: Final = T(
    en="Your ID has been used to log in from another device.",
    ms="ID anda telah digunakan untuk log masuk dari peranti lain.",
)
TOO_LARGE: Final = T(
    en="The file is larger than 5 MB. Choose a smaller file, or split it by employees.",
    ms="Fail melebihi 5 MB. Pilih fail yang lebih kecil, atau pecahkan mengikut pekerja.",
)
NO_FILE: Final = T(en="Choose a text file", ms="Pilih fail teks")
TICK_WANTED: Final = T(
    en="Tick that you have read the warnings, or correct the file",
    ms="Tandakan bahawa anda telah membaca amaran, atau betulkan fail",
)
UPLOAD_CANCELLED: Final = T(
    en="Upload cancelled. Nothing was kept.", ms="Muat naik dibatalkan. Tiada apa-apa disimpan."
)
NOT_CHARGED: Final = T(
    en="Payment unsuccessful. You have not been charged.", ms="Bayaran tidak berjaya. Anda tidak dicaj."
)
NOT_THE_SAME: Final = T(
    en="The two new passwords are not the same", ms="Kedua-dua kata laluan baharu tidak sama"
)
FORMER_PASSWORD: Final = T(
    en="The new password must not be one of your last 3",
    ms="Kata laluan baharu tidak boleh sama dengan 3 kata laluan terakhir anda",
)
PASSWORD_SET: Final = T(
    en="Your password has been set. Log in with the new one.",
    ms="Kata laluan anda telah ditetapkan. Log masuk dengan kata laluan baharu.",
)
MAIL_WAITS: Final = T(
    en="Our mail server does not answer at the moment.",
    ms="Pelayan emel kami tidak memberi respons buat masa ini.",
)
LOST: Final = T(
    en="What you typed was not sent and is lost, unless it had been saved as a draft.",
    ms="Maklumat yang anda taip tidak dihantar dan telah hilang, kecuali jika telah disimpan sebagai draf.",
)
OVER_IN_OTHER_TAB: Final = T(
    en="You are not logged in any more: the session ended in another tab.",
    ms="Anda tidak lagi log masuk: sesi telah tamat dalam tab lain.",
)
LONGEST_LIFE: Final = T(
    en="This session cannot be prolonged: it has reached its longest life.",
    ms="Sesi ini tidak boleh dilanjutkan kerana telah mencapai tempoh maksimum.",
)
EMPTY_DOCUMENT: Final = T(
    en="The file is empty. Choose another file.", ms="Fail ini kosong. Pilih fail lain."
)
MISSING_PAPER: Final = T(
    en="Upload these documents first: Portal ID enrolment form, signed",
    ms="Muat naik dokumen ini dahulu: Borang enrolmen ID Portal, bertandatangan",
)
SUBMITTED_STATE: Final = T(en="Submitted", ms="Telah dihantar")
NO_DESCRIPTION: Final = T(en="Select what the document is", ms="Pilih keterangan dokumen")
CHOOSE_AGAIN: Final = T(
    en="Choose the file again: a page cannot keep it.",
    ms="Pilih fail itu semula: halaman tidak dapat menyimpannya.",
)
NO_SUCH_CHARACTERS: Final = T(en="Remove these characters: \U0001f600", ms="Buang aksara ini: \U0001f600")
ERROR_TITLE: Final = T(en="Error:", ms="Ralat:")
