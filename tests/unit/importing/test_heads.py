"""What a text says about itself: its number and its days."""

import pytest

from generator.importing.draft import draft
from generator.importing.heads import own_number, short_title
from generator.importing.own_dates import own_dates
from generator.importing.places import guess_place
from generator.model.base import UNDECIDED_REGION
from generator.sources.text import SourceText
from tests.case_files import TODAY
from tests.fictional import library


def source(text):
    """A source text."""
    return SourceText("a.txt", text)


def dates(text):
    """The days of *text* by name, as ISO text."""
    return {name: date.iso for name, date in own_dates(source(text)).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本措施自2025年5月1日起施行。", {"effective": "2025-05-01"}),
        ("本办法自2025年5月1日起正式实施，有效期3年。", {"effective": "2025-05-01"}),
        ("本办法从2025年5月1日起执行", {"effective": "2025-05-01"}),
        (
            "本办法自2024年10月15日起施行，有效期至2029年10月14日。",
            {"effective": "2024-10-15", "expires": "2029-10-14"},
        ),
        ("有效期自2025年1月1日至2027年12月31日止。", {"expires": "2027-12-31"}),
        ("（2024年9月12日云岭省人社厅发布，云人社发〔2024〕52号）", {"issued": "2024-09-12"}),
        ("云岭省人民政府办公厅　2025年3月18日印发", {"issued": "2025-03-18"}),
        ("本办法自印发之日起施行。", {}),
        ("《奖补办法》自2020年1月1日起施行以来成效明显", {}),
        ("2025年1月1日至2027年12月31日取证的适用", {}),
        ("自2025年2月30日起施行", {}),
    ],
)
def test_a_day_is_found_by_the_words_that_give_it_its_force(text, expected):
    """Each date has its own words; a day that no calendar has, or of another document, is none."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "云人社发〔2024〕52号",
        "（云人社发〔2024〕52号）",
        "（2024年9月12日云岭省人社厅发布，云人社发〔2024〕52号）",
        "发文字号：　云人社发〔2024〕52号",
    ],
)
def test_the_number_stands_apart_or_in_brackets(line):
    """On its own line, behind a caption, or in the brackets below the title."""
    assert (
        own_number(source(f"云岭省技能评价办法\n{line}\n第一条　目的。\n"))["value"] == "云人社发〔2024〕52号"
    )


def test_the_number_of_another_document_is_not_taken():
    """A number in a sentence belongs to what the sentence cites."""
    assert own_number(source("云岭省方案\n根据《意见》（云政发〔2024〕1号）要求\n")) == {
        "absent": "not_in_source"
    }


def test_the_days_are_written_with_their_quotes():
    """Day, section and words; the day is no fact besides."""
    text = "云岭省技能补贴办法\n一、标准\n每人补贴600元。\n二、附则\n本办法自2025年5月1日起施行。\n"
    made = draft("x", text, library().vocabulary, TODAY).content

    assert made["dates"]["effective"] == {
        "value": "2025-05-01",
        "section": "2",
        "quote": "2025年5月1日",
    }
    assert [f["value"] for p in made["provisions"] for f in p.get("facts", ())] == ["600元"]


@pytest.mark.parametrize(
    ("title", "region", "level"),
    [
        ("云州市技能培训实施方案", "990100", "市"),
        ("海西省技能培训行动方案", "990000", "省"),
        ("海西省云州市东山区技能十条", UNDECIDED_REGION, "县"),
        ("云岭省技能评价办法", UNDECIDED_REGION, "省"),
        ("北江市技能培训方案", UNDECIDED_REGION, "市"),
        ("上海市技能培训方案", UNDECIDED_REGION, "省"),
        ("北江市青田区促进就业政策", UNDECIDED_REGION, "县"),
        ("南岭自治区技能培训方案", UNDECIDED_REGION, "自治区"),
        ("关于推进市场主体培训的通知", UNDECIDED_REGION, "市"),
        ("国务院关于技能培训的意见", "000000", "国家"),
    ],
)
def test_a_region_that_nobody_registered_stays_open(title, region, level):
    """Its level is guessed from 省, 市, 区, 县; only a central body makes a document the country's."""
    place = guess_place(title, title, library().vocabulary)

    assert (place.region, place.level) == (region, level)


def test_bodies_that_nobody_registered_are_kept():
    """Their printed names wait in the extract: in a duty of their own, and beside the issuers."""
    text = (
        "云州市技能补贴办法\n一、标准\n每人补贴600元。（责任单位：市人力资源社会保障局、市某某局）\n"
        "云州市某某局\n2025年3月1日\n"
    )
    made = draft("x", text, library().vocabulary, TODAY)

    assert [
        (d["orgs"], d.get("matter")) for p in made.content["provisions"] for d in p.get("duties", ())
    ] == [
        (["yz-hrss"], None),
        (["dai-queren"], "待确认：原文写“市某某局”，词表里没有"),
    ]
    assert made.content["issuers_note"] == "待确认：文末印“云州市某某局”，词表里没有。"
    assert made.unknown_bodies == ("市某某局",)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("云州市技能培训实施方案", "云州市技能培训"),
        ("关于开展“技能云州”提升行动的通知", "“技能云州”提升行动"),
        ("云岭省技能人才评价与激励办法", "云岭省技能人才评价"),
        ("云岭省职业技能竞赛组织管理办法", "云岭省职业技能竞赛组织管理"),
        ("办法", "办法"),
        ("云岭省“十四五”农民工技能提升计划", "云岭省“十四五”农民工技能提升"),
    ],
)
def test_a_short_title_ends_with_a_word(title, short):
    """What every title has goes first; a title without a place to cut stays long, for the editor to shorten."""
    assert short_title(title) == short
