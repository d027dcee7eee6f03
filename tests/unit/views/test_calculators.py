"""Calculators come from the fields of the facts: what is multiplied, added, capped."""

from generator.library import Library
from generator.views.calculators import Calculator, Calculators
from tests.fictional import FINAL, library

GRANT = """      - id: butie-e
        kind: money
        label: 培训补贴
        indicator: subsidy
        value: 600元
        quote: 一次性给予每人600元补贴
        per: [人]
        frequency: 一次性
        nature: 补贴"""
LIMIT = "      - {id: cishu,"
MONEY = "quote: x, nature: 补贴, payee: {absent: not_stated}, payer: {absent: not_stated}, fund: {absent: not_stated}"


def _calculator(library: Library, fact: str = "butie-e") -> Calculator | None:
    return Calculators(library).calculator(library.facts[f"yunzhou-peixun-2024/{fact}"])


def _with(*facts: str) -> Library:
    """The fictional library with more facts in the clause on subsidies."""
    lines = "\n".join(f"      - {{{fact}}}" for fact in facts)
    return library((FINAL, LIMIT, f"{lines}\n{LIMIT}"))


def test_a_subsidy_per_person_is_multiplied_by_persons():
    """600 元 for each person: one row, one factor, nothing rounded."""
    found = _calculator(library())

    assert found is not None
    assert [(row.low, row.high, [f.label for f in row.factors]) for row in found.rows] == [
        ("600", "600", ["人数"])
    ]


def test_what_adds_to_a_subsidy_is_added_in_its_calculator():
    """追加 has a row of its own with a link to its fact."""
    found = _calculator(
        _with(f"id: zhuijia, kind: money, label: 追加, value: 200元, per: [人], adds_to: butie-e, {MONEY}")
    )

    assert found is not None
    assert [row.low for row in found.rows] == ["600", "200"]
    assert found.rows[1].url == "documents/yunzhou-peixun-2024/#f-zhuijia"


def test_what_adds_has_no_calculator_of_its_own():
    """The addition is worked out together with what it adds to."""
    more = _with(f"id: zhuijia, kind: money, label: 追加, value: 200元, per: [人], adds_to: butie-e, {MONEY}")

    assert _calculator(more, "zhuijia") is None


def test_a_range_per_person_and_year_keeps_both_ends():
    """6000—8000 元 for each person and year is multiplied twice, low and high."""
    found = _calculator(
        _with(f"id: xuetu, kind: money, label: 学徒, value: 6000元—8000元, per: [人, 年], {MONEY}"), "xuetu"
    )

    assert found is not None
    row = found.rows[0]
    assert (row.low, row.high, [f.unit for f in row.factors]) == ("6000", "8000", ["人", "年"])


def test_an_upper_bound_is_marked():
    """最高 600元 is no promise of 600."""
    found = _calculator(library((FINAL, "value: 600元\n", "value: 最高不超过600元\n")))

    assert found is not None
    assert found.rows[0].bound == "le"


def test_several_caps_hold_together_and_the_least_decides():
    """Two ceilings on one unspecified payment make one calculator of shares."""
    unknown = "payee: {absent: not_stated}, payer: {absent: not_stated}, fund: {absent: not_stated}"
    more = _with(
        f"id: jixiao, kind: unspecified, label: 绩效, value: 若干, quote: x, {unknown}",
        "id: zengfu, kind: cap, label: 增幅, value: 不超过30%, quote: x, base: 盈余额, limits: [jixiao]",
        "id: zong, kind: cap, label: 总额, value: 不超过10%, quote: x, base: 工资总额, limits: [jixiao]",
    )

    found = _calculator(more, "jixiao")

    assert found is not None
    assert found.total == "least"
    assert [(row.high, row.bound, row.factors[0].label) for row in found.rows] == [
        ("0.3", "le", "盈余额"),
        ("0.1", "le", "工资总额"),
    ]


def test_an_uplift_adds_to_its_base():
    """提高不超过20% is at most 1.2 times the standard."""
    more = _with("id: shangfu, kind: uplift, label: 上浮, value: 不超过20%, quote: x, base: 补贴标准")

    found = _calculator(more, "shangfu")

    assert found is not None
    assert (found.rows[0].high, found.rows[0].bound) == ("1.2", "le")


def test_numbers_of_times_stand_below_the_calculator():
    """每人每年最多1次 limits what the reader counts."""
    found = _calculator(library())

    assert found is not None
    assert found.limits == (("享受次数：每人每年最多享受1次", "documents/yunzhou-peixun-2024/#f-cishu"),)


def test_a_prize_is_its_own_result():
    """An award is not multiplied by persons."""
    assert _calculator(library((FINAL, "        nature: 补贴", "        nature: 奖励"))) is None


def test_without_scripts_the_formula_is_there_in_words():
    """The page without scripts says what is multiplied with what."""
    found = _calculator(library())

    assert found is not None
    assert found.formula == "培训补贴（600元）×人数。"
