"""The latest point that a letter tells of: arrest, remand, trial, sentenced, recall or release (the samples' README).

English and Welsh, and the plainest words in Polish, Romanian and Urdu in roman letters.
"""

from __future__ import annotations

import re

from mailbot.reading.family.prisons import prisons_told
from mailbot.reading.words.patterns import search

_ONE_TO_TWENTY = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen"
    r"|eighteen|nineteen|twenty(?:[- ]\w+)?|thirty|several|a couple of|another \w+|\d+)"
)
_LENGTH = rf"(?:{_ONE_TO_TWENTY})(?: and (?:a )?(?:half|bit)|\.5|½)?[ -]?(?:years?|yrs?|months?|mths?|weeks)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|spring|summer|autumn|christmas|easter|the new year)"
)
_WELSH_TERM = (
    r"(?:dwy|ddwy|dair|tair|bedair|pedair|bum|pum|chwe|saith|wyth|naw|deg|ddeg|deuddeg|ddeuddeg|pymtheg"
    r"|bymtheg|ugain|\d+"
    r"|deunaw|ddeunaw|chwech|blwyddyn|flwyddyn)(?: (?:o )?(?:blynedd|mlynedd|flynedd|mis|fis|fisoedd|flynyddoedd))?"
)
_NOT_SENTENCED = re.compile(
    r"\b(?:(?:not|n't|never|yet to|waiting to|awaiting|waits to|due to|hear|before|until|till) (?:\w+ ){0,3}?"
    r"(?:be |been |get |got |being )?(?:sentenc\w+|convicted|found guilty)|waiting (?:for|on) (?:\w+ ){0,2}sentenc\w+"
    r"|not guilty|sentencing (?:is|hearing|date))\b"
)
_STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "release",
        re.compile(
            r"\b(?:came|comes|coming|come|is|been) (?:back )?home (?:on|from|in|next|this|last|soon|now|tomorrow"
            r"|to us)\b|\bcame home\b|\bcoming home\b|(?:\b(?:he|she|they|is|be|are)|'s|'re) (?:gets?|getting|coming"
            r"|comes) out (?:on|in|next|this|soon|of|at|after)\b"
            r"|\bon (?:a |his |her )?tag\b|(?:\bis|'s) (?:now |finally |back )?home\b(?! (?:alone|all|by|sick|every"
            r"|in the|after|before|at))|\b(?:out|released?) on (?:licence|tag|hdc|parole)|\b(?:is|was|being|be"
            r"|due for|his|her|been|before|for) released?\b(?! on (?:\w+ )?bail| under)"
            r"|\breleased (?:on|from|last|this|next"
            r"|in)(?! (?:\w+ )?bail)\b"
            r"|\bcomes out (?:on|in|next|this|soon)|\brelease (?:date|day)|\bdod (?:mas|allan|adre\w*|adra"
            r"|gartref)\b|\b(?:he"
            r"|she)(?:'s|s) (?:home|out) (?:now|on)"
            rf"|\b(?:gets?|getting|due|be|coming|let) (?:\w+ )?(?:out|home) (?:in|by|for|before|around|early"
            rf"|mid|late|any) (?:\w+ )?{_MONTH}\b"
            rf"|\b(?:out|home) (?:in|by|before|around) {_MONTH}\b|\bdue (?:out|home)\b|\b(?:home|been out"
            rf"|been home) since\b"
            r"|\b(?:been|he's|she's|just|only) (?:\w+ )?(?:out|home) (?:a (?:week|month|fortnight)|two weeks"
            r"|\w+ (?:weeks|days))\b"
            r"|\bgot out\b(?! of)|\bjust (?:got|come|came) (?:out|home)\b|\b(?:home|back) with (?:me"
            r"|us) (?:now|since|again)\b"
            r"|\b(?:on|his|her) licence (?:now|until|till|for)\b|\bapproved premises\b|\bon rotl\b"
            r"|\b(?:ei|gael ei|cael ei|wedi'i|ei) r[h]?yddhau\b|\brhyddhau\b|\b(?:mas|allan) ym? mis\b"
            r"|\bwychodzi\b|\bwyszed[lł]\b"
            r"|\beliberat\w*|\brihai?\b"
        ),
    ),
    (
        "recall",
        re.compile(
            r"\b(?:recalled|on (?:a )?recall|recall(?:ed)? to|been recalled|got recalled"
            r"|breach(?:ed)? (?:of )?(?:his|her|the"
            r"|their) (?:licence|tag|conditions)|back inside|pulled back in|(?:back|gone back) in (?:prison"
            r"|jail) (?:on|for|after))\b"
            r"|\balw yn [oô]l|\byn [oô]l yn y carchar"
        ),
    ),
    (
        "sentenced",
        re.compile(
            rf"\b(?:sentenced|convicted|found guilty|sent down|serving (?:a |an |{_LENGTH}|life|his|her)|sentence of"
            rf"|life sentence|(?:his|her|their) sentence\b|got (?:{_LENGTH}|life)|given {_LENGTH}|(?:received"
            rf"|gets|handed) {_LENGTH}|(?:sent|put|gone|went|go|locked|banged|sent him|sent her) (?:away|down|up) for"
            rf"|doing (?:{_LENGTH}|life|a (?:long|\w+) (?:stretch|sentence)|an? (?:\d+|\w+) stretch|time)"
            rf"|did {_LENGTH} for|{_LENGTH} (?:for"
            rf"|sentence|minimum|dto|left|stretch|into|in\b(?! (?:a|the) (?:row|house|job|army))|inside"
            rf"|to (?:do|serve|go))"
            rf"|(?:in|down|away) for {_LENGTH}"
            rf"|weeks? (?:for|sentence)|dto\b|was jailed for|jailed for|jailed\b|{_LENGTH} of (?:his|her)"
            r"|half ?way through (?:his|her|it|the)|lifer|ipp|starred up|tariff|cat(?:egory)? d\b"
            r"|open conditions|parole (?:board|hearing"
            r"|date)|eligible for (?:tag|parole|hdc)|weighed off|plead(?:ed)? guilty and got|the judge gave)\b"
            rf"|\b(?:cafodd|gafodd|gath|cael|gael|wedi cael|ca'th|gwneud|dedfryd o|ddedfryd o) (?:e |o |hi |fe "
            rf"|ei )?{_WELSH_TERM}\b"
            rf"|\b{_WELSH_TERM} (?:gafodd|gath|o garchar|dan glo|o ddedfryd)\b|\bdan glo\b|\b(?:dd|d)edfryd\w*"
            rf"|\bo garchar\b"
            r"|\bskazan\w+|\bwyrok\w*|\bdosta[lł]\w* \w+ (?:lat\w*|miesi\w+|rok\w*)|\bodsiaduj\w+"
            r"|\bcondamnat\w*|\bprimit \w+ (?:ani|luni)|\bani de [iî]nchisoare|\bpedeaps\w+"
            r"|\bsaza (?:ho|mili|hui)\b|\bsaal (?:ki|ke|ka) (?:qaid|saza|jail)"
        ),
    ),
    (
        "trial",
        re.compile(
            r"\btrial (?:start(?:s|ed)|begins|began|is on\b|is going on|has started|opened|resumes)(?! in\b)|\b(?:on"
            r"|in the middle of|through) (?:his |her |the )?trial (?:now|at|this week)|\bwhile (?:it's"
            r"|the trial is) on\b"
            r"|\bjury (?:is|are|went) out\b|\bin the dock\b|\bon trial\b"
        ),
    ),
    (
        "remand",
        re.compile(
            r"\b(?:on remand|remanded|on demand pending|held (?:on remand|until|till|before)|(?:waiting|waits"
            r"|awaiting) (?:for |on )?(?:his |her |the |a |to go to )?(?:trial|sentenc\w*|court|plea|hearing)"
            r"|stay until the trial"
            r"|before (?:his |her )?(?:trial|sentence)|plea hearing|trial (?:is|date|isn't)"
            r"|bail (?:was )?(?:refused|denied)|refused bail|ar rem[aá]nd|czeka na (?:proces|rozpraw\w+)"
            r"|remand par)\b"
            r"|\b(?:aros|disgwyl) (?:am |i fynd )?(?:ei |y |o flaen |i'r )*(?:achos|brawf|prawf|dreial|treial"
            r"|ddedfryd|llys|achos llys)\b"
            r"|\bw areszcie\b|\barest(?:at)? preventiv|\ba[sș]teapt[aă] (?:procesul|judecata)"
        ),
    ),
    (
        "arrest",
        re.compile(
            r"\b(?:arrested|arrest(?:ed)? (?:last|on|this|yesterday|before)|is arrest|police (?:cells?|station"
            r"|custody|bail)|in the cells|nicked|(?:released )?on bail|under investigation|not been charged"
            r"|police (?:came for|took|have taken|have (?:him|her|my \w+))|taken (?:away )?by the police"
            r"|h?arestio|aresztowan\w+|zatrzyman\w+|arestat\w*|re[tț]inut\w*|giraftar\w*)\b"
            r"|\bar fechn[iï]aeth|\byn y celloedd|\bheddlu wedi (?:mynd|cymryd)"
        ),
    ),
)
_STAGE_OF_NOBODY = re.compile(
    r"\b(?:helping with|experience of|study of|people on|families? of|the men|before sentence\?|if he|families)\b"
)
_OLD_RELEASE = re.compile(r"\b(?:home|out|released)\b.{0,20}\b(?:years|months) (?:now|ago)\b")
_INSIDE = re.compile(
    r"\b(?:prison|jail|hmp|hmyoi|inside|custody|sent|went|got|charged|sentenced|carchar\w*|ngharchar)\b"
)


