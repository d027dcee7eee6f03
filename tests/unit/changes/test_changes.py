"""What changed between two libraries, in sentences."""

from generator.assemble import assemble
from generator.changes import Unreadable, compare
from tests.fictional import DRAFT, FINAL, library, policy_files

DEPARTMENTS = "policies/vocabulary/departments.yaml"


def sentences(*edits):
    """The sentences of what *edits* change in the clean library."""
    return [change.sentence for change in compare(library(), library(*edits)).changes]


def test_the_same_library_has_no_changes():
    """Nothing is reported where nothing changed."""
    assert sentences() == []


def test_a_new_amount_with_its_old_quote_is_an_error():
    """An amount that its quote does not print is called a mistake in the same sentence."""
    found = sentences((FINAL, "value: 600元", "value: 500元"))

    assert found == ["《云州市技能培训实施方案》二（一）：培训补贴 600元 → 500元，引文未变（错误）"]


def test_a_new_amount_with_a_new_quote_is_no_error():
    """An amount that its new quote prints is told with the quote."""
    found = sentences(
        (FINAL, "value: 600元", "value: 500元"), (FINAL, "给予每人600元补贴", "给予每人500元补贴")
    )

    assert found == [
        "《云州市技能培训实施方案》二（一）：培训补贴 600元 → 500元，引文改为“一次性给予每人500元补贴”"
    ]


def test_an_amount_is_corrected_where_the_source_stayed_the_same():
    """With the same source text the policy did not change, only our extract of it."""
    (change,) = compare(library((FINAL, "value: 600元", "value: 60元")), library()).changes

    assert (change.kind, change.before, change.after, change.fault) == ("corrected", "60元", "600元", "")


def test_an_amount_changed_where_the_source_is_new():
    """With another source text the policy itself changed."""
    digest = "7c807e1297bb2603f77f00531ca618b26ca072cda86f91e36f44966fdc6290b2"
    after = library(
        (FINAL, "value: 600元", "value: 500元"),
        (FINAL, "给予每人600元补贴", "给予每人500元补贴"),
        (FINAL, digest, "0" * 64),
    )

    kinds = {change.subject: change.kind for change in compare(library(), after).changes}

    assert kinds["value"] == "changed"


def test_a_change_of_status_tells_its_reason():
    """现行 → 废止 comes with the basis."""
    found = sentences(
        (
            FINAL,
            "value: 现行, basis: 文中写明从2024年起到2026年底，核对日在此期间之内。",
            "value: 废止, basis: 已由新文件废止。",
        )
    )

    assert found == ["《云州市技能培训实施方案》：状态由“现行”改为“废止”，依据：已由新文件废止。"]


def test_a_clause_that_stands_elsewhere_has_moved():
    """A clause with the same id under another heading is one move, with no line for each of its figures."""
    found = sentences((FINAL, '  - id: jidi\n    section: "2.2"', '  - id: jidi\n    section: "2.1"'))

    assert found == ["《云州市技能培训实施方案》二（一）：条款“培训基地”由二（二）移到这里"]


def test_a_removed_figure_is_named():
    """A fact that is gone is told with its value."""
    found = sentences(
        (
            FINAL,
            "      - {id: jidi-shu, kind: count, label: 每次评选的基地, value: 5个, quote: 每次评选5个, per: [次]}\n",
            "",
        )
    )

    assert found == ["《云州市技能培训实施方案》二（二）：删去 每次评选的基地 5个"]


def test_a_figure_under_a_new_id_is_not_new():
    """The same figure with another id is renamed: its address changes, the policy does not."""
    found = sentences((FINAL, "{id: jidi-shu,", "{id: jidi-geshu,"))

    assert found == [
        "《云州市技能培训实施方案》二（二）：每次评选的基地的编号由 jidi-shu 改为 jidi-geshu，旧网址失效"
    ]


def test_a_former_id_keeps_the_old_address():
    """The rename and its former id are one change."""
    found = sentences((FINAL, "{id: jidi-shu,", "{id: jidi-geshu, former_ids: [jidi-shu],"))

    assert found == [
        "《云州市技能培训实施方案》二（二）：每次评选的基地的编号由 jidi-shu 改为 jidi-geshu，旧网址转到这里"
    ]


def test_a_former_id_of_a_document_is_told():
    """It makes a page that leads readers of the old address on."""
    found = sentences((FINAL, "id: yunzhou-peixun-2024\n", "id: yunzhou-peixun-2024\nformer_ids: [peixun]\n"))

    assert found == ["《云州市技能培训实施方案》：登记曾用编号 peixun，旧网址转到这份文件"]


def test_a_renamed_document_says_where_its_address_leads():
    """One change, with no second line for the former id."""
    files = policy_files()
    text = files.pop(DRAFT).replace(
        b"id: yunzhou-peixun-caogao-2023\n", b"id: caogao\nformer_ids: [yunzhou-peixun-caogao-2023]\n", 1
    )
    files["policies/documents/caogao.yaml"] = text

    found = [change.sentence for change in compare(library(), assemble(files).library).changes]

    assert found == [
        "《云州市技能培训实施方案（征求意见稿）》：文件编号由 yunzhou-peixun-caogao-2023 改为 caogao，旧网址转到这里"
    ]


