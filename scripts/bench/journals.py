"""Made-up journals of every size, written by Hearth itself and kept below .build, so that they are made only once."""

import os
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import command
from peers import say

SEED = 20260302
# In how many entries `hearth generate` writes them.
RARE = "zephyr"
COUNTED = {RARE: 7, "tag:jubilee": 5}
PIECE = bytearray(1 << 20)


class Journal(NamedTuple):
    """The same entries three times: as Hearth keeps them, as plain text and as jrnl keeps them."""
    folder: Path
    text: Path
    jrnl: Path


def journal(hearth, shelf, entries):
    """That many entries, from `shelf` or made and put there. Nobody writes into it: measure a `copy`."""
    place = shelf / f"journal-{entries}"
    if not place.exists():
        say(f"Making a journal of {entries:,} entries")
        part = place.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        made = _parts(part)
        command.run([
            hearth, "generate", "--entries", entries, "--seed", SEED, "--journal", made.folder,
            "--text", made.text, "--jrnl", made.jrnl], home=part, output=os.devnull)
        part.rename(place)
    return _parts(place)


def answered(hearth, shelf, count):
    """The folder of a journal with that many check-ins and moments, from `shelf` or made and put there."""
    place = shelf / f"answers-{count}"
    if not place.exists():
        say(f"Making a journal of {count:,} check-ins and moments")
        part = place.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        command.run([
            hearth, "generate", "--entries", 0, "--answers", count, "--seed", SEED, "--journal", part / "journal"],
            home=part, output=os.devnull)
        part.rename(place)
    return place / "journal"


def copy(source, place):
    """A journal that may be written into."""
    place.mkdir(exist_ok=True)
    made = _parts(place)
    shutil.copytree(source.folder, made.folder)
    made.text.symlink_to(source.text)
    shutil.copy(source.jrnl, made.jrnl)
    return made


def remember(journal):
    """Its file is read into memory, where one that is in use lies. Some machines take back what was not asked for lately;
    the text beside it they leave there, because `rg` reads all of it with every turn."""
    with (journal.folder / "journal.db").open("rb", buffering=0) as file:
        while file.readinto(PIECE):
            pass


def _parts(place):
    return Journal(place / "journal", place / "text.md", place / "jrnl.txt")


# MARK: Words to look for


@cache
def words(text, count):
    """Words of 4 to 8 letters, as many rare as middling as common ones, the most common first.

    Each stands at least ten times: what is found has to be shown.
    """
    found = Counter(word for line in text.open(encoding="utf-8") for word in line.split() if _is_plain(word))
    known = [word for word, times in found.most_common() if times >= 10]
    last = len(known) - 1
    # Evenly by the logarithm of the rank, as words are spread.
    ranks = sorted({round((last + 1) ** (number / (count - 1))) - 1 for number in range(count)})
    return [known[rank] for rank in ranks]


@cache
def commonest_tag(text):
    tags = Counter(word for line in text.open(encoding="utf-8") for word in line.split() if word.startswith("#"))
    return next(word[1:] for word, _ in tags.most_common() if word[1:].isalpha())


def _is_plain(word):
    return 4 <= len(word) <= 8 and word.isascii() and word.isalpha() and word.islower()
