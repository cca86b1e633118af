"""From just before a program is started to the last byte of its first screen, all of it."""

import ratio
from report import Row, spell
from statistics import median
from turns import take


def measure(bench):
    none, many = bench.journal(0), bench.journal(100_000)
    contestants = {"none": lambda: bench.open(none), "many": lambda: bench.open(many), "nano": bench.open_nano}
    times = take(contestants, bench.rounds(40, 15), lambda start, _: _start(start), warm_up=2)
    middle = {name: spell(median(values)) for name, values in times.items()}
    return [
        Row("start, beside nano", middle["none"], middle["nano"], ratio.of_pairs(times["none"], times["nano"]), 2.5),
        Row("start with 100,000 entries, beside none", middle["many"], middle["none"],
            ratio.of_pairs(times["many"], times["none"]), 1.3),
    ]


def _start(start):
    with start() as program:
        program.leave()
    return program.opening.last
