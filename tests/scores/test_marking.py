"""What counts as read rightly, by the rules of the samples' README; and what would have done harm."""

from __future__ import annotations

from typing import Any

import pytest
from case_labels import labels_of
from comparing import is_same
from marking import marks_of
from told_cases import Case

WEEK = [{"days": ["mon", "tue"], "from": "18:00", "to": "21:00"}]
CLOSE = {"verb": "close", "referral": "R-1049", "volunteer": None, "until": None, "text": "she rang me Friday"}


@pytest.mark.parametrize(
    ("key", "told", "read", "same"),
    [
        ("phones", ["+447700900118", "+447700900119"], ["+447700900119", "+447700900118"], False),
        ("phones_forbidden", ["+447700900118", "+447700900119"], ["+447700900119", "+447700900118"], True),
        ("availability", WEEK, [{**WEEK[0], "days": ["mon"]}, {**WEEK[0], "days": ["tue"]}], True),
        ("availability", WEEK, [{**WEEK[0], "to": "20:00"}], False),
        ("availability", None, WEEK, False),
        ("visible_text", "Yes,  happy\nto.", "Yes, happy to.", True),
        ("visible_text", "Yes, happy to.", "Yes, happy to. Moira", False),
        ("reason", "illness", "she has a cold", True),
        ("reason", "illness", None, False),
        ("preferences", ["discreet", "text_first"], ["text_first", "discreet"], False),
        ("commands", [CLOSE], [{**CLOSE, "text": "as she rang me  Friday."}], True),
        ("commands", [CLOSE], [{**CLOSE, "text": "well, I think that she rang me Friday"}], False),
        ("commands", [CLOSE], [{**CLOSE, "text": None}], False),
        ("commands", [CLOSE], [{**CLOSE, "referral": "R-1048"}], False),
        ("commands", [CLOSE], [CLOSE, CLOSE], False),
        ("risk_categories", [], None, False),
    ],
)
def test_labels_are_compared_as_the_readme_says(key: str, told: Any, read: Any, same: bool) -> None:
    assert is_same(key, told, read) is same


def marks(folder: str, labels: dict[str, Any], read: dict[str, Any], by: str) -> dict[str, bool]:
    case = Case("a/a", by, None, b"", labels_of(folder, labels), frozenset(labels))
    nothing = {"kind": "person", "seems": by, "phones": [], "answers": [], "commands": [], "risk": "none"}
    return {mark.key: mark.is_right for mark in marks_of(folder, "tuned", case, {**nothing, **read})}


def test_a_yes_that_was_none_is_harm_and_a_missed_yes_is_not() -> None:
    assert marks("volunteers", {"intent": "question"}, {"intent": "accept"}, "volunteer")["no wrong accept"] is False
    assert "no wrong accept" not in marks("volunteers", {"intent": "accept"}, {"intent": "unclear"}, "volunteer")


def test_a_number_that_must_not_be_used_and_is_used_is_harm() -> None:
    labels = {"intent": "update", "phones_forbidden": ["+447700900118"]}
    assert marks("families", labels, {"phones": ["+447700900118"]}, "family")["no forbidden number"] is False
    assert marks("families", labels, {"phones": []}, "family")["no forbidden number"] is True


def test_a_dangerous_command_that_nobody_gave_is_harm() -> None:
    told = {"commands": [{"verb": "hold", "referral": "R-1049"}]}
    assert marks("staff", told, {"commands": [CLOSE]}, "staff")["no dangerous command"] is False
    assert marks("staff", {"commands": [CLOSE]}, {"commands": [CLOSE]}, "staff")["no dangerous command"] is True
    assert marks("staff", told, {"commands": [{**CLOSE, "verb": "show"}]}, "staff")["no dangerous command"] is True


def test_verbs_beyond_the_samples_are_compared_where_they_stand() -> None:
    seen = {"verb": "seen", "referral": None, "volunteer": None, "until": None, "text": None}
    told = marks("staff", {"commands": [CLOSE, seen]}, {"commands": [CLOSE], "answers": [seen]}, "staff")
    assert told["commands"] is told["answers"] is True


@pytest.mark.parametrize(
    ("told", "read", "expected"),
    [
        ("urgent", "concern", {"urgent found": True, "risk found": True}),
        ("urgent", "none", {"urgent found": False, "risk found": False}),
        ("concern", "none", {"risk found": False}),
        ("none", "concern", {"no false alarm": False}),
        ("none", "none", {"no false alarm": True}),
    ],
)
def test_a_risk_is_found_when_anything_is_told_and_a_false_alarm_is_told_of_nothing(
    told: str, read: str, expected: dict[str, bool]
) -> None:
    found = marks("risk", {"risk": told}, {"risk": read}, "family")
    assert {key: right for key, right in found.items() if not key.startswith("risk_") and key != "risk"} == expected


def test_of_a_familys_reply_only_the_keys_that_are_told_are_compared_and_all_of_its_reply() -> None:
    labels = {"phones": ["+447700900118"], "reply": {"score": 2}}
    told = marks(
        "family_replies", labels, {"phones": ["+447700900118"], "reply": {"score": 2, "stop": False}}, "family"
    )
    assert {key for key in told if not key.startswith("reply")} == {"phones", "seems"}
    assert len([key for key in told if key.startswith("reply")]) == 6
    assert all(told.values())


def test_a_reason_counts_only_where_its_author_told_whether_there_is_one() -> None:
    assert "reason" not in marks(
        "volunteers", {"intent": "decline"}, {"intent": "decline", "reason": "shifts"}, "volunteer"
    )
    told = {"intent": "decline", "reason": "works nights"}
    assert marks("volunteers", told, {"intent": "decline", "reason": "shifts"}, "volunteer")["reason"] is True
