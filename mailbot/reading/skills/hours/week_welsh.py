"""Welsh times of the week in the forms that the grammar knows: mutations undone, each day of a list named."""

from __future__ import annotations

import re


def welsh_spelt_out(sentence: str) -> str:
    """A plain sentence with its Welsh times in full; one without Welsh words for time as it was."""
    if _SIGN.search(sentence):
        for pattern, said in _REWRITTEN:
            sentence = pattern.sub(said, sentence)
    return sentence


_SIGN = re.compile(
    r"\b(?:hwyr|rhwng|b'?nawn|r[ôo]l|tan|n?g?h?anol|sadwrn|sul|l+un|[mf]awrth|[mf]ercher|iau|g?wener"
    r"|[bp]h?rynhawn\w*|fore|foreau"
    r"|gweithio|peidi\w+|paid â|nos|noson|nosweithiau|bore(?:au)?|p'?nawn(?:iau)?|dydd(?:iau)?|ddydd(?:iau)?|ar ddeg"
    r"|ddim"
    r"|dim|wythnos"
    r"|ysgol|pryd|wedyn|chyn|cyn|ots|gwahaniaeth|drwy|trwy|hyd)\b|\d ?y\.?[bhp]\b"
)
_DAY = r"(?:l+un|[mf]awrth|[mf]ercher|iau|g?wener|sadwrn|sul)"
_PARTS = r"(?:nos|noson|nosweithiau|bore(?:au)?|prynhawn(?:iau)?|p'?nawn(?:iau)?)"
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?|un|d?dau|tri|dri|thri|[bp]h?edwar|[bp]h?ump|chwech|saith|wyth|naw|d?deg|hanner dydd)"
_JOINS = r"(?:, ?(?:a |ac |neu )?| a | ac | neu | a/neu |/| & )"
_NAMED = rf"\b((?:d?dydd(?:iau)?|{_PARTS}) {_DAY}){_JOINS}(?={_DAY}\b)"
_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    # mutations and spoken forms
    (re.compile(r"\bb'?nawn\b"), "prynhawn"),
    (re.compile(r"\b(?:b|ph)rynhawn"), "prynhawn"),
    (re.compile(rf"\bfore(?=(?:au)? (?:d?dydd )?{_DAY}\b)"), "bore"),
    (re.compile(r"\b((?:unrhyw|bob|pob|pa) )fore(?:au)?\b"), r"\1bore"),
    (re.compile(r"\bsy(?:'n| yn) gweithio(?= (?:i|iddi|iddo|imi|inni|orau|yn (?:iawn|dda))\b)"), "sy'n siwtio"),
    (re.compile(r"\bchyn\b"), "cyn"),
    (re.compile(r"(?<!ar )\br[ôo]l (?=\w)"), "ar ôl "),
    (re.compile(r"\bun ar ddeg\b"), "11"),
    (re.compile(rf"\bar ôl i(?:'r)? (?:(?!ac\b|neu\b)[\w']+ ){{1,6}}?(?:tua|am) ({_HOUR})\b"), r"ar ôl \1"),
    (re.compile(r"\b(rhwng|o|am|tan|wedi|cyn|ar ôl|tua) un\b(?! o)"), r"\1 1"),
    (re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?) ?y\.?b\b\.?"), r"\1 am"),
    (re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?) ?y\.?[hp]\b\.?"), r"\1 pm"),
    # the week as a whole
    (re.compile(r"\b(?:unwaith|bob|pob|galwad|alwad) (?:yr|yn yr|mewn) wythnos|\b[bp]ob wythnos"), "wythnosol"),
    (re.compile(r"\bnosweithiau(?:'r| yr)? wythnos\b"), "weeknights"),
    (re.compile(r"\b(boreau|prynhawniau|p'?nawniau)(?:'r| yr)? wythnos\b"), r"\1 yn ystod yr wythnos"),
    (re.compile(r"\b(?:(?:yng )?ng?h?anol|ganol|yn) yr wythnos"), "yn ystod yr wythnos"),
    (
        re.compile(
            r"\b(?:yn ystod |mewn |yn )?amser (?:yr )?ysgol|yn ystod tymor(?: yr)? ysgol(?=,? *(?:$"
            r"|[.!]))"
        ),
        "oriau ysgol",
    ),
    (
        re.compile(
            r"\b(?:tra|pan)(?: bod| fod| bo| fo| mae| bydd| fydd| maen nhw)?(?:'r| y| fy| 'r)* (?:plant|mhlant|mab"
            r"|merch|bechgyn|genod)"
            r"(?: i)? (?:yn|mewn)(?: yr|'r)? ysgol"
        ),
        "oriau ysgol",
    ),
    (
        re.compile(
            r"\b(?:does|s'?dim|d?dim)(?: gen i| gyda fi| gynna i)?(?: d?dim)? (?:ots|gwahaniaeth)(?: gen i| gyda fi"
            r"| gynna i)?"
            r"(?: pryd| pa bryd| pa amser)?|\bpryd bynnag(?: (?:sy'n|mae'n|dach|rydych|chi) ?[\w' ]{0,25}?(?:chi"
            r"|siwtio|gyfleus|mynnwch|isio))?"
            r"|\bpan mae'n gyfleus(?: i chi)?"
        ),
        "unrhyw bryd",
    ),
    (re.compile(r"\bar [oô]l (?:y |yr )?(?:capel|cwrdd|oedfa|eglwys)\b,?"), ""),
    (re.compile(r"\bdim (?:ond|byd ond)\b"), "unig"),
    (
        re.compile(rf"\b({_PARTS}(?: d?dydd)? {_DAY}(?:, (?:d?dydd )?{_DAY}){{0,3}}) (?:a|ac) (?=d?dydd {_DAY})"),
        r"\1 neu ",
    ),
    (re.compile(r"\b(?:drwy|trwy)'r dydd\b"), "all day"),
    (re.compile(r"(?:\by|'r) dyddiau eraill\b"), " any other day"),
    (re.compile(r"\b(unrhyw bryd|unrhyw adeg|unrhyw amser|felly|ffoniwch(?: fi)?) wedyn\b"), "ar ôl hynny"),
    # each day named, and each range
    (re.compile(r"(?:\by|'r) (sadwrn|sul)\b"), r" dydd \1"),
    (re.compile(rf"\brhwng (?:d?dydd )?({_DAY}) a (?:d?dydd )?({_DAY})\b"), r"o dydd \1 i ddydd \2"),
    (
        re.compile(rf"\b(nos|bore|prynhawn) ({_DAY}) (?:i|tan|hyd|at|hyd at) (?:nos|f?bore|prynhawn) ({_DAY})\b"),
        r"dydd \2 i ddydd \3 \1",
    ),
    (re.compile(rf"\b(boreau|prynhawniau|nosweithiau) ({_DAY}) (?:i|tan|hyd) ({_DAY})\b"), r"\1 dydd \2 i ddydd \3"),
    (
        re.compile(
            rf"(?<!dydd )(?<!nos )(?<!bore )(?<!hawn )\b({_DAY})(?: (?:i|tan|hyd|at|hyd at|trwy) | ?- ?)(?:d?dydd"
            rf" )?({_DAY})\b"
        ),
        r"dydd \1 i ddydd \2",
    ),
    (
        re.compile(
            rf"(?<!dydd )(?<!nos )(?<!bore )(?<!iau )(?<!hawn"
            rf" )\b({_DAY})({_JOINS})(?={_DAY}\b)"
        ),
        r"dydd \1\2dydd ",
    ),
    (re.compile(_NAMED), r"\1 neu dydd "),
    (re.compile(_NAMED), r"\1 neu dydd "),
    (re.compile(_NAMED), r"\1 neu dydd "),
    # what is left out, and hours of the half day
    (re.compile(rf"\b((?:unrhyw|bob|pob) {_PARTS}) ond\b"), r"\1 heblaw"),
    (re.compile(rf"\b({_HOUR})(?: o'clock)? (?:y|yn y) bore\b"), r"\1 am"),
    (re.compile(rf"\b({_HOUR})(?: o'clock)? (?:y|yn y) (?:prynhawn|p'?nawn)\b"), r"\1 pm"),
    (re.compile(rf"\b({_HOUR})(?: o'clock)? (?:yr hwyr|y nos|gyda'r nos)\b"), r"\1 pm"),
    (re.compile(r"\bd?dim (ar|yn|ar y) "), r"nid \1 "),
    (
        re.compile(r"\b(?:peidiwch|peidio|paid) (?:â|a|ag) (?:ffonio|galw|chysylltu|cysylltu)(?: (?:fi|â fi|hi|fo))?"),
        "nid",
    ),
)
