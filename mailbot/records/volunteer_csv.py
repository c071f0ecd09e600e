"""A list of volunteers from a spreadsheet: every row right, or every fault named and nothing taken over. Pure."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from babel import Locale

from mailbot.casework.people import Absence, Credential
from mailbot.weekly_hours import DAYS, Span, WeeklyHours, minute_of

HoursReader = Callable[[str, date], WeeklyHours | None]
"""Reads hours told in words, given today's London day; None when they cannot be read for certain."""

COLUMNS = (
    "name", "email", "languages", "gender", "hours", "capacity", "dbs_until", "befriending_until",
    "safeguarding_until", "boundaries_until", "lived_experience", "prisons", "away", "wishes", "excluded", "paused",
    "undeliverable",
)  # fmt: skip
REQUIRED = ("name", "email")
GENDERS = {"": "", "female": "female", "f": "female", "woman": "female", "male": "male", "m": "male", "man": "male"}
TRUTHS = {"": False, "no": False, "n": False, "false": False, "0": False} | dict.fromkeys(
    ("yes", "y", "true", "1"), True
)
LARGEST_CAPACITY = 20
FURTHEST_YEARS = 10
LONGEST_WISHES = 1000
LOOKS_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")  # to a spreadsheet; export puts an apostrophe before it


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVolunteer:
    """Somebody to be added. ``line`` is where in the file it stood, 0 when it came from elsewhere."""

    name: str
    address: str
    languages: tuple[str, ...] = ("en",)
    gender: str = ""
    hours: WeeklyHours | None = None
    capacity: int = 1
    credentials: tuple[tuple[Credential, date], ...] = ()
    lived_experience: bool = False
    prisons: tuple[str, ...] = ()
    absences: tuple[Absence, ...] = ()
    wishes: str = ""
    excluded: frozenset[int] = frozenset()  # referral ids: never to be matched with
    paused: bool = False
    undeliverable: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True, order=True)
class BadCell:
    """One fault: the line of the file (the header is line 1), the column, what is wrong and what is allowed.

    The cell itself is not repeated, since it may be somebody's name or address.
    """

    line: int
    column: str
    wrong: str
    allowed: str


class BadRows(ValueError):
    """Nothing was imported; ``faults`` names every reason, in the order of the file."""

    def __init__(self, faults: Sequence[BadCell]) -> None:
        self.faults = tuple(sorted(faults))
        lines = ", ".join(str(line) for line in sorted({one.line for one in faults}))
        super().__init__(f"nothing imported: see line {lines}")


class WrongCell(ValueError):
    """A cell that does not say what its column allows."""

    def __init__(self, wrong: str, allowed: str) -> None:
        super().__init__(wrong)
        self.wrong, self.allowed = wrong, allowed


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: dict[str, str]
    faults: list[BadCell]

    def read(self, column: str, reader: Callable[[str], T], otherwise: T) -> T:
        """What the cell says; a wrong one is noted and ``otherwise`` stands in, so that every fault is found."""
        try:
            return reader(self.cells.get(column, ""))
        except WrongCell as fault:
            self.faults.append(BadCell(self.line, column, fault.wrong, fault.allowed))
            return otherwise


