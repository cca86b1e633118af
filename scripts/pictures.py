#!/usr/bin/env python3
"""Draws docs/pictures/*.svg from golden screens, so that the README shows what the tests saw.

The colours are the program's own: read from its dark theme for 256 colours. `pictures.py --check` exits with 1 where
a picture is stale.
"""

import re
import sys
import unicodedata
from html import escape
from itertools import groupby
from typing import NamedTuple

import themes
from generated import ROOT, settle
from plainyaml import read as read_yaml

# Picture and golden screen; the name of a golden screen ends in its size.
PICTURES = {
    "today": "today-80x24", "journal": "journal-80x24", "search": "search-80x24", "versions": "versions-80x24",
    "compose": "compose-80x24", "support": "support-gb-80x24",
    "charts": "chart-wanted-and-had-80x24", "year": "chart-pixels-80x24", "check": "check-strengths-80x24",
}
GOLDEN = ROOT / "Tests/HearthAppTests/Golden"
LETTERS = ROOT / "Tests/Pictures/Frame+Styled.swift"
THEME = "Resources/themes/dark.yaml"

COLUMN, ROW, MARGIN = 9, 19, 18
FONT = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
TERMINAL = ("#1c1a19", "#d9d4cd")
SIGNS = {"-": "dim", "~": "italic", "_": "underline", "^": "reverse"}


class Look(NamedTuple):
    foreground: str
    background: str
    attributes: frozenset


class Place(NamedTuple):
    """One character on the screen."""
    column: int
    columns: int
    text: str
    look: Look


# MARK: The program's colours


def rgb(number):
    """The colour of an xterm palette of 256."""
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])


def looks():
    """The look of each letter in a golden screen, by its letter in lower case."""
    letters = dict(re.findall(r'case \.(\w+): "(\w)"', LETTERS.read_text(encoding="utf-8")))
    theme = read_yaml(ROOT / THEME, THEME)["full"]
    found = {"x": Look(TERMINAL[1], TERMINAL[0], frozenset())}
    for role, text in theme.items():
        foreground, background, attributes = themes.look(text, 256)
        found[letters[role]] = Look(
            rgb(foreground) if foreground >= 0 else TERMINAL[1], rgb(background) if background >= 0 else TERMINAL[0],
            frozenset(attributes))
    return found


# MARK: Reading a golden screen


def read(name):
    """Rows of a golden screen, each with the lines of marks below it, and the line about the cursor."""
    lines = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = []
    for line in lines[:-1]:
        if line.startswith("│"):
            rows.append((line[1:], []))
        else:
            rows[-1][1].append(line[1:])
    return rows, lines[-1]


def columns_of(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def places(text, marks, known):
    column, found = 0, []
    for character in text:
        width = columns_of(character)
        if width == 0 and found:
            found[-1] = found[-1]._replace(text=found[-1].text + character)
            continue
        found.append(Place(column, width, character, look(column, marks, known)))
        column += width
    # Marks go on where only spaces follow.
    for column in range(column, max(map(len, marks), default=0)):
        found.append(Place(column, 1, " ", look(column, marks, known)))
    return found


def look(column, marks, known):
    here = [line[column] for line in marks if column < len(line) and line[column] != " "]
    letter = next((mark for mark in here if mark not in SIGNS), "x")
    base = known[letter.lower()]
    more = {SIGNS[mark] for mark in here if mark in SIGNS} | ({"bold"} if letter.isupper() else set())
    return base._replace(attributes=base.attributes | more)


# MARK: Drawing


def svg(name, known):
    rows, cursor = read(name)
    width = int(re.search(r"(\d+)x\d+$", name)[1]) * COLUMN + 2 * MARGIN
    height = len(rows) * ROW + 2 * MARGIN
    drawn = [line for number, (text, marks) in enumerate(rows) for line in row(number, places(text, marks, known))]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="{FONT}" font-size="15">',
        f'<rect width="{width}" height="{height}" rx="10" fill="{TERMINAL[0]}"/>',
        *drawn,
        *caret(cursor, known),
        "</svg>",
    ]) + "\n"


def row(number, found):
    """One text for each run of one look; a wide character stands alone, so that no font can shift what follows."""
    for (form, columns, _), group in groupby(found, key=lambda place: (
            place.look, place.columns, place.column if place.columns == 2 else None)):
        group = list(group)
        foreground, background = form.foreground, form.background
        if "reverse" in form.attributes:
            foreground, background = background, foreground
        left, length = MARGIN + group[0].column * COLUMN, columns * len(group) * COLUMN
        if background != TERMINAL[0]:
            yield f'<rect x="{left}" y="{MARGIN + number * ROW}" width="{length}" height="{ROW}" fill="{background}"/>'
        if any(place.text != " " for place in group):
            text = escape("".join(place.text for place in group), quote=False)
            yield (f'<text x="{left}" y="{MARGIN + number * ROW + 14}" fill="{foreground}" textLength="{length}"'
                   f' lengthAdjust="spacingAndGlyphs" xml:space="preserve"{css(form.attributes)}>{text}</text>')


def css(attributes):
    known = {"bold": ' font-weight="bold"', "dim": ' opacity="0.6"', "italic": ' font-style="italic"',
             "underline": ' text-decoration="underline"'}
    return "".join(known[name] for name in sorted(attributes) if name in known)


def caret(line, known):
    if match := re.match(r"cursor at (\d+),(\d+)$", line):
        left, top = MARGIN + int(match[1]) * COLUMN, MARGIN + int(match[2]) * ROW
        yield f'<rect x="{left}" y="{top}" width="{COLUMN}" height="{ROW}" fill="{known["a"].foreground}" opacity="0.7"/>'


def main():
    missing = [name for name in PICTURES.values() if not (GOLDEN / f"{name}.txt").exists()]
    for name in missing:
        print(f"{(GOLDEN / name).relative_to(ROOT)}.txt:1: there is no such golden screen; `make golden` draws them")
    if missing:
        return 1
    known = looks()
    return settle(
        {f"docs/pictures/{picture}.svg": svg(golden, known) for picture, golden in PICTURES.items()},
        command="make pictures")


if __name__ == "__main__":
    sys.exit(main())
