"""Staff's answers to "a person must read this letter": what it is, and words of theirs for its writer (row 3)."""

from __future__ import annotations

import re
from datetime import timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, OpenAgain, Recipient, Send
from mailbot.casework.asking.tasks import ask_staff, contact, offers
from mailbot.casework.references import of_either
from mailbot.casework.sending import KEEPS
from mailbot.casework.snapshot import LetterWriter, Task, TaskReason
from mailbot.casework.staff.order import Desk, Outcome, settled
from mailbot.casework.touchpoints import StaffReply
from mailbot.clock import london
from mailbot.reading.letter import Kind, StaffCommand
from mailbot.reading.skills.language import language_of
from mailbot.reading.staff.sign_offs import without_sign_off
from mailbot.reading.staff.told_of_them import ToldOfThem, told_of_them

# What an answer by email deals with; every other task about a letter waits for something else besides.
ANSWERED_BY_AN_EMAIL = frozenset(
    {
        TaskReason.UNCLEAR_LETTER, TaskReason.GROUP_REQUEST, TaskReason.VOLUNTEER_ENQUIRY, TaskReason.VOLUNTEER_LETTER,
        TaskReason.TOO_MUCH_MAIL,
    }
)  # fmt: skip
NOT_TO_BE_ANSWERED = frozenset(  # who wrote is not certain: somebody else may have answered our mail to the family
    {TaskReason.NOT_AUTHENTICATED, TaskReason.OTHER_ADDRESS, TaskReason.FORWARDED_LETTER, TaskReason.HISTORY_RISK}
)
MOST_CHARACTERS = 20_000  # of a reply
TELLING, THEIR_WORDS = 16, 40  # letters and digits of a line of our email, and of their letter: no chance likeness
OUR_REFERENCE = re.compile(r"\b[RL]-\s?\d{1,18}\b", re.IGNORECASE)


def befriending(command: StaffCommand, desk: Desk) -> Outcome:
    """The letter asks for calls: it is opened again as a request, with what staff tell of the person."""
    task = desk.open_task
    if task is None or task.letter_id is None or not offers(task.reason, "befriending"):
        return Outcome(asked="Which letter asks for the calls? Please answer the email that asked what it is.")
    if desk.context.referral is not None:
        reference = desk.context.referral.reference
        return Outcome(
            asked=f"This letter belongs to {reference} already. If somebody else asks: “new, number, name, times”."
        )
    return open_as_new(command, task, desk)


def open_as_new(command: StaffCommand, task: Task, desk: Desk) -> Outcome:
    """Somebody new asks for calls."""
    if task.letter_id is None:
        return Outcome(asked="Which letter is a new person’s? Please answer the email that asked for it.")
    told = told_of_them(command.text or "")
    if told.doubts:
        return Outcome(
            asked="I could not read all of what you told of the person. Nothing was done. "
            "“befriending, number, name, times” is a way that I understand."
        )
    again = OpenAgain(letter_id=task.letter_id, directed="new", told=command.text or "")
    words = "The letter is taken as a new person’s, who would like the calls."
    return Outcome((again, settled(task, "new person", desk)), done=words, more=_shown(told))


def group(command: StaffCommand, desk: Desk) -> Outcome:
    """A promise for staff until groups exist."""
    task = desk.open_task
    if task is None or task.letter_id is None or not offers(task.reason, "group"):
        return Outcome(asked="Which letter asks for the group? Please answer the email that asked what it is.")
    asked = ask_staff(
        TaskReason.GROUP_REQUEST, office=desk.office, ids=desk.ids, now=desk.now, referral=desk.context.referral,
        letter_id=task.letter_id, letter=task.letter, with_it=task.with_it, facts=task.facts,
    )  # fmt: skip
    return Outcome(
        (settled(task, "group request", desk), *asked), done="It is on the list of those who ask about the group."
    )


def ignore(command: StaffCommand, desk: Desk) -> Outcome:
    """Filed, and nothing goes to anybody. It closes no concern (service.md, never 1)."""
    task = desk.open_task
    if task is None or task.letter_id is None or not offers(task.reason, "ignore"):
        return Outcome(asked="Which letter is to be ignored? Please answer the email that asked about it.")
    if desk.context.open_concerns:
        return Outcome(refused=_concern(desk, task.letter_id))
    again = OpenAgain(letter_id=task.letter_id, directed="ignored")
    return Outcome((again, settled(task, "ignored", desk)), done="The letter is filed. Nothing goes to its sender.")


def reply(command: StaffCommand, desk: Desk) -> Outcome:
    """Their own words, from the service's address, to whoever wrote the letter. Held for a few minutes, and shown."""
    task = desk.context.task
    if task is None or task.letter_id is None:
        if desk.context.open_concerns or desk.context.concern:
            return Outcome(
                refused="A concern is open. Until it is resolved, please call them; no email goes to them. “resolved "
                "R-…: what was done”, in answer to its alert, ends it."
            )
        return Outcome(asked="Reply to which letter? Please answer the email that shows it.")
    words = without_sign_off(command.text or "", desk.staff.name).strip()
    if not words:
        return Outcome(asked="What shall I write to them? Please put your words under “reply:”.")
    writer = desk.context.writer
    why_not = _why_not_written_to(task, writer, desk)
    if why_not or writer is None:
        return Outcome(refused=why_not)
    if OUR_REFERENCE.search(words):
        return Outcome(
            asked="Your words name one of our references, which means nothing to them. They were not sent. "
            "Please send orders in an email of their own."
        )
    if _holds_our_mail(words, task, desk):
        return Outcome(
            asked="Your words hold a part of my email to you, or of their letter: most likely it was quoted below them "
            "without a mark. They were not sent. Please send them once more without it."
        )
    if colleague := _spoken_to(words, writer, desk):
        return Outcome(
            asked=f"Your words speak to {colleague}, and would go to whoever wrote the letter. They were not sent. "
            f"Please write to {colleague} in an email of its own."
        )
    if len(words) > MOST_CHARACTERS:
        return Outcome(
            refused=f"Your words are too long for one email. They were not sent. Please send “reply: (your words to "
            f"them)” with fewer than {MOST_CHARACTERS:,} characters."
        )
    send = _send(words, task, task.letter_id, writer, desk)
    over = not task.settled_at and task.reason in ANSWERED_BY_AN_EMAIL
    actions: tuple[Action, ...] = (send, settled(task, "answered", desk)) if over else (send,)
    stays = () if over or task.settled_at else ("The question that you were asked is still open.",)
    line = f"Your words go to them at {london(send.send_at):%H:%M}, signed by you."
    return Outcome(actions, done=line, more=stays, own_words=words)


