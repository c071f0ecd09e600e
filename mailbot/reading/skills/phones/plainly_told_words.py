"""The phrases of ``plainly_told``: verbs of lists and address books, a friend's consent, what to try next."""

from __future__ import annotations

import re

from mailbot.reading.skills.phones.words import RELATIONS

_IT = (
    r"(?: (?:the|my|that|this|it|old|previous|last|new|number|num|no|one|ones|mobile|phone|landline|line|digits|from"
    r"|you have|you've got|i gave|i sent|gave you|you|on file|for me|down|out|as|of|is|now|please))*[\s:,(-]*$"
)
STRIKES = re.compile(
    r"\b(?:bin|scrap|scrub|delete|erase|ditch|dump|drop|lose|forget|ignore|disregard|remove|wipe|get rid of|getting rid"
    r" of"
    r"|got rid of|(?:cross|rub|strike|score|scratch|scrub)(?: (?:out|off|through))|do away with|no more|chuck|unsave"
    r"|(?:moved|moving|changed|changing|switched|switching|swapped|swapping|gone|come) (?:over )?from"
    r"|(?:where|instead of|in place of|rather than|in lieu of|replaces|replacing|superseding)(?: (?:it says|it said|you"
    r"(?:'ve| have)(?: got)?|i (?:had|put|gave)))?"
    rf"|anghofiwch|dilëwch|dileu|yn lle){_IT}"
)
# Of one's own phone: who else has it, knows it or is always near it
IN_THEIR_HANDS = re.compile(
    rf"\b(?:he|she|they|(?:my|the) (?:\w+ )?{RELATIONS})(?:'s| has| have|'ve)?(?: (?:only|already|always|still|also"
    r"|just|now))? (?:knows?(?: about| of)?|pays? for|sees|checks?|reads?|watch(?:es)?|looks? (?:at|through)"
    r"|answers?|listens? (?:to|in on)|got hold of|controls?|tracks?|monitors?|goes through|found)[\s:(-]*$"
    r"|\b(?:one|number|phone|mobile)(?: that| which)? (?:he|she|they)(?:'s| has)? (?:knows?|has|uses?|checks?|sees|pays"
    r"|got|found|reads)(?: about| of| for| on| at)?(?: (?:is|it's|was))?[\s:,(-]*$"
    r"|\b(?:typo|mistake|wrong(?:ly)?|mistyped|slip|error)\b[^.;]{0,40}\b(?:put|wrote|typed|gave|said)(?: you)?"
    r"(?: it)?(?: as| down)?[\s:]*$"
)
HAS_LISTENERS = re.compile(
    rf"(?:^|[^.;])*?\b(?:i|we) (?:only )?(?:share|shared) (?:it|that|this|the phone|one) with\b|"
    rf"^[^.;]{{0,40}}?\b(?:he|she|they|everyone|everybody|(?:my|the|his) (?:\w+[ -]){{0,2}}?{RELATIONS})(?:'s|'d|'ll"
    rf"|'re| is| are| will| would)?(?: (?:always|usually|often|only|just|right|also|and|there|with|us|lives|live))*"
    r" (?:(?:sat|sits?|sitting|stood|stands?|hovers?|hovering|parked|lurks?) (?:right )?(?:next to|by|beside|over"
    r"|near|there)"
    r"|earwigs?|with us\b[^.;]{0,30}\bwho|over my shoulder"
    r"|(?:want|wants|asks?|demands?)(?: to know)? (?:who|what)|within earshot|in earshot|wanting to know who)"
    r"|^\W*(?:are|were) (?:both |all )?(?:his|hers|theirs|my \w+'s|our \w+'s)\b"
)
LISTENS_BY_LEAVE = re.compile(
    r"\bknows? (?:all|everything|about|i'm|i am)\b|\b(?:doesn't|don't|won't) mind\b|\bnobody\b"
)
BECOMES = re.compile(r"\s*(?:-+>|=+>|→|»|>>?)\s*")
SWAPS = re.compile(rf"\b(?:swap|change|replace|switch|exchange|substitute|alter|amend|correct|update){_IT}")
SWAPPED = re.compile(r"\W*(?:(?:over|out|please) )?(?:for|to|with|by|into|and (?:put|use|make))\b")
TAKES = re.compile(rf"\b(?:take|taking|knock|get|cross|rub|strike|scratch|put|tynnwch){_IT}")
TAKES_OFF = re.compile(
    r"\W*(?:off|out|down from|through|away|(?:in|into) the bin)\b(?! (?:for|my mum|my sister|the new))"
)
CAN_GO = re.compile(
    r"\W*(?:(?:can|should|must|needs? to|is to|has to|may|wants?|ought to|will) )"
    r"(?:now |be |please |all |to |just |safely ){0,3}"
    r"(?:go\b(?! to)|deleted|binned|removed|scrapped|crossed|taken (?:off|out)|struck|wiped|ignored|forgotten"
    r"|disregarded"
    r"|come off|dropped|deleting|binning|removing|crossing)"
    r"|\W*(?:has|have|'s|had|went|which|that|just|now|since|and| )*\b(?:stopped working|packed (?:up|in)|conked out"
    r"|gone (?:dead|off|kaput|west)|kaput|lapsed|bit the dust|given up the ghost|ceased|been (?:cut off|stopped"
    r"|disconnected"
    r"|blocked|cancelled|closed|replaced|switched off)|cancelled)\b"
)
KEEPS = re.compile(
    r"\b(?:should (?:have been|be|read|say)|really|put|save|note|add|write|store|enter|record|key in|type in|stick"
    r"|pop|use|try|have|keep|switch to|ring|call"
    r"|phone"
    r"|(?:let|give|giving|pass|send|tell|hand)(?: on)?(?: (?:her|him|them|[a-z]+"
    r"|my (?:volunteer|befriender|caller|lady|man)))?"
    r"(?: have| know)?|rhowch|defnyddiwch)"
    r"(?: (?:in|down|on|the|my|new|number|one|it's|its|it is|now|just|please|instead|to|me|over|that))*[\s:,(-]*$"
)
AFTER_SWAP = re.compile(
    r"\W*(?:(?:over|out|please|and|just|off) ){0,2}(?:for|to|with|by|into|put|use|make it|make that|save|try|am)"
    r"(?: (?:my|the|this|new|one|number|mobile))*[\s:,(-]*"
)
OF_ANYBODY = re.compile(rf"\b(?:{RELATIONS}|his|her number|their|work|office|boss)\b")
NOT_DONE = re.compile(r"(?:n't|\bnot|\bnever|\bno need to|\bstop)\b[^.;:]{0,25}$")
NOT_MINE = re.compile(
    r"\b(?:nid|d?dim|peidiwch [âa] (?:ffonio|defnyddio))(?: ar| â)? fy (?:un|rhif|ff[oô]n|symudol)(?: i)?[\s,:(-]*$|"
    r"\b(?:not|never|n't (?:be )?(?:use|ring|call|phone|try|on)|stop (?:ringing|calling|using)|avoid|instead of"
    r"|rather than"
    r"|anything but) (?:ever )?(?:use |ring |call |on |to |at )?(?:mine|ours"
    r"|my own(?: (?:phone|mobile|number|one|line))?"
    r"|my (?:phone|mobile|number|line|cell))(?: please)?(?: which is| that's| is|'s)?[\s:,(-]*$"
    r"|\b(?:mine|my (?:own )?(?:phone|mobile|number|line))(?:'s| is| isn't| has| was)\b[^,;:.]{0,20}\b(?:no good|no use"
    r"|safe"
    r"|unsafe|watched|checked|looked at|gone through|out|dead|broken|bust|barred|tapped|bugged|cut off|off limits)"
    r"[\s,:(-]*(?:that's |it's )?$"
    r"(?<!is safe, )(?<!is safe: )(?<!is safe )(?<!'s safe )"
)
_OTHER_MATTER = (
    r"(?!(?:(?:my|the|our|your|a|first|weekly|evening|telephone|phone|befriending|main|best|new|next|morning|afternoon"
    r"|right|actual) )*(?:calls?|chats?|talks?|befriend\w*|ring|mornings?|afternoons?|evenings?|nights?|days?|daytime"
    r"|weekdays?|weekends?|week|support|volunteer|mobile|landline|phone|number|house|home|moment|record|time|me|others?"
    r"|second|first|rest|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|present|now)\b)"
)
FOR_OTHER_MATTERS = re.compile(
    rf"(?:^|[.;,(]|\b(?:and|but))\W*(?:for|about|re|regarding|concerning) (?:the |my |our |anything to do with )"
    rf"{_OTHER_MATTER}\w+(?: \w+)?[ ,]*(?:it's|it is|that's|there's|ring|use|try|call|is|on)(?: still| on)?[\s:(-]*$"
)
_FRIEND = (
    r"(?:friend|best friend|mate|pal|neighbour|sister|brother|mum|mam|mom|mother|dad|father|nan|gran|grandma|aunt"
    r"|auntie|aunty"
    r"|cousin|daughter|son|niece|nephew|next[- ]door|bro|sis|uncle|grandad|flatmate|lodger|sister[- ]in[- ]law)"
)
_LINE = r"(?: (?:own|home|work|house|phone|mobile|mob|number|landline|line|place|one|cell|handset|flat))*"
AT_A_FRIENDS = re.compile(
    r"\bff[oô]n fy (?:ffrind|chwaer|mam|mrawd|nghymydog|nhad|merch|modryb|nghyfnither|nain)\b|"
    rf"\b(?:on|use|using|at|via|through|borrow\w*|rang|ring|try|phone|call|get me on|me on|me at) (?:my|a|our)"
    rf" (?:\w+ ){{0,2}}?{_FRIEND}(?:'s|s'|s)?{_LINE}\b"
    rf"|\bmy (?:\w+ )?{_FRIEND}\b[^.;]{{0,40}}\b(?:at|on|use) (?:hers|his|theirs)\b"
)
NAMES_A_FRIENDS = re.compile(rf"\bmy (?:\w+ ){{0,2}}?{_FRIEND}(?:'s|s'|s){_LINE}[\s:,(-]*(?:is |on |it's )?[\s:(-]*$")
IS_A_FRIENDS = re.compile(rf"[\s,(-]*(?:is |that's |it's |which is )?my (?:\w+ ){{0,2}}?{_FRIEND}(?:'s|s'|s)\b")
CONSENTS = re.compile(
    r"\b(?:can|could|may) i use\b|\bga'? i ddefnyddio\b"
    r"|\bma?e (?:hi|o|e|fo)(?:'n| yn) (?:hapus|fodlon|iawn|gwybod|cytuno|gadael)\b|"
    r"\b(?:she|he|they)(?:'s| is| has|'ve| have|'re| are|'d)?(?: (?:already|always|very|quite|kindly|all|fully|just))*"
    r" (?:(?:said|says?|agreed|agrees)(?: (?:yes|ok|okay|sure|it's|its|that's|thats|so|i can|you can|to it|it is|that"
    r" is|i could|she|he))"
    r"|agreed|given (?:me )?permission|(?:fine|happy|ok|okay|cool|good|alright|all right) (?:for|with|about|to|if)"
    r"|(?:doesn't|don't|won't|wouldn't|does not|do not) mind|lets? me|letting me|lent|lends|(?:will|can|'ll)"
    r" (?:fetch|get"
    r" me|hand|bring me))"
    r"|\b(?:she|he|they)'ll (?:fetch me|get me|hand|bring me|pass it over|pass me the|pass the phone)"
    r"|\b(?:she|he|they) knows? (?:all )?(?:about|i'm|i am|and)\b|\bi(?:'m|'ll be| am| will be) (?:always "
    r"|usually )?there\b"
    r"|\bwith (?:her|his|their) (?:ok|blessing|permission|say-so|leave)\b"
    r"|\b(?:has|have) said (?:you|i|it|that|they) (?:can|could|may|is fine|is ok)"
)
EARLIER_FAILS = re.compile(
    r"[\s,.;)-]*(?:and |or |but |else |otherwise |then |maybe |please ){0,3}[,(]?\s*"
    r"(?:(?:if|should|when|whenever|in case) (?:that|it|this|i|the|you (?:can't|cannot|don't|get no)|there|not|my"
    r"|nobody|no|mobile|one|phone|first|other|for any reason)\b(?:(?!\b(?:n't|not|never) (?:try|ring|call|use|phone)\b"
    r"|n't (?:try|ring|call|use|phone)\b)[^.;:\d]){0,50}|failing (?:that|which|this)|if not|as a back-?up|as a second"
    r"|second choice)"
    r"[\s,:-]*(?:(?:then|try|use|ring|call|phone|me|on|at|it's|there's|is|my|the|landline|home|house|mobile|number"
    r"|please|we have)\b[\s,:-]*)*"
)
MINE_NOW = re.compile(
    r"\b(?:he|she|they|nobody|no one|noone) (?:doesn't|don't|does not|do not|won't) know (?:about|of)[\s:(-]*$|"
    r"(?:(?:^|[,;.:!(]|\b(?:my|a|the|our|is|got|have|fy|bod|mae|mae'r|y|dyma|rhif|ff[oô]n|symudol)\b)\s*"
    r"(?:rhif |ff[oô]n |symudol )*(?:new|newydd)(?: (?:number|num|no|one|mobile|phone|sim|line|landline|rhif|ff[oô]n"
    r"|symudol))*"
    r"(?: (?:'da fi|da fi|gen i|gyda fi|i mi|is|it's|now|yw|ydi|ydy|bellach|nawr|rwan))*"
    r"|(?:they|you|whoever|your \w+|(?:the|my) (?:volunteer|befriender|caller|lady))"
    r"(?: (?:can|may|could|should|must|to))? have my(?: (?:own|new|mobile|phone|number|landline|home|house))+"
    r"|\b(?:let|give|pass|send|tell)(?: on)? my (?:volunteer|befriender|caller)(?: (?:have|know))?"
    r"(?: (?:my|the|this|new|number|it's))*)[\s:,(-]*$"
)
IS_MINE_NOW = re.compile(
    r"\W*[^.;]{0,30}\b(?:he|she|they|nobody|no one) (?:doesn't|don't|does not|do not|won't) know (?:about|of|i've"
    r"|i have)\b|"
    r"[\s,(-]*(?:yw|ydi|ydy|ydyw|is|was|that's|it's)(?:'r| the| my|'n)? ?(?:un |rhif |one |number )?(?:newydd|new)\b"
)
