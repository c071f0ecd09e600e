"""Letters of many hands are read whole: the points, the latest call, the next one, the days away."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from mailbot.reading.letter import VolunteerFacts, VolunteerIntent
from mailbot.reading.volunteer import read_volunteer
from tests.reading.reading_cases import letter_of, wording
from tests.reading.volunteer.letters_told import CALLS, CHATTER, MAIN_POINTS, NO_YES, OFFERS, THE_REST, Letter

WEDNESDAY = datetime(2026, 3, 18, 12, tzinfo=UTC)
KEYS = ("points", "call", "next call", "away")


def read(letter: Letter) -> VolunteerFacts:
    return read_volunteer(letter_of(letter[1]), replying_to=letter[0], wording=wording(), sent_at=WEDNESDAY)


def words(*values: date | time | int | None) -> str:
    return " ".join(
        "-" if value is None else value.strftime("%H:%M") if isinstance(value, time) else str(value) for value in values
    )


def told(facts: VolunteerFacts) -> tuple[str, str, str, str]:
    """In the shape of the table."""
    call, coming, away = facts.call, facts.next_call, facts.away
    return (
        points(f"{facts.intent.value} {' '.join(f'+{one.value}' for one in facts.secondary_intents)}"),
        f"{call.outcome.value} {words(call.date, call.time, call.minutes, call.attempts)}" if call else "",
        words(coming.date, coming.time) if coming else "",
        words(away.from_, away.until) if away else "",
    )


def points(said: str) -> str:
    main, *also = said.split()
    return " ".join([main, *sorted(also)])


def wrong(letters: list[Letter]) -> list[str]:
    found = []
    for letter in letters:
        right = (points(letter[2]), *letter[3:])
        found += [
            f"{letter[1]!r}: {key} is {one!r}, read {other!r}"
            for key, one, other in zip(KEYS, right, told(read(letter)), strict=True)
            if one != other
        ]
    return found


def test_answers_to_an_offer_are_read_whole() -> None:
    assert wrong(OFFERS) == []


def test_reports_of_calls_are_read_whole() -> None:
    assert wrong(CALLS) == []


def test_what_volunteers_write_besides_is_read_whole() -> None:
    assert wrong(THE_REST) == []


def test_no_letter_that_is_not_one_accepts_an_offer() -> None:
    for letter in (*OFFERS, *CALLS, *THE_REST):
        facts = read(("offer", *letter[1:]))
        assert facts.intent is not VolunteerIntent.ACCEPT or letter[2].startswith("accept"), letter[1]


def test_the_main_point_of_a_letter_of_one_line_is_read() -> None:
    unlike = [
        f"{text!r}: {intent}"
        for (replying_to, intent), texts in MAIN_POINTS.items()
        for text in texts
        if read((replying_to, text, "", "", "", "")).intent != intent
    ]
    assert unlike == []


def test_what_only_looks_like_a_yes_accepts_nothing() -> None:
    accepted = [text for text in NO_YES if read(("offer", text, "", "", "", "")).intent is VolunteerIntent.ACCEPT]
    assert accepted == []


def test_chatter_makes_no_yes_of_what_is_none() -> None:
    answers = [letter for letter in OFFERS if not letter[2].startswith("accept")]
    for number, letter in enumerate(answers):
        before, after = CHATTER[number % len(CHATTER)], CHATTER[(number * 7 + 3) % len(CHATTER)]
        facts = read((letter[0], f"{before}\n\n{letter[1]}\n\n{after}", *letter[2:]))
        assert facts.intent is not VolunteerIntent.ACCEPT, letter[1]


def test_chatter_before_a_report_of_a_call_changes_little() -> None:
    changed = []
    for number, letter in enumerate(CALLS):
        chatty = read((letter[0], f"{CHATTER[number % len(CHATTER)]}\n\n{letter[1]}", *letter[2:]))
        changed += [letter[1]] if chatty.intent != letter[2].split()[0] else []
    assert len(changed) <= len(CALLS) // 20, changed