def text_of(raw: bytes) -> str:
    """The file's text: UTF-8 (with or without a byte order mark) or Excel's UTF-16. Raises ``BadRows`` otherwise."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise BadRows([BadCell(line, "", "not UTF-8 text", "save it as “CSV UTF-8”")]) from None


def import_csv(
    text: str, today: date, *, read_hours: HoursReader | None = None, capacity: int = 1
) -> list[NewVolunteer]:
    """Every row as a volunteer, or ``BadRows`` with every fault. ``capacity`` is for cells that leave it out.

    Cells are divided by commas, semicolons or tabs, as the header is; a column may be left out, except name and email.
    """
    header, rows = _table(text)
    _check_header(header)
    faults: list[BadCell] = []
    found: list[NewVolunteer] = []
    for line, cells in rows:
        if any(cell.strip() for cell in cells[len(header) :]):
            allowed = f"{len(header)} cells; one that holds the divider is quoted"
            faults.append(BadCell(line, "", "more cells than the header has", allowed))
            continue
        row = _Row(line, dict(zip(header, map(_cell, cells), strict=False)), faults)
        found.append(_volunteer(row, today, read_hours, capacity))
    faults.extend(_twice(found))
    if faults:
        raise BadRows(faults)
    return found


def hours_of(words: str, today: date, read_hours: HoursReader | None = None) -> WeeklyHours | None:
    """``mon 18:00-21:00; tue-thu 09:00-12:00``, or words that ``read_hours`` understands; empty: None."""
    if not words:
        return None
    exact = _exact_hours(words)
    hours = exact if exact is not None else read_hours(words, today) if read_hours else None
    if not hours:
        raise WrongCell("these hours could not be read", "mon 18:00-21:00; tue 09:00-12:00")
    return hours


def address_of(cell: str) -> str:
    """One bare email address, in lower case."""
    if not cell:
        raise WrongCell("empty", "one email address")
    if not re.fullmatch(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s,;<>()\".]+", cell) or len(cell) > 254:
        raise WrongCell("not an email address", "one email address, like carys@example.org")
    return cell.lower()


def _cell(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from reckoning with it."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and LOOKS_LIKE_A_FORMULA.match(cell) else cell


def _table(text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The header, and each row that is not blank with its line."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if line.strip(" ,;\t\r\n")), None)
    if first is None:
        raise BadRows([BadCell(1, "", "the file is empty", "a header line: " + ",".join(COLUMNS))])
    if re.fullmatch(r"sep=.\s*", lines[first], re.IGNORECASE):  # Excel's own hint
        first += 1
    head = lines[first] if first < len(lines) else ""
    divider = max(",;\t", key=head.count)
    reader = csv.reader(lines[first:], delimiter=divider, strict=True)
    header = [cell.strip().lower().replace(" ", "_") for cell in next(reader, [])]
    while header and not header[-1]:
        header.pop()
    return header, _rows(reader, first)


def _rows(reader: Any, before: int) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank with the line it begins on (a quoted cell may go over several)."""
    while True:
        line = before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BadRows(
                [BadCell(line, "", "the quotes do not match", "a quote inside a quoted cell is doubled")]
            ) from None
        if any(cell.strip() for cell in cells):
            yield line, cells


def _check_header(header: Sequence[str]) -> None:
    allowed = ", ".join(COLUMNS)
    faults = [BadCell(1, name, "no such column", allowed) for name in header if name not in COLUMNS]
    faults += [BadCell(1, name, "this column is there twice", allowed) for name in COLUMNS if header.count(name) > 1]
    faults += [BadCell(1, name, "this column is missing", allowed) for name in REQUIRED if name not in header]
    if faults:
        raise BadRows(faults)


def _volunteer(row: _Row, today: date, read_hours: HoursReader | None, capacity: int) -> NewVolunteer:
    def day(cell: str) -> date | None:
        return day_of(cell, today) if cell else None

    until = [(kind, row.read(f"{kind}_until", day, None)) for kind in Credential]
    return NewVolunteer(
        name=row.read("name", _name, ""),
        address=row.read("email", address_of, ""),
        languages=row.read("languages", _languages, ()),
        gender=row.read("gender", _gender, ""),
        hours=row.read("hours", lambda cell: hours_of(cell, today, read_hours), None),
        capacity=row.read("capacity", lambda cell: _capacity(cell, capacity), capacity),
        credentials=tuple((kind, last) for kind, last in until if last),
        lived_experience=row.read("lived_experience", _truth, False),
        prisons=row.read("prisons", _prisons, ()),
        absences=row.read("away", lambda cell: _absences(cell, today), ()),
        wishes=row.read("wishes", _wishes, ""),
        excluded=row.read("excluded", _references, frozenset()),
        paused=row.read("paused", _truth, False),
        undeliverable=row.read("undeliverable", _truth, False),
        line=row.line,
    )


def _twice(found: Sequence[NewVolunteer]) -> Iterator[BadCell]:
    first: dict[str, int] = {}
    for one in found:
        if one.address and first.setdefault(one.address, one.line) != one.line:
            yield BadCell(one.line, "email", f"the same address as on line {first[one.address]}", "each address once")


def _name(cell: str) -> str:
    if not cell:
        raise WrongCell("empty", "a name")
    if len(cell) > 200 or not cell.isprintable():
        raise WrongCell("not a name", "at most 200 characters on one line")
    return cell


def _wishes(cell: str) -> str:
    cell = " ".join(cell.split())
    if len(cell) > LONGEST_WISHES or not cell.isprintable():
        raise WrongCell("too long, or not words", f"at most {LONGEST_WISHES} characters")
    return cell


