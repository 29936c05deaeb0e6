"""The page of licences names what the lock installs, no more and no less."""

import re
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

from tests.house.tree import read

LOCKED = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;]+)(?: ; ([^\\]+))?", re.MULTILINE)
LISTED = re.compile(r"^\| ([a-z0-9-]+) \| (\d\S*) \| (.+?) \|", re.MULTILINE)
# The environment that the page is written from.
WRITTEN_ON = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_python_implementation": "CPython",
    "python_full_version": "3.11.0",
    "python_version": "3.11",
    "sys_platform": "linux",
}


def test_every_locked_package_is_on_the_page_with_its_version() -> None:
    locked = {
        canonicalize_name(name): version
        for name, version, marker in LOCKED.findall(read(Path("requirements/dev.txt")))
        if not marker or Marker(marker.strip()).evaluate(WRITTEN_ON)
    }
    listed = {name: version for name, version, _licence in LISTED.findall(read(Path("docs/licences.md")))}

    assert listed == locked, "run make docs"


def test_no_licence_is_unknown() -> None:
    licences = [licence for _name, _version, licence in LISTED.findall(read(Path("docs/licences.md")))]

    assert [licence for licence in licences if licence == "UNKNOWN"] == []
