"""Numbers in a letter of another language: offered where a word for "my number" or "ring me" stands beside, and no no.

Nobody here reads these languages well, so of several numbers each must be called the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.skills.language import language_of
from mailbot.reading.skills.phones.context import Told

READ_HERE = ("en", "cy")
FEWEST_WORDS = 4


def is_abroad(text: str) -> bool:
    """Is it certainly written in neither English nor Welsh?"""
    language, certain = language_of(text)
    return certain and language not in READ_HERE and len(_WORD.findall(text)) >= FEWEST_WORDS


def judge_abroad(told: Sequence[Told], said: Sequence[str], *, for_another: bool) -> None:
    """Settle each number by the clause that it stands in; the sentence behind it may still speak against it.

    ``for_another``: somebody refers the person to be rung, so that "my number" is the wrong one.
    """
    several = len({number.found.e164 for number in told}) > 1
    if several and not for_another and any(_THEIRS.search(_clause(number)) for number in told):
        for number in told:  # the writer does not ask for themselves after all
            number.forbidden = True
        return
    for number in told:
        clause = _clause(number)
        following = said[number.at + 1] if number.at + 1 < len(said) else ""
        following = "" if _DIGITS.search(following) else following
        mine, kin = bool(_MINE.search(clause)), bool(_KIN_AT_ALL.search(clause))
        offered = bool(_THEIRS.search(clause)) and not mine if for_another else mine and not kin
        refused = bool(_NO.search(clause) or _NO_BACK.search(following.lower())) or (not offered and (mine or kin))
        number.forbidden = refused or not (offered or (not several and not number.forbidden))


def _clause(number: Told) -> str:
    lower = number.sentence.lower()
    before, after = lower[: number.found.start], lower[number.found.end :]
    pieces = [piece for piece in _ENDS.split(before) if re.search(r"\w", piece)]
    touching = _ENDS.split(before)[-1]
    if not re.search(r"\w", touching) and pieces and not _DIGITS.search(pieces[-1]):
        touching = pieces[-1]  # "numer mojego męża: 07700 ..."
    behind = next((piece for piece in _ENDS.split(after)[:2] if re.search(r"[^\W\d_]", piece)), "")
    return f"{touching} \n {'' if _DIGITS.search(behind) else behind}"


_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d{4}")
_ENDS = re.compile(
    r"[,;:.!?()،؛。，]|\s-\s|\b(?:ale|lecz|tylko nie|et|mais|pero|mas|und|aber|sondern|dar|ama|fakat|lekin|magar|aur|но"
    r"|але|а|ir|bet|laakiin|por|y|și|si|ve)\b"
)
_KIN = (
    r"mąż|męża|mężem|mężowi|żony|brata?|siostry|matki|mamy|ojca|teściow\w+|syna|córki|mari|femme|frère|sœur|soeur"
    r"|mère|père"
    r"|belle-mère|fils|fille|copain|marido|esposo|mujer|hermano|hermana|madre|padre|suegra|hijo|hija|novio|soț\w*"
    r"|sotul\w*"
    r"|soției|frate\w*|sora|surorii|mama mea|mamei|tata|soacr\w+|irmão|irmã|mãe|pai|sogra|filho|filha|mann|mannes"
    r"|bruder"
    r"|schwester|mutter|vater|schwieger\w+|муж\w*|чолов\w+|брат\w*|сестр\w+|мам\w+|мать|матери|отца|свекров\w+"
    r"|kocam\w*"
    r"|eşim\w*|kardeşim\w*|annem\w*|babam\w*|kayınvalide\w*|ninkayga|walaal\w+|hooyaday|shohar|shauhar|khavind|miyan"
    r"|mian"
    r"|bhai|behen|behan|saas|sasur\w*|pati|abbu|ammi|beta|bete|beti|vyro|vyras|brolio|sesers|mamos|burri\w*|vëllai\w*"
    r"|manžel\w*|brat\w*|sestr\w+|fratello|sorella|marito|suocera|moglie|زوجي|أخي|أختي|أمي|شوہر|بھائی|पति|भाई|ਪਤੀ"
    r"|ਭਰਾ|স্বামী"
)
_NO = re.compile(
    r"\b(?:nie|nigdy|stary|starego|stare|dawny|nieaktualny|pas|jamais|plus|ancien|vieux|n'|no|nunca|jamás|viejo"
    r"|antiguo|anterior"
    r"|nu|niciodată|niciodata|vechi|vechiul|não|nao|velho|antigo|nicht|niemals|kein\w*|alte|alten|altes|ne|nebe\w*"
    r"|senas|senasis"
    r"|не|нет|нельзя|никогда|ніколи|старый|старий|değil|eski|aramayın|sakın|mat|nahi|nahin|nahee|na|kabhi|purana"
    r"|purani|ha|maya"
    r"|hore|jo|mos|vjetër|starý|staré|nikdy|non|mai|vecchio|لا|ليس|القديم|نہ|نہیں|مت|नहीं|मत|न|ਨਹੀਂ|ਨਾ|না|不|别|旧"
    r"|không|old|not"
    r")\b"
)
_KIN_AT_ALL = re.compile(rf"\b(?:{_KIN})\b")
_THEIRS = re.compile(
    r"\b(?:jej|jego|numer mamy|numer taty|son numéro|son portable|appelez-la|appelez-le|la joindre|le joindre"
    r"|su número|su numero"
    r"|su móvil|su teléfono|llamarla|llamarlo|numărul ei|numărul lui|numarul ei|numarul lui|número dela|número dele"
    r"|ligar-lhe"
    r"|ihre nummer|seine nummer|её номер|ее номер|его номер|її номер|його номер|onun numarası|numarası|uska|unka"
    r"|unki|uski|unko"
    r"|lambarkeeda|lambarkiisa|jos numeris|jo numeris|její číslo|jeho číslo|suo numero|chiamarla|chiamarlo"
    r"|numri i saj)(?!\w)"
)
_NO_BACK = re.compile(
    rf"^\W*(?:to jest|to|c'est|ce numéro|celui|es|ese|este|esse|é|das ist|das|dies\w*|это|це|bu|o|yeh|ye|wo|woh|is"
    rf"|us|aceasta"
    rf"|este|ăsta|tai|kjo|ky|questo|è|هذا|یہ|वह|यह)\b.{{0,30}}\b(?:{_KIN}|nie|pas|no|nu|não|nicht|не|değil|mat|nahi"
    rf"|nahin|na)\b"
    r"|^\W*(?:nie dzwo\w+|n'appelez pas|ne m'appelez pas|no llam\w+|nu suna\w+|não lig\w+|не звон\w+|не дзвон\w+"
    r"|aramayın)"
)
_MINE = re.compile(
    r"\b(?:mój|moj|mojej|moja komórka|mój telefon|nowy numer|proszę dzwonić|proszę zadzwonić|dzwonić do mnie"
    r"|dzwonić na|zadzwonić"
    r"|tylko|mon numéro|mon portable|mon téléphone|mon nouveau|appelez-moi|m'appeler|me joindre|me contacter"
    r"|seulement|mi número"
    r"|mi numero|mi móvil|mi teléfono|mi nuevo|llámeme|llámenme|llamarme|llamen|llame al|sólo|solo|solamente"
    r"|numărul meu"
    r"|numarul meu|telefonul meu|mobilul meu|sunați-mă|sunati-ma|suna la|suna pe|sunați la|doar|numai|meu número"
    r"|meu numero"
    r"|meu telemóvel|meu telefone|ligue-me|ligar para|liguem|meine nummer|meine neue|meine handynummer|mein handy"
    r"|rufen sie mich|erreichbar|erreichen|nur|мой номер|мой телефон|мой новый|звоните|позвоните|звонить|только"
    r"|мій номер"
    r"|мій телефон|дзвоніть|подзвоніть|тільки|benim numaram|numaram|telefonum|cep telefonum|beni arayın"
    r"|arayabilirsiniz|sadece"
    r"|lambarkayga|nambarkayga|taleefankayga|i soo wac\w*|iga soo wac\w*|mera|mere number|mere mobile|mujhe|mujhko"
    r"|sirf|mano"
    r"|skambinkite|paskambinkite|numri im|telefoni im|më telefononi|moje číslo|môj|můj|zavolajte|volajte|mio numero"
    r"|mio cellulare|chiamatemi|chiamarmi|رقمي|هاتفي|جوالي|اتصلوا|میرا|मेरा|मुझे|ਮੇਰਾ|ਮੈਨੂੰ|আমার|我的|số của tôi)(?!\w)"
)
