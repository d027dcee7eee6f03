"""Search entries of fictional documents that look like the real ones: seeded, so that sizes can be compared.

The shape is measured on the extracts: about 30 clauses and 27 facts a document, 12 key words a clause, summaries of 60
to 150 characters, 2 bodies with a duty in two clauses of three. Words follow a long tail, half of them common to all
documents, some to a family, a few to one document alone (its products, its projects).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from generator.search.entries import Body, Entry

PLACE_FIRST = "云泽澜岚清泰丰昭宁和瑞嘉永德兴隆宜长远望平定康顺通汇源临景松柏青白紫金银玉石沙海湖江河溪泉"
PLACE_LAST = "州阳川原城山岭浦港湾溪泉陵冈塘坪岗关屏"
LINES = (
    "人力资源和社会保障", "发展和改革", "教育", "工业和信息化", "财政", "住房和城乡建设", "农业农村", "商务", "文化和旅游",
    "卫生健康", "市场监督管理", "退役军人事务", "民政", "科学技术", "税务", "总工会", "残疾人联合会", "妇女联合会",
)  # fmt: skip
DOMAIN = (
    "技能", "培训", "补贴", "企业", "职工", "人才", "评价", "等级", "院校", "教师", "产业", "就业", "资金", "学徒", "竞赛",
    "工资", "待遇", "认定", "实训", "基地", "工匠", "数字", "智能", "制造", "服务", "园区", "岗位", "需求", "专项", "项目",
    "引进", "奖励", "评选", "考核", "监管", "备案", "合作", "招生", "专业", "课程", "标准", "机制", "平台", "档案", "宣传",
)  # fmt: skip
CHARACTERS = (
    "业务办法制度建立健全完善推进落实加强支持鼓励引导开展组织实施统筹协调规范管理提升质量发展创新改革深化优化结构布局体系能力水平"
    "保障措施责任单位牵头配合申请审核公示发放标准条件对象范围期限流程材料证明合同社保缴费工种目录急需紧缺重点领域先进绿色低碳循环"
    "物流养老托育家政旅游乡村振兴农产品加工海洋船舶铁路航空新能源材料医药食品纺织机械电子信息软件网络安全金融保险文化创意体育健身"
)
KINDS = ("实施方案", "工作方案", "行动计划", "实施意见", "若干措施", "办法")
TOPICS = (
    "总体目标",
    "评选奖励",
    "培训补贴",
    "新型学徒制",
    "技能评价",
    "工资分配",
    "技能竞赛",
    "人才引进",
    "资金保障",
    "组织实施",
)
AUDIENCES = (
    "企业",
    "企业职工",
    "高校毕业生",
    "失业人员",
    "农村转移就业劳动者",
    "技工院校",
    "高技能人才",
    "培训机构",
)
STATUSES = ("现行", "现行", "现行", "待核", "征求意见稿", "废止")


@dataclass(frozen=True, slots=True)
class Words:
    """Two-character words, the common ones first; `pick` prefers these."""

    words: tuple[str, ...]

    def pick(self, random: Random) -> str:
        """Return a word; the word of rank n comes about n times more seldom than the first."""
        return self.words[min(int(len(self.words) ** random.random()) - 1, len(self.words) - 1)]


def corpus(documents: int, seed: int = 1) -> Iterator[Entry]:
    """Yield the entries of *documents* fictional documents; a larger corpus begins with the smaller one."""
    common = make_words(Random(seed), 4000, DOMAIN)
    for number in range(documents):
        yield from _document(number, common, Random(seed * 1_000_003 + number))


def make_words(random: Random, count: int, first: tuple[str, ...] = ()) -> Words:
    """Return *count* made-up words, *first* in front."""
    made = dict.fromkeys(first)
    while len(made) < count:
        made["".join(random.sample(CHARACTERS, 2))] = None
    return Words(tuple(made))


def _document(number: int, common: Words, random: Random) -> Iterator[Entry]:
    region = PLACE_FIRST[number % len(PLACE_FIRST)] + PLACE_LAST[number // len(PLACE_FIRST) % len(PLACE_LAST)]
    document, kind = f"d{number:05}", random.choice(KINDS)
    own = make_words(random, 40)
    subject = "".join(dict.fromkeys(common.pick(random) for _ in range(3)))
    year = random.randrange(2015, 2026)
    short = region[0] + "政办" if random.random() < 0.5 else region[0] + "人社"
    yield Entry(
        id=document, kind="document", url=f"documents/{document}/", title=f"{region}市{subject}{kind}",
        document=document, section="0", summary=sentence(random, common, own, 60),
        numbers=(f"{short}发〔{year}〕{number % 400 + 1}号",), regions=(f"{region}市", region), level="市",
        bodies=(Body(name=f"{region}市人民政府办公室", role="发文"),),
        status=random.choice(STATUSES), category=kind, date=f"{year}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}",
    )  # fmt: skip
    for clause in range(random.randrange(22, 40)):
        yield from _clause(document, clause, region, common, own, random)


def _clause(
    document: str, clause: int, region: str, common: Words, own: Words, random: Random
) -> Iterator[Entry]:
    section = f"{clause // 8 + 1}.{clause % 8 + 1}"
    identity = f"{document}/p{clause}"
    terms = tuple(phrase(random, common, own) for _ in range(random.randrange(6, 18)))
    bodies = tuple(
        Body(name=f"{region}市{line}局", aliases=(f"市{line}局",), role="责任")
        for line in random.sample(LINES, random.choice((0, 1, 3)))
    )
    yield Entry(
        id=identity, kind="provision", url=f"documents/{document}/#p-p{clause}", title=phrase(random, common, own),
        document=document, section=section, path=(f"（{clause // 8 + 1}）{phrase(random, common, own)}",), terms=terms,
        summary=sentence(random, common, own, random.randrange(60, 150)), bodies=bodies,
        conditions=(sentence(random, common, own, 30),) if random.random() < 0.3 else (),
        topics=(random.choice(TOPICS),), audiences=tuple(random.sample(AUDIENCES, random.choice((1, 2)))),
    )  # fmt: skip
    for fact in range(random.choice((0, 0, 1, 1, 2))):
        figure = random.choice(
            (
                f"{random.randrange(1, 99) * 100}元",
                f"{random.randrange(1, 90)}万元",
                f"{random.randrange(5, 95)}%",
            )
        )
        yield Entry(
            id=f"{identity}/f{fact}", kind="fact", parent=identity, url=f"documents/{document}/#f-p{clause}-{fact}",
            title=phrase(random, common, own) + "补贴", document=document, section=section, figure=figure,
            summary="每人，一次性", quotes=(sentence(random, common, own, 14) + figure,),
        )  # fmt: skip


def phrase(random: Random, common: Words, own: Words) -> str:
    """Return two to four words in a row; one in eight is the document's own."""
    return "".join(
        (own if random.random() < 0.12 else common).pick(random) for _ in range(random.choice((2, 2, 3, 4)))
    )


def sentence(random: Random, common: Words, own: Words, length: int) -> str:
    """Return phrases of at least *length* characters, ended by a full stop."""
    parts: list[str] = []
    while sum(map(len, parts)) < length:
        parts.append(phrase(random, common, own) + random.choice(("，", "、", "，", "的")))
    return "".join(parts)[:-1] + "。"
