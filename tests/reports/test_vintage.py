"""A vintage is published whole or not at all, and by one run at a time."""

import json
import os
from pathlib import Path

import pytest

from reports import vintage
from reports.errors import BUSY, RunError


def finished(build: Path, name: str, words: str = "first") -> Path:
    """A work folder that holds everything a vintage needs."""
    work = vintage.new_work_folder(build, name)
    (work / "memos").mkdir()
    (work / "memos/memo.pdf").write_text(words)
    (work / vintage.DATABASE).write_text("")
    manifest = dict.fromkeys(vintage.KEYS, name) | {"memos": ["memo"]}
    (work / vintage.MANIFEST).write_text(json.dumps(manifest))
    return work


def test_publishing_moves_the_link_last(tmp_path: Path) -> None:
    target = vintage.publish(tmp_path, finished(tmp_path, "a"), "a", is_current=True)
    assert target == tmp_path / "vintages/a"
    assert (tmp_path / "current").readlink() == Path("vintages/a")
    assert vintage.current(tmp_path) == target
    assert list((tmp_path / "work").iterdir()) == []


def test_a_view_of_a_past_day_leaves_the_link(tmp_path: Path) -> None:
    vintage.publish(tmp_path, finished(tmp_path, "a"), "a", is_current=True)
    vintage.publish(tmp_path, finished(tmp_path, "b"), "b", is_current=False)
    assert vintage.current(tmp_path) == tmp_path / "vintages/a"
    assert [folder.name for folder, _ in vintage.all_vintages(tmp_path)] == ["a", "b"]


def test_a_failed_rename_leaves_what_was_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vintage.publish(tmp_path, finished(tmp_path, "a"), "a", is_current=True)
    work = finished(tmp_path, "b")

    def fail(*_: object) -> None:
        raise OSError("disk is full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk is full"):
        vintage.publish(tmp_path, work, "b", is_current=True)
    assert vintage.current(tmp_path) == tmp_path / "vintages/a"
    assert not (tmp_path / "vintages/b").exists()


def test_a_second_run_is_refused_and_the_next_one_is_not(tmp_path: Path) -> None:
    with vintage.exclusive(tmp_path):
        with pytest.raises(RunError) as caught, vintage.exclusive(tmp_path):
            pass
        assert caught.value.code == BUSY == 75
    with vintage.exclusive(tmp_path):
        pass


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    vintage.publish(tmp_path, finished(tmp_path, "a"), "a", is_current=True)
    finished(tmp_path, "b")
    (tmp_path / "current.123").symlink_to("vintages/b")
    (tmp_path / "current.foo").mkdir()
    vintage.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", "vintages"]
    assert vintage.current(tmp_path) == tmp_path / "vintages/a"


@pytest.mark.parametrize("damage", ["", "{", "[1", "[1]", '{"memos": []}', "\udcff"])
def test_a_vintage_with_a_damaged_manifest_is_none_and_is_made_again(
    tmp_path: Path, damage: str
) -> None:
    target = vintage.publish(tmp_path, finished(tmp_path, "a"), "a", is_current=True)
    (target / vintage.MANIFEST).write_bytes(damage.encode(errors="surrogateescape"))
    assert vintage.current(tmp_path) is None
    vintage.publish(tmp_path, finished(tmp_path, "a", "second"), "a", is_current=True)
    assert (tmp_path / "current/memos/memo.pdf").read_text() == "second"


@pytest.mark.parametrize("lost", ["memos/memo.pdf", vintage.DATABASE])
def test_a_vintage_that_lost_a_file_is_none(tmp_path: Path, lost: str) -> None:
    target = vintage.publish(tmp_path, finished(tmp_path, "a"), "a", is_current=True)
    (target / lost).unlink()
    assert vintage.current(tmp_path) is None
    assert vintage.all_vintages(tmp_path) == []


def test_before_the_first_vintage_there_is_none(tmp_path: Path) -> None:
    assert vintage.current(tmp_path) is None
    assert vintage.all_vintages(tmp_path) == []


def test_fingerprints_follow_values_and_not_the_order_of_keys() -> None:
    assert vintage.fingerprint({"a": 1, "b": 2}) == vintage.fingerprint({"b": 2, "a": 1})
    assert vintage.fingerprint({"a": 1}) != vintage.fingerprint({"a": 2})
    assert vintage.fingerprint("a", "b") != vintage.fingerprint("ab")


def test_files_are_hashed_by_their_place(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("")
    hashes = vintage.hash_files(tmp_path, ["*.csv", "b.*"])
    assert hashes == {
        "b.csv": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    }  # the sha256 of nothing, FIPS 180-2
