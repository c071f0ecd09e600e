"""When somebody may be called, as they tell it: recurring weekly hours with exceptions, in English and Welsh.

Visits, appointments, trials and the prisoner's own calls name times too; a time counts only where the sentence is
about being rung, being free, or holds nothing but the time. Source of the meanings: ``samples/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mailbot.reading.letter import Evidence
from mailbot.reading.spelling import sentences, spelt_out
from mailbot.reading.week_grammar import Item, Sort, hours_of, items_of, spoken_clock
from mailbot.reading.week_words import ALL_DAY, EVERY_DAY
from mailbot.weekly_hours import MINUTES_A_DAY, Span, WeeklyHours


@dataclass(frozen=True, slots=True)
class HoursTold:
    """The hours, or None where the text tells none, with the sentences that decided."""

    hours: WeeklyHours | None = None
    evidence: tuple[Evidence, ...] = ()


def read_hours(text: str, *, only_for_calls: bool = False) -> WeeklyHours | None:
    """When the writer (or the person written about) may be called, as London wall time; None where nothing is told.

    ``only_for_calls`` takes no notice of mere free time ("I have Thursdays free"), which for somebody who offers to
    volunteer is no wish to be rung.
    """
    return hours_told(text, only_for_calls=only_for_calls).hours


def hours_told(text: str, *, passed_on: str = "", only_for_calls: bool = False, on_behalf: bool = False) -> HoursTold:
    """``read_hours`` with its evidence, of a text and of the mail that its writer passed on.

    ``on_behalf``: the writer refers somebody else, so when the writer can be reached is no matter.
    """
    gathered = _Gathered(only_for_calls)
    for sentence in _said(text):
        if not (on_behalf and _OF_THE_WRITER.search(sentence) and not _OF_ANOTHER.search(sentence)):
            gathered.read(sentence)
    for sentence in _said(passed_on):
        gathered.read(sentence)
    return gathered.told()


def _said(text: str) -> list[str]:
    return sentences(_NUMBERS.sub(" ☎ ", _GREETINGS.sub(" ", spelt_out(text)))) if text else []


# ------------------------------------------------------------------------------------- what a sentence is about

_NUMBERS = re.compile(
    r"(?:\+|\b00|\b0)(?:[\s().,/-]{0,3}\d){8,}(?:/\d{1,4})?|\S+@\S+|https?://\S+|\b[a-z]\d{4}[a-z]{2}\b"
)
_GREETINGS = re.compile(
    r"^[ >]*(?:good |hi |hello )?(?:morning|afternoon|evening)(?: (?:all|everyone|everybody|team|both|there"
    r"|to you all))?[ ]*[,.!]?[ ]*$"
    r"|^[ >]*(?:on .{8,80} wrote:|(?:sent|date|from|to|cc|subject):.*)$"
    r"|\bgood (?:morning|afternoon|evening|night)\b",
    re.MULTILINE,
)
_OF_THE_WRITER = re.compile(
    r"\b(?:i'm|i am|i work|me|mine|my (?:own|direct|number|line|mobile|office)|our|office|desk|reception)\b"
)
_OF_ANOTHER = re.compile(r"\b(?:she|he|she's|he's|her|him|his|they|them|mum|mam|dad|nan)\b")
_CALLS = re.compile(  # somebody is to ring: strong whatever else the clause says
    r"☎|\b(?:ring|call|phone|contact|reach|catch|telephone|get|try|talk to|speak to|speak with) (?:me|her|him|us|them"
    r"|mum|mam|dad|my)\b"
    r"|\b(?:to|can|could|would|please|pls|only|best|and|may|if you|if they|if someone|someone|they|somebody"
    r"|anyone) (?:please )?"
    r"(?:ring|call|phone|talk|speak|chat|rung|get through)\b"
    r"|\b(?:ring|call|phone)(?:ed|ing)? (?:any|on|after|before|between|at|of|in|only|when|week|mon|tue|wed|thu|fri"
    r"|sat|sun)"
    r"|\bbe (?:rung|called|phoned|reached|contacted)|\b(?:the|a|your|weekly|my|phone) calls?\b|\b(?:best|good"
    r"|better) times?\b"
    r"|\btimes? (?:to|for|that suit)|\bcould it be\b|\bwhen to (?:ring|call|phone)\b|\bn't (?:ring|call|phone|text)\b"
    r"|(?<!o'n )(?<!e'n )(?<!hi'n )\bffoni\w*|\bffônio|\bffonwch|\bgalw\w*\b(?! (?:am|yn y))|\bar y ff[oô]n\b"
    r"|\bcysyllt\w*|\bsiarad\b"
    r"|\bzadzwoni\w*|\bdzwoni\w*|\brozmawia\w*|\bphone kar\w*|\bcall kar\w*"
)
_FREE = re.compile(  # somebody says when it suits them
    r"\b(?:free|available|availability|suits?|suited|best|better|good|fine|ok|okay|great|ideal(?:ly)?|prefer\w*"
    r"|perfect|champion|lovely"
    r"|brilliant|convenient|easier|easiest|instead|off work|off)\b|\bworks?(?: well| best| better)? for\b|\b(?:would"
    r"|have to|has to|need to|needs to) be\b|\bso (?:after|from|before|any|weekday|weekend|evening|morning|afternoon"
    r"|only|best)\w*|\bcan (?:do|manage|make)\b"
    r"|\bcould (?:do|manage|make)\b|\b(?:i'm|i am|she's|she is|he's|he is) (?:usually |always |normally |mostly "
    r"|generally )?(?:in|home|around|about|up|at home"
    r"|back|by myself|alone|on my own)\b|\bat home\b|\b(?:only|please)\b|\bwhen (?:i'm|i am|she's|he's|it's)\b"
    r"|\b(?:is|are) when\b|\bhome by\b"
    r"|\bif it's\b|\botherwise\b|\bfelly (?:prynhawn|bore|nos|gyda)\w*|\b(?:try|join|come to|do|make) (?:the|a"
    r"|your) (?:\w+ )?group\b"
    r"|\b(?:telephone )?befriending\b"
    r"|\bbrightest\b|\bin bed by\b|\b(?:evenings|mornings|afternoons|weekends|weekdays|days)(?: only| preferred"
    r"| please)\b"
    r"|\bar gael\b|\brh?ydd\b|\badre?[af]?\b|\bgartre\w*|\bcyfleus|\bsiwtio|\bg?orau\b|\bwell\b|\biawn\b|\bhwylus\w*"
    r"|\bmogę\b|\bmoge\b|\bnajlepiej\b"
)
_ELSEWHERE = re.compile(  # visits, courts, the prisoner's own calls, what happened: no offer unless a call is meant
    r"\b(?:visit\w*|appointments?|court\w*|trial|hearing|sentenc\w+|remand\w*|arrest\w*|moved|came|went|died|dies"
    r"|inquest|funeral|told|said"
    r"|since|ago|yesterday|released?|releasing|comes? (?:out|home)|coming (?:out|home)|parole|licence|recall\w*"
    r"|happened|got (?:sent|sentenced|nicked)"
    r"|took|wrote|has been|had been|was|were|happen|slot|book(?:ed|ing)?|listed|starts?|started|sits|pub|police)\b"
    r"|\b(?:he|she|they|who|my \w+|[a-z]+)(?:'ll| will| can| only| always| usually| normally)? (?:phones|rings|calls"
    r"|rang|phoned|called)\b"
    r"|\bymweliad\w*|\b(?:o|e|hi)'n ffonio|\bllys\b|\bmae (?:o|e|hi)'n ffonio"
)
_BUSY = re.compile(  # the person is taken up: the time named is out
    r"\b(?:i|she|he|we) (?:work|works|finish|finishes|start|starts|have (?!(?:a |an |most |my "
    r"|every )?(?:\w+ ){0,4}(?:free|off)\b)|has|go|goes|see|look after|do|am at(?! home)|'m at(?! home)|am out|teach"
    r"|volunteer"
    r"|care for|take|takes|pick up|clean|get|visit|play|study)\b|\b(?:i|she|he|we)'(?:ve|s) got\b|\b(?:i'm|i am|she's"
    r"|he's) (?:at(?! home)|on(?! my own)|out|working|busy|away|asleep|in"
    r" (?:work|college|school|church))\b|\b(?:on (?:nights|days|shift|earlies|lates)|night ?shifts?|at work|working"
    r"|work nights|my day at|day ?centre|bingo|church|chapel"
    r"|choir|darts|five a side|football|college|dialysis|chiropodist|hairdresser\w*|has her hair|school run)\b"
    r"|\bdw i'n gweithio|\brwy'n gweithio|\bgweithio\b|\bcapel\b|\bc[oô]r\b"
)
_WORK = re.compile(
    r"\bwork\w*|\b(?:finish|start)(?:es|s)?\b|\bon (?:nights|days|shift|earlies|lates)\b|\bshifts?\b|\bgweithio\b"
)
_FREE_TIME = re.compile(r"\bhave (?:a |an |most |my |every )?[\w ,]{0,40}\b(?:free|off)\b")
_OUT_BEFORE = re.compile(  # stands shortly before a time that is out
    r"\b(?:except(?:ing)?(?: for| on)?|apart from|other than|but not|bar|save(?: for)?|excluding|excl|not|nt|never|no"
    r"|aside from|minus|unless|avoid(?:ing)?"
    r"|useless|hopeless|no good|no use|rubbish|out|busy|heblaw(?: am)?|ond nid|nid|dim|ac eithrio|oni bai am"
    r"|ar wahân i|opr[óo]cz|poza|nie)\b"
    r"(?: (?:for|on|in|at|of|the|a|an|my|any|during|like|it's|is|ar|yn|y|yr|ni|to|too)){0,4}[\s:(]*$"
    r"|n't (?:please )?(?:\w+ ){0,3}?(?:do|make|manage|ring|call|phone|talk|speak|have|want|answer|be|free|available"
    r"|work|suit|good|come)?"
    r"(?: (?:me|her|him|for|on|in|at|of|the|a|any|calls?|free|available|it|around|up)){0,4} $"
)
_NOT_TO_BE_CALLED = re.compile(
    r"(?:n't|\bnot|\bnever)(?: (?:want|like|wish))?(?: to)? (?:be )?(?:called|rung|phoned|ring|call|phone|contacted"
    r"|disturbed)(?: me)?"
    r"(?: (?:on|in|at|of|the|any|during|a))* $"
)
_OUT_AFTER = re.compile(  # stands shortly after a time that is out
    r"[\s,]*(?:(?:though|which|i'm afraid|unfortunately|as|because|mind) )*(?:(?:are|is|would be|'re|'s|r) (?:always "
    r"|usually |a bit |really |both |the |a |definitely )*"
    r"(?:out\b(?! of lectures| of work| of school| of college)|no good|no use|not|bad|impossible|useless|no\b|tricky"
    r"|difficult|awkward|busy|off limits|taken|darts|bingo"
    r"|church|football|worst|hard|when (?:i|she|he|we) (?:work|can't|have|has|go|goes|am|'ve))"
    r"|(?:do|does|wo|ca|would|is|are)n't (?:\w+ )?(?:work|suit|do|any good|good|possible|great|convenient|be|free|ok"
    r"|okay|manage|make|talk|answer|get|come)"
    r"|no good|no thanks|no longer|not (?:good|great|possible|ok|possible|convenient|so good)"
    r"|ko nahi|nahi|dim yn|ddim yn|nie)"
)
_NOT_THEM = re.compile(r"\bnot (?:them|those|then|that|it|that one)\b")
_THE_REST = re.compile(r"\b(?:any ?other|otherwise|other (?:day|time)s?|rest)\b")
_INCLUDE_AGAIN = re.compile(r"\b(?:but|otherwise|so|else|instead|ond|fel arall)\b")
_REASON = re.compile(
    r"\b(?:because|cos|coz|cause|as (?:i|she|he|we|my|that)|when|while|whilst|once|since|if|achos|pan|gan)\b"
)
_WANTED_WHEN = re.compile(
    r"\bwhen (?:to|is|are|suits|would|it's good|it is good|i'm free|i am free|it's best|you can)\b|\bif (?:you|that"
    r"|it's|it is|possible|poss|poss)\b"
)
_CLAUSE = re.compile(
    r"[,;:()?!]|\s-+\s|\.\s|\b(?:so|but|ond|felly|wa)\b|\b(?:and|or) (?=(?:i|he|she|they|we|my|if|when)\b)"
)
_CLAUSE_ENDS = re.compile(
    _CLAUSE.pattern
    + r"|\b(?:after (?:the|my|i|work|school)|before (?:the|my|i|work|school)|on my|once|except\w*|apart from"
    r"|other than|bar|save|when|while|because|cos|coz|heblaw)\b"
)
_JOINED_ONLY = re.compile(
    r"[\s,/&+]*(?:(?:and|or|nor|neu|na|nac|a|ac|on|the|in|at|ar|i|also|y|aur|lub|any)\b[\s,/&+]*)*"
)
_SMALL_WORDS = re.compile(
    r"☎|\b(?:and|or|on|in|at|the|a|an|of|is|are|to|any|only|please|pls|thanks|thank|you|really|usually|mostly|either"
    r"|both|but|not|times?|hours|me|i|i'm|im"
    r"|days|can|then|for|if|possible|poss|most|also|it|it's|that|or|x+|xx|ta|as|per|also|preferably|ideally|best|a'r"
    r"|ac|neu|ar|yn|y|yr|os|gwelwch|dda"
    r"|diolch|maybe|perhaps|say|though|after|ok|okay|my|your|name)\b"
)


@dataclass(slots=True)
class _Gathered:
    """What the sentences read so far offer and rule out."""

    only_for_calls: bool
    offered: WeeklyHours = field(default_factory=WeeklyHours)
    ruled_out: WeeklyHours = field(default_factory=WeeklyHours)
    offered_any: bool = False
    ruled_firmly: bool = False
    about_calls: bool = False  # the sentence before was about when to be called
    last_clock: int | None = None
    evidence: list[Evidence] = field(default_factory=list)

    def read(self, sentence: str) -> None:
        items = items_of(sentence)
        times = [item for item in items if item.sort is not Sort.DATE]
        if not times:
            self.about_calls = bool(_CALLS.search(sentence)) and not self.only_for_calls
            return
        if not self._is_about_calls(sentence, items):
            self.about_calls = False
            return
        before = (self.offered, self.ruled_out)
        self._sort_out(sentence, times)
        self.about_calls = True
        if before != (self.offered, self.ruled_out):
            self.evidence.append(Evidence("availability", sentence.strip()))

    def told(self) -> HoursTold:
        if self.offered_any:
            left = self.offered - self.ruled_out
        elif self.ruled_out and self.ruled_firmly:
            left = WeeklyHours.of(Span(day, *ALL_DAY) for day in EVERY_DAY) - self.ruled_out
        else:
            return HoursTold()
        return HoursTold(left, tuple(self.evidence)) if left else HoursTold()

    def _is_about_calls(self, sentence: str, items: Sequence[Item]) -> bool:
        if _CALLS.search(sentence):
            return True
        if self.only_for_calls:
            return False
        if _FREE.search(sentence) or _FREE_TIME.search(sentence):
            return True
        rest = _without(sentence, items)
        words = re.findall(r"[^\W\d_]{2,}", _SMALL_WORDS.sub(" ", rest))
        if len(words) <= 2:
            return True
        opens = not _without(sentence[: items[0].end], items[:1]).strip(" -*•:") or _OUT_BEFORE.search(
            sentence[: items[0].start]
        )
        return (
            bool(opens)
            and (self.about_calls or self.offered_any or len(words) <= 6)
            and not _ELSEWHERE.search(sentence)
        )

    def _sort_out(self, sentence: str, times: Sequence[Item]) -> None:
        """Offer or rule out each time of a sentence, runs of the same sign together."""
        signs = _signs(sentence, times)
        place = 0
        while place < len(times):
            sign, upto = signs[place], place + 1
            while upto < len(times) and signs[upto] == sign and not _breaks(sentence, times[upto - 1], times[upto]):
                upto += 1
            self._take(sign, times[place:upto], sentence)
            place = upto

    def _take(self, sign: int, items: Sequence[Item], sentence: str) -> None:
        told = [self._resolved(item) for item in items]
        limits = [item for item in told if item and item.sort is Sort.LIMIT]
        times = [item for item in told if item and item.sort is Sort.TIME]
        self.last_clock = next(iter(reversed(list(spoken_clock(items)))), self.last_clock)
        if not sign:
            return
        days = frozenset().union(*(item.days or frozenset() for item in times)) or EVERY_DAY
        for limit in limits:
            self._rule_out(limit, days)
        if not times:
            return
        hours = hours_of(times, sentence)
        if sign > 0:
            self.offered, self.offered_any = self.offered | hours, True
        else:
            self.ruled_out, self.ruled_firmly = (
                self.ruled_out | _widened(hours),
                self.ruled_firmly or sign == _FIRMLY_OUT,
            )

    def _rule_out(self, limit: Item, days: frozenset[int]) -> None:
        assert limit.stretch is not None
        start, end = limit.stretch
        self.ruled_out = self.ruled_out | WeeklyHours.of(Span(day, start, end) for day in days if start < end)
        self.ruled_firmly = True

    def _resolved(self, item: Item) -> Item | None:
        """ "After that" is after the clock time told last; without one it tells nothing."""
        if item.sort is not Sort.THEN:
            return item
        if self.last_clock is None or self.last_clock >= ALL_DAY[1]:
            return None
        return Item(item.start, item.end, stretch=(self.last_clock, ALL_DAY[1]))


_OFFERED, _TOLD_ONLY, _OUT, _FIRMLY_OUT = 1, 0, -1, -2


def _signs(sentence: str, times: Sequence[Item]) -> list[int]:
    """For each time of a sentence about calls: offered, merely told, or out."""
    signs: list[int] = []
    for place, item in enumerate(times):
        glue = sentence[times[place - 1].end if place else 0 : item.start]
        following = times[place + 1].start if place + 1 < len(times) else len(sentence)
        after = sentence[item.end : following]
        carried = (
            signs[-1] if signs and (_JOINED_ONLY.fullmatch(glue) or (signs[-1] > 0 and glue.strip() == "but")) else None
        )
        if carried and times[place - 1].sort is Sort.LIMIT and item.days is None:
            carried = _FIRMLY_OUT  # "not before 10 or after 8"
        sign = _sign(sentence, item, glue=glue, after=after, carried=carried)
        signs.append(sign)
        if _NOT_THEM.search(after):
            signs = [
                _FIRMLY_OUT if at >= place or _same_run(signs, times, at, place, sentence) else was
                for at, was in enumerate(signs)
            ]
        elif sign < 0 and carried is not None and carried > 0 and _OUT_AFTER.match(after):
            signs = [sign if _same_run(signs, times, at, place, sentence) else was for at, was in enumerate(signs)]
    return signs


def _sign(sentence: str, item: Item, *, glue: str, after: str, carried: int | None) -> int:
    if item.sort is Sort.LIMIT:
        return _OFFERED
    if _OUT_BEFORE.search(glue[-60:]) or _NOT_TO_BE_CALLED.search(glue[-60:]):
        return _FIRMLY_OUT
    if carried == _OFFERED and item.days is not None and item.stretch is None and glue.strip() == "but":
        return _FIRMLY_OUT  # "any evening but Friday"
    if _OUT_AFTER.match(after):
        return _FIRMLY_OUT
    if carried is not None and carried < 0:
        return carried
    clause, lead = _clause_around(sentence, item)
    strong = bool(_CALLS.search(clause))
    if not strong and _REASON.search(lead) and not _WANTED_WHEN.search(lead) and not _is_time_opening(lead):
        return _TOLD_ONLY
    if not strong and _ELSEWHERE.search(clause) and not re.search(r"\b(?:free|available|suits?|fine|best)\b", clause):
        return _TOLD_ONLY
    if (
        not strong
        and _BUSY.search(clause)
        and not _FREE_TIME.search(clause)
        and not re.search(r"\b(?:free|available|can|suits?|fine|best|after work)\b", clause)
    ):
        if _WORK.search(clause):
            return _OFFERED if _opens_with_offer(clause) else _OUT if _THE_REST.search(sentence) else _TOLD_ONLY
        return _OUT if item.days is not None or not _opens_with_offer(clause) else _OFFERED
    return _OFFERED if carried is None else carried


def _opens_with_offer(clause: str) -> bool:
    """ "After 6, I'm on days" offers; "I have my mum in the mornings" does not."""
    return bool(re.match(r"[\s,-]*(?:after|from|before|between|any|until|till)\b", clause))


def _is_time_opening(lead: str) -> bool:
    """Is the word that looks like a reason the beginning of the clause's own offer ("when I'm off, Tuesdays")?"""
    return "," in lead


