"""A mended file takes the place of the old one whole, or stays beside it; no file is ever lost."""

from pathlib import Path

import pytest

from contributions.mending import save
from contributions.mending.saving import ChangedMeanwhile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "october.txt"
    path.write_bytes(b"old")
    return path


def test_the_file_is_replaced_and_nothing_else_is_left(file: Path) -> None:
    saved = save(file, b"new", instead_of=b"old")

    assert (saved.path, saved.is_beside) == (file.resolve(), False)
    assert [(each.name, each.read_bytes()) for each in file.parent.iterdir()] == [("october.txt", b"new")]


def test_a_file_that_cannot_be_replaced_is_kept_and_the_new_one_stays_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Path.replace

    def held_open(self: Path, target: Path) -> Path:
        if Path(target).name == "october.txt":
            raise PermissionError(13, "The process cannot access the file")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", held_open)

    saved = save(file, b"new", instead_of=b"old")

    assert (saved.path.name, saved.is_beside) == ("october.fixed.txt", True)
    assert file.read_bytes() == b"old"
    assert saved.path.read_bytes() == b"new"
    assert len(list(file.parent.iterdir())) == 2


def test_a_file_that_another_program_changed_meanwhile_is_left_alone(file: Path) -> None:
    file.write_bytes(b"newer")

    with pytest.raises(ChangedMeanwhile):
        save(file, b"new", instead_of=b"old")
    assert [(each.name, each.read_bytes()) for each in file.parent.iterdir()] == [("october.txt", b"newer")]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(OSError, match="No space"):
        save(file, b"new", instead_of=b"old")
    assert [(each.name, each.read_bytes()) for each in file.parent.iterdir()] == [("october.txt", b"old")]
