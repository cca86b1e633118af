#!/usr/bin/env python3
"""Says how easy the pages of the checks are to read: the age at which most people can, by Flesch and Kincaid.

It counts words, sentences and syllables as well as a machine can, so it refuses nothing; the aim is 12.
"""

import re

from generated import ROOT

AIM = 12


def pages(text):
    """(name, text) of every page below `pages:`; the folded blocks of our own files."""
    below = text.split("\npages:\n", 1)[-1]
    for block in re.split(r"\n(?=  \S)", "\n" + below):
        name, _, rest = block.strip("\n").partition(":")
        body = re.sub(r"\{[^}]*\}", "", rest.replace(">-", ""))
        if body.strip():
            yield name.strip(), body


def syllables(word):
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) or re.search(r"[^td]ed$", word)
    return max(1, groups - (1 if silent and groups > 1 else 0))


def age(text):
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    sentences = sum(max(1, len(re.findall(r"[.?:·]+(?:\s|$)", part))) for part in paragraphs)
    words = re.findall(r"[A-Za-z']+", text)
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return grade + 5


def main():
    ages = {}
    for path in sorted((ROOT / "Resources/en/checks").glob("*.yaml")):
        for name, text in pages(path.read_text(encoding="utf-8")):
            ages[f"{path.stem}/{name}"] = age(text)
    told = ", ".join(f"{name.split('/')[1]} {value:.0f}" for name, value in ages.items())
    hardest = max(ages, key=ages.get)
    print(f"pages of the checks read from age {told}; the aim is {AIM}, {hardest} is the hardest")


main()
