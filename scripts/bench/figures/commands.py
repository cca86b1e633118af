"""Commands, from their start to their end: finding an entry, and adding one that is safely on the disk."""

from functools import partial
from statistics import median

import command
import journals
import ratio
from report import Row, spell
from turns import take

ADDED = 1_000
JRNL_BARS = {1_000: 1 / 30, 10_000: 1 / 150}
# With the usual marks jrnl looks for tags in every entry at every use, in a time that grows with their square.
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
    return [_search(bench), *_add(bench)]


# MARK: Finding


def _search(bench):
    journal = bench.journal(100_000)
    _check(bench, journal)
    words = journals.words(journal.text, bench.rounds(40, 8))
    contestants = {"ours": partial(_find, bench, journal), "rg": partial(bench.grep, journal)}
    times = take(contestants, len(words), lambda look, number: look(words[number % len(words)]))
    ours, theirs = times["ours"], times["rg"]
    return Row("hearth search", spell(median(ours)), f"{spell(median(theirs))} rg", ratio.of_pairs(ours, theirs), 0.5)


def _find(bench, journal, word):
    journals.remember(journal)
    return bench.search(journal, word)


def _check(bench, journal):
    """Being fast counts for nothing where not everything is found."""
    for query, count in journals.COUNTED.items():
        bench.search(journal, query)
        found = len(bench.said.read_text(encoding="utf-8").splitlines())
        if found != count:
            raise command.Failed(f"hearth search {query} found {found} of {count}")


# MARK: Adding


def _add(bench):
    text = bench.file("added.md", bench.prose(ADDED))
    contestants = {
        f"ours {entries}": partial(bench.add, bench.journal(entries), text) for entries in (0, 1_000, 10_000, 100_000)
    }
    if bench.jrnl:
        contestants |= {f"jrnl {entries}": _jrnl(bench, text, entries) for entries in JRNL_BARS}
    times = take(contestants, bench.rounds(25, 6), lambda add, _: add())
    many, none = times["ours 100000"], times["ours 0"]
    flat = ratio.of_pairs(many, none)
    return [
        Row("hearth add to 100,000, beside none", spell(median(many)), spell(median(none)), flat, 1.2),
        *(_beside_jrnl(times, entries, bar) for entries, bar in JRNL_BARS.items()),
    ]


def _jrnl(bench, text, entries):
    config = bench.file(f"jrnl-{entries}.yaml", JRNL_CONFIG.format(journal=bench.journal(entries).jrnl))
    return partial(bench.run, bench.jrnl, "--config-file", config, text.read_text(encoding="utf-8"))


def _beside_jrnl(times, entries, bar):
    what = f"hearth add to {entries:,}, beside jrnl"
    ours, theirs = times[f"ours {entries}"], times.get(f"jrnl {entries}")
    if theirs is None:
        return Row(what, spell(median(ours)), "no jrnl")
    return Row(what, spell(median(ours)), spell(median(theirs)), ratio.of_pairs(ours, theirs), bar)
