"""Writes a world so many times, each time after reading it in the same transaction."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from mock_portal.database import transaction
from tests.mock_portal.world_files import add_row, count_rows


def main() -> None:
    world_file, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    for _ in range(times):
        with transaction(world_file) as session:
            count_rows(session)
            add_row(session, name)


main()
