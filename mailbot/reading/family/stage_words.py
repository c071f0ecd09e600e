"""The words of each stage, from arrest to release: patterns for plain text (``spelt_out``), in many languages."""

from __future__ import annotations

import re

_ONE_TO_TWENTY = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen"
    r"|eighteen|nineteen|twenty(?:[- ]\w+)?|thirty|several|a couple of|another \w+|\d+)"
)
_COUNT = rf"(?:{_ONE_TO_TWENTY})(?: and (?:a )?(?:half|bit)|\.5|½)?[ -]?(?:long )?"
_TERM = rf"{_COUNT}(?:years?|yrs?|months?|mths?)"  # what is told in weeks is rather a time to wait
_LENGTH = rf"{_COUNT}(?:years?|yrs?|months?|mths?|weeks|stretch)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|spring|summer|autumn|christmas|easter|the new year)"
)
_WELSH_TERM = (
    r"(?:dwy|ddwy|dair|tair|bedair|pedair|bum|pum|chwe|saith|wyth|naw|deg|ddeg|deuddeg|ddeuddeg|pymtheg"
    r"|bymtheg|ugain|\d+"
    r"|deunaw|ddeunaw|chwech|blwyddyn|flwyddyn)(?: (?:o )?(?:blynedd|mlynedd|flynedd|mis|fis|fisoedd|flynyddoedd))?"
)
NOT_SENTENCED = re.compile(
    r"\b(?:will|to|gets?|is) (?:be |being )?sentenced (?:in|on|next|at|tomorrow)\b|\b(?:(?:not|n't|never|yet to"
    r"|waiting to|awaiting|waits to|due to|hear|before|until|till) (?:\w+ ){0,3}?"
    r"(?:be |been |get |got |being )?(?:sentenc\w+|convicted|found guilty)|waiting (?:for|on) (?:\w+ ){0,2}sentenc\w+"
    r"|not guilty|sentencing (?:is|hearing|date))\b"
)
STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "release",
        re.compile(
            rf"\b(?:got|gets|get|getting|let|walks?|walked|coming|comes|came) out (?:of (?:(?:that|the) (?:gate"
            rf"|place|door)"
            rf"|prison|jail|there|[a-z]+ (?:this|last|on|yesterday|today|in))|(?:this|last|next|on|in|yesterday|today"
            rf"|tomorrow|soon|any day|at the|for)\b)|\b(?:he's|she's|they're|he is|she is|is|be|been) out"
            rf" (?:now|on (?!bail)|in|next|this|again|since|last|by|already|at last|for {_LENGTH})|\btill (?:he"
            rf"|she) (?:walks"
            rf"|gets|comes|is) (?:out|home)|\b(?:got|gets|given|granted|been given) (?:his|her)? ?(?:parole"
            rf"|early release)\b"
            rf"|\b(?:he|she)(?:'ll| will) be (?:back|home|out)\b|\b(?:been|be|him|her) (?:back )?home"
            rf" (?:{_LENGTH}|a (?:week|month|fortnight|while|few))|\bwalk(?:ing|s|ed)? free\b|\bfreed\b"
            rf"|\bout of [a-z]+(?: [a-z]+)? (?:in|on|by|next|this) (?:\w+ )?(?:january|february|march|april|may"
            rf"|june|july|august|september|october|november|december|week|month|spring|summer|autumn|friday|monday"
            rf"|tuesday|wednesday|thursday)\b"
            rf"|\bset free\b|\bdue for release|\bbeen let out\b|\breleased? (?:in|at|after|soon|early)\b"
            r"|\b(?:lib[eé]r[eé]e?|sort(?:ira)? (?:de prison|en|le|bient)|sale (?:de la c|en|el)|liberad[oa]"
            r"|libertad[oa]|sai (?:da|em)"
            r"|foi solt[oa]|scarcerat[oa]|tahliye|выход\w+|выш[её]л|освобо\w+|звільн\w+|išein\w+|paleis\w+"
            r"|kommt raus|entlassen)\b"
            r"|\b(?:came|comes|coming|come|is|been) (?:back )?home (?:on|from|in|next|this|last|soon|now|tomorrow"
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
            r"|\b(?:came|got|comes|gets) out of (?:prison|jail|[a-z]+(?: [a-z]+)?) (?:(?:on|last|this"
            r"|next) )?(?:mon|tues"
            r"|wednes|thurs|fri|satur|sun)day\b|\b(?:adra|adre|gartref) (?:ers|nawr|rwan|o'r carchar)\b"
            r"|\blet (?:him|her|them) (?:out|go)\b(?! on bail)|\bwalked (?:back )?(?:through|in at) the door\b"
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
            r"\b(?:had|have|got) (?:him|her|them) back in(?:side)?\b(?! (?:the|my|our))"
            r"|\bonly (?:out|home) (?:\w+ ){1,3}(?:days?|weeks?|wks|months?)\b[^.;?!]{0,40}\bback in\b"
            r"|\b(?:pulled|dragged|taken|took|hauled|called|sent) (?:him |her |them )?back (?:in(?:side)?"
            r"|to (?:prison|jail|custody))\b"
            r"|\b(?:took|taken|take) (?:him|her) back\b|\blicence (?:was |got |has been )?(?:revoked|pulled"
            r"|cancelled|broken)"
            r"|\b(?:breached|breaching|broke|broken|breach of) (?:\w+ )?(?:licence|conditions|curfew|tag)\b"
            r"|\bback (?:inside|in|behind bars|there|in there)\b[^.;]{0,30}\b(?:for (?:missing|breach\w*|a missed"
            r"|not)|after (?:missing"
            r"|only|just|\w+ weeks)|on (?:his|her) licence|breach\w*)|\bback on recall\b"
            r"|\b(?:recalled|on (?:a )?recall|recall(?:ed)? to|been recalled|got recalled"
            r"|breach(?:ed)? (?:of )?(?:his|her|the"
            r"|their) (?:licence|tag|conditions)|back inside|pulled back in|(?:back|gone back) in (?:prison"
            r"|jail) (?:on|for|after))\b"
            r"|\balw yn [oô]l|\byn [oô]l yn y carchar"
        ),
    ),
    (
        "sentenced",
        re.compile(
            rf"\b(?:got|copped|drew|landed|handed|gets|received|picked up|given|facing|serving|doing|done|did|does"
            rf"|do) (?:for )?"
            rf"(?:an? |another |the |out |of )?(?:{_LENGTH}|life|the lot)(?! (?:ago|old|now|on remand|of (?:trying"
            rf"|this|lies|marriage"
            rf"|work|waiting|age|volunteering|teaching|visits|calls)|off|since|in (?:a|the) row|later|together"
            rf"|waiting|for "
            rf"(?:the|my|a) (?:house|job)|(?:\w+ )?(?:course|warranty|contract|treatment|therapy|notice)))"
            rf"|\b(?:{_LENGTH}|an? \w+) (?:sentence|stretch|term|tariff|custodial|stint|behind bars|inside)\b"
            rf"|\b(?:done|did|served|doing) (?:{_ONE_TO_TWENTY}) of (?:his|her|their|a|an|the)\b|\b{_TERM} of an?\b"
            rf"|\bhalf of (?:a|his"
            rf"|her) (?:\w+)\b(?! day)"
            rf"|\b(?:for|got) another {_LENGTH}\b(?! (?:ago|now))|\b{_TERM},? (?:they said|the judge|he said"
            rf"|to serve|to do|to go"
            rf"|left)|\b(?:got|given|do|did|gets|doing) (?:a|an|\w+) ?(?:two|three|four|five|six|seven|eight|nine"
            rf"|ten|twelve|\d+)(?: stretch"
            rf"|er)\b|\b(?:put|went|go|gone|going|sent) (?:him |her )?(?:away|down) for\b|\bsent down\b"
            rf"|\bguilty verdict\b|\bverdict was"
            rf"|\b(?:he's|she's|he is|she is|in) (?:\w+ ){{0,2}}?{_LENGTH} (?:in(?:to)?|through)\b"
            rf"|\bresult[:,] {_LENGTH}"
            rf"|\b(?:condamn[eé]e?|condenad[oa]|condannat[oa]|condenaron|condenaram|mahk[uû]m|осужд\w+|приговор\w*"
            rf"|засудж\w*|вирок\w*"
            rf"|nuteis\w*|nuteist\w*|verurteilt|d[eë]nuar|el[ií]t[eé]lt\w*|odsouzen\w*|odsúden\w*|xukun\w*)\b"
            rf"|\b(?:[dt]osta[lł]\w*|pegou|apanhou|levou|dieron|ald[ıi]|yedi|дали|получил\w*|отримав|gavo|bekam"
            rf"|pris|pris pour|preso|ha preso)"
            rf" (?:\w+ ){{0,2}}?(?:\d+|\w+) (?:ans|años|anos|anni|ani|lat|lata|rok\w*|y[ıi]l|лет|года|год|рок\w*"
            rf"|met\w*|jahre|vjet|[eé]v\w*)\b"
            rf"|\b(?:\d+|\w+) (?:y[ıi]l|saal|anni|a[nñ]os) (?:ald[ıi]|yedi|ceza\w*|hapis|ki|di|de)\b"
            rf"|\b(?:sentenced|convicted|found guilty|sent down|serving (?:a |an |{_LENGTH}|life|his|her)|sentence of"
            rf"|life sentence|(?:his|her|their) sentence\b|got (?:{_LENGTH}|life)|given {_LENGTH}|(?:received"
            rf"|gets|handed) {_LENGTH}|(?:sent|put|gone|went|go|locked|banged|sent him|sent her) (?:away|down|up) for"
            rf"|doing (?:{_LENGTH}|life|a (?:long|\w+) (?:stretch|sentence)|an? (?:\d+|\w+) stretch|time)"
            rf"|did {_LENGTH} for|{_LENGTH} (?:for"
            rf"|sentence|minimum|dto|left|stretch|into|in\b(?! (?:a|the) (?:row|house|job|army))|inside"
            rf"|to (?:do|serve|go))"
            rf"|(?:in|down|away) for {_LENGTH}"
            rf"|(?:gone|went|go|goes|sent|taken) (?:in)?to (?:(?:hmp|the) )?[a-z]+(?: [a-z]+)? for {_LENGTH}"
            rf"|(?:given|gave) (?:him|her|my \w+|our \w+) (?:(?:until|till) 20\d\d|{_LENGTH})|(?:in|there|inside"
            rf"|away|with us)"
            rf" (?:until|till) 20\d\d|(?:out|home|release\w*) (?:before|until|till) 20\d\d|(?:starts?|starting"
            rf"|begins?|started|began) (?:his|her|an?"
            rf"|their) (?:{_LENGTH}|(?:\S+ )?sentence)|served (?:{_ONE_TO_TWENTY}) of {_ONE_TO_TWENTY}"
            rf"|began an? (?:\S+ )?sentence"
            rf"|weeks? (?:for|sentence)|dto\b|was jailed for|jailed for|jailed\b|{_LENGTH} of (?:his|her)"
            r"|half ?way through (?:his|her|it|the)|lifer|ipp|starred up|tariff|cat(?:egory)? d\b"
            r"|open conditions|parole (?:board|hearing"
            r"|date)|eligible for (?:tag|parole|hdc)|weighed off|plead(?:ed)? guilty and got|the judge gave)\b"
            rf"|\b(?:cafodd|gafodd|gath|cael|gael|wedi cael|ca'th|gwneud|dedfryd o|ddedfryd o) (?:e |o |hi |fe "
            rf"|ei )?{_WELSH_TERM}\b"
            rf"|\b(?:garchar|ngharchar|carchar|parc|berwyn|abertawe|caerdydd)\b[^.;?!]{{0,20}}(?:,| am) {_WELSH_TERM}\b"
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
            r"\btrial (?:starts|begins|is|opens|kicks off|due|set for|starting|beginning"
            r"|on) (?:\w+ ){0,3}?(?:on (?:mon|tues|wednes"
            r"|thurs|fri)day|(?:on )?(?:mon|tues|wednes|thurs|fri)day|tomorrow|today|next week|this week"
            r"|in the morning|in (?:two"
            r"|three|a few|\d) days)\b|\b(?:first|second|third|fourth|fifth|last|final) (?:day|week) of (?:his|her"
            r"|the|their) trial\b"
            r"|\bjury(?:'s| is| has|'ve| have)? (?:been |gone |went |still )?out\b|\bprosecution (?:finish|close"
            r"|open|rest|case|sum)\w*"
            r"|\b(?:in|at) court (?:every|each) day\b|\bverdict (?:is )?(?:due|expected|any day|tomorrow|this week"
            r"|next week|on)\b"
            r"|\b(?:give|giving) evidence (?:this|next|tomorrow|on|today|in)\b|\bmid[- ]trial\b"
            r"|\bhalfway through (?:his|her|the) trial\b"
            r"|\b(?:his|her|the) trial (?:is on|has begun|has started|'s on|goes on|is now|continues)\b"
            r"|\b(?:le proc[eè]s a commenc|el juicio (?:empez|comenz)|o julgamento (?:come[cç]|est)|суд ид[её]т"
            r"|суд почал|procesul a [iî]nceput)"
            r"|\btrial (?:start(?:s|ed)|begins|began|is on\b|is going on|has started|opened|resumes)(?! in\b)|\b(?:on"
            r"|in the middle of|through) (?:his |her |the )?trial (?:now|at|this week)|\bwhile (?:it's"
            r"|the trial is) on\b"
            r"|\bjury (?:is|are|went) out\b|\bin the dock\b|\bon trial\b"
        ),
    ),
    (
        "remand",
        re.compile(
            r"\b(?:no|refused|denied|without|not get|not got|n't (?:get|give|grant|let)(?: (?:him|her))?) bail\b"
            r"|\bno date (?:yet |set )?for (?:the |his |her )?(?:court|trial|hearing)\b|\bawaiting (?:his "
            r"|her )?(?:trial|court)\b"
            r"|\bremand\b(?! (?:centre|wing|home))|\bw areszcie\b|\bw[- ]?ait(?:s|ing)? for (?:his |her )?trial\b|"
            r"\bbail (?:was |has been |got |is )?(?:turned down|knocked back|refused|denied|not granted|rejected)\b"
            r"|\b(?:n't|not|no|never|refused|denied|without) (?:\w+ ){0,2}?(?:give|given|get|got|granted"
            r"|grant) (?:him |her |them )?bail\b"
            r"|\b(?:refused|denied) (?:him|her) bail\b|\bno bail\b|\bdidn't get bail\b"
            r"|\b(?:held|kept|being held|locked up|stuck|sat|sitting|there|inside|in custody"
            r"|in [a-z]+) (?:\w+ ){0,3}?(?:until|till|til|"
            r"pending|waiting for|awaiting|waiting on) (?:his|her|the|it|a|their)?(?: \w+){0,2}? ?(?:case|court"
            r"|trial|hearing|date|plea"
            r"|sentenc\w*|goes to court|comes up|comes to court)\b|\b(?:waiting|waits|awaiting) (?:for |on "
            r"|to )?(?:be |a |his |her |the "
            r"|their |get )?(?:court|trial|sentenc\w*|hearing|tried|plea|case)\b|\btrial (?:isn't|is not|won't be"
            r"|not) (?:\w+ )?(?:until"
            r"|till|for|before)\b|\btrial (?:is |date is |set |fixed )?(?:for |in |until |till )(?:\w+ )?"
            rf"{_MONTH}\b|\bwill be sentenced\b|\b(?:sentence|sentencing) (?:is |date |due |in |on |next )"
            rf"|\bto be sentenced\b"
            rf"|\bgets sentenced (?:in|on|next)|\bno verdict yet\b|\b(?:court|case) (?:is |comes up "
            rf"|date is )?(?:in|not until|until) {_MONTH}\b"
            r"|\bd[eé]tention provisoire|\bprisi[oó]n (?:preventiva|provisional)|\bpris[aã]o preventiva"
            r"|\bcustodia cautelare|\btutuklu\b"
            r"|\bсизо\b|\bпод стражей|\bждет суда|\bsuimt\w+|\buntersuchungshaft|\bparaburgim|\bel[oő]zetes\w*"
            r"|\b(?:on remand|remanded|on demand pending|held (?:on remand|until|till|before)|(?:waiting|waits"
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
            r"\b(?:in|into) (?:a|the|police) cells?\b(?! (?:mate|phone))|\b(?:at|in"
            r"|down) (?:the )?(?:police )?(?:station|nick|custody suite)\b"
            r"(?! (?:car|bus|road))[^.;]{0,40}\b(?:still|won't|police|tell|questioned|hold|held|keep|overnight"
            r"|all night)\b"
            r"|\b(?:being |been |was )?(?:questioned|interviewed) (?:by|at|about|under caution)\b|\bpolice (?:came"
            r"|turned up|kicked|raid\w*"
            r"|knocked|smashed|arrived|picked|lifted|have got|are holding|holding)\b[^.;]{0,40}\b(?:for|him|her"
            r"|took|door|taken|away|up)\b"
            r"|\b(?:picked up|lifted|taken in|hauled in|pulled in) (?:by (?:the )?police|for questioning"
            r"|last night|this morning|yesterday)\b"
            r"|\bbailed\b(?! out)|\b(?:home|out|released) on (?:\w+ )?bail\b|\bcharged (?:him|her|yesterday"
            r"|last night|this morning"
            r"|today|on)\b"
            r"|\b(?:arr[eê]t[eé]e?|garde [aà] vue|detenid[oa] (?:ayer|anoche|esta)|arrestad[oa]|detid[oa] (?:ontem"
            r"|esta)|arrestat[oa]|g[oö]zalt\w*"
            r"|арестов\w+|задерж\w+|заарешт\w+|затрима\w+|sulaik\w+|su[eė]m[eė]\w*|verhaftet|festgenommen"
            r"|arrestuan|letart[oó]zt\w*|zadr[zž]e\w+)\b"
            r"|\b(?:lifted|nicked|picked up|collared) (?:her|my|his|our|the) (?:husband|son|lad|boy|daughter"
            r"|partner|brother|fella|dad"
            r"|mum)\b|\b(?:arrested|arrest(?:ed)? (?:last|on|this|yesterday|before)|is arrest|arrest (?:kar|ho|hua"
            r"|hui)|police (?:cells?|station"
            r"|custody|bail)|in the cells|nicked|(?:released )?on bail|under investigation|not been charged"
            r"|police (?:came for|took|have taken|have (?:him|her|my \w+))|taken (?:away )?by the police"
            r"|h?arestio|aresztowan\w+|zatrzyman\w+|arestat\w*|re[tț]inut\w*|giraftar\w*)\b"
            r"|\bar fechn[iï]aeth|\byn y celloedd|\bheddlu wedi (?:mynd|cymryd)"
        ),
    ),
)
STAGE_OF_NOBODY = re.compile(
    r"\b(?:podcast|episode|wives of men|men convicted|documentary|helping with|experience of|study of|people on"
    r"|families? of|the men|before sentence\?|if he|families)\b"
)
MY_OWN_WAY = re.compile(  # "there are mornings coming home over the bridge": the writer's
    r"\b(?:i(?:'m| am| was|'d)? (?:\w+ )?|mornings |evenings |nights |when |me |way )(?:coming|come|came|get|got"
    r"|getting)"
    r" home\b"
)
OLD_RELEASE = re.compile(r"\b(?:home|out|released)\b.{0,20}\b(?:years|months) (?:now|ago)\b")
INSIDE = re.compile(
    r"\b(?:prison|jail|hmp|hmyoi|inside|custody|sent|went|got|charged|sentenced|carchar\w*|ngharchar)\b"
)
MYSELF = re.compile(rf"\bi(?:'ve| have)? (?:done|did|served|got) {_LENGTH}")
NO_SENTENCE_BEFORE = re.compile(
    r"\b(?:for|in|after|been|last|every|about|aged|of|than|over|under|only|he's|she's|i'm|since|these|past|next|first"
    r"|nearly|almost|nigh on|on|within|is|was|turned|took|waited|waiting|there|here|bout|and|till|until|every"
    r"|married|together)"
    r"(?: the| a)?\s*$"
)
_NO_SENTENCE_AFTER = (
    r"(?!\w)(?! (?:old|ago|now|gone|pregnant|since|later|older|younger|back|on remand|without|before|after"
    r"|together|running)"
    r"|-old)"
)
BARE = re.compile(rf"(?<![\w-]){_LENGTH}{_NO_SENTENCE_AFTER}")
