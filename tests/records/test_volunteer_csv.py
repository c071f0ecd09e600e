"""A spreadsheet of volunteers is taken whole or not at all, with every fault named."""

from __future__ import annotations

from datetime import date

import pytest

from mailbot.casework.people import Absence, Credential
from mailbot.records.volunteer_csv import BadRows, import_csv, text_of
from mailbot.weekly_hours import WeeklyHours

TODAY = date(2026, 3, 2)
HEADER = (
    "name,email,languages,gender,hours,capacity,dbs_until,befriending_until,"
    "safeguarding_until,boundaries_until,lived_experience,prisons,away"
)


def faults_of(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(BadRows) as caught:
        import_csv(text, TODAY)
    return [(one.line, one.column, one.wrong) for one in caught.value.faults]


def one_of(columns: str, row: str) -> object:
    [volunteer] = import_csv(f"name,email,{columns}\nBen Hughes,ben@example.org,{row}\n", TODAY)
    return volunteer


def test_a_full_row_is_read_into_every_particular() -> None:
    row = (
        'Carys Bevan,Carys@Example.org,"Welsh, en",female,mon 18:00-21:00; tue-thu 9:00-12:00,2,'
        "2027-03-31,31/03/2027,2027-04-01,2027-04-02,yes,HMP Dunvale; HMP Northgate,"
        "2026-12-20 to 2027-01-04; 2027-02-01; 2027-06-01 onwards"
    )
    [carys] = import_csv(f"{HEADER}\n{row}\n", TODAY)
    assert (carys.name, carys.address, carys.languages, carys.gender) == (
        "Carys Bevan", "carys@example.org", ("cy", "en"), "female",
    )  # fmt: skip
    assert carys.hours == WeeklyHours.on([0], "18:00", "21:00") | WeeklyHours.on([1, 2, 3], "09:00", "12:00")
    assert carys.capacity == 2
    assert dict(carys.credentials) == {
        Credential.DBS: date(2027, 3, 31),
        Credential.BEFRIENDING: date(2027, 3, 31),
        Credential.SAFEGUARDING: date(2027, 4, 1),
        Credential.BOUNDARIES: date(2027, 4, 2),
    }
    assert carys.lived_experience
    assert carys.prisons == ("HMP Dunvale", "HMP Northgate")
    assert carys.absences == (
        Absence(date(2026, 12, 20), date(2027, 1, 4)),
        Absence(date(2027, 2, 1), date(2027, 2, 1)),
        Absence(date(2027, 6, 1)),
    )
    assert carys.line == 2


def test_what_is_left_out_has_its_default() -> None:
    [ben] = import_csv("email,name\nben@example.org,Ben Hughes\n", TODAY, capacity=3)
    assert (ben.languages, ben.gender, ben.hours, ben.capacity, ben.credentials) == (("en",), "", None, 3, ())


@pytest.mark.parametrize("divider", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_excel_saves_is_read(divider: str, start: str, end: str) -> None:
    lines = [["Name", "Email", "DBS until"], ["Ben Hughes", "ben@example.org", "31/03/2027"], ["", "", ""]]
    text = start + "".join(divider.join(cells) + end for cells in lines)
    [ben] = import_csv(text, TODAY)
    assert ben.credentials == ((Credential.DBS, date(2027, 3, 31)),)


def test_the_hint_that_excel_puts_first_is_skipped_and_lines_are_still_counted_from_the_top() -> None:
    assert faults_of("sep=;\nname;email\nBen;nobody\n") == [(3, "email", "not an email address")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_in_the_usual_encodings_are_text(encoding: str) -> None:
    assert import_csv(text_of("name,email\nSiân Ŵ,sian@example.org\n".encode(encoding)), TODAY)[0].name == "Siân Ŵ"


def test_a_file_in_an_old_encoding_names_the_line() -> None:
    with pytest.raises(BadRows) as caught:
        text_of("name,email\nBen,ben@example.org\nSiân,sian@example.org\n".encode("cp1252"))
    assert [one.line for one in caught.value.faults] == [3]


def test_every_fault_of_every_row_is_named_and_nothing_is_taken() -> None:
    rows = [
        HEADER,
        ",ben@example.org,klingonish,robot,whenever,many,tomorrow,2027-02-30,3027-01-01,,maybe,,"
        "2027-01-04 to 2026-12-20",
        "Carys Bevan,carys@example.org,en,female,,1,,,,,,,",
        "Another,CARYS@example.org,en,,,21,,,,,,,",
        "Too,many@example.org,en,,,1,,,,,,,,extra",
    ]
    assert faults_of("\n".join(rows)) == [
        (2, "away", "ends before it begins"),
        (2, "befriending_until", "not a day"),
        (2, "capacity", "not a number of people"),
        (2, "dbs_until", "not a day"),
        (2, "gender", "not one we match by"),
        (2, "hours", "these hours could not be read"),
        (2, "languages", "not a language we know"),
        (2, "lived_experience", "neither yes nor no"),
        (2, "name", "empty"),
        (2, "safeguarding_until", "not a likely year"),
        (4, "capacity", "not a number of people"),
        (4, "email", "the same address as on line 3"),
        (5, "", "more cells than the header has"),
    ]


@pytest.mark.parametrize(
    "hours",
    ["mon", "mon 25:00-26:00", "mon 21:00-18:00", "abc 18:00-21:00", "fri-mon 18:00-21:00", "mon 18:00-21:00 or so"],
)
def test_hours_that_are_not_quite_right_are_refused(hours: str) -> None:
    assert faults_of(f"name,email,hours\nBen,ben@example.org,{hours}\n") == [
        (2, "hours", "these hours could not be read")
    ]


def test_hours_in_words_are_left_to_the_reader_given() -> None:
    evenings = WeeklyHours.on([0, 1], "18:00", "21:00")

    def read(words: str, today: date) -> WeeklyHours | None:
        return evenings if (words, today) == ("early week evenings", TODAY) else None

    text = "name,email,hours\nBen,ben@example.org,early week evenings\nCarys,carys@example.org,mon 10:00-11:00\n"
    ben, carys = import_csv(text, TODAY, read_hours=read)
    assert ben.hours == evenings
    assert carys.hours == WeeklyHours.on([0], "10:00", "11:00")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", (1, "", "the file is empty")),
        ("\n ,,\n", (1, "", "the file is empty")),
        ("name,mail\nBen,ben@example.org\n", (1, "email", "this column is missing")),
        ("name,email,email\nBen,ben@example.org,x\n", (1, "email", "this column is there twice")),
        ('name,email\nBen,"ben@example.org\n', (2, "", "the quotes do not match")),
    ],
)
def test_a_file_that_is_no_such_list_is_named(text: str, fault: tuple[int, str, str]) -> None:
    assert fault in faults_of(text)


def test_a_quoted_cell_over_several_lines_does_not_shift_the_line_numbers() -> None:
    text = 'name,email,hours\nBen,ben@example.org,"mon 18:00-21:00\ntue 18:00-21:00"\nCarys,nobody,\n'
    assert faults_of(text) == [(4, "email", "not an email address")]


def test_neither_names_nor_addresses_stand_in_the_message() -> None:
    with pytest.raises(BadRows) as caught:
        import_csv("name,email\nBen,secret@\nCarys,\n", TODAY)
    assert str(caught.value) == "nothing imported: see line 2, 3"