def stage_told(said: list[str]) -> tuple[str, str] | None:
    """The stage and the sentence that tells of it: stages are tried from the last to the first."""
    told = {stage: at for stage, pattern in _STAGES if (at := _first(stage, pattern, said)) is not None}
    if "sentenced" not in told and any(_NOT_SENTENCED.search(sentence) for sentence in said):
        told.setdefault("remand", next(at for at, sentence in enumerate(said) if _NOT_SENTENCED.search(sentence)))
    if told.get("recall", -1) >= told.get("release", len(said)):
        del told["release"]  # "he came home in March and was recalled in June"
    for stage, _ in _STAGES:
        if stage in told:
            return stage, said[told[stage]]
    return _bare_length(said)


def _first(stage: str, pattern: re.Pattern[str], said: list[str]) -> int | None:
    for at, sentence in enumerate(said):
        read = _NOT_SENTENCED.sub(" ", sentence) if stage == "sentenced" else sentence
        if (
            search(pattern, read)
            and not _STAGE_OF_NOBODY.search(sentence)
            and not (stage == "release" and _OLD_RELEASE.search(sentence))
        ):
            return at
    return None


def _bare_length(said: list[str]) -> tuple[str, str] | None:
    """ "My wife went to Styal in January, 20 months": a length set beside a prison is a sentence."""
    for at, sentence in enumerate(said):
        beside = re.search(
            rf"[,(-]\s*{_LENGTH}\b(?! (?:old|ago|now|gone|pregnant|since|later))(?=\s*(?:[,.)-]|$| and\b))", sentence
        )
        if beside and (prisons_told(sentence) or _INSIDE.search(sentence[: beside.start()])):
            return "sentenced", said[at]
    return None
