"""A sentence about times of the week in the words the grammar knows: thumbs, 24-hour clocks, Welsh order, corrections.

What was taken back ("Tuesdays, sorry, Thursdays", "move from Monday to Friday") is left out here, so that the grammar
never sees it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailbot.reading.skills.hours.week_common_words import days_put_right, in_common_words
from mailbot.reading.skills.hours.week_turned_round import turned_round
from mailbot.reading.skills.hours.week_welsh import welsh_spelt_out


@lru_cache(maxsize=64)
def spelt_for_the_week(sentence: str) -> str:
    """A plain (lower case, straight) sentence with its times spelt in full; other words stay as they were."""
    sentence = _THREE_DAYS.sub(r"\1, \2, \3", _SHORT.sub(_in_full, days_put_right(sentence)))
    sentence = turned_round(in_common_words(sentence))
    sentence = welsh_spelt_out(sentence)
    if any(map(str.isdigit, sentence)) or _HALF_DAY_SIGN.search(sentence):
        for pattern, said in _CLOCKS:
            sentence = pattern.sub(said, sentence)
    if _SAME_SIGN.search(sentence):
        sentence = _SAME.sub(r"\g<times>\g<between> \g<times>", sentence)
    if _MADE_EXACT_SIGN.search(sentence):
        sentence = _MADE_EXACT[0].sub(_MADE_EXACT[1], sentence)
    if _OF_SOMEBODY_SIGN.search(sentence):
        for pattern, said in _OF_SOMEBODY:
            sentence = pattern.sub(said, sentence)
    if _TAKEN_BACK_SIGN.search(sentence):
        for pattern, said in _TAKEN_BACK:
            sentence = pattern.sub(said, sentence)
    return sentence


# ------------------------------------------------------------------------------------------------- thumbs' spelling

_EXCEPT = (
    r"(?:that|which) (?:isn't|is not|aren't|'s not)(?= (?:a |on )?(?:mon|tue|wed|thu|fri|sat|sun|week))|cept|exept"
    r"|xcept|with the exception of|as long as it'?s not|so long as it'?s not|provided it'?s not"
    r"|not including|all but|(?<=anything )but|(?<=any time )but(?= (?:not )?(?:on |in the )?(?:mon|tue|wed|thu|fri|sat"
    r"|sun|morn|after|even|week|night))|(?<=any day )but|(?<=every day )but"
)
_SPELLINGS = {
    r"nites?": "nights",
    r"sk(?:oo|u)l": "school",
    r"wen(?= (?:da|the|my|kids|im|i'm|i|hes|he's)\b)": "when",
    r"da(?= kids?\b)": "the",
    r"(?:mornin|mornings?s|mornin'|morings?|mornins)": "mornings",
    r"(?:evenin|evenin'|evenins|eveings?|evnings?|evennings?)": "evenings",
    r"(?:after?noo?nn?s?|aft[aeu]r?n(?:oo|u)ns?|arvos?|aftnoons?)": "afternoons",
    r"wk\s?-?days?|weekdy?s|week-days?": "weekdays",
    r"wk\s?-?e?nds?|w/e|w/ends?|weekens?": "weekends",
    r"wk\s?nights?|wk\s?nites?|week\s?nites?": "weeknights",
    r"any\s?days?": "any day",
    r"(?:any|all) other (?:day|time)s?(?: of the week)?|the other days|the rest of the week"
    r"|unrhyw (?:ddiwrnod|ddydd|adeg|amser) arall|y dyddiau eraill": "any other day",
    r"(?:unrhyw|bob) (?:noson|nos) ond": "bob nos heblaw",
    r"(?:unrhyw|bob) (?:ddydd|dydd|ddiwrnod|diwrnod) ond": "bob dydd heblaw",
    r"m(?:on)?\s?[-/]\s?f(?:ri)?(?= |,|;|:|$|\))|m to f": "monday to friday",
    r"m\s?-\s?th(?= |,|;|:|$|\))": "monday to thursday",
    r"m\s?-\s?sat?(?= |,|;|:|$|\))": "monday to saturday",
    r"tu?\s?-\s?th(?= |,|;|:|$|\))": "tuesday to thursday",
    r"tu?\s?-\s?f(?= |,|;|:|$|\))": "tuesday to friday",
    r"'til+|'till": "till",
    r"in (?:the )?wk": "in the week",
    r"(?:except|apart from|but not|bar)(?: for)? (?:when|if|while|the days) [^,;.☎]{0,60}, (?:that's|which is|which"
    r" are)": "except",
    r"(?:except|apart from|but not|bar)(?: for)? (?:when|while) [^,;.☎]{0,60},(?= (?:between |on |from |\d|(?:mon"
    r"|tue|wed|thu|fri|sat|sun)[a-z]* \d))": "except",
    r"barring|outwith|with the exclusion of|leaving out|(?:but )?skip(?:ping)?|excepting|omitting|exc\.?(?= (?:mon"
    r"|tue|wed|thu|fri|sat|sun))"
    r"|(?:so|as) long as it (?:isn't|is not)(?: on)?|(?:provided|providing) (?:that )?it (?:isn't|is not|'s not)"
    r"|unless it(?:'s| is)": "except",
    r"(?:except|apart from|but not|bar)(?: for)? (?:when|while|if) [^,;.☎]{2,60}?(?= (?:on |at )?(?:an? )?(?:mon"
    r"|tue|wed|thu|fri|sat|sun)[a-z]*)": "except",
    _EXCEPT: "except",
    r"o'r gloch": "o'clock",
    r"(?<!any )(?<!each )(?<!every )(?<!one of )(?:(?:the|my|all|most|all the|on the|on my|her|his) )*other"
    r" (?:week)?days": "any other day",
    r"(?:all )?the (?:others|rest)(?: of the (?:days|times?))?(?=,? (?:is|are|suits?|all|would|i'm|i"
    r" am)\b)": "any other day",
    r"schoo?l (?:hrs?|hour)|schl (?:hrs?|hours)|school-(?:hours|time)": "school hours",
    r"in (?:the )?day(?= (?:not|only|please|if|or|rather|and|is|would|as|when)\b)": "in the day",
    r"(?:any|every|each|most) days? (?:in|during) the (?:working )?week": "any weekday",
    r"(?:any|every|each|most) days? at (?:the )?weekends?": "weekends",
    r"(?:the |after )?(?:six|ten|one|6|10|1) o'?\s?clock news": "the news",
    r"12 (?:noon|mid-?day)": "noon",
    r"12 midnight": "midnight",
    r"(?:failing|apart from|other than|besides|except for|if not) that": "apart from that,",
}
_SHORT = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(f"(?P<s{place}>{pattern})" for place, pattern in enumerate(_SPELLINGS))
    + r"|(?P<days>(?:m|mo|t|tu|tue|w|we|wed|th|f|fr|fri|mon|sa|sat|su|sun)(?:\s?[/+&]\s?(?:m|mo|t|tu|tue|tues|w|we|wed"
    r"|weds|th|thu|thur|thurs|f|fr|fri|mon|sa|sat|su|sun))+)"
    r"|(?P<and>n)(?= (?:mon|tue|wed|thu|fri|sat|sun|even|morn|after|night|week))"
    r"|(?P<after>aft|afta|aftr|arter|afer|aftar)(?= (?:\d|half|one|two|three|four|five|six|seven|eight|nine|ten))"
    r")(?![\w'])"
)
# "Monday-Wednesday-Friday": no range of three days
_THREE_DAYS = re.compile(
    r"\b((?:mon|tue|wed|thu|fri|sat)[a-z]*)\s?-\s?((?:tue|wed|thu|fri|sat)[a-z]*)\s?-\s?((?:wed"
    r"|thu|fri|sat|sun)[a-z]*)\b"
)
_MEANT = tuple(_SPELLINGS.values())
_DAY_LETTERS = {
    "m": "monday", "mo": "monday", "t": "tuesday", "tu": "tuesday", "w": "wednesday", "we": "wednesday",
    "th": "thursday", "f": "friday", "fr": "friday", "sa": "saturday", "su": "sunday",
}  # fmt: skip


def _in_full(found: re.Match[str]) -> str:
    if found["days"]:
        return "/".join(_DAY_LETTERS.get(day.strip(), day.strip()) for day in re.split(r"[/+&]", found["days"]))
    if found["and"]:
        return "and"
    if found["after"]:
        return "after"
    return _MEANT[int(str(found.lastgroup)[1:])]


# ------------------------------------------------------------------------------------------------------ clock times

_HALF_DAY_SIGN = re.compile(r"(?:in the|of an?|of the) (?:morn|after|even|night)|at night|thirty|o'clock")
_CLOCK_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = rf"(?:(?:half |quarter (?:past|to) )?(?:\d{{1,2}}(?:[:.]\d\d)?|{_CLOCK_WORDS}))(?: o'clock)?"
_24 = r"(?:0[6-9]|1\d|2[0-3])"  # hours; 2015 to 2025 are rather years
_CLOCKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b([ap])\.\s?m\b\.?"), r"\1m"),
    (re.compile(r"(?<=\d) n (?=\d)"), " and "),
    (re.compile(r"\b(\d\d[:.]\d\d)\s?(?:hrs?|hours|h)\b"), r"\1"),
    (re.compile(r"(?<=\d)\s?h\s?(?=[0-5]\d\b)"), ":"),
    (re.compile(rf"\b({_24})([0-5][05])\s?(?:-|to|till|until|and)\s?({_24})([0-5][05])(?:\s?(?:hrs?|hours|h)\b|\b)"),
     r"\1:\2-\3:\4"),
    (re.compile(rf"\b({_24})([0-5][05])\s?(?:hrs?|hours|h)\b"), r"\1:\2"),
    (re.compile(rf"\b({_24})\s?(?:hrs|h)\b"), r"\1:00"),
    (
        re.compile(rf"\b(after|from|before|until|till|between|by|at|and|to) (?!20[12]5)({_24})(00|15|30|45)(?= |,|\."
        rf"|;|!|\)|$)(?! ?\d)"),
        r"\1 \2:\3",
    ),
    (re.compile(rf"\b({_CLOCK_WORDS}) thirty\b"), r"half past \1"),
    (re.compile(rf"\b({_CLOCK_WORDS}) (?:fifteen)\b"), r"quarter past \1"),
    (re.compile(rf"\b({_CLOCK_WORDS}) (?:forty[- ]five)\b"), r"\1:45"),
    (re.compile(rf"\b({_CLOCK}) (?:in the|of a) mornings?\b"), r"\1 am"),
    (re.compile(rf"\b({_CLOCK}) (?:(?:in the|of an|of the) (?:afternoon|evening)s?|at night|of a night)\b"), r"\1 pm"),
    (re.compile(rf"\b(between {_CLOCK} and {_CLOCK} am) am\b"), r"\1"),
)  # fmt: skip

_MADE_EXACT = (  # "after church, so from 2", "any time after lunch, say 1 o'clock", "after dinner (1ish)"
    re.compile(
        r"\b(after|before) (?:the |my |i've |i )?(?:[a-z']+ ){0,2}?[a-z']+,? ?(?:\((?=\d)|\(?(?:so|say|i\.?e\.?|which"
        r" means"
        r"|meaning|that's|like|about|around)(?: like| about| from| after| before| around)* )"
        rf"({_CLOCK}(?: ?[ap]m)?)(?!\s*(?:-|to|till?|until|and)\b|-|:)(?:ish)?(?!\w)\)?"
    ),
    r"\1 \2",
)
_OF_SOMEBODY = (  # "before the kids get in at half three"
    (
        re.compile(
            rf"\b(before|until|till) (?!\d)(?:(?!(?:mon|tue|wed|thu|fri|sat|sun|or|and|last|rang|was|were|went|left"
            rf"|came|died|had|called)\b)[a-z']+ ){{1,5}}?(?:at|by|about|around) ({_CLOCK}(?: ?[ap]m)?)(?!\w)"
        ),
        r"\1 \2",
    ),
    (
        re.compile(
            rf"\b(?:after|once|when) (?:the |my )?(?:kids?|children|baby|boys|girls|little ones?|son|daughter|wee one"
            rf"|husband|partner|he|she|they)(?:'s|'re)? (?:[a-z']+ ){{0,4}}?(?:at|by|about|around) ({_CLOCK}(?:"
            rf" ?[ap]m)?)(?!\w)"
        ),
        r"after \1",
    ),
)
_SAME = re.compile(  # "Saturdays 10-12, and Sundays the same"
    rf"(?P<times>(?:between )?{_CLOCK}(?: ?[ap]m)? ?(?:-|to|till?|until|and) ?{_CLOCK}(?: ?[ap]m)?|(?:after|before"
    rf"|from)"
    rf" {_CLOCK}(?: ?[ap]m)?)(?P<between>[^;.!?]{{1,50}}?\b(?:mon|tue|wed|thu|fri|sat|sun|week)[a-z]*),?"
    r" (?:(?:at )?(?:the )?same(?: times?| hours?)?|ditto|likewise)(?!\w)"
)
_SAME_SIGN = re.compile(r"\bsame|ditto|likewise")
_OF_SOMEBODY_SIGN = re.compile(r"\b(?:before|until|till|after|once|when) .{3,60}?\b(?:at|by|about|around) ")
_MADE_EXACT_SIGN = re.compile(
    r"\b(?:after|before)\b.{1,40}?\b(?:so|say|ie|i\.e|which means|meaning|that's|like|about|around)\b"
    r"|\b(?:after|before) [a-z' ]{2,30}\(\d"
)

# ------------------------------------------------------------------------------------------------ what is taken back

_TAKEN_BACK_SIGN = re.compile(
    r"\b(?:than|prefer\w*|it sa\w+|you've|you have|you put|you wrote|i've got|not|later|earlier|moving|changing"
    r"|instead|rather than|sorry|mean|meant|move|moved|change|changed|switch|swap|swop|shift|used to|in place of"
    r"|correction|scrap that|no longer|yn lle|not the)\b"
)
_DAYISH = (
    r"(?:(?:the |my |a |on |our )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?|weekdays?"
    r"|weekends?|mornings?|afternoons?|evenings?|nights?)(?:'s)?(?: (?:mornings?|afternoons?|evenings?|nights?|calls?"
    r"|slot|one))?"
    rf"(?:,? (?:at |after |before |from )?{_CLOCK}(?: ?[ap]m)?)?)"
)
_WELSH_DAYISH = r"(?:d?dydd|nos|bore|prynhawn)(?: (?:l+un|[mf]awrth|[mf]ercher|iau|g?wener|sadwrn|sul))?"
_RANGE = rf"{_CLOCK}(?: ?[ap]m)? ?(?:-|to|till?|until) ?{_CLOCK}(?: ?[ap]m)?"
_TAKEN_BACK: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(better|easier|rather|sooner) than {_DAYISH}"), r"\1"),
    (re.compile(rf"\b(prefer\w* {_DAYISH}) (?:to|over) {_DAYISH}"), r"\1"),
    (
        re.compile(
            rf"\b(?:it says|it said|you've (?:put|got|written)|you have(?: put| got| written)?|you put|you wrote"
            rf"|i've got)"
            rf"(?: me)?(?: down)?(?: as| for)? {_DAYISH}[,.;]?(?: but| and)? (?:i said|it should (?:be|say|read"
            rf"|have been)|it's|should be"
            r"|i asked for|i meant?|i told you) "
        ),
        "make it ",
    ),
    (re.compile(rf"\b({_RANGE}),? (?:and )?not {_RANGE}"), r"\1"),
    (re.compile(rf"\b(?:later|earlier),? (?:say |about )?(?={_CLOCK}\b)"), "at "),
    (re.compile(rf"\b(?:chang|mov|switch|shift)\w* (?:(?!from\b)[\w']+ ){{1,6}}?to (?={_CLOCK}\b)"), "make it at "),
    (re.compile(rf"\byn lle {_WELSH_DAYISH}"), ""),
    (re.compile(rf"\b(?:instead of|rather than|in place of|yn lle) (?:{_DAYISH}|{_CLOCK}(?: ?[ap]m)?)"), ""),
    (re.compile(rf"\b(mov\w+|chang\w+|switch\w*|shift\w*|go)((?: (?!so\b)[\w']+){{0,8}}?) from {_DAYISH} (?:to|on"
        rf" to|onto) "),
     r"\1\2 to "),
    (re.compile(rf"\b(swap\w*|swop\w*|switch\w*|exchang\w+|chang\w+)((?: (?!so\b)[\w']+){{0,6}}?) {_DAYISH}"
     rf" (?:for|with|to) (?!{_CLOCK})"),
     r"\1\2 to "),
    (
        re.compile(rf"\b(?:i|we) (?:said|put|wrote|told you|asked for) {_DAYISH}[,.]?(?: but)? (?:i|it|that)"
        rf" (?:meant?|should (?:be|have been|say|read)) "),
        "make it ",
    ),
    (
        re.compile(rf"{_DAYISH}[,.]* ?(?:-+ )?(?:no |oops |sorry |actually )*(?:sorry|i mean|i meant|correction|scrap"
        rf" that|make that|no wait)[, ]+(?:not )?(?:i mean |i meant |that's |it's |make that )?(?={_DAYISH})"),
        " ",
    ),
    (re.compile(rf"\bused to (?:be |have )?[\w' ]{{0,20}}?{_DAYISH}"), " "),
)  # fmt: skip
