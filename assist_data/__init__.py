"""The data that people can read (scenarios, sample files), found in a wheel and in a checkout alike.

A wheel carries the checkout's `fixtures/` folder inside this package; an editable installation has no
built files, so there the checkout's own folder is read. A top-level package named `fixtures` would
collide with a well-known one, hence the name.
"""

from pathlib import Path

__all__ = ["data_path"]


def data_path(*parts: str) -> Path:
    """The path of a data file or folder, such as `data_path("scenarios", "demo.toml")`.

    Raises:
        FileNotFoundError: nothing of that name is shipped.
    """
    here = Path(__file__).resolve().parent
    for root in (here / "fixtures", here.parent / "fixtures"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"no such data: {'/'.join(parts)}")
