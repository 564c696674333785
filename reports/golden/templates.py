"""Compiling the calls of the macros with dbt, as the models do, all in one run."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reports.errors import RunError

MARK = "/* next statement */"
PROJECT_FILE = """name: ai_economics
version: "1.0.0"
profile: ai_economics
config-version: 2
flags: {send_anonymous_usage_stats: false}
"""
PROFILE_FILE = """ai_economics:
  target: duckdb
  outputs:
    duckdb: {type: duckdb, path: ":memory:", threads: 1}
"""


def compile_templates(project: Path, templates: Sequence[str]) -> list[str]:
    """SQL of each template. dbt sees the project's macros and none of its models.

    Without models its start does not grow with the project, and a golden run does not need the
    warehouse to be in order.

    Raises:
        RunError: dbt does not compile a template, or a macro.
    """
    from dbt.cli.main import dbtRunner  # costs more than a second

    with tempfile.TemporaryDirectory(prefix="golden_") as folder, _quiet():
        work = Path(folder)
        (work / "dbt_project.yml").write_text(PROJECT_FILE, encoding="utf-8")
        (work / "profiles.yml").write_text(PROFILE_FILE, encoding="utf-8")
        shutil.copytree(project / "dbt_project/macros", work / "macros")
        result = dbtRunner().invoke([
            "--quiet", "--log-level", "none", "--log-level-file", "none", "compile",
            "--inline", f"\n{MARK}\n".join(templates), "--no-populate-cache", "--no-introspect",
            "--project-dir", folder, "--profiles-dir", folder,
            "--target-path", str(work / "target"), "--log-path", str(work / "logs"),
        ])  # fmt: skip
    if not result.success:
        raise RunError(f"golden cases: dbt does not compile the macros: {result.exception}")
    compiled = result.result.results[0].node.compiled_code.split(MARK)
    if len(compiled) != len(templates):
        raise RunError(f"golden cases: expected {len(templates)} statements, found {len(compiled)}")
    return compiled


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """dbt prints the compiled text whatever it is told; here it is only read."""
    with Path(os.devnull).open("w") as sink, contextlib.redirect_stdout(sink):
        yield
