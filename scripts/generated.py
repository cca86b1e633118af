"""Writes what is generated and committed; with --check, only says whether it is fresh."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def settle(files, command):
    """Writes `{path: text}` below the checkout, or with --check compares. Returns the exit status.

    command: what a person runs to renew them, as it stands in the answer.
    """
    changed = [path for path, text in sorted(files.items()) if _now(path) != text]
    if "--check" in sys.argv[1:]:
        for path in changed:
            print(f"{path}:1: stale; `{command}` renews it")
        return 1 if changed else 0
    for path in changed:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(files[path], encoding="utf-8")
        print(f"wrote {path}")
    return 0


def c_string(text):
    """The text between quotes, for C."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _now(path):
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.exists() else None
