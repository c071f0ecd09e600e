"""Is one sentence of an answer to an offer a plain yes: a yes with nothing beside it that could bend it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.words.lexicon import Hit
from mailbot.reading.words.plain import Sentence

# Each run is taken whole and never given back: a line of "}}}}" must not be tried in every way there is.
_GREETING = re.compile(
    r"(?:(?:hi|hello|hiya|dear|hey|good morning|good afternoon|good evening|morning|afternoon|evening|helo|annwyl|"
    r"shwmae|bore da|prynhawn da)(?:[ ,]++[\w']++){0,2}+[ ,!.:-]*+|(?:ok|okay|alright|all right|oh|ooh|well|ah|"
    r"okey dokey|okie dokie|ta|gosh|wow|omg|oh my (?:god|days|word)|haha|lol|hooray|hurrah|"
    r"goodness|crikey|blimey|aww?|hmm|right you are|then|"
    r"thanks|thank you|right|so|and|x)"
    r"[ ,!.-]++|[^\w]++)*+"
)
# What may stand beside "yes" for it to be a plain yes; anything more needs a phrase of "accept"
_BESIDE_YES = frozenset(
    re.findall(
        r"[\w']+",
        "please pls thanks thank you very much many x xx xxx ta definitely absolutely certainly indeed ok okay gladly "
        "yes yep yeah lovely great good fine by me of course happy to with pleasure plis diolch iawn wrth gwrs ie oh "
        "and all at i i'd i'll i'm am be would will this that one on it her him them for the lady gentleman man woman "
        "lawr gyfer ar ei ffonio hi fo fe o hon mi i'w rhowch fi y am plis ddiolch chi gyda efo gen hynny "
        "byddwn baswn byswn bydden rwy dwi rydw hwn hynny ymlaen "
        "bendant siwr finally thrilled ready waiting that's it's confirmed bydda byddaf ymlaen "
        "befriend gladly willingly go on then all right "
        "take new befriendee really so just can do my love like help thinking asking delighted glad sure person hwn "
        "hon fo hi yn n i'n dw rwy hapus helpu hyn am ofyn gofyn then should shall team "
        "dear faithfully sincerely yours",
    )
)
_NOT_A_NAME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|only|if|but|not|soon|later|i|"
    r"january|february|"
    r"march|april|may|june|july|august|september|october|november|december"
)
# "I have talked it over with my wife, and I will take him": what a yes is led up to by, in a clause of its own
_TITLED = re.compile(r"\b(?:mr|mrs|ms|miss|dr)(?:\.? [\w']+)?$")
_CLAUSE_ENDS = re.compile(r"(?:[,;:]|\s-(?=\s))\s*(?:(?:and|so)\s+)?|\s(?:and|so)\s|\bis\s+(?:that\s+)?")
_LEADS_UP = re.compile(
    r"(?:i|i've|i'm|i had|i was|we|we've|we're|she|he|they|she's|he's|they're|it|it's|it has|that|that's|this|the|her"
    r"|his|my|your|having)\s+\w"
)
_NO_LEAD = re.compile(  # a time, a condition, a wish, or what somebody said: it may bend what comes after it
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|easter|christmas|tomorrow|next|later|soon|weeks?|months?|years?|until|till|when|once"
    r"|(?<!a )while|before|if|unless|sa(?:id|ys?|ying)|told|tells?|thought|thinks?|wanted|wants?|used to|would|could"
    r"|should|might|asked|asks?|wish|hope[ds]?|hoping|promised?|pretend|jok\w+|dream\w*|life|rather|instead|wrote"
    r"|reckons?|supposed?|as for|apart|except|without|except|another|other|old|last|previous|maybe|perhaps|let)\b|\?"
)
# "..., please send the pack", "... because she sounds lovely": what may follow a commitment in a clause of its own
_COMMITS = re.compile(
    r"\b(?:i'll|i will|i shall|i can|count me|sign me|put me|accept\w*|happy|glad\w*|delighted|go ahead|matched|from me"
    r"|a yes|take|confirm\w*|mi wna|gymera|wnaf)\b"
)
_TRAILS = re.compile(
    r"\s*[,;:-]+\s*(?:and |so |as |because |since )*(?:i've|i'll|i will|she|he|they|it|that|this|she's|he's|they're"
    r"|it's|that's|thanks|thank you|please|poor)\b|\s+(?:as|because|since|and|so)\s+(?:i've|i'll|i will|she|he|they|it"
    r"|she's|he's|they're|it's|that's|thanks|thank you|please)\b"
)
_NO_TRAIL = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas"
    r"|next|later|soon|months?|years?|until|till|when|once|while|before|after|if|unless|said|told|only|would|could"
    r"|should|might|mornings|evenings|afternoons|weekends|weekdays|mondays|tuesdays|wednesdays|thursdays|fridays"
    r"|saturdays|sundays|trial|start|starting|begin|instead|except|without|other|another|own|money|expenses)\b|\?"
)
_PRAISE = re.compile(
    r"\s*[,;-]\s*(?:as |because |since )?(?:she|he|they|it|this) (?:sounds|seems|looks|reminds) [\w' ]{2,50}\W*$"
)


def is_plain_yes(hits: Sequence[Hit], sentence: Sentence, names: frozenset[str] = frozenset()) -> bool:
    """A yes with nothing beside it but small words, thanks, a name, or what is known to be harmless.

    "I'll take this one on" is plain; "I'll take this up with Dilys" and "I'm in Spain" are not. A clause that leads up
    to the yes, or praise after it, is judged as a sentence of its own would be: by what else the letter says. ``names``
    are the writer's own.
    """
    said = sentence.plain
    yes = [hit for hit in hits if hit.section == "accept" or begins_with_yes(hit, sentence)]
    if not yes:
        return False
    greeting = _GREETING.match(said)
    begins = greeting.end() if greeting else 0
    first = min(yes, key=lambda hit: hit.start)
    if first.section == "accept":
        begins = max(begins, _after_lead(said, begins, first.start))
    ends = _before_trail(said, [hit for hit in yes if hit.section == "accept"])
    covered = [*yes, *(hit for hit in hits if hit.section == "harmless")]
    beside = [
        word.group()
        for word in re.finditer(r"[\w']+", said)
        if begins <= word.start() < ends
        and word.group() not in _BESIDE_YES
        and not (word.group() in names and word.end() >= len(said.rstrip(" .!x")))
        and not any(hit.start <= word.start() < hit.end for hit in covered)
        and not _TITLED.search(said, 0, word.end())
    ]
    return not beside or (len(beside) == 1 and _is_name(beside[0], sentence.words))


def _after_lead(said: str, begins: int, yes: int) -> int:
    """Where the clause of the yes begins, if what stands before it is a clause that cannot bend it; else ``begins``."""
    ends = [found for found in _CLAUSE_ENDS.finditer(said, begins, yes) if found.end() <= yes]
    if not ends:
        return begins
    lead = said[begins : ends[-1].start()]
    harmless = _LEADS_UP.match(lead) and not _NO_LEAD.search(lead)
    return ends[-1].end() if harmless else begins


def _before_trail(said: str, firm: Sequence[Hit]) -> int:
    """Where a clause begins that only goes on from a commitment; the end of the sentence when there is none."""
    if not firm:
        return len(said)
    last = max(hit.end for hit in firm)
    praise = _PRAISE.search(said, last)
    if praise:
        return praise.start()
    trail = _TRAILS.search(said, last)
    commits = any(_COMMITS.search(said[hit.start : hit.end]) for hit in firm)
    harmless = trail is not None and commits and not _NO_TRAIL.search(said, trail.start())
    return trail.start() if trail and harmless else len(said)


def begins_with_yes(hit: Hit, sentence: Sentence) -> bool:
    """A phrase that is a yes only at the very beginning."""
    return hit.section == "start" and _GREETING.fullmatch(sentence.plain, 0, hit.start) is not None


def without_greeting(sentence: str) -> str:
    """The plain sentence from its first word that is no greeting."""
    greeted = _GREETING.match(sentence)
    return sentence[greeted.end() :] if greeted else sentence


def _is_name(word: str, words: str) -> bool:
    """Capitalised, and set off: "Yes Ben", "Happy to, Ben"; but not "I'm in Spain"."""
    set_off = rf"(?:^\W*\w+|[,.!-]|\b(?:[Pp]lease|[Tt]hanks|[Yy]ou))\s*{re.escape(word.capitalize())}\b"
    return _NOT_A_NAME.fullmatch(word) is None and re.search(set_off, words) is not None
