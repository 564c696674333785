"""How long a run takes and how much memory, step by step, in a copy of the project.

Absolute seconds belong to the machine; the ratios to a warm rebuild, from the same run, travel.
The peak is that of the largest single process, as the system counts it for a finished child.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from reports.bench_data import multiply_prices
from reports.errors import RunError

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache")
KILOBYTES_A_MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024  # macOS counts bytes


@dataclass(frozen=True)
class Step:
    """One measured run: wall seconds, peak memory, rows of prices, where the time went."""

    name: str
    seconds: float
    peak_megabytes: float
    price_rows: int
    seconds_by_part: dict[str, float]
    slowest_models: dict[str, float]


def run(project: Path, is_quick: bool, has_setup: bool) -> int:
    """Measure, print a table, write build/bench.json. Returns 0.

    Raises:
        RunError: a measured run failed.
    """
    with tempfile.TemporaryDirectory(prefix="ai_economics_bench_") as folder:
        copy = Path(folder) / "project"
        shutil.copytree(project, copy, ignore=LEFT_OUT)
        steps = [_setup(copy)] if has_setup else []
        for name, change in (
            ("cold", None),
            ("nothing changed", None),
            ("words of one memo", lambda: _touch(copy, "templates/memos/*.j2", "{# bench #}")),
            ("one model", lambda: _touch(copy, "dbt_project/models/marts/*.sql", "{# bench #}")),
            ("warm rebuild", lambda: _forget(copy)),
        ):
            steps.append(_measure(copy, name, change))
        for factor in (10,) if is_quick else (10, 100, 1000):
            steps.append(_measure(copy, f"prices x {factor}", partial(_multiply, copy, factor)))
    _print(steps)
    _write(project / "build/bench.json", steps)
    return 0


def _touch(copy: Path, pattern: str, text: str) -> None:
    """Change the first file of a form without changing what it says."""
    path = sorted(copy.glob(pattern))[0]
    path.write_text(path.read_text(encoding="utf-8") + text + "\n", encoding="utf-8")


def _forget(copy: Path) -> None:
    """Remove what was built; what was cached stays."""
    shutil.rmtree(copy / "build/vintages")
    (copy / "build/current").unlink()


def _multiply(copy: Path, factor: int) -> None:
    _forget(copy)
    multiply_prices(copy, factor)


def _setup(copy: Path) -> Step:
    seconds, peak = _timed(["make", "setup"], copy)
    shutil.rmtree(copy / ".venv", ignore_errors=True)
    return Step("set-up", seconds, peak, 0, {}, {})


def _measure(copy: Path, name: str, change: Callable[[], None] | None) -> Step:
    if change:
        change()
    print(f"measuring: {name}", file=sys.stderr, flush=True)
    before = _node_file(copy).stat().st_mtime_ns if _node_file(copy).exists() else 0
    seconds, peak = _timed([sys.executable, "-m", "reports", "build"], copy)
    is_built = _node_file(copy).exists() and _node_file(copy).stat().st_mtime_ns != before
    parts, slowest = _node_seconds(copy) if is_built else ({}, {})
    with (copy / "ingest/bundled/llm_prices.csv").open("rb") as file:
        rows = sum(1 for _ in file) - 1
    return Step(name, round(seconds, 2), round(peak), rows, parts, slowest)


def _timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Wall seconds and peak megabytes of a command.

    Raises:
        RunError: the command failed; its last words.
    """
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    with tempfile.TemporaryFile("w+") as words:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=words, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        words.seek(0)
        last = (words.read().splitlines() or ["nothing"])[-1]
    if child.returncode:
        raise RunError(f"bench: expected {' '.join(command[1:])} to succeed, found: {last}")
    return seconds, usage.ru_maxrss / KILOBYTES_A_MEGABYTE


def _node_file(copy: Path) -> Path:
    return copy / "build/cache/dbt/seconds.json"


def _node_seconds(copy: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds inside dbt by kind of node, and of the five slowest models."""
    seconds = json.loads(_node_file(copy).read_text(encoding="utf-8"))
    parts: Counter[str] = Counter()
    for node, value in seconds.items():
        parts[node.partition(".")[0]] += value
    models = {
        node.rpartition(".")[2]: round(value, 2)
        for node, value in seconds.items()
        if node.startswith("model.")
    }
    slowest = sorted(models, key=lambda name: (-models[name], name))[:5]
    return {k: round(v, 2) for k, v in parts.items()}, {name: models[name] for name in slowest}


def _warm_seconds(steps: list[Step]) -> float:
    return next(step.seconds for step in steps if step.name == "warm rebuild")


def _print(steps: list[Step]) -> None:
    warm = _warm_seconds(steps)
    print(f"{'step':20}{'seconds':>9}{'x warm':>8}{'peak MB':>9}{'price rows':>12}  slowest models")
    for step in steps:
        slowest = ", ".join(f"{name} {value:g}" for name, value in step.slowest_models.items())
        print(
            f"{step.name:20}{step.seconds:9.2f}{step.seconds / warm:8.2f}"
            f"{step.peak_megabytes:9.0f}{step.price_rows:12,}  {slowest}"
        )


def _write(path: Path, steps: list[Step]) -> None:
    warm = _warm_seconds(steps)
    rows = [{**asdict(step), "times_warm_rebuild": round(step.seconds / warm, 3)} for step in steps]
    machine = {"processors": os.cpu_count(), "system": sys.platform}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"machine": machine, "steps": rows}, indent=1) + "\n")
