"""One key while writing: to the last byte it brought, at the pace of a person, on an empty page and in a long one."""

from statistics import mean, median

import kernel
import ratio
from bench import PAGE_READY
from report import Row, spell
from turns import take

PACE_S = 0.2
WARM_UP = 10
LINE = 60
LETTERS = "it was a long day and the walk home went along the water and "
TO_THE_END = {"hearth": b"\x1b[1;5F", "nano": b"\x1b/"}
LARGE = 1_000_000


def measure(bench):
    programs = _programs(bench)
    try:
        keys = take(programs, bench.rounds(800, 150), _key, PACE_S, WARM_UP)
    finally:
        for program in programs.values():
            program.end()
    return [
        *_times("a key", keys["ours"], keys["nano"]),
        *_times("a key in 1 MB", keys["ours, large"], keys["nano, large"]),
        _bytes(keys["ours"], keys["nano"]),
        _pieces(keys["ours"], keys["nano"]),
        _processor(keys["ours"], keys["nano"]),
    ]


def _programs(bench):
    large = bench.file("large.md", bench.prose(LARGE))
    journal = bench.empty("large")
    bench.add(journal, large)
    page = bench.open_list(journal)
    page.press(b"e", expecting=PAGE_READY)
    page.press(TO_THE_END["hearth"])
    nano = bench.open_nano(large)
    nano.press(TO_THE_END["nano"])
    programs = {
        "ours": bench.open_page(bench.empty("page")), "nano": bench.open_nano(),
        "ours, large": page, "nano, large": nano,
    }
    for program in programs.values():
        # The first line is a title, and looks like one.
        program.press(b"A long day\r\r")
    return programs


def _key(program, number):
    """The answer, and the processor time of the program before it."""
    if number % LINE == LINE - 1:
        program.press(b"\r")
    before = kernel.processor_time(program.pid)
    return program.ask(LETTERS[number % len(LETTERS)].encode()), before


def _times(what, ours, theirs):
    ours, theirs = ([answer.last for answer, _ in keys] for keys in (ours, theirs))
    late = ratio.quantile(0.99)
    return [
        Row(f"{what}, median", spell(median(ours)), spell(median(theirs)), ratio.of(median, ours, theirs), 1.0),
        Row(f"{what}, 99 of 100", spell(late(ours)), spell(late(theirs)), ratio.of(late, ours, theirs), 1.2),
    ]


def _bytes(ours, theirs):
    ours, theirs = (median(len(answer.bytes) for answer, _ in keys) for keys in (ours, theirs))
    return Row("bytes a key", f"{ours:.0f} B", f"{theirs:.0f} B", ratio.exactly(ours), 19, "B")


def _pieces(ours, theirs):
    ours, theirs = (median(answer.pieces for answer, _ in keys) for keys in (ours, theirs))
    return Row("writes a key, as they come in", f"{ours:.0f}", f"{theirs:.0f}", ratio.exactly(ours), 1, "")


def _processor(ours, theirs):
    """From key to key, so that what is done in between, such as keeping the draft, counts too."""
    ours, theirs = ([after - before for (_, before), (_, after) in zip(keys, keys[1:])] for keys in (ours, theirs))
    return Row("processor time a key", spell(mean(ours)), spell(mean(theirs)), ratio.of(mean, ours, theirs), 1.5)
