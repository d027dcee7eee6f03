"""Where Chinese text may break: titles after a whole phrase; never inside a figure or a number of a document (断行)."""

import re

BREAK = "<wbr>"
SHORTEST = 3

_CLOSING = "》）”、，：；。〕"
_OPENING = "《（“"
_PHRASE_ENDS = (
    r"关于",
    r"进一步",
    r"(?:加强|推动|推进|促进|落实|做好|深化)",
    r"新时代",
    r"自治区",
    r"市(?=实施|人民|人力|关于)",
    r"人才(?=队伍|培养|工作|评价)",
    r"的(?!确)",
    r"(?<!共)和(?![谐平国])",
    r"等(?!级)",
    rf"[{_CLOSING}](?![{_CLOSING}])",
)
_PHRASE_BEGINS = (
    rf"(?<![{_OPENING}])[{_OPENING}]",
    r"若干(?:措施|意见|规定|政策)",
    r"(?:实施|工作|行动|管理|暂行)(?:方案|意见|办法|计划|细则)",
    r"各[^\W\d_]",
)
_UNITS = r"(?:[十百千万亿]+(?:元|人次|人|家|个|项)?|元|人次|人|家|个月|个|倍|年底|年末|年|月|项|份|条|次|名|所|期|课时|％|%)"
_WHOLE = re.compile(
    r"[一-鿿]{2,8}〔\d{4}〕\d+号"
    rf"|(?:每[人家个年项次])?\d[\d,.]*(?:[—－-]\d[\d,.]*)?{_UNITS}(?:/(?:人次|人年|人|家|个|年|月|项|次|课时|期))?(?:以上|以下|左右)?"
    r"|“[^“”]{1,6}\+[^“”]{0,6}”"
)
_AFTER = re.compile("|".join(_PHRASE_ENDS))
_BEFORE = re.compile("|".join(_PHRASE_BEGINS))


def phrase_parts(title: str) -> tuple[str, ...]:
    """Split *title* into phrases that may stand on lines of their own; joined again they are *title* unchanged.

    Breaks after punctuation that closes a phrase and after the words that open official titles (关于, 进一步, 的 …),
    before brackets, book title marks and the kind of document (若干措施, 实施方案 …). A phrase of fewer than three
    characters stays with the next one. An empty title has no phrases.
    """
    cuts = {match.end() for match in _AFTER.finditer(title)} | {
        match.start() for match in _BEFORE.finditer(title)
    }
    parts: list[str] = []
    begin = 0
    for cut in sorted(cuts):
        if cut - begin >= SHORTEST and len(title) - cut >= SHORTEST:
            parts.append(title[begin:cut])
            begin = cut
    return (*parts, title[begin:]) if title else ()


def bound_parts(text: str) -> tuple[tuple[str, bool], ...]:
    """Cut *text* into parts, each with whether a line may not end inside it; joined again they are *text* unchanged.

    Bound are a number with its unit (每人30万元, 600元/人, 3.5%以上), a 文号, and a pair of words like “智能+技能”.
    """
    parts: list[tuple[str, bool]] = []
    end = 0
    for match in _WHOLE.finditer(text):
        parts += [(text[end : match.start()], False), (match.group(), True)]
        end = match.end()
    parts.append((text[end:], False))
    return tuple(part for part in parts if part[0])
