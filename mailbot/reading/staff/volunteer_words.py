"""The words about volunteers: one is new, who is free, one rests.

What stands between angle brackets is explained in ``order_words``.
"""

from __future__ import annotations

ADD_VOLUNTEER = (
    (
        r"^(?:(?:and|also|please|then) )*(?:a )?new (?:one|recruit|starter|face|volunteer|befriender)?(?: for (?:you"
        r"|us|the list))?:"
    ),
    r"^new: (?=[a-z'-]+ [a-z'-]+, )",
    r"\btake on (?:board )?(?:a|our|another) new (?:chap|man|lady|woman|person|face|volunteer|befriender|recruit)\b",
    r"\bset (?:him|her|them) up(?: as a (?:volunteer|befriender))?(?: please| for (?:me|us))?\W*$",
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
)
LIST_VOLUNTEERS = (
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
)
PAUSE_VOLUNTEER = (
    r"\bstop <name>'s (?:calls|offers|referrals)\b",
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
)
UNPAUSE_VOLUNTEER = (
    r"\b(?:un[- ]?pause|un-?rest|resume) (?!<number>|it\b|that\b|this\b)[a-z]",
    r"^(?!(?:she|he|they|i|we|it|who|that|this|everyone|everybody)\b)<name>"
    r"(?:'s| is| has) (?:now )?(?:come )?back(?: (?:from|off) (?:his|her|their|the)? ?[\w-]+)?"
    r"(?: (?:now|again|today|with us))*[ ,.!]*(?:please|so|and|thanks|$)",
    r"\b(?:end|lift|stop) (?:the )?(?:pause|rest|break) (?:for|of|on) [a-z]",
    r"\b(?:end|lift|stop) [\w'-]+(?: [\w-]+)?'s? (?:pause|rest|break)\b",
    (
        r"\b<name> (?:can|may) (?:now )?(?:have|get|take|be (?:given|sent)) (?:new )?"
        r"(?:offers|people|referrals) again\b"
    ),
    r"\bput <name> back (?:on|in|into) (?:the |our )?(?:rota|pool|list of volunteers)\b",
    r"\bstart offering <name>(?: people)? again\b",
)
