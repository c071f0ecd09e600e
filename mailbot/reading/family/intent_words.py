"""The words of leaving, of "stop" and of a bare yes: patterns for plain text (``spelt_out``), English and Welsh.

They keep a promise (a "stop" is never missed, a yes never read into more), so they are no list for staff to extend.
"""

from __future__ import annotations

import re

# What can be given up: a withdrawal names one of these. "I don't want to be here any more" names none of them.
SUPPORT = (
    r"(?:(?:phone |telephone |weekly |befriending )*calls?|support|befriend\w*|services?|groups?|sessions?|sign[- ]up"
    r"|(?:volunteer|befriender)s?|e-?mails?|referral|your help)"
)
_THE = (
    r"(?:(?:the|your|my|our|any|these|those|this|that|all|of|more|anymore|a|any of|weekly|phone|telephone|her|his) )*"
)
_TIMED = (  # "I don't want calls before ten" is a wish, no farewell
    r"(?! (?:in the|on|before|after|at|when|while|until|till|during|between|too|every|from (?!you)|to (?:stop|end|my"
    r"|the)|about|who|that|with|other|late|early|if|unless))"
)
_NO_DAY = r"(?:(?!mon|tue|wed|thu|fri|sat|sun|early|late|evening|morning)\w+ )"
_NOT_ON_A_DAY = (
    r"(?! (?:on|for|in the) (?:a )?(?:mon|tue|wed|thu|fri|sat|sun|this|next|morning|evening|afternoon|week))"
)
_WANT = r"(?:needs?|needing|wants?|wanting|require|wish|wish to have|wish for|interested in|like)"
_DDIM = r"\b(?:[dr]ydw i|dw i|dwi|rwy|dw|wi|sa i|so i|nid wyf)(?: i)?(?: ddim)?"
_LIFE = r"(?:everything|everyone|everybody|the world|this world|life|people|society|my \w+|the money)"
WITHDRAW = re.compile(
    rf"(?:\bno longer|n't|\bnot) (?:(?:be|really|just|actually|now|think|i|we|she|he|do|mum|would|feel|that|going"
    rf"|to) )*?{_WANT} {_THE}{SUPPORT}\b{_TIMED}|(?:\bno longer|n't|\bnot) (?:\w+ ){{0,3}}?{_WANT} (?:\w+ "
    rf"){{0,4}}?{SUPPORT}\b[^.;?]{{0,20}}\b(?:any ?more"
    r"|any longer|at all|now)\b"
    rf"|\bno longer (?:\w+ ){{0,3}}?{_WANT} (?:\w+ ){{0,4}}?{SUPPORT}\b{_TIMED}|(?:\bno longer|n't"
    rf"|\bnot) (?:\w+ ){{0,3}}?(?:need|want) (?:any )?help\b(?: \w+){{0,2}}? (?:any ?more|any longer)\b|(?:\bno longer"
    rf"|n't|\bnot) (?:\w+ ){{0,2}}?{_WANT} to (?:carry on|continue|go on|keep on) (?:with|having"
    rf"|getting) {_THE}{SUPPORT}\b|(?:\bno longer|n't|\bnot) (?:\w+ ){{0,2}}?{_WANT} (?:\w+ )?to (?:be )?(?:call|ring"
    rf"|phone|called|rung|phoned"
    r"|contacted|e-?mailed)\b(?: me| us)? (?:again|any ?more|any longer)\b"
    rf"|(?:\bno longer|n't|\bnot) (?:\w+ ){{0,2}}?{_WANT} to (?:take part|be on {_THE}(?:\w+ )?list)\b|\b(?:take"
    rf"|remove|cross|strike) (?:me|my name|us|her|him|mum|mam|dad|my \w+) (?:off|from)(?:,? (?:please|now|thanks"
    rf"|thank you))*(?:\s*[.,!]|$| {_THE}(?:\w+ )?(?:lists?|books?|register|rota|scheme|system|records?|{SUPPORT})\b)"
    rf"|\b(?:cancel|stop|end|finish) (?:with )?(?:my|the|our|all|these|any|her|his|your"
    rf"|this) {_NO_DAY}{{0,2}}?(?:request|place|{SUPPORT})\b{_NOT_ON_A_DAY}"
    rf"|\b(?:like|want|wish|need|decided|going) to (?:withdraw|cancel|pull out|opt out)\b(?! (?:from |of )?{_LIFE})"
    rf"|\b(?:like|want|wish|need|decided|going) to (?:stop|end|leave|finish|quit)(?: with| having| getting"
    rf"| using)? {_THE}{_NO_DAY}?{SUPPORT}\b{_NOT_ON_A_DAY}"
    r"|^\W*(?:i'd|i would|she'd|he'd) like to stop(?: now)?(?:,? (?:please|thanks|thank you))+\W*$"
    rf"|\bchanged my mind\b(?: about {_THE}(?:\w+ )?{SUPPORT}\b|.{{0,25}}\b(?:no longer|don't) (?:need|want) (?:it|this"
    rf"|that|them|{_THE}{SUPPORT})\b)"
    r"|^(?:\W|i'm sorry|sorry|no|but)*i(?:'ve| have)? changed my mind(?:\W|thank you|thanks|sorry)*$"
    r"|\bwithdraw (?:my|the|her|his|our|this) (?:\w+ )?(?:name|request|application|referral|consent|interest|form)\b"
    rf"|\bwithdraw from (?!{_LIFE})|\bi(?:'ll| will)? (?:withdraw|opt out)\b(?! (?:from |of )?{_LIFE})"
    r"|\bclose (?:my|your|the|her|his|our) (?:request|case|file|referral)\b"
    r"|\bno(?:,? (?:thank you|thanks))\b.{0,40}\b(?:no longer|don't"
    r"|not) (?:\w+ )?(?:need|want) (?:this|it|that|to (?:carry on|continue|go on))\b"
    rf"|\bplease stop (?:ringing|calling|phoning|contact\w*)\b(?!(?: me| us)? (?:on|at|by|before|after|so|in the"
    rf"|until|via"
    r"|through))"
    rf"|\bno more (?:phone |weekly )?calls?\b(?! left){_TIMED}"
    rf"|{_DDIM} (?:eisiau|isio|ishe|angen|am gael|moyn|yn moyn|yn dymuno|ei?sio)\b(?:(?!\b(?:cyn"
    rf"|rhwng)\b)[^.;]){{0,25}}"
    rf"\b(?:ng?alwad\w*|g?alwad\w*|g?cefnogaeth|gefnogaeth|[cg]ymorth|g?wasanaeth\w*|g?wirfoddol\w*)(?! (?:cyn|rhwng"
    r"|ar [^ôo]|gan|yn y|gyda|ond))"
    rf"|\brather not (?:have|get|carry on with|continue with|go on with) {_THE}{SUPPORT}\b{_TIMED}"
    rf"|(?:^\W*(?:sorry\W+)?|\b(?:i'm|i am|we're|we are|she's|she is|mum's|mum is) (?:really )?)(?:no longer"
    rf"|not) interested(?: in {_THE}{SUPPORT}\b)?(?:,? (?:any ?more|now|thanks|thank you))*\s*(?:[.,!]|$)"
    rf"|\bdecided (?:not to go|against going) ahead(?: with (?:it|this|{_THE}{SUPPORT}))?(?:\b(?! with))"
    r"|\b(?:remove|delete|erase) my (?:details|data|information|records)\b"
    r"|\b(?:don't|never|not to|stop) (?:\w+ )?(?:ring|call|phone|contact)(?:ing)? (?:her|him|them|mum|mam|dad|my \w+)"
    r" (?:again|any ?more|any longer)\b(?! (?:on|at|before|after|in the|until|till))"
    r"|\btynn(?:wch|u) (?:fi|fy enw)\b(?! o'r byd)|\bcanslo(?:'r)? (?:galwad\w*|cais|y)"
    r"|\bdim angen y galwadau|\b(?:dim|ddim) (?:mwy|rhagor|chwaneg) o (?:alwadau|galwadau)\b"
)
NOT_WITHDRAW = re.compile(
    r"\bcancel\b.{0,30}\b(?:this|next|tomorrow|today|tonight|on)\b|\binstead\b|\banother (?:day|time)\b"
    r"|\bre-?arrange\b|\b(?:not|n't) (?:asking|wanting|want|wish|going) (?:to|you to|it to|them to) (?:stop|cancel|end"
    r"|withdraw|finish)|\bn't (?:stop|cancel|take me off)\b|\bdon't want (?:the )?(?:it|them|the calls|my calls|calls"
    r"|the support|your support|support) to (?:stop|end)|\bbefore (?:he|she|i) changed\b|\bhe (?:has )?changed\b"
)
SURELY_A_FAREWELL = re.compile(
    r"\b(?:any ?more|longer|carry on|continue|cancel|off|withdraw|stop|end|finish|close|leave|mwyach)\b"
)
STOP = re.compile(
    r"(?:please )?(?:stop|unsubscribe|unsubscribe me|opt ?out|remove me|cancel|stopiwch|stopia|stopio|peidiwch"
    r"|dad-?danysgrifio|dim mwy|rhowch y gorau iddi)(?: (?:please|now|it|this|emails?|all|everything|os gwelwch yn dda"
    r"|plîs|plis|thanks|thank you|nawr|rŵan|rwan|diolch))*"
)
_WRITE = r"(?:e-?mail|contact|write|message|text|ring|call|phone|get in touch with)"
_WRITING = r"(?:e-?mailing|contacting|writing|messaging|texting|ringing|calling|phoning|bothering)"
_ONLY_SO = (  # "don't ring me on the landline again": a wish about how, not a stop
    r"(?!(?: (?:to )?(?:me|us))? (?:on|at|by|before|after|until|till|if|unless|when|through|via|so (?:early|late)"
    r"|in the|tonight|today|this|between|during|from \d))"
)
_MAIL = r"(?:e-?byst|ebyst|ebostiau|negeseuon|llythyrau|ohebiaeth)"
STOP_WORDS = re.compile(
    r"\b(?:no more|stop (?:the|these|sending|with the|all)?(?: me)?(?: the| these| any| all)*|don't (?:send"
    r"|want) (?:me )?(?:any )?(?:more )?(?:of (?:these|your) )?)\s?(?:e-?mails?|messages|mails)\b(?! (?:left"
    r"|on (?:the|my)))"
    r"|\bno more (?:phone |weekly )?calls?,? (?:or|and|nor) (?:any )?(?:e-?mails?|messages|letters)\b"
    r"|\bdon't (?:want|need) (?:any )?(?:more )?(?:phone )?calls?,? (?:or|and|nor) (?:any )?(?:more )?(?:e-?mails?"
    r"|messages|letters)\b"
    rf"|\bstop (?:e-?mailing|contacting|writing to|messaging|bothering)\b{_ONLY_SO}"
    rf"|\bstop {_WRITING}(?:(?: or| and|,) {_WRITING})*(?: (?:to )?(?:me|us))?\b(?!(?: \w+)? ?\d){_ONLY_SO}"
    rf"|\b(?:don't|never|not to|stop) (?:\w+ )?{_WRITE} (?:to )?(?:me|us) (?:again|any ?more|any longer){_ONLY_SO}"
    rf"|\bdon't (?:ever |please )?{_WRITE}(?: to)?(?: me| us)?(?:(?:,| or| and| nor) {_WRITE}(?: to)?(?: me| us)?)*"
    rf" (?:again|any ?more|any longer)\b{_ONLY_SO}"
    r"|\bdon't send (?:me |us )?(?:anything|any) (?:else|more)\b|\bdon't want to hear (?:\w+ )?from you\b"
    r"|\bunsubscribe (?:me|from)\b|\bplease unsubscribe\b|\bleave me alone\b|\bdon't (?:contact|email) me\b(?! (?:on"
    r"|at|by|before|after|at work|until|if|unless|when|through|via))|\btake me off (?:your|the) (?:mailing"
    r"|e-?mail) list\b|\b(?:peidiwch|paid) (?:â |a |ag )?(?:chysylltu|cysylltu|e-?bostio|ebostio|anfon|hanfon|danfon"
    r"|hala|gyrru|sgwennu|sgrifennu|ysgrifennu|ffonio|galw)\b(?! (?:ar|cyn|i'r|'r))[^.\d]{0,25}?\b(?:eto|mwy|mwyach"
    r"|bellach|rhagor|chwaneg|ata i|atom|ataf|â mi|â fi)\b(?! (?:ar|cyn|tan))|\b(?:stopiwch|stopia|peidiwch â"
    r"|gorffennwch) (?:ag |â |fy |â'm )?(?:anfon|danfon|hala|gyrru|ffonio|galw|e-?bostio|ebostio|cysylltu|chysylltu"
    r"|ysgrifennu)\b(?=(?: (?:ata|ato|i|fi|â|mi|os|gwelwch|yn|dda|e-?byst|ebyst|negeseuon|eto|plîs|plis))+\W*$|\W*$)"
    rf"|\b(?:dim|ddim)(?: (?:eisiau|isio|ishe|moyn|angen|am gael|yn dymuno|yn moyn|yn dymuno cael|cael|derbyn"
    rf"|eisiau cael|eisiau derbyn))? (?:mwy|rhagor|chwaneg|unrhyw|dim)(?: o|'r)?(?: (?:alwadau|galwadau|ffôn|na|neu|a"
    rf"|ac|o|eich))*? {_MAIL}\b"
    r"|\bddim (?:eisiau|isio|ishe|moyn|am|yn dymuno) clywed (?:gennych|gynnoch|oddi wrthych|wrthoch|'da chi)\b"
)
# Somebody else's not stopping, or the wish that nobody go: no word to us.
NOT_STOP = re.compile(
    r"(?:n't|\bnot|\bnever|\bcannot) (?:\w+ ){0,2}?(?:stop \w+ing|leave me alone)\b|\b(?:him|her|them|he'd|she'd|people"
    r"|everyone|everybody|they'd|my \w+|the \w+) (?:would |could |to |just |please )*(?:stop \w+ing|leave me alone)\b"
    r"|\b(?:he|she|they|who) (?:\w+ )?(?:leaves?|stop(?:s|ped)?)\b|\bbefore i\b"
)
YES = frozenset(
    re.findall(
        r"\S+",
        "yes yeah yep ok okay okey k fine great lovely perfect brilliant wonderful good super thanks thank thankyou "
        "ta cheers sure agreed happy fab smashing ace noted understood works suits iawn diolch ydy ydi gwych "
        "perffaith hyfryd cytuno ie 👍 🙏",
    )
)
WITH_YES = frozenset(
    re.findall(
        r"\S+",
        "that's thats that is it's its this all will do be would suit for me with by to no problem np sounds got it "
        "received i agree go ahead please very much so ever a lot lots you letting know your email message reply help "
        "getting back appreciate appreciated many and really hi hello dear there x xx xxx love kind regards best "
        "wishes yn fawr o galon popeth mae hynny'n fi mi da hwyl am adael wybod ❤ 😊 gen gyda ni looking forward",
    )
)
# Words that belong to a bare yes only beside another: "no problem", "your help"; alone they say something else
ONLY_BEFORE = {"no": ("problem", "problems", "worries", "probs", "bother"), "go": ("ahead",)}
ONLY_AFTER = {
    "help": ("your", "the", "this"), "call": ("your", "the"), "problem": ("no",), "problems": ("no",),
    "worries": ("no",), "probs": ("no",), "bother": ("no",), "forward": ("looking",),
}  # fmt: skip
THANKED = frozenset(
    re.findall(r"\S+", "thanks you thankyou ta cheers diolch fawr galon much hi hello dear helo annwyl")
)
AFTER_NAME = frozenset(
    ("", "x", "xx", "xxx", "that's", "thats", "thanks", "thank", "ok", "yes", "fine", "looking", "iawn", "diolch")
)
NO_NAME = frozenset(
    re.findall(
        r"\S+",
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
        "february march april may june july august september october november december no not but never stop help "
        "police prison today tomorrow tonight now later evenings mornings afternoons weekends anytime maybe llun "
        "mawrth mercher iau gwener sadwrn sul na nac peidiwch",
    )
)
