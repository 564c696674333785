"""Vintages: one folder a run, published by one atomic rename, never changed afterwards.

build/vintages/<id>/   ai_economics.duckdb, parquet/, memos/, lineage.json, manifest.json
build/current          symlink to the newest good vintage; moved last of all
build/work/            folders of runs that are not finished; swept at the next start
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reports.errors import BUSY, RunError

DATABASE = "ai_economics.duckdb"
MANIFEST = "manifest.json"
KEYS = {
    "vintage", "fingerprint", "data_fingerprint", "as_of_date", "is_as_of_view", "memos",
    "assumption_overrides",
}  # fmt: skip


@contextmanager
def exclusive(build: Path) -> Iterator[None]:
    """Hold the build folder; a second run at the same time is refused.

    Raises:
        RunError: exit code 75, another run holds it.
    """
    build.mkdir(parents=True, exist_ok=True)
    with (build / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RunError(
                f"{build}: expected no other run, found one in progress; wait until it ends",
                BUSY,
            ) from error
        yield


def sweep(build: Path) -> None:
    """Remove what interrupted runs left behind. Call while holding the build folder."""
    shutil.rmtree(build / "work", ignore_errors=True)
    for leftover in build.glob("current.*"):
        shutil.rmtree(leftover) if leftover.is_dir() and not leftover.is_symlink() else (
            leftover.unlink()
        )


def new_work_folder(build: Path, vintage_id: str) -> Path:
    """An empty folder on the same file system as the vintages."""
    work = build / "work" / f"{vintage_id}.{os.getpid()}"
    work.mkdir(parents=True)
    return work


def publish(build: Path, work: Path, vintage_id: str, is_current: bool) -> Path:
    """Make a finished work folder a vintage, and the current one if it is to be.

    Everything is on disk before the rename, and the rename before the symlink moves: a crash at
    any moment leaves the old vintage or the new one.
    """
    for path in sorted(work.rglob("*"), reverse=True):
        _fsync(path)
    _fsync(work)
    target = build / "vintages" / vintage_id
    target.parent.mkdir(exist_ok=True)
    if target.exists():  # the same inputs gave this vintage before, but its manifest was damaged
        shutil.rmtree(target)
    work.rename(target)
    _fsync(target.parent)
    if is_current:
        point_to(build, vintage_id)
    return target


def point_to(build: Path, vintage_id: str) -> None:
    """Move build/current to a vintage, by one atomic rename."""
    link = build / f"current.{os.getpid()}"
    link.symlink_to(Path("vintages") / vintage_id)
    link.replace(build / "current")
    _fsync(build)


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_manifest(vintage: Path) -> dict[str, Any] | None:
    """The manifest of a vintage, or None where there is no whole vintage."""
    try:
        manifest = json.loads((vintage / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    if not isinstance(manifest, dict) or not manifest.keys() >= KEYS:
        return None
    files = [vintage / DATABASE, *(vintage / f"memos/{memo}.pdf" for memo in manifest["memos"])]
    return manifest if all(file.is_file() for file in files) else None


def current(build: Path) -> Path | None:
    """Folder of the current vintage, or None before the first."""
    link = build / "current"
    return link.resolve() if read_manifest(link) else None


def all_vintages(build: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Finished vintages with their manifests, by name."""
    folders = sorted((build / "vintages").glob("*"))
    found = ((folder, read_manifest(folder)) for folder in folders)
    return [(folder, manifest) for folder, manifest in found if manifest]


def hash_files(project: Path, patterns: Iterable[str]) -> dict[str, str]:
    """sha256 of every file that matches, by its path inside the project."""
    paths = {path for pattern in patterns for path in project.glob(pattern) if path.is_file()}
    return {path.relative_to(project).as_posix(): _digest(path) for path in sorted(paths)}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint(*parts: Any) -> str:
    """sha256 of values that JSON can write, keys in order."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
