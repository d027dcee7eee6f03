"""What the search answers, over a small fictional library; the page runs the same modules."""

from collections.abc import Sequence

import pytest

from generator.search.build import search_files
from generator.search.engine import lunr_script
from generator.search.entries import Body, Entry
from generator.search.lexicon import Synonym
from generator.search.shards import CHUNK_BYTES
from generator.search.terminal import Terminal
from tests.search.library import LIBRARY, SCRIPTS, ask, document, fact, first, provision


@pytest.fixture(scope="module")
def tea() -> Terminal:
    """A terminal over the fictional library."""
    return ask()


@pytest.mark.parametrize("query", ["3万元", "三万元", "30000元", "３万", "奖励3万块钱"])
def test_an_amount_is_found_in_any_spelling(tea: Terminal, query: str):
    """The fact itself comes first and shows its figure."""
    answer = tea.answer(query)

    assert first(answer) == "yun 1"
    assert answer["groups"][0]["hits"][0]["figure"] == "3万元"


@pytest.mark.parametrize(
    "query", ["国茶发〔2022〕30号", "国茶发2022 30 号", "国茶发[2022]30", "国茶发30号", "2022 30号"]
)
def test_a_document_number_is_found_as_people_type_it(tea: Terminal, query: str):
    """The clause that cites the number."""
    assert first(tea.answer(query)) == "yun 2"


def test_the_number_of_a_document_finds_its_head(tea: Terminal):
    """Not one of its clauses."""
    assert first(tea.answer("云政办2024 8")) == "yun 0"


def test_what_is_in_force_comes_before_a_draft(tea: Terminal):
    """Two documents say the same; the draft stands second and is marked."""
    groups = tea.answer("茶艺大师奖励")["groups"]

    assert [(group["document"]["id"], group["hits"][0]["draft"]) for group in groups] == [
        ("yun", False),
        ("lan", True),
    ]


def test_the_best_hit_of_a_document_is_a_card_and_the_others_are_lines(tea: Terminal):
    """Only the card has a snippet: marking the words of sixty texts took longer than ranking them."""
    card, line = tea.answer("云州市补贴和评选")["groups"][0]["hits"]

    assert [bool(card[part]) for part in ("title", "url", "snippet")] == [True, True, True]
    assert [bool(line[part]) for part in ("title", "url", "snippet")] == [True, True, False]


def test_a_figure_in_force_comes_before_the_same_figure_of_a_draft():
    """Even where the draft uses more of the words of the question."""
    tea = ask(
        [
            document("yun"),
            provision("yun", "1", "大师评选"),
            fact("yun", "1", "茶艺大师奖励", "3万元"),
            document("cao", status="征求意见稿"),
            provision("cao", "1", "茶艺大师评选和奖励标准", terms=("奖励标准",)),
            fact("cao", "1", "茶艺大师奖励", "3万元", quotes=("茶艺大师奖励标准",)),
        ]
    )

    groups = tea.answer("茶艺大师奖励标准")["groups"]

    assert [group["document"]["id"] for group in groups] == ["yun", "cao"]
    assert groups[0]["hits"][0]["score"] < groups[1]["hits"][0]["score"]


def test_two_phrases_are_found_by_their_pinyin(tea: Terminal):
    """With spaces or without: a region and its matter, a matter and an award."""
    answers = [tea.answer(query)["corrected"] for query in ("yunzhou chayidashi", "caichajibutie")]

    assert answers == ["云州茶艺大师", "采茶机补贴"]


def test_a_year_that_the_library_does_not_know_has_no_answer(tea: Terminal):
    """However much else of the question is found."""
    assert first(tea.answer("2031年茶艺大师评选")) == "没有找到"
    assert first(tea.answer("2024年茶艺大师评选")) == "yun 1"


def test_a_short_name_of_a_body_finds_what_it_has_to_do():
    """Not the clause that only mentions a body of another region by the same words."""
    tea = ask(
        [
            document("yun"),
            provision("yun", "1", "评选", bodies=(Body(name="云州市茶业局", role="牵头"),)),
            provision("yun", "2", "依据：茶业局的意见", summary="茶业局的意见。"),
        ]
    )

    assert first(tea.answer("茶业局负责什么")) == "yun 1"