CLAUSE = """  - id: shuliang
    section: "2.2"
    title: 评选数量
    summary: 评选多少个。
    topics: [subsidies]
    strength: 应当
    conditions: [连续办学]
    facts:
"""
SHARE = "      - {id: shangxian, kind: cap, label: 补贴标准上限, value: 10%以内, quote: 10%以内, base: 企业上年工资总额}\n"
SIZE = (
    "      - {id: jidi-shu, kind: count, label: 每次评选的基地, value: 5个, quote: 每次评选5个, per: [次]}\n"
)


def test_a_bound_that_was_dropped_is_an_error():
    """10% is not 10%以内; the check says so too."""
    found = sentences((FINAL, "value: 10%以内", "value: 10%"))

    assert found == [
        "《云州市技能培训实施方案》第三部分：补贴标准上限 10%以内 → 10%，引文未变（错误：漏了引文里的“以内”）"
    ]


def test_a_figure_in_another_clause_of_its_section_has_moved():
    """A clause was split in two; its section stayed, its conditions did not."""
    found = sentences((FINAL, SIZE, ""), (FINAL, "  - id: zongjie\n", CLAUSE + SIZE + "  - id: zongjie\n"))

    assert found == [
        "《云州市技能培训实施方案》二（二）：新增条款“评选数量”：评选多少个。",
        "《云州市技能培训实施方案》二（二）：每次评选的基地 5个 由条款“培训基地”移到条款“评选数量”，随条款改变的有：条件",
    ]


def test_a_figure_in_a_clause_of_another_section_says_where_it_was():
    """The section it came from stands before the clause."""
    found = sentences((FINAL, SIZE, ""), (FINAL, SHARE, SHARE + SIZE))

    assert found == [
        "《云州市技能培训实施方案》第三部分：每次评选的基地 5个 由二（二）条款“培训基地”移到条款“报送总结”，"
        "随条款改变的有：责任分工"
    ]


def test_a_condition_is_compared_as_a_list():
    """One more condition is one addition."""
    found = sentences((FINAL, "conditions: [培训合格]", "conditions: [培训合格, 在本市参保]"))

    assert found == ["《云州市技能培训实施方案》二（一）：条款“培训补贴”的条件增加“在本市参保”"]


def test_departments_are_told_by_name():
    """A duty names its bodies, never their ids."""
    found = sentences((FINAL, "orgs: [yz-hrss, yz-finance]", "orgs: [yz-finance]"))

    assert found == [
        "《云州市技能培训实施方案》二（一）：条款“培训补贴”的责任单位删去“云州市人力资源和社会保障局”"
    ]


def test_a_long_sentence_shows_the_words_that_changed():
    """Of a summary only the words that gave way are printed."""
    old = "summary: 三年内培训30万人次以上，每年10万人次，高技能人才达到8000人。"
    found = sentences((FINAL, old, old.replace("三年内", "三个年度内")))

    assert found == ["《云州市技能培训实施方案》第一部分：条款“培训规模”的概括中“年”改为“个年度”"]


def test_a_document_that_is_gone_is_one_line():
    """A removed file is told once, with how much went with it."""
    files = policy_files()
    del files[DRAFT]

    found = [change.sentence for change in compare(library(), assemble(files).library).changes]

    assert found == ["《云州市技能培训实施方案（征求意见稿）》：删去整份文件（1 个条款、2 个数字）"]


def test_a_document_that_cannot_be_read_is_not_called_removed():
    """A broken file is named as unreadable, and compared with nothing."""
    comparison = broken_draft()

    assert comparison.changes == ()
    assert comparison.unreadable == (
        Unreadable("yunzhou-peixun-caogao-2023", "云州市技能培训实施方案（征求意见稿）", f"{DRAFT}:1"),
    )


def test_a_document_that_could_not_be_read_before_is_said_so():
    """Its new version may be all right."""
    comparison = compare(library((DRAFT, "schema: 1", "schema 1")), library())

    assert [one.words for one in comparison.unreadable] == [
        "改动前的《云州市技能培训实施方案（征求意见稿）》"
    ]


def broken_draft():
    """The draft can't be read any more."""
    return compare(
        library(), library((DRAFT, "schema: 1", "schema 1")), {"yunzhou-peixun-caogao-2023": f"{DRAFT}:1"}
    )


def test_a_vocabulary_entry_is_compared_field_by_field():
    """A new name of a body is a change of the vocabulary."""
    found = sentences((DEPARTMENTS, "name: 云州市财政局", "name: 云州市财政和金融局"))

    assert found == ["词表“部门”：“云州市财政和金融局”的名称由“云州市财政局”改为“云州市财政和金融局”"]
