"""How often the patterns page is wrong, about diaries of which the truth is known: made up, and looked at once a week.
And how long six questions take it."""

import os
import subprocess
from math import sqrt
from statistics import median

import ratio
from command import Failed
from ratio import Ratio
from report import Row, spell

MAYBE, STEADY = 20, 8
ANSWERS, ASKED_MS = 100_000, 100
NAMES = {"unrelated": "nothing connected", "weekends": "weekends in common", "drift": "a drift in common",
         "linked": "one link of 0.5", "faint": "one link of 0.35"}


def measure(bench):
    said = _run(bench, "rehearse", "--diaries", bench.rounds(1000, 200))
    return [_asked(bench)] + [row for line in said.splitlines() for row in _rows(*line.split("\t"))]


def _asked(bench):
    """After the first, which reads what there is to be asked."""
    folder = bench.answered(ANSWERS).folder
    first, *times = map(int, _run(bench, "weigh", "--journal", folder, "--work", "patterns", "--times", 11).split())
    took = median(times)
    return Row("patterns, six questions", spell(took), f"{spell(first)} the first time", ratio.exactly(took / 1e6),
               ASKED_MS, "ms")


def _run(bench, *words):
    environment = {"HOME": str(bench.home), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    done = subprocess.run([str(word) for word in (bench.hearth, *words)], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"hearth {words[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def _rows(kind, *counts):
    diaries, maybe, steady, seen, sure = map(int, counts)
    name = NAMES[kind]
    rows = [Row(f"a false \"may be\", {name}", _share(maybe, diaries), "", _span(maybe, diaries), MAYBE, "%"),
            Row(f"a false \"fairly steady\", {name}", _share(steady, diaries), "", _span(steady, diaries), STEADY, "%")]
    if seen:
        rows.append(Row(f"seen, {name}", _share(seen, diaries), f"{_share(sure, diaries)} as steady"))
    return rows


def _share(count, diaries):
    return f"{100 * count / diaries:.1f} of 100"


def _span(count, diaries):
    """The share in percent, with the span in which the truth lies 95 times in 100 (Wilson)."""
    share, width = count / diaries, 1.96 ** 2 / diaries
    middle = (share + width / 2) / (1 + width)
    reach = 1.96 * sqrt(share * (1 - share) / diaries + width / diaries / 4) / (1 + width)
    return Ratio(100 * share, 100 * (middle - reach), 100 * (middle + reach))
