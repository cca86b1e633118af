"""Leaving in a hurry: from Ctrl-Q to the moment at which nothing of the journal is on the screen."""

import time

import ratio
from bench import LEAVE_HEARTH
from report import Row, spell

BAR_MS = 50
PASSPHRASE = "barley corn and clover"
SEALED_READY = "The journal is sealed"
# Trying a passphrase takes half a second: one leaves in the middle of it.
WHILE_TRYING_S = 0.15


def measure(bench):
    rounds = bench.rounds(20, 5)
    journal, sealed = bench.journal(10_000), bench.sealed("sealed", PASSPHRASE)
    return [
        _row("leaving at once, while typing", [_typing(bench, journal) for _ in range(rounds)]),
        _row("leaving at once, out of the palette", [_palette(bench, journal) for _ in range(rounds)]),
        _row("leaving at once, while unlocking", [_unlocking(bench, sealed) for _ in range(rounds)]),
    ]


def _typing(bench, journal):
    with bench.open_page(journal) as program:
        program.press(b"A long day on the water")
        return program.vanish(LEAVE_HEARTH)


def _palette(bench, journal):
    with bench.open_list(journal) as program:
        program.press(b"\x10")
        return program.vanish(LEAVE_HEARTH)


def _unlocking(bench, journal):
    with bench.open(journal, SEALED_READY) as program:
        program.type(PASSPHRASE.encode() + b"\r")
        time.sleep(WHILE_TRYING_S)
        return program.vanish(LEAVE_HEARTH)


def _row(what, times):
    worst = max(times)
    return Row(what, f"{spell(worst)} at most", "", ratio.exactly(worst / 1e6), BAR_MS, "ms")