def test_a_region_in_the_question_decides(tea: Terminal):
    """The draft of the region that is asked for comes before the other region's policy."""
    assert first(tea.answer("岚州茶艺大师")) == "lan 1"


def test_a_clause_answers_an_amount_before_the_document_that_repeats_it():
    """The head of a document may say in its summary what one clause says, word for word."""
    tea = ask(
        [
            document("yun", summary="每年补8000元。"),
            provision("yun", "1", "茶艺学徒"),
            fact("yun", "1", "茶艺学徒补贴", "6000元—8000元", quotes=("每年给予6000元—8000元",)),
        ]
    )

    assert first(tea.answer("每年补8000")) == "yun 1"


def test_another_region_does_not_answer_for_the_one_that_is_asked_for():
    """Even where it says more of the question; a superior does, and where no region is named the better answer stands first."""
    regions = ("云州市", "云州", "海西省", "海西")
    tea = ask(
        [
            document("yun", regions=regions),
            provision("yun", "1", "评选茶艺大师", terms=("茶艺大师",)),
            document("lan", regions=("岚州市", "岚州", "海西省", "海西")),
            provision("lan", "1", "茶艺大师总量目标", terms=("茶艺大师", "总量目标")),
            document("hai", regions=("海西省", "海西")),
            provision("hai", "1", "采茶机购置补贴"),
        ]
    )

    assert first(tea.answer("云州茶艺大师总量")) == "yun 1"
    assert first(tea.answer("茶艺大师总量")) == "lan 1"
    assert first(tea.answer("云州采茶机购置补贴")) == "hai 1"


def test_a_body_finds_what_it_has_to_do(tea: Terminal):
    """By an alias; its page is offered beside the results."""
    answer = tea.answer("市茶业局")

    assert first(answer) == "yun 1"
    assert [offer["url"] for offer in answer["offers"]] == ["departments/tea/"]


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("采茶机购置补贴", []),
        ("采茶机购置补贴谁负责", ["departments/tea/"]),
        ("茶业局 采茶机补贴", ["departments/tea/"]),
    ],
)
def test_a_body_is_offered_where_it_is_named_or_asked_for(query: str, offered: list[str]):
    """Its page tells all that it has to do, and so holds the words of many a question."""
    tea = ask(
        [
            document("yun"),
            provision("yun", "1", "采茶机购置补贴"),
            Entry(
                id="department/tea",
                kind="department",
                url="departments/tea/",
                title="云州市茶业局",
                summary="采茶机购置补贴",
            ),
        ]
    )

    assert [offer["url"] for offer in tea.answer(query)["offers"]] == offered


@pytest.mark.parametrize(
    "query", ["养老金怎么领", "北京茶艺大师", "奖励88万元", "疫苗预约", "国发〔2020〕1号"]
)
def test_a_question_that_the_library_does_not_answer_is_told_so(tea: Terminal, query: str):
    """没有找到, and no result that looks like an answer."""
    answer = tea.answer(query)

    assert answer["status"] == "none"
    assert answer["words"].startswith("没有找到")
    assert answer["groups"] == []


def test_what_to_leave_out_is_offered(tea: Terminal):
    """去掉“…”后有 n 条."""
    answer = tea.answer("采茶机补贴88万元")

    assert [(way["without"], way["text"]) for way in answer["relaxed"]] == [("88万元", "采茶机补贴")]
    assert answer["relaxed"][0]["count"] == 1


@pytest.mark.parametrize("query", ["茶意大师", "查艺大师", "cyds", "chayidashi"])
def test_a_spelling_is_repaired_by_its_sound(tea: Terminal, query: str):
    """Wrong homophones, initials and pinyin; the answer says what was looked for."""
    answer = tea.answer(query)

    assert first(answer) == "yun 1"
    assert answer["corrected"] == "茶艺大师"


@pytest.mark.parametrize("query", ["艺茶大师", "茶艺师大", "茶大艺师"])
def test_two_characters_in_the_wrong_order_are_put_right(tea: Terminal, query: str):
    """As thumbs type them."""
    answer = tea.answer(query)

    assert first(answer) == "yun 1"
    assert answer["corrected"] == "茶艺大师"


