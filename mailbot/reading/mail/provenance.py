"""Who really sent it, as far as the topmost Authentication-Results header of our own receiver can tell (RFC 8601).

Only the topmost header counts: every one below it may have been written by the sender. ``microsoft`` as receiver means
Microsoft 365, whose header names no receiver at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.letter import Authentication, Provenance
from mailbot.reading.mail.headers import Headers, mailboxes

MICROSOFT = "microsoft"

_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|[^\s;=\"]+|[;=]")
_LONGEST = 8_000  # characters of the header that are read


@dataclass(frozen=True, slots=True)
class _Result:
    method: str
    verdict: str
    properties: dict[str, str]


def provenance_of(headers: Headers, authserv_id: str) -> Provenance:
    """What the believed receiver says of the From domain; UNKNOWN without one, or with more than one author."""
    told = headers.first("authentication-results")
    receiver = authserv_id.strip().lower()
    if not receiver or not told:
        return Provenance(Authentication.UNKNOWN)
    named, results = _read(told)
    if named != ("" if receiver == MICROSOFT else receiver):
        return Provenance(Authentication.UNKNOWN)
    authors = [box.address for value in headers.all("from") for box in mailboxes(value)]
    domain = authors[0].rpartition("@")[2] if len(authors) == 1 else ""
    return Provenance(_verdict(results, domain), receiver)


def receiver_named(headers: Headers) -> str | None:
    """Who stamped it: what ``mailbox.authserv_id`` has to be for this header to be believed; None without one."""
    told = headers.first("authentication-results")
    return (_read(told)[0] or MICROSOFT) if told else None


def _read(value: str) -> tuple[str, list[_Result]]:
    """The authserv-id ("" if none is named) and the results."""
    groups = _groups(_without_comments(value[:_LONGEST]))
    first = groups[0] if groups else []
    named = "" if "=" in first else (first[0].strip('"').lower() if first else "")
    return named, [result for group in (groups[1:] if named else groups) if (result := _result(group))]


def _without_comments(value: str) -> str:
    kept, depth, quoted, skip = [], 0, False, False
    for sign in value:
        if skip:
            skip = False
        elif sign == "\\":
            skip = True
        elif sign == '"' and not depth:
            quoted = not quoted
        elif sign in "()" and not quoted:
            depth = max(0, depth + (1 if sign == "(" else -1))
            kept.append(" ")
            continue
        if not depth:
            kept.append(sign)
    return "".join(kept)


def _groups(value: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for token in _TOKEN.findall(value):
        if token == ";":
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if group]


def _result(group: list[str]) -> _Result | None:
    pairs = [
        (group[at - 1].lower(), group[at + 1].strip('"').lower())
        for at, token in enumerate(group)
        if token == "=" and 0 < at < len(group) - 1
    ]
    if not pairs:
        return None
    (method, verdict), rest = pairs[0], pairs[1:]
    return _Result(method.partition("/")[0], verdict, dict(rest))


def _verdict(results: list[_Result], domain: str) -> Authentication:
    by_method: dict[str, list[_Result]] = {}
    for result in results:
        by_method.setdefault(result.method, []).append(result)
    spf, dkim, dmarc = by_method.get("spf", []), by_method.get("dkim", []), by_method.get("dmarc", [])
    if any(result.verdict == "fail" for result in dmarc):
        return Authentication.FAIL
    if any(result.verdict == "pass" for result in dmarc):
        meant = dmarc[0].properties.get("header.from", domain).rpartition("@")[2]
        return Authentication.ALIGNED_PASS if domain and meant == domain else Authentication.UNKNOWN
    if domain and (_any_aligned(dkim, domain) or _any_aligned(spf, domain)):
        return Authentication.ALIGNED_PASS
    spf_failed = bool(spf) and all(result.verdict in ("fail", "softfail") for result in spf)
    dkim_failed = bool(dkim) and all(result.verdict == "fail" for result in dkim)
    return Authentication.FAIL if spf_failed and dkim_failed else Authentication.UNKNOWN


def _any_aligned(results: list[_Result], domain: str) -> bool:
    return any(
        result.verdict == "pass" and _aligned(told.rpartition("@")[2].strip("<>."), domain)
        for result in results
        for key in ("header.d", "header.i", "smtp.mailfrom", "smtp.from")
        if (told := result.properties.get(key, ""))
    )


def _aligned(signer: str, domain: str) -> bool:
    """Relaxed alignment (RFC 7489, 3.1) without a list of public suffixes: one is the other, or lies within it.

    A signer above the author must have three labels or be no short second level ("co.uk" signs for nobody).
    """
    if signer == domain:
        return True
    if signer.endswith("." + domain):
        return _is_somebodys(domain)
    return domain.endswith("." + signer) and _is_somebodys(signer)


def _is_somebodys(domain: str) -> bool:
    labels = domain.split(".")
    return len(labels) > 2 or (len(labels) == 2 and not (len(labels[0]) <= 3 and len(labels[1]) == 2))
