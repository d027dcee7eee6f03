"""A change reads as a sentence that a policy official would write."""

import pytest

from generator.assemble import assemble
from generator.changes import compare
from tests.fictional import FINAL, library, policy_files
from tests.unit.changes.test_changes import sentences

PAYERS = "{role: 责任, orgs: [yz-hrss, yz-finance]}"
SYNONYMS = "policies/vocabulary/synonyms.yaml"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("  - {org: yz-hrss}", "  - {org: yz-hrss, role: 牵头}\n  - {org: yz-finance, role: 联合}",
         ["：发文机关“云州市人力资源和社会保障局”的身份由“单独”改为“牵头”", "：发文机关增加“云州市财政局”"]),
        (PAYERS, "{role: 责任, orgs: [yz-hrss, yz-finance, yz-counties]}",
         ["二（一）：条款“培训补贴”的责任单位增加“云州市各县区人民政府”"]),
        (PAYERS, "{role: 责任, orgs: [yz-finance, yz-hrss]}",
         ["二（一）：条款“培训补贴”的责任单位的次序调整为：云州市财政局、云州市人力资源和社会保障局"]),
        (PAYERS, "{role: 实施, orgs: [yz-hrss, yz-finance]}",
         ["二（一）：条款“培训补贴”的责任分工“云州市人力资源和社会保障局、云州市财政局”的角色由“责任”改为“实施”"]),
        ("{role: 报送, orgs: [yz-counties], matter: 总结,", "{role: 报送, orgs: [yz-finance, yz-counties], matter: 总结,",
         ["第三部分：条款“报送总结”的报送单位（总结）增加“云州市财政局”"]),
        (PAYERS, PAYERS + "\n      - {role: 核准, orgs: [yz-counties], matter: 名单}",
         ["二（一）：条款“培训补贴”的责任分工增加“核准：云州市各县区人民政府（名单）”"]),
        ("kind: cap, label: 补贴标准上限", "kind: percent, label: 补贴标准上限",
         ["第三部分：补贴标准上限 10%以内的类型由“上限”改为“比例”"]),
        ("limits: [butie-e]", "limits: [butie-e, jidi-buzhu]",
         ["二（一）：享受次数 每人每年最多享受1次的限制对象增加“基地补助”"]),
        ("  - {quote: 四轮驱动, reason: 固定用语}", "  - {quote: 四轮驱动, reason: 名称}",
         ["：非事实数字“四轮驱动”的理由由“固定用语”改为“名称”"]),
        ('review: {checked_on: "2026-11-21"}', 'review: {checked_on: "2026-11-20"}',
         ["：复核日期由“2026-11-21”改为“2026-11-20”"]),
    ],
)  # fmt: skip
def test_a_change_reads_as_a_sentence(before, after, sentence):
    """What, of whom, from what, to what: no ids, no keys of YAML, no torn words."""
    found = sentences((FINAL, before, after))

    assert found == [f"《云州市技能培训实施方案》{words}" for words in sentence]


def test_another_source_text_is_one_sentence():
    """Nobody reads digests."""
    digest = "7c807e1297bb2603f77f00531ca618b26ca072cda86f91e36f44966fdc6290b2"

    assert sentences((FINAL, digest, "0" * 64)) == ["《云州市技能培训实施方案》：来源的原文换了一份"]


def test_two_issuers_that_changed_places_are_one_sentence():
    """The order of printing has a meaning; nobody came and nobody went."""
    two = "  - {org: yz-hrss, role: 联合}\n  - {org: yz-finance, role: 联合}"
    turned = "  - {org: yz-finance, role: 联合}\n  - {org: yz-hrss, role: 联合}"
    before, after = (library((FINAL, "  - {org: yz-hrss}", issuers)) for issuers in (two, turned))

    found = [change.sentence for change in compare(before, after).changes]

    assert found == [
        "《云州市技能培训实施方案》：发文机关的次序调整为：云州市财政局、云州市人力资源和社会保障局"
    ]


def test_the_figures_at_the_head_of_a_page_are_told_by_name():
    """Ids mean nothing to a reader."""
    found = sentences((FINAL, "headline: [butie-e]", "headline: [butie-e, cishu]"))

    assert found == ["《云州市技能培训实施方案》：主要数字增加“享受次数”"]


def test_a_number_of_a_related_document_is_named_plainly():
    """文号, and not the value of the number of the target."""
    (sentence,) = sentences((FINAL, "海政发〔2023〕12号}}", "海政发〔2023〕13号}}"))

    assert sentence.endswith("的所指文件的文号由“海政发〔2023〕12号”改为“海政发〔2023〕13号”")


def test_one_more_synonym_is_one_addition():
    """The entry is the same; another entry of the same word is another entry."""
    head = "schema: 1\nvocabulary: synonyms\nentries:\n"
    entry = "  - {word: 补贴, also: [补助], reason: 日常说法}\n"
    more = "  - {word: 补贴, also: [补助, 贴补], reason: 日常说法}\n"

    def after(text):
        return assemble({**policy_files(), SYNONYMS: (head + text).encode()}).library

    found = [change.sentence for change in compare(after(entry), after(more)).changes]
    added = [change.sentence for change in compare(after(entry), after(entry + entry)).changes]

    assert found == ["词表“同义词”：“补贴”的读者说法增加“贴补”"]
    assert added == ["词表“同义词”：新增“补贴”"]


def test_a_question_to_the_editor_is_no_name():
    """A field titled 付给谁 is called 收款方 in a sentence."""
    found = sentences((FINAL, "payee: 培训合格的人", "payee: 参加培训的人"))

    assert found == [
        "《云州市技能培训实施方案》二（一）：培训补贴 600元的收款方由“培训合格的人”改为“参加培训的人”"
    ]
