"""Bad days: whatever goes wrong, nothing is lost, the answer comes once, and a person is told in clear words."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Event
from typing import Any

import psycopg
import pytest
from config_folder import Folder
from neighbours import ADA, ADAS_LETTER, BEN, DILYS, GWEN, OWEN, STAFF, MakeTown, open_referrals, reasons, referral
from running_service import DESK, on_embedded_servers
from sqlalchemy import event, make_url, select

from mailbot.app import build
from mailbot.casework import desk
from mailbot.casework.actions import Action
from mailbot.casework.mails import events
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Stage
from mailbot.casework.snapshot import Ids, Office, Snapshot
from mailbot.cli import main
from mailbot.clock import SystemClock, WoundClock
from mailbot.inbox.trouble import LoginRefused
from mailbot.reading.letter import Letter
from mailbot.reading.parse import Reader, read_letter
from mailbot.records import lookups
from mailbot.records.errors import RecordsAway, RecordsFull
from mailbot.records.lookups import LETTER, OUTGOING, rows
from mailbot.records.tables import LetterState
from mailbot.settings.folder import packaged
from mailbot.tryout.home import SERVICE, town_settings
from mailbot.tryout.servers import AUTHSERV_ID, EmbeddedMailThread
from mailbot.tryout.town import Neighbour, Town

MB = 1 << 20
GWENS_LETTER = "Could somebody ring me every week please? Mornings, 07700 900444.\n\nGwen Parry"
NAMES = ("Ada", "Bella", "Cath", "Dora", "Elsie", "Fay", "Gina", "Hetty", "Ida", "Joan", "Kay", "Lena")


def lies_in(town: Town, folder: str = "INBOX") -> int:
    """How many letters lie in the service's folder on the server."""
    return len(town.mail.messages(SERVICE, folder))


def letters(town: Town) -> Counter[LetterState]:
    with town.flow.store.read() as tx:
        return Counter(row.state for row in rows(tx, select(LETTER.c.state)))


def outcomes(town: Town) -> Counter[str]:
    with town.flow.store.read() as tx:
        return Counter(row.outcome for row in rows(tx, select(LETTER.c.outcome)))


def raw_letter(who: Neighbour, body: str, *, number: int = 1, headers: str = "") -> bytes:
    """As it lies on the server, the receiver's findings on top."""
    domain = who.address.partition("@")[2]
    head = (
        f"Authentication-Results: {AUTHSERV_ID}; dmarc=pass header.from={domain}\n"
        f"From: {who.name} <{who.address}>\nTo: {SERVICE}\nSubject: Hello\n"
        f"Message-ID: <letter-{number}@{domain}>\nMIME-Version: 1.0\n{headers}\n"
    )
    return (head + body).replace("\n", "\r\n").encode()


# -------------------------------------------------------------------------------------------------- a wrong password


def test_a_wrong_password_is_told_in_clear_words_and_the_letters_come_once_it_is_right(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    password = town.mail.password
    town.mail.change_password("another one")
    town.writes(ADA, ADAS_LETTER)
    with pytest.raises(LoginRefused) as told:
        town.poller.once()
    assert "password" in str(told.value)
    assert password not in str(told.value)
    for _ in range(2):
        town.flow.tell_of_trouble(str(told.value))
    town.mail.change_password(password)
    assert lies_in(town) == 1
    town.settle()
    (task,) = [one for one in town.got(OWEN) if one.kind == "staff_task"]  # the lead, once a day
    assert str(told.value) in " ".join(task.text.split())
    assert len(town.got(ADA, "acknowledgement")) == 1


def test_with_a_wrong_smtp_password_each_email_waits(make_town: MakeTown) -> None:
    town = make_town(
        volunteers=(), variables={"MAILBOT_SMTP_USER": SERVICE, "MAILBOT_SMTP_PASSWORD": "the one of last year"}
    )
    town.writes(ADA, ADAS_LETTER)
    town.wind(hours=1)
    assert town.arrived == []
    password = town.mail.password
    town.mail.change_password("the one of last year")
    town.wind(hours=2)
    town.mail.change_password(password)
    assert len(town.got(ADA, "acknowledgement")) == 1


# ------------------------------------------------------------------------------------------------ the database


@contextmanager
def away(url: str) -> Iterator[None]:
    """PostgreSQL lets nobody in, and drops who is there."""
    server = make_url(url).set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER DATABASE mailbot ALLOW_CONNECTIONS false")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'mailbot'")
        try:
            yield
        finally:
            connection.execute("ALTER DATABASE mailbot ALLOW_CONNECTIONS true")