@pytest.mark.parametrize("query", ["茶芝大师", "茶艺犬师"])
def test_a_character_that_looks_alike_is_put_right(tea: Terminal, query: str):
    """It sounds otherwise and fits neither neighbour."""
    answer = tea.answer(query)

    assert first(answer) == "yun 1"
    assert answer["corrected"] == "茶艺大师"


def test_traditional_characters_find_simplified_ones(tea: Terminal):
    """A query in traditional characters needs no table in the index."""
    assert first(tea.answer("採茶機補貼")) == "yun 2"


def test_words_of_questions_do_not_count(tea: Terminal):
    """Only what is asked for does."""
    assert first(tea.answer("请问采茶机有没有补贴，怎么申请？")) == "yun 2"


def test_a_synonym_finds_the_word_of_the_document():
    """One way: the reader's word finds the document's, not the other way round."""
    asked = ask(synonyms=[Synonym("采茶机", ("采茶机器人",))])

    assert first(asked.answer("采茶机器人")) == "yun 2"


def test_two_way_synonyms_work_both_ways():
    """The document's word finds the reader's too."""
    library = (
        document("a"),
        provision("a", "1", "手炒茶", terms=("手炒茶",)),
        provision("a", "2", "别的一条"),
    )
    asked = ask(library, [Synonym("手工茶", ("手炒茶",), two_way=True)])

    assert first(asked.answer("手工茶")) == "a 1"


def test_facets_count_and_narrow(tea: Terminal):
    """A chosen value narrows the others; its own facet keeps its counts."""
    answer = tea.answer("茶艺大师", filters={"status": ["征求意见稿"]})
    facets = {facet["name"]: {v["value"]: v["count"] for v in facet["values"]} for facet in answer["facets"]}

    assert [group["document"]["id"] for group in answer["groups"]] == ["lan"]
    assert facets["status"]["征求意见稿"] >= 1
    assert facets["status"]["现行"] >= 1
    assert facets["region"] == {"云州市": 0, "岚州市": facets["region"]["岚州市"]}


@pytest.mark.parametrize(
    "query", ["", "   ", "？？？", "<script>alert(1)</script>", "的的的", "a" * 10_000, "\ud800", "*~^:+-"]
)
def test_no_query_breaks_the_search(tea: Terminal, query: str):
    """Whatever is typed has an answer."""
    assert tea.answer(query)["status"] in ("found", "none")


def test_suggestions_begin_with_what_is_typed(tea: Terminal):
    """In characters or in pinyin."""
    assert tea.suggestions("茶艺")[0].startswith("茶艺")
    assert "采茶机" in tea.suggestions("cai")


def test_every_clause_of_the_library_is_found_by_its_title(tea: Terminal):
    """Or by a clause of the same title in another document."""
    titles = {entry.title for entry in LIBRARY if entry.kind == "provision"}
    found = {title: tea.answer(title)["groups"][0]["hits"][0]["clause"] or title for title in titles}

    assert found == {title: title for title in titles}


def _documents_read(titles: Sequence[str], question: str) -> int:
    """How many documents are fetched for *question* in a library of one document for each of *titles*, and a page."""
    long = "记" * CHUNK_BYTES  # each document fills a file
    page = Entry(id="department/tea", kind="department", url="departments/tea/", title="云州市茶业局")
    entries = (
        entry
        for number, title in enumerate(titles)
        for entry in (document(f"d{number:02}"), provision(f"d{number:02}", "1", title, text=long))
    )
    files = search_files([page, *entries])
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return files[name]

    Terminal(read, SCRIPTS, lunr_script()).answer(question)
    return len({name for name in asked if name.startswith("cards-")})


def test_documents_of_little_worth_are_not_fetched_in_a_large_library():
    """A question that one document answers best costs four files, one that all answer alike six, and so does any in a small library."""
    question = "茶艺大师评选"
    alike = _documents_read([question] * 20, question)
    unlike = _documents_read([question, *["茶艺"] * 19], question)
    few = _documents_read([question, *["茶艺"] * 9], question)

    assert (alike, unlike, few) == (6, 4, 6)
