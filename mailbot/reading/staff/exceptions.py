"""All but some: "approve the lot apart from Farida's", "all good bar the Wandsworth one", "yes to all but 1312"."""

from __future__ import annotations

import re

from mailbot.reading.staff.digest import Digest
from mailbot.reading.staff.doubts import is_meant
from mailbot.reading.staff.references import references_in

_ALL = (
    r"\b(?:all|everything|everyone|everybody|the lot|the (?:other|rest|remaining|whole)\w*|each|every(?: one)?|both"
    r"|the (?:two|three|four|five|six))\b"
)
_SURELY = (
    r"except(?:ing)?(?: for)?|apart from|aside from|other than|excluding|minus"
    r"|save(?: for)?|bar|barring|with the exception of"
)
_PERHAPS = r"but not|and not|but|not|just not|only not"
_EXCEPT = re.compile(rf"{_ALL}[^.;]{{0,80}}?[ ,(.-]+(?:(?P<surely>{_SURELY})|{_PERHAPS}) (?P<tail>.+)")
_MEANT_TO_EXCEPT = re.compile(rf"\b(?:{_SURELY})\b")
_ENDS = re.compile(
    r",(?! ?(?:and |or |& ?)?(?:r-?)?\d)|;| - |\(|\b(?:because|since|as|which|who|until|till|please|for now|though)\b"
)


def all_but(words: str, plain: str, digest: Digest) -> tuple[str, ...] | None:
    """Those that wait for approval without the excepted; None where nothing is excepted, () where it cannot be told."""
    told = _EXCEPT.search(plain)
    if not told:
        return () if re.search(_ALL, plain) and _MEANT_TO_EXCEPT.search(plain) else None
    begins = told.start("tail")
    head = _ENDS.split(told["tail"])[0]
    excepted = _pointed_at(words[begins : begins + len(head)], head, digest)
    if not excepted:
        return () if told["surely"] else None
    if not is_meant(plain[: told.start()]) or not set(excepted) <= set(digest.for_approval):
        return ()
    return tuple(reference for reference in digest.for_approval if reference not in excepted)


def _pointed_at(words: str, plain: str, digest: Digest) -> tuple[str, ...]:
    if told := references_in(words) or digest.placed(plain) or digest.described(plain):
        return told
    if named := digest.named(words):
        return (named,)
    small = (one for one in digest.volunteers if re.search(rf"\b{re.escape(one.split()[0].lower())}\b", plain))
    return tuple(dict.fromkeys(one for name in small for one in digest.suggested_for(name)))
