"""The child process that builds a warehouse, on the real project."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import command_environment, finish_build, start_build


def run_dbt(built: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dbt on a copy of the published database."""
    database = folder / "ai_economics.duckdb"
    if not database.exists():
        shutil.copy2(built / "build/current/ai_economics.duckdb", database)
    environment = {"AI_ECONOMICS_DATABASE": str(database), "DO_NOT_TRACK": "1"}
    project = str(built / "dbt_project")
    return subprocess.run(
        [sys.executable, "-c", "from dbt.cli.main import cli; cli()", "--no-use-colors"]
        + ["--log-level-file", "none", *arguments, "--project-dir", project]
        + ["--profiles-dir", project, "--target-path", str(folder), "--log-path", str(folder)],
        env={**command_environment(built), **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_every_model_passes_its_unit_tests(built: Path, tmp_path: Path) -> None:
    done = run_dbt(built, tmp_path, "test", "--select", "test_type:unit")
    assert done.returncode == 0, done.stdout[-3000:]
    assert "PASS=0" not in done.stdout


def test_models_can_be_made_again_in_the_same_file(built: Path, tmp_path: Path) -> None:
    models = ["stg_bundled__llm_prices", "company_quarters"]
    done = run_dbt(built, tmp_path, "run", "--select", *models)
    assert done.returncode == 0, done.stdout[-3000:]


def test_dbt_reads_only_what_changed_since_the_last_vintage(miniature: Path) -> None:
    model = sorted(miniature.glob("dbt_project/models/marts/*.sql"))[0]
    model.write_text(model.read_text(encoding="utf-8") + "{# changed #}\n", encoding="utf-8")
    finish_build(start_build(miniature))
    seen = json.loads((miniature / "build/cache/dbt/perf_info.json").read_text(encoding="utf-8"))
    assert seen["is_partial_parse_enabled"]
    assert 0 < seen["parsed_path_count"] < seen["path_count"] / 10
