"""The words of orders: which verb a piece of a sentence holds, and what takes an order back or leaves it in doubt."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb

# In the order in which they are tried: the first that fits a piece of a sentence is its verb.
VERBS: tuple[tuple[Verb, re.Pattern[str]], ...] = tuple(
    (verb, re.compile(words))
    for verb, words in (
        (Verb.NOTE, r"^(?:please |can you |could you )?(?:(?:add|make|put) (?:a )?)?note\b"),
        (
            Verb.RESOLVE_RISK,
            r"\bresolved?\b|\b(?:take|taking|took) (?:the |that |her |his |this )?(?:risk )?flag off\b|"
            r"\b(?:lift|remove|clear|drop) the (?:risk |red )?(?:flag|alert|freeze)\b|\brisk (?:is |"
            r"has been )?(?:over|dealt with|cleared)\b",
        ),
        (Verb.REOPEN, r"\bre-?open\b"),
        (Verb.ERASE, r"\berase\b|\b(?:delete|wipe|forget) (?:everything|all|his|her|their|this person|the lot)\b"),
        (Verb.ADD_VOLUNTEER, r"\badd (?:(?:a|the|our|this|another) )?(?:new )?volunteer\b|\bnew volunteer:"),
        (
            Verb.LIST_VOLUNTEERS,
            r"\bwho(?:'s|s| is| are| else|'s got| has| can|'ve)?\b.{0,40}\b(?:free|room|available|space|capacity)\b|"
            r"\b(?:list|show)(?: me)?(?: all| the)?(?: free| available)? volunteers\b|"
            r"\bwhich volunteers\b|\bany volunteers\b|\b(?:which|any) befrienders\b|"
            r"\bvolunteers (?:do we have|have we got)\b|"
            r"\b(?:send|give)(?: me| us)? (?:a list of )?(?:the |our |all the )?(?:free |available )?volunteers\b|"
            r"\b(?:any|some)(?:one|body) (?:free|available|with (?:room|space))\b|"
            r"\bwho could take (?:on )?(?:another|one more)\b",
        ),
        (
            Verb.REPORT,
            r"\breports?\b|\b(?:the |some )?(?:figures|statistics|stats|numbers) (?:for|of|on|since|"
            r"from)\b|\bhow many (?:referrals|matches|calls|people|families) (?:did we|have we|were|are)\b",
        ),
        (
            Verb.HELP,
            r"^help\b(?! (?:her|him|them|us|me with))|\bwhat (?:can|am|may|"
            r"could) i (?:allowed to )?(?:say|ask|do|write|tell)\b|"
            r"\bwhat (?:do|can) you understand\b|"
            r"\bwhat words\b.{0,30}\b(?:use|understand|work)\b|\b(?:remind me of|tell me) (?:the |what )commands\b|"
            r"\bhow (?:do i|does one|do you) use (?:this|it)\b|\bwhat (?:are )?the commands\b|\bhow does this work\b",
        ),
        (
            Verb.CLOSE,
            r"\bclose\b|\bclosing\b|\bshut (?:r-?\d+|\d{4}) down\b|"
            r"\btake (?:r-?\d+|\d{4}) off (?:the |our )?(?:list|books)\b",
        ),
        (
            Verb.HOLD,
            r"\bholds?\b|\bsit on\b|\bpark\b|\bput .{0,30}\bon hold\b|\bgo on hold\b|\bon ice\b|"
            r"\bkeep (?:r-?\d+|\d{4}|it|her|him|this one) (?:back|waiting|on hold)\b|\bpause (?:r-?\d+|\d{4})\b|"
            r"\bleave (?:r-?\d+|\d{4}|it|her|him|this one) (?:alone |be |as it is )?(?:until|till|til)\b|"
            r"\b(?:put|push) (?:r-?\d+|\d{4}|it|this one) (?:off|back) (?:until|till|for)\b|"
            r"\b(?:r-?\d+|\d{4}) (?:must |can |has to )?wait (?:until|till|for a)\b",
        ),
        (
            Verb.ASSIGN,
            r"\bassign\b|\bgive (?:r-\d+|\d{4}|it|her|him|this|this one|them) to\b|\bmatch .{1,40} (?:with|to)\b|"
            r"\binstead\b|\bmeant for\b|^(?:please )?(?:r-?\d+|\d{4})(?: goes)? (?:to|for) |"
            r"^(?:please )?(?:(?:put|pair) [\w' -]{2,40} with|let [\w' -]{2,40} (?:have|take)) (?:r-?\d+|\d{4})\b|"
            r"^(?!only |no |maybe |if |i |we |he |she |they |who |nobody )[\w'-]+(?: [\w'-]+)? can (?:have|take) "
            r"(?:r-?\d+|\d{4})\b",
        ),
        (Verb.PAUSE_VOLUNTEER, r"\bpause\b|\brest\b"),
        (
            Verb.APPROVE,
            r"\bapproved?\b|\bas suggested\b|\bas it stands\b|\bis a yes\b|\bgo ahead\b|"
            r"\bhappy with (?:that|this|the)\b",
        ),
        (
            Verb.SHOW,
            r"\bshow\b|\beverything (?:on|about)\b|\bdetails (?:of|on|for)\b|\bwhat(?:'s|"
            r" is) (?:happening|going on|the (?:latest|position|story)) (?:with|on)\b|"
            r"\bwhat (?:do|have) we (?:have|got|know|hold) (?:on|about)\b|"
            r"\b(?:where are we|any news) (?:with|on|of)\b|"
            r"\b(?:remind me|tell me|fill me in) (?:about|on) (?:r-?\d+|\d{4})\b|"
            r"\b(?:pull up|look up|bring up|let me see) (?:the file (?:on|for) )?(?:r-?\d+|\d{4})\b|"
            r"\bhow (?:is|are we|far are we|far have we got) (?:doing )?(?:with|on) (?:r-?\d+|\d{4})\b|"
            r"\bwhere (?:have|are) we got (?:to )?with\b|"
            r"\b(?:file|history|background|status|latest) (?:on|of|for) (?:r-?\d+|\d{4})\b",
        ),
    )
)
NO_REFERENCE = frozenset({Verb.LIST_VOLUNTEERS, Verb.ADD_VOLUNTEER, Verb.PAUSE_VOLUNTEER, Verb.REPORT, Verb.HELP})
TAKEN_BACK = re.compile(
    r"\b(?:no,? wait|scrap that|ignore (?:what|that|my|the)|leave (?:him|her|them|it|that|"
    r"this|r-\d+|\d{4})\b(?! (?:alone |be |as it is )?(?:until|till|til)\b)|on second thoughts|"
    r"forget (?:that|what i|i said|it)\b|cancel that|as you were)"
)
RULED_OUT = re.compile(
    r"\b(?:don'?t|do not|didn'?t|never|not|won'?t|can'?t|cannot|shouldn'?t|wouldn'?t|mustn'?t|"
    r"isn'?t|no need to|without|nobody should)\b"
)
UNCERTAIN = re.compile(
    r"\b(?:if|unless|maybe|perhaps|might|should|think|shall (?:we|i)|do you think|thinking of|thinking about|not sure"
    r"|could\b(?! you)|would\b(?! you)|would you (?:like|prefer|rather)|you (?:could|may|might)|whether|wonder|hop(?:e"
    r"|ing)|wish|want(?:s|ed)? to|suggest|propos\w+|ask(?:ed|s) (?:whether|if|me|about)|supposed|have to|need(?:s)? to"
    r"|what if|would it|was going to|were going to|going to|wondering|once (?:she|he|they|i|we)|when (?:she|he|they)"
    r"|could be|may be|tempted|will probably|i'?ll|i will|we'?ll|i'?d|we'?d|ought|used to|what happens|how do i|can i"
    r"|could i|am i|may i)\b"
)
AT_ONCE = frozenset({Verb.CLOSE, Verb.ERASE, Verb.APPROVE, Verb.ASSIGN, Verb.REOPEN, Verb.RESOLVE_RISK})
PUT_OFF = re.compile(
    r"\b(?:some ?day|one day|at some point|eventually|later|when|once|after|next (?:week|month|year)|tomorrow|soon"
    r"|in due course|in (?:a|the) (?:few|week|month|couple|future)|sometime|perhaps|maybe|yet)\b"
)
RESOLVED = re.compile(  # a concern is resolved by saying plainly that it is
    r"(?:(?:ok|okay|yes|thanks|please|hi|morning)\W+)*(?:mark )?(?:(?:r-?\s?\d+|l-\s?\d+|\d{4}|it|this|that|now|is|as"
    r"|has|been|all|the|concern|alert|about|on|for|that's|it's|i've|i|we|we've|have"
    r"|please)\W+)*resolved?\b(?! (?:to (?!r-|l-)|by\b|soon|when|if|once|next|in\b|on (?!r-|l-)|tomorrow|later|not\b"
    r"|yet))"
)
ALREADY = re.compile(
    r"\b(?:i|i've|we|we've|has|have|was|were|been|already|ruth|imran|he|she|they) (?:have |"
    r"has |already |just )?(?:closed|approved|assigned|held|reopened|erased|paused|noted|"
    r"closing)\b"
)
ASKED_POLITELY = re.compile(
    r"\bcan (?:r-?\d+|\d{4}) go on hold\b|"
    r"\b(?:can|could|would|will) you\b|\bplease\b|\bcould i have\b|\bcan i have\b|\bmay i have\b"
)
ALL = re.compile(
    r"\ball (?:of (?:them|these)|the (?:above|rest)|three|two|four|five|six|\d)\b|\ball\b(?=$|"
    r"[ ,.!]*(?:please|thanks|approved))|\bboth\b|\bthe lot\b|\beverything\b"
)
LEADING_REFERENCE = re.compile(r"^\W*(?:(?:R-?\s?)?\d{4,6}|L-\s?\d+)\b[ \t]*[:,–-]?[ \t]*", re.IGNORECASE)
NAME_WORD = r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*"
NAME = re.compile(rf"(?<![\w-])(?!Assign|Give|Please|Match|Could|Can)(?:{NAME_WORD} ){{1,2}}{NAME_WORD}(?![\w-])")
SIGN_OFF = re.compile(
    r"^(?:thanks|thank you|ta|cheers|many thanks|kind regards|regards|best|best wishes|"
    r"morning|hi|hello|hiya|afternoon)\b[^?]{0,30}$"
)
FOR_WEEKS = re.compile(r"\bfor (?:(a fortnight)|(a|one|two|three|four) weeks?)\b")
TOLD_OF = re.compile(r"\b(?:has|have|had) (?:written|asked|rung|emailed|requested)\b|\bdeleted?\b")
SOMEBODY = re.compile(r"\b(?:pause|rest) (?:him|her|them)\b")
