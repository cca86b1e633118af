"""The programs Hearth is measured beside: nano and ripgrep from Debian, jrnl from PyPI. `make bench` installs them."""

import shutil
import sys

PACKAGES = {"nano": "nano", "rg": "ripgrep"}


class Missing(Exception):
    """Something is not there; says how a person gets it."""


def find():
    """Paths of nano and rg."""
    if missing := [package for name, package in PACKAGES.items() if not shutil.which(name)]:
        raise Missing(f"The bench measures beside {' and '.join(missing)}. `make bench` installs it, and so does"
                      f"  sudo apt-get install {' '.join(missing)}")
    return {name: shutil.which(name) for name in PACKAGES}


def jrnl(folder):
    """The path of jrnl in the virtual environment below `folder`; None where it is not there."""
    command = folder / "venv/bin/jrnl"
    if command.exists():
        return command
    say("Not beside jrnl: there is no", command, "- `make bench` makes it where PyPI can be reached.")
    return None


def say(*words):
    print(*words, file=sys.stderr, flush=True)
