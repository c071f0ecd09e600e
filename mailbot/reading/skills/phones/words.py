"""The phrases around a telephone number that tell whether it may be rung: refusals, offers, corrections, signatures."""

from __future__ import annotations

import re

QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)
BROKEN = re.compile(r"((?:\+44|\(?0)[\d ()-]{1,8})\n(?=\d)")  # a number that the mail program wrapped
CLAUSE_BEGINS = re.compile(
    r"[,;:(]|\s-\s|\b(?:but|and|or|not|never|so|now|rather|instead|replac\w+|in place of|ond|neu|nid)\b"
)
CONNECTOR = re.compile(r"[\s,/&;]*(?:\b(?:and|or|nor|a|neu|na|nac|also|then)\b[\s,/&;]*)*")
RELATIONS = (
    r"(?:husband|wife|partner|boyfriend|bf|girlfriend|gf|fianc[eé]e?|ex|mum|mam|mom|mother|dad|father|son|daughter"
    r"|brother|sister|neighbour|friend|mate|boss"
    r"|in[- ]laws?|nan|nana|gran|grandad|grandma|grandson|granddaughter|uncle|aunt|auntie|cousin|niece|nephew|lad"
    r"|landlord"
    r"|landlady|carer|fella|bloke|man|old man|other half|step ?-?(?:dad|mum|father|mother|son|daughter|brother"
    r"|sister)"
    r"|lodger|flatmate|housemate|ex-(?:husband|wife|partner)|stepmum|missus|bro|sis|kid|tenant"
    r"|hubby|parents|kids)"
)
NO = re.compile(
    r"^\W*(?:it |that |and |which )?(?:was|used to be)\W*$|"
    r"\bif (?!you\b|i\b|it\b|that\b|there\b|she\b|he\b)(?:[\w']+ ){1,3}?(?:wants?|needs?) me\b|"
    r"\b(?:not|never|no longer|nor|instead of|rather than|peidiwch|paid|peidio|nid|dim|bilkul|avoid|(?<!full )stop"
    r"|ignore|no (?:good|use|point) (?:in )?(?:ringing|calling|phoning|trying|texting)"
    r"|disregard|forget|replac(?:es|ing)|in place of|leave(?=[\s(]*$)|nie|na)\b|n't\b"
    r"|(?<!years )(?<!yrs )(?<!months )\bold\b|\bused to\b|\b(?:previous|former|hen|wrong|dead|lost|purana)\b"
    r"|\b(?:take|remove|delete|cross out|get rid of|scrub|scrap|bin)\s*(?:the number |number |this |off )*$"
    r"|\b(?:number|mobile|phone|it|one|which|that|landline) (?:was|used to be)\b|\b(?:gave|given"
    r"|had)\b.{0,25}\bas\s*$"
    r"|\byou(?:'ve| have| had|'d)? (?:got|have|had)?(?: (?:me|it))?(?: down)?(?: (?:is|as|for me|on file"
    r"|for me is))*\s*[:(]*\s*$"
)
OFFERS_AFTER = re.compile(r"\b(?:so|instead|ring me on|call me on|now on|now it's|new one is)\b")
# "Don't call me on": the words of an offer, straight after a no, are what is refused
REFUSES = re.compile(
    r"[\s,]*(?:(?:ever|again|please|just|under|any|circumstances|more|longer|want|need|like|wish|you|anyone|anybody"
    r"|people|him|them|to|be|safe|ok|okay|good|allowed|able|even|try|trying|and|the|office|volunteer|at|all|ar|â"
    r"|a)[\s,]+)*"
)
ONLY_THEN = re.compile(  # "don't call me on 07700 900118 before ten": not then, yet at other times
    r"^\W*(?:before|after (?!all)|until|till|between|on (?:mon|tue|wed|thu|fri|sat|sun|week)|in the (?:day|morning"
    r"|afternoon|evening)|too (?:early|late)|(?:mon|tue|wed|thu|fri|sat|sun)|mornings|afternoons|evenings|weekends"
    r"|cyn)"
)
HARMLESS_NO = re.compile(
    r"\bwhy don't\b|\b(?:has|have)n't changed\b|\bnot changed\b|\byou couldn't (?=ring|call|phone)|"
    r"(?:n't|\bnot|\bnever) (?:please )?(?:ring|call|phone|text|try)(?: me| us)? (?:before|b4|until|till|between)\b"
    r"|(?:n't|not|never) (?:mind|worry|hesitate|forget|be (?:shy|afraid|scared)|sure|got (?:a|another|any)|have (?:a"
    r"|another|any)|bad|far)\b|\bwhy not\b|\bif not\b"
    r"|\bnot only\b|\bif (?:i|we) (?:do|can)n't\b|\bnot (?:too |so |very )?(?:late|early|long)\b|\bno problem\b"
)
NO_TO_RINGING = re.compile(
    r"(?:n't|not|never|stop|avoid|peidiwch(?: [âa])?|paid(?: [âa])?) (?:\w+ ){0,4}?(?:ring\w*|call\w*"
    r"|phon\w*|us(?:e|ing)|try|contact\w*|dial|answer\w*|pick up|get me|reach|ffonio\w*"
    r"|defnyddio|other|landline|house|home)\b|\b(?:never|not) the\b"
)
LINKING = re.compile(
    r"[\s,(:-]*(?:(?:that's|thats|that is|that'd be|that would be|it's|its|it is|which is|which|i\.e\.|ie|on|at"
    r"|number|the number|no|tel|is"
    r"|the|my|this is|called)[\s,(:-]*)*"
)
OFFERED = re.compile(
    r"\b(?:(?:ring|call|phone|get|reach|contact|try|text|catch|find) me (?:\w+ ){0,3}?(?:on|at|via|through)|i'm on"
    r"|i am on|im on|me on|i'm using|i am using|borrowing|lets? me use|use|defnyddiwch|you can (?:ring|call|use)"
    r"|only ring"
    r"|my (?:new |own )?(?:number|mobile|phone|mob) is)\b"
)
WATCHED = re.compile(
    rf"\b(?:he|she|they|who|{RELATIONS}|someone|somebody|everyone|everybody|anyone|anybody|whole (?:house|family)"
    rf"|police"
    rf"|mother[- ]in[- ]law|(?:my|the|our|his|her|a) (?:\w+ )?\w+)(?:'ll| will| always| usually| sometimes| often"
    rf"| might| may| can| could| would|'s|'s got| has got| has| who| just| only| also| then| still| first){{0,3}}"
    r"(?: \w+(?: \w+)? and)? (?:answers?|answering|sees?|check(?:s|ing)?|looks? at|reads?|picks?(?: it| that)? up"
    r"|picks|picked(?: it| that)? up|answered|overheard|heard|listens?(?: in)?"
    r"|goes through"
    r"|go through|sits by|gets there|is first to|is always first|always first to|first to|monitors?|tracks?|took"
    r"|takes|keeps|login|pays|hears?|overhears?|gets to it|gets to|get to it|works"
    r" from)\b"
    rf"|\b(?:he|she|they|who|{RELATIONS}|someone|somebody)(?:'s| has|'ve| have)?(?: still| now| always| also)? (?:has"
    rf"|have|had)\b"
    rf"|\b(?:you'll|you will|you'd|you) (?:just |only )?get (?:my|his|her|the|our) (?:\w+ )?(?:{RELATIONS}|mother)"
    r"|\bsy'n ateb\b|\bmae (?:o|e|hi|\w+)'n ateb\b"
)
BAD_AFTER = re.compile(
    r"(?:n't|\bdo not|\bnever|\bnot to|\bno need to|\bstop) (?:\w+ ){0,3}?(?:ring|call|phone|use|try|contact|dial"
    r"|rung"
    r"|called|used)\b(?! (?:me |us |it |that |her |him |there )?(?:before|after|on [mtwfs]|on a|in the|at (?:night"
    r"|the weekend|\d)|until|till|between|during|unless|when|late|early|of a|of an|mon|tue|wed|thu|fri|sat|sun|week"
    r"|morning|afternoon|evening|too))|\b(?:but|since|as|because)\b.{0,10}\bi(?:'ve| have"
    r"| had to)? (?:since )?(?:chang\w+|lost|got a new|moved|had to change)\b|\b(?:watched|monitored|tapped|bugged"
    r"|tracked|hacked|shared|spied on|on (?:his|her) (?:account|contract|bill|name))\b|^\W*(?:(?:is|was|has|that|this"
    r"|it|which|it's|that's|been|being|now|one|number|phone|the|my|an?|got|already|just|s)\W+){0,6}(?:old|dead|gone"
    r"|lost|stolen|broken|cut off|disconnected|switched off|no longer|no good|wrong|changed|expired|defunct|off your"
    r"|off the|off my|out of)\b|\b(?:doesn't|does not|won't|didn't) work\b|\bnot (?:for|mine|me\b|hers|safe|in use"
    r"|working|any ?more|to be|that one)|\b(?:isn't|no longer) (?:safe|mine|working|in use|used|hers)|\bunsafe\b"
    r"|\bnot allowed\b|\b(?:answered|picked up|shared|watched|used) (?:by|with)\b|\bis (?:wrong|old|incorrect"
    r"|out of date|not right)\b|^\W*no\W*$|\bwedi (?:mynd|newid|marw|torri|colli)\b|\bcut (?:us|me|it) off\b"
    r"|\bno use\b|\bplease (?:don't|do not)\W*$|^[\s,)(-]*(?:was|used to be)\b|\bno good\b(?! (?:in|on|at|before"
    r"|after|until|of))|\bleave (?:that|it|this)(?: one)? (?:alone|be)\b|\bnot to be (?:used|rung|called)\b|\brings"
    r" out\b"
    r"|\bto no avail\b|\b(?:don't|doesn't) like (?:personal|private) calls\b|\bcut off\b"
    r"|\bin the canal\b|\bddim yn (?:saff|ddiogel|gweithio)\b"
    r"|^\W*oedd\b|\bwedi (?:(?:ei|cael ei) )?(?:d?torri|dorri|dwyn|ddwyn|golli)\b|^\W*(?:free|clear)\b"
    r"|\b(?:in|under|on) (?:his|her|their|my \w+'s) (?:name|plan|account|contract|bill|tablet|watch|laptop"
    r"|computer)\b"
    r"|(?:n't|\bnot) (?:private|secure|confidential|mine|me|hers)\b|\bbarred\b|\bwhat (?:it says|you have|you've got"
    r"|i put"
    r"|i wrote|i gave|is on)\b|^\W*(?:(?:it|that|which|that's|it's|is|was|just|only|always) ){0,3}(?:go"
    r"|come|ring|goes|went|comes"
    r"|rings"
    r"|diverts?|switches) (?:to|through|in|into|on|straight|over|off)\b|^\W*(?:(?:it|that|which|has) )?belong(?:s"
    r"|ed)\b"
    r"|^\W*(?:(?:it|that|but|this|which|is|was|it's|that's|just|only|purely|kept) ){1,4}for (?:his|her|my|the|our"
    r"|work"
    r"|him|them|emergencies)\b|\bkeep (?:it|that|this)(?: one)? (?:free|clear)\b|\bnever (?:is|was)\b"
    r"|\bnever check\w*\b"
    r"|^\s*\([^()]{0,40}\b(?:no|not|never|don't|old|dead)\b(?! (?:before|after|until|on|in|at|mornings|mon|tue|wed"
    r"|thu|fri|sat|sun|week|early|late|too|school))[^()]{0,30}\)"
    r"|\b(?:cross|strike|score|rub|take|scrub) (?:it|that|this)(?: one)? (?:out|off)\b|\b(?:it's|its|is"
    r"|phone's) in bits\b|\bno (?:point|good|use) (?:in )?(?:ringing|calling|phoning|trying|texting)\b|\bbroke\b"
    r"|\bsmashed\b"
    r"|\b(?:is|are|it's|that's) (?:a )?no[- ]go\b|^\W*(?:in case|for your records|for emergencies)\W*$"
    r"|\bdoesn't want (?:ringing|calls|calling|to be (?:rung|called))\b"
    r"|\b(?:is|it's|its) never (?:on|charged|with me|switched on|in use)\b|\bi never (?:use|check|look at|answer"
    r"|hear|pick up) (?:it|that|this)\b|\b(?:taken|ripped|coming|going|torn) out\b|\b(?:he|she|they)(?:'s| is"
    r"| are) (?:also )?on (?:the|that|my) (?:contract|account|plan|bill)\b|\bthat's (?:gone|dead|out|off)\b"
    r"|\b(?:always|usually|switched)"
    r" off\b|(?:can't|cannot|couldn't) (?:really )?(?:talk|speak|chat)(?: on| there| freely| properly| from)\b"
    r"|\bnot (?:there|that)"
    r"\b|\bna kare|\bphone na\b|\bmat kar|\bfor me\b, not|\bpeidiwch\b"
)
WORK = re.compile(
    r"\b(?:ltd|limited|plc|llp|inc|council|nhs|trust|department|dept|officer|manager|administrator|worker"
    r"|practitioner|nurse|solicitors?|direct(?:or)?|switchboard|office|ext|ddi"
    r"|fax|www|website|registered|university|college|school|hospital|centre|surgery|reception|team|coordinator"
    r"|co-ordinator|adviser|advisor|chaplain\w*|assistant|executive"
    r"|consultant|engineer|accountant|lecturer|fellow|probation|group|services?|hmp|prison|w:)\b|\bt:|\be:|https?:",
    re.IGNORECASE,
)
# Said between two numbers, it takes back the first; of one digit, nobody is sure what it should be.
CORRECTS = re.compile(
    r"\b(?:sorry|meant|i mean|oops|whoops|should (?:be|have been|read|say)|correction|scrap that|typo|my mistake"
    r"|replaced by|changed to|(?:is|it's|that's|was) wrong|wrong one|no wait|wait no|hang on|hold on|scratch that"
    r"|actually no"
    r"|no actually|instead it's|slip of the pen)\b"
)
# Nobody is to ring at all: it takes back the numbers that were told before.
NO_CALLS = re.compile(
    r"\b(?:don't|do not|rather you didn't|rather not|not to|peidiwch â|prefer you not to) (?:please )?(?:ring|call"
    r"|phone"
    r"|ffonio)(?: me)?(?: at all| now| again| any ?more| please| yet)*(?=\W*$|[,.;!]| i'?ll\b| just (?:write|email))"
    r"|\b(?:write|e-?mail|post)(?: to)?(?: me)? instead\b|\bso (?:please )?(?:just )?(?:e-?mail|write)\b"
    r"|\brather not be (?:phoned|rung|called)(?=\W*$|[,.;!])|\bplease (?:don't|do not)(?: now| any ?more)?\W*$"
    r"|(?:n't|\bnot) want (?:any )?(?:more )?(?:phone )?calls\b(?! (?:before|after|on|at|in|when|too))"
    r"|\bno more calls\b|\bon second thoughts?\b[^.;]{0,40}\b(?:e-?mail|write|leave (?:it|the phone)|don't|not)\b"
    r"|^(?!.*\b(?:if|for|about|with|any)\b).*\b(?:just|only) (?:e-?mail|write)(?: to)?(?: (?:me|back|here|please))*\W*$"
    r"|(?:n't|\bdo not|\bnot to|\bnot) (?:please )?(?:ring|call|phone|use it)(?: me)?(?: yet)? (?:till|until|before) i"
    r"(?:'ve| have)? (?:say|said|tell|told|write|written|let|give|given|email|text|message|sent|send)\b"
    r"|\bpeidiwch (?:[âa] )?ffonio(?: fi)? (?:nes|tan|cyn) i (?:fi|mi)\b"
    r"|\bstop (?:ringing|calling|phoning)(?: me)?(?: now| please)?\W*$|\bdim galwadau\b"
    r"|\b(?:can't|cannot|mustn't|must not) (?:ring|call|phone) me\W*$"
)
WHICH_IS_WHICH = re.compile(
    r"\bone of (?:these|those|them|the two)(?:'s)? (?:is|was|isn't|belongs|mine|hers|his|right|wrong|old|dead)\b"
    r"|\b(?:can't|can never|never|don't know|don't remember|don't recall|not sure|unsure|not certain|forget"
    r"|no idea)\b.{0,25}\bwhich(?: one| number"
    r"| of"
    r"|\W*$)|\b(?:till|until) i(?:'ve| have)? (?:tell|told|know|find out|let you)\b|\b(?:he|she|they"
    r"|my \w+) \w+(?: \w+)?"
    r" one of (?:them|these|those)\b|\bmine (?:is |'s )?(?:just )?(?:under|below|second|underneath|after|next"
    r"|last)\b|\bmix(?:ed|ing)? (?:it"
    r"|them|these|those) up\b|\b(?:it's|its|it is) either\b"
)
DIGIT_CORRECTED = re.compile(
    r"\ba? ?\d,? not an? ?\d\b|\bwrong digit|\btypo\b|\blast (?:digit|figure|number)s? (?:is|are|should|was)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|nought) not (?:a |an )?(?:one|two|three|four|five|six|seven"
    r"|eight|nine|nought)\b|\bthink (?:it's|that's|thats|it is) right\b|\bnot sure (?:it's|that's|if that's) right\b"
)
IS_BEST = re.compile(
    r"^[\s,)-]*(?:which |that )?(?:is |'s |would be )?(?:the |usually |always |my )?(?:better|best|easiest|preferred"
    r"|first choice|more reliable)\b"
)
OLD_ONE = re.compile(
    r"\b(?:old|hen|previous|former|dead|lost|wrong)(?: (?:mobile|phone|number|no|one|un|rif|rhif|symudol|ff[oô]n"
    r"|line|landline|num\w*|1"
    r"|mob|sim))*[\s,(:-]*$|\b(?:next of kin|emergency contact)\b"
)
# What a number *is* or *does* must speak for it, or it is not used.
PREDICATE = re.compile(
    r"^[\s,)(-]*(?:which |that |who |it |it's |that's )?(?:is|was|has|had|went|goes|gets|got|belongs?|comes?|keeps?"
    r"|rings)\b"
)
PREDICATE_OF_ONES_OWN = re.compile(
    r"\b(?:my (?:own|new|mobile|mob|number|phone|landline|home|house|best|only|main|usual|current|personal|private"
    r"|cell)"
    r"|mine|(?:for|with|to) me|best|safe|safest|fine|good|better|ok|okay|new|newest|right|correct|mobile|landline"
    r"|home|house"
    r"|working|on|private|own|number|only|engaged|busy|in my (?:pocket|bag|hand|handbag|coat)|just me|me(?=\W*$)"
    r"|her(?=\W*$)|him(?=\W*$)|still|again|now|always|usually|usual|preferred|the one|same|pay as you go"
    r"|easiest|hers|his|ours)\b"
)
POINTS_BACK = re.compile(
    r"^\W*(?:so |but |and |please )?never (?:again|that|there)\b|^\W*(?:so |but |and |please )?not (?:that|this"
    r"|those|these|either|them|it)(?: (?:one|number))?\b(?! (?:before|after"
    r"|on|in|at|early|late|bad))|^\W*(?:oh |no |sorry |oops |wait |actually ){0,3}(?:hang on|hold on|wait|sorry|oops"
    r"|whoops"
    r"|actually|scratch that)\b.{0,6}\bthat'?s\b|\b(?:cross|strike|score|rub|scrub|take) (?:it|that|them"
    r"|those)(?: one)?"
    r" (?:out|off)\b|\b(?:found out|finds out|in (?:his|her) name|he sees the bill|sees who|pays the bill|barred)\b|"
    r"(?:n't|\bnot|\bnever|\bstop|\bavoid)\b.{0,40}\b(?:ring|call|phone|use|using|contact|try"
    r"|dial)\w*\b.{0,30}\b(?:either|those|them|that|it|this|these|both|the (?:second|other|last"
    r"|first))\b(?!.{0,12}\b(?:before|after (?!all)|until|time|late|early)\b)|^\W*(?:but |because |and )?(?:that|it"
    r"|this|they|those|both)(?: (?:one|number|last one|phone|mobile))?(?:'s|'re| is| are| was)? (?:\w+ ){0,3}?(?:old"
    r"|out of date|wrong|changed|dead|gone|not mine|not safe|his|my \w+(?:'s|s)|ours|cut off|no longer|unsafe|stolen"
    r"|lost|broken|disconnected|not in use|not working|(?:no|not any) (?:good|use))\b(?! (?:before|after|in the|on|at"
    r"|until|till))"
    rf"|^\W*(?:but |because |and )?(?:he|she|they|my {RELATIONS})(?:'s| has)? (?:\w+ )?(?:answers?|sees|checks?"
    rf"|picks (?:it|that) up|has the|looks at|(?:took|taken|takes|stole|keeps|got) (?:it|that)|has it now"
    rf"|(?:has|took|taken|got) my (?:phone|mobile))\b"
    r"|^\W*(?:(?:dydi|dyw|dydy|nid yw)(?: (?:o|e|hi|hwn|hwnnw|hwnna|'r rhif))? ddim|nid yw|ddim) yn (?:saff|ddiogel"
    r"|gweithio)\b"
)
# Somebody else holds or reads the writer's phone, or it must not be used: no number that is not offered anew
PHONE_TAKEN = re.compile(
    rf"\b(?:he|she|they|who|{RELATIONS}|police|someone|somebody)(?:'s|'ve| has| have)?(?: (?:now|always|still|just"
    rf"|since"
    r"|also|even))? (?:got|has|have|had|took|taken|takes|keeps?|kept|stole|stolen|confiscated|got into|reads?|checks?"
    r"|watches|looks? at|goes through|looks through|tracks?|can see|sees|pays|pays for|gets"
    r"|opens)(?: hold of)? (?:my (?!old|other"
    r"|spare)(?:\w+ )?(?:phone|mobile|mob|number|sim|handset)|(?:my|every|all|all my|all the) (?:calls?|call log|call"
    r" history)|who(?:'s| has)? (?:called|calls|rung|rings|phoned|phones))\b(?! (?:at|when|in the|on|number is"
    r"|from me))|\b(?:don't"
    r"|never|do not) (?:ever |please )?(?:use|ring|call|phone|text|contact|(?:ring|call|phone|text"
    r"|contact) me on) (?:my|this|that|the) (?:phone|mobile|number)\b(?! (?:before|after|until|till|at|in the|too|on"
    r"|number is))|\bwedi (?:cael|cymryd|dwyn|mynd â) (?:fy |'n )ffôn"
    r"|\bmae[\w' ]{1,24}?(?: yn|'n) (?:edrych|darllen|sbio|gwirio|tsiecio|checio|gweld|monitro|cymryd|dal|cadw|ateb"
    r"|gwrando)(?: ar| i mewn ar)? (?:fy |'n |y )?(?:ff[oô]n|rhif|n?galwadau)\b"
)
OFFERED_ANEW = re.compile(
    r"\b(?:new|instead|use|(?:ring|call|phone|text|reach|get|contact|try) me on|now (?:on|it's|is)|i'm on|im on"
    r"|i am on"
    r"|safe|safely|borrowed|borrowing|another|different|friend's|neighbour's|sister's|mum's|mam's|landline|house|work"
    r"|(?:please|can you|could you|just|so|only) (?:ring|call|phone|use|text|try)|newydd|ffoniwch|leave me)\b"
)
BANS = (
    (
        re.compile(r"\b(?:land ?line|house(?: phone| number)?|home(?: phone| number| line)|t[yŷ]|ghar)\b"),
        re.compile(r"\+44[123]"),
    ),
    (re.compile(r"\b(?:mobile|mob|cell)\b"), re.compile(r"\+447")),
)
NO_TO = re.compile(
    r"(?:n't|\bdo not|\bnever|\bnot|\bstop|\bpeidiwch)\b.{0,15}\b(?:ring|call|phone|use|using|try|contact|ringing"
    r"|calling|phoning|ffonio|ddefnyddio|defnyddio)\b"
    r"(?: (?:me|us|her|him|on|at|my|the|y|fy|â|house|home|work|her|his)| )*"
)
FIRST_IS_OUT = re.compile(
    r"\b(?:delete|remove|ignore|forget|scrap|disregard|don't use|not use|lose|bin) (?:the|that|those|my|any) (?:first"
    r"|old|other|previous|earlier|last)\b"
)
CLOSING = re.compile(
    r"^(?:(?:many |with |kind |best |warm |all )*(?:thanks?(?: you)?|regards|wishes|cheers|love)\b.{0,30}"
    r"|yours\b.{0,20}|sincerely.{0,10}|best|diolch.{0,25}|yn gywir|cofion.{0,10}"
    r"|every blessing|hwyl.{0,10}|take care|god bless.{0,10}|ta)[\s,.!]*$",
    re.IGNORECASE,
)
NAME_LINE = re.compile(r"^(?:[A-Z][\w.'-]*)(?: (?:[A-Z][\w.'-]*|\([\w ]+\))){0,3}[,.]?$")
