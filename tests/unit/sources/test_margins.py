"""A quote that ends or begins in the middle of its value shows by what stands beside it in the source."""

import pytest

from generator.evidence import Claim
from generator.sources.quotes import QuotePlace
from generator.sources.text import SourceText
from generator.sources.values import find_value


def cut(source: str, quote: str, value: str) -> tuple[str, ...]:
    """The words beside *quote* in *source* that *value* lacks."""
    text = SourceText("x.txt", source)
    start = text.squeezed.index(quote)
    claim = Claim("fact", "f", (), "1", quote, value=value)
    shown = find_value(claim, QuotePlace(((start, start + len(quote)),), 1), text)

    assert shown is not None
    return shown.cut


@pytest.mark.parametrize(
    ("source", "quote", "value", "beside"),
    [
        ("开展培训60万人次以上。", "开展培训60万人次", "60万人次", "以上"),
        ("培训人次数不少于在校生人数的50%。", "在校生人数的50%", "50%", "不少于"),
        ("统筹使用1亿元左右，", "统筹使用1亿元", "1亿元", "左右"),
        ("每年6000元—8000元的补贴", "每年6000元", "6000元", "—"),
        ("培训三个月后，", "培训三个月", "三个月", "后"),
        ("累计最多享受3次；", "最多享受3次", "最多享受3次", "累计"),
        ("可获得600元/人的补贴", "可获得600元", "600元", "/人"),
        ("培训5万人次。", "培训5万人", "5万人", "次"),
    ],
)
def test_words_beside_the_quote_belong_to_the_value(source, quote, value, beside):
    """The bound, the unit, the end of a range that quote and value leave out alike."""
    assert cut(source, quote, value) == (beside,)


@pytest.mark.parametrize(
    ("source", "quote", "value"),
    [
        ("开展培训60万人次以上。", "培训60万人次以上", "60万人次以上"),
        ("补贴600元。\n以上各项从严掌握", "补贴600元", "600元"),
        ("不超过3年，每人600元", "600元", "600元"),
        ("每次5个内容相同的班", "每次5个", "5个"),
        ("建成10个后续项目", "建成10个", "10个"),
        ("每次10个，最多2次；再评5个", "再评5个", "5个"),
    ],
)
def test_words_of_another_clause_or_line_do_not(source, quote, value):
    """A comma, a line end and words that only look like a bound end the value."""
    assert cut(source, quote, value) == ()
