"""Times told the wrong way round for the grammar: "evenings but only Mondays", "Fridays excepted"."""

from __future__ import annotations

import re

MOST_TURNED = 500  # characters; in a longer sentence times stay as they stand


def turned_round(sentence: str) -> str:
    """A plain sentence with each time beside the days that it is of, and each exception before its days."""
    if len(sentence) <= MOST_TURNED and _SIGN.search(sentence):
        for pattern, said in _REWRITTEN:
            sentence = pattern.sub(said, sentence)
    return sentence


_SIGN = re.compile(
    r"\b(?:only|just|excepted|excluded|aside|apart|barred|though|mind|except|bar|but|and|not|till|until|liberty"
    r"|by the|run|pick|drop|home|prayers?|mass"
    r"|chapel|church|mosque|xcept|afta)\b"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?(?:'s)?"
_DAYS = rf"{_DAY}(?:(?:,? ?(?:and|or|&|/) ?|, ){_DAY}){{0,4}}"
_CLOCK = (
    r"(?:(?:half (?:past )?|quarter (?:past|to) )?(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)(?: ?[ap]m| o'?clock|ish)?(?: in the (?:morning|afternoon|evening)| at night)?)"
)
_TIME = (
    rf"(?:(?:after|from|before|until|till) {_CLOCK}(?: onwards)?|(?:between )?{_CLOCK} ?(?:-|to|till?|until"
    rf"|and) ?{_CLOCK}"
    r"|mornings?|afternoons?|evenings?|nights?|daytimes?|lunch ?times?)"
)
_DAILY = (
    r"(?:school (?:run|pick[- ]?up|drop[- ]?off|gates?)|pick[- ]?up|drop[- ]?off|home[- ]?time|prayers?|mass|chapel"
    r"|church"
    r"|mosque|dinner|lunch|tea|bath[- ]?time|bed[- ]?time|visiting)"
)
_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf",? (?:and|plus|also)(?: also)? ({_TIME})(?: too| as well| also)?,? but (?:only|just)(?: (?:on|for|a"
            rf"|an|the))*"
            rf" (?={_DAYS}\b)"
        ),
        r", or also \1 on ",
    ),
    # what holds for some of the days only: "Saturdays from 7 though", "except Thursday, when it must be after 8"
    (re.compile(rf"\(((?:not|except|bar|but not) (?:on )?{_DAYS})\),? ({_TIME})"), r"\2 \1"),
    (re.compile(rf",? (?:and )?({_DAYS}) (?:only )?({_TIME}),? (?:though|mind you|mind)\b"), r", but \1 only \2"),
    (
        re.compile(
            rf",? (?:except|bar|apart from|other than)(?: for)?(?: on)? ({_DAYS}),? (?:when|where|which)(?: (?:it'd"
            rf"|it|it's"
            rf"|it'll|i'd|i'm|they're|is|has|have|needs?|to|be|better|best|would|must|should|can't|only|say|free|in|got))*"
            rf" (?={_TIME})"
        ),
        r", but \1 only ",
    ),
    (re.compile(rf",? but on ({_DAYS}),? (?:it's |it would be |from )?(?={_TIME})"), r", but \1 only "),
    (re.compile(rf",? and ({_DAYS}),? i'm (?:in|free|home|about|around|here|off) (?={_TIME})"), r"; \1 "),
    (re.compile(rf"\b(?:apart|aside) from (?={_CLOCK}\b)"), "except "),
    # "not at school pick-up, 3 to 4"
    (
        re.compile(
            rf"\b(not|never|except|bar|avoid|apart from|n't (?:ring|call|phone))(?: (?:at|during|over|for|the|my"
            rf"|our))* {_DAILY}"
            rf"(?: time)?,? ?(?:\(|- |between |from )?(?={_CLOCK} ?(?:-|to|till?|until|and)\b)"
        ),
        r"\1 ",
    ),
    # "also from 8 but only Monday and Tuesday", "evenings too but just Fridays"
    (
        re.compile(
            rf"\b({_TIME})(?: too| as well| also)?,? (?:but|though|and)? ?(?:that's |it's |they're )?(?:only|just)"
            rf"(?: (?:on|for|a|an|the))* (?={_DAYS}\b(?! (?:after|before|from|until|till|between|\d|morn|afternoon|even"
            rf"|night)))"
        ),
        r"\1 on ",
    ),
    # "Thursdays and Fridays excepted"
    (
        re.compile(rf",? ?\(?\b({_DAYS})(?: (?:is|are|being))? (?:excepted|excluded|barred|aside|apart)(?! from)\b\)?"),
        r" except \1",
    ),
    # "and not at all after that till Sunday"
    (
        re.compile(
            rf",? (?:and |but |then )*(?:not|nothing|no good|out|busy|away|unavailable)(?: (?:at all|free|available"
            rf"|around|in"
            rf"|then|again|after that|until then|else))* (?:till|until) (?={_DAY}\b(?!,? (?:and|or) (?:i|then)\b))"
        ),
        ", ",
    ),
    (
        re.compile(rf"\b({_DAY}) (?:when|where) (?:it's|it is|i'm (?:free|in|home)) (?={_TIME}\b|{_CLOCK} onwards)"),
        r"\1 ",
    ),
    (re.compile(r"\b(?:am|is|are|'m|'s|be) at (?:liberty|leisure|my leisure)\b"), "is free"),
    (
        re.compile(
            r"(\bmornings?\b[^.;]{0,30}?\b(?:not|never|nothing|no later than) (?:(?:after|past|later than) )?"
            r"(?:half |quarter past )?(?:9|10|11|nine|ten|eleven))\b(?! ?[ap]m|[:.]\d)"
        ),
        r"\1 am",
    ),
    (re.compile(r"\bby the (?:next )?(?:morning|evening|afternoon)\b"), ""),
)