def _clause_around(sentence: str, item: Item) -> tuple[str, str]:
    """The clause that holds the time, and its part before the time."""
    start = 0
    for found in _CLAUSE.finditer(sentence, 0, item.start):
        start = found.end()
    end_match = _CLAUSE_ENDS.search(sentence, item.end)
    end = end_match.start() if end_match else len(sentence)
    return sentence[start:end], sentence[start : item.start]


def _breaks(sentence: str, last: Item, following: Item) -> bool:
    """Does a new offer begin between two times of the same sign?"""
    between = sentence[last.end : following.start]
    if following.days is None and between.strip() == "but":  # "evenings but before 8" narrows
        return False
    return bool(_INCLUDE_AGAIN.search(between)) or len(between) > 90


def _same_run(signs: Sequence[int], times: Sequence[Item], at: int, place: int, sentence: str) -> bool:
    """Are the times from ``at`` to ``place`` joined by nothing but "and", "or" or the like?"""
    if at > place:
        return False
    return all(
        _JOINED_ONLY.fullmatch(sentence[here.end : following.start])
        for here, following in zip(times[at:place], times[at + 1 : place + 1], strict=True)
    )


def _widened(hours: WeeklyHours) -> WeeklyHours:
    """What is out is out to the ends of the day where it reaches the ends of the calling day."""
    return WeeklyHours.of(
        Span(
            span.day,
            0 if span.start <= ALL_DAY[0] else span.start,
            MINUTES_A_DAY if span.end >= ALL_DAY[1] else span.end,
        )
        for span in hours.spans
    )


def _without(sentence: str, items: Sequence[Item]) -> str:
    pieces, at = [], 0
    for item in items:
        pieces.append(sentence[at : item.start])
        at = item.end
    pieces.append(sentence[at:])
    return " ".join(pieces)
