"""Dilys has somebody erased: their words are gone from every table, and she is told what she must delete by hand."""

from __future__ import annotations

import email.policy
import random
import sqlite3
from email.message import EmailMessage
from pathlib import Path

from neighbours import ADA, ADAS_LETTER, BEN, DILYS, GWEN, NESTA, OWEN, MakeTown, ada_is_matched, referral
from whole_database import cells_with

from mailbot.casework.referral import Stage
from mailbot.records.journal import entries_for_referral
from mailbot.tryout.town import Arrived, Town

ADAS = ("Ada Bright", "ada@example.com", "900118", "taken into custody", "marmalade", "hedgehog", "Brixton")
GWENS = """Hello, I would like the weekly calls please. My husband is on remand. My number is 07700 900233 and any
evening suits me.

Gwen Parry
"""


def ada_is_matched_and_closed(town: Town) -> None:
    """Her words are in letters, mail, a volunteer's report, staff's notes, and a concern that was resolved."""
    town.writes(ADA, ADAS_LETTER + "\nMy son is in HMP Brixton. I sell marmalade at the market.\n")
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please.")
    town.settle()
    town.writes(GWEN, GWENS)
    town.wind(hours=3)
    town.answers(BEN, town.last(BEN, "briefing"), "I spoke to Ada for 40 minutes. She told me of the hedgehog.")
    town.wind(hours=22)
    digest = town.last(DILYS, "digest")
    town.answers(DILYS, digest, "note R-1001: Ada Bright sells marmalade")
    town.answers(DILYS, digest, "I wonder whether R-1001 is the Ada Bright who sells marmalade?")
    town.writes(BEN, "Ada told me about her hedgehog, and she is so much better.", subject="My calls")
    town.settle()
    asked = next(one for one in reversed(town.arrived) if one.kind == "staff_task" and "hedgehog" in one.text)
    town.answers(DILYS if asked.to == DILYS.address else OWEN, asked, "done")
    town.settle()
    town.writes(ADA, "I can not go on. I want to end my life tonight. The hedgehog is all I have.")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "concern_alert"), "resolved R-1001: rang Ada on 07700 900118, she is safe")
    town.wind(hours=1)
    town.answers(DILYS, town.last(DILYS, "digest"), "close R-1001, Ada moved to her sister in the marmalade house")
    town.wind(hours=20)


def test_an_erased_person_is_in_no_table_any_more(make_town: MakeTown, database_url: str) -> None:
    town = make_town(volunteers=("ben",), database_url=database_url if database_url.startswith("postgresql") else "")
    ada_is_matched_and_closed(town)
    assert referral(town).stage is Stage.CLOSED
    store = town.flow.store
    assert len(cells_with(store, *ADAS)) > 8
    town.answers(DILYS, town.last(DILYS, "digest"), "erase R-1001, Ada Bright asked us to")
    town.settle()
    assert cells_with(store, *ADAS)  # asked back, although it is proved who writes
    confirm = town.last(DILYS, "command_confirm")
    assert "erases R-1001" in confirm.text
    assert "bring that back" in confirm.text
    town.answers(OWEN, confirm, "yes", from_address=OWEN.address)
    town.settle()
    assert "only they can answer" in town.last(OWEN, "command_done").text
    assert cells_with(store, *ADAS)
    town.answers(DILYS, confirm, "yes")
    town.settle()
    assert cells_with(store, *ADAS) == []
    assert cells_with(store, "900233", "gwen parry")  # somebody else's are where they were
    with store.read() as tx:
        done = [one for one in entries_for_referral(tx, 1001) if one.action == "EraseReferral"]
    assert [one.entry.facts["reason"] for one in done] == ["erased by staff"]
    answer = town.last(DILYS, "command_done").text
    assert "R-1001 is erased" in answer
    assert "delete by hand in the folder Processed" in answer
    assert "10 March 2026, 10:00" in answer
    assert "Kept" not in answer
    assert "Backups" in answer
    assert referral(town).first_contact_at is not None  # dates stay for the figures
    town.answers(DILYS, confirm, "yes")
    town.settle()
    assert "answered already" in town.last(DILYS, "command_done").text
    town.answers(DILYS, town.last(DILYS, "digest"), "erase R-1001")
    town.settle()
    assert "erased already" in town.last(DILYS, "command_done").text
    town.answers(ADA, town.got(ADA, "acknowledgement")[0], "Is anybody going to ring me?")  # mail of that time
    town.settle()
    assert cells_with(store, "marmalade") == []
    town.writes(ADA, ADAS_LETTER)  # she may come again, as somebody new
    town.settle()
    assert referral(town, 1003).name == "Ada Bright"


