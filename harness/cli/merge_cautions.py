"""What should be looked at before a merged file is uploaded: nothing of it was changed."""

from collections.abc import Iterator

from contributions import format_sen
from contributions.bilingual import T
from contributions.merging import Merged

__all__ = ["cautions"]

LINES_LISTED = 10


def cautions(merged: Merged) -> Iterator[T]:
    """Lines that were taken though they do not fit the tables, and several numbers of one employer."""
    for line in merged.unfit[:LINES_LISTED]:
        record, wage = line.record, format_sen(line.record.wage)
        yield T(
            f"{record.identity_number}  {record.name}: the amounts on a wage of {wage} do not fit the tables "
            f"({line.place.en}), and were taken as they are. Run assist check {line.file}.",
            f"{record.identity_number}  {record.name}: amaun bagi gaji {wage} tidak sepadan dengan jadual "
            f"({line.place.ms}), dan diambil seperti sedia ada. Jalankan assist check {line.file}.",
        )
    more = len(merged.unfit) - LINES_LISTED
    if more > 0:
        yield T(
            f"... {more:,} more whose amounts do not fit the tables.",
            f"... {more:,} lagi yang amaunnya tidak sepadan dengan jadual.",
        )
    if len(merged.ssm_numbers) > 1:
        listed = [(number, line.place) for number, line in merged.ssm_numbers.items()]
        english = "; ".join(f"{number} ({place.en})" for number, place in listed)
        malay = "; ".join(f"{number} ({place.ms})" for number, place in listed)
        yield T(
            f"{merged.code} has several MyCoID / SSM numbers, and each line keeps its own: {english}.",
            f"{merged.code} mempunyai beberapa nombor MyCoID / SSM, dan setiap baris mengekalkan nombornya: "
            f"{malay}.",
        )
