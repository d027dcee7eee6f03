"""Regional versions side by side: cell states, differences in words, drafts left out."""

from generator.assemble import assemble
from generator.library import Library
from generator.views.comparison import family_comparison, indicator_comparison
from generator.views.comparison_cells import find_cell, find_columns
from generator.views.histories import histories
from tests.fictional import FINAL, policy_files

OTHER = "policies/documents/haizhou-peixun-2024.yaml"


def _two_regions(*replaced: tuple[str, str]) -> Library:
    """The fictional plan and a second city's copy of it, changed."""
    files = policy_files()
    text = files[FINAL].decode()
    for old, new in (
        ("yunzhou-peixun-2024\n", "haizhou-peixun-2024\n"),
        ('region: "990100"', 'region: "990000"'),
        *replaced,
    ):
        assert old in text
        text = text.replace(old, new, 1)
    return assemble({**files, OTHER: text.encode()}).library


def _row(library: Library, indicator: str):
    table = family_comparison(library, library.vocabulary.families["peixun"])
    return next(row for row in table.rows if row.id == indicator)


def test_a_draft_has_no_column():
    """征求意见稿 is a point in time of its region, never a version to compare."""
    library = _two_regions()

    table = family_comparison(library, library.vocabulary.families["peixun"])

    assert "yunzhou-peixun-caogao-2023" not in [column.document for column in table.columns]
    assert table.drafts == (library.documents["yunzhou-peixun-caogao-2023"].title,)


def test_a_draft_that_is_asked_for_stands_behind_the_final_of_its_region():
    """It has a column that says what it is, and nothing is left out."""
    library = _two_regions()

    table = family_comparison(library, library.vocabulary.families["peixun"], drafts=True)

    assert [(c.document, c.draft) for c in table.columns if not c.narrow] == [
        ("haizhou-peixun-2024", False),
        ("yunzhou-peixun-2024", False),
        ("yunzhou-peixun-caogao-2023", True),
    ]
    assert table.drafts == ()


def test_a_draft_takes_no_part_in_the_differences():
    """Two points in time of one region are no difference between regions."""
    library = _two_regions()
    family = library.vocabulary.families["peixun"]

    plain = {row.id: row.verdict for row in family_comparison(library, family).rows}
    beside = {row.id: row.verdict for row in family_comparison(library, family, drafts=True).rows}

    assert {id_: beside[id_] for id_ in plain} == plain


def test_what_only_a_draft_states_is_said_to_be():
    """A region with nothing but a draft has no figure in force."""
    files = {name: text for name, text in policy_files().items() if name != FINAL}
    library = assemble(files).library

    rows = family_comparison(library, library.vocabulary.families["peixun"], drafts=True).rows

    assert next(row for row in rows if row.id == "training-visits").verdict == "只见于征求意见稿"


def test_equal_figures_are_called_equal():
    """Two cities with the same printed figure differ in nothing."""
    row = _row(_two_regions(), "subsidy")

    assert row.verdict == "相同"
    assert row.same


def test_unequal_figures_are_said_with_both_amounts():
    """The sentence names each region with its printed figure."""
    row = _row(
        _two_regions(
            (
                "value: 600元\n        quote: 一次性给予每人600元补贴",
                "value: 800元\n        quote: 一次性给予每人800元补贴",
            )
        ),
        "subsidy",
    )

    assert row.verdict == "数额不同"
    assert "600元" in row.sentence
    assert "800元" in row.sentence


def test_every_cell_has_one_of_the_five_states():
    """There is no blank cell: what is neither stated nor looked for is 未录入."""
    library = _two_regions()

    states = {
        cell.state
        for row in family_comparison(library, library.vocabulary.families["peixun"]).rows
        for cell in row.cells
    }

    assert states
    assert states <= {"value", "unstated", "open", "parent", "missing"}


def test_draft_and_final_are_points_in_time_of_one_region():
    """The history of a figure goes from the draft to the plan in force and says whether the figure changed."""
    library = assemble(policy_files()).library
    indicators = [i for i in library.vocabulary.indicators if len(library.facts_by_indicator.get(i, ())) > 1]

    found = histories(library, indicators)

    assert [stage.kind for stage in found[0].stages] == ["draft", "final"]
    assert {change for *_, change in found[0].rows} == {"有变化"}


