"""The words by which a referral itself is changed: noted, resolved, reopened, erased, closed, held.

What stands between angle brackets is explained in ``order_words``.
"""

from __future__ import annotations

NOTE = (
    r"<lead>(?:mark|enter|write|put|log|record|add)(?: down)? (?:on|against|for|to|in) <number> that\b",
    (
        r"<lead>add a (?:line|word|comment|remark) (?:to|on|for|about) (?:<number>|(?:the|her|his|their) (?:file"
        r"|record))\b"
    ),
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
)
RESOLVE_RISK = (
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
        r"\b(?:risk|concern|alert|alarm|worry|flag) (?:(?:on|for|at|about|over|with) <number> )?(?:is |has been "
        r"|now |all )*"
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
)
REOPEN = (
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
    r"\bbring <ref>(?: both| all)? back(?: to life| on| from)?\b(?! (?:up )?(?:with|to me))",
    r"\bput <ref> back on (?:the|our) (?:list|books)\b",
)
ERASE = (
    r"\berase\b",
    (
        r"\b(?:delete|wipe|destroy|shred|forget) (?:everything|all|his|her|their|this person|the lot|the"
        r" (?:record|file|data|details)|<number>(?:'s)?(?: (?:record|file|data|details))?)\b"
    ),
    r"\bremove (?:every trace|everything|all (?:the )?(?:data|details|trace))\b",
)
CLOSE = (
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
)
HOLD = (
    (
        r"(?<!get )(?<!got )(?<!off )(?<!out of )(?<!we )(?<!you )(?<!they )(?<!to )(?<!i )(?<!on )\bholds?\b"
        r"(?! (?:of|about|on (?:him|her|them|file)|a meeting|off \w+ing)\b)"
    ),
    r"\bsit on\b",
    r"\b(?:hang|hold) on to <ref>\b",
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
)
