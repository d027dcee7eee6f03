"""Places where a long Chinese title may break: after a whole phrase, never inside a word."""

import re

BREAK = "<wbr>"
SHORTEST = 3

_AFTER_MARK = re.compile(r"(?<=[》）”、，：；。）〕])(?![》）”、，：；。〕])")
_BEFORE_MARK = re.compile(r"(?<![《（“〔])(?=[《（“])")
_AFTER_PARTICLE = re.compile(r"(?<=关于)|(?<=进一步)|(?<=的(?!确))|(?<=加强)|(?<=推动)|(?<=推进)|(?<=实施)(?!方案|意见|办法|细则)|(?<=工作)(?=实施|方案|意见|总结|要点)|(?<=人才)(?=队伍|培养|工作)|(?<=建设)(?=的|工作|方案|意见|若干)")


def phrase_parts(title: str) -> tuple[str, ...]:
    """Split *title* into phrases that may stand on lines of their own; joined again they are *title* unchanged.

    Breaks after punctuation that closes a phrase, before brackets and book title marks, and after the function words
    of official titles (关于, 的, 进一步 …). A phrase shorter than three characters stays with its neighbour.
    """
    cuts = {match.start() for rule in (_AFTER_MARK, _BEFORE_MARK, _AFTER_PARTICLE) for match in rule.finditer(title)}
    parts: list[str] = []
    begin = 0
    for cut in sorted(cuts):
        if cut - begin >= SHORTEST and len(title) - cut >= SHORTEST:
            parts.append(title[begin:cut])
            begin = cut
    return (*parts, title[begin:]) if title else ()