def test_nothing_of_an_erased_person_is_left_in_the_files_of_sqlite(make_town: MakeTown, tmp_path: Path) -> None:
    town = make_town(volunteers=())
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = f"{ADA.name} <{ADA.address}>", town.address, "calls"
    letter["Date"], letter["Message-ID"] = town.clock.now(), "<marrows@example.com>"
    letter.set_content(ADAS_LETTER)
    garden = random.Random(1).randbytes(20_000)  # so that the letter fills many pages of the file
    letter.add_attachment(garden, maintype="image", subtype="jpeg", filename="marrows.jpg")
    town.deliver(letter.as_bytes(policy=email.policy.SMTP), ADA.address)
    town.settle()
    file = Path(str(town.flow.store.engine.url.database))
    with sqlite3.connect(file) as look:
        secret = bytes(look.execute("SELECT raw FROM letter WHERE id = 1").fetchone()[0])[9000:9060]
    assert len(secret) == 60
    look.close()

    def held() -> bool:
        files = [file, *file.parent.glob(f"{file.name}-*")]
        return any(secret in one.read_bytes() for one in files)

    assert held()
    town.answers(DILYS, _digest(town), "erase R-1001")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "Yes please")
    town.settle()
    assert "R-1001 is erased" in town.last(DILYS, "command_done").text
    assert cells_with(town.flow.store, "marrows", "Ada Bright") == []
    assert not held()


def _digest(town: Town) -> Arrived:
    town.wind(hours=23)
    return town.last(DILYS, "digest")


def test_an_open_concern_or_an_active_match_refuses_the_erasure_and_names_what_comes_first(
    make_town: MakeTown,
) -> None:
    town = make_town(volunteers=("ben",))
    ada_is_matched(town)
    town.wind(hours=23)
    town.answers(DILYS, town.last(DILYS, "digest"), "erase R-1001")
    town.settle()
    assert "“close R-1001, reason”" in town.last(DILYS, "command_done").text
    town.writes(ADA, "I want to end my life tonight.")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "digest"), "erase R-1001")
    town.settle()
    assert "“resolved R-1001: what was done”" in town.last(DILYS, "command_done").text
    assert town.got(DILYS, "command_confirm") == []
    assert referral(town).name == "Ada Bright"


def test_a_mother_is_erased_and_her_daughter_at_the_same_address_stays(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(
        NESTA, "Hello, I am Nesta Bright, Ada's daughter. Please may I have the calls too? 07700 900119, mornings."
    )
    town.settle()
    town.wind(hours=23)
    digest = town.last(DILYS, "digest")
    if len([one for one in town.got(DILYS, "staff_task") if "R-…" in one.text or "new" in one.text]):
        town.answers(DILYS, [one for one in town.got(DILYS, "staff_task") if "new" in one.text][-1], "new")
        town.settle()
    assert referral(town, 1002).name == "Nesta Bright"
    town.answers(DILYS, digest, "erase R-1001")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes")
    town.settle()
    assert referral(town, 1001).name is None
    assert referral(town, 1001).phones == ()
    nesta = referral(town, 1002)
    assert (nesta.name, nesta.address, nesta.phones) == ("Nesta Bright", "ada@example.com", ("+447700900119",))
    assert cells_with(town.flow.store, "900119", "Nesta Bright")
