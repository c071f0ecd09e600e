"""Telephone numbers in a text, however they were written: letter o for nought, spoken digits, "900001/2", +44 (0).

The ranges kept for drama are no "valid" numbers to the library but must be accepted; NHS numbers, prisoner numbers,
dates, times and half-told numbers must not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers

from mailbot.reading.words.spelling import straight, undictated

MOST_TRIES = 500  # what looks like a number and is none, in one text


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number in E.164, and where it stands in the text it was found in (see ``digits_told``)."""

    e164: str
    start: int
    end: int


def digits_told(text: str) -> str:
    """The text with spoken digits, letters for noughts and shortened second numbers written out as digits."""
    text = _LISTED.sub(r"\1; ", _ABBREVIATED.sub(r"\1 ", undictated(straight(text))))
    text = _AFTER_A_TIME.sub(r"\1; ", text)
    if _may_be_spoken(text):
        text = _SPOKEN.sub(_as_digits, text)
    if _FIGURE.search(text):
        text = _LOOKALIKES.sub(_figures_meant, text)
        text = _WITH_LETTERS.sub(lambda match: re.sub("[oO]", "0", match.group()), text)
    text = _SHORTENED.sub(_in_full, text)
    return _NO_NUMBER.sub(" ", _TWO_IN_A_ROW.sub(r"\1; ", text))


def numbers_in(text: str) -> list[NumberFound]:
    """Every whole telephone number in a text that ``digits_told`` made, in order."""
    if sum(map(str.isdigit, text)) < 9:
        return []
    matcher = phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.POSSIBLE, max_tries=MOST_TRIES)
    return [
        NumberFound(
            phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164), match.start, match.end
        )
        for match in matcher
        if _is_telephone(match, text)
    ]


_DIGIT_WORDS = {
    "oh": "0", "o": "0", "zero": "0", "nought": "0", "naught": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "dim": "0", "sero": "0", "un": "1", "dau": "2",
    "tri": "3", "pedwar": "4", "pump": "5", "chwech": "6", "saith": "7", "wyth": "8", "naw": "9",
}  # fmt: skip
_HUNDRED = frozenset(["hundred"])  # "nine hundred": 900
_TIMES = {"double": 2, "dwbl": 2, "treble": 3, "triple": 3}
_ONE_DIGIT = frozenset([*_DIGIT_WORDS, *_TIMES, *_HUNDRED])
_FIGURE_MEANT = str.maketrans("oOIl", "0011")
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d")
_DIGIT_WORD = "(?:" + "|".join([*_DIGIT_WORDS, *_TIMES, *_HUNDRED]) + r"|\d{1,6})"
_SPOKEN = re.compile(rf"(?<![\w+])(?:{_DIGIT_WORD}[\s,.-]+){{2,16}}{_DIGIT_WORD}\b", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"\d(?:[\s.-]?\d){9,}")
# "O77OO 9OO II8": a number written wholly or partly in letters that look like figures
_LOOKALIKES = re.compile(r"(?<![\w+])[oO0](?:[ .()-]?[\doOIl]){9,10}(?!\w)")
_WITH_LETTERS = re.compile(r"(?<![\w+])\+?[oO\d](?=[^\n]*\d)(?:[oO\d]|[ .()-](?=[\doO (])){8,16}[\doO](?![A-Za-z])")
_ABBREVIATED = re.compile(r"\b(no|nos|tel|mob|num|ph)\.[ :]*(?=\S)", re.IGNORECASE)
_LISTED = re.compile(r"(^|\s)#?[1-9][.)] +(?=\(?[0+])", re.MULTILINE)  # "1) 07700 ... 2) 07700 ..."
_AFTER_A_TIME = re.compile(  # "after 8 07700 ..."
    r"\b((?:after|before|from|till|til|until|at|past|by|b4|half) \d{1,2}(?:[.:]\d\d)?) (?=\(?0\d{3})", re.IGNORECASE
)
_SHORTENED = re.compile(r"(?<![\d/])((?:\+44|0)[\d ()-]{8,14}\d)\s?/\s?(\d{1,4})(?![\d/])")
_TWO_IN_A_ROW = re.compile(r"(?<!\d)(0\d{4}[ .-]?\d{3}[ .-]?\d{3})[ \n/]+(?=0\d{2,4}[ .-]?\d)")
_NO_NUMBER = re.compile(r"[\d ()+.-]{70,}")  # a wall of digits, on which the library takes for ever
_OTHER_NUMBER = re.compile(
    r"(?:nhs|ref(?:erence)?|account|a/c|sort code|prison(?:er)?|crn|(?<!in )case|claim|charity|company|policy"
    r"|order|invoice"
    r"|iban|vat|noms|urn)"
    r"\s*(?:no\.?|num(?:ber)?|id|code)?\s*(?:is|:|#)?\s*$",
    re.IGNORECASE,
)
_CALL_WORD = re.compile(
    r"\b(?:ring|call|phone|mobile|mob|tel|telephone|number|text|me on|no)\b[\w\s:.'-]{0,20}$", re.IGNORECASE
)


def _is_telephone(match: phonenumbers.PhoneNumberMatch, text: str) -> bool:
    raw, before = match.raw_string, text[max(0, match.start - 40) : match.start]
    if _OTHER_NUMBER.search(before):
        return False
    digits = re.sub(r"\D", "", raw)
    if not raw.lstrip("( ").startswith(("0", "+")) and not (
        digits.startswith("44") or (len(digits) == 10 and digits[0] == "7" and _CALL_WORD.search(before))
    ):
        return False
    if match.number.country_code != 44:
        return phonenumbers.is_valid_number(match.number)
    return len(phonenumbers.national_significant_number(match.number)) == 10 or phonenumbers.is_valid_number(
        match.number
    )


def _figures_meant(match: re.Match[str]) -> str:
    """Only where at least three figures stand among the letters."""
    told = match.group()
    if sum(map(str.isdigit, told)) < 3:
        return told
    return told.translate(_FIGURE_MEANT)


def _may_be_spoken(text: str) -> bool:
    """A number of which something is said in words has at least two words of digits."""
    words = _WORD.findall(text.lower())
    return len([word for word in words if word in _ONE_DIGIT]) >= 2


def _as_digits(match: re.Match[str]) -> str:
    """Spoken digits in figures, where they make a telephone number and do not follow one that is whole."""
    if _WHOLE_NUMBER.search(match.group()):
        return match.group()
    out, times = "", 1
    for word in re.findall(r"\w+", match.group().lower()):
        if word in _TIMES:
            times = _TIMES[word]
            continue
        out += "00" if word in _HUNDRED else _DIGIT_WORDS.get(word, word) * times
        times = 1
    spoken = sum(not word.isdigit() for word in re.findall(r"\w+", match.group()))
    return out if 10 <= len(out) <= 13 and out.startswith(("0", "44")) and spoken >= 2 else match.group()


def _in_full(match: re.Match[str]) -> str:
    """ "07700 900001/2" as two numbers."""
    first, tail = match.groups()
    digits = sum(map(str.isdigit, first))
    if _OTHER_NUMBER.search(match.string[max(0, match.start() - 40) : match.start()]):
        return match.group()
    return f"{first} or {first[: -len(tail)]}{tail}" if digits >= 10 else match.group()
