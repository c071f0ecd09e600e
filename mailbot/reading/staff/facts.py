"""What staff want done: commands in ordinary words, several in one letter, also between the lines of a digest.

Only newly written words command; a mere mention does not. What looks like a command and is not certain is ``unclear``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.reading.letter import Evidence, Kind, Letter, Risk, RiskReading, StaffCommand, StaffFacts, Verb
from mailbot.reading.risk import read_risk
from mailbot.reading.skills.dates import sent_day
from mailbot.reading.skills.language import language_of
from mailbot.reading.staff.digest_lines import read_digest
from mailbot.reading.staff.letter_answers import read_letter_answer
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.orders import read_orders
from mailbot.reading.staff.pieces import pieces_of
from mailbot.reading.staff.proposal_answers import PROPOSAL, ProposalAnswers, proposal_answers
from mailbot.reading.staff.references import references_in
from mailbot.reading.words.wording import Wording

# Our emails explain a reply behind it: "new (they would like the calls)". Copied with the reply, it says nothing more.
_EXPLAINED = re.compile(
    r"(?im)^([ \t]*[-*•]?[ \t]*(?:new|befriending,?|group|ignore|reopen R-\d+|for R-\d+))[ \t]*\([^()\n]{0,80}\)[ \t]*$"
)

UNSOLICITED = "unsolicited"  # it answers no email of ours


def read_staff(
    letter: Letter,
    *,
    replying_to: str,
    sent_at: datetime,
    context_reference: str | None,
    volunteer_names: Sequence[str] = (),
    wording: Wording | None = None,
) -> StaffFacts:
    """Commands in the order told. ``context_reference`` is the referral that the answered mail was about, if about one.

    ``replying_to`` is the kind of our mail that is answered ("digest", or the touchpoint's word). Days are London's.
    With ``wording`` the risk in mail that staff passed on is read; what staff themselves write of a risk is none, but
    an email that answers none of ours and orders nothing may hold somebody's letter without saying so.
    """
    visible = "\n".join(line.rstrip() for line in letter.new_text.splitlines()).strip("\n")
    risk = _passed_on_risk(letter, wording)
    if letter.kind is not Kind.PERSON:
        return StaffFacts(visible_text=visible, risk=risk)
    digest = read_digest(letter.quoted_text, volunteer_names)
    context = context_reference or _only_reference(letter.subject)
    answers = ProposalAnswers()
    if replying_to == PROPOSAL:
        answers = proposal_answers(visible, context, digest.volunteers)
        if answers.commands:
            told = tuple(Evidence(f"command: {command.verb}", words) for command, words in answers.commands)
            commands = tuple(command for command, _ in answers.commands)
            return StaffFacts(commands=commands, visible_text=visible, risk=risk, evidence=told)
    is_digest = "digest" in replying_to and context is None
    answer = read_letter_answer(
        _EXPLAINED.sub(r"\1", visible), sender_name=letter.sender.name, is_digest="digest" in replying_to,
        between=[answer for _, answer in letter.answers],
    )  # fmt: skip
    pieces = tuple(one for one in pieces_of(letter, answer.rest) if not _is_own_name(one.words, letter))
    sheet = OrderSheet(pieces, digest, sent_day(sent_at), context, is_digest=is_digest)
    read_orders(sheet)
    in_doubt = (*answers.unclear, *sheet.unclear)
    if not sheet.found and not answer.commands and not in_doubt:
        in_doubt = answers.rest  # who is asked to choose is not to be left with an answer that did nothing
    evidence = tuple(Evidence(f"command: {command.verb}", words) for command, words in sheet.found)
    if replying_to == UNSOLICITED and risk.risk is Risk.NONE and not (sheet.found or answer.commands):
        risk = _pasted_risk(letter, visible, wording)
    return StaffFacts(
        commands=(*_merged([command for command, _ in sheet.found]), *answer.commands),
        unclear=tuple(dict.fromkeys((*in_doubt, *answer.unclear))),
        visible_text=visible,
        risk=risk,
        evidence=(*evidence, *answer.evidence),
    )


def _is_own_name(words: str, letter: Letter) -> bool:
    """ "Dilys Morgan" under a letter of hers names nobody else."""
    return words.strip(" .,-").casefold() == letter.sender.name.casefold() != ""


def _only_reference(subject: str) -> str | None:
    found = references_in(subject)
    return found[0] if len(found) == 1 else None


def _passed_on_risk(letter: Letter, wording: Wording | None) -> RiskReading:
    if wording is None or not letter.passed_on.strip():
        return RiskReading()
    forwarded = replace(letter, subject="", new_text="", quoted_text="", answers=())
    language, certain = language_of(letter.passed_on)
    return read_risk(forwarded, wording, by="family", language=language, language_certain=certain)


def _pasted_risk(letter: Letter, visible: str, wording: Wording | None) -> RiskReading:
    """Only what is urgent: a colleague's own short email is no worry because it sounds sad, or is in any language."""
    found = _passed_on_risk(replace(letter, passed_on=visible), wording)
    return found if found.risk is Risk.URGENT else RiskReading()


def _merged(commands: Sequence[StaffCommand]) -> tuple[StaffCommand, ...]:
    """One command told twice is one command; the telling with a reason lends it."""
    merged: dict[tuple[Verb, str | None, str | None, str | None], StaffCommand] = {}
    for command in commands:
        key = (command.verb, command.referral, command.volunteer, command.text if command.verb is Verb.NOTE else None)
        known = merged.get(key)
        merged[key] = (
            command
            if known is None
            else replace(
                known,
                text=known.text or command.text,
                until=known.until or command.until,
                credentials=(*known.credentials, *command.credentials),
            )
        )
    resolved = {command.referral for command in merged.values() if command.verb is Verb.RESOLVE_RISK}
    return tuple(
        command
        for command in merged.values()
        if not (command.verb is Verb.CALLED and command.referral in resolved)  # the call is the resolution's reason
    )
