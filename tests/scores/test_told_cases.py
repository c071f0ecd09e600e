"""Our own cases become emails and labels; what is written wrongly is named, and never quoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_labels import labels_of, missing_by_rule
from letters import letters_of
from told_cases import FOLDERS, SIDES, Case, CaseWrong, cases_in

from mailbot.reading.parse import read_letter
from mailbot.reading.reader import Reader
from mailbot.weekly_hours import WeeklyHours

READER = Reader(own_addresses=frozenset({"befriending@example.org"}))
A_CASE = """
about = "somebody"

[[case]]
id = "ironing"
from = "Kâz (W) <kaz@example.com>"
date = "Fri, 03 Jul 2026 23:40:00 +0100"
subject = "galwadau ffôn"
replying_to = "offer"
text = '''
Yes, on these days.

Kaz
'''
quoted = '''
Could you take this on?
Reply yes or no.
'''
[case.labels]
intent = "accept"
[case.labels.next_call]
date = 2026-07-10
time = 18:30:00
"""


def one_case(tmp_path: Path, text: str, folder: str = "volunteers") -> Case:
    path = tmp_path / "a.toml"
    path.write_text(text, "utf-8")
    (case,) = cases_in(path, folder)
    return case


def test_a_case_is_the_email_that_it_tells_of(tmp_path: Path) -> None:
    case = one_case(tmp_path, A_CASE)
    letter = read_letter(case.raw, READER)
    assert (letter.sender.name, letter.sender.address) == ("Kâz (W)", "kaz@example.com")
    assert letter.subject == "galwadau ffôn"
    assert letter.sent_at is not None
    assert letter.sent_at.isoformat() == "2026-07-03T22:40:00+00:00"
    assert letter.new_text == "Yes, on these days.\n\nKaz"
    assert "Could you take this on?\nReply yes or no." in letter.quoted_text.replace("> ", "")
    assert b"\r\nX-Replying-To: offer\r\n" in case.raw
    assert (case.where, case.by, case.replying_to) == ("a/ironing", "volunteer", "offer")


def test_what_a_case_leaves_out_is_as_the_readme_says(tmp_path: Path) -> None:
    case = one_case(tmp_path, '[[case]]\nid = "a"\ntext = "hiya"\n[case.labels]\nrisk = "none"\n', "risk")
    letter = read_letter(case.raw, READER)
    assert (letter.sender.name, letter.sender.address, letter.subject) == ("Ada", "ada@example.org", "")
    assert (case.by, case.replying_to) == ("family", "unsolicited")
    assert case.labels == {"risk": "none", "risk_categories": []}


def test_labels_are_made_whole() -> None:
    labels = labels_of("families", {"intent": "both_request", "availability": "mon-wed 18:00-21:00; sat 10:00-12:00"})
    assert labels["phones"] == []
    assert (labels["language"], labels["risk"], labels["prison"]) == ("en", "none", None)
    hours = WeeklyHours.on(range(3), "18:00", "21:00") | WeeklyHours.on([5], "10:00", "12:00")
    assert WeeklyHours.from_json(labels["availability"]) == hours
    assert labels["missing"] == missing_by_rule(labels) == ["phone", "name"]


def test_parts_of_labels_are_made_whole_too(tmp_path: Path) -> None:
    assert one_case(tmp_path, A_CASE).labels["next_call"] == {"date": "2026-07-10", "weekday": None, "time": "18:30"}
    (command,) = labels_of("staff", {"commands": [{"verb": "help"}]})["commands"]
    assert command == {"verb": "help", "referral": None, "volunteer": None, "until": None, "text": None}
    assert labels_of("family_replies", {"reply": {"score": 2}})["reply"]["stop"] is False


@pytest.mark.parametrize(
    "wrong",
    ['intent = "accepts"', 'intent = "accept"\nsecret_thing = 1', 'risk = "none"', 'intent = "accept"\nrisk = "low"',
     'intent = "accept"\n[case.labels.call]\nlength = 3'],
)  # fmt: skip
def test_a_label_that_is_none_is_told_with_its_place_and_without_its_letter(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(CaseWrong, match="a/ironing") as fault:
        one_case(tmp_path, f'[[case]]\nid = "ironing"\ntext = "a private story"\n[case.labels]\n{wrong}\n')
    assert "private" not in str(fault.value)


def test_an_id_stands_once_in_a_file(tmp_path: Path) -> None:
    with pytest.raises(CaseWrong, match="twice"):
        one_case(tmp_path, A_CASE + A_CASE[A_CASE.index("[[case]]") :])


@pytest.mark.parametrize("side", SIDES)
def test_all_our_own_cases_are_written_as_the_readme_says(side: str) -> None:
    wrong: list[str] = []
    for folder in FOLDERS:
        letters_of(folder, side, wrong)
    assert wrong == []
