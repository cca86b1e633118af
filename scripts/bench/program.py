"""A full-screen program on a terminal of its own, met as a person meets it: keys go in, a picture comes out."""

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from contextlib import suppress
from typing import NamedTuple

import kernel

ROWS, COLUMNS = 24, 80
# A screen is finished when nothing came for so long and no thread has anything to do.
STILL_MS = 25
PATIENCE_S = 60
ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?>=]*[ -/]*[@-~]|[()][0-9A-B]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[=>78M])")
# What kind of terminal this is, and its background; any terminal tells.
WIPED = b"\x1b[2J"
QUESTION, REPLY = b"\x1b[c", b"\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\\x1b[?62;22c"
PASTE_BEGINS, PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"


class Answer(NamedTuple):
    """What came back: nanoseconds to its last byte, the bytes, and in how many pieces they came, one a write or so."""
    last: int
    bytes: bytes
    pieces: int


class Stuck(Exception):
    """A program showed something else than it had to, or did not come to rest."""


class Program:
    """Started as it is made. Its `opening` is what it showed first, counted from just before it was started."""

    def __init__(self, command, home, ready, door, **variables):
        """`ready` is text of its first full screen, `door` the key that leaves it; `variables` join its environment."""
        self.name = os.path.basename(command[0])
        self._door = door
        self._terminal, own = os.openpty()
        fcntl.ioctl(own, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.set_blocking(self._terminal, False)
        self._watch = select.poll()
        self._watch.register(self._terminal, select.POLLIN)
        begin = time.perf_counter_ns()
        self.pid = self._spawn([str(part) for part in command], os.ttyname(own), home, variables)
        os.close(own)
        self.opening = self._listen(begin)
        self._expect(ready, self.opening)

    @staticmethod
    def _spawn(command, terminal, home, variables):
        # The leader of a new session gets the first terminal it opens as its own.
        opened = [(os.POSIX_SPAWN_OPEN, number, terminal, os.O_RDWR, 0) for number in (0, 1, 2)]
        environment = {"HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
        return os.posix_spawn(command[0], command, environment | variables, file_actions=opened, setsid=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    # MARK: Keys

    def press(self, keys, expecting=None):
        """Types `keys` at once and waits until the screen is finished."""
        begin = time.perf_counter_ns()
        answer = self._listen(begin, self._write(keys))
        return self._expect(expecting, answer) if expecting else answer

    def ask(self, keys):
        """As `press`, where silence would be no answer: for what is measured."""
        answer = self.press(keys)
        if not answer.bytes:
            raise Stuck(f"{self.name} did not answer {keys[:20]}")
        return answer

    def paste(self, text):
        """As a terminal pastes: marked at both ends, with Enter for the ends of lines."""
        keys = PASTE_BEGINS + text.replace("\n", "\r").encode() + PASTE_ENDS
        return self.press(keys, expecting=text.split()[-1])

    def type(self, keys):
        """Without waiting for what comes of it."""
        self._write(keys)

    def vanish(self, door):
        """Nanoseconds from the key `door` until the screen is wiped."""
        while self._watch.poll(0):
            self._read()
        begin = time.perf_counter_ns()
        self._write(door)
        came = b""
        while WIPED not in came:
            if not self._watch.poll(1000 * PATIENCE_S):
                raise Stuck(f"{self.name} did not leave")
            piece = self._read()
            if not piece:
                raise Stuck(f"{self.name} showed something else when it was to leave")
            came += piece
        return time.perf_counter_ns() - begin

    def leave(self):
        """By the door, so that the next start finds all as a person leaves it."""
        self._write(self._door)
        patience = Patience(f"{self.name} did not leave")
        while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            if self._watch.poll(1):
                with suppress(Stuck):
                    self._read()
            patience.ask()
        self.pid = None
        self.end()

    def end(self):
        """At once; nothing happens where it has left."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._terminal is not None:
            os.close(self._terminal)
        self.pid = self._terminal = None

    # MARK: The terminal

    def _listen(self, begin, unwritten=b""):
        last, pieces = 0, []
        patience = Patience(f"{self.name} did not come to rest")
        while unwritten or self._watch.poll(STILL_MS) or kernel.is_working(self.pid):
            unwritten = self._write(unwritten) if unwritten else unwritten
            if piece := self._read():
                last = time.perf_counter_ns() - begin
                pieces.append(piece)
                unwritten += REPLY if QUESTION in piece else b""
            patience.ask()
        return Answer(last, b"".join(pieces), len(pieces))

    def _write(self, keys):
        """Returns what the terminal does not take yet."""
        try:
            return keys[os.write(self._terminal, keys):]
        except BlockingIOError:
            return keys

    def _read(self):
        """Empty where there is nothing to read."""
        try:
            return os.read(self._terminal, 1 << 16)
        except BlockingIOError:
            return b""
        except OSError as gone:
            raise Stuck(f"{self.name} has ended") from gone

    def _expect(self, text, answer):
        """Nothing is measured on a screen that is not the one that was meant."""
        if text.encode() not in ESCAPES.sub(b"", answer.bytes):
            self.end()
            raise Stuck(f"{self.name} did not show “{text}”")
        return answer


class Patience:
    """Ends when a minute has gone."""

    def __init__(self, complaint):
        self._complaint = complaint
        self._end = time.monotonic() + PATIENCE_S

    def ask(self):
        if time.monotonic() > self._end:
            raise Stuck(self._complaint)
