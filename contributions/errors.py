"""What cannot be done, as types. What is wrong in a file is a finding, never an exception."""

__all__ = [
    "ContributionsError",
    "NotWritable",
    "RatesUnknown",
    "UnknownCheck",
    "UnreadableFile",
    "UnreadableLine",
]


class ContributionsError(Exception):
    """Any action of this room that could not be done."""


class UnreadableFile(ContributionsError):
    """The file as a whole is not a contribution file of layout C2, or could not be opened."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnreadableLine(ContributionsError):
    """A line cannot be read as a record: `line` is 1-based, `field` may be empty for the line itself."""

    def __init__(self, line: int, field: str, found: str, expected: str) -> None:
        where = f"line {line}, {field}" if field else f"line {line}"
        super().__init__(f"{where}: found {found!r}, expected {expected}")
        self.line = line
        self.field = field
        self.found = found
        self.expected = expected


class NotWritable(ContributionsError):
    """A record has a value that its field cannot hold; `index` counts records from 0."""

    def __init__(self, index: int, field: str, value: object, reason: str) -> None:
        super().__init__(f"record {index + 1}, {field}: {value!r} {reason}")
        self.index = index
        self.field = field
        self.value = value
        self.reason = reason


class RatesUnknown(ContributionsError):
    """No rate table is known for a month."""

    def __init__(self, month: str, first: str) -> None:
        super().__init__(f"no contribution rates are known for {month}; the first month known is {first}")
        self.month = month
        self.first = first


class UnknownCheck(ContributionsError):
    """No check has this code; `near` are codes of the same subject."""

    def __init__(self, code: str, near: tuple[str, ...]) -> None:
        super().__init__(f"no check has the code {code!r}")
        self.code = code
        self.near = near
