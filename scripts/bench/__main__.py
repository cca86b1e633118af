"""Measures Hearth beside what people would use instead, and prints one table: `make bench`.

Everything is a ratio of what took turns in the same run; times of two runs say nothing about each other. docs/bench.md
says what is measured and how to read it.
"""

import argparse
import gc
import os
import sys
import tempfile
from pathlib import Path

import peers
from bench import Bench
from command import Failed
from figures import charts, commands, floods, keys, leaving, patterns, rest, sealing, search, start
from program import Stuck
from report import Row, Verdict, table

ROOT = Path(__file__).resolve().parent.parent.parent
FIGURES = {"start": start, "keys": keys, "floods": floods, "search": search, "commands": commands, "rest": rest,
           "leaving": leaving, "sealing": sealing, "charts": charts, "patterns": patterns}


def main():
    options = _options()
    try:
        found = peers.find()
    except peers.Missing as missing:
        peers.say(missing)
        return 1
    shelf = ROOT / ".build/bench"
    shelf.mkdir(parents=True, exist_ok=True)
    _be_undisturbed()
    with tempfile.TemporaryDirectory(dir=shelf, prefix="run-") as folder:
        bench = Bench(options.hearth, found, peers.jrnl(shelf), shelf, Path(folder), options.quick, options.full)
        rows = [row for name in options.only for row in _measured(name, bench)]
    print(table(rows))
    return int(options.strict and any(row.verdict in (Verdict.NOT, Verdict.FAILED) for row in rows))


def _options():
    parser = argparse.ArgumentParser(prog="bench", description="Measures Hearth beside nano, ripgrep and jrnl.")
    parser.add_argument("--hearth", type=Path, default=ROOT / ".build/release/hearth", help="the program to measure")
    parser.add_argument("--quick", action="store_true", help="fewer turns: wider spans")
    parser.add_argument("--full", action="store_true", help="what sealing costs with 100,000 entries too")
    parser.add_argument("--strict", action="store_true", help="end with 1 where a bar does not hold")
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=list(FIGURES), help="some figures")
    return parser.parse_args()


def _be_undisturbed():
    gc.disable()
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except PermissionError:
        peers.say("Measuring at the usual priority: only root may raise it.")


def _measured(name, bench):
    """The rows of a figure, or one that says that it could not be taken."""
    peers.say(f"Measuring: {name}")
    try:
        return FIGURES[name].measure(bench)
    except (Stuck, Failed) as trouble:
        peers.say(f"Not measured: {trouble}")
        return [Row(name)]


if __name__ == "__main__":
    sys.exit(main())
