"""The phrases that tell whether a time is offered, ruled out or merely told, for plain text (``spelt_out``)."""

from __future__ import annotations

import re

NUMBERS = re.compile(
    r"(?:\+|\b00|\b0)(?:[\s().,/-]{0,3}\d){8,}(?:/\d{1,4})?|\S+@\S+|https?://\S+|\b[a-z]\d{4}[a-z]{2}\b"
)
_NO_TIME_AFTER = (
    r"(?!\s*(?:please|only|or|and|on|is (?:it|that|best)|at|any|after|from|before|until|till|between|about|around"
    r"|best|suits?|for"
    r"|mon|tue|wed|thu|fri|sat|sun|would|\d))"
)
GREETINGS = re.compile(
    r"^[ >]*(?:good |hi |hello |hiya )?(?:morning|afternoon|evening)(?:,? (?:all|everyone|everybody|folks|team|both"
    r"|there"
    r"|each|sir|madam|ladies|friends|love))?[ ]*[,.!-]+[ ]*" + _NO_TIME_AFTER + r"|"
    r"^[ >]*(?:good |hi |hello )?(?:morning|afternoon|evening)(?: (?:all|everyone|everybody|team|both|there"
    r"|to you all))?[ ]*[,.!]?[ ]*$"
    r"|^[ >]*(?:on .{8,80} wrote:|(?:sent|date|from|to|cc|subject):.*)$"
    r"|\bgood (?:morning|afternoon|evening|night)\b",
    re.MULTILINE,
)
OF_THE_WRITER = re.compile(
    r"\b(?:i'm|i am|i work|me|mine|my (?:own|direct|number|line|mobile|office)|our|office|desk|reception)\b"
)
OF_ANOTHER = re.compile(
    r"\b(?:mrs?|ms|miss|client|tenant|resident|patient|parishioner|neighbour|friend|sister"
    r"|brother|daughter|aunt|auntie|uncle"
    r"|mother|father|gran|grandma|grandad|service user|she|he|she's|he's|her|him|his|they|them|mum|mam|dad|nan)\b"
)
CALLS = re.compile(  # somebody is to ring: strong whatever else the clause says
    r"☎|\b(?:you|they) (?:can|could|may|might|will|'ll) (?:have|find|get hold of) (?:me|him|her|them)\b|\b(?:ring"
    r"|call|phone|contact|reach|catch|telephone|get|try|talk to|speak to|speak with) (?:me|her|him|us|them"
    r"|mum|mam|dad|my)\b"
    r"|\b(?:to|can|could|would|please|pls|only|best|and|may|if you|if they|if someone|someone|they|somebody"
    r"|anyone) (?:(?:please|usually|really|only|best|always|normally|generally|mostly|freely|just|often|also"
    r"|probably) )?"
    r"(?:ring|call|phone|talk|speak|chat|rung|get through)\b"
    r"|\b(?:can|could|would|will) (?:you|someone|somebody|they|she|he|the volunteer) (?:please )?(?:ring|call|phone)\b"
    r"|(?<!my )(?<!the )(?<!her )(?<!his )\b(?:ring|call|phone)(?:ing)? (?:any|on|after|before|between|at|of|in"
    r"|only|when|week|mon|tue|wed|thu|fri"
    r"|sat|sun)"
    r"|\bcalls? (?:on|after|before|between|from|in the|at weekends?|any|mon|tue|wed|thu|fri|sat|sun)(?! (?:the|his"
    r"|her))"
    r"|\b(?:requests?|prefers?|wants?|would like) (?:contact|calls?|telephone contact)\b|\bno (?:phone )?calls?"
    r" (?:before|after|at|on)\b"
    r"|\bbe (?:rung|called|phoned|reached|contacted)|\b(?:the|a|your|weekly|my|phone) calls?\b|\b(?:best|good"
    r"|better) times?\b"
    r"|\btimes? (?:to|for|that suit)|\bcould it be\b|\bwhen to (?:ring|call|phone)\b|\bn't (?:ring|call|phone|text)\b"
    r"|(?<!o'n )(?<!e'n )(?<!hi'n )\bffoni\w*|\bffônio|\bffonwch|\bg?alw\w*\b(?! (?:am|yn y))|\bar y ff[oô]n\b"
    r"|\bcysyllt\w*|\bsiarad\b"
    r"|\bzadzwoni\w*|\bdzwoni\w*|\brozmawia\w*|\bphone kar\w*|\bcall kar\w*"
)
FREE = re.compile(  # somebody says when it suits them
    r"\b(?:free|available|availability|suits?|suited|best(?! (?:friend|mate|man|pal|wishes|regards|thing|part|way|of"
    r" luck)"
    r")|choice|option|failing|onwards|better|good|fine|ok|okay|great|ideal(?:ly)?|all yours|clear|spare|gap"
    r"|sharpest|freshest|liveliest|chattiest|day is"
    r" open|wide open|open to"
    r"|prefer\w*"
    r"|perfect|champion|lovely"
    r"|brilliant|convenient|easier|easiest|instead|off work|off)\b|\bworks?(?: well| best| better)? for\b|\b(?:would"
    r"|must|have to|has to|need to|needs to) be\b(?! (?:at work|in work|at|up|there|out)\b)|\bso (?:not|never|it"
    r"|that|i can"
    r"|after|from|before|any|on|between|mon|tue"
    r"|wed|thu|fri|sat|sun|weekday|weekend|evening|morning|afternoon"
    r"|only|best)\w*|\bcan (?:do|manage|make)\b"
    r"|\b(?:could|can|would) you (?:make|do|manage|try)\b|\bcould (?:do|manage|make)\b|\b(?:i'm|i am|she's|she is|he's"
    r"|he is|we're|we are|they're|they are|(?:i|she|he|we|they)(?:'ll| will) be"
    r"|(?:mum|mam|mom|dad|nan|gran|grandma|grandad|mother|father|neighbour|client|tenant|sister|brother|aunt|auntie"
    r"|uncle|friend)(?:"
    r"'s| is|'ll be| will be)) (?:usually |always |normally |mostly "
    r"|generally )?(?:in(?! (?:lectures?|class|classes|lessons|school|college|uni|rehab|charge|care|theatre|surgery"
    r"|a|an|the|my|his|her|our|tears|bits|pieces|bed|work|court|clinic|meetings?|hospital"
    r"|prison|touch|need|two|pain"
    r"|shock|debt|such|no)\b(?! (?:house|week|day|morning|afternoon|evening)))|home|indoors|around|about|up|at home"
    r"|back|by myself|alone|on my own)\b|\bat home\b|\b(?:only|please(?! (?:note|let|do|find|see|tell|be aware|add"
    r"|put|send|book)\b))\b|\bwhen (?:i'm|i am|she's|he's|it's)\b"
    r"|\b(?:is|are) when\b|\bi'?d (?:come|join|manage)\b|\bon (?:my |her |his )?(?:lunch|(?:dinner|tea|lunch) ?break"
    r"|break)\b"
    r"|\bcan (?:\w+ )?(?:grab|spare|find|snatch|get)\b|\bmy (?:lunch|dinner|tea) (?:hour |break )?is\b|\bmy (?:\w+"
    r" )?break is\b|\bflexible\b|\bonly (?:day|time|evening|morning|night)s?\b|\bhome by\b"
    r"|\b(?:i'd|i would|she'd|he'd|she would|he would) like (?:it|them|that|one)\b|\b(?:any|a|one) slots?\b|\bonly"
    r" (?:bit of |real )?(?:peace|quiet|chance|free|spare|clear)\b|\brather (?:it"
    r"|they|you|she|have|be|not)\b|\bany (?:week|day|evening|morning"
    r"|afternoon|night|time|other|mon|tue|wed|thu|fri|sat|sun)\w*\b(?! (?:now"
    r"|soon)\b)"
    r"|\b(?:as|so) long as it's\b|\bavoid\b|\bleave it\b|\btoo (?:late|early)\b|\bto (?:my|her|him)self\b"
    r"|\b(?:hoping|hope) for\b|\b(?:would|could|can) (?:like|love|welcome|appreciate|take|have|cope with) (?:a |the"
    r" |weekly |some )*calls?\b"
    r"|\bat (?:the )?(?:very )?(?:earliest|latest)\b|\bif it's\b|\botherwise\b|\bplis\b|\bfelly (?:yn (?:y |yr"
    r" )?)?(?:prynhawn|bore|nos|gyda|ar"
    r"|o|rhwng|cyn|unrhyw)\w*|\b(?:try|join|come to|do"
    r"|make) (?:the|a"
    r"|your) (?:\w+ )?group\b"
    r"|\b(?:telephone )?befriending\b"
    r"|\bbrightest\b|\bin bed by\b|\b(?:evenings|mornings|afternoons|weekends|weekdays|days)(?: only| preferred"
    r"| please)\b"
    r"|\b(?:ddelfrydol|delfrydol|gora|ora|haws|hapus i siarad|fel arall|eraill)\b|\bar gael\b|\brh?ydd\b"
    r"|\badre?[af]?\b|\bgartre\w*|\bcyfleus|\bsiwtio|\bg?orau\b|\bwell\b|\biawn\b|\bhwylus\w*"
    r"|\bmogę\b|\bmoge\b|\bnajlepiej\b"
)
ELSEWHERE = re.compile(  # visits, courts, the prisoner's own calls, what happened: no offer unless a call is meant
    r"\b(?:visit\w*|appointments?|court\w*|trial|hearing|sentenc\w+|remand\w*|arrest\w*|moved|came|went|died|dies"
    r"|inquest|funeral|(?:told|said)(?! (?:(?:me|us|to|that) ){0,2}(?:she|he|they|she's|he's|they're|it|any|even"
    r"|morn|after|week))"
    r"|since|ago|yesterday|released?|releasing|comes? (?:out|home)|coming (?:out|home)|parole|licence|recall\w*"
    r"|happened|(?<!'ve )(?<!have )(?<!has )(?<!'s )(?<!be )got|received|posted"
    r"|took|wrote|raided|worse|worst|miss|missed|kept me|hardest|heard|probation|so long|are long|loneliest|lonely"
    r"|drags?|(?<!number is"
    r" )(?<!number's )the same(?!"
    r" (?:to (?:me|her|him|us)|but|day|time|number))|waited|stayed|sleep"
    r"|cry|crying|cried|eat|cope|slept|awake|comes?(?! to me)|goes|opens|closes|closed"
    r"|is allowed|shuts?|off my feet|claim|expires?|deadline|deposit|discount|gets out|delivered|banged up|drop"
    r"|pick them|has been|had been|was(?! (?:hoping|wondering|thinking"
    r"|after))|were|happen|(?<!any )slot|did(?! (?:you|like))|worked|volunteered|spent|open(?! to\b)|book(?:ed|ing)?"
    r"|listed|starts?|started|sits|pub|police)\b"
    r"|\b(?:he|she|they|who|my \w+|[a-z]+)(?:'ll| will| can| only| always| usually| normally)? (?:phones|rings|calls"
    r"|rang|phoned|called)\b"
    r"|\b(?:aeth|cafodd|gafodd|daeth|[cg]archar\w*|ngharchar\w*|d?dedfryd\w*|arestio\w*|heddlu|ymwel\w*|r?oedd"
    r"|anodd|hir)\b"
    r"|\bymweliad\w*|\b(?:o|e|hi)'n ffonio|\bllys\b|\bmae (?:o|e|hi)'n ffonio"
)
BUSY = re.compile(  # the person is taken up: the time named is out
    r"\bin (?:lectures?|class|classes|lessons|clinic|meetings?|uni|theatre|surgery|rehab)\b|\bphone (?:is |on |goes"
    r" |stays )*(?:silent|off|switched off|in my (?:locker|bag))\b|\b(?:i|she|he|we)'ve (?:the|my|an?) |"
    r"\b(?:i'm|i am|she's|he's) with (?:my|his|her|the)\b|\b(?:i|she|he|we) (?:work|works|finish|finishes|start|starts"
    r"|have (?!(?:a |an |most |my "
    r"|every )?(?:\w+ ){0,4}(?:free|off|clear|spare)\b)|has|go|goes|see|look after|do|am at(?! home)|'m at(?! home)|am"
    r" out|teach"
    r"|volunteer"
    r"|care for|take|takes|pick up|clean|get|visit|play|study)\b|\b(?:i|she|he|we)'(?:ve|s) got\b|\b(?:i'm|i am"
    r"|she's|she is|he is|we're|we are"
    r"|he's) (?:at(?! home)|on(?! my own| my lunch| my break| my dinner| lunch| a break)|out|working|busy|away|asleep"
    r"|in"
    r" (?:work|college|school|church))\b|\b(?:on (?:nights|days(?! and| or)|shift|earlies|lates)|night ?shifts?|at"
    r" work|working"
    r"|work nights|my day at|day ?centre|bingo|church|chapel"
    r"|choir|away|darts|five a side|football|college|dialysis|chiropodist|hairdresser\w*|has her hair|school run)\b"
    r"|\bdw i'n gweithio|\brwy'n gweithio|\bgweithio\b|\bcapel\b|\b[cg][oô]r\b|\bmae gen i (?!amser)"
)
# Of the prisoner: "he can only ring between 5 and 6" is no time at which the writer may be called.
HE_RINGS = re.compile(
    r"(?<!can )(?<!could )(?<!may )(?<!might )(?<!should )(?<!if )(?<!when )(?<!please )\b(?:i|we|she|he|they)"
    r" (?:already |currently |do |usually"
    r" |normally )?(?:have|gets?|has|had|receives?|enjoy) (?:the |my |our |a |your |her |his )?(?:weekly |phone "
    r"|telephone )*calls?\b"
    r"|\b(?:my|our|her|his) (?:weekly |phone |telephone )*calls? (?:are|is|were|was|comes?)\b(?! (?:not |no"
    r" )?(?:best|better))"
    r"|(?<!if )(?<!someone )(?<!somebody )(?<!anyone )(?<!one )(?<!person )(?<!anybody )\bwho(?:'s been| has been)?"
    r"(?: always| usually| currently| already| now)? (?:rings?|calls?|phones?|rang|called|phoned|ringing|calling"
    r"|phoning)(?: me| her| him| us)?\b"
    r"|\bsy(?:'n| yn)(?: fy| ei)? (?:ff|ph)onio\b|\bmae [\w' ]{2,20}?(?: yn|'n) (?:fy |ei )?(?:ff|ph)onio\b"
    r"|(?<!if )\b(?:volunteer|befriender)(?: who)?(?: currently| usually| always)? (?:rings|calls|phones)(?: me)?\b"
    r"|\b(?:i|we|she|he|they)(?:'ve| have) (?:had|been (?:having|getting)) (?:the |my |our |a )?(?:weekly |phone "
    r"|telephone )*calls?\b"
    r"|\b(?:was|were|is|are) (?:expecting|waiting|due|supposed|meant) (?:for )?(?:to |my |the |a )*(?:call\b|ring\b"
    r"|phone\b)"
    r"|\b(?:free|clear|open) for (?:his|her|their) (?:weekly )?calls?\b|\bshould have (?:rung|called|phoned)\b"
    r"|(?<!you )(?<!they )(?<!nobody )\bdidn't (?:come|ring|call|phone)\b"
    r"|\b(?:call|it) never came\b"
    r"|\bnobody (?:rang|called|phoned)\b"
    r"|\bwait\w* (?:in )?for (?:him|her|it|them|you) to (?:ring|call|phone)\b"
    r"|\bmae(?:'n| o'n| e'n| hi'n| nhw'n)(?: cael| gallu)? (?:ffonio|galw)\b"
    r"|\bmae(?:'r| fy| ein) n?g?alwad(?:au)?(?: i)? (?:ar|bob)\b|\bdiolch (?:yn fawr )?am (?:yr alwad|ffonio|y"
    r" sgwrs|alwad)\b|\byr alwad (?:ddiwethaf|nos|bore)\b|"
    r"\blets? (?:him|her|them) (?:ring|call|phone)(?: me| us)?|\b(?:thanks|thank you|ta) for (?:ringing|calling"
    r"|phoning|the call)"
    r"|(?<!could )(?<!can )(?<!would )(?<!if )\b(?:he|she)(?:(?:'s| is| rarely| never| often| only| just| usually|"
    r" always"
    r"| normally){0,3} (?:rings|calls|phones|rang|called|phoned)|(?: can| could| may|'ll| has to| gets to| tends to"
    r"| is allowed to)(?: only| just| usually| always| normally){0,2} (?:ring|call|phone))\b"
)
SET_TIMES = re.compile(  # what has hours of its own
    r"\b(?:visit\w*|court\w*|trial|hearing|inquest|rings?|phones?|calls?|rang|phoned|arrest\w*|sentenc\w*|was|were"
    r"|came|went|took"
    r"|died|did|had|prison|parole|probation|licence|bang\w*|appointments?|i (?:go|see|take|travel|work|volunteer"
    r"|help|do)"
    r"|we (?:go|see|take|travel|have|had))\b"
)
ON_TAG = re.compile(r"\b(?:on (?:a )?|his |her )tag\b|\bcurfew\b|\btagged\b")
# A question about the service, or its hours, is no offer.
ASKS_OF_US = re.compile(
    r"^\W*(?:and |so |also |but )?(?!is there (?:a |an |any )?(?:volunteer|befriender|one|anyone|anybody|someone"
    r"|somebody))(?:is|are|do|does|when|what|which|how) (?:the|your|it|there|they|these|you|time|times"
    r"|days?|is|are|do)\b(?!.*\b(?:me|i|i'm|suit|alright|all right|possible|okay|ok)\b).*\?"
    r"|\b(?:isn't|aren't|doesn't|don't) (?:it|they|you)\W*\?"
    r"|\b(?:our|the|their) (?:office|opening|visiting|working) hours\b"
    r"|^\W*(?:my )?(?:working|work|shift) (?:pattern|hours|days|week)\s*(?:[:-]|is\b|are\b)"
    r"|^\W*(?:office|opening|working|business|reception|surgery|clinic|helpline|line) (?:hours|times"
    r"|days)\s*(?:[:-]|are\b)"
)
# A single hour after one of these is when something happens: "I finish at 5", "my carer comes at 9".
EVENT = re.compile(
    r"\b(?:finish\w*|start\w*|knock(?:s|ed|ing)? off|clock(?:s|ed)? (?:off|on)|get(?:s|ting)? (?:in|back|home|up|off"
    r"|here)"
    r"|leaves?|left|leaving|come(?:s|in)?|goes|go(?:ing)? to bed|go|in bed|to bed|asleep|bedtime|home|back|wakes?|up"
    r"|opens?|closes?|ends?|(?:break|lunch|shift|run) is|drops?|picks?|collect\w*|arrives?|due|has (?:his|her"
    r"|their)|have my (?:tea|dinner|lunch))\b"
    r"[^,;]{0,25}$"
)
SUITS = re.compile(
    r"\b(?:rather|sooner|free|available|suits?|fine|all yours|best(?! (?:friend|mate|man|pal|wishes|regards|thing"
    r"|part|way))"
    r"|easiest)\b"
)
WORK = re.compile(
    r"\bwork\w*|\b(?:finish|start)(?:es|s)?\b|\bon (?:nights|days|shift|earlies|lates)\b|\bshifts?\b|\bgweithio\b"
)
FREE_TIME = re.compile(
    r"(?:\b(?:have|get|got|gets|has|take)|'ve) (?:a |an |most |my |every |the )?[\w ,'.:-]{0,40}\b(?:free|off|clear"
    r"|spare|gap|window"
    r"|to (?:my|our|her|him)sel\w+)\b"
)
OUT_BEFORE = re.compile(  # stands shortly before a time that is out
    r"\b(?:sa i|so fi|dw i ddim|dwi ddim|dydw i ddim|alla i ddim|allaf i ddim|fedra i ddim|(?:dyw|dydi|dydy) (?:hi|o"
    r"|e|fo)"
    r" ddim)(?: ?'n| yn)?(?: (?:gallu|medru|moyn|isio|eisiau|rhydd|ar gael|adre\w*|gartre\w*|siarad|ateb|cael|galwad\w*"
    r"|cymryd|ffonio|derbyn)){0,4}(?: (?:yn|ar|y|yr|gyda'r|bob|unrhyw))*[\s:]*$|"
    r"\b(?:except(?:ing)?(?: for| on)?|apart from|other than|but not|bar|save(?: for)?|excluding|excl|not|nt|never|no"
    r"|aside from|minus|unless|avoid(?:ing)?"
    r"|useless|hopeless|nor|nothing|except|no good|no use|rubbish|out|busy|allan|i ffwrdd|brysur|heblaw(?: am)?|ond"
    r" nid|nid|d?dim|ac"
    r" eithrio|oni bai am"
    r"|ar wahân i|opr[óo]cz|poza|nie)\b"
    r"(?: (?:for|on|in|at|of|the|a|an|my|any|during|like|it's|is|are|do|ar|bob|gael|yn|y|yr|ni|to|too|available|free"
    r"|around|about"
    r"|able|contactable|reachable|here|home|good|great|keen|up|much|really|every)){0,4}[\s:(]*$"
    r"|\bno (?:more|longer(?: (?:do|manage|make|available|free|on|in|the|at))*) $|n't (?:please )?(?:\w+"
    r" ){0,3}?(?:do|make|manage|ring|call|phone|talk|speak|have|want|answer|be"
    r"|free|available"
    r"|suit|good|come|contact|take)?"
    r"(?: (?:contact|to be|called|rung|phoned|me|her|him|for|on|in|at|of|the|a|any|calls?|free|available|it|around"
    r"|up|is|are|would be)){0,4} $"
)
NOT_TO_BE_CALLED = re.compile(
    r"\bonly (?:day|night|time|evening|morning|afternoon|one)s? (?:that )?(?:i|she|he|we) (?:can't|couldn't|won't"
    r"|don't)(?: \w+){0,2}"
    r" (?:is|are|would be)(?: an?| on)? $|\bonly exceptions?(?: is| are| being| would be|:)(?: an?| on)? $|"
    r"(?:n't|\bnot|\bnever)(?: (?:want|like|wish))?(?: to)? (?:be )?(?:called|rung|phoned|ring|call|phone|contacted"
    r"|disturbed)(?: me)?"
    r"(?: (?:on|in|at|of|the|any|during|a))* $"
)
OUT_AFTER = re.compile(  # stands shortly after a time that is out
    r"\s*(?:have|has|'ve)(?: now)? (?:got|become|gone|been)(?: a bit| too| really| very)* (?:tricky|difficult"
    r"|awkward|hard|impossible|busy"
    r"|no good|bad)\b|[\s,]*(?:excepted|excluded|aside(?! from))\b|\s*(?:is|are) for (?:my|his|her|the|church"
    r"|family)\b|\s*nid yn\b|"
    r"[\s:-]*not(?=\s*[,;.)!])|[\s:-]*(?:no|nope|none|nothing|not free|not available|unavailable"
    r"|n/a)\s*(?=[,;.)!\n]|$)|\s*(?:is|are) the"
    r" (?:only|one) (?:day|time|evening|morning|afternoon|night|one)s?"
    r" (?:that )?(?:i|she|he|we) (?:can't|cannot|don't|won't)\b|[\s,]*(?:(?:though|which|i'm afraid|unfortunately|as"
    r"|because|mind) )*(?:(?:are|is|would be|'re|'s|r) (?:always "
    r"|usually |a bit |really |both |the |a |definitely )*"
    r"(?:out\b(?! of lectures| of work| of school| of college)|no good|no use|not|bad|impossible|useless|no\b|tricky"
    r"|difficult|awkward|busy|chaos|chaotic|hectic|manic|mad|mayhem|bedlam|a nightmare|rushed|full|packed|tied up"
    r"|spoken for|off limits|taken|darts|bingo"
    r"|church|football|worst|hard|(?:my|her|his|our) (?:bad|busy|busiest|worst|long|awkward|difficult|late|working)"
    r" (?:shifts?|days?|ones?"
    r"|nights?|times?|evenings?|mornings?|afternoons?)|when (?:i|she|he|we) (?:work|can't|have(?! (?:the|my)"
    r" (?:house|place|flat"
    r"|home)| (?:some|a bit of|peace|time|a minute|an hour|no)\b)|has(?! (?:the|her|his) (?:house|place|flat))|go"
    r"|goes|am|'ve))"
    r"|(?:do|does|wo|ca|would|is|are)n't (?:\w+ )?(?:work|suit|do|any good|good|possible|great|convenient|be|free|ok"
    r"|okay|manage|make|talk|answer|get|come)"
    r"|no good|no thanks|no longer|not (?:good|great|possible|ok|possible|convenient|so good)"
    r"|ko nahi|nahi|(?:yn|'n) (?:anodd|brysur|amhosib\w*|lletchwith|ddrwg|wael)|dim yn|ddim yn|nie)"
)
SUITS_AFTER = re.compile(  # stands straight after a time that is offered
    r",? ?(?:(?:is|are|'s|r|would be|'d be|might be|could be|will be)(?: (?:usually|always|generally|normally"
    r"|mostly|probably|much|a"
    r"|bit|lot|far|the|my|her|his|most|all|quite|really|definitely|also)){0,3} (?:best|better|fine|good|ok|okay"
    r"|ideal|perfect|great|lovely"
    r"|easiest|easier|free|clear|convenient|alright|all right|possible|preferable|preferred)\b(?! (?:days? for"
    r" (?:him|visits)|in there))"
    r"| ?(?:sy'n|sydd yn|yn|sydd|sy|fyddai'n|fyddai|ydi'r|ydy'r|yw'r)(?: (?:amser|adeg|dydd|y))? (?:gweithio (?:i"
    r"|iddi|iddo|imi|inni|orau|yn iawn)"
    r"|siwtio|fy siwtio|gyfleus|iawn|well|gorau|orau|dda|addas)\b"
    r"|suits?\b|works? (?:best|well|better|for)\b)"
)
NOT_THEM = re.compile(
    r"(?<!if )\bnot (?:them|those|then|that|it|that one)\b(?! (?:easy|bad|late|early))|(?<!if )\b(?:n't|never|not"
    r"|no good|busy|out)"
    r" (?:[\w']+ ){0,3}?(?:then|on those|those days|at those times|in that time)\b"
    r"|\b(?:leave|skip|miss|avoid|rule|count|scrub|cross|drop) (?:that|it|those|them|that one|those ones)"
    r"(?: (?:day|days|one|out|off|alone|please))*(?=\s*(?:$|[.,;!)]))|\bgive (?:that|it|those) (?:one )?a miss\b"
    r"|^[^,;]{0,30}?(?:[,;:] |- |which )(?:apart from|other than|except|besides) (?:that|those|then|them)\b"
)
THE_REST = re.compile(
    r"\b(?:any ?other|otherwise|other (?:day|time)s?|rest|outside (?:of )?(?:that|those|these|them|work)|apart from"
    r" that"
    r"|other than that|fel arall)\b"
)
NOTHING_ON = re.compile(
    r"\b(?:nothing|free|fine|available|any|whenever|all yours|at home|i'm (?:in|here|home|around|about)|ok|okay"
    r"|good|suits?"
    r"|clear|anything|everything|open|iawn|rhydd|works?)\b"
)
INCLUDE_AGAIN = re.compile(r"\b(?:but|otherwise|so|else|instead|ond|fel arall)\b")
REASON = re.compile(
    r"\b(?:because|cos|coz|cause|as (?:i|she|he|we|my|that)|when|while|whilst|once|since|if|achos|pan|gan)\b"
)
WANTED_WHEN = re.compile(
    r"\bwhen (?:to|is|are|suits|would|it's good|it is good|i'm free|i am free|it's best|you can)\b|\bif (?:you|that"
    r"|it's|it is|possible|poss|poss)\b"
)
CLAUSE = re.compile(
    r"[,;:()?!]|\s-+\s|\.\s|\b(?:so|but|ond|felly|wa)\b|\b(?:and|or) (?=(?:i|he|she|they|we|my|if|when|could|can"
    r"|would|should)\b)"
)
CLAUSE_ENDS = re.compile(
    CLAUSE.pattern
    + r"|\b(?:as (?=(?:i|i'm|i've|he|he's|she|she's|we|they|the|my|his|her|it|it's|that|little|there)\b)|in case"
    r"|after (?:the|my|i|work|school)|before (?:the|my|i|work|school)|on my|once|except\w*|apart from"
    r"|other than|bar|save|when|while|because|cos|coz|heblaw)\b"
)
JOINED_ONLY = re.compile(
    r"[\s,/&+]*(?:(?:and|or|nor|neu|na|nac|a|ac|on|the|in|at|ar|i|also|y|aur|lub|any|please)\b[\s,/&+]*)*"
)
SMALL_WORDS = re.compile(
    r"☎|\b(?:(?:during|in) )?term[- ]?times?\b|\b(?:let's|now|normally|generally|mainly|roughly|just|every week"
    r"|each week|lol|cheers|if poss|though|tho|x|and"
    r"|or|on|in|at|the|a|an|of|is|are|to|any|only|please|pls|thanks|thank|you|really|usually|mostly|either"
    r"|both|but|not|times?|hours|me|i|i'm|im"
    r"|days|can|then|for|if|onwards|from|about|around|say|so|possible|poss|most|also|it|it's|that|or|x+|xx|ta|as|per"
    r"|also|preferably|ideally|best|a'r"
    r"|ac|neu|ar|yn|y|yr|os|gwelwch|dda"
    r"|diolch|maybe|perhaps|say|though|after|ok|okay|my|your|name)\b"
)
