"""The phrases by which selling and fraud are known, and those that only a family would write: for plain text."""

from __future__ import annotations

import re

SPAM = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:seo|search engine|page (?:1|one)|rank(?:ing|ed)?\b.{0,25}\b(?:google|page|website)|not ranking"
        r"|backlinks?|domain authority|guest post|web ?site (?:audit|traffic|design)|on your website today"
        r"|high-authority|technical audit)\b",
        r"\b(?:your website|your site|your page)\b.{0,80}\b(?:rank\w*|traffic|google|audit|leads|design|speed)\b",
        r"\b(?:only |just |from )£ ?\d[\d,.]*|\b£\d+ (?:this|per|a) month|\b(?:special offer|limited time|discount"
        r"|free quote|% off|act now|best price)\b",
        r"\b(?:click here|click (?:the|this|below)|verify your account|confirm your (?:bank|account|payment|details)"
        r"|bank details|account (?:will be|has been) (?:suspended|closed|locked)|your payment is on hold"
        r"|password (?:expires|expired))\b",
        r"\b(?:unclaimed|final notice|you (?:may|might|could) be owed|claim up to|compensation (?:scheme|claim)"
        r"|lottery|inheritance|beneficiary|next of kin of|bitcoin|crypto\w*|investment opportunity|forex|casino"
        r"|viagra|loan offer|gift ?cards?)\b",
        r"\b(?:unsubscribe|opt[- ]?out here|growth (?:partner|hacker)|lead generation|b2b|marketing (?:agency"
        r"|services)|charities (?:like yours|already trust)|book a (?:demo|call with)|schedule a (?:demo|quick call)"
        r"|mailing list of|database of)\b",
        r"\bmillion (?:dollars|usd|euros?|pounds)\b|\bkindly (?:reply|revert|respond)\b|\bto (?:opt[- ]?out"
        r"|unsubscribe)\b|\breply unsubscribe\b",
        r"\b(?:cut|reduce|save|slash) (?:on )?your (?:\w+ ){0,2}(?:bills?|costs?|rates?)\b|\bby (?:up to )?\d+ ?%"
        r"|\bi represent\b.{0,40}\b(?:ltd|energy|solutions|group)\b",
        r"\b(?:we|our (?:company|team|firm|agency|experts|clients)) (?:\w+ ){0,2}(?:offer|provide"
        r"|speciali[sz]e|suppl(?:y|ies)"
        r"|deliver|help|work with|have helped|can (?:help|boost|supply|offer|save))\b.{0,80}\b(?:charit(?:y"
        r"|ies)|business(?:es)?"
        r"|organi[sz]ations?|compan(?:y|ies)|non-?profits?|clients|customers|teams?|workplaces?)\b",
        r"\b(?:pric(?:e list|ing)|quotation|free (?:trial|sample|consultation|survey|demo)|bulk order"
        r"|wholesale|no obligation"
        r"|(?:15|20|10|ten|fifteen)[- ]minute (?:call|chat|demo)|quick (?:call|demo)|leaflets?|brochure"
        r"|catalogue|promo code"
        r"|(?:followers|likes) (?:for|from)|social media (?:management|presence)|payroll|printers?"
        r"|photocopiers?|solar panels?"
        r"|(?:energy|broadband|water|card|telecoms?) (?:tariffs?|contracts?|suppliers?|rates?|terminals?"
        r"|quotes?)|cyber ?security"
        r"|crm|software|platform|app for|merchandise|branded|promotional (?:pens|products|items)|franking)\b",
        r"\b(?:your (?:mailbox|e-?mail|storage|quota|account) (?:is|has|will|storage)\b.{0,40}\b(?:full|limit"
        r"|exceeded|expire\w*"
        r"|suspend\w*|deactivat\w*|upgrade)|delivery fee|customs (?:fee|charge)|parcel (?:is|was"
        r"|could) (?:being |not )?(?:be )?"
        r"(?:held|delivered)|tax (?:refund|rebate)|outstanding (?:invoice|balance|payment)|wire transfer"
        r"|act (?:fast|quickly)"
        r"|confidential (?:business|proposal|transaction)|god bless|dear (?:beloved|friend in)|processing fee"
        r"|claim your|winner"
        r"|grant (?:funding|money) (?:available|of)|pre-?approved|risk[- ]free|guaranteed)\b",
        r"\b(?:cancelled|expires?|deleted|closed) (?:in|within) \d+ hours\b|\burgent(?:ly)? (?:action"
        r"|response) required\b",
    )
)
OF_A_FAMILY = re.compile(
    r"\b(?:my|our) (?:husband|wife|partner|son|daughter|brother|sister|dad|mum|lad|boy|girl|boyfriend|girlfriend"
    r"|fianc\w+|nephew|grandson|mate|friend|uncle|mother|father)\b|\bfy \w+|\bmae'r g[wŵ]r\b"
)
