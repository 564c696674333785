"""What the tests share: the project, copies of it, one warehouse and memos built once a session."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.conventions.tree_rules import project_files
from tests.miniature import write_miniature

PROJECT = Path(__file__).resolve().parent.parent
settings.register_profile("project", database=None, deadline=None, derandomize=True)
settings.load_profile("project")


def command_environment(folder: Path) -> dict[str, str]:
    """Environment of a program that is run in a copy of the project, on a fixed day."""
    unwanted = ("MEMO", "AS_OF", "SET", "CASES", "FIGURE", "Q", "MAKEFLAGS", "MAKELEVEL")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {
        **kept,
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": "1795219200",  # 2026-11-21
    }


def run_python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m <arguments>` in a copy of the project."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=command_environment(folder),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=600,
    )


def copy_project(target: Path) -> Path:
    """A copy of every file that belongs to the project."""
    for place in project_files(PROJECT):
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(PROJECT / place, target / place)
    return target


@pytest.fixture(scope="session")
def project() -> Path:
    """The project itself; never written to."""
    return PROJECT


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """dbt's manifest of the project, parsed once into a temporary folder."""
    target = tmp_path_factory.mktemp("parse")
    folder = str(PROJECT / "dbt_project")
    environment = {"AI_ECONOMICS_DATABASE": str(target / "none.duckdb"), "DO_NOT_TRACK": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "from dbt.cli.main import cli; cli()", "--no-use-colors"]
        + ["--log-level-file", "none", "parse", "--project-dir", folder, "--profiles-dir", folder]
        + ["--target-path", str(target), "--log-path", str(target)],
        env={**command_environment(PROJECT), **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    return json.loads((target / "manifest.json").read_text(encoding="utf-8"))


def start_build(folder: Path, *options: str) -> subprocess.Popen[str]:
    """Start `python -m reports build` in a copy of the project, to go on meanwhile."""
    return subprocess.Popen(
        [sys.executable, "-m", "reports", "build", *options],
        cwd=folder,
        env=command_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish_build(running: subprocess.Popen[str]) -> None:
    """Wait for a build that has to succeed."""
    _, errors = running.communicate(timeout=600)
    assert running.returncode == 0, errors


def build_side_by_side(folders: list[Path], *options: str) -> None:
    """Build several copies at the same time; all have ended before any is judged."""
    running = [start_build(folder, *options) for folder in folders]
    errors = [build.communicate(timeout=600)[1] for build in running]
    assert [build.returncode for build in running] == [0] * len(folders), errors


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of the real project, each with its vintage published, built side by side.

    The first is a git working tree with everything added, so that a test can ask what changed.
    """
    first = copy_project(tmp_path_factory.mktemp("first"))
    second = copy_project(tmp_path_factory.mktemp("second") / "in another folder")
    for arguments in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *arguments], cwd=first, check=True, capture_output=True)
    build_side_by_side([first, second])
    return first, second


@pytest.fixture(scope="session")
def built(twins: tuple[Path, Path]) -> Path:
    """A copy of the project with its real vintage published: build/current. Read it only."""
    return twins[0]


@pytest.fixture(scope="session")
def _miniature(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_miniature(PROJECT, tmp_path_factory.mktemp("miniature"))
    finish_build(start_build(folder))
    return folder


@pytest.fixture
def miniature(_miniature: Path, tmp_path: Path) -> Path:
    """A miniature project of the test's own, its vintage published."""
    return Path(shutil.copytree(_miniature, tmp_path / "miniature", symlinks=True))


def published_bytes(folder: Path) -> dict[str, bytes]:
    """Everything a reader of build/current sees, by path."""
    current = folder / "build/current"
    assert current.is_symlink()
    return {
        path.relative_to(current.resolve()).as_posix(): path.read_bytes()
        for path in sorted(current.resolve().rglob("*"))
        if path.is_file()
    }
