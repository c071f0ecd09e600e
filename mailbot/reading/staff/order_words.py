"""The words of orders: which verb a piece of a sentence holds. What stands around an order is in ``around_orders``."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb

# What stands for what in the patterns below: a referral told by its number or pointed at, a volunteer's name, an alarm,
# and what may stand before an order without changing it ("As for 1310, could you please also").
_NUMBER = r"(?:r-?\s?\d{4,6}|\d{4})"
_PARTS = {
    "<number>": _NUMBER,
    "<ref>": rf"(?:{_NUMBER}|it|this(?: one)?|that(?: one)?|her|him|them"
    r"|the (?:first|second|third|fourth|last|middle|top|bottom|other)(?: one)?)",
    "<name>": r"[\w'-]+(?: [\w'-]+){0,3}?",
    "<alarm>": r"(?:risk|red|safeguarding)? ?(?:concern|alert|flag|freeze|risk|alarm|warning)",
    "<lead>": (
        r"^(?:(?:please|kindly|but|so|now|also|and|then|ok|okay|oh|yes|hi|morning|thanks|as for|for|on|re|about"
        r"|regarding|with|can"
        rf"|could|would|will|you|i'd like you to|{_NUMBER})[ ,:;.-]+)*+"
    ),
}


def _pattern(*alternatives: str) -> re.Pattern[str]:
    words = "|".join(alternatives)
    for part, meaning in _PARTS.items():
        words = words.replace(part, meaning)
    return re.compile(words)


# In the order in which they are tried: the first that fits a piece of a sentence is its verb.
_ORDERS: tuple[tuple[Verb, tuple[str, ...]], ...] = (
    (
        Verb.NOTE,
        (
            r"<lead>(?:(?:add|make|put|leave|stick|pop) (?:a |this |another )?(?:file )?)?note\b",
            r"<lead>(?:jot|write|put) (?:it |this )?down (?:on|for|that|against)\b",
            (
                r"<lead>(?:put|record|log|add|write|stick|pop) (?:it |this )?(?:on|to|against|under|in)"
                r" (?:(?:the|her|his"
                r"|their) )?(?:file|record|notes|r-?\d{4,6}|\d{4})\b(?! to )"
            ),
            r"\b(?:can|could) (?:this|that) go on <number>\b",
            (
                r"<lead>(?:put|stick|pop|add|write|get) (?:that|this|it) (?:down )?(?:on|in|to) (?:her|his|their"
                r"|the) (?:notes|file|record)\b"
            ),
            r"^(?:for|on|to) (?:the |her |his |their )?(?:file|record|notes)(?: (?:of|for|on) <number>)?:",
            r"<lead>(?:record|log) on (?:the same|this|that|the|her|his|their) (?:file|record)\b",
            r"<lead>(?:record|log|write) (?:on |for )?(?:<number> )?that\b",
            (
                r"\bplease (?:add|put|enter|write) (?:it |this )?(?:to|on|in) (?:the |her |his |their"
                r" )?(?:record|file|notes)\b"
            ),
        ),
    ),
    (
        Verb.RESOLVE_RISK,
        (
            r"\bresolved?\b",
            r"\b(?:take|taking|took) (?:the |that |her |his |this )?(?:risk )?flag off\b",
            (
                r"\b(?:lift|remove|clear|drop|close|stand down|sign off|take off|end) (?:the |that |this |her |his"
                r" )<alarm>\b"
            ),
            (
                r"\b<alarm> (?:on <number> )?(?:to|can|may)(?: now)? (?:be (?:cleared|lifted|closed|removed|dropped"
                r"|taken off|stood down|signed off)|come off|go)\b"
            ),
            (
                r"\b(?:risk|concern|alert|alarm) (?:(?:on|for|at|about) <number> )?(?:is |has been |now )*"
                r"(?:over|dealt with|cleared|sorted|settled)\b"
            ),
            r"\bsign (?:the |that |this |her |his )?<alarm>(?: on <number>)? off\b",
            (
                r"\b<alarm> (?:on <number> )?(?:can|may)(?: now)? be (?:marked|put down|treated|taken) as (?:dealt with"
                r"|resolved|over|closed|safe|done|settled)\b"
            ),
            (
                r"\bmark (?:(?:the |that |this |her |his )?<alarm>|<ref>)(?: on <number>)? (?:as )?(?:dealt with"
                r"|resolved|safe|over)\b"
            ),
        ),
    ),
    (
        Verb.REOPEN,
        (
            r"\bre-?open\b",
            r"\b(?:deserves?|needs?|ready|wants?) to be re-?opened\b",
            r"\bopen <ref> (?:up )?again\b",
            r"\bopen <ref> back up\b",
            r"\bget <ref> going again\b",
            r"\bopen up <ref> again\b",
            r"\breinstate\b",
            r"\bhave <ref> back (?:on|with|in)\b",
            r"\breactivate\b",
            r"\bun-?close\b",
            r"\bbring <ref> back(?: to life| on| from)?\b(?! (?:up )?(?:with|to me))",
            r"\bput <ref> back on (?:the|our) (?:list|books)\b",
        ),
    ),
    (
        Verb.ERASE,
        (
            r"\berase\b",
            (
                r"\b(?:delete|wipe|destroy|shred|forget) (?:everything|all|his|her|their|this person|the lot|the"
                r" (?:record|file|data|details)|<number>(?:'s)?(?: (?:record|file|data|details))?)\b"
            ),
            r"\bremove (?:every trace|everything|all (?:the )?(?:data|details|trace))\b",
        ),
    ),
    (
        Verb.ADD_VOLUNTEER,
        (
            r"\badd (?:(?:a|the|our|this|another) )?(?:new )?volunteer\b",
            r"\bnew (?:volunteer|befriender)(?: for you)?:",
            r"\bnew (?:volunteer|befriender) (?:to (?:add|put|go)|for (?:the|our) (?:list|books))\b",
            (
                r"\b(?:add|sign up|enrol|register|set up|put|take on) <name> (?:up |on |down )?as (?:a|our) (?:new"
                r" )?(?:volunteer|befriender)\b"
            ),
            (
                r"\b(?:add|sign up|enrol|register|set up|take on) <name>,? [(<]?[^\s@]+@[^\s@]+,? (?:as (?:a|our)"
                r" (?:new )?(?:volunteer|befriender)|(?:to|among) (?:the|our) (?:volunteers|befrienders))\b"
            ),
            (
                r"\b(?:add|enter|put) (?:<name> )?(?:to|among|amongst) (?:the|our) (?:list of )?(?:volunteers"
                r"|befrienders)\b"
            ),
            (
                r"\b(?:add|enter|put|take|get) (?:<name> )?(?:on|onto|to) (?:the|our) (?:books|list) as (?:a|our)"
                r" (?:new )?(?:volunteer|befriender)\b"
            ),
            (
                r"\b(?:put|add|get|set up|enter|register|take on|have) (?:a |our |another |this |the )?new"
                r" (?:volunteer|befriender)\b"
            ),
        ),
    ),
    (
        Verb.LIST_VOLUNTEERS,
        (
            (
                r"\bwho(?:'s|s| is| are| else|'s got| has| have| can|'ve| do we have)?\b.{0,40}\b(?:free|room"
                r"|available|space|capacity|slots?)\b"
            ),
            r"\b(?:list|show)(?: me)?(?: all| the)?(?: free| available)? volunteers\b",
            (
                r"\bwhich (?:of (?:our|the|your) )?(?:volunteers|befrienders|people) (?:is|are|take|do|ring"
                r"|could|can|might|has|have|would|speak)\b"
            ),
            r"\bwho've we got\b",
            r"\bwho we(?:'ve| have)? (?:got|have)\b",
            r"\bwho (?:is there|have we got|have we|do we have|could do|can do|could we|can we)\b",
            r"\bwhich volunteers\b",
            r"\bany volunteers\b",
            r"\b(?:which|any) befrienders\b",
            r"\bvolunteers (?:do we have|have we got)\b",
            r"\b(?:send|give)(?: me| us)? (?:a list of )?(?:the |our |all the )?(?:free |available )?volunteers\b",
            r"\blist of (?:the |our |all the |all )?(?:free |available )?(?:volunteers|befrienders)\b",
            r"\blist of (?:all )?(?:those|people|everyone|everybody) who (?:can|could|are|is|do|have|has|speak)\b",
            r"\b(?:is there|are there|have we(?: got)?|do we have) (?:any|an?) (?:\w+[ -])?\w+ speakers?\b",
            r"\b(?:any|some)(?:one|body)(?: \w+){0,3} (?:free|available|with (?:room|space|a (?:gap|slot)))\b",
            r"\bwho (?:could|can|might) take (?:on )?(?:another|one more|somebody|someone|an extra)\b",
            (
                r"\b(?:do we have|have we(?: got)?|is there|are there) (?:any|some) ?(?:one|body|befrienders?"
                r"|volunteers?)\b"
            ),
        ),
    ),
    (
        Verb.REPORT,
        (
            r"\breports?\b(?! back)",
            (
                r"\b(?:the |some |our |your )?(?:figures|statistics|stats|numbers) (?:for|of|on|since|from|to date"
                r"|please)\b"
            ),
            r"\b(?:figures|statistics|stats)\?? *$",
            r"\b(?:the )?numbers? of (?:new )?(?:referrals|calls|matches|people|families|volunteers)\b",
            (
                r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
                r"|the (?:month"
                r"|quarter|year)) in (?:numbers|figures)\b"
            ),
            r"\bhow long (?:people|families|they|folk) (?:have )?(?:wait|had to wait)",
            (
                r"\bhow many (?:new )?(?:referrals|matches|calls|people|families|offers|letters|e-?mails|dropped"
                r"|got|came|wrote|waited|were|did|have)\b"
            ),
            (
                r"\b(?:summary|tally|total) (?:of|for) (?:the |last |this )?(?:month|quarter|year|week|january"
                r"|february|march|april|may|june|july|august|september|october|november|december)\b"
            ),
        ),
    ),
    (
        Verb.HELP,
        (
            r"^help\b(?! (?:her|him|them|us|me with))",
            (
                r"\bwhat (?:can|am|may|could|should|do) i (?:allowed to |need to )?(?:say|ask|do with this|do here"
                r"|write|tell|type|put in)\b"
            ),
            r"\bwhat can i do\b",
            r"\bmagic words?\b",
            r"\bthings (?:one|i|we|you) (?:may|can|could) (?:write|type|say|ask|send|tell)\b",
            r"\b(?:things|what(?: all)?) you can do(?: for (?:me|us))?\b",
            r"\bwhat (?:do|can|does) (?:you|it|this) understand\b",
            (
                r"\b(?:what|which) (?:words|phrases|orders|instructions)\b.{0,30}\b(?:use|understand|works?|know"
                r"|say|write|type|send you|give you)\b"
            ),
            r"\b(?:remind me of|tell me|list|send me) (?:the |what |what the )commands\b",
            (
                r"\bhow (?:do i|does one|do you|do we|can i) (?:use|work|talk to|tell|instruct|reply to) (?:you\b"
                r"|this\b|it\b|the (?:digest|system|desk)\b)"
            ),
            r"\bwhat (?:are )?the commands\b",
            r"\bhow does (?:this|it) (?:all )?work\b",
            r"\bwhat commands\b",
        ),
    ),
    (
        Verb.CLOSE,
        (
            (
                r"\bclose\b(?! (?:to|by|friends?|family|eye|the loop|loop|relat\w+|contact|watch|touch|call|attention"
                r"|enough|at hand|bond|with)\b)"
            ),
            r"\bshut <number> down\b",
            r"\bshut down <number>\b",
            r"\bplease shut (?:<number>|it|that|this)\b",
            r"^<number>:? (?:can be |to be |please )?(?:shut|closed?)\b(?! (?:by|last|in|on|yesterday|already)\b)",
            r"\b(?:can|may)(?: now)? be closed\b",
            r"\b(?:happy|content|fine|ok|okay|glad|ready|like|want) (?:for )?(?:<ref> )?to be closed\b",
            r"\bit(?:'s| is) <number> that (?:should|needs to|has to|ought to|must) be closed\b",
            r"\b(?:needs|wants|ready for|due for|please do the) closing\b",
            r"\b(?:i|we|i'd|we'd)(?: would| do| should)? (?:like|want) (?:r-?\d+|\d{4}|it|this(?: one)?) closed\b",
            r"\b(?:archive|wind up) <number>\b",
            r"\btake <number> off (?:the |our )?(?:list|books)\b",
        ),
    ),
    (
        Verb.HOLD,
        (
            (
                r"(?<!we )(?<!you )(?<!they )(?<!to )(?<!i )(?<!on )\bholds?\b"
                r"(?! (?:about|on (?:him|her|them|file)|a meeting|off \w+ing)\b)"
            ),
            r"\bsit on\b",
            r"\bpark\b",
            r"\b(?:put|place|keep|leave|have) .{0,30}\bon hold\b",
            r"\bgo on hold\b",
            r"\bon hold (?:until|till|til|for|to)\b",
            r"\bon ice\b",
            r"\bin abeyance\b",
            r"\bhang fire (?:on|with|until|till|til|for)\b",
            r"\bhld\b",
            (
                r"\b(?:keep|leave) <ref> off (?:the |our )?(?:list|calls|rota)(?: (?:for"
                r"|of) (?:the )?calls)?,? (?:until|till|til|for)\b"
            ),
            r"\b(?:wants?|needs?|could do with) holding\b",
            (
                r"\b(?:push|extend|move)(?: <ref>)?(?: back| out| on)? to (?:the |next )?"
                r"(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)"
            ),
            (
                r"\b(?:another|a further|one more|two more|a few more) (?:weeks?|fortnight|days)\b(?=,? please"
                r"|[.!,]|$| on hold)"
            ),
            r"\bfreeze <number>\b",
            r"\bkeep (?:<ref>|[a-z]+) (?:back|waiting|on hold)\b",
            r"\bplease wait (?:until|till?) (?:then|the|mon|tue|wed|thu|fri|sat|sun|\d)",
            r"\b(?:can|could) we wait (?:until|till?)\b",
            r"\bpause <number>\b",
            r"\bleave <ref> (?:alone |be |as it is |where it is |for now )?(?:until|till|til)\b",
            r"\b(?:put|push) <ref> (?:off|back) (?:until|till|for)\b",
            (
                r"\b(?:do nothing|don't do anything|nothing) (?:with|on|about|for|more on) <ref> (?:until|till|before"
                r"|for)\b"
            ),
            r"\b<number>:? (?:must |can |has to )?wait (?:until|till|for a)\b",
        ),
    ),
    (
        Verb.ASSIGN,
        (
            r"\bassign\b",
            r"\b(?:give|offer|pass|send|hand|move|switch|transfer|allocate) <ref> (?:over |across |on |back )?to\b",
            r"\b(?:give|offer) (?!me\b|us\b|it\b)<name> <number>\b",
            r"\b(?:swap|change|switch|exchange) .{1,40} (?:for|to)\b",
            r"\breplace .{1,40} (?:with|by)\b",
            r"\b(?:match|pair) .{1,40} (?:with|to)\b",
            r"\binstead\b",
            r"\b(?:can|could) <ref> (?:please )?go to\b",
            (
                r"\b(?:i'd |we'd |i would )?(?:like|want|prefer) (?!to\b|you\b)<name> to"
                r" (?:have|take|do|ring|call|support) <ref>\b"
            ),
            r"\bmeant (?:for|to be|to say)\b",
            r"\bshould (?:go|have gone) to\b",
            r"\bshould (?:have been|be) (?!told|asked|called|rung|given|in|on|at)<name> (?:for|on) <ref>\b",
            r"\b(?:would|'d|will|'ll) (?:be|suit|make|do) (?:\w+ )?(?:better|best|a better)\b",
            r"\bis (?:a )?better(?: (?:fit|match|choice))?\b",
            r"^(?:please )?<number>(?: goes| can go| is)? (?:to|for) ",
            (
                r"^(?:please )?<number>[ ,:-]+(?:please |lets |let's |i'd |can you )*(?:give|offer|send|pass|assign)"
                r" (?:(?:it|her|him|them|this) )?to\b"
            ),
            r"^(?:please )?(?:put|pair) (?!this|it|that|a |her|his)<name> (?:with|on|onto|down for) <number>\b",
            (
                r"(?:^|(?<=, ))(?:please |and |yes |can we |could we )?(?:let'?s |i'd like to )?"
                r"(?:try|use|have|let) [\w'-]+(?: [\w'-]+)? (?:for|with|on|have|take) <ref>\b(?!'s)"
            ),
            (
                r"^(?!only |no |maybe |if |i |we |he |she |they |who |nobody )[\w'-]+(?: [\w'-]+)? (?:can|to|should)"
                r" (?:have|take) <number>\b(?!'s)"
            ),
        ),
    ),
    (
        Verb.PAUSE_VOLUNTEER,
        (
            r"\bpause\b",
            r"(?:^|\b(?:please|and|so|then|best|just) |, )rest (?:him|her|them|<name>)\b(?! of\b)",
            r"\blet <name> (?:have a )?rest\b",
            r"\bgive <name> (?:a|some) (?:break|rest|time off)\b",
            r"\bstand <name> down\b",
            r"\bstand down [a-z]",
            r"\bgive <name> no (?:more |new |further )+(?:people|calls|offers|referrals|families|one)\b",
            r"\btake <name> (?:off|out of) (?:the )?(?:rota|list|offers|pool)\b",
            r"\boff (?:the|our) (?:list|rota|books) (?:until|till?|'til)\b",
            (
                r"\bno (?:more |new )?(?:calls from|offers (?:for|to)|people for|referrals (?:for|to)) <name>"
                r" (?:until|till|for)\b"
            ),
            (
                r"\b(?:don't|do not|please don't) (?:send|offer|give) <name> (?:any(?:thing|one|body)?(?: new|"
                r" more)?(?: offers| people| referrals)?|(?:new|more) (?:offers|people|referrals)) (?:until|till"
                r"|before)\b"
            ),
        ),
    ),
    (
        Verb.APPROVE,
        (
            r"\bapprove\b",
            (
                r"(?:^|<number>[ :,-]+(?:(?:is|are|both|all|the match) )*|\b(?:all|both|three|two|rest|others"
                r"|lot) (?:are )?)approved\b(?! by)"
            ),
            r"\bas suggested\b",
            r"\bas proposed\b",
            r"^<number>:? appr(?:d|vd?)?\W*$",
            (
                r"\b(?:happy|content|fine|ok|okay|pleased|agree) with (?:what you(?: have|'ve)? (?:propose|suggest)\w*"
                r"|your (?:proposals?|suggestions?|match(?:es)?|choices?)|(?:the|that|this) (?:proposal"
                r"|suggestion|match|one|choice))\b"
            ),
            r"\bgood to go\b",
            r"\blet (?:it|them|those|these|both|that one|this one) go (?:through|ahead)\b",
            r"\bas it stands\b",
            r"\bis a yes\b",
            r"^<number>:? yes\b(?! (?:she|he|they|i|we|it)\b)",
            r"\bare a yes\b",
            r"\bgo ahead\b",
            r"\byes to\b",
            r"\bhappy with (?:that|this|the|those|these|all|both|everything)\b",
            r"\bwave (?:\w+ ){0,3}through\b",
            r"\bgets my vote\b",
        ),
    ),
    (
        Verb.SHOW,
        (
            r"\bshow\b",
            r"\beverything (?:on|about|we have on)\b",
            r"\bwhat we(?:'ve| have)? (?:got|know|have|hold) (?:on|about)\b",
            (
                r"\bwhat(?:'s| has| have we)? (?:been )?(?:done|said|happened|tried) (?:so far )?(?:for|on|with"
                r"|about|to)\b"
            ),
            r"\b(?:can|could|may) (?:i|we) (?:please )?(?:see|have a look at|look at)\b",
            r"\bdetails (?:of|on|for)\b",
            (
                r"\bwhat(?:'s| is|'s been| has been) (?:happening|going on|the (?:latest|position|story|state"
                r"|status)) (?:with|on|of|for|about)\b"
            ),
            r"\bwhat (?:do|have|did) we (?:have|got|know|hold)(?: so far)? (?:on|about|of)\b",
            r"\bwhat(?:'s| is| has)? happen(?:ed|ing) (?:with|to|on)\b",
            r"\b(?:where are we|any news) (?:with|on|of)\b",
            r"\b(?:remind me|tell me|fill me in|brief me|catch me up) (?:about|on|of|who|what) <ref>\b",
            (
                r"\b(?:pull up|look up|bring up|let me see|send me|(?:can|could|may) (?:i|we) (?:please )?(?:see"
                r"|have(?: a look at)?|look at)) (?:the (?:file|history|notes|story) (?:on|for|of) )?<number>\b"
            ),
            r"\bhow (?:is|are we|far are we|far have we got) (?:doing |getting on )?(?:with|on) <number>\b",
            r"\bhow is <number> (?:doing|going|getting on)\b",
            r"\bwho is <number>\b",
            r"\bwhat do we know\W*$",
            r"\bdig out (?:<number>|[\w-]+'s)(?= (?:for|please)|\W*$)",
            r"\bwhere (?:have|are) we got (?:to )?with\b",
            r"\b(?:file|history|background|status|latest|notes|low-?down) (?:on|of|for) <number>\b",
        ),
    ),
)
VERBS = tuple((verb, _pattern(*alternatives)) for verb, alternatives in _ORDERS)
