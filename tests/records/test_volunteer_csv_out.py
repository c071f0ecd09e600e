"""What is exported comes back the same when it is imported, and no spreadsheet reckons with it."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from desk_of_tests import NOW, DeskOfTests
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from mailbot.casework.people import Absence, Credential, Volunteer
from mailbot.reading.volunteer.joining_particulars import LANGUAGE_CODES
from mailbot.records import volunteer_rows
from mailbot.records.tables import AbsenceRow, CredentialRow, ExclusionRow, VolunteerRow
from mailbot.records.volunteer_csv import COLUMNS, BadCell, BadRows, import_csv, text_of
from mailbot.records.volunteer_csv_out import export_csv
from mailbot.weekly_hours import Span, WeeklyHours

TODAY = date(2026, 11, 26)
COMPARED = (
    "name", "address", "languages", "gender", "hours", "capacity", "credentials", "lived_experience", "prisons",
    "absences", "wishes", "paused", "undeliverable",
)  # fmt: skip

printable = st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "Zs"), include_characters=" "), max_size=40)
odd = st.sampled_from(
    ["=1+1", "+44", "-x", "@SUM(A1)", "'=x", "''-", "O'Neill", 'Sam "Sunny" Reed', "Reed, Sam", "Reed; Sam", "Ŵyn Siân"]
)
words = (printable | odd).map(str.strip)
name = words.filter(bool)
prison = words.map(lambda one: "".join(c for c in one if c not in ";,|").strip()).filter(bool)
days = st.dates(date(2001, 1, 1), date(2036, 12, 31))
spans = st.builds(
    lambda day, start, length: Span(day, start, min(24 * 60, start + length)),
    st.integers(0, 6), st.integers(0, 24 * 60 - 5), st.integers(1, 600),
)  # fmt: skip
absences = st.builds(
    lambda day, length: Absence(day, None if length is None else day + timedelta(days=length)),
    days.filter(lambda day: day.year < 2036), st.none() | st.integers(0, 30),
)  # fmt: skip


@st.composite
def volunteers(draw: st.DrawFn) -> list[Volunteer]:
    return [
        Volunteer(
            id=number,
            name=draw(name),
            address=f"somebody{number}@example.org",
            languages=tuple(
                draw(st.lists(st.sampled_from(sorted(LANGUAGE_CODES)), min_size=1, max_size=4, unique=True))
            ),
            gender=draw(st.sampled_from(["", "female", "male"])),
            hours=draw(st.none() | st.lists(spans, min_size=1, max_size=6).map(WeeklyHours.of)),
            capacity=draw(st.integers(0, 20)),
            credentials=tuple((kind, draw(days)) for kind in Credential if draw(st.booleans())),
            absences=tuple(draw(st.lists(absences, max_size=3, unique=True))),
            lived_experience=draw(st.booleans()),
            paused=draw(st.booleans()),
            undeliverable=draw(st.booleans()),
            excluded_referrals=draw(st.frozensets(st.integers(1001, 1009), max_size=3)),
            prisons=tuple(draw(st.lists(prison, max_size=3, unique=True))),
            wishes=" ".join(draw(words).split()),
        )
        for number in range(1, draw(st.integers(1, 4)) + 1)
    ]


def told(one: Any) -> dict[str, Any]:
    return {key: getattr(one, key) for key in COMPARED} | {
        "excluded": getattr(one, "excluded", None) or getattr(one, "excluded_referrals", frozenset())
    }


@given(volunteers())
@settings(max_examples=150, deadline=None)
def test_what_is_exported_comes_back_the_same(listed: list[Volunteer]) -> None:
    again = import_csv(text_of(export_csv(listed)), TODAY)
    assert [told(one) for one in again] == [told(one) for one in listed]


@given(volunteers(), st.sampled_from([";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@settings(max_examples=50, deadline=None)
def test_what_a_spreadsheet_saves_again_with_other_dividers_comes_back_the_same(
    listed: list[Volunteer], divider: str, encoding: str
) -> None:
    rows = list(csv.reader(io.StringIO(text_of(export_csv(listed)), newline="")))
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=divider).writerows(rows)
    again = import_csv(text_of(saved.getvalue().encode(encoding)), TODAY)
    assert [told(one) for one in again] == [told(one) for one in listed]


@given(volunteers())
@settings(max_examples=50, deadline=None)
def test_no_cell_is_a_formula_to_a_spreadsheet(listed: list[Volunteer]) -> None:
    raw = export_csv(listed)
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


cut_short = st.tuples(volunteers().map(export_csv), st.integers(0, 2000)).map(lambda both: both[0][: both[1]])


@given(st.binary(max_size=200) | cut_short)
@settings(max_examples=100, deadline=None)
def test_whatever_is_imported_is_taken_whole_or_refused_with_its_lines(raw: bytes) -> None:
    assert all(one.line >= 1 for one in faults_in(raw))


def faults_in(raw: bytes) -> tuple[BadCell, ...]:
    try:
        import_csv(text_of(raw), TODAY)
    except BadRows as bad:
        return bad.faults
    return ()


def test_a_file_in_windows_1252_is_refused_with_the_line_and_what_to_do() -> None:
    raw = "name;email\r\nBen Hale;ben@example.org\r\nZoë Pryce;zoe@example.org\r\n".encode("cp1252")
    with pytest.raises(BadRows) as caught:
        text_of(raw)
    assert [(one.line, one.allowed) for one in caught.value.faults] == [(3, "save it as “CSV UTF-8”")]


def test_rows_go_out_of_the_database_and_into_it_again_unchanged(desk: DeskOfTests) -> None:
    desk.referral()
    desk.referral(address="gwen@example.com")
    text = (
        "name,email,languages,gender,hours,capacity,dbs_until,boundaries_until,lived_experience,prisons,away,wishes,"
        "excluded,paused,undeliverable\n"
        '"Sam ""Sunny"" Reed, Esq.",sam@example.org,en cy,female,mon 18:00-21:00; sun 00:00-24:00,3,2028-05-04,'
        "2027-12-01,yes,HMP Berwyn; HMP Styal,2026-12-20 to 2027-01-04; 2027-06-01 onwards,"
        '"women, no evenings",R-1001; R-1002,yes,yes\n'
        "'=HYPERLINK(1),ben@example.org,,,,,,,,,,'-1,,,\n"
    )
    with desk.store.write() as tx:
        volunteer_rows.add_all(tx, import_csv(text, TODAY), NOW)
    with desk.store.read() as tx:
        before = volunteer_rows.list_volunteers(tx)
    assert (before[1].name, before[1].wishes) == ("=HYPERLINK(1)", "-1")
    with desk.store.write() as tx:
        for kind in (ExclusionRow, AbsenceRow, CredentialRow, VolunteerRow):
            tx.session.execute(delete(kind))
        volunteer_rows.add_all(tx, import_csv(text_of(export_csv(before)), TODAY), NOW)
    with desk.store.read() as tx:
        after = volunteer_rows.list_volunteers(tx)
    assert [told(one) for one in after] == [told(one) for one in before]
    assert after[0].excluded_referrals == {1001, 1002}


def test_an_exclusion_of_nobody_is_named_with_its_line_and_nobody_is_added(desk: DeskOfTests) -> None:
    text = (
        "name,email,excluded\nBen Hale,ben@example.org,\nSam Reed,sam@example.org,R-4711\nJo Lee,jo@example.org,4711\n"
    )
    with pytest.raises(BadRows) as caught:
        import_csv(text, TODAY)
    assert [(one.line, one.column, one.wrong) for one in caught.value.faults] == [(4, "excluded", "not a reference")]
    with pytest.raises(BadRows) as caught, desk.store.write() as tx:
        volunteer_rows.add_all(tx, import_csv(text.rpartition("Jo Lee")[0], TODAY), NOW)
    assert [(one.line, one.column, one.wrong) for one in caught.value.faults] == [
        (3, "excluded", "there is no such reference")
    ]
    with desk.store.read() as tx:
        assert volunteer_rows.list_volunteers(tx) == ()


def test_every_language_that_a_new_volunteer_may_name_can_stand_in_the_list() -> None:
    text = f"name,email,languages\nBen,ben@example.org,{' '.join(sorted(LANGUAGE_CODES))}\n"
    assert set(import_csv(text, TODAY)[0].languages) == LANGUAGE_CODES
