"""Rules of STYLE on where files lie."""

from collections import Counter
from pathlib import Path, PurePosixPath

from tests.conventions.findings import Finding

TOP_LEVEL = {
    ".ci", ".github", ".gitignore", "LICENSE", "Makefile", "README.md", "dbt_project", "ingest",
    "page_one.png", "pyproject.toml", "reports", "requirements.lock", "templates", "tests",
}  # fmt: skip
IGNORED = {".git", ".venv", "build", "data", "__pycache__", ".pytest_cache", ".ruff_cache",
           ".hypothesis", "logs", "target", ".user.yml"}  # fmt: skip
FOLDERS = {  # endings that a folder takes, whatever lies below it included
    "ingest": {".py", ".csv"},
    "dbt_project": {".sql", ".yml", ".csv", ".py"},
    "reports": {".py"},
    "templates": {".j2", ".css"},
    "tests": {".py", ".json", ".csv", ".gz", ".j2"},
    ".github": {".yml"},
}


def project_files(project: Path) -> list[str]:
    """All files but what git ignores, as paths inside the project, in order."""
    found = []
    folders = [project]
    for folder in folders:
        for path in folder.iterdir():
            if path.name in IGNORED and (path.name != "build" or folder == project):
                continue
            if path.suffix in (".pyc", ".duckdb", ".wal"):
                continue
            if path.is_dir():
                folders.append(path)
            else:
                found.append(path.relative_to(project).as_posix())
    return sorted(found)


def check_tree(files: list[str]) -> list[Finding]:
    """Files in places that STYLE does not know, and files whose twin is missing."""
    paths = [PurePosixPath(file) for file in files]
    found = [
        Finding("place", file.as_posix(), "expected a place of STYLE, found another")
        for file in paths
        if file.parts[0] not in TOP_LEVEL
        or file.suffix not in FOLDERS.get(file.parts[0], {file.suffix})
    ]
    return found + _twins(set(files)) + _doubles(paths)


def _twins(files: set[str]) -> list[Finding]:
    """A model and its description, a seed and its contract, a memo and its template."""
    pairs = [
        ("dbt_project/models/", ".sql", ".yml"), ("dbt_project/models/", ".yml", ".sql .py"),
        ("dbt_project/seeds/", ".csv", ".yml"), ("dbt_project/seeds/", ".yml", ".csv"),
    ]  # fmt: skip
    found = []
    for start, ending, others in pairs:
        for file in sorted(f for f in files if f.startswith(start) and f.endswith(ending)):
            twins = {file.removesuffix(ending) + other for other in others.split()}
            if not twins & files:
                found.append(Finding("twin", file, f"expected {sorted(twins)} beside it"))
    memos = {PurePosixPath(f).stem for f in files if f.rpartition("/")[0] == "reports/memos"}
    words = {
        PurePosixPath(f).name.removesuffix(".html.j2")
        for f in files
        if f.rpartition("/")[0] == "templates/memos" and f.endswith(".html.j2")
    }
    memos -= {"__init__"}  # parts of a memo lie in folders beside it
    return found + [
        Finding("twin", name, "expected reports/memos/<memo>.py and templates/memos/<memo>.html.j2")
        for name in sorted(memos ^ words)
    ]


def _doubles(paths: list[PurePosixPath]) -> list[Finding]:
    """dbt knows models by name alone: no two may have the same."""
    models = Counter(p.stem for p in paths if p.parts[:2] == ("dbt_project", "models"))
    return [
        Finding("twin", name, "expected one model of this name")
        for name, count in sorted(models.items())
        if count > 2
    ]
