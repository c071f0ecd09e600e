"""All orders of one email, one by one: each done, refused or asked back; none rests on what another changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailbot.casework.staff.commands import carry_out
from mailbot.casework.staff.order import Desk, Outcome, called, volunteer_key
from mailbot.casework.touchpoints import CommandDone
from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.references import references_in

CHANGES_NOTHING = frozenset({Verb.SHOW, Verb.LIST_VOLUNTEERS, Verb.REPORT, Verb.HELP})
BESIDE_ANOTHER = frozenset({Verb.NOTE, Verb.SEEN, Verb.REPLY})  # change nothing that another order rests on
ABOUT_A_VOLUNTEER = frozenset({Verb.PAUSE_VOLUNTEER, Verb.UNPAUSE_VOLUNTEER, Verb.ADD_VOLUNTEER, Verb.CREDENTIAL})
ENDS = frozenset({Verb.CLOSE, Verb.ERASE})
GOES_ON = frozenset({Verb.ASSIGN, Verb.APPROVE, Verb.HOLD, Verb.REOPEN})


@dataclass(frozen=True, slots=True)
class Carried:
    """A command and what it came to."""

    command: StaffCommand
    outcome: Outcome


def carry_all_out(commands: Sequence[StaffCommand], desk: Desk) -> list[Carried]:
    """In the order told, but volunteers last: whoever is closed or assigned in the same email is no open offer then."""
    ordered = sorted(commands, key=lambda one: one.verb in ABOUT_A_VOLUNTEER)
    crossed = contradictions(ordered, desk)
    return [
        Carried(one, Outcome(asked=crossed[_reference(one, desk)]))
        if _reference(one, desk) in crossed and one.verb in ENDS | GOES_ON
        else Carried(one, _one_after_another(one, desk))
        for one in ordered
    ]


def dry_run(commands: Sequence[StaffCommand], desk: Desk) -> list[Carried]:
    """What would be done, without taking any id from the books."""
    return carry_all_out(commands, replace(desk, ids=_NoIds(), taken=set(), offered=[]))


def contradictions(commands: Sequence[StaffCommand], desk: Desk) -> dict[str, str]:
    """References that the same email would both end and go on with, or give to two: neither is done."""
    told: dict[str, list[StaffCommand]] = {}
    for one in commands:
        if one.verb in ENDS | GOES_ON:
            told.setdefault(_reference(one, desk), []).append(one)
    crossed = {}
    for reference, orders in told.items():
        verbs = {one.verb for one in orders}
        to = {(one.volunteer or "").casefold() for one in orders if one.verb is Verb.ASSIGN}
        if (verbs & ENDS and verbs & GOES_ON) or len(to) > 1:
            both = ", ".join(dict.fromkeys(one.verb.value for one in orders))
            crossed[reference] = (
                f"Your email says more than one thing of {reference} ({both}). Nothing was done: which is meant?"
            )
    return crossed


def left_out(commands: Sequence[StaffCommand], unclear: Sequence[str], desk: Desk) -> tuple[str, ...]:
    """References that the email names and no order of it was about: better told than passed over in silence."""
    told = " ".join((*unclear, *(one.text or "" for one in commands)))
    about = {one.referral for one in commands} | set(references_in(told))
    known = [one for one in references_in(desk.written) if one.startswith("R-") and one not in about]
    return tuple(known) if commands else ()


def in_words(carried: Sequence[Carried], unclear: Sequence[str], desk: Desk, left: Sequence[str] = ()) -> CommandDone:
    outcomes = [one.outcome for one in carried]
    asked = [one.asked for one in outcomes if one.asked]
    if unclear:
        asked.append("Part of your email was not clear to me. Nothing was done with that part. “help” names the words.")
    if left:
        asked.append(f"Nothing was done about {', '.join(left)}, which your email names too.")
    return CommandDone(
        first_name=desk.staff.first_name,
        done=tuple(line for one in outcomes if one.done for line in (one.done, *one.more)),
        refused=tuple(one.refused for one in outcomes if one.refused),
        asked=tuple(dict.fromkeys(asked)),
        own_words="\n\n".join(one.own_words for one in outcomes if one.own_words),
    )


def _one_after_another(command: StaffCommand, desk: Desk) -> Outcome:
    """One email changes one referral, and asks one volunteer, once: a second would rest on what is no longer true."""
    if command.verb in CHANGES_NOTHING:
        return carry_out(command, desk)
    named = called(command.volunteer, desk.known.volunteers) if command.volunteer else []
    if any(volunteer_key(one) in desk.taken for one in named):
        again = _reference(command, desk) if command.verb is Verb.ASSIGN else command.volunteer
        return Outcome(
            asked=f"Another order of your email was about {command.volunteer}. Please send {again} again by itself."
        )
    referral = None if command.verb in ABOUT_A_VOLUNTEER else _reference(command, desk)
    if referral in desk.taken and command.verb not in BESIDE_ANOTHER:
        return Outcome(
            asked=f"Your email has two orders for {referral}. The first was carried out; please send the other again."
        )
    outcome = carry_out(command, desk)
    if outcome.actions and command.verb not in BESIDE_ANOTHER and referral:
        desk.taken.add(referral)
    desk.taken.update(outcome.touched)
    return outcome


def _reference(command: StaffCommand, desk: Desk) -> str:
    return command.referral or (desk.context.referral.reference if desk.context.referral else "this")


@dataclass(slots=True)
class _NoIds:
    """Numbers of no row: what is only tried takes nothing from the books."""

    last: int = 0

    def new(self, entity: str) -> int:
        self.last += 1
        return self.last
