"""The doctor says what is missing and which command installs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from reports import doctor


def test_everything_there_means_nothing_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "is_loadable", lambda linux_name, mac_name: True)
    monkeypatch.setattr(sys, "argv", ["doctor.py"])
    assert doctor.main() == 0
    assert "MISSING" not in capsys.readouterr().out


def test_a_missing_library_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        doctor, "is_loadable", lambda linux_name, mac_name: "subset" not in linux_name
    )
    monkeypatch.setattr(doctor.shutil, "which", lambda tool: f"/usr/bin/{tool}")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", ["doctor.py"])
    assert doctor.main() == 1
    printed = capsys.readouterr().out
    assert "MISSING HarfBuzz subset" in printed
    assert "run: sudo apt-get install -y libharfbuzz-subset0" in printed


def test_a_user_without_rights_gets_the_line_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "is_loadable", lambda linux_name, mac_name: False)
    monkeypatch.setattr(doctor.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(doctor, "_is_sudo_free", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert doctor.install(doctor.missing_packages()) == 1
    assert "libpango-1.0-0" in capsys.readouterr().err


def test_root_installs_without_sudo_and_without_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.os, "geteuid", lambda: 0)
    monkeypatch.setattr(doctor.shutil, "which", lambda tool: f"/usr/bin/{tool}")
    monkeypatch.setattr(sys, "platform", "linux")
    update, install = doctor.install_commands(["libpango-1.0-0"])
    assert update[0] == "apt-get"
    assert "DEBIAN_FRONTEND=noninteractive" in install
    assert install[-1] == "libpango-1.0-0"


def test_the_doctor_runs_with_the_standard_library_alone(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(project / "reports/doctor.py")],
        capture_output=True,
        text=True,
        cwd=project,
    )
    assert "Python" in done.stdout
    assert done.returncode in (0, 1)
    assert done.stderr == ""
