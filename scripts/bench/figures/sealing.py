"""What sealing costs: the same journal sealed and as SQLite alone would keep it, taking turns in the same run."""

import os
import re
import shutil
import subprocess
from functools import partial
from statistics import median

import journals
import ratio
from command import Failed
from report import Row, spell
from turns import take

SAVES = 50
REKEYED = 100_000
OPENING_MS, SEARCH_MS, LATE_SEARCH_MS, REKEY_S = 5, 1, 8, 5


def measure(bench):
    rows = [row for entries in (1_000, 10_000) for row in Pair(bench, entries).rows()]
    if not bench.is_full:
        return rows
    whole = Pair(bench, REKEYED)
    return [*rows, *whole.rows(), whole.rekeying()]


class Pair:
    """A journal of that many entries in both forms, in a folder of its own."""

    def __init__(self, bench, entries):
        self._bench = bench
        self._entries = entries
        made = journals.journal(bench.hearth, bench.shelf, entries)
        self._text = made.text
        self._folder = bench.folder / f"pair-{entries}"
        shutil.copytree(made.folder, self._folder)
        self._plain = bench.folder / f"plain-{entries}.sqlite"
        # The plain one is written out without pages that are free; so is the sealed one, before it is weighed beside it.
        self._weigh("rekey")
        self._weigh("plain", plain=True)
        self._weigh("open")

    def rows(self):
        # While both hold the same: the search index merges its parts when it has grown by so much, which costs a few saves
        # more than all others.
        size, instructions = self._size(), self._instructions()
        return [size, self._opening(), *self._search(), self._saving(), self._syncs(), instructions]

    def _command(self, work, plain=False, times=1):
        words = [self._bench.hearth, "weigh", "--journal", self._folder, "--work", work, "--times", times]
        return [str(word) for word in words + (["--plain", self._plain] if plain else [])]

    def _weigh(self, work, plain=False, times=1, before=(), said=None):
        """The numbers it printed, and what it said beside."""
        environment = {"HOME": str(self._bench.home), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
        done = subprocess.run(
            [*before, *self._command(work, plain, times)], env=environment, input=said, capture_output=True, text=True)
        if done.returncode:
            raise Failed(f"hearth weigh --work {work} ended with {done.returncode}: {done.stderr.strip()}")
        return [int(line) for line in done.stdout.split()], done.stderr

    def _named(self, what):
        return f"{what}, {self._entries:,}"

    # MARK: Figures

    def _size(self):
        ours, theirs = ((path).stat().st_size for path in (self._folder / "journal.db", self._plain))
        return Row(self._named("sealed file, beside plain"), f"{ours / 1e6:.1f} MB", f"{theirs / 1e6:.1f} MB",
                   ratio.exactly(ours / theirs), 1.01)

    def _opening(self):
        """Without trying a passphrase; the first screen's questions to the journal are in it."""
        forms = {"ours": False, "plain": True}
        times = take(forms, self._bench.rounds(40, 10), lambda plain, _: self._weigh("open", plain)[0][0])
        middle = median(times["ours"])
        return Row(self._named("opening, to the first screen"), spell(middle), f"{spell(median(times['plain']))} plain",
                   ratio.exactly(middle / 1e6), OPENING_MS, "ms")

    def _search(self):
        words = journals.words(self._text, self._bench.rounds(40, 10))
        typed = "".join(f"{word[:end + 1]}\n" for word in words for end in range(len(word)))
        ours, theirs = (self._weigh("search", plain, said=typed)[0] for plain in (False, True))
        late = ratio.quantile(0.99)
        return [
            Row(self._named("a search key in the store, median"), spell(median(ours)), f"{spell(median(theirs))} plain",
                ratio.exactly(median(ours) / 1e6), SEARCH_MS, "ms"),
            Row(self._named("a search key in the store, 99 of 100"), spell(late(ours)), f"{spell(late(theirs))} plain",
                ratio.exactly(late(ours) / 1e6), LATE_SEARCH_MS, "ms"),
        ]

    def _saving(self):
        ours, theirs = (self._weigh("save", plain, SAVES)[0] for plain in (False, True))
        return Row(self._named("a save, median"), spell(median(ours)), f"{spell(median(theirs))} plain")

    def _syncs(self):
        if not shutil.which("strace"):
            return Row(self._named("syncs a save"), "no strace")
        before = ["strace", "-f", "-c", "-e", "trace=fdatasync,fsync"]
        none, some = (_calls(self._weigh("save", times=times, before=before)[1]) for times in (0, SAVES))
        each = (some - none) / SAVES
        return Row(self._named("syncs a save"), f"{each:.2f}", "", ratio.exactly(each), 1.1, "")

    def _instructions(self):
        """Counted by valgrind: where programs run in a virtual machine the processor often does not count."""
        what = self._named("instructions a save, beside plain")
        if not shutil.which("valgrind"):
            return Row(what, "no valgrind")
        before = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        count = partial(self._weigh, "save", before=before)
        ours, theirs = (
            (_collected(count(plain, SAVES)[1]) - _collected(count(plain, 0)[1])) / SAVES for plain in (False, True))
        return Row(what, f"{ours / 1e6:.2f} M", f"{theirs / 1e6:.2f} M", ratio.exactly(ours / theirs), 1.6)

    def rekeying(self):
        took = median(self._weigh("rekey")[0][0] for _ in range(self._bench.rounds(3, 1)))
        return Row(f"sealing {self._entries:,} anew", spell(took), "", ratio.exactly(took / 1e9), REKEY_S, "s")


def _calls(said):
    return sum(int(line.split()[3]) for line in said.splitlines() if re.search(r"\bf(data)?sync$", line))


def _collected(said):
    return int(re.search(r"Collected : (\d+)", said).group(1))
