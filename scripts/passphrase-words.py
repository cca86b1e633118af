#!/usr/bin/env python3
"""Checks the words that passphrases are made of: Resources/en/passphrase-words.txt.

Each is 11 bits, so there are exactly 2,048. They are read from paper, said aloud and typed with tired hands: no slip of
one letter turns a word into another, none begins another, and no two sound alike. Every finding is one line,
`file:line: what is wrong`; with any, the exit status is 1. What a word means is for a person to look at.
"""

import re
import sys

from generated import ROOT

LIST = "Resources/en/passphrase-words.txt"
COUNT = 2048
LETTERS = "abcdefghijklmnopqrstuvwxyz"

# Of each row the list has one word at most. With them, words that sound alike only in some mouths.
SOUND_ALIKE = """
    air heir, aisle isle, altar alter, arc ark, ate eight, bare bear, bass base, bazaar bizarre, beach beech, bean been,
    beat beet, berry bury, blew blue, board bored, bough bow, bread bred, bridal bridle, broach brooch, buoy boy,
    burrow borough, canvas canvass, carat carrot karat, cellar seller, cell sell, cent scent sent, cereal serial,
    chews choose, chord cord, coarse course, coral choral, cruise crews, currant current, cymbal symbol, dear deer,
    die dye, doe dough, draft draught, dual duel, ensure insure, ewe yew you, fair fare, fairy ferry, feat feet,
    find fined, fir fur, flair flare, flea flee, flour flower, formally formerly, fort fought, forth fourth,
    further farther, gait gate, grate great, groan grown, guessed guest, guild gild, hair hare, hall haul, hangar hanger,
    heal heel, hear here, heard herd, hoarse horse, hole whole, hour our, kernel colonel, key quay, knight night,
    knot not, knows nose, ladder latter, leak leek, lessen lesson, liken lichen, loan lone, made maid, mail male,
    main mane, maize maze, manna manner, mantel mantle, marshal martial, medal metal meddle, meat meet, metal mettle,
    might mite, miner minor, moose mousse, moor more, morning mourning, muscle mussel, mustard mustered, naval navel,
    oar ore, one won, otter odder, pail pale, pain pane, pair pear, palate palette, panda pander, pause paws, peace piece,
    peak peek, pedal petal peddle, picture pitcher, plain plane, plum plumb, pole poll, pour pore, praise prays,
    quarts quartz, queue cue, rain reign rein, raise rays, rap wrap, read reed, real reel, right write, ring wring,
    road rode, role roll, root route, rose rows, sail sale, sauce source, saucer sorcerer, scene seen, sea see, seam seem,
    sew sow, shoe shoo, side sighed, slay sleigh, soar sore, sole soul, son sun, stair stare, stake steak,
    stationary stationery, steal steel, stile style, storey story, suite sweet, swayed suede, tail tale, taper tapir,
    taught taut, tea tee, team teem, tern turn, thyme time, tidal title, tide tied, toad towed, toe tow, troop troupe,
    tuba tuber, unreal unreel, vain vein, vale veil, vary very, verses versus, wade weighed, waist waste, wait weight,
    walk wok, war wore, ware wear, way weigh, weak week, weather whether, wheel weal, whine wine, whirled world,
    winner winter, witch which, wood would, yoke yolk
"""


def slips(word):
    """What becomes of a word with one letter wrong, too many, left out, or changed with its neighbour."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1:] for left, right in halves if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    yield from (left + letter + right[1:] for left, right in halves if right for letter in LETTERS)
    yield from (left + letter + right for left, right in halves for letter in LETTERS)


def form(lines):
    if len(lines) != COUNT:
        yield len(lines), f"{len(lines)} words; {COUNT} make 11 bits each"
    for number, word in enumerate(lines, start=1):
        if not re.fullmatch("[a-z]{3,7}", word):
            yield number, f"{word!r} is not three to seven letters of a to z"
    for number, (before, word) in enumerate(zip(lines, lines[1:]), start=2):
        if word <= before:
            yield number, f"{word} does not come after {before}"


def mistakable(lines):
    words = set(lines)
    for number, word in enumerate(lines, start=1):
        for other in sorted(words.intersection(slips(word)) - {word}):
            yield number, f"{word} is one slip away from {other}"
        for length in range(3, len(word)):
            if word[:length] in words:
                yield number, f"{word} begins with {word[:length]}"


def sounding_alike(lines):
    for row in SOUND_ALIKE.split(","):
        found = [word for word in row.split() if word in lines]
        if len(found) > 1:
            yield lines.index(found[1]) + 1, f"{' and '.join(found)} sound alike"


def main():
    lines = (ROOT / LIST).read_text(encoding="utf-8").split("\n")
    if lines.pop() != "":
        print(f"{LIST}:{len(lines) + 1}: the last line has no end")
        return 1
    findings = [*form(lines), *mistakable(lines), *sounding_alike(lines)]
    for number, what in findings:
        print(f"{LIST}:{number}: {what}")
    if not findings:
        print(f"{COUNT} words for passphrases, no two to be taken for each other")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
