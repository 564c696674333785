"""One run of the whole way: warehouse, memos, checks, one published vintage."""

import gc
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from reports import vintage
from reports.errors import DATA, RunError
from reports.figures import VintageInfo
from reports.progress import Progress
from reports.request import Request

DATA_FILES = (
    "ingest/*.py",
    "ingest/bundled/*.csv",
    "dbt_project/*.yml",
    "dbt_project/macros/**/*.sql",
    "dbt_project/seeds/*",
    "dbt_project/models/**/*.*",
    "dbt_project/tests/**/*.sql",
    "reports/warehouse.py",
    "reports/comments.py",
)
MEMO_FILES = ("reports/**/*.py", "templates/**/*.*")
DATA_LIBRARIES = ("duckdb", "dbt-core", "dbt-duckdb", "numpy")
MEMO_LIBRARIES = (
    "weasyprint",
    "pydyf",
    "fonttools",
    "matplotlib",
    "jinja2",
    "font-source-sans-pro",
    "font-source-serif-pro",
)


@dataclass(frozen=True)
class Inputs:
    """Everything that decides the bytes of a vintage."""

    files: dict[str, str]
    libraries: dict[str, str]
    data_fingerprint: str
    fingerprint: str


def read_inputs(project: Path, request: Request) -> Inputs:
    """Hash the files and library versions that a request depends on."""
    data_files = vintage.hash_files(project, DATA_FILES)
    memo_files = vintage.hash_files(project, MEMO_FILES)
    libraries = {name: version(name) for name in (*DATA_LIBRARIES, *MEMO_LIBRARIES)}
    data = vintage.fingerprint(
        data_files, {name: libraries[name] for name in DATA_LIBRARIES}, request.variables
    )
    whole = vintage.fingerprint(data, memo_files, libraries, request.memos)
    return Inputs({**data_files, **memo_files}, libraries, data, whole)


def vintage_name(request: Request, inputs: Inputs, previous: str | None) -> str:
    """Folder name: day of the view, hash of all that decides the bytes, and the kind of view.

    Args:
        previous: name of the vintage that the memos are compared with, for they print it.
    """
    kind = "_what_if" if request.overrides else "_as_of" if request.is_as_of_view else ""
    whole = vintage.fingerprint(inputs.fingerprint, previous) if previous else inputs.fingerprint
    return f"{request.as_of.isoformat()}_{whole[:10]}{kind}"


def find_finished(folder: Path, request: Request, inputs: Inputs) -> Path | None:
    """The vintage that was made of the same inputs for the same kind of view, if there is one."""
    for path, manifest in vintage.all_vintages(folder):
        if (manifest["fingerprint"], manifest["is_as_of_view"]) == (
            inputs.fingerprint, request.is_as_of_view,
        ):  # fmt: skip
            return path
    return None


def build(project: Path, request: Request) -> tuple[Path, bool]:
    """Build and publish what was asked for.

    Returns: folder of the vintage, and whether anything had to be done.

    Raises:
        RunError: the run failed; what was published before is untouched.
    """
    folder = project / "build"
    with vintage.exclusive(folder), Progress() as progress:
        vintage.sweep(folder)
        inputs = read_inputs(project, request)
        current = vintage.current(folder)
        if finished := find_finished(folder, request, inputs):
            is_moved = request.is_plain and current != finished.resolve()
            if is_moved:
                vintage.point_to(folder, finished.name)
            return finished, is_moved
        previous = current if request.is_plain else None
        name = vintage_name(request, inputs, previous.name if previous else None)
        work = vintage.new_work_folder(folder, name)
        _make_warehouse(project, folder, work, request, inputs, progress)
        information = VintageInfo(
            id=name,
            as_of_date=request.as_of,
            is_as_of_view=request.is_as_of_view,
            is_what_if=bool(request.overrides),
            overrides=dict(request.overrides),
            previous=previous,
        )
        checks = _make_memos(project, folder, work, request, information, progress)
        _write_manifest(work, request, inputs, information, checks)
        progress.show("publish")
        return vintage.publish(folder, work, name, request.is_plain), True


def _make_warehouse(
    project: Path, folder: Path, work: Path, request: Request, inputs: Inputs, progress: Progress
) -> None:
    """Link the warehouse of a vintage with the same data, else build a new one."""
    for path, manifest in vintage.all_vintages(folder):
        if manifest["data_fingerprint"] == inputs.data_fingerprint:
            _link_warehouse(path, work)
            return
    command = [sys.executable, "-m", "reports.warehouse", "--project", str(project)]
    command += ["--work", str(work), "--target", str(folder / "cache/dbt")]
    command += ["--vars", json.dumps(request.variables)]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    pipe = subprocess.PIPE  # standard input only tells the child when this process ends
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=errors, text=True, env=environment
        ) as child,
    ):
        from reports import render  # noqa: F401  loads the memos' libraries while dbt works

        what = ""
        for line in child.stdout:
            done, total, what = (line.rstrip("\n").split("\t") + ["", ""])[:3]
            if done.isdigit() and total.isdigit():
                progress.show(what, int(done), int(total))
        child.wait()
        errors.seek(0)
        words = errors.read()
    if child.returncode:
        raise RunError(_reason(what, words, child.returncode), DATA)


def _reason(last_progress: str, words: str, code: int) -> str:
    """Why the child ended: its own last line, else the error that a traceback names."""
    if last_progress.startswith("failed: "):
        return last_progress.removeprefix("failed: ")
    named = re.findall(r"^[\w.]*(?:Error|Exception)\b.*$", words, re.MULTILINE)
    found = named[-1] if named else f"exit code {code}"
    return f"reports/warehouse.py: expected a warehouse, found {found} during {last_progress!r}"


def _link_warehouse(source: Path, work: Path) -> None:
    """Hard links: a published file is never written again, so two vintages may share it."""
    (work / "parquet").mkdir()
    shared = [source / vintage.DATABASE, source / "lineage.json", *source.glob("parquet/*")]
    for path in shared:
        os.link(path, work / path.relative_to(source))


def _make_memos(
    project: Path, folder: Path, work: Path, request: Request, information: VintageInfo,
    progress: Progress,
) -> list[dict[str, Any]]:  # fmt: skip
    from reports import render

    gc.disable()  # pages are large trees and the process is short: a third of the time saved
    try:
        return render.render_all(
            project, work, request.memos, information, folder / "cache/charts", progress.show
        )
    finally:
        gc.enable()


def _write_manifest(
    work: Path, request: Request, inputs: Inputs, information: VintageInfo,
    checks: list[dict[str, Any]],
) -> None:  # fmt: skip
    manifest = {
        "vintage": information.id,
        "previous_vintage": information.previous.name if information.previous else None,
        "as_of_date": request.as_of.isoformat(),
        "is_as_of_view": request.is_as_of_view,
        "assumption_overrides": dict(request.overrides),
        "memos": list(request.memos),
        "data_fingerprint": inputs.data_fingerprint,
        "fingerprint": inputs.fingerprint,
        "inputs": inputs.files,
        "libraries": inputs.libraries,
        "checks": checks,
    }
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    (work / vintage.MANIFEST).write_text(text, encoding="utf-8")


def clean(project: Path) -> None:
    """Remove everything that can be built again."""
    with vintage.exclusive(project / "build"):
        for path in (project / "build").iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != "lock":
                path.unlink()
