"""Files that are written whole or not at all, whatever stops it."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from contributions import write
from contributions.generate.making import generate_into
from contributions.generate.recipe import Recipe
from contributions.whole_files import NotAllPut, put_all_whole, put_whole, written_whole
from tests.contributions.people import person

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and pipes of POSIX")


def stop_in_the_middle(path: Path) -> None:
    with written_whole(path) as file:
        file.write(b"half")
        raise OSError(28, "No space left on device")


def test_what_stops_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "october.txt"
    path.write_bytes(b"old")

    with pytest.raises(OSError, match="No space"):
        stop_in_the_middle(path)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_of_several_files_none_takes_its_place_before_all_are_written(tmp_path: Path) -> None:
    path, folder = tmp_path / "october.txt", tmp_path / "november.txt"
    path.write_bytes(b"old")
    folder.mkdir()

    with pytest.raises(NotAllPut, match="november") as stopped:
        put_all_whole({path: b"new", folder: b"new"})

    assert (stopped.value.path, stopped.value.put) == (folder, ())
    assert path.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == sorted([path, folder])


@POSIX
def test_a_device_among_several_is_written_into(tmp_path: Path) -> None:
    path = tmp_path / "october.txt"

    put_all_whole({Path(os.devnull): b"new", path: b"new"})

    assert path.read_bytes() == b"new"
    assert Path(os.devnull).is_char_device()


@POSIX
def test_a_file_that_outgrows_its_disk_is_no_file(tmp_path: Path) -> None:
    import resource
    import signal

    path = tmp_path / "october.txt"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            generate_into(path, 1000, Recipe())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_a_new_file_can_be_read_by_those_whom_the_user_lets(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()

    write([person(0)], tmp_path / "october.txt")

    assert (tmp_path / "october.txt").stat().st_mode == usual.stat().st_mode


@POSIX
def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "october.txt"
    path.touch(mode=0o640)

    put_whole(path, b"new")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() == b"new"


@POSIX
def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")

    put_whole(tmp_path / "link.txt", b"new")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


@POSIX
def test_a_pipe_is_written_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    put_whole(pipe, b"a report")
    reader.join()

    assert read == [b"a report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_records_are_written_to_a_path_given_as_text(tmp_path: Path) -> None:
    path = tmp_path / "october.txt"

    content = write([person(0)], str(path))

    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["none/october.txt", "file/october.txt"])
def test_an_error_names_the_file_that_was_asked_for(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / name

    with pytest.raises(OSError, match=r"No such file|Not a directory") as caught:
        write([person(1)], path)

    assert (caught.value.filename, caught.value.filename2) == (str(path), None)


def test_an_error_about_another_file_keeps_its_name(tmp_path: Path) -> None:
    with (
        pytest.raises(FileNotFoundError) as caught,
        written_whole(tmp_path / "out.txt"),
    ):
        (tmp_path / "none").read_bytes()

    assert caught.value.filename == str(tmp_path / "none")
