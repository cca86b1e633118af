"""What it costs to be there: waking up while nobody does anything, and memory while much is looked at."""

import time
from contextlib import ExitStack

import journals
import kernel
import ratio
from report import Row

IDLE_S = 10
# A page is kept as a draft by then, and threads that had something to do have ended.
SETTLING_S = 12
ENTRIES = 100_000
PAGE_DOWN, DOWN, END = b"\x1b[6~", b"\x1b[B", b"\x1b[F"
MEGABYTE = 1 << 20


def measure(bench):
    return [_idle(bench), _memory(bench)]


def _idle(bench):
    """On Today, in the Journal and on a page with a word on it, all at the same time."""
    with ExitStack() as opened:
        page = opened.enter_context(bench.open_page(bench.empty("idle")))
        page.press(b"hello ")
        ours = [page, opened.enter_context(bench.open_list(bench.journal(1_000))),
                opened.enter_context(bench.open(bench.journal(10_000)))]
        nano = opened.enter_context(bench.open_nano())
        time.sleep(SETTLING_S)
        before = [kernel.sleeps(program.pid) for program in (*ours, nano)]
        time.sleep(IDLE_S)
        *counts, theirs = (_wake_ups(program, asleep) for program, asleep in zip((*ours, nano), before))
    return Row("wake-ups in 10 s, on three screens", f"{sum(counts)}", f"{theirs}", ratio.exactly(sum(counts)), 0, "")


def _wake_ups(program, before):
    """A thread that has ended woke up to do so."""
    now = kernel.sleeps(program.pid)
    ended = len(before.keys() - now.keys())
    return ended + sum(count - before.get(thread, 0) for thread, count in now.items())


def _memory(bench):
    """At its highest: after start, far down the list, to its end and through searches that find most of it."""
    journal = bench.journal(ENTRIES)
    with bench.open_list(journal) as program:
        for keys in (DOWN * 200, PAGE_DOWN * 50, END):
            program.press(keys)
        for word in journals.words(journal.text, 8):
            program.press(b"/" + word.encode() + b"\x1b")
        program.press(b"1")
        peak = kernel.peak_memory(program.pid) / MEGABYTE
    return Row("memory with 100,000, at its highest", f"{peak:.0f} MB", "", ratio.exactly(peak), 60, "MB")
