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
