"""What cannot be done, as types. What is wrong in a file is a finding, never an exception."""

from contributions.bilingual import T

__all__ = [
    "ContributionsError",
    "NotWritable",
    "RatesUnknown",
    "UnknownCheck",
    "UnreadableFile",
    "UnreadableLine",
]


class ContributionsError(Exception):
    """Any action of this room that could not be done.

    `words` is why, in both languages; `str` gives the English ones.
    """

    def __init__(self, words: T | str = "") -> None:
        self.words = words if isinstance(words, T) else T.same(words)
        super().__init__(self.words.en)


class UnreadableFile(ContributionsError):
    """The file as a whole is not a contribution file of layout C2, or could not be opened."""

    def __init__(self, reason: T | str) -> None:
        super().__init__(reason)
        self.reason = str(self)


class UnreadableLine(ContributionsError):
    """A line cannot be read as a record: `line` is 1-based, `field` may be empty for the line itself."""

    def __init__(self, line: int, field: str, found: T | str, expected: T) -> None:
        there = found if isinstance(found, T) else T.same(repr(found))
        comma = ", " if field else ""
        super().__init__(
            T(
                f"line {line}{comma}{field}: found {there.en}, expected {expected.en}",
                f"baris {line}{comma}{field}: ditemui {there.ms}, dijangka {expected.ms}",
            )
        )
        self.line = line
        self.field = field
        self.found = found.en if isinstance(found, T) else found
        self.expected = expected.en


class NotWritable(ContributionsError):
    """A record has a value that its field cannot hold; `index` counts records from 0."""

    def __init__(self, index: int, field: str, value: object, reason: str) -> None:
        super().__init__(f"record {index + 1}, {field}: {value!r} {reason}")
        self.index = index
        self.field = field
        self.value = value
        self.reason = reason


class RatesUnknown(ContributionsError):
    """No rate table is known for a month; `last` is the last month known, where it comes after that."""

    def __init__(self, month: str, first: str, last: str | None = None) -> None:
        known = (
            T(f"the first month known is {first}", f"bulan pertama yang diketahui ialah {first}")
            if last is None
            else T(f"the last month known is {last}", f"bulan terakhir yang diketahui ialah {last}")
        )
        super().__init__(
            T(
                f"no contribution rates are known for {month}; {known.en}",
                f"tiada kadar caruman diketahui bagi {month}; {known.ms}",
            )
        )
        self.month = month
        self.first = first
        self.last = last


class UnknownCheck(ContributionsError):
    """No check has this code; `near` are codes of the same subject."""

    def __init__(self, code: str, near: tuple[str, ...]) -> None:
        super().__init__(f"no check has the code {code!r}")
        self.code = code
        self.near = near
