"""What this machine needs to set the pages, and how to get it.

Runs with any Python 3.8 or later and its standard library, because it runs before set-up:
python3 reports/doctor.py            says what is there and what is missing
python3 reports/doctor.py --install  also installs what apt or brew can, where that is allowed
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

# WeasyPrint 70 loads these (https://doc.courtbouillon.org/weasyprint/stable/first_steps.html).
# Without harfbuzz-subset it embeds fonts in another way, and the bytes of the PDF differ.
LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0-0", "libpango-1.0.dylib"),
    "Pango FreeType": ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "libpangoft2-1.0.dylib"),
    "HarfBuzz subset": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset0",
        "libharfbuzz-subset.dylib",
    ),
}
OLDEST_PYTHON = (3, 11)


def is_loadable(linux_name: str, mac_name: str) -> bool:
    """Whether the dynamic loader finds a library."""
    name = mac_name if sys.platform == "darwin" else linux_name
    folders = ("", "/opt/homebrew/lib/", "/usr/local/lib/") if sys.platform == "darwin" else ("",)
    for folder in folders:
        try:
            ctypes.CDLL(folder + name)
            return True
        except OSError:
            continue
    return False


def missing_packages() -> list[str]:
    """Debian packages of everything that is missing, the venv module included."""
    packages = [
        package
        for linux_name, package, mac_name in LIBRARIES.values()
        if not is_loadable(linux_name, mac_name)
    ]
    if importlib.util.find_spec("ensurepip") is None:
        packages.insert(0, "python3-venv")
    return packages


def install_commands(packages: list[str]) -> list[list[str]]:
    """The commands that install the packages here, or none where that is not possible."""
    if sys.platform == "darwin":
        return [["brew", "install", "pango", "harfbuzz"]] if shutil.which("brew") else []
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and _is_sudo_free():
        prefix = ["sudo", "-n"]
    else:
        return []
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    return [
        [*prefix, "apt-get", "update", "-qq"],
        [*prefix, *environment, "apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        + packages,
    ]


def _is_sudo_free() -> bool:
    return subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0


def remedy(packages: list[str]) -> str:
    """The line a person has to run."""
    if sys.platform == "darwin":
        return "brew install pango harfbuzz"
    if shutil.which("apt-get"):
        return "sudo apt-get install -y " + " ".join(packages)
    return "install with your package manager: " + ", ".join(packages) + " (Debian's names)"


def report() -> list[str]:
    """One line a check: ok or missing, what, and why it is needed."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    is_new = sys.version_info[:2] >= OLDEST_PYTHON
    lines = [f"{'ok' if is_new else 'MISSING':8}Python {version} (3.11 or later is needed)"]
    has_venv = importlib.util.find_spec("ensurepip") is not None
    lines.append(f"{'ok' if has_venv else 'MISSING':8}venv with pip (package python3-venv)")
    for name, (linux_name, package, mac_name) in LIBRARIES.items():
        state = "ok" if is_loadable(linux_name, mac_name) else "MISSING"
        lines.append(f"{state:8}{name} (package {package}; needed to set pages)")
    for tool in ("git", "make"):
        lines.append(f"{'ok' if shutil.which(tool) else 'MISSING':8}{tool}")
    free = shutil.disk_usage(".").free // 2**20
    lines.append(f"{'ok' if free > 1500 else 'LOW':8}{free} MB of free disk (1500 are needed)")
    return lines


def install(packages: list[str]) -> int:
    """Install the packages, or say exactly what to run. Returns the exit code."""
    commands = install_commands(packages)
    for command in commands:
        print("installing:", " ".join(command), file=sys.stderr)
        if (
            subprocess.run(command, stdout=subprocess.DEVNULL).returncode
            and "update" not in command
        ):
            break
    left = missing_packages() if commands else packages
    if not left:
        return 0
    print(f"missing system packages: {', '.join(left)}; run: {remedy(left)}", file=sys.stderr)
    return 1


def main() -> int:
    """Returns 0 where everything is there, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install what is missing")
    options = parser.parse_args()
    if sys.version_info[:2] < OLDEST_PYTHON:
        print("\n".join(report()), file=sys.stderr)
        return 1
    packages = missing_packages()
    if options.install:
        return install(packages) if packages else 0
    print("\n".join(report()))
    if packages:
        print(f"run: {remedy(packages)}")
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main())
