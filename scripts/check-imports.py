#!/usr/bin/env python3
"""Checks what each target may import, and that the pure targets touch neither clock nor chance.

Package.swift stops an import of a target that was not declared; this also stops what Package.swift cannot see: the
system's own modules. Every finding is one line, `file:line: what is wrong`; with any, the exit status is 1.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# A new arrow is a decision: it belongs here, in Package.swift and in docs/ARCHITECTURE.md.
# FoundationEssentials is the part of Foundation that has UUID; the pure targets take nothing else of it.
ALLOWED = {
    "CNcurses": set(),
    "CResources": set(),
    "Canvas": set(),
    # Glibc for its logarithms alone: `import func` names each (`BY_FUNCTION`).
    "HearthCore": {"FoundationEssentials", "Glibc"},
    "HearthContent": {"HearthCore", "CResources", "Yams"},
    "HearthApp": {"HearthCore", "HearthContent", "Canvas", "FoundationEssentials", "Synchronization"},
    "CSodium": set(),
    "Seal": {"HearthCore", "CSodium", "GRDBSQLite", "Foundation", "Glibc", "Synchronization"},
    "HearthStorage": {
        "HearthCore", "Seal", "GRDB", "GRDBSQLite", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
    },
    "HearthExchange": {"HearthCore", "Foundation", "FoundationEssentials"},
    "Curses": {"Canvas", "CNcurses", "Glibc", "Synchronization"},
    "hearth": {
        "HearthCore", "HearthContent", "HearthApp", "Seal", "HearthStorage", "HearthExchange", "Canvas", "Curses",
        "ArgumentParser", "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization",
    },
}

# The same input gives the same result in these, so what they would take from the machine is handed in.
PURE = ("HearthCore", "Canvas", "HearthApp", "HearthExchange")
IMPURE = re.compile(
    r"\bDate\(\)|\bDate\.now\b|\b(?:Continuous|Suspending)Clock\b|\bUUID\(\)|\bSystemRandomNumberGenerator\b"
    r"|\.random\((?!.*\busing:)|\.randomElement\(\)|\.shuffled?\(\)"
    r"|\btime\((?:nil|&)|\b(?:getenv|clock_gettime|gettimeofday|rand|arc4random)\(")

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(\w+)")

# Of these modules such a target has single functions, each named by `import func`.
BY_FUNCTION = {("HearthCore", "Glibc")}
IMPORT_FUNCTION = re.compile(r"^\s*import\s+func\s+(\w+)\.\w+\s*$")

# Hearth has no network, ever: not in the program, and not in its tests. Glibc, which some targets need whole, has calls
# that would give it one, so the program may not name them either.
NETWORK_CALL = re.compile(r"(?<![.\w])(?:Glibc\.)?(socket|connect|getaddrinfo)\(")
NETWORK_MODULE = re.compile(r"^(?:FoundationNetworking|Network|NIO\w*|AsyncHTTPClient|CFNetwork)$")
NETWORK_HEADER = re.compile(r"^\s*#\s*include\s*<(?:sys/socket|netdb|netinet/\w+|arpa/inet)\.h>")


def lines(path):
    """The file's lines with their numbers, without line comments."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        code = line.split("//", 1)[0]
        if code.strip():
            yield number, code


def imports(path):
    for number, code in lines(path):
        if match := IMPORT.match(code):
            yield number, match.group(1)


def beyond_its_list(target, path):
    for number, module in imports(path):
        if module not in ALLOWED[target]:
            yield number, f"{target} may not import {module}"


def more_than_functions(target, path):
    for number, code in lines(path):
        match = IMPORT.match(code)
        if match and (target, match.group(1)) in BY_FUNCTION and not IMPORT_FUNCTION.match(code):
            yield number, f"{target} takes single functions of {match.group(1)}: import func {match.group(1)}.name"


def touching_the_world(path):
    for number, code in lines(path):
        if match := IMPURE.search(code):
            yield number, f"{match.group(0)} in a pure target; hand it in from outside"


def reaching_the_network(path):
    if path.suffix == ".swift":
        found = ((number, module) for number, module in imports(path) if NETWORK_MODULE.match(module))
    else:
        found = ((number, code.strip()) for number, code in lines(path) if NETWORK_HEADER.match(code))
    for number, what in found:
        yield number, f"{what}: Hearth has no network"


def calling_the_network(path):
    for number, code in lines(path):
        if match := NETWORK_CALL.search(code):
            yield number, f"{match.group(1)}: Hearth has no network"


def findings_in(path, target):
    yield from reaching_the_network(path)
    if target is None or path.suffix != ".swift":
        return
    yield from calling_the_network(path)
    yield from beyond_its_list(target, path)
    yield from more_than_functions(target, path)
    if target in PURE:
        yield from touching_the_world(path)


def code_files(folder):
    return sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in {".swift", ".c", ".h"})


def main():
    findings, files = [], code_files("Sources")
    for path in files:
        name, target = path.relative_to(ROOT), path.relative_to(ROOT / "Sources").parts[0]
        if target not in ALLOWED:
            findings.append(f"{name}:1: the target {target} has no row in scripts/check-imports.py")
            continue
        findings += [f"{name}:{number}: {what}" for number, what in findings_in(path, target)]
    for path in code_files("Tests"):
        findings += [f"{path.relative_to(ROOT)}:{number}: {what}" for number, what in findings_in(path, None)]

    if findings:
        print("\n".join(findings))
        return 1
    print(f"{len(files)} files keep to their lists")
    return 0


if __name__ == "__main__":
    sys.exit(main())
