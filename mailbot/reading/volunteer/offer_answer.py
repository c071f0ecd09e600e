"""What a volunteer answers to an offer. A wrong yes is the worst mistake, so a yes must be plain, whole and alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mailbot.reading.letter import Letter, VolunteerIntent
from mailbot.reading.words.plain import MOST_CHARACTERS, Sentence, plain, sentences
from mailbot.reading.words.wording import Hit, Wording

# Each run is taken whole and never given back: a line of "}}}}" must not be tried in every way there is.
_GREETING = re.compile(
    r"(?:(?:hi|hello|hiya|dear|hey|good morning|good afternoon|good evening|morning|afternoon|evening|helo|annwyl|"
    r"shwmae|bore da|prynhawn da)(?:[ ,]++[\w']++){0,2}+[ ,!.:-]*+|(?:ok|okay|alright|all right|oh|ooh|well|ah|"
    r"thanks|thank you|right|so|and|x)"
    r"[ ,!.-]++|[^\w]++)*+"
)
_REPLY_PREFIX = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|sv|atb|ynghylch)\s*:)+", re.IGNORECASE)
_REFERENCE = re.compile(r"\[[^\]]{0,40}\]")
_ASKING = re.compile(
    r"(?:can|could|would|do|does|did|is|are|how|what|what's|when|where|who|who's|why|which|"
    r"has|have|any chance|a oes|oes|"
    r"beth|sut|pryd|pwy|ydy|ydi|ga i|faint)\b"
    r"(?! (?:a )?(?:pleasure|lovely|great|good|nice|wonderful|safe|restful|do\b))"
)
_QUOTE_MARK = re.compile(r"(?m)^[> \t]+")
_REFUSING_SIGNS = re.compile("[\U0001f44e\u274c\u26d4\U0001f6ab\U0001f622\U0001f62d\U0001f645]|\u2639")
_YES_BEFORE = re.compile(r"(?:yes|yep|yeah|yup|aye|ie|ia)[ ,!.-]+")
_WHY_NOT = re.compile(r"why (?:ever )?not\b\W*(?:yes|yeah|of course|sign me up|count me in|\W|$)")
_BARE_NO = re.compile(r"(?:no|nope|nah|na|nage)(?:\W+(?:sorry|thanks|thank|you|ta|x+|diolch|sori|not|this|time))*\W*")
# What may stand beside "yes" for it to be a plain yes; anything more needs a phrase of "accept"
_BESIDE_YES = frozenset(
    re.findall(
        r"[\w']+",
        "please pls thanks thank you very much many x xx xxx ta definitely absolutely certainly indeed ok okay gladly "
        "yes yep yeah lovely great good fine by me of course happy to with pleasure plis diolch iawn wrth gwrs ie oh "
        "and all at i i'd i'll i'm am be would will this that one on it her him them for the lady gentleman man woman "
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
_ENDS_IN_NO = re.compile(
    r"\b(?:but|so),? (?:(?:it's|it is|i'm afraid|it has to be|a) )*no\b"
    r"(?:\W+(?:from me|sorry|this time|thanks?|ta|x))*\W*$"
)
_OUR_CHOICE = re.compile(r"\b(yes|no|ie|ydw|na|byddaf)\b")


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """``intent`` is accept, decline, conditional, question, conflict_of_interest or unclear; ``words`` decided it."""

    intent: VolunteerIntent
    also: tuple[VolunteerIntent, ...] = ()
    words: str = ""


@dataclass(slots=True)
class _Heard:
    accept: str = ""
    leaning: str = ""  # begins with a yes, and goes on
    decline: str = ""
    condition: str = ""
    able: str = ""  # "I could do it once ...": a condition and the means in one sentence
    doubt: str = ""
    question: str = ""
    conflict: str = ""


def read_offer_answer(letter: Letter, wording: Wording) -> OfferAnswer:
    """Judge only the newly written text; what else stands in the letter can take a yes away, never give one."""
    text = letter.new_text if letter.new_text.strip() else _own_subject(letter.subject)
    heard = _heard(sentences(text), wording)
    if _REFUSING_SIGNS.search(text):
        heard.doubt = heard.doubt or text[:80]
    _pointed_at(letter, wording, heard)
    answer = _judged(heard)
    if answer.intent is VolunteerIntent.ACCEPT and not _whole_letter_agrees(letter, wording):
        return OfferAnswer(VolunteerIntent.UNCLEAR, words=answer.words)
    return answer


def _own_subject(subject: str) -> str:
    """An empty letter may hold its answer in the subject; ours, with "Re:" or a reference, is no answer."""
    bare = _REFERENCE.sub("", _REPLY_PREFIX.sub("", subject)).strip()
    ours = "?" in bare or _REFERENCE.search(subject) is not None
    return "" if ours else bare


def _heard(letter: Sequence[Sentence], wording: Wording) -> _Heard:
    heard = _Heard()
    for sentence in letter:
        hits = [hit for hit in wording.volunteer.find(wording.spelt(sentence.plain)) if hit.table == "offers"]
        harmless = [hit for hit in hits if hit.section == "harmless"]
        stands = [hit for hit in hits if not any(calm.start <= hit.start < calm.end for calm in harmless)]
        _note(heard, sentence, stands, is_plain=_is_plain_yes(hits, sentence))
        bare = _without_greeting(sentence.plain)
        if _YES_BEFORE.match(bare) or any(hit.section == "accept" or _begins(hit, sentence) for hit in stands):
            heard.leaning = heard.leaning or sentence.words
        if _asks(sentence, bare):
            heard.question = heard.question or sentence.words
        elif {"able", "condition"} <= {hit.section for hit in stands}:
            heard.able = heard.able or sentence.words
        if _BARE_NO.fullmatch(bare) or _ENDS_IN_NO.search(bare):
            heard.decline = heard.decline or sentence.words
    return heard


def _note(heard: _Heard, sentence: Sentence, stands: Iterable[Hit], *, is_plain: bool) -> None:
    said = {hit.section for hit in stands}
    if is_plain:
        heard.accept = heard.accept or sentence.words
    for name in ("decline", "condition", "doubt", "conflict"):
        if name in said and not getattr(heard, name):
            setattr(heard, name, sentence.words)


def _is_plain_yes(hits: Sequence[Hit], sentence: Sentence) -> bool:
    """A yes with nothing beside it but small words, thanks, a name, or what is known to be harmless.

    "I'll take this one on" is plain; "I'll take this up with Dilys" and "I'm in Spain" are not.
    """
    said = sentence.plain
    yes = [hit for hit in hits if hit.section == "accept" or _begins(hit, sentence)]
    if not yes:
        return False
    greeting = _GREETING.match(said)
    begins = greeting.end() if greeting else 0
    covered = [*yes, *(hit for hit in hits if hit.section == "harmless")]
    beside = [
        word.group()
        for word in re.finditer(r"[\w']+", said)
        if word.start() >= begins
        and word.group() not in _BESIDE_YES
        and not any(hit.start <= word.start() < hit.end for hit in covered)
    ]
    return not beside or (len(beside) == 1 and _is_name(beside[0], sentence.words))


def _begins(hit: Hit, sentence: Sentence) -> bool:
    return hit.section == "start" and _GREETING.fullmatch(sentence.plain, 0, hit.start) is not None


def _asks(sentence: Sentence, bare: str) -> bool:
    """ "Why not?" asks nothing."""
    asked = _YES_BEFORE.sub("", bare, count=1)
    return not _WHY_NOT.match(asked) and (sentence.asks or _ASKING.match(asked) is not None)


def _is_name(word: str, words: str) -> bool:
    """Capitalised, and set off: "Yes Ben", "Happy to, Ben"; but not "I'm in Spain"."""
    set_off = rf"(?:^\W*\w+|[,.!-])\s*{re.escape(word.capitalize())}\b"
    return _NOT_A_NAME.fullmatch(word) is None and re.search(set_off, words) is not None


def _without_greeting(sentence: str) -> str:
    greeted = _GREETING.match(sentence)
    return sentence[greeted.end() :] if greeted else sentence


def _pointed_at(letter: Letter, wording: Wording, heard: _Heard) -> None:
    """ "This one please" under the quoted line that begins with YES, or with NO."""
    for quoted, answer in letter.answers:
        choices = set(_OUR_CHOICE.findall(plain(quoted)))
        given = plain(answer)
        if len(choices) != 1 or "?" in answer or not _points(given, wording):
            continue
        if choices & {"yes", "ie", "ydw", "byddaf"}:
            heard.accept = heard.accept or answer
        else:
            heard.decline = heard.decline or answer


def _points(answer: str, wording: Wording) -> bool:
    words = answer.strip(" ^<->.!✓✔☑*")
    if not words:
        return bool(answer)
    return any(hit.section == "point" and hit.end - hit.start == len(words) for hit in wording.volunteer.find(words))


def _judged(heard: _Heard) -> OfferAnswer:
    intents = VolunteerIntent
    if heard.conflict:
        also = () if heard.accept else (intents.DECLINE,)
        return OfferAnswer(intents.CONFLICT_OF_INTEREST, also, heard.conflict)
    if heard.decline and not (heard.condition and _only_weakly(heard)):
        return OfferAnswer(intents.DECLINE, words=heard.decline)
    asks = (intents.QUESTION,) if heard.question else ()
    if heard.able or ((heard.accept or heard.leaning) and heard.condition):
        return OfferAnswer(intents.CONDITIONAL, asks, heard.able or heard.condition)
    if heard.question:
        return OfferAnswer(intents.QUESTION, words=heard.question)
    if heard.accept and not heard.doubt:
        return OfferAnswer(intents.ACCEPT, words=heard.accept)
    if heard.condition and heard.doubt:
        return OfferAnswer(intents.CONDITIONAL, words=heard.condition)
    return OfferAnswer(intents.UNCLEAR, words=heard.doubt or heard.condition)


def _only_weakly(heard: _Heard) -> bool:
    """A refusal and an acceptance in one sentence: "I can't do evenings, but if mornings suit, count me in"."""
    return heard.decline == heard.condition == (heard.accept or heard.leaning)


def _whole_letter_agrees(letter: Letter, wording: Wording) -> bool:
    """Nothing unread, and no refusal in words that are neither new nor quoted (design rule 7)."""
    if letter.not_read:
        return False
    told = plain(_QUOTE_MARK.sub("", letter.new_text + "\n" + letter.quoted_text))
    lines = _QUOTE_MARK.sub("", letter.whole_text[:MOST_CHARACTERS]).splitlines()
    left = [line for line in lines if plain(line) and plain(line) not in told]
    rest = _heard(sentences("\n".join([*left, letter.passed_on])), wording)
    return not (rest.decline or rest.conflict)