def test_an_indicator_looked_for_and_not_there_is_said_to_be_unstated():
    """not_stated gives 文中未规定 with how far the text goes, not 未录入."""
    families = "policies/vocabulary/families.yaml"
    library = assemble(
        policy_files((families, "rows: [training-visits, subsidy]", "rows: [deadline-for-claims]"))
    ).library

    row = _row(library, "deadline-for-claims")

    assert [cell.state for cell in row.cells] == ["missing", "unstated"]


FAMILIES = "policies/vocabulary/families.yaml"
REMARK = "    remarks: [{indicator: subsidy, verdict: 编辑的结论, sentence: 编辑的话。}]\n    rows:"


OTHER_FAMILY = "  - {id: other, name: 其他, short: 其他, definition: 别的政策}\n"


def _with_remark(*regions: str) -> Library:
    """The fictional plan, a copy of it in each of *regions*, and an editor's remark on their policy."""
    files = policy_files(
        (FAMILIES, "    rows:", REMARK), (FAMILIES, "entries:\n", f"entries:\n{OTHER_FAMILY}")
    )
    text = files[FINAL].decode()
    for n, region in enumerate(regions):
        copy = text.replace("yunzhou-peixun-2024\n", f"copy-{n}\n", 1)
        copy = copy.replace('region: "990100"', f'region: "{region}"', 1).replace(
            "value: 600元", f"value: {7 + n}00元", 1
        )
        copy = copy.replace("short_title: 云州培训", f"short_title: 副本{n}", 1)
        if n:
            copy = copy.replace("families: [peixun]", "families: [other]", 1)
        files[f"policies/documents/copy-{n}.yaml"] = copy.encode()
    return assemble(files).library


def _indicator_row(library: Library):
    return indicator_comparison(library, library.vocabulary.indicators["subsidy"]).rows[0]


def test_an_editors_remark_stands_where_its_versions_are_compared():
    """The versions of the policy and no other document have a column."""
    assert _indicator_row(_with_remark("990000")).verdict == "编辑的结论"


def test_an_editors_remark_is_not_said_of_other_versions():
    """“只有甲地写了” would be untrue beside a third column that it does not speak of."""
    row = _indicator_row(_with_remark("990000", "990000"))

    assert "编辑" not in row.verdict + row.sentence


def test_two_documents_of_a_region_are_told_apart_by_their_titles():
    """“广西有，广西没写” says nothing."""
    row = _indicator_row(_with_remark("990100", "990000"))

    assert "云州培训写明600元" in row.sentence
    assert "副本0写明700元" in row.sentence


def test_a_sentence_says_for_whom_and_how_often():
    """600元 for each person, once."""
    assert "600元（每人，一次性）" in _indicator_row(_with_remark("990100", "990000")).sentence


def test_every_promise_of_a_cell_is_named():
    """Two promises on one indicator are two, not the first of them."""
    nobody = "payee: {absent: not_stated}, payer: {absent: not_stated}, fund: {absent: not_stated}"
    promise = f"      - {{id: %s, kind: unspecified, label: 补, indicator: subsidy, value: %s, quote: x, {nobody}}}\n"
    files = policy_files(
        (FINAL, "        indicator: subsidy\n", ""),
        (
            FINAL,
            "      - {id: cishu,",
            promise % ("yi", "一定的补贴") + promise % ("er", "逐步提高") + "      - {id: cishu,",
        ),
    )
    library = assemble(files).library
    cell = next(c for c in _indicator_row(library).cells if c.state == "open")

    assert (cell.text, len(cell.facts)) == ("“一定的补贴”、“逐步提高”", 2)


def test_one_amount_printed_in_two_ways_is_one_amount():
    """600元 for each person and 600元/人 say the same."""
    files = policy_files()
    text = files[FINAL].decode().replace("yunzhou-peixun-2024\n", "haizhou-peixun-2024\n", 1)
    text = text.replace("value: 600元", "value: 600元/人", 1).replace(
        'region: "990100"', 'region: "990000"', 1
    )
    library = assemble({**files, OTHER: text.encode()}).library
    row = _indicator_row(library)

    assert (row.verdict, row.same) == ("数额相同", True)
    assert "600元/人" in row.sentence


def test_what_nobody_searched_a_document_for_is_said_to_be_unsearched():
    """The library holds the document: 未录入 alone would say that it does not."""
    silent = (FINAL, "        indicator: subsidy\n", "")
    library = assemble(policy_files(silent)).library
    column = find_columns(library, [library.documents["yunzhou-peixun-2024"]], None)[0]

    assert find_cell(library, "subsidy", column).text == "这份文件里还没有查这一项"
