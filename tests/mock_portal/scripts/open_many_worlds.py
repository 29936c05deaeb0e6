"""Opens so many worlds, one after the other, under a low limit of open files; says how many stay open."""

import sys
from importlib.util import find_spec
from pathlib import Path

from mock_portal import database
from mock_portal.database import Base, transaction
from mock_portal.worlds import models

LIMIT = 256  # an engine for each of a hundred worlds would hold three hundred files


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    if find_spec("resource") is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (LIMIT, LIMIT))
    for number in range(count):
        path = folder / f"world-{number}.sqlite"
        path.touch()
        with transaction(path) as session:
            session.connection().exec_driver_sql("SELECT 1")
            Base.metadata.tables[models.DueEvent.__tablename__].create(session.connection())
    sys.stdout.write(f"kept {len(database._shelf._free)}\n")


main()
