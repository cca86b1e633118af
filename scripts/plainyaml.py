"""Reads the plain YAML that Resources/ is written in, so that a build needs nothing but Python's own library.

Nested maps, lists of maps, `key: text`, "quoted text" with \\" \\\\ \\n, [short, lists], whole numbers, null, true,
false, and text folded over several lines after `>-`. Anything else is refused with file and line: every YAML reader
reads what is left in the same way.
"""

import re

KEY = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*):(?: +(.*))?$")
QUOTED = re.compile(r'"((?:[^"\\]|\\["\\n])*)"$')
# What would mean something else to another reader of YAML, or nothing.
SPECIAL = re.compile(
    r"[-?:,\[\]{}#&*!|>'\"%@`=]|[0-9.+~]|.*(?:: | #|:$)|(?:yes|no|on|off|y|n|true|false|null)$", re.IGNORECASE)
PLAIN_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)$")
# Stands in the files as it is; readers of YAML agree that it is text.
PLAIN_TEXT = {"24/7"}


class NotPlain(Exception):
    """Says `file:line: what is wrong`."""


class Map(dict):
    """Also knows on which line each of its keys stands."""

    def __init__(self):
        super().__init__()
        self.lines = {}


def read(path, name):
    """The file's maps, lists and texts. Raises NotPlain."""
    lines = _lines(path.read_text(encoding="utf-8"), name)
    if not lines:
        raise NotPlain(f"{name}:1: there is nothing in it")
    value, end = _block(lines, 0, 0, name)
    if end < len(lines):
        raise NotPlain(f"{name}:{lines[end][0]}: its indentation fits nothing above it")
    return value


def _lines(text, name):
    """(number, indentation, content) of each line that holds something; a blank one is kept where text is folded."""
    found, folded = [], None
    for number, line in enumerate(text.split("\n"), start=1):
        content = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if "\t" in line or line != line.rstrip():
            raise NotPlain(f"{name}:{number}: a tab, or a blank at the end of the line")
        if folded is not None and (not content or indent > folded):
            found.append((number, indent, content))
            continue
        folded = indent if content.endswith(": >-") else None
        if content and not content.startswith("#"):
            found.append((number, indent, content))
    while found and not found[-1][2]:
        found.pop()
    return found


def _block(lines, at, indent, name):
    return (_list if lines[at][2].startswith("- ") else _map)(lines, at, indent, name)


def _map(lines, at, indent, name):
    found = Map()
    while at < len(lines) and lines[at][1] == indent and not lines[at][2].startswith("- "):
        number, _, content = lines[at]
        match = KEY.match(content)
        if not match:
            raise NotPlain(f"{name}:{number}: neither `key:` nor `key: text`")
        key, rest = match.groups()
        if key in found:
            raise NotPlain(f"{name}:{number}: {key} is there twice")
        found.lines[key] = number
        if rest:
            found[key], at = (_folded(lines, at) if rest == ">-" else (_scalar(rest, number, name), at + 1))
        else:
            found[key], at = _nested(lines, at, indent, name)
    return found, at


def _nested(lines, at, indent, name):
    if at + 1 == len(lines) or lines[at + 1][1] != indent + 2:
        raise NotPlain(f"{name}:{lines[at][0]}: nothing stands under it, two blanks further in")
    return _block(lines, at + 1, indent + 2, name)


def _list(lines, at, indent, name):
    found = []
    while at < len(lines) and lines[at][1] == indent and lines[at][2].startswith("- "):
        number, _, content = lines[at]
        # `- key: text` is a map whose first line begins two columns further in.
        lines[at] = (number, indent + 2, content[2:])
        item, at = _map(lines, at, indent + 2, name)
        found.append(item)
        while at < len(lines) and not lines[at][2]:
            at += 1
    return found, at


def _folded(lines, at):
    """Lines joined by a blank; an empty line ends a paragraph."""
    indent = lines[at][1]
    paragraphs, at = [[]], at + 1
    while at < len(lines) and (not lines[at][2] or lines[at][1] > indent):
        if lines[at][2]:
            paragraphs[-1].append(lines[at][2])
        elif paragraphs[-1]:
            paragraphs.append([])
        at += 1
    return "\n".join(" ".join(lines) for lines in paragraphs if lines), at


def _scalar(rest, number, name):
    if rest == "null":
        return None
    if rest in ("true", "false"):
        return rest == "true"
    if PLAIN_NUMBER.match(rest):
        return int(rest)
    if rest.startswith("[") and rest.endswith("]"):
        return [_scalar(item.strip(), number, name) for item in rest[1:-1].split(",")]
    if match := QUOTED.match(rest):
        return re.sub(r"\\(.)", lambda mark: "\n" if mark[1] == "n" else mark[1], match[1])
    if rest.startswith('"'):
        raise NotPlain(f"{name}:{number}: its quotes do not close, or something follows them")
    if SPECIAL.match(rest) and rest not in PLAIN_TEXT:
        raise NotPlain(f'{name}:{number}: put it in quotes: "{rest}"')
    return rest
