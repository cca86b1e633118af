#!/usr/bin/env python3
"""Turns a sealed journal into a plain SQLite file, without Hearth: python3 unseal.py JOURNAL PLAIN

Whoever can read PLAIN can read the journal. It needs Python 3 and libsodium (Debian: libsodium23), and its log
(journal.*.wal) beside JOURNAL where there is one. How the file is made stands in format.md.
"""
import argparse, ctypes, ctypes.util, getpass, itertools, os, struct, sys, unicodedata

PAGE, RESERVED, HEADER = 4096, 40, 4096
MAGIC = b"NQz1\x07\x1a\n0"
BEGINNING = MAGIC + struct.pack("<IIBBH", 1, PAGE, RESERVED, 1, 0)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
sodium.sodium_init()
u64, size = ctypes.c_ulonglong, ctypes.c_size_t


def blake2b(data, key=b"", count=32):
    out = ctypes.create_string_buffer(count)
    sodium.crypto_generichash(out, size(count), data, u64(len(data)), key or None, size(len(key)))
    return out.raw


def decrypt(text_and_tag, ad, nonce, key):
    """XChaCha20-Poly1305; None when it was changed, or sealed with another key or for another place."""
    out = ctypes.create_string_buffer(max(1, len(text_and_tag) - 16))
    return None if sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, None, None, text_and_tag, u64(len(text_and_tag)), ad, u64(len(ad)), nonce, key) else out.raw


def unseal(piece, kind, number, key):
    """A page or a unit of the log: ciphertext, nonce 24, tag 16."""
    ad = kind + struct.pack("<Q", number)
    return decrypt(piece[:-40] + piece[-16:], ad, piece[-40:-16], key) if len(piece) > RESERVED else None


def read_header(data):
    copies = [data[start:start + HEADER] for start in (0, HEADER)]
    whole = [copy for copy in copies if copy[:8] == MAGIC and len(copy) == HEADER and blake2b(copy[:4064]) == copy[4064:]]
    if not whole:
        sys.exit("no whole header: not a sealed journal, or damaged")
    if any(copy[:20] != BEGINNING for copy in whole):
        sys.exit("a format of later days")
    return max(whole, key=lambda copy: struct.unpack_from("<Q", copy, 24))


def by_passphrase(slot, typed):
    passes, kibibytes = struct.unpack_from("<II", slot, 4)
    if not (1 <= passes <= 64 and 8 <= kibibytes <= 4 << 20):
        sys.exit("a slot asks for more than any machine has")
    text = unicodedata.normalize("NFC", typed.decode("utf-8", "replace")).encode()
    wrapping = ctypes.create_string_buffer(32)
    if sodium.crypto_pwhash(wrapping, u64(32), text, u64(len(text)), slot[16:32], u64(passes), size(kibibytes * 1024), 2):
        sys.exit("not enough memory")
    return decrypt(slot[56:104], BEGINNING + slot[:32], slot[32:56], wrapping.raw)


def by_recovery_code(slot, typed):
    text = typed.decode("utf-8", "replace").upper().translate(str.maketrans("OIL", "011"))
    digits = [LETTERS.find(letter) for letter in text if letter.isalnum()]
    if len(digits) != 28 or -1 in digits:
        return None
    number = sum(digit << 5 * place for place, digit in enumerate(reversed(digits))) >> 12
    lock, secret, out = (ctypes.create_string_buffer(32) for _ in range(3))
    sodium.crypto_box_seed_keypair(lock, secret, blake2b(b"recovery", number.to_bytes(16, "big")))
    return None if sodium.crypto_box_seal_open(out, slot[56:136], u64(80), lock, secret) else out.raw


def data_key(header, ask):
    slots = [header[start:start + 192] for start in range(64, 64 + 8 * 192, 192)]
    typed = b"" if any(slot[0] == 3 for slot in slots) else ask()
    ways = {0: lambda *_: None, 1: by_passphrase, 2: by_recovery_code, 3: lambda slot, _: slot[56:88]}
    found = filter(None, (ways[slot[0]](slot, typed) for slot in slots))
    return next(found, None) or sys.exit("no way in with this passphrase or recovery code")


def checksum(data, order, start):
    first, second = start
    words = struct.unpack(order + "%dI" % (len(data) // 4), data)
    for place in range(0, len(words), 2):
        first = (first + words[place] + second) & 0xFFFFFFFF
        second = (second + words[place + 1] + first) & 0xFFFFFFFF
    return first, second


def read_log(path, key):
    """The pages of the saves in the log, by number, and how many pages the database has after them (or None)."""
    pages, pending, count = {}, {}, None
    with open(path if os.path.exists(path) else os.devnull, "rb") as log:
        header = unseal(log.read(72), b"WALH", 0, key)
        order = ">" if header and header[3] & 1 else "<"
        sums = checksum(header[:24], order, (0, 0)) if header else None
        if not header or sums != struct.unpack_from(">II", header, 24):
            return pages, count
        for number in itertools.count(1):
            frame = unseal(log.read(64), b"WALF", number, key)
            page = unseal(log.read(4136), b"WALP", number, key)
            if not frame or not page or frame[8:16] != header[16:24]:
                break
            sums = checksum(page, order, checksum(frame[:8], order, sums))
            place, after, _, _, *stated = struct.unpack(">6I", frame)
            if sums != tuple(stated):
                break
            pending[place] = page
            if after:  # the last frame of a save
                pages.update(pending)
                pending, count = {}, after
    return pages, count


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("journal")
    parser.add_argument("plain", help="must not be there yet")
    parser.add_argument("--passphrase-fd", type=int, help="read the passphrase or recovery code from here")
    asked = parser.parse_args()
    def ask():
        if asked.passphrase_fd is None:
            return getpass.getpass("Passphrase or recovery code: ").encode()
        with os.fdopen(asked.passphrase_fd, "rb") as typed:
            return typed.readline().removesuffix(b"\n").removesuffix(b"\r")
    with open(asked.journal, "rb") as journal:
        header = read_header(journal.read(2 * HEADER))
        key, file_id = data_key(header, ask), header[32:48]
        main_key, log_key, header_key = (blake2b(name + b"\0" + file_id, key) for name in (b"main", b"wal", b"header"))
        if blake2b(header[:4032], header_key) != header[4032:4064]:
            sys.exit("the header was changed by someone who did not have the key")
        # A journal that was set aside has its log under its own name.
        log = os.path.join(os.path.dirname(asked.journal), "journal.%s.wal" % file_id[:6].hex())
        aside = asked.journal + ".wal"
        pages, count = read_log(aside if os.path.exists(aside) else log, log_key)
        count = count or (os.path.getsize(asked.journal) - 2 * HEADER) // PAGE
        with os.fdopen(os.open(asked.plain, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as plain:
            for number in range(1, count + 1):
                journal.seek(2 * HEADER + (number - 1) * PAGE)
                page = pages.get(number) or unseal(journal.read(PAGE), b"MAIN", number, main_key)
                if not page:
                    os.unlink(asked.plain)
                    sys.exit("page %d of %d is damaged" % (number, count))
                page = page[:PAGE - RESERVED] + bytes(RESERVED)
                # The plain file needs no log.
                plain.write(page[:18] + b"\1\1" + page[20:] if number == 1 else page)


try:
    main()
except OSError as refused:
    sys.exit("%s: %s" % (refused.filename, refused.strerror))