def test_while_the_database_is_away_letters_stay_on_the_server(make_town: MakeTown, postgresql_url: str) -> None:
    town = make_town(volunteers=(), database_url=postgresql_url)
    town.writes(GWEN, GWENS_LETTER)
    town.poller.once()
    town.writes(ADA, ADAS_LETTER)
    with away(postgresql_url):
        with pytest.raises(RecordsAway):
            town.poller.once()
        assert town.flow.safely("opening letters", town.flow.open_letters) == 0
        assert lies_in(town) == 1
        assert town.mail.sent() == []
    town.settle()
    assert lies_in(town) == 0
    assert len(town.got(ADA, "acknowledgement")) == len(town.got(GWEN, "acknowledgement")) == 1


def test_after_an_outage_each_ladder_takes_only_its_latest_step(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, "Please could I have the weekly calls? Evenings.\n\nAda")
    town.settle()
    town.clock.wind(timedelta(days=6, hours=1))  # nobody was there
    town.settle()
    assert reasons(town) == ["essentials_missing", "staff_call"]  # days 4 and 5 are past
    assert [one.kind for one in town.got(ADA)] == ["acknowledgement"]


@contextmanager
def full_disk(town: Town, pages_left: int) -> Iterator[None]:
    """The file may grow by so many pages of 4 kB only."""
    engine = town.flow.store.engine
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + pages_left

    def bound(driver: sqlite3.Connection, _: Any) -> None:
        driver.execute(f"PRAGMA max_page_count={pages}")

    event.listen(engine, "connect", bound)
    engine.dispose()
    try:
        yield
    finally:
        event.remove(engine, "connect", bound)
        engine.dispose()


