"""What the probe means for the settings: each finding ends in the very line to change."""

from __future__ import annotations

from collections.abc import Iterator

from mailbot.app.probe import ProbeResult
from mailbot.settings import Finding, Settings, Severity
from mailbot.settings.line_to_write import line_to_write


def probe_findings(settings: Settings, result: ProbeResult) -> Iterator[Finding]:
    """Nothing, when all came back as it was sent and the settings say so."""
    if result.trouble:
        mend = "mend [mailbox], then probe again"
        yield _of(settings, "mailbox.host", Severity.FAULT, f"the probe cannot be looked for: {result.trouble}", mend)
        return
    yield from _bare(settings, result)
    if result.bare.came or result.plus.came:
        yield from _plus(settings, result)
        yield from _message_ids(settings, result)
        yield from _receiver(settings, result)
        yield from _sent(settings, result)


def _bare(settings: Settings, result: ProbeResult) -> Iterator[Finding]:
    """The service's own address: when not even this comes back, no family's letter arrives either."""
    if result.bare.refused:
        mend = "mend [smtp]: this server must take mail from and to service.address"
        what = f"the probe was not taken: {result.bare.refused}"
        yield _of(settings, "smtp.host", Severity.FAULT, what, mend)
    elif result.bare.came is None:
        what = f"the probe to our own address did not come back within {result.seconds:g} seconds"
        mend = "is it delivered into this mailbox, into one of mailbox.folders? A slow server needs a longer --wait"
        yield _of(settings, "mailbox.folders", Severity.FAULT, what, mend)


def _plus(settings: Settings, result: ProbeResult) -> Iterator[Finding]:
    if result.plus.came:
        if not settings.reply.plus:
            mend = line_to_write(settings, "reply.plus", "true")
            yield _of(settings, "reply.plus", Severity.WARNING, "plus-addresses arrive here", mend)
        return
    why = f"was not taken: {result.plus.refused}" if result.plus.refused else "did not come back"
    what = f"a letter to a plus-address {why}"
    if settings.reply.plus:  # every answer would be lost
        mend = f"{line_to_write(settings, 'reply.plus', 'false')} (or have plus-addresses delivered)"
        yield _of(settings, "reply.plus", Severity.FAULT, what, mend)
    else:
        mend = "leave reply.plus off; answers are then known by the message they reply to"
        yield _of(settings, "reply.plus", Severity.WARNING, what, mend)


def _message_ids(settings: Settings, result: ProbeResult) -> Iterator[Finding]:
    changed = any(one.came and one.came.message_id != one.message_id for one in (result.bare, result.plus))
    if not changed:
        return
    what = "your server changes Message-IDs, so an answer is known by its plus-address only"
    if settings.reply.plus and result.plus.came:
        yield _of(settings, "reply.plus", Severity.WARNING, what, "leave reply.plus on")
    elif result.plus.came:
        mend = line_to_write(settings, "reply.plus", "true")
        yield _of(settings, "reply.plus", Severity.FAULT, what, mend)
    else:
        mend = "have plus-addresses delivered, or take a server that leaves Message-IDs alone: staff get every answer"
        yield _of(settings, "reply.plus", Severity.FAULT, f"{what}, and these do not arrive", mend)


def _receiver(settings: Settings, result: ProbeResult) -> Iterator[Finding]:
    came = next(one.came for one in (result.bare, result.plus) if one.came)
    told = settings.mailbox.authserv_id.strip().lower()
    if came.receiver is None:
        if not told:
            what = "no server stamped our letter to ourselves with Authentication-Results"
            mend = "look whether a letter from outside has this header, and write the name that it begins with"
            yield _of(settings, "mailbox.authserv_id", Severity.WARNING, what, mend)
    elif came.receiver != told:
        what = f'the receiver that stamps Authentication-Results is "{came.receiver}"'
        mend = line_to_write(settings, "mailbox.authserv_id", f'"{came.receiver}"')
        yield _of(settings, "mailbox.authserv_id", Severity.WARNING, what, mend)


def _sent(settings: Settings, result: ProbeResult) -> Iterator[Finding]:
    folder = settings.mailbox.sent_folder
    if not folder or result.sent_kept:
        return
    why = "there is no such folder" if result.sent_kept is None else "it does not keep what mailbot sends"
    nowhere = line_to_write(settings, "mailbox.sent_folder", '""')
    mend = f"{nowhere} (or name the folder that keeps it)"
    yield _of(settings, "mailbox.sent_folder", Severity.WARNING, f'"{folder}" proves nothing: {why}', mend)


def _of(settings: Settings, key: str, severity: Severity, what: str, mend: str) -> Finding:
    return Finding(severity, str(settings.place(key)), what, mend)