def _holds_our_mail(words: str, task: Task, desk: Desk) -> bool:
    """Some programs quote without any mark: what was understood, numbers and the letter itself would go along."""
    referral = desk.context.referral
    said, known = _run_together(words), (*task.facts, *(contact(referral) if referral else ()))
    understood = any(len(line) >= TELLING and line in said for line in map(_run_together, known))
    return understood or any(
        len(line) >= THEIR_WORDS and line in said for line in map(_run_together, task.letter.split("\n"))
    )


def _run_together(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _spoken_to(words: str, writer: LetterWriter, desk: Desk) -> str:
    """The colleague whom a line among these words is for ("PS Owen, I think she drinks"); "" when there is none."""
    theirs = {desk.staff.first_name.casefold(), *writer.name.casefold().split()}
    for one in desk.office.roster.members:
        name = one.first_name
        line = rf"(?im)^\W*(?:p\.?\s?s\.?\W+|n\.?b\.?\W+|@|(?:hi|for|to)\s+)?{re.escape(name)}\s*[,:–—-]"
        if name.casefold() not in theirs and re.search(line, words):
            return name
    return ""


def _send(words: str, task: Task, letter_id: int, writer: LetterWriter, desk: Desk) -> Send:
    send_at = desk.now + timedelta(minutes=desk.office.policy.staff_reply_held_minutes)
    language, _ = language_of(words)
    referral = desk.context.referral
    return Send(
        outgoing_id=desk.ids.new("outgoing"),
        to=Recipient(writer.party, writer.address, writer.name, "cy" if language == "cy" else "en"),
        touchpoint=StaffReply(words=words, signed_by=desk.staff.name),
        about=About(Entity.LETTER, letter_id),
        send_at=send_at,
        use_by=send_at + KEEPS,
        occurrence=f"letter-{desk.letter_id}",
        referral_id=referral.id if referral else task.referral_id,
        letter_id=letter_id,
        answers_letter=letter_id,
    )


def _why_not_written_to(task: Task, writer: LetterWriter | None, desk: Desk) -> str:
    """Why these words may not go, with the nearest thing that may be done; "" when they may."""
    referral = desk.context.referral
    if not desk.staff.may_read_concerns:
        return (
            "Only those who may read letters can answer them. Please pass it on to your lead. “help” names your orders."
        )
    if desk.context.open_concerns or (referral and referral.frozen):
        return _concern(desk, task.letter_id)
    if writer and writer.at_risk:
        return (
            "A concern about another letter of theirs is open. Please call them, or resolve it first, in answer to its "
            "alert: “resolved R-…: what was done”."
        )
    if task.reason in NOT_TO_BE_ANSWERED or writer is None or not writer.address:
        return (
            "I do not know for certain who wrote this letter, so your words were not sent. Please call them; “done” "
            "then takes it off the list."
        )
    if writer.kind and writer.kind != Kind.PERSON.value:
        sent = "A machine sent this letter, so your words were not sent. Please write to the person, or call them."
        return f"{sent} {_deals_with(task)}"
    if desk.office.roster.by_address(writer.address):
        return f"This letter came from one of us. Please write to them yourself. {_deals_with(task)}"
    if referral and referral.withdrawn_at:
        return (
            f"{referral.reference} asked us to stop, so your words were not sent. “reopen {referral.reference}” says "
            "that it goes on."
        )
    if writer.suppressed:
        sent = "They asked us to write no more, so your words were not sent. You may call them if they wish it."
        return f"{sent} {_deals_with(task)}"
    return ""


def _deals_with(task: Task) -> str:
    """The reply that deals with the task itself."""
    if task.settled_at or not offers(task.reason, "done"):
        return "“help” names what else you can reply."
    return "“done” takes it off the list."


def _concern(desk: Desk, letter_id: int | None) -> str:
    named = desk.context.referral.reference if desk.context.referral else of_either(None, letter_id)
    return (
        f"{named} has an open concern. Please call, or resolve it first: “resolved {named}: what was done”. "
        "Nothing was sent or changed."
    )


def _shown(told: ToldOfThem) -> tuple[str, ...]:
    """What was understood, so that a mistake is seen at once."""
    lines = [
        *(f"may be called on {number}" for number in told.phones),
        *(f"never call {number}" for number in told.phones_forbidden),
        *((f"name: {told.name}",) if told.name else ()),
        *(("times: told",) if told.hours else ()),
        *(one.value.replace("_", " ") for one in told.preferences),
    ]
    return tuple(lines)
