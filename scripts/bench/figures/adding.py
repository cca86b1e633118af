"""Adding an entry from the shell, safely on the disk: the same with any number before it, and beside jrnl."""

from functools import partial
from statistics import median

import command
import ratio
from report import Row, spell
from turns import take

JRNL_BARS = {1_000: 1 / 30, 10_000: 1 / 150}
# jrnl reads tags in every entry at every use, in a time that grows with their square: here it need not.
JRNL_CONFIG = """colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: '{journal}'}}}}
linewrap: 79
tagsymbols: '~'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""


def measure(bench):
    text = bench.file("added.md", bench.prose(1_000))
    contestants = {
        f"ours {entries}": partial(bench.add, bench.journal(entries), text) for entries in (0, 1_000, 10_000, 100_000)
    }
    if bench.jrnl:
        contestants |= {f"jrnl {entries}": _jrnl(bench, text, entries) for entries in JRNL_BARS}
    times = take(contestants, bench.rounds(25, 6), lambda add, _: add())
    many, none = times["ours 100000"], times["ours 0"]
    return [
        Row("hearth add to 100,000, beside none", spell(median(many)), spell(median(none)),
            ratio.of_pairs(many, none), 1.2),
        *(_beside_jrnl(times, entries, bar) for entries, bar in JRNL_BARS.items()),
    ]


def _jrnl(bench, text, entries):
    config = bench.file(f"jrnl-{entries}.yaml", JRNL_CONFIG.format(journal=bench.journal(entries).jrnl))
    words = [bench.jrnl, "--config-file", config, text.read_text(encoding="utf-8")]
    return partial(command.run, words, bench.home, bench.folder / "said")


def _beside_jrnl(times, entries, bar):
    what = f"hearth add to {entries:,}, beside jrnl"
    ours, theirs = times[f"ours {entries}"], times.get(f"jrnl {entries}")
    if theirs is None:
        return Row(what, spell(median(ours)), "no jrnl")
    return Row(what, spell(median(ours)), spell(median(theirs)), ratio.of_pairs(ours, theirs), bar)
