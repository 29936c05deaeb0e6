"""What changed between two contribution files, by person."""

from contributions.comparing.changes import Changes, NotComparable, Pair, Party, People, compare, people_in

__all__ = ["Changes", "NotComparable", "Pair", "Party", "People", "compare", "people_in"]
