"""``mailbot volunteers``: a bad row is named with its fault, and none is half imported."""

from __future__ import annotations

from pathlib import Path

from commands_given import Mailbot

from mailbot.clock import SystemClock, london
from mailbot.records.store import Store

UNTIL = f"{london(SystemClock().now()).year + 3}-01-31"
GOOD = f"""name,email,languages,hours,dbs_until,befriending_until,safeguarding_until,boundaries_until
Ben Example,ben@example.org,en,mon 18:00-21:00,{UNTIL},{UNTIL},{UNTIL},{UNTIL}
Carys Example,carys@example.org,en cy,,,,,
"""


def test_a_good_file_is_imported_whole(mailbot: Mailbot, home: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(GOOD)
    told = mailbot("volunteers", "import", "list.csv")
    assert (told.code, told.out) == (0, "2 volunteers added.\n")
    ben, carys = mailbot("volunteers", "list", "--json").json
    assert ben["hours"] == [{"days": ["mon"], "from": "18:00", "to": "21:00"}]
    assert (ben["not_now_because"], carys["not_now_because"]) == (
        "", "a DBS check or training is not in date through the first month",
    )  # fmt: skip


def test_every_bad_row_is_named_and_nobody_is_added(mailbot: Mailbot, home: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(GOOD + "Eve,no address,xx,,,,,\n")
    told = mailbot("volunteers", "import", "list.csv")
    assert told.code == 1
    assert "list.csv:4: email: not an email address; allowed: one email address" in told.err
    assert "list.csv:4: languages: not a language we know" in told.err
    assert "Nobody was added." in told.err
    assert mailbot("volunteers", "list", "--json").json == []


def test_hours_that_say_nothing_plain_are_not_guessed_at(mailbot: Mailbot, home: Store, tmp_path: Path) -> None:
    for words, code in (("whenever the moon", 1), ("any time", 0)):
        (tmp_path / "list.csv").write_text(f"name,email,hours\nBen {code},ben{code}@example.org,{words}\n")
        told = mailbot("volunteers", "import", "list.csv")
        assert told.code == code
        assert ("hours: these hours could not be read" in told.err) is (code == 1)


def test_somebody_who_is_there_already_is_not_added_again(mailbot: Mailbot, home: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(GOOD)
    mailbot("volunteers", "import", "list.csv")
    told = mailbot("volunteers", "import", "list.csv")
    assert told.code == 1
    assert "list.csv:2: email: a volunteer with this address is there already" in told.err


def test_a_file_that_is_not_there_is_named(mailbot: Mailbot, home: Store) -> None:
    told = mailbot("volunteers", "import", "nothing.csv")
    assert told.code == 2
    assert "nothing.csv" in told.err


def test_one_volunteer_is_added_with_what_a_row_may_hold(mailbot: Mailbot, home: Store) -> None:
    hours = "tuesday evenings"
    told = mailbot("volunteers", "add", "--name", "Ben Example", "--email", "ben@example.org", "--hours", hours)
    assert (told.code, told.out) == (0, "Volunteer 1 added.\n")
    shown = mailbot("volunteers", "show", "1", "--json").json
    assert shown["hours"] == [{"days": ["tue"], "from": "18:00", "to": "21:00"}]
    assert "Ben Example" in mailbot("volunteers", "show", "1").out


def test_a_wrong_word_about_one_volunteer_is_named(mailbot: Mailbot, home: Store) -> None:
    told = mailbot("volunteers", "add", "--name", "Ben", "--email", "ben@example.org", "--capacity", "many")
    assert told.code == 1
    assert "capacity: not a number of people; allowed: a whole number from 0 to 20, or empty" in told.err


def test_a_volunteer_who_is_not_there_is_told(mailbot: Mailbot, home: Store) -> None:
    assert mailbot("volunteers", "show", "7").code == 1


def test_what_is_exported_is_imported_again(mailbot: Mailbot, home: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(GOOD)
    mailbot("volunteers", "import", "list.csv")
    before = mailbot("volunteers", "list", "--json").json
    told = mailbot("volunteers", "export", "out.csv")
    assert (told.code, told.out) == (0, "2 volunteers written to out.csv.\n")
    assert (tmp_path / "out.csv").stat().st_mode & 0o077 == 0
    assert mailbot("volunteers", "export", "out.csv").code == 2
    again = mailbot("volunteers", "import", "out.csv")
    assert again.code == 1
    assert "out.csv:2: email: a volunteer with this address is there already" in again.err
    assert mailbot("volunteers", "list", "--json").json == before


def test_a_credential_is_renewed_by_name_or_number(mailbot: Mailbot, home: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(GOOD + "Ben Other,other@example.org,,,,,,\n")
    mailbot("volunteers", "import", "list.csv")
    told = mailbot("volunteers", "renew", "Carys", "--dbs", UNTIL, "--safeguarding", UNTIL)
    assert (told.code, told.out) == (0, f"Carys Example: dbs until {UNTIL}; safeguarding until {UNTIL}.\n")
    assert mailbot("volunteers", "renew", "2", "--boundaries", UNTIL).code == 0
    shown = mailbot("volunteers", "show", "2", "--json").json
    assert shown["credentials"] == {"boundaries": UNTIL, "dbs": UNTIL, "safeguarding": UNTIL}


def test_a_renewal_that_is_not_certain_changes_nothing(mailbot: Mailbot, home: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(GOOD + "Ben Other,other@example.org,,,,,,\n")
    mailbot("volunteers", "import", "list.csv")
    for words, code, said in (
        (("Ben", "--dbs", UNTIL), 1, "Which one?"),
        (("Nobody", "--dbs", UNTIL), 1, "no volunteer by that name"),
        (("Carys", "--dbs", "soon"), 2, "--dbs: not a day"),
        (("Carys",), 2, "Until when?"),
    ):
        told = mailbot("volunteers", "renew", *words)
        assert (told.code, said in told.err) == (code, True)
    assert mailbot("volunteers", "show", "2", "--json").json["credentials"] == {}
