"""The programs Hearth is measured beside: nano and ripgrep from Debian, jrnl from PyPI."""

import os
import shutil
import subprocess
import sys

PACKAGES = {"nano": "nano", "rg": "ripgrep"}


class Missing(Exception):
    """Something cannot be had here; says how a person gets it."""


def bring():
    """Paths of nano and rg, installed by name where that is allowed without a question."""
    if missing := _missing():
        _install(missing)
    if missing := _missing():
        raise Missing(f"The bench measures beside {' and '.join(missing)}. This installs it:"
                      f"  sudo apt-get install {' '.join(missing)}")
    return {name: shutil.which(name) for name in PACKAGES}


def jrnl(folder):
    """The path of jrnl, installed into a virtual environment in `folder`; None where it cannot be reached."""
    command = folder / "venv/bin/jrnl"
    if not command.exists():
        say("Installing jrnl into", folder / "venv")
        shutil.rmtree(folder / "venv", ignore_errors=True)
        made = _runs([sys.executable, "-m", "venv", folder / "venv"]) and _runs(
            [folder / "venv/bin/python", "-m", "pip", "install", "--quiet", "--retries", "1", "jrnl"])
        if not made:
            shutil.rmtree(folder / "venv", ignore_errors=True)
    return command if command.exists() else None


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def _missing():
    return [package for name, package in PACKAGES.items() if not shutil.which(name)]


def _install(packages):
    root = _root()
    if root is None or not shutil.which("apt-get"):
        return
    say("Installing what is missing:", *packages)
    apt = [*root, "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    _runs([*apt, "update"]) and _runs([*apt, "install", "-y", "--no-install-recommends", *packages])


def _root():
    """How to become root without being asked anything; None where that cannot be."""
    if os.geteuid() == 0:
        return ["env"]
    return ["sudo", "-n", "env"] if shutil.which("sudo") and _runs(["sudo", "-n", "true"]) else None


def _runs(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          check=False).returncode == 0