def _references(cell: str) -> frozenset[int]:
    """``R-1042; R-1050``: people whom they are never to be matched with."""
    found = [re.fullmatch(r"(?i)r-?(\d{1,9})", part) for part in _list(cell)]
    if not all(found):
        raise WrongCell("not a reference", "R-1042; R-1050, or empty")
    return frozenset(int(one[1]) for one in found if one)


def _gender(cell: str) -> str:
    if cell.lower() not in GENDERS:
        raise WrongCell("not one we match by", "female, male, or empty")
    return GENDERS[cell.lower()]


def _truth(cell: str) -> bool:
    if cell.lower() not in TRUTHS:
        raise WrongCell("neither yes nor no", "yes, no, or empty")
    return TRUTHS[cell.lower()]


def _capacity(cell: str, default: int) -> int:
    if not cell:
        return default
    if not cell.isdecimal() or not 0 <= int(cell[:4]) <= LARGEST_CAPACITY:
        raise WrongCell("not a number of people", f"a whole number from 0 to {LARGEST_CAPACITY}, or empty")
    return int(cell)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[;,|\n]", cell) if part.strip()))


def _prisons(cell: str) -> tuple[str, ...]:
    named = _list(cell)
    if not all(one.isprintable() for one in named):
        raise WrongCell("not names", "names divided by ;")
    return named


def _languages(cell: str) -> tuple[str, ...]:
    names = _language_names()
    codes = []
    for word in re.split(r"[\s;,|/&+]+", cell.lower()):
        if word and word != "and":
            if word not in names:
                raise WrongCell("not a language we know", "codes or English names, like: en cy polish")
            codes.append(names[word])
    return tuple(dict.fromkeys(codes)) or ("en",)


@lru_cache(maxsize=1)
def _language_names() -> dict[str, str]:
    """Codes, English names and own names of languages, in lower case, each with its code."""
    codes = {code: name for code, name in Locale.parse("en").languages.items() if code.isalpha() and code.islower()}
    own = {name.lower(): code for code, name in Locale.parse("cy").languages.items() if code in codes}
    return own | {name.lower(): code for code, name in codes.items()} | {code: code for code in codes}


def day_of(cell: str, today: date) -> date:
    """``2027-03-31`` or, as British spreadsheets write it, ``31/03/2027``."""
    allowed = "a day like 2027-03-31 or 31/03/2027, or empty"
    year_first = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", cell)
    day_first = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", cell)
    parts = year_first.groups() if year_first else day_first.groups()[::-1] if day_first else None
    try:
        day = date(*map(int, parts or ()))
    except (TypeError, ValueError):
        raise WrongCell("not a day", allowed) from None
    if not 2000 <= day.year <= today.year + FURTHEST_YEARS:
        raise WrongCell("not a likely year", f"2000 to {today.year + FURTHEST_YEARS}")
    return day


def _absences(cell: str, today: date) -> tuple[Absence, ...]:
    """``2026-12-20 to 2027-01-04; 2027-03-01; 2027-06-01 onwards``: a stretch, one day, and no end told."""
    return tuple(_absence(part, today) for part in _list(cell))


def _absence(words: str, today: date) -> Absence:
    first, to, last = (part.strip() for part in re.sub(r"\s+(?:to|until|–|-)\s+", "\0", words).partition("\0"))
    if open_ended := re.fullmatch(r"(\S+)\s+onwards", words):
        return Absence(day_of(open_ended[1], today))
    absence = Absence(day_of(first, today), day_of(last if to else first, today))
    if absence.until and absence.until < absence.from_:
        raise WrongCell("ends before it begins", "2026-12-20 to 2027-01-04")
    return absence


def _exact_hours(words: str) -> WeeklyHours | None:
    """The exact form, or None when the words are not in it."""
    spans: list[Span] = []
    for entry in (part.strip().lower() for part in re.split(r"[;\n]", words)):
        if not entry:
            continue
        told = re.fullmatch(r"([a-z]{3})(?:-([a-z]{3}))?\s+(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)", entry)
        if not told or told[1] not in DAYS or (told[2] or told[1]) not in DAYS:
            return None
        first, last = DAYS.index(told[1]), DAYS.index(told[2] or told[1])
        try:
            spans += [Span(day, minute_of(told[3]), minute_of(told[4])) for day in range(first, last + 1)]
        except ValueError:
            return None
    return WeeklyHours.of(spans)
