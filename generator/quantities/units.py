"""The table of units: how a unit is printed, its base unit and the factor between them.

To teach the handbook a unit, add a line to ``UNITS``. Two units are comparable when they share a base; a line never
joins what the documents keep apart: 人 and 人次, 日 and 工作日, % and 百分点. 万 and 亿 are part of the numeral (30万元 is
30万 and 元), so 万元 needs no line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as it is printed (单位): ``printed`` is ``factor`` × ``base``; ``note`` says what it counts."""

    printed: str
    base: str
    factor: Decimal
    note: str


def _unit(printed: str, note: str, base: str = "", factor: str = "1") -> Unit:
    return Unit(printed, base or printed, Decimal(factor), note)


UNITS: tuple[Unit, ...] = (
    # money; another currency is another base, no exchange rate is ever applied
    _unit("元", "人民币"),
    _unit("元人民币", "人民币", base="元"),
    _unit("圆", "人民币的大写写法", base="元"),
    _unit("美元", "美国货币"),
    _unit("欧元", "欧元区货币"),
    _unit("港元", "香港货币"),
    # people
    _unit("人", "人数"),
    _unit("名", "人的量词：10名即10人", base="人"),
    _unit("位", "人的量词：10位即10人", base="人"),
    _unit("人次", "参加的次数，一人可计多次；不与人数换算"),
    _unit("户", "家庭或登记的户"),
    # countable things: measure words are kept apart, since they count different things
    _unit("个", "一般事物"),
    _unit("家", "企业、机构"),
    _unit("所", "学校、医院"),
    _unit("项", "项目、任务、措施"),
    _unit("门", "课程"),
    _unit("条", "条文、生产线、产业链"),
    _unit("次", "次数"),
    _unit("期", "培训班等的期数"),
    _unit("批", "批次"),
    _unit("届", "届次"),
    _unit("轮", "轮次"),
    _unit("场", "活动"),
    _unit("班", "班级"),
    _unit("支", "队伍"),
    _unit("类", "类别"),
    _unit("种", "种类"),
    _unit("件", "事项、物件"),
    _unit("份", "文书"),
    _unit("篇", "文章"),
    _unit("部", "教材、法规"),
    _unit("部门", "联合发文的部门"),
    _unit("套", "教材、设备、住房"),
    _unit("台", "设备"),
    _unit("间", "房间"),
    _unit("座", "建筑"),
    _unit("处", "地点"),
    _unit("级", "等级数"),
    _unit("分", "得分"),
    # teaching
    _unit("课时", "教学时数；不与小时换算"),
    _unit("学时", "教学时数；不与课时、小时换算"),
    _unit("学分", "学分"),
    _unit("学期", "学期"),
    _unit("学年", "学年；不与自然年换算"),
    # durations: months and days are two bases, since a month has no fixed number of days
    _unit("年", "时长", base="月", factor="12"),
    _unit("周年", "时长", base="月", factor="12"),
    _unit("季度", "时长", base="月", factor="3"),
    _unit("个季度", "时长", base="月", factor="3"),
    _unit("个月", "时长", base="月"),
    _unit("周", "时长", base="日", factor="7"),
    _unit("星期", "时长", base="日", factor="7"),
    _unit("个星期", "时长", base="日", factor="7"),
    _unit("天", "时长", base="日"),
    _unit("日", "时长"),
    _unit("个日历日", "时长", base="日"),
    _unit("自然日", "时长", base="日"),
    _unit("个自然日", "时长", base="日"),
    _unit("工作日", "时长，不含休息日；不与日换算"),
    _unit("个工作日", "时长，不含休息日", base="工作日"),
    _unit("小时", "时长；不与日换算"),
    _unit("个小时", "时长", base="小时"),
    _unit("分钟", "时长；不与小时换算，换算后未必是有限小数"),
    _unit("岁", "年龄"),
    _unit("周岁", "年龄", base="岁"),
    # shares and multiples
    _unit("%", "百分比"),
    _unit("％", "百分比，全角", base="%"),
    _unit("‰", "千分比", base="%", factor="0.1"),
    _unit("成", "十分之几：六成即60%", base="%", factor="10"),
    _unit("百分点", "两个百分比之差；不与百分比换算"),
    _unit("个百分点", "两个百分比之差", base="百分点"),
    _unit("倍", "某一标准的倍数"),
    # measures
    _unit("平方米", "面积"),
    _unit("亩", "面积，中国市制"),
    _unit("公里", "长度"),
    _unit("吨", "重量"),
)

# 月 is no length of time (“3月” is March), but it divides time: 每月, 元/人·月.
PER_WORDS = frozenset({*(unit.printed for unit in UNITS), "月"} - {"%", "％", "‰", "成"})


def _by_first_sign(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """*words* by the sign they begin with, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


NO_UNIT = re.compile("分[配担摊]|成[立员果]")
"""Words that begin with the sign of a unit: 按1:2分配."""
_BY_PRINTED = {unit.printed: unit for unit in UNITS}
_UNITS_AT = _by_first_sign(_BY_PRINTED)
_PER_WORDS_AT = _by_first_sign(PER_WORDS)


def unit_at(text: str, position: int) -> Unit | None:
    """The longest unit of the table that begins at *position* of *text* (人次, not 人), or None."""
    for word in _UNITS_AT.get(text[position : position + 1], ()):
        if text.startswith(word, position) and not NO_UNIT.match(text, position):
            return _BY_PRINTED[word]
    return None


def per_word_at(text: str, position: int) -> str | None:
    """The longest word behind 每 or / that begins at *position* (人, 年, 月, 工作日), or None."""
    for word in _PER_WORDS_AT.get(text[position : position + 1], ()):
        if text.startswith(word, position):
            return word
    return None
