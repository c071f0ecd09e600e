"""Until when a DBS check and trainings are in date, as a new volunteer tells it; what could be otherwise is unclear."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from mailbot.reading.skills.dates.exact import ExactDay, exact_days
from mailbot.reading.volunteer.joining_facts import CREDENTIALS

FURTHEST_YEARS = 10
TRAININGS = CREDENTIALS[1:]
_KINDS = {
    "dbs": r"d\.?b\.?s\b|crb\b|disclosure|criminal records? check|police check",
    "befriending": r"befriend\w*",
    "safeguarding": r"safe-? ?guard\w*",
    "boundaries": r"(?:professional )?boundar\w+",
    "rest": r"(?:the )?(?:rest|others?|other (?:two|three|ones))\b",
    "trainings": r"(?:all (?:of )?)?(?:the |my |three |both )*(?:trainings\b|training courses\b|courses\b|modules\b)"
    r"|all (?:the |my )?training\b",
    "all": r"all four|everything|all of (?:them|these|it)|they all|all (?:the )?(?:same|dates)|^all\b",
}
_TOKEN = re.compile("|".join(rf"(?P<{kind}>\b(?:{words}))" for kind, words in _KINDS.items()) + r"|§(?P<day>\d+)§")
NAMES_ONE = re.compile("|".join(_KINDS[kind] for kind in CREDENTIALS))
_CLAUSE = re.compile(r"[\n;!]+|\.(?=\s|$)|,? (?:but|though|although)\b")
_UNTIL = re.compile(
    r"\b(?:until|untill|till?|up to|through|valid|in date|expir\w+|runs? out|run until|ends?|good (?:to|for)|lasts?"
    r"|renewal (?:date|due)|due for renewal|current)\b"
)
_WILL_END = re.compile(
    r"\bwill (?:run out|expire|end|last|be valid|be in date|need renewing|run)\b|'ll (?:expire|end)\b"
)
_DOUBT = re.compile(
    r"\b(?:think|about|around|roughly|approx\w*|probably|maybe|perhaps|not sure|unsure|guess|or so|sometime|end of"
    r"|beginning of|start of|middle of|early|late|believe|may be|might|should be|hopefully|if|or|except|apart from"
    r"|check(?: (?:with|when|it|that)))\b|\?"
)
_NOT_UNTIL = re.compile(
    r"\b(?:booked|booking|applied|applying|waiting|renewing|will|going to|next|starts?|begins?)\b|'ll\b"
)
_MAY_BE_THE_COURSE = re.compile(
    r"\b(?:did|done|completed|passed|attended|issued|took|taken|since|from|dated|was|had|on the|got)\b"
)
_NOT_YET = re.compile(
    r"\b(?:not (?:yet|done|had|got|taken|started)|haven't|have not|hasn't|has not|never|still (?:to|waiting|need\w*)"
    r"|yet to|don't have|do not have|none|waiting for|applied|no)\b"
)
_BEGAN = re.compile(
    r"\b(?:from|since|issued|dated|done|did|passed|taken|took|completed)(?: (?:it|them|in|on))*\s+§\d+§"
)
_SAME = re.compile(r"\b(?:same|likewise|ditto|as (?:is|are|for)|also|too)\b")
_A_TITLE = 4  # words: a clause that holds hardly more than the name


@dataclass(slots=True)
class DatesTold:
    told: dict[str, date] = field(default_factory=dict)
    not_yet: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)

    def take(self, kind: str, day: date | None, sent_on: date) -> None:
        """A second day for the same, or one that cannot be the last, makes it unclear."""
        likely = day is not None and sent_on <= day and day.year <= sent_on.year + FURTHEST_YEARS
        if day is None or not likely or self.told.get(kind, day) != day:
            self.unclear.add(kind)
        else:
            self.told[kind] = day

    def settle(self) -> None:
        for kind in self.unclear | (self.not_yet & set(self.told)):
            self.told.pop(kind, None)
        self.unclear |= self.not_yet & self.unclear
        self.not_yet -= self.unclear


def dates_told(said: str, sent_on: date, *, asked: Collection[str] = CREDENTIALS, section: bool = False) -> DatesTold:
    """``said`` is plain text, lines kept. In a ``section`` of its own a bare day is an answer, where one was asked."""
    days = exact_days(said)
    marked = said
    for at in reversed(range(len(days))):
        marked = f"{marked[: days[at].start]}§{at}§{marked[days[at].end :]}"
    found = DatesTold()
    alone = tuple(asked) if section and len(asked) == 1 else ()
    carried: tuple[str, ...] = ()
    for clause in _CLAUSE.split(marked):
        words = clause.strip(" ,:-")
        if _UNTIL.search(words):
            words = _BEGAN.sub(" ", words)
        tokens = [(one.lastgroup or "", one["day"]) for one in _TOKEN.finditer(words)]
        named = _kinds(tokens, found)
        if not any(kind == "day" for kind, _ in tokens):
            carried = _without_a_day(words, named, found) if words else carried
            continue
        lent = () if named else carried or alone
        carried = ()
        if named or lent:
            _take(words, [*((kind, None) for kind in lent), *tokens], days, sent_on, found)
        elif section:  # a day of which nobody can tell what it is for
            found.unclear.update(set(asked) - set(found.told))
    found.unclear.update(set(carried) - set(found.told))
    found.settle()
    return found


def _take(
    words: str,
    tokens: list[tuple[str, str | None]],
    days: Sequence[ExactDay],
    sent_on: date,
    found: DatesTold,
) -> None:
    trusted = _is_plainly_until(words)
    for kind, number in _paired(tokens, found, words):
        if number is None or not trusted:
            found.unclear.add(kind)
        else:
            found.take(kind, days[number].day, sent_on)


def _without_a_day(words: str, kinds: tuple[str, ...], found: DatesTold) -> tuple[str, ...]:
    """A clause that names a credential without a day: not held, a title of what follows, or nothing certain."""
    if not kinds:
        return ()
    if _NOT_YET.search(words) and not _DOUBT.search(words):
        found.not_yet.update(kinds)
    elif len(words.split()) <= _A_TITLE + len(kinds) - 1 and not _DOUBT.search(words):
        return kinds
    else:
        found.unclear.update(set(kinds) - set(found.told))
    return ()


def _is_plainly_until(words: str) -> bool:
    said = _WILL_END.sub("until", words)
    if _DOUBT.search(said) or _NOT_UNTIL.search(said):
        return False
    return bool(_UNTIL.search(said)) or not _MAY_BE_THE_COURSE.search(said)


def _paired(tokens: list[tuple[str, str | None]], found: DatesTold, words: str) -> Iterator[tuple[str, int | None]]:
    """Each credential with the number of its day: the names before a day, or after it where the day comes first."""
    day_first = tokens[0][0] == "day"
    held: list[str] = []
    last: int | None = None
    for kind, number in tokens:
        if kind != "day":
            kinds = _kinds([(kind, None)], found)
            if day_first:
                yield from ((one, last) for one in kinds)
            else:
                held += kinds
            continue
        last = int(number or 0)
        yield from ((one, last) for one in held)
        held = []
    same = last if _SAME.search(words) else None
    yield from ((one, same) for one in held)


def _kinds(tokens: list[tuple[str, str | None]], found: DatesTold) -> tuple[str, ...]:
    named: list[str] = []
    for kind, _ in tokens:
        if kind in CREDENTIALS:
            named.append(kind)
        elif kind == "trainings":
            named += [one for one in TRAININGS if one not in named]
        elif kind == "all":
            named += [one for one in CREDENTIALS if one not in named]
        elif kind == "rest":
            named += [one for one in CREDENTIALS if one not in found.told and one not in named]
    return tuple(dict.fromkeys(named))
