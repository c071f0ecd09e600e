"""The text of a rich-text document (RTF 1.9), also as Outlook packs it (MS-OXRTFCP). Linear; never raises.

Only what a person would read is kept: groups that hold fonts, styles, pictures or properties are left out, as are the
tags of an HTML letter that Outlook has set into the document (MS-OXRTFEX).
"""

from __future__ import annotations

import re
import struct

from mailbot.reading.mail.charsets import decode_bytes

LONGEST = 600_000  # characters or bytes that are read
DEEPEST = 500  # groups within groups

_TOKEN = re.compile(
    r"\\(?:'(?P<byte>[0-9a-fA-F]{2})|u(?P<unicode>-?\d{1,6}) ?|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|(?P<sign>[^a-zA-Z]))|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]{1,4000})|[\r\n\\]"
)
_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "fonttbl colortbl stylesheet info pict object objdata themedata datastore header headerl headerr footer footerl"
        " footerr generator listtable listoverridetable rsidtbl xmlnstbl latentstyles filetbl revtbl fldinst bkmkstart"
        " bkmkend htmltag mhtmltag",
    )
)
_SWITCHES = ("v", "htmlrtf")  # hidden until the same word with a 0
_MEANT = {
    "par": "\n", "line": "\n", "row": "\n", "sect": "\n\n", "page": "\n\n", "tab": " ", "cell": "  ", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
}  # fmt: skip
_SIGNS = {"~": " ", "_": "-", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}


def text_of_rtf(document: str) -> str:
    """The words of an RTF document; "" for what is none."""
    if not document.lstrip().startswith("{\\rtf"):
        return ""
    reader = _Reader()
    for token in _TOKEN.finditer(document[:LONGEST]):
        reader.take(token)
    return reader.text()


class _Reader:
    """Takes the document token by token; what a group sets holds until its closing brace."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.held = bytearray()  # letters given as bytes of the document's code page
        self.charset = "cp1252"
        self.hidden = False
        self.replacements = 1  # signs that stand after each \\u for readers who do not know it
        self.owed = 0
        self.groups: list[tuple[bool, int]] = []

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup or ""
        value = token[kind] if kind else ""
        if kind != "byte":
            self._flush()
        if kind == "brace":
            self._brace(value)
        elif kind in ("word", "number"):
            self._word(token["word"], int(token["number"] or 0), told=token["number"])
        elif self.hidden:
            return
        elif kind == "byte":
            self._byte(int(value, 16))
        elif kind == "unicode":
            self.out.append(chr(int(value) % 0x10000))
            self.owed = self.replacements
        elif kind == "sign":
            self.hidden = value == "*"  # a group that only newer programs read
            self.out.append(_SIGNS.get(value, ""))
        elif kind == "text":
            self.out.append(value[self.owed :])
            self.owed = max(0, self.owed - len(value))

    def text(self) -> str:
        self._flush()
        return _paired("".join(self.out))

    def _flush(self) -> None:
        if self.held:
            self.out.append(decode_bytes(bytes(self.held), self.charset))
            self.held.clear()

    def _brace(self, value: str) -> None:
        if value == "{" and len(self.groups) < DEEPEST:
            self.groups.append((self.hidden, self.replacements))
        elif value == "}" and self.groups:
            self.hidden, self.replacements = self.groups.pop()
            self.owed = 0

    def _word(self, word: str, number: int, *, told: str | None) -> None:
        if word == "uc":
            self.replacements = min(abs(number), 8)
        elif word == "ansicpg":
            self.charset = f"cp{number}"
        elif word in _SWITCHES:
            self.hidden = told != "0"
        elif word in _UNSEEN:
            self.hidden = True
        elif not self.hidden:
            self.out.append(_MEANT.get(word, ""))

    def _byte(self, byte: int) -> None:
        if self.owed:
            self.owed -= 1
        else:
            self.held.append(byte)


def _paired(text: str) -> str:
    """Letters beyond the first 65,536 are told in two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


# ------------------------------------------------------------------------------------------------- Outlook's packing

_FIRST_WORDS = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS "
    b"Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b"
    b"\\i\\u\\tab\\tx"
)
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D


def unpacked(raw: bytes) -> bytes:
    """Packed RTF (MS-OXRTFCP) as it was; b"" for what is none."""
    if len(raw) < 16:
        return b""
    size, form = struct.unpack_from("<I", raw, 4)[0], struct.unpack_from("<I", raw, 8)[0]
    if form == _PLAIN:
        return raw[16 : 16 + min(size, LONGEST)]
    return _unpacked(raw, min(size, LONGEST)) if form == _PACKED else b""


def _unpacked(raw: bytes, size: int) -> bytes:
    """Each bit of a flag byte says whether a letter follows or two bytes that point back into what was told."""
    window = bytearray(_FIRST_WORDS.ljust(4096, b"\0"))
    write, at, out = len(_FIRST_WORDS), 16, bytearray()
    while at < len(raw) and len(out) < size:
        flags, at = raw[at], at + 1
        for bit in range(8):
            if flags >> bit & 1:
                begin, length = divmod(int.from_bytes(raw[at : at + 2], "big"), 16)
                if begin == write or at + 2 > len(raw):
                    return bytes(out)
                at += 2
                places = range(begin, begin + length + 2)
            else:
                if at >= len(raw):
                    return bytes(out)
                window[write] = raw[at]
                at += 1
                places = range(write, write + 1)
            for place in places:
                window[write] = window[place % 4096]
                out.append(window[write])
                write = (write + 1) % 4096
    return bytes(out)
