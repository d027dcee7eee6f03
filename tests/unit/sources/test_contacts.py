"""What reaches or identifies a person is recognised, and nothing else is."""

import pytest

from generator.sources.contacts import contact_names, contact_spans, find_personal, without_personal

PERSONAL = [
    ("手机13912345678。", "手机号码"),
    ("电话139-1234-5678", "手机号码"),
    ("0771-5551234", "固定电话"),
    ("（0771）5551234", "固定电话"),
    ("11010519491231002X", "公民身份号码"),
    ("a.b@example.cn", "电子邮箱"),
    ("+8613912345678", "手机号码"),
    ("0086 139 1234 5678", "手机号码"),
    ("139.1234.5678", "手机号码"),
    ("139-123-45678", "手机号码"),
    ("139**1234**5678", "手机号码"),
    ("139****5678", "手机号码"),
    ("1 3 9 1 2 3 4 5 6 7 8", "手机号码"),
    ("１３９１２３４５６７８", "手机号码"),
    ("07715512345", "固定电话"),
    ("0771 551 2345", "固定电话"),
    ("联系电话：5512345", "固定电话"),
    ("450102 19900307 7758", "公民身份号码"),
    ("450102-1990-0307-775X", "公民身份号码"),
    ("QQ：12345678", "QQ、微信号"),
    ("qq群 87654321", "QQ、微信号"),
    ("微信号：zhang_san88", "QQ、微信号"),
    ("联系人：张三", "联系人姓名"),
]
HARMLESS = [
    "桂政办发〔2022〕44号",
    "统一社会信用代码91450000MA5KXXXX1A",
    "600元/人",
    "12333",
    "2023年3月31日18:00",
    "60万人次",
    "2025—2026年期间，2019-2021年",
    "2024-03-05",
    "450700",
    "明确1名联系人，联系人由各市指定",
    "18万人次、21万人次、21万人次，合计60万人次",
    "微信公众号、电话回访",
    "每次16 17 18 19 20 21号",
    "6000元—8000元",
    "第1.3.5.7.9条",
]


@pytest.mark.parametrize(("text", "kind"), PERSONAL)
def test_personal_number_is_found(text, kind):
    """Numbers are found with and without separators."""
    assert [name for name, _ in find_personal(text)] == [kind]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_numbers_are_not_personal(text):
    """Document numbers, amounts, hot lines and dates stay."""
    assert list(find_personal(text)) == []


def test_names_of_contacts():
    """Names behind 联系人 are known, words such as 电话 are no names."""
    assert contact_names("联 系 人：张三、李四 电话：5551234\n联系人：王小五") == ("张三", "李四", "王小五")


def test_a_sentence_about_contacts_is_no_contact_line():
    """A clause that orders somebody to name a contact keeps its figures."""
    assert contact_spans("每个单位确定1名联系人，负责日常工作。") == ()


def test_personal_parts_are_cut_out():
    """The rest of the text stays."""
    assert without_personal("联系13912345678，每人600元") == "联系，每人600元"