def test_on_a_full_disk_letters_stay_on_the_server_until_there_is_room(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    photo = "".join(sha256(b"%d" % number).hexdigest() + "\n" for number in range(5000))  # nothing makes it shorter
    town.writes(GWEN, GWENS_LETTER)
    town.writes(ADA, f"{ADAS_LETTER}\n\n{photo}")
    with full_disk(town, pages_left=12):
        with pytest.raises(RecordsFull):
            town.poller.once()
        assert lies_in(town) == 2
    town.poller.once()
    assert lies_in(town) == 0
    assert letters(town) == {LetterState.TAKEN_IN: 2}
    town.settle()
    assert len(town.got(ADA)) == len(town.got(GWEN, "acknowledgement")) == 1


def test_letters_met_by_a_full_disk_are_opened_once_there_is_room_however_often_they_were_tried(
    make_town: MakeTown,
) -> None:
    town = make_town(volunteers=())
    writers = [Neighbour(f"{name} Bright", f"{name.lower()}@example.com") for name in NAMES]
    for number, who in enumerate(writers):
        letter = GWENS_LETTER.replace("Gwen Parry", who.name).replace("444", f"{number:03}")
        town.writes(who, letter)
    town.poller.once()
    with full_disk(town, pages_left=4):
        for _ in range(4):
            with pytest.raises(RecordsFull):
                town.flow.open_letters()
            town.clock.wind(timedelta(minutes=10))
    assert 0 < letters(town)[LetterState.TAKEN_IN] < len(writers)
    town.settle()
    assert letters(town) == {LetterState.OPENED: len(writers)}
    assert Counter(one.to for one in town.arrived) == Counter(who.address for who in writers)
    assert reasons(town) == []


# ------------------------------------------------------------------------------------------ a mistake in a template


def test_with_a_mistake_in_a_template_nothing_starts_and_the_letter_waits(
    tmp_path: Path, mail: EmbeddedMailThread, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Folder(tmp_path)
    folder.complete()
    template = Path(shutil.copytree(packaged("templates"), tmp_path / "templates")) / "en" / "acknowledgement.md"
    right = template.read_text()
    template.write_text(f"{right.rstrip()}\n{{{{ surname }}}}\n")
    for name, value in (on_embedded_servers(mail) | {"MAILBOT_MAILBOX_USER": DESK}).items():
        monkeypatch.setenv(name, value)
    mail.append(DESK, raw_letter(ADA, ADAS_LETTER), SystemClock().now())
    monkeypatch.setattr("mailbot.cli.service.log_as_told", lambda _: None)  # the log is the test run's own

    def give(*command: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main([*command, "--config", str(folder.config)])
        told = capsys.readouterr()
        return int(ended.value.code or 0), " ".join((told.out + told.err).split())

    assert give("db", "upgrade")[0] == 0
    for command, code, place in (("check", 1, f"{template}:"), ("once", 3, f"{template}, line ")):
        ended, said = give(command)
        assert ended == code
        assert f"{place}{len(right.rstrip().splitlines()) + 1}" in said
        assert "surname" in said
    assert len(mail.messages(DESK)) == 1
    assert mail.sent() == []
    template.write_text(right)
    assert give("once")[0] == 0
    assert [ADA.address in one.recipients for one in mail.sent()].count(True) == 1


# -------------------------------------------------------------------------------------------------- odd letters


def test_of_an_email_of_60_mb_the_first_part_is_read_and_staff_are_told_of_the_rest(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    line = "QUJD" * 19 + "\n"
    body = (
        f"--b\nContent-Type: text/plain\n\n{ADAS_LETTER}\n"
        "--b\nContent-Type: video/mp4; name=film.mp4\nContent-Transfer-Encoding: base64\n\n"
        f"{line * (60 * MB // len(line))}--b--\n"
    )
    raw = raw_letter(ADA, body, headers="Content-Type: multipart/mixed; boundary=b\n")
    town.mail.append(SERVICE, raw, town.clock.now())
    town.poller.once()
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1
    assert referral(town).phones == ("+447700900118",)
    assert [len(one.raw) for one in town.mail.messages(SERVICE, "Processed")] == [len(raw)]  # the whole of it
    task = town.last(DILYS, "staff_task")
    assert f"of {len(raw)} bytes" in task.text


def test_an_email_of_10_000_parts_is_answered_and_staff_are_told_what_was_not_read(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    parts = f"--b\nContent-Type: text/plain\n\n{ADAS_LETTER}\n" + "--b\nContent-Type: image/png\n\nx\n" * 9_999
    raw = raw_letter(ADA, parts + "--b--\n", headers="Content-Type: multipart/mixed; boundary=b\n")
    town.mail.append(SERVICE, raw, town.clock.now())
    town.poller.once()
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1
    assert "not read" in town.last(DILYS, "staff_task").text


def test_an_email_in_a_charset_that_does_not_exist_is_read_like_any_other(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    raw = raw_letter(ADA, ADAS_LETTER, headers="Content-Type: text/plain; charset=x-klingon\n")
    town.mail.append(SERVICE, raw, town.clock.now())
    town.poller.once()
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1
    assert referral(town).phones == ("+447700900118",)


def test_a_mailbox_with_another_uidvalidity_answers_nobody_twice(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.mail.refuse_folder("Processed")  # a full quota, say: they stay where they are
    town.writes(ADA, ADAS_LETTER)
    town.writes(GWEN, GWENS_LETTER)
    town.settle()
    town.mail.reset_uidvalidity(SERVICE)
    town.poller.once()
    town.settle()
    assert letters(town) == {LetterState.OPENED: 2, LetterState.DUPLICATE: 2}
    assert len(town.got(ADA)) == len(town.got(GWEN)) == 1
    assert len(open_referrals(town)) == 2
    assert reasons(town) == []


# --------------------------------------------------------------------------------------------- the mail server


def test_after_two_days_of_4xx_each_email_goes_once_and_ladders_start_then(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.mail.smtp_hook = lambda _: "451 4.7.1 come back later"
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    assert town.match() == 1
    town.wind(days=2)
    assert town.arrived == []
    assert open_referrals(town)[0].stage is Stage.OFFERED
    town.mail.smtp_hook = None
    town.wind(hours=3)
    assert len(town.got(ADA, "acknowledgement")) == 1
    (offer,) = town.got(BEN)
    assert offer.kind == "offer_made"
    with town.flow.store.read() as tx:
        open_ones = [one for one in lookups.promises(tx) if one.settled_at is None]
    (answer,) = [one for one in open_ones if one.kind is PromiseKind.OFFER_ANSWER]
    assert answer.due_at > offer.at + timedelta(hours=3)
    town.answers(BEN, offer, "Yes, happy to.\n\nBen")
    town.settle()
    assert len(town.got(ADA, "introduction")) == 1


def test_a_server_that_takes_half_an_hour_over_a_letter_does_not_make_a_living_worker_look_dead(
    make_town: MakeTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = make_town(volunteers=())
    monkeypatch.setattr("mailbot.flow.CLAIMS_RENEWED_SECONDS", 0.05)

    def dawdle(_: object) -> None:
        for _ in range(4):
            town.clock.wind(timedelta(minutes=8))
            Event().wait(0.2)
            town.flow.look_into_uncertain()

    town.mail.smtp_hook = dawdle
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1
    with town.flow.store.read() as tx:
        assert [row.sent_again for row in rows(tx, select(OUTGOING.c.sent_again))] == [0]


def test_a_mail_server_that_hangs_keeps_no_page_waiting(make_town: MakeTown, monkeypatch: pytest.MonkeyPatch) -> None:
    town = make_town(volunteers=())
    monkeypatch.setattr("mailbot.flow.PAGES_LOOKED_FOR_SECONDS", 0.05)
    paged: list[list[str]] = []

    def hang(_: object) -> None:
        if not paged:
            town.flow.open_letters()  # Gwen's
            for _ in range(100):
                if not town.pages():
                    Event().wait(0.05)
            paged.append(town.pages())

    town.mail.smtp_hook = hang
    town.writes(ADA, ADAS_LETTER)
    town.poller.once()
    assert town.flow.open_letters() == 1
    town.writes(GWEN, f"{GWENS_LETTER}\n\nI do not want to be here any more. I am going to end my life tonight.")
    town.poller.once()

    async def post() -> None:
        await town.flow.post_letters()
        await town.flow.post.close()

    asyncio.run(post())
    assert [len(one) for one in paged] == [1]


# ------------------------------------------------------------------------------------------ three years of mail


def test_a_first_start_on_three_years_of_mail_answers_only_what_is_recent(tmp_path: Path) -> None:
    now = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)
    with EmbeddedMailThread(clock=WoundClock(now)) as mail:
        for number in range(300):
            who = Neighbour(f"Ada Bright{number}", f"ada{number}@example.com")
            body = f"Please could somebody ring me each week? Evenings, 07700 900{number:03}.\n\nAda"
            if number in (4, 100):
                body += "\nI do not want to be here any more. I am going to end my life tonight."
            arrived_at = now - timedelta(days=number * 3.65, hours=1)
            mail.append(SERVICE, raw_letter(who, body, number=number), arrived_at)
        town = town_since(tmp_path, mail, now)
        try:
            town.poller.once()
            town.settle()
            assert outcomes(town) == {"referral opened": 2, "history": 296, "history with a risk": 2}
            assert {one.to for one in town.arrived if one.kind == "acknowledgement"} == {
                "ada0@example.com", "ada1@example.com",
            }  # fmt: skip
            assert {one.to for one in town.arrived} <= {
                "ada0@example.com", "ada1@example.com", DILYS.address, OWEN.address,
            }  # fmt: skip
            assert len(town.got(DILYS, "concern_alert")) == 1  # 14 days old: read this now
            assert reasons(town) == ["history_risk"]  # a year old: on the digest's list
            town.flow.send_digest()
            town.settle()
            assert "Old letters with a worry in them" in town.last(OWEN, "digest").text
        finally:
            town.close()


def town_since(folder: Path, mail: EmbeddedMailThread, now: datetime) -> Town:
    """A service that takes in what arrived in the last month."""
    url = f"sqlite:///{folder / 'mailbot.db'}"
    settings = town_settings(mail, day=now.date() - timedelta(days=30), staff=STAFF, database_url=url)
    clock = WoundClock(now)
    app = build(settings, clock=clock)
    app.store.upgrade()
    return Town(mail, app.flow, app.poller, clock, SERVICE)


# -------------------------------------------------------------------------------------------- what raises inside


def test_a_letter_that_raises_is_retried_then_set_aside_while_the_next_ones_are_opened(
    make_town: MakeTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = make_town(volunteers=())
    tried: list[datetime] = []

    def read(raw: bytes, reader: Reader, *, whole_size: int | None = None) -> Letter:
        if b"Gwen" in raw:
            tried.append(town.clock.now())
            raise IndexError("whatever a library raises")
        return read_letter(raw, reader, whole_size=whole_size)

    monkeypatch.setattr("mailbot.flow.read_letter", read)
    town.writes(GWEN, GWENS_LETTER)
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1
    assert len(tried) == 1
    for _ in range(10):
        town.wind(minutes=1)
    assert len(tried) == town.flow.office.policy.letter_attempts
    assert letters(town) == {LetterState.OPENED: 1, LetterState.SET_ASIDE: 1}
    assert reasons(town) == ["set_aside"]
    assert len([one for one in town.arrived if one.kind == "staff_task"]) == 1


def test_a_promise_that_raises_stops_no_other_and_staff_are_told(
    make_town: MakeTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = make_town(volunteers=())
    for who in (ADA, GWEN):
        town.writes(who, f"Please could I have the weekly calls? Evenings.\n\n{who.name}")
    town.settle()
    ladder = desk.LADDERS[PromiseKind.ESSENTIALS]

    def climb(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
        if snapshot.referral is not None and snapshot.referral.id == 1001:
            raise KeyError("a rung is missing")
        return ladder(snapshot, office, now, ids)

    monkeypatch.setitem(desk.LADDERS, PromiseKind.ESSENTIALS, climb)
    town.wind(days=2, hours=1)
    assert town.got(ADA, "essentials_reminder") == []
    assert len(town.got(GWEN, "essentials_reminder")) == 1
    assert "ladder_stuck" in reasons(town)
    monkeypatch.undo()
    town.wind(hours=7)
    assert len(town.got(ADA, "essentials_reminder")) == 1


def test_a_full_disk_is_not_held_against_a_ladder(make_town: MakeTown, monkeypatch: pytest.MonkeyPatch) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, "Please could I have the weekly calls? Evenings.\n\nAda")
    town.settle()
    town.clock.wind(timedelta(days=2, hours=1))

    def climb(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
        raise RecordsFull("the database is full: nothing was written")

    with monkeypatch.context() as full:
        full.setitem(desk.LADDERS, PromiseKind.ESSENTIALS, climb)
        with pytest.raises(RecordsFull):
            town.flow.keep_promises()
    town.settle()
    assert len(town.got(ADA, "essentials_reminder")) == 1
    assert reasons(town) == []


def test_what_was_sent_stays_sent_whatever_raises_after_it(
    make_town: MakeTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = make_town(volunteers=("ben",))

    def follow(*_: object) -> list[Action]:
        raise LookupError("nothing there")

    monkeypatch.setattr(events, "when_sent", follow)
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    assert town.match() == 1
    town.wind(hours=2)
    assert len(town.got(BEN, "offer_made")) == 1
    assert reasons(town) == ["machine_trouble"]
    assert len(town.got(OWEN, "staff_task")) == 1
