"""How many lines of a file something is about, in words."""

from contributions.bilingual import T

__all__ = ["lines_in_words", "on_lines"]


def lines_in_words(count: int, of: int) -> T:
    """The lines at the beginning of a sentence: "All 500 lines", "3 of 500 lines", "The line"."""
    if count < of:
        return T(f"{count:,} of {of:,} lines", f"{count:,} daripada {of:,} baris")
    return T(f"All {count:,} lines", f"Kesemua {count:,} baris") if count > 1 else T("The line", "Baris ini")


def on_lines(count: int, of: int) -> T:
    """The same inside a sentence, after "on": "all 500 lines", "3 of 500 lines", "this line"."""
    if count < of:
        return lines_in_words(count, of)
    return T(f"all {count:,} lines", f"kesemua {count:,} baris") if count > 1 else T("this line", "baris ini")
